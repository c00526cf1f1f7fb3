//! The order of decision, and when the clock alone changes it. Does not know pages: a gate is what guards one.

use std::collections::BTreeSet;

use super::explain::causes;
use super::holder::{Holder, TagEffects};
use super::truth::{Asker, Truth, truth};
use super::ways::ways;
use super::{AccessReason, Decision, Member, Need, OpenWindow, Rule};
use crate::{Instant, Location, OfferingId, TagName};

/// Everything that decides about one thing.
#[derive(Debug)]
pub(crate) struct Gate<'a> {
    /// What tags do by themselves.
    pub effects: &'a TagEffects,
    /// Tags that deny, each with the place that says so; they beat every grant.
    pub forbidden: Vec<(&'a TagName, &'a Location)>,
    /// Rules that must all hold. Where there is none, nobody gets in.
    pub guards: Vec<Guard<'a>>,
}

/// One rule that must hold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Guard<'a> {
    pub rule: &'a Rule,
    pub place: &'a Location,
    /// The tag that stands in for the rule, with the place that says so.
    pub instant_access: Option<(&'a TagName, &'a Location)>,
}

/// What one rule decides about a member at an instant, without a site.
///
/// The order is that of a site's pages: administrators get in; then what holds for anybody; then login; then the rule. Nothing
/// opens by default. `opens_at` and `closes_at` are exact for windows, and for modules whose
/// [`releases`](super::MemberEnrollment::releases) the member carries.
///
/// ```
/// use memberferry::{AccessReason, Member, Need, Rule, TagName, evaluate_rule};
/// let rule = Rule::HasAny { tags: vec![TagName::new("Gold")?] };
/// let member = Member { logged_in: true, ..Member::default() };
/// let decision = evaluate_rule(&rule, &member, "2024-05-01T00:00:00Z".parse()?);
/// assert_eq!((decision.allowed, decision.reason), (false, AccessReason::TagMissing));
/// assert_eq!(decision.needs, [Need::Tag { tag: TagName::new("Gold")? }]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn evaluate_rule(rule: &Rule, member: &Member, at: Instant) -> Decision {
    let place = Location::default().key("rule");
    let guards = vec![Guard { rule, place: &place, instant_access: None }];
    decide(&Gate { effects: TagEffects::NONE, forbidden: Vec::new(), guards }, member, at)
}

/// What a gate decides about a member at an instant.
///
/// Administrator → forbidden tag → what holds for anybody → login → instant-access tag → rule → default deny. Forbid always
/// wins over a grant (seed 002: revoking negates access).
pub(crate) fn decide(gate: &Gate<'_>, member: &Member, at: Instant) -> Decision {
    if member.is_administrator() {
        return decision(AccessReason::Administrator, BTreeSet::new(), BTreeSet::new());
    }
    let holder = gate.holder(member);
    let held = gate.forbidden.iter().filter(|(tag, _)| holder.holds(tag, at));
    let (held, places): (Vec<_>, BTreeSet<_>) = held.map(|(tag, place)| (*tag, place.path_text())).unzip();
    let explained = explain(gate, member, at);
    let mut decision = if held.is_empty() {
        decision(explained.reason, explained.rules, explained.needs)
    } else {
        let losing = held.into_iter().filter(|tag| !holder.has_from_a_module(tag, at));
        let losing = losing.map(|tag| Need::WithoutTag { tag: tag.clone() });
        decision(AccessReason::Forbidden, places, losing.chain(explained.needs).collect())
    };
    let mut allowed = decision.allowed;
    if !allowed {
        decision.ways = known_ways(gate, member, at, &decision.needs);
    }
    for instant in critical_instants(gate, member, at) {
        if gate.allows(member, instant) == allowed {
            continue;
        }
        if allowed {
            decision.closes_at = Some(instant);
            break;
        }
        decision.opens_at = Some(instant);
        allowed = true;
    }
    decision
}

/// The ways in, where anything helps at all.
fn known_ways(gate: &Gate<'_>, member: &Member, at: Instant, needs: &[Need]) -> Vec<Vec<Need>> {
    if needs.is_empty() { Vec::new() } else { ways(gate, member, at) }
}

fn decision(reason: AccessReason, rules: BTreeSet<String>, needs: BTreeSet<Need>) -> Decision {
    Decision {
        allowed: reason.allows(),
        reason,
        rules: rules.into_iter().collect(),
        needs: if reason.allows() { Vec::new() } else { needs.into_iter().collect() },
        ways: Vec::new(),
        opens_at: None,
        closes_at: None,
        redirect: None,
    }
}

