//! Duplicates: which records are one person, and how their values become one contact. Nothing is lost silently: a blank
//! never erases, tags are united, consent only tightens, and every overruled value is an issue that names both rows.

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use serde::{Deserialize, Serialize};
use std::hash::{BuildHasher as _, Hasher as _};

use super::slot::{SEPARATOR, Slot};
use super::table::{ContactRef, Contacts, Origin, RowFacts};
use super::{Marketing, email};
use crate::Instant;
use crate::issue::{Code, Issue, Location};

/// Which of two different values of one field is kept, where two records are one person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DuplicatesPolicy {
    /// The one of the record changed last (else created last); without dates, the one further down.
    #[default]
    Newest,
    /// The one further down, whatever the dates say.
    LastRow,
}

/// What [`merge_contacts`] gives.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    /// Each person once, in order of first appearance.
    pub contacts: Contacts,
    /// What was merged and what was overruled, in row order.
    pub issues: Vec<Issue>,
}

/// Makes one list of several: several exports of one site, or one list with duplicates in it.
///
/// The first list's people come first. Contacts whose addresses share a key become one, by `policy`.
///
/// ```
/// use memberferry::{Contact, Contacts, DuplicatesPolicy, Email, merge_contacts};
/// let list = |address: &str, first_name: &str| -> Result<Contacts, memberferry::EmailError> {
///     let mut contact = Contact::new(Email::new(address)?);
///     contact.first_name = Some(first_name.to_owned());
///     Ok([contact].into_iter().collect())
/// };
/// let merged = merge_contacts(&[list("ada@example.com", "Ada")?, list("ADA@example.com", "")?], DuplicatesPolicy::Newest);
/// assert_eq!(merged.contacts.len(), 1);
/// assert_eq!(merged.contacts.get(0).and_then(|ada| ada.first_name()), Some("Ada"));
/// # Ok::<(), memberferry::EmailError>(())
/// ```
pub fn merge_contacts(lists: &[Contacts], policy: DuplicatesPolicy) -> Merged {
    let mut contacts = Contacts::new();
    for (input, list) in lists.iter().enumerate() {
        contacts.append(list, u16::try_from(input).unwrap_or(u16::MAX));
    }
    let mut index = KeyIndex::default();
    let mut pairs = Vec::new();
    for row in 0..contacts.len() {
        let address = contacts.get(row).map(|contact| contact.email()).unwrap_or_default();
        if let Some(first) = index.insert(&contacts, row, KeyIndex::hash(address), address) {
            pairs.push((first, row));
        }
    }
    let mut issues = Vec::new();
    merge_in_place(&mut contacts, pairs, policy, &mut issues);
    Merged { contacts, issues }
}

/// The rows of a table by the key of their address. Holds hashes and row numbers only.
#[derive(Clone, Debug, Default)]
pub(crate) struct KeyIndex(HashTable<(u32, u32)>);

impl KeyIndex {
    /// The hash of an address's key. The seed is fixed: the same input gives the same bytes everywhere.
    #[inline]
    pub(crate) fn hash(address: &str) -> u32 {
        let mut hasher = FixedState::with_seed(0x6D65_6D62).build_hasher();
        let mut lower = [0_u8; 256];
        match lower.get_mut(..address.len()) {
            Some(lower) if email::is_plain(address) => {
                lower.copy_from_slice(address.as_bytes());
                lower.make_ascii_lowercase();
                hasher.write(lower);
            }
            _ => hasher.write(email::key(address).as_bytes()),
        }
        u32::try_from(hasher.finish() >> 32).unwrap_or_default()
    }

    fn spread(hash: u32) -> u64 {
        u64::from(hash) << 32 | u64::from(hash)
    }

    /// Takes a row in under its address; gives the row that already stands there, if one does.
    #[inline]
    pub(crate) fn insert(&mut self, table: &Contacts, row: usize, hash: u32, address: &str) -> Option<usize> {
        let row = u32::try_from(row).unwrap_or(u32::MAX);
        let entry = self.0.entry(
            Self::spread(hash),
            |&(other_hash, other)| {
                other_hash == hash
                    && table.get(other as usize).is_some_and(|other| email::same_key(other.email(), address))
            },
            |&(other_hash, _)| Self::spread(other_hash),
        );
        match entry {
            hashbrown::hash_table::Entry::Occupied(found) => Some(found.get().1 as usize),
            hashbrown::hash_table::Entry::Vacant(place) => {
                place.insert((hash, row));
                None
            }
        }
    }
}

