//! JSON read, and said where it goes wrong so that a person can mend it. Does not know what the JSON is about.
//!
//! | file | what it holds |
//! | --- | --- |
//! | `parse` | from text to a list of values |
//! | `tape` | the list of values |
//! | `spans` | where a value stands in the text |
//! | `reader` | what serde makes types of |
//! | `check` | what parsers let pass, and we do not |
//! | `mistake` | what is wrong, in plain words |
//!
//! Serde makes code of every type for every kind of reader, and that code is most of what a page downloads. So there is one kind
//! of reader, whatever is read; its errors say which value they are of, and only where there is one is the path to it sought.

mod check;
mod mistake;
mod parse;
mod reader;
mod spans;
mod tape;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub use mistake::{Mistake, in_plain_words};
pub use tape::Tape;

/// The largest integer, and with a minus the smallest, that every language holds exactly.
pub const LARGEST_INTEGER: u64 = (1 << 53) - 1;

/// Reads a value that takes up the whole of the bytes.
///
/// # Errors
/// The first mistake, with its path.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Mistake> {
    Tape::read(bytes)?.to()
}

/// Reads an object that takes up the whole of the bytes, in which no key stands twice in any object, and every integer is one
/// that all languages hold exactly.
///
/// # Errors
/// The first mistake, with its path.
pub fn read_checked<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Mistake> {
    let tape = Tape::read(bytes)?;
    check::check(&tape)?;
    tape.to()
}

/// What a value is written as; null, if it has no form in JSON. Goes by the text, which is written elsewhere too: other than
/// `serde_json::to_value`, which is made for every type once more.
pub fn value(of: &impl Serialize) -> Value {
    let text = serde_json::to_vec(of).unwrap_or_default();
    read(&text).unwrap_or_default()
}

#[cfg(test)]
mod tests;
