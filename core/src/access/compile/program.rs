//! Formulas as a flat list of steps: each tests one thing and says where to go on, or that the answer is found. Does not know
//! rules, nor what the numbers of facts stand for.

use std::collections::BTreeMap;

use super::formula::{Atom, Formula, Sign};
use super::member::CompiledMember;
use super::vocabulary::{FactId, ReleaseId};
use crate::Instant;

/// Where to begin, or to go on: the index of a step, or an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target(u32);

impl Target {
    // Both lie behind every step, so that a step that is not there ends the walk.
    const ALLOW: Target = Target(u32::MAX);
    const DENY: Target = Target(u32::MAX - 1);
}

/// The steps of every page, shared.
#[derive(Clone, Debug)]
pub struct Program {
    steps: Vec<Step>,
    masks: Vec<Mask>,
    /// The words of facts a member has.
    words: u32,
}

#[derive(Clone, Copy, Debug)]
struct Step {
    test: Test,
    holds: Target,
    fails: Target,
}

#[derive(Clone, Copy, Debug)]
enum Test {
    /// Facts are as the masks from one index until another say.
    Facts { first: u32, end: u32, one_of: OneOf },
    /// A module is open.
    Released(ReleaseId),
    /// An instant has come.
    Since(i64),
}

/// Whether one fact of several has to hold, besides those that have to be as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OneOf {
    Wanted,
    NotAsked,
}

/// What 64 facts have to be: those of `care` as in `value`, the others anything; and of those in `one_of` one has to hold, here or in
/// another word.
#[derive(Clone, Copy, Debug, Default)]
struct Mask {
    word: u32,
    care: u64,
    value: u64,
    one_of: u64,
}

/// Facts that one step tests: each with the sign it has to have, and some of which one has to hold.
#[derive(Default)]
struct FactTest<'a> {
    signed: Vec<(FactId, Sign)>,
    one_of: Option<&'a [Formula]>,
}

/// With so few words every step looks at all of them: the processor then foresees where the masks end.
const FEW_WORDS: u32 = 8;

impl Program {
    /// No steps yet; for members with so many facts.
    pub fn new(fact_count: usize) -> Self {
        Program { steps: Vec::new(), masks: Vec::new(), words: index(fact_count.div_ceil(64)) }
    }

    /// Adds the steps of a formula; gives where to begin.
    pub fn add(&mut self, formula: &Formula) -> Target {
        self.emit(formula, Target::ALLOW, Target::DENY)
    }

    /// Whether a formula holds of a member at an instant.
    #[inline]
    pub fn run(&self, begin: Target, member: &CompiledMember, at: Instant) -> bool {
        let mut here = begin;
        while let Some(step) = self.steps.get(here.0 as usize) {
            let holds = match step.test {
                Test::Facts { first, end, one_of } => self.facts_fit(first, end, one_of, member.facts()),
                Test::Released(release) => member.has_released(release, at),
                Test::Since(since) => since <= at.microseconds(),
            };
            here = if holds { step.holds } else { step.fails };
        }
        here == Target::ALLOW
    }

    #[inline]
    fn facts_fit(&self, first: u32, end: u32, one_of: OneOf, facts: &[u64]) -> bool {
        let masks = self.masks.get(first as usize..end as usize).unwrap_or_default();
        let mut wrong = 0;
        let mut found = u64::from(one_of == OneOf::NotAsked);
        for mask in masks {
            let word = facts.get(mask.word as usize).copied().unwrap_or_default();
            wrong |= (word & mask.care) ^ mask.value;
            found |= word & mask.one_of;
        }
        (wrong == 0) & (found != 0)
    }

