//! What is wrong with an automation as a whole: it is paused, names what is not there, or lacks a part of what delivers its offering. Does not
//! know the order of its steps.

use super::{Findings, Subject, unknown_form, unknown_tag};
use crate::automation::{AutomationEvent, AutomationState, Step, UnsubscribedRule};
use crate::offering::Offering;
use crate::operation::CustomOperation;
use crate::site::unknown_references;
use crate::{Code, Issue, Location, TagName};

pub fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let automation = subject.automation;
    for issue in unknown_references(automation, subject.site.document()) {
        findings.whole(issue);
    }
    if automation.state == AutomationState::Paused {
        findings.whole(Issue::new(Code::AutomationPaused).at(Location::default().key("state")));
    }
    check_events(subject, findings);
    if let Some(offering) = subject.delivered {
        check_delivery(subject, offering, findings);
    }
    if let UnsubscribedRule::NothingRuns { remedy, .. } = automation.crm.facts().unsubscribed {
        let message = format!("{} runs no automation for people who have unsubscribed", automation.crm);
        findings.whole(
            Issue::new(Code::UnsubscribedNeverRun)
                .with_message(message)
                .with_help(remedy)
                .at(Location::default().key("crm")),
        );
    }
}

fn check_events(subject: &Subject<'_>, findings: &mut Findings) {
    if subject.automation.events.is_empty() {
        let help = "name in `events` what starts it";
        let issue = Issue::new(Code::AutomationInvalid)
            .with_message("no event starts the automation")
            .with_help(help);
        findings.whole(issue.at(Location::default().key("events")));
    }
    let declared = subject.site.tags();
    for (index, event) in subject.automation.events.iter().enumerate() {
        let unknown = event.tag().filter(|tag| !declared.contains(tag));
        if let Some(tag) = unknown {
            let place = Location::default().key("events").index(index).key("tag");
            findings.whole(unknown_tag(tag, place));
        }
        let place = Location::default().key("events").index(index);
        if let Some(issue) = unknown_form(subject, event, place) {
            findings.whole(issue);
        }
    }
}

/// Whether all is there that delivers an offering.
fn check_delivery(subject: &Subject<'_>, offering: &Offering, findings: &mut Findings) {
    let is_made = subject.flow.nodes().iter().any(|node| {
        subject.webhooks.set_off_by(node.step).iter().any(|webhook| match &webhook.operation {
            CustomOperation::ReleaseOffering { offering: released } => *released == offering.id,
            operation => operation.makes_login(),
        })
    });
    if !is_made {
        let message = "no step sets off the webhook that releases the offering";
        let issue =
            Issue::new(Code::WebhookMissing).with_message(message).at(Location::default().key("steps"));
        findings.whole(issue.with_value(offering.id.as_str()));
    }
    check_modules(subject, offering, findings);
    let starts = subject.automation.events.iter();
    let in_the_middle = subject.flow.nodes().iter().filter_map(|node| match node.step {
        Step::Event { event } => Some(event),
        _ => None,
    });
    let has_event = |tag: &TagName| {
        let mut events = starts.chain(in_the_middle);
        events.any(|event| matches!(event, AutomationEvent::TagAdded { tag: other } if other == tag))
    };
    if let Some(tag) = offering.revoke_tag.as_ref().filter(|tag| !has_event(tag)) {
        let issue = Issue::new(Code::RevokePathMissing).at(Location::default().key("steps"));
        findings.whole(issue.with_value(tag.as_str()));
    }
}

fn check_modules(subject: &Subject<'_>, offering: &Offering, findings: &mut Findings) {
    let is_added = |tag: &TagName| {
        subject
            .flow
            .nodes()
            .iter()
            .any(|node| matches!(node.step, Step::AddTags { tags } if tags.as_slice().contains(tag)))
    };
    let is_given = |index: usize| {
        let module = offering.modules.get(index);
        module.and_then(|module| module.access_tag.as_ref()).is_some_and(is_added)
    };
    let later = 1..offering.modules.len();
    let id = |index: usize| offering.modules.get(index).map_or("", |module| module.id.as_str());
    let place = || Location::default().key("steps");
    // Where the automation opens some, one that nothing opens was forgotten in it.
    let code = if later.clone().any(is_given) { Code::ModuleStepMissing } else { Code::ModulesUndelivered };
    for index in later {
        let has_no_rule = offering.modules.get(index).is_some_and(|module| module.release.is_none());
        if has_no_rule && !is_given(index) {
            findings.whole(Issue::new(code).at(place()).with_value(id(index)));
        }
    }
}
