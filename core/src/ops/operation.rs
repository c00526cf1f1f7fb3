//! `operation.describe`, `operation.perform` and `operation.perform-custom`. Does not know what any operation does.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::held::Held;
use super::reply::{Outcome, refused};
use crate::{
    ContactHome, CustomOperation, CustomOperationError, Instant, Operation, OperationTrigger, Support,
    TargetUser, UserId,
};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Describe {
    /// What is to be done.
    operation: CustomOperation,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DescribeAnswer {
    /// Its name on AccessAlly's screens.
    name: &'static str,
    /// The name, and what it is done to.
    text: String,
    /// Where the CRM keeps the contacts.
    crm_integrated: OperationSupport,
    /// Where the site keeps them.
    managed: OperationSupport,
    /// What takes it back, where something does.
    #[serde(skip_serializing_if = "Option::is_none")]
    inverse: Option<CustomOperation>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
struct OperationSupport {
    support: Support,
    /// In the order form, member button, webhook, bulk action.
    triggers: &'static [OperationTrigger],
}

/// What there is to say of an operation.
pub fn describe(request: Describe) -> Outcome<DescribeAnswer> {
    let operation = request.operation;
    let at = |home| OperationSupport { support: operation.support(home), triggers: operation.triggers(home) };
    Ok(DescribeAnswer {
        name: operation.kind().name(),
        text: operation.to_string(),
        crm_integrated: at(ContactHome::CrmIntegrated),
        managed: at(ContactHome::Managed),
        inverse: operation.inverse(),
    })
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Perform {
    /// The operation of a plan.
    operation: Operation,
    /// The user of its address, as the target holds them now; absent where there is none.
    #[serde(default)]
    user: Option<TargetUser>,
    /// The id that the target gives to a user who is made.
    id: UserId,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PerformAnswer {
    /// What is to be told to the run once the user is stored: applied, or a conflict, in which case nothing is to be stored.
    outcome: crate::Outcome,
    /// The user as they are to be stored; absent where there is none, or none any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    user: Option<TargetUser>,
}

/// What an operation makes of its user.
pub fn perform(request: Perform) -> Outcome<PerformAnswer> {
    let Perform { operation, user, id } = request;
    Ok(match operation.perform(user.clone(), id) {
        Ok(user) => PerformAnswer { outcome: crate::Outcome::Applied, user },
        Err(conflict) => {
            PerformAnswer { outcome: crate::Outcome::Conflict { message: conflict.to_string() }, user }
        }
    })
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct PerformCustom {
    /// The site document.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// An operation of the site's own, such as a webhook's.
    operation: CustomOperation,
    /// The user, as the target holds them now. One who is to be made has an id and an address.
    user: TargetUser,
    /// When what set the operation off happened.
    at: Instant,
}

/// What an operation of a site's own makes of a user.
pub fn perform_custom(request: PerformCustom, held: &Held<'_>) -> Outcome<PerformAnswer> {
    let PerformCustom { site, operation, user, at } = request;
    match operation.perform(&*held.site(site.as_ref())?, user.clone(), at) {
        Ok(user) => Ok(PerformAnswer { outcome: crate::Outcome::Applied, user: Some(user) }),
        // Of the user, not of the call: a host goes on with the next.
        Err(why @ CustomOperationError::Administrator) => Ok(PerformAnswer {
            outcome: crate::Outcome::Conflict { message: why.to_string() },
            user: Some(user),
        }),
        Err(error) => Err(refused(error)),
    }
}
