//! What is done twice: a module that the automation and the site's own timer both open, an offering that is released more than once for the
//! same cause. Does not know whether somebody wants it so.

use super::{Findings, Subject};
use crate::automation::flow::{Goal, Start};
use crate::automation::translate::translate;
use crate::automation::webhooks::Webhooks;
use crate::automation::{Automation, Step, Translation};
use crate::offering::ReleaseRule;
use crate::operation::CustomOperation;
use crate::{Code, Issue, Location, OfferingId, TagName};

pub fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let translation = translate(subject.automation, subject.site).ok();
    for (index, node) in subject.flow.nodes().iter().enumerate() {
        if let Step::AddTags { tags } = node.step {
            for tag in tags.as_slice() {
                check_module_tag(subject, index, tag, translation.as_ref(), findings);
            }
        }
        check_releases(subject, index, node.step, findings);
    }
    check_other_automations(subject, findings);
}

/// A tag of a module that the site's own timer opens as well.
fn check_module_tag(
    subject: &Subject<'_>,
    index: usize,
    tag: &TagName,
    translation: Option<&Translation>,
    findings: &mut Findings,
) {
    for offering in subject.site.offerings() {
        for (place, module) in offering.modules.iter().enumerate() {
            let rule = offering.release_rule(place);
            if module.access_tag.as_ref() != Some(tag) || !matches!(rule, ReleaseRule::Timer(_)) {
                continue;
            }
            let own = translation.filter(|translation| translation.offering == offering.id);
            let own = own.and_then(|translation| {
                let mut modules = translation.modules.iter();
                let is_here =
                    |step: &Location| subject.flow.node(index).is_some_and(|node| node.place == *step);
                modules.find(|translated| translated.module == module.id && is_here(&translated.step))
            });
            let own = own.map(|translated| format!(" {}", translated.release)).unwrap_or_default();
            let message =
                format!("the automation opens the module{own}, and the site's own timer opens it {rule}");
            let issue = Issue::new(Code::ModuleOpenedTwice).with_message(message);
            findings.step(subject, index, issue.with_value(module.id.as_str()));
        }
    }
}

/// A step that releases an offering more than once, or that comes to another which does before anything else happens to the contact.
fn check_releases(subject: &Subject<'_>, index: usize, step: &Step, findings: &mut Findings) {
    let released = released_by(subject.webhooks, step);
    for (place, offering) in released.iter().enumerate() {
        if released.iter().take(place).any(|earlier| earlier == offering) {
            let message = "the step sets off two webhooks that release the same offering";
            findings.step(subject, index, twice(message, offering));
        }
    }
    let again = |goal: Goal<'_, '_>| match goal {
        Goal::Step(node) => {
            released_by(subject.webhooks, node.step).iter().any(|other| released.contains(other))
        }
        Goal::End => false,
    };
    let is_another_cause = |node: &crate::automation::flow::Node<'_>| matches!(node.step, Step::Event { .. });
    // A step that comes to itself is a circle, and told as one.
    let later = subject.flow.comes_to(Start::After(index), again, is_another_cause);
    for later in later.into_iter().filter(|later| *later > index) {
        let first = subject.flow.node(index).map_or_else(Location::default, |node| node.place.clone());
        let message =
            format!("the step releases an offering that `{}` has released already", first.path_text());
        if let Some(offering) = released.first() {
            findings.step(subject, later, twice(message, offering));
        }
    }
}

/// Another automation of the same CRM that the same event starts, and that releases the same offering.
fn check_other_automations(subject: &Subject<'_>, findings: &mut Findings) {
    let automation = subject.automation;
    let released = released_in(subject.webhooks, automation);
    for other in subject.site.automations() {
        let shares = automation.events.iter().any(|event| other.events.contains(event));
        if other.id == automation.id || other.crm != automation.crm || !shares {
            continue;
        }
        let theirs = released_in(subject.webhooks, other);
        if let Some(offering) = released.iter().find(|offering| theirs.contains(offering)) {
            let message =
                format!("the automation `{}` releases the same offering for the same event", other.id);
            findings.whole(twice(message, offering).at(Location::default().key("events")));
        }
    }
}

fn twice(message: impl Into<String>, offering: &OfferingId) -> Issue {
    Issue::new(Code::OfferingReleasedTwice).with_message(message.into()).with_value(offering.as_str())
}

/// The offerings that a step releases, one for each webhook that it sets off, those of a shared tag included.
fn released_by<'a>(webhooks: Webhooks<'a>, step: &Step) -> Vec<&'a OfferingId> {
    let is_set_off = |tag: Option<&TagName>| match step {
        Step::AddTags { tags } => tag.is_some_and(|tag| tags.as_slice().contains(tag)),
        _ => false,
    };
    let of_tags = webhooks.all().filter(|webhook| is_set_off(webhook.tag.as_ref()));
    let posted = match step {
        Step::RunWebhook { .. } => webhooks.set_off_by(step),
        _ => Vec::new(),
    };
    let released = of_tags.chain(posted).filter_map(|webhook| match &webhook.operation {
        CustomOperation::ReleaseOffering { offering } => Some(offering),
        _ => None,
    });
    released.collect()
}

fn released_in<'a>(webhooks: Webhooks<'a>, automation: &Automation) -> Vec<&'a OfferingId> {
    let mut released = Vec::new();
    automation.each_step(&mut |step, _| released.extend(released_by(webhooks, step)));
    released
}
