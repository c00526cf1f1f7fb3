//! An offering's release timers as the delays of a CRM, as far as delays can say them. Does not know tags or emails.

use std::collections::BTreeMap;

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

/// Why a module without a timer is left out.
const BY_HAND: &str = "it opens by hand";

/// A module that an automation cannot open when its release rule says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LeftOutModule {
    /// Which.
    pub module: ModuleId,
    /// Why not: a clause, lower-case, no full stop.
    pub reason: String,
    /// Whether the site's own timer opens it. Where it does not nothing opens it by itself: somebody gives its tag by hand.
    pub opens_by_itself: bool,
}

/// What delays can say of an offering. The base module and those that open at once are neither in the one list nor in the other: the
/// release opens them.
///
/// A module from which one counts that the site opens is left out too: the site's timer starts when the site opens it.
pub(super) fn drip(offering: &Offering, crm: Crm) -> Drip {
    let mut left_out: BTreeMap<usize, String> = BTreeMap::new();
    let mut timed: Vec<(i64, usize)> = Vec::new();
    let mut previous: Option<i64> = Some(0);
    for index in 0..offering.modules.len() {
        let opens = match offering.release_rule(index) {
            ReleaseRule::AtOnce => Ok(0),
            ReleaseRule::Manual => Err(BY_HAND),
            ReleaseRule::Timer(timer) => {
                seconds_of(timer, previous).inspect(|seconds| timed.push((*seconds, index)))
            }
        };
        previous = opens.ok();
        left_out.extend(opens.err().map(|reason| (index, reason.to_owned())));
    }
    crate::order::sort(&mut timed);
    loop {
        let (steps, mut refused) = in_order(&timed, crm);
        refused.extend(timed.iter().filter(|(_, module)| is_counted_from(offering, *module, &left_out)).map(
            |(_, module)| {
                (*module, "the module after it counts from it, and the site opens that one".to_owned())
            },
        ));
        if refused.is_empty() {
            let named = left_out.into_iter().filter_map(|(index, reason)| {
                let module = offering.modules.get(index)?.id.clone();
                let opens_by_itself = matches!(offering.release_rule(index), ReleaseRule::Timer(_));
                Some(LeftOutModule { module, reason, opens_by_itself })
            });
            return Drip { steps, left_out: named.collect() };
        }
        left_out.extend(refused);
        timed.retain(|(_, module)| !left_out.contains_key(module));
    }
}

/// The steps that open modules so many seconds after the release, and the modules that no delay reaches.
fn in_order(timed: &[(i64, usize)], crm: Crm) -> (Vec<DripStep>, Vec<(usize, String)>) {
    let (mut steps, mut refused) = (Vec::new(), Vec::new());
    let mut last = 0;
    for (seconds, module) in timed.iter().copied() {
        match delay(seconds.saturating_sub(last), crm) {
            Ok(delay) => {
                steps.push(DripStep { module, delay });
                last = seconds;
            }
            Err(reason) => refused.push((module, reason)),
        }
    }
    (steps, refused)
}

/// Whether the site's timer of the module after one counts from it.
fn is_counted_from(offering: &Offering, module: usize, left_out: &BTreeMap<usize, String>) -> bool {
    let next = module.saturating_add(1);
    let is_chained = |rule: &ReleaseRule| matches!(rule, ReleaseRule::Timer(timer) if timer.anchor == Anchor::PreviousRelease);
    left_out.contains_key(&next) && is_chained(offering.release_rule(next))
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
