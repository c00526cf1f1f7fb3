//! Duplicates: which records are one person, and how their values become one contact. Nothing is lost silently: a blank
//! never erases, tags are united, consent only tightens, and every overruled value is an issue that names both rows.

use std::borrow::{Borrow, Cow};

use serde::{Deserialize, Serialize};

use super::address_book::AddressBook;
use super::email_syntax;
use super::slot::{SEPARATOR, Slot};
use super::table::{Contacts, Origin, RowFacts};
use super::view::ContactRef;
use super::{Marketing, MarketingStatus, Password};
use crate::issue::{Code, Issues, MessageValue, RowPlace};
use crate::{Instant, TagId};

/// Which of two different values of one field is kept, where two records are one person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// What was merged and what was overruled, in row order. Of several lists, each place and each message says which
    /// one (`input`, from 1).
    pub issues: Issues,
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
pub fn merge_contacts(lists: &[impl Borrow<Contacts>], policy: DuplicatesPolicy) -> Merged {
    let mut contacts = Contacts::new();
    for (input, list) in lists.iter().enumerate() {
        let number = if lists.len() > 1 { input + 1 } else { 0 };
        contacts.append(list.borrow(), u16::try_from(number).unwrap_or(u16::MAX));
    }
    let mut addresses = AddressBook::default();
    for contact in contacts.iter() {
        addresses.add(email_syntax::hash_of_valid(contact.email()));
    }
    let pairs = addresses.same_people(&contacts);
    let mut issues = Issues::default();
    merge_in_place(&mut contacts, pairs, policy, &mut issues);
    find_id_conflicts(&contacts, &mut issues);
    Merged { contacts, issues }
}

/// Merges rows that are one person: each pair names the first row of a person and a later one, in order. The merged contact
/// stands at the first row's place.
pub(crate) fn merge_in_place(
    table: &mut Contacts,
    pairs: Vec<(usize, usize)>,
    policy: DuplicatesPolicy,
    issues: &mut Issues,
) {
    let (mut rest, mut fetched) = (pairs.as_slice(), 0);
    while let Some(&(first, _)) = rest.first() {
        if fetched == 0 {
            fetched = table.fetch(rest);
        }
        let (group, behind) = rest.split_at(rest.iter().take_while(|pair| pair.0 == first).count());
        fetched = fetched.saturating_sub(group.len());
        rest = behind;
        let rows: Vec<usize> = std::iter::once(first).chain(group.iter().map(|&(_, later)| later)).collect();
        merge_group(table, &rows, policy, issues);
    }
    let mut gone: Vec<usize> = pairs.into_iter().map(|(_, later)| later).collect();
    gone.sort_unstable();
    table.remove_rows(&gone);
}

/// One value of one field, with the row it came from.
pub(super) struct Candidate<'a> {
    slot: Slot,
    value: Cow<'a, str>,
    origin: Origin,
}

fn merge_group(table: &mut Contacts, rows: &[usize], policy: DuplicatesPolicy, issues: &mut Issues) {
    let views: Vec<ContactRef<'_>> = rows.iter().filter_map(|&row| table.get(row)).collect();
    let first_origin = views.first().map(|view| view.origin()).unwrap_or_default();
    for view in views.iter().skip(1) {
        issues.push_row(
            Code::EmailDuplicate,
            row_place(view.origin(), "email"),
            Some(("the address stands on {} too; the records were merged", &[place(first_origin)])),
            Some(view.email()),
        );
    }
    let marketing = Marketing::of_several(views.iter().map(ContactRef::marketing));
    let facts = RowFacts {
        status: marketing.status,
        created_at: views.iter().filter_map(ContactRef::created_at).min(),
        updated_at: views.iter().filter_map(ContactRef::updated_at).max(),
        consent_at: marketing.evidence.at,
        origin: first_origin,
    };
    let mut tags = Vec::new();
    for tag in views.iter().flat_map(ContactRef::tag_ids) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    let ids = united(&views, &[Slot::EXTERNAL_ID, Slot::ALIASES]);

    let mut by_strength = views.clone();
    if policy == DuplicatesPolicy::Newest {
        by_strength.sort_by_key(changed_at);
    }
    let password =
        by_strength.iter().rev().map(|view| view.password()).find(|password| password.is_some()).cloned();
    by_strength.reverse();
    let mut fields = Vec::new();
    choose(table, &by_strength, |_| true, &mut fields, issues);
    report_overruled_statuses(&views, marketing.status, issues);
    report_overruled_passwords(&by_strength, issues);
    if ids.len() > 1 {
        issues.push_row(
            Code::ExternalIdAlias,
            row_place(first_origin, "external-id"),
            Some(("the contact ids {} stand under one address", &[MessageValue::Shown(&ids.join(", "))])),
            None,
        );
    }
    unite(&views, &ids, &marketing, &mut fields);
    let fields = fields.into_iter().map(Candidate::into_entry).collect();
    write_over(table, rows, &tags, fields, password, facts);
}

