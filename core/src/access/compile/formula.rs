//! What must hold for a gate to let in, in two values. Rules have three: what is not known stays so under `not`. So each rule
//! is asked one of two questions, "is it true?" and "is it false?", and what is not known is a plain no to both. That pushes every
//! `not` down to a single fact. Does not know how a formula is evaluated.

use super::vocabulary::{Enrolled, FactId, ReleaseId, Vocabulary};
use crate::access::{Gate, Rule, TagEffects};
use crate::{OfferingId, TagName};

/// One thing that holds or does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Atom {
    /// A tag is held, a role is had, an enrollment is there for good.
    Fact(FactId),
    /// A module is open to the member, or an enrollment has not ended.
    Released(ReleaseId),
    /// An instant has come, in microseconds.
    Since(i64),
}

/// Whether an atom, or a rule, is to hold or not to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    Holds,
    Fails,
}

impl Sign {
    pub fn turned(self) -> Self {
        match self {
            Sign::Holds => Sign::Fails,
            Sign::Fails => Sign::Holds,
        }
    }
}

/// Who asks, as far as a formula depends on it. An administrator is never asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskerKind {
    /// Somebody not logged in, of whom no fact is known.
    Visitor,
    /// Somebody logged in.
    Member,
}

/// A formula that is as simple as [`all`](Formula::all) and [`any`](Formula::any) make it: a list holds at least two
/// parts, sorted and each once, none of them a constant or a list of the same kind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Formula {
    Constant(bool),
    Literal(Atom, Sign),
    All(Vec<Formula>),
    Any(Vec<Formula>),
}

impl Formula {
    /// Holds where every part does.
    pub fn all(parts: impl IntoIterator<Item = Formula>) -> Formula {
        let flat = parts.into_iter().flat_map(|part| match part {
            Formula::All(inner) => inner,
            Formula::Constant(true) => Vec::new(),
            other => vec![other],
        });
        match simplified(flat.collect(), false) {
            Ok(parts) => Formula::All(parts),
            Err(simple) => simple,
        }
    }

    /// Holds where at least one part does.
    pub fn any(parts: impl IntoIterator<Item = Formula>) -> Formula {
        let flat = parts.into_iter().flat_map(|part| match part {
            Formula::Any(inner) => inner,
            Formula::Constant(false) => Vec::new(),
            other => vec![other],
        });
        match simplified(flat.collect(), true) {
            Ok(parts) => Formula::Any(parts),
            Err(simple) => simple,
        }
    }

    /// What lets an asker through a gate.
    pub fn of_gate(gate: &Gate<'_>, asker: AskerKind, vocabulary: &mut Vocabulary) -> Formula {
        if gate.guards.is_empty() {
            return Formula::Constant(false);
        }
        let mut parts: Vec<Formula> = Vec::new();
        let mut asked = Asked { asker, effects: gate.effects, vocabulary };
        for (tag, _) in &gate.forbidden {
            parts.push(asked.tag(tag, Sign::Fails));
        }
        for guard in &gate.guards {
            let rule = Formula::of_rule(guard.rule, Sign::Holds, &mut asked);
            parts.push(match (guard.instant_access, asker) {
                (Some((tag, _)), AskerKind::Member) => Formula::any([asked.tag(tag, Sign::Holds), rule]),
                _ => rule,
            });
        }
        Formula::all(parts)
    }

