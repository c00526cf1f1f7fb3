//! From records to contacts: each cell to its field, each address to its person, and what is wrong to an issue at its
//! place. Knows neither bytes nor encodings; it is given records.

use std::borrow::Cow;

use super::date_column::{DateColumn, Decided};
use super::detection::Recognised;
use super::encoding::Misfits;
use super::error::IntakeError;
use super::guard;
use super::mapping::{ColumnUse, Mapping};
use super::mojibake::{self, Finding};
use super::options::ReadOptions;
use super::record::{Record, Rewritten};
use super::result::IntakeStats;
use super::row_dates::{FileStatus, RowDates};
use super::set_aside::{self, SetAsideRecord};
use super::steps::{self, Action, DateUse, Step};
use super::tag_reader::{TagReader, TagsRead};
use crate::contact::{
    AddressBook, AscendingIds, Contacts, MarketingStatus, Origin, Password, RowFacts, SEPARATOR, SHORT,
    Secret, Slot, check_address, find_id_conflicts, merge_in_place,
};
use crate::issue::{Code, Issue, Issues, Location, MessageValue, RowPlace};
use crate::source::{DayOrder, Field, GENERIC};
use crate::{Instant, Zone, text};

/// Reads records into a table.
pub(super) struct Rows {
    headers: Vec<String>,
    steps: Vec<Step>,
    email_column: usize,
    tag_column: Option<usize>,
    id_column: Option<usize>,
    zone_column: Option<usize>,
    tags: TagReader,
    /// Ascending.
    secret_columns: Vec<usize>,
    /// Where a file of set-aside records holds the cells that were too many.
    overflow_columns: Vec<usize>,
    statuses: &'static [(&'static str, MarketingStatus)],
    last_status: Option<(&'static str, MarketingStatus)>,
    file_status: FileStatus,
    dates: Vec<(DateUse, DateColumn, usize)>,
    records_limit: u64,
    repairs_mojibake: bool,
    addresses: AddressBook,
    ids: AscendingIds,
    pub(super) contacts: Contacts,
    pub(super) issues: Issues,
    pub(super) set_aside: Vec<SetAsideRecord>,
    pub(super) stats: IntakeStats,
    /// The line of the record in which, or before which, the first NUL byte stood.
    nul_line: Option<u64>,
}

