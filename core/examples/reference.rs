//! Prints what the reference in `docs/` is made from besides the schemas, as one object: every code, and what is known of each
//! system: `cargo run --package memberferry --example reference`.

use std::io::Write as _;

use memberferry::{ORDER_PROFILES, PROFILES, Profile, SHAPES, SUBSCRIPTION_PROFILES, Shape, Use};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let reply: Value = serde_json::from_slice(&memberferry::ops::call("code.list", b"{}"))?;
    let codes = reply.pointer("/ok/codes").ok_or("the core does not list its codes")?;
    let exports = PROFILES.iter().chain(ORDER_PROFILES).chain(SUBSCRIPTION_PROFILES).map(export);
    let sources = json!({
        "exports": exports.collect::<Vec<_>>(),
        "apis": SHAPES.iter().map(api).collect::<Vec<_>>(),
    });
    writeln!(std::io::stdout().lock(), "{:#}", json!({ "codes": codes, "sources": sources }))?;
    Ok(())
}

fn export(profile: &Profile) -> Value {
    let columns = profile.headers.iter().map(|header| {
        let meaning = match header.meaning {
            Use::Field(field) => field.name(),
            Use::Custom => "kept as a custom field",
            Use::Sensitive => "left out: a secret or an identity number",
        };
        json!({ "name": header.name, "meaning": meaning, "confidence": header.confidence })
    });
    json!({
        "id": profile.id,
        "name": profile.name,
        "kind": profile.kind.name(),
        "confidence": profile.confidence,
        "evidence": profile.evidence,
        "notEvidenced": profile.not_evidenced,
        "columns": columns.collect::<Vec<_>>(),
        "statuses": profile.statuses,
    })
}

fn api(shape: &Shape) -> Value {
    json!({
        "id": shape.id,
        "profile": shape.profile,
        "confidence": shape.confidence,
        "evidence": shape.evidence,
        "notEvidenced": shape.not_evidenced,
    })
}
