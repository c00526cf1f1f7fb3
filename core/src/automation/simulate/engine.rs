//! An automation going on from step to step for one contact. Does not know what time it is but by the events and the waits.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::history::{ContactEvent, ContactHappening, ContactHistory, ContactStanding};
use super::timeline::{
    Actor, Happening, NotRun, PasswordState, Timeline, TimelineLine, Whereabouts, WithheldReason,
};
use crate::automation::flow::Flow;
use crate::automation::webhooks::Webhooks;
use crate::automation::{
    Automation, AutomationEvent, AutomationState, ContactCondition, DayCounting, EmailPurpose, Sequence,
    SequenceStatus, Step, UnsubscribedRule, Wait,
};
use crate::offering::{Offset, Unit};
use crate::operation::CustomOperation;
use crate::site::Site;
use crate::webhook::Webhook;
use crate::{Code, FieldName, Instant, Issue, Location, OfferingId, TagName, WallClock as _, Zone};

/// The most steps of a timeline, webhooks counted.
const STEPS: u32 = 10_000;

/// Where the contact is.
#[derive(Clone, Copy)]
enum Position {
    Outside,
    /// At a step that is to be done now.
    At(usize),
    /// At a step until an instant.
    Sleeping {
        step: usize,
        until: Instant,
    },
    /// At a step until something happens.
    Waiting(usize),
    Finished,
    Stopped(usize),
}

/// What is still to be done at the present instant.
enum Due<'a> {
    Webhook(&'a Webhook),
    Event(AutomationEvent),
}

pub(super) struct Engine<'a> {
    automation: &'a Automation,
    site: &'a Site,
    flow: Flow<'a>,
    webhooks: Webhooks<'a>,
    zone: Zone,
    tags: BTreeSet<TagName>,
    fields: BTreeMap<FieldName, String>,
    standing: ContactStanding,
    login_since: Option<Instant>,
    position: Position,
    now: Instant,
    /// The step that is being done; unknown for what comes from outside.
    place: Location,
    due: VecDeque<Due<'a>>,
    steps_left: u32,
    lines: Vec<TimelineLine>,
    issues: Vec<Issue>,
}

impl<'a> Engine<'a> {
    pub fn new(automation: &'a Automation, site: &'a Site, contact: &ContactHistory, zone: Zone) -> Self {
        Engine {
            automation,
            site,
            flow: Flow::new(automation),
            webhooks: Webhooks::new(site, automation.crm),
            zone,
            tags: contact.tags.clone(),
            fields: contact.fields.clone(),
            standing: contact.standing,
            login_since: contact.login_since,
            position: Position::Outside,
            now: Instant::MIN,
            place: Location::default(),
            due: VecDeque::new(),
            steps_left: STEPS,
            lines: Vec::new(),
            issues: Vec::new(),
        }
    }

    pub fn run(mut self, contact: &ContactHistory) -> Timeline {
        let mut events: Vec<&ContactEvent> = contact.events.iter().collect();
        crate::order::sort_by_key(&mut events, |event| event.at);
        for event in events {
            self.sleep_until(Some(event.at));
            self.now = event.at;
            self.place = Location::default();
            self.happen(&event.happened);
            self.settle();
        }
        self.sleep_until(None);
        let place =
            |step: usize| self.flow.node(step).map_or_else(Location::default, |node| node.place.clone());
        let whereabouts = match self.position {
            Position::Outside => Whereabouts::Outside,
            Position::Waiting(step) => Whereabouts::Waiting { step: place(step) },
            Position::Finished => Whereabouts::Finished,
            Position::Stopped(step) | Position::At(step) | Position::Sleeping { step, .. } => {
                Whereabouts::Stopped { step: place(step) }
            }
        };
        Timeline { lines: self.lines, whereabouts, tags: self.tags, issues: self.issues }
    }

    /// Lets time pass until an instant, which is not reached, or for as long as there is something to wait for.
    fn sleep_until(&mut self, end: Option<Instant>) {
        while let Position::Sleeping { step, until } = self.position {
            if end.is_some_and(|end| end <= until) {
                return;
            }
            self.now = until;
            self.place = self.flow.node(step).map_or_else(Location::default, |node| node.place.clone());
            self.go_on_after(step);
            self.settle();
        }
    }

    fn say(&mut self, what: Happening) {
        self.lines.push(TimelineLine { at: self.now, step: self.place.clone(), what });
    }

