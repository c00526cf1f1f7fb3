//! Which columns of contacts there are, and which of them are wanted. Does not know what is laid out in them.

use super::FrameError;
use super::slot::Slot;
use crate::Excerpt;

/// A column of contacts, by its place among them: the fixed slots, then what has no slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ContactColumn(usize);

impl ContactColumn {
    pub(super) const MARKETING_STATUS: Self = ContactColumn(Slot::CUSTOM);
    pub(super) const CONSENT_AT: Self = ContactColumn(Slot::CUSTOM + 1);
    pub(super) const CREATED_AT: Self = ContactColumn(Slot::CUSTOM + 2);
    pub(super) const UPDATED_AT: Self = ContactColumn(Slot::CUSTOM + 3);
    pub(super) const TAGS: Self = ContactColumn(Slot::CUSTOM + 4);
    pub(super) const CUSTOM: Self = ContactColumn(Slot::CUSTOM + 5);
    const COUNT: usize = Slot::CUSTOM + 6;

    /// Every column, in order.
    pub(super) fn all() -> impl Iterator<Item = ContactColumn> {
        (0..Self::COUNT).map(ContactColumn)
    }

    /// That of a fixed slot.
    pub(super) fn of(slot: Slot) -> Self {
        ContactColumn(slot.0)
    }

    /// What it is called: a slot's as its slot, in `snake_case`.
    pub(super) fn name(self) -> String {
        match self {
            Self::MARKETING_STATUS => "marketing_status".to_owned(),
            Self::CONSENT_AT => "consent_at".to_owned(),
            Self::CREATED_AT => "created_at".to_owned(),
            Self::UPDATED_AT => "updated_at".to_owned(),
            Self::TAGS => "tags".to_owned(),
            Self::CUSTOM => "custom".to_owned(),
            ContactColumn(slot) => Slot(slot).name().unwrap_or_default().replace('-', "_"),
        }
    }

    /// The bit that says whether it is wanted.
    fn bit(self) -> u64 {
        1 << self.0
    }
}

// Each column has a bit.
const _: () = assert!(ContactColumn::COUNT <= u64::BITS as usize);

/// Some of the columns that [`Contacts::frames`](crate::Contacts::frames) have. Their order is always that of the table.
///
/// ```
/// use memberferry::{Contact, ContactColumns, Contacts, Email};
/// let contacts: Contacts = [Contact::new(Email::new("ada@example.com")?)].into_iter().collect();
/// let columns = ContactColumns::named(["tags", "email"])?;
/// let frame = contacts.frame_of(0, &columns).unwrap();
/// assert_eq!(frame.columns.iter().map(|column| &*column.name).collect::<Vec<_>>(), ["email", "tags"]);
/// let error = ContactColumns::named(["emial"]).unwrap_err();
/// assert_eq!(error.to_string(), "`emial` is no column of this table");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactColumns {
    /// A bit for each column that is wanted.
    wanted: u64,
}

impl ContactColumns {
    /// All of them.
    pub fn all() -> Self {
        ContactColumns { wanted: ContactColumn::all().fold(0, |wanted, column| wanted | column.bit()) }
    }

    /// Those with these names, in any order; a name may stand twice.
    ///
    /// # Errors
    /// [`FrameError::Unknown`] with the first name that no column has.
    pub fn named<Name: AsRef<str>>(names: impl IntoIterator<Item = Name>) -> Result<Self, FrameError> {
        let mut wanted = 0;
        for name in names {
            let name = name.as_ref();
            let column = ContactColumn::all().find(|column| column.name() == name);
            let unknown = || FrameError::Unknown { name: Excerpt::new(name), known: Self::all().names() };
            wanted |= column.ok_or_else(unknown)?.bit();
        }
        Ok(ContactColumns { wanted })
    }

    /// Their names, in the order of the table.
    pub fn names(&self) -> Vec<String> {
        ContactColumn::all().filter(|column| self.has(*column)).map(ContactColumn::name).collect()
    }

    pub(super) fn has(&self, column: ContactColumn) -> bool {
        self.wanted & column.bit() != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_different_names() {
        let mut names = ContactColumns::all().names();
        assert_eq!((names.len(), names.first().map(String::as_str)), (ContactColumn::COUNT, Some("email")));
        names.sort();
        names.dedup();
        assert_eq!(names.len(), ContactColumn::COUNT);
    }

    #[test]
    fn a_name_may_stand_twice_and_one_that_no_column_has_is_refused() {
        let columns = ContactColumns::named(["custom", "email", "custom"]).unwrap();
        assert_eq!(columns.names(), ["email", "custom"]);
        assert_eq!(ContactColumns::named(ContactColumns::all().names()), Ok(ContactColumns::all()));
        let error = ContactColumns::named(["email", "e-mail"]).unwrap_err();
        assert!(
            matches!(&error, FrameError::Unknown { name, known } if name.as_str() == "e-mail" && known.len() == ContactColumn::COUNT)
        );
    }
}
