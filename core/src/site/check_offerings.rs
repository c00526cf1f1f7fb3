//! What offerings say of themselves and of one another: ids, tags, positions, and release and expiry rules that cannot be
//! carried out. Does not know pages, nor which modules wait for which.

use std::collections::BTreeMap;

use super::SiteDocument;
use super::ids::{Ids, Known};
use crate::offering::{
    Anchor, Anchors, Completion, Module, Offering, ReleaseRule, ReleaseRuleError, Timer, release_at,
};
use crate::{Code, Excerpt, Instant, Issue, Location, TagName};

/// Adds what is wrong with the offerings, in document order.
pub fn check(document: &SiteDocument, issues: &mut Vec<Issue>) {
    let known = Known::new(document);
    let mut ids = Ids::new("offering");
    let mut access_tags: BTreeMap<&TagName, &Offering> = BTreeMap::new();
    for (index, offering) in document.offerings.iter().enumerate() {
        let place = Location::default().key("offerings").index(index);
        issues.extend(ids.take(offering.id.as_str(), place.clone()));
        if let Some(tag) = &offering.access_tag {
            if let Some(first) = access_tags.get(tag) {
                let message =
                    format!("the offering `{}` has the same access tag", Excerpt::new(first.id.as_str()));
                let issue = Issue::new(Code::AccessTagShared).with_message(message);
                issues.push(issue.at(place.clone().key("accessTag")).with_value(tag.as_str()));
            }
            access_tags.entry(tag).or_insert(offering);
        }
        let rules = Rules { document, offering, known: &known };
        if let Some(rule) = &offering.expiry {
            rules.check_expiry(rule, None, place.clone().key("expiry"), issues);
            check_reach(document, offering, &place, issues);
        }
        check_positions(offering, &place, issues);
        let mut modules = Ids::new("module");
        for (index, module) in offering.modules.iter().enumerate() {
            let place = place.clone().key("modules").index(index);
            issues.extend(modules.take(module.id.as_str(), place.clone()));
            if let Some(rule) = &module.release {
                rules.check_release(rule, index, module, place.clone().key("release"), issues);
            }
            if let Some(rule) = &module.expiry {
                rules.check_expiry(rule, Some(module), place.key("expiry"), issues);
            }
        }
    }
}

/// An expiry ends enrollments and closes modules. A page that asks for the offering's own tag, which nobody loses by it, stays open.
fn check_reach(document: &SiteDocument, offering: &Offering, place: &Location, issues: &mut Vec<Issue>) {
    if offering.access_tag.is_none() {
        return;
    }
    if offering.modules.is_empty() {
        let message = "the offering has no modules that it could close, and its access tag stays".to_owned();
        issues.push(
            Issue::new(Code::ExpiryWithoutEffect).with_message(message).at(place.clone().key("expiry")),
        );
    }
    for (index, page) in document.pages.iter().enumerate() {
        let asks_for_it = page.offering.as_ref() == Some(&offering.id) && page.module.is_none();
        if asks_for_it && page.rule.is_none() && page.forbid.is_empty() {
            let message = format!(
                "the page asks for the access tag of the offering `{}`, which stays, so it stays open when the offering's access ends",
                Excerpt::new(offering.id.as_str())
            );
            let place = Location::default().key("pages").index(index).key("offering");
            issues.push(Issue::new(Code::ExpiryWithoutEffect).with_message(message).at(place));
        }
    }
}

/// Positions, where they are given, say the same as the order of the list.
fn check_positions(offering: &Offering, place: &Location, issues: &mut Vec<Issue>) {
    let mut taken: BTreeMap<u32, Location> = BTreeMap::new();
    for (index, module) in offering.modules.iter().enumerate() {
        let Some(position) = module.position else { continue };
        let place = place.clone().key("modules").index(index);
        let highest = taken.keys().next_back().is_some_and(|highest| *highest > position);
        let message = match taken.get(&position) {
            Some(first) => Some(format!("the module at `{first}` stands at the same position")),
            None if highest => Some("a module before it in the list stands at a higher position".to_owned()),
            None => None,
        };
        if let Some(message) = message {
            let issue = Issue::new(Code::PositionConflict).with_message(message);
            issues.push(issue.at(place.clone().key("position")).with_value(&position.to_string()));
        }
        taken.entry(position).or_insert(place);
    }
}

