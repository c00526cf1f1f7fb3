//! Many members column by column: for each thing that is asked, one bit a member, 64 in a word. Does not know rules or pages.

use super::bits;
use super::member::{CompiledMember, Standing};
use super::vocabulary::{FactId, ReleaseId};
use crate::Instant;
use crate::access::OpenWindow;

/// The words of a column in one block. A block of some hundred columns then stays in the cache while every page is decided.
const WORDS: usize = 32;

/// One column of a block: a bit for each of its members.
pub(super) type Column = [u64; WORDS];

/// The members of a block.
pub const BLOCK: usize = WORDS * 64;

/// Members as one [`CompiledAccess`](super::CompiledAccess) asks about them, in columns; means nothing to another. Made by
/// [`CompiledAccess::members`](super::CompiledAccess::members), filled in the order of its members, which are numbered from 0.
///
/// ```
/// use memberferry::{OpenWindow, Site, Standing};
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC", "pages": [
///     {"id": "gold", "title": "Gold", "rule": {"kind": "has-any", "tags": ["Gold"]}}]}"#)?;
/// let compiled = site.compile();
/// let mut members = compiled.members();
/// members.push(Standing::Member, compiled.tag("Gold"), []);
/// members.push(Standing::Member, compiled.tag("Silver"), []); // no rule asks for it
/// let table = compiled.decide_all(&members, "2024-05-01T00:00:00Z".parse()?);
/// assert_eq!(table.members_of(0).collect::<Vec<_>>(), [0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct MemberTable {
    fact_count: usize,
    release_count: usize,
    members: usize,
    blocks: Vec<Block>,
}

/// As many members as a column has bits.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub members: Column,
    pub administrators: Column,
    pub visitors: Column,
    facts: Vec<Column>,
    openings: Vec<Opening>,
}

/// One time in which a module is open to one member of a block.
#[derive(Clone, Copy, Debug)]
struct Opening {
    release: ReleaseId,
    /// The member's place in the block.
    place: u32,
    window: OpenWindow,
}

impl MemberTable {
    pub(super) fn new(fact_count: usize, release_count: usize) -> Self {
        MemberTable { fact_count, release_count, members: 0, blocks: Vec::new() }
    }

    /// Adds a member: how they stand to the site, the facts that hold of them, and the times in which modules are open to them. Facts
    /// may come twice and in any order; where a module has several windows, it is open in each.
    pub fn push(
        &mut self,
        standing: Standing,
        facts: impl IntoIterator<Item = FactId>,
        windows: impl IntoIterator<Item = (ReleaseId, OpenWindow)>,
    ) {
        let place = self.members % BLOCK;
        if place == 0 {
            self.blocks.push(Block::new(self.fact_count));
        }
        self.members = self.members.saturating_add(1);
        let Some(block) = self.blocks.last_mut() else { return };
        bits::set(
            match standing {
                Standing::Visitor => &mut block.visitors,
                Standing::Member => &mut block.members,
                Standing::Administrator => &mut block.administrators,
            },
            place,
        );
        for fact in facts {
            if let Some(column) = block.facts.get_mut(fact.index()) {
                bits::set(column, place);
            }
        }
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        let openings = windows.into_iter().filter(|(_, window)| *window != OpenWindow::NEVER);
        block.openings.extend(openings.map(|(release, window)| Opening { release, place, window }));
    }

    /// Adds a member who was compiled for single decisions by the same rules.
    pub fn push_member(&mut self, member: &CompiledMember) {
        self.push(member.standing(), member.fact_ids(), member.all_windows());
    }

    /// The number of members.
    pub fn len(&self) -> usize {
        self.members
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.members == 0
    }

    pub(super) fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// A column for each module that is asked for, to be filled block by block.
    pub(super) fn release_columns(&self) -> Vec<Column> {
        vec![[0; WORDS]; self.release_count]
    }
}

impl Block {
    fn new(fact_count: usize) -> Self {
        Block {
            members: [0; WORDS],
            administrators: [0; WORDS],
            visitors: [0; WORDS],
            facts: vec![[0; WORDS]; fact_count],
            openings: Vec::new(),
        }
    }

    pub fn fact(&self, fact: FactId) -> Option<&Column> {
        self.facts.get(fact.index())
    }

    /// Every time in which a module is open to a member of the block, with the member's place, in the order of the members.
    pub fn windows(&self) -> impl Iterator<Item = (usize, ReleaseId, OpenWindow)> {
        self.openings.iter().map(|opening| (opening.place as usize, opening.release, opening.window))
    }

    /// Whether a module is open to the member at a place.
    pub fn has_released(&self, place: usize, release: ReleaseId, at: Instant) -> bool {
        let first = self.openings.partition_point(|opening| (opening.place as usize) < place);
        let from_first = self.openings.get(first..).unwrap_or_default().iter();
        let mut own = from_first.take_while(|opening| opening.place as usize == place);
        own.any(|opening| opening.release == release && opening.window.holds(at))
    }

    /// Fills a column for each module with who has it open at an instant.
    pub fn released(&self, at: Instant, columns: &mut [Column]) {
        columns.fill([0; WORDS]);
        for Opening { release, place, window } in &self.openings {
            let place = *place as usize;
            let column = columns.get_mut(release.index());
            if let Some(word) = column.and_then(|column| column.get_mut(place / 64)) {
                *word |= u64::from(window.holds(at)) << (place % 64);
            }
        }
    }
}
