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
    let tag = free(name, " ", TagName::new, |tag| taken.contains(tag))?;
    taken.insert(tag.clone());
    Ok(tag)
}

/// An id for a webhook that is not taken.
pub(super) fn free_webhook(name: &str, taken: &mut BTreeSet<WebhookId>) -> Result<WebhookId, BlueprintError> {
    let id = free(name, "-", WebhookId::new, |id| taken.contains(id))?;
    taken.insert(id.clone());
    Ok(id)
}

/// An id for an automation that is not taken.
pub(super) fn free_automation(
    name: &str,
    taken: &BTreeSet<&AutomationId>,
) -> Result<AutomationId, BlueprintError> {
    Ok(free(name, "-", AutomationId::new, |id| taken.contains(id))?)
}

/// The first that is not taken of a name, the name with a 2 behind it, and so on.
fn free<T, E>(
    name: &str,
    separator: &str,
    make: impl Fn(&str) -> Result<T, E>,
    is_taken: impl Fn(&T) -> bool,
) -> Result<T, E> {
    let mut made = make(name)?;
    let mut number = 2_u32;
    while is_taken(&made) {
        made = make(&format!("{name}{separator}{number}"))?;
        number = number.saturating_add(1);
    }
    Ok(made)
}

/// The name of something in the CRM.
pub(super) fn item(name: &str) -> Result<ItemName, BlueprintError> {
    Ok(ItemName::new(name)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let mut taken = BTreeSet::new();
        let names: Vec<String> =
            (0..3).map(|_| free_tag("Gold: Release", &mut taken).unwrap().as_str().to_owned()).collect();
        assert_eq!(names, ["Gold: Release", "Gold: Release 2", "Gold: Release 3"]);
    }

    #[test]
    fn what_makes_names_is_short_and_on_one_line() {
        assert_eq!(plain("  Water\ncolour  "), "Water colour");
        assert_eq!(plain(&"é".repeat(300)).chars().count(), CHARACTERS);
    }
}
