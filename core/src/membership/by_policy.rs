//! One value for each drip continuity. Does not know what a continuity does.

use serde::{Deserialize, Serialize};

use super::policy::DripContinuity;

/// One value for each [`DripContinuity`].
///
/// ```
/// use memberferry::{ByPolicy, DripContinuity};
/// let lengths = ByPolicy::from_fn(|policy| policy.name().len());
/// assert_eq!(lengths.get(DripContinuity::OpenAll), &8);
/// assert_eq!(lengths.restart, 7);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "{T}ByPolicy"))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with a value for each policy")]
pub struct ByPolicy<T> {
    /// Under [`DripContinuity::KeepOriginalClock`].
    pub keep_original_clock: T,
    /// Under [`DripContinuity::ContinueFromLastReleased`].
    pub continue_from_last_released: T,
    /// Under [`DripContinuity::Restart`].
    pub restart: T,
    /// Under [`DripContinuity::OpenAll`].
    pub open_all: T,
}

impl<T> ByPolicy<T> {
    /// The value that a function gives for each policy, in the order of [`DripContinuity::ALL`].
    pub fn from_fn(mut value: impl FnMut(DripContinuity) -> T) -> Self {
        ByPolicy {
            keep_original_clock: value(DripContinuity::KeepOriginalClock),
            continue_from_last_released: value(DripContinuity::ContinueFromLastReleased),
            restart: value(DripContinuity::Restart),
            open_all: value(DripContinuity::OpenAll),
        }
    }

    /// The same, where one may fail.
    pub(super) fn try_from_fn<E>(mut value: impl FnMut(DripContinuity) -> Result<T, E>) -> Result<Self, E> {
        Ok(ByPolicy {
            keep_original_clock: value(DripContinuity::KeepOriginalClock)?,
            continue_from_last_released: value(DripContinuity::ContinueFromLastReleased)?,
            restart: value(DripContinuity::Restart)?,
            open_all: value(DripContinuity::OpenAll)?,
        })
    }

    /// The value for a policy.
    pub fn get(&self, policy: DripContinuity) -> &T {
        match policy {
            DripContinuity::KeepOriginalClock => &self.keep_original_clock,
            DripContinuity::ContinueFromLastReleased => &self.continue_from_last_released,
            DripContinuity::Restart => &self.restart,
            DripContinuity::OpenAll => &self.open_all,
        }
    }

    /// The value for a policy, to be changed.
    pub fn get_mut(&mut self, policy: DripContinuity) -> &mut T {
        match policy {
            DripContinuity::KeepOriginalClock => &mut self.keep_original_clock,
            DripContinuity::ContinueFromLastReleased => &mut self.continue_from_last_released,
            DripContinuity::Restart => &mut self.restart,
            DripContinuity::OpenAll => &mut self.open_all,
        }
    }
}
