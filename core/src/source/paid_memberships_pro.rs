//! Paid Memberships Pro: the members list of the WordPress plugin, and the file its importer takes. Levels of the list are
//! read as tags, but not those of former members; the state of a membership says nothing of mail.

use super::Field;
use super::profile::{
    BLANK, Confidence, DayOrder, Header, Profile, TagCell, Variant, common, kept, kept_telling, telling,
};

const HEADERS: &[Header] = &[
    // The importer.
    common("user_login", Field::Username),
    common("user_email", Field::Email),
    common("user_pass", Field::PasswordHash),
    common("first_name", Field::FirstName),
    common("last_name", Field::LastName),
    common("display_name", Field::FullName),
    common("role", Field::Roles),
    kept("membership_id"),
    kept_telling("membership_code_id"),
    kept_telling("membership_discount_code"),
    kept_telling("membership_initial_payment"),
    kept_telling("membership_billing_amount"),
    kept_telling("membership_cycle_number"),
    kept_telling("membership_cycle_period"),
    kept_telling("membership_billing_limit"),
    kept_telling("membership_trial_amount"),
    kept_telling("membership_trial_limit"),
    kept("membership_status"),
    kept("membership_startdate"),
    kept("membership_enddate"),
    telling("membership_subscription_transaction_id", Field::SubscriptionIds),
    kept_telling("membership_payment_transaction_id"),
    kept("membership_order_status"),
    kept("membership_gateway"),
    kept("membership_affiliate_id"),
    kept("membership_timestamp"),
    // The members list.
    common("id", Field::ExternalId),
    common("username", Field::Username),
    common("firstname", Field::FirstName),
    common("lastname", Field::LastName),
    common("email", Field::Email),
    kept("billing firstname"),
    kept("billing lastname"),
    common("address1", Field::AddressLine1),
    common("address2", Field::AddressLine2),
    common("city", Field::City),
    common("state", Field::Region),
    common("zipcode", Field::PostalCode),
    common("country", Field::Country),
    common("phone", Field::Phone),
    common("membership", Field::Tags),
    kept("fee"),
    kept("term"),
    kept("discount_code_id"),
    kept("discount_code"),
    common("subscription_transaction_id", Field::SubscriptionIds),
    kept("billing_amount"),
    kept("cycle_number"),
    kept("cycle_period"),
    kept("next_payment_date"),
    common("joined", Field::CreatedAt),
    kept("startdate"),
    kept("expires"),
    kept("ended"),
];

/// What is known of Paid Memberships Pro's files of members.
pub const PROFILE: Profile = Profile {
    id: "paid-memberships-pro",
    name: "Paid Memberships Pro",
    confidence: Confidence::High,
    evidence: &[
        "the source code that writes the members list: an early version, and one that exports in the background",
        "the source code and the example file of its importer: nineteen columns beside those of the user",
    ],
    not_evidenced: &[
        "marketing consent: neither file has it, so nobody becomes mailable by it",
        "the columns of the versions between, and those that other plugins add",
        "whether a membership whose `expires` has passed is still in force: the list of current members was written before it",
        "a form of dates that the site's own code chose",
        "whether `user_pass` holds a hash or the password itself: it is kept as a secret hash either way",
    ],
    headers: HEADERS,
    together: &[
        &["billing firstname", "billing lastname", "membership", "joined", "expires"],
        &["membership", "discount_code_id", "subscription_transaction_id", "cycle_number"],
    ],
    // The list of old members has `ended` in the place of `expires`.
    past: &[("ended", "membership")],
    over: &["wordpress"],
    variants: &[
        Variant { id: "members-list", file_names: &["members_list"], ..Variant::CONTACTS },
        Variant::settled_by("import", &["membership_initial_payment", "membership_billing_amount"]),
    ],
    // One level to a row, whose name may hold a comma.
    tags: TagCell { separator: "\n", otherwise: None, quoted: false },
    day_order: Some(DayOrder::MonthFirst),
    ..BLANK
};
