//! A span of time that somebody looks at. Does not know what happens in it.

use serde::{Deserialize, Serialize};

use super::{Instant, TimeError};

/// A span from an instant (included) until a later one (not included), so that spans one after the other miss nothing and repeat
/// nothing.
///
/// ```
/// use memberferry::Horizon;
/// let (may, june) = ("2024-05-01T00:00:00Z".parse()?, "2024-06-01T00:00:00Z".parse()?);
/// let horizon = Horizon::new(may, june)?;
/// assert!(horizon.holds(may) && !horizon.holds(june));
/// assert!(Horizon::new(june, may).is_err());
/// # Ok::<(), memberferry::TimeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "HorizonFields")]
pub struct Horizon {
    from: Instant,
    until: Instant,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an object with `from` and `until`")]
struct HorizonFields {
    from: Instant,
    until: Instant,
}

impl TryFrom<HorizonFields> for Horizon {
    type Error = TimeError;
    fn try_from(fields: HorizonFields) -> Result<Self, TimeError> {
        Horizon::new(fields.from, fields.until)
    }
}

impl Horizon {
    /// The span from an instant until a later one.
    ///
    /// # Errors
    /// [`TimeError::EmptyHorizon`] where it would end before it begins, or hold no instant.
    pub fn new(from: Instant, until: Instant) -> Result<Self, TimeError> {
        if from < until { Ok(Horizon { from, until }) } else { Err(TimeError::EmptyHorizon { from, until }) }
    }

    /// Its first instant.
    pub fn from(self) -> Instant {
        self.from
    }

    /// The first instant after it.
    pub fn until(self) -> Instant {
        self.until
    }

    /// Whether an instant lies in it.
    pub fn holds(self, at: Instant) -> bool {
        self.from <= at && at < self.until
    }

    /// Whether an instant lies in it and is not its first: there something may change that stood otherwise when it began.
    pub(crate) fn holds_inside(self, at: Instant) -> bool {
        self.from < at && at < self.until
    }
}
