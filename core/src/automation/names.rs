//! Names for what a blueprint adds to a site and a CRM: tags, webhooks, sequences. Does not know what they are for.

use std::collections::BTreeSet;

use super::BlueprintError;
use crate::offering::Offering;
use crate::{AutomationId, ItemName, TagName, WebhookId};

/// The most characters of an offering's or module's own name within a name that is made of it.
const CHARACTERS: usize = 40;

/// A text on one line, without white space at its ends, and not long.
pub(super) fn plain(text: &str) -> String {
    let on_one_line: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(CHARACTERS).collect();
    on_one_line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What an offering is called in names: its own name, or its id where that is blank.
pub(super) fn label(offering: &Offering) -> String {
    let name = plain(&offering.name);
    if name.is_empty() { plain(offering.id.as_str()) } else { name }
}

/// A tag of a name that is not taken.
pub(super) fn free_tag(name: &str, taken: &mut BTreeSet<TagName>) -> Result<TagName, BlueprintError> {
    let mut tag = TagName::new(name)?;
    let mut number = 2_u32;
    while taken.contains(&tag) {
        tag = TagName::new(&format!("{name} {number}"))?;
        number = number.saturating_add(1);
    }
    taken.insert(tag.clone());
    Ok(tag)
}

/// An id for a webhook that is not taken.
pub(super) fn free_webhook(name: &str, taken: &mut BTreeSet<WebhookId>) -> Result<WebhookId, BlueprintError> {
    let mut id = WebhookId::new(name)?;
    let mut number = 2_u32;
    while taken.contains(&id) {
        id = WebhookId::new(&format!("{name}-{number}"))?;
        number = number.saturating_add(1);
    }
    taken.insert(id.clone());
    Ok(id)
}

/// An id for an automation that is not taken.
pub(super) fn free_automation(
    name: &str,
    taken: &BTreeSet<&AutomationId>,
) -> Result<AutomationId, BlueprintError> {
    let mut id = AutomationId::new(name)?;
    let mut number = 2_u32;
    while taken.contains(&id) {
        id = AutomationId::new(&format!("{name}-{number}"))?;
        number = number.saturating_add(1);
    }
    Ok(id)
}

/// The name of something in the CRM.
pub(super) fn item(name: &str) -> Result<ItemName, BlueprintError> {
    Ok(ItemName::new(name)?)
}
