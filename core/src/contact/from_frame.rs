//! Contacts from columns, by their names. Knows no library of columns.

use std::collections::BTreeMap;

use super::cells::{Cells, InstantCells, ListCells, MapCells, TextCells};
use super::columns::{ContactColumn, ContactColumns};
use super::frame::{is_list, slots};
use super::slot::Slot;
use super::{Contact, Contacts, Email, FrameError, MarketingStatus};
use crate::frame::{Column, Frame};
use crate::issue::{Code, Issue, Location};
use crate::{Excerpt, TagName};

/// How the name of a column begins that holds one custom field.
const CUSTOM_PREFIX: &str = "custom:";

impl Contacts {
    /// Adds the contacts of a frame at the end, one for each row. Nothing is merged; [`merge_contacts`](crate::merge_contacts) does that.
    ///
    /// The columns are those of [`frames`](Self::frames), in any order; all but `email` may be left out. A column `custom:Shoe size` holds
    /// one custom field.
    ///
    /// # Errors
    /// [`FrameError`] with the column, and the record where it is about a value; then no contact of the frame was added.
    ///
    /// ```
    /// use memberferry::{Contact, Contacts, Email};
    /// let contacts: Contacts = [Contact::new(Email::new("ada@example.com")?)].into_iter().collect();
    /// let mut copy = Contacts::new();
    /// for frame in contacts.frames() {
    ///     copy.push_frame(&frame)?;
    /// }
    /// assert_eq!(copy.get(0).map(|ada| ada.email()), Some("ada@example.com"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn push_frame(&mut self, frame: &Frame) -> Result<(), FrameError> {
        let columns = Columns::of(frame)?;
        let first = self.len();
        let contacts: Vec<Contact> = (0..frame.rows)
            .map(|row| columns.contact(row).map_err(|issue| at_record(*issue, first + row)))
            .collect::<Result<_, _>>()?;
        self.extend(&contacts);
        Ok(())
    }
}

fn at_record(mut issue: Issue, record: usize) -> FrameError {
    issue.location = issue.location.with_record(record as u64);
    FrameError::Value(Box::new(issue))
}