/// The rules of one offering.
struct Rules<'a> {
    document: &'a SiteDocument,
    offering: &'a Offering,
    known: &'a Known<'a>,
}

impl Rules<'_> {
    fn check_release(
        &self,
        rule: &ReleaseRule,
        index: usize,
        module: &Module,
        place: Location,
        issues: &mut Vec<Issue>,
    ) {
        let before = issues.len();
        self.check(rule, Some(module), &place, issues);
        if issues.len() == before && index == 0 && *rule != ReleaseRule::AtOnce {
            // The base module is always released at once. A rule that says otherwise would be passed over.
            issues.push(
                invalid("the base module, the first of an offering, always opens at once")
                    .with_help("remove the rule, or put a base module before this one")
                    .at(place),
            );
        }
    }

    fn check_expiry(
        &self,
        rule: &ReleaseRule,
        module: Option<&Module>,
        place: Location,
        issues: &mut Vec<Issue>,
    ) {
        if *rule == ReleaseRule::AtOnce {
            let issue = invalid("an expiry at once would close what it opens");
            issues
                .push(issue.with_help("use a timer, or `manual` for what the clock never closes").at(place));
        } else {
            self.check(rule, module, &place, issues);
        }
    }

    fn check(&self, rule: &ReleaseRule, module: Option<&Module>, place: &Location, issues: &mut Vec<Issue>) {
        let ReleaseRule::Timer(timer) = rule else { return };
        let anchor_place = place.clone().key("anchor");
        let issue = match self.unusable_anchor(timer, module) {
            Some(message) => Some(invalid(message).at(anchor_place)),
            None => self.missing(&timer.anchor, &anchor_place),
        };
        let issue = issue.or_else(|| {
            let error = self.carry_out(rule, module).err()?;
            Some(invalid(error.to_string()).at(place.clone()))
        });
        issues.extend(issue);
    }

    /// What a rule counts from that nobody gave.
    fn unusable_anchor(&self, timer: &Timer, module: Option<&Module>) -> Option<&'static str> {
        match (&timer.anchor, module) {
            (Anchor::CourseStart, _) if self.offering.starts_at.is_none() => {
                Some("it counts from the start of the course, and the offering has no `startsAt`")
            }
            (Anchor::Publication, None) => Some("an offering is not published; only its modules are"),
            (Anchor::Publication, Some(module)) if module.published_at.is_none() => {
                Some("it counts from the module's publication, and the module has no `publishedAt`")
            }
            _ => None,
        }
    }

    /// An offering or a module that an anchor names and that is not there.
    fn missing(&self, anchor: &Anchor, place: &Location) -> Option<Issue> {
        match anchor {
            Anchor::Purchase { offering } => self.known.missing(offering, None, place),
            Anchor::Completion(Completion::Module(module)) => {
                self.known.missing(&self.offering.id, Some(module), place)
            }
            Anchor::Completion(Completion::Offering(offering)) => self.known.missing(offering, None, place),
            Anchor::Completion(Completion::ModuleOf(offering, module)) => {
                self.known.missing(offering, Some(module), place)
            }
            _ => None,
        }
    }

    /// Whether the rule can be carried out at all: from the dates that the document gives, and from 1970 where it gives none.
    fn carry_out(&self, rule: &ReleaseRule, module: Option<&Module>) -> Result<(), ReleaseRuleError> {
        let early = Instant::from_seconds(0);
        let anchors = Anchors {
            enrollment: early,
            previous_release: early,
            registration: early,
            course_start: self.offering.starts_at,
            purchase: early,
            completion: early,
            publication: module.and_then(|module| module.published_at),
        };
        release_at(rule, &anchors, self.document.timezone).map(|_| ())
    }
}

fn invalid(message: impl Into<String>) -> Issue {
    Issue::new(Code::ReleaseRuleInvalid).with_message(message.into())
}
