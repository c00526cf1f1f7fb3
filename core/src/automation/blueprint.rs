//! The automation that delivers an offering, made from it: AccessAlly's recipe for Kit, in the words of each CRM. Does not build it in the
//! CRM; its instructions tell a person how to.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::drip::{DripStep, LeftOutModule, drip};
use super::names::{free_automation, free_tag, free_webhook, item, label, plain};
use super::translate::translate;
use super::{diagram, instructions};
use crate::automation::{
    Automation, AutomationEvent, AutomationState, Crm, EmailPurpose, Personalisation, Sequence,
    SequenceEmail, SequenceStatus, SmallestDelay, Step, WebhookStyle,
};
use crate::offering::{Offering, Offset, Price, Unit};
use crate::operation::{CustomOperation, TagList};
use crate::site::{Site, SiteDocument, SiteQuestionError};
use crate::webhook::Webhook;
use crate::{Code, IdError, OfferingId, Refusal, TagName, TagNameError, WebhookId};

/// What the automation is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlueprintOptions {
    /// The CRM that runs it.
    pub crm: Crm,
    /// Who opens the modules.
    pub drip: DripBy,
}

impl BlueprintOptions {
    /// For a CRM, with the modules opened by the site.
    pub fn new(crm: Crm) -> Self {
        BlueprintOptions { crm, drip: DripBy::Site }
    }
}

/// Who opens modules over time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DripBy {
    /// The site, by its release timers.
    #[default]
    Site,
    /// The automation, by delays and tags.
    Crm,
}

/// An automation that delivers an offering, and what it needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Blueprint {
    /// The automation as it is to be.
    pub automation: Automation,
    /// Tags that are not there yet, in the order in which they are needed.
    pub new_tags: Vec<TagName>,
    /// Webhooks that are not there yet, in the order in which they are needed.
    pub new_webhooks: Vec<Webhook>,
    /// The offering, with the new tags that it has to name, and without release timers for the modules that the automation opens.
    pub offering: Offering,
    /// Modules that the automation cannot open when their rules say, in the offering's order; the site's timers open them, or somebody by hand.
    /// None where the site opens the modules anyway.
    pub left_out: Vec<LeftOutModule>,
    /// What a person does to build it, in order, each a sentence or two.
    pub instructions: Vec<String>,
    /// The automation as a Mermaid flowchart.
    pub diagram: String,
}

/// Why there is no blueprint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BlueprintError {
    /// The site has no such offering.
    #[error(transparent)]
    Site(#[from] SiteQuestionError),
    /// The offering's name or id makes no tag.
    #[error(transparent)]
    Tag(#[from] TagNameError),
    /// The offering's name or id makes no name for something of it.
    #[error(transparent)]
    Name(#[from] IdError),
}

impl Refusal for BlueprintError {
    fn code(&self) -> Code {
        match self {
            BlueprintError::Site(error) => error.code(),
            BlueprintError::Tag(_) | BlueprintError::Name(_) => Code::ArgumentInvalid,
        }
    }
}

impl Blueprint {
    /// The site as it is once everything is made: its offering names the new tags, its webhooks are there, and so is the automation.
    pub fn apply_to(&self, document: &SiteDocument) -> SiteDocument {
        let mut document = document.clone();
        document.tags.extend(self.new_tags.iter().cloned());
        document.webhooks.extend(self.new_webhooks.iter().cloned());
        if let Some(offering) = document.offerings.iter_mut().find(|offering| offering.id == self.offering.id)
        {
            *offering = self.offering.clone();
        }
        document.automations.push(self.automation.clone());
        document
    }
}

/// The automation that delivers an offering in a CRM, as AccessAlly's guides have it: the purchase or the opt-in starts it; the webhook
/// `Release Offering` makes the login; a short delay keeps the password from being blank; the welcome email tells how to log in; the webhook's
/// tag is removed; with drip by the CRM each module has its delay, its tag, the webhook `Update User` and an email; and the revoke tag leads to
/// `Update User` just before the end.
///
/// A tag that the offering lacks is given a name, and so is a webhook that the site lacks; see [`Blueprint::apply_to`].
///
/// # Errors
/// [`BlueprintError`] where the site has no such offering.
///
/// ```
/// use memberferry::{BlueprintOptions, Crm, OfferingId, Site, blueprint};
/// let site = Site::from_json(br#"{
///     "format": 1, "name": "Harbour Academy", "timezone": "Europe/Amsterdam",
///     "offerings": [{"id": "watercolour", "name": "Watercolour", "purchaseTag": "Watercolour: Bought"}]
/// }"#)?;
/// let blueprint = blueprint(&site, &OfferingId::new("watercolour")?, BlueprintOptions::new(Crm::Kit))?;
/// assert_eq!(blueprint.new_tags[0].as_str(), "Watercolour: Release Offering");
/// assert!(blueprint.instructions[0].starts_with("In Kit, open Automations"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn blueprint(
    site: &Site,
    offering: &OfferingId,
    options: BlueprintOptions,
) -> Result<Blueprint, BlueprintError> {
    let unknown = || SiteQuestionError::UnknownOffering(offering.clone());
    let offering = site.offering(offering).ok_or_else(unknown)?;
    Draft::new(site, offering, options).finish()
}

/// A blueprint that is being made.
struct Draft<'a> {
    site: &'a Site,
    options: BlueprintOptions,
    label: String,
    offering: Offering,
    taken_tags: BTreeSet<TagName>,
    taken_webhooks: BTreeSet<WebhookId>,
    new_tags: Vec<TagName>,
    new_webhooks: Vec<Webhook>,
    steps: Vec<Step>,
}

