//! Plans. Does not know what is planned.

use memberferry::ops::TieOptions;
use memberferry::{EnrollmentEvidence, Plan, PlanOptions, Purchases, tie_orders};
use serde::{Deserialize, Serialize};

use crate::contacts::Part;
use crate::guard::{Outcome, argument, lacking, refused, written};
use crate::handle::{Handle, Lent};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Build {
    options: PlanOptions,
    #[serde(default)]
    ties: TieOptions,
}

/// What is small of a plan.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct About<'a> {
    digest: &'a memberferry::PlanDigest,
    header: &'a memberferry::PlanHeader,
    length: usize,
}

/// Plans the move of contacts to a site's target. Tag dates and orders may be lent as well.
pub fn build(options: &[u8], lent: Lent<'_>) -> Outcome<Handle> {
    let Build { options, ties } = argument(options)?;
    let (site, contacts) = (lent.site()?, lent.contacts()?);
    let purchases = lent.orders_if_any().map(|orders| {
        let ties = tie_orders(orders, contacts, ties.customer_ids);
        Purchases::of_orders(site, orders, &ties.rows)
    });
    let tag_dates = lent.tag_dates_if_any().map(|dates| &**dates);
    let evidence = EnrollmentEvidence { tag_dates, purchases: purchases.as_ref() };
    let plan = Plan::build_with(site, contacts, evidence, lent.snapshot()?, &options).map_err(refused)?;
    Ok(Handle::Plan(plan))
}

pub fn about(plan: &Plan) -> Outcome<Vec<u8>> {
    written(About { digest: plan.digest(), header: plan.header(), length: plan.len() })
}

/// Some of its bytes, from a place on; none past the end.
pub fn chunk(part: &[u8], plan: &Plan) -> Outcome<Vec<u8>> {
    let Part { first, count } = argument(part)?;
    Ok(plan.chunk(first, count))
}

/// Some of the operations, as a list of JSON.
pub fn operations(part: &[u8], plan: &Plan) -> Outcome<Vec<u8>> {
    let places = argument::<Part>(part)?.of(plan.len());
    written(places.filter_map(|place| plan.operation(place)).collect::<Vec<_>>())
}

/// What the plan lent second does differently from the first.
pub fn diff(lent: Lent<'_>) -> Outcome<Vec<u8>> {
    let mut plans = lent.plans();
    let (one, other) = plans.next().zip(plans.next()).ok_or_else(|| lacking("plan"))?;
    written(one.diff(other))
}
