//! Hand-worked cases of what release and expiry rules of a site document are checked for.

use super::Site;
use crate::Refusal as _;

fn timer(anchor: &str, more: &str) -> String {
    format!(r#"{{"kind": "timer", "anchor": {{{anchor}}}, "offset": {{"amount": 1, "unit": "days"}}{more}}}"#)
}

/// The issues of a document with these offerings, each as its code and place.
fn issues(offerings: &str) -> Vec<String> {
    let text = format!(
        r#"{{"format": 1, "name": "Harbour", "timezone": "Europe/Amsterdam", "offerings": [{offerings}]}}"#
    );
    let lines = |issues: &[crate::Issue]| {
        issues.iter().map(|issue| format!("{} {}", issue.code, issue.location)).collect()
    };
    match Site::from_json(text.as_bytes()) {
        Ok(site) => lines(site.issues()),
        Err(error) => lines(error.issues()),
    }
}

/// An offering `o` of a base module `a` and of `b`, `c` … with these releases.
fn offering(more: &str, releases: &[String]) -> String {
    let module = |(index, release): (usize, &String)| {
        let id = ["b", "c", "d", "e"][index];
        format!(r#", {{"id": "{id}", "name": "M", "release": {release}}}"#)
    };
    let modules: String = releases.iter().enumerate().map(module).collect();
    format!(r#"{{"id": "o", "name": "O"{more}, "modules": [{{"id": "a", "name": "A"}}{modules}]}}"#)
}

const PREVIOUS: &str = r#""kind": "previous-release""#;

fn completion(of: &str) -> String {
    timer(&format!(r#""kind": "completion", {of}"#), "")
}

#[test]
fn anchors_that_lead_nowhere_are_errors() {
    let rules = [
        completion(r#""module": "x""#),
        completion(r#""offering": "x""#),
        completion(r#""offering": "o", "module": "x""#),
        timer(r#""kind": "purchase", "offering": "x""#, ""),
    ];
    assert_eq!(
        issues(&offering("", &rules)),
        [
            "reference-unknown offerings[0].modules[1].release.anchor.module",
            "reference-unknown offerings[0].modules[2].release.anchor.offering",
            "reference-unknown offerings[0].modules[3].release.anchor.module",
            "reference-unknown offerings[0].modules[4].release.anchor.offering",
        ]
    );
}

#[test]
fn dates_to_count_from_have_to_be_given() {
    let rules = [timer(r#""kind": "course-start""#, ""), timer(r#""kind": "publication""#, "")];
    let expiry = format!(r#", "expiry": {}"#, timer(r#""kind": "publication""#, ""));
    assert_eq!(
        issues(&offering(&expiry, &rules)),
        [
            "release-rule-invalid offerings[0].expiry.anchor",
            "release-rule-invalid offerings[0].modules[1].release.anchor",
            "release-rule-invalid offerings[0].modules[2].release.anchor",
        ]
    );
    let dated = r#", "startsAt": "2024-05-01T00:00:00Z""#;
    assert_eq!(issues(&offering(dated, &rules[..1])), Vec::<String>::new());
}

#[test]
fn rules_that_cannot_be_carried_out_are_errors() {
    let bounds = r#", "notBefore": "2024-05-02T00:00:00Z", "notAfter": "2024-05-01T00:00:00Z""#;
    let snap = r#", "snap": {"kind": "weekday", "days": ["monday"]}"#;
    let years = r#"{"kind": "timer", "mode": "calendar", "offset": {"amount": 9000, "unit": "years"}}"#;
    let late = timer(r#""kind": "instant", "at": "9999-12-31T12:00:00Z""#, "");
    let rules = [timer(PREVIOUS, bounds), timer(PREVIOUS, snap), years.to_owned(), late];
    let at_once = r#", "expiry": {"kind": "at-once"}"#;
    assert_eq!(
        issues(&offering(at_once, &rules)),
        [
            "release-rule-invalid offerings[0].expiry",
            "release-rule-invalid offerings[0].modules[1].release",
            "release-rule-invalid offerings[0].modules[2].release",
            "release-rule-invalid offerings[0].modules[3].release",
            "release-rule-invalid offerings[0].modules[4].release",
        ]
    );
}

#[test]
fn what_no_rule_can_hold_is_refused_at_its_place() {
    let refused = |rule: &str| issues(&offering("", &[rule.to_owned()])).remove(0);
    let place = "document-invalid offerings[0].modules[1].release";
    let negative = r#"{"kind": "timer", "offset": {"amount": -1, "unit": "days"}}"#;
    assert!(refused(negative).starts_with(&format!("{place}.offset.amount")), "{}", refused(negative));
    for (snap, field) in [
        (r#"{"kind": "weekday", "days": []}"#, "snap"),
        (r#"{"kind": "weekday", "days": ["monday", "monday"]}"#, "snap"),
        (r#"{"kind": "nth-weekday", "nth": 6, "weekday": "monday"}"#, "snap"),
        (r#"{"kind": "day-of-month", "day": 32}"#, "snap"),
    ] {
        let rule = timer(PREVIOUS, &format!(r#", "mode": "calendar", "snap": {snap}"#));
        assert!(refused(&rule).starts_with(&format!("{place}.{field}")), "{}", refused(&rule));
    }
    let zone =
        Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "Mars/Olympus"}"#).unwrap_err();
    assert_eq!(zone.location().path_text(), "timezone");
    assert!(Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "+08:00"}"#).is_ok());
}

#[test]
fn positions_that_contradict_the_order_are_errors() {
    let positions = |positions: &[u32]| {
        let module = |(index, position): (usize, &u32)| {
            format!(r#"{{"id": "m{index}", "name": "M", "position": {position}}}"#)
        };
        let modules: Vec<String> = positions.iter().enumerate().map(module).collect();
        issues(&format!(r#"{{"id": "o", "name": "O", "modules": [{}]}}"#, modules.join(", ")))
    };
    assert_eq!(positions(&[1, 2, 10]), Vec::<String>::new());
    assert_eq!(positions(&[1, 2, 2]), ["position-conflict offerings[0].modules[2].position"]);
    assert_eq!(positions(&[1, 3, 2]), ["position-conflict offerings[0].modules[2].position"]);
}

#[test]
fn a_module_that_waits_for_itself_is_an_error() {
    let circle = |rules: &[String]| issues(&offering("", rules));
    // `b` for its own completion; `b` for that of `c`, which follows it; `b` for the whole offering, of which it is a part.
    assert_eq!(
        circle(&[completion(r#""module": "b""#)]),
        ["reference-cycle offerings[0].modules[1].release.anchor"]
    );
    assert_eq!(
        circle(&[completion(r#""module": "c""#), timer(PREVIOUS, "")]),
        ["reference-cycle offerings[0].modules[1].release.anchor"]
    );
    assert_eq!(
        circle(&[completion(r#""offering": "o""#)]),
        ["reference-cycle offerings[0].modules[1].release.anchor"]
    );
    // What opens by hand or on a fixed date breaks the circle, and so does a module further on that waits for none.
    assert_eq!(
        circle(&[completion(r#""module": "c""#), r#"{"kind": "manual"}"#.to_owned()]),
        Vec::<String>::new()
    );
    let fixed = r#", "fixed": {"at": "2024-05-01T00:00:00Z", "precedence": "relative"}"#;
    assert_eq!(circle(&[completion(r#""module": "c""#), timer(PREVIOUS, fixed)]), Vec::<String>::new());
    assert_eq!(
        circle(&[completion(r#""module": "a""#), completion(r#""module": "b""#)]),
        Vec::<String>::new()
    );
}

#[test]
fn circles_through_other_offerings_are_found_once() {
    let other = r#"{"id": "p", "name": "P", "modules": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y", "release":
        {"kind": "timer", "anchor": {"kind": "completion", "offering": "o", "module": "b"}, "offset": {"amount": 0, "unit": "days"}}}]}"#;
    let own = offering("", &[completion(r#""offering": "p""#), timer(PREVIOUS, "")]);
    assert_eq!(
        issues(&format!("{own}, {other}")),
        ["reference-cycle offerings[0].modules[1].release.anchor"]
    );
}

#[test]
fn a_tag_that_nobody_can_hold_is_reported_for_rules_and_forbid() {
    let site = Site::from_json(
        br#"{"format": 1, "name": "Harbour", "timezone": "UTC", "tags": ["Gold"], "pages": [
            {"id": "p", "title": "P", "forbid": ["Banned", "Gold"], "rule": {"kind": "not", "rule":
                {"kind": "missing-all", "tags": ["Gold", "gold"]}}}]}"#,
    )
    .unwrap();
    let found: Vec<String> = site
        .undeclared_tags(|_| false)
        .iter()
        .map(|issue| format!("{} {} {}", issue.code, issue.location, issue.help()))
        .collect();
    assert_eq!(
        found,
        [
            "tag-dangling pages[0].rule.rule.tags[1] did you mean `Gold`? names differ by case",
            &format!("tag-dangling pages[0].forbid[0] {}", crate::Code::TagDangling.remedy()),
        ]
    );
}
