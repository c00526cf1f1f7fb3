//! The operations that a binding may call: a name and JSON bytes in, JSON bytes out, the same bytes for every language.
//! Holds no rule of the domain: each operation reads its request, calls one function, and writes what that gives.
//!
//! A request is one JSON object. Unknown fields are refused, and so are keys that stand twice anywhere in it and integers
//! beyond ±(2^53 − 1). A reply is `{"ok": …}` or `{"failure": …}`, the latter a [`Failure`](crate::Failure). The fields of
//! every object stand in the order in which the types declare them; what is absent is a missing key.
//!
//! This is for what is small: an address, a rule, a plan of some thousand people. Large exports and plans stay in Rust and are
//! fed in chunks; [`call_with`] lends them to an operation.

mod access;
mod argument;
mod automation;
mod base64;
mod billing;
mod cells;
mod columns;
mod contacts;
mod email;
mod evidence;
mod export;
mod held;
mod membership;
mod operation;
mod payments;
mod plan;
mod proof;
mod readiness;
mod records;
mod registry;
mod release;
mod reply;
mod report;
mod request;
#[cfg(feature = "schema")]
mod schema;
mod script;
mod site;
mod tag_map;
mod webhook;
mod wordpress;

use crate::Excerpt;
pub use argument::{At, MergeOptions, Outcomes, TieOptions, argument};
pub use held::Held;
#[cfg(feature = "schema")]
pub use schema::schemas;

/// One operation.
struct Operation {
    /// `<area>.<verb>`.
    name: &'static str,
    /// From the request's bytes, and what the host lends, to the reply's.
    run: fn(&[u8], &Held<'_>) -> Vec<u8>,
    /// What the request and the answer look like.
    #[cfg(feature = "schema")]
    shape: schema::Shape,
}

/// The table of operations: `"name" => area::function()` for one that takes a request alone, `area::function(held)` for one that also
/// takes what the host lends.
macro_rules! operations {
    (@run $function:path) => { |request, _| reply::bytes(&request::read(request).and_then($function)) };
    (@run $function:path, held) => {
        |request, held| reply::bytes(&request::read(request).and_then(|request| $function(request, held)))
    };
    (@shape $function:path) => { schema::Shape::of($function) };
    (@shape $function:path, held) => { schema::Shape::of_lending($function) };
    ($($name:literal => $area:ident::$function:ident($($held:ident)?),)+) => {
        &[$(Operation {
            name: $name,
            run: operations!(@run $area::$function $(, $held)?),
            #[cfg(feature = "schema")]
            shape: operations!(@shape $area::$function $(, $held)?),
        }),+]
    };
}

/// Every operation, by name.
const OPERATIONS: &[Operation] = operations! {
    "access.compare" => access::compare(),
    "access.decide" => access::decide(held),
    "access.decide-all" => access::decide_all(held),
    "access.decide-user" => access::decide_user(held),
    "access.evaluate-rule" => access::evaluate_rule(),
    "access.import-rule" => access::import_rule(),
    "access.member-of" => access::member_of(held),
    "access.prove" => proof::prove(held),
    "automation.blueprint" => automation::make_blueprint(held),
    "automation.lint" => automation::check(held),
    "automation.simulate" => automation::play(held),
    "automation.translate" => automation::carry_over(held),
    "billing.plan" => billing::plan(held),
    "code.list" => registry::list(),
    "columns.match" => columns::match_columns(),
    "contacts.from-records" => records::from_records(),
    "contacts.join" => contacts::join(held),
    "contacts.merge" => contacts::merge(),
    "contacts.read" => contacts::read(),
    "contacts.write-csv" => records::write_csv(held),
    "date.parse" => cells::date(),
    "email.check" => email::check(),
    "export.detect" => export::find_out(),
    "membership.continuity" => membership::carry_on(held),
    "membership.infer" => membership::infer(held),
    "money.parse" => cells::money(),
    "operation.describe" => operation::describe(),
    "operation.perform" => operation::perform(),
    "operation.perform-custom" => operation::perform_custom(held),
    "orders.read" => payments::read_order_export(),
    "orders.tie" => payments::tie_order_list(held),
    "payment.setup" => billing::setup(held),
    "plan.build" => plan::build(held),
    "plan.diff" => plan::diff(),
    "plan.reconcile" => plan::reconcile(held),
    "plan.spot-check" => plan::spot_check(held),
    "readiness.assess" => readiness::assess(held),
    "release.at" => release::at(),
    "release.calendar" => release::calendar(),
    "release.next" => release::next(held),
    "release.schedule" => release::schedule(),
    "report.make" => report::make(held),
    "run.rollback-plan" => plan::rollback_plan(held),
    "run.script" => script::play(),
    "site.check" => site::check(),
    "site.propose-tag-map" => tag_map::propose(held),
    "site.schedule" => release::site_schedule(held),
    "subscriptions.read" => payments::read_subscription_export(),
    "subscriptions.tie" => payments::tie_subscription_list(held),
    "table.read" => export::take_apart(),
    "webhook.inventory" => webhook::inventory(held),
    "wordpress.names" => wordpress::names(),
};

/// Those that only read exports, cell by cell or whole. A host that does no more leaves the rest of the library out of what it is built into.
const READING: &[Operation] = operations! {
    "code.list" => registry::list(),
    "columns.match" => columns::match_columns(),
    "contacts.from-records" => records::from_records(),
    "contacts.merge" => contacts::merge(),
    "contacts.read" => contacts::read(),
    "contacts.write-csv" => records::write_csv(held),
    "date.parse" => cells::date(),
    "email.check" => email::check(),
    "export.detect" => export::find_out(),
    "money.parse" => cells::money(),
    "orders.read" => payments::read_order_export(),
    "subscriptions.read" => payments::read_subscription_export(),
    "table.read" => export::take_apart(),
};

/// The names of the operations that only read exports, sorted.
pub fn reading_names() -> impl ExactSizeIterator<Item = &'static str> {
    READING.iter().map(|operation| operation.name)
}

