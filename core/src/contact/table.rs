//! `Contacts`: a million people in a few large allocations. A row's texts and tags are packed in one arena; a view
//! unpacks them only when it is asked. Knows nothing of files, and merges nothing by itself.

use std::collections::BTreeMap;

use indexmap::IndexSet;

use super::open_run::OpenRun;
use super::slot::{self, SHORT, Slot};
use super::{Contact, ContactRef, MarketingStatus, Password};
use crate::{Instant, TagBook, TagId, TagName};

/// The value of an instant that is not there.
const NO_INSTANT: i64 = i64::MIN;

/// Where a row came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Origin {
    /// Which of several inputs, 1-based; 0 where there is one.
    pub(crate) input: u16,
    /// The data record, 0-based.
    pub(crate) record: u32,
    /// The line of the file, 1-based; 0 where there is no file.
    pub(crate) line: u32,
}

/// One row. Everything that most rows have stands here, in half a line of the cache; texts and tags stand in the arena.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) text_start: u64,
    pub(super) created_at: i64,
    pub(super) text_length: u32,
    /// The origin's record, line and input.
    record: u32,
    line: u32,
    input: u16,
    pub(super) status: MarketingStatus,
}

impl Row {
    pub(super) fn origin(&self) -> Origin {
        Origin { input: self.input, record: self.record, line: self.line }
    }
}

/// Instants that few inputs have: takes no memory until the first one is set.
#[derive(Clone, Debug, Default)]
pub(super) struct SparseInstants(Vec<i64>);

impl SparseInstants {
    pub(super) fn get(&self, row: usize) -> Option<Instant> {
        self.0.get(row).copied().and_then(Instant::from_microseconds)
    }

    pub(super) fn set(&mut self, row: usize, instant: Option<Instant>) {
        if instant.is_none() && self.0.len() <= row {
            return;
        }
        if self.0.len() <= row {
            self.0.resize(row + 1, NO_INSTANT);
        }
        if let Some(slot) = self.0.get_mut(row) {
            *slot = instant.map_or(NO_INSTANT, Instant::microseconds);
        }
    }
}

#[cfg(feature = "threads")]
impl SparseInstants {
    /// Moves the instants of later rows behind those of the rows that stand here.
    fn append(&mut self, later: &mut SparseInstants, rows: usize) {
        if !later.0.is_empty() {
            self.0.resize(rows, NO_INSTANT);
            self.0.append(&mut later.0);
        }
    }
}

/// What one committed row holds besides its texts and tags.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RowFacts {
    pub(crate) status: MarketingStatus,
    pub(crate) created_at: Option<Instant>,
    pub(crate) updated_at: Option<Instant>,
    pub(crate) consent_at: Option<Instant>,
    pub(crate) origin: Origin,
}

/// The people of one site, in order of first appearance, as a columnar table.
///
/// ```
/// use memberferry::{Contact, Contacts, Email};
/// let contacts: Contacts = ["ada@example.com", "grace@example.com"]
///     .into_iter()
///     .map(|address| Email::new(address).map(Contact::new))
///     .collect::<Result<Vec<_>, _>>()?
///     .into_iter()
///     .collect();
/// assert_eq!(contacts.len(), 2);
/// assert_eq!(contacts.get(1).map(|contact| contact.email()), Some("grace@example.com"));
/// # Ok::<(), memberferry::EmailError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Contacts {
    pub(super) rows: Vec<Row>,
    pub(super) text: Vec<u8>,
    pub(super) updated_at: SparseInstants,
    pub(super) consent_at: SparseInstants,
    pub(super) passwords: BTreeMap<usize, Password>,
    pub(super) book: TagBook,
    pub(super) custom_names: IndexSet<Box<str>>,
    /// The row that is being made.
    open: OpenRun,
}

impl Contacts {
    /// No one.
    pub fn new() -> Self {
        Contacts::default()
    }

