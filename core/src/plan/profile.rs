//! What is known of a person apart from who they are on the target: names, address, consent, references. Does not know
//! where it came from; comparing two profiles is its business, deciding what to do is not.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::wire;
use crate::contact::Slot;
use crate::{Address, ContactRef, Instant, Marketing};

/// What is known of a person. In an update it holds only the fields that change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default, expecting = "a profile object")]
pub struct UserProfile {
    /// The source's own id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Further ids of the source under the same address, in order of appearance.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub external_id_aliases: Vec<String>,
    /// Given name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Telephone number as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// Postal address.
    #[serde(skip_serializing_if = "Address::is_empty")]
    pub address: Address,
    /// Language, as the source writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// IANA time zone, as the source writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// When the person was first known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Instant>,
    /// What the person may be sent; absent where nothing was stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marketing: Option<Marketing>,
    /// The source's own fields, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "wire::each_once")]
    pub custom: BTreeMap<String, String>,
    /// Who referred the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referring_affiliate: Option<String>,
    /// Order ids, in order of appearance. References only: no order is moved.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub order_ids: Vec<String>,
    /// Subscription ids, in order of appearance. References only: no charge is moved.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub subscription_ids: Vec<String>,
}

/// The names of the fields that hold one text each, in the order of [`UserProfile::texts`].
const TEXTS: [&str; 14] = [
    "externalId",
    "firstName",
    "lastName",
    "phone",
    "company",
    "locale",
    "timeZone",
    "referringAffiliate",
    "address.line1",
    "address.line2",
    "address.city",
    "address.region",
    "address.postalCode",
    "address.country",
];
/// The names of the fields that hold several texts each, in the order of [`UserProfile::lists`].
const LISTS: [&str; 3] = ["externalIdAliases", "orderIds", "subscriptionIds"];

impl UserProfile {
    /// What a contact of the source says.
    pub(super) fn of_contact(contact: &ContactRef<'_>) -> Self {
        let owned = |slot| contact.text(slot).map(str::to_owned);
        let marketing = contact.marketing();
        UserProfile {
            external_id: owned(Slot::EXTERNAL_ID),
            external_id_aliases: contact.external_id_aliases().map(str::to_owned).collect(),
            first_name: owned(Slot::FIRST_NAME),
            last_name: owned(Slot::LAST_NAME),
            phone: owned(Slot::PHONE),
            company: owned(Slot::COMPANY),
            address: Address {
                line1: owned(Slot::LINE1),
                line2: owned(Slot::LINE2),
                city: owned(Slot::CITY),
                region: owned(Slot::REGION),
                postal_code: owned(Slot::POSTAL_CODE),
                country: owned(Slot::COUNTRY),
            },
            locale: owned(Slot::LOCALE),
            time_zone: owned(Slot::TIME_ZONE),
            created_at: contact.created_at(),
            marketing: marketing.is_stated().then_some(marketing),
            custom: contact.custom().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            referring_affiliate: owned(Slot::AFFILIATE),
            order_ids: contact.order_ids().map(str::to_owned).collect(),
            subscription_ids: contact.subscription_ids().map(str::to_owned).collect(),
        }
    }

    fn texts(&self) -> [&Option<String>; TEXTS.len()] {
        let address = &self.address;
        [
            &self.external_id,
            &self.first_name,
            &self.last_name,
            &self.phone,
            &self.company,
            &self.locale,
            &self.time_zone,
            &self.referring_affiliate,
            &address.line1,
            &address.line2,
            &address.city,
            &address.region,
            &address.postal_code,
            &address.country,
        ]
    }

    fn texts_mut(&mut self) -> [&mut Option<String>; TEXTS.len()] {
        let address = &mut self.address;
        [
            &mut self.external_id,
            &mut self.first_name,
            &mut self.last_name,
            &mut self.phone,
            &mut self.company,
            &mut self.locale,
            &mut self.time_zone,
            &mut self.referring_affiliate,
            &mut address.line1,
            &mut address.line2,
            &mut address.city,
            &mut address.region,
            &mut address.postal_code,
            &mut address.country,
        ]
    }

    fn lists(&self) -> [&Vec<String>; LISTS.len()] {
        [&self.external_id_aliases, &self.order_ids, &self.subscription_ids]
    }

    fn lists_mut(&mut self) -> [&mut Vec<String>; LISTS.len()] {
        [&mut self.external_id_aliases, &mut self.order_ids, &mut self.subscription_ids]
    }