    /// What makes a rule true (`Sign::Holds`) or false (`Sign::Fails`) for an asker; [`truth`](crate::access::truth) says the
    /// same for one asker at one instant.
    fn of_rule(rule: &Rule, sign: Sign, asked: &mut Asked<'_>) -> Formula {
        let known = |holds: bool| Formula::Constant(holds == (sign == Sign::Holds));
        let unknown = Formula::Constant(false);
        if rule.asks_of_a_member() && asked.asker == AskerKind::Visitor {
            return unknown;
        }
        let mut tags = |tags: &[TagName], sign: Sign| -> Vec<Formula> {
            tags.iter().map(|tag| asked.tag(tag, sign)).collect()
        };
        match rule {
            Rule::Public => known(true),
            Rule::LoggedIn => known(asked.asker == AskerKind::Member),
            // What lists nothing to decide by is never known to hold, nor not to.
            Rule::HasAny { tags }
            | Rule::HasAll { tags }
            | Rule::MissingAny { tags }
            | Rule::MissingAll { tags }
                if tags.is_empty() =>
            {
                unknown
            }
            Rule::And { rules } | Rule::Or { rules } if rules.is_empty() => unknown,
            Rule::HasAny { tags: list } => Formula::one_or_every(sign, tags(list, sign)),
            Rule::HasAll { tags: list } => Formula::one_or_every(sign.turned(), tags(list, sign)),
            Rule::MissingAny { tags: list } => Formula::one_or_every(sign, tags(list, sign.turned())),
            Rule::MissingAll { tags: list } => {
                Formula::one_or_every(sign.turned(), tags(list, sign.turned()))
            }
            Rule::Enrolled { offering } => {
                let Enrolled { for_good, for_a_time } = asked.vocabulary.enrollment(offering);
                let either = [Atom::Fact(for_good), Atom::Released(for_a_time)];
                let either = either.map(|atom| Formula::Literal(atom, sign));
                asked.unless_revoked(offering, sign, Formula::one_or_every(sign, either))
            }
            Rule::Role { role } => Formula::Literal(Atom::Fact(asked.vocabulary.role(role)), sign),
            Rule::Released { offering, module } => {
                let release = Atom::Released(asked.vocabulary.release(offering, module));
                asked.unless_revoked(offering, sign, Formula::Literal(release, sign))
            }
            Rule::And { rules } | Rule::Or { rules } => {
                let parts: Vec<_> = rules.iter().map(|rule| Formula::of_rule(rule, sign, asked)).collect();
                let is_and = matches!(rule, Rule::And { .. });
                Formula::one_or_every(if is_and { sign.turned() } else { sign }, parts)
            }
            Rule::Not { rule } => Formula::of_rule(rule, sign.turned(), asked),
            Rule::During { from: None, until: None } => unknown,
            Rule::During { from, until } => {
                let began = from.map(|from| Formula::Literal(Atom::Since(from.microseconds()), sign));
                let ended =
                    until.map(|until| Formula::Literal(Atom::Since(until.microseconds()), sign.turned()));
                Formula::one_or_every(sign.turned(), began.into_iter().chain(ended))
            }
        }
    }

    /// One of the parts has to hold where the sign is `Holds`, else every one.
    fn one_or_every(sign: Sign, parts: impl IntoIterator<Item = Formula>) -> Formula {
        match sign {
            Sign::Holds => Formula::any(parts),
            Sign::Fails => Formula::all(parts),
        }
    }

    /// Visits every literal, in order.
    pub fn visit(&self, seen: &mut dyn FnMut(Atom)) {
        match self {
            Formula::Constant(_) => {}
            Formula::Literal(atom, _) => seen(*atom),
            Formula::All(parts) | Formula::Any(parts) => parts.iter().for_each(|part| part.visit(seen)),
        }
    }
}

/// What a rule is compiled with: for whom, which tags come with modules, and where facts get their numbers.
struct Asked<'a> {
    asker: AskerKind,
    effects: &'a TagEffects,
    vocabulary: &'a mut Vocabulary,
}

impl Asked<'_> {
    /// Holding a tag: one's own or, for a member, one that comes with an open module.
    fn tag(&mut self, tag: &TagName, sign: Sign) -> Formula {
        let mut held = vec![Formula::Literal(Atom::Fact(self.vocabulary.tag(tag)), sign)];
        let givers = if self.asker == AskerKind::Member { self.effects.givers(tag) } else { &[] };
        for (offering, module) in givers {
            held.push(Formula::Literal(Atom::Released(self.vocabulary.release(offering, module)), sign));
        }
        Formula::one_or_every(sign, held)
    }

    /// What an offering gives, unless a tag takes it away.
    fn unless_revoked(&mut self, offering: &OfferingId, sign: Sign, given: Formula) -> Formula {
        let effects = self.effects;
        let revoked = effects.revoke_tag(offering).map(|(tag, _)| self.tag(tag, sign.turned()));
        Formula::one_or_every(sign.turned(), [given].into_iter().chain(revoked))
    }
}

