//! What becomes of each webhook when a site keeps its contacts itself and no CRM runs it any longer. Does not know contacts, nor whether a
//! webhook is still wanted.

use serde::Serialize;

use super::{Form, FormKind, Webhook};
use crate::offering::{Offering, Price, ReleaseRule};
use crate::operation::{ContactHome, CustomOperation, Support, TagList};
use crate::site::Site;
use crate::{Excerpt, FormId, Instant, ModuleId, OfferingId, TagName, WebhookId};

/// What becomes of one webhook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct WebhookFate {
    /// Which.
    pub webhook: WebhookId,
    /// The tag that set it off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<TagName>,
    /// What it did.
    pub operation: CustomOperation,
    /// When the log has it for the last time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_run_at: Option<Instant>,
    /// Whole days since then; absent where the log does not have it, or only later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_since_last_run: Option<u64>,
    /// What becomes of it.
    pub fate: AfterMove,
    /// The same in words.
    pub sentence: String,
}

/// What becomes of a webhook. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum AfterMove {
    /// Something on the site does it instead.
    ReplacedBy {
        /// What.
        replacement: Replacement,
    },
    /// There is nothing left to do.
    NotNeeded {
        /// Why: a clause, lower-case, no full stop.
        why: String,
    },
    /// Nothing on the site does it by itself.
    NoEquivalent {
        /// Why: a clause, lower-case, no full stop.
        why: String,
        /// What to do about it.
        remedy: String,
    },
}

/// What does a webhook's work on a site that keeps its contacts itself. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Replacement {
    /// The operation on an order form or opt-in form.
    Form {
        /// Whether something is bought on it.
        form_kind: FormKind,
        /// The form; absent where the document has none, and one has to be made.
        #[serde(skip_serializing_if = "Option::is_none")]
        form: Option<FormId>,
        /// Whether the form does it already, or has to be told.
        state: ReplacementState,
    },
    /// The release timers of modules.
    ReleaseTimers {
        /// Their offering.
        offering: OfferingId,
        /// The modules, in the offering's order.
        modules: Vec<ModuleId>,
    },
    /// The email that an offering sends on enrollment.
    OfferingEmail {
        /// Its offering.
        offering: OfferingId,
    },
}

/// Whether a replacement is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReplacementState {
    /// It is.
    Ready,
    /// It has to be made, or to be told to do it.
    ToDo,
}

/// What becomes of each webhook of a site when it keeps its contacts itself, in document order. No webhook runs any longer then: what
/// matters is what does its work.
///
/// Source: AccessAlly's guide to migrating to AccessAlly Managed ("webhooks are a thing of the past").
///
/// ```
/// use memberferry::{AfterMove, Site, webhook_inventory};
/// let site = Site::from_json(br#"{
///     "format": 1, "name": "Harbour Academy", "timezone": "Europe/Amsterdam",
///     "webhooks": [{"id": "sync", "tag": "Webhook: Update User", "operation": {"kind": "update-user"}}]
/// }"#)?;
/// let fates = webhook_inventory(&site, "2026-03-02T09:00:00Z".parse()?);
/// assert!(matches!(fates[0].fate, AfterMove::NotNeeded { .. }));
/// assert_eq!(
///     fates[0].sentence,
///     "Update User, set off by the tag `Webhook: Update User`, is not needed: tags and fields are kept on the site, so there is \
///      nothing to take over."
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn webhook_inventory(site: &Site, at: Instant) -> Vec<WebhookFate> {
    let fate_of = |webhook: &Webhook| {
        let fate = fate(webhook, site);
        let since = webhook.last_run_at.and_then(|last| at.seconds().checked_sub(last.seconds()));
        WebhookFate {
            webhook: webhook.id.clone(),
            tag: webhook.tag.clone(),
            operation: webhook.operation.clone(),
            last_run_at: webhook.last_run_at,
            days_since_last_run: since
                .and_then(|seconds| u64::try_from(seconds).ok())
                .map(|seconds| seconds / 86_400),
            sentence: sentence(webhook, &fate),
            fate,
        }
    };
    site.webhooks().iter().map(fate_of).collect()
}

