//! Laws of releases that hold for every offering and enrollment, and of reading site documents that hold for all bytes.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use memberferry::{
    Anchor, Anchors, Enrollment, Instant, Mode, Module, ModuleId, Offering, OfferingId, Offset, Refusal,
    ReleaseRule, ReleaseState, ScheduleOptions, Site, TimeOfDay, Timer, Unit, Zone, release_at,
    release_schedule,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

const ZONES: [&str; 6] = [
    "UTC",
    "Europe/Amsterdam",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Casablanca",
];

fn zone() -> impl Strategy<Value = Zone> {
    (0..ZONES.len()).prop_map(|index| ZONES[index].parse().unwrap())
}

fn instant() -> impl Strategy<Value = Instant> {
    (1_200_000_000..1_700_000_000_i64).prop_map(|seconds| Instant::from_seconds(seconds).unwrap())
}

fn timer() -> impl Strategy<Value = Timer> {
    let unit = prop_oneof![
        Just(Unit::Minutes),
        Just(Unit::Hours),
        Just(Unit::Days),
        Just(Unit::Weeks),
        Just(Unit::Months),
        Just(Unit::Years)
    ];
    let anchor = prop_oneof![
        3 => Just(Anchor::PreviousRelease),
        1 => Just(Anchor::Enrollment),
        1 => instant().prop_map(|at| Anchor::Instant { at })
    ];
    let at = option::of((0..24_u32, 0..60_u32));
    (anchor, 0..100_u32, unit, any::<bool>(), at).prop_map(|(anchor, amount, unit, calendar, at)| {
        let calendar = calendar || matches!(unit, Unit::Months | Unit::Years);
        Timer {
            mode: if calendar { Mode::Calendar } else { Mode::Elapsed },
            at: at.filter(|_| calendar).and_then(|(hour, minute)| TimeOfDay::new(hour, minute)),
            ..Timer::new(anchor, Offset { amount, unit })
        }
    })
}

fn offering() -> impl Strategy<Value = Offering> {
    let rule = prop_oneof![
        1 => Just(ReleaseRule::AtOnce),
        1 => Just(ReleaseRule::Manual),
        6 => timer().prop_map(ReleaseRule::Timer)
    ];
    vec(rule, 1..6).prop_map(|rules| {
        let modules = rules.into_iter().enumerate().map(|(index, rule)| {
            let id = ModuleId::new(&format!("m{index}")).unwrap();
            Module { release: (index > 0).then_some(rule), ..Module::new(id, "M") }
        });
        Offering::new(OfferingId::new("o").unwrap(), "O", modules.collect())
    })
}

fn enrollment() -> impl Strategy<Value = Enrollment> {
    let released = proptest::collection::btree_map(0..6_u8, option::of(instant()), 0..4);
    (instant(), released, option::of(instant()), option::weighted(0.2, instant())).prop_map(
        |(enrolled_at, released, clock_from, revoked_at)| Enrollment {
            released: released
                .into_iter()
                .map(|(index, at)| (ModuleId::new(&format!("m{index}")).unwrap(), at))
                .collect(),
            clock_from,
            revoked_at,
            ..Enrollment::new(OfferingId::new("o").unwrap(), enrolled_at)
        },
    )
}

