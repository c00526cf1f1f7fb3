//! The push reader of records: bytes of JSON in, in chunks of any size; contacts and issues out. Decides the shape from the
//! first records, then streams. Memory is one record, what related lists say, and the contacts themselves.

use super::super::detection::Detection;
use super::super::encoding::{DetectedEncoding, EncodingEvidence};
use super::super::error::IntakeError;
use super::super::mapping::{is_secret_member, is_secret_name};
use super::super::options::ReadOptions;
use super::super::result::{Intake, ReadProgress};
use super::super::set_aside::SetAsideRecord;
use super::super::steps;
use super::draft;
use super::json_or_rows;
use super::people::People;
use super::recognise::{self, By, Recognised};
use super::related::RelatedRecords;
use super::scanner::{Piece, Scanner};
use super::set_aside_rows::Form;
use super::targets::Targets;
use super::tree::{Fault, Tree};
use crate::Excerpt;
use crate::contact::Contacts;
use crate::issue::{Code, Issue, Location};
use crate::source::{
    Confidence, Meaning, OUTER_LISTS, Profile, RELATED_LISTS, RecordKind, SINGLES, WORDS_OF_LEAVING,
};

/// From how many records, or bytes of them, the shape is decided.
const SAMPLE_RECORDS: usize = 100;
const SAMPLE_BYTES: usize = 1 << 20;

/// Reads contacts from the JSON that an API gives, in chunks: a list of objects, one object a line, one object, or answers such
/// as `{"subscribers": […]}`, one after the other.
///
/// The result is the same for every way of cutting the input into chunks.
///
/// ```
/// use memberferry::{ReadOptions, RecordReader, RelatedRecords};
/// let mut reader = RecordReader::new(ReadOptions::default(), RelatedRecords::default())?;
/// for chunk in [r#"{"subscribers":[{"id":1,"email_address":"ada@exa"#, r#"mple.com","state":"active","fields":{}}]}"#] {
///     reader.push(chunk.as_bytes())?;
/// }
/// let intake = reader.finish()?;
/// assert_eq!(intake.detection.source.profile, "kit");
/// assert!(intake.contacts.get(0).is_some_and(|ada| ada.marketing_status().is_mailable()));
/// # Ok::<(), memberferry::IntakeError>(())
/// ```
pub struct RecordReader {
    form: Form,
    scanner: Scanner,
    bytes: u64,
    state: State,
    failure: Option<IntakeError>,
    /// Whether records came one by one.
    has_records: bool,
}

/// What is made of the pieces.
struct State {
    options: ReadOptions,
    named: Option<&'static Profile>,
    related: RelatedRecords,
    /// The pieces from which the shape will be decided.
    sample: Vec<(Piece, Vec<u8>, u64)>,
    sample_bytes: usize,
    reading: Option<Box<Reading>>,
}

/// A reading whose shape is decided.
struct Reading {
    recognised: Recognised,
    targets: Targets,
    people: People,
    dropped: Vec<String>,
}

impl RecordReader {
    /// A reader. Of the options, those of a table's text (delimiter, encoding, file name) have no bearing on records.
    ///
    /// # Errors
    /// [`IntakeError`] where the options name a source that is not known, or hold a mapping: that is one of columns.
    pub fn new(options: ReadOptions, related: RelatedRecords) -> Result<Self, IntakeError> {
        let named = match options.profile.as_deref() {
            Some(id) => {
                let profile = crate::source::profile(RecordKind::Contacts, id);
                let (name, kind) = (Excerpt::new(id), RecordKind::Contacts);
                Some(profile.ok_or(IntakeError::UnknownSource { name, kind })?)
            }
            None => None,
        };
        if options.mapping.is_some() {
            return Err(IntakeError::Mapping("a mapping of columns does not fit records".to_owned()));
        }
        let bound = options.limits.record_bytes as usize;
        let state = State { options, named, related, sample: Vec::new(), sample_bytes: 0, reading: None };
        let form = Form::Open(Vec::new());
        Ok(RecordReader {
            form,
            scanner: Scanner::new(bound),
            bytes: 0,
            state,
            failure: None,
            has_records: false,
        })
    }

