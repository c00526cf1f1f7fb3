//! What is wrong with an input, or was decided.

use std::sync::Arc;

use ext_php_rs::prelude::*;

use crate::boundary::{HANDLE, Text, written};

/// What is wrong with an input, or was decided.
#[php_class]
#[php(name = "Memberferry\\Native\\Issues", flags = HANDLE)]
pub struct Issues {
    pub inner: Arc<memberferry::Issues>,
}

impl From<memberferry::Issues> for Issues {
    fn from(issues: memberferry::Issues) -> Self {
        Issues { inner: Arc::new(issues) }
    }
}

#[php_impl]
impl Issues {
    /// How many there are.
    pub fn length(&self) -> usize {
        self.inner.len()
    }

    /// Some of them, from a place on.
    pub fn part(&self, first: usize, count: usize) -> PhpResult<Text> {
        let places = first..first.saturating_add(count).min(self.inner.len());
        written(|| Ok(places.filter_map(|place| self.inner.get(place)).collect::<Vec<_>>()))
    }

    /// How many there are of each code, kept or not.
    pub fn counts(&self) -> PhpResult<Text> {
        written(|| Ok(self.inner.counts()))
    }
}
