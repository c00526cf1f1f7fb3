//! The operations that a binding may call: a name and JSON bytes in, JSON bytes out, the same bytes for every language.
//! Holds no rule of the domain: each operation reads its request, calls one function, and writes what that gives.
//!
//! A request is one JSON object. Unknown fields are refused, and so are keys that stand twice anywhere in it and integers
//! beyond ±(2^53 − 1). A reply is `{"ok": …}` or `{"failure": …}`, the latter a [`Failure`](crate::Failure). The fields of
//! every object stand in the order in which the types declare them; what is absent is a missing key.
//!
//! This is for what is small: an address, a rule, a plan of some thousand people. Large exports and plans stay in Rust and are
//! fed in chunks.

mod access;
mod automation;
mod base64;
mod billing;
mod columns;
mod contacts;
mod email;
mod evidence;
mod export;
mod membership;
mod operation;
mod payments;
mod plan;
mod readiness;
mod records;
mod release;
mod reply;
mod report;
mod request;
mod script;
mod site;
mod webhook;

use crate::Excerpt;
use reply::Outcome;

/// One operation.
struct Operation {
    /// `<area>.<verb>`.
    name: &'static str,
    /// From the request's bytes to the reply's.
    run: fn(&[u8]) -> Vec<u8>,
}

/// Every operation, by name.
const OPERATIONS: &[Operation] = &[
    Operation { name: "access.compare", run: |request| run(request, access::compare) },
    Operation { name: "access.decide", run: |request| run(request, access::decide) },
    Operation { name: "access.decide-all", run: |request| run(request, access::decide_all) },
    Operation { name: "access.evaluate-rule", run: |request| run(request, access::evaluate_rule) },
    Operation { name: "access.import-rule", run: |request| run(request, access::import_rule) },
    Operation { name: "automation.blueprint", run: |request| run(request, automation::make_blueprint) },
    Operation { name: "automation.lint", run: |request| run(request, automation::check) },
    Operation { name: "automation.simulate", run: |request| run(request, automation::play) },
    Operation { name: "automation.translate", run: |request| run(request, automation::carry_over) },
    Operation { name: "billing.plan", run: |request| run(request, billing::plan) },
    Operation { name: "columns.match", run: |request| run(request, columns::match_columns) },
    Operation { name: "contacts.from-records", run: |request| run(request, records::from_records) },
    Operation { name: "contacts.join", run: |request| run(request, contacts::join) },
    Operation { name: "contacts.merge", run: |request| run(request, contacts::merge) },
    Operation { name: "contacts.read", run: |request| run(request, contacts::read) },
    Operation { name: "contacts.write-csv", run: |request| run(request, records::write_csv) },
    Operation { name: "email.check", run: |request| run(request, email::check) },
    Operation { name: "membership.continuity", run: |request| run(request, membership::carry_on) },
    Operation { name: "membership.infer", run: |request| run(request, membership::infer) },
    Operation { name: "operation.describe", run: |request| run(request, operation::describe) },
    Operation { name: "orders.read", run: |request| run(request, payments::read_order_export) },
    Operation { name: "orders.tie", run: |request| run(request, payments::tie_order_list) },
    Operation { name: "payment.setup", run: |request| run(request, billing::setup) },
    Operation { name: "plan.build", run: |request| run(request, plan::build) },
    Operation { name: "plan.diff", run: |request| run(request, plan::diff) },
    Operation { name: "plan.reconcile", run: |request| run(request, plan::reconcile) },
    Operation { name: "plan.spot-check", run: |request| run(request, plan::spot_check) },
    Operation { name: "readiness.assess", run: |request| run(request, readiness::assess) },
    Operation { name: "release.at", run: |request| run(request, release::at) },
    Operation { name: "release.calendar", run: |request| run(request, release::calendar) },
    Operation { name: "release.next", run: |request| run(request, release::next) },
    Operation { name: "release.schedule", run: |request| run(request, release::schedule) },
    Operation { name: "report.make", run: |request| run(request, report::make) },
    Operation { name: "run.rollback-plan", run: |request| run(request, plan::rollback_plan) },
    Operation { name: "run.script", run: |request| run(request, script::play) },
    Operation { name: "site.check", run: |request| run(request, site::check) },
    Operation { name: "subscriptions.read", run: |request| run(request, payments::read_subscription_export) },
    Operation { name: "subscriptions.tie", run: |request| run(request, payments::tie_subscription_list) },
    Operation { name: "webhook.inventory", run: |request| run(request, webhook::inventory) },
];

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
    match OPERATIONS.iter().find(|operation| operation.name == name) {
        Some(operation) => (operation.run)(request),
        None => {
            let known: Vec<_> = names().collect();
            let failure = reply::argument_invalid(format!("there is no operation `{}`", Excerpt::new(name)))
                .with_help(format!("use one of {}", known.join(", ")));
            reply::bytes::<()>(&Err(reply::failed(failure)))
        }
    }
}

/// Reads the request, calls the operation, writes the reply.
fn run<Request, Answer>(bytes: &[u8], operation: fn(Request) -> Outcome<Answer>) -> Vec<u8>
where
    Request: serde::de::DeserializeOwned,
    Answer: serde::Serialize,
{
    reply::bytes(&request::read(bytes).and_then(operation))
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
                let reply = String::from_utf8(call(name, request)).unwrap();
                assert!(
                    reply.starts_with(r#"{"failure":{"code":"argument-invalid","category":"usage","#),
                    "{reply}"
                );
            }
        }
    }
}
