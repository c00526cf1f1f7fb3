//! Hand-worked cases of what a site document is checked for.

use super::Site;
use crate::Refusal as _;

fn load(more: &str) -> Result<Site, Vec<String>> {
    let text = format!(r#"{{"format": 1, "name": "Harbour", "timezone": "Europe/Amsterdam", {more}}}"#);
    Site::from_json(text.as_bytes()).map_err(|error| lines(error.issues()))
}

fn lines(issues: &[crate::Issue]) -> Vec<String> {
    issues.iter().map(|issue| format!("{} {}", issue.code, issue.location)).collect()
}

#[test]
fn ids_that_stand_twice_are_errors() {
    let found = load(
        r#""offerings": [
            {"id": "a", "name": "A", "modules": [{"id": "m", "name": "M"}, {"id": "m", "name": "N"}]},
            {"id": "a", "name": "B", "modules": [{"id": "m", "name": "M"}]}],
        "pages": [{"id": "p", "title": "P"}, {"id": "p", "title": "Q"}]"#,
    );
    assert_eq!(
        found.unwrap_err(),
        [
            "id-duplicate offerings[0].modules[1].id",
            "id-duplicate offerings[1].id",
            "id-duplicate pages[1].id"
        ]
    );
}

#[test]
fn references_that_lead_nowhere_are_all_reported() {
    let found = load(
        r#""offerings": [{"id": "a", "name": "A", "modules": [{"id": "m", "name": "M"}]}],
        "pages": [
            {"id": "p", "title": "P", "parent": "x", "offering": "x"},
            {"id": "q", "title": "Q", "offering": "a", "module": "x", "inherit": "parent"},
            {"id": "r", "title": "R", "module": "m", "rule": {"kind": "and", "rules": [
                {"kind": "enrolled", "offering": "x"},
                {"kind": "not", "rule": {"kind": "released", "offering": "a", "module": "x"}}]}}]"#,
    );
    assert_eq!(
        found.unwrap_err(),
        [
            "reference-unknown pages[0].parent",
            "reference-unknown pages[0].offering",
            "reference-unknown pages[1].inherit",
            "reference-unknown pages[1].module",
            "reference-unknown pages[2].module",
            "reference-unknown pages[2].rule.rules[0].offering",
            "reference-unknown pages[2].rule.rules[1].rule.module",
        ]
    );
}

#[test]
fn a_circle_of_parents_is_one_error_and_what_hangs_on_it_none() {
    let found = load(
        r#""pages": [
            {"id": "a", "title": "A", "parent": "b"}, {"id": "b", "title": "B", "parent": "c"},
            {"id": "c", "title": "C", "parent": "b"}, {"id": "d", "title": "D", "parent": "d"},
            {"id": "e", "title": "E", "parent": "c"}]"#,
    );
    assert_eq!(found.unwrap_err(), ["reference-cycle pages[1].parent", "reference-cycle pages[3].parent"]);
}

#[test]
fn an_expiry_that_closes_nothing_is_told() {
    let site = load(
        r#""offerings": [
            {"id": "a", "name": "A", "accessTag": "A", "modules": [{"id": "m", "name": "M"}],
             "expiry": {"kind": "timer", "anchor": {"kind": "enrollment"}, "offset": {"amount": 30, "unit": "days"}}},
            {"id": "b", "name": "B", "accessTag": "B",
             "expiry": {"kind": "timer", "anchor": {"kind": "enrollment"}, "offset": {"amount": 30, "unit": "days"}}},
            {"id": "c", "name": "C",
             "expiry": {"kind": "timer", "anchor": {"kind": "enrollment"}, "offset": {"amount": 30, "unit": "days"}}}],
        "pages": [{"id": "r", "title": "R", "offering": "c"}, {"id": "p", "title": "P", "offering": "a"}, {"id": "q", "title": "Q", "offering": "a", "module": "m"}]"#,
    );
    assert_eq!(
        lines(site.unwrap().issues()),
        ["expiry-without-effect pages[1].offering", "expiry-without-effect offerings[1].expiry"]
    );
}

#[test]
fn release_rules_that_cannot_be_carried_out_are_errors() {
    let found = load(
        r#""offerings": [{"id": "a", "name": "A", "modules": [
            {"id": "m", "name": "M", "release": {"kind": "manual"}},
            {"id": "n", "name": "N", "release": {"kind": "timer", "offset": {"amount": 1, "unit": "years"}}},
            {"id": "o", "name": "O", "release": {"kind": "timer", "offset": {"amount": 1, "unit": "days"}, "at": "09:00"}}
        ]}]"#,
    );
    assert_eq!(
        found.unwrap_err(),
        [
            "release-rule-invalid offerings[0].modules[0].release",
            "release-rule-invalid offerings[0].modules[1].release",
            "release-rule-invalid offerings[0].modules[2].release",
        ]
    );
}

#[test]
fn a_tag_map_that_says_two_things_of_one_tag_is_an_error() {
    let found = load(
        r#""tagMap": [{"kind": "rename", "from": "Customer  Gold", "to": "Gold"},
            {"kind": "drop", "from": "Customer Gold", "reason": "old"},
            {"kind": "merge", "from": [], "to": "Gold"}, {"kind": "keep", "from": "Silver"}]"#,
    );
    assert_eq!(found.unwrap_err(), ["tag-map-conflict tagMap[1].from", "rule-empty tagMap[2].from"]);
}

#[test]
fn what_is_only_worth_knowing_does_not_stand_in_the_way() {
    let site = load(
        r#""offerings": [{"id": "a", "name": "A", "accessTag": "Gold"}, {"id": "b", "name": "B", "accessTag": "Gold"}],
        "pages": [{"id": "p", "title": "P"},
            {"id": "q", "title": "Q", "parent": "p", "inherit": "parent", "rule": {"kind": "logged-in"},
             "redirects": [{"to": "/a"}, {"reason": "not-yet", "to": "/b"}, {"reason": "public", "to": "/c"}]}]"#,
    )
    .unwrap();
    assert_eq!(
        lines(site.issues()),
        [
            "access-tag-shared offerings[1].accessTag",
            "redirect-unused pages[1].redirects[1]",
            "redirect-unused pages[1].redirects[2]",
            "rule-ignored pages[1].rule",
        ]
    );
}

#[test]
fn rules_that_list_nothing_are_errors() {
    let found = load(
        r#""pages": [{"id": "p", "title": "P", "rule": {"kind": "or", "rules": [
            {"kind": "has-any", "tags": []}, {"kind": "and", "rules": []}]}}]"#,
    );
    assert_eq!(
        found.unwrap_err(),
        ["rule-empty pages[0].rule.rules[0].tags", "rule-empty pages[0].rule.rules[1].rules"]
    );
}

#[test]
fn the_error_reads_as_its_first_issue_and_carries_them_all() {
    let text = br#"{"format": 1, "name": "H", "timezone": "UTC", "pages": [
        {"id": "p", "title": "P", "parent": "x"}, {"id": "p", "title": "Q"}]}"#;
    let error = Site::from_json(text).unwrap_err();
    assert_eq!(error.to_string(), "at pages[0].parent: the site has no page of this id; and one more issue");
    assert_eq!(error.code().name(), "reference-unknown");
    assert_eq!(error.failure().issues.len(), 2);
}
