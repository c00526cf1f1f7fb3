//! Formulas as a flat list of steps: each tests one thing and says where to go on, or that the answer is found. Does not know
//! rules, nor what the numbers of facts stand for.

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
#[derive(Clone, Debug, Default)]
pub struct Program {
    steps: Vec<Step>,
    masks: Vec<Mask>,
}

#[derive(Clone, Copy, Debug)]
struct Step {
    test: Test,
    holds: Target,
    fails: Target,
}

#[derive(Clone, Copy, Debug)]
enum Test {
    /// Some facts hold and others do not: the masks from one index until another, all of which have to fit.
    Facts { first: u32, end: u32 },
    /// A module is open.
    Released(ReleaseId),
    /// An instant has come.
    Since(i64),
}

/// What 64 facts have to be: those of `care` as in `value`, the others anything.
#[derive(Clone, Copy, Debug)]
struct Mask {
    word: u32,
    care: u64,
    value: u64,
}

impl Program {
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
                Test::Facts { first, end } => self.facts_fit(first, end, member.facts()),
                Test::Released(release) => member.has_released(release, at),
                Test::Since(since) => since <= at.microseconds(),
            };
            here = if holds { step.holds } else { step.fails };
        }
        here == Target::ALLOW
    }

    #[inline]
    fn facts_fit(&self, first: u32, end: u32, facts: &[u64]) -> bool {
        let masks = self.masks.get(first as usize..end as usize).unwrap_or_default();
        let mut wrong = 0;
        for mask in masks {
            let word = facts.get(mask.word as usize).copied().unwrap_or_default();
            wrong |= (word & mask.care) ^ mask.value;
        }
        wrong == 0
    }

    /// Adds the steps of a formula that goes on to either target. Steps are added from the last to the first, so that every
    /// target is there when it is named.
    fn emit(&mut self, formula: &Formula, holds: Target, fails: Target) -> Target {
        match formula {
            Formula::Constant(true) => holds,
            Formula::Constant(false) => fails,
            Formula::Literal(atom, sign) => self.emit_literal(*atom, *sign, holds, fails),
            Formula::All(parts) => {
                let (facts, others) = split(parts, Sign::Holds);
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
            Atom::Fact(fact) => self.emit_facts(&[(fact, Sign::Holds)], holds, fails),
            Atom::Released(release) => self.push(Step { test: Test::Released(release), holds, fails }),
            Atom::Since(since) => self.push(Step { test: Test::Since(since), holds, fails }),
        }
    }

    /// One step that tests every fact for its sign; none where there is no fact.
    fn emit_facts(&mut self, facts: &[(FactId, Sign)], holds: Target, fails: Target) -> Target {
        if facts.is_empty() {
            return holds;
        }
        let first = index(self.masks.len());
        // Facts come sorted, so those of one word stand together.
        for (fact, sign) in facts {
            let (word, bit) = (index(fact.index() / 64), 1_u64 << (fact.index() % 64));
            let value = if *sign == Sign::Holds { bit } else { 0 };
            match self.masks.get_mut(first as usize..).and_then(<[Mask]>::last_mut) {
                Some(mask) if mask.word == word => {
                    mask.care |= bit;
                    mask.value |= value;
                }
                _ => self.masks.push(Mask { word, care: bit, value }),
            }
        }
        let end = index(self.masks.len());
        self.push(Step { test: Test::Facts { first, end }, holds, fails })
    }

    fn push(&mut self, step: Step) -> Target {
        let target = Target(index(self.steps.len()));
        self.steps.push(step);
        target
    }
}

/// The facts of a list, which one step can test, and its other parts. The facts get the sign they have to have for the step
/// to fit: turned round where what is looked for is that they all fail.
fn split(parts: &[Formula], wanted: Sign) -> (Vec<(FactId, Sign)>, Vec<&Formula>) {
    let mut facts = Vec::new();
    let mut others = Vec::new();
    for part in parts {
        match part {
            Formula::Literal(Atom::Fact(fact), sign) => {
                facts.push((*fact, if wanted == Sign::Holds { *sign } else { sign.turned() }));
            }
            other => others.push(other),
        }
    }
    (facts, others)
}

/// An index as it is stored. There are never 2^32 − 2 steps or masks: a site's document would not fit into memory.
fn index(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX - 2)
}
