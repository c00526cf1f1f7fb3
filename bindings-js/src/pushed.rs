//! What is made of bytes that come in chunks. Does not know where they come from.

use std::sync::Mutex;

use memberferry::{
    ContactReader, Contacts, IntakeError, OrderReader, ReadProgress, RecordReader, RelatedRecords,
    SubscriptionReader,
};
use serde::Serialize;

use crate::guard::{Outcome, argument, internal, locked, refused};
use crate::handle::Handle;
use crate::intake::Taken;

/// Something that takes chunks until it is finished.
pub struct Pushed(Mutex<Option<Taking>>);

enum Taking {
    Contacts(Box<ContactReader>),
    Orders(Box<OrderReader>),
    Subscriptions(Box<SubscriptionReader>),
    Records(Box<RecordReader>),
    /// JSON that an API gives apart from its contacts, one document to a chunk.
    Related(Box<RelatedRecords>, Vec<u8>),
    /// Whole lines of JSON, one contact each.
    ContactLines(Contacts),
    #[cfg(feature = "whole")]
    Sheet(Box<memberferry::SheetReader>),
    /// Whole lines of JSON, one user each.
    #[cfg(feature = "whole")]
    UserLines(memberferry::SnapshotBuilder),
    #[cfg(feature = "whole")]
    Plan(Vec<u8>),
}

/// How far a reading is.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    bytes: u64,
    records: u64,
    kept: u64,
    set_aside: u64,
}

impl From<ReadProgress> for Progress {
    fn from(ReadProgress { bytes, records, kept, set_aside, .. }: ReadProgress) -> Self {
        Progress { bytes, records, kept, set_aside }
    }
}

impl Pushed {
    fn new(taking: Taking) -> Self {
        Pushed(Mutex::new(Some(taking)))
    }

    pub fn contacts(options: &[u8]) -> Outcome<Self> {
        let reader = ContactReader::new(argument(options)?).map_err(refused)?;
        Ok(Self::new(Taking::Contacts(reader.into())))
    }

    pub fn orders(options: &[u8]) -> Outcome<Self> {
        let reader = OrderReader::new(argument(options)?).map_err(refused)?;
        Ok(Self::new(Taking::Orders(reader.into())))
    }

    pub fn subscriptions(options: &[u8]) -> Outcome<Self> {
        let reader = SubscriptionReader::new(argument(options)?).map_err(refused)?;
        Ok(Self::new(Taking::Subscriptions(reader.into())))
    }

    #[cfg(feature = "whole")]
    pub fn sheet(options: &[u8]) -> Outcome<Self> {
        let reader = memberferry::SheetReader::new(argument(options)?).map_err(refused)?;
        Ok(Self::new(Taking::Sheet(reader.into())))
    }

    /// Takes related documents first; [`begin`](Self::begin) turns to the contacts.
    pub fn records(options: &[u8]) -> Self {
        Self::new(Taking::Related(Box::default(), options.to_vec()))
    }

    pub fn contact_lines() -> Self {
        Self::new(Taking::ContactLines(Contacts::new()))
    }

    #[cfg(feature = "whole")]
    pub fn user_lines() -> Self {
        Self::new(Taking::UserLines(memberferry::SnapshotBuilder::default()))
    }

    #[cfg(feature = "whole")]
    pub fn plan() -> Self {
        Self::new(Taking::Plan(Vec::new()))
    }

    /// Ends the related documents.
    pub fn begin(&self) -> Outcome<()> {
        let mut taking = locked(&self.0);
        match taking.take() {
            Some(Taking::Related(related, options)) => {
                let reader = RecordReader::new(argument(&options)?, *related).map_err(refused)?;
                *taking = Some(Taking::Records(reader.into()));
                Ok(())
            }
            _ => Err(internal()),
        }
    }

    /// Takes a chunk. What is finished was emptied, and takes nothing more.
    pub fn push(&self, chunk: &[u8]) -> Outcome<Progress> {
        let mut taking = locked(&self.0);
        let Some(taking) = taking.as_mut() else { return Err(refused(IntakeError::Empty)) };
        // Of what are no records there is nothing to tell.
        let no_records = ReadProgress::default();
        let progress = match taking {
            Taking::Contacts(reader) => reader.push(chunk).map(|()| reader.progress()).map_err(refused)?,
            Taking::Orders(reader) => reader.push(chunk).map(|()| reader.progress()).map_err(refused)?,
            Taking::Subscriptions(reader) => {
                reader.push(chunk).map(|()| reader.progress()).map_err(refused)?
            }
            Taking::Records(reader) => reader.push(chunk).map(|()| reader.progress()).map_err(refused)?,
            Taking::Related(related, _) => {
                related.add_json(chunk).map_err(refused)?;
                no_records
            }
            Taking::ContactLines(contacts) => {
                contacts.push_json_lines(chunk).map_err(refused)?;
                no_records
            }
            #[cfg(feature = "whole")]
            Taking::Sheet(reader) => reader.push(chunk).map(|()| reader.progress()).map_err(refused)?,
            #[cfg(feature = "whole")]
            Taking::UserLines(users) => {
                users.push_json_lines(chunk).map_err(refused)?;
                no_records
            }
            #[cfg(feature = "whole")]
            Taking::Plan(bytes) => {
                bytes.extend_from_slice(chunk);
                no_records
            }
        };
        Ok(progress.into())
    }

    /// Ends the input, and gives what was made of it.
    pub fn finish(&self) -> Outcome<Handle> {
        let taking = locked(&self.0).take().ok_or_else(|| refused(IntakeError::Empty))?;
        Ok(match taking {
            Taking::Contacts(reader) => Handle::Intake(Taken::of_contacts(reader.finish().map_err(refused)?)),
            Taking::Orders(reader) => Handle::Intake(Taken::of_orders(reader.finish().map_err(refused)?)),
            Taking::Subscriptions(reader) => {
                Handle::Intake(Taken::of_subscriptions(reader.finish().map_err(refused)?))
            }
            Taking::Records(reader) => Handle::Intake(Taken::of_contacts(reader.finish().map_err(refused)?)),
            Taking::Related(..) => return Err(internal()),
            Taking::ContactLines(contacts) => Handle::Contacts(contacts.into()),
            #[cfg(feature = "whole")]
            Taking::Sheet(reader) => Handle::Sheet(reader.finish().map_err(refused)?.into()),
            #[cfg(feature = "whole")]
            Taking::UserLines(users) => Handle::Snapshot(users.finish().map_err(refused)?.into()),
            #[cfg(feature = "whole")]
            Taking::Plan(bytes) => Handle::Plan(memberferry::Plan::from_bytes(&bytes).map_err(refused)?),
        })
    }

    /// Lets go of what was taken so far.
    pub fn drop_all(&self) {
        locked(&self.0).take();
    }
}
