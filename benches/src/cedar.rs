//! The same questions asked of `cedar-policy`, in the forms that could be its fastest: one policy for every page, what a page asks
//! as attributes of it, what a member has as attributes of them, entities and requests made beforehand.

use cedar_policy::Entity;
use cedar_policy::{
    Authorizer, Context, Decision, Entities, EntityUid, Policy, PolicySet, Request, RestrictedExpression,
};
use std::collections::{HashMap, HashSet};

use crate::Failure;
use crate::access::{Speed, ask, questions};
use crate::members::{NOW_SECONDS, PageRule, Person, World};

/// How tags are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// As text, in sets.
    Sets,
    /// As entities, in sets.
    Entities,
    /// As entities that the member stands under.
    Parents,
}

/// What opens a page whose module has opened: tags of the member's entity by module, in seconds.
const DRIP: &str = "(!(resource has module) || (principal.hasTag(resource.module) && principal.getTag(resource.module) <= context.now))";

fn policy(form: Form) -> String {
    let tags = match form {
        Form::Sets | Form::Entities => {
            "!principal.tags.containsAny(resource.none) && principal.tags.containsAll(resource.all) \
             && (!(resource has any) || principal.tags.containsAny(resource.any))"
        }
        // `in` asks for one of a set; there is no question for all of it, so a page names the one or two it asks for.
        Form::Parents => {
            "!(principal in resource.none) && (!(resource has first) || principal in resource.first) \
             && (!(resource has second) || principal in resource.second) \
             && (!(resource has any) || principal in resource.any)"
        }
    };
    format!("permit(principal, action, resource) when {{ {tags} && {DRIP} }};")
}

/// How fast, and what the answers are.
pub fn measure(name: &str, world: &World) -> Result<Speed, Failure> {
    let form = match name {
        "cedar-sets" => Form::Sets,
        "cedar-entities" => Form::Entities,
        "cedar-parents" => Form::Parents,
        other => return Err(format!("there is no work called {other}").into()),
    };
    let policies = PolicySet::from_policies([Policy::parse(None, policy(form))?])?;
    let mut entities = Vec::new();
    for (index, rule) in world.rules.iter().enumerate() {
        entities.push(page(index, rule, form)?);
    }
    for (index, person) in world.people.iter().enumerate() {
        entities.push(member(index, person, form)?);
    }
    let entities = Entities::from_entities(entities, None)?;
    let context = Context::from_pairs([("now".to_owned(), RestrictedExpression::new_long(NOW_SECONDS))])?;
    let view = uid("Action", "view")?;
    let request = |(member, page): (usize, usize)| -> Result<Request, Failure> {
        let (member, page) = (uid("User", &member.to_string())?, uid("Page", &page.to_string())?);
        Ok(Request::new(member, view.clone(), page, context.clone(), None)?)
    };
    let requests = questions().into_iter().map(request).collect::<Result<Vec<_>, _>>()?;
    let authorizer = Authorizer::new();
    ask(&requests, |request| {
        authorizer.is_authorized(request, &policies, &entities).decision() == Decision::Allow
    })
}

fn uid(kind: &str, id: &str) -> Result<EntityUid, Failure> {
    Ok(format!("{kind}::\"{id}\"").parse()?)
}

fn module_name((offering, module): (u64, u64)) -> String {
    format!("{offering}/{module}")
}

fn tag(tag: u64, form: Form) -> Result<RestrictedExpression, Failure> {
    Ok(match form {
        Form::Sets => RestrictedExpression::new_string(format!("T{tag}")),
        Form::Entities | Form::Parents => RestrictedExpression::new_entity_uid(uid("Tag", &tag.to_string())?),
    })
}

fn tags(tags: &[u64], form: Form) -> Result<RestrictedExpression, Failure> {
    let tags = tags.iter().map(|number| tag(*number, form)).collect::<Result<Vec<_>, _>>()?;
    Ok(RestrictedExpression::new_set(tags))
}

fn page(index: usize, rule: &PageRule, form: Form) -> Result<Entity, Failure> {
    let mut attributes = HashMap::from([("none".to_owned(), tags(&rule.none, form)?)]);
    if !rule.any.is_empty() {
        attributes.insert("any".to_owned(), tags(&rule.any, form)?);
    }
    if form == Form::Parents {
        for (field, number) in ["first", "second"].into_iter().zip(&rule.all) {
            attributes.insert(field.to_owned(), tag(*number, form)?);
        }
    } else {
        attributes.insert("all".to_owned(), tags(&rule.all, form)?);
    }
    if let Some(module) = rule.module {
        attributes.insert("module".to_owned(), RestrictedExpression::new_string(module_name(module)));
    }
    Ok(Entity::new(uid("Page", &index.to_string())?, attributes, HashSet::new())?)
}

fn member(index: usize, person: &Person, form: Form) -> Result<Entity, Failure> {
    let mut attributes = HashMap::new();
    let mut parents = HashSet::new();
    if form == Form::Parents {
        for tag in &person.tags {
            parents.insert(uid("Tag", &tag.to_string())?);
        }
    } else {
        attributes.insert("tags".to_owned(), tags(&person.tags, form)?);
    }
    let opens = person
        .modules
        .iter()
        .map(|(module, opens_at)| (module_name(*module), RestrictedExpression::new_long(*opens_at)));
    Ok(Entity::new_with_tags(uid("User", &index.to_string())?, attributes, parents, opens)?)
}
