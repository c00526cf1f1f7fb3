//! How other systems drip and end access, against the cases of their own tests. Each case is a setting as the system stores it,
//! made the rule it means and counted under the system's profile. A clone without the cases passes with a word about it.
#![expect(clippy::unwrap_used, clippy::disallowed_macros, clippy::panic, reason = "a test may fail loudly")]

#[path = "support/cases.rs"]
mod cases;
#[path = "support/differences.rs"]
mod differences;

use cases::cases;
use chrono::{NaiveDate, NaiveDateTime};
use differences::Comparison;
use memberferry::{
    Anchors, DripProfile, Instant, LifterlmsAccess, LifterlmsDrip, LifterlmsOrderStatus, LifterlmsTimePeriod,
    ModuleId, Offering, OfferingId, Offset, ReleaseRule, RestrictContentProMembership,
    RestrictContentProStatus, SenseiDrip, Unit, WallClock as _, WallTime, Zone,
};
use serde_json::{Value, json};

/// What a case asks, and what came of it.
#[derive(Default)]
struct Answer {
    /// The first instant at which it is open, where the case asks for it.
    opens_at: Option<Instant>,
    available: Option<bool>,
    status: Option<&'static str>,
    /// The last day of access.
    expires_on: Option<NaiveDate>,
}

struct Case<'a>(&'a Value);

impl Case<'_> {
    fn text(&self, field: &str) -> Option<&str> {
        self.0[field].as_str()
    }

    fn number(&self, field: &str) -> u32 {
        self.0[field].as_u64().and_then(|number| number.try_into().ok()).unwrap()
    }

    fn zone(&self) -> Zone {
        self.text("timezone").unwrap().parse().unwrap()
    }

    fn date(&self, field: &str) -> Option<NaiveDate> {
        self.text(field).map(|text| text.parse().unwrap())
    }

    /// An instant, or the midnight at which a day begins.
    fn instant(&self, field: &str) -> Option<Instant> {
        let text = self.text(field)?;
        let midnight = || {
            let day = format!("{text}T00:00:00").parse().map(WallTime::from_naive);
            day.map(|day| self.zone().instant(day).unwrap())
        };
        Some(text.parse().unwrap_or_else(|_| midnight().unwrap()))
    }

    /// A length such as `1 month`.
    fn length(&self, field: &str) -> Offset {
        let (amount, unit) = self.text(field).unwrap().split_once(' ').unwrap();
        Offset { amount: amount.parse().unwrap(), unit: unit_of(unit) }
    }
}

fn unit_of(word: &str) -> Unit {
    let plural = format!("{}s", word.trim_end_matches('s'));
    serde_json::from_value(json!(plural)).unwrap()
}

fn opening(profile: DripProfile, rule: &ReleaseRule, anchors: &Anchors, case: &Case<'_>) -> Answer {
    let opens_at = match rule {
        ReleaseRule::AtOnce => anchors.enrollment,
        ReleaseRule::Manual => None,
        ReleaseRule::Timer(timer) => profile.opens_at(timer, anchors, case.zone()).unwrap(),
    };
    let available = opens_at.is_some_and(|opens_at| opens_at <= case.instant("now").unwrap());
    Answer { opens_at, available: Some(available), ..Answer::default() }
}

fn lifterlms(case: &Case<'_>) -> Answer {
    let zone = case.zone();
    if case.text("method") == Some("time_period") {
        let period = LifterlmsTimePeriod { start: case.date("start"), end: case.date("end") };
        let enabled = case.0["enabled"].as_bool().unwrap();
        let open = !enabled || period.is_open(case.instant("now").unwrap(), zone).unwrap();
        return Answer { available: Some(open), ..Answer::default() };
    }
    let prerequisite = ModuleId::new("prerequisite").unwrap();
    let setting = match case.text("method").unwrap() {
        "none" => LifterlmsDrip::None,
        "date" => LifterlmsDrip::Date {
            date: case.date("date").unwrap(),
            time: case.text("time").map(|time| time.parse().unwrap()),
        },
        "enrollment" => LifterlmsDrip::Enrollment { days: case.number("days") },
        "start" | "course_start" => LifterlmsDrip::Start { days: case.number("days") },
        "prerequisite" => LifterlmsDrip::Prerequisite { days: case.number("days"), lesson: prerequisite },
        // The suite's course lets its first lesson be.
        "course_interval" => LifterlmsDrip::CourseInterval {
            days: case.number("interval_days"),
            lesson_number: case.number("position"),
            ignored: 1,
        },
        method => panic!("no method {method}"),
    };
    let mut course = Offering::new(OfferingId::new("course").unwrap(), "Course", Vec::new());
    course.starts_at = case.instant("course_start");
    let anchors = Anchors {
        enrollment: case.instant("enrolled_at"),
        course_start: course.starts_at,
        completion: case.instant("completed_at"),
        ..Anchors::default()
    };
    opening(DripProfile::LifterLms, &setting.rule(&course, zone).unwrap(), &anchors, case)
}

