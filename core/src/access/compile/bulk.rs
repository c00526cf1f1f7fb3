//! Deciding for all members at once: each page's formula is run over columns of bits. Does not know reasons.

use super::compiled::{CompiledAccess, CompiledPage};
use super::formula::{Atom, Formula, Sign};
use super::member::CompiledMember;
use super::members::{BLOCK, Block, Column, MemberTable};
use super::table::AccessTable;
use crate::Instant;

impl CompiledAccess {
    /// An empty table of members, as these rules ask about them.
    pub fn members(&self) -> MemberTable {
        MemberTable::new(self.vocabulary.fact_count, self.vocabulary.release_count)
    }

    /// Who gets to see which page at an instant: for each member and page what [`allows`](Self::allows) says.
    ///
    /// The members are those of a table that [`members`](Self::members) of the same rules made.
    pub fn decide_all(&self, members: &MemberTable, at: Instant) -> AccessTable {
        self.decide_pages(members, 0..self.page_count(), at)
    }

    /// The same for some pages; nobody gets to see the others.
    pub(crate) fn decide_pages(
        &self,
        members: &MemberTable,
        pages: impl Iterator<Item = usize> + Clone,
        at: Instant,
    ) -> AccessTable {
        let mut table = AccessTable::new(self.page_count(), members.len());
        let mut released = members.release_columns();
        for (index, block) in members.blocks().iter().enumerate() {
            block.released(at, &mut released);
            let asked = Asked { block, released: &released, at: at.microseconds() };
            let compiled = pages.clone().filter_map(|page| Some((page, self.pages.get(page)?)));
            for (page, compiled) in compiled {
                table.fill(page, index.saturating_mul(BLOCK / 64), &asked.allowed(compiled));
            }
        }
        table
    }

    /// The same of members who were compiled one by one, in their order.
    pub fn decide_each<'a>(
        &self,
        members: impl IntoIterator<Item = &'a CompiledMember>,
        at: Instant,
    ) -> AccessTable {
        let mut table = self.members();
        members.into_iter().for_each(|member| table.push_member(member));
        self.decide_all(&table, at)
    }
}

/// A block of members at an instant.
struct Asked<'a> {
    block: &'a Block,
    /// By module, who has it open.
    released: &'a [Column],
    /// In microseconds.
    at: i64,
}

const NOBODY: Column = [0; BLOCK / 64];
const EVERYBODY: Column = [u64::MAX; BLOCK / 64];

impl Asked<'_> {
    /// Who of the block gets to see a page.
    fn allowed(&self, page: &CompiledPage) -> Column {
        let mut allowed = self.holds(&page.member);
        both(&mut allowed, &self.block.members, Sign::Holds);
        if self.block.visitors != NOBODY {
            let mut visitors = self.holds(&page.visitor);
            both(&mut visitors, &self.block.visitors, Sign::Holds);
            either(&mut allowed, &visitors, Sign::Holds);
        }
        either(&mut allowed, &self.block.administrators, Sign::Holds);
        allowed
    }

    /// Of whom a formula holds. A formula is never deeper than a rule may be.
    fn holds(&self, formula: &Formula) -> Column {
        let (parts, mut column) = match formula {
            Formula::All(parts) => (parts.as_slice(), EVERYBODY),
            Formula::Any(parts) => (parts.as_slice(), NOBODY),
            Formula::Constant(true) => return EVERYBODY,
            Formula::Constant(false) => return NOBODY,
            Formula::Literal(..) => (std::slice::from_ref(formula), EVERYBODY),
        };
        let join = if matches!(formula, Formula::Any(_)) { either } else { both };
        for part in parts {
            match part {
                Formula::Literal(atom, sign) => join(&mut column, self.column(*atom), *sign),
                inner => join(&mut column, &self.holds(inner), Sign::Holds),
            }
        }
        column
    }

    fn column(&self, atom: Atom) -> &Column {
        match atom {
            Atom::Fact(fact) => self.block.fact(fact).unwrap_or(&NOBODY),
            Atom::Released(release) => self.released.get(release.index()).unwrap_or(&NOBODY),
            Atom::Since(since) if since <= self.at => &EVERYBODY,
            Atom::Since(_) => &NOBODY,
        }
    }
}

/// Keeps those who are in the other column as well; or, where the sign is `Fails`, those who are not.
fn both(column: &mut Column, other: &Column, sign: Sign) {
    let turn = if sign == Sign::Holds { 0 } else { u64::MAX };
    column.iter_mut().zip(other).for_each(|(word, other)| *word &= other ^ turn);
}

/// Adds those who are in the other column; or, where the sign is `Fails`, those who are not.
fn either(column: &mut Column, other: &Column, sign: Sign) {
    let turn = if sign == Sign::Holds { 0 } else { u64::MAX };
    column.iter_mut().zip(other).for_each(|(word, other)| *word |= other ^ turn);
}
