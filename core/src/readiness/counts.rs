//! The numbers to be noted before a move and compared after it. Does not judge them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::ReadinessEvidence;
use crate::contact::{Contacts, MarketingStatus};
use crate::membership::{MembershipOptions, infer_enrollments};
use crate::site::Site;
use crate::{Instant, OfferingId, TagName};

/// The numbers to be noted before a move.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReadinessCounts {
    /// Contacts.
    pub contacts: u64,
    /// How many people they are: those whose addresses share a key are one.
    pub people: u64,
    /// Contacts by marketing status, from the loosest to the strictest; a status that nobody has is left out.
    pub by_status: BTreeMap<MarketingStatus, u64>,
    /// The source's tags, by name, each with how many contacts hold it.
    pub tags: Vec<TagCount>,
    /// The offerings, in the order of the site, each with how many members it has.
    pub offerings: Vec<OfferingCount>,
    /// Users of the target; absent where nobody looked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub users: Option<u64>,
    /// Orders of all systems; absent where nobody looked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub orders: Option<u64>,
    /// Subscriptions of all systems, as recorded; absent where nobody looked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscriptions: Option<u64>,
    /// Those of them that charge again by themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active_subscriptions: Option<u64>,
}

/// How many contacts hold a tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TagCount {
    /// The tag as the source names it.
    pub tag: TagName,
    /// How many.
    pub contacts: u64,
}

/// How many members an offering has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OfferingCount {
    /// Its id.
    pub offering: OfferingId,
    /// Its name.
    pub name: String,
    /// How many contacts are enrolled, by their tags as the tag map makes them.
    pub members: u64,
}

pub(super) fn count(
    site: &Site,
    contacts: &Contacts,
    evidence: &ReadinessEvidence<'_>,
    at: Instant,
) -> ReadinessCounts {
    let mut counts = ReadinessCounts { contacts: contacts.len() as u64, ..ReadinessCounts::default() };
    let mut people = BTreeSet::new();
    let mut held = vec![0_u64; contacts.tag_book().len()];
    for contact in contacts.iter() {
        people.insert(contact.email_key());
        *counts.by_status.entry(contact.marketing_status()).or_default() += 1;
        for tag in contact.tag_ids() {
            if let Some(held) = held.get_mut(tag.index()) {
                *held += 1;
            }
        }
    }
    counts.people = people.len() as u64;
    let tags = contacts.tag_book().names().zip(held).filter(|(_, contacts)| *contacts > 0);
    counts.tags = tags.map(|(tag, contacts)| TagCount { tag: tag.clone(), contacts }).collect();
    crate::order::sort_by(&mut counts.tags, |left, right| left.tag.cmp(&right.tag));
    let mut members: BTreeMap<&OfferingId, u64> = BTreeMap::new();
    for enrollment in infer_enrollments(site, contacts, MembershipOptions::new(at)) {
        *members.entry(enrollment.offering).or_default() += 1;
    }
    let offering = |offering: &crate::offering::Offering| OfferingCount {
        offering: offering.id.clone(),
        name: offering.name.clone(),
        members: members.get(&offering.id).copied().unwrap_or(0),
    };
    counts.offerings = site.offerings().iter().map(offering).collect();
    counts.users = evidence.users.map(|users| users.len() as u64);
    if let Some(sources) = evidence.sources {
        let subscriptions = || sources.iter().flat_map(|source| &source.subscriptions);
        counts.orders = Some(sources.iter().map(|source| source.orders.len() as u64).sum());
        counts.subscriptions = Some(subscriptions().count() as u64);
        let active = subscriptions().filter(|subscription| subscription.status.charges_again());
        counts.active_subscriptions = Some(active.count() as u64);
    }
    counts
}
