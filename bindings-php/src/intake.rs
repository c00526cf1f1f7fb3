//! Readers that are pushed bytes, and what they give.

use std::sync::Arc;

use ext_php_rs::prelude::*;
use memberferry::{IntakeError, ReadOptions, ReadProgress, RelatedRecords};

use crate::boundary::{Answer, Bytes, HANDLE, Text, argument, refused, work, written};
use crate::contacts::{Contacts, TagDates};
use crate::issues::Issues;
use crate::payments::{Orders, Subscriptions};

/// A reader, until it is finished.
struct Pushed<R>(Option<R>);

impl<R> Pushed<R> {
    fn new(reader: impl FnOnce() -> Answer<R>) -> PhpResult<Self> {
        work(reader).map(|reader| Pushed(Some(reader)))
    }

    /// Does something with the reader. One that is finished is empty.
    fn with<T>(&mut self, take: impl FnOnce(&mut R) -> Result<T, IntakeError>) -> PhpResult<T> {
        work(|| self.0.as_mut().ok_or(IntakeError::Empty).and_then(take).map_err(refused))
    }

    fn finish<T>(&mut self, finish: impl FnOnce(R) -> Result<T, IntakeError>) -> PhpResult<T> {
        work(|| self.0.take().ok_or(IntakeError::Empty).and_then(finish).map_err(refused))
    }
}

/// Bytes, records, records kept, records set aside.
fn numbers(progress: ReadProgress) -> Vec<u64> {
    vec![progress.bytes, progress.records, progress.kept, progress.set_aside]
}

macro_rules! readers {
    ($($(#[$doc:meta])* $name:ident as $class:literal => $answer:ident;)*) => {
        $(
            $(#[$doc])*
            #[php_class]
            #[php(name = $class, flags = HANDLE)]
            pub struct $name(Pushed<memberferry::$name>);

            #[php_impl]
            impl $name {
                pub fn __construct(options: Bytes<'_>) -> PhpResult<Self> {
                    Pushed::new(|| memberferry::$name::new(argument(&options)?).map_err(refused)).map($name)
                }

                /// Takes the next bytes.
                pub fn push(&mut self, chunk: Bytes<'_>) -> PhpResult<()> {
                    self.0.with(|reader| reader.push(&chunk))
                }

                /// Bytes, records, records kept, records set aside.
                pub fn progress(&mut self) -> PhpResult<Vec<u64>> {
                    self.0.with(|reader| Ok(numbers(reader.progress())))
                }

                /// Ends the input.
                pub fn finish(&mut self) -> PhpResult<$answer> {
                    self.0.finish(memberferry::$name::finish).map($answer::from)
                }
            }
        )*
    };
}

readers! {
    /// Reads contacts.
    ContactReader as "Memberferry\\Native\\ContactReader" => Intake;
    /// Reads orders.
    OrderReader as "Memberferry\\Native\\OrderReader" => OrderIntake;
    /// Reads subscriptions.
    SubscriptionReader as "Memberferry\\Native\\SubscriptionReader" => SubscriptionIntake;
}

/// Reads the contacts of an API's JSON.
#[php_class]
#[php(name = "Memberferry\\Native\\RecordReader", flags = HANDLE)]
pub struct RecordReader(Pushed<memberferry::RecordReader>);

#[php_impl]
impl RecordReader {
    /// `related` is JSON that the API gives apart from its contacts.
    pub fn __construct(options: Bytes<'_>, related: Vec<String>) -> PhpResult<Self> {
        let reader = || {
            let mut known = RelatedRecords::default();
            for json in &related {
                known.add_json(json.as_bytes()).map_err(refused)?;
            }
            let options: ReadOptions = argument(&options)?;
            memberferry::RecordReader::new(options, known).map_err(refused)
        };
        Pushed::new(reader).map(RecordReader)
    }

    /// Takes the next bytes.
    pub fn push(&mut self, chunk: Bytes<'_>) -> PhpResult<()> {
        self.0.with(|reader| reader.push(&chunk))
    }

    /// Bytes, records, records kept, records set aside.
    pub fn progress(&mut self) -> PhpResult<Vec<u64>> {
        self.0.with(|reader| Ok(numbers(reader.progress())))
    }

    /// Ends the input.
    pub fn finish(&mut self) -> PhpResult<Intake> {
        self.0.finish(memberferry::RecordReader::finish).map(Intake::from)
    }
}

macro_rules! intakes {
    ($($(#[$doc:meta])* $name:ident as $class:literal { $($field:ident: $handle:ident),* })*) => {
        $(
            $(#[$doc])*
            #[php_class]
            #[php(name = $class, flags = HANDLE)]
            pub struct $name {
                $($field: Arc<crate::intake::held::$handle>,)*
                issues: Arc<memberferry::Issues>,
                /// Without what stands beside it.
                rest: memberferry::$name,
            }

            impl From<memberferry::$name> for $name {
                fn from(mut rest: memberferry::$name) -> Self {
                    $(let $field = Arc::new(std::mem::take(&mut rest.$field));)*
                    let issues = Arc::new(std::mem::take(&mut rest.issues));
                    $name { $($field,)* issues, rest }
                }
            }

            #[php_impl]
            impl $name {
                $(
                    pub fn $field(&self) -> $handle {
                        $handle { inner: self.$field.clone() }
                    }
                )*

                pub fn issues(&self) -> Issues {
                    Issues { inner: self.issues.clone() }
                }

                /// What the input was found to be.
                pub fn detection(&self) -> PhpResult<Text> {
                    written(|| Ok(&self.rest.detection))
                }

                /// What each column was taken for.
                pub fn mapping(&self) -> PhpResult<Text> {
                    written(|| Ok(&self.rest.mapping))
                }

                /// How many of everything.
                pub fn stats(&self) -> PhpResult<Text> {
                    written(|| Ok(self.rest.stats))
                }

                /// The records that were set aside, as CSV.
                pub fn set_aside_csv(&self) -> PhpResult<Text> {
                    work(|| Ok(Text::new(self.rest.set_aside_csv())))
                }
            }
        )*
    };
}

/// What the handles hold, by the handles' names.
mod held {
    pub type Contacts = memberferry::Contacts;
    pub type TagDates = memberferry::TagDates;
    pub type Orders = Vec<memberferry::Order>;
    pub type Subscriptions = Vec<memberferry::Subscription>;
}

intakes! {
    /// What a reading of contacts gives.
    Intake as "Memberferry\\Native\\Intake" { contacts: Contacts, tag_dates: TagDates }
    /// What a reading of orders gives.
    OrderIntake as "Memberferry\\Native\\OrderIntake" { orders: Orders }
    /// What a reading of subscriptions gives.
    SubscriptionIntake as "Memberferry\\Native\\SubscriptionIntake" { subscriptions: Subscriptions }
}
