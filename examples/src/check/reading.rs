//! Reads one file, whatever it holds, through the push reader of its kind: rows of contacts, orders or subscriptions, or the
//! JSON records of an API. Does not judge what was read.

use std::io::Read;
use std::path::{Path, PathBuf};

use indicatif::ProgressBar;
use memberferry::{
    Code, ContactReader, Detection, Intake, IntakeError, Issues, Mapping, OrderIntake, OrderReader,
    ReadOptions, ReadProgress, RecordKind, RecordReader, Refusal as _, RelatedRecords, SubscriptionIntake,
    SubscriptionReader,
};

use crate::input;
use crate::printing::counted;
use crate::stop::{Ending, Stop};

/// A file, read.
pub struct Reading {
    /// Its name.
    pub name: PathBuf,
    /// What it holds.
    pub answer: Answer,
}

/// What a file holds.
pub enum Answer {
    /// People.
    Contacts(Box<Intake>),
    /// Orders.
    Orders(Box<OrderIntake>),
    /// Subscriptions.
    Subscriptions(Box<SubscriptionIntake>),
}

/// The push reader of a kind of records.
enum Reader {
    Contacts(ContactReader),
    Records(Box<RecordReader>),
    Orders(OrderReader),
    Subscriptions(SubscriptionReader),
}

/// Reads a file of records of a kind, and what an API gave apart from them; shows on the bar how far it is.
pub fn read(
    name: &Path,
    bytes: impl Read,
    kind: RecordKind,
    (options, related): (&ReadOptions, &RelatedRecords),
    bar: &ProgressBar,
) -> Result<Reading, Stop> {
    let refused = |error: IntakeError| refused(name, &error);
    let mut begun: Option<Reader> = None;
    input::each_chunk(name, bytes, |chunk| {
        let reader = match &mut begun {
            Some(reader) => reader,
            None if RecordReader::recognises(chunk) => {
                begun.insert(Reader::of_records(name, kind, options, related)?)
            }
            None => begun.insert(Reader::of_rows(kind, options).map_err(refused)?),
        };
        reader.push(chunk).map_err(refused)?;
        bar.inc(chunk.len() as u64);
        bar.set_message(counted(reader.progress().records, "record", "records"));
        Ok(())
    })?;
    bar.finish_and_clear();
    let reader = match begun {
        Some(reader) => reader,
        None => Reader::of_rows(kind, options).map_err(refused)?,
    };
    let answer = reader.finish().map_err(refused)?;
    Ok(Reading { name: name.to_owned(), answer })
}

/// An input that cannot be read, with the flag that would read it, where there is one.
fn refused(name: &Path, error: &IntakeError) -> Stop {
    let mut stop = Stop::refused(name, error).ending_as(Ending::Failed);
    if error.code() == Code::ArgumentInvalid {
        stop.ending = Ending::Usage;
    }
    if let IntakeError::OtherRecords { other, .. } = error {
        stop.remedy = flag(*other).into();
    }
    stop
}

/// How a file of this kind of records is read.
pub fn flag(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Contacts => "leave --orders and --subscriptions out to read it as contacts",
        RecordKind::Orders => "give --orders to read it as orders",
        RecordKind::Subscriptions => "give --subscriptions to read it as subscriptions",
    }
}

impl Reader {
    fn of_rows(kind: RecordKind, options: &ReadOptions) -> Result<Self, IntakeError> {
        let options = options.clone();
        Ok(match kind {
            RecordKind::Contacts => Reader::Contacts(ContactReader::new(options)?),
            RecordKind::Orders => Reader::Orders(OrderReader::new(options)?),
            RecordKind::Subscriptions => Reader::Subscriptions(SubscriptionReader::new(options)?),
        })
    }

    fn of_records(
        name: &Path,
        kind: RecordKind,
        options: &ReadOptions,
        related: &RelatedRecords,
    ) -> Result<Self, Stop> {
        if kind != RecordKind::Contacts {
            let message = format!("JSON is read as contacts, and not as {}", kind.name());
            return Err(Stop::failed(name, message, "give an export as CSV"));
        }
        let reader = RecordReader::new(options.clone(), related.clone());
        Ok(Reader::Records(Box::new(reader.map_err(|error| refused(name, &error))?)))
    }

    fn push(&mut self, chunk: &[u8]) -> Result<(), IntakeError> {
        match self {
            Reader::Contacts(reader) => reader.push(chunk),
            Reader::Records(reader) => reader.push(chunk),
            Reader::Orders(reader) => reader.push(chunk),
            Reader::Subscriptions(reader) => reader.push(chunk),
        }
    }

    /// How far it is.
    fn progress(&self) -> ReadProgress {
        match self {
            Reader::Contacts(reader) => reader.progress(),
            Reader::Records(reader) => reader.progress(),
            Reader::Orders(reader) => reader.progress(),
            Reader::Subscriptions(reader) => reader.progress(),
        }
    }

    fn finish(self) -> Result<Answer, IntakeError> {
        Ok(match self {
            Reader::Contacts(reader) => Answer::Contacts(Box::new(reader.finish()?)),
            Reader::Records(reader) => Answer::Contacts(Box::new(reader.finish()?)),
            Reader::Orders(reader) => Answer::Orders(Box::new(reader.finish()?)),
            Reader::Subscriptions(reader) => Answer::Subscriptions(Box::new(reader.finish()?)),
        })
    }
}

impl Reading {
    /// What the records are.
    pub fn kind(&self) -> RecordKind {
        match &self.answer {
            Answer::Contacts(_) => RecordKind::Contacts,
            Answer::Orders(_) => RecordKind::Orders,
            Answer::Subscriptions(_) => RecordKind::Subscriptions,
        }
    }

    /// What the file was found to be.
    pub fn detection(&self) -> &Detection {
        match &self.answer {
            Answer::Contacts(intake) => &intake.detection,
            Answer::Orders(intake) => &intake.detection,
            Answer::Subscriptions(intake) => &intake.detection,
        }
    }

    /// What each column was taken for.
    pub fn mapping(&self) -> &Mapping {
        match &self.answer {
            Answer::Contacts(intake) => &intake.mapping,
            Answer::Orders(intake) => &intake.mapping,
            Answer::Subscriptions(intake) => &intake.mapping,
        }
    }

    /// What is wrong or was decided.
    pub fn issues(&self) -> &Issues {
        match &self.answer {
            Answer::Contacts(intake) => &intake.issues,
            Answer::Orders(intake) => &intake.issues,
            Answer::Subscriptions(intake) => &intake.issues,
        }
    }

    /// How many records were set aside.
    pub fn set_aside(&self) -> u64 {
        match &self.answer {
            Answer::Contacts(intake) => intake.stats.set_aside,
            Answer::Orders(intake) => intake.stats.set_aside,
            Answer::Subscriptions(intake) => intake.stats.set_aside,
        }
    }

    /// The records that were set aside, as CSV.
    pub fn set_aside_csv(&self) -> String {
        match &self.answer {
            Answer::Contacts(intake) => intake.set_aside_csv(),
            Answer::Orders(intake) => intake.set_aside_csv(),
            Answer::Subscriptions(intake) => intake.set_aside_csv(),
        }
    }
}
