//! AccessAlly: members as its wizard takes them. No header row of it is evidenced; columns are found by alias.

use super::Field;
use super::profile::{BLANK, Confidence, Header, Profile, Variant, common};

const HEADERS: &[Header] = &[
    common("First Name", Field::FirstName),
    common("Last Name", Field::LastName),
    common("Email", Field::Email),
];

/// What is known of AccessAlly's files of members.
pub const PROFILE: Profile = Profile {
    id: "accessally",
    name: "AccessAlly",
    confidence: Confidence::Low,
    evidence: &[
        "the vendor's help: the wizard takes a CSV in which every user has a contact id of their own",
        "the vendor's help: a file of team members has `First Name`, `Last Name` and `Email`",
        "the vendor's help: tags have an id and a name",
    ],
    not_evidenced: &[
        "the wizard's own header row: it maps the columns of any file",
        "the separator of tags (a comma is assumed)",
        "marketing consent: no column of it is known, so nobody becomes mailable by it",
        "encoding, and the form of the dates and their time zone",
    ],
    headers: HEADERS,
    variants: &[
        Variant { id: "wizard", ..Variant::CONTACTS },
        Variant { id: "team", exactly: &["First Name", "Last Name", "Email"], ..Variant::CONTACTS },
    ],
    ..BLANK
};