fn lifterlms_expiry(case: &Case<'_>) -> Answer {
    let access = match case.text("method").unwrap() {
        "limited-date" => LifterlmsAccess::LimitedDate { date: case.date("date").unwrap() },
        "limited-period" => LifterlmsAccess::LimitedPeriod {
            start: case.date("start").or(case.date("start_date")).unwrap(),
            length: match case.text("period").map(unit_of) {
                Some(unit) => Offset { amount: case.number("length"), unit },
                None => case.length("length"),
            },
        },
        _ => LifterlmsAccess::Lifetime,
    };
    let status = case
        .text("status")
        .map_or(LifterlmsOrderStatus::Active, |status| serde_json::from_value(json!(status)).unwrap());
    let closes_at = access.closes_at(case.zone()).unwrap();
    let expired = closes_at.zip(case.instant("now")).is_some_and(|(closes_at, now)| closes_at <= now);
    let status = match (status.gives_access(), expired) {
        (false, _) => "inactive",
        (true, true) => "expired",
        (true, false) => "active",
    };
    Answer {
        available: Some(status == "active"),
        status: Some(status),
        expires_on: access.last_day().unwrap(),
        ..Answer::default()
    }
}

fn sensei(case: &Case<'_>) -> Answer {
    let setting = match case.text("method").unwrap() {
        "none" => SenseiDrip::None,
        "absolute" => SenseiDrip::Absolute { date: case.date("date").unwrap() },
        method => {
            let unit = method.strip_prefix("dynamic_").unwrap();
            SenseiDrip::Dynamic { after: Offset { amount: case.number(unit), unit: unit_of(unit) } }
        }
    };
    let anchors = Anchors { enrollment: case.instant("enrolled_at"), ..Anchors::default() };
    opening(DripProfile::Sensei, &setting.rule(case.zone()).unwrap(), &anchors, case)
}

fn restrict_content_pro(case: &Case<'_>) -> Answer {
    let now = case.instant("now").unwrap();
    if case.text("method") == Some("renew") {
        let expires =
            RestrictContentProMembership::renewal(now, case.length("level_duration"), case.zone()).unwrap();
        return Answer { expires_on: expires.map(|expires| expires.date()), ..Answer::default() };
    }
    let status = case
        .text("status")
        .map_or(RestrictContentProStatus::Active, |status| serde_json::from_value(json!(status)).unwrap());
    let expires: Option<NaiveDateTime> = case.text("expires").and_then(|text| text.parse().ok());
    let membership = RestrictContentProMembership { status, expires };
    let expired = membership.closes_at(case.zone()).unwrap().is_some_and(|closes_at| closes_at <= now);
    Answer {
        available: Some(membership.gives_access(now, case.zone()).unwrap()),
        status: Some(if expired { "expired" } else { "not-expired" }),
        ..Answer::default()
    }
}

#[test]
fn drips_and_expiries_of_other_systems() {
    let cases = cases("drip_cases.jsonl");
    let mut comparison = Comparison::of("Drip");
    for value in &cases {
        let case = Case(value);
        let answer = match case.text("suite").unwrap() {
            "lifterlms" => lifterlms(&case),
            "lifterlms-expiry" => lifterlms_expiry(&case),
            "sensei-content-drip" => sensei(&case),
            "restrict-content-pro" => restrict_content_pro(&case),
            suite => panic!("no suite {suite}"),
        };
        let opens_on = answer.opens_at.map(|at| case.zone().wall(at).date());
        let agreements = [
            value["expected_available"].as_bool().is_none_or(|expected| answer.available == Some(expected)),
            case.date("expected_available_on").is_none_or(|expected| opens_on == Some(expected)),
            case.instant("expected_available_at").is_none_or(|expected| answer.opens_at == Some(expected)),
            case.text("expected_status").is_none_or(|expected| answer.status == Some(expected)),
            case.date("expected_expires_on").is_none_or(|expected| answer.expires_on == Some(expected)),
        ];
        comparison.case(
            case.text("id").unwrap(),
            case.text("note").unwrap(),
            !agreements.contains(&false),
            || format!("{value}: {agreements:?} {:?} {:?}", answer.opens_at, answer.expires_on),
        );
    }
    if !cases.is_empty() {
        comparison.check();
    }
}