    /// Whether an input that begins so is for this reader, and not for one of rows: the JSON of an API, or a file of its records that were
    /// set aside. The first 100 bytes tell, unless an input begins with white space.
    ///
    /// ```
    /// use memberferry::RecordReader;
    /// assert!(RecordReader::recognises(br#"[{"email": "ada@example.com"}]"#));
    /// assert!(!RecordReader::recognises(b"Email,Name\nada@example.com,Ada\n"));
    /// ```
    pub fn recognises(start: &[u8]) -> bool {
        json_or_rows::is_for_records(start)
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// [`IntakeError`] where the input cannot be read; the same error is given from then on.
    pub fn push(&mut self, chunk: &[u8]) -> Result<(), IntakeError> {
        if let Some(failure) = &self.failure {
            return Err(failure.clone());
        }
        self.bytes += chunk.len() as u64;
        let bound = self.state.options.limits.bytes;
        let result = if self.bytes > bound {
            Err(IntakeError::Limit { limit: "bytes", bound, line: self.scanner.line() })
        } else {
            self.scan(chunk, false)
        };
        self.failure = result.clone().err();
        result
    }

    /// Takes the next bytes of what the text turns out to be.
    fn scan(&mut self, chunk: &[u8], last: bool) -> Result<(), IntakeError> {
        if let Form::Open(start) = &mut self.form {
            start.extend_from_slice(chunk);
            let form = Form::of(start, &self.state.options.limits);
            let Some(form) = form.or(last.then_some(Form::Json)) else { return Ok(()) };
            let Form::Open(start) = std::mem::replace(&mut self.form, form) else { return Ok(()) };
            return self.scan(&start, last);
        }
        let (scanner, state) = (&mut self.scanner, &mut self.state);
        match &mut self.form {
            Form::SetAside(rows) => {
                self.has_records = true;
                rows.read(chunk, last, &mut |text, line| state.take(Piece::Object, text, line))
            }
            _ => scanner.scan(chunk, &mut |piece, text, line| state.take(piece, text, line)),
        }
    }

    /// Takes one record, the text of one JSON object. What is wrong with it spoils no other.
    ///
    /// # Errors
    /// As [`RecordReader::push`].
    pub fn push_record(&mut self, record: &[u8]) -> Result<(), IntakeError> {
        if let Some(failure) = &self.failure {
            return Err(failure.clone());
        }
        self.bytes += record.len() as u64;
        let limits = &self.state.options.limits;
        let past = |limit, bound| Err(IntakeError::Limit { limit, bound, line: 0 });
        let result = if self.bytes > limits.bytes {
            past("bytes", limits.bytes)
        } else if record.len() > limits.record_bytes as usize {
            past("recordBytes", u64::from(limits.record_bytes))
        } else {
            self.has_records = true;
            self.state.take(Piece::Object, record.trim_ascii(), 0)
        };
        self.failure = result.clone().err();
        result
    }

    /// How far the reading is. All but the bytes stay at 0 until the shape is decided, by the first hundred records or the first
    /// MiB of them.
    pub fn progress(&self) -> ReadProgress {
        let people = self.state.reading.as_ref().map(|reading| &reading.people);
        let (records, set_aside) =
            people.map_or((0, 0), |people| (people.stats.records, people.set_aside.len() as u64));
        ReadProgress { bytes: self.bytes, records, kept: records.saturating_sub(set_aside), set_aside }
    }

    /// Ends the input.
    ///
    /// # Errors
    /// [`IntakeError`] where the input cannot be read: it is empty, not JSON, or no member of its records is an address.
    pub fn finish(mut self) -> Result<Intake, IntakeError> {
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        self.scan(&[], true)?;
        let (scanner, state) = (&mut self.scanner, &mut self.state);
        let is_whole = scanner.finish(&mut |piece, text, line| state.take(piece, text, line))?;
        if !scanner.has_begun() && !self.has_records {
            return Err(IntakeError::Empty);
        }
        state.decide()?;
        let Some(mut reading) = self.state.reading else { return Err(IntakeError::Empty) };
        if !is_whole {
            reading.people.issues.push(Issue::new(Code::InputTruncated));
        }
        reading.people.finish(&self.state.options, &self.state.related)?;
        Ok(reading.intake(self.bytes))
    }
}

impl std::fmt::Debug for RecordReader {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("RecordReader").field("progress", &self.progress()).finish_non_exhaustive()
    }
}

impl State {
    fn take(&mut self, kind: Piece, text: &[u8], line: u64) -> Result<(), IntakeError> {
        if let Some(reading) = &mut self.reading {
            return reading.take(kind, text, line, &self.options, &mut self.related);
        }
        self.sample_bytes += text.len();
        self.sample.push((kind, text.to_vec(), line));
        if self.sample.len() >= SAMPLE_RECORDS || self.sample_bytes >= SAMPLE_BYTES {
            self.decide()?;
        }
        Ok(())
    }

