//! Who gets in and who is shut out as time passes, without asking everybody: an index of the instants at which anything can
//! change. Does not know reasons.

use serde::Serialize;

use super::compiled::CompiledAccess;
use super::members::{BLOCK, MemberTable};
use super::vocabulary::ReleaseId;
use crate::Instant;

/// What the clock does to a page or a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    /// It lets in.
    Opens,
    /// It shuts out.
    Closes,
}

/// The clock opens or closes a page to a member.
///
/// In order of instant, then member, then page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AccessEvent {
    /// The first instant at which it is so.
    pub at: Instant,
    /// The member's place in the table, from 0.
    pub member: usize,
    /// The page's place in the site, from 0.
    pub page: usize,
    /// Whether it opens or closes.
    pub turn: Turn,
}

/// When access can change for the members of a table, made once and asked often: a question costs what can happen in the time it
/// is about, and not what there is of members.
///
/// ```
/// use memberferry::{Turn, Member, Site};
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC",
///     "offerings": [{"id": "course", "name": "Course", "modules": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]}],
///     "pages": [{"id": "b", "title": "B", "offering": "course", "module": "b"}]}"#)?;
/// let compiled = site.compile();
/// let mut members = compiled.members();
/// members.push_member(&compiled.member(&Member { logged_in: true, ..Member::default() }));
/// members.push_member(&compiled.member(&serde_json::from_str(r#"{"loggedIn": true, "enrollments": [
///     {"offering": "course", "releases": [{"module": "b", "opensAt": "2024-05-08T09:00:00Z"}]}]}"#)?));
/// let timeline = compiled.timeline(&members);
/// let (may, june) = ("2024-05-01T00:00:00Z".parse()?, "2024-06-01T00:00:00Z".parse()?);
/// let events: Vec<_> = timeline.changes(may, june).collect();
/// assert_eq!(events.len(), 1);
/// assert_eq!((events[0].member, events[0].page, events[0].turn), (1, 0, Turn::Opens));
/// assert_eq!(events[0].at, "2024-05-08T09:00:00Z".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct AccessTimeline<'a> {
    access: &'a CompiledAccess,
    members: &'a MemberTable,
    /// The ends of every window of a module that some page asks for, by instant, then member.
    ends: Vec<End>,
    /// The ends of the windows of rules, by instant, then page.
    clock: Vec<(Instant, usize)>,
    /// By module, the pages that ask for it.
    asking: Vec<Vec<usize>>,
}

/// One end of a time in which a module is open to a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct End {
    at: Instant,
    /// A place in the table; a table never holds 2^32 members, which would not fit into memory.
    member: u32,
    release: ReleaseId,
}

impl CompiledAccess {
    /// The instants at which access can change for the members of a table that [`members`](Self::members) of the same rules
    /// made. It takes 16 bytes for each instant at which a module opens or closes to a member.
    pub fn timeline<'a>(&'a self, members: &'a MemberTable) -> AccessTimeline<'a> {
        let mut asking = vec![Vec::new(); self.vocabulary.release_count];
        let mut clock = Vec::new();
        for (index, page) in self.pages.iter().enumerate() {
            clock.extend(page.clock.iter().map(|at| (*at, index)));
            for release in &page.releases {
                asking.get_mut(release.index()).into_iter().for_each(|pages| pages.push(index));
            }
        }
        clock.sort_unstable();
        let mut ends = Vec::new();
        for (number, block) in members.blocks().iter().enumerate() {
            for (place, release, window) in block.windows() {
                let member = u32::try_from(number.saturating_mul(BLOCK).saturating_add(place));
                let member = member.unwrap_or(u32::MAX);
                ends.extend(window.ends().map(|at| End { at, member, release }));
            }
        }
        ends.sort_unstable();
        AccessTimeline { access: self, members, ends, clock, asking }
    }
}

impl<'a> AccessTimeline<'a> {
    /// Whom the clock lets in or shuts out after one instant and up to another (included), in time order, then by member and page.
    ///
    /// Who got in at the first instant, changed by these, is who gets in at the other. Memory is held for what happens at one instant,
    /// not for the whole.
    pub fn changes(&'a self, after: Instant, until: Instant) -> impl Iterator<Item = AccessEvent> + 'a {
        let ends = between(&self.ends, after, until, |end| end.at);
        let clock = between(&self.clock, after, until, |(at, _)| *at);
        Instants { ends, clock }.flat_map(|(at, ends, clock)| self.changes_at(at, ends, clock))
    }

    /// Whom the clock lets in or shuts out at one instant: by member, then page.
    fn changes_at(&self, at: Instant, ends: &[End], clock: &[(Instant, usize)]) -> Vec<AccessEvent> {
        // Nothing changes but at whole microseconds, so that the one before shows what was so until now.
        let before = at.just_before();
        let event = |member: usize, page: usize, allowed: bool| {
            let turn = if allowed { Turn::Opens } else { Turn::Closes };
            AccessEvent { at, member, page, turn }
        };
        let mut events = Vec::new();
        let pages: Vec<usize> = clock.iter().map(|(_, page)| *page).collect();
        if !pages.is_empty() {
            let decide = |at| self.access.decide_pages(self.members, pages.iter().copied(), at);
            let (was, is) = (decide(before), decide(at));
            for page in &pages {
                let changed = was.differing(&is, *page);
                events.extend(changed.map(|member| event(member, *page, is.allows(member, *page))));
            }
        }
        for End { member, release, .. } in ends {
            let member = *member as usize;
            let asking = self.asking.get(release.index()).into_iter().flatten();
            // What a window of the page's own rules changed is found already.
            for page in asking.filter(|page| pages.binary_search(page).is_err()) {
                let allows = |at| self.access.allows_row(self.members, member, *page, at);
                let allowed = allows(at);
                if allowed != allows(before) {
                    events.push(event(member, *page, allowed));
                }
            }
        }
        // A module may end one window and begin another, and a page may ask for two modules.
        events.sort_unstable();
        events.dedup();
        events
    }
}

/// The part of a list in order of instant that lies after one and up to another (included).
fn between<T>(list: &[T], after: Instant, until: Instant, at: impl Fn(&T) -> Instant) -> &[T] {
    let first = list.partition_point(|item| at(item) <= after);
    let end = list.partition_point(|item| at(item) <= until);
    list.get(first..end).unwrap_or_default()
}

/// Both lists, instant by instant.
struct Instants<'a> {
    ends: &'a [End],
    clock: &'a [(Instant, usize)],
}

impl<'a> Iterator for Instants<'a> {
    type Item = (Instant, &'a [End], &'a [(Instant, usize)]);
    fn next(&mut self) -> Option<Self::Item> {
        let of_ends = self.ends.first().map(|end| end.at);
        let of_clock = self.clock.first().map(|(at, _)| *at);
        let at = of_ends.into_iter().chain(of_clock).min()?;
        let ends = split_at_instant(&mut self.ends, at, |end| end.at);
        let clock = split_at_instant(&mut self.clock, at, |(at, _)| *at);
        Some((at, ends, clock))
    }
}

/// Takes what is of an instant off the front of a list in order of instant.
fn split_at_instant<'a, T>(list: &mut &'a [T], at: Instant, of: impl Fn(&T) -> Instant) -> &'a [T] {
    let end = list.partition_point(|item| of(item) <= at);
    let (taken, rest) = list.split_at_checked(end).unwrap_or_default();
    *list = rest;
    taken
}