    /// Something happens to the contact from outside.
    fn happen(&mut self, happening: &ContactHappening) {
        match happening {
            ContactHappening::TagAdded { tag } => self.add_tag(tag, Actor::Outside),
            ContactHappening::TagRemoved { tag } => self.remove_tag(tag, Actor::Outside),
            ContactHappening::Purchase { product } => {
                self.say(Happening::Contact { did: format!("buys `{product}`") });
                self.due.push_back(Due::Event(AutomationEvent::Purchase { product: product.clone() }));
            }
            ContactHappening::FormSubmitted { form } => {
                self.say(Happening::Contact { did: format!("submits the form `{form}`") });
                self.due.push_back(Due::Event(AutomationEvent::FormSubmitted { form: form.clone() }));
            }
            ContactHappening::FieldSet { field, value } => self.set_field(field, value, Actor::Outside),
            ContactHappening::StandingChanged { standing } => {
                self.standing = *standing;
                let did = match standing {
                    ContactStanding::Subscribed => "subscribes",
                    ContactStanding::Unsubscribed => "unsubscribes",
                    ContactStanding::Inactive => "becomes inactive",
                };
                self.say(Happening::Contact { did: did.to_owned() });
            }
        }
    }

    /// Does all there is to do at the present instant.
    fn settle(&mut self) {
        loop {
            if let Some(due) = self.due.pop_front() {
                if !self.has_steps_left() {
                    return;
                }
                match due {
                    Due::Webhook(webhook) => self.run_webhook(webhook),
                    Due::Event(event) => self.fire(&event),
                }
            } else if let Position::At(step) = self.position {
                if !self.has_steps_left() {
                    return;
                }
                self.do_step(step);
            } else if let Some(step) = self.awaited_step() {
                self.go_on_after(step);
            } else {
                return;
            }
        }
    }

    /// Counts a step; after too many the timeline ends.
    fn has_steps_left(&mut self) -> bool {
        match self.steps_left.checked_sub(1) {
            Some(left) => {
                self.steps_left = left;
                true
            }
            None => {
                let message = format!("the simulation stops after {STEPS} steps");
                if self.issues.is_empty() {
                    self.issues
                        .push(Issue::new(Code::AutomationCycle).with_message(message).at(self.place.clone()));
                }
                self.due.clear();
                self.stop();
                false
            }
        }
    }

    fn stop(&mut self) {
        self.position = match self.position {
            Position::At(step) | Position::Sleeping { step, .. } | Position::Waiting(step) => {
                Position::Stopped(step)
            }
            other => other,
        };
    }

    /// The step at which the contact waits for something that holds now.
    fn awaited_step(&self) -> Option<usize> {
        let Position::Waiting(step) = self.position else { return None };
        match self.flow.node(step)?.step {
            Step::WaitUntil { until: Wait::Condition { when } } => self.holds(when).then_some(step),
            _ => None,
        }
    }

    /// Whether the CRM does anything for the contact.
    fn runs_for_contact(&self) -> bool {
        let is_silent =
            matches!(self.automation.crm.facts().unsubscribed, UnsubscribedRule::NothingRuns { .. });
        self.standing == ContactStanding::Subscribed || !is_silent
    }

    /// An event of the automation may have happened.
    fn fire(&mut self, event: &AutomationEvent) {
        let here = match self.position {
            Position::At(step) | Position::Sleeping { step, .. } | Position::Waiting(step) => Some(step),
            Position::Outside | Position::Finished | Position::Stopped(_) => None,
        };
        let may_move = !matches!(self.position, Position::Outside | Position::Stopped(_));
        let in_the_middle = self.flow.nodes().iter().enumerate().find(|(index, node)| {
            matches!(node.step, Step::Event { event: other } if other == event)
                && here.is_none_or(|here| here <= *index)
        });
        let middle = in_the_middle.filter(|_| may_move).map(|(index, node)| (index, node.place.clone()));
        let start = self.automation.events.iter().position(|other| other == event);
        let start = start.map(|index| Location::default().key("events").index(index));
        let (place, from) = match (middle, start) {
            (Some((index, place)), _) => (place, Some(index)),
            (None, Some(place)) => (place, None),
            (None, None) => return,
        };
        self.place = place;
        let reason = if self.automation.state == AutomationState::Paused {
            Some(NotRun::Paused)
        } else if !self.runs_for_contact() {
            Some(NotRun::Unsubscribed)
        } else {
            (from.is_none() && here.is_some()).then_some(NotRun::AlreadyIn)
        };
        if let Some(reason) = reason {
            self.say(Happening::NotRun { reason });
            return;
        }
        self.say(Happening::Started);
        match from {
            Some(index) => self.go_on_after(index),
            None => self.go_to(if self.flow.nodes().is_empty() { None } else { Some(0) }),
        }
    }

