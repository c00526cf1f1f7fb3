//! Whether a site is set up to take money: its processors, and what its CRM needs beside them. Does not know who owes what.

use std::collections::BTreeMap;

use crate::offering::Price;
use crate::payment::{
    CommerceSync, CrmSettings, FormUse, OptIn, OptInForm, PaymentSettings, ProcessorMode, TrackingScript,
};
use crate::site::{EnvironmentKind, Site};
use crate::{Code, Excerpt, Issue, Location};

const INTEGRATION: &str = "AccessAlly > General Settings > Payment > CRM Integration";

/// What stands in the way of taking money on a site: the processors first, then what the CRM needs beside them.
///
/// The rules are those of the vendor's guide to connecting Stripe and PayPal. At least one of the two is connected, if anything
/// is paid for. Ontraport and Drip have their tracking script on every page by default; Ontraport's own commerce need not be kept in
/// step. ActiveCampaign and Kit make whoever unsubscribed inactive, so that a later purchase starts no automation and makes no
/// password: they need a form without double opt-in that is used for orders alone. Keap needs nothing more.
///
/// ```
/// use memberferry::{Code, Site, check_payment_setup};
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC",
///     "offerings": [{"id": "gold", "name": "Gold"}],
///     "payments": {"processors": {"stripe": {}}, "crm": {"kind": "kit",
///         "optInForm": {"name": "Orders", "optIn": "double"}}}}"#)?;
/// let issues = check_payment_setup(&site);
/// assert_eq!(issues.iter().map(|issue| issue.code).collect::<Vec<_>>(), [Code::OptInFormDouble]);
/// assert_eq!(issues[0].location.path_text(), "payments.crm.optInForm.optIn");
/// # Ok::<(), memberferry::SiteError>(())
/// ```
pub fn check_payment_setup(site: &Site) -> Vec<Issue> {
    let mut issues = Vec::new();
    let unstated = PaymentSettings::default();
    let settings = site.document().payments.as_ref().unwrap_or(&unstated);
    let sells = site.offerings().iter().any(|offering| offering.price == Price::Paid);
    let place = Location::default().key("payments");
    if sells && settings.processors.connected().next().is_none() {
        issues.push(Issue::new(Code::ProcessorMissing).at(place.clone().key("processors")));
    }
    check_modes(site, settings, &place, &mut issues);
    match &settings.crm {
        Some(crm) => check_crm(crm, &place.key("crm"), &mut issues),
        None if sells => issues.push(Issue::new(Code::CrmUnstated).at(place.key("crm"))),
        None => {}
    }
    issues
}

/// Whether a live site charges real cards, and a copy does not.
fn check_modes(site: &Site, settings: &PaymentSettings, place: &Location, issues: &mut Vec<Issue>) {
    let Some(environment) = site.environment() else { return };
    for (key, account) in settings.processors.connected() {
        let code = match (environment.kind, account.mode) {
            (EnvironmentKind::Live, ProcessorMode::Test) => Code::ProcessorTestMode,
            (EnvironmentKind::Staging | EnvironmentKind::Local, ProcessorMode::Live) => {
                Code::ProcessorLiveOnCopy
            }
            _ => continue,
        };
        issues.push(Issue::new(code).at(place.clone().key("processors").key(key).key("mode")));
    }
}

fn check_crm(crm: &CrmSettings, place: &Location, issues: &mut Vec<Issue>) {
    match crm {
        CrmSettings::Managed | CrmSettings::Keap => {}
        CrmSettings::Ontraport { tracking_script, commerce_sync } => {
            check_script(crm, *tracking_script, place, issues);
            if *commerce_sync == CommerceSync::On {
                issues.push(Issue::new(Code::CommerceSyncOn).at(place.clone().key("commerceSync")));
            }
        }
        CrmSettings::Drip { tracking_script } => check_script(crm, *tracking_script, place, issues),
        CrmSettings::ActiveCampaign { opt_in_form } | CrmSettings::Kit { opt_in_form } => {
            check_form(crm, opt_in_form.as_ref(), place.clone().key("optInForm"), issues);
        }
    }
}

