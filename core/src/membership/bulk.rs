//! Contacts into a table of members, without an allocation for each: tags by number, and one schedule for all who are enrolled at the
//! same instant with the same modules. Does not know what is decided of them.

use std::collections::BTreeMap;

use super::error::MembershipError;
use super::infer::{Inferred, ModuleTag};
use super::offering_tags::OfferingTags;
use super::options::Stage;
use super::person::Person;
use super::roster::Roster;
use crate::access::{CompiledAccess, FactId, Member, MemberTable, OpenWindow, ReleaseId, Standing};
use crate::offering::{Anchor, Offering, ReleaseRule, ReleaseState, TimerZone};
use crate::{ContactRef, Instant};

/// How many schedules of an offering are kept at a time.
const KEPT: usize = 4_096;

/// The times in which modules are open.
type Windows = Box<[(ReleaseId, OpenWindow)]>;

/// What follows from what the tags say of modules.
type ByModules = Vec<(Box<[ModuleTag]>, Windows)>;

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
    fn find(&self, start: Start, modules: &[ModuleTag]) -> Option<&Windows> {
        let of_start = self.by_start.get(&start)?;
        of_start.iter().find(|(other, _)| **other == *modules).map(|(_, windows)| windows)
    }

    fn keep(&mut self, start: Start, modules: Box<[ModuleTag]>, windows: Windows) {
        if self.count >= KEPT {
            *self = Kept::default();
        }
        self.by_start.entry(start).or_default().push((modules, windows));
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
    windows: Vec<(ReleaseId, OpenWindow)>,
}

/// An offering with what the rules ask of it.
struct Asked<'r, 'a> {
    tags: &'r OfferingTags<'a>,
    enrolled: Option<FactId>,
    /// By module.
    releases: Vec<Option<ReleaseId>>,
    /// Whether schedules depend on more than the enrollment, so that none is like another.
    asks_facts: bool,
    kept: Kept,
}

impl<'r, 'a> Bulk<'r, 'a> {
    pub fn new(roster: &'r Roster<'a>, rules: &'r CompiledAccess) -> Self {
        let asked = |tags: &'r OfferingTags<'a>| {
            let offering = tags.offering;
            let modules = offering.modules.iter();
            Asked {
                tags,
                enrolled: rules.enrollment(&offering.id),
                releases: modules.map(|module| rules.release(&offering.id, &module.id)).collect(),
                asks_facts: asks_facts(offering),
                kept: Kept::default(),
            }
        };
        let role = match roster.options.stage {
            Stage::Before => None,
            Stage::After(_) => rules.role(roster.options.role),
        };
        Bulk {
            facts_of_tags: roster.tags.names().iter().map(|name| rules.tag(name.as_str())).collect(),
            offerings: roster.offerings.iter().map(asked).collect(),
            role,
            roster,
            rules,
            person: Person::default(),
            modules: Vec::new(),
            facts: Vec::new(),
            windows: Vec::new(),
        }
    }

    /// Adds a contact.
    pub fn add(&mut self, contact: &ContactRef<'_>, table: &mut MemberTable) -> Result<(), MembershipError> {
        let Bulk { roster, rules, facts_of_tags, offerings, person, modules, facts, windows, .. } = self;
        roster.take(person, contact);
        facts.clear();
        windows.clear();
        facts
            .extend(person.tags().iter().filter_map(|tag| facts_of_tags.get(tag.index()).copied().flatten()));
        facts.extend(self.role);
        let mut standing = Standing::Member;
        if roster.options.stage == Stage::Before {
            for role in contact.roles() {
                facts.extend(rules.role(role));
                if role == Member::ADMINISTRATOR {
                    standing = Standing::Administrator;
                }
            }
        }
        for asked in offerings.iter_mut().filter(|asked| asked.is_asked()) {
            if let Some(inferred) = asked.tags.infer(person, roster.options.now, modules) {
                facts.extend(asked.enrolled);
                asked.open(roster, inferred, person, windows)?;
            }
        }
        table.push(standing, facts.iter().copied(), windows.iter().copied());
        Ok(())
    }
}

impl Asked<'_, '_> {
    fn is_asked(&self) -> bool {
        self.enrolled.is_some() || self.asks_releases()
    }

    fn asks_releases(&self) -> bool {
        self.releases.iter().any(Option::is_some)
    }

    /// Adds the times in which modules are open to a person.
    fn open(
        &mut self,
        roster: &Roster<'_>,
        inferred: Inferred<'_>,
        person: &Person,
        windows: &mut Vec<(ReleaseId, OpenWindow)>,
    ) -> Result<(), MembershipError> {
        if !self.asks_releases() {
            return Ok(());
        }
        let start = (inferred.enrolled_at.at, inferred.has_module_tag);
        if let Some(known) = self.kept.find(start, inferred.modules) {
            windows.extend(known);
            return Ok(());
        }
        let modules: Box<[ModuleTag]> = inferred.modules.into();
        let (enrollment, schedule) = roster.stands(self.tags, inferred, person)?;
        let open = schedule.iter().zip(&self.releases).filter_map(|(release, id)| {
            let from = match (release.state, release.closes_at) {
                (ReleaseState::Open, None) => None,
                (ReleaseState::Open | ReleaseState::Scheduled, _) => {
                    Some(release.opens_at.unwrap_or(enrollment.enrolled_at))
                }
                _ => return None,
            };
            Some(((*id)?, OpenWindow::new(from, release.closes_at)))
        });
        let open: Windows = open.collect();
        windows.extend(&open);
        if !self.asks_facts {
            self.kept.keep(start, modules, open);
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
