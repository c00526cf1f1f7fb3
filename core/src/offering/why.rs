//! Why a module stands as it does, as data and as a sentence. Does not decide it.

use std::fmt;

use serde::Serialize;

use super::{Anchor, FixedDate, Offset, Precedence, Snap, TimeOfDay, TimerZone};
use crate::{Instant, ModuleId};

/// Why a module stands as it does. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum Why {
    /// The base module opens at enrollment.
    Base,
    /// Its rule says at once: it opens at enrollment.
    AtOnce,
    /// It is recorded as open, whatever the clock says.
    Released,
    /// A timer.
    Timer(Box<TimerWhy>),
    /// It was due within a pause, and opens when that ends.
    AfterPause {
        /// When it was due.
        due: Instant,
        /// When the pause ends.
        until: Instant,
    },
    /// It opens by hand only.
    Manual,
    /// It counts from a module that opens by hand and is not open.
    WaitsForManual {
        /// That module.
        module: ModuleId,
    },
    /// It counts from a module that is open, since nobody knows when.
    OpeningUnknown {
        /// That module.
        module: ModuleId,
    },
    /// It counts from something that has not happened, or of which nobody knows when it did.
    AnchorUnknown {
        /// What it counts from.
        anchor: Anchor,
    },
    /// The member's clock stands still, and no end is in sight.
    Paused {
        /// Since when.
        since: Instant,
    },
    /// Access was, or by then will have been, ended by an expiry rule.
    Expired {
        /// When.
        at: Instant,
    },
    /// Access was, or by then will have been, taken away.
    Revoked {
        /// When.
        at: Instant,
    },
}

/// What a timer counted, and what else decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TimerWhy {
    /// What it counts from.
    pub anchor: Anchor,
    /// The instant that is; absent where it is not known and a fixed date holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Instant>,
    /// How long after.
    pub offset: Offset,
    /// At which wall-clock time of the day reached, where the rule says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<TimeOfDay>,
    /// In whose calendar; the site's, where absent on the wire.
    #[serde(skip_serializing_if = "TimerZone::is_site")]
    pub timezone: TimerZone,
    /// On which days, where the rule says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snap: Option<Snap>,
    /// Not before when, where the rule says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Instant>,
    /// Not after when, where the rule says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_after: Option<Instant>,
    /// The fixed date beside it, where the rule has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fixed: Option<FixedDate>,
    /// For how many seconds the member's clock stood still since; none, where absent on the wire.
    #[serde(skip_serializing_if = "is_zero")]
    pub paused_seconds: i64,
}

fn is_zero(number: &i64) -> bool {
    *number == 0
}

impl fmt::Display for Why {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Why::Base => formatter.write_str("the base module opens at enrollment"),
            Why::AtOnce => formatter.write_str("its rule opens it at enrollment"),
            Why::Released => formatter.write_str("it was released before and stays open"),
            Why::Timer(timer) => fmt::Display::fmt(timer, formatter),
            Why::AfterPause { due, until } => {
                write!(formatter, "it was due at {due}, within a pause that ends at {until}")
            }
            Why::Manual => formatter.write_str("it opens by hand, by its tag or by an automation only"),
            Why::WaitsForManual { module } => {
                write!(formatter, "it waits for the module `{module}`, which opens by hand and is not open")
            }
            Why::OpeningUnknown { module } => {
                write!(formatter, "it counts from the module `{module}`, which opened at a time nobody knows")
            }
            Why::AnchorUnknown { anchor } => {
                write!(formatter, "it counts from {anchor}, of which no time is known")
            }
            Why::Paused { since } => {
                write!(formatter, "the member's clock stands still since {since}, and no end is in sight")
            }
            Why::Expired { at } => write!(formatter, "access ends by expiry at {at}"),
            Why::Revoked { at } => write!(formatter, "access ends by revocation at {at}"),
        }
    }
}

impl fmt::Display for TimerWhy {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.fixed, self.from) {
            (Some(FixedDate { at, precedence: Precedence::Fixed }), _) => {
                write!(formatter, "it opens on the fixed date {at}")?;
            }
            (Some(FixedDate { at, .. }), None) => {
                write!(
                    formatter,
                    "it opens on the fixed date {at}, since no time is known of {}",
                    self.anchor
                )?;
            }
            (fixed, from) => {
                write!(formatter, "it opens {} after {}", self.offset, self.anchor)?;
                if let (Some(from), false) = (from, matches!(self.anchor, Anchor::Instant { .. })) {
                    write!(formatter, " ({from})")?;
                }
                if let Some(snap) = self.snap {
                    write!(formatter, ", on {snap}")?;
                }
                if let Some(at) = self.at {
                    write!(formatter, ", at {at}")?;
                }
                if self.timezone == TimerZone::Member {
                    formatter.write_str(", in the member's own zone")?;
                }
                if self.paused_seconds != 0 {
                    write!(formatter, ", the clock having stood still for {}", Length(self.paused_seconds))?;
                }
                if let Some(FixedDate { at, precedence: Precedence::Latest }) = fixed {
                    write!(formatter, ", and not before the fixed date {at}")?;
                }
            }
        }
        self.not_before.map_or(Ok(()), |at| write!(formatter, ", not before {at}"))?;
        self.not_after.map_or(Ok(()), |at| write!(formatter, ", not after {at}"))
    }
}

/// A number of seconds in the largest unit that divides it.
struct Length(i64);

impl fmt::Display for Length {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let units = [(86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second")];
        let fits = units.into_iter().find(|(seconds, _)| self.0 % seconds == 0);
        let (seconds, unit) = fits.unwrap_or((1, "second"));
        let amount = self.0 / seconds;
        write!(formatter, "{amount} {unit}{}", if amount == 1 { "" } else { "s" })
    }
}
