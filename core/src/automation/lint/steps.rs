//! What is wrong with a step by itself. Does not know what comes before or after it.

use super::{Findings, Subject, unknown_form, unknown_tag};
use crate::automation::{
    ContactCondition, EmailPurpose, Personalisation, SequenceEmail, SequenceStatus, SmallestDelay, Step,
    Wait, WebhookStyle,
};
use crate::offering::Offset;
use crate::{Code, Excerpt, FieldName, Issue, Location, TagName};

pub fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let reachable = subject.flow.reachable();
    let circles = subject.flow.circles();
    let declared = subject.site.tags();
    for (index, node) in subject.flow.nodes().iter().enumerate() {
        if reachable.get(index) == Some(&false) {
            findings.step(subject, index, Issue::new(Code::StepUnreachable));
        }
        if circles.contains(&index) {
            findings.step(subject, index, Issue::new(Code::AutomationCycle));
        }
        for (tag, place) in tags_of(node.step, &node.place) {
            if !declared.contains(tag) {
                findings.step(subject, index, unknown_tag(tag, place));
            }
        }
        check_step(subject, index, node.step, &node.place, findings);
    }
}

/// The tags a step names, with their places.
fn tags_of<'a>(step: &'a Step, place: &Location) -> Vec<(&'a TagName, Location)> {
    let of_condition = |when: &'a ContactCondition, place: Location| match when {
        ContactCondition::HasTag { tag } | ContactCondition::LacksTag { tag } => {
            vec![(tag, place.key("tag"))]
        }
        ContactCondition::FieldIs { .. } => Vec::new(),
    };
    match step {
        Step::AddTags { tags } | Step::RemoveTags { tags } => {
            let tags = tags.as_slice().iter().enumerate();
            tags.map(|(index, tag)| (tag, place.clone().key("tags").index(index))).collect()
        }
        Step::Event { event } => {
            event.tag().map(|tag| (tag, place.clone().key("event").key("tag"))).into_iter().collect()
        }
        Step::Condition { when, .. } => of_condition(when, place.clone().key("when")),
        Step::WaitUntil { until: Wait::Condition { when } } => {
            of_condition(when, place.clone().key("until").key("when"))
        }
        _ => Vec::new(),
    }
}

fn check_step(subject: &Subject<'_>, index: usize, step: &Step, place: &Location, findings: &mut Findings) {
    let facts = subject.automation.crm.facts();
    match step {
        Step::Event { event } => {
            if let Some(issue) = unknown_form(subject, event, place.clone().key("event")) {
                findings.step(subject, index, issue);
            }
        }
        Step::Delay { length } => {
            if let Some(issue) = too_short(*length, facts.smallest_delay) {
                findings.step(subject, index, issue);
            }
        }
        Step::RunWebhook { .. } if facts.webhook == WebhookStyle::Tag => {
            let message = format!("{} posts to no address: it sets webhooks off by their tags", facts.name);
            let issue = Issue::new(Code::StepUnsupported).with_message(message);
            findings.step(subject, index, issue.with_help("add the webhook's tag instead"));
        }
        Step::SendSequence { sequence } => {
            if sequence.status == SequenceStatus::Draft {
                let issue = Issue::new(Code::SequenceUnpublished);
                findings.step(subject, index, issue.with_value(sequence.name.as_str()));
            }
            for (number, email) in sequence.emails.iter().enumerate() {
                if email.purpose == EmailPurpose::Login {
                    let place = place.clone().key("sequence").key("emails").index(number);
                    check_login_email(subject, index, email, &place, findings);
                }
            }
        }
        _ => {}
    }
}

fn too_short(length: Offset, smallest: SmallestDelay) -> Option<Issue> {
    let seconds = |offset: Offset| Some(offset.unit.seconds()?.saturating_mul(i64::from(offset.amount)));
    let issue = match smallest {
        _ if length.amount == 0 => {
            let help = "remove the step, or choose how long it waits";
            Issue::new(Code::DelayTooShort).with_message("the delay lets no time pass").with_help(help)
        }
        SmallestDelay::Known { length: least, .. }
            if seconds(length).is_some_and(|own| Some(own) < seconds(least)) =>
        {
            let message = format!("the delay is shorter than {least}, the shortest that the CRM takes");
            Issue::new(Code::DelayTooShort).with_message(message)
        }
        _ => return None,
    };
    Some(issue.with_value(&length.to_string()))
}

/// Whether an email about logging in shows what is needed, and the right field.
fn check_login_email(
    subject: &Subject<'_>,
    index: usize,
    email: &SequenceEmail,
    place: &Location,
    findings: &mut Findings,
) {
    let shows = |wanted: &Personalisation| email.mentions.contains(wanted);
    let password = subject.site.document().password_field.as_ref();
    let mut missing = Vec::new();
    if !shows(&Personalisation::LoginLink {}) {
        missing.push("the link to the login page".to_owned());
    }
    if !shows(&Personalisation::EmailAddress {}) {
        missing.push("the email address".to_owned());
    }
    let fields = email.mentions.iter().enumerate().filter_map(|(at, mention)| match mention {
        Personalisation::Field { field } => Some((at, field)),
        _ => None,
    });
    let mut names_another = false;
    for (at, field) in fields.filter(|(_, field)| is_of_a_password(field) && password != Some(*field)) {
        names_another = true;
        let (message, help) = match password {
            Some(right) => (
                "the email shows another field than the one that holds passwords".to_owned(),
                format!("show the field `{}`", Excerpt::new(right.as_str())),
            ),
            None => (
                "the email shows a field of a password, and the site does not say that passwords are kept in one".to_owned(),
                "name the field in the site's `passwordField`, or leave it out of the email".to_owned(),
            ),
        };
        let issue = Issue::new(Code::PasswordFieldDiffers).with_message(message).with_help(help);
        let place = place.clone().key("mentions").index(at);
        findings.step(subject, index, issue.at(place).with_value(field.as_str()));
    }
    if let Some(field) = password {
        let is_shown = shows(&Personalisation::Field { field: field.clone() });
        if !is_shown && !names_another {
            missing.push(format!("the password's field `{}`", Excerpt::new(field.as_str())));
        }
    }
    if !missing.is_empty() {
        let message = format!("the email about logging in does not show {}", missing.join(", "));
        findings.step(
            subject,
            index,
            Issue::new(Code::LoginEmailIncomplete).with_message(message).at(place.clone()),
        );
    }
}

/// Whether a field's name says that it holds a password.
fn is_of_a_password(field: &FieldName) -> bool {
    let name = crate::text::fold(field.as_str());
    name.contains("password") || name.contains("passwd")
}
