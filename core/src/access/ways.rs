//! Which changes, taken together, would let a member in. Does not know why they are out, nor when the clock lets them in.

use std::collections::BTreeSet;

use super::decide::Gate;
use super::explain::offering_needs;
use super::holder::Holder;
use super::truth::{Asker, Truth, truth};
use super::{Member, MemberEnrollment, Need, Rule};
use crate::Instant;

/// The most ways that are looked at and told. A rule of many alternatives has more ways than anybody reads.
const MOST: usize = 8;

/// Needs that are met together.
type Way = BTreeSet<Need>;

/// The ways into a gate for somebody who is out: smallest first, then by their needs; none within another. For a member each is
/// tried: whoever has met all of its needs gets in at the instant.
pub fn ways(gate: &Gate<'_>, member: &Member, at: Instant) -> Vec<Vec<Need>> {
    if !member.logged_in {
        // Nothing is known of a visitor but tags that forbid. Logging in is a way unless it is known to be none.
        let stays_shut = |rule: &Rule| truth(rule, Asker::LoggedIn, at) == Truth::False;
        let shut = gate.forbids(member, at) || gate.guards.iter().any(|guard| stays_shut(guard.rule));
        return if shut { Vec::new() } else { vec![vec![Need::Login]] };
    }
    let holder = gate.holder(member);
    let losing = gate.forbidden.iter().filter(|(tag, _)| holder.holds(tag, at));
    let losing: Way = losing.map(|(tag, _)| Need::WithoutTag { tag: (*tag).clone() }).collect();
    let asked = gate.guards.iter().filter(|guard| !guard.is_skipped(holder, at));
    let found = asked
        .fold(vec![losing], |found, guard| together(&found, &of_rule(guard.rule, Truth::True, holder, at)));
    let works = |way: &Way| {
        let changed = with(member, way);
        !gate.forbids(&changed, at) && gate.lets_in(&changed, at)
    };
    found.into_iter().filter(works).map(|way| way.into_iter().collect()).collect()
}

/// The ways to make a rule true, or false, for a member.
fn of_rule(rule: &Rule, wanted: Truth, holder: Holder<'_>, at: Instant) -> Vec<Way> {
    if truth(rule, Asker::Member(holder), at) == wanted {
        return vec![Way::new()];
    }
    let tags = rule.tags();
    let taking = tags.iter().filter(|tag| !holder.holds(tag, at));
    let taking = taking.map(|tag| Need::Tag { tag: tag.clone() });
    let losing = tags.iter().filter(|tag| holder.holds(tag, at));
    let losing = losing.map(|tag| Need::WithoutTag { tag: tag.clone() });
    let inner = |wanted| rule.inner().iter().map(move |rule| of_rule(rule, wanted, holder, at));
    let holds = wanted == Truth::True;
    match rule {
        Rule::HasAny { .. } if holds => smallest(taking.map(|need| [need].into())),
        Rule::HasAny { .. } => smallest([losing.collect()]),
        Rule::HasAll { .. } if holds => smallest([taking.collect()]),
        Rule::HasAll { .. } => smallest(losing.map(|need| [need].into())),
        Rule::MissingAny { .. } if holds => smallest(losing.map(|need| [need].into())),
        Rule::MissingAny { .. } => smallest([taking.collect()]),
        Rule::MissingAll { .. } if holds => smallest([losing.collect()]),
        Rule::MissingAll { .. } => smallest(taking.map(|need| [need].into())),
        Rule::Enrolled { .. } | Rule::Released { .. } if holds => {
            vec![offering_needs(rule, holder, at)]
        }
        Rule::Role { role } if holds => one(Need::Role { role: role.clone() }),
        Rule::And { .. } if holds => {
            inner(wanted).fold(one_without_needs(), |found, ways| together(&found, &ways))
        }
        Rule::Or { .. } if !holds => {
            inner(wanted).fold(one_without_needs(), |found, ways| together(&found, &ways))
        }
        Rule::And { .. } | Rule::Or { .. } => smallest(inner(wanted).flatten()),
        Rule::Not { rule } => of_rule(rule, wanted.not(), holder, at),
        // Nobody changes these by having or losing something.
        _ => Vec::new(),
    }
}

fn one(need: Need) -> Vec<Way> {
    vec![[need].into()]
}

