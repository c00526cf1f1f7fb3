//! An offering's release timers as the delays of a CRM, as far as delays can say them. Does not know tags or emails.

use serde::Serialize;

use crate::ModuleId;
use crate::automation::{Crm, DayCounting, SmallestDelay};
use crate::offering::{Anchor, Mode, Offering, Offset, ReleaseRule, Timer, Unit};

/// The modules that delays can open, in the order in which they open, and the others.
pub(super) struct Drip {
    pub steps: Vec<DripStep>,
    pub left_out: Vec<LeftOutModule>,
}

/// A module that opens after a delay.
pub(super) struct DripStep {
    /// Its place in the offering.
    pub module: usize,
    /// The delay since the module before it in this list, or since the release; none where they open together.
    pub delay: Option<Offset>,
}

/// A module that an automation cannot open when its release rule says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LeftOutModule {
    /// Which.
    pub module: ModuleId,
    /// Why not: a clause, lower-case, no full stop.
    pub reason: String,
}

/// What delays can say of an offering. The base module and those that open at once are neither in the one list nor in the other: the
/// release opens them.
pub(super) fn drip(offering: &Offering, crm: Crm) -> Drip {
    let mut left_out = Vec::new();
    let mut timed: Vec<(i64, usize)> = Vec::new();
    let mut previous: Option<i64> = Some(0);
    for (index, module) in offering.modules.iter().enumerate() {
        let opens = match offering.release_rule(index) {
            ReleaseRule::AtOnce => Ok(0),
            ReleaseRule::Manual => Err("it opens by hand"),
            ReleaseRule::Timer(timer) => {
                seconds_of(timer, previous).inspect(|seconds| timed.push((*seconds, index)))
            }
        };
        previous = opens.ok();
        if let Err(reason) = opens {
            left_out.push((index, LeftOutModule { module: module.id.clone(), reason: reason.to_owned() }));
        }
    }
    timed.sort_unstable();
    let mut steps = Vec::new();
    let mut last = 0;
    for (seconds, module) in timed {
        match delay(seconds - last, crm) {
            Ok(delay) => {
                steps.push(DripStep { module, delay });
                last = seconds;
            }
            Err(reason) => {
                let id = offering.modules.get(module).map(|module| module.id.clone());
                left_out.extend(id.map(|id| (module, LeftOutModule { module: id, reason })));
            }
        }
    }
    left_out.sort_by_key(|(index, _)| *index);
    Drip { steps, left_out: left_out.into_iter().map(|(_, module)| module).collect() }
}

/// How many seconds after the release a timer goes off, where the module before it opens so many seconds after it.
fn seconds_of(timer: &Timer, previous: Option<i64>) -> Result<i64, &'static str> {
    let base = match timer.anchor {
        Anchor::PreviousRelease => previous.ok_or("it counts from a module that no delay opens")?,
        Anchor::Enrollment => 0,
        _ => return Err("it counts from something that an automation does not see"),
    };
    let is_bound = timer.not_before.is_some() || timer.not_after.is_some() || timer.fixed.is_some();
    let in_calendar =
        timer.mode == Mode::Calendar && !matches!(timer.offset.unit, Unit::Minutes | Unit::Hours);
    if is_bound || timer.at.is_some() || timer.snap.is_some() || in_calendar {
        return Err("it keeps to the calendar, and a delay counts hours");
    }
    let unit = timer.offset.unit.seconds().ok_or("months and years have no fixed length")?;
    let seconds =
        unit.checked_mul(i64::from(timer.offset.amount)).and_then(|offset| offset.checked_add(base));
    seconds.ok_or("it is too far off")
}

