//! Runs the golden vectors, `core/vectors/<op>/<slug>.json`, against the operations; `core/vectors/README.md` describes
//! them. `UPDATE_VECTORS=1` writes the replies of recorded cases anew, and of no others.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use memberferry::{Code, ops};
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vector {
    format: u32,
    id: String,
    #[serde(rename = "why")]
    _why: String,
    origin: Origin,
    op: String,
    /// The request, or the exact text of it.
    request: Value,
    expect: Value,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Origin {
    Hand,
    Model,
    Recorded,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

/// The files of the vectors, by the id that follows from their place.
fn files() -> BTreeMap<String, PathBuf> {
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    let entries = |path: &Path| -> Vec<PathBuf> {
        fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect()
    };
    let mut files = BTreeMap::new();
    for op in entries(&folder()).into_iter().filter(|path| path.is_dir()) {
        for path in entries(&op) {
            if let Some(slug) = name(&path).strip_suffix(".json") {
                files.insert(format!("{}/{slug}", name(&op)), path.clone());
            }
        }
    }
    files
}

/// What stands in one text and not in the other, between the lines that both begin and end with.
fn difference(expected: &Value, reply: &Value) -> String {
    let pretty = |value: &Value| serde_json::to_string_pretty(value).unwrap();
    let (expected, reply) = (pretty(expected), pretty(reply));
    let (expected, reply): (Vec<_>, Vec<_>) = (expected.lines().collect(), reply.lines().collect());
    let same = |pair: &(&&str, &&str)| pair.0 == pair.1;
    let before = expected.iter().zip(&reply).take_while(same).count();
    let after = expected[before..].iter().rev().zip(reply[before..].iter().rev()).take_while(same).count();
    let context = before.saturating_sub(3);
    let mut lines: Vec<String> =
        expected[context..before].iter().map(|line| format!("      {line}")).collect();
    lines.extend(expected[before..expected.len() - after].iter().map(|line| format!("    - {line}")));
    lines.extend(reply[before..reply.len() - after].iter().map(|line| format!("    + {line}")));
    lines.join("\n")
}

/// The file with another expectation, which is its last field.
fn with_expectation(text: &str, expect: &Value) -> String {
    let (before, _) =
        text.split_once("\n  \"expect\":").expect("`expect` stands on a line of its own, indented by two");
    let pretty = serde_json::to_string_pretty(expect).unwrap().replace('\n', "\n  ");
    format!("{before}\n  \"expect\": {pretty}\n}}\n")
}

#[test]
#[expect(clippy::disallowed_macros, reason = "the number and the digest are for whoever runs the test")]
#[expect(clippy::disallowed_methods, reason = "a recorded case is a file")]
fn every_vector_gets_the_reply_it_expects() {
    let update = std::env::var_os("UPDATE_VECTORS").is_some_and(|value| value == "1");
    let names: BTreeSet<&str> = ops::names().collect();
    let mut covered = BTreeSet::new();
    let mut wrong = Vec::new();
    let mut digest = Sha256::new();
    let files = files();
    for (id, path) in &files {
        let text = fs::read_to_string(path).unwrap();
        let vector: Vector = match serde_json::from_str(&text) {
            Ok(vector) => vector,
            Err(error) => {
                wrong.push(format!("{id}: not a vector: {error}"));
                continue;
            }
        };
        let Some(op) = names.get(vector.op.as_str()) else {
            wrong.push(format!("{id}: there is no operation `{}`", vector.op));
            continue;
        };
        if vector.format != 1 || vector.id != *id || !id.starts_with(&format!("{op}/")) {
            wrong.push(format!("{id}: `format`, `id` or `op` does not fit its place"));
        }
        covered.insert(*op);
        let request = match &vector.request {
            Value::String(text) => text.clone().into_bytes(),
            request => serde_json::to_vec(request).unwrap(),
        };
        let reply = ops::call(op, &request);
        digest.update(id.as_bytes());
        digest.update(&reply);
        let reply: Value = serde_json::from_slice(&reply).unwrap();
        if reply == vector.expect {
            continue;
        }
        if update && vector.origin == Origin::Recorded {
            fs::write(path, with_expectation(&text, &reply)).unwrap();
        } else {
            wrong.push(format!("{id} (- expected, + replied)\n{}", difference(&vector.expect, &reply)));
        }
    }
    for op in names.difference(&covered) {
        wrong.push(format!("no vector is of the operation `{op}`"));
    }
    assert!(
        wrong.is_empty(),
        "{} of {} vectors are wrong\n\n{}\n",
        wrong.len(),
        files.len(),
        wrong.join("\n\n")
    );
    let digest: String = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    println!("vectors: {}, digest: {digest}", files.len());
}

/// The codes that no reply of an operation can hold, each with the test that meets it.
const BEYOND_OPERATIONS: [(Code, &str); 2] = [
    (
        Code::JournalTorn,
        "said beside a run that goes on, `run/engine_tests.rs`: an operation shows it as `torn`",
    ),
    (Code::Internal, "a mistake of this library: whatever meets it is a fault, and is mended"),
];

#[test]
fn every_code_is_met_by_a_vector_or_is_beyond_what_operations_say() {
    let mut missing: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    for (id, path) in files().iter().filter(|(id, _)| !id.starts_with("code.list/")) {
        let vector: Vector = serde_json::from_str(&fs::read_to_string(path).unwrap()).expect(id);
        let expected = vector.expect.to_string();
        missing.retain(|code| !expected.contains(&format!("\"{code}\"")));
    }
    let beyond: BTreeSet<&str> = BEYOND_OPERATIONS.iter().map(|(code, _)| code.name()).collect();
    assert_eq!(missing, beyond);
}

#[test]
fn only_the_expectation_of_a_recorded_case_is_written_anew() {
    let text = "{\n  \"request\": {\"b\": 1, \"a\": 2},\n  \"expect\": { \"ok\": 1 }\n}\n";
    assert_eq!(
        with_expectation(text, &serde_json::json!({"ok": {"c": []}})),
        "{\n  \"request\": {\"b\": 1, \"a\": 2},\n  \"expect\": {\n    \"ok\": {\n      \"c\": []\n    }\n  }\n}\n"
    );
}