    /// Decides the shape by the first records, and reads them.
    fn decide(&mut self) -> Result<(), IntakeError> {
        if self.reading.is_some() {
            return Ok(());
        }
        let sample = std::mem::take(&mut self.sample);
        let trees: Vec<Tree<'_>> = sample
            .iter()
            .filter(|(kind, ..)| matches!(kind, Piece::Object))
            .filter_map(|(_, text, _)| Tree::read(std::str::from_utf8(text).ok()?).ok())
            .collect();
        let records: Vec<&Tree<'_>> = trees.iter().flat_map(|tree| unwrapped(tree).0).collect();
        let recognised = recognise::recognise(&records, self.named);
        if !records.is_empty() && !recognise::has_address(&recognised.by) {
            let keys: Vec<String> = records
                .first()
                .map(|record| record.members())
                .unwrap_or_default()
                .iter()
                .take(12)
                .map(|(key, _)| format!("`{}`", Excerpt::new(key)))
                .collect();
            let columns = if keys.is_empty() { "(there are none)".to_owned() } else { keys.join(", ") };
            return Err(IntakeError::NoEmailColumn { columns, line: 1 });
        }
        let mut reading = Reading::new(recognised, &self.options);
        for (kind, text, line) in &sample {
            reading.take(*kind, text, *line, &self.options, &mut self.related)?;
        }
        self.reading = Some(Box::new(reading));
        Ok(())
    }
}

/// The records that an object holds: itself, the one object of an answer, or those of a list of objects that hold one each; and
/// the members that stand beside them.
fn unwrapped<'t, 'a>(tree: &'t Tree<'a>) -> (Vec<&'t Tree<'a>>, &'t [(String, Tree<'a>)]) {
    let single = |tree: &'t Tree<'a>| {
        let inner = SINGLES.iter().find_map(|single| tree.get(single));
        inner.filter(|inner| matches!(inner, Tree::Object(_)))
    };
    if let Some(inner) = single(tree)
        && tree.members().iter().all(|(_, value)| value.scalar().is_none())
    {
        return (vec![inner], tree.members());
    }
    for outer in OUTER_LISTS {
        if let Some(Tree::List(list)) = tree.get(outer)
            && !list.is_empty()
            && list.iter().all(|element| single(element).is_some())
        {
            return (list.iter().collect(), tree.members());
        }
    }
    (vec![tree], &[])
}

impl Reading {
    fn new(recognised: Recognised, options: &ReadOptions) -> Self {
        let profile = recognised.profile;
        let (words, has_cells) = match &recognised.by {
            By::Shape(shape) => (
                shape.statuses.iter().chain(profile.statuses).chain(WORDS_OF_LEAVING).copied().collect(),
                false,
            ),
            By::Mapping(mapping, _) => (steps::status_words(mapping, profile), true),
        };
        let mut people = People::new(profile, words, has_cells, options);
        let targets = match &recognised.by {
            By::Shape(shape) => Targets::of_shape(shape),
            By::Mapping(mapping, status) => {
                people.file_status = *status;
                Targets::of_mapping(mapping, &mut people.contacts)
            }
        };
        let mut reading = Reading { recognised, targets, people, dropped: Vec::new() };
        reading.report();
        reading
    }

    /// What there is to say of the input as a whole.
    fn report(&mut self) {
        let guess = &self.recognised.guess;
        if !guess.certain {
            let message =
                format!("the source was taken to be `{}`: {}", guess.profile, guess.reasons.join("; "));
            self.people.issues.push(Issue::new(Code::SourceUncertain).with_message(message));
        } else if let By::Shape(shape) = self.recognised.by
            && shape.confidence == Confidence::Low
        {
            let name = self.recognised.profile.name;
            let message = format!("little is evidenced of the records of {name} that have this shape");
            self.people.issues.push(Issue::new(Code::SourceUncertain).with_message(message));
        }
    }

