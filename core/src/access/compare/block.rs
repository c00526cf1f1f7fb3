//! Some thousand people compared at once. For whom no module opens or closes within the span, bits are compared, 64 people in a word;
//! the others are asked about one by one, at each instant that matters to them. Does not know reasons.

use super::comparer::{AccessComparer, Class, ComparedMember, Side};
use super::verdict::{Seen, Verdict};
use crate::access::{AccessTable, CompiledAccess, CompiledMember, MemberTable, bits};
use crate::{Horizon, Instant};

/// A change that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// The member's place in the block.
    pub place: usize,
    /// The page's place among the compared pages.
    pub page: usize,
    pub verdict: Verdict,
    /// The first instant at which the sites differ.
    pub at: Instant,
}

/// The changes for the people of a block, by their place, then by page.
pub fn find(comparer: &AccessComparer<'_>, members: &[ComparedMember]) -> Vec<Found> {
    let horizon = comparer.options.horizon;
    let before: Vec<_> = members.iter().map(|member| comparer.before.access.member(&member.before)).collect();
    let after: Vec<_> = members.iter().map(|member| comparer.after.access.member(member.after())).collect();
    let mut moving = Rows::new(comparer.classes.len(), members.len());
    mark_moving(&comparer.before, &before, horizon, &mut moving);
    mark_moving(&comparer.after, &after, horizon, &mut moving);
    let mut found = find_at_rest(comparer, &before, &after, &moving);
    for (index, class) in comparer.classes.iter().enumerate() {
        for place in bits::set_in(moving.row(index).iter().copied()) {
            if let (Some(before), Some(after)) = (before.get(place), after.get(place))
                && let Some((verdict, at)) = comparer.compare_one(class, before, after)
            {
                found.extend(class.pages.iter().map(|page| Found { place, page: *page, verdict, at }));
            }
        }
    }
    found.sort_unstable();
    found
}

/// A row of bits for each class, one for each member of a block.
struct Rows {
    words: usize,
    rows: Vec<u64>,
}

impl Rows {
    fn new(classes: usize, members: usize) -> Self {
        let words = members.div_ceil(64);
        Rows { words, rows: vec![0; classes.saturating_mul(words)] }
    }

    fn row(&self, class: usize) -> &[u64] {
        let start = class.saturating_mul(self.words);
        self.rows.get(start..start.saturating_add(self.words)).unwrap_or_default()
    }

    fn set(&mut self, class: usize, place: usize) {
        let start = class.saturating_mul(self.words);
        if let Some(row) = self.rows.get_mut(start..start.saturating_add(self.words)) {
            bits::set(row, place);
        }
    }
}

/// Marks for whom, and in which classes, a module opens or closes within the span.
fn mark_moving(side: &Side<'_>, members: &[CompiledMember], horizon: Horizon, moving: &mut Rows) {
    for (place, member) in members.iter().enumerate() {
        for (release, window) in member.all_windows() {
            if window.ends().any(|end| horizon.holds_inside(end)) {
                let classes = side.asking.get(&release).into_iter().flatten();
                classes.for_each(|class| moving.set(*class, place));
            }
        }
    }
}

/// The changes for those who do not move, going from step to step.
fn find_at_rest(
    comparer: &AccessComparer<'_>,
    before: &[CompiledMember],
    after: &[CompiledMember],
    moving: &Rows,
) -> Vec<Found> {
    let words = moving.words;
    let tables = (table_of(&comparer.before.access, before), table_of(&comparer.after.access, after));
    let mut seen = vec![Seen::default(); comparer.classes.len().saturating_mul(words)];
    let mut first: Vec<(usize, usize, Instant)> = Vec::new();
    for step in &comparer.steps {
        let classes =
            || step.classes.iter().filter_map(|index| Some((*index, comparer.classes.get(*index)?)));
        let places = || classes().map(|(_, class)| class.places);
        let of_before = places().filter_map(|places| places.before);
        let of_before = comparer.before.access.decide_pages(&tables.0, of_before, step.at);
        let of_after = places().filter_map(|places| places.after);
        let of_after = comparer.after.access.decide_pages(&tables.1, of_after, step.at);
        for (index, class) in classes() {
            let row = seen.iter_mut().skip(index.saturating_mul(words)).take(words);
            for (word, seen) in row.enumerate() {
                let lets_in = |table: &AccessTable, page: Option<usize>| {
                    page.and_then(|page| table.bitmap(page).get(word).copied()).unwrap_or_default()
                };
                let new = seen
                    .step(lets_in(&of_before, class.places.before), lets_in(&of_after, class.places.after));
                let at_rest = new & !moving.row(index).get(word).copied().unwrap_or_default();
                first.extend(
                    bits::set_in([at_rest]).map(|place| (index, word.saturating_mul(64) + place, step.at)),
                );
            }
        }
    }
    let mut found = Vec::new();
    for (index, place, at) in first {
        let seen = seen.get(index.saturating_mul(words).saturating_add(place / 64));
        if let (Some(class), Some(seen)) = (comparer.classes.get(index), seen) {
            let verdict = seen.verdict(place % 64);
            found.extend(class.pages.iter().map(|page| Found { place, page: *page, verdict, at }));
        }
    }
    found
}

fn table_of(access: &CompiledAccess, members: &[CompiledMember]) -> MemberTable {
    let mut table = access.members();
    members.iter().for_each(|member| table.push_member(member));
    table
}

impl AccessComparer<'_> {
    /// What becomes of one member's access to the pages of a class, where it changes, and the first instant at which it does.
    fn compare_one(
        &self,
        class: &Class,
        before: &CompiledMember,
        after: &CompiledMember,
    ) -> Option<(Verdict, Instant)> {
        let (from, until) = (self.options.horizon.from(), self.options.horizon.until());
        let sides = [
            (&self.before.access, before, class.places.before),
            (&self.after.access, after, class.places.after),
        ];
        let mut instants = vec![from];
        for (access, member, page) in &sides {
            instants
                .extend(page.iter().flat_map(|page| access.critical_instants(member, *page, from, until)));
        }
        instants.retain(|at| *at < until);
        instants.sort_unstable();
        instants.dedup();
        let (mut seen, mut first) = (Seen::default(), None);
        for at in instants {
            let [before, after] = sides.map(|(access, member, page)| {
                u64::from(page.is_some_and(|page| access.allows(member, page, at)))
            });
            if seen.step(before, after) != 0 {
                first = Some(at);
            }
        }
        first.map(|at| (seen.verdict(0), at))
    }
}