    /// The number of contacts.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no one.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// One contact by its place, from 0.
    pub fn get(&self, index: usize) -> Option<ContactRef<'_>> {
        self.rows.get(index).map(|row| ContactRef::new(self, row, index))
    }

    /// The contacts in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = ContactRef<'_>> {
        self.rows.iter().enumerate().map(|(index, row)| ContactRef::new(self, row, index))
    }

    /// The different tags, in order of first appearance.
    pub fn tag_book(&self) -> &TagBook {
        &self.book
    }

    /// The names of the custom fields, in column order.
    pub fn custom_fields(&self) -> impl ExactSizeIterator<Item = &str> {
        self.custom_names.iter().map(AsRef::as_ref)
    }

    /// The name of a custom field; absent for a fixed one.
    pub(super) fn custom_name(&self, slot: Slot) -> Option<&str> {
        let name = self.custom_names.get_index(slot.0.checked_sub(Slot::CUSTOM)?)?;
        Some(name.as_ref())
    }

    /// Adds a contact at the end. Nothing is merged; [`merge_contacts`](crate::merge_contacts) does that.
    pub fn push(&mut self, contact: &Contact) {
        self.push_from(
            contact,
            Origin { record: u32::try_from(self.len()).unwrap_or(u32::MAX), ..Origin::default() },
        );
    }

    fn push_from(&mut self, contact: &Contact, origin: Origin) {
        let mut tags = Vec::with_capacity(contact.tags.len());
        for tag in &contact.tags {
            let id = self.book.intern(tag.clone());
            if !tags.contains(&id) {
                tags.push(id);
            }
        }
        self.begin_row(&tags);
        let joined = |values: &[String]| values.join(slot::SEPARATOR.encode_utf8(&mut [0; 4]));
        let evidence = &contact.marketing.evidence;
        let address = &contact.address;
        self.put(Slot::EMAIL, contact.email.as_str());
        self.put(Slot::EXTERNAL_ID, contact.external_id.as_deref().unwrap_or_default());
        self.put(Slot::ALIASES, &joined(&contact.external_id_aliases));
        for (slot, value) in [
            (Slot::USERNAME, &contact.username),
            (Slot::FIRST_NAME, &contact.first_name),
            (Slot::LAST_NAME, &contact.last_name),
            (Slot::PHONE, &contact.phone),
            (Slot::COMPANY, &contact.company),
            (Slot::LINE1, &address.line1),
            (Slot::LINE2, &address.line2),
            (Slot::CITY, &address.city),
            (Slot::REGION, &address.region),
            (Slot::POSTAL_CODE, &address.postal_code),
            (Slot::COUNTRY, &address.country),
            (Slot::LOCALE, &contact.locale),
            (Slot::TIME_ZONE, &contact.time_zone),
            (Slot::AFFILIATE, &contact.referring_affiliate),
        ] {
            self.put(slot, value.as_deref().unwrap_or_default());
        }
        self.put(Slot::ORDER_IDS, &joined(&contact.order_ids));
        self.put(Slot::SUBSCRIPTION_IDS, &joined(&contact.subscription_ids));
        self.put(Slot::ROLES, &joined(&contact.roles));
        self.put(Slot::CONSENT_SOURCE, evidence.source.as_deref().unwrap_or_default());
        self.put(Slot::CONSENT_IP, evidence.ip.as_deref().unwrap_or_default());
        self.put(Slot::CONSENT_WORDING, evidence.wording.as_deref().unwrap_or_default());
        let mut custom: Vec<_> =
            contact.custom.iter().map(|(name, value)| (self.custom_slot(name), value.as_str())).collect();
        custom.sort_unstable_by_key(|(slot, _)| *slot);
        for (slot, value) in custom {
            self.put(slot, value);
        }
        if contact.password.is_some() {
            self.passwords.insert(self.rows.len(), contact.password.clone());
        }
        self.commit_row(RowFacts {
            status: contact.marketing.status,
            created_at: contact.created_at,
            updated_at: contact.updated_at,
            consent_at: evidence.at,
            origin,
        });
    }

    /// The slot of a custom field, made now if it is new.
    pub(crate) fn custom_slot(&mut self, name: &str) -> Slot {
        let index = match self.custom_names.get_index_of(name) {
            Some(index) => index,
            None => self.custom_names.insert_full(name.into()).0,
        };
        Slot(Slot::CUSTOM + index)
    }

    /// The name of a field: a fixed one's own, or the source's name of a custom one.
    pub(super) fn slot_name(&self, slot: Slot) -> &str {
        let custom = slot.0.checked_sub(Slot::CUSTOM).and_then(|index| self.custom_names.get_index(index));
        slot.name().or(custom.map(AsRef::as_ref)).unwrap_or_default()
    }

    pub(crate) fn tag_book_mut(&mut self) -> &mut TagBook {
        &mut self.book
    }

    /// A table for later rows: no one yet, the same tags and custom fields.
    #[cfg(feature = "threads")]
    pub(crate) fn apart(&self) -> Contacts {
        Contacts { book: self.book.clone(), custom_names: self.custom_names.clone(), ..Contacts::default() }
    }

    /// Forgets which tags there are, and learns those of another table.
    #[cfg(feature = "threads")]
    pub(crate) fn follow_tags(&mut self, other: &Contacts) {
        self.book = other.book.clone();
    }

    /// Starts a row with its tags, each of them once; what an unfinished row left behind is dropped.
    pub(crate) fn begin_row(&mut self, tags: &[TagId]) {
        if !self.passwords.is_empty() {
            self.passwords.remove(&self.rows.len());
        }
        self.open.begin(tags);
    }

    /// Adds a text to the open row, unless it is blank. Slots come in ascending order.
    #[inline]
    pub(crate) fn put(&mut self, slot: Slot, value: &str) {
        self.put_bytes(slot, value.as_bytes());
    }

    /// As [`Contacts::put`], for a text that is the first `length` of some bytes, known to be UTF-8.
    #[inline(always)]
    pub(crate) fn put_short(&mut self, slot: Slot, bytes: &[u8; SHORT], length: usize) {
        self.open.put_short_entry(slot, bytes, length);
    }

    /// As [`Contacts::put`], for text that is known to be UTF-8 and was cut out as bytes.
    #[inline]
    pub(crate) fn put_bytes(&mut self, slot: Slot, value: &[u8]) {
        if !value.is_empty() {
            self.open.put_entry(slot, value);
        }
    }

    /// Ends the open row; its place is returned.
    pub(crate) fn commit_row(&mut self, facts: RowFacts) -> usize {
        let index = self.rows.len();
        self.updated_at.set(index, facts.updated_at);
        self.consent_at.set(index, facts.consent_at);
        let row = self.keep_open(facts);
        self.rows.push(row);
        index
    }

    /// Puts the run of the open row behind those of the others.
    fn keep_open(&mut self, facts: RowFacts) -> Row {
        let start = self.text.len();
        let run = self.open.as_bytes();
        let length = run.len();
        self.text.extend_from_slice(run);
        self.open.clear();
        Row {
            text_start: start as u64,
            created_at: facts.created_at.map_or(NO_INSTANT, Instant::microseconds),
            text_length: u32::try_from(length).unwrap_or(u32::MAX),
            record: facts.origin.record,
            line: facts.origin.line,
            input: facts.origin.input,
            status: facts.status,
        }
    }

    /// Ends the open row as the new content of an earlier one.
    pub(crate) fn commit_over(&mut self, index: usize, facts: RowFacts) {
        let row = self.keep_open(facts);
        self.updated_at.set(index, facts.updated_at);
        self.consent_at.set(index, facts.consent_at);
        if let Some(place) = self.rows.get_mut(index) {
            *place = row;
        }
    }

    /// Has the first of some pairs of rows near at hand before they are read one by one, and says of how many pairs that is
    /// so: a row far from those read before is waited for, here none of them for another.
    pub(super) fn fetch(&self, pairs: &[(usize, usize)]) -> usize {
        const PAIRS: usize = 128;
        const LINE: usize = 64;
        let rows = || pairs.iter().take(PAIRS).flat_map(|&(first, later)| [first, later]);
        let mut touched = 0_u64;
        for row in rows() {
            touched ^= self.rows.get(row).map_or(0, |row| row.text_start);
        }
        for row in rows().filter_map(|row| self.rows.get(row)) {
            let start = usize::try_from(row.text_start).unwrap_or_default();
            // As much as most rows have.
            for line in [0, LINE, 2 * LINE] {
                touched ^= self.text.get(start + line).copied().map_or(0, u64::from);
            }
        }
        std::hint::black_box(touched);
        pairs.len().min(PAIRS)
    }

    /// Takes rows out by their places (ascending); the others move up.
    pub(super) fn remove_rows(&mut self, gone: &[usize]) {
        remove_places(&mut self.rows, gone);
        remove_places(&mut self.updated_at.0, gone);
        remove_places(&mut self.consent_at.0, gone);
        if !self.passwords.is_empty() && !gone.is_empty() {
            let passwords = std::mem::take(&mut self.passwords);
            for (row, password) in passwords {
                if let Err(earlier) = gone.binary_search(&row) {
                    self.passwords.insert(row - earlier, password);
                }
            }
        }
    }

    /// Replaces the creation date of a row, once the whole column has decided how its dates read.
    pub(crate) fn set_created_at(&mut self, index: usize, instant: Option<Instant>) {
        if let Some(row) = self.rows.get_mut(index) {
            row.created_at = instant.map_or(NO_INSTANT, Instant::microseconds);
        }
    }

    /// Replaces the date of the last change of a row.
    pub(crate) fn set_updated_at(&mut self, index: usize, instant: Option<Instant>) {
        self.updated_at.set(index, instant);
    }

    /// Replaces the date of the consent of a row.
    pub(crate) fn set_consent_at(&mut self, index: usize, instant: Option<Instant>) {
        self.consent_at.set(index, instant);
    }

    /// Keeps a password for the row that will be committed next.
    pub(crate) fn put_password(&mut self, password: Password) {
        self.passwords.insert(self.rows.len(), password);
    }

    /// Moves another table's rows to the end, as if they had been made here: they come from later records of the same
    /// input, and their records and lines count from the end of those before. The custom fields are the same; `tags` gives each of
    /// the other table's tags its number here, where the numbers are not the same.
    #[cfg(feature = "threads")]
    pub(crate) fn absorb(&mut self, later: &mut Contacts, tags: Option<&[TagId]>, records: u64, lines: u64) {
        let behind =
            |number: u32, before: u64| number.saturating_add(u32::try_from(before).unwrap_or(u32::MAX));
        let place = self.rows.len();
        self.rows.reserve(later.rows.len());
        let moved = self.text.len() as u64;
        for mut row in later.rows.drain(..) {
            row.record = behind(row.record, records);
            row.line = behind(row.line, lines);
            match tags {
                None => row.text_start += moved,
                Some(tags) => {
                    // The numbers may take more or fewer bytes here, so that what stands behind moves too.
                    let run = usize::try_from(row.text_start).ok().and_then(|start| later.text.get(start..));
                    let run = run.and_then(|run| run.get(..row.text_length as usize)).unwrap_or_default();
                    let start = self.text.len();
                    slot::push_renumbered(&mut self.text, run, tags);
                    row.text_start = start as u64;
                    row.text_length = u32::try_from(self.text.len() - start).unwrap_or(u32::MAX);
                }
            }
            self.rows.push(row);
        }
        if tags.is_none() {
            self.text.append(&mut later.text);
        }
        later.text.clear();
        self.updated_at.append(&mut later.updated_at, place);
        self.consent_at.append(&mut later.consent_at, place);
        for (row, password) in std::mem::take(&mut later.passwords) {
            self.passwords.insert(place + row, password);
        }
    }

    /// Copies another table's rows to the end, with their origins marked as a further input.
    pub(super) fn append(&mut self, other: &Contacts, input: u16) {
        let tag_ids: Vec<_> = other.book.names().map(|name| self.book.intern(name.clone())).collect();
        let slots: Vec<_> = other.custom_names.iter().map(|name| self.custom_slot(name)).collect();
        for contact in other.iter() {
            let tags: Vec<TagId> =
                contact.tag_ids().filter_map(|id| tag_ids.get(id.index()).copied()).collect();
            self.begin_row(&tags);
            let mut entries: Vec<_> = contact.entries().collect();
            for (slot, _) in &mut entries {
                if let Some(index) = slot.0.checked_sub(Slot::CUSTOM) {
                    *slot = slots.get(index).copied().unwrap_or(*slot);
                }
            }
            crate::order::sort_by_key(&mut entries, |(slot, _)| *slot);
            for (slot, value) in entries {
                self.put(slot, value);
            }
            if let Some(password) = other.passwords.get(&contact.index()) {
                self.put_password(password.clone());
            }
            let mut facts = contact.facts();
            facts.origin.input = input;
            self.commit_row(facts);
        }
    }

    /// The bytes that the contacts take, without what is reserved for growth.
    pub fn live_bytes(&self) -> usize {
        self.rows.len() * size_of::<Row>()
            + self.text.len()
            + (self.updated_at.0.len() + self.consent_at.0.len()) * size_of::<i64>()
            + self.passwords.len() * size_of::<(usize, Password)>()
            + self.book.names().map(|name| name.as_str().len() + size_of::<TagName>() * 2).sum::<usize>()
    }
}

