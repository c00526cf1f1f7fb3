//! The golden vectors' outer shape: `core/vectors/<op>/<slug>.json`. What the operations answer is their test's business.

use serde_json::{Map, Value};

use super::Finding;

const FOLDER: &str = "core/vectors/";
const FORMAT: u64 = 1;
const ORIGINS: [&str; 3] = ["hand", "model", "recorded"];

pub fn check(file: &str, text: &str) -> Vec<Finding> {
    let Some((op, slug)) = file
        .strip_prefix(FOLDER)
        .and_then(|inner| inner.strip_suffix(".json"))
        .and_then(|inner| inner.split_once('/'))
        .filter(|(_, slug)| !slug.contains('/'))
    else {
        return Vec::new();
    };
    let found = |line: usize, what: String, remedy: &str| Finding::new(file, line, what, remedy);
    let vector: Map<String, Value> = match serde_json::from_str(text) {
        Ok(vector) => vector,
        Err(error) => return vec![found(error.line(), format!("not a JSON object: {error}"), "correct it")],
    };
    let line_of = |key: &str| {
        let quoted = format!("\"{key}\"");
        text.lines().position(|line| line.contains(&quoted)).map_or(1, |at| at + 1)
    };
    let string = |key: &str| vector.get(key).and_then(Value::as_str);
    let mut findings = Vec::new();
    let mut require = |key: &str, holds: bool, remedy: &str| {
        if !holds {
            let state = if vector.contains_key(key) { "is not right" } else { "is missing" };
            findings.push(found(line_of(key), format!("`{key}` {state}"), remedy));
        }
    };
    require("format", vector.get("format").and_then(Value::as_u64) == Some(FORMAT), "set it to 1");
    let id = format!("{op}/{slug}");
    require("id", string("id") == Some(&id), &format!("set it to `{id}`, after the file"));
    require("op", string("op") == Some(op), &format!("set it to `{op}`, after the folder"));
    require("why", string("why").is_some_and(|why| !why.trim().is_empty()), "say which rule the case holds");
    let origin_holds = string("origin").is_some_and(|origin| ORIGINS.contains(&origin));
    require("origin", origin_holds, "set it to `hand`, `model` or `recorded`");
    match vector.get("steps") {
        // A script: calls of a handle, one after another.
        Some(steps) => {
            let steps = steps.as_array().map_or(&[][..], Vec::as_slice);
            let complete = |step: &Value| {
                step.get("call").is_some_and(Value::is_string) && step.get("expect").is_some_and(one_outcome)
            };
            let holds = !steps.is_empty() && steps.iter().all(complete);
            require("steps", holds, "list the steps, each with `call` and `expect` of `ok` or `failure`");
        }
        None => {
            require("request", vector.contains_key("request"), "give the operation's request");
            let holds = vector.get("expect").is_some_and(one_outcome);
            require("expect", holds, "give either `ok` or `failure`, and nothing else");
        }
    }
    findings
}

fn one_outcome(expect: &Value) -> bool {
    expect.as_object().is_some_and(|expect| {
        expect.len() == 1 && (expect.contains_key("ok") || expect.contains_key("failure"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "core/vectors/access.explain/one-day-early.json";

    fn whats(text: &str) -> Vec<String> {
        check(FILE, text).into_iter().map(|finding| format!("{}: {}", finding.line, finding.what)).collect()
    }

    #[test]
    fn a_whole_vector_passes() {
        let vector = r#"{ "format": 1, "id": "access.explain/one-day-early", "why": "release is inclusive",
            "origin": "hand", "op": "access.explain", "request": {}, "expect": { "ok": null } }"#;
        assert_eq!(whats(vector), Vec::<String>::new());
        let script = r#"{ "format": 1, "id": "access.explain/one-day-early", "why": "a crash changes nothing",
            "origin": "model", "op": "access.explain", "steps": [{ "call": "next", "expect": { "failure": {} } }] }"#;
        assert_eq!(whats(script), Vec::<String>::new());
    }

    #[test]
    fn each_fault_is_named_with_its_line() {
        let vector =
            "{\n\"format\": 2,\n\"id\": \"b\",\n\"why\": \" \",\n\"origin\": \"guess\",\n\"expect\": {}\n}";
        assert_eq!(
            whats(vector),
            [
                "2: `format` is not right",
                "3: `id` is not right",
                "1: `op` is missing",
                "4: `why` is not right",
                "5: `origin` is not right",
                "1: `request` is missing",
                "6: `expect` is not right",
            ]
        );
        assert_eq!(whats("{\n\"steps\": []}").last().map(String::as_str), Some("2: `steps` is not right"));
        assert!(whats("{\n\"a\":\n}")[0].starts_with("3: not a JSON object"));
    }

    #[test]
    fn other_files_of_the_folder_are_not_vectors() {
        assert_eq!(check("core/vectors/index.json", "[]"), []);
        assert_eq!(check("core/vectors/intake.read/latin-1.csv", "a"), []);
    }
}