/// The parts of a list, sorted and each once; or what the whole list comes to, where that is simpler. A part that is the constant
/// `decisive` decides the list, and so does an atom that stands with both signs.
fn simplified(mut parts: Vec<Formula>, decisive: bool) -> Result<Vec<Formula>, Formula> {
    parts.sort_unstable();
    parts.dedup();
    let opposed = parts.windows(2).any(|pair| match pair {
        [Formula::Literal(one, _), Formula::Literal(other, _)] => one == other,
        _ => false,
    });
    if opposed || parts.contains(&Formula::Constant(decisive)) {
        return Err(Formula::Constant(decisive));
    }
    if parts.len() > 1 { Ok(parts) } else { Err(parts.pop().unwrap_or(Formula::Constant(!decisive))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rule: &str, sign: Sign, asker: AskerKind) -> Formula {
        let mut vocabulary = Vocabulary::default();
        let mut asked = Asked { asker, effects: TagEffects::NONE, vocabulary: &mut vocabulary };
        Formula::of_rule(&serde_json::from_str(rule).unwrap(), sign, &mut asked)
    }

    fn fact(vocabulary: &mut Vocabulary, name: &str, sign: Sign) -> Formula {
        let mut asked = Asked { asker: AskerKind::Member, effects: TagEffects::NONE, vocabulary };
        asked.tag(&TagName::new(name).unwrap(), sign)
    }

    #[test]
    fn what_is_not_known_is_neither_true_nor_false() {
        for rule in [
            r#"{"kind":"has-any","tags":[]}"#,
            r#"{"kind":"or","rules":[]}"#,
            r#"{"kind":"during"}"#,
            r#"{"kind":"not","rule":{"kind":"and","rules":[]}}"#,
        ] {
            for sign in [Sign::Holds, Sign::Fails] {
                assert_eq!(of(rule, sign, AskerKind::Member), Formula::Constant(false), "{rule}");
            }
        }
        let tagged = r#"{"kind":"missing-all","tags":["A"]}"#;
        assert_eq!(of(tagged, Sign::Holds, AskerKind::Visitor), Formula::Constant(false));
        assert_eq!(of(tagged, Sign::Fails, AskerKind::Visitor), Formula::Constant(false));
    }

    #[test]
    fn not_is_pushed_down_to_single_facts() {
        let mut vocabulary = Vocabulary::default();
        let missing = [fact(&mut vocabulary, "A", Sign::Fails), fact(&mut vocabulary, "B", Sign::Fails)];
        let none = Formula::All(missing.to_vec());
        let rule = r#"{"kind":"not","rule":{"kind":"has-any","tags":["A","B"]}}"#;
        assert_eq!(of(rule, Sign::Holds, AskerKind::Member), none);
        assert_eq!(of(r#"{"kind":"missing-all","tags":["A","B"]}"#, Sign::Holds, AskerKind::Member), none);
        let some = of(r#"{"kind":"missing-any","tags":["A","B"]}"#, Sign::Holds, AskerKind::Member);
        assert_eq!(some, Formula::Any(missing.to_vec()));
    }

    #[test]
    fn lists_within_lists_constants_and_opposites_are_gone() {
        let rule = r#"{"kind":"and","rules":[{"kind":"public"},{"kind":"has-all","tags":["A"]},
            {"kind":"and","rules":[{"kind":"has-any","tags":["A"]},{"kind":"logged-in"}]}]}"#;
        let mut vocabulary = Vocabulary::default();
        assert_eq!(of(rule, Sign::Holds, AskerKind::Member), fact(&mut vocabulary, "A", Sign::Holds));
        let both =
            r#"{"kind":"or","rules":[{"kind":"has-any","tags":["A"]},{"kind":"missing-all","tags":["A"]}]}"#;
        assert_eq!(of(both, Sign::Holds, AskerKind::Member), Formula::Constant(true));
        assert_eq!(of(both, Sign::Fails, AskerKind::Member), Formula::Constant(false));
    }
}
