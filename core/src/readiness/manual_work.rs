//! What people have to do by hand because no migration does it, with the very things of this site. Does not know whether it has been done.

use std::collections::BTreeSet;

use serde::Serialize;

use super::fit::placed_operations;
use super::setup::form_missing;
use crate::automation::{Automation, EmailPurpose, Sequence, Step, translate};
use crate::billing::check_payment_setup;
use crate::offering::Price;
use crate::operation::CustomOperation;
use crate::site::Site;
use crate::webhook::{AfterMove, webhook_inventory};
use crate::{Code, Instant, Location};

/// A kind of manual work. The order of the variants is that of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ManualWorkKind {
    /// A sequence of emails that the CRM sends.
    EmailSequence,
    /// A form that has to be made, or told what to do.
    Form,
    /// A payment processor that has to be connected.
    Processor,
    /// An automation that does more than the site can take over.
    Automation,
    /// An email service for what the site does not send.
    EmailProvider,
    /// A webhook with nothing in its place.
    Webhook,
    /// A coupon code that the CRM activates.
    CouponCode,
}

/// One thing that has to be done by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ManualWork {
    /// Of which kind.
    pub kind: ManualWorkKind,
    /// The thing of this site, by its name.
    pub name: String,
    /// Where it stands in the site's document; absent where the document does not have it.
    #[serde(skip_serializing_if = "Location::is_unknown")]
    pub place: Location,
    /// What to do: a sentence without full stop.
    pub what: String,
}

impl ManualWork {
    fn new(kind: ManualWorkKind, name: impl Into<String>, place: Location, what: impl Into<String>) -> Self {
        ManualWork { kind, name: name.into(), place, what: what.into() }
    }
}

/// What has to be done by hand: by kind, and of each in document order.
pub fn manual_work(site: &Site, at: Instant) -> Vec<ManualWork> {
    let mut work = Vec::new();
    let mut is_mail_left = false;
    for (index, automation) in site.automations().iter().enumerate() {
        let place = Location::default().key("automations").index(index);
        of_automation(site, automation, place, &mut work);
        is_mail_left |= sequences(automation).iter().any(|(sequence, _)| {
            sequence.emails.is_empty()
                || sequence.emails.iter().any(|email| email.purpose == EmailPurpose::Other)
        });
    }
    for (index, offering) in site.offerings().iter().enumerate() {
        if let Some(issue) = form_missing(site, index, offering) {
            let help = issue.help().to_owned();
            work.push(ManualWork::new(ManualWorkKind::Form, &offering.name, issue.location, help));
        }
    }
    let sells = site.offerings().iter().any(|offering| offering.price == Price::Paid);
    let has_processor = !check_payment_setup(site).iter().any(|issue| issue.code == Code::ProcessorMissing);
    if sells && !has_processor {
        let place = Location::default().key("payments").key("processors");
        let what = "connect Stripe or PayPal in AccessAlly";
        work.push(ManualWork::new(ManualWorkKind::Processor, "Stripe or PayPal", place, what));
    }
    if is_mail_left {
        let what = "set up an email service for what is neither a login nor the release of a module";
        let place = Location::default();
        work.push(ManualWork::new(ManualWorkKind::EmailProvider, "email service", place, what));
    }
    for (index, webhook) in webhook_inventory(site, at).into_iter().enumerate() {
        if let AfterMove::NoEquivalent { remedy, .. } = webhook.fate {
            let place = Location::default().key("webhooks").index(index);
            work.push(ManualWork::new(ManualWorkKind::Webhook, webhook.webhook.as_str(), place, remedy));
        }
    }
    for (operation, place) in placed_operations(site) {
        if let CustomOperation::CrmCouponCode { coupon } = operation {
            let what = "make a coupon in AccessAlly, or do without the code";
            work.push(ManualWork::new(ManualWorkKind::CouponCode, coupon.as_str(), place, what));
        }
    }
    crate::order::sort_by_key(&mut work, |work| work.kind);
    work
}

fn of_automation(site: &Site, automation: &Automation, place: Location, work: &mut Vec<ManualWork>) {
    let mut seen = BTreeSet::new();
    for (sequence, step) in sequences(automation) {
        if seen.insert(sequence.name.as_str()) {
            let emails = super::found::counted(sequence.emails.len(), "email", "emails");
            let what = format!(
                "make its {emails} anew, as emails of the offering or in an email service: the sequence is sent by the automation `{}`",
                crate::Excerpt::new(&automation.name)
            );
            let step = within(&place, &step);
            work.push(ManualWork::new(ManualWorkKind::EmailSequence, sequence.name.as_str(), step, what));
        }
    }
    let what = match translate(automation, site) {
        Ok(translation) => match translation.not_translated.len() {
            0 => return,
            steps => {
                let first =
                    translation.not_translated.first().map(|step| step.note.as_str()).unwrap_or_default();
                let steps = super::found::counted(steps, "step", "steps");
                format!(
                    "rebuild or give up {steps} that the site cannot take over, the first because {first}"
                )
            }
        },
        Err(error) => format!("rebuild it or give it up: {error}"),
    };
    work.push(ManualWork::new(ManualWorkKind::Automation, &automation.name, place, what));
}

/// The sequences of an automation with the steps that send them, in the order written.
fn sequences(automation: &Automation) -> Vec<(&Sequence, Location)> {
    let mut sequences = Vec::new();
    automation.each_step(&mut |step, place| {
        if let Step::SendSequence { sequence } = step {
            sequences.push((sequence, place.clone()));
        }
    });
    sequences
}

/// A place within another.
fn within(outer: &Location, inner: &Location) -> Location {
    Location::path(outer.path.iter().chain(&inner.path).cloned())
}