    fn take(
        &mut self,
        kind: Piece,
        text: &[u8],
        line: u64,
        options: &ReadOptions,
        related: &mut RelatedRecords,
    ) -> Result<(), IntakeError> {
        let Ok(text) = std::str::from_utf8(text) else {
            let shown = String::from_utf8_lossy(text);
            let message = "the record is not UTF-8, as JSON has to be".to_owned();
            let fault = Fault { code: Code::RecordInvalid, path: String::new(), message };
            return self.put_aside_text(&shown, line, fault, options);
        };
        let tree = match (kind, Tree::read(text)) {
            (Piece::Object | Piece::Around, Ok(tree)) => tree,
            (_, Err(fault)) => return self.put_aside_text(text, line, fault, options),
            (Piece::Broken, Ok(_)) => {
                let message = Code::RecordInvalid.meaning().to_owned();
                let fault = Fault { code: Code::RecordInvalid, path: String::new(), message };
                return self.put_aside_text(text, line, fault, options);
            }
        };
        let (records, beside) = match kind {
            Piece::Around => (Vec::new(), tree.members()),
            _ => unwrapped(&tree),
        };
        for (key, value) in beside {
            if RELATED_LISTS.contains(&key.as_str()) {
                related.take_list(value);
            }
        }
        let holds_address = |(_, value): &(String, Tree<'_>)| {
            value.scalar().is_some_and(|text| crate::Email::new(text).is_ok())
        };
        if matches!(kind, Piece::Around) && tree.members().iter().any(holds_address) {
            let message = "the object holds an address and a list of records".to_owned();
            let fault = Fault { code: Code::RecordInvalid, path: String::new(), message };
            return self.put_aside_tree(&tree, line, &fault, options, related);
        }
        for record in records {
            self.read(record, line, options, related)?;
        }
        Ok(())
    }

    fn read(
        &mut self,
        record: &Tree<'_>,
        line: u64,
        options: &ReadOptions,
        related: &RelatedRecords,
    ) -> Result<(), IntakeError> {
        self.check_limits(line, options)?;
        self.people.line = line;
        let draft = draft::Reading {
            targets: &mut self.targets,
            contacts: &mut self.people.contacts,
            related,
            profile: self.recognised.profile,
            html: &mut self.people.html,
            record: self.people.stats.records,
            repairs_mojibake: options.repair_mojibake,
            dropped: &mut self.dropped,
        }
        .read(record);
        for (limit, bound, found) in [
            ("columns", options.limits.columns, self.targets.len()),
            ("cellBytes", options.limits.cell_bytes, draft.longest()),
        ] {
            if found > bound as usize {
                return Err(IntakeError::Limit { limit, bound: u64::from(bound), line });
            }
        }
        if let Some(code) = self.people.add(draft, &mut self.targets, related)? {
            self.set_aside(self.blanked(record, related), line, code);
        }
        self.people.stats.records += 1;
        Ok(())
    }

    fn check_limits(&self, line: u64, options: &ReadOptions) -> Result<(), IntakeError> {
        let bound = options.limits.records;
        if self.people.stats.records >= bound {
            return Err(IntakeError::Limit { limit: "records", bound, line });
        }
        Ok(())
    }

    /// Sets aside what is no object; blank where it may hold a secret, since nobody can tell where that ends.
    fn put_aside_text(
        &mut self,
        text: &str,
        line: u64,
        fault: Fault,
        options: &ReadOptions,
    ) -> Result<(), IntakeError> {
        self.check_limits(line, options)?;
        self.report_fault(&fault);
        let shown = if is_secret_name(text) { String::new() } else { text.to_owned() };
        self.set_aside(shown, line, fault.code);
        self.people.stats.records += 1;
        Ok(())
    }

    fn put_aside_tree(
        &mut self,
        tree: &Tree<'_>,
        line: u64,
        fault: &Fault,
        options: &ReadOptions,
        related: &RelatedRecords,
    ) -> Result<(), IntakeError> {
        self.check_limits(line, options)?;
        self.report_fault(fault);
        self.set_aside(self.blanked(tree, related), line, fault.code);
        self.people.stats.records += 1;
        Ok(())
    }

    fn report_fault(&mut self, fault: &Fault) {
        let at = Location::default().with_record(self.people.stats.records);
        let at = if fault.path.is_empty() { at } else { at.with_field(fault.path.clone()) };
        self.people.issues.push(Issue::new(fault.code).with_message(fault.message.clone()).at(at));
    }

    fn set_aside(&mut self, json: String, line: u64, code: Code) {
        let record = self.people.stats.records;
        self.people.set_aside.push(SetAsideRecord { record, line, codes: vec![code], cells: vec![json] });
    }