impl Gate<'_> {
    /// A member as the holder of tags.
    pub(super) fn holder<'m>(&'m self, member: &'m Member) -> Holder<'m> {
        Holder { member, effects: self.effects }
    }

    /// Whether the member holds a tag that denies.
    pub(super) fn forbids(&self, member: &Member, at: Instant) -> bool {
        let holder = self.holder(member);
        self.forbidden.iter().any(|(tag, _)| holder.holds(tag, at))
    }

    /// Whether the member gets in, administrators apart.
    fn allows(&self, member: &Member, at: Instant) -> bool {
        !self.forbids(member, at) && self.lets_in(member, at)
    }

    /// Whether the rules let the member in, forbidden tags and administrators apart.
    pub(super) fn lets_in(&self, member: &Member, at: Instant) -> bool {
        let holder = self.holder(member);
        !self.guards.is_empty() && self.guards.iter().all(|guard| guard.truth(holder, at) == Truth::True)
    }
}

impl Guard<'_> {
    /// Whether the instant-access tag stands in for the rule.
    pub(super) fn is_skipped(&self, holder: Holder<'_>, at: Instant) -> bool {
        holder.member.logged_in && self.instant_access.is_some_and(|(tag, _)| holder.holds(tag, at))
    }

    fn truth(&self, holder: Holder<'_>, at: Instant) -> Truth {
        if self.is_skipped(holder, at) { Truth::True } else { truth(self.rule, asker(holder), at) }
    }
}