impl Rows {
    /// `line` is the header's.
    pub(super) fn new(
        headers: Vec<String>,
        mapping: &Mapping,
        source: &Recognised,
        options: &ReadOptions,
        line: u64,
    ) -> Result<Rows, IntakeError> {
        let email_column = mapping.column_of(Field::Email).ok_or_else(|| {
            let names: Vec<String> =
                headers.iter().take(12).map(|header| format!("`{}`", crate::Excerpt::new(header))).collect();
            let more = if headers.len() > 12 { ", …" } else { "" };
            IntakeError::NoEmailColumn { columns: names.join(", ") + more, line }
        })?;
        let profile_zone = source.profile.zone.and_then(|zone| zone.parse().ok());
        let zone = profile_zone.or(options.zone).unwrap_or(Zone::UTC);
        let stated_order = source.profile.day_order.or(options
            .day_first
            .map(|day_first| if day_first { DayOrder::DayFirst } else { DayOrder::MonthFirst }));
        let mut contacts = Contacts::new();
        let steps = steps::compile(mapping, source.variant.status, &mut contacts);
        let dates = steps
            .iter()
            .filter_map(|step| match step.action {
                Action::Date(date) => Some((date, DateColumn::new(zone, stated_order), step.column)),
                _ => None,
            })
            .collect();
        let secret_columns = mapping
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| match &column.meaning {
                ColumnUse::Sensitive => true,
                ColumnUse::Field { field } => field.is_secret(),
                _ => false,
            })
            .map(|(column, _)| column)
            .collect();
        let overflow_columns = set_aside::overflow_columns(&headers);
        Ok(Rows {
            headers,
            steps,
            email_column,
            tag_column: mapping.column_of(Field::Tags),
            id_column: mapping.column_of(Field::ExternalId),
            zone_column: mapping.column_of(Field::TimeZone),
            tags: TagReader::new(source.profile.tags, &options.limits),
            secret_columns,
            overflow_columns,
            statuses: if source.profile.statuses.is_empty() {
                GENERIC.statuses
            } else {
                source.profile.statuses
            },
            last_status: None,
            file_status: FileStatus { status: source.variant.status, is_settled: source.variant_is_settled },
            dates,
            records_limit: options.limits.records,
            repairs_mojibake: options.repair_mojibake,
            addresses: AddressBook::default(),
            ids: AscendingIds::default(),
            contacts,
            issues: Issues::with_bound(options.limits.issues as usize),
            set_aside: Vec::new(),
            stats: IntakeStats::default(),
            nul_line: None,
        })
    }

    /// The columns' names.
    pub(super) fn headers(&self) -> &[String] {
        &self.headers
    }

    /// Reports an issue of a record, or of one of its cells, and the cell as written unless it holds secrets.
    #[cold]
    fn report(
        &mut self,
        code: Code,
        record: &Record<'_>,
        column: Option<usize>,
        message: Option<(&'static str, &[MessageValue<'_>])>,
    ) {
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let place = RowPlace {
            record: u32::try_from(self.stats.records).ok(),
            line: u32::try_from(record.line).unwrap_or(u32::MAX),
            column: column.map_or(0, |column| number(column + 1)),
            field: column.and_then(|column| self.headers.get(column)).map(String::as_str).unwrap_or_default(),
        };
        let value =
            column.filter(|&column| !self.may_be_secret(record, column)).map(|column| record.cell(column));
        self.issues.push_row(code, place, message, value.as_deref());
    }

    /// Reads one record.
    pub(super) fn read(&mut self, record: &Record<'_>, misfits: &Misfits) -> Result<(), IntakeError> {
        if record.is_blank() {
            return Ok(());
        }
        if self.stats.records >= self.records_limit {
            let bound = self.records_limit;
            return Err(IntakeError::Limit { limit: "records", bound, line: record.line });
        }
        self.report_misfits(record, misfits);
        let overflows = self.overflow_columns.iter().any(|&column| !record.cell(column).trim().is_empty());
        let problem = if overflows {
            self.report(Code::RowRagged, record, self.overflow_columns.first().copied(), None);
            Some(Code::RowRagged)
        } else if record.len() != self.headers.len() || record.stray_quote || record.unclosed {
            self.check_shape(record)
        } else {
            None
        };
        match problem {
            Some(code) => self.put_aside(record, code),
            None if mojibake::may_hold(record.foreign_text()) => match self.check_mojibake(record) {
                Some(repaired) => self.read_cells(&repaired.record(record))?,
                None => self.read_cells(record)?,
            },
            None => self.read_cells(record)?,
        }
        self.stats.records += 1;
        Ok(())
    }

    #[cold]
    fn check_shape(&mut self, record: &Record<'_>) -> Option<Code> {
        let (cells, columns) = (record.len(), self.headers.len());
        let extra_is_blank = || (columns..cells).all(|column| record.cell(column).trim().is_empty());
        let mut fatal = None;
        if record.unclosed {
            fatal = Some(Code::QuoteUnclosed);
            self.report(Code::QuoteUnclosed, record, cells.checked_sub(1), None);
        } else if record.stray_quote {
            self.report(Code::QuoteStray, record, None, None);
        }
        let counts = [MessageValue::Number(cells as u64), MessageValue::Number(columns as u64)];
        let message = ("the record has {} cells and the header {} columns", counts.as_slice());
        if cells > columns && !extra_is_blank() {
            fatal = fatal.or(Some(Code::RowRagged));
            self.report(Code::RowRagged, record, Some(columns), Some(message));
        } else if cells < columns && fatal.is_none() {
            self.report(Code::RowShort, record, None, Some(message));
        }
        fatal
    }

    /// Whether a cell may hold a secret: it stands in a column of secrets, or the record has so many cells too many or too
    /// few that the secret may have moved there, or the cell ran on to the end of the input and may hold anything.
    fn may_be_secret(&self, record: &Record<'_>, column: usize) -> bool {
        let (cells, columns) = (record.len(), self.headers.len());
        let (extra, missing) = (cells.saturating_sub(columns), columns.saturating_sub(cells));
        let swallowed = record.unclosed && column + 1 >= cells;
        let first = self.secret_columns.partition_point(|secret| secret + extra < column);
        let next = self.secret_columns.get(first);
        (swallowed && !self.secret_columns.is_empty())
            || next.is_some_and(|&secret| secret <= column + missing)
    }

    /// Reports cells that somebody read in the wrong encoding; gives the record with them repaired, where that is asked
    /// for and can be done. What may be a secret is neither shown nor changed.
    #[cold]
    fn check_mojibake(&mut self, record: &Record<'_>) -> Option<Rewritten> {
        let mut repaired: Vec<(usize, String)> = Vec::new();
        for column in 0..record.len() {
            if self.may_be_secret(record, column) {
                continue;
            }
            match mojibake::find(&record.cell(column)) {
                None => {}
                Some(Finding::Repairable(text)) if self.repairs_mojibake => {
                    let message = ("the text was taken back to {}", [MessageValue::Shown(&text)]);
                    self.report(Code::MojibakeRepaired, record, Some(column), Some((message.0, &message.1)));
                    repaired.push((column, text));
                }
                Some(_) => self.report(Code::Mojibake, record, Some(column), None),
            }
        }
        let cell = |(column, cell)| match repaired.iter().find(|(at, _)| *at == column) {
            Some((_, text)) => Cow::Owned(text.clone()),
            None => cell,
        };
        (!repaired.is_empty()).then(|| Rewritten::new(record.cells().enumerate().map(cell)))
    }

    #[cold]
    fn put_aside(&mut self, record: &Record<'_>, code: Code) {
        let shown = |(column, cell): (usize, Cow<'_, str>)| {
            if self.may_be_secret(record, column) { String::new() } else { cell.into_owned() }
        };
        self.set_aside.push(SetAsideRecord {
            record: self.stats.records,
            line: record.line,
            codes: vec![code],
            cells: record.cells().enumerate().map(shown).collect(),
        });
    }

    fn report_misfits(&mut self, record: &Record<'_>, misfits: &Misfits) {
        if misfits.nul.count > 0 && self.nul_line.is_none() && misfits.nul.first < record.range.1 {
            self.nul_line = Some(record.line);
        }
        for (code, places) in
            [(Code::EncodingMixed, &misfits.foreign), (Code::EncodingReplaced, &misfits.replaced)]
        {
            let mut previous = None;
            for &place in places.within(record.range) {
                let column = record.column_at(place);
                if previous != Some(column) {
                    previous = Some(column);
                    self.report(code, record, column, None);
                }
            }
        }
    }

    fn read_cells(&mut self, record: &Record<'_>) -> Result<(), IntakeError> {
        let address = record.clean_text(self.email_column);
        let hash = match check_address(&address) {
            Ok(hash) => hash,
            Err(error) => {
                self.put_aside(record, error.code());
                self.report(error.code(), record, Some(self.email_column), Some((error.sentence(), &[])));
                return Ok(());
            }
        };
        let row = self.contacts.len();
        self.tags.clear();
        if let Some(column) = self.tag_column {
            let cell = record.cell(column);
            if !cell.is_empty() {
                self.read_tags(&cell, record, column)?;
            }
        }
        self.contacts.begin_row(self.tags.tags());
        self.contacts.put(Slot::EMAIL, &address);
        let mut facts = RowFacts {
            status: MarketingStatus::Unknown,
            origin: Origin {
                input: 0,
                record: u32::try_from(self.stats.records).unwrap_or(u32::MAX),
                line: u32::try_from(record.line).unwrap_or(u32::MAX),
            },
            ..RowFacts::default()
        };
        let mut dates = RowDates::default();
        let mut has_status = false;
        let steps = std::mem::take(&mut self.steps);
        for step in &steps {
            if let Action::Text(slot) = step.action {
                match record.tidy_cell(step.column) {
                    Some([]) => {}
                    Some(value) => match record.bytes_from(step.column) {
                        Some(bytes) if value.len() <= SHORT => {
                            self.contacts.put_short(slot, bytes, value.len())
                        }
                        _ => self.contacts.put_bytes(slot, value),
                    },
                    None => self.contacts.put(slot, &record.clean_untidy_text(step.column)),
                }
                continue;
            }
            let cell = record.cell(step.column);
            if cell.is_empty() {
                continue;
            }
            match step.action {
                Action::Text(_) => {}
                Action::List(slot) => {
                    let values: Vec<&str> = guard::unguard(&cell)
                        .split([',', ';', '|'])
                        .map(text::trim)
                        .filter(|value| !value.is_empty())
                        .collect();
                    self.contacts.put(slot, &values.join(SEPARATOR.encode_utf8(&mut [0; 4])));
                }
                Action::Date(date @ (DateUse::Unsubscribed | DateUse::Bounced)) => {
                    let instant = self.read_stop(date, &cell, row, record, step.column, &mut dates);
                    *dates.of(date) = instant;
                }
                Action::Date(date) => {
                    let instant = self.read_date(date, &cell, row, record, step.column);
                    *dates.of(date) = instant;
                }
                Action::Status => {
                    let value = record.clean_text(step.column);
                    if !value.is_empty() {
                        has_status = true;
                        facts.status = self.read_status(&value, record, step.column);
                    }
                }
                Action::FullName => {
                    let value = record.clean_text(step.column);
                    let (first, last) = split_name(&value);
                    self.contacts.put(Slot::FIRST_NAME, first);
                    self.contacts.put(Slot::LAST_NAME, last);
                }
                Action::Password => self.contacts.put_password(Password::Plaintext(Secret::new(&cell))),
                Action::PasswordHash => self.contacts.put_password(Password::from_hash(cell.trim())),
            }
        }
        self.steps = steps;
        if let Some(column) = self.id_column {
            self.ids.add(record.clean_text(column).as_bytes());
        }
        if let Some(column) = self.zone_column {
            self.check_zone(record, column);
        }
        dates.decide(&mut facts, self.file_status, has_status);
        self.addresses.add(hash);
        self.contacts.commit_row(facts);
        Ok(())
    }

    #[cold]
    fn check_zone(&mut self, record: &Record<'_>, column: usize) {
        let value = record.clean_text(column);
        if !value.is_empty() && value.parse::<Zone>().is_err() {
            self.report(Code::ZoneUnknown, record, Some(column), None);
        }
    }

    fn read_date(
        &mut self,
        date: DateUse,
        cell: &str,
        row: usize,
        record: &Record<'_>,
        at: usize,
    ) -> Option<Instant> {
        let (_, column, _) = self.dates.iter_mut().find(|(known, ..)| *known == date)?;
        match column.instant(guard::unguard(cell), row) {
            Ok(instant) => instant,
            Err(()) => {
                self.report(Code::DateInvalid, record, Some(at), None);
                None
            }
        }
    }

    /// A column of opt-outs or bounces: a date, or a word. Whatever does not plainly say no stops the mail.
    fn read_stop(
        &mut self,
        date: DateUse,
        cell: &str,
        row: usize,
        record: &Record<'_>,
        at: usize,
        dates: &mut RowDates,
    ) -> Option<Instant> {
        let (_, column, _) = self.dates.iter_mut().find(|(known, ..)| *known == date)?;
        let value = record.clean_text(at);
        if let Ok(instant) = column.instant(guard::unguard(cell), row) {
            return instant;
        }
        if !["no", "n", "false", "nein", "nee", "non"].iter().any(|no| no.eq_ignore_ascii_case(&value)) {
            let status = match date {
                DateUse::Bounced => MarketingStatus::Bounced,
                _ => MarketingStatus::Unsubscribed,
            };
            dates.stopped = dates.stopped.max(Some(status));
            self.report(Code::OptOutUndated, record, Some(at), None);
        }
        None
    }

    fn read_status(&mut self, value: &str, record: &Record<'_>, column: usize) -> MarketingStatus {
        // Most people have the status of the one before them.
        if let Some((word, status)) = self.last_status
            && word.eq_ignore_ascii_case(value)
        {
            return status;
        }
        match self.statuses.iter().find(|(word, _)| word.eq_ignore_ascii_case(value)) {
            Some(known) => {
                self.last_status = Some(*known);
                known.1
            }
            None => {
                self.contacts.put(Slot::CONSENT_WORDING, value);
                self.report(Code::StatusUnknown, record, Some(column), None);
                MarketingStatus::Unknown
            }
        }
    }

    fn read_tags(&mut self, cell: &str, record: &Record<'_>, column: usize) -> Result<(), IntakeError> {
        match self.tags.read(guard::unguard(cell), self.contacts.tag_book_mut()) {
            TagsRead::All => Ok(()),
            TagsRead::AllButInvalid => {
                self.report(Code::TagInvalid, record, Some(column), None);
                Ok(())
            }
            TagsRead::PastLimit(limit, bound) => {
                Err(IntakeError::Limit { limit, bound: bound as u64, line: record.line })
            }
        }
    }

    /// What only the whole input can decide: the order of day and month, duplicates, tags that differ by case.
    pub(super) fn finish(&mut self, options: &ReadOptions, misfits: &Misfits) {
        if misfits.nul.count > 0 {
            let issue = Issue::new(Code::NulRemoved);
            self.issues.push(match self.nul_line {
                None => issue.with_message(misfits.nul.message()),
                Some(line) => issue
                    .with_message(misfits.nul.message() + ", the first in this record or before it")
                    .at(Location::default().with_line(line)),
            });
        }
        let dates = std::mem::take(&mut self.dates);
        for (date, column, at) in &dates {
            self.settle_dates(*date, column, *at);
        }
        let pairs = std::mem::take(&mut self.addresses).same_people(&self.contacts);
        self.stats.duplicates = pairs.len() as u64;
        merge_in_place(&mut self.contacts, pairs, options.duplicates, &mut self.issues);
        if !self.ids.hold() {
            find_id_conflicts(&self.contacts, &mut self.issues);
        }
        for group in self.contacts.tag_book().case_collisions() {
            let names: Vec<String> =
                group.iter().map(|name| format!("`{}`", crate::Excerpt::new(name.as_str()))).collect();
            self.issues.push(
                Issue::new(Code::TagCaseCollision)
                    .with_message(format!(
                        "the tags {} differ only by case and are kept apart",
                        names.join(", ")
                    ))
                    .at(Location::default().with_field("tags")),
            );
        }
        self.stats.contacts = self.contacts.len() as u64;
        self.stats.set_aside = self.set_aside.len() as u64;
        self.stats.distinct_tags = self.contacts.tag_book().len() as u64;
    }

    fn settle_dates(&mut self, date: DateUse, column: &DateColumn, at: usize) {
        let decided = column.decide();
        if decided == Decided::MonthFirst || column.pending().is_empty() {
            return;
        }
        for &pending in column.pending() {
            let instant = match decided {
                Decided::DayFirst => column.day_first(pending),
                _ => None,
            };
            match date {
                DateUse::Created => self.contacts.set_created_at(pending.row, instant),
                DateUse::Updated => self.contacts.set_updated_at(pending.row, instant),
                DateUse::Consent | DateUse::Unsubscribed | DateUse::Bounced => {
                    self.contacts.set_consent_at(pending.row, instant);
                }
            }
        }
        if decided == Decided::Ambiguous {
            let header = self.headers.get(at).map(String::as_str).unwrap_or_default();
            self.issues.push(
                Issue::new(Code::DateAmbiguous)
                    .with_message(format!(
                        "day and month cannot be told apart in {} cells of this column; those dates are not used",
                        column.pending().len()
                    ))
                    .at(Location::default().with_column(at as u64 + 1).with_field(header.to_owned())),
            );
        }
    }
}

