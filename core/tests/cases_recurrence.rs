//! Recurrences of RFC 5545 against our rules: each occurrence is one release, counted from the recurrence's start or from the
//! release before. What our grammar cannot say is listed in `docs/src/reference/differences.md`.
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

use std::collections::{BTreeMap, BTreeSet};

use cases::cases;
use chrono::{Datelike as _, NaiveDate, NaiveDateTime, NaiveTime};
use differences::Comparison;
use memberferry::{Anchors, Instant, ReleaseRule, WallClock as _, WallTime, Zone, release_at};
use serde_json::{Value, json};

/// How many periods of a recurrence are looked at.
const PERIODS: u32 = 600;

/// A recurrence as written.
struct Recurrence {
    start: NaiveDateTime,
    zone: Zone,
    parts: BTreeMap<String, String>,
}

const DAYS: [(&str, &str); 7] = [
    ("MO", "monday"),
    ("TU", "tuesday"),
    ("WE", "wednesday"),
    ("TH", "thursday"),
    ("FR", "friday"),
    ("SA", "saturday"),
    ("SU", "sunday"),
];

fn weekday(short: &str) -> Option<&'static str> {
    DAYS.iter().find(|(name, _)| *name == short).map(|(_, name)| *name)
}

impl Recurrence {
    fn read(case: &Value) -> Option<Recurrence> {
        let (start, rule) = case["rrule"].as_str()?.split_once('\n')?;
        let start = NaiveDateTime::parse_from_str(start.rsplit_once(':')?.1, "%Y%m%dT%H%M%S").ok()?;
        let parts = rule.strip_prefix("RRULE:")?.split(';');
        let parts =
            parts.map(|part| part.split_once('=').map(|(key, value)| (key.to_owned(), value.to_owned())));
        Some(Recurrence {
            start,
            zone: case["zone"].as_str()?.parse().ok()?,
            parts: parts.collect::<Option<_>>()?,
        })
    }

    fn part(&self, name: &str) -> Option<&str> {
        self.parts.get(name).map(String::as_str)
    }

    /// The parts that are there, but for those that every recurrence may have.
    fn shape(&self) -> Vec<&str> {
        let common = ["INTERVAL", "COUNT", "UNTIL", "WKST"];
        self.parts.keys().map(String::as_str).filter(|part| !common.contains(part)).collect()
    }

    /// When a rule releases, counted from the time of the start on a day.
    fn release(&self, from: NaiveDate, periods: u32, unit: &str, snap: Option<Value>) -> Option<Instant> {
        let mut rule = json!({
            "kind": "timer", "mode": "calendar", "anchor": {"kind": "enrollment"},
            "offset": {"amount": periods, "unit": unit},
        });
        if let Some(snap) = snap {
            rule["snap"] = snap;
        }
        let rule: ReleaseRule = serde_json::from_value(rule).ok()?;
        let enrollment = self.zone.instant(WallTime::from_naive(from.and_time(self.start.time()))).ok();
        release_at(&rule, &Anchors { enrollment, ..Anchors::default() }, self.zone).unwrap()
    }

    /// Every release on a day of the week from one on, a week after another, within its month.
    fn weekly_within_month(&self, first: Instant) -> Vec<Instant> {
        let first_day = self.zone.wall(first).date();
        let releases = (0..5).filter_map(|weeks| self.release(first_day, weeks, "weeks", None));
        releases.filter(|at| self.zone.wall(*at).date().month() == first_day.month()).collect()
    }

