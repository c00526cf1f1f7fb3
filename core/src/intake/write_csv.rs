//! Contacts as the CSV that Memberferry reads back as the same contacts, and contacts one by one. Knows no files: text goes to
//! whatever takes it.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::guard;
use super::mapping::is_secret_name;
use crate::contact::{Contact, ContactRef, Contacts, Password, SEPARATOR, Slot};
use crate::source::{Field, Profile, RecordKind, Use};

/// The profile by which the CSV reads back.
fn own_profile() -> Option<&'static Profile> {
    crate::source::profile(RecordKind::Contacts, "memberferry")
}

/// A secret that is written to a CSV only where the caller names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SecretField {
    /// The passwords themselves.
    Password,
    /// The hashes of passwords.
    PasswordHash,
}

/// How contacts are written as CSV.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct CsvOptions {
    /// The secrets to write. Whoever names one answers for where the file goes. Left out: none.
    pub secrets: Vec<SecretField>,
}

/// Where a column's cells come from.
enum Cells {
    Text(Slot),
    /// Several values in one cell.
    List(Slot),
    Tags,
    Status,
    StatusAt,
    CreatedAt,
    UpdatedAt,
    Password,
    PasswordHash,
}

impl Contacts {
    /// Each contact as a value, in order. As JSON, [`read_records`](crate::read_records) reads them back; passwords have no
    /// form there.
    ///
    /// ```
    /// use memberferry::{ReadOptions, read_contacts};
    /// let contacts = read_contacts(b"Email,Tags\nada@example.com,Gold\n", &ReadOptions::default())?.contacts;
    /// let json = serde_json::to_string(&contacts.to_records().collect::<Vec<_>>())?;
    /// assert_eq!(json, r#"[{"email":"ada@example.com","marketing":{"status":"unknown"},"tags":["Gold"]}]"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_records(&self) -> impl Iterator<Item = Contact> {
        self.iter().filter_map(|contact| contact.to_contact())
    }

    /// Writes the contacts as CSV: UTF-8, commas, CRLF, a header that [`read_contacts`](crate::read_contacts) recognises.
    /// What is written reads back as the same contacts.
    ///
    /// Columns stand in a fixed order, custom fields behind them; one that would be blank for everybody is left out. Cells that
    /// a spreadsheet would run as a formula are guarded, and the reader takes the guard off. Secrets are left out unless
    /// `options` names them, and custom fields whose names mean a secret always.
    ///
    /// # Errors
    /// Only those of `out`.
    ///
    /// ```
    /// use memberferry::{CsvOptions, ReadOptions, read_contacts};
    /// let list = b"Email,Tags,Hat\nada@example.com,\"\"\"A, evening\"\",VIP\",=1\n";
    /// let contacts = read_contacts(list, &ReadOptions::default())?.contacts;
    /// let mut csv = String::new();
    /// contacts.write_csv(&mut csv, &CsvOptions::default())?;
    /// assert_eq!(
    ///     csv,
    ///     "email,marketing-status,tags,custom:Hat\r\nada@example.com,unknown,\"\"\"A, evening\"\",VIP\",'=1\r\n"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn write_csv(&self, out: &mut impl fmt::Write, options: &CsvOptions) -> fmt::Result {
        let columns = self.columns(options);
        let mut row = String::new();
        guard::write_row(&mut row, columns.iter().map(|(name, _)| name.clone()));
        out.write_str(&row)?;
        for contact in self.iter() {
            row.clear();
            guard::write_row(&mut row, columns.iter().map(|(_, cells)| cell(&contact, cells).into_owned()));
            out.write_str(&row)?;
        }
        Ok(())
    }

    /// The columns that are not blank for everybody, by name.
    fn columns(&self, options: &CsvOptions) -> Vec<(String, Cells)> {
        let headers = own_profile().map(|profile| profile.headers).unwrap_or_default();
        let own = headers.iter().filter_map(|header| match header.meaning {
            Use::Field(field) => Some((header.name.to_owned(), cells_of(field, options)?)),
            _ => None,
        });
        let prefix = own_profile().and_then(|profile| profile.custom_prefix).unwrap_or_default();
        let custom = self.custom_fields().enumerate().filter(|(_, name)| !is_secret_name(name));
        let custom =
            custom.map(|(index, name)| (format!("{prefix}{name}"), Cells::Text(Slot(Slot::CUSTOM + index))));
        let mut columns: Vec<_> = own.chain(custom).map(|column| (column, false)).collect();
        for contact in self.iter() {
            for ((_, cells), used) in columns.iter_mut().filter(|(_, used)| !used) {
                *used = !cell(&contact, cells).is_empty();
            }
        }
        let is_fixed = |cells: &Cells| matches!(cells, Cells::Text(Slot::EMAIL) | Cells::Status);
        columns.retain(|((_, cells), used)| *used || is_fixed(cells));
        columns.into_iter().map(|(column, _)| column).collect()
    }
}

