//! Hand-worked cases of schedules: chains, pauses, expiries, and what is known of the member.

use super::schedule::{ScheduleOptions, release_schedule};
use super::{DripProfile, Enrollment, MemberFacts, Offering, Release, ReleaseState, Why};
use crate::{Code, ModuleId, Refusal as _, Zone};

const WEEK: &str = r#"{"kind":"timer","offset":{"amount":7,"unit":"days"}}"#;
const MANUAL: &str = r#"{"kind":"manual"}"#;

fn offering(rules: &[&str]) -> Offering {
    let modules: Vec<String> = rules
        .iter()
        .enumerate()
        .map(|(index, rule)| match *rule {
            "" => format!(r#"{{"id":"m{index}","name":"M"}}"#),
            rule => format!(r#"{{"id":"m{index}","name":"M","release":{rule}}}"#),
        })
        .collect();
    serde_json::from_str(&format!(r#"{{"id":"o","name":"O","modules":[{}]}}"#, modules.join(","))).unwrap()
}

fn enrolled(more: &str) -> Enrollment {
    serde_json::from_str(&format!(r#"{{"offering":"o","enrolledAt":"2024-05-01T09:00:00Z"{more}}}"#)).unwrap()
}

fn at(now: &str) -> ScheduleOptions<'static> {
    ScheduleOptions::new(Zone::UTC, now.parse().unwrap())
}

fn lines(rules: &[&str], more: &str, now: &str) -> Vec<String> {
    release_schedule(&offering(rules), &enrolled(more), &at(now))
        .unwrap()
        .into_iter()
        .map(|release| {
            let state = serde_json::to_value(release.state).unwrap();
            let at = release.opens_at.map_or("-".to_owned(), |at| at.to_string());
            format!("{} {at}", state.as_str().unwrap())
        })
        .collect()
}

#[test]
fn timers_chain_from_the_base_module() {
    assert_eq!(
        lines(&["", WEEK, WEEK], "", "2024-05-08T09:00:00Z"),
        ["open 2024-05-01T09:00:00Z", "open 2024-05-08T09:00:00Z", "scheduled 2024-05-15T09:00:00Z"]
    );
}

#[test]
fn a_chain_counts_from_the_real_opening() {
    let released = r#","released":{"m0":"2024-05-01T09:00:00Z","m1":"2024-05-03T00:00:00Z"}"#;
    assert_eq!(
        lines(&["", WEEK, WEEK], released, "2024-05-04T00:00:00Z"),
        ["open 2024-05-01T09:00:00Z", "open 2024-05-03T00:00:00Z", "scheduled 2024-05-10T00:00:00Z"]
    );
}

#[test]
fn an_unrecorded_opening_counts_as_the_clock_has_it() {
    assert_eq!(
        lines(&["", WEEK, WEEK], r#","released":{"m1":null}"#, "2024-05-20T00:00:00Z"),
        ["open 2024-05-01T09:00:00Z", "open -", "open 2024-05-15T09:00:00Z"]
    );
}

#[test]
fn a_manual_module_blocks_what_counts_from_it_and_nothing_else() {
    let from_enrollment =
        r#"{"kind":"timer","anchor":{"kind":"enrollment"},"offset":{"amount":30,"unit":"days"}}"#;
    assert_eq!(
        lines(&["", MANUAL, WEEK, WEEK, from_enrollment, WEEK], "", "2024-05-02T00:00:00Z"),
        [
            "open 2024-05-01T09:00:00Z",
            "manual -",
            "blocked -",
            "blocked -",
            "scheduled 2024-05-31T09:00:00Z",
            "scheduled 2024-06-07T09:00:00Z"
        ]
    );
    let schedule =
        release_schedule(&offering(&["", MANUAL, WEEK, WEEK]), &enrolled(""), &at("2024-05-02T00:00:00Z"))
            .unwrap();
    assert_eq!(schedule[3].why, Why::WaitsForManual { module: ModuleId::new("m1").unwrap() });
}

#[test]
fn a_manual_module_open_since_nobody_knows_when_blocks_with_that_reason() {
    let schedule = release_schedule(
        &offering(&["", MANUAL, WEEK]),
        &enrolled(r#","released":{"m1":null}"#),
        &at("2024-05-02T00:00:00Z"),
    )
    .unwrap();
    assert_eq!(schedule[1].state, ReleaseState::Open);
    assert_eq!(schedule[2].state, ReleaseState::Blocked);
    assert_eq!(schedule[2].why, Why::OpeningUnknown { module: ModuleId::new("m1").unwrap() });
}

#[test]
fn a_continued_clock_counts_for_the_next_pending_timer() {
    let more = r#","released":{"m0":null,"m1":null},"clockFrom":"2024-06-01T00:00:00Z""#;
    assert_eq!(
        lines(&["", MANUAL, WEEK, WEEK], more, "2024-06-02T00:00:00Z"),
        ["open -", "open -", "scheduled 2024-06-08T00:00:00Z", "scheduled 2024-06-15T00:00:00Z"]
    );
}

#[test]
fn a_pause_without_end_stops_what_follows_a_fixed_date_beside_it_or_not() {
    let beside = r#"{"kind":"timer","offset":{"amount":7,"unit":"days"},
        "fixed":{"at":"2024-01-01T00:00:00Z","precedence":"relative"}}"#;
    let more = r#","paused":[{"from":"2024-05-02T00:00:00Z"}]"#;
    assert_eq!(lines(&["", WEEK, beside], more, "2024-05-03T00:00:00Z")[1..], ["blocked -", "blocked -"]);
}

#[test]
fn a_continued_clock_gives_way_to_an_opening_that_is_known() {
    let more = r#","released":{"m0":null,"m1":"2024-06-08T00:00:00Z"},"clockFrom":"2024-06-01T00:00:00Z""#;
    assert_eq!(
        lines(&["", WEEK, WEEK], more, "2024-06-09T00:00:00Z"),
        ["open -", "open 2024-06-08T00:00:00Z", "scheduled 2024-06-15T00:00:00Z"]
    );
}

#[test]
fn revocation_closes_what_is_open_and_what_would_open_later() {
    assert_eq!(
        lines(
            &["", WEEK],
            r#","revokedAt":"2024-05-03T00:00:00Z","released":{"m0":null}"#,
            "2024-05-04T00:00:00Z"
        ),
        ["closed -", "closed -"]
    );
    assert_eq!(
        lines(&["", WEEK], r#","revokedAt":"2024-05-03T00:00:00Z""#, "2024-05-02T00:00:00Z"),
        ["open 2024-05-01T09:00:00Z", "closed -"]
    );
}

#[test]
fn nothing_opens_before_enrollment_nor_before_the_module_before_it() {
    let course_start = r#"{"kind":"timer","anchor":{"kind":"instant","at":"2020-01-01T00:00:00Z"},"offset":{"amount":1,"unit":"days"}}"#;
    let same_day = r#"{"kind":"timer","offset":{"amount":0,"unit":"days"},"mode":"calendar","at":"06:00"}"#;
    assert_eq!(
        lines(&["", course_start, same_day], "", "2024-05-01T09:00:00Z"),
        ["open 2024-05-01T09:00:00Z", "open 2024-05-01T09:00:00Z", "open 2024-05-01T09:00:00Z"]
    );
}

#[test]
fn an_impossible_rule_names_its_module() {
    let months = r#"{"kind":"timer","offset":{"amount":1,"unit":"months"}}"#;
    let refused =
        release_schedule(&offering(&["", months]), &enrolled(""), &at("2024-05-02T00:00:00Z")).unwrap_err();
    assert_eq!(refused.code(), Code::ReleaseRuleInvalid);
    assert_eq!(refused.location().to_string(), "modules[1].release");
    assert_eq!(
        refused.to_string(),
        "the module `m1` has no release time: months have no fixed length and need the mode `calendar`"
    );
}

const MONTH: &str = r#"{"kind":"timer","anchor":{"kind":"enrollment"},"offset":{"amount":1,"unit":"months"},"mode":"calendar","at":"08:00"}"#;

#[test]
fn a_pause_moves_what_is_pending_by_its_length_and_nothing_else() {
    let paused = r#","paused":[{"from":"2024-05-10T00:00:00Z","until":"2024-05-13T00:00:00Z"}]"#;
    assert_eq!(
        lines(&["", WEEK, WEEK, MONTH], paused, "2024-05-09T00:00:00Z"),
        [
            "open 2024-05-01T09:00:00Z",
            "open 2024-05-08T09:00:00Z",
            "scheduled 2024-05-18T09:00:00Z",
            "scheduled 2024-06-04T08:00:00Z"
        ]
    );
}

#[test]
fn pauses_move_one_after_the_other_and_overlapping_ones_once() {
    let twice = r#","paused":[{"from":"2024-05-09T00:00:00Z","until":"2024-05-10T00:00:00Z"},
        {"from":"2024-05-02T00:00:00Z","until":"2024-05-03T00:00:00Z"},
        {"from":"2024-05-02T12:00:00Z","until":"2024-05-04T00:00:00Z"}]"#;
    // Two days for the overlapping two, which brings it to the 10th at 09:00; then one more.
    assert_eq!(lines(&["", WEEK], twice, "2024-05-02T00:00:00Z")[1], "scheduled 2024-05-11T09:00:00Z");
}

#[test]
fn of_a_pause_before_the_clock_begins_only_the_rest_counts() {
    let paused = r#","paused":[{"from":"2024-04-01T00:00:00Z","until":"2024-05-03T09:00:00Z"}]"#;
    assert_eq!(
        lines(&["", MONTH, WEEK], paused, "2024-05-02T00:00:00Z"),
        [
            "scheduled 2024-05-03T09:00:00Z",
            "scheduled 2024-06-03T08:00:00Z",
            "scheduled 2024-06-10T08:00:00Z"
        ]
    );
}

#[test]
fn a_pause_without_an_end_blocks_what_is_pending_and_keeps_what_is_open() {
    let schedule = release_schedule(
        &offering(&["", WEEK, WEEK]),
        &enrolled(r#","paused":[{"from":"2024-05-10T00:00:00Z"}]"#),
        &at("2024-05-20T00:00:00Z"),
    )
    .unwrap();
    assert_eq!(schedule[1].state, ReleaseState::Open);
    assert_eq!(schedule[2].state, ReleaseState::Blocked);
    assert_eq!(schedule[2].why, Why::Paused { since: "2024-05-10T00:00:00Z".parse().unwrap() });
}

#[test]
fn a_fixed_point_does_not_move_but_nothing_opens_within_a_pause() {
    let on_the_tenth = r#"{"kind":"timer","anchor":{"kind":"instant","at":"2024-05-10T00:00:00Z"},"offset":{"amount":0,"unit":"days"}}"#;
    let lines = |from: &str, until: &str| {
        let paused = format!(r#","paused":[{{"from":"{from}","until":"{until}"}}]"#);
        lines(&["", on_the_tenth], &paused, "2024-05-02T00:00:00Z")[1].clone()
    };
    assert_eq!(lines("2024-05-03T00:00:00Z", "2024-05-09T00:00:00Z"), "scheduled 2024-05-10T00:00:00Z");
    assert_eq!(lines("2024-05-03T00:00:00Z", "2024-05-12T00:00:00Z"), "scheduled 2024-05-12T00:00:00Z");
}

#[test]
fn what_counts_from_something_unknown_is_blocked_and_says_from_what() {
    let from = |anchor: &str| {
        format!(r#"{{"kind":"timer","anchor":{{{anchor}}},"offset":{{"amount":1,"unit":"days"}}}}"#)
    };
    let rules = [
        String::new(),
        from(r#""kind":"registration""#),
        from(r#""kind":"purchase","offering":"gold""#),
        from(r#""kind":"completion","module":"m0""#),
        from(r#""kind":"completion","offering":"gold""#),
        from(r#""kind":"completion","offering":"gold","module":"g""#),
        from(r#""kind":"course-start""#),
        from(r#""kind":"publication""#),
    ];
    let rules: Vec<&str> = rules.iter().map(String::as_str).collect();
    let offering = offering(&rules);
    let facts: MemberFacts = serde_json::from_str(
        r#"{"registeredAt":"2024-05-02T00:00:00Z","purchases":{"gold":"2024-05-03T00:00:00Z"},
            "completions":{"gold":"2024-05-05T00:00:00Z"},"completedModules":{"gold":{"g":"2024-05-06T00:00:00Z"}}}"#,
    )
    .unwrap();
    let completed = enrolled(r#","completed":{"m0":"2024-05-04T00:00:00Z"}"#);
    let schedule = release_schedule(&offering, &enrolled(""), &at("2024-06-01T00:00:00Z")).unwrap();
    for release in &schedule[1..] {
        assert_eq!(release.state, ReleaseState::Blocked, "{release:?}");
        assert!(release.why.to_string().ends_with("of which no time is known"), "{}", release.why);
    }
    let mut dated = offering;
    dated.starts_at = "2024-05-07T00:00:00Z".parse().ok();
    dated.modules[7].published_at = "2024-05-08T00:00:00Z".parse().ok();
    let options = ScheduleOptions { facts: &facts, ..at("2024-06-01T00:00:00Z") };
    let schedule = release_schedule(&dated, &completed, &options).unwrap();
    let opened: Vec<_> = schedule[1..].iter().map(|release| release.opens_at.unwrap().to_string()).collect();
    let days: Vec<_> = (3..=9).map(|day| format!("2024-05-0{day}T00:00:00Z")).collect();
    assert_eq!(opened, days);
}

#[test]
fn a_member_zone_is_the_members_and_the_sites_where_there_is_none() {
    let rule = r#"{"kind":"timer","offset":{"amount":1,"unit":"days"},"mode":"calendar","at":"09:00","timezone":"member"}"#;
    let offering = offering(&["", rule]);
    let facts = MemberFacts { timezone: "America/Chicago".parse().ok(), ..MemberFacts::default() };
    let options = ScheduleOptions { facts: &facts, ..at("2024-05-01T00:00:00Z") };
    let opens = |options: &ScheduleOptions<'_>| {
        release_schedule(&offering, &enrolled(""), options).unwrap()[1].opens_at.unwrap().to_string()
    };
    assert_eq!(opens(&options), "2024-05-02T14:00:00Z");
    assert_eq!(opens(&at("2024-05-01T00:00:00Z")), "2024-05-02T09:00:00Z");
}

#[test]
fn an_expiry_counts_from_the_opening_and_closes_again() {
    let mut offering = offering(&["", WEEK, MANUAL]);
    offering.modules[1].expiry = serde_json::from_str(WEEK).unwrap();
    let lines = |offering: &Offering, now: &str| -> Vec<String> {
        let schedule = release_schedule(offering, &enrolled(""), &at(now)).unwrap();
        let line =
            |release: Release| format!("{:?} {:?} {:?}", release.state, release.opens_at, release.closes_at);
        schedule.into_iter().map(line).collect()
    };
    let (base, manual) = ("Open Some(2024-05-01T09:00:00Z) None", "Manual None None");
    let (opens, closes) = ("Some(2024-05-08T09:00:00Z)", "Some(2024-05-15T09:00:00Z)");
    assert_eq!(lines(&offering, "2024-05-15T08:59:59Z"), [base, &format!("Open {opens} {closes}"), manual]);
    assert_eq!(lines(&offering, "2024-05-15T09:00:00Z"), [base, &format!("Closed {opens} {closes}"), manual]);
    // The offering's own end comes before the module opens, so it never does.
    offering.expiry =
        serde_json::from_str(r#"{"kind":"timer","offset":{"amount":5,"unit":"days"}}"#).unwrap();
    let end = "Some(2024-05-06T09:00:00Z)";
    assert_eq!(
        lines(&offering, "2024-05-02T00:00:00Z"),
        [
            format!("Open Some(2024-05-01T09:00:00Z) {end}"),
            format!("Closed None {end}"),
            format!("Manual None {end}")
        ]
    );
}

#[test]
fn an_expiry_that_is_pending_is_moved_by_a_pause_and_stopped_by_one_without_an_end() {
    let mut offering = offering(&[""]);
    offering.expiry = serde_json::from_str(WEEK).unwrap();
    let closes = |paused: &str| {
        release_schedule(&offering, &enrolled(paused), &at("2024-05-20T00:00:00Z")).unwrap()[0].closes_at
    };
    let ended = r#","paused":[{"from":"2024-05-07T00:00:00Z","until":"2024-05-10T00:00:00Z"}]"#;
    assert_eq!(closes(""), "2024-05-08T09:00:00Z".parse().ok());
    assert_eq!(closes(ended), "2024-05-11T09:00:00Z".parse().ok());
    assert_eq!(closes(r#","paused":[{"from":"2024-05-07T00:00:00Z"}]"#), None);
}

#[test]
fn in_memberpress_the_first_purchase_opens_and_the_last_ends_access() {
    let rule = |amount: u32| {
        format!(
            r#"{{"kind": "timer", "anchor": {{"kind": "purchase", "offering": "gold"}}, "offset": {{"amount": {amount}, "unit": "days"}}}}"#
        )
    };
    let mut offering = offering(&["", &rule(2)]);
    offering.expiry = serde_json::from_str(&rule(30)).ok();
    let facts: MemberFacts = serde_json::from_str(
        r#"{"purchases": {"gold": "2024-05-03T00:00:00Z"}, "lastPurchases": {"gold": "2024-06-03T00:00:00Z"}}"#,
    )
    .unwrap();
    let of = |profile| {
        let options = ScheduleOptions { facts: &facts, profile, ..at("2024-06-10T00:00:00Z") };
        let second = release_schedule(&offering, &enrolled(""), &options).unwrap().remove(1);
        [second.opens_at, second.closes_at].map(|at| at.unwrap().to_string())
    };
    assert_eq!(of(DripProfile::MemberPress), ["2024-05-05T00:00:02Z", "2024-07-03T00:00:02Z"]);
    assert_eq!(of(DripProfile::AccessAlly), ["2024-05-05T00:00:00Z", "2024-06-02T00:00:00Z"]);
}
