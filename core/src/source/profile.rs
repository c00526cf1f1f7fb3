//! What is known of one system's exports, as data. A profile holds no code: the reader is the same for all of them.

use serde::Serialize;

use super::payment_rules::{PLAIN, PaymentRules};
use super::{Field, RecordKind};
use crate::contact::MarketingStatus;

/// How well something is evidenced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// A third party's reconstruction, or one unconfirmed claim.
    Low,
    /// A real reader of the export, or the vendor's label without proof that the export prints exactly that.
    Medium,
    /// Seen in a file, in the source code that writes it, or in the vendor's documentation.
    High,
}

/// What a profile's column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A field of the contact.
    Field(Field),
    /// Kept as a custom field under its own name.
    Custom,
    /// Left out: it holds a secret or an identity number that must not be copied on.
    Sensitive,
}

/// One column of an export.
#[derive(Clone, Copy, Debug)]
pub struct Header {
    /// The column's name, exactly as written.
    pub name: &'static str,
    /// What it is for.
    pub meaning: Use,
    /// Whether few other systems have a column of this name, so that it tells the source.
    pub telling: bool,
    /// How well the name is evidenced.
    pub confidence: Confidence,
}

/// One kind of export that a system writes.
#[derive(Clone, Copy, Debug)]
pub struct Variant {
    /// A stable name within the profile.
    pub id: &'static str,
    /// How the file's name starts, where that tells the variant.
    pub file_names: &'static [&'static str],
    /// A column that only this variant of the profile has; where it stands, the variant is settled.
    pub settled_by: &'static [&'static str],
    /// All the columns of the variant, where it has no others; a file of just these is settled.
    pub exactly: &'static [&'static str],
    /// The marketing status of everybody in the file, where the file and not a column says it.
    pub status: Option<MarketingStatus>,
}

/// How the tags of one cell are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TagCell {
    /// What stands between two tags.
    pub separator: &'static str,
    /// What stands between two tags in a cell without `separator`, where the source is said to write either.
    pub otherwise: Option<&'static str>,
    /// Whether a tag may stand in double quotes within the cell and hold the separator.
    pub quoted: bool,
}

/// Which of day and month comes first in `3/4/2024`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DayOrder {
    /// 3 April 2024 is `3/4/2024`.
    DayFirst,
    /// 3 April 2024 is `4/3/2024`.
    MonthFirst,
}

/// Everything known of one system's exports of one kind of records.
#[derive(Clone, Copy, Debug)]
pub struct Profile {
    /// A stable name; a system has the same for every kind of records.
    pub id: &'static str,
    /// What the records of these exports are.
    pub kind: RecordKind,
    /// The system's name, for people.
    pub name: &'static str,
    /// How well the column names are evidenced as a whole.
    pub confidence: Confidence,
    /// Where the knowledge comes from, one sentence each.
    pub evidence: &'static [&'static str],
    /// What is not known, one sentence each.
    pub not_evidenced: &'static [&'static str],
    /// The columns.
    pub headers: &'static [Header],
    /// Beginnings of column names that belong to the system, such as `mepr_`: custom fields of it.
    pub prefixes: &'static [&'static str],
    /// The beginning of column names behind which a custom field's own name stands, exactly as it is.
    pub custom_prefix: Option<&'static str>,
    /// What the system's tools put before the names of its columns, such as `meta:`: the column is known without it, too.
    pub wrappings: &'static [&'static str],
    /// Ends of column names that belong to the system, such as ` (metadata)`: custom fields of it. They do not tell the
    /// source.
    pub endings: &'static [&'static str],
    /// Columns that say what somebody has, unless another column stands in the file, named first, by which they say what somebody had:
    /// they are kept under their own names then.
    pub past: &'static [(&'static str, &'static str)],
    /// Columns that many systems have, and that tell the source where all of a group stand in one file.
    pub together: &'static [&'static [&'static str]],
    /// The systems to whose exports this one's columns are added, by id: where it is recognised, they are not.
    pub over: &'static [&'static str],
    /// The kinds of export. The first is taken where nothing settles it.
    pub variants: &'static [Variant],
    /// How the tags of a cell are told apart.
    pub tags: TagCell,
    /// How several ids in one cell are told apart, where the system always writes the same; else by comma, semicolon or bar.
    pub ids: Option<TagCell>,
    /// Where the roles on the site are read as tags too: where no column holds tags.
    pub roles_are_tags: bool,
    /// Whether the system writes its columns' names in the language of the account, so that a field is found by other names
    /// too.
    pub is_translated: bool,
    /// The order of day and month, where the system always writes the same.
    pub day_order: Option<DayOrder>,
    /// The zone of dates without one, where the system always writes the same.
    pub zone: Option<&'static str>,
    /// The system's words for a marketing status, compared without regard to case. Where there are none, no column is
    /// taken for one by its name: the state of a membership or of a user is no consent to mail.
    pub statuses: &'static [(&'static str, MarketingStatus)],
    /// Whether what the exports hold was settled before it was written, and is taken as it stands: HTML is text there, and
    /// telephone numbers and countries stay as they are.
    pub is_exact: bool,
    /// How orders and subscriptions are written.
    pub payments: PaymentRules,
    /// Further words, which say something of mail only in a column whose name speaks of mail: anywhere else `active` may
    /// well be the state of a membership.
    pub statuses_of_mail: &'static [(&'static str, MarketingStatus)],
}

