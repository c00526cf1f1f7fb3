//! Records: from the JSON of an API to contacts and issues. In order: where each object stands in the text, its tree, the
//! shape it has, what its members hold, the contact made of it, and what other lists say of that contact.

mod draft;
mod html_paths;
mod json_or_rows;
mod people;
mod reader;
mod recognise;
mod related;
mod scanner;
mod set_aside_rows;
mod tag_dates;
mod targets;
mod tree;

pub(super) use json_or_rows::is_json;
pub use reader::{RecordReader, read_records};
pub use related::RelatedRecords;
