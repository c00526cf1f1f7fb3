//! What becomes of an automation when the site keeps its contacts itself: release timers, emails at release, and the list of what has to be
//! done otherwise or not at all. Does not know who is in the automation at the move; a drip continuity decides what becomes of them.
//!
//! - `untranslated`: the steps that the site cannot do, each with its reason.
//! - `walk`: the steps in the order in which a contact comes by them.
//! - `proof`: the simulated tags against the schedule of the translated rules.

mod proof;
mod untranslated;
mod walk;

use serde::Serialize;

pub use proof::{Proof, ProofLine};
pub use untranslated::{UntranslatedReason, UntranslatedStep};

use super::webhooks::Webhooks;
use crate::automation::{Automation, AutomationState};
use crate::offering::{Offering, ReleaseRule, ScheduleError};
use crate::site::Site;
use crate::{Code, Issue, Location, ModuleId, OfferingId, Refusal};

/// An automation as a site without a CRM has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Translation {
    /// The offering that it delivers.
    pub offering: OfferingId,
    /// The modules whose tags it adds after a time, in the order in which it does. The rules of the others stay as they are.
    pub modules: Vec<TranslatedModule>,
    /// The emails that the site can send when something opens, in the order of the steps.
    pub emails: Vec<TranslatedEmail>,
    /// The delay that waits for the password. It falls away: the form that releases the offering makes the login first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settling: Option<SettlingDelay>,
    /// Steps whose work is done otherwise, or is no longer needed, in the order of the steps.
    pub replaced: Vec<StepNote>,
    /// Steps that the site cannot do, in the order of the steps.
    pub not_translated: Vec<UntranslatedStep>,
    /// What is to be known of the whole: that the automation is paused, so that all this is what it would do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

/// A module with the rule that opens it when the automation would.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TranslatedModule {
    /// Which.
    pub module: ModuleId,
    /// When it opens.
    pub release: ReleaseRule,
    /// The step that adds its tag.
    pub step: Location,
}

/// An email that the site sends when something opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TranslatedEmail {
    /// Its subject.
    pub subject: String,
    /// When it is sent.
    pub when: EmailMoment,
    /// The step that sends it.
    pub step: Location,
}

/// When the site sends an email. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum EmailMoment {
    /// On enrollment.
    Enrollment,
    /// When a module opens.
    Release {
        /// Which.
        module: ModuleId,
    },
}

/// The delay that waits for the password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SettlingDelay {
    /// The step.
    pub step: Location,
    /// How long, in seconds.
    pub seconds: i64,
}

/// What there is to say of a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct StepNote {
    /// Which.
    pub step: Location,
    /// A clause, lower-case, no full stop.
    pub note: String,
}

/// Why an automation cannot be translated, or its translation not be proved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TranslationError {
    /// It delivers no offering of the site's.
    #[error("the automation delivers no offering of the site: it names none, and releases none")]
    NoOffering,
    /// Nothing starts it.
    #[error("the automation has no event that starts it")]
    NoEvent,
    /// The offering has no schedule.
    #[error(transparent)]
    Schedule(#[from] ScheduleError),
}

impl Refusal for TranslationError {
    fn code(&self) -> Code {
        match self {
            TranslationError::NoOffering => Code::ReferenceUnknown,
            TranslationError::NoEvent => Code::AutomationInvalid,
            TranslationError::Schedule(error) => error.code(),
        }
    }
}

impl Translation {
    /// The offering with the translated rules.
    pub fn apply_to(&self, offering: &Offering) -> Offering {
        let mut offering = offering.clone();
        for translated in &self.modules {
            if let Some(module) = offering.modules.iter_mut().find(|module| module.id == translated.module) {
                module.release = Some(translated.release.clone());
            }
        }
        offering
    }
}

/// What becomes of an automation when the site keeps its contacts itself.
///
/// Delays add up to release timers, each counted from the module before it where the automation keeps the offering's order, else from
/// enrollment. The delay between the webhook that makes the login and the email about it, if it is shorter than a day, is no drip and falls
/// away. Behind a condition that lets time pass, or a wait for something, nobody can say when a module opens, and its step is among those that
/// cannot be translated. So are a step that leads back to where a contact has been, and all that no contact comes to after it.
///
/// A paused automation is translated as if it were live, and an issue says so.
///
/// # Errors
/// [`TranslationError`] where the automation delivers no offering of the site.
///
/// ```
/// use memberferry::{BlueprintOptions, Crm, DripBy, OfferingId, Site, blueprint, translate};
/// let site = Site::from_json(br#"{
///     "format": 1, "name": "Harbour Academy", "timezone": "Europe/Amsterdam",
///     "offerings": [{"id": "watercolour", "name": "Watercolour", "modules": [
///         {"id": "brushes", "name": "Brushes"},
///         {"id": "washes", "name": "Washes", "release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}}]}]
/// }"#)?;
/// let options = BlueprintOptions { drip: DripBy::Crm, ..BlueprintOptions::new(Crm::Kit) };
/// let blueprint = blueprint(&site, &OfferingId::new("watercolour")?, options)?;
/// // While the CRM opens the modules, the site's own timers are gone; the translation gives them back.
/// let with_crm = Site::from_document(blueprint.apply_to(site.document()))?;
/// let translation = translate(&blueprint.automation, &with_crm)?;
/// assert_eq!(Some(&translation.modules[0].release), site.offerings()[0].modules[1].release.as_ref());
/// let proof = translation.proof(&blueprint.automation, &with_crm, "2024-05-01T09:00:00Z".parse()?, site.zone())?;
/// assert!(proof.agrees);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn translate(automation: &Automation, site: &Site) -> Result<Translation, TranslationError> {
    let webhooks = Webhooks::new(site, automation.crm);
    let offering = webhooks.delivered_by(automation).and_then(|offering| site.offering(offering));
    let offering = offering.ok_or(TranslationError::NoOffering)?;
    let mut translation = walk::Walk::new(automation, offering, webhooks).finish();
    if automation.state == AutomationState::Paused {
        let message = "the automation is paused, so it does nothing as it stands; this is what it would do if it were live";
        let help = "switch it to live, or do without what it becomes";
        let issue = Issue::new(Code::AutomationPaused).with_message(message).with_help(help);
        translation.issues.push(issue.at(Location::default().key("state")));
    }
    Ok(translation)
}
