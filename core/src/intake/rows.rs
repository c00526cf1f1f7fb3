//! From records to contacts: each cell to its field, each address to its person, and what is wrong to an issue at its
//! place. Knows neither bytes nor encodings; it is given records.

use std::borrow::Cow;

use super::date_column::{DateColumn, DateHabits};
use super::detection::Recognised;
use super::error::{IntakeError, shown_columns};
use super::full_name;
use super::guard;
use super::mapping::Mapping;
use super::options::ReadOptions;
use super::php;
use super::place_cells::PlaceCells;
use super::recent::Recent;
use super::record::{Record, Tidy};
use super::record_log::RecordLog;
use super::result::{Intake, IntakeStats};
use super::row_dates::{self, RowDates, WaitingRows};
use super::row_reader::{Ending, RowReader};
use super::settle;
use super::short::Short;
use super::steps::{self, Action, DateUse, Step};
use super::tag_cell;
#[cfg(feature = "threads")]
use super::tag_reader::Renumbered;
use super::tag_reader::{TagReader, TagsRead};
use super::unknown_words::UnknownWords;
use crate::Instant;
use crate::contact::{
    AddressBook, AscendingIds, CheckedAddress, Contacts, EmailError, MarketingStatus, Origin, Password,
    RowFacts, SEPARATOR, Secret, Slot, Stranger, TagDates, TypoFilter, check_address, hash_of_plain_address,
    suggest_for_invalid,
};
use crate::issue::{Code, Location, MessageValue};
use crate::source::{Field, RecordKind, TagCell};

/// As bits, how many spellings of statuses are at hand.
const RECENT_STATUSES: u32 = 5;

/// Reads records into a table.
pub(super) struct Rows {
    log: RecordLog,
    steps: Vec<Step>,
    email_column: usize,
    tag_column: Option<usize>,
    id_column: Option<usize>,
    places: PlaceCells,
    tags: TagReader,
    ids_form: Option<TagCell>,
    statuses: Vec<(&'static str, MarketingStatus)>,
    /// A cheaper look-up for the statuses that most cells hold.
    recent_statuses: Recent<MarketingStatus>,
    unknown_statuses: UnknownWords,
    /// The marketing status of everybody in the file, where the kind of file says it.
    file_status: Option<MarketingStatus>,
    dates: Vec<(DateUse, DateColumn, usize)>,
    waiting: WaitingRows,
    addresses: AddressBook,
    typos: TypoFilter,
    ids: AscendingIds,
    contacts: Contacts,
}

impl RowReader for Rows {
    const KIND: RecordKind = RecordKind::Contacts;

    const KEYS: &'static [Field] = &[Field::Email];

    type Answer = Intake;

    fn new(
        headers: Vec<String>,
        mapping: &Mapping,
        source: &Recognised,
        options: &ReadOptions,
        line: u64,
    ) -> Result<Rows, IntakeError> {
        let email_column = mapping
            .column_of(Field::Email)
            .ok_or_else(|| IntakeError::NoEmailColumn { columns: shown_columns(&headers), line })?;
        let habits = DateHabits::new(source.profile, options);
        let mut contacts = Contacts::new();
        let steps = steps::compile(mapping, source, &mut contacts);
        let dates = steps
            .iter()
            .filter_map(|step| match step.action {
                Action::Date(date) => Some((date, DateColumn::new(habits), step.column)),
                _ => None,
            })
            .collect();
        Ok(Rows {
            log: RecordLog::new(headers, mapping, source.profile, options),
            steps,
            email_column,
            tag_column: mapping.column_of(Field::Tags),
            id_column: mapping.column_of(Field::ExternalId),
            places: PlaceCells::new(mapping, options),
            tags: TagReader::new(source.profile.tags, &options.limits)
                .giving_all(&options.add_tags, contacts.tag_book_mut()),
            ids_form: source.profile.ids,
            statuses: steps::status_words(mapping, source.profile),
            recent_statuses: Recent::with_bits(RECENT_STATUSES),
            unknown_statuses: UnknownWords::default(),
            file_status: source.settled_status(),
            dates,
            waiting: WaitingRows::default(),
            addresses: AddressBook::default(),
            typos: TypoFilter::default(),
            ids: AscendingIds::default(),
            contacts,
        })
    }

