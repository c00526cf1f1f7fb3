//! Which webhooks of a site a step sets off, and what that means for an automation. Does not know when.

use crate::automation::{Automation, Crm, Step};
use crate::operation::CustomOperation;
use crate::site::Site;
use crate::webhook::Webhook;
use crate::{OfferingId, TagName};

/// The webhooks of a site, as one CRM sees them.
#[derive(Clone, Copy)]
pub(super) struct Webhooks<'a> {
    all: &'a [Webhook],
    crm: Crm,
}

impl<'a> Webhooks<'a> {
    pub fn new(site: &'a Site, crm: Crm) -> Self {
        Webhooks { all: site.webhooks(), crm }
    }

    /// Every webhook that this CRM may run, in document order.
    pub fn all(self) -> impl Iterator<Item = &'a Webhook> {
        self.all.iter().filter(move |webhook| webhook.crm.is_none_or(|crm| crm == self.crm))
    }

    /// The webhook that a tag sets off.
    pub fn of_tag(self, tag: &TagName) -> Option<&'a Webhook> {
        self.all().find(|webhook| webhook.tag.as_ref() == Some(tag))
    }

    /// The webhooks that a step sets off, in the order of its tags.
    pub fn set_off_by(self, step: &Step) -> Vec<&'a Webhook> {
        match step {
            Step::AddTags { tags } => tags.as_slice().iter().filter_map(|tag| self.of_tag(tag)).collect(),
            Step::RunWebhook { webhook: id } => {
                self.all().find(|webhook| webhook.id == *id).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether a step makes the site make a login.
    pub fn makes_login(self, step: &Step) -> bool {
        self.set_off_by(step).iter().any(|webhook| webhook.operation.makes_login())
    }

    /// Whether a step makes the site take tags over.
    pub fn syncs(self, step: &Step) -> bool {
        self.set_off_by(step).iter().any(|webhook| webhook.operation == CustomOperation::UpdateUser {})
    }

    /// The offering an automation delivers: the one it names, or else the first that it releases.
    pub fn delivered_by(self, automation: &'a Automation) -> Option<&'a OfferingId> {
        if let Some(offering) = &automation.offering {
            return Some(offering);
        }
        let mut released = None;
        automation.each_step(&mut |step, _| {
            for webhook in self.set_off_by(step) {
                if let CustomOperation::ReleaseOffering { offering } = &webhook.operation {
                    released = released.or(Some(offering));
                }
            }
        });
        released
    }
}