    /// The occurrences that the releases of our rules are; absent where our grammar cannot say the recurrence.
    fn occurrences(&self) -> Option<BTreeSet<Instant>> {
        let interval: u32 = self.part("INTERVAL").map_or(Some(1), |interval| interval.parse().ok())?;
        let date = self.start.date();
        let month = date.with_day(1)?;
        let mut found = BTreeSet::new();
        let days: Vec<&str> = self.part("BYDAY").map(|days| days.split(',').collect()).unwrap_or_default();
        for period in (0..PERIODS).map(|period| period * interval) {
            match (self.part("FREQ")?, self.shape().as_slice()) {
                ("DAILY", ["FREQ"]) => found.extend(self.release(date, period, "days", None)),
                ("WEEKLY", ["FREQ"]) => found.extend(self.release(date, period, "weeks", None)),
                ("MONTHLY", ["FREQ"]) if date.day() <= 28 => {
                    found.extend(self.release(date, period, "months", None));
                }
                ("YEARLY", ["FREQ"]) if date.day() <= 28 => {
                    found.extend(self.release(date, period, "years", None))
                }
                ("WEEKLY", ["BYDAY", "FREQ"]) => {
                    // Weeks begin on Monday unless the recurrence says otherwise.
                    let first = self.part("WKST").unwrap_or("MO");
                    let first = date.week(first_day(first)?).first_day();
                    for day in &days {
                        let snap = json!({"kind": "weekday", "days": [weekday(day)?]});
                        found.extend(self.release(first, period, "weeks", Some(snap)));
                    }
                }
                ("MONTHLY", ["BYDAY", "FREQ"]) => {
                    for day in &days {
                        let (nth, day) = day.split_at_checked(day.len() - 2)?;
                        if nth.is_empty() {
                            let snap = json!({"kind": "weekday", "days": [weekday(day)?]});
                            let first = self.release(month, period, "months", Some(snap))?;
                            found.extend(self.weekly_within_month(first));
                            continue;
                        }
                        let nth: i8 = nth.parse().ok()?;
                        let snap = json!({"kind": "nth-weekday", "nth": nth, "weekday": weekday(day)?});
                        let release = |snap| self.release(month, period, "months", Some(snap));
                        serde_json::from_value::<memberferry::Snap>(snap.clone()).ok()?;
                        // A month without a fifth has no release of its own: the snap would pass it over.
                        let reached = self.release(month, period, "months", None)?;
                        let same = |at: &Instant| {
                            self.zone.wall(*at).date().month() == self.zone.wall(reached).date().month()
                        };
                        found.extend(release(snap).filter(same));
                    }
                }
                ("MONTHLY", ["BYMONTHDAY", "FREQ"]) => {
                    for day in self.part("BYMONTHDAY")?.split(',') {
                        // The last day is the 31st, clamped. Other days past the 28th are clamped by us and left out by RFC 5545.
                        let day = match day.parse().ok()? {
                            -1 => 31_i8,
                            day @ 1..=28 => day,
                            _ => return None,
                        };
                        let snap = json!({"kind": "day-of-month", "day": day});
                        found.extend(self.release(month, period, "months", Some(snap)));
                    }
                }
                ("YEARLY", ["BYDAY", "BYMONTH", "FREQ"]) => {
                    for number in self.part("BYMONTH")?.split(',') {
                        let month = NaiveDate::from_ymd_opt(date.year(), number.parse().ok()?, 1)?;
                        for day in &days {
                            let snap = json!({"kind": "weekday", "days": [weekday(day)?]});
                            let first = self.release(month, period, "years", Some(snap))?;
                            found.extend(self.weekly_within_month(first));
                        }
                    }
                }
                _ => return None,
            }
        }
        let start = self.zone.instant(WallTime::from_naive(self.start)).unwrap();
        found.retain(|at| *at >= start);
        if let Some(until) = self.part("UNTIL") {
            let until = NaiveDateTime::parse_from_str(until, "%Y%m%dT%H%M%SZ").unwrap_or_else(|_| {
                NaiveDate::parse_from_str(until, "%Y%m%d").unwrap().and_time(NaiveTime::MIN)
            });
            let until = Zone::UTC.instant(WallTime::from_naive(until)).unwrap();
            found.retain(|at| *at <= until);
        }
        Some(found)
    }
}

fn first_day(short: &str) -> Option<chrono::Weekday> {
    weekday(short)?.parse().ok()
}

#[test]
fn recurrences_as_releases() {
    let cases = cases("recurrence_cases.jsonl");
    let mut comparison = Comparison::of("Recurrences");
    for case in &cases {
        let expected = case["expected"].as_array().unwrap().iter();
        let expected: Vec<Instant> = expected.map(|at| at.as_str().unwrap().parse().unwrap()).collect();
        let found = Recurrence::read(case).and_then(|recurrence| {
            let count = recurrence.part("COUNT").map_or(usize::MAX, |count| count.parse().unwrap());
            let limit =
                case["limit"].as_u64().and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usize::MAX);
            Some(recurrence.occurrences()?.into_iter().take(count.min(limit)).collect::<Vec<_>>())
        });
        let rule = case["rrule"].as_str().unwrap();
        let rule = rule.split_once("RRULE:").map_or(rule, |(_, rule)| rule);
        let agrees = found.as_ref() == Some(&expected);
        comparison.case(case["id"].as_str().unwrap(), rule, agrees, || match &found {
            Some(found) => format!("{} expects {expected:?}, ours are {found:?}", case["id"]),
            None => format!("{} cannot be said", case["id"]),
        });
    }
    if !cases.is_empty() {
        comparison.check();
    }
}
