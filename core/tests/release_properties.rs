//! Laws of releases that hold for every offering and enrollment, and of reading site documents that hold for all bytes.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "support/releases.rs"]
mod releases;

use chrono::{Datelike as _, NaiveDate};
use memberferry::{
    Anchor, Anchors, DripProfile, Enrollment, Instant, MemberFacts, Mode, Offering, Offset, Pause, Refusal,
    Release, ReleaseRule, ReleaseState, ScheduleOptions, Site, Snap, Timer, TimerZone, Unit, WallClock as _,
    Zone, release_at, release_schedule,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use releases::{
    enrollment, facts, id, instant, later, monotone_timer, offering, offering_of, pauses, timer, zone,
};

fn schedule(
    offering: &Offering,
    enrollment: &Enrollment,
    facts: &MemberFacts,
    zone: Zone,
    at: Instant,
) -> Vec<Release> {
    let options = ScheduleOptions { facts, ..ScheduleOptions::new(zone, at) };
    release_schedule(offering, enrollment, &options).unwrap()
}

/// Every point in time that a rule may count from is this one.
fn all(at: Instant) -> Anchors {
    let at = Some(at);
    Anchors {
        enrollment: at,
        previous_release: at,
        registration: at,
        course_start: at,
        purchase: at,
        completion: at,
        publication: at,
    }
}

fn opens(timer: &Timer, from: Instant, zone: Zone) -> Instant {
    release_at(&ReleaseRule::Timer(timer.clone()), &all(from), zone).unwrap().unwrap()
}

proptest! {
    #[test]
    fn what_is_released_is_open_unless_access_was_taken_away(
        offering in offering(), mut enrollment in enrollment(), facts in facts(), pauses in pauses(),
        revoked in option::weighted(0.2, instant()), zone in zone(), now in instant()
    ) {
        enrollment.revoked_at = revoked;
        enrollment.paused = pauses;
        let schedule = schedule(&offering, &enrollment, &facts, zone, now);
        prop_assert_eq!(schedule.len(), offering.modules.len());
        for release in &schedule {
            if enrollment.is_revoked(now) {
                prop_assert_eq!(release.state, ReleaseState::Closed);
            } else if let Some(at) = enrollment.released.get(&release.module) {
                prop_assert_eq!((release.state, release.opens_at), (ReleaseState::Open, *at));
            }
        }
    }

    #[test]
    fn time_opens_modules_and_never_closes_them(
        offering in offering(), mut enrollment in enrollment(), facts in facts(), pauses in pauses(),
        zone in zone(), now in instant(), wait in 0..100_000_000_i64
    ) {
        enrollment.paused = pauses;
        let then = later(now, wait);
        let before = schedule(&offering, &enrollment, &facts, zone, now);
        let after = schedule(&offering, &enrollment, &facts, zone, then);
        for (before, after) in before.iter().zip(&after) {
            prop_assert_eq!(before.opens_at, after.opens_at);
            prop_assert!(before.state != ReleaseState::Open || after.state == ReleaseState::Open);
            if before.state == ReleaseState::Scheduled {
                let due = before.opens_at.unwrap() <= then;
                prop_assert_eq!(after.state == ReleaseState::Open, due);
            }
        }
    }

    #[test]
    fn recording_what_the_clock_has_opened_changes_nothing(
        offering in offering(), mut enrollment in enrollment(), facts in facts(), pauses in pauses(), zone in zone(),
        now in instant(), wait in 0..100_000_000_i64
    ) {
        enrollment.paused = pauses;
        let then = later(now, wait);
        let unrecorded = schedule(&offering, &enrollment, &facts, zone, then);
        for release in schedule(&offering, &enrollment, &facts, zone, now) {
            if release.state == ReleaseState::Open {
                enrollment.released.entry(release.module).or_insert(release.opens_at);
            }
        }
        let recorded = schedule(&offering, &enrollment, &facts, zone, then);
        for (recorded, unrecorded) in recorded.iter().zip(&unrecorded) {
            prop_assert_eq!((recorded.state, recorded.opens_at), (unrecorded.state, unrecorded.opens_at));
        }
    }

    #[test]
    fn an_expiry_closes_at_its_instant_and_for_good(
        mut offering in offering(), enrollment in enrollment(), expiry in timer(), own in timer(), facts in facts(),
        zone in zone(), now in instant(), wait in 0..100_000_000_i64
    ) {
        offering.expiry = Some(ReleaseRule::Timer(expiry));
        offering.modules[0].expiry = Some(ReleaseRule::Timer(own));
        for at in [now, later(now, wait)] {
            for release in schedule(&offering, &enrollment, &facts, zone, at) {
                let ended = release.closes_at.is_some_and(|closes_at| closes_at <= at);
                let never_opens = release.closes_at.is_some() && release.opens_at.is_none();
                match release.state {
                    ReleaseState::Closed => prop_assert!(ended || never_opens),
                    _ => prop_assert!(!ended),
                }
            }
        }
    }

    #[test]
    fn nothing_opens_by_the_clock_before_enrollment(
        offering in offering(), enrolled_at in instant(), facts in facts(), pauses in pauses(), zone in zone(), now in instant()
    ) {
        let mut enrollment = Enrollment::new(offering.id.clone(), enrolled_at);
        enrollment.paused = pauses;
        for release in schedule(&offering, &enrollment, &facts, zone, now) {
            prop_assert!(release.opens_at.is_none_or(|at| at >= enrolled_at));
        }
    }

    #[test]
    fn nothing_opens_by_the_clock_within_a_pause(
        offering in offering(), mut enrollment in enrollment(), facts in facts(), pauses in pauses(), zone in zone(), now in instant()
    ) {
        enrollment.paused = pauses;
        for release in schedule(&offering, &enrollment, &facts, zone, now) {
            if let Some(at) = release.opens_at.filter(|_| !enrollment.released.contains_key(&release.module)) {
                prop_assert!(!enrollment.paused.iter().any(|pause| pause.contains(at)), "{release:?}");
            }
        }
    }

    #[test]
    fn a_pause_moves_only_what_is_pending_and_never_to_an_earlier_time(
        offering in offering_of(monotone_timer()), mut enrollment in enrollment(), facts in facts(), pauses in pauses(),
        zone in zone(), now in instant()
    ) {
        let before = schedule(&offering, &enrollment, &facts, zone, now);
        let first = pauses.iter().filter(|pause| pause.until() != Some(pause.from())).map(|pause| pause.from()).min();
        enrollment.paused = pauses;
        let after = schedule(&offering, &enrollment, &facts, zone, now);
        for (before, after) in before.iter().zip(&after) {
            let untouched = first.is_none_or(|first| before.opens_at.is_some_and(|at| at < first));
            if untouched || enrollment.released.contains_key(&before.module) {
                prop_assert_eq!(before.opens_at, after.opens_at);
            } else if let (Some(without), Some(with)) = (before.opens_at, after.opens_at) {
                prop_assert!(without <= with, "{before:?} {after:?}");
            }
        }
    }

    #[test]
    fn a_pause_in_the_middle_of_an_elapsed_wait_adds_its_length(
        from in instant(), days in 2..60_u32, begins in 0..100_000_i64, length in 0..10_000_000_i64, zone in zone()
    ) {
        let week = Timer::new(Anchor::PreviousRelease, Offset { amount: days, unit: Unit::Days });
        let mut offering = Offering::new("o".to_owned().try_into().unwrap(), "O", vec![
            memberferry::Module::new(id(0), "M"), memberferry::Module::new(id(1), "M"),
        ]);
        offering.modules[1].release = Some(ReleaseRule::Timer(week));
        let mut enrollment = Enrollment::new(offering.id.clone(), from);
        let begin = later(from, begins + 1);
        enrollment.paused = vec![Pause::new(begin, Some(later(begin, length))).unwrap()];
        let opened = schedule(&offering, &enrollment, MemberFacts::NONE, zone, from)[1].opens_at;
        prop_assert_eq!(opened, Some(later(from, i64::from(days) * 86_400 + length)));
    }

    #[test]
    fn timers_chain(offering in offering(), enrolled_at in instant(), zone in zone(), now in instant()) {
        let enrollment = Enrollment::new(offering.id.clone(), enrolled_at);
        let mut before: Option<Instant> = None;
        let releases = schedule(&offering, &enrollment, MemberFacts::NONE, zone, now);
        for (index, release) in releases.iter().enumerate() {
            if let ReleaseRule::Timer(timer) = offering.release_rule(index)
                && timer.anchor == Anchor::PreviousRelease && timer.needs_anchor()
            {
                let expected = before.map(|before| opens(timer, before, zone).max(before).max(enrolled_at));
                prop_assert_eq!(release.opens_at, expected);
            }
            before = release.opens_at;
        }
    }

    #[test]
    fn a_longer_offset_never_opens_earlier(mut timer in timer(), from in instant(), zone in zone(), more in 1..50_u32) {
        // Minutes and hours can end on either side of a clock set back; snapped to one day, the later shows the earlier time.
        if matches!(timer.offset.unit, Unit::Minutes | Unit::Hours) && timer.at.is_none() {
            timer.snap = None;
        }
        let longer = Timer { offset: Offset { amount: timer.offset.amount + more, ..timer.offset }, ..timer.clone() };
        prop_assert!(opens(&timer, from, zone) <= opens(&longer, from, zone));
    }

    #[test]
    fn a_later_anchor_never_opens_earlier(timer in monotone_timer(), from in instant(), zone in zone(), wait in 0..10_000_000_i64) {
        // Within one day a clock set back can put the later of two wall-clock times first; a day apart it cannot.
        prop_assert!(opens(&timer, from, zone) <= opens(&timer, later(from, 93_600 + wait), zone));
    }

    #[test]
    fn months_are_counted_from_the_anchor_and_clamped(from in instant(), months in 0..600_u32, zone in zone()) {
        let timer = Timer::new(Anchor::Enrollment, Offset { amount: months, unit: Unit::Months });
        let local = zone.wall(from).to_naive();
        let month = local.year() * 12 + i32::try_from(local.month0() + months).unwrap();
        let (year, month) = (month.div_euclid(12), u32::try_from(month.rem_euclid(12)).unwrap() + 1);
        let day = (1..=local.day()).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day)).unwrap();
        let expected = zone.instant(zone.wall(from).on(day)).unwrap();
        prop_assert_eq!(opens(&timer, from, zone), expected);
    }

    #[test]
    fn a_snap_lands_on_a_day_that_fits_and_none_before_it_does(timer in timer(), from in instant(), zone in zone()) {
        let free = Timer { not_before: None, not_after: None, fixed: None, mode: Mode::Calendar, at: "12:00".parse().ok(), ..timer };
        let snapped = zone.wall(opens(&free, from, zone)).date();
        let reached = zone.wall(opens(&Timer { snap: None, ..free.clone() }, from, zone)).date();
        let fits = |day: NaiveDate| match free.snap {
            None => true,
            Some(Snap::Weekday { days }) => days.iter().any(|name| name.to_string() == day.format("%A").to_string()),
            Some(Snap::DayOfMonth { day: wanted }) => {
                let last = day.with_day(1).unwrap().checked_add_months(chrono::Months::new(1)).unwrap().pred_opt().unwrap();
                day.day() == u32::from(wanted.number()).min(last.day())
            }
            Some(Snap::NthWeekday { nth, weekday }) => {
                let is_last = (day + chrono::Days::new(7)).month() != day.month();
                let number = i8::try_from(day.day0() / 7 + 1).unwrap();
                let nth_fits = i8::from(nth) == number || (i8::from(nth) == -1 && is_last);
                weekday.to_string() == day.format("%A").to_string() && nth_fits
            }
        };
        // A day that a zone left out of its calendar is shown as the next.
        prop_assert!(fits(snapped) || fits(snapped.pred_opt().unwrap()));
        prop_assert!(reached.iter_days().take_while(|day| *day < snapped).all(|day| !fits(day)) || !fits(snapped));
    }

    #[test]
    fn the_members_zone_is_as_if_the_site_were_there(
        offering in offering(), enrollment in enrollment(), facts in facts(), own in zone(), site in zone(), now in instant()
    ) {
        let with_zone = |timezone: TimerZone| {
            let mut offering = offering.clone();
            for module in &mut offering.modules {
                if let Some(ReleaseRule::Timer(timer)) = &mut module.release {
                    timer.timezone = timezone;
                }
            }
            offering
        };
        let opens = |timezone, facts: &MemberFacts, site| -> Vec<_> {
            let releases = schedule(&with_zone(timezone), &enrollment, facts, site, now);
            releases.into_iter().map(|release| (release.state, release.opens_at)).collect()
        };
        let at_home = MemberFacts { timezone: Some(own), ..facts.clone() };
        let nowhere = MemberFacts { timezone: None, ..facts };
        prop_assert_eq!(opens(TimerZone::Member, &at_home, site), opens(TimerZone::Site, &nowhere, own));
        prop_assert_eq!(opens(TimerZone::Member, &nowhere, site), opens(TimerZone::Site, &at_home, site));
    }

    #[test]
    fn accessally_counts_as_the_rules_do(timer in timer(), from in instant(), zone in zone()) {
        let counted = DripProfile::AccessAlly.opens_at(&timer, &all(from), zone).unwrap();
        prop_assert_eq!(counted, Some(opens(&timer, from, zone)));
    }

    #[test]
    fn each_system_opens_at_the_first_second_at_which_its_own_test_lets_in(
        amount in 1..60_u32, from in instant(), zone in zone()
    ) {
        let length = i64::from(amount) * 86_400;
        let wall = |at: Instant| zone.wall(at).to_naive().and_utc().timestamp();
        let seconds = |at: Instant| at.microseconds() / Instant::MICROSECONDS;
        let day = |at: Instant| zone.wall(at).date();
        let start_of_day = zone.instant(zone.wall(from).at_microsecond_of_day(Instant::MICROSECONDS)).unwrap();
        let is_open = |profile: DripProfile, at: Instant| match profile {
            DripProfile::AccessAlly | DripProfile::LearnDash => seconds(at) >= seconds(from) + length,
            DripProfile::ConvertKitAutomation => seconds(at) >= seconds(from) + 300 + length,
            // On timestamps of the wall clock: `(now - start) / 86400 >= delay`, and `now >= start + days`.
            DripProfile::PmproSeries | DripProfile::LifterLms => wall(at) - wall(from) >= length,
            DripProfile::MemberPress => seconds(at) - seconds(start_of_day) > length,
            DripProfile::Sensei => day(at) >= day(from) + chrono::Days::new(amount.into()),
        };
        let timer = Timer::new(Anchor::Enrollment, Offset { amount, unit: Unit::Days });
        for profile in DripProfile::ALL {
            let at = profile.opens_at(&timer, &all(from), zone).unwrap().unwrap();
            prop_assert!(is_open(profile, at) && !is_open(profile, later(at, -1)), "{profile}: {at}");
        }
    }

    #[test]
    fn no_amount_and_no_anchor_panics(
        mut timer in timer(), amount in any::<u32>(), at in any::<i64>(), zone in zone(), now in instant()
    ) {
        timer.offset.amount = amount;
        let Some(from) = Instant::from_microseconds(at / 30) else { return Ok(()) };
        if let Ok(opens_at) = release_at(&ReleaseRule::Timer(timer.clone()), &all(from), zone) {
            prop_assert!(opens_at.is_some());
        }
        for profile in DripProfile::ALL {
            if let Ok(opens_at) = profile.opens_at(&timer, &all(from), zone) {
                prop_assert!(opens_at.is_some());
            }
            if let Ok(shown_at) = profile.shown_at(&timer, &all(from), zone, now) {
                prop_assert_eq!(shown_at.is_some(), profile == DripProfile::PmproSeries);
            }
        }
    }

    #[test]
    fn pauses_and_releases_at_the_ends_of_time_do_not_panic(
        offering in offering(), mut enrollment in enrollment(), bounds in vec(any::<i64>(), 4), zone in zone(), now in instant()
    ) {
        let instants: Vec<Instant> = bounds.iter().filter_map(|at| Instant::from_microseconds(at / 30)).collect();
        for pair in instants.chunks(2) {
            enrollment.paused.extend(Pause::new(pair[0], pair.get(1).copied()));
            enrollment.enrolled_at = pair[0];
        }
        let options = ScheduleOptions::new(zone, now);
        if let Err(refused) = release_schedule(&offering, &enrollment, &options) {
            prop_assert!(!refused.to_string().is_empty());
        }
    }

    #[test]
    fn a_rule_reads_back_as_it_was_written(timer in timer()) {
        let rule = ReleaseRule::Timer(timer);
        let written = serde_json::to_string(&rule).unwrap();
        prop_assert_eq!(serde_json::from_str::<ReleaseRule>(&written).unwrap(), rule);
    }

    #[test]
    fn an_enrollment_and_facts_read_back_as_they_were_written(mut enrollment in enrollment(), facts in facts(), pauses in pauses()) {
        enrollment.paused = pauses;
        let written = serde_json::to_string(&enrollment).unwrap();
        prop_assert_eq!(serde_json::from_str::<Enrollment>(&written).unwrap(), enrollment);
        let written = serde_json::to_string(&facts).unwrap();
        prop_assert_eq!(serde_json::from_str::<MemberFacts>(&written).unwrap(), facts);
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
