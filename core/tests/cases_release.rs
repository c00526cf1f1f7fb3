//! Releases and calendar sums against public cases worked out by others. A clone without those cases passes with a word
//! about it.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_macros,
    reason = "a test may fail loudly"
)]

#[path = "support/cases.rs"]
mod cases;
#[path = "support/differences.rs"]
mod differences;

use cases::cases;
use differences::Comparison;
use memberferry::{Anchors, Instant, ReleaseRule, WallClock as _, WallTime, Zone, release_at};
use serde_json::{Value, json};

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

/// The rule that makes a case's sum; absent where no rule says it.
fn rule(case: &Value) -> Option<Value> {
    let amount = case["amount"].as_object().unwrap();
    let only = amount.iter().next().filter(|_| amount.len() == 1);
    let (unit, amount) = match text(case, "op") {
        "resolve" | "start_of_day" => ("days", 0),
        "add" => only.and_then(|(unit, amount)| Some((unit.as_str(), amount.as_u64()?)))?,
        _ => return None,
    };
    let mut rule = json!({
        "kind": "timer", "anchor": {"kind": "enrollment"}, "offset": {"amount": amount, "unit": unit},
        "mode": if matches!(unit, "minutes" | "hours") { "elapsed" } else { "calendar" },
    });
    if text(case, "op") == "start_of_day" {
        rule["at"] = json!("00:00");
    }
    serde_json::from_value::<ReleaseRule>(rule.clone()).is_ok().then_some(rule)
}

#[test]
fn sums_on_the_wall_clock() {
    let cases = cases("tz_cases.jsonl");
    let mut comparison = Comparison::of("Sums of time");
    for case in &cases {
        let zone: Zone = text(case, "zone").parse().unwrap();
        let start = text(case, "start_local");
        let start = match start.len() {
            10 => format!("{start}T12:00:00"),
            16 => format!("{start}:00"),
            _ => start.to_owned(),
        };
        let start = zone.instant(WallTime::from_naive(start.parse().unwrap())).unwrap();
        let expected: Instant = text(case, "expected").parse().unwrap();
        let found = rule(case).map(|rule| opens(rule, start, zone));
        let input = format!("{} {} {}", text(case, "op"), text(case, "start_local"), case["amount"]);
        comparison.case(text(case, "id"), &input, found == Some(expected), || {
            format!("{} expects {expected}, ours is {found:?}", case["id"])
        });
    }
    if !cases.is_empty() {
        comparison.check();
    }
}
