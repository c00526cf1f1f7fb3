//! How a site takes money, as its document says: the processors, and what the CRM beside them is set to. Does not judge it.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

/// How a site takes money.
///
/// ```
/// use memberferry::{CrmSettings, PaymentSettings, TrackingScript};
/// let settings: PaymentSettings = serde_json::from_str(
///     r#"{"processors": {"stripe": {"account": "acct_harbour"}}, "crm": {"kind": "drip"}}"#,
/// )?;
/// assert!(settings.processors.stripe.is_some() && settings.processors.paypal.is_none());
/// assert_eq!(settings.crm, Some(CrmSettings::Drip { tracking_script: TrackingScript::On }));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default, expecting = "an object of payment settings")]
pub struct PaymentSettings {
    /// Who charges the cards.
    pub processors: Processors,
    /// The CRM that is told of purchases; where absent, nobody said which.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crm: Option<CrmSettings>,
}

/// The processors that a site is connected to, at most one account with each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default, expecting = "an object of processors")]
pub struct Processors {
    /// Stripe, where it is connected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stripe: Option<ProcessorAccount>,
    /// PayPal, where it is connected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paypal: Option<ProcessorAccount>,
}

impl Processors {
    /// Those that are connected, each with its key in the document, in the order Stripe, PayPal.
    pub fn connected(&self) -> impl Iterator<Item = (&'static str, &ProcessorAccount)> {
        let all = [("stripe", &self.stripe), ("paypal", &self.paypal)];
        all.into_iter().filter_map(|(key, account)| Some((key, account.as_ref()?)))
    }
}

/// A site's account with a processor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default, expecting = "a processor object")]
pub struct ProcessorAccount {
    /// The processor's id of the account, such as `acct_…`, by which two sites with one account are found. It is no secret;
    /// keys never stand here. Never blank.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "account_id")]
    pub account: Option<String>,
    /// Whether real cards are charged; they are, where absent.
    pub mode: ProcessorMode,
}

/// Two sites whose accounts are blank would be taken for sites with one account.
fn account_id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let id = Option::<String>::deserialize(deserializer)?;
    if id.as_deref().is_some_and(|id| id.trim().is_empty()) {
        return Err(D::Error::custom("the account's id is blank"));
    }
    Ok(id)
}

/// Whether a processor charges real cards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ProcessorMode {
    /// It does.
    #[default]
    Live,
    /// It takes test cards alone.
    Test,
}

/// What the CRM is set to, as far as it bears on payments. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields,
    expecting = "a CRM object"
)]
pub enum CrmSettings {
    /// No CRM: the site manages its contacts itself.
    Managed,
    /// Keap, once Infusionsoft. Needs nothing besides the processor.
    Keap,
    /// Ontraport.
    Ontraport {
        /// Its script on every page; on, where absent.
        #[serde(default)]
        tracking_script: TrackingScript,
        /// Whether orders are written to its commerce too; they are not, where absent.
        #[serde(default)]
        commerce_sync: CommerceSync,
    },
    /// ActiveCampaign.
    #[serde(rename = "activecampaign")]
    ActiveCampaign {
        /// The form by which somebody who unsubscribed and buys is taken back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        opt_in_form: Option<OptInForm>,
    },
    /// Kit, once ConvertKit.
    Kit {
        /// The form by which somebody who unsubscribed and buys is taken back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        opt_in_form: Option<OptInForm>,
    },
    /// Drip.
    Drip {
        /// Its script on every page; on, where absent.
        #[serde(default)]
        tracking_script: TrackingScript,
    },
}

impl CrmSettings {
    /// The name people know it by.
    pub const fn name(&self) -> &'static str {
        match self {
            CrmSettings::Managed => "AccessAlly Managed",
            CrmSettings::Keap => "Keap",
            CrmSettings::Ontraport { .. } => "Ontraport",
            CrmSettings::ActiveCampaign { .. } => "ActiveCampaign",
            CrmSettings::Kit { .. } => "Kit",
            CrmSettings::Drip { .. } => "Drip",
        }
    }
}

/// Whether the plugin adds the CRM's tracking script to every page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TrackingScript {
    /// It does.
    #[default]
    On,
    /// It does not.
    Off,
    /// It does, and somebody added it by hand too.
    OnAndByHand,
}

/// Whether orders are written to the CRM's own commerce too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CommerceSync {
    /// They are not.
    #[default]
    Off,
    /// They are.
    On,
}

/// A form of the CRM that purchases go through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a form object")]
pub struct OptInForm {
    /// As the CRM calls it.
    pub name: String,
    /// Whether whoever fills it in has to confirm.
    pub opt_in: OptIn,
    /// What it is used for; orders alone, where absent.
    #[serde(default)]
    pub used_for: FormUse,
}

/// Whether whoever fills a form in has to confirm by mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OptIn {
    /// They need not.
    Single,
    /// They have to.
    Double,
}

/// What a form is used for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FormUse {
    /// Orders, and nothing else.
    #[default]
    OrdersOnly,
    /// It also gathers people who buy nothing.
    OtherLeadsToo,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_account_is_refused_and_one_that_is_left_out_is_not() {
        let read = |text: &str| serde_json::from_str::<ProcessorAccount>(text);
        for blank in [r#"{"account": ""}"#, r#"{"account": " "}"#] {
            assert!(read(blank).unwrap_err().to_string().contains("the account's id is blank"), "{blank}");
        }
        assert_eq!(read("{}").unwrap().account, None);
        assert_eq!(read(r#"{"account": "acct_1"}"#).unwrap().account.as_deref(), Some("acct_1"));
    }
}
