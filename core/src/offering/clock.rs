//! When the clock alone opens and closes modules of one enrollment, pauses minded. Does not know what is recorded as open,
//! nor what time it is.

use super::pause::merged;
use super::{
    Anchor, Anchors, Completion, DripProfile, Enrollment, MemberFacts, Module, Offering, Pause, ReleaseRule,
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
    profile: DripProfile,
    zone: Zone,
    now: Instant,
    /// In order of time, apart from one another.
    pauses: Vec<Pause>,
}

/// When the clock alone opens a module, why, and the date that the system shows instead.
pub(super) struct ByClock {
    pub opening: Opening,
    pub why: Why,
    pub shown_at: Option<Instant>,
}

impl ByClock {
    fn at(at: Instant, why: Why) -> Self {
        ByClock { opening: Opening::At(at), why, shown_at: None }
    }

    fn unknown(why: Why) -> Self {
        ByClock { opening: Opening::Unknown(why.clone()), why, shown_at: None }
    }
}

/// What a timer comes to.
enum Counted {
    /// It goes off at an instant.
    At {
        at: Instant,
        /// For how many microseconds its clock has stood still.
        stood_still: i64,
        /// The date that the system shows instead.
        shown_at: Option<Instant>,
    },
    /// Nobody knows when that happened which it counts from.
    AnchorUnknown,
    /// A pause has begun before it goes off, and no end is in sight.
    Stopped(Instant),
}

impl<'a> Clock<'a> {
    pub fn new(offering: &'a Offering, enrollment: &'a Enrollment, options: &ScheduleOptions<'a>) -> Self {
        let ScheduleOptions { zone, at: now, facts, profile } = *options;
        Clock { offering, enrollment, facts, profile, zone, now, pauses: merged(&enrollment.paused) }
    }

    /// When the clock alone opens a module, and why, told when the one before it opens.
    pub fn opening(
        &self,
        index: usize,
        module: &Module,
        previous: &Opening,
    ) -> Result<ByClock, ReleaseRuleError> {
        let rule = self.offering.release_rule(index);
        rule.check()?;
        let enrolled_at = self.enrollment.enrolled_at;
        let timer = match rule {
            ReleaseRule::AtOnce if index == 0 => return Ok(self.outside_pauses(enrolled_at, Why::Base)),
            ReleaseRule::AtOnce => return Ok(self.outside_pauses(enrolled_at, Why::AtOnce)),
            ReleaseRule::Manual => {
                let waits = Why::WaitsForManual { module: module.id.clone() };
                let opening = Opening::Unknown(waits);
                return Ok(ByClock { opening, why: Why::Manual, shown_at: None });
            }
            ReleaseRule::Timer(timer) => timer,
        };
        let follows = timer.anchor == Anchor::PreviousRelease;
        let before = match previous {
            Opening::At(at) => Some(*at),
            // A pause stops what follows too: what the timer counts from will be known, so no fixed date stands in for it.
            Opening::Unknown(why)
                if follows
                    && (timer.needs_anchor() || matches!(why, Why::Paused { .. }) && !timer.is_fixed()) =>
            {
                return Ok(ByClock::unknown(why.clone()));
            }
            Opening::Unknown(_) => None,
        };
        let anchors = self.anchors(&timer.anchor, Some(module), before);
        Ok(match self.count(timer, anchors, self.profile)? {
            Counted::AnchorUnknown => ByClock::unknown(Why::AnchorUnknown { anchor: timer.anchor.clone() }),
            Counted::Stopped(since) => ByClock::unknown(Why::Paused { since }),
            Counted::At { at, stood_still, shown_at } => {
                // A time of day can lie before the anchor's own on the same day; nothing opens before what it follows.
                let earliest =
                    before.filter(|_| follows).map_or(enrolled_at, |before| before.max(enrolled_at));
                let why = why(timer, anchors.instant(&timer.anchor), stood_still);
                ByClock { shown_at, ..self.outside_pauses(at.max(earliest), why) }
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
        let mut anchors = self.anchors(&timer.anchor, module, opened);
        // MemberPress ends access by the same arithmetic, once every purchase is past it; of the others an end becomes an instant.
        let profile = match (self.profile, &timer.anchor) {
            (DripProfile::MemberPress, Anchor::Purchase { offering }) => {
                anchors.purchase = self.facts.last_purchases.get(offering).copied().or(anchors.purchase);
                DripProfile::MemberPress
            }
            (DripProfile::MemberPress, _) => DripProfile::MemberPress,
            _ => DripProfile::AccessAlly,
        };
        Ok(match self.count(timer, anchors, profile)? {
            Counted::At { at, .. } => Some(at),
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
    fn count(
        &self,
        timer: &Timer,
        mut anchors: Anchors,
        profile: DripProfile,
    ) -> Result<Counted, ReleaseRuleError> {
        let zone = match timer.timezone {
            TimerZone::Site => self.zone,
            TimerZone::Member => self.facts.timezone.unwrap_or(self.zone),
        };
        let opens_at = |anchors: &Anchors| profile.opens_at(timer, anchors, zone);
        let Some(mut at) = opens_at(&anchors)? else { return Ok(Counted::AnchorUnknown) };
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
            at = opens_at(&anchors)?.map_or(at, |later| later.max(at));
        }
        let pending = (self.now < at).then_some(self.now);
        let shown_at = pending.map(|now| profile.shown_at(timer, &anchors, zone, now)).transpose()?.flatten();
        Ok(Counted::At { at, stood_still, shown_at })
    }

    /// An opening as it is, or at the end of the pause that it falls into.
    fn outside_pauses(&self, at: Instant, why: Why) -> ByClock {
        let Some(pause) = self.pauses.iter().find(|pause| pause.contains(at)) else {
            return ByClock::at(at, why);
        };
        match pause.until() {
            Some(until) => ByClock::at(until, Why::AfterPause { due: at, until }),
            None => ByClock::unknown(Why::Paused { since: pause.from() }),
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
