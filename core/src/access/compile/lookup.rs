//! Single decisions about a member of a table, for those who need few of them. Does not know reasons.

use super::bits;
use super::compiled::CompiledAccess;
use super::formula::{Atom, Formula, Sign};
use super::members::{BLOCK, Block, MemberTable};
use crate::Instant;

impl CompiledAccess {
    /// Whether a member of a table gets to see a page at an instant, as [`decide_all`](Self::decide_all) says. A member or page that
    /// is not there: no.
    pub(super) fn allows_row(&self, members: &MemberTable, row: usize, page: usize, at: Instant) -> bool {
        let (Some(block), Some(page)) = (members.blocks().get(row / BLOCK), self.pages.get(page)) else {
            return false;
        };
        let asked = Asked { block, place: row % BLOCK, at };
        if bits::is_set(&block.administrators, asked.place) {
            true
        } else if bits::is_set(&block.members, asked.place) {
            asked.holds(&page.member)
        } else {
            bits::is_set(&block.visitors, asked.place) && asked.holds(&page.visitor)
        }
    }
}

/// A member of a block at an instant.
struct Asked<'a> {
    block: &'a Block,
    place: usize,
    at: Instant,
}

impl Asked<'_> {
    /// Whether a formula holds. One is never deeper than a rule may be.
    fn holds(&self, formula: &Formula) -> bool {
        match formula {
            Formula::Constant(holds) => *holds,
            Formula::Literal(atom, sign) => self.is(*atom) == (*sign == Sign::Holds),
            Formula::All(parts) => parts.iter().all(|part| self.holds(part)),
            Formula::Any(parts) => parts.iter().any(|part| self.holds(part)),
        }
    }

    fn is(&self, atom: Atom) -> bool {
        match atom {
            Atom::Fact(fact) => self.block.fact(fact).is_some_and(|column| bits::is_set(column, self.place)),
            Atom::Released(release) => self.block.has_released(self.place, release, self.at),
            Atom::Since(since) => since <= self.at.microseconds(),
        }
    }
}
