//! Who gets to see which page, as columns. Knows no library of columns.

use std::borrow::Cow;

use crate::Contacts;
use crate::access::AccessTable;
use crate::frame::{FRAME_ROWS, FlagBuilder, Frame, TextBuilder, one_by_one};
use crate::site::Site;

/// The column that says who a row is of.
const EMAIL: &str = "email";

impl Site {
    /// A table of who gets to see which page, as columns: one row for each contact, in their order, as many frames as it takes, and at least one.
    ///
    /// The first column, `email`, says who it is; then each page has one of yes and no, called by its id, in the order of the document. A
    /// page whose id is `email` has the column `page:email`. The table is one of all contacts, as
    /// [`decide_all`](Self::decide_all) gives it.
    ///
    /// ```
    /// use memberferry::{Contact, Contacts, Email, Site};
    /// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC",
    ///     "pages": [{"id": "inner", "title": "Inner", "rule": {"kind": "logged-in"}}]}"#)?;
    /// let contacts: Contacts = [Contact::new(Email::new("ada@example.com")?)].into_iter().collect();
    /// let table = site.decide_all(&contacts, "2024-05-01T00:00:00Z".parse()?)?;
    /// let frame = site.access_frames(&contacts, &table).next().unwrap();
    /// assert_eq!(frame.columns.iter().map(|column| &*column.name).collect::<Vec<_>>(), ["email", "inner"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn access_frames<'a>(
        &'a self,
        contacts: &'a Contacts,
        table: &'a AccessTable,
    ) -> impl Iterator<Item = Frame> + 'a {
        one_by_one(move |first| self.access_frame_at(contacts, table, first))
    }

    /// The frame that begins with a contact, by its place; absent past the last one.
    pub fn access_frame_at(&self, contacts: &Contacts, table: &AccessTable, first: usize) -> Option<Frame> {
        if first > 0 && first >= table.member_count() {
            return None;
        }
        let rows = table.member_count().saturating_sub(first).min(FRAME_ROWS);
        let mut emails = TextBuilder::default();
        for row in 0..rows {
            if let Some(contact) = contacts.get(first + row) {
                emails.put(row, contact.email());
            }
        }
        let mut columns = vec![emails.finish(EMAIL, rows)];
        for (place, page) in self.pages().iter().enumerate() {
            let mut allowed = FlagBuilder::default();
            (0..rows).filter(|row| table.allows(first + row, place)).for_each(|row| allowed.set(row));
            let name = match page.id.as_str() {
                EMAIL => Cow::Borrowed("page:email"),
                id => Cow::Owned(id.to_owned()),
            };
            columns.push(allowed.column(name, rows));
        }
        Some(Frame { rows, columns })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::Values;
    use crate::{Contact, Email, TagName};

    #[test]
    fn each_frame_says_what_the_table_does() {
        let site = Site::from_json(
            br#"{"format": 1, "name": "Harbour", "timezone": "UTC", "tags": ["Gold"], "pages": [
            {"id": "front", "title": "Front"},
            {"id": "email", "title": "Gold", "rule": {"kind": "has-any", "tags": ["Gold"]}}]}"#,
        );
        let site = site.unwrap();
        let contacts: Contacts = (0..FRAME_ROWS + 70)
            .map(|number| {
                let mut contact = Contact::new(Email::new(&format!("m{number}@example.com")).unwrap());
                if number % 3 == 0 {
                    contact.tags = vec![TagName::new("Gold").unwrap()];
                }
                contact
            })
            .collect();
        let table = site.decide_all(&contacts, "2024-05-01T00:00:00Z".parse().unwrap()).unwrap();
        let mut first = 0;
        for frame in site.access_frames(&contacts, &table) {
            let names: Vec<_> = frame.columns.iter().map(|column| &*column.name).collect();
            assert_eq!(names, ["email", "front", "page:email"]);
            for (page, column) in frame.columns[1..].iter().enumerate() {
                let Values::Flags(flags) = &column.values else { panic!() };
                assert_eq!(flags.rows, frame.rows);
                assert!((0..frame.rows).all(|row| flags.get(row) == table.allows(first + row, page)));
            }
            first += frame.rows;
        }
        assert_eq!(first, contacts.len());
    }
}
