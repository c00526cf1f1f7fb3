//! Releases and calendar sums against public cases worked out by others. A clone without those cases passes with a word
//! about it.
#![expect(clippy::unwrap_used, clippy::disallowed_macros, reason = "a test may fail loudly")]

use std::path::Path;

use memberferry::{Anchors, Instant, ReleaseRule, WallClock as _, WallTime, Zone, release_at};
use serde_json::{Value, json};

/// The cases of a file, or none where the folder is not there.
fn cases(file: &str) -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/cases");
    if !folder.is_dir() {
        eprintln!("the public cases are not there; nothing is compared");
        return Vec::new();
    }
    let text = std::fs::read_to_string(folder.join(file)).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn opens(rule: Value, enrollment: Instant, zone: Zone) -> Instant {
    let rule: ReleaseRule = serde_json::from_value(rule).unwrap();
    let anchors = Anchors { enrollment: Some(enrollment), ..Anchors::default() };
    release_at(&rule, &anchors, zone).unwrap().unwrap()
}

fn text<'a>(case: &'a Value, field: &str) -> &'a str {
    case[field].as_str().unwrap()
}

#[test]
fn releases_days_after_enrollment_at_a_time_of_day() {
    for case in cases("release_cases.jsonl") {
        let rule = json!({
            "kind": "timer", "anchor": {"kind": "enrollment"}, "mode": "calendar", "at": case["release_time"],
            "offset": {"amount": case["days"], "unit": "days"},
        });
        let found =
            opens(rule, text(&case, "enrolled_at").parse().unwrap(), text(&case, "zone").parse().unwrap());
        assert_eq!(found.to_string(), text(&case, "expected_utc"), "{}", case["id"]);
    }
}

#[test]
fn sums_on_the_wall_clock() {
    // Amounts below zero, sums of two units, seconds and ends of days are no release rules.
    for case in cases("tz_cases.jsonl") {
        let amount = case["amount"].as_object().unwrap();
        let resolved = (case["op"] == "resolve").then_some(("days", 0));
        let added = amount.iter().next().and_then(|(unit, amount)| Some((unit.as_str(), amount.as_u64()?)));
        let Some((unit, amount)) = resolved.or(added.filter(|_| case["op"] == "add" && amount.len() == 1))
        else {
            continue;
        };
        let zone: Zone = text(&case, "zone").parse().unwrap();
        let start = zone.instant(WallTime::from_naive(text(&case, "start_local").parse().unwrap())).unwrap();
        let mode = if matches!(unit, "minutes" | "hours") { "elapsed" } else { "calendar" };
        let rule = json!({
            "kind": "timer", "anchor": {"kind": "enrollment"}, "mode": mode,
            "offset": {"amount": amount, "unit": unit},
        });
        let expected: Instant = text(&case, "expected").parse().unwrap();
        assert_eq!(opens(rule, start, zone), expected, "{}", case["id"]);
    }
}
