//! Memberium: a site's users with its user meta, exported by a tool for WordPress users. Tags are in the CRM.

use super::Field;
use super::profile::{
    BLANK, Confidence, Header, Profile, TagCell, common, kept, kept_telling, sensitive, telling,
};

const MEDIUM: Confidence = Confidence::Medium;

const HEADERS: &[Header] = &[
    telling("memberium_ac_contact_id", Field::ExternalId).with_confidence(MEDIUM),
    sensitive("m4ac/session").with_confidence(MEDIUM),
    kept_telling("memberium_roles").with_confidence(MEDIUM),
    telling("memberium_optout", Field::UnsubscribedAt).with_confidence(MEDIUM),
    sensitive("memberium_tokens").with_confidence(MEDIUM),
    kept_telling("memberium/session/updated").with_confidence(MEDIUM),
    kept("login_count").with_confidence(MEDIUM),
    kept("last_login_time").with_confidence(MEDIUM),
    kept("login_ip_address").with_confidence(MEDIUM),
    kept_telling("m4ac/groupaccount/parent_code").with_confidence(MEDIUM),
    // The columns of the tools that export WordPress users; the user's own number is not the contact's.
    kept("ID"),
    kept("source_user_id"),
    common("user_login", Field::Username),
    common("user_pass", Field::PasswordHash),
    kept("user_nicename"),
    common("user_email", Field::Email),
    kept("user_url"),
    common("user_registered", Field::CreatedAt),
    common("display_name", Field::FullName),
    common("first_name", Field::FirstName),
    common("last_name", Field::LastName),
    kept("user_status"),
    common("roles", Field::Roles),
    common("role", Field::Roles),
    common("wp_capabilities", Field::Roles).with_confidence(MEDIUM),
    sensitive("user_activation_key"),
    sensitive("session_tokens"),
];

/// What is known of the users of a Memberium site.
pub const PROFILE: Profile = Profile {
    id: "memberium",
    name: "Memberium for ActiveCampaign",
    confidence: MEDIUM,
    evidence: &[
        "the plugin's source code, version 1.192: the keys of its user meta",
        "the source code of the tools that export WordPress users, which print user meta as columns",
    ],
    not_evidenced: &[
        "an export of members by the plugin itself: there is none in the source that was read",
        "the user meta of Memberium for Keap",
        "the values of `memberium_optout`: anything but a plain no or a zero is taken for an opt-out, and nobody becomes mailable by \
         this export",
    ],
    headers: HEADERS,
    prefixes: &["memberium_", "memberium/", "memberium::", "m4ac/"],
    wrappings: &["meta:"],
    over: &["wordpress"],
    tags: TagCell { separator: ",", otherwise: None, quoted: false },
    zone: Some("UTC"),
    ..BLANK
};
