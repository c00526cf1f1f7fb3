//! When the clock alone opens and closes modules of one enrollment, pauses minded. Does not know what is recorded as open,
//! nor what time it is.

use super::pause::merged;
use super::{
    Anchor, Anchors, Completion, Enrollment, MemberFacts, Module, Offering, Pause, ReleaseRule,
    ReleaseRuleError, ScheduleOptions, Timer, TimerWhy, TimerZone, Why,
};
use crate::{Instant, OfferingId, Zone};

/// When a module opens, as far as the one after it needs to know.
#[derive(Clone)]
pub(super) enum Opening {
    At(Instant),
    /// Nobody can tell; what to say of a timer that counts from it.
    Unknown(Why),
}

/// The clock of one member in one offering.
pub(super) struct Clock<'a> {
    offering: &'a Offering,
    enrollment: &'a Enrollment,
    facts: &'a MemberFacts,
    zone: Zone,
    /// In order of time, apart from one another.
    pauses: Vec<Pause>,
}

/// What a timer comes to.
enum Counted {
    /// It goes off at an instant, its clock having stood still for some microseconds.
    At(Instant, i64),
    /// Nobody knows when that happened which it counts from.
    AnchorUnknown,
    /// A pause has begun before it goes off, and no end is in sight.
    Stopped(Instant),
}

impl<'a> Clock<'a> {
    pub fn new(offering: &'a Offering, enrollment: &'a Enrollment, options: &ScheduleOptions<'a>) -> Self {
        let ScheduleOptions { zone, facts, .. } = *options;
        Clock { offering, enrollment, facts, zone, pauses: merged(&enrollment.paused) }
    }

    /// When the clock alone opens a module, and why, told when the one before it opens.
    pub fn opening(
        &self,
        index: usize,
        module: &Module,
        previous: &Opening,
    ) -> Result<(Opening, Why), ReleaseRuleError> {
        let rule = self.offering.release_rule(index);
        rule.check()?;
        let enrolled_at = self.enrollment.enrolled_at;
        let timer = match rule {
            ReleaseRule::AtOnce if index == 0 => return Ok(self.outside_pauses(enrolled_at, Why::Base)),
            ReleaseRule::AtOnce => return Ok(self.outside_pauses(enrolled_at, Why::AtOnce)),
            ReleaseRule::Manual => {
                let waits = Why::WaitsForManual { module: module.id.clone() };
                return Ok((Opening::Unknown(waits), Why::Manual));
            }
            ReleaseRule::Timer(timer) => timer,
        };
        let follows = timer.anchor == Anchor::PreviousRelease;
        let before = match previous {
            Opening::At(at) => Some(*at),
            Opening::Unknown(why) if follows && timer.needs_anchor() => {
                return Ok((previous.clone(), why.clone()));
            }
            Opening::Unknown(_) => None,
        };
        let anchors = self.anchors(&timer.anchor, Some(module), before);
        let unknown = |why: Why| (Opening::Unknown(why.clone()), why);
        Ok(match self.count(timer, anchors)? {
            Counted::AnchorUnknown => unknown(Why::AnchorUnknown { anchor: timer.anchor.clone() }),
            Counted::Stopped(since) => unknown(Why::Paused { since }),
            Counted::At(at, stood_still) => {
                // A time of day can lie before the anchor's own on the same day; nothing opens before what it follows.
                let earliest =
                    before.filter(|_| follows).map_or(enrolled_at, |before| before.max(enrolled_at));
                let why = why(timer, anchors.instant(&timer.anchor), stood_still);
                self.outside_pauses(at.max(earliest), why)
            }
        })
    }

    /// When a rule closes what opened at an instant: a module, or else the offering as a whole.
    pub fn closing(
        &self,
        rule: &ReleaseRule,
        module: Option<&Module>,
        opened: Option<Instant>,
    ) -> Result<Option<Instant>, ReleaseRuleError> {
        rule.check()?;
        let timer = match rule {
            ReleaseRule::AtOnce => return Ok(opened),
            ReleaseRule::Manual => return Ok(None),
            ReleaseRule::Timer(timer) => timer,
        };
        let anchors = self.anchors(&timer.anchor, module, opened);
        Ok(match self.count(timer, anchors)? {
            Counted::At(at, _) => Some(at),
            Counted::AnchorUnknown | Counted::Stopped(_) => None,
        })
    }

