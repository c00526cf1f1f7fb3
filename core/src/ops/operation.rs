//! `operation.describe` and `operation.perform`. Does not know what any operation does.

use serde::{Deserialize, Serialize};

use super::reply::Outcome;
use crate::{ContactHome, CustomOperation, Operation, OperationTrigger, Support, TargetUser, UserId};

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
