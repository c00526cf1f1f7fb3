//! Contacts as columns, some thousand rows at a time. Knows no file and no library of columns; `from_frame` is the way back.

use std::ops::Range;

use super::slot::{Slot, split_utf8};
use super::{ContactRef, Contacts};
use crate::frame::{
    FRAME_BYTES, FRAME_ROWS, Frame, InstantBuilder, ListBuilder, MapBuilder, TextBuilder, one_by_one,
};

pub(super) const MARKETING_STATUS: &str = "marketing_status";
pub(super) const CONSENT_AT: &str = "consent_at";
pub(super) const CREATED_AT: &str = "created_at";
pub(super) const UPDATED_AT: &str = "updated_at";
pub(super) const TAGS: &str = "tags";
pub(super) const CUSTOM: &str = "custom";

/// The fixed slots, in the order of their columns.
pub(super) fn slots() -> impl Iterator<Item = Slot> {
    (0..Slot::CUSTOM).map(Slot)
}

/// What the column of a fixed slot is called.
pub(super) fn column_name(slot: Slot) -> String {
    slot.name().unwrap_or_default().replace('-', "_")
}

/// Whether a slot holds several values.
pub(super) fn is_list(slot: Slot) -> bool {
    matches!(slot, Slot::ALIASES | Slot::ORDER_IDS | Slot::SUBSCRIPTION_IDS | Slot::ROLES)
}

impl Contacts {
    /// The contacts as columns, in their order: as many frames as it takes, and at least one.
    ///
    /// The columns are, of text, `email`, `external_id`, `username`, `first_name`, `last_name`, `phone`, `company`, `address_line1`,
    /// `address_line2`, `city`, `region`, `postal_code`, `country`, `locale`, `time_zone`, `referring_affiliate`, `consent_source`,
    /// `consent_ip`, `consent_wording` and `marketing_status`; of lists of texts, `external_id_aliases`, `order_ids`,
    /// `subscription_ids`, `roles` and `tags`; of instants, `consent_at`, `created_at` and `updated_at`; and the map `custom`.
    /// Passwords are in none.
    pub fn frames(&self) -> impl Iterator<Item = Frame> {
        one_by_one(|first| self.frame_at(first))
    }

    /// The frame that begins with a contact, by its place; absent past the last one.
    pub fn frame_at(&self, first: usize) -> Option<Frame> {
        if first > 0 && first >= self.len() {
            return None;
        }
        let mut bytes = 0_usize;
        let rows = self.rows.iter().skip(first).take(FRAME_ROWS).take_while(|row| {
            let fits = bytes < FRAME_BYTES;
            bytes = bytes.saturating_add(row.text_length as usize);
            fits
        });
        let end = first + rows.count();
        Some(self.frame(first..end))
    }

    fn frame(&self, places: Range<usize>) -> Frame {
        let mut columns = Columns::default();
        let rows = places.len();
        for (row, place) in places.enumerate() {
            if let Some(contact) = self.get(place) {
                columns.add(row, &contact);
            }
        }
        columns.finish(rows)
    }
}

enum SlotColumn {
    Text(TextBuilder),
    List(ListBuilder),
}

struct Columns {
    /// By slot.
    slots: Vec<SlotColumn>,
    marketing_status: TextBuilder,
    consent_at: InstantBuilder,
    created_at: InstantBuilder,
    updated_at: InstantBuilder,
    tags: ListBuilder,
    custom: MapBuilder,
}

impl Default for Columns {
    fn default() -> Self {
        let column = |slot: Slot| match is_list(slot) {
            true => SlotColumn::List(ListBuilder::default()),
            false => SlotColumn::Text(TextBuilder::default()),
        };
        Columns {
            slots: slots().map(column).collect(),
            marketing_status: TextBuilder::default(),
            consent_at: InstantBuilder::default(),
            created_at: InstantBuilder::default(),
            updated_at: InstantBuilder::default(),
            tags: ListBuilder::default(),
            custom: MapBuilder::default(),
        }
    }
}

impl Columns {
    fn add(&mut self, row: usize, contact: &ContactRef<'_>) {
        let table = contact.table();
        for (slot, text) in contact.entries().utf8() {
            match self.slots.get_mut(slot.0) {
                Some(SlotColumn::Text(column)) => column.put_utf8(row, text),
                Some(SlotColumn::List(column)) => column.put_utf8(row, split_utf8(text)),
                None => self.custom.put_utf8(row, table.slot_name(slot), text),
            }
        }
        let facts = contact.facts();
        self.marketing_status.put(row, facts.status.name());
        self.consent_at.put(row, facts.consent_at);
        self.created_at.put(row, facts.created_at);
        self.updated_at.put(row, facts.updated_at);
        self.tags.put(row, contact.tags().map(crate::TagName::as_str));
    }

    fn finish(self, rows: usize) -> Frame {
        let named = slots().map(column_name).zip(self.slots);
        let mut columns: Vec<_> = named
            .map(|(name, column)| match column {
                SlotColumn::Text(column) => column.finish(name, rows),
                SlotColumn::List(column) => column.finish(name, rows),
            })
            .collect();
        columns.extend([
            self.marketing_status.finish(MARKETING_STATUS, rows),
            self.consent_at.finish(CONSENT_AT, rows),
            self.created_at.finish(CREATED_AT, rows),
            self.updated_at.finish(UPDATED_AT, rows),
            self.tags.finish(TAGS, rows),
            self.custom.finish(CUSTOM, rows),
        ]);
        Frame { rows, columns }
    }
}
