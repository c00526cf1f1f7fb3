//! What the rules of a site ask about a member, each with a small number. Does not know what follows from an answer.

use std::collections::BTreeMap;

use crate::{ModuleId, OfferingId, TagName};

/// The number of something that does not change with the clock, such as a tag held, in one
/// [`CompiledAccess`](super::CompiledAccess); means nothing in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(u32);

/// The number of something that opens and closes with the clock, in one [`CompiledAccess`](super::CompiledAccess): a module whose release
/// some page asks for, or an enrollment that ends. Means nothing in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReleaseId(u32);

impl FactId {
    pub(super) fn at(index: usize) -> Option<Self> {
        u32::try_from(index).ok().map(FactId)
    }

    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

impl ReleaseId {
    pub(super) fn at(index: usize) -> Option<Self> {
        u32::try_from(index).ok().map(ReleaseId)
    }

    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// The two ways to be enrolled in an offering: with no end known of, which is a bit, and until an instant.
#[derive(Clone, Copy, Debug)]
pub struct Enrolled {
    pub for_good: FactId,
    pub for_a_time: ReleaseId,
}

/// Everything that is asked, numbered in the order of first appearance. A site cannot hold 2^32 of anything: its document would
/// not fit into memory.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    pub(super) tags: BTreeMap<TagName, FactId>,
    pub(super) roles: BTreeMap<String, FactId>,
    pub(super) enrollments: BTreeMap<OfferingId, Enrolled>,
    pub(super) releases: BTreeMap<OfferingId, BTreeMap<ModuleId, ReleaseId>>,
    pub(super) fact_count: usize,
    pub(super) release_count: usize,
}

/// The next free number.
fn next(count: &mut usize) -> u32 {
    let number = u32::try_from(*count).unwrap_or(u32::MAX);
    *count = count.saturating_add(1);
    number
}

impl Vocabulary {
    /// The number of a tag, given to it now if it is new.
    pub fn tag(&mut self, tag: &TagName) -> FactId {
        *self.tags.entry(tag.clone()).or_insert_with(|| FactId(next(&mut self.fact_count)))
    }

    /// The number of a role, given to it now if it is new.
    pub fn role(&mut self, role: &str) -> FactId {
        *self.roles.entry(role.to_owned()).or_insert_with(|| FactId(next(&mut self.fact_count)))
    }

    /// The numbers of being enrolled in an offering, given to it now if it is new.
    pub fn enrollment(&mut self, offering: &OfferingId) -> Enrolled {
        *self.enrollments.entry(offering.clone()).or_insert_with(|| Enrolled {
            for_good: FactId(next(&mut self.fact_count)),
            for_a_time: ReleaseId(next(&mut self.release_count)),
        })
    }

    /// The number of a module's release, given to it now if it is new.
    pub fn release(&mut self, offering: &OfferingId, module: &ModuleId) -> ReleaseId {
        let modules = self.releases.entry(offering.clone()).or_default();
        *modules.entry(module.clone()).or_insert_with(|| ReleaseId(next(&mut self.release_count)))
    }
}
