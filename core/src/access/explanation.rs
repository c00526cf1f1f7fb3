//! A decision in words. Does not decide, and says nothing that the decision does not hold.

use super::{AccessReason, Decision, Need};
use crate::Excerpt;

/// The sentence for a decision: open or closed and why, the rules that decided, what would let in, and when the clock changes it.
pub fn explain(decision: &Decision) -> String {
    let mut text = if decision.allowed { "open: ".to_owned() } else { "closed: ".to_owned() };
    text.push_str(decision.reason.words());
    if !decision.rules.is_empty() {
        text.push_str(&format!(" ({})", decision.rules.join(", ")));
    }
    if !decision.ways.is_empty() {
        let ways: Vec<_> = decision.ways.iter().map(|way| needs(way, " and ")).collect();
        text.push_str(&format!("; needs {}", ways.join(", or ")));
    } else if !decision.needs.is_empty() {
        text.push_str(&format!("; would help: {}", needs(&decision.needs, ", ")));
    }
    if let Some(opens_at) = decision.opens_at {
        text.push_str(&format!("; opens by the clock at {opens_at}"));
    }
    if let Some(closes_at) = decision.closes_at {
        let again = if decision.allowed { "" } else { " again" };
        text.push_str(&format!("; closes{again} by the clock at {closes_at}"));
    }
    text
}

impl AccessReason {
    fn words(self) -> &'static str {
        match self {
            AccessReason::Administrator => "administrators see everything",
            AccessReason::Public => "to everybody",
            AccessReason::InstantAccess => "a tag gives instant access",
            AccessReason::RuleMet => "the rule is met",
            AccessReason::Forbidden => "a tag that is held forbids it",
            AccessReason::LoginRequired => "not logged in",
            AccessReason::NotEnrolled => "not enrolled",
            AccessReason::TagMissing => "a tag is missing",
            AccessReason::TagPresent => "a tag is held that must not be",
            AccessReason::RoleMissing => "a role is missing",
            AccessReason::NotReleased => "the module has not been released",
            AccessReason::NotYet => "the time has not come",
            AccessReason::Over => "the time is over",
            AccessReason::Excluded => "it is for others",
            AccessReason::RuleEmpty => "the rule lists nothing to decide by",
        }
    }
}

fn needs(needs: &[Need], between: &str) -> String {
    needs.iter().map(need).collect::<Vec<_>>().join(between)
}

fn need(need: &Need) -> String {
    match need {
        Need::Login => "to log in".to_owned(),
        Need::Tag { tag } => format!("the tag `{}`", Excerpt::new(tag.as_str())),
        Need::WithoutTag { tag } => format!("to lose the tag `{}`", Excerpt::new(tag.as_str())),
        Need::Enrollment { offering } => {
            format!("an enrollment in `{}`", Excerpt::new(offering.as_str()))
        }
        Need::Release { offering, module } => format!(
            "the release of `{}` of `{}`",
            Excerpt::new(module.as_str()),
            Excerpt::new(offering.as_str())
        ),
        Need::Role { role } => format!("the role `{}`", Excerpt::new(role)),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Member, evaluate_rule};

    fn told(rule: &str, member: &str) -> String {
        let member: Member = serde_json::from_str(member).unwrap();
        let rule = serde_json::from_str(rule).unwrap();
        evaluate_rule(&rule, &member, "2024-05-01T00:00:00Z".parse().unwrap()).explanation()
    }

    #[test]
    fn a_denial_says_what_decided_what_would_help_and_when_it_opens() {
        let rule = r#"{"kind":"or","rules":[{"kind":"has-all","tags":["Gold","Paid"]},{"kind":"role","role":"editor"},
            {"kind":"during","from":"2024-06-01T00:00:00Z","until":"2024-07-01T00:00:00Z"}]}"#;
        assert_eq!(
            told(rule, r#"{"loggedIn":true}"#),
            "closed: a tag is missing (rule.rules[0], rule.rules[1], rule.rules[2]); needs the role `editor`, \
             or the tag `Gold` and the tag `Paid`; opens by the clock at 2024-06-01T00:00:00Z; closes again by the \
             clock at 2024-07-01T00:00:00Z"
        );
        assert_eq!(
            told(rule, "{}"),
            "closed: not logged in (rule.rules[0], rule.rules[1]); needs to log in; opens by the clock at 2024-06-01T00:00:00Z; closes again by the clock at 2024-07-01T00:00:00Z"
        );
    }

    #[test]
    fn what_the_time_keeps_shut_no_tag_opens() {
        let rule = r#"{"kind":"and","rules":[{"kind":"has-any","tags":["Gold"]},
            {"kind":"during","from":"2024-06-01T00:00:00Z"}]}"#;
        assert_eq!(
            told(rule, r#"{"loggedIn":true}"#),
            "closed: a tag is missing (rule.rules[0], rule.rules[1]); would help: the tag `Gold`"
        );
    }

    #[test]
    fn an_admission_says_why_and_until_when() {
        assert_eq!(told(r#"{"kind":"public"}"#, "{}"), "open: to everybody (rule)");
        assert_eq!(
            told(r#"{"kind":"during","until":"2024-07-01T00:00:00Z"}"#, r#"{"loggedIn":true}"#),
            "open: to everybody (rule); closes by the clock at 2024-07-01T00:00:00Z"
        );
        let administrator = r#"{"loggedIn":true,"roles":["administrator"]}"#;
        assert_eq!(told(r#"{"kind":"public"}"#, administrator), "open: administrators see everything");
    }
}
