//! The steps of an automation in the order in which a contact comes by them, each taken for what the site has instead. Does not know instants,
//! only what has passed since the release and since the last module.

use super::{
    EmailMoment, SettlingDelay, StepNote, TranslatedEmail, TranslatedModule, Translation, UntranslatedReason,
    UntranslatedStep,
};
use crate::automation::drip::offset_in;
use crate::automation::flow::Flow;
use crate::automation::webhooks::Webhooks;
use crate::automation::{Automation, Crm, DayCounting, EmailPurpose, Sequence, SequenceStatus, Step};
use crate::offering::{Anchor, Mode, Offering, Offset, ReleaseRule, TimeOfDay, Timer, Unit};
use crate::operation::CustomOperation;
use crate::webhook::Webhook;
use crate::{Excerpt, Location, TagName};

/// The longest that a delay before the email about logging in is taken to wait for the password, in seconds.
const DAY: i64 = 86_400;

/// What has passed since a point.
#[derive(Clone, Copy, PartialEq)]
enum Passed {
    /// So many seconds.
    Seconds(i64),
    /// As many midnights, and nothing else.
    Midnights(u32),
    /// Nobody can say.
    Unknown,
}

/// Where the walk has come to.
#[derive(Clone, Copy, PartialEq)]
enum Phase {
    /// The offering is not released yet.
    Before,
    /// It is, and the email about logging in has not gone out.
    Settling,
    /// What follows is drip.
    Drip,
    /// Behind an event in the middle.
    Behind,
}

pub(super) struct Walk<'a> {
    crm: Crm,
    offering: &'a Offering,
    flow: Flow<'a>,
    webhooks: Webhooks<'a>,
    /// Which steps have been taken or listed.
    seen: Vec<bool>,
    /// The steps that lead back to where a contact has been.
    circles: Vec<usize>,
    phase: Phase,
    since_release: Passed,
    since_last: Passed,
    /// The place in the offering of the module that opened last; the release itself, where absent.
    last: Option<usize>,
    translation: Translation,
}

impl<'a> Walk<'a> {
    pub fn new(automation: &'a Automation, offering: &'a Offering, webhooks: Webhooks<'a>) -> Self {
        let flow = Flow::new(automation);
        Walk {
            crm: automation.crm,
            offering,
            seen: vec![false; flow.nodes().len()],
            circles: flow.circles(),
            flow,
            webhooks,
            phase: Phase::Before,
            since_release: Passed::Unknown,
            since_last: Passed::Unknown,
            last: None,
            translation: Translation {
                offering: offering.id.clone(),
                modules: Vec::new(),
                emails: Vec::new(),
                settling: None,
                replaced: Vec::new(),
                not_translated: Vec::new(),
                issues: Vec::new(),
            },
        }
    }

    pub fn finish(mut self) -> Translation {
        let mut here = (!self.seen.is_empty()).then_some(0);
        while let Some(index) = here {
            let Some(seen @ false) = self.seen.get_mut(index) else { break };
            *seen = true;
            here = self.take(index);
        }
        // Behind the event of a revocation the steps are those of another way through.
        let behind = self.flow.nodes().iter().position(|node| matches!(node.step, Step::Event { .. }));
        let reachable = self.flow.reachable();
        for index in 0..self.seen.len() {
            if self.seen.get(index) != Some(&false) {
                continue;
            }
            if reachable.get(index) == Some(&false) {
                self.not_translated(index, UntranslatedReason::Unreached, "no contact ever comes to it");
            } else if behind.is_some_and(|first| first <= index) {
                self.phase = Phase::Behind;
                self.take(index);
            } else {
                self.not_translated(
                    index,
                    UntranslatedReason::Unreached,
                    "only some contacts come to it, and nobody can say who and when",
                );
            }
        }
        crate::order::sort_by_key(&mut self.translation.replaced, |note| order(&note.step));
        crate::order::sort_by_key(&mut self.translation.not_translated, |note| order(&note.step));
        self.translation
    }

