//! What becomes of access from one side to the other, told from when each lets in. Does not know pages or members.

use serde::{Deserialize, Serialize};

/// What becomes of a member's access to a page within a span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// There is an instant at which only the site before lets them in, and from there on the site after never does; or that is
    /// the first instant of the span: what they have is taken from them, be it only for a while.
    Lost,
    /// There is an instant at which only the site before lets them in, not the first of the span, and the site after does so at a later
    /// one, whichever such instant it is: they wait longer for what they do not have yet.
    Later,
    /// Whenever the site before lets them in, so does the site after; it does at an instant at which the site before does not, and
    /// from the first one on the site before never does.
    Gained,
    /// The same, but the site before lets them in at a later instant.
    Earlier,
    /// Both let them in at the very same instants.
    Unchanged,
}

impl Verdict {
    /// Every verdict, in the order in which reports list them.
    pub const ALL: [Verdict; 5] =
        [Verdict::Lost, Verdict::Later, Verdict::Gained, Verdict::Earlier, Verdict::Unchanged];

    /// The name used on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Verdict::Lost => "lost",
            Verdict::Later => "later",
            Verdict::Gained => "gained",
            Verdict::Earlier => "earlier",
            Verdict::Unchanged => "unchanged",
        }
    }
}

/// What has been seen so far of 64 members and one page, a bit for each member, going from instant to instant.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// Whether the first instant was taken in.
    has_begun: bool,
    /// At the first instant only the site before let in.
    taken: u64,
    /// At some instant only the site before let in.
    only_before: u64,
    /// At some instant only the site after let in.
    only_after: u64,
    /// Only the site before let in, and the site after has not since.
    missing: u64,
    /// The site before let in at a later instant than one at which only the site after did.
    before_came: u64,
}

impl Seen {
    /// Takes in whom each side lets in at the next instant; gives those for whom the sides differ for the first time.
    pub fn step(&mut self, before: u64, after: u64) -> u64 {
        if !self.has_begun {
            self.has_begun = true;
            self.taken = before & !after;
        }
        let known = self.only_before | self.only_after;
        self.only_before |= before & !after;
        self.only_after |= after & !before;
        self.missing = (self.missing | (before & !after)) & !after;
        self.before_came |= before & self.only_after;
        (self.only_before | self.only_after) & !known
    }

    /// What has become of the member at a place of 64.
    pub fn verdict(&self, place: usize) -> Verdict {
        let is_set = |word: u64| word >> (place % 64) & 1 == 1;
        match (is_set(self.only_before), is_set(self.only_after)) {
            (true, _) if !is_set(self.missing) && !is_set(self.taken) => Verdict::Later,
            (true, _) => Verdict::Lost,
            (false, true) if is_set(self.before_came) => Verdict::Earlier,
            (false, true) => Verdict::Gained,
            (false, false) => Verdict::Unchanged,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The verdict where each side lets in at the instants marked so, and the number of the first instant at which they differ.
    fn of(before: &str, after: &str) -> (Verdict, Option<usize>) {
        let mut seen = Seen::default();
        let mut first = None;
        for (index, (before, after)) in before.bytes().zip(after.bytes()).enumerate() {
            // The bit of a member in the midst of a word.
            if seen.step(u64::from(before == b'x') << 37, u64::from(after == b'x') << 37) != 0 {
                first = Some(index);
            }
        }
        assert_eq!(seen.verdict(36), Verdict::Unchanged);
        (seen.verdict(37), first)
    }

    #[test]
    fn the_five_verdicts_by_the_instants_at_which_each_side_lets_in() {
        assert_eq!(of("-xx-", "-xx-"), (Verdict::Unchanged, None));
        assert_eq!(of("xxxx", "----"), (Verdict::Lost, Some(0)));
        assert_eq!(of("xxxx", "xx--"), (Verdict::Lost, Some(2)));
        assert_eq!(of("-xxx", "---x"), (Verdict::Later, Some(1)));
        assert_eq!(of("----", "--xx"), (Verdict::Gained, Some(2)));
        assert_eq!(of("xx--", "xxx-"), (Verdict::Gained, Some(2)));
        assert_eq!(of("---x", "-xxx"), (Verdict::Earlier, Some(1)));
    }

    #[test]
    fn what_is_taken_away_at_any_instant_outweighs_what_is_given() {
        assert_eq!(of("-x-", "x-x"), (Verdict::Later, Some(0)));
        assert_eq!(of("-xx", "x--"), (Verdict::Lost, Some(0)));
        assert_eq!(of("x-x", "-x-"), (Verdict::Lost, Some(0)));
    }

    #[test]
    fn what_they_have_and_lose_for_a_while_is_lost() {
        assert_eq!(of("xxxx", "--xx"), (Verdict::Lost, Some(0)));
        assert_eq!(of("-xxx", "--xx"), (Verdict::Later, Some(1)));
    }

    #[test]
    fn what_opens_later_and_closes_sooner_is_lost() {
        assert_eq!(of("-xxx", "--x-"), (Verdict::Lost, Some(1)));
        assert_eq!(of("-xxx-", "--xx-"), (Verdict::Later, Some(1)));
    }

    #[test]
    fn names_are_those_of_the_wire() {
        for verdict in Verdict::ALL {
            assert_eq!(serde_json::to_value(verdict).unwrap(), verdict.name());
        }
    }
}
