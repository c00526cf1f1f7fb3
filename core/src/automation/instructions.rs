//! How a person builds an automation in a CRM, in that CRM's own words. Does not know whether the automation is right.

use crate::automation::{
    Automation, AutomationEvent, ContactCondition, CrmFacts, EmailPurpose, Personalisation, Sequence,
    SequenceStatus, SmallestDelay, Step, Wait, WebhookStyle,
};
use crate::offering::Offering;
use crate::operation::{CustomOperation, TagList};
use crate::webhook::Webhook;
use crate::{Excerpt, TagName};

/// The instructions, in order, each a sentence or two.
pub(super) fn of(automation: &Automation, offering: &Offering, webhooks: &[&Webhook]) -> Vec<String> {
    let facts = automation.crm.facts();
    let mut lines = vec![format!(
        "In {}, open {} and make a new {} called `{}`.",
        facts.name, facts.menu, facts.automation, automation.name
    )];
    let used: Vec<&&Webhook> = webhooks.iter().filter(|webhook| is_set_off(webhook, automation)).collect();
    lines.extend(used.iter().map(|webhook| make_webhook(webhook, offering, facts)));
    lines.extend(leave_timers_out(automation, offering, facts));
    automation.each_step(&mut |step, _| {
        if let Step::SendSequence { sequence } = step {
            lines.push(make_sequence(sequence, facts));
        }
    });
    for event in &automation.events {
        lines.push(format!("Start the {} with {}.", facts.automation, event_in_words(event, facts)));
    }
    let mut is_settling = false;
    automation.each_step(&mut |step, place| {
        let ours: Vec<&&Webhook> = used.iter().filter(|webhook| sets_off(step, webhook)).copied().collect();
        let mut line = step_in_words(step, &ours, facts);
        if matches!(step, Step::Delay { .. }) && is_settling {
            line.push_str(
                " It gives the site time to make the password, which would be blank in the email otherwise.",
            );
            if facts.smallest_delay == SmallestDelay::NotEvidenced {
                line.push_str(&format!(" A shorter one will do where {} offers it.", facts.name));
            }
        }
        is_settling = ours.iter().any(|webhook| webhook.operation.makes_login());
        if place.path.len() > 2 {
            line = format!("Within the condition ({place}): {line}");
        }
        lines.push(line);
    });
    lines.push(format!(
        "Switch the {} from {} to {}, and go through it once with a test contact.",
        facts.automation, facts.paused, facts.live
    ));
    lines
}

/// Where the automation opens modules, the site is not to open them too.
fn leave_timers_out(automation: &Automation, offering: &Offering, facts: &CrmFacts) -> Option<String> {
    let mut names = Vec::new();
    automation.each_step(&mut |step, _| {
        let Step::AddTags { tags } = step else { return };
        let opened = offering
            .modules
            .iter()
            .filter(|module| module.access_tag.as_ref().is_some_and(|tag| tags.as_slice().contains(tag)));
        names.extend(opened.map(|module| format!("`{}`", Excerpt::new(&module.name))));
    });
    (!names.is_empty()).then(|| {
        format!(
            "In AccessAlly, set no release timer for what the {} opens ({}), or the site opens it by itself as well.",
            facts.automation,
            names.join(", ")
        )
    })
}

fn is_set_off(webhook: &Webhook, automation: &Automation) -> bool {
    let mut is = false;
    automation.each_step(&mut |step, _| is |= sets_off(step, webhook));
    is
}

fn sets_off(step: &Step, webhook: &Webhook) -> bool {
    match step {
        Step::AddTags { tags } => webhook.tag.as_ref().is_some_and(|tag| tags.as_slice().contains(tag)),
        Step::RunWebhook { webhook: id } => webhook.id == *id,
        _ => false,
    }
}

fn make_webhook(webhook: &Webhook, offering: &Offering, facts: &CrmFacts) -> String {
    let operation = match &webhook.operation {
        CustomOperation::ReleaseOffering { offering: id } if *id == offering.id => {
            format!(
                "`Run Custom Operation` and there `Release Offering` of `{}`",
                Excerpt::new(&offering.name)
            )
        }
        CustomOperation::UpdateUser {} => "`Update User`".to_owned(),
        other => format!("`Run Custom Operation` and there {other}"),
    };
    let last = match &webhook.tag {
        Some(tag) => format!("choose the tag {}, which is used for nothing else", shown(tag)),
        None => format!("copy the address that it shows, for {}", facts.name),
    };
    format!("In AccessAlly, open Webhook Generator in the admin bar, choose {operation}, and {last}.")
}