    /// Adds the steps of a formula that goes on to either target. Steps are added from the last to the first, so that every
    /// target is there when it is named.
    fn emit(&mut self, formula: &Formula, holds: Target, fails: Target) -> Target {
        match formula {
            Formula::Constant(true) => holds,
            Formula::Constant(false) => fails,
            Formula::Literal(atom, sign) => self.emit_literal(*atom, *sign, holds, fails),
            Formula::All(parts) => {
                let (mut facts, mut others) = split(parts, Sign::Holds);
                let one_of = others.iter().position(|part| is_one_of_facts(part));
                if let Some(Formula::Any(parts)) = one_of.map(|place| others.remove(place)) {
                    facts.one_of = Some(parts);
                }
                let rest = others.iter().rev().fold(holds, |next, part| self.emit(part, next, fails));
                self.emit_facts(&facts, rest, fails)
            }
            // One of several holds where not all of them fail.
            Formula::Any(parts) => {
                let (facts, others) = split(parts, Sign::Fails);
                let rest = others.iter().rev().fold(fails, |next, part| self.emit(part, holds, next));
                self.emit_facts(&facts, rest, holds)
            }
        }
    }

    fn emit_literal(&mut self, atom: Atom, sign: Sign, holds: Target, fails: Target) -> Target {
        let (holds, fails) = if sign == Sign::Holds { (holds, fails) } else { (fails, holds) };
        match atom {
            Atom::Fact(fact) => {
                let facts = FactTest { signed: vec![(fact, Sign::Holds)], one_of: None };
                self.emit_facts(&facts, holds, fails)
            }
            Atom::Released(release) => self.push(Step { test: Test::Released(release), holds, fails }),
            Atom::Since(since) => self.push(Step { test: Test::Since(since), holds, fails }),
        }
    }

    /// One step that tests facts; none where there is no fact.
    fn emit_facts(&mut self, facts: &FactTest<'_>, holds: Target, fails: Target) -> Target {
        let one_of = if facts.one_of.is_some() { OneOf::Wanted } else { OneOf::NotAsked };
        if facts.signed.is_empty() && one_of == OneOf::NotAsked {
            return holds;
        }
        let mut masks: BTreeMap<u32, Mask> = BTreeMap::new();
        if self.words <= FEW_WORDS {
            masks.extend((0..self.words).map(|word| (word, Mask { word, ..Mask::default() })));
        }
        let mut mask = |fact: FactId, change: &dyn Fn(&mut Mask, u64)| {
            let word = index(fact.index() / 64);
            let mask = masks.entry(word).or_insert(Mask { word, ..Mask::default() });
            change(mask, 1 << (fact.index() % 64));
        };
        for (fact, sign) in &facts.signed {
            mask(*fact, &|mask, bit| {
                mask.care |= bit;
                mask.value |= if *sign == Sign::Holds { bit } else { 0 };
            });
        }
        for part in facts.one_of.unwrap_or_default() {
            if let Formula::Literal(Atom::Fact(fact), Sign::Holds) = part {
                mask(*fact, &|mask, bit| mask.one_of |= bit);
            }
        }
        let first = index(self.masks.len());
        self.masks.extend(masks.into_values());
        let end = index(self.masks.len());
        self.push(Step { test: Test::Facts { first, end, one_of }, holds, fails })
    }

    fn push(&mut self, step: Step) -> Target {
        let target = Target(index(self.steps.len()));
        self.steps.push(step);
        target
    }
}

/// The facts of a list, which one step can test, and its other parts. The facts get the sign they have to have for the step
/// to fit: turned round where what is looked for is that they all fail.
fn split(parts: &[Formula], wanted: Sign) -> (FactTest<'_>, Vec<&Formula>) {
    let (mut facts, mut others) = (FactTest::default(), Vec::new());
    for part in parts {
        match part {
            Formula::Literal(Atom::Fact(fact), sign) => {
                facts.signed.push((*fact, if wanted == Sign::Holds { *sign } else { sign.turned() }));
            }
            other => others.push(other),
        }
    }
    (facts, others)
}

/// Whether what is asked is that one of several facts holds, and nothing else.
fn is_one_of_facts(part: &Formula) -> bool {
    match part {
        Formula::Any(parts) => {
            parts.iter().all(|part| matches!(part, Formula::Literal(Atom::Fact(_), Sign::Holds)))
        }
        _ => false,
    }
}

/// An index as it is stored. There are never 2^32 − 2 steps or masks: a site's document would not fit into memory.
fn index(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX - 2)
}
