//! The target: a membership site in a SQLite file. Does not know plans, journals or printing.
//!
//! - [`Target`]: the open database; `snapshot` reads every user of it.
//! - `change`: carries out one batch of operations in one transaction.
//! - `take_back`: what of it undoes an earlier run.
//! - `seed`: who is there already when the sample's site is made.

mod change;
mod seed;
mod snapshot;
mod take_back;

use std::path::Path;

use anyhow::{Context as _, bail};
use memberferry::Snapshot;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

pub use change::{Backup, Checks, Done};
pub use seed::Seed;

/// The mark of this program's databases, as in `schema.sql`.
const APPLICATION_ID: i64 = 1_296_454_233;

/// The open database.
pub struct Target {
    connection: Connection,
}

impl Target {
    /// Opens a database to write to; makes it, with those who are there already, if it is not there.
    pub fn open(path: &Path, seed: Seed) -> anyhow::Result<Self> {
        let connection = Connection::open(path)?;
        let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
        if mode != "wal" {
            bail!("the file system does not let SQLite keep a write-ahead log");
        }
        // What is committed has to outlast a power cut: the journal says so.
        connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")?;
        Target { connection }.prepared(seed)
    }

    /// Opens a database to look at. One that is not there is shown as it would be made, and is not made.
    pub fn look_at(path: &Path, seed: Seed) -> anyhow::Result<Self> {
        if !path.try_exists()? || std::fs::metadata(path)?.len() == 0 {
            return Target { connection: Connection::open_in_memory()? }.prepared(seed);
        }
        // A reader without the right to write leaves the files of the log behind, which it has to make in order to read.
        // Where a killed run left a log, nothing is moved from it into the database: looking changes nothing.
        let has_log = crate::arguments::with_ending(path, "-wal").try_exists()?;
        let right =
            if has_log { OpenFlags::SQLITE_OPEN_READ_ONLY } else { OpenFlags::SQLITE_OPEN_READ_WRITE };
        let connection = Connection::open_with_flags(path, right | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        connection.execute_batch("PRAGMA query_only = ON;")?;
        let target = Target { connection };
        if target.is_blank()? {
            return Target { connection: Connection::open_in_memory()? }.prepared(seed);
        }
        target.check_owner()?;
        Ok(target)
    }

    /// Makes the tables and the first users in one transaction, so that a crash leaves all of it or nothing.
    fn prepared(mut self, seed: Seed) -> anyhow::Result<Self> {
        if self.is_blank()? {
            let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            transaction.execute_batch(include_str!("schema.sql")).context("the tables cannot be made")?;
            seed::plant(&transaction, seed)?;
            transaction.commit()?;
        }
        self.check_owner()?;
        Ok(self)
    }

    fn is_blank(&self) -> rusqlite::Result<bool> {
        self.connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))
    }

    fn check_owner(&self) -> anyhow::Result<()> {
        let owner: i64 = self.connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
        if owner != APPLICATION_ID {
            bail!("it is a database of another program");
        }
        Ok(())
    }

    /// Every user, as they are now.
    pub fn snapshot(&self) -> anyhow::Result<Snapshot> {
        snapshot::take(&self.connection)
    }

    /// Whether anything of a plan was carried out here.
    pub fn knows(&self, plan: &str) -> anyhow::Result<bool> {
        Ok(self.connection.prepare("SELECT 1 FROM applied_operations WHERE plan = ?1")?.exists([plan])?)
    }

    /// Writes a copy of the whole database, complete or not at all.
    pub fn back_up(&self, to: &Path) -> anyhow::Result<()> {
        let temporary = crate::arguments::with_ending(to, ".tmp");
        if temporary.try_exists()? {
            std::fs::remove_file(&temporary)?;
        }
        let name = temporary.to_str().context("the name of the backup is not Unicode")?;
        self.connection.execute("VACUUM INTO ?1", [name])?;
        std::fs::File::open(&temporary)?.sync_all()?;
        std::fs::rename(&temporary, to)?;
        Ok(())
    }
}
