//! A member as compiled rules ask about one: bits and windows. Does not know rules or pages.

use super::bits;
use super::vocabulary::{FactId, ReleaseId, Vocabulary};
use crate::Instant;
use crate::access::{Member, OpenWindow};

/// How a person stands to the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Not logged in: nothing is known of them but tags that forbid.
    Visitor,
    /// Logged in.
    Member,
    /// Logged in, and sees everything.
    Administrator,
}

impl Standing {
    /// The standing of a member.
    pub fn of(member: &Member) -> Self {
        if member.is_administrator() {
            Standing::Administrator
        } else if member.logged_in {
            Standing::Member
        } else {
            Standing::Visitor
        }
    }
}

/// A member as one [`CompiledAccess`](super::CompiledAccess) asks about them; means nothing to another.
///
/// It keeps what the rules of that site ask, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompiledMember {
    standing: Standing,
    facts: Box<[u64]>,
    /// The first window of each module and of each enrollment that ends.
    windows: Box<[OpenWindow]>,
    /// The windows of modules that open more than once, behind the first of each.
    further: Box<[(ReleaseId, OpenWindow)]>,
}

impl CompiledMember {
    pub(super) fn new(member: &Member, vocabulary: &Vocabulary) -> Self {
        let mut facts = vec![0_u64; vocabulary.fact_count.div_ceil(64)];
        let tags = member.tags.iter().filter_map(|tag| vocabulary.tags.get(tag));
        let roles = member.roles.iter().filter_map(|role| vocabulary.roles.get(role));
        let mut windows = vec![OpenWindow::NEVER; vocabulary.release_count];
        let mut further = Vec::new();
        let mut enrolled = Vec::new();
        for (offering, numbers) in &vocabulary.enrollments {
            match member.enrolled_until(offering) {
                None => {}
                Some(None) => enrolled.push(&numbers.for_good),
                Some(until) => {
                    if let Some(slot) = windows.get_mut(numbers.for_a_time.index()) {
                        *slot = OpenWindow::new(None, until);
                    }
                }
            }
        }
        for fact in tags.chain(roles).chain(enrolled) {
            if let Some(word) = facts.get_mut(fact.index() / 64) {
                *word |= 1 << (fact.index() % 64);
            }
        }
        for (offering, modules) in &vocabulary.releases {
            if member.enrolled_until(offering).is_none() {
                continue;
            }
            for (module, release) in modules {
                let mut open = member.windows(offering, module).into_iter();
                if let (Some(slot), Some(first)) = (windows.get_mut(release.index()), open.next()) {
                    *slot = first;
                }
                further.extend(open.map(|window| (*release, window)));
            }
        }
        CompiledMember {
            standing: Standing::of(member),
            facts: facts.into(),
            windows: windows.into(),
            further: further.into(),
        }
    }

    /// How they stand to the site.
    pub fn standing(&self) -> Standing {
        self.standing
    }

    #[inline]
    pub(super) fn facts(&self) -> &[u64] {
        &self.facts
    }

    /// Whether a module is open at an instant.
    #[inline]
    pub(super) fn has_released(&self, release: ReleaseId, at: Instant) -> bool {
        self.windows.get(release.index()).is_some_and(|window| window.holds(at))
            || (!self.further.is_empty()
                && self.further.iter().any(|(other, window)| *other == release && window.holds(at)))
    }

    /// Every window of a module, in order.
    pub(super) fn windows_of(&self, release: ReleaseId) -> impl Iterator<Item = OpenWindow> {
        let first = self.windows.get(release.index()).copied();
        let further = self.further.iter().filter(move |(other, _)| *other == release);
        first.into_iter().chain(further.map(|(_, window)| *window))
    }

    /// Every fact that holds, in order of number.
    pub(super) fn fact_ids(&self) -> impl Iterator<Item = FactId> {
        bits::set_in(self.facts.iter().copied()).filter_map(FactId::at)
    }

    /// Every window of every module that is ever open.
    pub(crate) fn all_windows(&self) -> impl Iterator<Item = (ReleaseId, OpenWindow)> {
        let first = self.windows.iter().enumerate().filter(|(_, window)| **window != OpenWindow::NEVER);
        let first = first.filter_map(|(index, window)| Some((ReleaseId::at(index)?, *window)));
        first.chain(self.further.iter().copied())
    }
}