/// Reports the marketing statuses that were stated and do not hold, each with the first row that states the one that does.
fn report_overruled_statuses(views: &[ContactRef<'_>], kept: MarketingStatus, issues: &mut Issues) {
    let Some(by) = views.iter().find(|view| view.marketing_status() == kept) else { return };
    let stated =
        |view: &&ContactRef<'_>| ![kept, MarketingStatus::Unknown].contains(&view.marketing_status());
    for view in views.iter().filter(stated) {
        issues.push_row(
            Code::ValueOverruled,
            row_place(view.origin(), "marketing-status"),
            Some((
                "the value was overruled by {} on {}",
                &[MessageValue::Shown(kept.name()), place(by.origin())],
            )),
            Some(view.marketing_status().name()),
        );
    }
}

/// Reports the passwords that do not hold, without a word of what they are.
fn report_overruled_passwords(strongest_first: &[ContactRef<'_>], issues: &mut Issues) {
    let mut holding = strongest_first.iter().filter(|view| view.password().is_some());
    let Some(by) = holding.next() else { return };
    for view in holding.filter(|view| view.password() != by.password()) {
        issues.push_row(
            Code::ValueOverruled,
            row_place(view.origin(), "password"),
            Some(("the value was overruled by another on {}", &[place(by.origin())])),
            None,
        );
    }
}

impl Candidate<'_> {
    pub(super) fn into_entry(self) -> (Slot, String) {
        (self.slot, self.value.into_owned())
    }
}

/// Takes each wanted field from the first view that has it, and reports the others' different values.
pub(super) fn choose<'a>(
    table: &Contacts,
    strongest_first: &[ContactRef<'a>],
    wanted: impl Fn(Slot) -> bool,
    fields: &mut Vec<Candidate<'a>>,
    issues: &mut Issues,
) {
    for view in strongest_first {
        for (slot, value) in view.entries().filter(|(slot, _)| wanted(*slot) && !is_united(*slot)) {
            match fields.iter().find(|field| field.slot == slot) {
                // Two spellings of one address are no two values: nothing to report.
                Some(kept)
                    if kept.value != value && !(slot == Slot::EMAIL && is_same(&kept.value, value)) =>
                {
                    issues.push_row(
                        Code::ValueOverruled,
                        row_place(view.origin(), table.slot_name(slot)),
                        Some((
                            "the value was overruled by {} on {}",
                            &[MessageValue::Shown(&kept.value), place(kept.origin)],
                        )),
                        Some(value),
                    );
                }
                Some(_) => {}
                None => fields.push(Candidate { slot, value: Cow::Borrowed(value), origin: view.origin() }),
            }
        }
    }
}

fn is_same(address: &str, other: &str) -> bool {
    email_syntax::same_key(address, other)
}

/// Adds the fields whose values are put together, and the evidence of the consent that holds.
pub(super) fn unite(
    views: &[ContactRef<'_>],
    ids: &[&str],
    marketing: &Marketing,
    fields: &mut Vec<Candidate<'_>>,
) {
    let origin = views.first().map(ContactRef::origin).unwrap_or_default();
    let mut add = |slot, values: Vec<&str>| {
        if !values.is_empty() {
            let value = values.join(SEPARATOR.encode_utf8(&mut [0; 4]));
            fields.push(Candidate { slot, value: Cow::Owned(value), origin });
        }
    };
    add(Slot::EXTERNAL_ID, ids.first().copied().into_iter().collect());
    add(Slot::ALIASES, ids.iter().skip(1).copied().collect());
    for slot in [Slot::ORDER_IDS, Slot::SUBSCRIPTION_IDS, Slot::ROLES] {
        add(slot, united(views, &[slot]));
    }
    let evidence = &marketing.evidence;
    for (slot, value) in [
        (Slot::CONSENT_SOURCE, &evidence.source),
        (Slot::CONSENT_IP, &evidence.ip),
        (Slot::CONSENT_WORDING, &evidence.wording),
    ] {
        add(slot, value.as_deref().into_iter().collect());
    }
}

/// Writes what became of some rows over the first of them.
pub(super) fn write_over(
    table: &mut Contacts,
    rows: &[usize],
    tags: &[TagId],
    mut fields: Vec<(Slot, String)>,
    password: Option<Password>,
    facts: RowFacts,
) {
    let Some(&first) = rows.first() else { return };
    crate::order::sort_by_key(&mut fields, |(slot, _)| *slot);
    table.begin_row(tags);
    for (slot, value) in &fields {
        table.put(*slot, value);
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
        Slot::ROLES,
        Slot::CONSENT_SOURCE,
        Slot::CONSENT_IP,
        Slot::CONSENT_WORDING,
    ]
    .contains(&slot)
}

pub(super) fn united<'a>(views: &[ContactRef<'a>], slots: &[Slot]) -> Vec<&'a str> {
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

/// A row, as a message names it.
pub(super) fn place(origin: Origin) -> MessageValue<'static> {
    MessageValue::Row { line: origin.line, record: origin.record, input: origin.input }
}

