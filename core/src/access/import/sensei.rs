//! Sensei's enrolment in a course, after its providers: whoever one of them enrolls is enrolled. Does not know providers that ask
//! code of the site.

use serde::Deserialize;

use super::{ImportedRule, all_of, any_of, nobody};
use crate::OfferingId;
use crate::access::Rule;

/// A course with its providers. Their order does not matter; of none, nobody is enrolled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default, expecting = "an object with `providers`")]
pub struct SenseiCourse {
    /// The providers.
    pub providers: Vec<SenseiProvider>,
}

/// What enrolls people in a course. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields, expecting = "a provider with `kind`")]
#[non_exhaustive]
pub enum SenseiProvider {
    /// Enrolls everybody who is logged in.
    Always,
    /// Enrolls nobody.
    Never,
    /// Enrolls those who were enrolled by hand, or bought it.
    Enrollment {
        /// The course or product, as the offering it becomes.
        offering: OfferingId,
    },
}

impl SenseiCourse {
    /// The rule that decides as the providers do.
    pub fn import(&self) -> ImportedRule {
        let provider = |provider: &SenseiProvider| match provider {
            SenseiProvider::Always => Rule::LoggedIn,
            SenseiProvider::Never => nobody(),
            SenseiProvider::Enrollment { offering } => Rule::Enrolled { offering: offering.clone() },
        };
        all_of([Rule::LoggedIn, any_of(self.providers.iter().map(provider))]).into()
    }
}