    fn place(&self, index: usize) -> Location {
        self.flow.node(index).map_or_else(Location::default, |node| node.place.clone())
    }

    fn replaced(&mut self, index: usize, note: impl Into<String>) {
        let step = self.place(index);
        self.translation.replaced.push(StepNote { step, note: note.into() });
    }

    fn not_translated(&mut self, index: usize, reason: UntranslatedReason, note: impl Into<String>) {
        let step = self.place(index);
        self.translation.not_translated.push(UntranslatedStep { step, reason, note: note.into() });
    }

    /// Takes a step, and says which comes next.
    fn take(&mut self, index: usize) -> Option<usize> {
        let step = self.flow.node(index)?.step;
        match step {
            Step::AddTags { tags } => {
                for tag in tags.as_slice() {
                    match self.webhooks.of_tag(tag) {
                        Some(webhook) => self.webhook(index, webhook),
                        None => self.tag(index, tag),
                    }
                }
            }
            Step::RunWebhook { webhook: id } => match self.webhooks.set_off_by(step).first().copied() {
                Some(webhook) => self.webhook(index, webhook),
                None => self.not_translated(
                    index,
                    UntranslatedReason::Webhook,
                    format!("the site has no webhook `{}`", Excerpt::new(id.as_str())),
                ),
            },
            Step::RemoveTags { tags } => {
                let (ours, others): (Vec<_>, Vec<_>) =
                    tags.as_slice().iter().partition(|tag| self.webhooks.of_tag(tag).is_some());
                if !ours.is_empty() {
                    self.replaced(index, "no webhook is left that the tag could set off again");
                }
                for tag in others {
                    let tag = Excerpt::new(tag.as_str());
                    self.not_translated(
                        index,
                        UntranslatedReason::Tag,
                        format!("no timer removes a tag, `{tag}` neither; remove it by hand or on a form"),
                    );
                }
            }
            Step::Delay { length } => self.delay(index, *length),
            Step::WaitUntil { .. } => {
                self.not_translated(index, UntranslatedReason::Wait, "a release timer waits for a time, not for a condition or a day that the automation names");
                self.lose_count();
            }
            Step::SendSequence { sequence } => self.sequence(index, sequence),
            Step::SetField { .. } => self.not_translated(
                index,
                UntranslatedReason::Field,
                "no timer writes a field; a form can, when it is submitted",
            ),
            Step::Condition { .. } => return self.condition(index),
            Step::Event { .. } => {
                self.replaced(
                    index,
                    "the site itself takes access away when a subscription ends or the tag is added there",
                );
                self.phase = Phase::Behind;
            }
            Step::GoTo { .. } if self.circles.contains(&index) => {
                self.not_translated(
                    index,
                    UntranslatedReason::Circle,
                    "it leads back to where the contact has been, and the automation never ends",
                );
                return None;
            }
            Step::GoTo { .. } if self.flow.node(index)?.next.is_none() => {
                self.not_translated(
                    index,
                    UntranslatedReason::Unreached,
                    "it leads to no step of the automation",
                );
            }
            Step::GoTo { .. } | Step::End {} => {}
        }
        self.flow.node(index)?.next
    }

    fn webhook(&mut self, index: usize, webhook: &Webhook) {
        match &webhook.operation {
            CustomOperation::ReleaseOffering { offering } if *offering == self.offering.id => {
                if self.phase == Phase::Before {
                    self.phase = Phase::Settling;
                    self.since_release = Passed::Seconds(0);
                    self.since_last = Passed::Seconds(0);
                }
                self.replaced(
                    index,
                    "the order form or opt-in form releases the offering and makes the login",
                );
            }
            CustomOperation::CreateLogin {} => {
                self.replaced(index, "the order form or opt-in form makes the login");
            }
            CustomOperation::UpdateUser {} => {
                self.replaced(index, "tags are kept on the site, so there is nothing to take over");
            }
            operation => {
                self.not_translated(
                    index,
                    UntranslatedReason::Webhook,
                    format!("no webhook runs on the site, and so not {operation}"),
                );
            }
        }
    }

