//! The push reader: bytes in, in chunks of any size; records of any kind and issues out. Decides encoding, dialect and
//! source from the first bytes, then streams. Memory is one chunk, one record, and what is made of the records. Knows
//! nothing of what is made of them.

use std::collections::BTreeSet;

use super::detection::{self, Detection, Recognised};
use super::dialect::{self, DIALECT_BYTES, Dialect};
use super::encoding::{self, DetectedEncoding, EncodingEvidence, Misfits, SAMPLE_BYTES, TextDecoder};
use super::error::IntakeError;
use super::mapping::{self, ColumnMapping, ColumnUse, Mapping};
use super::mojibake::{self, Finding};
use super::options::ReadOptions;
#[cfg(feature = "threads")]
use super::parts::Parts;
use super::preamble::{self, Likeness, Start};
use super::record::Record;
use super::record_log::RecordLog;
use super::records::is_json;
use super::result::ReadProgress;
use super::row_reader::{Ending, RowReader};
use super::splitter::Splitter;
use crate::Excerpt;
use crate::contact::Email;
use crate::issue::{Code, Issue, Issues, Location};
use crate::source::{Confidence, Field, Profile, RecordKind, profile};

/// How many bytes are decoded and split at a time.
const SLICE_BYTES: usize = 128 << 10;

/// From this score on a column's name is the field's own, and not only like it.
const SURE: u8 = 90;

/// Reads records from bytes that come in chunks. The result is the same for every way of cutting the input.
pub(super) struct PushReader<R> {
    options: ReadOptions,
    profile: Option<&'static Profile>,
    bytes: u64,
    stage: Stage<R>,
    /// How large the parts are that threads read, for tests with small ones.
    #[cfg(all(test, feature = "threads"))]
    pub(super) part_bytes: Option<usize>,
}

enum Stage<R> {
    /// Too little has come to decide anything.
    Sampling(Vec<u8>),
    Reading(Box<Reading<R>>),
    /// An error was given; nothing more is read.
    Failed(IntakeError),
}

/// The parts of a reading, in the order in which the input passes through them.
struct Reading<R> {
    decoder: TextDecoder,
    misfits: Misfits,
    splitter: Splitter,
    table: Table<R>,
    #[cfg(feature = "threads")]
    parts: Option<Parts<R>>,
}

/// What is made of the records: at first the header, then the rows.
struct Table<R> {
    encoding: DetectedEncoding,
    dialect: Dialect,
    start: Start,
    rows: Option<Box<(Detection, Mapping, R)>>,
}

impl<R: RowReader> PushReader<R> {
    pub(super) fn new(options: ReadOptions) -> Result<Self, IntakeError> {
        let profile = match options.profile.as_deref() {
            Some(id) => {
                let unknown = || IntakeError::UnknownSource { name: Excerpt::new(id), kind: R::KIND };
                Some(profile(R::KIND, id).ok_or_else(unknown)?)
            }
            None => None,
        };
        dialect::check_named(options.delimiter, None)?;
        if let Some(label) = options.encoding.as_deref() {
            encoding::detect(&[], Some(label))?;
        }
        Ok(PushReader {
            options,
            profile,
            bytes: 0,
            stage: Stage::Sampling(Vec::new()),
            #[cfg(all(test, feature = "threads"))]
            part_bytes: None,
        })
    }

    pub(super) fn push(&mut self, chunk: &[u8]) -> Result<(), IntakeError> {
        // What is within the limit is read before it is refused, so that an earlier mistake is reported and the line is
        // the same for every chunking.
        let bound = self.options.limits.bytes;
        let room = usize::try_from(bound.saturating_sub(self.bytes)).unwrap_or(usize::MAX);
        let within = chunk.get(..room).unwrap_or(chunk);
        self.bytes += chunk.len() as u64;
        let mut result = self.take(within, false);
        if result.is_ok() && within.len() < chunk.len() {
            result = self.past_limit(bound);
        }
        self.remember(result)
    }

    /// How many parts other threads read.
    #[cfg(all(test, feature = "threads"))]
    pub(super) fn parts_taken(&self) -> usize {
        match &self.stage {
            Stage::Reading(reading) => reading.parts.as_ref().map_or(0, |parts| parts.taken),
            _ => 0,
        }
    }

