//! A length of time as people say it: so many of a unit, and how the unit is counted. Does not know what it is counted from.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A length of time, as people say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `amount` and `unit`")]
pub struct Offset {
    /// How many; never negative.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// 60 seconds.
    Minutes,
    /// 60 minutes.
    Hours,
    /// 24 hours, or one calendar day, by the mode.
    Days,
    /// Seven days.
    Weeks,
    /// Calendar months; the last day of a shorter month stands for a day it does not have.
    Months,
    /// Twelve months.
    Years,
}

/// How days and longer units are counted. Minutes and hours are the same length in both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// A day is 24 hours, whatever the clocks do.
    #[default]
    Elapsed,
    /// The same wall-clock time so many days, weeks, months or years later, in the zone.
    Calendar,
}

impl fmt::Display for Offset {
    /// `7 days`, `1 month`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = self.unit.name();
        let unit = if self.amount == 1 { unit.trim_end_matches('s') } else { unit };
        write!(formatter, "{} {unit}", self.amount)
    }
}

impl Unit {
    /// The name, as on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Minutes => "minutes",
            Unit::Hours => "hours",
            Unit::Days => "days",
            Unit::Weeks => "weeks",
            Unit::Months => "months",
            Unit::Years => "years",
        }
    }

    /// Its length in seconds where every one is as long; absent for months and years.
    pub(crate) fn seconds(self) -> Option<i64> {
        match self {
            Unit::Minutes => Some(60),
            Unit::Hours => Some(3_600),
            Unit::Days => Some(86_400),
            Unit::Weeks => Some(7 * 86_400),
            Unit::Months | Unit::Years => None,
        }
    }
}
