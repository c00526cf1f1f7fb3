//! What is wrong with an automation: every mistake that AccessAlly's guides warn of. Does not know what the automation does to anybody; the
//! simulation says so.
//!
//! - `whole`: what is wrong with the automation as a whole.
//! - `steps`: what is wrong with a step by itself.
//! - `paths`: what is wrong with what comes after a step.
//! - `twice`: what is done more than once.

mod paths;
mod steps;
mod twice;
mod whole;

use super::flow::Flow;
use super::names::plain;
use super::webhooks::Webhooks;
use crate::automation::{Automation, AutomationEvent};
use crate::offering::Offering;
use crate::site::Site;
use crate::{Code, Issue, Location, TagName};

/// Everything that is wrong with an automation of a site, with its place in the automation and its remedy: first what concerns the whole, then
/// by step in the order written.
///
/// Its tags are looked for among those that the site declares.
///
/// ```
/// use memberferry::{Automation, Site, lint};
/// let site = Site::from_json(br#"{
///     "format": 1, "name": "Harbour Academy", "timezone": "Europe/Amsterdam", "tags": ["Bought"],
///     "webhooks": [{"id": "login", "tag": "Webhook: Create Login", "operation": {"kind": "create-login"}}]
/// }"#)?;
/// let automation = Automation::from_json(br#"{"id": "a", "name": "A", "crm": "keap", "state": "live",
///     "events": [{"kind": "tag-added", "tag": "Bought"}], "steps": [
///         {"kind": "add-tags", "tags": ["Webhook: Create Login"]},
///         {"kind": "send-sequence", "sequence": {"name": "Welcome", "status": "published", "emails": [
///             {"subject": "Welcome", "purpose": "login", "mentions": [{"kind": "login-link"}, {"kind": "email-address"}]}]}},
///         {"kind": "remove-tags", "tags": ["Webhook: Create Login"]}]}"#)?;
/// let issues = lint(&automation, &site);
/// assert_eq!(
///     issues[0].to_string(),
///     "warning login-email-too-early at steps[1]: the email with the login can go out before the site has made the password"
/// );
/// assert_eq!(issues.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn lint(automation: &Automation, site: &Site) -> Vec<Issue> {
    let webhooks = Webhooks::new(site, automation.crm);
    let delivered = webhooks.delivered_by(automation).and_then(|offering| site.offering(offering));
    let subject = Subject { automation, site, flow: Flow::new(automation), webhooks, delivered };
    let mut findings = Findings::default();
    whole::check(&subject, &mut findings);
    steps::check(&subject, &mut findings);
    paths::check(&subject, &mut findings);
    twice::check(&subject, &mut findings);
    findings.in_order()
}

/// What is looked at.
struct Subject<'a> {
    automation: &'a Automation,
    site: &'a Site,
    flow: Flow<'a>,
    webhooks: Webhooks<'a>,
    /// The offering that the automation delivers.
    delivered: Option<&'a Offering>,
}

impl Subject<'_> {
    /// Whether a tag changes what its holder may see: an offering's or a module's own.
    fn changes_access(&self, tag: &TagName) -> bool {
        self.site.offerings().iter().any(|offering| {
            let own = [&offering.access_tag, &offering.instant_access_tag, &offering.revoke_tag];
            let modules = offering.modules.iter().map(|module| &module.access_tag);
            own.into_iter().chain(modules).any(|other| other.as_ref() == Some(tag))
        })
    }

    /// Whether a tag takes an offering away.
    fn revokes(&self, tag: &TagName) -> bool {
        self.site.offerings().iter().any(|offering| offering.revoke_tag.as_ref() == Some(tag))
    }
}

/// What was found, each with the step that it belongs to.
#[derive(Default)]
struct Findings(Vec<(Option<usize>, Issue)>);

impl Findings {
    /// Something about the whole.
    fn whole(&mut self, issue: Issue) {
        self.0.push((None, issue));
    }

    /// Something about a step, at its place.
    fn step(&mut self, subject: &Subject<'_>, index: usize, issue: Issue) {
        let place = subject.flow.node(index).map_or_else(Location::default, |node| node.place.clone());
        let issue = if issue.location.is_unknown() { issue.at(place) } else { issue };
        self.0.push((Some(index), issue));
    }

    fn in_order(mut self) -> Vec<Issue> {
        crate::order::sort_by_key(&mut self.0, |(index, _)| *index);
        self.0.into_iter().map(|(_, issue)| issue).collect()
    }
}

/// An issue for a tag that the site does not declare.
fn unknown_tag(tag: &TagName, place: Location) -> Issue {
    Issue::new(Code::TagDangling)
        .with_message("the automation names a tag that the site does not have")
        .with_help("correct the tag's name, or declare it in the site's `tags`")
        .at(place)
        .with_value(tag.as_str())
}

/// An issue for an event of a form that neither the site nor one of its offerings names.
fn unknown_form(subject: &Subject<'_>, event: &AutomationEvent, place: Location) -> Option<Issue> {
    let AutomationEvent::FormSubmitted { form } = event else { return None };
    let is_it = |name: &str| plain(name) == form.as_str() || name == form.as_str();
    let of_offerings = subject.site.offerings().iter().flat_map(|offering| {
        [&offering.opt_in_form, &offering.order_form].into_iter().flatten().map(String::as_str)
    });
    let own = subject.site.document().forms.iter().map(|other| other.id.as_str());
    let is_known = of_offerings.chain(own).any(is_it);
    (!is_known).then(|| Issue::new(Code::FormUnknown).at(place.key("form")).with_value(form.as_str()))
}
