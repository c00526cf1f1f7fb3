//! Every place of a site document that names a tag. Does not know which tags exist.

use super::SiteDocument;
use crate::operation::CustomOperation;
use crate::{Location, TagName};

/// One place that names a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagReference<'a> {
    /// The tag.
    pub tag: &'a TagName,
    /// The place: `pages[2].rule.tags[0]`.
    pub location: Location,
    /// Whether naming it there declares it: in `tags`, in an offering, in a module, as what sets a webhook off, in a split test, which makes
    /// its own tags.
    pub declares: bool,
}

/// Every place that names a tag of the site, in document order. The tag map is not among them: it speaks of the source's
/// tags, and of what they become; nor are automations, which are the CRM's.
pub fn tag_references(document: &SiteDocument) -> Vec<TagReference<'_>> {
    let mut references = Vec::new();
    let mut name = |tag, location, declares| references.push(TagReference { tag, location, declares });
    for (index, tag) in document.tags.iter().enumerate() {
        name(tag, Location::default().key("tags").index(index), true);
    }
    for (index, tag) in document.forbid.iter().enumerate() {
        name(tag, Location::default().key("forbid").index(index), false);
    }
    for (index, offering) in document.offerings.iter().enumerate() {
        let place = Location::default().key("offerings").index(index);
        for (field, tag) in offering.tags() {
            name(tag, place.clone().key(field), true);
        }
        for (index, module) in offering.modules.iter().enumerate() {
            if let Some(tag) = &module.access_tag {
                name(tag, place.clone().key("modules").index(index).key("accessTag"), true);
            }
        }
    }
    for (index, page) in document.pages.iter().enumerate() {
        let place = Location::default().key("pages").index(index);
        if let Some(rule) = &page.rule {
            rule.walk_placed(&place.clone().key("rule"), &mut |rule, place| {
                for (index, tag) in rule.tags().iter().enumerate() {
                    name(tag, place.clone().key("tags").index(index), false);
                }
            });
        }
        for (index, tag) in page.forbid.iter().enumerate() {
            name(tag, place.clone().key("forbid").index(index), false);
        }
    }
    for (index, webhook) in document.webhooks.iter().enumerate() {
        let place = Location::default().key("webhooks").index(index);
        if let Some(tag) = &webhook.tag {
            name(tag, place.clone().key("tag"), true);
        }
        for (index, tag) in webhook.operation.tags().iter().enumerate() {
            name(
                tag,
                place.clone().key("operation").key("tags").index(index),
                makes_tags(&webhook.operation),
            );
        }
    }
    for (index, form) in document.forms.iter().enumerate() {
        let place = Location::default().key("forms").index(index).key("operations");
        for (index, operation) in form.operations.iter().enumerate() {
            for (tag, named) in operation.tags().iter().enumerate() {
                name(named, place.clone().index(index).key("tags").index(tag), makes_tags(operation));
            }
        }
    }
    references
}

/// Whether the tags of an operation are there because of it.
fn makes_tags(operation: &CustomOperation) -> bool {
    matches!(operation, CustomOperation::SplitTest { .. })
}