fn make_sequence(sequence: &Sequence, facts: &CrmFacts) -> String {
    let mut text = format!("In {}, make the {} `{}`", facts.name, facts.sequence, sequence.name);
    for email in &sequence.emails {
        let what: Vec<String> =
            email.mentions.iter().map(|mention| mention_in_words(mention, facts)).collect();
        text.push_str(&format!(" with the email `{}`", Excerpt::new(&email.subject)));
        if !what.is_empty() {
            text.push_str(&format!(", showing {}", what.join(", ")));
        }
        if email.purpose == EmailPurpose::Login {
            text.push_str(", sent at once");
        }
    }
    match sequence.status {
        SequenceStatus::Published => text + "; publish it.",
        SequenceStatus::Draft => text + "; leave it as a draft.",
    }
}

fn mention_in_words(mention: &Personalisation, facts: &CrmFacts) -> String {
    match mention {
        Personalisation::LoginLink {} => "the link to the site's login page".to_owned(),
        Personalisation::EmailAddress {} => "the contact's email address".to_owned(),
        Personalisation::Field { field } => match facts.field_code {
            Some(code) => format!("the field `{field}` (`{}`)", code.replace("FIELD", field.as_str())),
            None => format!("the field `{field}`"),
        },
    }
}

fn event_in_words(event: &AutomationEvent, facts: &CrmFacts) -> String {
    let (name, what) = match event {
        AutomationEvent::TagAdded { tag } => (facts.tag_added, format!("the tag {}", shown(tag))),
        AutomationEvent::Purchase { product } => (facts.purchase, format!("the product `{product}`")),
        AutomationEvent::FormSubmitted { form } => (facts.form_submitted, format!("the form `{form}`")),
    };
    format!("the {} `{name}`, and choose {what}", facts.event)
}

fn step_in_words(step: &Step, webhooks: &[&&Webhook], facts: &CrmFacts) -> String {
    match step {
        Step::AddTags { tags } => {
            let text = format!("Add a step `{}` that adds {}", facts.tag_step, tag_list(tags));
            match webhooks {
                [] => format!("{text}."),
                [webhook, ..] => format!("{text}: the site runs {}.", webhook.operation.kind()),
            }
        }
        Step::RemoveTags { tags } => {
            format!(
                "Add a step `{}` that removes {}, so that it can be added again.",
                facts.tag_step,
                tag_list(tags)
            )
        }
        Step::RunWebhook { webhook } => {
            let step = match facts.webhook {
                WebhookStyle::Post { step } => step,
                WebhookStyle::Tag => facts.tag_step,
            };
            let what = webhooks
                .first()
                .map_or_else(|| webhook.to_string(), |webhook| webhook.operation.kind().to_string());
            format!("Add a step `{step}` and paste the address of the webhook for {what}.")
        }
        Step::Delay { length } => format!("Add a step `{}` of {length}.", facts.delay),
        Step::WaitUntil { until } => format!("Add a step `{}` until {}.", facts.delay, wait_in_words(until)),
        Step::SendSequence { sequence } => {
            format!("Add a step `{}` and choose `{}`.", facts.sequence, sequence.name)
        }
        Step::SetField { field, value } => {
            format!("Add a step that sets the field `{field}` to `{}`.", Excerpt::new(value))
        }
        Step::Condition { when, .. } => {
            format!("Add a condition with two ways: whether {}.", condition_in_words(when))
        }
        Step::Event { event } => format!(
            "Right before the end, add {}: who has it added moves here from wherever they are.",
            event_in_words(event, facts)
        ),
        Step::GoTo { step } => {
            format!("Lead on to step {} of the {}.", u64::from(*step) + 1, facts.automation)
        }
        Step::End {} => format!("End the {} here.", facts.automation),
    }
}

fn tag_list(tags: &TagList) -> String {
    let word = if tags.as_slice().len() == 1 { "the tag" } else { "the tags" };
    format!("{word} {tags}")
}

fn shown(tag: &TagName) -> String {
    format!("`{}`", Excerpt::new(tag.as_str()))
}

/// What a wait waits for: `they hold the tag Gold`.
pub(super) fn wait_in_words(wait: &Wait) -> String {
    match wait {
        Wait::Condition { when } => condition_in_words(when),
        Wait::Instant { at } => at.to_string(),
        Wait::TimeOfDay { at } => format!("{at} by the clock"),
    }
}

/// What a condition asks, as a clause.
pub(super) fn condition_in_words(condition: &ContactCondition) -> String {
    match condition {
        ContactCondition::HasTag { tag } => format!("they hold the tag {}", Excerpt::new(tag.as_str())),
        ContactCondition::LacksTag { tag } => format!("they lack the tag {}", Excerpt::new(tag.as_str())),
        ContactCondition::FieldIs { field, value } => {
            format!("their field {} is {}", Excerpt::new(field.as_str()), Excerpt::new(value))
        }
    }
}