proptest! {
    #[test]
    fn what_is_released_is_open_unless_access_was_taken_away(
        offering in offering(), enrollment in enrollment(), zone in zone(), now in instant()
    ) {
        let schedule = release_schedule(&offering, &enrollment, &ScheduleOptions::new(zone, now)).unwrap();
        prop_assert_eq!(schedule.len(), offering.modules.len());
        for release in schedule {
            if enrollment.is_revoked(now) {
                prop_assert_eq!(release.state, ReleaseState::Closed);
            } else if enrollment.released.contains_key(&release.module) {
                prop_assert_eq!(release.state, ReleaseState::Open);
            }
            prop_assert!(!release.why.to_string().is_empty());
        }
    }

    #[test]
    fn time_opens_modules_and_never_closes_them(
        offering in offering(), mut enrollment in enrollment(), zone in zone(), now in instant(), wait in 0..100_000_000_i64
    ) {
        enrollment.revoked_at = None;
        let later = now.checked_add_seconds(wait).unwrap();
        let before = release_schedule(&offering, &enrollment, &ScheduleOptions::new(zone, now)).unwrap();
        let after = release_schedule(&offering, &enrollment, &ScheduleOptions::new(zone, later)).unwrap();
        for (before, after) in before.iter().zip(&after) {
            prop_assert_eq!(before.opens_at, after.opens_at);
            prop_assert!(before.state != ReleaseState::Open || after.state == ReleaseState::Open);
            if before.state == ReleaseState::Scheduled {
                let due = before.opens_at.unwrap() <= later;
                prop_assert_eq!(after.state == ReleaseState::Open, due);
            }
        }
    }

    #[test]
    fn nothing_opens_by_the_clock_before_enrollment(
        offering in offering(), enrolled_at in instant(), zone in zone(), now in instant()
    ) {
        let enrollment = Enrollment::new(offering.id.clone(), enrolled_at);
        for release in release_schedule(&offering, &enrollment, &ScheduleOptions::new(zone, now)).unwrap() {
            prop_assert!(release.opens_at.is_none_or(|at| at >= enrolled_at));
        }
    }

    #[test]
    fn a_longer_offset_never_opens_earlier(timer in timer(), from in instant(), zone in zone(), more in 1..50_u32) {
        let anchors = Anchors { enrollment: Some(from), previous_release: Some(from), ..Anchors::default() };
        let longer = Timer { offset: Offset { amount: timer.offset.amount + more, ..timer.offset }, ..timer.clone() };
        let short = release_at(&ReleaseRule::Timer(timer), &anchors, zone).unwrap();
        let long = release_at(&ReleaseRule::Timer(longer), &anchors, zone).unwrap();
        prop_assert!(short <= long);
    }

    #[test]
    fn a_later_anchor_never_opens_earlier(timer in timer(), from in instant(), zone in zone(), wait in 86_400..10_000_000_i64) {
        // Within one day a clock set back can put the later of two wall-clock times first; a day apart it cannot.
        let at = |from: Instant| {
            let anchors = Anchors { enrollment: Some(from), previous_release: Some(from), ..Anchors::default() };
            release_at(&ReleaseRule::Timer(timer.clone()), &anchors, zone).unwrap()
        };
        prop_assert!(at(from) <= at(from.checked_add_seconds(wait + 7_200).unwrap()));
    }

    #[test]
    fn no_amount_and_no_anchor_panics(mut timer in timer(), amount in any::<u32>(), at in any::<i64>(), zone in zone()) {
        timer.offset.amount = amount;
        let Some(from) = Instant::from_microseconds(at / 30) else { return Ok(()) };
        let anchors = Anchors { enrollment: Some(from), previous_release: Some(from), ..Anchors::default() };
        if let Ok(opens_at) = release_at(&ReleaseRule::Timer(timer), &anchors, zone) {
            prop_assert!(opens_at.is_some());
        }
    }

    #[test]
    fn a_rule_reads_back_as_it_was_written(timer in timer()) {
        let rule = ReleaseRule::Timer(timer);
        let written = serde_json::to_string(&rule).unwrap();
        prop_assert_eq!(serde_json::from_str::<ReleaseRule>(&written).unwrap(), rule);
    }

    #[test]
    fn reading_any_bytes_gives_a_site_or_issues(bytes in vec(any::<u8>(), 0..200)) {
        let refused = Site::from_json(&bytes).unwrap_err();
        prop_assert!(!refused.issues().is_empty());
    }

    #[test]
    fn reading_an_altered_document_gives_a_site_or_issues(
        edits in vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 1..6)
    ) {
        let mut bytes = DOCUMENT.as_bytes().to_vec();
        for (place, byte, edit) in edits {
            let index = place.index(bytes.len());
            match edit {
                0 => bytes[index] = byte,
                1 => { bytes.remove(index); }
                2 => bytes.insert(index, b"{}[]\",:0"[usize::from(byte % 8)]),
                _ => bytes.truncate(index.max(bytes.len() / 2)),
            }
        }
        match Site::from_json(&bytes) {
            Ok(site) => prop_assert_eq!(site.document().format, 1),
            Err(refused) => {
                prop_assert!(!refused.issues().is_empty() && !refused.to_string().is_empty());
            }
        }
    }
}

const DOCUMENT: &str = r#"{"format": 1, "name": "Harbour", "timezone": "Europe/Amsterdam", "tags": ["Newsletter"],
"tagMap": [{"kind": "rename", "from": "Customer Gold", "to": "Gold"}, {"kind": "drop", "from": "old", "reason": "unused"}],
"offerings": [{"id": "w", "name": "W", "accessTag": "W: Access", "modules": [{"id": "a", "name": "A"},
{"id": "b", "name": "B", "release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}, "mode": "calendar", "at": "09:00"}}]}],
"pages": [{"id": "p", "title": "P", "offering": "w", "module": "b"}, {"id": "q", "title": "Q", "parent": "p",
"inherit": "parent-and-own", "rule": {"kind": "and", "rules": [{"kind": "has-any", "tags": ["Gold"]},
{"kind": "not", "rule": {"kind": "during", "from": "2024-05-01T00:00:00Z"}}]}, "redirects": [{"to": "/login"}]}]}"#;

#[test]
fn the_document_that_is_altered_is_a_good_one() {
    Site::from_json(DOCUMENT.as_bytes()).unwrap();
}