fn fate(webhook: &Webhook, site: &Site) -> AfterMove {
    let operation = &webhook.operation;
    match operation {
        CustomOperation::UpdateUser {} => {
            not_needed("tags and fields are kept on the site, so there is nothing to take over")
        }
        CustomOperation::CreateLogin {} => {
            not_needed("an order form or opt-in form makes the login of whoever submits it")
        }
        CustomOperation::ReleaseOffering { offering } => match site.offering(offering) {
            Some(offering) => released_by(offering, operation, site.forms()),
            None => no_equivalent(operation),
        },
        CustomOperation::AddTags { tags } => timers_of(tags, site)
            .or_else(|| form_with(operation, site.forms()))
            .unwrap_or_else(|| no_equivalent(operation)),
        CustomOperation::SendEmail { email } => {
            let sends = |offering: &&Offering| offering.welcome_email.as_deref() == Some(email.as_str());
            match site.offerings().iter().find(sends) {
                Some(offering) => replaced(Replacement::OfferingEmail { offering: offering.id.clone() }),
                None => form_with(operation, site.forms()).unwrap_or_else(|| no_equivalent(operation)),
            }
        }
        _ => match operation.support(ContactHome::Managed) {
            Support::NotSupported { reason, .. } => AfterMove::NoEquivalent {
                why: reason.to_owned(),
                remedy: "do it by hand for those who need it, or do without".to_owned(),
            },
            Support::Supported => {
                form_with(operation, site.forms()).unwrap_or_else(|| no_equivalent(operation))
            }
        },
    }
}

fn not_needed(why: &str) -> AfterMove {
    AfterMove::NotNeeded { why: why.to_owned() }
}

fn replaced(replacement: Replacement) -> AfterMove {
    AfterMove::ReplacedBy { replacement }
}

/// The form that releases an offering, or the one that has to.
fn released_by(offering: &Offering, operation: &CustomOperation, forms: &[Form]) -> AfterMove {
    if let Some(ready) = form_with(operation, forms) {
        return ready;
    }
    let form_kind = match offering.price {
        Price::Paid => FormKind::Order,
        Price::Free => FormKind::OptIn,
    };
    let is_its_own = |form: &&Form| form.kind == form_kind && form.offering.as_ref() == Some(&offering.id);
    let form = forms.iter().find(is_its_own).map(|form| form.id.clone());
    replaced(Replacement::Form { form_kind, form, state: ReplacementState::ToDo })
}

/// The first form that does the same operation.
fn form_with(operation: &CustomOperation, forms: &[Form]) -> Option<AfterMove> {
    let form = forms.iter().find(|form| form.operations.contains(operation))?;
    let (form_kind, id) = (form.kind, form.id.clone());
    Some(replaced(Replacement::Form { form_kind, form: Some(id), state: ReplacementState::Ready }))
}

/// The release timers of one offering that give every one of the tags.
fn timers_of(tags: &TagList, site: &Site) -> Option<AfterMove> {
    site.offerings().iter().find_map(|offering| {
        let modules = offering.modules.iter().enumerate().filter(|(index, module)| {
            let opens_by_itself = !matches!(offering.release_rule(*index), ReleaseRule::Manual);
            opens_by_itself && module.access_tag.as_ref().is_some_and(|tag| tags.as_slice().contains(tag))
        });
        let modules: Vec<_> = modules.map(|(_, module)| module).collect();
        let gives = |tag: &TagName| modules.iter().any(|module| module.access_tag.as_ref() == Some(tag));
        let modules_ids = || modules.iter().map(|module| module.id.clone()).collect();
        tags.as_slice().iter().all(gives).then(|| {
            replaced(Replacement::ReleaseTimers { offering: offering.id.clone(), modules: modules_ids() })
        })
    })
}

fn no_equivalent(operation: &CustomOperation) -> AfterMove {
    let remedy = match operation {
        CustomOperation::ReleaseOffering { .. } | CustomOperation::RevokeOffering { .. } => {
            "put the operation on a form or a member button, or run it for many at once in the Members tab with `Run action`"
        }
        CustomOperation::AddTags { .. } => {
            "give the tag's pages to a module with a release timer, or put the operation on a form or a member button"
        }
        CustomOperation::SendEmail { .. } => {
            "make it an email of an offering in AccessAlly Emails, or send it with an email service"
        }
        _ => "put the operation on a form or a member button",
    };
    AfterMove::NoEquivalent { why: "no CRM sets it off any longer".to_owned(), remedy: remedy.to_owned() }
}

fn sentence(webhook: &Webhook, fate: &AfterMove) -> String {
    let mut what = webhook.operation.to_string();
    if let Some(tag) = &webhook.tag {
        what.push_str(&format!(", set off by the tag `{}`,", Excerpt::new(tag.as_str())));
    }
    match fate {
        AfterMove::ReplacedBy { replacement } => format!("{what} is replaced by {}.", replacement.in_words()),
        AfterMove::NotNeeded { why } => format!("{what} is not needed: {why}."),
        AfterMove::NoEquivalent { why, remedy } => format!("{what} has no equivalent: {why}; {remedy}."),
    }
}

