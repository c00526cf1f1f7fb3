//! Prints the JSON Schemas of the boundary as one object, by name: `cargo run --package memberferry --features schema --example schemas`.

use std::io::Write as _;

fn main() -> std::io::Result<()> {
    let schemas: serde_json::Map<_, _> =
        memberferry::ops::schemas().into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect();
    writeln!(std::io::stdout().lock(), "{:#}", serde_json::Value::Object(schemas))
}