/// Given and family name of a full name: `Lovelace, Ada`, or the last word as the family name.
fn split_name(name: &str) -> (&str, &str) {
    match name.split_once(',') {
        Some((last, first)) => (first.trim(), last.trim()),
        None => name.rsplit_once(' ').map_or((name, ""), |(first, last)| (first.trim(), last)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_contacts;

    #[test]
    fn a_secret_that_moved_within_its_record_is_never_shown() {
        let header = "Email,Note,accessally_password,Created At,City\n";
        for row in [
            "ada@example.com,one, two,hunter2,2024-01-01,Paris\n",
            "ada@example.com,note,hun,ter2,2024-01-01,Paris\n",
            "ada@example.com,note,\"hunter2,2024-01-01\nhunter2,Paris\n",
            "ada@example.com,2024-01-01,hunter2,Paris\n",
            "nobody,note,hunter2,,\n",
            "ada@example.com,hunter2\n",
        ] {
            let intake = read_contacts(format!("{header}{row}").as_bytes(), &ReadOptions::default()).unwrap();
            let shown = format!("{}{:?}{:?}", intake.set_aside_csv(), intake.set_aside, intake.issues);
            assert!(!shown.contains("hunter2") && !shown.contains("ter2"), "{row}: {shown}");
        }
    }

    #[test]
    fn a_full_name_is_split_both_ways_round() {
        assert_eq!(split_name("Ada Lovelace"), ("Ada", "Lovelace"));
        assert_eq!(split_name("Lovelace, Ada"), ("Ada", "Lovelace"));
        assert_eq!(split_name("Plato"), ("Plato", ""));
    }
}
