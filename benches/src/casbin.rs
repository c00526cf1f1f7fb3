//! The same questions asked of `casbin`, in two of its ways: with roles, as its users write policies, and by attributes alone, which could
//! be its fastest. Requests are made beforehand.

use casbin::rhai::{Array, Dynamic, Map};
use casbin::{CoreApi, DefaultModel, Enforcer, MemoryAdapter, MgmtApi};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use crate::Failure;
use crate::access::{Speed, ask, questions};
use crate::members::{NOW_SECONDS, PageRule, Person, World};

/// A role that everybody has, for what a page does not ask.
const EVERYBODY: &str = "everybody";
/// A tag that nobody has.
const NOBODY: &str = "nobody";

/// Of a question about roles every line of the policy is looked at, of which a page has several; so there are few.
const ASKED_OF_ROLES: usize = 200;

/// A line for each of the tags that open a page, and for each that closes it; everything else that it asks is in the line as well.
/// What has opened by now is a role.
const ROLES: &str = "
[request_definition]
r = member, page
[policy_definition]
p = page, any, first, second, module, eft
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
[matchers]
m = r.page == p.page && g(r.member, p.any) && g(r.member, p.first) && g(r.member, p.second) && g(r.member, p.module)
";

/// No policy: a member and a page have everything there is to ask. There is no question for any of a list, so a page names as many tags as any has.
const ATTRIBUTES: &str = "
[request_definition]
r = member, page, now
[policy_definition]
p = member, page, now
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = !(r.page.none1 in r.member.tags || r.page.none2 in r.member.tags) && r.page.all1 in r.member.tags && r.page.all2 in r.member.tags && (r.page.any1 in r.member.tags || r.page.any2 in r.member.tags || r.page.any3 in r.member.tags || r.page.any4 in r.member.tags || r.page.any5 in r.member.tags || r.page.any6 in r.member.tags) && (r.page.opening == \"\" || (r.page.opening in r.member.opens && r.member.opens[r.page.opening] <= r.now))
";

/// How fast, and what the answers are.
pub fn measure(name: &str, world: &World) -> Result<Speed, Failure> {
    match name {
        "casbin-roles" => {
            let enforcer = with_roles(world)?;
            let ask_of = |(member, page)| vec![Dynamic::from(user(member)), Dynamic::from(page_name(page))];
            let requests: Vec<_> = questions().into_iter().take(ASKED_OF_ROLES).map(ask_of).collect();
            ask(&requests, |request| enforcer.enforce(request.clone()).is_ok_and(|allowed| allowed))
        }
        "casbin-attributes" => {
            let enforcer = ready(enforcer(ATTRIBUTES))??;
            let members = world.people.iter().map(member).collect::<Result<Vec<_>, _>>()?;
            let pages: Vec<Map> = world.rules.iter().map(page).collect();
            let now = Dynamic::from(i32::try_from(NOW_SECONDS)?);
            let ask_of = |(member, page): (usize, usize)| {
                Some(vec![members.get(member)?.clone().into(), pages.get(page)?.clone().into(), now.clone()])
            };
            let requests: Vec<Vec<Dynamic>> = questions().into_iter().filter_map(ask_of).collect();
            ask(&requests, |request| enforcer.enforce(request.clone()).is_ok_and(|allowed| allowed))
        }
        other => Err(format!("there is no work called {other}").into()),
    }
}

async fn enforcer(model: &str) -> casbin::Result<Enforcer> {
    Enforcer::new(DefaultModel::from_str(model).await?, MemoryAdapter::default()).await
}

fn with_roles(world: &World) -> Result<Enforcer, Failure> {
    let mut enforcer = ready(enforcer(ROLES))??;
    let lines = world.rules.iter().enumerate().flat_map(|(index, rule)| policy(index, rule)).collect();
    ready(enforcer.add_policies(lines))??;
    let roles = world.people.iter().enumerate().flat_map(|(index, person)| roles(index, person)).collect();
    ready(enforcer.add_grouping_policies(roles))??;
    Ok(enforcer)
}

/// The lines of a page.
fn policy(index: usize, rule: &PageRule) -> Vec<Vec<String>> {
    let or_everybody = |tag: Option<&u64>| tag.map_or_else(|| EVERYBODY.to_owned(), |tag| tag_name(*tag));
    let (first, second) = (or_everybody(rule.all.first()), or_everybody(rule.all.get(1)));
    let module = rule.module.map_or_else(|| EVERYBODY.to_owned(), module_name);
    let opens = if rule.any.is_empty() {
        vec![EVERYBODY.to_owned()]
    } else {
        rule.any.iter().map(|tag| tag_name(*tag)).collect()
    };
    let mut lines: Vec<Vec<String>> = Vec::new();
    for any in opens {
        lines.push(vec![
            page_name(index),
            any,
            first.clone(),
            second.clone(),
            module.clone(),
            "allow".to_owned(),
        ]);
    }
    for closes in &rule.none {
        let everybody = EVERYBODY.to_owned();
        lines.push(vec![
            page_name(index),
            tag_name(*closes),
            everybody.clone(),
            everybody.clone(),
            everybody,
            "deny".to_owned(),
        ]);
    }
    // A page may name a tag twice, and casbin takes no line twice.
    lines.sort();
    lines.dedup();
    lines
}

fn roles(index: usize, person: &Person) -> Vec<Vec<String>> {
    let tags = person.tags.iter().map(|tag| tag_name(*tag));
    let open = person
        .modules
        .iter()
        .filter(|(_, opens_at)| *opens_at <= NOW_SECONDS)
        .map(|(module, _)| module_name(*module));
    let everybody = std::iter::once(EVERYBODY.to_owned());
    everybody.chain(tags).chain(open).map(|role| vec![user(index), role]).collect()
}

fn member(person: &Person) -> Result<Map, Failure> {
    let everybody = std::iter::once(Dynamic::from(EVERYBODY.to_owned()));
    let tags: Array = everybody.chain(person.tags.iter().map(|tag| Dynamic::from(tag_name(*tag)))).collect();
    let mut opens = Map::new();
    for (module, opens_at) in &person.modules {
        // The numbers of its language have 32 bits here.
        opens.insert(module_name(*module).into(), Dynamic::from(i32::try_from(*opens_at)?));
    }
    Ok(Map::from([("tags".into(), tags.into()), ("opens".into(), opens.into())]))
}

fn page(rule: &PageRule) -> Map {
    let module = rule.module.map_or_else(String::new, module_name);
    let mut page = Map::from([("opening".into(), module.into())]);
    // With no tag to ask for, everybody's stands in the first place of `any`, and nobody's in the others.
    let first_of_any = if rule.any.is_empty() { EVERYBODY } else { NOBODY };
    for (name, tags, places, otherwise) in [
        ("any", &rule.any, 6, first_of_any),
        ("all", &rule.all, 2, EVERYBODY),
        ("none", &rule.none, 2, NOBODY),
    ] {
        for place in 0..places {
            let tag = tags.get(place).map_or_else(|| otherwise.to_owned(), |tag| tag_name(*tag));
            page.insert(format!("{name}{}", place + 1).into(), tag.into());
        }
    }
    page
}

fn user(index: usize) -> String {
    format!("member{index}")
}

fn page_name(index: usize) -> String {
    format!("page{index}")
}

fn tag_name(tag: u64) -> String {
    format!("T{tag}")
}

fn module_name((offering, module): (u64, u64)) -> String {
    format!("o{offering}/m{module}")
}

/// What comes of work that waits for nothing: nothing here is read from a disk.
fn ready<Output>(work: impl Future<Output = Output>) -> Result<Output, Failure> {
    match pin!(work).as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => Ok(output),
        Poll::Pending => Err("casbin waits for something".into()),
    }
}