    fn go_on_after(&mut self, step: usize) {
        self.go_to(self.flow.node(step).and_then(|node| node.next));
    }

    fn go_to(&mut self, step: Option<usize>) {
        match step {
            Some(step) => self.position = Position::At(step),
            None => {
                self.position = Position::Finished;
                self.say(Happening::Finished);
            }
        }
    }

    fn do_step(&mut self, index: usize) {
        let Some((step, place)) = self.flow.node(index).map(|node| (node.step, node.place.clone())) else {
            return;
        };
        self.place = place;
        if !self.runs_for_contact() {
            self.say(Happening::NotRun { reason: NotRun::Unsubscribed });
            self.position = Position::Stopped(index);
            return;
        }
        match step {
            Step::AddTags { tags } => {
                tags.as_slice().iter().for_each(|tag| self.add_tag(tag, Actor::Automation))
            }
            Step::RemoveTags { tags } => {
                tags.as_slice().iter().for_each(|tag| self.remove_tag(tag, Actor::Automation));
            }
            Step::RunWebhook { .. } => {
                let due = self.webhooks.set_off_by(step);
                self.due.extend(due.into_iter().map(Due::Webhook));
            }
            Step::Delay { length } => return self.sleep(index, self.end_of(*length)),
            Step::WaitUntil { until: Wait::Instant { at } } => return self.sleep(index, Some(*at)),
            Step::WaitUntil { until: Wait::TimeOfDay { at } } => {
                return self.sleep(index, self.next_time(at.microseconds()));
            }
            Step::WaitUntil { until: Wait::Condition { when } } if self.holds(when) => {}
            Step::WaitUntil { .. } | Step::Event { .. } => {
                self.say(Happening::Waits { until: None });
                self.position = Position::Waiting(index);
                return;
            }
            Step::SendSequence { sequence } => self.send(sequence),
            Step::SetField { field, value } => self.set_field(field, value, Actor::Automation),
            Step::Condition { when, .. } if !self.holds(when) => {
                let otherwise = self.flow.node(index).and_then(|node| node.otherwise);
                return self.go_to(otherwise);
            }
            Step::Condition { .. } | Step::GoTo { .. } | Step::End {} => {}
        }
        self.go_on_after(index);
    }

    /// Waits at a step until an instant; goes on at once where that is past.
    fn sleep(&mut self, step: usize, until: Option<Instant>) {
        match until {
            Some(until) if until <= self.now => self.go_on_after(step),
            Some(until) => {
                self.say(Happening::Waits { until: Some(until) });
                self.position = Position::Sleeping { step, until };
            }
            None => {
                self.issues.push(Issue::new(Code::DelayInvalid).at(self.place.clone()));
                self.position = Position::Stopped(step);
            }
        }
    }

    /// When a delay that begins now ends.
    fn end_of(&self, length: Offset) -> Option<Instant> {
        let amount = i64::from(length.amount);
        let midnights = |days: i64| {
            let wall = self.zone.wall(self.now).plus_days(days)?;
            self.zone.instant(wall.at_microsecond_of_day(0)).ok()
        };
        let months = |months: u32| self.zone.instant(self.zone.wall(self.now).plus_months(months)?).ok();
        match (self.automation.crm.facts().days, length.unit) {
            (DayCounting::Midnights { .. }, Unit::Days) => midnights(amount),
            (DayCounting::Midnights { .. }, Unit::Weeks) => midnights(amount.checked_mul(7)?),
            (_, Unit::Months) => months(length.amount),
            (_, Unit::Years) => months(length.amount.checked_mul(12)?),
            (_, unit) => self.now.checked_add_seconds(unit.seconds()?.checked_mul(amount)?),
        }
    }

    /// The next instant at which the clock shows a time of day, now included.
    fn next_time(&self, microseconds: i64) -> Option<Instant> {
        let today = self.zone.wall(self.now).at_microsecond_of_day(microseconds);
        let at = self.zone.instant(today).ok()?;
        if self.now <= at { Some(at) } else { self.zone.instant(today.plus_days(1)?).ok() }
    }

