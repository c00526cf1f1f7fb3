//! What a target holds.

use std::sync::Arc;

use ext_php_rs::prelude::*;

use crate::boundary::{Bytes, HANDLE, Text, refused, work};

/// What a target holds.
#[php_class]
#[php(name = "Memberferry\\Native\\Snapshot", flags = HANDLE)]
pub struct Snapshot {
    pub inner: Arc<memberferry::Snapshot>,
}

#[php_impl]
impl Snapshot {
    /// How many users there are.
    pub fn length(&self) -> usize {
        self.inner.len()
    }

    /// The users as lines of JSON, in the order of their addresses' keys.
    pub fn json_lines(&self) -> PhpResult<Text> {
        work(|| Ok(Text::new(self.inner.to_json_lines())))
    }

    /// The name of these users, whoever took them.
    pub fn digest(&self) -> PhpResult<String> {
        work(|| Ok(self.inner.digest().as_str().to_owned()))
    }
}

/// A snapshot that is being put together.
#[php_class]
#[php(name = "Memberferry\\Native\\SnapshotBuilder", flags = HANDLE)]
pub struct SnapshotBuilder {
    builder: memberferry::SnapshotBuilder,
}

#[php_impl]
impl SnapshotBuilder {
    pub fn __construct() -> Self {
        SnapshotBuilder { builder: memberferry::SnapshotBuilder::default() }
    }

    /// Takes whole lines of JSON, one user each.
    pub fn push(&mut self, lines: Bytes<'_>) -> PhpResult<()> {
        work(|| self.builder.push_json_lines(&lines).map_err(refused))
    }

    /// What was put together. What is left is empty.
    pub fn finish(&mut self) -> PhpResult<Snapshot> {
        let inner = work(|| std::mem::take(&mut self.builder).finish().map_err(refused))?;
        Ok(Snapshot { inner: Arc::new(inner) })
    }
}
