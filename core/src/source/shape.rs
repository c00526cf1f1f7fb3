//! What is known of the JSON objects in which a system's API gives its contacts, as data. A shape holds no code: the reader
//! is the same for all of them.

use super::{Confidence, Field};
use crate::contact::MarketingStatus;

/// One kind of JSON object that holds a contact.
///
/// A path is written as in an issue, `address.city`; `[]` stands for any element of a list, and `[EMAIL1]` for the element that
/// the list's key member calls so.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// A stable name within the profile.
    pub id: &'static str,
    /// The system's profile, whose words for a status and whose zone hold here too.
    pub profile: &'static str,
    /// How well the members' names are evidenced as a whole.
    pub confidence: Confidence,
    /// Where the knowledge comes from, one sentence each.
    pub evidence: &'static [&'static str],
    /// What is not known, one sentence each.
    pub not_evidenced: &'static [&'static str],
    /// Members that tell the shape where all of a group stand in one object.
    pub(crate) telling: &'static [&'static [&'static str]],
    /// What members hold. Of several for one field, the first that is not blank counts.
    pub(crate) members: &'static [Member],
    /// Further members of the object, kept under their own names.
    pub(crate) kept: &'static [&'static str],
    /// Words for a marketing status besides the profile's.
    pub(crate) statuses: &'static [(&'static str, MarketingStatus)],
}

/// What the member at a path holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member {
    pub(crate) path: &'static str,
    pub(crate) meaning: Meaning,
}

/// What a member holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A field of the contact. Several marketing statuses of one object are one statement: the strictest.
    Field(Field),
    /// A date in whole seconds since 1970-01-01T00:00:00Z, as a number or as text.
    Seconds(Field),
    /// Kept as a custom field under this name.
    Kept(&'static str),
    /// Left out: a secret or a number that must not be copied on.
    Sensitive,
    /// Tags.
    Tags(Tags),
    /// Tags, where the member of this name holds this word.
    TagsIf(&'static str, &'static str, Tags),
    /// A list of ids: each element is one, or has one in its member `id`.
    Ids(Field),
    /// An object whose members are custom fields, each named as its key and this ending.
    CustomFields(&'static str),
    /// A list of custom fields: each element has the field's id in the first member and its value in the second.
    CustomList(&'static str, &'static str),
    /// A list of objects, told apart by this member of theirs; by none, where that is blank.
    Keyed(&'static str),
    /// A flag or a count: any value but these means at least this status.
    Unless(&'static [&'static str], MarketingStatus),
}

/// How tags are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tags {
    /// Whether they are written as names or as ids.
    pub(crate) are: TagText,
    /// The member of each element that holds it, where elements are objects.
    pub(crate) member: &'static str,
    /// What stands between two of them where they are one text.
    pub(crate) separator: &'static str,
}

/// What stands for a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TagText {
    /// Its name.
    Names,
    /// Its id; the name stands elsewhere.
    Ids,
}

/// Tags by their names.
pub(super) const NAMES: Tags = Tags { are: TagText::Names, member: "name", separator: "," };
/// Tags by their ids.
pub(super) const IDS: Tags = Tags { are: TagText::Ids, member: "id", separator: "," };

/// A member that holds a field.
pub(super) const fn field(path: &'static str, field: Field) -> Member {
    Member { path, meaning: Meaning::Field(field) }
}

/// A member that holds something else.
pub(super) const fn member(path: &'static str, meaning: Meaning) -> Member {
    Member { path, meaning }
}

/// A member that is kept under another name than its path.
pub(super) const fn kept(path: &'static str, name: &'static str) -> Member {
    Member { path, meaning: Meaning::Kept(name) }
}

/// A member that is never copied on.
pub(super) const fn sensitive(path: &'static str) -> Member {
    Member { path, meaning: Meaning::Sensitive }
}

/// Something that records name by its id and that stands in a list of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RelatedKind {
    /// A tag of a contact.
    ContactTag,
    /// A contact's status on a list.
    ContactList,
    /// A contact's value of a custom field.
    FieldValue,
    /// A tag's name.
    Tag,
    /// A custom field's name.
    CustomField,
}

/// The members by which an element of a related list is known. The first kind whose members are all there is taken.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Related {
    pub(crate) kind: RelatedKind,
    /// The member with the contact's, tag's or field's own id.
    pub(crate) id: &'static str,
    /// The member with the tag's or field's id, the status, or the name.
    pub(crate) value: &'static str,
    /// Further members that must be there.
    pub(crate) with: &'static [&'static str],
}

impl Shape {
    /// A shape of which nothing is known.
    pub(super) const BLANK: Shape = Shape {
        id: "",
        profile: "",
        confidence: Confidence::High,
        evidence: &[],
        not_evidenced: &[],
        telling: &[],
        members: &[],
        kept: &[],
        statuses: &[],
    };
}