/// Merges rows that are one person: each pair names the first row of a person and a later one. The merged contact
/// stands at the first row's place. Then looks for one contact id under two addresses.
pub(crate) fn merge_in_place(
    table: &mut Contacts,
    mut pairs: Vec<(usize, usize)>,
    policy: DuplicatesPolicy,
    issues: &mut Vec<Issue>,
) {
    pairs.sort_unstable();
    for group in pairs.chunk_by(|left, right| left.0 == right.0) {
        let Some(&(first, _)) = group.first() else { continue };
        let rows: Vec<usize> = std::iter::once(first).chain(group.iter().map(|&(_, later)| later)).collect();
        merge_group(table, &rows, policy, issues);
    }
    let mut gone: Vec<usize> = pairs.into_iter().map(|(_, later)| later).collect();
    gone.sort_unstable();
    table.remove_rows(&gone);
    find_id_conflicts(table, issues);
}

/// One value of one field, with the row it came from.
struct Candidate {
    slot: Slot,
    value: String,
    origin: Origin,
}

fn merge_group(table: &mut Contacts, rows: &[usize], policy: DuplicatesPolicy, issues: &mut Vec<Issue>) {
    let views: Vec<ContactRef<'_>> = rows.iter().filter_map(|&row| table.get(row)).collect();
    let Some(first) = views.first().map(ContactRef::index) else { return };
    let first_origin = views.first().map(|view| view.origin()).unwrap_or_default();
    for view in views.iter().skip(1) {
        issues.push(
            Issue::new(Code::EmailDuplicate)
                .with_message(format!(
                    "the address stands on {} too; the records were merged",
                    place(first_origin)
                ))
                .at(location(view.origin()).with_field("email"))
                .with_value(view.email()),
        );
    }
    let marketing = views.iter().map(ContactRef::marketing).fold(Marketing::default(), Marketing::merge);
    let facts = RowFacts {
        status: marketing.status,
        created_at: views.iter().filter_map(ContactRef::created_at).min(),
        updated_at: views.iter().filter_map(ContactRef::updated_at).max(),
        consent_at: marketing.evidence.at,
        origin: first_origin,
    };
    let tags: Vec<_> = views.iter().flat_map(|view| view.tag_ids().iter().copied()).collect();
    let ids = united(&views, &[Slot::EXTERNAL_ID, Slot::ALIASES]);

    let mut by_strength = views.clone();
    if policy == DuplicatesPolicy::Newest {
        by_strength.sort_by_key(changed_at);
    }
    let password =
        by_strength.iter().rev().map(|view| view.password()).find(|password| password.is_some()).cloned();
    let mut fields: Vec<Candidate> = Vec::new();
    for view in by_strength.iter().rev() {
        for (slot, value) in view.entries() {
            match fields.iter().find(|field| field.slot == slot) {
                Some(kept) if !is_united(slot) && kept.value != value && slot != Slot::EMAIL => {
                    issues.push(overruled(table, kept, value, view.origin()));
                }
                Some(_) => {}
                None => fields.push(Candidate { slot, value: value.to_owned(), origin: view.origin() }),
            }
        }
    }
    if ids.len() > 1 {
        issues.push(
            Issue::new(Code::ExternalIdAlias)
                .with_message(format!("the contact ids {} stand under one address", ids.join(", ")))
                .at(location(first_origin).with_field("external-id")),
        );
    }
    fields.retain(|field| !is_united(field.slot));
    let mut add = |slot, values: Vec<&str>| {
        if !values.is_empty() {
            let value = values.join(SEPARATOR.encode_utf8(&mut [0; 4]));
            fields.push(Candidate { slot, value, origin: first_origin });
        }
    };
    add(Slot::EXTERNAL_ID, ids.first().copied().into_iter().collect());
    add(Slot::ALIASES, ids.iter().skip(1).copied().collect());
    for slot in [Slot::ORDER_IDS, Slot::SUBSCRIPTION_IDS] {
        add(slot, united(&views, &[slot]));
    }
    let evidence = &marketing.evidence;
    for (slot, value) in [
        (Slot::CONSENT_SOURCE, &evidence.source),
        (Slot::CONSENT_IP, &evidence.ip),
        (Slot::CONSENT_WORDING, &evidence.wording),
    ] {
        add(slot, value.as_deref().into_iter().collect());
    }
    fields.sort_by_key(|field| field.slot);

    table.begin_row();
    for field in &fields {
        table.put(field.slot, &field.value);
    }
    for tag in tags {
        table.put_tag(tag);
    }
    for row in rows {
        table.passwords.remove(row);
    }
    if let Some(password) = password {
        table.passwords.insert(first, password);
    }
    table.commit_over(first, facts);
}