    pub(super) fn progress(&self) -> ReadProgress {
        let log = match &self.stage {
            Stage::Reading(reading) => reading.table.rows.as_ref().map(|parts| parts.2.log()),
            _ => None,
        };
        let (records, set_aside) = log.map_or((0, 0), |log| (log.records, log.set_aside.len() as u64));
        ReadProgress { bytes: self.bytes, records, kept: records.saturating_sub(set_aside), set_aside }
    }

    pub(super) fn finish(mut self) -> Result<R::Answer, IntakeError> {
        self.take(&[], true)?;
        let Stage::Reading(reading) = self.stage else { return Err(IntakeError::Empty) };
        let Some(parts) = reading.table.rows else { return Err(IntakeError::Empty) };
        let (detection, mapping, rows) = *parts;
        Ok(rows.finish(Ending {
            detection,
            mapping,
            options: &self.options,
            misfits: &reading.misfits,
            bytes: self.bytes,
        }))
    }

    /// The input is longer than it may be: the error at the record that is open.
    fn past_limit(&mut self, bound: u64) -> Result<(), IntakeError> {
        let line = match &mut self.stage {
            Stage::Reading(reading) => {
                #[cfg(feature = "threads")]
                reading.read_gathered(false)?;
                reading.splitter.record_line()
            }
            _ => 1,
        };
        Err(IntakeError::Limit { limit: "bytes", bound, line })
    }

    fn remember(&mut self, result: Result<(), IntakeError>) -> Result<(), IntakeError> {
        if let Err(error) = &result {
            self.stage = Stage::Failed(error.clone());
        }
        result
    }

    fn take(&mut self, chunk: &[u8], last: bool) -> Result<(), IntakeError> {
        match &mut self.stage {
            Stage::Failed(error) => Err(error.clone()),
            Stage::Reading(reading) => reading.take(chunk, last, &self.options, self.profile),
            Stage::Sampling(sample) => {
                let room = SAMPLE_BYTES - sample.len();
                let (head, rest) = chunk.split_at_checked(room).unwrap_or((chunk, &[]));
                sample.extend_from_slice(head);
                if sample.len() < SAMPLE_BYTES && !last {
                    return Ok(());
                }
                let sample = std::mem::take(sample);
                let mut reading = Reading::begin(&sample, &self.options, self.profile)?;
                #[cfg(all(test, feature = "threads"))]
                if let (Some(parts), Some(bytes)) = (&mut reading.parts, self.part_bytes) {
                    parts.part_bytes = bytes;
                }
                reading.take_sample(&sample, last && rest.is_empty(), &self.options, self.profile)?;
                if !(last && rest.is_empty()) {
                    reading.take(rest, last, &self.options, self.profile)?;
                }
                self.stage = Stage::Reading(Box::new(reading));
                Ok(())
            }
        }
    }
}

impl<R: RowReader> Reading<R> {
    fn begin(
        sample: &[u8],
        options: &ReadOptions,
        profile: Option<&'static Profile>,
    ) -> Result<Reading<R>, IntakeError> {
        if sample.trim_ascii_start().is_empty() {
            return Err(IntakeError::Empty);
        }
        let (encoding, evidence) = encoding::detect(sample, options.encoding.as_deref())?;
        // Dialect and header are looked for in the text of the sample, decoded for this alone.
        let (mut text, mut misfits) = (String::new(), Misfits::default());
        let start = sample.get(..DIALECT_BYTES).unwrap_or(sample);
        TextDecoder::new(encoding).decode(start, start.len() == sample.len(), &mut text, 0, &mut misfits);
        // Its people's data would be taken for column names, and shown as such.
        if is_json(&text) {
            return Err(IntakeError::Json);
        }
        let dialect = dialect::detect(&text, options.delimiter, None, options.header_line);
        let start = match options.header_line {
            Some(line) => Start::named(&text, &dialect, line)?,
            None => {
                let columns = options.mapping.as_ref().map(Mapping::headers);
                Start::of_header(&text, &dialect, columns.as_deref(), |names| {
                    likeness(R::KIND, R::KEYS, names, options.file_name.as_deref(), profile)
                })
            }
        };
        Ok(Reading {
            decoder: TextDecoder::new(encoding),
            misfits: Misfits::default(),
            splitter: Splitter::new(dialect.separators(), &options.limits),
            table: Table {
                encoding: DetectedEncoding { name: encoding.name(), evidence },
                dialect,
                start,
                rows: None,
            },
            #[cfg(feature = "threads")]
            parts: Parts::wanted(options),
        })
    }

