//! The CRMs whose automations are known: their words, and what is known of how they count and whom they leave out. Facts only, each with
//! its source; what nobody has evidence of is said to be so.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::offering::{Offset, Unit};

/// A CRM that AccessAlly integrates with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Crm {
    /// Kit, ConvertKit until 2024.
    Kit,
    /// Keap, Infusionsoft until 2019.
    Keap,
    /// Ontraport.
    Ontraport,
    /// ActiveCampaign.
    ActiveCampaign,
    /// Drip.
    Drip,
}

/// What is known of a CRM's automations.
///
/// ```
/// use memberferry::{Crm, SmallestDelay};
/// assert_eq!(Crm::Keap.facts().sequence, "Sequence");
/// assert!(matches!(Crm::Kit.facts().smallest_delay, SmallestDelay::Known { length, .. } if length.to_string() == "5 minutes"));
/// assert_eq!(Crm::Keap.facts().smallest_delay, SmallestDelay::NotEvidenced);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CrmFacts {
    /// The CRM's name.
    pub name: &'static str,
    /// The menu that its automations stand under.
    pub menu: &'static str,
    /// What it calls an automation.
    pub automation: &'static str,
    /// What it calls that which starts one, or stands in its middle.
    pub event: &'static str,
    /// The event of a tag that is added.
    pub tag_added: &'static str,
    /// The event of a form that is submitted.
    pub form_submitted: &'static str,
    /// The event of a purchase.
    pub purchase: &'static str,
    /// The step that adds or removes a tag.
    pub tag_step: &'static str,
    /// The step that lets time pass.
    pub delay: &'static str,
    /// What it calls emails that belong together.
    pub sequence: &'static str,
    /// How it tells a site something.
    pub webhook: WebhookStyle,
    /// What an automation that runs is called.
    pub live: &'static str,
    /// What one that does not run is called.
    pub paused: &'static str,
    /// The shortest delay it takes.
    pub smallest_delay: SmallestDelay,
    /// The units of delays that what was read of its documentation names.
    pub delay_units: &'static [Unit],
    /// How it counts a delay of days.
    pub days: DayCounting,
    /// What becomes of people who have unsubscribed.
    pub unsubscribed: UnsubscribedRule,
    /// How an email is made to show a custom field; the field's name stands for `FIELD`. Absent where nobody has evidence.
    pub field_code: Option<&'static str>,
    /// Where the words come from; those that it does not show are the ones in common use.
    pub source: &'static str,
}

/// How an automation tells a site to do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WebhookStyle {
    /// It adds a tag; the site watches for it.
    Tag,
    /// It posts to an address of the site's.
    Post {
        /// What the step is called.
        step: &'static str,
    },
}

/// The shortest delay a CRM takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmallestDelay {
    /// Somebody says so.
    Known {
        /// How long.
        length: Offset,
        /// Who says so.
        source: &'static str,
    },
    /// Nobody has evidence.
    NotEvidenced,
}

/// How days of a delay are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayCounting {
    /// Nothing says otherwise: 24 hours each.
    Hours,
    /// By midnights, in the account's zone.
    Midnights {
        /// Who says so.
        source: &'static str,
    },
}

/// What becomes of people who have unsubscribed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsubscribedRule {
    /// No automation runs for them, and no tag is added by one.
    NothingRuns {
        /// What to do about it: a clause, lower-case, no full stop.
        remedy: &'static str,
        /// Who says so.
        source: &'static str,
    },
    /// Nobody has evidence; automations are taken to run, and emails not to be sent.
    NotEvidenced,
}

const FIVE_MINUTES: Offset = Offset { amount: 5, unit: Unit::Minutes };
const KIT_GUIDE: &str = "AccessAlly's Kit automation guide";
const PROCESSOR_GUIDE: &str = "AccessAlly's guide to integrating a payment processor";

const KIT: CrmFacts = CrmFacts {
    name: "Kit",
    menu: "Automations",
    automation: "automation",
    event: "event",
    tag_added: "Tag is added to subscriber",
    form_submitted: "Joins a form",
    purchase: "Makes a purchase",
    tag_step: "Add or remove tag",
    delay: "Delay",
    sequence: "Email Sequence",
    webhook: WebhookStyle::Tag,
    live: "LIVE",
    paused: "PAUSE",
    smallest_delay: SmallestDelay::Known { length: FIVE_MINUTES, source: KIT_GUIDE },
    delay_units: &[Unit::Minutes, Unit::Days],
    days: DayCounting::Hours,
    unsubscribed: UnsubscribedRule::NothingRuns {
        remedy: "put Subscriber Preference links into the emails, so that people stay subscribed to what they bought, and link an opt-in \
                 form of Kit's without double opt-in, used for nothing else, under AccessAlly > General Settings > Payment > CRM Integration",
        source: KIT_GUIDE,
    },
    field_code: Some("{{ subscriber.FIELD }}"),
    source: KIT_GUIDE,
};

