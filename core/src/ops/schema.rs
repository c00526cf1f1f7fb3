//! What every operation takes and gives, as JSON Schema: what types and checks of other languages are made from. Behind the feature
//! `schema`. Does not know any operation.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::held::Held;
use super::reply::Outcome;
use crate::{Failure, SiteDocument};

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
/// `requests` and `answers` hold every operation by its name under `operations`, and the types that these name under `$defs`.
/// `site` is that of the site document, as editors want it.
pub fn schemas() -> Vec<(&'static str, Value)> {
    let requests = operations(SchemaSettings::draft2020_12().for_deserialize(), |shape| shape.request, None);
    let failure = SchemaGenerator::subschema_for::<Failure>;
    let answers =
        operations(SchemaSettings::draft2020_12().for_serialize(), |shape| shape.answer, Some(failure));
    let site = SchemaSettings::draft2020_12().for_deserialize().into_generator();
    let site = site.into_root_schema_for::<SiteDocument>().to_value();
    vec![("requests", requests), ("answers", answers), ("site", site)]
}

type Describe = fn(&mut SchemaGenerator) -> Schema;

fn operations(settings: SchemaSettings, side: fn(&Shape) -> Describe, failure: Option<Describe>) -> Value {
    let mut generator = settings.into_generator();
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
