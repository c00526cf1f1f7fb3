//! Contacts into a table of members, without an allocation for each: tags by number, and one schedule for all who are enrolled at the
//! same instant with the same modules. Does not know what is decided of them.

use std::collections::BTreeMap;

use super::error::MembershipError;
use super::infer::{Inferred, ModuleTag};
use super::offering_tags::OfferingTags;
use super::options::Stage;
use super::person::Person;
use super::roster::Roster;
use super::tags::TagNumber;
use crate::access::{CompiledAccess, FactId, Member, MemberTable, OpenWindow, ReleaseId, Standing};
use crate::offering::{Anchor, Offering, ReleaseRule, ReleaseState, TimerZone};
use crate::{ContactRef, Instant};

/// How many schedules of an offering are kept at a time.
const KEPT: usize = 4_096;

/// What schedules come to.
#[derive(Default)]
struct Standings {
    /// The times in which modules are open.
    windows: Vec<(ReleaseId, OpenWindow)>,
    /// The tags that are held for as long as their modules are open, and no longer.
    ending: Vec<FactId>,
}

impl Standings {
    fn clear(&mut self) {
        self.windows.clear();
        self.ending.clear();
    }

    fn add(&mut self, other: &Standings) {
        self.windows.extend(&other.windows);
        self.ending.extend(&other.ending);
    }
}

/// What follows from what the tags say of modules.
type ByModules = Vec<(Box<[ModuleTag]>, Standings)>;

/// The date of an enrollment, and whether any module's tag is held: a course starts again only for those without one, and what is
/// said of the base module is the same with its tag and without.
type Start = (Instant, bool);

/// The schedules met lately, by the start of the enrollment, then by what the tags say of modules.
#[derive(Default)]
struct Kept {
    by_start: BTreeMap<Start, ByModules>,
    count: usize,
}

impl Kept {
    fn find(&self, start: Start, modules: &[ModuleTag]) -> Option<&Standings> {
        let of_start = self.by_start.get(&start)?;
        of_start.iter().find(|(other, _)| **other == *modules).map(|(_, standings)| standings)
    }

    fn keep(&mut self, start: Start, modules: Box<[ModuleTag]>, standings: Standings) {
        if self.count >= KEPT {
            *self = Kept::default();
        }
        self.by_start.entry(start).or_default().push((modules, standings));
        self.count += 1;
    }
}

/// Fills a table.
pub struct Bulk<'r, 'a> {
    roster: &'r Roster<'a>,
    rules: &'r CompiledAccess,
    /// By tag number; absent where no rule asks for the tag.
    facts_of_tags: Vec<Option<FactId>>,
    offerings: Vec<Asked<'r, 'a>>,
    /// The role that everybody has, where a rule asks for it.
    role: Option<FactId>,
    // Reused from contact to contact.
    person: Person,
    modules: Vec<ModuleTag>,
    facts: Vec<FactId>,
    standings: Standings,
}

/// An offering with what the rules ask of it.
struct Asked<'r, 'a> {
    tags: &'r OfferingTags<'a>,
    enrolled: Option<FactId>,
    /// Being enrolled for a time.
    enrolled_for_a_time: Option<ReleaseId>,
    /// Whether enrollments of it never end.
    lasts: bool,
    /// By module.
    releases: Vec<Option<ReleaseId>>,
    /// By module, holding its tag.
    module_tags: Vec<Option<FactId>>,
    /// Whether schedules depend on more than the enrollment, so that none is like another.
    asks_facts: bool,
    kept: Kept,
}

impl<'r, 'a> Bulk<'r, 'a> {
    pub fn new(roster: &'r Roster<'a>, rules: &'r CompiledAccess) -> Self {
        let facts_of_tags: Vec<_> = roster.tags.names().iter().map(|name| rules.tag(name.as_str())).collect();
        let fact = |tag: &Option<TagNumber>| facts_of_tags.get((*tag)?.index()).copied().flatten();
        let asked = |tags: &'r OfferingTags<'a>| {
            let offering = tags.offering;
            let modules = offering.modules.iter();
            Asked {
                tags,
                enrolled: rules.enrollment(&offering.id),
                enrolled_for_a_time: rules.enrollment_for_a_time(&offering.id),
                lasts: offering.expiry.is_none(),
                releases: modules.map(|module| rules.release(&offering.id, &module.id)).collect(),
                module_tags: tags.modules.iter().map(fact).collect(),
                asks_facts: asks_facts(offering),
                kept: Kept::default(),
            }
        };
        let role = match roster.options.stage {
            Stage::Before | Stage::BeforeRenamed => None,
            Stage::After(_) => rules.role(roster.options.role),
        };
        let offerings = roster.offerings.iter().map(asked).collect();
        Bulk {
            facts_of_tags,
            offerings,
            role,
            roster,
            rules,
            person: Person::default(),
            modules: Vec::new(),
            facts: Vec::new(),
            standings: Standings::default(),
        }
    }