    fn log(&self) -> &RecordLog {
        &self.log
    }

    fn log_mut(&mut self) -> &mut RecordLog {
        &mut self.log
    }

    fn read_cells(&mut self, record: &Record<'_>) -> Result<(), IntakeError> {
        let (address, checked) = self.read_address(record);
        let CheckedAddress { hash, stranger } = match checked {
            Ok(checked) => checked,
            Err(error) => {
                self.log.put_aside(record, error.code());
                let (column, message) = (Some(self.email_column), Some((error.sentence(), [].as_slice())));
                let suggestion = suggest_for_invalid(&address).unwrap_or_default();
                self.log.report_suggesting(error.code(), record, column, message, &suggestion);
                return Ok(());
            }
        };
        if let Some(meant) = self.typos.suggestion(&address) {
            self.log.report_suggesting(Code::EmailTypo, record, Some(self.email_column), None, &meant);
        }
        if let Some(letter) = stranger {
            self.report_stranger(record, letter);
        }
        let row = self.contacts.len();
        self.tags.clear();
        if let Some(column) = self.tag_column {
            self.read_tags(record, column)?;
        }
        self.contacts.begin_row(self.tags.tags());
        let mut facts = RowFacts {
            status: MarketingStatus::Unknown,
            origin: Origin {
                input: 0,
                record: u32::try_from(self.log.records).unwrap_or(u32::MAX),
                line: u32::try_from(record.line).unwrap_or(u32::MAX),
            },
            ..RowFacts::default()
        };
        let mut dates = RowDates { file: self.file_status, ..RowDates::default() };
        let steps = std::mem::take(&mut self.steps);
        for step in &steps {
            if let Action::Text(slot) = step.action {
                match record.tidy_cell(step.column) {
                    Tidy::Short(range, bytes) => self.contacts.put_short(slot, bytes, range.len()),
                    Tidy::Long(range) => self.contacts.put_bytes(slot, record.bytes_of(range)),
                    Tidy::No => self.contacts.put(slot, &record.clean_text(step.column)),
                }
                continue;
            }
            match step.action {
                Action::Phone => {
                    self.places.read_phone(record, step.column, &mut self.contacts, &mut self.log);
                    continue;
                }
                Action::Country => {
                    self.places.read_country(record, step.column, &mut self.contacts, &mut self.log);
                    continue;
                }
                Action::Status => {
                    if let Some(status) = self.read_status(record, step.column) {
                        dates.stated = Some(status);
                    }
                    continue;
                }
                _ => {}
            }
            let cell = record.tidy_text(step.column).map_or_else(|| record.cell(step.column), Cow::Borrowed);
            if cell.is_empty() {
                continue;
            }
            match step.action {
                Action::Text(_) | Action::Phone | Action::Country | Action::Status => {}
                Action::List(slot) => {
                    let cell = guard::unguard(&cell);
                    let separator = SEPARATOR.encode_utf8(&mut [0; 4]).to_owned();
                    match self.ids_form {
                        Some(form) => {
                            self.contacts.put(slot, &tag_cell::ids(cell, Some(form)).join(&separator));
                        }
                        None => match php::values(cell) {
                            Ok(values) => self.contacts.put(slot, &values.join(&separator)),
                            Err(php::Unreadable) => {
                                self.log.report(Code::SerialisedInvalid, record, Some(step.column), None);
                            }
                        },
                    }
                }
                Action::Date(date @ (DateUse::Unsubscribed | DateUse::Bounced)) => {
                    let instant = self.read_stop(date, &cell, row, record, step.column, &mut dates);
                    *dates.of(date) = instant;
                }
                Action::Date(date) => {
                    let instant = self.read_date(date, &cell, row, record, step.column);
                    *dates.of(date) = instant;
                }
                Action::FullName => {
                    let value = record.clean_text(step.column);
                    let (first, last) = full_name::split(&value);
                    self.contacts.put(Slot::FIRST_NAME, first);
                    self.contacts.put(Slot::LAST_NAME, last);
                }
                Action::Password => {
                    self.contacts.put_password(Password::Plaintext(Secret::new(guard::unguard(&cell))))
                }
                Action::PasswordHash => self.contacts.put_password(Password::from_hash(cell.trim())),
            }
        }
        self.steps = steps;
        if let Some(column) = self.id_column {
            match record.tidy_cell(column) {
                Tidy::Short(range, _) if range.is_empty() => {}
                Tidy::Short(range, bytes) => {
                    self.ids.add(Short::at(bytes, 0..range.len()).and_then(Short::order));
                }
                Tidy::Long(_) | Tidy::No => self.ids.add(None),
            }
        }
        self.places.check_zone(record, &mut self.log);
        dates.decide(&mut facts);
        if self.dates.iter().any(|(_, column, _)| column.waits(row)) {
            self.waiting.push(row, dates);
        }
        self.addresses.add(hash);
        self.contacts.commit_row(facts);
        Ok(())
    }