/// So many seconds as a delay.
fn delay(seconds: i64, crm: Crm) -> Result<Option<Offset>, String> {
    if seconds == 0 {
        return Ok(None);
    }
    if let SmallestDelay::Known { length, .. } = crm.facts().smallest_delay {
        let smallest = length.unit.seconds().unwrap_or_default().saturating_mul(i64::from(length.amount));
        if seconds < smallest {
            return Err(format!(
                "it opens less than {length} after the one before it, the shortest delay of {crm}"
            ));
        }
    }
    // A day of a CRM that counts midnights is not 24 hours.
    let units: &[Unit] = match crm.facts().days {
        DayCounting::Hours => &[Unit::Days, Unit::Hours, Unit::Minutes],
        DayCounting::Midnights { .. } => &[Unit::Hours, Unit::Minutes],
    };
    let offset = units.iter().find_map(|unit| offset_in(seconds, *unit));
    offset.map(Some).ok_or_else(|| "its time is more than a delay can say".to_owned())
}

/// So many seconds as a whole number of a unit.
pub(super) fn offset_in(seconds: i64, unit: Unit) -> Option<Offset> {
    let length = unit.seconds().filter(|length| seconds % length == 0)?;
    Some(Offset { amount: u32::try_from(seconds / length).ok()?, unit })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drip_of(modules: &str, crm: Crm) -> (Vec<String>, Vec<String>) {
        let text = format!(
            r#"{{"id": "o", "name": "O", "modules": [{{"id": "base", "name": "Base"}}, {modules}]}}"#
        );
        let offering: Offering = serde_json::from_str(&text).unwrap();
        let drip = drip(&offering, crm);
        let name = |index: usize| offering.modules[index].id.to_string();
        let said = drip.steps.iter().map(|step| match step.delay {
            Some(delay) => format!("{delay}: {}", name(step.module)),
            None => format!("then: {}", name(step.module)),
        });
        (
            said.collect(),
            drip.left_out.iter().map(|module| format!("{}: {}", module.module, module.reason)).collect(),
        )
    }

    fn module(id: &str, more: &str) -> String {
        format!(r#"{{"id": "{id}", "name": "M", "release": {{"kind": "timer", {more}}}}}"#)
    }

    #[test]
    fn timers_become_delays_in_the_order_in_which_they_go_off() {
        let week = r#""offset": {"amount": 1, "unit": "weeks"}"#;
        let enrollment = r#""anchor": {"kind": "enrollment"}, "offset": {"amount": 36, "unit": "hours"}"#;
        let nothing = r#""offset": {"amount": 0, "unit": "days"}"#;
        let modules = [module("a", week), module("b", enrollment), module("c", nothing)].join(",");
        assert_eq!(drip_of(&modules, Crm::Kit).0, ["36 hours: b", "then: c", "132 hours: a"]);
        assert_eq!(drip_of(&module("a", week), Crm::Kit).0, ["7 days: a"]);
        assert_eq!(drip_of(&module("a", week), Crm::Drip).0, ["168 hours: a"]);
    }

    #[test]
    fn what_a_delay_cannot_say_is_left_out_with_the_reason() {
        let modules = [
            module("a", r#""offset": {"amount": 1, "unit": "months"}, "mode": "calendar""#),
            module("b", r#""offset": {"amount": 1, "unit": "days"}"#),
            module("c", r#""anchor": {"kind": "registration"}, "offset": {"amount": 1, "unit": "days"}"#),
            module("d", r#""anchor": {"kind": "enrollment"}, "offset": {"amount": 3, "unit": "minutes"}"#),
        ];
        assert_eq!(
            drip_of(&modules.join(","), Crm::Kit),
            (
                vec![],
                vec![
                    "a: it keeps to the calendar, and a delay counts hours".to_owned(),
                    "b: it counts from a module that no delay opens".to_owned(),
                    "c: it counts from something that an automation does not see".to_owned(),
                    "d: it opens less than 5 minutes after the one before it, the shortest delay of Kit"
                        .to_owned(),
                ]
            )
        );
        assert_eq!(drip_of(&modules[3], Crm::Keap).0, ["3 minutes: d"]);
    }
}