impl Replacement {
    fn in_words(&self) -> String {
        match self {
            Replacement::Form { form_kind, form, state } => {
                let kind = match form_kind {
                    FormKind::Order => "order form",
                    FormKind::OptIn => "opt-in form",
                };
                match (form, state) {
                    (Some(form), ReplacementState::Ready) => {
                        format!("the {kind} `{}`, which does it already", Excerpt::new(form.as_str()))
                    }
                    (Some(form), ReplacementState::ToDo) => {
                        format!("the {kind} `{}`, which needs the operation", Excerpt::new(form.as_str()))
                    }
                    (None, _) => format!("an {kind} with the operation, which has to be made"),
                }
            }
            Replacement::ReleaseTimers { offering, modules } => {
                let names: Vec<String> =
                    modules.iter().map(|module| format!("`{}`", Excerpt::new(module.as_str()))).collect();
                let timers = if names.len() == 1 { "the release timer of" } else { "the release timers of" };
                format!("{timers} {} in `{}`", names.join(", "), Excerpt::new(offering.as_str()))
            }
            Replacement::OfferingEmail { offering } => {
                format!("the email that `{}` sends on enrollment", Excerpt::new(offering.as_str()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(webhooks: &str, forms: &str) -> Vec<String> {
        let text = format!(
            r#"{{"format": 1, "name": "Harbour", "timezone": "UTC", "offerings": [
                {{"id": "paid", "name": "Paid", "welcomeEmail": "Hello", "modules": [
                    {{"id": "a", "name": "A"}},
                    {{"id": "b", "name": "B", "accessTag": "B", "release": {{"kind": "timer", "offset": {{"amount": 7, "unit": "days"}}}}}},
                    {{"id": "c", "name": "C", "accessTag": "C"}}]}},
                {{"id": "free", "name": "Free", "price": "free"}}],
                "webhooks": [{webhooks}], "forms": [{forms}]}}"#
        );
        let site = Site::from_json(text.as_bytes()).unwrap();
        let at = "2026-03-02T09:00:00Z".parse().unwrap();
        webhook_inventory(&site, at).into_iter().map(|fate| fate.sentence).collect()
    }

    #[test]
    fn a_release_goes_to_the_form_of_the_offering() {
        let paid = r#"{"id": "w", "operation": {"kind": "release-offering", "offering": "paid"}}"#;
        let free = r#"{"id": "v", "operation": {"kind": "release-offering", "offering": "free"}}"#;
        let both = format!("{paid}, {free}");
        assert_eq!(
            sentences(&both, r#"{"id": "f", "kind": "opt-in", "offering": "free"}"#),
            [
                "Release Offering `paid` is replaced by an order form with the operation, which has to be made.",
                "Release Offering `free` is replaced by the opt-in form `f`, which needs the operation.",
            ]
        );
        let ready = r#"{"id": "f", "kind": "order", "operations": [{"kind": "release-offering", "offering": "paid"}]}"#;
        assert_eq!(
            sentences(paid, ready),
            ["Release Offering `paid` is replaced by the order form `f`, which does it already."]
        );
    }

    #[test]
    fn tags_of_timed_modules_go_to_their_timers_and_others_have_no_equivalent() {
        let add =
            |tags: &str| format!(r#"{{"id": "w", "operation": {{"kind": "add-tags", "tags": [{tags}]}}}}"#);
        assert_eq!(
            sentences(&add(r#""B""#), ""),
            ["Add Tags `B` is replaced by the release timer of `b` in `paid`."]
        );
        for tags in [r#""C""#, r#""B", "C""#] {
            assert!(
                sentences(&add(tags), "")[0].contains("has no equivalent: no CRM sets it off any longer")
            );
        }
    }

    #[test]
    fn what_managed_cannot_do_says_why() {
        let coupon = r#"{"id": "w", "operation": {"kind": "crm-coupon-code", "coupon": "SPRING"}}"#;
        assert_eq!(
            sentences(coupon, ""),
            [
                "CRM Activated Coupon Code `SPRING` has no equivalent: there is no CRM to activate a coupon code; do it by hand for \
              those who need it, or do without."
            ]
        );
        let email = r#"{"id": "w", "operation": {"kind": "send-email", "email": "Hello"}}"#;
        assert_eq!(
            sentences(email, ""),
            ["Send Email `Hello` is replaced by the email that `paid` sends on enrollment."]
        );
    }
}
