//! Why there is no billing plan, or why what it says may not be carried out here. Does not know what it says.

use crate::site::Environment;
use crate::{Code, Excerpt, Location, Refusal};

/// Why there is no billing plan, or why what it says may not be carried out here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BillingError {
    /// Nobody said which copy of the site it is for.
    #[error("the site document does not say which copy of the site it describes")]
    EnvironmentMissing,
    /// The plan was made for another copy of the site.
    #[error("the plan is for `{}`, and this is `{}`", Excerpt::new(&.planned.url), Excerpt::new(&.here.url))]
    OtherEnvironment {
        /// What it was made for.
        planned: Environment,
        /// Where it was to be carried out.
        here: Environment,
    },
    /// The copy is not the live site, whose customers pay.
    #[error("`{}` is not the live site, and only there is anything charged", Excerpt::new(&.0.url))]
    NotLive(Environment),
    /// So many days' notice lead out of the calendar.
    #[error("the notice reaches beyond the calendar, which ends with the year 9999")]
    OutsideCalendar,
}

impl Refusal for BillingError {
    fn code(&self) -> Code {
        match self {
            BillingError::EnvironmentMissing => Code::EnvironmentMissing,
            BillingError::OtherEnvironment { .. } => Code::EnvironmentMismatch,
            BillingError::NotLive(_) => Code::BillingNotLive,
            BillingError::OutsideCalendar => Code::ArgumentInvalid,
        }
    }

    fn help(&self) -> String {
        match self {
            BillingError::EnvironmentMissing => "give `environment` in the site document".to_owned(),
            _ => self.code().remedy().to_owned(),
        }
    }

    fn location(&self) -> Location {
        match self {
            BillingError::EnvironmentMissing => Location::default().key("environment"),
            BillingError::OutsideCalendar => Location::default().key("noticeDays"),
            _ => Location::default(),
        }
    }
}
