//! What is wrong with what comes after a step: an email before the password is there, a tag that is never removed, a change of access that
//! the site is not told of. Does not know when anything happens, only in which order.

use super::{Findings, Subject};
use crate::automation::flow::{Goal, Node, Start};
use crate::automation::{EmailPurpose, Step};
use crate::{Code, Issue, TagName};

pub fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut too_early = Vec::new();
    for (index, node) in subject.flow.nodes().iter().enumerate() {
        if subject.webhooks.makes_login(node.step) {
            too_early.extend(
                subject.flow.comes_to(Start::After(index), is_login_email, |node| lets_time_pass(node)),
            );
        }
        check_webhook_tags(subject, index, node.step, findings);
        check_access_tags(subject, index, node.step, findings);
        check_restart(subject, index, node.step, findings);
    }
    crate::order::sort(&mut too_early);
    too_early.dedup();
    for index in too_early {
        findings.step(subject, index, Issue::new(Code::LoginEmailTooEarly));
    }
    check_starts(subject, findings);
}

fn is_login_email(goal: Goal<'_, '_>) -> bool {
    let Goal::Step(Node { step: Step::SendSequence { sequence }, .. }) = goal else { return false };
    sequence.emails.iter().any(|email| email.purpose == EmailPurpose::Login)
}

/// A tag that starts the automation anew: one of its own events, which a step adds after it has been taken away.
fn check_restart(subject: &Subject<'_>, index: usize, step: &Step, findings: &mut Findings) {
    let Step::AddTags { tags } = step else { return };
    let nodes = subject.flow.nodes();
    let starts = |tag: &TagName| {
        let events = subject.automation.events.iter();
        let in_the_middle = nodes.iter().filter_map(|node| match node.step {
            Step::Event { event } => Some(event),
            _ => None,
        });
        events.chain(in_the_middle).any(|event| event.tag() == Some(tag))
    };
    let is_taken_away =
        |tag: &TagName| subject.webhooks.of_tag(tag).is_some() || nodes.iter().any(|node| removes(node, tag));
    if let Some(tag) = tags.as_slice().iter().find(|tag| starts(tag) && is_taken_away(tag)) {
        let message =
            "the step adds a tag that starts the automation anew, and that is taken away in between";
        findings.step(
            subject,
            index,
            Issue::new(Code::AutomationCycle).with_message(message).with_value(tag.as_str()),
        );
    }
}

/// Whether time may pass at a step before the one after it.
fn lets_time_pass(node: &Node<'_>) -> bool {
    match node.step {
        Step::Delay { length } => length.amount > 0,
        Step::WaitUntil { .. } | Step::Event { .. } => true,
        _ => false,
    }
}

/// Whether a step removes a tag.
fn removes(node: &Node<'_>, tag: &TagName) -> bool {
    matches!(node.step, Step::RemoveTags { tags } if tags.as_slice().contains(tag))
}

fn check_webhook_tags(subject: &Subject<'_>, index: usize, step: &Step, findings: &mut Findings) {
    let Step::AddTags { tags } = step else { return };
    let declared = subject.site.tags();
    for tag in tags.as_slice() {
        match subject.webhooks.of_tag(tag) {
            // The site removes the tag too, after the webhook has run; the guide has the automation do so as well for the one that makes
            // the login.
            Some(webhook) if webhook.operation.makes_login() => {
                let is_end = |goal: Goal<'_, '_>| match goal {
                    Goal::End => true,
                    Goal::Step(node) => matches!(node.step, Step::Event { .. }),
                };
                let kept = subject.flow.comes_to(Start::After(index), is_end, |node| removes(node, tag));
                if !kept.is_empty() {
                    findings.step(subject, index, Issue::new(Code::WebhookTagKept).with_value(tag.as_str()));
                }
            }
            Some(_) => {}
            None if declared.contains(tag) && !belongs_to_an_offering(subject, tag) => {
                let is_removed = |goal: Goal<'_, '_>| matches!(goal, Goal::Step(node) if removes(node, tag));
                if !subject.flow.comes_to(Start::After(index), is_removed, |_| false).is_empty() {
                    let message = "the tag is added and taken away again, as a webhook's tag is, and no webhook is bound to it";
                    let issue = Issue::new(Code::WebhookMissing).with_message(message);
                    findings.step(subject, index, issue.with_value(tag.as_str()));
                }
            }
            None => {}
        }
    }
}

fn belongs_to_an_offering(subject: &Subject<'_>, tag: &TagName) -> bool {
    let mut offerings = subject.site.offerings().iter();
    subject.changes_access(tag) || offerings.any(|offering| offering.tags().any(|(_, own)| own == tag))
}

/// A step that changes access, or an event that says it was taken away, has to be followed by the update-user webhook before time passes.
fn check_access_tags(subject: &Subject<'_>, index: usize, step: &Step, findings: &mut Findings) {
    let tag = match step {
        Step::AddTags { tags } | Step::RemoveTags { tags } => {
            tags.as_slice().iter().find(|tag| subject.changes_access(tag))
        }
        Step::Event { event } => event.tag().filter(|tag| subject.revokes(tag)),
        _ => None,
    };
    let Some(tag) = tag.filter(|_| !subject.webhooks.syncs(step)) else { return };
    if is_left_unsynced(subject, Start::After(index)) {
        findings.step(subject, index, Issue::new(Code::TagChangeUnsynced).with_value(tag.as_str()));
    }
}

/// The same for an automation that begins with a revocation.
fn check_starts(subject: &Subject<'_>, findings: &mut Findings) {
    let events = subject.automation.events.iter().enumerate();
    let revoking =
        events.filter_map(|(index, event)| Some((index, event.tag().filter(|tag| subject.revokes(tag))?)));
    for (index, tag) in revoking {
        if is_left_unsynced(subject, Start::First) {
            let place = crate::Location::default().key("events").index(index);
            findings.whole(Issue::new(Code::TagChangeUnsynced).at(place).with_value(tag.as_str()));
        }
    }
}

fn is_left_unsynced(subject: &Subject<'_>, start: Start) -> bool {
    let too_late = |goal: Goal<'_, '_>| match goal {
        Goal::End => true,
        Goal::Step(node) => lets_time_pass(node),
    };
    !subject.flow.comes_to(start, too_late, |node| subject.webhooks.syncs(node.step)).is_empty()
}
