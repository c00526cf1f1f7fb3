//! A plan being carried out.

use ext_php_rs::prelude::*;
use memberferry::ops::{At, Outcomes};
use memberferry::{RunOptions, Secret};

use crate::boundary::{Bytes, HANDLE, Text, argument, refused, work, written};
use crate::contacts::Contacts;
use crate::plan::Plan;
use crate::snapshot::Snapshot;

/// Operations to be carried out in order.
#[php_class]
#[php(name = "Memberferry\\Native\\Batch", flags = HANDLE)]
pub struct Batch {
    inner: memberferry::Batch,
}

#[php_impl]
impl Batch {
    /// How many operations there are.
    pub fn length(&self) -> usize {
        self.inner.operations.len()
    }

    /// The batch.
    pub fn document(&self) -> PhpResult<Text> {
        written(|| Ok(&self.inner))
    }
}

/// The passwords of a plan's new users, none of which it gives out: a run does, for the batch in hand.
#[php_class]
#[php(name = "Memberferry\\Native\\Passwords", flags = HANDLE)]
pub struct Passwords {
    inner: memberferry::Passwords<'static>,
}

#[php_impl]
impl Passwords {
    pub fn __construct(plan: &Plan, contacts: &Contacts, seed: &str) -> PhpResult<Self> {
        let (plan, contacts) = (&plan.inner, contacts.inner.clone());
        let inner =
            work(|| memberferry::Passwords::shared(plan, contacts, Secret::new(seed)).map_err(refused))?;
        Ok(Passwords { inner })
    }
}

/// A password for a user. It shows itself to whoever calls `expose`, and to nobody else.
#[php_class]
#[php(name = "Memberferry\\Native\\NewPassword", flags = HANDLE)]
pub struct NewPassword {
    inner: memberferry::NewPassword,
}

#[php_impl]
impl NewPassword {
    /// `hash`, to be stored as it is, or `plaintext`, to be hashed as the target does.
    pub fn kind(&self) -> &'static str {
        self.inner.name()
    }

    /// The secret itself. Whoever calls this answers for where it goes.
    pub fn expose(&self) -> &str {
        self.inner.secret().expose()
    }
}

/// A plan being carried out.
#[php_class]
#[php(name = "Memberferry\\Native\\Run", flags = HANDLE)]
pub struct Run {
    inner: memberferry::Run,
    /// Of a run that was started: the first line of its journal.
    opening: Vec<u8>,
    /// Of a run that goes on: how many bytes of its journal are whole lines.
    valid_bytes: usize,
    torn: Option<memberferry::Issue>,
}

#[php_impl]
impl Run {
    /// Starts.
    pub fn start(plan: &Plan, options: Bytes<'_>, at: Bytes<'_>) -> PhpResult<Self> {
        let (inner, opening) = work(|| {
            let (options, at): (RunOptions, At) = (argument(&options)?, argument(&at)?);
            memberferry::Run::start(&plan.inner, &options, at.at).map_err(refused)
        })?;
        Ok(Run { inner, opening, valid_bytes: 0, torn: None })
    }

    /// Goes on where a journal ends.
    pub fn resume(plan: &Plan, journal: Bytes<'_>, options: Bytes<'_>) -> PhpResult<Self> {
        let resumed = work(|| {
            let options: RunOptions = argument(&options)?;
            memberferry::Run::resume(&plan.inner, &journal, &options).map_err(refused)
        })?;
        let memberferry::Resumed { run: inner, valid_bytes, torn, .. } = resumed;
        Ok(Run { inner, opening: Vec::new(), valid_bytes, torn })
    }

    /// The first line of the journal of a run that was started.
    pub fn opening(&self) -> Text {
        Text::new(&*self.opening)
    }

    /// How many bytes of the journal of a run that goes on are whole lines.
    pub fn valid_bytes(&self) -> usize {
        self.valid_bytes
    }

    /// What is to be said of a line that was cut off.
    pub fn torn(&self) -> PhpResult<Option<Text>> {
        self.torn.as_ref().map(|torn| written(|| Ok(torn))).transpose()
    }

    /// The operations to carry out next, if there are any.
    pub fn next_batch(&mut self) -> PhpResult<Option<Batch>> {
        let batch = work(|| Ok(self.inner.next_batch()))?;
        Ok(batch.map(|inner| Batch { inner }))
    }

    /// Takes the outcomes of the batch in hand; gives the lines to add to the journal.
    pub fn record(&mut self, batch: &Batch, outcomes: Bytes<'_>) -> PhpResult<Text> {
        work(|| {
            let Outcomes { outcomes, at } = argument(&outcomes)?;
            self.inner.record(&batch.inner, &outcomes, at).map(Text::new).map_err(refused)
        })
    }

    /// The password that an operation of the batch in hand needs, by its place in the batch.
    pub fn password(
        &mut self,
        batch: &Batch,
        place: usize,
        passwords: &Passwords,
    ) -> PhpResult<Option<NewPassword>> {
        let password = work(|| self.inner.password(&batch.inner, place, &passwords.inner).map_err(refused))?;
        Ok(password.map(|inner| NewPassword { inner }))
    }

    /// Gives the run up; gives the line to add to the journal.
    pub fn abort(&mut self, at: Bytes<'_>) -> PhpResult<Text> {
        work(|| {
            let at: At = argument(&at)?;
            self.inner.abort(at.at).map(Text::new).map_err(refused)
        })
    }

    /// How the run stands.
    pub fn status(&self) -> PhpResult<Text> {
        written(|| Ok(self.inner.status()))
    }

    /// How far the run is.
    pub fn progress(&self) -> PhpResult<Text> {
        written(|| Ok(self.inner.progress()))
    }

    /// The plan that takes this run back on a target as it is now.
    pub fn rollback_plan(&self, snapshot: &Snapshot, at: Bytes<'_>) -> PhpResult<Plan> {
        let inner = work(|| {
            let at: At = argument(&at)?;
            self.inner.rollback_plan(&snapshot.inner, at.at).map_err(refused)
        })?;
        Ok(Plan { inner })
    }
}