fn one_without_needs() -> Vec<Way> {
    vec![Way::new()]
}

/// Every way of the one with every way of the other.
fn together(some: &[Way], others: &[Way]) -> Vec<Way> {
    let pairs =
        some.iter().flat_map(|way| others.iter().map(move |other| way.union(other).cloned().collect()));
    smallest(pairs)
}

/// The smallest ways, none of which holds another whole, as many as are told.
fn smallest(ways: impl IntoIterator<Item = Way>) -> Vec<Way> {
    let mut sorted: Vec<Way> = ways.into_iter().collect();
    crate::order::sort_by(&mut sorted, |one, other| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
    let mut kept: Vec<Way> = Vec::new();
    for way in sorted {
        if kept.len() == MOST {
            break;
        }
        if !kept.iter().any(|smaller| smaller.is_subset(&way)) {
            kept.push(way);
        }
    }
    kept
}

/// The member who has met the needs.
fn with(member: &Member, way: &Way) -> Member {
    let mut member = member.clone();
    let enrollment = |offering: &crate::OfferingId| MemberEnrollment {
        offering: offering.clone(),
        released: BTreeSet::new(),
        releases: Vec::new(),
        closes_at: None,
    };
    for need in way {
        match need {
            Need::Login => member.logged_in = true,
            Need::Tag { tag } => {
                member.tags.insert(tag.clone());
            }
            Need::WithoutTag { tag } => {
                member.tags.remove(tag);
            }
            Need::Enrollment { offering } => member.enrollments.push(enrollment(offering)),
            Need::Release { offering, module } => {
                let released = [module.clone()].into();
                member.enrollments.push(MemberEnrollment { released, ..enrollment(offering) });
            }
            Need::Role { role } => {
                member.roles.insert(role.clone());
            }
        }
    }
    member
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate_rule;

    /// The ways of a member with the tag A, shortened to the letters of their tags; `-A` to lose it.
    fn told(rule: &str) -> Vec<String> {
        let member = Member { logged_in: true, ..serde_json::from_str(r#"{"tags":["A"]}"#).unwrap() };
        let decision = evaluate_rule(
            &serde_json::from_str(rule).unwrap(),
            &member,
            "2024-05-01T00:00:00Z".parse().unwrap(),
        );
        let short = |need: &Need| match need {
            Need::Tag { tag } => tag.to_string(),
            Need::WithoutTag { tag } => format!("-{tag}"),
            other => format!("{other:?}"),
        };
        decision.ways.iter().map(|way| way.iter().map(short).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn needs_that_go_together_stand_together_and_small_ways_first() {
        assert_eq!(told(r#"{"kind":"has-any","tags":["C","B"]}"#), ["B", "C"]);
        assert_eq!(told(r#"{"kind":"has-all","tags":["A","C","B"]}"#), ["B C"]);
        let rule = r#"{"kind":"or","rules":[{"kind":"has-all","tags":["B","C"]},{"kind":"has-any","tags":["D"]},
            {"kind":"and","rules":[{"kind":"has-any","tags":["D"]},{"kind":"has-any","tags":["E"]}]}]}"#;
        assert_eq!(told(rule), ["D", "B C"]);
        assert_eq!(told(r#"{"kind":"missing-all","tags":["A","B"]}"#), ["-A"]);
    }

    #[test]
    fn a_way_that_shuts_another_door_is_none() {
        let rule = r#"{"kind":"and","rules":[{"kind":"missing-all","tags":["B"]},{"kind":"has-any","tags":["B","C"]}]}"#;
        assert_eq!(told(rule), ["C"]);
        let never =
            r#"{"kind":"and","rules":[{"kind":"missing-all","tags":["B"]},{"kind":"has-any","tags":["B"]}]}"#;
        assert_eq!(told(never), Vec::<String>::new());
    }

    #[test]
    fn of_many_ways_the_smallest_are_told() {
        let pair = |number: usize| format!(r#"{{"kind":"has-any","tags":["X{number}","Y{number}"]}}"#);
        let pairs: Vec<_> = (0..20).map(pair).collect();
        assert_eq!(told(&format!(r#"{{"kind":"and","rules":[{}]}}"#, pairs.join(","))).len(), MOST);
    }
}