    fn take_sample(
        &mut self,
        sample: &[u8],
        last: bool,
        options: &ReadOptions,
        profile: Option<&'static Profile>,
    ) -> Result<(), IntakeError> {
        let Start { bytes, lines, .. } = self.table.start;
        if bytes > 0 {
            self.decode(sample, last);
            self.splitter.skip(bytes, lines);
            return self.split(last, options, profile);
        }
        self.take(sample, last, options, profile)
    }

    fn take(
        &mut self,
        chunk: &[u8],
        last: bool,
        options: &ReadOptions,
        profile: Option<&'static Profile>,
    ) -> Result<(), IntakeError> {
        for slice in chunk.chunks(self.slice_bytes()) {
            #[cfg(feature = "threads")]
            if self.gather(slice, false)? {
                continue;
            }
            self.decode(slice, false);
            self.split(false, options, profile)?;
        }
        if last {
            #[cfg(feature = "threads")]
            if self.gather(&[], true)? {
                return Ok(());
            }
            self.decode(&[], true);
            self.split(true, options, profile)?;
        }
        Ok(())
    }

    #[cfg(not(feature = "threads"))]
    fn slice_bytes(&self) -> usize {
        SLICE_BYTES
    }

    /// A slice is no longer than a part that a thread reads.
    #[cfg(feature = "threads")]
    fn slice_bytes(&self) -> usize {
        self.parts.as_ref().map_or(SLICE_BYTES, |parts| parts.part_bytes.min(SLICE_BYTES))
    }

    /// Gathers text until there is enough for several threads, if they are wanted and the header was read; says whether
    /// that is so.
    #[cfg(feature = "threads")]
    fn gather(&mut self, slice: &[u8], last: bool) -> Result<bool, IntakeError> {
        let (Some(parts), Some(_)) = (&mut self.parts, &self.table.rows) else { return Ok(false) };
        let base = self.splitter.end();
        self.decoder.decode(slice, last, parts.text(), base, &mut self.misfits);
        if last || parts.is_enough() || self.misfits.is_crowded() {
            self.read_gathered(last)?;
        }
        Ok(true)
    }

    /// Reads the text that was gathered.
    #[cfg(feature = "threads")]
    fn read_gathered(&mut self, last: bool) -> Result<(), IntakeError> {
        if let (Some(parts), Some(rows)) = (&mut self.parts, &mut self.table.rows) {
            parts.read(&mut self.splitter, &mut rows.2, &self.misfits, last)?;
            self.misfits.forget_before(self.splitter.base());
        }
        Ok(())
    }

    fn decode(&mut self, slice: &[u8], last: bool) {
        let base = self.splitter.base();
        self.decoder.decode(slice, last, self.splitter.buffer(), base, &mut self.misfits);
    }

    fn split(
        &mut self,
        last: bool,
        options: &ReadOptions,
        profile: Option<&'static Profile>,
    ) -> Result<(), IntakeError> {
        let (table, misfits) = (&mut self.table, &self.misfits);
        self.splitter.split(last, &mut |record| table.take(record, misfits, options, profile))?;
        self.misfits.forget_before(self.splitter.base());
        Ok(())
    }
}

impl<R: RowReader> Table<R> {
    #[inline]
    fn take(
        &mut self,
        record: &Record<'_>,
        misfits: &Misfits,
        options: &ReadOptions,
        profile: Option<&'static Profile>,
    ) -> Result<(), IntakeError> {
        match &mut self.rows {
            Some(parts) => parts.2.read(record, misfits),
            None if record.is_blank() => Ok(()),
            None => {
                self.rows = Some(Box::new(self.read_header(record, misfits, options, profile)?));
                Ok(())
            }
        }
    }