    #[cfg(feature = "threads")]
    fn apart(&self) -> Option<Rows> {
        if self.log.has_corrections() {
            return None;
        }
        Some(Rows {
            log: self.log.apart(),
            steps: self.steps.clone(),
            tags: self.tags.apart(),
            recent_statuses: self.recent_statuses.clone(),
            dates: self.dates.iter().map(|(date, column, at)| (*date, column.apart(), *at)).collect(),
            waiting: WaitingRows::default(),
            places: self.places.apart(),
            statuses: self.statuses.clone(),
            unknown_statuses: UnknownWords::default(),
            addresses: AddressBook::default(),
            typos: TypoFilter::default(),
            ids: AscendingIds::default(),
            contacts: self.contacts.apart(),
            ..*self
        })
    }

    #[cfg(feature = "threads")]
    fn ready(&self, apart: &mut Rows) {
        // The tags it knows are the first of those that are known here.
        let tags = self.contacts.tag_book().len();
        if apart.contacts.tag_book().len() != tags {
            apart.contacts.follow_tags(&self.contacts);
        }
        apart.tags.share(tags);
        self.places.ready(&mut apart.places);
    }

    #[cfg(feature = "threads")]
    fn absorb(&mut self, apart: &mut Rows, lines: u64) -> bool {
        if !self.log.has_room_for(&apart.log) || !self.unknown_statuses.has_room_for(&apart.unknown_statuses)
        {
            return false;
        }
        let (book, of_all) = (apart.contacts.tag_book(), self.contacts.tag_book_mut());
        let tags = match apart.tags.renumber(book, of_all) {
            Renumbered::Alike => None,
            Renumbered::Other(tags) => Some(tags),
            Renumbered::PastLimit => return false,
        };
        // Where this fails, the same tags are met again in the same order.
        if !self.places.absorb(&mut apart.places, lines) {
            return false;
        }
        let (records, rows) = (self.log.records, self.contacts.len());
        self.unknown_statuses.append(&mut apart.unknown_statuses, records, lines);
        for ((_, column, _), (_, later, _)) in self.dates.iter_mut().zip(&mut apart.dates) {
            column.append(later, rows);
        }
        self.waiting.append(&mut apart.waiting, rows);
        self.addresses.append(&mut apart.addresses);
        self.ids.append(&mut apart.ids);
        self.contacts.absorb(&mut apart.contacts, tags.as_deref(), records, lines);
        self.log.append(&mut apart.log, lines);
        if tags.is_some() {
            apart.tags = self.tags.apart();
            apart.contacts.follow_tags(&self.contacts);
        }
        true
    }

