//! Whether a rule holds: true, false, or not known of this asker. Does not know why, nor what follows.

use super::Rule;
use super::holder::Holder;
use crate::{Instant, TagName};

/// Kleene's three values, in order, so that `and` is the least and `or` the greatest. What is not known of a visitor stays
/// unknown under `not`: a page for those *without* a tag does not open to those of whom nothing is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    False,
    Unknown,
    True,
}

impl Truth {
    pub fn not(self) -> Self {
        match self {
            Truth::False => Truth::True,
            Truth::Unknown => Truth::Unknown,
            Truth::True => Truth::False,
        }
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Truth::True } else { Truth::False }
    }
}

/// Of whom a rule is asked.
#[derive(Clone, Copy)]
pub enum Asker<'a> {
    /// Of anybody: what holds then, holds for everybody.
    Anybody,
    /// Of a visitor who is not logged in, which is all that is known of them.
    Visitor,
    /// Of somebody who is logged in, which is all that is known of them.
    LoggedIn,
    /// Of a member who is logged in.
    Member(Holder<'a>),
}

/// Whether a rule holds for an asker at an instant. A rule that lists nothing to decide by is never known to hold.
pub fn truth(rule: &Rule, asker: Asker<'_>, at: Instant) -> Truth {
    let of_member = |test: &dyn Fn(Holder<'_>) -> bool| match asker {
        Asker::Member(holder) => Truth::from(test(holder)),
        Asker::Anybody | Asker::Visitor | Asker::LoggedIn => Truth::Unknown,
    };
    let held = |tag: &TagName| match asker {
        Asker::Member(holder) => Truth::from(holder.holds(tag, at)),
        Asker::Anybody | Asker::Visitor | Asker::LoggedIn => Truth::Unknown,
    };
    let any_held = |tags: &[TagName]| tags.iter().map(held).max().unwrap_or(Truth::Unknown);
    let all_held = |tags: &[TagName]| tags.iter().map(held).min().unwrap_or(Truth::Unknown);
    match rule {
        Rule::Public => Truth::True,
        Rule::LoggedIn => match asker {
            Asker::Anybody => Truth::Unknown,
            Asker::Visitor => Truth::False,
            Asker::LoggedIn | Asker::Member(_) => Truth::True,
        },
        Rule::HasAny { tags } => any_held(tags),
        Rule::HasAll { tags } => all_held(tags),
        Rule::MissingAny { tags } => all_held(tags).not(),
        Rule::MissingAll { tags } => any_held(tags).not(),
        Rule::Enrolled { offering } => of_member(&|holder| holder.is_enrolled(offering, at)),
        Rule::Released { offering, module } => of_member(&|holder| holder.has_released(offering, module, at)),
        Rule::Role { role } => of_member(&|holder| holder.member.roles.contains(role)),
        Rule::And { rules } => {
            rules.iter().map(|rule| truth(rule, asker, at)).min().unwrap_or(Truth::Unknown)
        }
        Rule::Or { rules } => rules.iter().map(|rule| truth(rule, asker, at)).max().unwrap_or(Truth::Unknown),
        Rule::Not { rule } => truth(rule, asker, at).not(),
        Rule::During { from: None, until: None } => Truth::Unknown,
        Rule::During { from, until } => {
            Truth::from(from.is_none_or(|from| from <= at) && until.is_none_or(|until| at < until))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Member, TagEffects};

    fn of(rule: &str, tags: &str) -> Truth {
        let rule: Rule = serde_json::from_str(rule).unwrap();
        let member: Member =
            serde_json::from_str(&format!(r#"{{"loggedIn":true,"tags":{tags},"roles":["editor"]}}"#))
                .unwrap();
        let holder = Holder { member: &member, effects: TagEffects::NONE };
        truth(&rule, Asker::Member(holder), "2024-05-01T00:00:00Z".parse().unwrap())
    }

    fn of_visitor(rule: &str) -> Truth {
        let rule: Rule = serde_json::from_str(rule).unwrap();
        truth(&rule, Asker::Visitor, "2024-05-01T00:00:00Z".parse().unwrap())
    }

    #[test]
    fn the_four_tag_tests_over_every_holding_of_two_tags() {
        for (held, any, all, missing_any, missing_all) in [
            (r#"[]"#, false, false, true, true),
            (r#"["A"]"#, true, false, true, false),
            (r#"["B","C"]"#, true, false, true, false),
            (r#"["A","B"]"#, true, true, false, false),
        ] {
            let test = |kind: &str| of(&format!(r#"{{"kind":"{kind}","tags":["A","B"]}}"#), held);
            assert_eq!(test("has-any"), Truth::from(any), "{held}");
            assert_eq!(test("has-all"), Truth::from(all), "{held}");
            assert_eq!(test("missing-any"), Truth::from(missing_any), "{held}");
            assert_eq!(test("missing-all"), Truth::from(missing_all), "{held}");
        }
    }

    #[test]
    fn nothing_but_being_logged_out_is_known_of_a_visitor() {
        assert_eq!(of_visitor(r#"{"kind":"not","rule":{"kind":"has-any","tags":["A"]}}"#), Truth::Unknown);
        assert_eq!(of_visitor(r#"{"kind":"missing-all","tags":["A"]}"#), Truth::Unknown);
        assert_eq!(of_visitor(r#"{"kind":"not","rule":{"kind":"logged-in"}}"#), Truth::True);
        assert_eq!(
            of_visitor(r#"{"kind":"or","rules":[{"kind":"role","role":"editor"},{"kind":"public"}]}"#),
            Truth::True
        );
    }

    #[test]
    fn a_rule_that_lists_nothing_never_holds_not_even_turned_round() {
        for empty in
            [r#"{"kind":"has-all","tags":[]}"#, r#"{"kind":"and","rules":[]}"#, r#"{"kind":"during"}"#]
        {
            assert_eq!(of(empty, "[]"), Truth::Unknown);
            assert_eq!(of(&format!(r#"{{"kind":"not","rule":{empty}}}"#), "[]"), Truth::Unknown);
        }
    }

    #[test]
    fn a_window_holds_from_its_first_instant_to_before_its_last() {
        let window = |from: &str, until: &str| {
            of(&format!(r#"{{"kind":"during","from":"{from}","until":"{until}"}}"#), "[]")
        };
        assert_eq!(window("2024-05-01T00:00:00Z", "2024-05-02T00:00:00Z"), Truth::True);
        assert_eq!(window("2024-04-01T00:00:00Z", "2024-05-01T00:00:00Z"), Truth::False);
        assert_eq!(window("2024-05-01T00:00:00.000001Z", "2024-05-02T00:00:00Z"), Truth::False);
        assert_eq!(of(r#"{"kind":"role","role":"editor"}"#, "[]"), Truth::True);
        assert_eq!(of(r#"{"kind":"role","role":"Editor"}"#, "[]"), Truth::False);
    }
}
