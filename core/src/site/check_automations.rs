//! What webhooks, forms and automations say of the rest of a document: ids, references, tags that two webhooks share. Does not know what an
//! automation does.

use std::collections::BTreeMap;

use super::SiteDocument;
use super::ids::{Ids, Known, unknown};
use crate::automation::{Automation, Step};
use crate::operation::CustomOperation;
use crate::{Code, Issue, Location, TagName, WebhookId};

/// Adds what is wrong, in document order: webhooks, forms, automations.
pub fn check(document: &SiteDocument, issues: &mut Vec<Issue>) {
    let known = Known::new(document);
    check_webhooks(document, &known, issues);
    let mut ids = Ids::new("form");
    for (index, form) in document.forms.iter().enumerate() {
        let place = Location::default().key("forms").index(index);
        issues.extend(ids.take(form.id.as_str(), place.clone()));
        issues.extend(form.offering.as_ref().and_then(|offering| known.missing(offering, None, &place)));
        for (index, operation) in form.operations.iter().enumerate() {
            issues.extend(unknown_offering(operation, &known, &place.clone().key("operations").index(index)));
        }
    }
    let mut ids = Ids::new("automation");
    for (index, automation) in document.automations.iter().enumerate() {
        let place = Location::default().key("automations").index(index);
        issues.extend(ids.take(automation.id.as_str(), place.clone()));
        let missing = unknown_references(automation, document);
        issues.extend(missing.into_iter().map(|issue| beneath(&place, issue)));
    }
}

fn check_webhooks(document: &SiteDocument, known: &Known<'_>, issues: &mut Vec<Issue>) {
    let mut ids = Ids::new("webhook");
    let mut tags: BTreeMap<&TagName, usize> = BTreeMap::new();
    for (index, webhook) in document.webhooks.iter().enumerate() {
        let place = Location::default().key("webhooks").index(index);
        issues.extend(ids.take(webhook.id.as_str(), place.clone()));
        if let Some(tag) = &webhook.tag {
            if let Some(first) = tags.get(tag) {
                let message = format!("`webhooks[{first}]` is set off by the same tag");
                let issue = Issue::new(Code::WebhookTagShared).with_message(message);
                issues.push(issue.at(place.clone().key("tag")).with_value(tag.as_str()));
            } else {
                tags.insert(tag, index);
            }
        }
        issues.extend(unknown_offering(&webhook.operation, known, &place.key("operation")));
    }
}

fn unknown_offering(operation: &CustomOperation, known: &Known<'_>, place: &Location) -> Option<Issue> {
    known.missing(operation.offering()?, None, place)
}

/// An issue for each thing that an automation names and the document does not have, its places counted from the automation.
pub(crate) fn unknown_references(automation: &Automation, document: &SiteDocument) -> Vec<Issue> {
    let known = Known::new(document);
    let root = Location::default();
    let mut issues = Vec::new();
    issues.extend(automation.offering.as_ref().and_then(|offering| known.missing(offering, None, &root)));
    let has_webhook = |id: &WebhookId| document.webhooks.iter().any(|webhook| webhook.id == *id);
    automation.each_step(&mut |step, place| match step {
        Step::RunWebhook { webhook } if !has_webhook(webhook) => {
            issues.push(unknown("webhook", webhook.as_str(), place.clone().key("webhook")));
        }
        Step::GoTo { step } if usize::try_from(*step).is_ok_and(|step| step >= automation.steps.len()) => {
            let message = format!("the automation has {} steps, counted from 0", automation.steps.len());
            let issue = Issue::new(Code::ReferenceUnknown).with_message(message);
            issues.push(issue.at(place.clone().key("step")).with_value(&step.to_string()));
        }
        _ => {}
    });
    issues
}

/// The same issue, its place counted from a place further out.
fn beneath(place: &Location, mut issue: Issue) -> Issue {
    let inner = std::mem::take(&mut issue.location.path);
    issue.location.path = place.path.iter().cloned().chain(inner).collect();
    issue
}

#[cfg(test)]
mod tests {
    use crate::Site;

    fn issues(more: &str) -> Vec<String> {
        let text = format!(
            r#"{{"format": 1, "name": "Harbour", "timezone": "UTC", "offerings": [{{"id": "o", "name": "O"}}], {more}}}"#
        );
        match Site::from_json(text.as_bytes()) {
            Ok(site) => site.issues().iter().map(ToString::to_string).collect(),
            Err(error) => {
                use crate::Refusal as _;
                error.issues().iter().map(ToString::to_string).collect()
            }
        }
    }

    #[test]
    fn whatever_names_an_offering_or_a_webhook_is_checked() {
        let found = issues(
            r#""webhooks": [{"id": "w", "operation": {"kind": "release-offering", "offering": "p"}}],
               "forms": [{"id": "f", "kind": "order", "offering": "q", "operations": [{"kind": "revoke-offering", "offering": "r"}]}],
               "automations": [{"id": "a", "name": "A", "crm": "kit", "state": "live", "offering": "s", "events": [], "steps": [
                   {"kind": "condition", "when": {"kind": "has-tag", "tag": "T"}, "then": [{"kind": "run-webhook", "webhook": "x"}]},
                   {"kind": "go-to", "step": 2}]}]"#,
        );
        assert_eq!(
            found,
            [
                "error reference-unknown at webhooks[0].operation.offering: the site has no offering of this id (`p`)",
                "error reference-unknown at forms[0].offering: the site has no offering of this id (`q`)",
                "error reference-unknown at forms[0].operations[0].offering: the site has no offering of this id (`r`)",
                "error reference-unknown at automations[0].offering: the site has no offering of this id (`s`)",
                "error reference-unknown at automations[0].steps[0].then[0].webhook: the site has no webhook of this id (`x`)",
                "error reference-unknown at automations[0].steps[1].step: the automation has 2 steps, counted from 0 (`2`)",
            ]
        );
    }

    #[test]
    fn a_tag_sets_off_one_webhook_and_ids_stand_once() {
        let webhook = r#"{"id": "w", "tag": "Run", "operation": {"kind": "update-user"}}"#;
        assert_eq!(
            issues(&format!(r#""webhooks": [{webhook}, {webhook}]"#)),
            [
                "error id-duplicate at webhooks[1].id: the webhook at `webhooks[0]` has the same id (`w`)",
                "warning webhook-tag-shared at webhooks[1].tag: `webhooks[0]` is set off by the same tag (`Run`)",
            ]
        );
    }

    #[test]
    fn a_tag_that_an_operation_names_and_nothing_declares_is_listed_with_each_place() {
        let site = Site::from_json(
            br#"{"format": 1, "name": "Harbour", "timezone": "UTC",
                "webhooks": [{"id": "w", "tag": "Run", "operation": {"kind": "add-tags", "tags": ["Run", "Gold"]}}],
                "forms": [{"id": "f", "kind": "opt-in", "operations": [{"kind": "remove-tags", "tags": ["Silver"]},
                    {"kind": "split-test", "tags": ["Page A", "Page B"]}]}]}"#,
        )
        .unwrap();
        let found: Vec<_> =
            site.undeclared_tags(|_| false).iter().map(|issue| issue.location.path_text()).collect();
        assert_eq!(found, ["webhooks[0].operation.tags[1]", "forms[0].operations[0].tags[0]"]);
    }
}