/// The columns of a frame, each found to be of its kind.
struct Columns<'a> {
    email: TextCells<'a>,
    texts: Vec<(Slot, TextCells<'a>)>,
    lists: Vec<(Slot, ListCells<'a>)>,
    status: Option<TextCells<'a>>,
    consent_at: Option<InstantCells<'a>>,
    created_at: Option<InstantCells<'a>>,
    updated_at: Option<InstantCells<'a>>,
    tags: Option<ListCells<'a>>,
    custom: Option<MapCells<'a>>,
    fields: Vec<(&'a str, TextCells<'a>)>,
}

impl<'a> Columns<'a> {
    fn of(frame: &'a Frame) -> Result<Self, FrameError> {
        let rows = frame.rows;
        let mut by_name: BTreeMap<&str, &Column> = BTreeMap::new();
        for column in &frame.columns {
            if by_name.insert(&column.name, column).is_some() {
                return Err(FrameError::Twice { name: Excerpt::new(&column.name) });
            }
        }
        let mut take = |column: ContactColumn| by_name.remove(&*column.name());
        let texts = |column: Option<&'a Column>| column.map(|column| Cells::texts(column, rows)).transpose();
        let instants =
            |column: Option<&'a Column>| column.map(|column| Cells::instants(column, rows)).transpose();
        let lists = |column: Option<&'a Column>| column.map(|column| Cells::lists(column, rows)).transpose();
        let mut columns = Columns {
            email: texts(take(ContactColumn::of(Slot::EMAIL)))?
                .ok_or(FrameError::Missing { name: "email" })?,
            texts: Vec::new(),
            lists: Vec::new(),
            status: texts(take(ContactColumn::MARKETING_STATUS))?,
            consent_at: instants(take(ContactColumn::CONSENT_AT))?,
            created_at: instants(take(ContactColumn::CREATED_AT))?,
            updated_at: instants(take(ContactColumn::UPDATED_AT))?,
            tags: lists(take(ContactColumn::TAGS))?,
            custom: take(ContactColumn::CUSTOM).map(|column| Cells::maps(column, rows)).transpose()?,
            fields: Vec::new(),
        };
        for slot in slots() {
            let column = take(ContactColumn::of(slot));
            match is_list(slot) {
                true => columns.lists.extend(lists(column)?.map(|cells| (slot, cells))),
                false => columns.texts.extend(texts(column)?.map(|cells| (slot, cells))),
            }
        }
        for column in frame.columns.iter().filter(|column| by_name.contains_key(&*column.name)) {
            let Some(field) = column.name.strip_prefix(CUSTOM_PREFIX).filter(|field| !field.is_empty())
            else {
                return Err(FrameError::Unknown {
                    name: Excerpt::new(&column.name),
                    known: ContactColumns::all().names(),
                });
            };
            columns.fields.push((field, Cells::texts(column, rows)?));
        }
        Ok(columns)
    }

    fn contact(&self, row: usize) -> Result<Contact, Box<Issue>> {
        let address = self.email.get(row).unwrap_or_default();
        let invalid = |issue: Issue, field: &str| Box::new(issue.at(Location::default().with_field(field)));
        let email = Email::new(address).map_err(|error| invalid(error.issue(address), "email"))?;
        let mut contact = Contact::new(email);
        for (slot, cells) in &self.texts {
            if let Some(place) = text_of(&mut contact, *slot) {
                *place = cells.get(row).map(str::to_owned);
            }
        }
        for (slot, cells) in &self.lists {
            if let Some(place) = list_of(&mut contact, *slot) {
                *place = cells.get(row).map(str::to_owned).collect();
            }
        }
        if let Some(status) = self.status.as_ref().and_then(|cells| cells.get(row)) {
            let known = MarketingStatus::ALL.into_iter().find(|known| known.name() == status);
            contact.marketing.status = known.ok_or_else(|| {
                let names = MarketingStatus::ALL.map(MarketingStatus::name).join(", ");
                let issue =
                    Issue::new(Code::ArgumentInvalid).with_message("the marketing status is not known");
                invalid(
                    issue.with_value(status).with_help(format!("use one of {names}")),
                    &ContactColumn::MARKETING_STATUS.name(),
                )
            })?;
        }
        let instant = |cells: &Option<InstantCells<'_>>| cells.as_ref().and_then(|cells| cells.get(row));
        contact.marketing.evidence.at = instant(&self.consent_at);
        contact.created_at = instant(&self.created_at);
        contact.updated_at = instant(&self.updated_at);
        for tag in self.tags.iter().flat_map(|cells| cells.get(row)) {
            contact.tags.push(TagName::new(tag).map_err(|error| {
                let issue = Issue::new(Code::ArgumentInvalid).with_message(error.to_string());
                invalid(issue, &ContactColumn::TAGS.name())
            })?);
        }
        let custom = self.custom.iter().flat_map(|cells| cells.get(row));
        let fields = self.fields.iter().filter_map(|(name, cells)| Some((*name, cells.get(row)?)));
        for (name, value) in custom.chain(fields) {
            contact.custom.insert(name.to_owned(), value.to_owned());
        }
        Ok(contact)
    }
}

/// The columns that contacts have.
fn text_of(contact: &mut Contact, slot: Slot) -> Option<&mut Option<String>> {
    let (address, evidence) = (&mut contact.address, &mut contact.marketing.evidence);
    Some(match slot {
        Slot::EXTERNAL_ID => &mut contact.external_id,
        Slot::USERNAME => &mut contact.username,
        Slot::FIRST_NAME => &mut contact.first_name,
        Slot::LAST_NAME => &mut contact.last_name,
        Slot::PHONE => &mut contact.phone,
        Slot::COMPANY => &mut contact.company,
        Slot::LINE1 => &mut address.line1,
        Slot::LINE2 => &mut address.line2,
        Slot::CITY => &mut address.city,
        Slot::REGION => &mut address.region,
        Slot::POSTAL_CODE => &mut address.postal_code,
        Slot::COUNTRY => &mut address.country,
        Slot::LOCALE => &mut contact.locale,
        Slot::TIME_ZONE => &mut contact.time_zone,
        Slot::AFFILIATE => &mut contact.referring_affiliate,
        Slot::CONSENT_SOURCE => &mut evidence.source,
        Slot::CONSENT_IP => &mut evidence.ip,
        Slot::CONSENT_WORDING => &mut evidence.wording,
        _ => return None,
    })
}

fn list_of(contact: &mut Contact, slot: Slot) -> Option<&mut Vec<String>> {
    Some(match slot {
        Slot::ALIASES => &mut contact.external_id_aliases,
        Slot::ORDER_IDS => &mut contact.order_ids,
        Slot::SUBSCRIPTION_IDS => &mut contact.subscription_ids,
        Slot::ROLES => &mut contact.roles,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Refusal as _;
    use crate::frame::TextBuilder;

    fn full() -> Contact {
        let mut contact = Contact::new(Email::new("ada@example.com").unwrap());
        for (number, slot) in slots().enumerate() {
            if let Some(place) = text_of(&mut contact, slot) {
                *place = Some(format!("text {number}"));
            }
            if let Some(place) = list_of(&mut contact, slot) {
                *place = vec![format!("a {number}"), format!("b {number}")];
            }
        }
        contact.marketing.status = MarketingStatus::Bounced;
        contact.marketing.evidence.at = "2024-02-01T00:00:00Z".parse().ok();
        contact.created_at = "2024-01-01T00:00:00.5Z".parse().ok();
        contact.updated_at = "1969-12-31T23:59:59Z".parse().ok();
        contact.tags = vec![TagName::new("Gold").unwrap(), TagName::new("Größe").unwrap()];
        contact.custom.insert("Hat".into(), "yes".into());
        contact.custom.insert("Shoe size".into(), "42".into());
        contact
    }

    fn texts(name: &'static str, values: &[&str]) -> Column {
        let mut column = TextBuilder::default();
        values.iter().enumerate().for_each(|(row, value)| column.put(row, value));
        column.finish(name, values.len())
    }

    fn refused(columns: Vec<Column>) -> FrameError {
        let mut contacts = Contacts::new();
        let error = contacts.push_frame(&Frame { rows: 2, columns }).unwrap_err();
        assert!(contacts.is_empty());
        error
    }

    #[test]
    fn every_field_goes_over_and_comes_back() {
        let plain = Contact::new(Email::new("grace@example.com").unwrap());
        let contacts: Contacts = [plain.clone(), full(), plain, full()].into_iter().collect();
        let mut copy = Contacts::new();
        for frame in contacts.frames() {
            assert_eq!(frame.columns.len(), Slot::CUSTOM + 6);
            copy.push_frame(&frame).unwrap();
        }
        assert_eq!(copy.to_records().collect::<Vec<_>>(), contacts.to_records().collect::<Vec<_>>());
    }

    #[test]
    fn nobody_is_a_frame_without_rows() {
        let frames: Vec<_> = Contacts::new().frames().collect();
        assert_eq!(frames.iter().map(|frame| frame.rows).collect::<Vec<_>>(), [0]);
    }

    #[test]
    fn a_column_can_hold_one_custom_field() {
        let mut contacts = Contacts::new();
        let columns =
            vec![texts("custom:Hat", &["yes", ""]), texts("email", &["a@example.com", "b@example.com"])];
        contacts.push_frame(&Frame { rows: 2, columns }).unwrap();
        assert_eq!(contacts.get(0).unwrap().custom().collect::<Vec<_>>(), [("Hat", "yes")]);
        assert_eq!(contacts.get(1).unwrap().custom().count(), 0);
    }

    #[test]
    fn a_value_that_cannot_be_taken_is_named_with_its_record() {
        let error = refused(vec![texts("email", &["a@example.com", "b.example.com"])]);
        assert_eq!((error.code(), error.location().record), (Code::EmailInvalid, Some(1)));
        let email = texts("email", &["a@example.com", "b@example.com"]);
        let error = refused(vec![email, texts("marketing_status", &["subscribed", "paused"])]);
        assert_eq!(error.to_string(), "the marketing status is not known");
        assert_eq!(error.location().field.as_deref(), Some("marketing_status"));
    }

    #[test]
    fn columns_that_are_not_those_of_contacts_are_refused() {
        let email = || texts("email", &["a@example.com", "b@example.com"]);
        assert_eq!(refused(vec![texts("tags", &["", ""])]), FrameError::Missing { name: "email" });
        assert_eq!(refused(vec![email(), email()]).to_string(), "there are two columns `email`");
        assert_eq!(
            refused(vec![email(), texts("tags", &["", ""])]).to_string(),
            "the column `tags` holds text, and a list of texts is expected"
        );
        let unknown = refused(vec![email(), texts("mail", &["", ""])]);
        assert_eq!(unknown.to_string(), "`mail` is no column of this table");
        assert!(unknown.help().contains("email, external_id, "), "{}", unknown.help());
        assert_eq!(
            refused(vec![texts("email", &["a@example.com"])]).to_string(),
            "the column `email` is damaged"
        );
    }
}
