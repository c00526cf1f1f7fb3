//! Contacts as columns, some thousand rows at a time. Knows no file and no library of columns; `from_frame` is the way back.

use std::ops::Range;

use super::columns::{ContactColumn, ContactColumns};
use super::slot::{Slot, split_utf8};
use super::{ContactRef, Contacts};
use crate::frame::{
    DictionaryBuilder, DictionaryListBuilder, FRAME_BYTES, FRAME_ROWS, Frame, InstantBuilder, ListBuilder,
    MapBuilder, TextBuilder, one_by_one,
};

/// The fixed slots, in the order of their columns.
pub(super) fn slots() -> impl Iterator<Item = Slot> {
    (0..Slot::CUSTOM).map(Slot)
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
        self.frame_of(first, &ContactColumns::all())
    }

    /// The same frame with some of its columns alone: nothing is laid out of the others.
    pub fn frame_of(&self, first: usize, columns: &ContactColumns) -> Option<Frame> {
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
        Some(self.frame(first..end, columns))
    }

    fn frame(&self, places: Range<usize>, wanted: &ContactColumns) -> Frame {
        let mut columns = Columns::of(wanted);
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
    Unwanted,
    Text(TextBuilder),
    List(ListBuilder),
}

/// The columns that are wanted.
struct Columns {
    /// By slot, up to the last one that has to be looked at.
    slots: Vec<SlotColumn>,
    marketing_status: Option<DictionaryBuilder>,
    consent_at: Option<InstantBuilder>,
    created_at: Option<InstantBuilder>,
    updated_at: Option<InstantBuilder>,
    tags: Option<DictionaryListBuilder>,
    custom: Option<MapBuilder>,
}

impl Columns {
    fn of(wanted: &ContactColumns) -> Self {
        fn column<Builder: Default>(wanted: &ContactColumns, column: ContactColumn) -> Option<Builder> {
            wanted.has(column).then(Builder::default)
        }
        let slot = |slot: Slot| match (wanted.has(ContactColumn::of(slot)), is_list(slot)) {
            (false, _) => SlotColumn::Unwanted,
            (true, true) => SlotColumn::List(ListBuilder::default()),
            (true, false) => SlotColumn::Text(TextBuilder::default()),
        };
        let custom: Option<MapBuilder> = column(wanted, ContactColumn::CUSTOM);
        let mut slots: Vec<_> = slots().map(slot).collect();
        while custom.is_none() && matches!(slots.last(), Some(SlotColumn::Unwanted)) {
            slots.pop();
        }
        Columns {
            slots,
            marketing_status: column(wanted, ContactColumn::MARKETING_STATUS),
            consent_at: column(wanted, ContactColumn::CONSENT_AT),
            created_at: column(wanted, ContactColumn::CREATED_AT),
            updated_at: column(wanted, ContactColumn::UPDATED_AT),
            tags: column(wanted, ContactColumn::TAGS),
            custom,
        }
    }

    fn add(&mut self, row: usize, contact: &ContactRef<'_>) {
        let table = contact.table();
        for (slot, text) in contact.entries().utf8() {
            match (self.slots.get_mut(slot.0), &mut self.custom) {
                (Some(SlotColumn::Unwanted), _) => {}
                (Some(SlotColumn::Text(column)), _) => column.put_utf8(row, text),
                (Some(SlotColumn::List(column)), _) => column.put_utf8(row, split_utf8(text)),
                (None, Some(custom)) => custom.put_utf8(row, table.slot_name(slot), text),
                // Entries stand in the order of their slots: none that follows is wanted.
                (None, None) => break,
            }
        }
        if let Some(column) = &mut self.marketing_status {
            let status = contact.marketing_status();
            column.push(status.number(), || status.name());
        }
        if let Some(column) = &mut self.consent_at {
            column.put(row, contact.consent_at());
        }
        if let Some(column) = &mut self.created_at {
            column.put(row, contact.created_at());
        }
        if let Some(column) = &mut self.updated_at {
            column.put(row, contact.updated_at());
        }
        if let Some(column) = &mut self.tags {
            let book = table.tag_book();
            let name = |id| move || book.name(id).map(crate::TagName::as_str).unwrap_or_default();
            column.put(row, contact.tag_ids().map(|id| (id.index(), name(id))));
        }
    }

    fn finish(self, rows: usize) -> Frame {
        let mut columns: Vec<_> = slots()
            .zip(self.slots)
            .filter_map(|(slot, column)| {
                let name = ContactColumn::of(slot).name();
                match column {
                    SlotColumn::Unwanted => None,
                    SlotColumn::Text(column) => Some(column.finish(name, rows)),
                    SlotColumn::List(column) => Some(column.finish(name, rows)),
                }
            })
            .collect();
        columns.extend(
            self.marketing_status.map(|column| column.finish(ContactColumn::MARKETING_STATUS.name())),
        );
        columns.extend(self.consent_at.map(|column| column.finish(ContactColumn::CONSENT_AT.name(), rows)));
        columns.extend(self.created_at.map(|column| column.finish(ContactColumn::CREATED_AT.name(), rows)));
        columns.extend(self.updated_at.map(|column| column.finish(ContactColumn::UPDATED_AT.name(), rows)));
        columns.extend(self.tags.map(|column| column.finish(ContactColumn::TAGS.name(), rows)));
        columns.extend(self.custom.map(|column| column.finish(ContactColumn::CUSTOM.name(), rows)));
        Frame { rows, columns }
    }
}
