//! What the parts of a document say of one another: ids, references, circles, rules that cannot be asked. Does not know
//! JSON, nor how a checked site answers.

use std::collections::BTreeMap;

use super::ids::{Ids, Known};
use super::{Inherit, Page, SiteDocument, check_automations, check_offerings, ids, waits, wrap_up};
use crate::access::Rule;
use crate::{Code, Issue, Location, PageId, TagName};

/// Everything that is wrong with a document, in the order tag map, offerings, pages, webhooks, forms, automations.
pub fn issues(document: &SiteDocument) -> Vec<Issue> {
    let mut issues = Vec::new();
    if document.format != SiteDocument::FORMAT {
        issues.push(Issue::new(Code::DocumentVersion).at(Location::default().key("format")));
    }
    check_tag_map(document, &mut issues);
    check_offerings::check(document, &mut issues);
    waits::check(document, &mut issues);
    wrap_up::check(document, &mut issues);
    Pages::new(document).check(&mut issues);
    check_automations::check(document, &mut issues);
    issues
}

fn check_tag_map(document: &SiteDocument, issues: &mut Vec<Issue>) {
    let mut mapped: BTreeMap<&TagName, usize> = BTreeMap::new();
    for (index, entry) in document.tag_map.iter().enumerate() {
        let place = Location::default().key("tagMap").index(index).key("from");
        if entry.from().is_empty() {
            issues
                .push(Issue::new(Code::RuleEmpty).with_message("the entry merges no tags").at(place.clone()));
        }
        for tag in entry.from() {
            if let Some(first) = mapped.insert(tag, index) {
                let message = format!("the tag is mapped by `tagMap[{first}]` already");
                let issue = Issue::new(Code::TagMapConflict).with_message(message).at(place.clone());
                issues.push(issue.with_value(tag.as_str()));
            }
        }
    }
}

/// The pages with what they refer to.
struct Pages<'a> {
    document: &'a SiteDocument,
    known: Known<'a>,
    by_id: BTreeMap<&'a PageId, usize>,
}

impl<'a> Pages<'a> {
    fn new(document: &'a SiteDocument) -> Self {
        let by_id =
            crate::order::map(document.pages.iter().enumerate().map(|(index, page)| (&page.id, index)));
        Pages { document, known: Known::new(document), by_id }
    }

    fn check(&self, issues: &mut Vec<Issue>) {
        let mut ids = Ids::new("page");
        for (index, page) in self.document.pages.iter().enumerate() {
            let place = Location::default().key("pages").index(index);
            issues.extend(ids.take(page.id.as_str(), place.clone()));
            self.check_belonging(page, &place, issues);
            check_redirects(page, &place, issues);
            let Some(rule) = &page.rule else { continue };
            let rule_place = place.key("rule");
            let own = rule.issues(&rule_place);
            if own.iter().all(|issue| issue.code != Code::DocumentInvalid) {
                rule.walk_placed(&rule_place, &mut |rule, place| issues.extend(self.unknown_in(rule, place)));
            }
            issues.extend(own);
            if page.inherit == Inherit::Parent {
                let issue = Issue::new(Code::RuleIgnored)
                    .with_message("the page inherits its parent's rules only, so its own rule is never asked")
                    .with_help("remove the rule, or set `inherit` to `parent-and-own`");
                issues.push(issue.at(rule_place));
            }
        }
        self.check_circles(issues);
    }

    fn check_belonging(&self, page: &Page, place: &Location, issues: &mut Vec<Issue>) {
        match &page.parent {
            Some(parent) if !self.by_id.contains_key(parent) => {
                issues.push(ids::unknown("page", parent.as_str(), place.clone().key("parent")));
            }
            None if page.inherit != Inherit::Own => issues.push(
                Issue::new(Code::ReferenceUnknown)
                    .with_message("the page inherits from its parent and names none")
                    .with_help("name the `parent`, or remove `inherit`")
                    .at(place.clone().key("inherit")),
            ),
            _ => {}
        }
        match (&page.offering, &page.module) {
            (Some(offering), module) => {
                issues.extend(self.known.missing(offering, module.as_ref(), place));
            }
            (None, Some(_)) => issues.push(
                Issue::new(Code::ReferenceUnknown)
                    .with_message("the page names a module and not its offering")
                    .with_help("name the `offering` too: a module's id is unique only within it")
                    .at(place.clone().key("module")),
            ),
            (None, None) => {}
        }
    }

    fn unknown_in(&self, rule: &Rule, place: &Location) -> Option<Issue> {
        match rule {
            Rule::Enrolled { offering } => self.known.missing(offering, None, place),
            Rule::Released { offering, module } => self.known.missing(offering, Some(module), place),
            _ => None,
        }
    }

    /// One issue for each circle of parents, at the first of its pages.
    fn check_circles(&self, issues: &mut Vec<Issue>) {
        let pages = &self.document.pages;
        let parent = |index: usize| {
            let parent = pages.get(index)?.parent.as_ref()?;
            self.by_id.get(parent).copied()
        };
        // Which walk first came by each page; a walk that meets its own trace has gone in a circle.
        let mut walked_in: Vec<Option<usize>> = vec![None; pages.len()];
        for start in 0..pages.len() {
            let mut here = Some(start);
            while let Some(index) = here {
                match walked_in.get_mut(index) {
                    Some(seen @ None) => *seen = Some(start),
                    Some(Some(walk)) if *walk == start => {
                        let issue = Issue::new(Code::ReferenceCycle)
                            .with_message("the page is among its own parents")
                            .at(Location::default().key("pages").index(index).key("parent"));
                        let id = pages.get(index).map_or("", |page| page.id.as_str());
                        issues.push(issue.with_value(id));
                        break;
                    }
                    _ => break,
                }
                here = parent(index);
            }
        }
    }
}

fn check_redirects(page: &Page, place: &Location, issues: &mut Vec<Issue>) {
    for (index, redirect) in page.redirects.iter().enumerate() {
        let earlier = page.redirects.iter().take(index);
        let message = match redirect.reason {
            Some(reason) if reason.allows() => "the reason is one for letting in",
            _ if earlier.clone().any(|other| other.reason.is_none() || other.reason == redirect.reason) => {
                "an earlier redirect takes every case of it"
            }
            _ => continue,
        };
        let place = place.clone().key("redirects").index(index);
        issues.push(Issue::new(Code::RedirectUnused).with_message(message).at(place));
    }
}
