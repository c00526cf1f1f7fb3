//! One line of a schedule: a module, its state, when it opens and closes, and why. Does not compute any of it.

use serde::{Serialize, Serializer};

use super::Why;
use crate::{Instant, ModuleId};

/// How a module stands for one enrollment at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReleaseState {
    /// Open now.
    Open,
    /// Opens by the clock, at a known instant to come.
    Scheduled,
    /// Opens by hand, by its tag or by an automation; never by the clock.
    Manual,
    /// Waits for something whose time nobody can tell: a module that is not open, an event, the end of a pause.
    Blocked,
    /// Access has ended, or will have before it would open: by an expiry rule, or because it was taken away.
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
    /// When access to it ended or will end, by an expiry rule or because it was taken away; absent where no end is known.
    pub closes_at: Option<Instant>,
    /// The date that the system whose arithmetic is followed shows for it, where that is another than when it opens.
    pub shown_at: Option<Instant>,
    /// Why, as data; its [`Display`](std::fmt::Display) is the sentence.
    pub why: Why,
}

/// A release as it is written.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Release"))]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    module: &'a ModuleId,
    state: ReleaseState,
    #[serde(skip_serializing_if = "Option::is_none")]
    opens_at: Option<Instant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closes_at: Option<Instant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shown_at: Option<Instant>,
    why: &'a Why,
    explanation: String,
}

#[cfg(feature = "schema")]
crate::schema::written_as!(Release => Written<'_>);

impl Serialize for Release {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written {
            module: &self.module,
            state: self.state,
            opens_at: self.opens_at,
            closes_at: self.closes_at,
            shown_at: self.shown_at,
            why: &self.why,
            explanation: self.why.to_string(),
        }
        .serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offering::{Anchor, Offset, TimerWhy, TimerZone, Unit};

    fn timer(from: Instant) -> TimerWhy {
        TimerWhy {
            anchor: Anchor::PreviousRelease,
            from: Some(from),
            offset: Offset { amount: 7, unit: Unit::Days },
            at: None,
            timezone: TimerZone::Site,
            snap: None,
            not_before: None,
            not_after: None,
            fixed: None,
            paused_seconds: 0,
        }
    }

    #[test]
    fn a_release_reads_as_data_and_as_a_sentence() {
        let from: Instant = "2024-05-01T09:00:00Z".parse().unwrap();
        let release = Release {
            module: ModuleId::new("washes").unwrap(),
            state: ReleaseState::Scheduled,
            opens_at: from.checked_add_seconds(7 * 86_400),
            closes_at: None,
            shown_at: None,
            why: Why::Timer(Box::new(timer(from))),
        };
        let wire = serde_json::to_value(&release).unwrap();
        assert_eq!(wire["state"], "scheduled");
        assert_eq!(wire["opensAt"], "2024-05-08T09:00:00Z");
        assert_eq!(wire["why"]["kind"], "timer");
        assert_eq!(wire["explanation"], "it opens 7 days after the module before it (2024-05-01T09:00:00Z)");
    }

    #[test]
    fn everything_that_decided_is_in_the_sentence() {
        let from: Instant = "2024-05-01T09:00:00Z".parse().unwrap();
        let full: TimerWhy = TimerWhy {
            at: "09:00".parse().ok(),
            timezone: TimerZone::Member,
            snap: serde_json::from_str(r#"{"kind":"weekday","days":["monday","thursday"]}"#).unwrap(),
            not_before: Some(from),
            not_after: Some(from),
            fixed: serde_json::from_str(r#"{"at":"2024-06-01T00:00:00Z"}"#).unwrap(),
            paused_seconds: 2 * 86_400,
            ..timer(from)
        };
        assert_eq!(
            full.to_string(),
            "it opens 7 days after the module before it (2024-05-01T09:00:00Z), on the next Monday or Thursday, at 09:00, \
             in the member's own zone, the clock having stood still for 2 days, and not before the fixed date \
             2024-06-01T00:00:00Z, not before 2024-05-01T09:00:00Z, not after 2024-05-01T09:00:00Z"
        );
    }
}
