//! What every operation takes and gives, as JSON Schema: what types and checks of other languages are made from. Behind the feature
//! `schema`. Does not know any operation.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::argument::Outcomes;
use super::held::Held;
use super::reply::Outcome;
use crate::{Batch, Failure, RunOptions, RunProgress, RunStatus, SiteDocument};

/// What one operation takes and gives.
pub struct Shape {
    request: fn(&mut SchemaGenerator) -> Schema,
    answer: fn(&mut SchemaGenerator) -> Schema,
}

impl Shape {
    pub const fn of<Request: JsonSchema, Answer: JsonSchema>(_: fn(Request) -> Outcome<Answer>) -> Shape {
        Shape { request: Request::json_schema, answer: SchemaGenerator::subschema_for::<Answer> }
    }

    pub const fn of_lending<Request: JsonSchema, Answer: JsonSchema>(
        _: fn(Request, &Held<'_>) -> Outcome<Answer>,
    ) -> Shape {
        Shape { request: Request::json_schema, answer: SchemaGenerator::subschema_for::<Answer> }
    }
}

/// The name of each schema that is published, with the schema: `requests`, `answers` and `site`.
///
/// `requests` and `answers` hold every operation by its name under `operations`, and under `$defs` the types that these name, and those
/// that go to and come from what a host keeps in Rust.
/// `site` is that of the site document, as editors want it.
pub fn schemas() -> Vec<(&'static str, Value)> {
    let requests =
        operations(SchemaSettings::draft2020_12().for_deserialize(), |shape| shape.request, &TOLD, None);
    let failure = SchemaGenerator::subschema_for::<Failure>;
    let answers = operations(
        SchemaSettings::draft2020_12().for_serialize(),
        |shape| shape.answer,
        &SAID,
        Some(failure),
    );
    let site = SchemaSettings::draft2020_12().for_deserialize().into_generator();
    let site = site.into_root_schema_for::<SiteDocument>().to_value();
    vec![("requests", requests), ("answers", answers), ("site", site)]
}

type Describe = fn(&mut SchemaGenerator) -> Schema;

/// What is told to what a host keeps in Rust, and stands in no request.
const TOLD: [Describe; 2] =
    [SchemaGenerator::subschema_for::<RunOptions>, SchemaGenerator::subschema_for::<Outcomes>];

/// What that says, and stands in no answer.
const SAID: [Describe; 3] = [
    SchemaGenerator::subschema_for::<Batch>,
    SchemaGenerator::subschema_for::<RunProgress>,
    SchemaGenerator::subschema_for::<RunStatus>,
];

fn operations(
    settings: SchemaSettings,
    side: fn(&Shape) -> Describe,
    handles: &[Describe],
    failure: Option<Describe>,
) -> Value {
    let mut generator = settings.into_generator();
    for describe in handles {
        describe(&mut generator);
    }
    let described = super::OPERATIONS.iter().map(|operation| {
        let schema = side(&operation.shape)(&mut generator);
        (operation.name.to_owned(), schema.to_value())
    });
    let described: Map<String, Value> = described.collect();
    let failure = failure.map(|describe| describe(&mut generator).to_value());
    let types = generator.take_definitions(true);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "operations": described,
        "failure": failure,
        "$defs": types,
    })
}
