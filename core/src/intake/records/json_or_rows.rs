//! Whether an input is for the reader of records or for one of rows, told by how it begins. Reads neither.

use super::set_aside_rows::Form;
use crate::Limits;

/// Whether an input begins as JSON does, or as a file of JSON records that were set aside.
pub(super) fn is_for_records(start: &[u8]) -> bool {
    let is_set_aside = || matches!(Form::of(start, &Limits::default()), Some(Form::SetAside(_)));
    is_json(&String::from_utf8_lossy(start)) || is_set_aside()
}

/// Whether a text is the JSON of an API: an object that begins with a name, a list of objects, or either with nothing in it. The first
/// column of a table may be called `[Email]`.
pub fn is_json(text: &str) -> bool {
    let mut marks =
        text.trim_start_matches('\u{feff}').chars().filter(|character| !character.is_whitespace());
    matches!((marks.next(), marks.next()), (Some('{'), Some('"' | '}')) | (Some('['), Some('{' | ']')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_told_by_its_first_two_marks() {
        for json in ["\u{feff}\n {\"id\": 1}", "[ {\"id\": 1}]", "[]", "{}", "{\n\t\"id\": 1}"] {
            assert!(is_for_records(json.as_bytes()), "{json}");
        }
        for rows in ["email,name", "", "\"[\"", "[Email],[Name]", "{Email},{Name}", "\u{feff}Email"] {
            assert!(!is_for_records(rows.as_bytes()), "{rows}");
        }
    }

    #[test]
    fn records_that_were_set_aside_are_told_by_their_columns() {
        for records in ["json,memberferry_line,x", "\"json\";\"memberferry_line\";\"x\""] {
            assert!(is_for_records(records.as_bytes()), "{records}");
        }
        assert!(!is_for_records(b"json,email\n") && !is_for_records(b"json"));
    }
}
