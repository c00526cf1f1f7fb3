//! A table as columns, each in a few large allocations, laid out as Apache Arrow lays them out: what data frames, typed arrays and
//! column stores take without a value being made of each cell. Does not know what the columns mean, nor any library
//! of columns.

mod builder;
mod rows;

use std::borrow::Cow;

pub(crate) use builder::{
    DictionaryBuilder, DictionaryListBuilder, FlagBuilder, InstantBuilder, ListBuilder, MapBuilder,
    NumberBuilder, TextBuilder,
};
pub(crate) use rows::Rows;

/// Rows as columns. Names are in `snake_case`, as data frames have them; they and their order are the same for every table of a kind.
///
/// ```
/// use memberferry::{Contact, Contacts, Email, Values};
/// let contacts: Contacts = [Contact::new(Email::new("ada@example.com")?)].into_iter().collect();
/// let frame = contacts.frames().next().unwrap();
/// let email = &frame.columns[0];
/// assert_eq!((frame.rows, &*email.name), (1, "email"));
/// assert!(matches!(&email.values, Values::Text(texts) if texts.bytes == b"ada@example.com" && texts.offsets == [0, 15]));
/// # Ok::<(), memberferry::EmailError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The number of rows.
    pub rows: usize,
    /// The columns, each of as many rows.
    pub columns: Vec<Column>,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: Cow<'static, str>,
    /// Which rows have a value; where absent, all of them. A row without one has some value in `values` that means nothing.
    pub valid: Option<Flags>,
    /// The values.
    pub values: Values,
}

/// The values of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Values {
    /// Text in UTF-8.
    Text(Texts),
    /// Text of which little is different: each text once, and for each row which of them it is.
    Dictionary {
        /// For each row the place of its text, from 0.
        places: Vec<i32>,
        /// The different texts, in order of first appearance.
        texts: Texts,
    },
    /// Instants, in microseconds since 1970-01-01T00:00:00Z.
    Instants(Vec<i64>),
    /// Whole numbers.
    Numbers(Vec<i64>),
    /// Yes or no.
    Flags(Flags),
    /// Several values in each row: those of a row begin at its offset among the items, and end where those of the next row begin.
    List {
        /// One more than there are rows, ascending.
        offsets: Vec<i32>,
        /// The items of all rows.
        items: Box<Column>,
    },
    /// Names with a value each, in each row: as a list's items.
    Map {
        /// One more than there are rows, ascending.
        offsets: Vec<i32>,
        /// The names.
        keys: Texts,
        /// The values.
        values: Texts,
    },
    /// Several fields in each row.
    Record(Vec<Column>),
}

/// Many texts in one: that of a row begins at its offset, and ends where that of the next row begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    /// One more than there are texts, ascending, in bytes.
    pub offsets: Vec<i32>,
    /// All texts, in UTF-8.
    pub bytes: Vec<u8>,
}

/// A bit for each row, the first in the lowest bit of the first byte. Bits beyond the last row are not set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// The number of rows.
    pub rows: usize,
    /// The bits.
    pub bytes: Vec<u8>,
}

impl Flags {
    /// Whether a row's bit is set.
    pub fn get(&self, row: usize) -> bool {
        row < self.rows && self.bytes.get(row / 8).is_some_and(|byte| byte >> (row % 8) & 1 == 1)
    }
}

impl Texts {
    /// The text of a row.
    pub fn get(&self, row: usize) -> Option<&str> {
        let at = |place: usize| self.offsets.get(place).and_then(|offset| usize::try_from(*offset).ok());
        std::str::from_utf8(self.bytes.get(at(row)?..at(row + 1)?)?).ok()
    }

    /// The texts at some places, written out one after the other; one that is not there is empty. It is what a
    /// [dictionary](Values::Dictionary) is to whoever has no such columns.
    ///
    /// ```
    /// use memberferry::Texts;
    /// let texts = Texts { offsets: vec![0, 3, 9], bytes: b"VIPMember".to_vec() };
    /// assert_eq!(texts.spelled(&[1, 0, 1]).get(2), Some("Member"));
    /// ```
    pub fn spelled(&self, places: &[i32]) -> Texts {
        let mut texts = TextBuilder::default();
        for (row, place) in places.iter().enumerate() {
            let text = usize::try_from(*place).ok().and_then(|place| self.get(place));
            texts.put(row, text.unwrap_or_default());
        }
        texts.texts(places.len()).0
    }
}

/// The frames of a table, each made by the place of its first row. Of no rows there is one frame.
pub(crate) fn one_by_one(frame_at: impl Fn(usize) -> Option<Frame>) -> impl Iterator<Item = Frame> {
    let mut next = 0;
    std::iter::from_fn(move || {
        let frame = frame_at(next)?;
        next += frame.rows.max(1);
        Some(frame)
    })
}

/// The most rows of one frame: so few that a frame takes the memory which the one before it has left, and need not ask the system for more.
pub(crate) const FRAME_ROWS: usize = 1 << 12;
/// The most bytes of text that are put into one frame, so that no offset overflows: a row more may be begun.
pub(crate) const FRAME_BYTES: usize = 1 << 28;