    /// The fields that a source's profile changes in this one, before and after; absent where there are none.
    ///
    /// A blank never erases. Ids are added to, never taken away. The date of creation is only filled in. Consent is merged
    /// and, where this profile states any, never made looser: the target's own record is what people changed last.
    pub(super) fn changed_by(&self, source: UserProfile) -> Option<(UserProfile, UserProfile)> {
        let (mut before, mut after) = (UserProfile::default(), source);
        let places = before.texts_mut().into_iter().zip(after.texts_mut());
        for (current, (before, after)) in self.texts().into_iter().zip(places) {
            if after.as_ref().is_some_and(|wanted| !wanted.is_empty()) && current != after {
                before.clone_from(current);
            } else {
                *after = None;
            }
        }
        let primary = self.external_id.clone();
        for ((current, before), after) in
            self.lists().into_iter().zip(before.lists_mut()).zip(after.lists_mut())
        {
            after.retain(|id| !current.contains(id));
            if !after.is_empty() {
                before.clone_from(current);
                after.splice(..0, current.iter().cloned());
            }
        }
        // An id that gives way to another one stays known.
        if let (Some(primary), Some(_)) = (primary, &after.external_id) {
            let aliases = &mut after.external_id_aliases;
            if aliases.is_empty() {
                aliases.clone_from(&self.external_id_aliases);
                before.external_id_aliases.clone_from(&self.external_id_aliases);
            }
            if !aliases.contains(&primary) {
                aliases.push(primary);
            }
        }
        after.custom.retain(|name, value| !value.is_empty() && self.custom.get(name) != Some(value));
        before.custom =
            after.custom.keys().filter_map(|name| self.custom.get_key_value(name)).map(owned_pair).collect();
        after.created_at = after.created_at.filter(|_| self.created_at.is_none());
        after.marketing = after.marketing.and_then(|source| stricter(self.marketing.clone(), source));
        before.marketing = self.marketing.clone().filter(|_| after.marketing.is_some());
        (after != UserProfile::default()).then_some((before, after))
    }

    /// This profile with the fields of a change written over its own.
    pub fn apply(&mut self, change: &UserProfile) {
        for (mine, theirs) in self.texts_mut().into_iter().zip(change.texts()) {
            if theirs.is_some() {
                mine.clone_from(theirs);
            }
        }
        for (mine, theirs) in self.lists_mut().into_iter().zip(change.lists()) {
            if !theirs.is_empty() {
                mine.clone_from(theirs);
            }
        }
        self.custom.extend(change.custom.iter().map(owned_pair));
        if change.created_at.is_some() {
            self.created_at = change.created_at;
        }
        if change.marketing.is_some() {
            self.marketing.clone_from(&change.marketing);
        }
    }

    /// This profile with the fields of another one written over its own.
    pub(crate) fn with(&self, other: &UserProfile) -> UserProfile {
        let mut both = self.clone();
        both.apply(other);
        both
    }

    /// Writes some fields of another profile over this one's, those without a value too.
    pub(super) fn replace(&mut self, fields: &UserProfile, other: &UserProfile) {
        for ((mine, theirs), field) in self.texts_mut().into_iter().zip(other.texts()).zip(fields.texts()) {
            if field.is_some() {
                mine.clone_from(theirs);
            }
        }
        for ((mine, theirs), field) in self.lists_mut().into_iter().zip(other.lists()).zip(fields.lists()) {
            if !field.is_empty() {
                mine.clone_from(theirs);
            }
        }
        for name in fields.custom.keys() {
            match other.custom.get(name) {
                Some(value) => self.custom.insert(name.clone(), value.clone()),
                None => self.custom.remove(name),
            };
        }
        if fields.created_at.is_some() {
            self.created_at = other.created_at;
        }
        if fields.marketing.is_some() {
            self.marketing.clone_from(&other.marketing);
        }
    }

    /// Clears a field, named as [`differences`](Self::differences) names it.
    pub(super) fn forget(&mut self, field: &str) {
        if let Some((_, text)) = TEXTS.iter().zip(self.texts_mut()).find(|(name, _)| **name == field) {
            *text = None;
        } else if let Some((_, list)) = LISTS.iter().zip(self.lists_mut()).find(|(name, _)| **name == field) {
            list.clear();
        } else if let Some(name) = field.strip_prefix("custom.") {
            self.custom.remove(name);
        } else if field == "createdAt" {
            self.created_at = None;
        } else if field == "marketing" {
            self.marketing = None;
        }
    }

    /// The fields in which two profiles differ, each with this one's value and the other's as text.
    pub(crate) fn differences(&self, other: &UserProfile) -> Vec<(String, Option<String>, Option<String>)> {
        let mut found = Vec::new();
        let mut compare = |field: String, mine: Option<String>, theirs: Option<String>| {
            if mine != theirs {
                found.push((field, mine, theirs));
            }
        };
        for ((name, mine), theirs) in TEXTS.iter().zip(self.texts()).zip(other.texts()) {
            compare((*name).to_owned(), mine.clone(), theirs.clone());
        }
        let joined = |values: &[String]| (!values.is_empty()).then(|| values.join(", "));
        for ((name, mine), theirs) in LISTS.iter().zip(self.lists()).zip(other.lists()) {
            compare((*name).to_owned(), joined(mine), joined(theirs));
        }
        let instant = |at: Option<Instant>| at.map(|at| at.to_string());
        compare("createdAt".to_owned(), instant(self.created_at), instant(other.created_at));
        let shown =
            |marketing: &Option<Marketing>| marketing.as_ref().and_then(|it| serde_json::to_string(it).ok());
        compare("marketing".to_owned(), shown(&self.marketing), shown(&other.marketing));
        let names: std::collections::BTreeSet<_> =
            crate::order::set(self.custom.keys().chain(other.custom.keys()));
        for name in names {
            compare(
                format!("custom.{name}"),
                self.custom.get(name).cloned(),
                other.custom.get(name).cloned(),
            );
        }
        found
    }

