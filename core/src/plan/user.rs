//! One user of the target, as the target holds them now. Does not know what is planned for them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{UserProfile, wire};
use crate::offering::{Enrollment, Pause};
use crate::{Address, Email, Instant, Marketing, ModuleId, OfferingId, TagName, UserId};

/// One user of the target. On the wire one flat object; what is absent is not known.
///
/// ```
/// use memberferry::TargetUser;
/// let text = r#"{"id":"7","email":"ada@example.com","roles":["subscriber"],"tags":["Gold"]}"#;
/// let ada: TargetUser = serde_json::from_str(text)?;
/// assert_eq!(ada.first_name, None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a user object")]
pub struct TargetUser {
    /// The target's own id.
    pub id: UserId,
    /// The address.
    pub email: Email,
    /// The login name; where absent, the address is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// The roles, by the target's names.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub roles: BTreeSet<String>,
    /// The source's id, where an earlier move left one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Further ids of the source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_id_aliases: Vec<String>,
    /// Given name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Family name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// Postal address.
    #[serde(default, skip_serializing_if = "Address::is_empty")]
    pub address: Address,
    /// Language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// IANA time zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// When the user was first known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Instant>,
    /// What the user may be sent; absent on the wire where the target says nothing.
    #[serde(default, skip_serializing_if = "says_nothing")]
    pub marketing: Marketing,
    /// The tags they hold.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub tags: BTreeSet<TagName>,
    /// Further fields, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "wire::each_once")]
    pub custom: BTreeMap<String, String>,
    /// Who referred them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referring_affiliate: Option<String>,
    /// Order ids, as references.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order_ids: Vec<String>,
    /// Subscription ids, as references.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subscription_ids: Vec<String>,
    /// What they are enrolled in.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "wire::each_once")]
    pub enrollments: BTreeMap<OfferingId, TargetEnrollment>,
}

/// What a user of the target has of one offering.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an enrollment object")]
pub struct TargetEnrollment {
    /// When they enrolled.
    pub enrolled_at: Instant,
    /// The modules already open, each with when it opened where that is known. A target that releases a module by the clock
    /// keeps the instant: the timer of the next one counts from it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "wire::each_once")]
    pub released: BTreeMap<ModuleId, Option<Instant>>,
    /// The instant a pending timer counts from where the module before it is released and its opening is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock_from: Option<Instant>,
    /// Times in which the clock stands still, in order.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub paused: BTreeSet<Pause>,
    /// When the user completed modules.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "wire::each_once")]
    pub completed: BTreeMap<ModuleId, Instant>,
    /// The modules whose opening the user was told of, or shall never be told of: a site announces only what is not among them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub notified: BTreeSet<ModuleId>,
    /// When access was taken away, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<Instant>,
}

fn says_nothing(marketing: &Marketing) -> bool {
    !marketing.is_stated()
}

impl TargetUser {
    /// What they completed, by offering.
    pub(crate) fn completed(&self) -> impl Iterator<Item = (&OfferingId, &BTreeMap<ModuleId, Instant>)> {
        self.enrollments.iter().map(|(offering, enrollment)| (offering, &enrollment.completed))
    }
}

impl TargetEnrollment {
    /// An enrollment as a target holds it.
    pub(super) fn of(enrollment: Enrollment) -> Self {
        TargetEnrollment {
            enrolled_at: enrollment.enrolled_at,
            released: enrollment.released,
            clock_from: enrollment.clock_from,
            paused: enrollment.paused.into_iter().collect(),
            completed: enrollment.completed,
            notified: enrollment.notified,
            revoked_at: enrollment.revoked_at,
        }
    }

    /// The same as schedules and access take it.
    pub fn to_enrollment(&self, offering: &OfferingId) -> Enrollment {
        Enrollment {
            released: self.released.clone(),
            clock_from: self.clock_from,
            paused: self.paused.iter().copied().collect(),
            completed: self.completed.clone(),
            notified: self.notified.clone(),
            revoked_at: self.revoked_at,
            ..Enrollment::new(offering.clone(), self.enrolled_at)
        }
    }
}

impl TargetUser {
    /// A user of whom nothing is known but id and address.
    pub fn new(id: UserId, email: Email) -> Self {
        TargetUser {
            id,
            email,
            username: None,
            roles: BTreeSet::new(),
            external_id: None,
            external_id_aliases: Vec::new(),
            first_name: None,
            last_name: None,
            phone: None,
            company: None,
            address: Address::default(),
            locale: None,
            time_zone: None,
            created_at: None,
            marketing: Marketing::default(),
            tags: BTreeSet::new(),
            custom: BTreeMap::new(),
            referring_affiliate: None,
            order_ids: Vec::new(),
            subscription_ids: Vec::new(),
            enrollments: BTreeMap::new(),
        }
    }

    /// What is known of the user apart from who they are.
    pub fn profile(&self) -> UserProfile {
        UserProfile {
            external_id: self.external_id.clone(),
            external_id_aliases: self.external_id_aliases.clone(),
            first_name: self.first_name.clone(),
            last_name: self.last_name.clone(),
            phone: self.phone.clone(),
            company: self.company.clone(),
            address: self.address.clone(),
            locale: self.locale.clone(),
            time_zone: self.time_zone.clone(),
            created_at: self.created_at,
            marketing: self.marketing.is_stated().then(|| self.marketing.clone()),
            custom: self.custom.clone(),
            referring_affiliate: self.referring_affiliate.clone(),
            order_ids: self.order_ids.clone(),
            subscription_ids: self.subscription_ids.clone(),
        }
    }

    /// Puts a profile in place of the user's own.
    pub fn set_profile(&mut self, profile: UserProfile) {
        let UserProfile {
            external_id,
            external_id_aliases,
            first_name,
            last_name,
            phone,
            company,
            address,
            locale,
            time_zone,
            created_at,
            marketing,
            custom,
            referring_affiliate,
            order_ids,
            subscription_ids,
        } = profile;
        self.external_id = external_id;
        self.external_id_aliases = external_id_aliases;
        self.first_name = first_name;
        self.last_name = last_name;
        self.phone = phone;
        self.company = company;
        self.address = address;
        self.locale = locale;
        self.time_zone = time_zone;
        self.created_at = created_at;
        self.marketing = marketing.unwrap_or_default();
        self.custom = custom;
        self.referring_affiliate = referring_affiliate;
        self.order_ids = order_ids;
        self.subscription_ids = subscription_ids;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_is_one_flat_object_and_an_unknown_field_is_refused() {
        let text = r#"{"id":"7","email":"ada@example.com","roles":["subscriber"],"externalId":"17","tags":["Gold"],"enrollments":{"watercolour":{"enrolledAt":"2024-05-01T00:00:00Z","released":{"brushes":null}}}}"#;
        let ada: TargetUser = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&ada).unwrap(), text);
        let mut other = TargetUser::new(ada.id.clone(), ada.email.clone());
        other.set_profile(ada.profile());
        assert_eq!(other.external_id.as_deref(), Some("17"));
        assert!(
            serde_json::from_str::<TargetUser>(r#"{"id":"7","email":"ada@example.com","role":"x"}"#).is_err()
        );
    }
}