    fn holds(&self, condition: &ContactCondition) -> bool {
        match condition {
            ContactCondition::HasTag { tag } => self.tags.contains(tag),
            ContactCondition::LacksTag { tag } => !self.tags.contains(tag),
            ContactCondition::FieldIs { field, value } => self.fields.get(field) == Some(value),
        }
    }

    fn add_tag(&mut self, tag: &TagName, by: Actor) {
        if !self.tags.insert(tag.clone()) {
            return self.say(Happening::TagHeld { tag: tag.clone(), by });
        }
        self.say(Happening::TagAdded { tag: tag.clone(), by });
        self.due.extend(self.webhooks.of_tag(tag).map(Due::Webhook));
        self.due.push_back(Due::Event(AutomationEvent::TagAdded { tag: tag.clone() }));
    }

    fn remove_tag(&mut self, tag: &TagName, by: Actor) {
        if self.tags.remove(tag) {
            self.say(Happening::TagRemoved { tag: tag.clone(), by });
        }
    }

    fn set_field(&mut self, field: &FieldName, value: &str, by: Actor) {
        self.fields.insert(field.clone(), value.to_owned());
        self.say(Happening::FieldSet { field: field.clone(), value: value.to_owned(), by });
    }

    fn send(&mut self, sequence: &Sequence) {
        for email in &sequence.emails {
            let subject = email.subject.clone();
            let withheld = match (sequence.status, self.standing) {
                (SequenceStatus::Draft, _) => Some(WithheldReason::Draft),
                (_, ContactStanding::Subscribed) => None,
                _ => Some(WithheldReason::NotSubscribed),
            };
            self.say(match withheld {
                Some(reason) => Happening::EmailWithheld { subject, reason },
                None => {
                    let is_about_login = email.purpose == EmailPurpose::Login;
                    let password = is_about_login.then(|| self.password());
                    Happening::EmailSent { subject, purpose: email.purpose, password }
                }
            });
        }
    }

    fn password(&self) -> PasswordState {
        match self.login_since {
            None => PasswordState::NoLogin,
            Some(since) if since == self.now => PasswordState::MayBeBlank,
            Some(_) => PasswordState::Ready,
        }
    }

    /// The site runs a webhook, and removes its tag.
    fn run_webhook(&mut self, webhook: &'a Webhook) {
        let operation = webhook.operation.kind();
        self.say(Happening::WebhookRun { webhook: webhook.id.clone(), operation });
        match &webhook.operation {
            CustomOperation::ReleaseOffering { offering } => self.release(offering),
            CustomOperation::RevokeOffering { offering } => {
                self.say(Happening::OfferingRevoked { offering: offering.clone() });
                if let Some(tag) =
                    self.site.offering(offering).and_then(|offering| offering.revoke_tag.as_ref())
                {
                    self.add_tag(tag, Actor::Site);
                }
            }
            CustomOperation::CreateLogin {} => self.make_login(),
            CustomOperation::UpdateUser {} => self.say(Happening::UserUpdated),
            CustomOperation::AddTags { tags } => {
                tags.as_slice().iter().for_each(|tag| self.add_tag(tag, Actor::Site));
            }
            CustomOperation::RemoveTags { tags } => {
                tags.as_slice().iter().for_each(|tag| self.remove_tag(tag, Actor::Site));
            }
            CustomOperation::SetField { field, value } => self.set_field(field, value, Actor::Site),
            CustomOperation::SendEmail { email } => self.say(Happening::EmailSent {
                subject: email.to_string(),
                purpose: EmailPurpose::Other,
                password: None,
            }),
            _ => {}
        }
        if let Some(tag) = &webhook.tag {
            self.remove_tag(tag, Actor::Site);
        }
    }

    fn make_login(&mut self) {
        if self.login_since.is_none() {
            self.login_since = Some(self.now);
            self.say(Happening::LoginCreated);
        }
    }

    /// The site releases an offering: login, access, and the tags of what opens at once.
    fn release(&mut self, id: &OfferingId) {
        self.make_login();
        self.say(Happening::OfferingReleased { offering: id.clone() });
        let Some(offering) = self.site.offering(id) else { return };
        let modules = offering.modules_at_once().filter_map(|(_, module)| module.access_tag.as_ref());
        for tag in offering.access_tag.iter().chain(modules) {
            if !self.tags.contains(tag) {
                self.add_tag(tag, Actor::Site);
            }
        }
    }
}
