//! What can be said of a page's gate without asking anybody: which others are alike, and what the clock can change. Does not decide.

use std::collections::BTreeMap;

use super::compiled::CompiledAccess;
use super::vocabulary::ReleaseId;
use crate::Instant;

impl CompiledAccess {
    /// For each page the first one that lets in the very same people at every instant, by its rules; often itself.
    pub(crate) fn first_alike(&self) -> Vec<usize> {
        let mut first = BTreeMap::new();
        let pages = self.pages.iter().enumerate();
        pages.map(|(index, page)| *first.entry((&page.member, &page.visitor)).or_insert(index)).collect()
    }

    /// The instants at which a window of a page's rules begins or ends, sorted and each once.
    pub(crate) fn clock_of(&self, page: usize) -> &[Instant] {
        self.pages.get(page).map(|page| page.clock.as_slice()).unwrap_or_default()
    }

    /// The modules whose release a page asks for, sorted and each once.
    pub(crate) fn releases_of(&self, page: usize) -> &[ReleaseId] {
        self.pages.get(page).map(|page| page.releases.as_slice()).unwrap_or_default()
    }
}