/// A system of which nothing is known: what a profile does not say is taken from here.
pub(super) const BLANK: Profile = Profile {
    id: "",
    kind: RecordKind::Contacts,
    name: "",
    confidence: Confidence::Low,
    evidence: &[],
    not_evidenced: &[],
    headers: &[],
    prefixes: &[],
    custom_prefix: None,
    wrappings: &[],
    endings: &[],
    past: &[],
    together: &[],
    over: &[],
    variants: &[Variant::CONTACTS],
    tags: TagCell { separator: ",", otherwise: None, quoted: true },
    ids: None,
    roles_are_tags: false,
    is_translated: false,
    day_order: None,
    zone: None,
    statuses: &[],
    is_exact: false,
    payments: PLAIN,
    statuses_of_mail: &[],
};

/// A well evidenced column that many systems have too.
pub(super) const fn common(name: &'static str, field: Field) -> Header {
    Header { name, meaning: Use::Field(field), telling: false, confidence: Confidence::High }
}

/// A well evidenced column that tells the source.
pub(super) const fn telling(name: &'static str, field: Field) -> Header {
    Header { name, meaning: Use::Field(field), telling: true, confidence: Confidence::High }
}

/// A well evidenced column that is kept under its own name.
pub(super) const fn kept(name: &'static str) -> Header {
    Header { name, meaning: Use::Custom, telling: false, confidence: Confidence::High }
}

/// A well evidenced column that is kept under its own name and tells the source.
pub(super) const fn kept_telling(name: &'static str) -> Header {
    Header { name, meaning: Use::Custom, telling: true, confidence: Confidence::High }
}

/// A well evidenced column that must not be copied on.
pub(super) const fn sensitive(name: &'static str) -> Header {
    Header { name, meaning: Use::Sensitive, telling: false, confidence: Confidence::High }
}

/// A well evidenced column that must not be copied on and tells the source.
pub(super) const fn sensitive_telling(name: &'static str) -> Header {
    Header { name, meaning: Use::Sensitive, telling: true, confidence: Confidence::High }
}

impl Variant {
    /// The only kind of contact export that is known of a system.
    pub(crate) const CONTACTS: Variant = Variant::named("contacts");

    /// An export that nothing but its system tells.
    pub(super) const fn named(id: &'static str) -> Variant {
        Variant { id, file_names: &[], settled_by: &[], exactly: &[], status: None }
    }

    /// An export that has columns of its own.
    pub(super) const fn settled_by(id: &'static str, columns: &'static [&'static str]) -> Variant {
        Variant { id, settled_by: columns, ..Variant::CONTACTS }
    }
}

impl Header {
    /// The same column, evidenced less well.
    pub(super) const fn with_confidence(mut self, confidence: Confidence) -> Header {
        self.confidence = confidence;
        self
    }
}
