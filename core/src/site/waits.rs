//! Modules that wait for one another in a circle, so that none of them ever opens. Does not know members, nor what time it is.

use std::collections::{BTreeMap, BTreeSet};

use super::SiteDocument;
use crate::offering::{Anchor, Completion, ReleaseRule};
use crate::{Code, Issue, Location, ModuleId, OfferingId};

/// Adds one issue for each circle, at the first of its modules that counts from a completion.
pub fn check(document: &SiteDocument, issues: &mut Vec<Issue>) {
    let waits = Waits::new(document);
    let mut reported = BTreeSet::new();
    for circle in waits.circles() {
        let Some(module) = circle.into_iter().filter(|node| waits.counts_from_completion(*node)).min() else {
            continue;
        };
        if reported.insert(module) {
            issues.extend(waits.issue(module));
        }
    }
}

/// What waits for what: modules in document order, and behind them each offering as a whole, which is complete when all of its
/// modules are.
struct Waits<'a> {
    document: &'a SiteDocument,
    /// Of each module: its offering's place, and its own in it.
    modules: Vec<(usize, usize)>,
    /// Of each node: those that have to happen before it.
    before: Vec<Vec<usize>>,
}

impl<'a> Waits<'a> {
    fn new(document: &'a SiteDocument) -> Self {
        let mut modules = Vec::new();
        let mut nodes: BTreeMap<(&OfferingId, &ModuleId), usize> = BTreeMap::new();
        let mut firsts = Vec::new();
        for (place, offering) in document.offerings.iter().enumerate() {
            firsts.push(modules.len());
            for (index, module) in offering.modules.iter().enumerate() {
                nodes.entry((&offering.id, &module.id)).or_insert(modules.len());
                modules.push((place, index));
            }
        }
        let wholes = document.offerings.iter().enumerate();
        let wholes =
            crate::order::map(wholes.map(|(place, offering)| (&offering.id, modules.len() + place)).rev());
        let mut before = Vec::new();
        for (node, (place, index)) in modules.iter().enumerate() {
            let offering = document.offerings.get(*place);
            let rule = offering.map(|offering| offering.release_rule(*index));
            let anchor = match rule {
                // A fixed date opens a module, whether or not the other thing happens.
                Some(ReleaseRule::Timer(timer)) if timer.needs_anchor() => &timer.anchor,
                _ => {
                    before.push(Vec::new());
                    continue;
                }
            };
            let own = offering.map(|offering| &offering.id);
            let needed = match anchor {
                Anchor::PreviousRelease => node.checked_sub(1),
                Anchor::Completion(Completion::Offering(offering)) => wholes.get(offering).copied(),
                Anchor::Completion(Completion::Module(module)) => {
                    own.and_then(|offering| nodes.get(&(offering, module)).copied())
                }
                Anchor::Completion(Completion::ModuleOf(offering, module)) => {
                    nodes.get(&(offering, module)).copied()
                }
                _ => None,
            };
            before.push(needed.into_iter().collect());
        }
        for (offering, first) in document.offerings.iter().zip(firsts) {
            before.push((first..first + offering.modules.len()).collect());
        }
        Waits { document, modules, before }
    }

    /// Each circle met on a walk through all that has to happen before each node; of several through one node perhaps not all.
    fn circles(&self) -> Vec<Vec<usize>> {
        #[derive(Clone, Copy, PartialEq)]
        enum Seen {
            Not,
            OnTheWay,
            Done,
        }
        let mut seen = vec![Seen::Not; self.before.len()];
        let mut circles = Vec::new();
        for start in 0..self.before.len() {
            // The nodes on the way, each with how many of its own were looked at.
            let mut way = vec![(start, 0_usize)];
            while let Some((node, looked_at)) = way.last_mut() {
                let node = *node;
                let Some(mark) = seen.get_mut(node) else { break };
                if *mark == Seen::Done {
                    way.pop();
                    continue;
                }
                *mark = Seen::OnTheWay;
                let next = self.before.get(node).and_then(|before| before.get(*looked_at)).copied();
                *looked_at += 1;
                match next.map(|next| (next, seen.get(next))) {
                    Some((next, Some(Seen::OnTheWay))) => {
                        let on_the_way = way.iter().map(|(node, _)| *node);
                        circles.push(on_the_way.skip_while(|node| *node != next).collect());
                    }
                    Some((next, Some(Seen::Not))) => way.push((next, 0)),
                    Some(_) => {}
                    None => {
                        if let Some(mark) = seen.get_mut(node) {
                            *mark = Seen::Done;
                        }
                        way.pop();
                    }
                }
            }
        }
        circles
    }

    fn counts_from_completion(&self, node: usize) -> bool {
        let Some((place, index)) = self.modules.get(node) else { return false };
        let rule = self.document.offerings.get(*place).map(|offering| offering.release_rule(*index));
        matches!(rule, Some(ReleaseRule::Timer(timer)) if matches!(timer.anchor, Anchor::Completion(_)))
    }

    fn issue(&self, node: usize) -> Option<Issue> {
        let (place, index) = *self.modules.get(node)?;
        let module = self.document.offerings.get(place)?.modules.get(index)?;
        let place = Location::default().key("offerings").index(place).key("modules").index(index);
        let issue = Issue::new(Code::ReferenceCycle)
            .with_message("what the module waits for cannot be completed before the module itself opens")
            .with_help("count from something that does not wait for this module");
        Some(issue.at(place.key("release").key("anchor")).with_value(module.id.as_str()))
    }
}
