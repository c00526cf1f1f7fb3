//! Contacts from JSON Lines, one by one and strictly, as a program gives them; `read_records` is for what an API gives. Knows no file.

use super::{Contact, Contacts};
use crate::issue::{Code, Issue};
use crate::{Location, Refusal, json};

/// A line that is no contact.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.message)]
pub struct ContactLineError(Box<Issue>);

impl Refusal for ContactLineError {
    fn code(&self) -> Code {
        self.0.code
    }

    fn location(&self) -> Location {
        self.0.location.clone()
    }

    fn help(&self) -> String {
        self.0.help().to_owned()
    }
}

impl Contacts {
    /// Adds contacts at the end, one for each line of JSON Lines; blank lines are passed over. Nothing is merged.
    ///
    /// # Errors
    /// [`ContactLineError`] with the record, counted from the first contact of the table, and the path within it. The contacts before it
    /// were added.
    ///
    /// ```
    /// use memberferry::{Contacts, Refusal as _};
    /// let mut contacts = Contacts::new();
    /// contacts.push_json_lines(b"{\"email\":\"ada@example.com\",\"tags\":[\"Gold\"]}\n")?;
    /// let error = contacts.push_json_lines(b"{\"email\":\"grace.example.com\"}\n").unwrap_err();
    /// assert_eq!(error.to_string(), "the address has no `@`");
    /// assert_eq!((error.location().record, error.location().path_text()), (Some(1), "email".to_owned()));
    /// # Ok::<(), memberferry::ContactLineError>(())
    /// ```
    pub fn push_json_lines(&mut self, lines: &[u8]) -> Result<(), ContactLineError> {
        for line in lines.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty())
        {
            let read = json::read_checked::<Contact>(line);
            let contact = read.map_err(|mistake| {
                let place = Location::default().with_record(self.len() as u64);
                ContactLineError(Box::new(mistake.within(place).issue(Code::ArgumentInvalid)))
            })?;
            self.push(&contact);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_one_by_one_reads_back() {
        let mut contacts = Contacts::new();
        let lines = "{\"email\":\"ada@example.com\",\"marketing\":{\"status\":\"unknown\"},\"custom\":{\"Hat\":\"yes\"}}\r\n\n\
            {\"email\":\"grace@example.com\",\"marketing\":{\"status\":\"subscribed\"}}";
        contacts.push_json_lines(lines.as_bytes()).unwrap();
        let written: Vec<_> =
            contacts.to_records().map(|contact| serde_json::to_string(&contact).unwrap()).collect();
        assert_eq!(written, lines.split_whitespace().collect::<Vec<_>>());
    }

    #[test]
    fn a_key_that_stands_twice_or_is_not_known_is_refused() {
        for (line, path) in [
            (r#"{"email":"a@example.com","custom":{"a":"1","a":"2"}}"#, "custom"),
            (r#"{"email":"a@example.com","adress":{}}"#, "adress"),
            (r#"{"email":"a@example.com"} x"#, ""),
            ("[]", ""),
        ] {
            let error = Contacts::new().push_json_lines(line.as_bytes()).unwrap_err();
            assert_eq!(error.location(), Location { record: Some(0), ..error.location() });
            assert_eq!(error.location().path_text(), path, "{error}");
        }
    }
}