    /// The points in time that a rule may count from.
    fn anchors(&self, anchor: &Anchor, module: Option<&Module>, previous: Option<Instant>) -> Anchors {
        let purchase = match anchor {
            Anchor::Purchase { offering } => self.facts.purchases.get(offering).copied(),
            _ => None,
        };
        let completion = match anchor {
            Anchor::Completion(completion) => self.completion(completion),
            _ => None,
        };
        Anchors {
            enrollment: Some(self.enrollment.enrolled_at),
            previous_release: previous,
            registration: self.facts.registered_at,
            course_start: self.offering.starts_at,
            purchase,
            completion,
            publication: module.and_then(|module| module.published_at),
        }
    }

    fn completion(&self, completion: &Completion) -> Option<Instant> {
        let own = |offering: &OfferingId| *offering == self.offering.id;
        match completion {
            Completion::Module(module) => self.enrollment.completed.get(module).copied(),
            Completion::ModuleOf(offering, module) if own(offering) => {
                self.enrollment.completed.get(module).copied()
            }
            Completion::ModuleOf(offering, module) => {
                self.facts.completed_modules.get(offering)?.get(module).copied()
            }
            Completion::Offering(offering) => self.facts.completions.get(offering).copied(),
        }
    }

    /// Counts a timer, moving what it counts from by the pauses that lie between it and the release.
    ///
    /// Only what is pending when a pause begins is moved, and never to an earlier time: the release before the pause is kept
    /// where the sum from a later anchor ends earlier (a month clamps, a clock is set back).
    fn count(&self, timer: &Timer, mut anchors: Anchors) -> Result<Counted, ReleaseRuleError> {
        let zone = match timer.timezone {
            TimerZone::Site => self.zone,
            TimerZone::Member => self.facts.timezone.unwrap_or(self.zone),
        };
        let Some(mut at) = timer.instant(&anchors, &zone)? else { return Ok(Counted::AnchorUnknown) };
        let mut stood_still = 0_i64;
        let moves = timer.anchor.is_members_own() && !timer.is_fixed();
        for pause in self.pauses.iter().filter(|_| moves) {
            let Some(from) = anchors.instant(&timer.anchor) else { break };
            let Some(until) = pause.until() else {
                if pause.from() < at {
                    return Ok(Counted::Stopped(pause.from()));
                }
                break;
            };
            if pause.from() >= at || until <= from {
                continue;
            }
            let length = until.microseconds().saturating_sub(pause.from().max(from).microseconds());
            let moved = from.microseconds().checked_add(length).and_then(Instant::from_microseconds);
            let moved = moved.ok_or(crate::TimeError::OutsideCalendar)?;
            stood_still = stood_still.saturating_add(length);
            anchors = anchors.with(&timer.anchor, Some(moved));
            at = timer.instant(&anchors, &zone)?.map_or(at, |later| later.max(at));
        }
        Ok(Counted::At(at, stood_still))
    }

    /// An opening as it is, or at the end of the pause that it falls into.
    fn outside_pauses(&self, at: Instant, why: Why) -> (Opening, Why) {
        let Some(pause) = self.pauses.iter().find(|pause| pause.contains(at)) else {
            return (Opening::At(at), why);
        };
        match pause.until() {
            Some(until) => (Opening::At(until), Why::AfterPause { due: at, until }),
            None => {
                let why = Why::Paused { since: pause.from() };
                (Opening::Unknown(why.clone()), why)
            }
        }
    }
}

fn why(timer: &Timer, from: Option<Instant>, stood_still: i64) -> Why {
    Why::Timer(Box::new(TimerWhy {
        anchor: timer.anchor.clone(),
        from,
        offset: timer.offset,
        at: timer.at,
        timezone: timer.timezone,
        snap: timer.snap,
        not_before: timer.not_before,
        not_after: timer.not_after,
        fixed: timer.fixed,
        paused_seconds: stood_still / Instant::MICROSECONDS,
    }))
}