const KEAP: CrmFacts = CrmFacts {
    name: "Keap",
    menu: "Marketing > Campaign Builder",
    automation: "campaign",
    event: "goal",
    tag_added: "Tag Applied",
    form_submitted: "Web Form Submitted",
    purchase: "Purchase Made",
    tag_step: "Apply/Remove Tag",
    delay: "Delay Timer",
    sequence: "Sequence",
    webhook: WebhookStyle::Post { step: "Send HTTP Post" },
    live: "published",
    paused: "not published",
    smallest_delay: SmallestDelay::NotEvidenced,
    delay_units: &[],
    days: DayCounting::Hours,
    unsubscribed: UnsubscribedRule::NotEvidenced,
    field_code: None,
    source: "AccessAlly's Keap / Infusionsoft automation guide",
};

const ONTRAPORT: CrmFacts = CrmFacts {
    name: "Ontraport",
    menu: "Campaigns",
    automation: "campaign",
    event: "trigger",
    tag_added: "Contact is added to Tag",
    form_submitted: "Contact submits a form",
    purchase: "Contact submits a form, only where the order is successful",
    tag_step: "Change tags",
    delay: "Wait",
    sequence: "Email",
    webhook: WebhookStyle::Post { step: "Webhook (under the Advanced tab)" },
    live: "live",
    paused: "paused",
    smallest_delay: SmallestDelay::NotEvidenced,
    delay_units: &[],
    days: DayCounting::Hours,
    unsubscribed: UnsubscribedRule::NotEvidenced,
    field_code: None,
    source: "AccessAlly's Ontraport automation guide",
};

const ACTIVE_CAMPAIGN: CrmFacts = CrmFacts {
    name: "ActiveCampaign",
    menu: "Automations",
    automation: "automation",
    event: "trigger",
    tag_added: "Tag is added",
    form_submitted: "Submits a form",
    purchase: "Makes a purchase",
    tag_step: "Add a tag / Remove a tag",
    delay: "Wait",
    sequence: "Send an email",
    webhook: WebhookStyle::Post { step: "Webhook (under Conditions and Workflow)" },
    live: "Active",
    paused: "Inactive",
    smallest_delay: SmallestDelay::NotEvidenced,
    delay_units: &[Unit::Minutes, Unit::Hours, Unit::Days, Unit::Weeks, Unit::Months, Unit::Years],
    days: DayCounting::Hours,
    unsubscribed: UnsubscribedRule::NothingRuns {
        remedy: "link an opt-in form of ActiveCampaign's without double opt-in, used for nothing else, under AccessAlly > General Settings \
                 > Payment > CRM Integration",
        source: PROCESSOR_GUIDE,
    },
    field_code: None,
    source: "AccessAlly's ActiveCampaign automation guide",
};

const DRIP: CrmFacts = CrmFacts {
    name: "Drip",
    menu: "Workflows",
    automation: "workflow",
    event: "trigger",
    tag_added: "Applied a tag",
    form_submitted: "Submitted a form",
    purchase: "Made a purchase",
    tag_step: "Apply a tag / Remove a tag",
    delay: "Delay",
    sequence: "Email Series Campaign",
    webhook: WebhookStyle::Post { step: "Send an HTTP Post" },
    live: "active",
    paused: "paused",
    smallest_delay: SmallestDelay::NotEvidenced,
    delay_units: &[Unit::Minutes, Unit::Hours, Unit::Days],
    days: DayCounting::Midnights { source: "Drip's help on delays in workflows" },
    unsubscribed: UnsubscribedRule::NotEvidenced,
    field_code: None,
    source: "AccessAlly's Drip automation guide",
};

impl Crm {
    /// Every CRM.
    pub const ALL: [Crm; 5] = [Crm::Kit, Crm::Keap, Crm::Ontraport, Crm::ActiveCampaign, Crm::Drip];

    /// What is known of it.
    pub const fn facts(self) -> &'static CrmFacts {
        match self {
            Crm::Kit => &KIT,
            Crm::Keap => &KEAP,
            Crm::Ontraport => &ONTRAPORT,
            Crm::ActiveCampaign => &ACTIVE_CAMPAIGN,
            Crm::Drip => &DRIP,
        }
    }
}

impl fmt::Display for Crm {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.facts().name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_crm_is_written_as_its_exports_are_called() {
        let names: Vec<_> = Crm::ALL.iter().map(|crm| serde_json::to_string(crm).unwrap()).collect();
        assert_eq!(names, [r#""kit""#, r#""keap""#, r#""ontraport""#, r#""activecampaign""#, r#""drip""#]);
    }

    #[test]
    fn only_what_is_evidenced_is_stated() {
        let known = |crm: &&Crm| matches!(crm.facts().smallest_delay, SmallestDelay::Known { .. });
        assert_eq!(Crm::ALL.iter().filter(known).collect::<Vec<_>>(), [&Crm::Kit]);
        let silent = |crm: &&Crm| matches!(crm.facts().unsubscribed, UnsubscribedRule::NothingRuns { .. });
        assert_eq!(Crm::ALL.iter().filter(silent).collect::<Vec<_>>(), [&Crm::Kit, &Crm::ActiveCampaign]);
    }
}
