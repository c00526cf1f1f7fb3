//! MemberPress: the members export of the WordPress plugin. Memberships stand as product ids and are read as tags.

use super::Field;
use super::profile::{
    BLANK, Confidence, Header, Profile, TagCell, Variant, common, kept, kept_telling, sensitive, telling,
};

const HEADERS: &[Header] = &[
    common("ID", Field::ExternalId),
    common("username", Field::Username),
    common("email", Field::Email),
    common("name", Field::FullName),
    common("first_name", Field::FirstName),
    common("last_name", Field::LastName),
    kept_telling("txn_count"),
    kept_telling("active_txn_count"),
    kept_telling("expired_txn_count"),
    kept_telling("trial_txn_count"),
    kept_telling("sub_count"),
    kept_telling("active_sub_count"),
    kept_telling("pending_sub_count"),
    kept_telling("suspended_sub_count"),
    kept_telling("cancelled_sub_count"),
    kept_telling("latest_txn_date"),
    kept_telling("first_txn_date"),
    kept("status"),
    telling("memberships", Field::Tags),
    kept_telling("inactive_memberships"),
    kept("last_login_date"),
    kept("login_count"),
    kept("total_spent"),
    telling("registered", Field::CreatedAt),
    telling("mepr-address-one", Field::AddressLine1),
    telling("mepr-address-two", Field::AddressLine2),
    telling("mepr-address-city", Field::City),
    telling("mepr-address-country", Field::Country),
    telling("mepr-address-state", Field::Region),
    telling("mepr-address-zip", Field::PostalCode),
    kept_telling("mepr_vat_customer_type"),
    kept_telling("mepr_vat_number"),
    // What its importer takes.
    common("role", Field::Roles),
    sensitive("password"),
    kept("website"),
];

/// What is known of MemberPress's members export.
pub const PROFILE: Profile = Profile {
    id: "memberpress",
    name: "MemberPress",
    confidence: Confidence::High,
    evidence: &[
        "the plugin's source code that writes the file, versions 1.3.36 of 2018 and 1.12.11 of 2025",
        "the vendor's help: the columns that its importer of users takes",
    ],
    not_evidenced: &[
        "marketing consent: the export has none, so nobody becomes mailable by it",
        "whether older versions list only the active memberships",
    ],
    headers: HEADERS,
    prefixes: &["mepr_", "mepr-", "_mepr_"],
    variants: &[
        Variant { id: "members", file_names: &["members-"], ..Variant::CONTACTS },
        Variant::settled_by("import", &["password"]),
    ],
    tags: TagCell { separator: ",", otherwise: None, quoted: false },
    zone: Some("UTC"),
    ..BLANK
};