/// The reply to a request, as [`call_with`], where the operation is one that only reads exports.
///
/// ```
/// use memberferry::ops;
/// let request = br#"{"address": "ada@example.com"}"#;
/// let held = ops::Held::default();
/// assert_eq!(ops::call_reading("email.check", request, &held), ops::call("email.check", request));
/// ```
pub fn call_reading(name: &str, request: &[u8], held: &Held<'_>) -> Vec<u8> {
    reply_of(READING, name, request, held)
}

/// The names of the operations, sorted.
///
/// ```
/// assert!(memberferry::ops::names().any(|name| name == "email.check"));
/// ```
pub fn names() -> impl ExactSizeIterator<Item = &'static str> {
    OPERATIONS.iter().map(|operation| operation.name)
}

/// The reply to a request: `{"ok": …}` or `{"failure": …}`.
///
/// ```
/// let reply = memberferry::ops::call("email.check", br#"{"address": " Ada@Example.com"}"#);
/// assert_eq!(
///     String::from_utf8_lossy(&reply),
///     r#"{"ok":{"valid":true,"normalized":"Ada@Example.com","key":"ada@example.com","issues":[]}}"#
/// );
/// ```
pub fn call(name: &str, request: &[u8]) -> Vec<u8> {
    call_with(name, request, &Held::default())
}

/// The reply to a request that leaves out what the host lends: the way of large sites, contacts and plans, which a host reads once.
///
/// ```
/// use memberferry::{Site, ops};
/// let site = Site::from_json(br#"{"format": 1, "name": "Coffee Club", "timezone": "Europe/Vienna", "offerings": [], "pages": []}"#)?;
/// let held = ops::Held { site: Some(&site), ..ops::Held::default() };
/// let reply = ops::call_with("webhook.inventory", br#"{"at": "2024-05-01T00:00:00Z"}"#, &held);
/// assert_eq!(reply, br#"{"ok":{"webhooks":[]}}"#);
/// # Ok::<(), memberferry::SiteError>(())
/// ```
pub fn call_with(name: &str, request: &[u8], held: &Held<'_>) -> Vec<u8> {
    reply_of(OPERATIONS, name, request, held)
}

fn reply_of(operations: &[Operation], name: &str, request: &[u8], held: &Held<'_>) -> Vec<u8> {
    match operations.iter().find(|operation| operation.name == name) {
        Some(operation) => (operation.run)(request, held),
        None => {
            let known: Vec<_> = operations.iter().map(|operation| operation.name).collect();
            let failure = reply::argument_invalid(format!("there is no operation `{}`", Excerpt::new(name)))
                .with_help(format!("use one of {}", known.join(", ")));
            reply::bytes::<()>(&Err(reply::failed(failure)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_so_that_each_stands_once() {
        let names: Vec<_> = names().collect();
        assert!(names.is_sorted_by(|left, right| left < right));
    }

    #[test]
    fn what_only_reads_is_among_the_operations_and_answers_as_they_do() {
        assert!(reading_names().is_sorted_by(|left, right| left < right));
        for name in reading_names() {
            assert!(names().any(|other| other == name), "{name}");
            assert_eq!(call_reading(name, b"{}", &Held::default()), call(name, b"{}"), "{name}");
        }
        let reply = String::from_utf8(call_reading("plan.build", b"{}", &Held::default())).unwrap();
        assert!(reply.contains("there is no operation `plan.build`"), "{reply}");
    }

    #[test]
    fn an_operation_that_is_not_there_is_a_failure_that_lists_those_that_are() {
        let reply = String::from_utf8(call("email.chek\n", b"{}")).unwrap();
        assert!(reply.starts_with(
            r#"{"failure":{"code":"argument-invalid","category":"usage","message":"there is no operation `email.chek␊`","help":"use one of access.compare, "#
        ), "{reply}");
    }

    #[test]
    fn no_request_makes_an_operation_panic() {
        for name in names() {
            for request in [b"".as_slice(), b"{", b"[]", b"{}", b"null", b"\xFF\xFE", br#"{"a":1,"a":2}"#] {
                // The one operation that asks nothing.
                if (name, request) == ("code.list", b"{}") {
                    continue;
                }
                let reply = String::from_utf8(call(name, request)).unwrap();
                let refused = r#"{"failure":{"code":"argument-invalid","category":"usage","#;
                assert!(reply.starts_with(refused), "{name}: {reply}");
            }
        }
    }
}