fn check_script(crm: &CrmSettings, script: TrackingScript, place: &Location, issues: &mut Vec<Issue>) {
    let (code, message, help) = match script {
        TrackingScript::On => return,
        TrackingScript::Off => (
            Code::TrackingScriptOff,
            format!("the tracking script of {} is on no page of the site", crm.name()),
            format!("turn it on again at {INTEGRATION}, unless visitors are not to be tracked"),
        ),
        TrackingScript::OnAndByHand => (
            Code::TrackingScriptTwice,
            format!("the tracking script of {} is on every page by default, and by hand too", crm.name()),
            "take out the one that was added by hand".to_owned(),
        ),
    };
    let issue = Issue::new(code).with_message(message).with_help(help);
    issues.push(issue.at(place.clone().key("trackingScript")));
}

fn check_form(crm: &CrmSettings, form: Option<&OptInForm>, place: Location, issues: &mut Vec<Issue>) {
    let crm = crm.name();
    let Some(form) = form else {
        let message = format!(
            "{crm} makes whoever unsubscribed inactive, and no form takes them back when they buy: no automation starts, \
             so they get no password and no mail"
        );
        let help = format!(
            "make a form without double opt-in in {crm}, used for nothing else, and link it at {INTEGRATION}"
        );
        issues.push(Issue::new(Code::OptInFormMissing).with_message(message).with_help(help).at(place));
        return;
    };
    if form.opt_in == OptIn::Double {
        let message =
            format!("the form of {crm} asks a buyer to confirm first, and until then nothing starts");
        let issue = Issue::new(Code::OptInFormDouble).with_message(message).with_value(&form.name);
        issues.push(issue.at(place.clone().key("optIn")));
    }
    if form.used_for == FormUse::OtherLeadsToo {
        let issue = Issue::new(Code::OptInFormShared).with_value(&form.name);
        issues.push(issue.at(place.key("usedFor")));
    }
}