    #[cold]
    fn read_header(
        &self,
        record: &Record<'_>,
        misfits: &Misfits,
        options: &ReadOptions,
        profile: Option<&'static Profile>,
    ) -> Result<(Detection, Mapping, R), IntakeError> {
        let mut headers = preamble::names(record);
        if let Some(address) = headers.iter().find(|header| Email::new(header).is_ok()) {
            return Err(IntakeError::NoHeader { address: Excerpt::new(address), line: record.line });
        }
        let misread = repair_headers(&mut headers, options.repair_mojibake);
        let mut source = detection::recognise(R::KIND, &headers, options.file_name.as_deref(), profile);
        let other = if profile.is_none() && options.mapping.is_none() {
            detection::recognise_other(R::KIND, &headers, &source.guess)
        } else {
            None
        };
        if let Some((other, of)) = other {
            let reason = format!(
                "the columns are those of {} of {}, which `{}` reads",
                other.name(),
                of.name,
                other.reader()
            );
            source.guess.reasons.push(reason);
        }
        let (mapping, missing) = match &options.mapping {
            Some(mapping) => mapping.fitted(&headers, source.profile)?,
            None => (mapping::suggest(&headers, source.profile), Vec::new()),
        };
        let mut rows = R::new(headers.clone(), &mapping, &source, options, record.line).map_err(|error| {
            match (error, other) {
                (
                    IntakeError::NoEmailColumn { columns, line }
                    | IntakeError::NoPaymentColumn { columns, line, .. },
                    Some((other, of)),
                ) => IntakeError::OtherRecords { columns, kind: R::KIND, other, source_name: of.name, line },
                (error, _) => error,
            }
        })?;
        let log = rows.log_mut();
        if other.is_some()
            && let Some(reason) = source.guess.reasons.last()
        {
            log.issues.push(Issue::new(Code::RecordsOfAnotherKind).with_message(reason.clone()));
        }
        self.report(log, &mapping, &source, record.line);
        if let Some(given) = &options.mapping {
            report_fit(&mut log.issues, given, &missing, &mapping, record.line);
        }
        let mut misread = misread;
        for (code, places) in
            [(Code::EncodingMixed, &misfits.foreign), (Code::EncodingReplaced, &misfits.replaced)]
        {
            let mut columns: Vec<usize> =
                places.within(record.range).iter().filter_map(|&place| record.column_at(place)).collect();
            columns.dedup();
            misread
                .extend(columns.into_iter().map(|column| (code, column, record.cell(column).into_owned())));
        }
        for (code, column, written) in misread {
            let header = log.headers.get(column).cloned().unwrap_or_default();
            let place =
                Location::default().with_line(record.line).with_column(column as u64 + 1).with_field(header);
            log.issues.push(Issue::new(code).at(place).with_value(&written));
        }
        let detection = Detection {
            encoding: self.encoding.clone(),
            dialect: Some(self.dialect),
            header_line: record.line,
            headers,
            source: source.guess,
            alternatives: source.alternatives,
        };
        Ok((detection, mapping, rows))
    }