    /// Only those fields that another profile has.
    pub(crate) fn restricted_to(&self, other: &UserProfile) -> UserProfile {
        let mut mine = self.clone();
        for (mine, theirs) in mine.texts_mut().into_iter().zip(other.texts()) {
            *mine = mine.take().filter(|_| theirs.is_some());
        }
        for (mine, theirs) in mine.lists_mut().into_iter().zip(other.lists()) {
            if theirs.is_empty() {
                mine.clear();
            }
        }
        mine.custom.retain(|name, _| other.custom.contains_key(name));
        mine.created_at = mine.created_at.filter(|_| other.created_at.is_some());
        mine.marketing = mine.marketing.filter(|_| other.marketing.is_some());
        mine
    }
}

fn owned_pair((name, value): (&String, &String)) -> (String, String) {
    (name.clone(), value.clone())
}

/// The consent that is to stand where a source's meets the target's; absent where the target's stays.
fn stricter(target: Option<Marketing>, source: Marketing) -> Option<Marketing> {
    let Some(target) = target.filter(Marketing::is_stated) else { return Some(source) };
    let merged = target.clone().merge(source);
    (merged.status >= target.status && merged != target).then_some(merged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ConsentEvidence, MarketingStatus};

    fn named(first: Option<&str>, last: Option<&str>) -> UserProfile {
        UserProfile {
            first_name: first.map(str::to_owned),
            last_name: last.map(str::to_owned),
            ..UserProfile::default()
        }
    }

    fn status(status: MarketingStatus, at: &str) -> UserProfile {
        let evidence = ConsentEvidence { at: at.parse().ok(), ..ConsentEvidence::default() };
        UserProfile { marketing: Some(Marketing { status, evidence }), ..UserProfile::default() }
    }

    #[test]
    fn a_change_holds_only_what_changes_and_a_blank_never_erases() {
        let target = named(Some("Ada"), Some("Byron"));
        let (before, after) = target.changed_by(named(None, Some("King"))).unwrap();
        assert_eq!((before, after.clone()), (named(None, Some("Byron")), named(None, Some("King"))));
        let mut applied = target;
        applied.apply(&after);
        assert_eq!(applied, named(Some("Ada"), Some("King")));
        assert_eq!(applied.changed_by(named(Some(""), Some("King"))), None);
    }

    #[test]
    fn consent_on_the_target_is_never_made_looser() {
        let left = status(MarketingStatus::Unsubscribed, "2024-01-01T00:00:00Z");
        assert_eq!(left.changed_by(status(MarketingStatus::Subscribed, "2025-01-01T00:00:00Z")), None);
        let in_list = status(MarketingStatus::Subscribed, "2025-01-01T00:00:00Z");
        let (_, after) = in_list.changed_by(status(MarketingStatus::Bounced, "")).unwrap();
        assert_eq!(after.marketing.unwrap().status, MarketingStatus::Bounced);
        let (_, after) = UserProfile::default().changed_by(in_list).unwrap();
        assert_eq!(after.marketing.unwrap().status, MarketingStatus::Subscribed);
    }

    #[test]
    fn ids_are_added_to_and_an_overruled_one_stays_as_an_alias() {
        let with = |id: &str, orders: &[&str]| UserProfile {
            external_id: Some(id.to_owned()),
            order_ids: orders.iter().map(|&id| id.to_owned()).collect(),
            ..UserProfile::default()
        };
        let target = with("7", &["o-1"]);
        let (before, after) = target.changed_by(with("9", &["o-2", "o-1"])).unwrap();
        assert_eq!(before, with("7", &["o-1"]));
        assert_eq!(after.order_ids, ["o-1", "o-2"]);
        assert_eq!(
            (after.external_id.as_deref(), after.external_id_aliases.as_slice()),
            (Some("9"), &["7".to_owned()][..])
        );
        let mut applied = target;
        applied.apply(&after);
        assert_eq!(applied.changed_by(with("9", &["o-2", "o-1"])), None);
    }

    #[test]
    fn differences_name_the_field_and_both_values() {
        let found = named(Some("Ada"), None).differences(&named(Some("Eve"), None));
        assert_eq!(found, [("firstName".to_owned(), Some("Ada".to_owned()), Some("Eve".to_owned()))]);
    }
}
