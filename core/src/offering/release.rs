//! One line of a schedule: a module, its state, when it opens and why. Does not compute any of it.

use std::fmt;

use serde::{Serialize, Serializer};

use super::{Anchor, Offset, TimeOfDay};
use crate::{Instant, ModuleId};

/// How a module stands for one enrollment at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReleaseState {
    /// Open now.
    Open,
    /// Opens by the clock, at a known instant to come.
    Scheduled,
    /// Opens by hand, by its tag or by an automation; never by the clock.
    Manual,
    /// Waits for a module that is not open and whose opening nobody can tell.
    Blocked,
    /// Access was taken away.
    Closed,
}

/// One module in a schedule. On the wire with the sentence of its reason as `explanation`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// The module.
    pub module: ModuleId,
    /// How it stands.
    pub state: ReleaseState,
    /// When it opened or will open; absent where that is not known, never happens by the clock, or access was taken away.
    pub opens_at: Option<Instant>,
    /// Why, as data; its [`Display`](fmt::Display) is the sentence.
    pub why: Why,
}

/// Why a module stands as it does. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    Timer {
        /// What it counts from.
        anchor: Anchor,
        /// The instant that is.
        from: Instant,
        /// How long after.
        offset: Offset,
        /// At which wall-clock time of the day reached, where the rule says.
        #[serde(skip_serializing_if = "Option::is_none")]
        at: Option<TimeOfDay>,
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
    /// Access was, or by then will have been, taken away.
    Revoked {
        /// When.
        at: Instant,
    },
}

impl fmt::Display for Why {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Why::Base => formatter.write_str("the base module opens at enrollment"),
            Why::AtOnce => formatter.write_str("its rule opens it at enrollment"),
            Why::Released => formatter.write_str("it was released before and stays open"),
            Why::Timer { anchor, from, offset, at } => {
                write!(formatter, "it opens {offset} after ")?;
                match anchor {
                    Anchor::PreviousRelease => write!(formatter, "the module before it ({from})")?,
                    Anchor::Enrollment => write!(formatter, "enrollment ({from})")?,
                    Anchor::Instant { .. } => write!(formatter, "{from}")?,
                }
                at.map_or(Ok(()), |at| write!(formatter, ", at {at}"))
            }
            Why::Manual => formatter.write_str("it opens by hand, by its tag or by an automation only"),
            Why::WaitsForManual { module } => {
                write!(formatter, "it waits for the module `{module}`, which opens by hand and is not open")
            }
            Why::OpeningUnknown { module } => {
                write!(formatter, "it counts from the module `{module}`, which opened at a time nobody knows")
            }
            Why::Revoked { at } => write!(formatter, "access ends by revocation at {at}"),
        }
    }
}

impl Serialize for Release {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Wire<'a> {
            module: &'a ModuleId,
            state: ReleaseState,
            #[serde(skip_serializing_if = "Option::is_none")]
            opens_at: Option<Instant>,
            why: &'a Why,
            explanation: String,
        }
        Wire {
            module: &self.module,
            state: self.state,
            opens_at: self.opens_at,
            why: &self.why,
            explanation: self.why.to_string(),
        }
        .serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offering::Unit;

    #[test]
    fn a_release_reads_as_data_and_as_a_sentence() {
        let from: Instant = "2024-05-01T09:00:00Z".parse().unwrap();
        let release = Release {
            module: ModuleId::new("washes").unwrap(),
            state: ReleaseState::Scheduled,
            opens_at: from.checked_add_seconds(7 * 86_400),
            why: Why::Timer {
                anchor: Anchor::PreviousRelease,
                from,
                offset: Offset { amount: 7, unit: Unit::Days },
                at: None,
            },
        };
        let wire = serde_json::to_value(&release).unwrap();
        assert_eq!(wire["state"], "scheduled");
        assert_eq!(wire["opensAt"], "2024-05-08T09:00:00Z");
        assert_eq!(wire["why"]["kind"], "timer");
        assert_eq!(wire["explanation"], "it opens 7 days after the module before it (2024-05-01T09:00:00Z)");
    }
}
