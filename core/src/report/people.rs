//! The source's people, and what becomes of their tags, as a section of a report. Judges nothing.

use std::collections::BTreeMap;

use super::document::{BarChart, ReportBlock, ReportSection, ReportTable};
use super::pseudonym::Voice;
use super::report::fact;
use crate::TagName;
use crate::contact::{Contacts, MarketingStatus};
use crate::site::{Site, TagMapEntry};

/// People by status, and tags by what becomes of them.
pub fn people(site: &Site, contacts: &Contacts, voice: &Voice<'_>) -> ReportSection {
    let mut by_status = BTreeMap::<MarketingStatus, u64>::new();
    let mut held = vec![0_u64; contacts.tag_book().len()];
    for contact in contacts.iter() {
        *by_status.entry(contact.marketing_status()).or_default() += 1;
        for tag in contact.tag_ids() {
            if let Some(count) = held.get_mut(tag.index()) {
                *count += 1;
            }
        }
    }
    let status = |status: MarketingStatus| {
        let count = by_status.get(&status).copied().unwrap_or(0);
        (status.name().to_owned(), vec![count])
    };
    let statuses = MarketingStatus::ALL.into_iter().map(status);
    let mut tags: Vec<_> = contacts.tag_book().names().zip(held).filter(|(_, count)| *count > 0).collect();
    crate::order::sort(&mut tags);
    let (mut mapped, mut kept, mut dropped) = ((0, 0), (0, 0), (0, 0));
    for (tag, count) in &tags {
        let sum = match fate(site, tag) {
            Some(TagMapEntry::Rename { .. } | TagMapEntry::Merge { .. }) => &mut mapped,
            Some(TagMapEntry::Drop { .. }) => &mut dropped,
            Some(TagMapEntry::Keep { .. }) | None => &mut kept,
        };
        *sum = (sum.0 + 1, sum.1 + *count);
    }
    let fates = || [("mapped", mapped), ("kept", kept), ("dropped", dropped)].into_iter();
    let row = |(tag, count): &(&TagName, u64)| {
        let becomes = match fate(site, tag) {
            Some(TagMapEntry::Rename { to, .. } | TagMapEntry::Merge { to, .. }) => voice.plain(to.as_str()),
            Some(TagMapEntry::Drop { reason, .. }) => format!("dropped: {}", voice.free(reason)),
            Some(TagMapEntry::Keep { .. }) | None => "kept".to_owned(),
        };
        vec![voice.plain(tag.as_str()), count.to_string(), becomes]
    };
    let blocks = vec![
        ReportBlock::Facts { facts: vec![fact("Contacts", contacts.len()), fact("Tags", tags.len())] },
        ReportBlock::Bars { chart: BarChart::new("Members by marketing status", &["Members"], statuses) },
        ReportBlock::Bars {
            chart: BarChart::new(
                "What becomes of tags",
                &["Tags"],
                fates().map(|(name, sum)| (name.to_owned(), vec![sum.0])),
            ),
        },
        ReportBlock::Bars {
            chart: BarChart::new(
                "What becomes of tags, by how many members hold them",
                &["Held by members"],
                fates().map(|(name, sum)| (name.to_owned(), vec![sum.1])),
            ),
        },
        ReportBlock::Table {
            table: ReportTable::new("Tags", &["Tag", "Members", "Becomes"], tags.iter().map(row)),
        },
    ];
    ReportSection { id: "people", title: "People and tags", blocks }
}

fn fate<'a>(site: &'a Site, tag: &TagName) -> Option<&'a TagMapEntry> {
    site.tag_map().iter().find(|entry| entry.from().contains(tag))
}