/// A webhook as an automation sets it off.
enum Trigger {
    Tag(TagName),
    Post(WebhookId),
}

impl<'a> Draft<'a> {
    fn new(site: &'a Site, offering: &Offering, options: BlueprintOptions) -> Self {
        Draft {
            site,
            options,
            label: label(offering),
            offering: with_schedule(site, offering),
            taken_tags: site.tag_references().iter().map(|reference| reference.tag.clone()).collect(),
            taken_webhooks: site.webhooks().iter().map(|webhook| webhook.id.clone()).collect(),
            new_tags: Vec::new(),
            new_webhooks: Vec::new(),
            steps: Vec::new(),
        }
    }

    fn finish(mut self) -> Result<Blueprint, BlueprintError> {
        let event = self.start()?;
        let release = CustomOperation::ReleaseOffering { offering: self.offering.id.clone() };
        let (id, tag) = (
            format!("release-{}", plain(self.offering.id.as_str())),
            format!("{}: Release Offering", self.label),
        );
        let release = self.webhook(&release, &id, &tag)?;
        self.set_off(&release);
        self.steps.push(Step::Delay { length: self.settling_delay() });
        let welcome = self.welcome()?;
        self.steps.push(Step::SendSequence { sequence: welcome });
        if let Trigger::Tag(tag) = release {
            self.steps.push(Step::RemoveTags { tags: TagList::one(tag) });
        }
        let update = self.webhook(&CustomOperation::UpdateUser {}, "update-user", "Webhook: Update User")?;
        let left_out = match self.options.drip {
            DripBy::Site => Vec::new(),
            DripBy::Crm => {
                let drip = drip(&self.offering, self.options.crm);
                for step in &drip.steps {
                    self.module(step, &update)?;
                }
                drip.left_out
            }
        };
        let revoke = self.named_tag("Revoke Access", |offering| &mut offering.revoke_tag)?;
        self.steps.push(Step::Event { event: AutomationEvent::TagAdded { tag: revoke } });
        self.set_off(&update);
        self.steps.push(Step::End {});
        let ids = self.site.automations().iter().map(|automation| &automation.id).collect();
        let automation = Automation {
            id: free_automation(&format!("deliver-{}", plain(self.offering.id.as_str())), &ids)?,
            name: format!("Deliver {}", self.label),
            crm: self.options.crm,
            state: AutomationState::Live,
            offering: Some(self.offering.id.clone()),
            events: vec![event],
            steps: self.steps,
        };
        let webhooks: Vec<&Webhook> = self.site.webhooks().iter().chain(&self.new_webhooks).collect();
        Ok(Blueprint {
            instructions: instructions::of(&automation, &self.offering, &webhooks),
            diagram: diagram::of(&automation),
            automation,
            new_tags: self.new_tags,
            new_webhooks: self.new_webhooks,
            offering: self.offering,
            left_out,
        })
    }

    /// What starts it: the tag of the purchase or the opt-in, or the CRM's own form where that is how the CRM has it.
    fn start(&mut self) -> Result<AutomationEvent, BlueprintError> {
        let is_free = self.offering.price == Price::Free;
        let takes_forms = is_free && self.options.crm.facts().webhook != WebhookStyle::Tag;
        let form = self.offering.opt_in_form.as_deref().map(plain).filter(|form| !form.is_empty());
        if let (None, true, Some(form)) = (&self.offering.purchase_tag, takes_forms, form) {
            return Ok(AutomationEvent::FormSubmitted { form: item(&form)? });
        }
        let name = if is_free { "Opted In" } else { "Made Purchase" };
        let tag = self.named_tag(name, |offering| &mut offering.purchase_tag)?;
        Ok(AutomationEvent::TagAdded { tag })
    }

    /// A tag of the offering's, given a name where it has none.
    fn named_tag(
        &mut self,
        name: &str,
        of: impl Fn(&mut Offering) -> &mut Option<TagName>,
    ) -> Result<TagName, BlueprintError> {
        if let Some(tag) = of(&mut self.offering) {
            return Ok(tag.clone());
        }
        let tag = free_tag(&format!("{}: {name}", self.label), &mut self.taken_tags)?;
        *of(&mut self.offering) = Some(tag.clone());
        self.new_tags.push(tag.clone());
        Ok(tag)
    }

