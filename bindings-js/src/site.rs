//! A checked site, and who gets to see which of its pages. Does not know the rules.

use std::sync::Arc;

use memberferry::ops::At;
use memberferry::{AccessTable, Site};
use serde::{Deserialize, Serialize};

use crate::guard::{Outcome, argument, refused, written};
use crate::handle::{Handle, Lent};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Page {
    page: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Size {
    members: usize,
    pages: usize,
}

/// Reads and checks a site document.
pub fn site(document: &[u8]) -> Outcome<Handle> {
    Ok(Handle::Site(Site::from_json(document).map_err(refused)?.into()))
}

/// Who of the contacts gets to see which page at an instant.
pub fn decide_all(at: &[u8], lent: Lent<'_>) -> Outcome<Handle> {
    let At { at, .. } = argument(at)?;
    let table = lent.site()?.decide_all(lent.contacts()?, at).map_err(refused)?;
    Ok(Handle::Access(Arc::new(table)))
}

/// The number of members and of pages.
pub fn size(table: &AccessTable) -> Outcome<Vec<u8>> {
    written(Size { members: table.member_count(), pages: table.page_count() })
}

/// A bit for each member who gets to see a page, the first in the lowest bit of the first byte.
pub fn bitmap(page: &[u8], table: &AccessTable) -> Outcome<Vec<u8>> {
    let Page { page } = argument(page)?;
    Ok(table.bitmap(page).iter().flat_map(|word| word.to_le_bytes()).collect())
}
