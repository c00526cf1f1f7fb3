//! Policies of Cedar as rules of a page, as far as our rules can say them: a principal is somebody with a tag of their name and
//! one of each group; a resource with an action is a page. What a policy asks of attributes or of the request's context no rule
//! can say.

use serde_json::{Value, json};

/// The page and the member of a case; absent where a policy that is about them has conditions.
pub fn asked(case: &Value) -> Option<(Value, Value)> {
    let (mut permits, mut forbids) = (Vec::new(), Vec::new());
    for policy in policies(case["rule"]["cedar"].as_str()?) {
        if !concerns(&policy.action, case["action"].as_str()?, &Value::Null)
            || !concerns(&policy.resource, case["resource"]["id"].as_str()?, &case["resource"]["parents"])
        {
            continue;
        }
        if policy.has_conditions {
            return None;
        }
        let principal = match policy.principal {
            Constraint::Anything => json!({"kind": "logged-in"}),
            Constraint::OneOf(names) => json!({"kind": "has-any", "tags": names}),
        };
        if policy.permits { &mut permits } else { &mut forbids }.push(principal);
    }
    let permitted = if permits.is_empty() { nobody() } else { json!({"kind": "or", "rules": permits}) };
    let forbidden = forbids.into_iter().map(|rule| json!({"kind": "not", "rule": rule}));
    let rules: Vec<_> = [permitted].into_iter().chain(forbidden).collect();
    let groups = case["member"]["groups"].as_array()?;
    let tags: Vec<_> = groups.iter().chain([&case["member"]["id"]]).collect();
    Some((json!({"rule": {"kind": "and", "rules": rules}}), json!({"loggedIn": true, "tags": tags})))
}

fn nobody() -> Value {
    json!({"kind": "not", "rule": {"kind": "public"}})
}

struct Policy {
    permits: bool,
    principal: Constraint,
    action: Constraint,
    resource: Constraint,
    has_conditions: bool,
}

enum Constraint {
    Anything,
    /// The thing is one of these, or stands under one.
    OneOf(Vec<String>),
}

/// Whether a constraint holds for a thing or for one of its parents.
fn concerns(constraint: &Constraint, id: &str, parents: &Value) -> bool {
    let is = |name: &String| name == id || parents.as_array().is_some_and(|list| list.contains(&json!(name)));
    match constraint {
        Constraint::Anything => true,
        Constraint::OneOf(names) => names.iter().any(is),
    }
}

fn policies(text: &str) -> Vec<Policy> {
    let policies = text.split(';').map(str::trim).filter(|policy| !policy.is_empty());
    policies.map(policy).collect()
}

fn policy(text: &str) -> Policy {
    let (effect, rest) = text.split_once('(').unwrap();
    let (scope, rest) = rest.split_once(')').unwrap();
    let mut parts = top_level_parts(scope).into_iter().map(constraint);
    let mut next = || parts.next().unwrap();
    let (principal, action, resource) = (next(), next(), next());
    let permits = effect.trim_end().ends_with("permit");
    Policy { permits, principal, action, resource, has_conditions: !rest.trim().is_empty() }
}

/// The parts between commas that stand in no brackets.
fn top_level_parts(scope: &str) -> Vec<&str> {
    let mut depth = 0;
    let outside = |sign: char| {
        depth += i32::from(sign == '[') - i32::from(sign == ']');
        sign == ',' && depth == 0
    };
    scope.split(outside).collect()
}

/// Every entity that a part names, by its id alone: no two kinds of these cases share one.
fn constraint(part: &str) -> Constraint {
    let ids: Vec<_> = part.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    if ids.is_empty() { Constraint::Anything } else { Constraint::OneOf(ids) }
}