    /// The webhook that does an operation in the CRM's way: the site's, or else a new one.
    fn webhook(
        &mut self,
        operation: &CustomOperation,
        id: &str,
        tag: &str,
    ) -> Result<Trigger, BlueprintError> {
        let crm = self.options.crm;
        let by_tag = crm.facts().webhook == WebhookStyle::Tag;
        let mut known = self.site.webhooks().iter().filter(|webhook| {
            webhook.operation == *operation && webhook.crm.is_none_or(|other| other == crm)
        });
        let found = known.find(|webhook| webhook.tag.is_some() == by_tag);
        if let Some(webhook) = found {
            return Ok(match &webhook.tag {
                Some(tag) => Trigger::Tag(tag.clone()),
                None => Trigger::Post(webhook.id.clone()),
            });
        }
        // A name that another CRM's webhook has is told apart by the CRM.
        let is_taken = self.taken_webhooks.iter().any(|taken| taken.as_str() == id);
        let id = if is_taken { format!("{id}-{}", crm.facts().name.to_lowercase()) } else { id.to_owned() };
        let id = free_webhook(&id, &mut self.taken_webhooks)?;
        let tag = if by_tag { Some(free_tag(tag, &mut self.taken_tags)?) } else { None };
        self.new_tags.extend(tag.clone());
        self.new_webhooks.push(Webhook {
            id: id.clone(),
            tag: tag.clone(),
            operation: operation.clone(),
            crm: Some(crm),
            last_run_at: None,
            runs: None,
        });
        Ok(tag.map_or(Trigger::Post(id), Trigger::Tag))
    }

    fn set_off(&mut self, trigger: &Trigger) {
        self.steps.push(match trigger {
            Trigger::Tag(tag) => Step::AddTags { tags: TagList::one(tag.clone()) },
            Trigger::Post(webhook) => Step::RunWebhook { webhook: webhook.clone() },
        });
    }

    /// The shortest delay of the CRM, or Kit's, where nobody knows it.
    fn settling_delay(&self) -> Offset {
        match self.options.crm.facts().smallest_delay {
            SmallestDelay::Known { length, .. } => length,
            SmallestDelay::NotEvidenced => Offset { amount: 5, unit: Unit::Minutes },
        }
    }

    fn welcome(&self) -> Result<Sequence, BlueprintError> {
        let own = self.offering.welcome_email.as_deref().map(plain).filter(|name| !name.is_empty());
        let name = own.unwrap_or_else(|| format!("{}: Welcome", self.label));
        let mut mentions = vec![Personalisation::LoginLink {}, Personalisation::EmailAddress {}];
        mentions.extend(
            self.site.document().password_field.clone().map(|field| Personalisation::Field { field }),
        );
        Ok(sequence(&name, SequenceEmail { subject: name.clone(), purpose: EmailPurpose::Login, mentions })?)
    }

    /// Delay, module tag, update-user webhook and email.
    fn module(&mut self, step: &DripStep, update: &Trigger) -> Result<(), BlueprintError> {
        let Some(name) = self.offering.modules.get(step.module).map(|module| plain(&module.name)) else {
            return Ok(());
        };
        let number = format!("Module {}", step.module);
        let tag = match self.offering.modules.get(step.module).and_then(|module| module.access_tag.clone()) {
            Some(tag) => tag,
            None => {
                let tag = free_tag(&format!("{}: {number}", self.label), &mut self.taken_tags)?;
                if let Some(module) = self.offering.modules.get_mut(step.module) {
                    module.access_tag = Some(tag.clone());
                }
                self.new_tags.push(tag.clone());
                tag
            }
        };
        if let Some(module) = self.offering.modules.get_mut(step.module) {
            // The automation opens it, so that a timer of the site's would open it a second time.
            module.release = None;
        }
        self.steps.extend(step.delay.map(|length| Step::Delay { length }));
        self.steps.push(Step::AddTags { tags: TagList::one(tag) });
        self.set_off(update);
        let shown = if name.is_empty() { number } else { name };
        let email = SequenceEmail {
            subject: format!("{shown} is ready"),
            purpose: EmailPurpose::Release,
            mentions: vec![Personalisation::LoginLink {}],
        };
        let sequence = sequence(&format!("{}: {shown}", self.label), email)?;
        self.steps.push(Step::SendSequence { sequence });
        Ok(())
    }
}

/// The offering, each module without a release rule with the one by which an automation of the site opens it: of a site that has a blueprint
/// the schedule is in the automation, and one for another CRM is to keep to it.
fn with_schedule(site: &Site, offering: &Offering) -> Offering {
    let mut scheduled = offering.clone();
    for automation in site.automations() {
        let Ok(translation) = translate(automation, site) else { continue };
        for translated in translation.modules.iter().filter(|_| translation.offering == offering.id) {
            let mut modules = scheduled.modules.iter_mut();
            if let Some(module) = modules.find(|module| module.id == translated.module) {
                module.release.get_or_insert_with(|| translated.release.clone());
            }
        }
    }
    scheduled
}

fn sequence(name: &str, email: SequenceEmail) -> Result<Sequence, IdError> {
    Ok(Sequence { name: crate::ItemName::new(name)?, status: SequenceStatus::Published, emails: vec![email] })
}