/// The fields whose values are put together, or follow from the consent that was kept, rather than chosen one by one.
fn is_united(slot: Slot) -> bool {
    [
        Slot::EXTERNAL_ID,
        Slot::ALIASES,
        Slot::ORDER_IDS,
        Slot::SUBSCRIPTION_IDS,
        Slot::CONSENT_SOURCE,
        Slot::CONSENT_IP,
        Slot::CONSENT_WORDING,
    ]
    .contains(&slot)
}

fn united<'a>(views: &[ContactRef<'a>], slots: &[Slot]) -> Vec<&'a str> {
    let mut values = Vec::new();
    for view in views {
        for value in slots.iter().filter_map(|slot| view.text(*slot)).flat_map(|text| text.split(SEPARATOR)) {
            if !value.is_empty() && !values.contains(&value) {
                values.push(value);
            }
        }
    }
    values
}

fn changed_at(view: &ContactRef<'_>) -> Option<Instant> {
    view.updated_at().or(view.created_at())
}

fn overruled(table: &Contacts, kept: &Candidate, value: &str, origin: Origin) -> Issue {
    Issue::new(Code::ValueOverruled)
        .with_message(format!(
            "the value was overruled by `{}` on {}",
            crate::Excerpt::new(&kept.value),
            place(kept.origin)
        ))
        .at(location(origin).with_field(table.slot_name(kept.slot)))
        .with_value(value)
}

/// A row, as a message names it.
fn place(origin: Origin) -> String {
    let row =
        if origin.line > 0 { format!("line {}", origin.line) } else { format!("record {}", origin.record) };
    if origin.input > 0 { format!("{row} of input {}", u32::from(origin.input) + 1) } else { row }
}

fn location(origin: Origin) -> Location {
    let location = Location::default().with_record(u64::from(origin.record));
    if origin.line > 0 { location.with_line(u64::from(origin.line)) } else { location }
}

