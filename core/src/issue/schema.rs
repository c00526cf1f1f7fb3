//! Codes and lists of issues, described as JSON Schema: they write themselves by hand. Knows nothing else of issues.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{Code, Issue, Issues};

impl JsonSchema for Code {
    fn schema_name() -> Cow<'static, str> {
        "Code".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
        json_schema!({ "description": "The stable code of an issue.", "type": "string", "enum": names })
    }
}

impl JsonSchema for Issues {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Issues".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<Issue>::json_schema(generator)
    }
}
