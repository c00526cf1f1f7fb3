//! What a site sells or gives: offerings, their modules, and when each module opens. Does not know contacts, pages or
//! access rules; "now" is always an argument.
//!
//! - [`Offering`] and [`Module`]: what there is, in order.
//! - [`ReleaseRule`]: when a module opens or closes. [`release_at`] answers for one rule. Its [`Timer`] counts from an
//!   [`Anchor`] by an [`Offset`], in the calendar with a [`Snap`] and a [`TimeOfDay`].
//! - [`Enrollment`]: what one member has of one offering, with its [`Pause`]s; [`MemberFacts`]: what else is known of them;
//!   [`EnrolledMember`]: both.
//! - [`DripProfile`]: how other systems count, and settings as they store them.
//! - [`release_schedule`]: every module of an offering for an enrollment, with its state and [`Why`];
//!   [`release_calendar`] for the member's own calendar.

mod anchor;
mod calendar;
mod clock;
mod enrolled_member;
mod enrollment;
mod facts;
mod module;
mod offset;
mod pause;
mod profiles;
mod release;
mod release_calendar;
mod release_rule;
mod rule_wire;
mod schedule;
#[cfg(test)]
mod schedule_tests;
mod snap;
mod time_of_day;
mod timer;
mod weekday;
mod why;

use serde::{Deserialize, Serialize};

use crate::{Instant, OfferingId, TagName};

pub use anchor::{Anchor, Anchors, Completion};
pub use enrolled_member::EnrolledMember;
pub use enrollment::Enrollment;
pub use facts::MemberFacts;
pub use module::Module;
pub use offset::{Mode, Offset, Unit};
pub use pause::{Pause, PauseError};
pub use profiles::{
    DripProfile, LifterlmsAccess, LifterlmsDrip, LifterlmsOrderStatus, LifterlmsTimePeriod, Oddity,
    RestrictContentProMembership, RestrictContentProStatus, RulePart, SenseiDrip,
};
pub use release::{Release, ReleaseState};
pub use release_calendar::release_calendar;
pub use release_rule::{ReleaseRule, ReleaseRuleError, release_at};
pub(crate) use schedule::{EnrollmentSchedule, enrollment_schedule};
pub use schedule::{ScheduleError, ScheduleOptions, release_schedule};
pub use snap::{DayOfMonth, Nth, Snap, SnapError};
pub use time_of_day::{TimeOfDay, TimeOfDayError};
pub use timer::{FixedDate, Precedence, Timer, TimerZone};
pub use weekday::{Weekday, Weekdays, WeekdaysError};
pub use why::{TimerWhy, Why};

/// What kind of thing an offering is (AccessAlly's four).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OfferingKind {
    /// Modules that open one after the other.
    #[default]
    Course,
    /// Access for as long as it is paid for.
    Membership,
    /// Several offerings sold as one.
    Bundle,
    /// A team whose members are added by its owner.
    TeamCenter,
}

/// Whether an offering costs money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Price {
    /// Bought on an order form.
    #[default]
    Paid,
    /// Given for an opt-in.
    Free,
}

/// What is sold or given: a course, a membership, a bundle or a team center.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an offering object")]
pub struct Offering {
    /// Unique within the site.
    pub id: OfferingId,
    /// As members read it.
    pub name: String,
    /// Course, membership, bundle or team center; a course where absent.
    #[serde(default)]
    pub kind: OfferingKind,
    /// Paid or free; paid where absent.
    #[serde(default)]
    pub price: Price,
    /// The tag that says a member has the offering.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_tag: Option<TagName>,
    /// The tag that opens every page of the offering, whatever the timers say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instant_access_tag: Option<TagName>,
    /// The tag that closes every page of the offering, whatever other tags say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoke_tag: Option<TagName>,
    /// The tag a purchase or an opt-in adds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purchase_tag: Option<TagName>,
    /// The tag a failed payment adds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failed_payment_tag: Option<TagName>,
    /// The products that sell it, as shops write them: their ids or their names, compared without case. Orders for them are evidence of
    /// when a member enrolled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<String>,
    /// When it starts for everybody, for rules that count from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts_at: Option<Instant>,
    /// When access to the whole of it ends; never by the clock, where absent. [`Anchor::PreviousRelease`] is the enrollment
    /// there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expiry: Option<ReleaseRule>,
    /// In the order members meet them; the first is the base module.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modules: Vec<Module>,
    /// The name of the email sent on enrollment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub welcome_email: Option<String>,
    /// The form it is bought on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_form: Option<String>,
    /// The form it is given for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opt_in_form: Option<String>,
}

impl Offering {
    /// An offering of which only the id, the name and the modules are known: a course that is paid for.
    pub fn new(id: OfferingId, name: &str, modules: Vec<Module>) -> Self {
        Offering {
            id,
            name: name.to_owned(),
            kind: OfferingKind::Course,
            price: Price::Paid,
            access_tag: None,
            instant_access_tag: None,
            revoke_tag: None,
            purchase_tag: None,
            failed_payment_tag: None,
            products: Vec::new(),
            starts_at: None,
            expiry: None,
            modules,
            welcome_email: None,
            order_form: None,
            opt_in_form: None,
        }
    }

    /// The rule a module opens by, by its place in the offering.
    ///
    /// The base module opens at once, whatever it says. Any other without a rule of its own opens by hand: only its tag, an
    /// automation or a person opens it.
    pub fn release_rule(&self, index: usize) -> &ReleaseRule {
        if index == 0 {
            return &ReleaseRule::AtOnce;
        }
        self.modules.get(index).and_then(|module| module.release.as_ref()).unwrap_or(&ReleaseRule::Manual)
    }

    /// The modules that open as soon as somebody is enrolled, each with its place.
    pub(crate) fn modules_at_once(&self) -> impl Iterator<Item = (usize, &Module)> {
        let is_at_once = |index: usize| matches!(self.release_rule(index), ReleaseRule::AtOnce);
        self.modules.iter().enumerate().filter(move |(index, _)| is_at_once(*index))
    }

    /// Every tag the offering itself names, its modules' not among them, each with the field that names it.
    pub fn tags(&self) -> impl Iterator<Item = (&'static str, &TagName)> {
        [
            ("accessTag", &self.access_tag),
            ("instantAccessTag", &self.instant_access_tag),
            ("revokeTag", &self.revoke_tag),
            ("purchaseTag", &self.purchase_tag),
            ("failedPaymentTag", &self.failed_payment_tag),
        ]
        .into_iter()
        .filter_map(|(field, tag)| Some((field, tag.as_ref()?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_module_opens_at_once_and_the_rest_by_hand_unless_they_say() {
        let offering: Offering = serde_json::from_str(
            r#"{"id": "watercolour", "name": "Watercolour", "modules": [
                {"id": "a", "name": "A"},
                {"id": "b", "name": "B"},
                {"id": "c", "name": "C", "release": {"kind": "at-once"}}
            ]}"#,
        )
        .unwrap();
        assert_eq!(offering.kind, OfferingKind::Course);
        assert_eq!(offering.release_rule(0), &ReleaseRule::AtOnce);
        assert_eq!(offering.release_rule(1), &ReleaseRule::Manual);
        assert_eq!(offering.release_rule(2), &ReleaseRule::AtOnce);
    }

    #[test]
    fn an_unknown_field_is_refused() {
        let refused = serde_json::from_str::<Offering>(r#"{"id": "a", "name": "A", "acessTag": "A"}"#);
        assert!(refused.unwrap_err().to_string().contains("unknown field `acessTag`"));
    }
}
