//! One member with everything that schedules are made of. Does not know who the member is.

use serde::{Deserialize, Serialize};

use super::{Enrollment, MemberFacts};

/// What one member is enrolled in, and what else schedules may count from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `enrollments`")]
pub struct EnrolledMember {
    /// The enrollments, in any order.
    pub enrollments: Vec<Enrollment>,
    /// What is known of the member besides.
    #[serde(default)]
    pub facts: MemberFacts,
}