pub(super) fn row_place(origin: Origin, field: &str) -> RowPlace<'_> {
    RowPlace { record: Some(origin.record), line: origin.line, input: origin.input, column: 0, field }
}

/// Whether contact ids come in ascending order, as most exports write them: then none can stand twice, and nothing
/// need be sorted to know it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AscendingIds {
    first: Option<(usize, u128)>,
    last: (usize, u128),
    holds: bool,
}

impl Default for AscendingIds {
    fn default() -> Self {
        AscendingIds { first: None, last: (0, 0), holds: true }
    }
}

impl AscendingIds {
    /// Takes in the contact id of the next row that has one: something that only equal ids share, in any order; absent
    /// where there is no such thing.
    #[inline]
    pub(crate) fn add(&mut self, id: Option<(usize, u128)>) {
        self.holds &= id.is_some_and(|id| id > self.last);
        self.last = id.unwrap_or_default();
        self.first = self.first.or(id);
    }

    /// Takes in the ids of later rows.
    #[cfg(feature = "threads")]
    pub(crate) fn append(&mut self, later: &mut AscendingIds) {
        let later = std::mem::take(later);
        self.holds &= later.holds;
        if let Some(first) = later.first {
            self.holds &= first > self.last;
            self.first = self.first.or(later.first);
            self.last = later.last;
        }
    }

    /// Whether no id can stand twice.
    pub(crate) fn hold(self) -> bool {
        self.holds
    }
}

/// One contact id under two addresses is two people or a mistake: it is said, and the two are kept apart. A further id of a
/// merged contact is one of theirs as the first is.
pub(crate) fn find_id_conflicts(table: &Contacts, issues: &mut Issues) {
    let mut ids: Vec<(&str, usize)> = Vec::new();
    for contact in table.iter() {
        let known = contact.external_id().into_iter().chain(contact.external_id_aliases());
        ids.extend(known.map(|id| (id, contact.index())));
    }
    ids.sort_unstable();
    ids.dedup();
    for group in ids.chunk_by(|left, right| left.0 == right.0).filter(|group| group.len() > 1) {
        let mut views = group.iter().filter_map(|&(id, row)| Some((id, table.get(row)?)));
        let Some((_, first)) = views.next() else { continue };
        for (id, view) in views {
            issues.push_row(
                Code::ExternalIdConflict,
                row_place(view.origin(), "external-id"),
                Some((
                    "the contact id stands with {} on {} and with {} here; the two are kept apart",
                    &[
                        MessageValue::Shown(first.email()),
                        place(first.origin()),
                        MessageValue::Shown(view.email()),
                    ],
                )),
                Some(id),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Contact, Email, Secret, TagName};

    fn contact(address: &str, edit: impl FnOnce(&mut Contact)) -> Contact {
        let mut contact = Contact::new(Email::new(address).unwrap());
        edit(&mut contact);
        contact
    }

    fn merged(contacts: Vec<Contact>, policy: DuplicatesPolicy) -> Merged {
        merge_contacts(&[contacts.into_iter().collect::<Contacts>()], policy)
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
    fn an_id_under_two_addresses_is_said_where_one_of_them_has_it_as_a_further_one() {
        let with_id = |address: &str, id: &str| contact(address, |one| one.external_id = Some(id.into()));
        let rows = vec![
            with_id("ada@example.com", "1"),
            with_id("ada@example.com", "2"),
            with_id("bob@example.com", "2"),
        ];
        let result = merged(rows, DuplicatesPolicy::Newest);
        let found = result.issues.iter().find(|issue| issue.code == Code::ExternalIdConflict).unwrap();
        assert_eq!(found.value.as_ref().map(|value| value.as_str()), Some("2"));
        assert!(found.message.contains("ada@example.com") && found.message.contains("bob@example.com"));
        assert_eq!(result.contacts.len(), 2);
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

    #[test]
    fn a_status_or_password_that_was_overruled_is_told_and_no_password_is_shown() {
        let person = |status, password: &str| {
            contact("ada@example.com", |ada| {
                ada.marketing.status = status;
                ada.password = Password::Plaintext(Secret::new(password));
            })
        };
        let people = [
            person(MarketingStatus::Subscribed, "hunter1"),
            person(MarketingStatus::Unknown, "hunter2"),
            person(MarketingStatus::Unsubscribed, "hunter2"),
        ];
        let merged = merged(people.into(), DuplicatesPolicy::LastRow);
        let told: Vec<_> = merged
            .issues
            .iter()
            .filter(|issue| issue.code == Code::ValueOverruled)
            .map(|issue| format!("{:?} {}", issue.value.as_ref().map(ToString::to_string), issue.message))
            .collect();
        assert_eq!(
            told,
            [
                "Some(\"subscribed\") the value was overruled by `unsubscribed` on record 2",
                "None the value was overruled by another on record 2",
            ]
        );
    }
}
