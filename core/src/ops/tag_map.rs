//! `site.propose-tag-map`. Does not know which tags are alike.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::held::Held;
use super::reply::Outcome;
use crate::{Contact, TagMapEntry};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Propose {
    /// The site document.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// The source's people.
    #[serde(default)]
    contacts: Option<Vec<Contact>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ProposeTagMapAnswer {
    /// Entries to look at and to add to the site document, in the order of the site's tags.
    tag_map: Vec<TagMapEntry>,
}

/// Proposes entries for a site's tag map.
pub fn propose(request: Propose, held: &Held<'_>) -> Outcome<ProposeTagMapAnswer> {
    let site = held.site(request.site.as_ref())?;
    let contacts = held.contacts(request.contacts)?;
    Ok(ProposeTagMapAnswer { tag_map: site.propose_tag_map(contacts.tag_book().names()) })
}