/// One contact id under two addresses is two people or a mistake: it is said, and the two are kept apart.
fn find_id_conflicts(table: &Contacts, issues: &mut Vec<Issue>) {
    let number = |id: &str| -> Option<u64> {
        let plain = !id.starts_with('0') && id.len() <= 18 && id.bytes().all(|byte| byte.is_ascii_digit());
        if plain { id.parse().ok() } else { None }
    };
    // Most exports are written in the order of their ids: then nothing can stand twice, and nothing need be sorted.
    let mut previous = 0;
    let ascending = table.iter().all(|contact| {
        let next = contact.external_id().map_or(Some(previous + 1), number);
        let ascends = next.is_some_and(|next| next > previous);
        previous = if contact.external_id().is_some() { next.unwrap_or(previous) } else { previous };
        ascends
    });
    if ascending {
        return;
    }
    let mut ids: Vec<(&str, usize)> =
        table.iter().filter_map(|contact| Some((contact.external_id()?, contact.index()))).collect();
    ids.sort_unstable();
    for group in ids.chunk_by(|left, right| left.0 == right.0).filter(|group| group.len() > 1) {
        let mut views = group.iter().filter_map(|&(_, row)| table.get(row));
        let Some(first) = views.next() else { continue };
        for view in views {
            issues.push(
                Issue::new(Code::ExternalIdConflict)
                    .with_message(format!(
                        "the contact id stands with `{}` on {} and with `{}` here; the two are kept apart",
                        crate::Excerpt::new(first.email()),
                        place(first.origin()),
                        crate::Excerpt::new(view.email()),
                    ))
                    .at(location(view.origin()).with_field("external-id"))
                    .with_value(view.external_id().unwrap_or_default()),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Contact, Email, MarketingStatus, TagName};

    fn contact(address: &str, edit: impl FnOnce(&mut Contact)) -> Contact {
        let mut contact = Contact::new(Email::new(address).unwrap());
        edit(&mut contact);
        contact
    }

    fn merged(contacts: Vec<Contact>, policy: DuplicatesPolicy) -> Merged {
        merge_contacts(&[contacts.into_iter().collect()], policy)
    }

    #[test]
    fn a_blank_never_erases_and_tags_are_united() {
        let result = merged(
            vec![
                contact("ada@example.com", |ada| {
                    ada.first_name = Some("Ada".into());
                    ada.tags = vec![TagName::new("Gold").unwrap()];
                }),
                contact("ADA@example.com", |ada| ada.tags = vec![TagName::new("VIP").unwrap()]),
            ],
            DuplicatesPolicy::LastRow,
        );
        let ada = result.contacts.get(0).unwrap();
        assert_eq!(ada.first_name(), Some("Ada"));
        assert_eq!(ada.tags().map(|tag| tag.as_str()).collect::<Vec<_>>(), ["Gold", "VIP"]);
        assert_eq!(result.issues.iter().map(|issue| issue.code).collect::<Vec<_>>(), [Code::EmailDuplicate]);
    }

    #[test]
    fn the_newest_value_is_kept_and_the_other_is_named() {
        let named = |name: &str, updated: &str| {
            contact("ada@example.com", |ada| {
                ada.last_name = Some(name.into());
                ada.updated_at = updated.parse().ok();
            })
        };
        let rows = vec![
            named("King", "2024-06-01T00:00:00Z"),
            named("Byron", "2020-01-01T00:00:00Z"),
            named("Noel", ""),
        ];
        let newest = merged(rows.clone(), DuplicatesPolicy::Newest);
        assert_eq!(newest.contacts.get(0).unwrap().last_name(), Some("King"));
        let overruled: Vec<_> =
            newest.issues.iter().filter(|issue| issue.code == Code::ValueOverruled).collect();
        assert_eq!(overruled.len(), 2);
        assert_eq!(overruled[0].message, "the value was overruled by `King` on record 0");
        assert_eq!(overruled[0].location.field.as_deref(), Some("last-name"));
        assert_eq!(overruled[0].location.record, Some(1));
        let last = merged(rows, DuplicatesPolicy::LastRow);
        assert_eq!(last.contacts.get(0).unwrap().last_name(), Some("Noel"));
    }

    #[test]
    fn consent_only_tightens() {
        let with = |status| contact("ada@example.com", |ada| ada.marketing.status = status);
        let result = merged(
            vec![with(MarketingStatus::Unsubscribed), with(MarketingStatus::Subscribed)],
            DuplicatesPolicy::LastRow,
        );
        assert_eq!(result.contacts.get(0).unwrap().marketing_status(), MarketingStatus::Unsubscribed);
    }

    #[test]
    fn two_ids_under_one_address_become_aliases_and_one_id_under_two_is_a_conflict() {
        let with = |address: &str, id: &str| contact(address, |ada| ada.external_id = Some(id.into()));
        let result = merged(
            vec![with("ada@example.com", "9"), with("ada@example.com", "7"), with("grace@example.com", "9")],
            DuplicatesPolicy::Newest,
        );
        let ada = result.contacts.get(0).unwrap();
        assert_eq!(ada.external_id(), Some("9"));
        assert_eq!(ada.external_id_aliases().collect::<Vec<_>>(), ["7"]);
        assert_eq!(result.contacts.len(), 2);
        let codes: Vec<_> = result.issues.iter().map(|issue| issue.code).collect();
        assert_eq!(codes, [Code::EmailDuplicate, Code::ExternalIdAlias, Code::ExternalIdConflict]);
    }
}