/// Takes the values at some places (ascending) out of a list; the runs between them move up as a whole.
fn remove_places<T: Copy>(list: &mut Vec<T>, gone: &[usize]) {
    let length = list.len();
    let mut kept = gone.first().copied().unwrap_or(length).min(length);
    for (number, &place) in gone.iter().enumerate() {
        let next = gone.get(number + 1).copied().unwrap_or(length).min(length);
        let run = (place + 1).min(next)..next;
        let run_length = run.len();
        list.copy_within(run, kept);
        kept += run_length;
    }
    list.truncate(kept);
}

impl<'a> Extend<&'a Contact> for Contacts {
    fn extend<I: IntoIterator<Item = &'a Contact>>(&mut self, contacts: I) {
        for contact in contacts {
            self.push(contact);
        }
    }
}

impl FromIterator<Contact> for Contacts {
    fn from_iter<I: IntoIterator<Item = Contact>>(contacts: I) -> Self {
        let mut table = Contacts::new();
        for contact in contacts {
            table.push(&contact);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Email;

    #[test]
    fn a_contact_comes_back_as_it_was_put_in() {
        let mut contact = Contact::new(Email::new("ada@example.com").unwrap());
        contact.external_id = Some("17".into());
        contact.external_id_aliases = vec!["18".into(), "19".into()];
        contact.first_name = Some("Ada".into());
        contact.address.city = Some("Zürich".into());
        contact.created_at = "2024-01-01T00:00:00Z".parse().ok();
        contact.marketing.status = MarketingStatus::Unsubscribed;
        contact.marketing.evidence.at = "2024-02-01T00:00:00Z".parse().ok();
        contact.marketing.evidence.ip = Some("192.0.2.1".into());
        contact.tags = vec![TagName::new("Gold").unwrap(), TagName::new("VIP").unwrap()];
        contact.custom.insert("Shoe size".into(), "42".into());
        contact.order_ids = vec!["o-1".into(), "o-2".into()];
        contact.roles = vec!["subscriber".into(), "administrator".into()];
        contact.password = Password::from_hash("$P$x");
        let mut plain = Contact::new(Email::new("grace@example.com").unwrap());
        plain.custom.insert("Hat".into(), "yes".into());
        let table: Contacts = [contact.clone(), plain.clone()].into_iter().collect();
        assert_eq!(table.get(0).unwrap().to_contact().unwrap(), contact);
        assert_eq!(table.get(1).unwrap().to_contact().unwrap(), plain);
    }

    #[test]
    fn an_unfinished_row_leaves_nothing_behind() {
        let mut table = Contacts::new();
        table.begin_row(&[]);
        table.put(Slot::EMAIL, "gone@example.com");
        table.begin_row(&[]);
        table.put(Slot::EMAIL, "kept@example.com");
        table.commit_row(RowFacts::default());
        assert_eq!(table.iter().map(|contact| contact.email()).collect::<Vec<_>>(), ["kept@example.com"]);
    }
}