    /// Adds a contact.
    pub fn add(&mut self, contact: &ContactRef<'_>, table: &mut MemberTable) -> Result<(), MembershipError> {
        let Bulk { roster, rules, facts_of_tags, offerings, person, modules, facts, standings, .. } = self;
        roster.take(person, contact);
        facts.clear();
        standings.clear();
        facts
            .extend(person.tags().iter().filter_map(|tag| facts_of_tags.get(tag.index()).copied().flatten()));
        facts.extend(self.role);
        let mut standing = Standing::Member;
        if roster.options.stage.is_before() {
            for role in contact.roles() {
                facts.extend(rules.role(role));
                if role == Member::ADMINISTRATOR {
                    standing = Standing::Administrator;
                }
            }
        }
        for asked in offerings.iter_mut().filter(|asked| asked.is_asked()) {
            if let Some(inferred) = asked.tags.infer(person, roster.options.now, modules) {
                if asked.lasts {
                    facts.extend(asked.enrolled);
                }
                asked.stand(roster, inferred, person, standings)?;
            }
        }
        let lasting = facts.iter().filter(|fact| !standings.ending.contains(fact));
        table.push(standing, lasting.copied(), standings.windows.iter().copied());
        Ok(())
    }
}

impl Asked<'_, '_> {
    fn is_asked(&self) -> bool {
        self.enrolled.is_some() || self.asks_schedule()
    }

    fn asks_schedule(&self) -> bool {
        self.releases.iter().any(Option::is_some) || !self.lasts && self.enrolled_for_a_time.is_some()
    }

    /// Adds how a person stands to the modules.
    fn stand(
        &mut self,
        roster: &Roster<'_>,
        inferred: Inferred<'_>,
        person: &Person,
        standings: &mut Standings,
    ) -> Result<(), MembershipError> {
        if !self.asks_schedule() {
            return Ok(());
        }
        let start = (inferred.enrolled_at.at, inferred.has_module_tag);
        if let Some(known) = self.kept.find(start, inferred.modules) {
            standings.add(known);
            return Ok(());
        }
        let modules: Box<[ModuleTag]> = inferred.modules.into();
        let (enrollment, schedule) = roster.stands(self.tags, inferred, person)?;
        let open = schedule.releases.iter().zip(&self.releases).filter_map(|(release, id)| {
            let from = match (release.state, release.closes_at) {
                (ReleaseState::Open, None) => None,
                (ReleaseState::Open | ReleaseState::Scheduled, _) => {
                    Some(release.opens_at.unwrap_or(enrollment.enrolled_at))
                }
                _ => return None,
            };
            Some(((*id)?, OpenWindow::new(from, release.closes_at)))
        });
        let enrolled = self.enrolled_for_a_time.filter(|_| !self.lasts);
        let enrolled = enrolled.map(|id| (id, OpenWindow::new(None, schedule.ends_at)));
        let ending = OfferingTags::ending(&schedule.releases);
        let ending = ending.filter_map(|module| self.module_tags.get(module).copied().flatten());
        let own = Standings { windows: open.chain(enrolled).collect(), ending: ending.collect() };
        standings.add(&own);
        if !self.asks_facts {
            self.kept.keep(start, modules, own);
        }
        Ok(())
    }
}

/// Whether a rule of an offering counts from something that its enrollments do not hold.
fn asks_facts(offering: &Offering) -> bool {
    let rules = offering.modules.iter().flat_map(|module| [&module.release, &module.expiry]);
    let mut timers = rules.chain([&offering.expiry]).flatten().filter_map(|rule| match rule {
        ReleaseRule::Timer(timer) => Some(timer),
        ReleaseRule::AtOnce | ReleaseRule::Manual => None,
    });
    timers.any(|timer| {
        timer.timezone == TimerZone::Member
            || matches!(timer.anchor, Anchor::Registration | Anchor::Purchase { .. } | Anchor::Completion(_))
    })
}
