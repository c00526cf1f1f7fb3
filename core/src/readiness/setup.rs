//! What a site needs once there is no CRM, as far as its document tells: timers, forms, a processor, and something in place of each webhook.
//! Knows neither contacts nor answers.

use super::found::{Found, State, counted};
use crate::billing::check_payment_setup;
use crate::offering::{Offering, Price};
use crate::operation::CustomOperation;
use crate::site::Site;
use crate::webhook::{AfterMove, Form, FormKind, Replacement, ReplacementState, webhook_inventory};
use crate::{Code, Instant, Issue, Location};

/// Modules after the first that do not say when they open. A rule that says `manual` is a decision, and no omission.
pub fn release_timers(site: &Site) -> Found {
    let mut issues = Vec::new();
    let mut is_asked = false;
    for (index, offering) in site.offerings().iter().enumerate() {
        let place = Location::default().key("offerings").index(index).key("modules");
        for (number, module) in offering.modules.iter().enumerate().skip(1) {
            is_asked = true;
            if module.release.is_none() {
                let place = place.clone().index(number).key("release");
                issues.push(Issue::new(Code::ReleaseTimerMissing).at(place).with_value(&module.name));
            }
        }
    }
    if !is_asked {
        return Found::does_not_apply("no offering has a second module");
    }
    Found::of_issues(issues, "every module says when it opens", |count| {
        counted(count, "module has no release timer", "modules have no release timer")
    })
}

/// Paid offerings without an order form that releases them.
pub fn order_forms(site: &Site) -> Found {
    forms(site, Price::Paid, "nothing is sold", "every paid offering has an order form that releases it")
}

/// Free offerings without an opt-in form.
pub fn opt_in_forms(site: &Site) -> Found {
    forms(site, Price::Free, "nothing is given for an opt-in", "every free offering has an opt-in form")
}

fn forms(site: &Site, price: Price, nothing: &str, fine: &str) -> Found {
    let offerings = || site.offerings().iter().enumerate().filter(|(_, offering)| offering.price == price);
    if offerings().next().is_none() {
        return Found::does_not_apply(nothing);
    }
    let issues = offerings().filter_map(|(index, offering)| form_missing(site, index, offering)).collect();
    Found::of_issues(issues, fine, |count| {
        counted(count, "offering has no such form", "offerings have no such form")
    })
}

/// The issue of an offering that no form of its kind releases.
pub fn form_missing(site: &Site, index: usize, offering: &Offering) -> Option<Issue> {
    let (kind, key, words) = match offering.price {
        Price::Paid => (FormKind::Order, "orderForm", "order form"),
        Price::Free => (FormKind::OptIn, "optInForm", "opt-in form"),
    };
    let release = CustomOperation::ReleaseOffering { offering: offering.id.clone() };
    let forms = || site.forms().iter().enumerate().filter(|(_, form)| form.kind == kind);
    let is_its_own = |form: &Form| form.offering.as_ref() == Some(&offering.id);
    let releases = |form: &Form| form.operations.contains(&release);
    if forms().any(|(_, form)| releases(form) || (kind == FormKind::OptIn && is_its_own(form))) {
        return None;
    }
    let issue = match forms().find(|(_, form)| is_its_own(form)) {
        Some((form, _)) => Issue::new(Code::ReleaseFormMissing)
            .with_message(format!("the {words} of the offering does not release it"))
            .with_help(format!("add the operation `{release}` to the form"))
            .at(Location::default().key("forms").index(form).key("operations")),
        None => Issue::new(Code::ReleaseFormMissing)
            .with_message(format!("no {words} releases the offering"))
            .with_help(format!(
                "make an AccessAlly {words} with the operation `{release}`, and put it into `forms`"
            ))
            .at(Location::default().key("offerings").index(index).key(key)),
    };
    Some(issue.with_value(&offering.name))
}

/// Whether money can be taken. Where the document says nothing of payments, it is asked.
pub fn processor(site: &Site) -> Found {
    if site.offerings().iter().all(|offering| offering.price == Price::Free) {
        return Found::does_not_apply("nothing is sold");
    }
    if site.document().payments.is_none() {
        return Found::ask();
    }
    let mut issues = check_payment_setup(site);
    // What the CRM needs beside the processor ends with the CRM.
    issues.retain(|issue| {
        matches!(issue.code, Code::ProcessorMissing | Code::ProcessorTestMode | Code::ProcessorLiveOnCopy)
    });
    Found::of_issues(issues, "a processor is connected", |count| {
        counted(count, "thing is wrong with the processors", "things are wrong with the processors")
    })
}

/// Webhooks that nothing on the site replaces yet. Whether the log was gone through, only a person can say.
pub fn webhooks(site: &Site, at: Instant) -> Found {
    let mut issues = Vec::new();
    for (index, webhook) in webhook_inventory(site, at).into_iter().enumerate() {
        let is_unreplaced = match &webhook.fate {
            AfterMove::NoEquivalent { .. } => true,
            AfterMove::ReplacedBy { replacement } => {
                matches!(replacement, Replacement::Form { state: ReplacementState::ToDo, .. })
            }
            AfterMove::NotNeeded { .. } => false,
        };
        if is_unreplaced {
            let message = webhook.sentence.trim_end_matches('.').to_owned();
            let place = Location::default().key("webhooks").index(index);
            let issue = Issue::new(Code::WebhookUnreplaced).with_message(message).at(place);
            issues.push(issue.with_value(webhook.webhook.as_str()));
        }
    }
    let words = (!site.webhooks().is_empty()).then(|| {
        let all = counted(site.webhooks().len(), "webhook is", "webhooks are");
        let lacking = counted(issues.len(), "has nothing in its place", "have nothing in their place");
        format!("{all} in the document, of which {lacking}")
    });
    Found { state: State::Ask, issues, words }
}