fn asker(holder: Holder<'_>) -> Asker<'_> {
    if holder.member.logged_in { Asker::Member(holder) } else { Asker::Visitor }
}

struct Explained {
    reason: AccessReason,
    rules: BTreeSet<String>,
    needs: BTreeSet<Need>,
}

/// Why the rules let the member in or not.
fn explain(gate: &Gate<'_>, member: &Member, at: Instant) -> Explained {
    let mut rules = BTreeSet::new();
    let mut found = Vec::new();
    let holder = gate.holder(member);
    let anybody = |guard: &Guard<'_>| truth(guard.rule, Asker::Anybody, at) == Truth::True;
    if gate.lets_in(member, at) {
        let mut reason = if member.logged_in { AccessReason::RuleMet } else { AccessReason::Public };
        let asker = if gate.guards.iter().all(anybody) {
            reason = AccessReason::Public;
            Asker::Anybody
        } else {
            asker(holder)
        };
        for guard in &gate.guards {
            match guard.instant_access {
                Some((_, place)) if reason != AccessReason::Public && guard.is_skipped(holder, at) => {
                    reason = AccessReason::InstantAccess;
                    rules.insert(place.path_text());
                }
                _ => causes(guard.rule, guard.place, asker, at, &mut found),
            }
        }
        rules.extend(found.iter().map(|cause| cause.place.path_text()));
        return Explained { reason, rules, needs: BTreeSet::new() };
    }
    for guard in gate.guards.iter().filter(|guard| guard.truth(holder, at) != Truth::True) {
        causes(guard.rule, guard.place, asker(holder), at, &mut found);
    }
    rules.extend(found.iter().map(|cause| cause.place.path_text()));
    let revoking = found.iter().filter_map(|cause| cause.revoked_by(asker(holder), at));
    rules.extend(revoking.map(|(_, place)| place.path_text()));
    let reason =
        found.iter().map(|cause| cause.reason(asker(holder), at)).min().unwrap_or(AccessReason::RuleEmpty);
    let needs = found.iter().flat_map(|cause| cause.needs(asker(holder), at)).collect();
    Explained { reason, rules, needs }
}

/// The instants to come at which the clock can change a gate's answer: between two of them nothing does.
fn critical_instants(gate: &Gate<'_>, member: &Member, at: Instant) -> BTreeSet<Instant> {
    let mut instants = BTreeSet::new();
    let holder = gate.holder(member);
    let given = |tag: &TagName| holder.windows(tag).flat_map(OpenWindow::ends);
    let revoking =
        |offering: &OfferingId| gate.effects.revoke_tag(offering).into_iter().flat_map(|(tag, _)| given(tag));
    instants.extend(gate.forbidden.iter().flat_map(|(tag, _)| given(tag)));
    for guard in &gate.guards {
        instants.extend(guard.instant_access.into_iter().flat_map(|(tag, _)| given(tag)));
        guard.rule.walk(&mut |rule| match rule {
            Rule::During { from, until } => instants.extend(from.iter().chain(until)),
            Rule::Enrolled { offering } => {
                instants.extend(member.enrolled_until(offering).flatten());
                instants.extend(revoking(offering));
            }
            Rule::Released { offering, module } => {
                instants.extend(member.windows(offering, module).into_iter().flat_map(OpenWindow::ends));
                instants.extend(revoking(offering));
            }
            _ => instants.extend(rule.tags().iter().flat_map(given)),
        });
    }
    instants.retain(|instant| *instant > at);
    instants
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2024-05-01T00:00:00Z";

    fn member(json: &str) -> Member {
        serde_json::from_str(json).unwrap()
    }

    fn ask(rule: &str, who: &str) -> Decision {
        evaluate_rule(&serde_json::from_str(rule).unwrap(), &member(who), NOW.parse().unwrap())
    }

    fn short(rule: &str, who: &str) -> (AccessReason, Vec<String>) {
        let decision = ask(rule, who);
        assert_eq!(decision.allowed, decision.reason.allows());
        (decision.reason, decision.rules)
    }

    const VISITOR: &str = "{}";
    const MEMBER: &str = r#"{"loggedIn":true,"tags":["A"]}"#;
    const ADMINISTRATOR: &str = r#"{"loggedIn":true,"roles":["administrator"]}"#;

    #[test]
    fn the_order_is_administrator_then_anybody_then_login_then_rule() {
        let rule = r#"{"kind":"has-any","tags":["A"]}"#;
        assert_eq!(short(rule, ADMINISTRATOR), (AccessReason::Administrator, vec![]));
        assert_eq!(short(rule, VISITOR).0, AccessReason::LoginRequired);
        assert_eq!(short(rule, MEMBER), (AccessReason::RuleMet, vec!["rule".to_owned()]));
        assert_eq!(short(rule, r#"{"loggedIn":true}"#).0, AccessReason::TagMissing);
        assert_eq!(short(r#"{"kind":"public"}"#, MEMBER).0, AccessReason::Public);
        assert_eq!(short(r#"{"kind":"public"}"#, VISITOR).0, AccessReason::Public);
        assert_eq!(ask(rule, VISITOR).needs, [Need::Login]);
    }

    #[test]
    fn tags_of_somebody_not_logged_in_open_nothing() {
        assert_eq!(
            short(r#"{"kind":"has-any","tags":["A"]}"#, r#"{"tags":["A"]}"#).0,
            AccessReason::LoginRequired
        );
        assert_eq!(short(r#"{"kind":"missing-all","tags":["A"]}"#, VISITOR).0, AccessReason::LoginRequired);
        assert_eq!(short(r#"{"kind":"logged-in"}"#, VISITOR).0, AccessReason::LoginRequired);
        let login_page = r#"{"kind":"not","rule":{"kind":"logged-in"}}"#;
        assert_eq!(short(login_page, VISITOR).0, AccessReason::Public);
        assert_eq!(short(login_page, MEMBER).0, AccessReason::Excluded);
    }

    #[test]
    fn the_deciding_rules_are_those_that_made_the_difference() {
        let rule = r#"{"kind":"and","rules":[{"kind":"has-any","tags":["A"]},{"kind":"or","rules":[
            {"kind":"has-any","tags":["B"]},{"kind":"role","role":"editor"}]}]}"#;
        let decision = ask(rule, MEMBER);
        assert_eq!(decision.reason, AccessReason::TagMissing);
        assert_eq!(decision.rules, ["rule.rules[1].rules[0]", "rule.rules[1].rules[1]"]);
        assert_eq!(
            decision.needs,
            [Need::Tag { tag: TagName::new("B").unwrap() }, Need::Role { role: "editor".to_owned() }]
        );
        let not = r#"{"kind":"not","rule":{"kind":"missing-all","tags":["C","B"]}}"#;
        assert_eq!(short(not, MEMBER), (AccessReason::TagMissing, vec!["rule.rule".to_owned()]));
    }

    #[test]
    fn a_window_to_come_says_when_it_opens_and_when_it_closes_again() {
        let decision =
            ask(r#"{"kind":"during","from":"2024-06-01T00:00:00Z","until":"2024-07-01T00:00:00Z"}"#, MEMBER);
        assert_eq!(decision.reason, AccessReason::NotYet);
        assert_eq!(decision.opens_at.unwrap().to_string(), "2024-06-01T00:00:00Z");
        assert_eq!(decision.closes_at.unwrap().to_string(), "2024-07-01T00:00:00Z");
        let open = ask(r#"{"kind":"during","until":"2024-07-01T00:00:00Z"}"#, MEMBER);
        assert!(open.allowed && open.opens_at.is_none());
        assert_eq!(open.closes_at.unwrap().to_string(), "2024-07-01T00:00:00Z");
        let over = ask(r#"{"kind":"during","until":"2024-05-01T00:00:00Z"}"#, MEMBER);
        assert_eq!((over.reason, over.opens_at), (AccessReason::Over, None));
    }

    #[test]
    fn a_window_does_not_promise_what_another_condition_denies() {
        let rule = r#"{"kind":"and","rules":[{"kind":"has-any","tags":["B"]},
            {"kind":"during","from":"2024-06-01T00:00:00Z"}]}"#;
        assert_eq!(ask(rule, MEMBER).opens_at, None);
        let shut = r#"{"kind":"not","rule":{"kind":"during","until":"2024-06-01T00:00:00Z"}}"#;
        assert_eq!(ask(shut, MEMBER).reason, AccessReason::NotYet);
        assert_eq!(ask(shut, MEMBER).opens_at.unwrap().to_string(), "2024-06-01T00:00:00Z");
    }

    #[test]
    fn a_known_release_says_when_it_opens_and_an_unknown_one_does_not() {
        let rule = r#"{"kind":"released","offering":"o","module":"m"}"#;
        let known = r#"{"loggedIn":true,"enrollments":[{"offering":"o",
            "releases":[{"module":"m","opensAt":"2024-05-08T00:00:00Z"}]}]}"#;
        let decision = ask(rule, known);
        assert_eq!(decision.reason, AccessReason::NotReleased);
        assert_eq!(decision.opens_at.unwrap().to_string(), "2024-05-08T00:00:00Z");
        let unknown = ask(rule, r#"{"loggedIn":true,"enrollments":[{"offering":"o"}]}"#);
        assert_eq!(unknown.opens_at, None);
        assert_eq!(unknown.needs.len(), 1);
        let released = r#"{"loggedIn":true,"enrollments":[{"offering":"o","released":["m"]}]}"#;
        assert!(ask(rule, released).allowed);
        assert_eq!(ask(r#"{"kind":"enrolled","offering":"o"}"#, MEMBER).reason, AccessReason::NotEnrolled);
    }

    #[test]
    fn a_forbidden_tag_beats_instant_access_and_the_rule() {
        let now = NOW.parse().unwrap();
        let (forbid, instant, place) = (
            TagName::new("Revoked").unwrap(),
            TagName::new("Instant").unwrap(),
            Location::default().key("place"),
        );
        let rule: Rule = serde_json::from_str(r#"{"kind":"has-any","tags":["A"]}"#).unwrap();
        let guards = vec![Guard { rule: &rule, place: &place, instant_access: Some((&instant, &place)) }];
        let gate = Gate { effects: TagEffects::NONE, forbidden: vec![(&forbid, &place)], guards };
        let reason = |who: &str| decide(&gate, &member(who), now).reason;
        assert_eq!(reason(r#"{"loggedIn":true,"tags":["A","Instant","Revoked"]}"#), AccessReason::Forbidden);
        assert_eq!(reason(r#"{"tags":["Revoked"]}"#), AccessReason::Forbidden);
        assert_eq!(reason(r#"{"loggedIn":true,"tags":["Instant"]}"#), AccessReason::InstantAccess);
        assert_eq!(reason(r#"{"tags":["Instant"]}"#), AccessReason::LoginRequired);
        assert_eq!(
            reason(r#"{"loggedIn":true,"tags":["Revoked"],"roles":["administrator"]}"#),
            AccessReason::Administrator
        );
    }

    #[test]
    fn nothing_opens_by_default() {
        assert_eq!(short(r#"{"kind":"has-all","tags":[]}"#, MEMBER).0, AccessReason::RuleEmpty);
        assert_eq!(
            short(r#"{"kind":"not","rule":{"kind":"or","rules":[]}}"#, MEMBER).0,
            AccessReason::RuleEmpty
        );
        let empty = decide(
            &Gate { effects: TagEffects::NONE, forbidden: Vec::new(), guards: Vec::new() },
            &member(MEMBER),
            NOW.parse().unwrap(),
        );
        assert_eq!(empty.reason, AccessReason::RuleEmpty);
    }
}
