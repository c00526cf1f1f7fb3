//! What the laws of releases are drawn from: zones, instants, timers of every kind, offerings and enrollments.

use memberferry::{
    Anchor, Completion, DayOfMonth, Enrollment, FixedDate, Instant, MemberFacts, Mode, Module, ModuleId, Nth,
    Offering, OfferingId, Offset, Pause, Precedence, ReleaseRule, Snap, TimeOfDay, Timer, TimerZone, Unit,
    Weekday, Weekdays, Zone,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const ZONES: [&str; 8] = [
    "UTC",
    "Europe/Amsterdam",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Casablanca",
    "+08:00",
    "-03:30",
];

pub fn zone() -> impl Strategy<Value = Zone> {
    select(&ZONES[..]).prop_map(|zone| zone.parse().unwrap())
}

/// A whole second between 2008 and 2023.
pub fn instant() -> impl Strategy<Value = Instant> {
    (1_200_000_000..1_700_000_000_i64).prop_map(|seconds| Instant::from_seconds(seconds).unwrap())
}

pub fn later(at: Instant, seconds: i64) -> Instant {
    at.checked_add_seconds(seconds).unwrap()
}

pub fn id(index: impl std::fmt::Display) -> ModuleId {
    ModuleId::new(&format!("m{index}")).unwrap()
}

fn other() -> OfferingId {
    OfferingId::new("other").unwrap()
}

fn offset() -> impl Strategy<Value = Offset> {
    let units = [Unit::Minutes, Unit::Hours, Unit::Days, Unit::Weeks, Unit::Months, Unit::Years];
    (0..100_u32, select(units.to_vec())).prop_map(|(amount, unit)| Offset { amount, unit })
}

fn anchor() -> impl Strategy<Value = Anchor> {
    prop_oneof![
        6 => Just(Anchor::PreviousRelease),
        2 => Just(Anchor::Enrollment),
        1 => Just(Anchor::Registration),
        1 => Just(Anchor::CourseStart),
        1 => instant().prop_map(|at| Anchor::Instant { at }),
        1 => Just(Anchor::Purchase { offering: other() }),
        1 => (0..3_u8).prop_map(|index| Anchor::Completion(Completion::Module(id(index)))),
        1 => Just(Anchor::Completion(Completion::Offering(other()))),
        1 => Just(Anchor::Publication),
    ]
}

fn snap() -> impl Strategy<Value = Snap> {
    let nths = [Nth::First, Nth::Second, Nth::Third, Nth::Fourth, Nth::Fifth, Nth::Last];
    prop_oneof![
        subsequence(&Weekday::ALL[..], 1..4)
            .prop_map(|days| Snap::Weekday { days: Weekdays::new(&days).unwrap() }),
        (select(nths.to_vec()), select(&Weekday::ALL[..]))
            .prop_map(|(nth, weekday)| Snap::NthWeekday { nth, weekday }),
        (1..32_u8).prop_map(|day| Snap::DayOfMonth { day: DayOfMonth::new(day).unwrap() }),
    ]
}

fn fixed() -> impl Strategy<Value = FixedDate> {
    let precedences = [Precedence::Latest, Precedence::Relative, Precedence::Fixed];
    (instant(), select(precedences.to_vec())).prop_map(|(at, precedence)| FixedDate { at, precedence })
}

/// A timer that can be carried out.
pub fn timer() -> impl Strategy<Value = Timer> {
    let calendar = (any::<bool>(), option::of((0..24_u32, 0..60_u32)), option::of(snap()));
    let bounds = (option::weighted(0.1, instant()), option::weighted(0.1, 0..50_000_000_i64));
    let zones = [TimerZone::Site, TimerZone::Member];
    let rest = (bounds, option::weighted(0.1, fixed()), select(zones.to_vec()));
    (anchor(), offset(), calendar, rest).prop_map(|(anchor, offset, (calendar, at, snap), rest)| {
        let calendar = calendar || matches!(offset.unit, Unit::Months | Unit::Years);
        let ((not_before, length), fixed, timezone) = rest;
        let from = not_before.unwrap_or_else(|| Instant::from_seconds(1_400_000_000).unwrap());
        Timer {
            mode: if calendar { Mode::Calendar } else { Mode::Elapsed },
            at: at.filter(|_| calendar).and_then(|(hour, minute)| TimeOfDay::new(hour, minute)),
            snap: snap.filter(|_| calendar),
            timezone,
            not_before,
            not_after: length.map(|length| later(from, length)),
            fixed,
            ..Timer::new(anchor, offset)
        }
    })
}

/// A timer that never opens earlier for a later start. Without a time of day, a later start on a day that is clamped or snapped
/// to the same one can open at an earlier hour of it.
pub fn monotone_timer() -> impl Strategy<Value = Timer> {
    timer().prop_map(|mut timer| {
        if timer.mode == Mode::Calendar {
            timer.at = timer.at.or_else(|| TimeOfDay::new(9, 0));
        }
        timer
    })
}

/// An offering of up to five modules, dated throughout, whose timers are drawn from a strategy.
pub fn offering_of(timer: impl Strategy<Value = Timer>) -> impl Strategy<Value = Offering> {
    let rule = prop_oneof![
        1 => Just(ReleaseRule::AtOnce),
        1 => Just(ReleaseRule::Manual),
        6 => timer.prop_map(ReleaseRule::Timer)
    ];
    (vec((rule, option::of(instant())), 1..6), instant()).prop_map(|(rules, starts_at)| {
        let modules = rules.into_iter().enumerate().map(|(index, (rule, published_at))| Module {
            release: (index > 0).then_some(rule),
            published_at,
            ..Module::new(id(index), "M")
        });
        let offering = Offering::new(OfferingId::new("o").unwrap(), "O", modules.collect());
        Offering { starts_at: Some(starts_at), ..offering }
    })
}

pub fn offering() -> impl Strategy<Value = Offering> {
    offering_of(timer())
}

pub fn pauses() -> impl Strategy<Value = Vec<Pause>> {
    let pause = (instant(), option::weighted(0.9, 0..20_000_000_i64));
    let pause =
        pause.prop_map(|(from, length)| Pause::new(from, length.map(|length| later(from, length))).unwrap());
    vec(pause, 0..4)
}

/// An enrollment that is neither paused nor revoked.
pub fn enrollment() -> impl Strategy<Value = Enrollment> {
    let released = proptest::collection::btree_map(0..6_u8, option::of(instant()), 0..4);
    let completed = proptest::collection::btree_map(0..6_u8, instant(), 0..3);
    (instant(), released, option::of(instant()), completed).prop_map(
        |(enrolled_at, released, clock_from, completed)| Enrollment {
            released: released.into_iter().map(|(index, at)| (id(index), at)).collect(),
            completed: completed.into_iter().map(|(index, at)| (id(index), at)).collect(),
            clock_from,
            ..Enrollment::new(OfferingId::new("o").unwrap(), enrolled_at)
        },
    )
}

pub fn facts() -> impl Strategy<Value = MemberFacts> {
    (option::of(instant()), option::of(zone()), option::of(instant()), option::of(instant())).prop_map(
        |(registered_at, timezone, purchase, completion)| MemberFacts {
            registered_at,
            timezone,
            purchases: purchase.into_iter().map(|at| (other(), at)).collect(),
            completions: completion.into_iter().map(|at| (other(), at)).collect(),
            ..MemberFacts::default()
        },
    )
}