    fn tag(&mut self, index: usize, tag: &TagName) {
        let modules = self.offering.modules.iter();
        let module = modules.enumerate().find(|(_, module)| module.access_tag.as_ref() == Some(tag));
        let Some((place, module)) = module else {
            let tag = Excerpt::new(tag.as_str());
            return self.not_translated(
                index,
                UntranslatedReason::Tag,
                format!("timers open modules, and `{tag}` is the tag of none of the offering's"),
            );
        };
        let release = match self.phase {
            Phase::Settling | Phase::Drip => self.rule(place),
            Phase::Before | Phase::Behind => None,
        };
        match release {
            Some(release) => {
                let step = self.place(index);
                self.translation.modules.push(TranslatedModule { module: module.id.clone(), release, step });
                self.last = Some(place);
                self.since_last = Passed::Seconds(0);
            }
            None => self.not_translated(
                index,
                UntranslatedReason::UnknownTime,
                "nobody can say how long after the release the module opens",
            ),
        }
    }

    /// The rule that opens a module now.
    fn rule(&self, place: usize) -> Option<ReleaseRule> {
        let before = place.checked_sub(1)?;
        let opens_at_once = matches!(self.offering.release_rule(before), ReleaseRule::AtOnce);
        let follows = match self.last {
            Some(last) => last == before,
            None => opens_at_once,
        };
        let timer = match (follows, self.since_last, self.since_release) {
            (true, Passed::Seconds(seconds), _) => Timer::new(Anchor::PreviousRelease, offset(seconds)?),
            (true, Passed::Midnights(days), _) => Timer {
                mode: Mode::Calendar,
                at: TimeOfDay::new(0, 0),
                ..Timer::new(Anchor::PreviousRelease, Offset { amount: days, unit: Unit::Days })
            },
            (_, _, Passed::Seconds(seconds)) => Timer::new(Anchor::Enrollment, offset(seconds)?),
            _ => return None,
        };
        Some(ReleaseRule::Timer(timer))
    }

    fn delay(&mut self, index: usize, length: Offset) {
        let seconds = length.unit.seconds().map(|unit| unit.saturating_mul(i64::from(length.amount)));
        let by_midnights = matches!(self.crm.facts().days, DayCounting::Midnights { .. })
            && matches!(length.unit, Unit::Days | Unit::Weeks);
        match (self.phase, seconds) {
            (Phase::Before, _) => {
                self.not_translated(
                    index,
                    UntranslatedReason::Wait,
                    "the form releases the offering when it is submitted, not after a while",
                );
            }
            (Phase::Behind, _) => self.not_translated(
                index,
                UntranslatedReason::Wait,
                "nothing waits after access has been taken away",
            ),
            (Phase::Settling, Some(seconds)) if seconds < DAY && self.translation.settling.is_none() => {
                self.translation.settling = Some(SettlingDelay { step: self.place(index), seconds });
            }
            (_, Some(_)) if by_midnights => {
                let days = if length.unit == Unit::Weeks {
                    length.amount.checked_mul(7)
                } else {
                    Some(length.amount)
                };
                self.since_last = match (self.since_last, days) {
                    (Passed::Seconds(0), Some(days)) => Passed::Midnights(days),
                    _ => Passed::Unknown,
                };
                self.since_release = Passed::Unknown;
            }
            (_, Some(seconds)) => {
                self.since_last = self.since_last.and(seconds);
                self.since_release = self.since_release.and(seconds);
            }
            (_, None) => {
                self.not_translated(
                    index,
                    UntranslatedReason::Wait,
                    "how the CRM counts months and years is not evidenced",
                );
                self.lose_count();
            }
        }
    }

