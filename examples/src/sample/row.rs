//! One row of the sample export, and how it is written: Keap's column names, quoting, and the second encoding. Knows
//! nothing of who is in it.

use super::clock::Minute;

/// The columns, as a Keap export names them. The last two are the site's own fields.
pub const COLUMNS: [&str; 20] = [
    "Id",
    "First Name",
    "Last Name",
    "Company Name",
    "Phone 1",
    "Email",
    "Street Address 1",
    "City",
    "State",
    "Postal Code",
    "Country",
    "Tag Ids",
    "Tags",
    "Email Status",
    "Date Created",
    "Last Updated",
    "Time Zone",
    "Referral Code",
    "accessally_password",
    "What brought you here?",
];

/// How the text of a row became bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// As the rest of the file.
    #[default]
    Utf8,
    /// As the tool that one of the lists came from wrote it.
    Windows1252,
}

/// Whether cells that hold a comma are quoted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quoting {
    /// As they have to be.
    #[default]
    Proper,
    /// Left out, as a hand-edited file has it: the row has too many cells.
    Forgotten,
}

/// One row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    pub id: u64,
    pub first_name: String,
    pub last_name: String,
    pub company: String,
    pub phone: String,
    pub email: String,
    pub street: String,
    pub city: String,
    pub state: String,
    pub postal_code: String,
    pub country: String,
    /// Each tag with its number in the source.
    pub tags: Vec<(u32, &'static str)>,
    pub email_status: String,
    pub created: Minute,
    /// Written instead of `created`, where set: not a date.
    pub created_as: Option<&'static str>,
    pub updated: Minute,
    pub time_zone: String,
    pub referral_code: String,
    pub password: String,
    pub note: String,
    pub encoding: Encoding,
    pub quoting: Quoting,
}

impl Row {
    fn cells(&self) -> [String; 20] {
        let ids: Vec<String> = self.tags.iter().map(|(id, _)| id.to_string()).collect();
        let tags: Vec<String> = self.tags.iter().map(|(_, name)| quoted(name)).collect();
        let created = self.created_as.map_or_else(|| self.created.as_keap_writes_it(), str::to_owned);
        [
            self.id.to_string(),
            self.first_name.clone(),
            self.last_name.clone(),
            self.company.clone(),
            self.phone.clone(),
            self.email.clone(),
            self.street.clone(),
            self.city.clone(),
            self.state.clone(),
            self.postal_code.clone(),
            self.country.clone(),
            ids.join(","),
            tags.join(","),
            self.email_status.clone(),
            created,
            self.updated.as_keap_writes_it(),
            self.time_zone.clone(),
            self.referral_code.clone(),
            self.password.clone(),
            self.note.clone(),
        ]
    }

    /// Writes the row; gives how many of its cells cannot be read as UTF-8.
    pub fn write(&self, out: &mut Vec<u8>) -> u64 {
        let mut foreign = 0;
        for (column, cell) in self.cells().iter().enumerate() {
            if column > 0 {
                out.push(b',');
            }
            let cell = match self.quoting {
                // Only the company lost its quotes.
                Quoting::Forgotten if *cell == self.company => cell.clone(),
                _ => quoted(cell),
            };
            match self.encoding {
                Encoding::Utf8 => out.extend_from_slice(cell.as_bytes()),
                Encoding::Windows1252 => {
                    foreign += u64::from(!cell.is_ascii());
                    out.extend(cell.chars().map(windows_1252));
                }
            }
        }
        out.extend_from_slice(b"\r\n");
        foreign
    }
}

/// The header row.
pub fn write_header(out: &mut Vec<u8>) {
    out.extend_from_slice(COLUMNS.join(",").as_bytes());
    out.extend_from_slice(b"\r\n");
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// A character in Windows-1252, as far as the sample needs it: Latin-1, and `?` for the rest.
fn windows_1252(character: char) -> u8 {
    u8::try_from(u32::from(character)).unwrap_or(b'?')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(row: &Row) -> (Vec<u8>, u64) {
        let mut out = Vec::new();
        let foreign = row.write(&mut out);
        (out, foreign)
    }

    #[test]
    fn only_cells_with_other_letters_are_foreign() {
        let row = Row {
            first_name: "Ren\u{e9}e".to_owned(),
            last_name: "Bakker".to_owned(),
            encoding: Encoding::Windows1252,
            ..Row::default()
        };
        let (bytes, foreign) = written(&row);
        assert_eq!(foreign, 1);
        assert!(bytes.starts_with(b"0,Ren\xE9e,Bakker,"));
    }

    #[test]
    fn a_tag_with_a_comma_is_quoted_within_its_quoted_cell() {
        let row = Row { tags: vec![(7, "VIP"), (9, "Workshop, evening")], ..Row::default() };
        let (bytes, _) = written(&row);
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains(",\"7,9\",\"VIP,\"\"Workshop, evening\"\"\","), "{text}");
    }
}
