//! How other systems compute a release, so that what members have today can be told exactly. Does not know schedules.
//!
//! - [`DripProfile`]: the systems, each with its [`Oddity`]s. One file each holds what it can say and how it counts.
//! - [`RulePart`]: a part of a rule that a system cannot say.
//! - Settings as the systems store them, with the rules they mean: [`LifterlmsDrip`], [`LifterlmsAccess`],
//!   [`LifterlmsTimePeriod`], [`SenseiDrip`], [`RestrictContentProMembership`].

mod accessally;
mod convertkit_automation;
mod grammar;
mod learndash;
mod lifterlms;
mod lifterlms_access;
mod lifterlms_drip;
mod local_time;
mod memberpress;
mod pmpro_series;
mod restrict_content_pro;
mod sensei;

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Anchors, ReleaseRuleError, Timer};
use crate::{Instant, TimeError, Zone};

use grammar::Grammar;

pub use grammar::RulePart;
pub use lifterlms_access::{LifterlmsAccess, LifterlmsOrderStatus, LifterlmsTimePeriod};
pub use lifterlms_drip::LifterlmsDrip;
pub use restrict_content_pro::{RestrictContentProMembership, RestrictContentProStatus};
pub use sensei::SenseiDrip;

/// The system whose arithmetic a schedule follows.
///
/// ```
/// use memberferry::{Anchor, Anchors, DripProfile, Offset, Timer, Unit, Zone};
/// let timer = Timer::new(Anchor::Enrollment, Offset { amount: 7, unit: Unit::Days });
/// let anchors = Anchors { enrollment: Some("2024-05-01T18:30:00Z".parse()?), ..Anchors::default() };
/// let opens = |profile: DripProfile| profile.opens_at(&timer, &anchors, Zone::UTC);
/// assert_eq!(opens(DripProfile::AccessAlly)?, Some("2024-05-08T18:30:00Z".parse()?));
/// // From a second after midnight on, and only once more than seven days have passed.
/// assert_eq!(opens(DripProfile::MemberPress)?, Some("2024-05-08T00:00:02Z".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DripProfile {
    /// AccessAlly's timers, and all that the rules of this library can say.
    #[default]
    #[serde(rename = "accessally")]
    AccessAlly,
    /// The Series add-on of Paid Memberships Pro.
    PmproSeries,
    /// MemberPress's rules.
    #[serde(rename = "memberpress")]
    MemberPress,
    /// LearnDash's lessons.
    #[serde(rename = "learndash")]
    LearnDash,
    /// LifterLMS's lessons.
    #[serde(rename = "lifterlms")]
    LifterLms,
    /// Sensei's Content Drip.
    Sensei,
    /// An automation of ConvertKit (Kit) with delays and AccessAlly's webhook.
    #[serde(rename = "convertkit-automation")]
    ConvertKitAutomation,
}

/// Something about a system's arithmetic that members would not expect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Oddity {
    /// A stable name in kebab-case.
    pub name: &'static str,
    /// What happens: lower-case, no full stop.
    pub text: &'static str,
    /// Where that is written.
    pub source: &'static str,
}

/// Everything there is to say of a system.
struct System {
    name: &'static str,
    /// What it can say; all, where absent.
    grammar: Option<Grammar>,
    oddities: &'static [Oddity],
    /// The first instant at which it opens what a timer guards.
    opens_at: fn(&Timer, &Anchors, Zone) -> Result<Option<Instant>, TimeError>,
}

impl DripProfile {
    /// Every profile.
    pub const ALL: [DripProfile; 7] = [
        DripProfile::AccessAlly,
        DripProfile::PmproSeries,
        DripProfile::MemberPress,
        DripProfile::LearnDash,
        DripProfile::LifterLms,
        DripProfile::Sensei,
        DripProfile::ConvertKitAutomation,
    ];

    fn system(self) -> &'static System {
        match self {
            DripProfile::AccessAlly => &accessally::SYSTEM,
            DripProfile::PmproSeries => &pmpro_series::SYSTEM,
            DripProfile::MemberPress => &memberpress::SYSTEM,
            DripProfile::LearnDash => &learndash::SYSTEM,
            DripProfile::LifterLms => &lifterlms::SYSTEM,
            DripProfile::Sensei => &sensei::SYSTEM,
            DripProfile::ConvertKitAutomation => &convertkit_automation::SYSTEM,
        }
    }

    /// The name, as on the wire.
    pub fn name(self) -> &'static str {
        self.system().name
    }

    /// What members would not expect of the system, in the order of importance.
    pub fn oddities(self) -> &'static [Oddity] {
        self.system().oddities
    }

    /// Whether the system can say what a timer says.
    ///
    /// # Errors
    /// [`ReleaseRuleError::Unsupported`] with the first part of it that the system cannot say.
    pub fn check(self, timer: &Timer) -> Result<(), ReleaseRuleError> {
        let part = self.system().grammar.as_ref().and_then(|grammar| grammar.missing(timer));
        part.map_or(Ok(()), |part| Err(ReleaseRuleError::Unsupported { profile: self, part }))
    }

    /// The first instant at which the system opens what a timer guards, in the site's zone; absent where what it counts from
    /// is not known.
    ///
    /// # Errors
    /// [`ReleaseRuleError`] where the timer contradicts itself, says what the system cannot say, or leaves the years 1 to 9999.
    pub fn opens_at(
        self,
        timer: &Timer,
        anchors: &Anchors,
        zone: Zone,
    ) -> Result<Option<Instant>, ReleaseRuleError> {
        timer.check()?;
        self.check(timer)?;
        Ok((self.system().opens_at)(timer, anchors, zone)?)
    }

    /// The date that the system shows to a member who looks at an instant, where that is not simply when it opens.
    ///
    /// # Errors
    /// As [`opens_at`](Self::opens_at).
    pub fn shown_at(
        self,
        timer: &Timer,
        anchors: &Anchors,
        zone: Zone,
        at: Instant,
    ) -> Result<Option<Instant>, ReleaseRuleError> {
        match self {
            DripProfile::PmproSeries => {
                self.check(timer)?;
                Ok(pmpro_series::shown_at(timer, anchors, zone, at)?)
            }
            _ => Ok(None),
        }
    }
}

impl fmt::Display for DripProfile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_wire_and_every_oddity_has_its_own() {
        let mut names = std::collections::BTreeSet::new();
        for profile in DripProfile::ALL {
            assert_eq!(serde_json::to_value(profile).unwrap(), profile.name());
            for oddity in profile.oddities() {
                assert!(names.insert((profile.name(), oddity.name)), "{}", oddity.name);
                assert!(!oddity.text.ends_with('.') && !oddity.source.is_empty());
            }
        }
    }
}