    fn lose_count(&mut self) {
        self.since_release = Passed::Unknown;
        self.since_last = Passed::Unknown;
    }

    fn sequence(&mut self, index: usize, sequence: &Sequence) {
        if sequence.status == SequenceStatus::Draft {
            return self.not_translated(
                index,
                UntranslatedReason::Email,
                "the sequence is a draft, so nobody gets it today",
            );
        }
        let when = match (self.phase, self.last, self.since_last) {
            (Phase::Before | Phase::Behind, ..) => None,
            (_, Some(last), Passed::Seconds(0)) => self
                .offering
                .modules
                .get(last)
                .map(|module| EmailMoment::Release { module: module.id.clone() }),
            (_, None, Passed::Seconds(0)) => Some(EmailMoment::Enrollment),
            _ => None,
        };
        let mut emails = sequence.emails.iter();
        match (when, emails.next()) {
            (Some(when), Some(email)) => {
                let step = self.place(index);
                self.translation.emails.push(TranslatedEmail { subject: email.subject.clone(), when, step });
            }
            (None, Some(_)) => {
                self.not_translated(
                    index,
                    UntranslatedReason::Email,
                    "the site sends an email when something opens, and nothing opens then",
                );
            }
            (_, None) => {}
        }
        let more = emails.len();
        if more > 0 {
            self.not_translated(
                index,
                UntranslatedReason::Email,
                format!("the site sends one email when something opens, and the sequence has {more} more"),
            );
        }
        let is_about_login = sequence.emails.iter().any(|email| email.purpose == EmailPurpose::Login);
        if is_about_login && self.phase == Phase::Settling {
            self.phase = Phase::Drip;
        }
    }

    /// Lists a condition with all that is in it, and goes on behind it.
    fn condition(&mut self, index: usize) -> Option<usize> {
        self.not_translated(
            index,
            UntranslatedReason::Condition,
            "a release timer asks nothing of a contact",
        );
        let within = self.place(index).path.len();
        let place = self.place(index);
        let mut end = index + 1;
        while let Some(node) = self.flow.node(end) {
            if !node.place.path.starts_with(&place.path) || node.place.path.len() <= within {
                break;
            }
            let leads_away = match node.step {
                Step::Delay { .. }
                | Step::WaitUntil { .. }
                | Step::GoTo { .. }
                | Step::Event { .. }
                | Step::End {} => true,
                Step::AddTags { .. }
                | Step::RemoveTags { .. }
                | Step::RunWebhook { .. }
                | Step::SendSequence { .. }
                | Step::SetField { .. }
                | Step::Condition { .. } => false,
            };
            self.not_translated(end, UntranslatedReason::Condition, "it stands within a condition");
            if let Some(seen) = self.seen.get_mut(end) {
                *seen = true;
            }
            if leads_away {
                self.lose_count();
            }
            end += 1;
        }
        self.flow.node(end).map(|_| end)
    }
}

impl Passed {
    /// With so many seconds more.
    fn and(self, seconds: i64) -> Passed {
        match self {
            Passed::Seconds(passed) => passed.checked_add(seconds).map_or(Passed::Unknown, Passed::Seconds),
            Passed::Midnights(_) | Passed::Unknown => Passed::Unknown,
        }
    }
}

/// So many seconds in the largest unit that says them.
fn offset(seconds: i64) -> Option<Offset> {
    [Unit::Days, Unit::Hours, Unit::Minutes].into_iter().find_map(|unit| offset_in(seconds, unit))
}

/// What sorts places as they are written.
fn order(place: &Location) -> Vec<(usize, String)> {
    let segments = place.path.iter().map(|segment| match segment {
        crate::PathSegment::Index(index) => (*index, String::new()),
        // Of a condition, the steps where it holds come first.
        crate::PathSegment::Key(key) => (usize::from(&**key == "otherwise"), key.to_string()),
    });
    segments.collect()
}
