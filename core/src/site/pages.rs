//! How each page of a checked document is guarded: its own rule or the one that follows from what it belongs to, its
//! parents' where it inherits, what forbids. Does not decide; that is access's.

use super::{Inherit, Page, SiteDocument};
use crate::access::{Gate, Guard, Rule, TagEffects};
use crate::offering::Offering;
use crate::{Location, TagName};

/// How the pages of a site are guarded, in the order of its document.
#[derive(Clone, Debug)]
pub struct PageGuards {
    pages: Vec<PageGuard>,
    /// The tags that shut out of every page, each with the place that says so.
    forbidden: Vec<(TagName, Location)>,
    /// A module's tag comes with the module, and a revoke tag takes its offering away.
    effects: TagEffects,
}

/// How one page is guarded, with its references resolved.
#[derive(Clone, Debug)]
struct PageGuard {
    /// The parent's index, where the page inherits from it.
    inherits_from: Option<usize>,
    /// Its own rule with its place, where it is asked.
    rule: Option<(Rule, Location)>,
    /// The tags that deny, each with the place that says so.
    forbidden: Vec<(TagName, Location)>,
    /// The tag that stands in for its own rule.
    instant_access: Option<(TagName, Location)>,
}

impl PageGuards {
    /// The guards of a checked document.
    pub fn new(document: &SiteDocument) -> Self {
        let mut effects = TagEffects::default();
        for (index, offering) in document.offerings.iter().enumerate() {
            if let Some(tag) = &offering.revoke_tag {
                let place = Location::default().key("offerings").index(index).key("revokeTag");
                effects.revoke(&offering.id, tag, place);
            }
            for module in &offering.modules {
                module.access_tag.iter().for_each(|tag| effects.give(tag, &offering.id, &module.id));
            }
        }
        let forbidden = document.forbid.iter().enumerate();
        let forbidden =
            forbidden.map(|(index, tag)| (tag.clone(), Location::default().key("forbid").index(index)));
        PageGuards { pages: guards(document), forbidden: forbidden.collect(), effects }
    }

    /// The pages that guard one page, by their places: itself first, then the parents it inherits from, nearest first.
    pub fn line_of(&self, page: usize) -> impl Iterator<Item = usize> {
        let parent = |page: &usize| self.pages.get(*page)?.inherits_from;
        std::iter::successors(Some(page), parent)
    }

    /// Everything that decides about one page.
    pub fn gate(&self, page: usize) -> Gate<'_> {
        let forbidden = self.forbidden.iter().map(|(tag, place)| (tag, place)).collect();
        let mut gate = Gate { effects: &self.effects, forbidden, guards: Vec::new() };
        for guard in self.line_of(page).filter_map(|page| self.pages.get(page)) {
            gate.forbidden.extend(guard.forbidden.iter().map(|(tag, place)| (tag, place)));
            gate.guards.extend(guard.rule.as_ref().map(|(rule, place)| Guard {
                rule,
                place,
                instant_access: guard.instant_access.as_ref().map(|(tag, place)| (tag, place)),
            }));
        }
        gate
    }

    /// Everything that decides, page by page.
    pub fn gates(&self) -> impl Iterator<Item = Gate<'_>> {
        (0..self.pages.len()).map(|page| self.gate(page))
    }
}

fn guards(document: &SiteDocument) -> Vec<PageGuard> {
    let offerings = document.offerings.iter().enumerate();
    let offerings = crate::order::map(offerings.map(|(index, offering)| (&offering.id, (index, offering))));
    let pages = crate::order::map(document.pages.iter().enumerate().map(|(index, page)| (&page.id, index)));
    let guard = |(index, page): (usize, &Page)| {
        let place = Location::default().key("pages").index(index);
        let offering = page
            .offering
            .as_ref()
            .and_then(|id| offerings.get(id))
            .map(|(index, offering)| (*offering, Location::default().key("offerings").index(*index)));
        let of_offering = |tag: fn(&Offering) -> Option<&TagName>, field: &'static str| {
            let (offering, place) = offering.as_ref()?;
            Some((tag(offering)?.clone(), place.clone().key(field)))
        };
        let forbid = page.forbid.iter().enumerate();
        let forbid = forbid.map(|(index, tag)| (tag.clone(), place.clone().key("forbid").index(index)));
        let revoke = of_offering(|offering| offering.revoke_tag.as_ref(), "revokeTag");
        PageGuard {
            inherits_from: page
                .parent
                .as_ref()
                .filter(|_| page.inherit != Inherit::Own)
                .and_then(|parent| pages.get(parent).copied()),
            rule: (page.inherit != Inherit::Parent).then(|| own_rule(page, &place, offering.as_ref())),
            forbidden: forbid.chain(revoke).collect(),
            instant_access: of_offering(|offering| offering.instant_access_tag.as_ref(), "instantAccessTag"),
        }
    };
    document.pages.iter().enumerate().map(guard).collect()
}

/// The rule a page has or, where it has none, the one that follows from what it belongs to; with the place that says so.
fn own_rule(page: &Page, place: &Location, offering: Option<&(&Offering, Location)>) -> (Rule, Location) {
    if let Some(rule) = &page.rule {
        return (rule.clone(), place.clone().key("rule"));
    }
    let Some((offering, offering_place)) = offering else { return (Rule::Public, place.clone()) };
    let Some(module_id) = &page.module else {
        return match &offering.access_tag {
            Some(tag) => (Rule::HasAny { tags: vec![tag.clone()] }, offering_place.clone().key("accessTag")),
            None => (Rule::Enrolled { offering: offering.id.clone() }, place.clone().key("offering")),
        };
    };
    let mut modules = offering.modules.iter().enumerate();
    let module = modules.find(|(_, module)| module.id == *module_id);
    match module.and_then(|(index, module)| Some((index, module.access_tag.as_ref()?))) {
        Some((index, tag)) => (
            Rule::HasAny { tags: vec![tag.clone()] },
            offering_place.clone().key("modules").index(index).key("accessTag"),
        ),
        None => (
            Rule::Released { offering: offering.id.clone(), module: module_id.clone() },
            place.clone().key("module"),
        ),
    }
}