/// Where a field's cells come from; absent where the field is a secret that is not to be written.
fn cells_of(field: Field, options: &CsvOptions) -> Option<Cells> {
    Some(match field {
        Field::Email => Cells::Text(Slot::EMAIL),
        Field::MarketingStatus => Cells::Status,
        Field::StatusAt => Cells::StatusAt,
        Field::CreatedAt => Cells::CreatedAt,
        Field::UpdatedAt => Cells::UpdatedAt,
        Field::Tags => Cells::Tags,
        Field::ExternalIdAliases => Cells::List(Slot::ALIASES),
        Field::OrderIds => Cells::List(Slot::ORDER_IDS),
        Field::SubscriptionIds => Cells::List(Slot::SUBSCRIPTION_IDS),
        Field::Roles => Cells::List(Slot::ROLES),
        Field::Password => options.secrets.contains(&SecretField::Password).then_some(Cells::Password)?,
        Field::PasswordHash => {
            options.secrets.contains(&SecretField::PasswordHash).then_some(Cells::PasswordHash)?
        }
        text => Cells::Text(super::steps::text_slot(text)?),
    })
}

fn cell<'a>(contact: &ContactRef<'a>, cells: &Cells) -> Cow<'a, str> {
    let instant = |instant: Option<crate::Instant>| {
        instant.map_or(Cow::Borrowed(""), |instant| Cow::Owned(instant.to_string()))
    };
    match cells {
        Cells::Text(slot) => Cow::Borrowed(contact.text(*slot).unwrap_or_default()),
        Cells::List(slot) => listed(contact.text(*slot).unwrap_or_default().split(SEPARATOR)),
        Cells::Tags => listed(contact.tags().map(crate::TagName::as_str)),
        Cells::Status => Cow::Borrowed(contact.marketing_status().name()),
        Cells::StatusAt => instant(contact.facts().consent_at),
        Cells::CreatedAt => instant(contact.created_at()),
        Cells::UpdatedAt => instant(contact.updated_at()),
        Cells::Password => match contact.password() {
            Password::Plaintext(secret) => Cow::Borrowed(secret.expose()),
            _ => Cow::Borrowed(""),
        },
        Cells::PasswordHash => match contact.password() {
            Password::Hash(_, secret) => Cow::Borrowed(secret.expose()),
            _ => Cow::Borrowed(""),
        },
    }
}

/// Several values in one cell: parted by commas, one that holds a comma or a quote in double quotes.
fn listed<'a>(values: impl Iterator<Item = &'a str>) -> Cow<'a, str> {
    let quoted = |value: &str| match value.contains([',', '"']) {
        true => format!("\"{}\"", value.replace('"', "\"\"")),
        false => value.to_owned(),
    };
    Cow::Owned(values.map(quoted).collect::<Vec<_>>().join(","))
}