    /// A record as JSON, with blanks in the place of secrets.
    fn blanked(&self, record: &Tree<'_>, related: &RelatedRecords) -> String {
        let members = match self.recognised.by {
            By::Shape(shape) => shape.members,
            By::Mapping(..) => &[],
        };
        let last = |path: &'static str| path.rsplit('.').next().unwrap_or_default();
        let mut is_secret = |path: &str, key: &str, value: &Tree<'_>| {
            let is_listed_secret = |meaning: Meaning| match (meaning, value) {
                (Meaning::Sensitive, _) => true,
                (Meaning::CustomList(id, _), Tree::List(list)) => list.iter().any(|element| {
                    let id = element.get(id).and_then(Tree::scalar).unwrap_or_default();
                    related.field_name(id).is_some_and(is_secret_name)
                }),
                _ => false,
            };
            let listed = members.iter().filter(|member| last(member.path) == key);
            let is_deep_secret = match value {
                Tree::Deep(text) => is_secret_name(text),
                _ => false,
            };
            is_secret_member(path, key)
                || is_deep_secret
                || listed.into_iter().any(|member| is_listed_secret(member.meaning))
        };
        let mut json = String::new();
        record.write(&mut json, &mut String::new(), &mut is_secret);
        json
    }

    fn intake(self, bytes: u64) -> Intake {
        let Reading { recognised, targets, mut people, .. } = self;
        people.stats.bytes = bytes;
        if people.stats.records == 0 {
            people.issues.push(Issue::new(Code::RecordsMissing).with_message("the input holds no records"));
        }
        let mapping = targets.mapping();
        let detection = Detection {
            encoding: DetectedEncoding { name: "UTF-8", evidence: EncodingEvidence::ValidUtf8 },
            dialect: None,
            header_line: 0,
            headers: mapping.columns.iter().map(|column| column.header.clone()).collect(),
            source: recognised.guess,
            alternatives: recognised.alternatives,
        };
        Intake {
            contacts: people.contacts,
            tag_dates: people.tag_dates,
            issues: people.issues,
            detection,
            mapping,
            stats: people.stats,
            set_aside: people.set_aside,
        }
    }
}

/// Reads contacts from the JSON that an API gives, and that is there as a whole: a list of objects, one object a line, one
/// object, or answers such as `{"subscribers": […]}`. What [`Contacts::to_records`] gives is read too, and so is any list of flat
/// objects, by the names of its members.
///
/// A record is a contact, part of one, or set aside with its JSON. In a place, `record` counts records from 0 and `field` is the
/// path in the record: `email_addresses[0].email`. Ids are text, however large a number they are. A list called `contacts`,
/// `subscribers`, `members` or `data` is that of an answer; an object that has one and an address of its own is set aside.
///
/// `related` holds what the API gives apart: names of tags, tags of contacts, their status on lists.
///
/// # Errors
/// [`IntakeError`] where the input cannot be read at all; what is wrong with single records is an issue.
///
/// ```
/// use memberferry::{ReadOptions, RelatedRecords, read_records};
/// let people = br#"[{"Email": "ada@example.com", "First Name": "Ada", "id": 9007199254740993}, {"Email": "nobody"}]"#;
/// let intake = read_records(people, &ReadOptions::default(), RelatedRecords::default())?;
/// assert_eq!(intake.contacts.get(0).and_then(|ada| ada.external_id()), Some("9007199254740993"));
/// assert_eq!(intake.set_aside[0].cells, [r#"{"Email":"nobody"}"#]);
/// # Ok::<(), memberferry::IntakeError>(())
/// ```
pub fn read_records(
    input: &[u8],
    options: &ReadOptions,
    related: RelatedRecords,
) -> Result<Intake, IntakeError> {
    let mut reader = RecordReader::new(options.clone(), related)?;
    reader.push(input)?;
    reader.finish()
}

impl Contacts {
    /// Reads contacts from records that come one by one, each the text of one JSON object, as [`read_records`] does.
    ///
    /// # Errors
    /// As [`read_records`].
    ///
    /// ```
    /// use memberferry::{Contacts, ReadOptions, RelatedRecords};
    /// let records = [r#"{"email": "ada@example.com", "tags": ["Gold"]}"#, r#"{"email": "grace@example.com"}"#];
    /// let intake = Contacts::from_records(records, &ReadOptions::default(), RelatedRecords::default())?;
    /// assert_eq!(intake.contacts.len(), 2);
    /// # Ok::<(), memberferry::IntakeError>(())
    /// ```
    pub fn from_records<Record: AsRef<[u8]>>(
        records: impl IntoIterator<Item = Record>,
        options: &ReadOptions,
        related: RelatedRecords,
    ) -> Result<Intake, IntakeError> {
        let mut reader = RecordReader::new(options.clone(), related)?;
        reader.has_records = true;
        for record in records {
            reader.push_record(record.as_ref())?;
        }
        reader.finish()
    }
}