    /// What only the whole input can decide: the order of day and month, duplicates, tags that differ by case.
    fn finish(mut self, ending: Ending<'_>) -> Intake {
        self.log.finish(ending.misfits);
        let columns = std::mem::take(&mut self.dates).into_iter().map(|(date, column, at)| {
            let header = self.log.headers.get(at).cloned().unwrap_or_default();
            (date, column, Location::default().with_column(at as u64 + 1).with_field(header))
        });
        settle::dates(columns, self.waiting, &mut self.contacts, &mut self.log.issues);
        self.places.finish(&mut self.log);
        self.unknown_statuses.report(Code::StatusUnknown, &mut self.log.issues);
        let addresses = std::mem::take(&mut self.addresses);
        let duplicates =
            settle::people(&mut self.contacts, &mut self.log.issues, addresses, self.ids, ending.options);
        self.log.check_records(ending.detection.header_line, Self::KIND);
        let stats = IntakeStats {
            bytes: ending.bytes,
            records: self.log.records,
            contacts: self.contacts.len() as u64,
            duplicates,
            set_aside: self.log.set_aside.len() as u64,
            distinct_tags: self.contacts.tag_book().len() as u64,
        };
        Intake {
            contacts: self.contacts,
            tag_dates: TagDates::default(),
            issues: self.log.issues,
            detection: ending.detection,
            mapping: ending.mapping,
            stats,
            set_aside: self.log.set_aside,
        }
    }
}

impl Rows {
    /// The address of a record, cleaned, and what there is to know of it or what is wrong with it.
    #[inline]
    fn read_address<'a>(&self, record: &Record<'a>) -> (Cow<'a, str>, Result<CheckedAddress, EmailError>) {
        let address = match record.tidy_cell(self.email_column) {
            Tidy::Short(range, _) | Tidy::Long(range) => {
                let address = Cow::Borrowed(record.text_of(range.clone()));
                if let Some(hash) = hash_of_plain_address(record.text().as_bytes(), range) {
                    return (address, Ok(CheckedAddress::of_plain(hash)));
                }
                address
            }
            Tidy::No => record.clean_text(self.email_column),
        };
        let checked = check_address(&address);
        (address, checked)
    }

    #[cold]
    fn report_stranger(&mut self, record: &Record<'_>, letter: Stranger) {
        let letter = letter.to_string();
        let values = [MessageValue::Shown(&letter)];
        self.log.report(
            Code::EmailScriptsMixed,
            record,
            Some(self.email_column),
            Some((Stranger::SENTENCE, &values)),
        );
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
                self.log.report(Code::DateInvalid, record, Some(at), None);
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
        if let Some(status) = row_dates::stop(date, &value) {
            dates.stopped = dates.stopped.max(Some(status));
            self.log.report(Code::OptOutUndated, record, Some(at), None);
        }
        None
    }

    /// The status that a cell states; absent where it is blank.
    fn read_status(&mut self, record: &Record<'_>, column: usize) -> Option<MarketingStatus> {
        let short = self.short_of(record, column);
        if short.is_some_and(Short::is_empty) {
            return None;
        }
        if let Some(known) = short.and_then(|short| self.recent_statuses.get(short)) {
            return Some(known);
        }
        if self.unknown_statuses.count_short(short) {
            self.contacts.put(Slot::CONSENT_WORDING, &record.clean_text(column));
            return Some(MarketingStatus::Unknown);
        }
        let value = record.clean_text(column);
        if value.is_empty() {
            return None;
        }
        match self.statuses.iter().find(|(word, _)| word.eq_ignore_ascii_case(&value)) {
            Some((_, status)) => {
                if let Some(short) = short {
                    self.recent_statuses.put(short, *status);
                }
                Some(*status)
            }
            None => {
                self.contacts.put(Slot::CONSENT_WORDING, &value);
                let log = &self.log;
                let place = || (log.place(record, column), !log.may_be_secret(record, column));
                if !self.unknown_statuses.count(&value, short, place) {
                    self.log.report(Code::StatusUnknown, record, Some(column), None);
                }
                Some(MarketingStatus::Unknown)
            }
        }
    }

    /// A cell as written, if it is short and has nothing to take off.
    #[inline]
    fn short_of(&self, record: &Record<'_>, column: usize) -> Option<Short> {
        Short::at(record.text().as_bytes(), record.plain_cell(column)?)
    }

    #[inline]
    fn read_tags(&mut self, record: &Record<'_>, column: usize) -> Result<(), IntakeError> {
        let book = self.contacts.tag_book_mut();
        let read = match record.plain_cell(column) {
            Some(range) => self.tags.read(record.text(), range, book),
            None => {
                let cell = record.cell(column);
                let cell = guard::unguard(&cell);
                self.tags.read(cell, 0..cell.len(), book)
            }
        };
        match read {
            TagsRead::All => Ok(()),
            TagsRead::NotAll(code) => {
                self.log.report(code, record, Some(column), None);
                Ok(())
            }
            TagsRead::PastLimit(limit, bound) => {
                Err(IntakeError::Limit { limit, bound: bound as u64, line: record.line })
            }
        }
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
}