/// Processor accounts that several sites charge real cards with: one issue for each further site, in their order, at its
/// [input](Location::input), counted from 1.
///
/// A copy of a site that keeps its subscriptions and its processor charges everybody a second time. Accounts in test mode charge
/// nobody, and an account without an id cannot be compared.
///
/// ```
/// use memberferry::{Code, Site, check_shared_accounts};
/// let site = |name: &str| Site::from_json(format!(r#"{{"format": 1, "name": "{name}", "timezone": "UTC",
///     "payments": {{"processors": {{"stripe": {{"account": "acct_1"}}}}}}}}"#).as_bytes());
/// let issues = check_shared_accounts(&[&site("Harbour")?, &site("Harbour, copied")?]);
/// assert_eq!((issues[0].code, issues[0].location.input), (Code::ProcessorAccountShared, Some(2)));
/// # Ok::<(), memberferry::SiteError>(())
/// ```
pub fn check_shared_accounts(sites: &[&Site]) -> Vec<Issue> {
    let mut first: BTreeMap<(&str, &str), &Site> = BTreeMap::new();
    let mut issues = Vec::new();
    for (number, site) in (1_u64..).zip(sites) {
        let settings = site.document().payments.iter();
        let connected = settings.flat_map(|settings| settings.processors.connected());
        for (key, account) in connected.filter(|(_, account)| account.mode == ProcessorMode::Live) {
            let Some(id) = account.account.as_deref() else { continue };
            let Some(other) = first.get(&(key, id)) else {
                first.insert((key, id), site);
                continue;
            };
            let message = format!("the site `{}` charges with the same account", Excerpt::new(other.name()));
            let place = Location::default().with_input(number).key("payments").key("processors").key(key);
            let issue = Issue::new(Code::ProcessorAccountShared).with_message(message).with_value(id);
            issues.push(issue.at(place.key("account")));
        }
    }
    issues
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(environment: &str, payments: &str) -> Site {
        let text = format!(
            r#"{{"format": 1, "name": "Harbour", "timezone": "UTC", {environment}
                "offerings": [{{"id": "gold", "name": "Gold"}}]{payments}}}"#
        );
        Site::from_json(text.as_bytes()).unwrap()
    }

    fn codes(crm: &str) -> Vec<&'static str> {
        let payments = format!(r#", "payments": {{"processors": {{"stripe": {{}}}}, "crm": {crm}}}"#);
        check_payment_setup(&site("", &payments)).iter().map(|issue| issue.code.name()).collect()
    }

    #[test]
    fn each_crm_needs_what_the_guide_says() {
        let none: [&str; 0] = [];
        for settled in [
            r#"{"kind": "managed"}"#,
            r#"{"kind": "keap"}"#,
            r#"{"kind": "ontraport"}"#,
            r#"{"kind": "drip"}"#,
            r#"{"kind": "activecampaign", "optInForm": {"name": "Orders", "optIn": "single"}}"#,
            r#"{"kind": "kit", "optInForm": {"name": "Orders", "optIn": "single", "usedFor": "orders-only"}}"#,
        ] {
            assert_eq!(codes(settled), none, "{settled}");
        }
        let off = r#""trackingScript": "off""#;
        assert_eq!(codes(&format!(r#"{{"kind": "drip", {off}}}"#)), ["tracking-script-off"]);
        assert_eq!(
            codes(&format!(r#"{{"kind": "ontraport", {off}, "commerceSync": "on"}}"#)),
            ["tracking-script-off", "commerce-sync-on"]
        );
        assert_eq!(
            codes(r#"{"kind": "drip", "trackingScript": "on-and-by-hand"}"#),
            ["tracking-script-twice"]
        );
        for kind in ["activecampaign", "kit"] {
            assert_eq!(codes(&format!(r#"{{"kind": "{kind}"}}"#)), ["opt-in-form-missing"]);
            let form = r#""optInForm": {"name": "News", "optIn": "double", "usedFor": "other-leads-too"}"#;
            assert_eq!(
                codes(&format!(r#"{{"kind": "{kind}", {form}}}"#)),
                ["opt-in-form-double", "opt-in-form-shared"]
            );
        }
    }

    #[test]
    fn a_site_that_sells_needs_a_processor_and_one_that_gives_does_not() {
        let issues = check_payment_setup(&site("", ""));
        assert_eq!(
            issues.iter().map(|issue| issue.code).collect::<Vec<_>>(),
            [Code::ProcessorMissing, Code::CrmUnstated]
        );
        let free = br#"{"format": 1, "name": "H", "timezone": "UTC",
            "offerings": [{"id": "gold", "name": "Gold", "price": "free"}]}"#;
        assert!(check_payment_setup(&Site::from_json(free).unwrap()).is_empty());
    }

    #[test]
    fn a_copy_that_charges_real_cards_and_a_live_site_that_does_not_are_found() {
        for (kind, mode, expected) in [
            ("live", "live", None),
            ("live", "test", Some(Code::ProcessorTestMode)),
            ("staging", "live", Some(Code::ProcessorLiveOnCopy)),
            ("local", "test", None),
        ] {
            let environment = format!(r#""environment": {{"kind": "{kind}", "url": "https://h.example"}},"#);
            let payments = format!(
                r#", "payments": {{"processors": {{"paypal": {{"mode": "{mode}"}}}}, "crm": {{"kind": "keap"}}}}"#
            );
            let issues = check_payment_setup(&site(&environment, &payments));
            assert_eq!(issues.first().map(|issue| issue.code), expected, "{kind} {mode}");
        }
    }

    #[test]
    fn accounts_in_test_mode_are_nobodys_second_charge() {
        let of = |mode: &str| {
            let account = format!(r#"{{"stripe": {{"account": "acct_1", "mode": "{mode}"}}}}"#);
            site("", &format!(r#", "payments": {{"processors": {account}}}"#))
        };
        assert_eq!(check_shared_accounts(&[&of("live"), &of("test"), &of("live"), &of("live")]).len(), 2);
    }
}