    /// What there is to say of the input as a whole.
    fn report(&self, log: &mut RecordLog, mapping: &Mapping, source: &Recognised, line: u64) {
        let at = |column: usize, header: &str| {
            Location::default().with_line(line).with_column(column as u64 + 1).with_field(header.to_owned())
        };
        if self.encoding.evidence == EncodingEvidence::Statistics {
            let message = format!("the encoding was taken to be `{}` from the text", self.encoding.name);
            log.issues.push(Issue::new(Code::EncodingGuessed).with_message(message));
        }
        if let Some(issue) = self.start.issue() {
            log.issues.push(issue);
        }
        if !source.guess.certain {
            let message = format!(
                "the source was taken to be `{}`: {}",
                source.guess.profile,
                source.guess.reasons.join("; ")
            );
            log.issues.push(Issue::new(Code::SourceUncertain).with_message(message));
        } else if source.profile.confidence == Confidence::Low {
            let message = format!("little is evidenced of {}'s exports", source.profile.name);
            log.issues.push(Issue::new(Code::SourceUncertain).with_message(message));
        }
        let status_column = mapping.column_of(Field::MarketingStatus);
        if let (Some(_), None) = (source.variant.status, status_column) {
            log.issues.push(match source.settled_status() {
                Some(status) => Issue::new(Code::StatusFromFile).with_message(format!(
                    "everybody in this file is `{}`, by the kind of file",
                    status.name()
                )),
                None => {
                    let unsettled =
                        source.profile.variants.iter().filter(|variant| variant.settled_by.is_empty());
                    let kinds: Vec<_> = unsettled.map(|variant| format!("`{}`", variant.id)).collect();
                    let kinds = kinds.join(" or ");
                    Issue::new(Code::StatusUnstated)
                        .with_message(format!("the file is {kinds}, and nothing in it says which"))
                }
            });
        }
        let headers = log.headers.to_vec();
        let mut seen = BTreeSet::new();
        for (column, (header, mapped)) in headers.iter().zip(&mapping.columns).enumerate() {
            if header.is_empty() {
                log.issues.push(Issue::new(Code::HeaderBlank).at(at(column, header)));
            } else if !seen.insert(header) {
                log.issues.push(Issue::new(Code::HeaderDuplicate).at(at(column, header)).with_value(header));
            }
            if mapped.meaning == ColumnUse::Sensitive {
                log.issues.push(Issue::new(Code::ColumnDropped).at(at(column, header)));
            }
        }
    }
}

/// What a record looks like: data, names, or a header with a column of addresses.
fn likeness(
    kind: RecordKind,
    keys: &[Field],
    names: &[String],
    file_name: Option<&str>,
    profile: Option<&'static Profile>,
) -> Likeness {
    if names.iter().any(|name| Email::new(name).is_ok()) {
        return Likeness::Data;
    }
    let source = detection::recognise(kind, names, file_name, profile);
    let mapping = mapping::suggest(names, source.profile);
    let is_field = |column: &&mapping::ColumnMapping| matches!(column.meaning, ColumnUse::Field { .. });
    let is_sure = |column: &&mapping::ColumnMapping| is_field(column) && column.score >= SURE;
    let known = mapping.columns.iter().filter(is_field).count();
    let sure = mapping.columns.iter().filter(is_sure).count();
    match keys.iter().find_map(|key| mapping.column_of(*key)) {
        Some(_) => Likeness::Header { known, sure },
        // A name that is only like a column's may as well be a title's word.
        None => Likeness::Names { known: sure },
    }
}

/// What of a mapping that was given the file does not have, and what of the file the mapping does not name.
fn report_fit(
    issues: &mut Issues,
    given: &Mapping,
    missing: &[&ColumnMapping],
    mapping: &Mapping,
    line: u64,
) {
    for column in missing {
        let place = Location::default().with_line(line).with_field(column.header.as_str());
        let issue = Issue::new(Code::MappingColumnMissing).at(place);
        issues.push(match &column.meaning {
            ColumnUse::Field { field } => issue.with_message(format!(
                "the file has no column `{}`, which the mapping takes for `{}`",
                Excerpt::new(&column.header),
                field.name()
            )),
            _ => issue,
        });
    }
    for (at, column) in mapping.columns.iter().enumerate() {
        let is_named = given.columns.iter().any(|known| known.header == column.header);
        if !is_named && column.meaning != ColumnUse::Ignored {
            let place = Location::default()
                .with_line(line)
                .with_column(at as u64 + 1)
                .with_field(column.header.as_str());
            issues.push(Issue::new(Code::MappingColumnNew).at(place));
        }
    }
}

/// Takes the columns' names back to what they were, where somebody read them in the wrong encoding and that is asked for.
/// Gives each such column with its name as written.
fn repair_headers(headers: &mut [String], repair: bool) -> Vec<(Code, usize, String)> {
    let mut misread = Vec::new();
    for (column, header) in headers.iter_mut().enumerate() {
        match mojibake::find(header) {
            None => {}
            Some(Finding::Repairable(text)) if repair => {
                misread.push((Code::MojibakeRepaired, column, std::mem::replace(header, text)));
            }
            Some(_) => misread.push((Code::Mojibake, column, header.clone())),
        }
    }
    misread
}
