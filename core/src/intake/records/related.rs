//! What stands beside contacts and belongs to them: names of tags and fields, tags of contacts, their status on each list. Knows
//! no contacts but by their ids.

use std::collections::BTreeMap;

use super::super::error::IntakeError;
use super::scanner::{Piece, Scanner};
use super::tree::Tree;
use crate::source::{RELATED, RelatedKind};
use crate::text;

/// A contact's status on one list.
#[derive(Clone, Debug)]
pub(super) struct ListStatus {
    pub(super) word: String,
    pub(super) since: Option<String>,
    pub(super) changed: Option<String>,
}

/// A tag of a contact.
#[derive(Clone, Debug)]
pub(super) struct GivenTag {
    pub(super) id: String,
    /// When it was given, as written.
    pub(super) given: Option<String>,
}

/// What one contact has in related lists.
#[derive(Clone, Debug, Default)]
pub(super) struct OfContact {
    pub(super) tags: Vec<GivenTag>,
    pub(super) lists: Vec<ListStatus>,
    /// Ids of custom fields and their values.
    pub(super) fields: Vec<(String, String)>,
}

/// What an API gives apart from the contacts and names by their ids: the names of tags and custom fields (Keap, Ontraport,
/// ActiveCampaign, Kit), the tags of contacts, and their status on lists (ActiveCampaign's `contactTags`, `contactLists` and
/// `fieldValues`).
///
/// ```
/// use memberferry::{ReadOptions, RelatedRecords, read_records};
/// let mut related = RelatedRecords::from_json(br#"{"tags": [{"id": "91", "name": "Gold", "category": {"name": "Club"}}]}"#)?;
/// related.add_tag("92", "VIP");
/// let record = br#"{"id": "7", "email_addresses": [{"field": "EMAIL1", "email": "ada@example.com"}], "tag_ids": ["91", "92"]}"#;
/// let intake = read_records(record, &ReadOptions::default(), related)?;
/// let tags: Vec<_> = intake.contacts.get(0).into_iter().flat_map(|ada| ada.tags()).map(|tag| tag.as_str()).collect();
/// assert_eq!(tags, ["Club: Gold", "VIP"]);
/// # Ok::<(), memberferry::IntakeError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct RelatedRecords {
    tags: BTreeMap<String, String>,
    fields: BTreeMap<String, String>,
    contacts: BTreeMap<String, OfContact>,
}

impl RelatedRecords {
    /// Reads related records as an API gives them: objects by themselves, in lists, one to a line, or in answers such as
    /// `{"contactTags": […], "tags": […]}`. What each object is, its members say: a tag is `{id, name}`, `{id, tag}` or `{tag_id,
    /// tag_name}`, with a `category` where it has one; a custom field is `{id, title}` or `{id, label}`; what belongs to a contact
    /// is `{contact, tag}` (with the `cdate` on which it was given, where there is one), `{contact, list, status}` or `{contact, field, value}`. Anything else is passed over.
    ///
    /// # Errors
    /// [`IntakeError`] where the text is not JSON.
    pub fn from_json(json: &[u8]) -> Result<Self, IntakeError> {
        let mut related = RelatedRecords::default();
        related.add_json(json)?;
        Ok(related)
    }

    /// Adds the related records of a further text, and gives how many of its objects were known to be some.
    ///
    /// # Errors
    /// [`IntakeError`] where the text is not JSON; what stands before the mistake is added.
    pub fn add_json(&mut self, json: &[u8]) -> Result<u64, IntakeError> {
        let mut known = 0;
        let mut take = |_: Piece, text: &[u8], line: u64| {
            let tree = std::str::from_utf8(text).ok().and_then(|text| Tree::read(text).ok());
            known += self.take_tree(&tree.ok_or(IntakeError::Related { line })?);
            Ok(())
        };
        let mut scanner = Scanner::new(usize::MAX);
        scanner.scan(json, &mut take)?;
        scanner.finish(&mut take)?;
        Ok(known)
    }

    /// Names a tag. A category is part of the name: `Membership: Gold`.
    pub fn add_tag(&mut self, id: &str, name: &str) {
        self.tags.insert(id.to_owned(), name.to_owned());
    }

    /// Names a custom field.
    pub fn add_field(&mut self, id: &str, name: &str) {
        self.fields.insert(id.to_owned(), name.to_owned());
    }

    /// Gives a contact a tag, both by their ids.
    pub fn add_contact_tag(&mut self, contact: &str, tag: &str) {
        self.give_tag(contact.to_owned(), GivenTag { id: tag.to_owned(), given: None });
    }

    fn give_tag(&mut self, contact: String, tag: GivenTag) {
        self.contacts.entry(contact).or_default().tags.push(tag);
    }

    /// The name of a tag.
    pub(super) fn tag_name(&self, id: &str) -> Option<&str> {
        self.tags.get(id).map(String::as_str)
    }

    /// The name of a custom field.
    pub(super) fn field_name(&self, id: &str) -> Option<&str> {
        self.fields.get(id).map(String::as_str)
    }

    /// What each contact has, by its id.
    pub(super) fn of_contacts(&self) -> &BTreeMap<String, OfContact> {
        &self.contacts
    }

    /// Takes an object, or else the objects in its lists; gives how many were known.
    fn take_tree(&mut self, tree: &Tree<'_>) -> u64 {
        if self.take_element(tree) {
            return 1;
        }
        tree.members().iter().map(|(_, value)| self.take_list(value)).sum()
    }

    /// Takes the elements of a list; gives how many were known.
    pub(super) fn take_list(&mut self, list: &Tree<'_>) -> u64 {
        let Tree::List(elements) = list else { return 0 };
        elements.iter().map(|element| u64::from(self.take_element(element))).sum()
    }

    fn take_element(&mut self, element: &Tree<'_>) -> bool {
        let text =
            |key: &str| element.get(key).and_then(Tree::scalar).map(|text| text::clean(text).into_owned());
        let there = RELATED.iter().find(|related| {
            let mut keys = [related.id, related.value].into_iter().chain(related.with.iter().copied());
            keys.all(|key| element.get(key).is_some_and(|value| value.scalar().is_some()))
        });
        let Some(related) = there else { return false };
        let (Some(id), Some(value)) = (text(related.id), text(related.value)) else { return false };
        match related.kind {
            RelatedKind::Tag => {
                let category = element.get("category");
                let name = category.and_then(|category| category.get("name").unwrap_or(category).scalar());
                let name = match name.filter(|name| !name.is_empty()) {
                    Some(category) => format!("{category}: {value}"),
                    None => value,
                };
                self.add_tag(&id, &name);
            }
            RelatedKind::CustomField => self.add_field(&id, &value),
            RelatedKind::ContactTag => {
                let given = text("cdate").filter(|given| !given.is_empty());
                self.give_tag(id, GivenTag { id: value, given });
            }
            RelatedKind::ContactList => {
                let status = ListStatus { word: value, since: text("sdate"), changed: text("udate") };
                self.contacts.entry(id).or_default().lists.push(status);
            }
            RelatedKind::FieldValue => {
                let held = text("value").unwrap_or_default();
                self.contacts.entry(id).or_default().fields.push((value, held));
            }
        }
        true
    }
}
