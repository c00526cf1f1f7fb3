"""What crosses the boundary, as records. Written by `cargo xtask codegen`; do not edit by hand."""

from __future__ import annotations

from collections import abc
from datetime import datetime
from typing import Any, Final, Literal, TypeAlias, Union

from ._record import Record

AccessReason: TypeAlias = Literal[
    "administrator",
    "public",
    "instant-access",
    "rule-met",
    "forbidden",
    "login-required",
    "not-enrolled",
    "tag-missing",
    "tag-present",
    "role-missing",
    "not-released",
    "not-yet",
    "over",
    "excluded",
    "rule-empty",
]
"""Why access is allowed or denied. The first four allow.

Where several things deny, the reason is the first of them in this order, whatever the order they are written in.
"""

Actor: TypeAlias = Literal[
    "outside",
    "automation",
    "site",
]
"""Who adds or removes something."""

AnchorKind: TypeAlias = Literal[
    "previous-release",
    "enrollment",
    "registration",
    "course-start",
    "instant",
    "purchase",
    "completion",
    "publication",
]

Answer: TypeAlias = Literal[
    "yes",
    "no",
    "not-applicable",
]
"""What was answered to one item."""

AutomationState: TypeAlias = Literal[
    "live",
    "paused",
]
"""Whether an automation runs."""

Bearing: TypeAlias = Literal[
    "fits",
    "needs-work",
    "not-yet",
    "keep-your-crm",
    "unknown",
]
"""What an answer of the quiz means for the move."""

BillingPart: TypeAlias = Literal[
    "subscriptions",
    "obligations",
    "actions",
    "unresolved",
    "issues",
]
"""A part of the answer."""

BillingSystem: TypeAlias = Literal[
    "accessally",
    "keap",
    "ontraport",
    "samcart",
    "thrivecart",
    "woocommerce",
    "memberpress",
    "paid-memberships-pro",
    "memberium",
    "stripe",
    "paypal",
    "other",
]
"""Where a subscription was taken out. On the wire the name of the profile that reads its exports."""

BillingTarget: TypeAlias = Literal[
    "managed",
    "crm-integrated",
]
"""What a site moves to."""

BillingUnit: TypeAlias = Literal[
    "day",
    "week",
    "month",
    "year",
]
"""The unit of a billing interval."""

Category: TypeAlias = Literal[
    "intake",
    "contact",
    "payment",
    "site",
    "automation",
    "plan",
    "run",
    "proof",
    "readiness",
    "usage",
    "internal",
]
"""The area a code belongs to; a host makes one exception class of each."""

CharacterClass: TypeAlias = Literal[
    "lower-case",
    "upper-case",
    "digit",
    "symbol",
]
"""A class of characters that a password may be required to hold."""

ChargerHandling: TypeAlias = Literal[
    "keep",
    "replace",
]
"""What the owner decides of the running subscriptions of a system."""

ChargerRole: TypeAlias = Literal[
    "today",
    "after-the-move",
]
"""Whether a charger is there already."""

ChecklistArea: TypeAlias = Literal[
    "fit",
    "recovery",
    "staging",
    "setup",
    "records",
]
"""What an item is about."""

ChecklistItem: TypeAlias = Literal[
    "crm-order-forms",
    "subscriptions-detected",
    "crm-automations",
    "teams",
    "crm-coupon-codes",
    "email-provider",
    "backup-administrator",
    "backup-administrator-tested",
    "database-access",
    "ftp-access",
    "backup-verified",
    "staging-site",
    "staging-own-database",
    "staging-not-indexed",
    "staging-licence",
    "staging-rehearsed",
    "release-timers",
    "emails-on",
    "delivery-service",
    "order-forms",
    "opt-in-forms",
    "processor",
    "webhook-log",
    "counts-documented",
    "test-contact",
    "ten-contacts",
]
"""One thing that has to be known or true before a migration is started. On the wire its kebab-case name. The order of the variants is that
of the checklist.
"""

ChecklistStatus: TypeAlias = Literal[
    "done",
    "failing",
    "not-applicable",
    "open",
    "old",
]
"""How an item stands."""

Code: TypeAlias = Literal[
    "input-empty",
    "input-binary",
    "header-missing",
    "preamble-passed-over",
    "email-column-missing",
    "input-not-json",
    "input-truncated",
    "records-missing",
    "limit-exceeded",
    "encoding-replaced",
    "encoding-mixed",
    "encoding-guessed",
    "nul-removed",
    "source-uncertain",
    "header-blank",
    "header-duplicate",
    "column-dropped",
    "mapping-invalid",
    "mapping-version",
    "mapping-column-missing",
    "mapping-column-new",
    "row-ragged",
    "row-short",
    "quote-unclosed",
    "quote-stray",
    "record-invalid",
    "key-duplicate",
    "value-type",
    "related-unmatched",
    "email-missing",
    "email-invalid",
    "email-display-name",
    "email-comment",
    "email-quoted-local",
    "email-address-literal",
    "email-typo",
    "email-scripts-mixed",
    "email-duplicate",
    "value-overruled",
    "external-id-conflict",
    "external-id-alias",
    "join-conflict",
    "join-unmatched",
    "mojibake",
    "mojibake-repaired",
    "html-decoded",
    "html-in-tags",
    "date-invalid",
    "date-ambiguous",
    "phone-invalid",
    "phone-unclear",
    "phone-label",
    "country-unknown",
    "status-unknown",
    "status-strictest",
    "opt-out-undated",
    "status-unstated",
    "status-from-file",
    "tag-invalid",
    "tag-unnamed",
    "serialised-invalid",
    "tag-case-collision",
    "zone-unknown",
    "records-of-another-kind",
    "payment-columns-missing",
    "money-invalid",
    "money-ambiguous",
    "currency-missing",
    "currency-unknown",
    "number-invalid",
    "interval-unknown",
    "payment-status-unknown",
    "order-kind-unknown",
    "not-an-order",
    "items-invalid",
    "payer-email-invalid",
    "payment-repeated",
    "payment-id-shared",
    "payment-untied",
    "payment-tie-conflict",
    "processor-missing",
    "processor-test-mode",
    "processor-live-on-copy",
    "processor-account-shared",
    "crm-unstated",
    "tracking-script-off",
    "tracking-script-twice",
    "commerce-sync-on",
    "opt-in-form-missing",
    "opt-in-form-double",
    "opt-in-form-shared",
    "billing-no-subscriptions",
    "order-form-incompatible",
    "order-form-missing",
    "billing-product-unknown",
    "billing-views-differ",
    "billing-count-differs",
    "billing-in-arrears",
    "billing-day-changes",
    "billing-double-charger",
    "billing-gap",
    "billing-customer-missing",
    "billing-product-missing",
    "billing-status-unknown",
    "billing-amount-missing",
    "billing-amount-negative",
    "billing-interval-missing",
    "billing-date-missing",
    "billing-date-past",
    "billing-dates-conflict",
    "billing-count-conflict",
    "billing-count-unknown",
    "billing-charger-unknown",
    "billing-not-live",
    "document-invalid",
    "document-version",
    "id-duplicate",
    "reference-unknown",
    "rule-empty",
    "window-empty",
    "rule-ignored",
    "redirect-unused",
    "tag-map-conflict",
    "access-tag-shared",
    "release-rule-invalid",
    "wrap-up-module",
    "expiry-without-effect",
    "expiry-twice",
    "position-conflict",
    "reference-cycle",
    "webhook-tag-shared",
    "automation-invalid",
    "automation-paused",
    "automation-cycle",
    "step-unreachable",
    "step-unsupported",
    "delay-too-short",
    "delay-invalid",
    "login-email-too-early",
    "login-email-incomplete",
    "password-field-differs",
    "webhook-tag-kept",
    "webhook-missing",
    "module-step-missing",
    "module-opened-twice",
    "offering-released-twice",
    "form-unknown",
    "modules-undelivered",
    "tag-change-unsynced",
    "revoke-path-missing",
    "sequence-unpublished",
    "unsubscribed-never-run",
    "offering-without-members",
    "tag-nearly-known",
    "tag-dangling",
    "administrator-protected",
    "operator-protected",
    "username-collision",
    "username-rewritten",
    "email-rewritten",
    "email-not-storable",
    "name-not-storable",
    "field-not-storable",
    "role-unknown",
    "nicename-clash",
    "target-sends-mail",
    "password-hash-refused",
    "password-missing",
    "password-weak",
    "password-seed-short",
    "password-unavailable",
    "enrolled-at-guessed",
    "clock-restarted",
    "tag-dropped",
    "payment-not-moved",
    "credentials-withheld",
    "environment-missing",
    "plan-invalid",
    "plan-version",
    "snapshot-invalid",
    "plan-blocked",
    "journal-foreign",
    "journal-altered",
    "journal-version",
    "journal-torn",
    "journal-empty",
    "plan-not-approved",
    "environment-mismatch",
    "outcomes-mismatch",
    "changed-since",
    "run-aborted",
    "rollback-refused",
    "user-missing",
    "value-differs",
    "count-differs",
    "untouched-changed",
    "access-lost",
    "access-gained",
    "answers-invalid",
    "answer-old",
    "crm-automations-in-use",
    "teams-outside-offering",
    "crm-coupons-in-use",
    "email-provider-missing",
    "backup-administrator-missing",
    "recovery-unconfirmed",
    "backup-unverified",
    "staging-missing",
    "staging-unsafe",
    "release-timer-missing",
    "emails-off",
    "email-delivery-missing",
    "release-form-missing",
    "webhook-log-unreviewed",
    "webhook-unreplaced",
    "records-unprepared",
    "argument-invalid",
    "internal",
]
"""The stable code of an issue."""

CommerceSync: TypeAlias = Literal[
    "off",
    "on",
]
"""Whether orders are written to the CRM's own commerce too."""

ContactStanding: TypeAlias = Literal[
    "subscribed",
    "unsubscribed",
    "inactive",
]
"""Whether a contact gets mail."""

Crm: TypeAlias = Literal[
    "kit",
    "keap",
    "ontraport",
    "activecampaign",
    "drip",
]
"""A CRM that AccessAlly integrates with."""

CustomOperationKind: TypeAlias = Literal[
    "release-offering",
    "revoke-offering",
    "grant-course",
    "revoke-course",
    "add-tags",
    "remove-tags",
    "set-field",
    "increase-field",
    "decrease-field",
    "show-field",
    "create-login",
    "update-user",
    "resize-team",
    "run-team-interaction",
    "send-email",
    "countdown-timer",
    "split-test",
    "trigger-progress-event",
    "crm-coupon-code",
]
"""A kind of custom operation. On the wire its kebab-case name.

`FromStr` takes the names that AccessAlly's screens and guides use, without regard to case and spaces.
"""

CustomerIds: TypeAlias = Literal[
    "of-contacts",
    "of-another-system",
]
"""What the customers' ids of a payment export are ids of."""

DecimalMark: TypeAlias = Literal[
    "comma",
    "point",
]
"""Which character parts the decimals of an amount."""

DripBy: TypeAlias = Literal[
    "site",
    "crm",
]
"""Who opens modules over time."""

DripContinuity: TypeAlias = Literal[
    "keep-original-clock",
    "continue-from-last-released",
    "restart",
    "open-all",
]
"""How release timers go on for members who are half-way through.

Under the first two nobody loses a module that is open: whatever the source had opened is open on the target. Only an expiry
rule of the site closes it there.
"""

DripProfile: TypeAlias = Literal[
    "accessally",
    "pmpro-series",
    "memberpress",
    "learndash",
    "lifterlms",
    "sensei",
    "convertkit-automation",
]
"""The system whose arithmetic a schedule follows."""

DuplicatesPolicy: TypeAlias = Literal[
    "newest",
    "last-row",
]
"""Which of two different values of one field is kept, where two records are one person."""

EmailPurpose: TypeAlias = Literal[
    "login",
    "release",
    "other",
]
"""What an email is for."""

EncodingEvidence: TypeAlias = Literal[
    "named",
    "byte-order-mark",
    "valid-utf8",
    "mostly-utf8",
    "zero-bytes",
    "escape-sequences",
    "statistics",
]
"""How an encoding was found."""

EndsWhy: TypeAlias = Literal[
    "all-payments-made",
    "last-payments-due",
    "paid-once",
    "cancelled",
    "expired",
    "given-up",
    "never-begun",
]
"""Why a subscription never charges again, whoever does what."""

EnrolledAtEvidence: TypeAlias = Literal[
    "tag-date",
    "order",
    "created-at",
    "assumed",
]
"""What says since when a member is enrolled, the best first."""

EnrolledBy: TypeAlias = Literal[
    "access-tag",
    "instant-access-tag",
    "module-tag",
]
"""Which tag makes a contact a member of an offering."""

EnvironmentKind: TypeAlias = Literal[
    "live",
    "staging",
    "local",
]
"""What a copy of a site is for."""

ExistingUsers: TypeAlias = Literal[
    "update",
    "skip",
]
"""What becomes of contacts that are users of the target already."""

Field: TypeAlias = Literal[
    "email",
    "external-id",
    "external-id-aliases",
    "username",
    "full-name",
    "first-name",
    "last-name",
    "phone",
    "company",
    "address-line1",
    "address-line2",
    "city",
    "region",
    "postal-code",
    "country",
    "locale",
    "time-zone",
    "created-at",
    "updated-at",
    "marketing-status",
    "status-at",
    "consent-at",
    "consent-ip",
    "consent-source",
    "consent-wording",
    "unsubscribed-at",
    "bounced-at",
    "tags",
    "referring-affiliate",
    "order-ids",
    "subscription-ids",
    "roles",
    "password",
    "password-hash",
    "order-id",
    "subscription-id",
    "processor-id",
    "customer-id",
    "transaction-id",
    "reference-id",
    "entry-kind",
    "balance-impact",
    "payment-status",
    "payee-email",
    "product-id",
    "product",
    "plan",
    "quantity",
    "items",
    "currency",
    "total",
    "price",
    "tax",
    "discount",
    "fee",
    "refunded",
    "placed-at",
    "placed-time",
    "placed-zone",
    "paid-at",
    "processor",
    "coupon",
    "interval-unit",
    "interval-count",
    "started-at",
    "trial-ends-at",
    "current-period-start",
    "current-period-end",
    "next-payment-at",
    "cancel-at",
    "cancelled-at",
    "ended-at",
    "payments-made",
    "payment-limit",
    "has-payment-limit",
]
"""A field of a record that a column can hold. On the wire its kebab-case name."""

FormKind: TypeAlias = Literal[
    "order",
    "opt-in",
]
"""What a form is for."""

FormUse: TypeAlias = Literal[
    "orders-only",
    "other-leads-too",
]
"""What a form is used for."""

HashKind: TypeAlias = Literal[
    "phpass",
    "phpass-phpbb",
    "bcrypt",
    "wordpress-bcrypt",
    "argon2id",
    "argon2",
    "sha512-crypt",
    "md5",
    "other",
]
"""How a password was stored by the source. A hash that is not whole by its kind's form is `Other`: no
target could check it.
"""

Inherit: TypeAlias = Literal[
    "own",
    "parent-and-own",
    "parent",
]
"""Whose rules guard a page."""

LifterLmsPage: TypeAlias = Literal[
    "content",
    "membership",
    "memberships",
    "account",
    "checkout",
    "terms",
    "privacy-policy",
    "redirect-target",
]
"""What page of a site something is."""

LifterLmsRedirect: TypeAlias = Literal[
    "none",
    "membership",
    "page",
    "custom",
]
"""Where a membership sends those who are shut out."""

LifterLmsRelation: TypeAlias = Literal[
    "any",
    "all",
]
"""How many of several products somebody has to be enrolled in."""

LineEndName: TypeAlias = Literal[
    "lf",
    "crlf",
    "cr",
]
"""The name of a line end."""

ManualWorkKind: TypeAlias = Literal[
    "email-sequence",
    "form",
    "processor",
    "automation",
    "email-provider",
    "webhook",
    "coupon-code",
]
"""A kind of manual work. The order of the variants is that of the list."""

MarketingStatus: TypeAlias = Literal[
    "subscribed",
    "unconfirmed",
    "unknown",
    "inactive",
    "unsubscribed",
    "bounced",
    "complained",
]
"""Whether a person may be sent marketing mail, as the source states it.

Ordered from the loosest to the strictest: a later variant makes a person less mailable. Only `Subscribed` may be
mailed.
"""

MatchReason: TypeAlias = Literal[
    "profile",
    "profile-folded",
    "alias",
    "words",
    "sensitive-word",
    "no-match",
    "chosen",
]
"""Why a column was taken for what it was."""

MemberPressLogin: TypeAlias = Literal[
    "logged-in",
    "logged-out",
]
"""A state of login that a rule grants by."""

Mode: TypeAlias = Literal[
    "elapsed",
    "calendar",
]
"""How days and longer units are counted. Minutes and hours are the same length in both."""

NextChargeBy: TypeAlias = Literal[
    "stated",
    "trial-end",
    "period-end",
    "reckoned",
]
"""How the date of a next charge is known."""

NotRun: TypeAlias = Literal[
    "paused",
    "unsubscribed",
    "already-in",
]
"""Why an automation does not run."""

Notify: TypeAlias = Literal[
    "nobody",
    "mailable",
]
"""Who may be sent mail by the run. Only a live site sends any."""

OfferingKind: TypeAlias = Literal[
    "course",
    "membership",
    "bundle",
    "team-center",
]
"""What kind of thing an offering is (AccessAlly's four)."""

OperationKind: TypeAlias = Literal[
    "check-target",
    "confirm-backup",
    "enable-maintenance",
    "create-user",
    "update-user",
    "restore-user",
    "delete-user",
    "add-tags",
    "remove-tags",
    "enroll",
    "restore-enrollment",
    "reset-password",
    "set-password",
    "verify-target",
    "send-credentials",
    "disable-maintenance",
]
"""What an operation does."""

OperationTrigger: TypeAlias = Literal[
    "form",
    "member-button",
    "webhook",
    "bulk-action",
]
"""What may set an operation off."""

OptIn: TypeAlias = Literal[
    "single",
    "double",
]
"""Whether whoever fills a form in has to confirm by mail."""

OrderKind: TypeAlias = Literal[
    "sale",
    "refund",
    "dispute",
    "unknown",
]
"""What a record of an export of orders stands for."""

OrderStatus: TypeAlias = Literal[
    "pending",
    "paid",
    "partially-refunded",
    "refunded",
    "failed",
    "cancelled",
    "disputed",
    "unknown",
]
"""Where an order stands."""

PageMatching: TypeAlias = Literal[
    "by-id",
    "by-url",
]
"""How the pages of two sites are put together. A page that finds none is compared as closed on the other side."""

PaidMembershipsProContext: TypeAlias = Literal[
    "page",
    "feed",
]
"""Where a content is asked for."""

PasswordPolicy: TypeAlias = Literal[
    "reset-quietly",
    "reset-and-notify",
    "keep-hash",
    "keep-from-field",
]
"""What password a new user gets. An existing user's is never touched.

Where a password that was to be kept is not there or cannot be, the user gets a random one quietly, and the plan says how many do.
"""

PasswordState: TypeAlias = Literal[
    "ready",
    "may-be-blank",
    "no-login",
]
"""Whether there is a password to show."""

Phase: TypeAlias = Literal[
    "preflight",
    "backup",
    "maintenance-on",
    "users",
    "tags",
    "enrollments",
    "passwords",
    "verify",
    "notifications",
    "maintenance-off",
]
"""A stage of a run. The order of the variants is the order of the run."""

PlanPart: TypeAlias = Literal[
    "digest",
    "header",
    "blockers",
    "operations",
    "issues",
    "text",
]
"""A part of the answer."""

Precedence: TypeAlias = Literal[
    "latest",
    "relative",
    "fixed",
]
"""Which holds where a rule has both a relative and a fixed date."""

Price: TypeAlias = Literal[
    "paid",
    "free",
]
"""Whether an offering costs money."""

ProcessorMode: TypeAlias = Literal[
    "live",
    "test",
]
"""Whether a processor charges real cards."""

ProofStage: TypeAlias = Literal[
    "found",
    "foreseen",
]
"""When the target holds what a request says."""

ReadPart: TypeAlias = Literal[
    "contacts",
    "orders",
    "subscriptions",
    "issues",
    "detection",
    "mapping",
    "stats",
    "set-aside-csv",
]
"""A part of the answer."""

ReadinessPart: TypeAlias = Literal[
    "reasons",
    "quiz",
    "checklist",
    "issues",
    "manual-work",
    "counts",
]
"""A part of the answer."""

ReadinessVerdict: TypeAlias = Literal[
    "ready",
    "not-yet",
    "keep-your-crm",
]
"""What readiness comes to."""

Reason: TypeAlias = Literal[
    "safeguard",
    "not-on-target",
    "source-differs",
    "tags-held",
    "access-tag-held",
    "instant-access-tag-held",
    "module-tag-held",
    "new-user",
    "taken-back",
]
"""Why an operation is in the plan. Its `Display` is the sentence."""

RecordsPart: TypeAlias = Literal[
    "contacts",
    "issues",
    "detection",
    "mapping",
    "stats",
    "set-aside",
]
"""A part of the answer."""

ReleaseKind: TypeAlias = Literal[
    "at-once",
    "manual",
    "timer",
]

ReleaseState: TypeAlias = Literal[
    "open",
    "scheduled",
    "manual",
    "blocked",
    "closed",
]
"""How a module stands for one enrollment at one instant."""

ReplacementState: TypeAlias = Literal[
    "ready",
    "to-do",
]
"""Whether a replacement is there."""

ReportForm: TypeAlias = Literal[
    "document",
    "markdown",
    "html",
]
"""What a report is wanted as."""

RuleKind: TypeAlias = Literal[
    "public",
    "logged-in",
    "has-any",
    "has-all",
    "missing-any",
    "missing-all",
    "enrolled",
    "released",
    "role",
    "and",
    "or",
    "not",
    "during",
]

RunStatus: TypeAlias = Literal[
    "running",
    "complete",
    "complete-with-failures",
    "stopped",
    "aborted",
]
"""How a run stands."""

SecretField: TypeAlias = Literal[
    "password",
    "password-hash",
]
"""A secret that is written to a CSV only where the caller names it."""

SequenceStatus: TypeAlias = Literal[
    "published",
    "draft",
]
"""Whether the emails of a sequence go out."""

Severity: TypeAlias = Literal[
    "info",
    "warning",
    "error",
]
"""How much an issue matters."""

SubscriptionStatus: TypeAlias = Literal[
    "trialing",
    "active",
    "past-due",
    "paused",
    "pending-cancel",
    "cancelled",
    "expired",
    "incomplete",
    "unpaid",
    "unknown",
]
"""Where a subscription stands."""

Tags: TypeAlias = Literal[
    "mapped",
    "as-they-are",
]
"""Whose tags a site document names."""

TimerZone: TypeAlias = Literal[
    "site",
    "member",
]
"""Whose calendar a timer runs in."""

ToldBy: TypeAlias = Literal[
    "computed",
    "person",
    "nobody",
]
"""Who says how an item stands."""

TrackingScript: TypeAlias = Literal[
    "on",
    "off",
    "on-and-by-hand",
]
"""Whether the plugin adds the CRM's tracking script to every page."""

Turn: TypeAlias = Literal[
    "opens",
    "closes",
]
"""What the clock does to a page or a module."""

Unit: TypeAlias = Literal[
    "minutes",
    "hours",
    "days",
    "weeks",
    "months",
    "years",
]
"""A unit of time."""

UntranslatedReason: TypeAlias = Literal[
    "condition",
    "wait",
    "unknown-time",
    "tag",
    "webhook",
    "field",
    "email",
    "circle",
    "unreached",
]
"""Why a site cannot do a step."""

Verdict: TypeAlias = Literal[
    "lost",
    "later",
    "gained",
    "earlier",
    "unchanged",
]
"""What becomes of a member's access to a page within a span of time."""

Weekday: TypeAlias = Literal[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
]
"""A day of the week."""

WithheldReason: TypeAlias = Literal[
    "draft",
    "not-subscribed",
]
"""Why an email does not go out."""


class AcceptedGainPage(Record):
    """`AcceptedGain` of the kind `page`.

    Whoever gains this page.
    """

    __slots__ = ("page", "why",)
    kind: Final = "page"
    _fields = (
        ("page", "page", None),
        ("why", "why", None),
    )
    page: str
    """Its id on either site."""
    why: str
    """Why that is right; as the owner says it. Never blank."""

    def __init__(
        self,
        *,
        page: str,
        why: str,
    ) -> None:
        self._set(page, why)


class AcceptedGainCause(Record):
    """`AcceptedGain` of the kind `cause`.

    Whoever gains any page for this cause.
    """

    __slots__ = ("before", "after", "why",)
    kind: Final = "cause"
    _fields = (
        ("before", "before", "AccessReason"),
        ("after", "after", "AccessReason"),
        ("why", "why", None),
    )
    before: AccessReason
    """Why the site before does not let them in."""
    after: AccessReason
    """Why the site after does."""
    why: str
    """Why that is right; as the owner says it. Never blank."""

    def __init__(
        self,
        *,
        before: AccessReason,
        after: AccessReason,
        why: str,
    ) -> None:
        self._set(before, after, why)


class AcceptedGains(Record):
    """How many gains something explains that the owner accepts."""

    __slots__ = ("accepted", "count",)
    _fields = (
        ("accepted", "accepted", "AcceptedGain"),
        ("count", "count", None),
    )
    accepted: AcceptedGain
    """What the owner accepts."""
    count: int
    """How many gains it explains; a gain that several explain is counted for the first of them."""

    def __init__(
        self,
        *,
        accepted: AcceptedGain,
        count: int,
    ) -> None:
        self._set(accepted, count)


class AcceptedLossPage(Record):
    """`AcceptedLoss` of the kind `page`.

    Whoever loses this page.
    """

    __slots__ = ("page", "why",)
    kind: Final = "page"
    _fields = (
        ("page", "page", None),
        ("why", "why", None),
    )
    page: str
    """Its id on either site."""
    why: str
    """Why that is right; as the owner says it. Never blank."""

    def __init__(
        self,
        *,
        page: str,
        why: str,
    ) -> None:
        self._set(page, why)


class AcceptedLossCause(Record):
    """`AcceptedLoss` of the kind `cause`.

    Whoever loses any page for this cause.
    """

    __slots__ = ("before", "why", "after",)
    kind: Final = "cause"
    _fields = (
        ("before", "before", "AccessReason"),
        ("why", "why", None),
        ("after", "after", "AccessReason"),
    )
    before: AccessReason
    """Why the site before lets them in."""
    why: str
    """Why that is right; as the owner says it. Never blank."""
    after: AccessReason | None
    """Why the site after does not; absent where it has no such page."""

    def __init__(
        self,
        *,
        before: AccessReason,
        why: str,
        after: AccessReason | None = None,
    ) -> None:
        self._set(before, why, after)


class AcceptedLosses(Record):
    """How many losses something explains that the owner accepts."""

    __slots__ = ("accepted", "count",)
    _fields = (
        ("accepted", "accepted", "AcceptedLoss"),
        ("count", "count", None),
    )
    accepted: AcceptedLoss
    """What the owner accepts."""
    count: int
    """How many losses it explains; a loss that several explain is counted for the first of them."""

    def __init__(
        self,
        *,
        accepted: AcceptedLoss,
        count: int,
    ) -> None:
        self._set(accepted, count)


class AccessChange(Record):
    """A member's access to a page that is not the same on both sites."""

    __slots__ = ("member", "page", "verdict", "at", "before", "after",)
    _fields = (
        ("member", "member", None),
        ("page", "page", "ComparedPage"),
        ("verdict", "verdict", "Verdict"),
        ("at", "at", ("instant",)),
        ("before", "before", "AccessSide"),
        ("after", "after", "AccessSide"),
    )
    member: int
    """The member's place in the order in which they were given, from 0."""
    page: ComparedPage
    """The page."""
    verdict: Verdict
    """What becomes of the access."""
    at: datetime
    """The first instant of the span at which the sites differ."""
    before: AccessSide
    """What the site before says at that instant."""
    after: AccessSide
    """What the site after says at that instant."""

    def __init__(
        self,
        *,
        member: int,
        page: ComparedPage,
        verdict: Verdict,
        at: datetime,
        before: AccessSide,
        after: AccessSide,
    ) -> None:
        self._set(member, page, verdict, at, before, after)


class AccessComparison(Record):
    """What two sites make of the same people's access within a span of time, as counts."""

    __slots__ = ("horizon", "members", "counts", "pages", "causes", "accepted", "unexplained_losses",)
    _fields = (
        ("horizon", "horizon", "Horizon"),
        ("members", "members", None),
        ("counts", "counts", "VerdictCounts"),
        ("pages", "pages", ("list", "PageComparison")),
        ("causes", "causes", ("list", "CauseCount")),
        ("accepted", "accepted", ("list", "AcceptedLosses")),
        ("unexplained_losses", "unexplainedLosses", None),
    )
    horizon: Horizon
    """The span."""
    members: int
    """How many members were compared."""
    counts: VerdictCounts
    """Of all members and pages. They add up to members × pages."""
    pages: abc.Sequence[PageComparison]
    """By page: those of the site before in its order, then those that only the site after has, in its order."""
    causes: abc.Sequence[CauseCount]
    """By cause: by verdict, then the reasons before and after, in the order of their declaration."""
    accepted: abc.Sequence[AcceptedLosses]
    """What the owner accepts, in the order given."""
    unexplained_losses: int
    """How many losses nothing explains that the owner accepts."""

    def __init__(
        self,
        *,
        horizon: Horizon,
        members: int,
        counts: VerdictCounts,
        pages: abc.Sequence[PageComparison],
        causes: abc.Sequence[CauseCount],
        accepted: abc.Sequence[AcceptedLosses],
        unexplained_losses: int,
    ) -> None:
        self._set(horizon, members, counts, pages, causes, accepted, unexplained_losses)


class AccessProof(Record):
    """Whether a move gave or took access that nobody asked for."""

    __slots__ = ("ok", "comparison", "accepted_gains", "asked", "unasked", "unasked_found",)
    _fields = (
        ("ok", "ok", None),
        ("comparison", "comparison", "AccessComparison"),
        ("accepted_gains", "acceptedGains", ("list", "AcceptedGains")),
        ("asked", "asked", "AskedChanges"),
        ("unasked", "unasked", ("list", "UnaskedChange")),
        ("unasked_found", "unaskedFound", None),
    )
    ok: bool
    """Whether nobody lost or gained access unasked."""
    comparison: AccessComparison
    """Every change of access, in numbers."""
    accepted_gains: abc.Sequence[AcceptedGains]
    """The gains that the owner accepts, in the order given."""
    asked: AskedChanges
    """The changes that follow from what the owner decided, in numbers."""
    unasked: abc.Sequence[UnaskedChange]
    """Who lost or gained what unasked: by contact, then by page. At most `KEPT_CHANGES`."""
    unasked_found: int
    """How many there are, those that are not kept included."""

    def __init__(
        self,
        *,
        ok: bool,
        comparison: AccessComparison,
        accepted_gains: abc.Sequence[AcceptedGains],
        asked: AskedChanges,
        unasked: abc.Sequence[UnaskedChange],
        unasked_found: int,
    ) -> None:
        self._set(ok, comparison, accepted_gains, asked, unasked, unasked_found)


class AccessSide(Record):
    """A side as it is written."""

    __slots__ = ("allowed", "closes_at", "opens_at", "reason",)
    _fields = (
        ("allowed", "allowed", None),
        ("closes_at", "closesAt", ("instant",)),
        ("opens_at", "opensAt", ("instant",)),
        ("reason", "reason", "AccessReason"),
    )
    allowed: bool
    closes_at: datetime | None
    opens_at: datetime | None
    reason: AccessReason | None

    def __init__(
        self,
        *,
        allowed: bool,
        closes_at: datetime | None = None,
        opens_at: datetime | None = None,
        reason: AccessReason | None = None,
    ) -> None:
        self._set(allowed, closes_at, opens_at, reason)


class AddTags(Record):
    """Tags are added to a user; none is taken away."""

    __slots__ = ("before", "added",)
    _fields = (
        ("before", "before", ("list", None)),
        ("added", "added", ("list", None)),
    )
    before: abc.Sequence[str]
    """What the user holds."""
    added: abc.Sequence[str]
    """What is added."""

    def __init__(
        self,
        *,
        before: abc.Sequence[str],
        added: abc.Sequence[str],
    ) -> None:
        self._set(before, added)


class Address(Record):
    """A postal address, each part as written but for the country."""

    __slots__ = ("city", "country", "line1", "line2", "postal_code", "region",)
    _fields = (
        ("city", "city", None),
        ("country", "country", None),
        ("line1", "line1", None),
        ("line2", "line2", None),
        ("postal_code", "postalCode", None),
        ("region", "region", None),
    )
    city: str | None
    """Town or city."""
    country: str | None
    """Country: its two letters by ISO 3166-1 where reading knew it; else as the source writes it."""
    line1: str | None
    """Street and number."""
    line2: str | None
    """Anything after the street."""
    postal_code: str | None
    """Postal code, as text: leading zeros count."""
    region: str | None
    """State, province or county."""

    def __init__(
        self,
        *,
        city: str | None = None,
        country: str | None = None,
        line1: str | None = None,
        line2: str | None = None,
        postal_code: str | None = None,
        region: str | None = None,
    ) -> None:
        self._set(city, country, line1, line2, postal_code, region)


class AfterMoveReplacedBy(Record):
    """`AfterMove` of the kind `replaced-by`.

    Something on the site does it instead.
    """

    __slots__ = ("replacement",)
    kind: Final = "replaced-by"
    _fields = (
        ("replacement", "replacement", "Replacement"),
    )
    replacement: Replacement
    """What."""

    def __init__(
        self,
        *,
        replacement: Replacement,
    ) -> None:
        self._set(replacement)


class AfterMoveNotNeeded(Record):
    """`AfterMove` of the kind `not-needed`.

    There is nothing left to do.
    """

    __slots__ = ("why",)
    kind: Final = "not-needed"
    _fields = (
        ("why", "why", None),
    )
    why: str
    """Why: a clause, lower-case, no full stop."""

    def __init__(
        self,
        *,
        why: str,
    ) -> None:
        self._set(why)


class AfterMoveNoEquivalent(Record):
    """`AfterMove` of the kind `no-equivalent`.

    Nothing on the site does it by itself.
    """

    __slots__ = ("why", "remedy",)
    kind: Final = "no-equivalent"
    _fields = (
        ("why", "why", None),
        ("remedy", "remedy", None),
    )
    why: str
    """Why: a clause, lower-case, no full stop."""
    remedy: str
    """What to do about it."""

    def __init__(
        self,
        *,
        why: str,
        remedy: str,
    ) -> None:
        self._set(why, remedy)


class AllowedMembers(Record):

    __slots__ = ("page", "members",)
    _fields = (
        ("page", "page", None),
        ("members", "members", ("list", None)),
    )
    page: str
    """The page."""
    members: abc.Sequence[int]
    """The members who get to see it, by their place in the request, from 0; in order."""

    def __init__(
        self,
        *,
        page: str,
        members: abc.Sequence[int],
    ) -> None:
        self._set(page, members)


class AnchorPreviousRelease(Record):
    """`Anchor` of the kind `previous-release`.

    When the module before it opened, so that timers chain (AccessAlly's own). In an expiry rule, when the thing itself
    opened: the module, or for an offering the enrollment.
    """

    __slots__ = ()
    kind: Final = "previous-release"
    _fields = ()


class AnchorEnrollment(Record):
    """`Anchor` of the kind `enrollment`.

    When the member enrolled.
    """

    __slots__ = ()
    kind: Final = "enrollment"
    _fields = ()


class AnchorRegistration(Record):
    """`Anchor` of the kind `registration`.

    When the member joined the site.
    """

    __slots__ = ()
    kind: Final = "registration"
    _fields = ()


class AnchorCourseStart(Record):
    """`Anchor` of the kind `course-start`.

    When the offering starts for everybody (`Offering::starts_at`).
    """

    __slots__ = ()
    kind: Final = "course-start"
    _fields = ()


class AnchorInstant(Record):
    """`Anchor` of the kind `instant`.

    A fixed point in time, the same for everybody.
    """

    __slots__ = ("at",)
    kind: Final = "instant"
    _fields = (
        ("at", "at", ("instant",)),
    )
    at: datetime
    """The point."""

    def __init__(
        self,
        *,
        at: datetime,
    ) -> None:
        self._set(at)


class AnchorPurchase(Record):
    """`Anchor` of the kind `purchase`.

    When the member bought an offering.
    """

    __slots__ = ("offering",)
    kind: Final = "purchase"
    _fields = (
        ("offering", "offering", None),
    )
    offering: str
    """Which."""

    def __init__(
        self,
        *,
        offering: str,
    ) -> None:
        self._set(offering)


class AnchorCompletion(Record):
    """`Anchor` of the kind `completion`.

    When the member completed something.
    """

    __slots__ = ("module", "offering",)
    kind: Final = "completion"
    _fields = (
        ("module", "module", None),
        ("offering", "offering", None),
    )
    module: str | None
    offering: str | None

    def __init__(
        self,
        *,
        module: str | None = None,
        offering: str | None = None,
    ) -> None:
        self._set(module, offering)


class AnchorPublication(Record):
    """`Anchor` of the kind `publication`.

    When the module was published (`Module::published_at`).
    """

    __slots__ = ()
    kind: Final = "publication"
    _fields = ()


class Anchors(Record):
    """The points in time that a rule may count from, as far as they are known. `purchase` and `completion` are of what the rule
    names.
    """

    __slots__ = ("completion", "course_start", "enrollment", "previous_release", "publication", "purchase", "registration",)
    _fields = (
        ("completion", "completion", ("instant",)),
        ("course_start", "courseStart", ("instant",)),
        ("enrollment", "enrollment", ("instant",)),
        ("previous_release", "previousRelease", ("instant",)),
        ("publication", "publication", ("instant",)),
        ("purchase", "purchase", ("instant",)),
        ("registration", "registration", ("instant",)),
    )
    completion: datetime | None
    """When the member completed what the rule names."""
    course_start: datetime | None
    """When the offering starts for everybody."""
    enrollment: datetime | None
    """When the member enrolled."""
    previous_release: datetime | None
    """When the module before opened."""
    publication: datetime | None
    """When the module was published."""
    purchase: datetime | None
    """When the member bought what the rule names."""
    registration: datetime | None
    """When the member joined the site."""

    def __init__(
        self,
        *,
        completion: datetime | None = None,
        course_start: datetime | None = None,
        enrollment: datetime | None = None,
        previous_release: datetime | None = None,
        publication: datetime | None = None,
        purchase: datetime | None = None,
        registration: datetime | None = None,
    ) -> None:
        self._set(completion, course_start, enrollment, previous_release, publication, purchase, registration)


class AskedChanges(Record):
    """Losses and gains of access that follow from what the owner decided, in numbers. Each is counted once, by the first of these that holds."""

    __slots__ = ("new_pages", "left_out", "left_out_guarded", "left_alone", "had_before", "released",)
    _fields = (
        ("new_pages", "newPages", None),
        ("left_out", "leftOut", None),
        ("left_out_guarded", "leftOutGuarded", None),
        ("left_alone", "leftAlone", None),
        ("had_before", "hadBefore", None),
        ("released", "released", None),
    )
    new_pages: int
    """Of pages that only the site after has."""
    left_out: int
    """Of people whom the plan leaves out, who lose what anybody with a login could see."""
    left_out_guarded: int
    """Of people whom the plan leaves out, who lose a page that opened to them and not to everybody with a login: a tag that is no
    offering's makes nobody a member. Where they should keep it, the plan has to take all contacts.
    """
    left_alone: int
    """Of people whom the plan leaves alone: administrators, who runs the move, and, where the options say so, who was a user before. A plan for
    verification only leaves everybody alone.
    """
    had_before: int
    """Gains of what a user could see on the target before the plan was carried out."""
    released: int
    """What release timers open, now or later, or under `DripContinuity::Restart` close: all else that either site asks is met on both."""

    def __init__(
        self,
        *,
        new_pages: int,
        left_out: int,
        left_out_guarded: int,
        left_alone: int,
        had_before: int,
        released: int,
    ) -> None:
        self._set(new_pages, left_out, left_out_guarded, left_alone, had_before, released)


class Automation(Record):
    """An automation of a CRM, as data."""

    __slots__ = ("id", "name", "crm", "state", "events", "steps", "offering",)
    _fields = (
        ("id", "id", None),
        ("name", "name", None),
        ("crm", "crm", "Crm"),
        ("state", "state", "AutomationState"),
        ("events", "events", ("list", "AutomationEvent")),
        ("steps", "steps", ("list", "Step")),
        ("offering", "offering", None),
    )
    id: str
    """Unique within the site."""
    name: str
    """As its owner reads it."""
    crm: Crm
    """The CRM that runs it."""
    state: AutomationState
    """Whether it runs."""
    events: abc.Sequence[AutomationEvent]
    """What starts it, any of them, in any order."""
    steps: abc.Sequence[Step]
    """What follows, in order."""
    offering: str | None
    """The offering it delivers, where it delivers one."""

    def __init__(
        self,
        *,
        id: str,
        name: str,
        crm: Crm,
        state: AutomationState,
        events: abc.Sequence[AutomationEvent],
        steps: abc.Sequence[Step],
        offering: str | None = None,
    ) -> None:
        self._set(id, name, crm, state, events, steps, offering)


class AutomationEventTagAdded(Record):
    """`AutomationEvent` of the kind `tag-added`.

    A tag is added to them who lacked it: by a purchase, a revocation or anything else.
    """

    __slots__ = ("tag",)
    kind: Final = "tag-added"
    _fields = (
        ("tag", "tag", None),
    )
    tag: str
    """Which."""

    def __init__(
        self,
        *,
        tag: str,
    ) -> None:
        self._set(tag)


class AutomationEventPurchase(Record):
    """`AutomationEvent` of the kind `purchase`.

    They buy something in the CRM's own shop.
    """

    __slots__ = ("product",)
    kind: Final = "purchase"
    _fields = (
        ("product", "product", None),
    )
    product: str
    """What, as the CRM calls it."""

    def __init__(
        self,
        *,
        product: str,
    ) -> None:
        self._set(product)


class AutomationEventFormSubmitted(Record):
    """`AutomationEvent` of the kind `form-submitted`.

    They submit a form.
    """

    __slots__ = ("form",)
    kind: Final = "form-submitted"
    _fields = (
        ("form", "form", None),
    )
    form: str
    """Which, as the CRM or the site calls it."""

    def __init__(
        self,
        *,
        form: str,
    ) -> None:
        self._set(form)


class BarChart(Record):
    """Bars, each of one or several numbers."""

    __slots__ = ("title", "series", "bars", "left_out",)
    _fields = (
        ("title", "title", None),
        ("series", "series", ("list", None)),
        ("bars", "bars", ("list", "ReportBar")),
        ("left_out", "leftOut", None),
    )
    title: str
    """What it shows."""
    series: abc.Sequence[str]
    """What each number of a bar counts."""
    bars: abc.Sequence[ReportBar]
    """The bars, in order."""
    left_out: int
    """How many further bars there are that are not shown."""

    def __init__(
        self,
        *,
        title: str,
        series: abc.Sequence[str],
        bars: abc.Sequence[ReportBar],
        left_out: int,
    ) -> None:
        self._set(title, series, bars, left_out)


class Basis(Record):
    """What readiness is assessed by besides the site and its contacts."""

    __slots__ = ("answers", "environment_since", "sources", "users",)
    _fields = (
        ("answers", "answers", ("map", "ChecklistAnswer")),
        ("environment_since", "environmentSince", ("instant",)),
        ("sources", "sources", ("list", "BillingSource")),
        ("users", "users", ("list", "TargetUser")),
    )
    answers: abc.Mapping[str, ChecklistAnswer]
    """What people answered, by item."""
    environment_since: datetime | None
    """Since when the environment is what the site document says."""
    sources: abc.Sequence[BillingSource] | None
    """The orders and subscriptions of every system; nobody looked, where absent."""
    users: abc.Sequence[TargetUser] | None
    """The target's users before the move, in any order; nobody looked, where absent."""

    def __init__(
        self,
        *,
        answers: abc.Mapping[str, ChecklistAnswer] | None = None,
        environment_since: datetime | None = None,
        sources: abc.Sequence[BillingSource] | None = None,
        users: abc.Sequence[TargetUser] | None = None,
    ) -> None:
        self._set({} if answers is None else answers, environment_since, sources, users)


class Batch(Record):
    """Operations of one phase, to be carried out in order. They may be carried out in one transaction."""

    __slots__ = ("phase", "operations", "wait_seconds",)
    _fields = (
        ("phase", "phase", "Phase"),
        ("operations", "operations", ("list", "Operation")),
        ("wait_seconds", "waitSeconds", None),
    )
    phase: Phase
    """The phase."""
    operations: abc.Sequence[Operation]
    """The operations, in order."""
    wait_seconds: int
    """How many seconds to wait before they are tried: none at first, and longer each time that they failed and may be tried again."""

    def __init__(
        self,
        *,
        phase: Phase,
        operations: abc.Sequence[Operation],
        wait_seconds: int,
    ) -> None:
        self._set(phase, operations, wait_seconds)


class BilledSubscription(Record):
    """One subscription of a billing plan."""

    __slots__ = ("id", "system", "records", "owed", "status", "payments", "fate", "amount", "customer", "interval", "next_charge", "processor", "subscription_id", "trial_ends_at",)
    _fields = (
        ("id", "id", None),
        ("system", "system", "BillingSystem"),
        ("records", "records", ("list", "RecordPlace")),
        ("owed", "owed", ("list", "Owed")),
        ("status", "status", "SubscriptionStatus"),
        ("payments", "payments", "PaymentCount"),
        ("fate", "fate", "SubscriptionFate"),
        ("amount", "amount", "Money"),
        ("customer", "customer", "BillingCustomer"),
        ("interval", "interval", "BillingInterval"),
        ("next_charge", "nextCharge", "NextCharge"),
        ("processor", "processor", None),
        ("subscription_id", "subscriptionId", None),
        ("trial_ends_at", "trialEndsAt", ("instant",)),
    )
    id: str
    """Derived from the system and its id of the subscription; where there is none, from all that the record says."""
    system: BillingSystem
    """Whose form it came by."""
    records: abc.Sequence[RecordPlace]
    """The records that it was told by, in order."""
    owed: abc.Sequence[Owed]
    """What it pays for: offerings, or else a product."""
    status: SubscriptionStatus
    """Where it stands."""
    payments: PaymentCount
    """How many payments were made, of how many."""
    fate: SubscriptionFate
    """What the move makes of it."""
    amount: Money | None
    """What each charge is."""
    customer: BillingCustomer | None
    """Whose it is."""
    interval: BillingInterval | None
    """How often it is charged."""
    next_charge: NextCharge | None
    """The next charge, if nobody does anything; absent where there is none, and where a failed payment is tried again, because only the
    processor knows when.
    """
    processor: str | None
    """Who takes the money, as far as anybody says."""
    subscription_id: str | None
    """The system's id of it."""
    trial_ends_at: datetime | None
    """When its trial ends, where it is not over."""

    def __init__(
        self,
        *,
        id: str,
        system: BillingSystem,
        records: abc.Sequence[RecordPlace],
        owed: abc.Sequence[Owed],
        status: SubscriptionStatus,
        payments: PaymentCount,
        fate: SubscriptionFate,
        amount: Money | None = None,
        customer: BillingCustomer | None = None,
        interval: BillingInterval | None = None,
        next_charge: NextCharge | None = None,
        processor: str | None = None,
        subscription_id: str | None = None,
        trial_ends_at: datetime | None = None,
    ) -> None:
        self._set(id, system, records, owed, status, payments, fate, amount, customer, interval, next_charge, processor, subscription_id, trial_ends_at)


class Billing(Record):

    __slots__ = ("sources", "options",)
    _fields = (
        ("sources", "sources", ("list", "BillingSource")),
        ("options", "options", "BillingOptions"),
    )
    sources: abc.Sequence[BillingSource]
    """What each system exported."""
    options: BillingOptions

    def __init__(
        self,
        *,
        sources: abc.Sequence[BillingSource],
        options: BillingOptions,
    ) -> None:
        self._set(sources, options)


class BillingAction(Record):
    """One thing that somebody has to do."""

    __slots__ = ("id", "subscription", "customer", "step",)
    _fields = (
        ("id", "id", None),
        ("subscription", "subscription", None),
        ("customer", "customer", "BillingCustomer"),
        ("step", "step", "BillingStep"),
    )
    id: str
    """Derived from the environment, the subscription, the step's kind and its instant: the same action has the same id in every plan."""
    subscription: str
    """The subscription that is handed over."""
    customer: BillingCustomer
    """Whose it is."""
    step: BillingStep
    """What to do."""

    def __init__(
        self,
        *,
        id: str,
        subscription: str,
        customer: BillingCustomer,
        step: BillingStep,
    ) -> None:
        self._set(id, subscription, customer, step)


class BillingAnswer(Record):

    __slots__ = ("environment", "actions", "issues", "obligations", "subscriptions", "unresolved",)
    _fields = (
        ("environment", "environment", "Environment"),
        ("actions", "actions", ("list", "BillingAction")),
        ("issues", "issues", ("list", "Issue")),
        ("obligations", "obligations", ("list", "Obligation")),
        ("subscriptions", "subscriptions", ("list", "BilledSubscription")),
        ("unresolved", "unresolved", ("list", "UnresolvedSubscription")),
    )
    environment: Environment
    """The copy of the site that the plan is for."""
    actions: abc.Sequence[BillingAction] | None
    """By deadline."""
    issues: abc.Sequence[Issue] | None
    """Of the site, its offerings, products, subscriptions and obligations."""
    obligations: abc.Sequence[Obligation] | None
    """Each obligation once, by customer and what is owed."""
    subscriptions: abc.Sequence[BilledSubscription] | None
    """Each subscription once, by customer, what is owed, system and id."""
    unresolved: abc.Sequence[UnresolvedSubscription] | None
    """In the order of the subscriptions."""

    def __init__(
        self,
        *,
        environment: Environment,
        actions: abc.Sequence[BillingAction] | None = None,
        issues: abc.Sequence[Issue] | None = None,
        obligations: abc.Sequence[Obligation] | None = None,
        subscriptions: abc.Sequence[BilledSubscription] | None = None,
        unresolved: abc.Sequence[UnresolvedSubscription] | None = None,
    ) -> None:
        self._set(environment, actions, issues, obligations, subscriptions, unresolved)


class BillingCustomer(Record):
    """One customer, by everything that ties their records. Both lists are sorted."""

    __slots__ = ("emails", "ids",)
    _fields = (
        ("emails", "emails", ("list", None)),
        ("ids", "ids", ("list", "CustomerId")),
    )
    emails: abc.Sequence[str]
    """Their addresses, as they are compared."""
    ids: abc.Sequence[CustomerId]
    """Their ids in the systems."""

    def __init__(
        self,
        *,
        emails: abc.Sequence[str] = (),
        ids: abc.Sequence[CustomerId] = (),
    ) -> None:
        self._set(emails, ids)


class BillingIntervalEvery(Record):
    """`BillingInterval` of the kind `every`.

    Every so many units.
    """

    __slots__ = ("count", "unit",)
    kind: Final = "every"
    _fields = (
        ("count", "count", None),
        ("unit", "unit", "BillingUnit"),
    )
    count: int
    """How many."""
    unit: BillingUnit
    """Of what."""

    def __init__(
        self,
        *,
        count: int,
        unit: BillingUnit,
    ) -> None:
        self._set(count, unit)


class BillingIntervalOnce(Record):
    """`BillingInterval` of the kind `once`.

    Once, for a limited time.
    """

    __slots__ = ()
    kind: Final = "once"
    _fields = ()


class BillingIntervalLifetime(Record):
    """`BillingInterval` of the kind `lifetime`.

    Once, for good.
    """

    __slots__ = ()
    kind: Final = "lifetime"
    _fields = ()


class BillingOptions(Record):
    """What a billing plan is told."""

    __slots__ = ("target", "handling", "notice_days",)
    _fields = (
        ("target", "target", "BillingTarget"),
        ("handling", "handling", ("map", "ChargerHandling")),
        ("notice_days", "noticeDays", None),
    )
    target: BillingTarget
    """What the site moves to."""
    handling: abc.Mapping[str, ChargerHandling]
    """What the owner decides of systems, where it is not clear from what they are. It cannot make compatible what is not."""
    notice_days: int
    """How many days customers have, at least, to enter their card anew; a charge that falls due sooner is left where it is. Of 24
    hours each. Seven, where absent.
    """

    def __init__(
        self,
        *,
        target: BillingTarget,
        handling: abc.Mapping[str, ChargerHandling] | None = None,
        notice_days: int = 7,
    ) -> None:
        self._set(target, {} if handling is None else handling, notice_days)


class BillingSource(Record):
    """What one system exported of subscriptions and orders."""

    __slots__ = ("system", "orders", "subscriptions", "zone",)
    _fields = (
        ("system", "system", "BillingSystem"),
        ("orders", "orders", ("list", "Order")),
        ("subscriptions", "subscriptions", ("list", "Subscription")),
        ("zone", "zone", None),
    )
    system: BillingSystem
    """Which."""
    orders: abc.Sequence[Order]
    """Its orders, in any order: by them payments are counted and customers recognised."""
    subscriptions: abc.Sequence[Subscription]
    """Its subscriptions, in any order."""
    zone: str | None
    """The zone in which it counts months and days; UTC, where absent."""

    def __init__(
        self,
        *,
        system: BillingSystem,
        orders: abc.Sequence[Order] = (),
        subscriptions: abc.Sequence[Subscription] = (),
        zone: str | None = None,
    ) -> None:
        self._set(system, orders, subscriptions, zone)


class BillingSpan(Record):
    """A span from an instant (included) until a later one (not included), or without end."""

    __slots__ = ("from_", "until",)
    _fields = (
        ("from_", "from", ("instant",)),
        ("until", "until", ("instant",)),
    )
    from_: datetime
    """Its first instant."""
    until: datetime | None
    """The first instant after it; absent where it does not end."""

    def __init__(
        self,
        *,
        from_: datetime,
        until: datetime | None = None,
    ) -> None:
        self._set(from_, until)


class BillingStepInvite(Record):
    """`BillingStep` of the kind `invite`.

    Ask the customer to enter their card on the new order form.
    """

    __slots__ = ("from_", "by", "owed", "order_forms",)
    kind: Final = "invite"
    _fields = (
        ("from_", "from", ("instant",)),
        ("by", "by", ("instant",)),
        ("owed", "owed", ("list", "Owed")),
        ("order_forms", "orderForms", ("list", None)),
    )
    from_: datetime
    """From when on."""
    by: datetime
    """They have entered it before this instant."""
    owed: abc.Sequence[Owed]
    """What for."""
    order_forms: abc.Sequence[str]
    """The order forms that the site's offerings name, in the order of the offerings."""

    def __init__(
        self,
        *,
        from_: datetime,
        by: datetime,
        owed: abc.Sequence[Owed],
        order_forms: abc.Sequence[str] = (),
    ) -> None:
        self._set(from_, by, owed, order_forms)


class BillingStepStop(Record):
    """`BillingStep` of the kind `stop`.

    Stop the old charger where it is.
    """

    __slots__ = ("system", "by", "subscription_id",)
    kind: Final = "stop"
    _fields = (
        ("system", "system", "BillingSystem"),
        ("by", "by", ("instant",)),
        ("subscription_id", "subscriptionId", None),
    )
    system: BillingSystem
    """Where."""
    by: datetime
    """It is stopped before this instant."""
    subscription_id: str | None
    """Its id there."""

    def __init__(
        self,
        *,
        system: BillingSystem,
        by: datetime,
        subscription_id: str | None = None,
    ) -> None:
        self._set(system, by, subscription_id)


class BillingStepStart(Record):
    """`BillingStep` of the kind `start`.

    The new order form charges for the first time: the same amount as often as the old charger did.
    """

    __slots__ = ("not_before", "amount", "interval", "charges",)
    kind: Final = "start"
    _fields = (
        ("not_before", "notBefore", ("instant",)),
        ("amount", "amount", "Money"),
        ("interval", "interval", "BillingInterval"),
        ("charges", "charges", None),
    )
    not_before: datetime
    """Not before this instant, and not before the old charger is stopped."""
    amount: Money
    """How much each time."""
    interval: BillingInterval
    """How often."""
    charges: int | None
    """How many times; without end, where absent."""

    def __init__(
        self,
        *,
        not_before: datetime,
        amount: Money,
        interval: BillingInterval,
        charges: int | None = None,
    ) -> None:
        self._set(not_before, amount, interval, charges)


class Blueprint(Record):
    """An automation that delivers an offering, and what it needs."""

    __slots__ = ("automation", "new_tags", "new_webhooks", "offering", "left_out", "instructions", "diagram",)
    _fields = (
        ("automation", "automation", "Automation"),
        ("new_tags", "newTags", ("list", None)),
        ("new_webhooks", "newWebhooks", ("list", "Webhook")),
        ("offering", "offering", "Offering"),
        ("left_out", "leftOut", ("list", "LeftOutModule")),
        ("instructions", "instructions", ("list", None)),
        ("diagram", "diagram", None),
    )
    automation: Automation
    """The automation as it is to be."""
    new_tags: abc.Sequence[str]
    """Tags that are not there yet, in the order in which they are needed."""
    new_webhooks: abc.Sequence[Webhook]
    """Webhooks that are not there yet, in the order in which they are needed."""
    offering: Offering
    """The offering, with the new tags that it has to name, and without release timers for the modules that the automation opens."""
    left_out: abc.Sequence[LeftOutModule]
    """Modules that the automation cannot open when their rules say, in the offering's order; the site's timers open them, or somebody by hand.
    None where the site opens the modules anyway.
    """
    instructions: abc.Sequence[str]
    """What a person does to build it, in order, each a sentence or two."""
    diagram: str
    """The automation as a Mermaid flowchart."""

    def __init__(
        self,
        *,
        automation: Automation,
        new_tags: abc.Sequence[str],
        new_webhooks: abc.Sequence[Webhook],
        offering: Offering,
        left_out: abc.Sequence[LeftOutModule],
        instructions: abc.Sequence[str],
        diagram: str,
    ) -> None:
        self._set(automation, new_tags, new_webhooks, offering, left_out, instructions, diagram)


class CalendarAnswer(Record):

    __slots__ = ("calendar",)
    _fields = (
        ("calendar", "calendar", None),
    )
    calendar: str
    """The text of the iCalendar."""

    def __init__(
        self,
        *,
        calendar: str,
    ) -> None:
        self._set(calendar)


class CauseCount(Record):
    """How often access changed for one cause."""

    __slots__ = ("verdict", "count", "after", "before",)
    _fields = (
        ("verdict", "verdict", "Verdict"),
        ("count", "count", None),
        ("after", "after", "AccessReason"),
        ("before", "before", "AccessReason"),
    )
    verdict: Verdict
    """What became of the access."""
    count: int
    """How often."""
    after: AccessReason | None
    """Why the site after let in or not, at that instant; absent where it has no such page."""
    before: AccessReason | None
    """Why the site before let in or not, at the first instant at which the sites differ; absent where it has no such page."""

    def __init__(
        self,
        *,
        verdict: Verdict,
        count: int,
        after: AccessReason | None = None,
        before: AccessReason | None = None,
    ) -> None:
        self._set(verdict, count, after, before)


class CheckTarget(Record):
    """The target must be this copy of the site and hold these users still. The host takes a snapshot and compares."""

    __slots__ = ("environment", "users", "snapshot",)
    _fields = (
        ("environment", "environment", "Environment"),
        ("users", "users", None),
        ("snapshot", "snapshot", None),
    )
    environment: Environment
    """Which copy of the site."""
    users: int
    """How many users it has."""
    snapshot: str
    """The digest of their snapshot: `Snapshot::digest`."""

    def __init__(
        self,
        *,
        environment: Environment,
        users: int,
        snapshot: str,
    ) -> None:
        self._set(environment, users, snapshot)


class ChecklistAnswer(Record):
    """One person's answer to one item."""

    __slots__ = ("answer", "answered_by", "at", "note",)
    _fields = (
        ("answer", "answer", "Answer"),
        ("answered_by", "answeredBy", None),
        ("at", "at", ("instant",)),
        ("note", "note", None),
    )
    answer: Answer
    """What."""
    answered_by: str
    """Whose."""
    at: datetime
    """When."""
    note: str | None
    """What else they say."""

    def __init__(
        self,
        *,
        answer: Answer,
        answered_by: str,
        at: datetime,
        note: str | None = None,
    ) -> None:
        self._set(answer, answered_by, at, note)


class ChecklistEntry(Record):
    """One item as it stands."""

    __slots__ = ("item", "area", "question", "why", "source", "status", "told_by", "answer", "found",)
    _fields = (
        ("item", "item", "ChecklistItem"),
        ("area", "area", "ChecklistArea"),
        ("question", "question", None),
        ("why", "why", None),
        ("source", "source", None),
        ("status", "status", "ChecklistStatus"),
        ("told_by", "toldBy", "ToldBy"),
        ("answer", "answer", "ChecklistAnswer"),
        ("found", "found", None),
    )
    item: ChecklistItem
    """Which."""
    area: ChecklistArea
    """What it is about."""
    question: str
    """What is asked."""
    why: str
    """Why it matters."""
    source: str
    """The guide that asks for it, with its part."""
    status: ChecklistStatus
    """How it stands."""
    told_by: ToldBy
    """Who says so."""
    answer: ChecklistAnswer | None
    """What was answered, whether it counts or not."""
    found: str | None
    """What was found, where there was something to look at."""

    def __init__(
        self,
        *,
        item: ChecklistItem,
        area: ChecklistArea,
        question: str,
        why: str,
        source: str,
        status: ChecklistStatus,
        told_by: ToldBy,
        answer: ChecklistAnswer | None = None,
        found: str | None = None,
    ) -> None:
        self._set(item, area, question, why, source, status, told_by, answer, found)


class CodesAnswer(Record):

    __slots__ = ("codes",)
    _fields = (
        ("codes", "codes", ("list", "DescribedCode")),
    )
    codes: abc.Sequence[DescribedCode]
    """In the order of the registry."""

    def __init__(
        self,
        *,
        codes: abc.Sequence[DescribedCode],
    ) -> None:
        self._set(codes)


class ColumnMapping(Record):
    """One column's place in a mapping."""

    __slots__ = ("header", "use", "score", "reason",)
    _fields = (
        ("header", "header", None),
        ("use", "use", "ColumnUse"),
        ("score", "score", None),
        ("reason", "reason", "MatchReason"),
    )
    header: str
    """The column's name as the file writes it, cleaned."""
    use: ColumnUse
    """What it is for."""
    score: int
    """How sure that is, 0 to 100."""
    reason: MatchReason
    """Why."""

    def __init__(
        self,
        *,
        header: str,
        use: ColumnUse,
        score: int = 0,
        reason: MatchReason = "chosen",
    ) -> None:
        self._set(header, use, score, reason)


class ColumnUseField(Record):
    """`ColumnUse` of the kind `field`.

    A field of the record. No field stands for two columns.
    """

    __slots__ = ("field",)
    kind: Final = "field"
    _fields = (
        ("field", "field", "Field"),
    )
    field: Field
    """The field."""

    def __init__(
        self,
        *,
        field: Field,
    ) -> None:
        self._set(field)


class ColumnUseCustom(Record):
    """`ColumnUse` of the kind `custom`.

    Kept as a custom field.
    """

    __slots__ = ("name",)
    kind: Final = "custom"
    _fields = (
        ("name", "name", None),
    )
    name: str
    """Its name; no name stands for two columns."""

    def __init__(
        self,
        *,
        name: str,
    ) -> None:
        self._set(name)


class ColumnUseSensitive(Record):
    """`ColumnUse` of the kind `sensitive`.

    Left out: it holds secrets or identity numbers.
    """

    __slots__ = ()
    kind: Final = "sensitive"
    _fields = ()


class ColumnUseIgnored(Record):
    """`ColumnUse` of the kind `ignored`.

    Left out because the caller says so.
    """

    __slots__ = ()
    kind: Final = "ignored"
    _fields = ()


class CompareAnswer(Record):

    __slots__ = ("changes", "ready", "comparison",)
    _fields = (
        ("changes", "changes", ("list", "AccessChange")),
        ("ready", "ready", None),
        ("comparison", "comparison", "AccessComparison"),
    )
    changes: abc.Sequence[AccessChange]
    """By member, then by page. Written one by one, for each borrows from what is compared."""
    ready: bool
    """Whether every loss is accepted."""
    comparison: AccessComparison

    def __init__(
        self,
        *,
        changes: abc.Sequence[AccessChange],
        ready: bool,
        comparison: AccessComparison,
    ) -> None:
        self._set(changes, ready, comparison)


class ComparedMember(Record):
    """One person, as each of the two sites knows them."""

    __slots__ = ("before", "after",)
    _fields = (
        ("before", "before", "Member"),
        ("after", "after", "Member"),
    )
    before: Member
    """What the site before knows of them."""
    after: Member | None
    """What the site after does; the same, where absent."""

    def __init__(
        self,
        *,
        before: Member,
        after: Member | None = None,
    ) -> None:
        self._set(before, after)


class ComparedPage(Record):
    """A page of either site or of both."""

    __slots__ = ("after", "before",)
    _fields = (
        ("after", "after", None),
        ("before", "before", None),
    )
    after: str | None
    """Its id on the site after; absent where that has no such page."""
    before: str | None
    """Its id on the site before; absent where that has no such page."""

    def __init__(
        self,
        *,
        after: str | None = None,
        before: str | None = None,
    ) -> None:
        self._set(after, before)


class Completion(Record):
    """Something a member completes. On the wire `module`, `offering` or both."""

    __slots__ = ("module", "offering",)
    _fields = (
        ("module", "module", None),
        ("offering", "offering", None),
    )
    module: str | None
    offering: str | None

    def __init__(
        self,
        *,
        module: str | None = None,
        offering: str | None = None,
    ) -> None:
        self._set(module, offering)


class ConsentEvidence(Record):
    """What a source knows about how a status came about. Everything may be absent."""

    __slots__ = ("at", "ip", "source", "wording",)
    _fields = (
        ("at", "at", ("instant",)),
        ("ip", "ip", None),
        ("source", "source", None),
        ("wording", "wording", None),
    )
    at: datetime | None
    """When the person opted in, or out."""
    ip: str | None
    """The internet address it came from, as text."""
    source: str | None
    """Where it happened: a form, a campaign, a column of an export."""
    wording: str | None
    """What the person agreed to, or the source's own word for the status."""

    def __init__(
        self,
        *,
        at: datetime | None = None,
        ip: str | None = None,
        source: str | None = None,
        wording: str | None = None,
    ) -> None:
        self._set(at, ip, source, wording)


class Contact(Record):
    """One person of the source.

    Two contacts are the same person when their addresses share a key; see `Email::key`.
    """

    __slots__ = ("email", "marketing", "address", "company", "created_at", "custom", "external_id", "external_id_aliases", "first_name", "last_name", "locale", "order_ids", "phone", "referring_affiliate", "roles", "subscription_ids", "tags", "time_zone", "updated_at", "username",)
    _fields = (
        ("email", "email", None),
        ("marketing", "marketing", "Marketing"),
        ("address", "address", "Address"),
        ("company", "company", None),
        ("created_at", "createdAt", ("instant",)),
        ("custom", "custom", ("map", None)),
        ("external_id", "externalId", None),
        ("external_id_aliases", "externalIdAliases", ("list", None)),
        ("first_name", "firstName", None),
        ("last_name", "lastName", None),
        ("locale", "locale", None),
        ("order_ids", "orderIds", ("list", None)),
        ("phone", "phone", None),
        ("referring_affiliate", "referringAffiliate", None),
        ("roles", "roles", ("list", None)),
        ("subscription_ids", "subscriptionIds", ("list", None)),
        ("tags", "tags", ("list", None)),
        ("time_zone", "timeZone", None),
        ("updated_at", "updatedAt", ("instant",)),
        ("username", "username", None),
    )
    email: str
    """The address."""
    marketing: Marketing
    """What the person may be sent."""
    address: Address | None
    """Postal address."""
    company: str | None
    """Company."""
    created_at: datetime | None
    """When the source first knew the person."""
    custom: abc.Mapping[str, str]
    """Fields the source has and this type has not, by the source's name, in column order."""
    external_id: str | None
    """The source's own id, kept as text."""
    external_id_aliases: abc.Sequence[str]
    """Further ids of the source under the same address, in order of appearance."""
    first_name: str | None
    """Given name."""
    last_name: str | None
    """Family name."""
    locale: str | None
    """Language, as the source writes it."""
    order_ids: abc.Sequence[str]
    """Order ids, in order of appearance."""
    phone: str | None
    """Telephone number: E.164, as in `+12125550123` or `+12125550123 ext. 45`, where reading could make it so; else as
    written.
    """
    referring_affiliate: str | None
    """Who referred the person."""
    roles: abc.Sequence[str]
    """The roles that the person has on the source site, by its own names, in order of appearance. No role is given to
    anybody by them.
    """
    subscription_ids: abc.Sequence[str]
    """Subscription ids, in order of appearance."""
    tags: abc.Sequence[str]
    """Tags, each once, in order of appearance."""
    time_zone: str | None
    """IANA time zone, as the source writes it."""
    updated_at: datetime | None
    """When the source last changed the record."""
    username: str | None
    """The login name, only where it differs from the address."""

    def __init__(
        self,
        *,
        email: str,
        marketing: Marketing | None = None,
        address: Address | None = None,
        company: str | None = None,
        created_at: datetime | None = None,
        custom: abc.Mapping[str, str] | None = None,
        external_id: str | None = None,
        external_id_aliases: abc.Sequence[str] = (),
        first_name: str | None = None,
        last_name: str | None = None,
        locale: str | None = None,
        order_ids: abc.Sequence[str] = (),
        phone: str | None = None,
        referring_affiliate: str | None = None,
        roles: abc.Sequence[str] = (),
        subscription_ids: abc.Sequence[str] = (),
        tags: abc.Sequence[str] = (),
        time_zone: str | None = None,
        updated_at: datetime | None = None,
        username: str | None = None,
    ) -> None:
        self._set(email, Marketing() if marketing is None else marketing, address, company, created_at, {} if custom is None else custom, external_id, external_id_aliases, first_name, last_name, locale, order_ids, phone, referring_affiliate, roles, subscription_ids, tags, time_zone, updated_at, username)


class ContactConditionHasTag(Record):
    """`ContactCondition` of the kind `has-tag`.

    Whether they hold a tag.
    """

    __slots__ = ("tag",)
    kind: Final = "has-tag"
    _fields = (
        ("tag", "tag", None),
    )
    tag: str
    """Which."""

    def __init__(
        self,
        *,
        tag: str,
    ) -> None:
        self._set(tag)


class ContactConditionLacksTag(Record):
    """`ContactCondition` of the kind `lacks-tag`.

    Whether they lack a tag.
    """

    __slots__ = ("tag",)
    kind: Final = "lacks-tag"
    _fields = (
        ("tag", "tag", None),
    )
    tag: str
    """Which."""

    def __init__(
        self,
        *,
        tag: str,
    ) -> None:
        self._set(tag)


class ContactConditionFieldIs(Record):
    """`ContactCondition` of the kind `field-is`.

    Whether a custom field holds a value, spelt exactly so.
    """

    __slots__ = ("field", "value",)
    kind: Final = "field-is"
    _fields = (
        ("field", "field", None),
        ("value", "value", None),
    )
    field: str
    """The field."""
    value: str
    """The value."""

    def __init__(
        self,
        *,
        field: str,
        value: str,
    ) -> None:
        self._set(field, value)


class ContactEvent(Record):
    """Something that happens to a contact."""

    __slots__ = ("at", "happened",)
    _fields = (
        ("at", "at", ("instant",)),
        ("happened", "happened", "ContactHappening"),
    )
    at: datetime
    """When."""
    happened: ContactHappening
    """What."""

    def __init__(
        self,
        *,
        at: datetime,
        happened: ContactHappening,
    ) -> None:
        self._set(at, happened)


class ContactHappeningTagAdded(Record):
    """`ContactHappening` of the kind `tag-added`.

    A tag is added, by a purchase, by hand or by another automation.
    """

    __slots__ = ("tag",)
    kind: Final = "tag-added"
    _fields = (
        ("tag", "tag", None),
    )
    tag: str
    """Which."""

    def __init__(
        self,
        *,
        tag: str,
    ) -> None:
        self._set(tag)


class ContactHappeningTagRemoved(Record):
    """`ContactHappening` of the kind `tag-removed`.

    A tag is removed.
    """

    __slots__ = ("tag",)
    kind: Final = "tag-removed"
    _fields = (
        ("tag", "tag", None),
    )
    tag: str
    """Which."""

    def __init__(
        self,
        *,
        tag: str,
    ) -> None:
        self._set(tag)


class ContactHappeningPurchase(Record):
    """`ContactHappening` of the kind `purchase`.

    They buy something in the CRM's own shop.
    """

    __slots__ = ("product",)
    kind: Final = "purchase"
    _fields = (
        ("product", "product", None),
    )
    product: str
    """What, as the CRM calls it."""

    def __init__(
        self,
        *,
        product: str,
    ) -> None:
        self._set(product)


class ContactHappeningFormSubmitted(Record):
    """`ContactHappening` of the kind `form-submitted`.

    They submit a form.
    """

    __slots__ = ("form",)
    kind: Final = "form-submitted"
    _fields = (
        ("form", "form", None),
    )
    form: str
    """Which."""

    def __init__(
        self,
        *,
        form: str,
    ) -> None:
        self._set(form)


class ContactHappeningFieldSet(Record):
    """`ContactHappening` of the kind `field-set`.

    A custom field is written.
    """

    __slots__ = ("field", "value",)
    kind: Final = "field-set"
    _fields = (
        ("field", "field", None),
        ("value", "value", None),
    )
    field: str
    """Which."""
    value: str
    """What it holds afterwards."""

    def __init__(
        self,
        *,
        field: str,
        value: str,
    ) -> None:
        self._set(field, value)


class ContactHappeningStandingChanged(Record):
    """`ContactHappening` of the kind `standing-changed`.

    Their standing changes: they unsubscribe, or subscribe again.
    """

    __slots__ = ("standing",)
    kind: Final = "standing-changed"
    _fields = (
        ("standing", "standing", "ContactStanding"),
    )
    standing: ContactStanding
    """What it is afterwards."""

    def __init__(
        self,
        *,
        standing: ContactStanding,
    ) -> None:
        self._set(standing)


class ContactHistory(Record):
    """A contact as a simulation begins, and what happens to them. By default a subscriber with nothing."""

    __slots__ = ("events", "fields", "login_since", "standing", "tags",)
    _fields = (
        ("events", "events", ("list", "ContactEvent")),
        ("fields", "fields", ("map", None)),
        ("login_since", "loginSince", ("instant",)),
        ("standing", "standing", "ContactStanding"),
        ("tags", "tags", ("list", None)),
    )
    events: abc.Sequence[ContactEvent]
    """What happens to them, in any order; of what happens at one instant the order is kept."""
    fields: abc.Mapping[str, str]
    """Their custom fields."""
    login_since: datetime | None
    """When their login was made; they have none, where absent."""
    standing: ContactStanding
    """Whether they get mail."""
    tags: abc.Sequence[str]
    """The tags they hold."""

    def __init__(
        self,
        *,
        events: abc.Sequence[ContactEvent] = (),
        fields: abc.Mapping[str, str] | None = None,
        login_since: datetime | None = None,
        standing: ContactStanding = "subscribed",
        tags: abc.Sequence[str] = (),
    ) -> None:
        self._set(events, {} if fields is None else fields, login_since, standing, tags)


class ContactsAnswer(Record):

    __slots__ = ("contacts", "detection", "issues", "mapping", "set_aside_csv", "stats",)
    _fields = (
        ("contacts", "contacts", ("list", "Contact")),
        ("detection", "detection", "Detection"),
        ("issues", "issues", ("list", "Issue")),
        ("mapping", "mapping", "Mapping"),
        ("set_aside_csv", "setAsideCsv", None),
        ("stats", "stats", "IntakeStats"),
    )
    contacts: abc.Sequence[Contact] | None
    """Each person once, in order of first appearance."""
    detection: Detection | None
    issues: abc.Sequence[Issue] | None
    """What concerns the input as a whole, then each record's in their order, then what only the last record could settle."""
    mapping: Mapping | None
    set_aside_csv: str | None
    """The records that were set aside, with the header; the header alone where none was."""
    stats: IntakeStats | None

    def __init__(
        self,
        *,
        contacts: abc.Sequence[Contact] | None = None,
        detection: Detection | None = None,
        issues: abc.Sequence[Issue] | None = None,
        mapping: Mapping | None = None,
        set_aside_csv: str | None = None,
        stats: IntakeStats | None = None,
    ) -> None:
        self._set(contacts, detection, issues, mapping, set_aside_csv, stats)


class ContinueOptions(Record):

    __slots__ = ("now", "source_clock",)
    _fields = (
        ("now", "now", ("instant",)),
        ("source_clock", "sourceClock", "DripProfile"),
    )
    now: datetime
    """The instant of the move."""
    source_clock: DripProfile | None
    """The system whose clock opens modules at the source; where absent, tags alone do."""

    def __init__(
        self,
        *,
        now: datetime,
        source_clock: DripProfile | None = None,
    ) -> None:
        self._set(now, source_clock)


class ContinuityAnswer(Record):

    __slots__ = ("rows", "summary",)
    _fields = (
        ("rows", "rows", ("list", "ModuleContinuity")),
        ("summary", "summary", "ContinuitySummary"),
    )
    rows: abc.Sequence[ModuleContinuity]
    """Each member's modules, in the order of the contacts, then of the site."""
    summary: ContinuitySummary

    def __init__(
        self,
        *,
        rows: abc.Sequence[ModuleContinuity],
        summary: ContinuitySummary,
    ) -> None:
        self._set(rows, summary)


class ContinuityCounts(Record):
    """How many members are met by a change, each counted once for each kind of change."""

    __slots__ = ("lose", "gain", "later", "earlier", "expire",)
    _fields = (
        ("lose", "lose", None),
        ("gain", "gain", None),
        ("later", "later", None),
        ("earlier", "earlier", None),
        ("expire", "expire", None),
    )
    lose: int
    """A module that was open is closed, and no expiry rule closes it. Nobody, where a clock is kept or continued."""
    gain: int
    """A module that was closed is open."""
    later: int
    """A module that was to open at a known instant opens later, or by the clock never."""
    earlier: int
    """A module that was to open at a known instant opens earlier, yet after the move."""
    expire: int
    """A module that was open is closed by an expiry rule of the site."""

    def __init__(
        self,
        *,
        lose: int,
        gain: int,
        later: int,
        earlier: int,
        expire: int,
    ) -> None:
        self._set(lose, gain, later, earlier, expire)


class ContinuityCountsByPolicy(Record):
    """One value for each `DripContinuity`."""

    __slots__ = ("keep_original_clock", "continue_from_last_released", "restart", "open_all",)
    _fields = (
        ("keep_original_clock", "keepOriginalClock", "ContinuityCounts"),
        ("continue_from_last_released", "continueFromLastReleased", "ContinuityCounts"),
        ("restart", "restart", "ContinuityCounts"),
        ("open_all", "openAll", "ContinuityCounts"),
    )
    keep_original_clock: ContinuityCounts
    """Under `DripContinuity::KeepOriginalClock`."""
    continue_from_last_released: ContinuityCounts
    """Under `DripContinuity::ContinueFromLastReleased`."""
    restart: ContinuityCounts
    """Under `DripContinuity::Restart`."""
    open_all: ContinuityCounts
    """Under `DripContinuity::OpenAll`."""

    def __init__(
        self,
        *,
        keep_original_clock: ContinuityCounts,
        continue_from_last_released: ContinuityCounts,
        restart: ContinuityCounts,
        open_all: ContinuityCounts,
    ) -> None:
        self._set(keep_original_clock, continue_from_last_released, restart, open_all)


class ContinuitySummary(Record):
    """What each policy comes to, offering by offering."""

    __slots__ = ("offerings",)
    _fields = (
        ("offerings", "offerings", ("list", "OfferingContinuity")),
    )
    offerings: abc.Sequence[OfferingContinuity]
    """In the order of the site."""

    def __init__(
        self,
        *,
        offerings: abc.Sequence[OfferingContinuity],
    ) -> None:
        self._set(offerings)


class Correction(Record):
    """A cell of a table that somebody put right. It stands where an issue says it does: in `Location::record` and `Location::column`."""

    __slots__ = ("record", "column", "text",)
    _fields = (
        ("record", "record", None),
        ("column", "column", None),
        ("text", "text", None),
    )
    record: int
    """The data record, 0-based."""
    column: int
    """The column, 1-based. One that neither the header nor the record reaches is passed over."""
    text: str
    """What takes the place of the cell, as it would be written without quotes."""

    def __init__(
        self,
        *,
        record: int,
        column: int,
        text: str,
    ) -> None:
        self._set(record, column, text)


class CreateUser(Record):
    """A user is created."""

    __slots__ = ("email", "username", "role", "profile",)
    _fields = (
        ("email", "email", None),
        ("username", "username", None),
        ("role", "role", None),
        ("profile", "profile", "UserProfile"),
    )
    email: str
    """The address as written."""
    username: str
    """The login name, free on the target and given to nobody else by this plan."""
    role: str
    """The only role."""
    profile: UserProfile
    """What is known of the person."""

    def __init__(
        self,
        *,
        email: str,
        username: str,
        role: str,
        profile: UserProfile,
    ) -> None:
        self._set(email, username, role, profile)


class CrmSettingsManaged(Record):
    """`CrmSettings` of the kind `managed`.

    No CRM: the site manages its contacts itself.
    """

    __slots__ = ()
    kind: Final = "managed"
    _fields = ()


class CrmSettingsKeap(Record):
    """`CrmSettings` of the kind `keap`.

    Keap, once Infusionsoft. Needs nothing besides the processor.
    """

    __slots__ = ()
    kind: Final = "keap"
    _fields = ()


class CrmSettingsOntraport(Record):
    """`CrmSettings` of the kind `ontraport`.

    Ontraport.
    """

    __slots__ = ("commerce_sync", "tracking_script",)
    kind: Final = "ontraport"
    _fields = (
        ("commerce_sync", "commerceSync", "CommerceSync"),
        ("tracking_script", "trackingScript", "TrackingScript"),
    )
    commerce_sync: CommerceSync
    """Whether orders are written to its commerce too; they are not, where absent."""
    tracking_script: TrackingScript
    """Its script on every page; on, where absent."""

    def __init__(
        self,
        *,
        commerce_sync: CommerceSync = "off",
        tracking_script: TrackingScript = "on",
    ) -> None:
        self._set(commerce_sync, tracking_script)


class CrmSettingsActivecampaign(Record):
    """`CrmSettings` of the kind `activecampaign`.

    ActiveCampaign.
    """

    __slots__ = ("opt_in_form",)
    kind: Final = "activecampaign"
    _fields = (
        ("opt_in_form", "optInForm", "OptInForm"),
    )
    opt_in_form: OptInForm | None
    """The form by which somebody who unsubscribed and buys is taken back."""

    def __init__(
        self,
        *,
        opt_in_form: OptInForm | None = None,
    ) -> None:
        self._set(opt_in_form)


class CrmSettingsKit(Record):
    """`CrmSettings` of the kind `kit`.

    Kit, once ConvertKit.
    """

    __slots__ = ("opt_in_form",)
    kind: Final = "kit"
    _fields = (
        ("opt_in_form", "optInForm", "OptInForm"),
    )
    opt_in_form: OptInForm | None
    """The form by which somebody who unsubscribed and buys is taken back."""

    def __init__(
        self,
        *,
        opt_in_form: OptInForm | None = None,
    ) -> None:
        self._set(opt_in_form)


class CrmSettingsDrip(Record):
    """`CrmSettings` of the kind `drip`.

    Drip.
    """

    __slots__ = ("tracking_script",)
    kind: Final = "drip"
    _fields = (
        ("tracking_script", "trackingScript", "TrackingScript"),
    )
    tracking_script: TrackingScript
    """Its script on every page; on, where absent."""

    def __init__(
        self,
        *,
        tracking_script: TrackingScript = "on",
    ) -> None:
        self._set(tracking_script)


class CsvAnswer(Record):

    __slots__ = ("csv",)
    _fields = (
        ("csv", "csv", None),
    )
    csv: str
    """The whole file."""

    def __init__(
        self,
        *,
        csv: str,
    ) -> None:
        self._set(csv)


class CsvOptions(Record):
    """How contacts are written as CSV."""

    __slots__ = ("secrets",)
    _fields = (
        ("secrets", "secrets", ("list", "SecretField")),
    )
    secrets: abc.Sequence[SecretField]
    """The secrets to write. Whoever names one answers for where the file goes. Left out: none."""

    def __init__(
        self,
        *,
        secrets: abc.Sequence[SecretField] = (),
    ) -> None:
        self._set(secrets)


class CustomOperationReleaseOffering(Record):
    """`CustomOperation` of the kind `release-offering`.

    Enrolls: makes the member account and its password where there is none, gives access, and starts the offering's release timers.
    """

    __slots__ = ("offering",)
    kind: Final = "release-offering"
    _fields = (
        ("offering", "offering", None),
    )
    offering: str
    """What is released."""

    def __init__(
        self,
        *,
        offering: str,
    ) -> None:
        self._set(offering)


class CustomOperationRevokeOffering(Record):
    """`CustomOperation` of the kind `revoke-offering`.

    Takes the access to an offering away.
    """

    __slots__ = ("offering",)
    kind: Final = "revoke-offering"
    _fields = (
        ("offering", "offering", None),
    )
    offering: str
    """What is revoked."""

    def __init__(
        self,
        *,
        offering: str,
    ) -> None:
        self._set(offering)


class CustomOperationGrantCourse(Record):
    """`CustomOperation` of the kind `grant-course`.

    Adds every permission tag of a course at once.
    """

    __slots__ = ("offering",)
    kind: Final = "grant-course"
    _fields = (
        ("offering", "offering", None),
    )
    offering: str
    """The course."""

    def __init__(
        self,
        *,
        offering: str,
    ) -> None:
        self._set(offering)


class CustomOperationRevokeCourse(Record):
    """`CustomOperation` of the kind `revoke-course`.

    Takes the permission to a whole course away.
    """

    __slots__ = ("offering",)
    kind: Final = "revoke-course"
    _fields = (
        ("offering", "offering", None),
    )
    offering: str
    """The course."""

    def __init__(
        self,
        *,
        offering: str,
    ) -> None:
        self._set(offering)


class CustomOperationAddTags(Record):
    """`CustomOperation` of the kind `add-tags`.

    Adds tags.
    """

    __slots__ = ("tags",)
    kind: Final = "add-tags"
    _fields = (
        ("tags", "tags", ("list", None)),
    )
    tags: abc.Sequence[str]
    """Which, in any order."""

    def __init__(
        self,
        *,
        tags: abc.Sequence[str],
    ) -> None:
        self._set(tags)


class CustomOperationRemoveTags(Record):
    """`CustomOperation` of the kind `remove-tags`.

    Removes tags.
    """

    __slots__ = ("tags",)
    kind: Final = "remove-tags"
    _fields = (
        ("tags", "tags", ("list", None)),
    )
    tags: abc.Sequence[str]
    """Which, in any order."""

    def __init__(
        self,
        *,
        tags: abc.Sequence[str],
    ) -> None:
        self._set(tags)


class CustomOperationSetField(Record):
    """`CustomOperation` of the kind `set-field`.

    Writes a value into a custom field.
    """

    __slots__ = ("field", "value",)
    kind: Final = "set-field"
    _fields = (
        ("field", "field", None),
        ("value", "value", None),
    )
    field: str
    """The field."""
    value: str
    """What it holds afterwards."""

    def __init__(
        self,
        *,
        field: str,
        value: str,
    ) -> None:
        self._set(field, value)


class CustomOperationIncreaseField(Record):
    """`CustomOperation` of the kind `increase-field`.

    Adds to a numeric field: credits, points.
    """

    __slots__ = ("field", "by",)
    kind: Final = "increase-field"
    _fields = (
        ("field", "field", None),
        ("by", "by", None),
    )
    field: str
    """The field."""
    by: int
    """By how much."""

    def __init__(
        self,
        *,
        field: str,
        by: int,
    ) -> None:
        self._set(field, by)


class CustomOperationDecreaseField(Record):
    """`CustomOperation` of the kind `decrease-field`.

    Takes from a numeric field.
    """

    __slots__ = ("field", "by",)
    kind: Final = "decrease-field"
    _fields = (
        ("field", "field", None),
        ("by", "by", None),
    )
    field: str
    """The field."""
    by: int
    """By how much."""

    def __init__(
        self,
        *,
        field: str,
        by: int,
    ) -> None:
        self._set(field, by)


class CustomOperationShowField(Record):
    """`CustomOperation` of the kind `show-field`.

    Shows a field's value on a page.
    """

    __slots__ = ("field",)
    kind: Final = "show-field"
    _fields = (
        ("field", "field", None),
    )
    field: str
    """The field."""

    def __init__(
        self,
        *,
        field: str,
    ) -> None:
        self._set(field)


class CustomOperationCreateLogin(Record):
    """`CustomOperation` of the kind `create-login`.

    Makes a member account with a password, on demand.
    """

    __slots__ = ()
    kind: Final = "create-login"
    _fields = ()


class CustomOperationUpdateUser(Record):
    """`CustomOperation` of the kind `update-user`.

    Tells the site to take the contact's tags and fields over from the CRM.
    """

    __slots__ = ()
    kind: Final = "update-user"
    _fields = ()


class CustomOperationResizeTeam(Record):
    """`CustomOperation` of the kind `resize-team`.

    Changes the number of seats of the contact's team.
    """

    __slots__ = ("seats", "team",)
    kind: Final = "resize-team"
    _fields = (
        ("seats", "seats", None),
        ("team", "team", None),
    )
    seats: int
    """How many seats more or fewer."""
    team: str | None
    """The team, where the leader has several."""

    def __init__(
        self,
        *,
        seats: int,
        team: str | None = None,
    ) -> None:
        self._set(seats, team)


class CustomOperationRunTeamInteraction(Record):
    """`CustomOperation` of the kind `run-team-interaction`.

    Runs an interaction of a team's member with its leader.
    """

    __slots__ = ("interaction",)
    kind: Final = "run-team-interaction"
    _fields = (
        ("interaction", "interaction", None),
    )
    interaction: str
    """The interaction."""

    def __init__(
        self,
        *,
        interaction: str,
    ) -> None:
        self._set(interaction)


class CustomOperationSendEmail(Record):
    """`CustomOperation` of the kind `send-email`.

    Sends an email of the site's.
    """

    __slots__ = ("email",)
    kind: Final = "send-email"
    _fields = (
        ("email", "email", None),
    )
    email: str
    """The email."""

    def __init__(
        self,
        *,
        email: str,
    ) -> None:
        self._set(email)


class CustomOperationCountdownTimer(Record):
    """`CustomOperation` of the kind `countdown-timer`.

    Starts or shows a member's own countdown.
    """

    __slots__ = ("timer",)
    kind: Final = "countdown-timer"
    _fields = (
        ("timer", "timer", None),
    )
    timer: str
    """The timer."""

    def __init__(
        self,
        *,
        timer: str,
    ) -> None:
        self._set(timer)


class CustomOperationSplitTest(Record):
    """`CustomOperation` of the kind `split-test`.

    Sorts contacts into groups by giving each one of several tags.
    """

    __slots__ = ("tags",)
    kind: Final = "split-test"
    _fields = (
        ("tags", "tags", ("list", None)),
    )
    tags: abc.Sequence[str]
    """One tag for each group."""

    def __init__(
        self,
        *,
        tags: abc.Sequence[str],
    ) -> None:
        self._set(tags)


class CustomOperationTriggerProgressEvent(Record):
    """`CustomOperation` of the kind `trigger-progress-event`.

    Triggers an event of ProgressAlly, which adds tags or checks objectives.
    """

    __slots__ = ("event",)
    kind: Final = "trigger-progress-event"
    _fields = (
        ("event", "event", None),
    )
    event: str
    """The event."""

    def __init__(
        self,
        *,
        event: str,
    ) -> None:
        self._set(event)


class CustomOperationCrmCouponCode(Record):
    """`CustomOperation` of the kind `crm-coupon-code`.

    Makes a coupon code that works for the contact, set off by the CRM.
    """

    __slots__ = ("coupon",)
    kind: Final = "crm-coupon-code"
    _fields = (
        ("coupon", "coupon", None),
    )
    coupon: str
    """The coupon."""

    def __init__(
        self,
        *,
        coupon: str,
    ) -> None:
        self._set(coupon)


class CustomerId(Record):
    """A customer's id in one system."""

    __slots__ = ("system", "id",)
    _fields = (
        ("system", "system", "BillingSystem"),
        ("id", "id", None),
    )
    system: BillingSystem
    """The system."""
    id: str
    """The id there."""

    def __init__(
        self,
        *,
        system: BillingSystem,
        id: str,
    ) -> None:
        self._set(system, id)


class DamageTruncate(Record):
    """`Damage` of the kind `truncate`.

    So many bytes are gone from its end.
    """

    __slots__ = ("bytes",)
    kind: Final = "truncate"
    _fields = (
        ("bytes", "bytes", None),
    )
    bytes: int

    def __init__(
        self,
        *,
        bytes: int,
    ) -> None:
        self._set(bytes)


class DamageFlip(Record):
    """`Damage` of the kind `flip`.

    The lowest bit of a byte of a line is another.
    """

    __slots__ = ("line", "byte",)
    kind: Final = "flip"
    _fields = (
        ("line", "line", None),
        ("byte", "byte", None),
    )
    line: int
    byte: int

    def __init__(
        self,
        *,
        line: int,
        byte: int,
    ) -> None:
        self._set(line, byte)


class DamageLose(Record):
    """`Damage` of the kind `lose`.

    A line is gone.
    """

    __slots__ = ("line",)
    kind: Final = "lose"
    _fields = (
        ("line", "line", None),
    )
    line: int

    def __init__(
        self,
        *,
        line: int,
    ) -> None:
        self._set(line)


class DamageFormat(Record):
    """`Damage` of the kind `format`.

    The header names another format.
    """

    __slots__ = ("format",)
    kind: Final = "format"
    _fields = (
        ("format", "format", None),
    )
    format: int

    def __init__(
        self,
        *,
        format: int,
    ) -> None:
        self._set(format)


class DateOptions(Record):
    """What is known of a date from outside."""

    __slots__ = ("day_first", "formats", "zone",)
    _fields = (
        ("day_first", "dayFirst", None),
        ("formats", "formats", ("list", None)),
        ("zone", "zone", None),
    )
    day_first: bool | None
    """Whether the day comes first in `3/4/2024`. Left out: such a date is ambiguous."""
    formats: abc.Sequence[str]
    """The only forms a date may have, the first that fits counting. Left out: every form that exports are known to use."""
    zone: str | None
    """The zone of a date that has none of its own. Left out: such a date is only a wall-clock time."""

    def __init__(
        self,
        *,
        day_first: bool | None = None,
        formats: abc.Sequence[str] = (),
        zone: str | None = None,
    ) -> None:
        self._set(day_first, formats, zone)


class DayChart(Record):
    """Numbers by day, in rows."""

    __slots__ = ("title", "days", "rows", "left_out",)
    _fields = (
        ("title", "title", None),
        ("days", "days", ("list", None)),
        ("rows", "rows", ("list", "DayRow")),
        ("left_out", "leftOut", None),
    )
    title: str
    """What it shows."""
    days: abc.Sequence[str]
    """The days, one after the other, as `2026-03-02`."""
    rows: abc.Sequence[DayRow]
    """The rows, in order."""
    left_out: int
    """How many further rows there are that are not shown."""

    def __init__(
        self,
        *,
        title: str,
        days: abc.Sequence[str],
        rows: abc.Sequence[DayRow],
        left_out: int,
    ) -> None:
        self._set(title, days, rows, left_out)


class DayRow(Record):
    """One row of numbers by day."""

    __slots__ = ("label", "counts",)
    _fields = (
        ("label", "label", None),
        ("counts", "counts", ("list", None)),
    )
    label: str
    """What it is of."""
    counts: abc.Sequence[int]
    """A number for each day."""

    def __init__(
        self,
        *,
        label: str,
        counts: abc.Sequence[int],
    ) -> None:
        self._set(label, counts)


class DecideAllAnswer(Record):

    __slots__ = ("pages",)
    _fields = (
        ("pages", "pages", ("list", "AllowedMembers")),
    )
    pages: abc.Sequence[AllowedMembers]
    """Every page, in the order of the document."""

    def __init__(
        self,
        *,
        pages: abc.Sequence[AllowedMembers],
    ) -> None:
        self._set(pages)


class Decision(Record):
    """A decision with its explanation, as it is written."""

    __slots__ = ("allowed", "reason", "explanation", "rules", "needs", "ways", "closes_at", "opens_at", "redirect",)
    _fields = (
        ("allowed", "allowed", None),
        ("reason", "reason", "AccessReason"),
        ("explanation", "explanation", None),
        ("rules", "rules", ("list", None)),
        ("needs", "needs", ("list", "Need")),
        ("ways", "ways", ("list", ("list", "Need"))),
        ("closes_at", "closesAt", ("instant",)),
        ("opens_at", "opensAt", ("instant",)),
        ("redirect", "redirect", None),
    )
    allowed: bool
    reason: AccessReason
    explanation: str
    rules: abc.Sequence[str]
    needs: abc.Sequence[Need]
    ways: abc.Sequence[abc.Sequence[Need]]
    closes_at: datetime | None
    opens_at: datetime | None
    redirect: str | None

    def __init__(
        self,
        *,
        allowed: bool,
        reason: AccessReason,
        explanation: str,
        rules: abc.Sequence[str],
        needs: abc.Sequence[Need],
        ways: abc.Sequence[abc.Sequence[Need]],
        closes_at: datetime | None = None,
        opens_at: datetime | None = None,
        redirect: str | None = None,
    ) -> None:
        self._set(allowed, reason, explanation, rules, needs, ways, closes_at, opens_at, redirect)


class DeleteUser(Record):
    """A user whom a run created, and who is still as it left them, is deleted."""

    __slots__ = ("user",)
    _fields = (
        ("user", "user", "TargetUser"),
    )
    user: TargetUser
    """All of the user. Where anything is different on the target, nobody is deleted."""

    def __init__(
        self,
        *,
        user: TargetUser,
    ) -> None:
        self._set(user)


class DescribeAnswer(Record):

    __slots__ = ("name", "text", "crm_integrated", "managed", "inverse",)
    _fields = (
        ("name", "name", None),
        ("text", "text", None),
        ("crm_integrated", "crmIntegrated", "OperationSupport"),
        ("managed", "managed", "OperationSupport"),
        ("inverse", "inverse", "CustomOperation"),
    )
    name: str
    """Its name on AccessAlly's screens."""
    text: str
    """The name, and what it is done to."""
    crm_integrated: OperationSupport
    """Where the CRM keeps the contacts."""
    managed: OperationSupport
    """Where the site keeps them."""
    inverse: CustomOperation | None
    """What takes it back, where something does."""

    def __init__(
        self,
        *,
        name: str,
        text: str,
        crm_integrated: OperationSupport,
        managed: OperationSupport,
        inverse: CustomOperation | None = None,
    ) -> None:
        self._set(name, text, crm_integrated, managed, inverse)


class DescribedCode(Record):

    __slots__ = ("code", "category", "severity", "meaning", "remedy",)
    _fields = (
        ("code", "code", "Code"),
        ("category", "category", "Category"),
        ("severity", "severity", "Severity"),
        ("meaning", "meaning", None),
        ("remedy", "remedy", None),
    )
    code: Code
    category: Category
    """Which exception class a failure of the code is."""
    severity: Severity
    """How much an issue of the code matters."""
    meaning: str
    """What it means."""
    remedy: str
    """What to do about it."""

    def __init__(
        self,
        *,
        code: Code,
        category: Category,
        severity: Severity,
        meaning: str,
        remedy: str,
    ) -> None:
        self._set(code, category, severity, meaning, remedy)


class DetectAnswer(Record):

    __slots__ = ("detection", "mapping",)
    _fields = (
        ("detection", "detection", "Detection"),
        ("mapping", "mapping", "Mapping"),
    )
    detection: Detection
    mapping: Mapping
    """What each column seems to be for."""

    def __init__(
        self,
        *,
        detection: Detection,
        mapping: Mapping,
    ) -> None:
        self._set(detection, mapping)


class DetectedEncoding(Record):
    """The encoding of an input and why it was chosen."""

    __slots__ = ("name", "evidence",)
    _fields = (
        ("name", "name", None),
        ("evidence", "evidence", "EncodingEvidence"),
    )
    name: str
    """The name by the WHATWG Encoding Standard (`UTF-8`, `windows-1252`, …), or `UTF-32LE` or `UTF-32BE`."""
    evidence: EncodingEvidence
    """How it was found."""

    def __init__(
        self,
        *,
        name: str,
        evidence: EncodingEvidence,
    ) -> None:
        self._set(name, evidence)


class Detection(Record):
    """What an input was found to be."""

    __slots__ = ("encoding", "headers", "source", "alternatives", "dialect", "header_line",)
    _fields = (
        ("encoding", "encoding", "DetectedEncoding"),
        ("headers", "headers", ("list", None)),
        ("source", "source", "SourceGuess"),
        ("alternatives", "alternatives", ("list", "SourceGuess")),
        ("dialect", "dialect", "Dialect"),
        ("header_line", "headerLine", None),
    )
    encoding: DetectedEncoding
    """The encoding."""
    headers: abc.Sequence[str]
    """The columns' names, cleaned, in order; of records the paths of their members, in order of first appearance."""
    source: SourceGuess
    """The system it came from."""
    alternatives: abc.Sequence[SourceGuess]
    """Other systems it might have come from, the likeliest first."""
    dialect: Dialect | None
    """How cells and lines are parted; absent for records."""
    header_line: int | None
    """The line of the header, 1-based; 0 for records, which have none."""

    def __init__(
        self,
        *,
        encoding: DetectedEncoding,
        headers: abc.Sequence[str],
        source: SourceGuess,
        alternatives: abc.Sequence[SourceGuess],
        dialect: Dialect | None = None,
        header_line: int | None = None,
    ) -> None:
        self._set(encoding, headers, source, alternatives, dialect, header_line)


class Dialect(Record):
    """How an input parts its cells."""

    __slots__ = ("delimiter", "line_end", "has_separator_line", "quote",)
    _fields = (
        ("delimiter", "delimiter", None),
        ("line_end", "lineEnd", "LineEndName"),
        ("has_separator_line", "hasSeparatorLine", None),
        ("quote", "quote", None),
    )
    delimiter: str
    """The character between cells."""
    line_end: LineEndName
    """How lines end: `lf`, `crlf` or `cr`."""
    has_separator_line: bool
    """Whether the first line names the delimiter (`sep=;`) and is no part of the table."""
    quote: str | None
    """The character around cells that hold a delimiter or a line end."""

    def __init__(
        self,
        *,
        delimiter: str,
        line_end: LineEndName,
        has_separator_line: bool,
        quote: str | None = None,
    ) -> None:
        self._set(delimiter, line_end, has_separator_line, quote)


class Difference(Record):
    """One value that is not the planned one."""

    __slots__ = ("field", "issue", "expected", "found", "subject",)
    _fields = (
        ("field", "field", None),
        ("issue", "issue", "Issue"),
        ("expected", "expected", None),
        ("found", "found", None),
        ("subject", "subject", None),
    )
    field: str
    """The field, as in `TargetUser`, or `user`, `users`, `untouched`, `updated`."""
    issue: Issue
    """The same as an issue, with what to do about it."""
    expected: str | None
    """What was planned; absent for nothing, and for a user who was to be deleted."""
    found: str | None
    """What is there; absent for nothing."""
    subject: str | None
    """The key of the user's address; absent for what concerns all users."""

    def __init__(
        self,
        *,
        field: str,
        issue: Issue,
        expected: str | None = None,
        found: str | None = None,
        subject: str | None = None,
    ) -> None:
        self._set(field, issue, expected, found, subject)


class DoubleCharge(Record):
    """A span in which several charge for one thing."""

    __slots__ = ("span", "subscriptions",)
    _fields = (
        ("span", "span", "BillingSpan"),
        ("subscriptions", "subscriptions", ("list", None)),
    )
    span: BillingSpan
    """When."""
    subscriptions: abc.Sequence[str]
    """The subscriptions that charge, in the order of the chargers."""

    def __init__(
        self,
        *,
        span: BillingSpan,
        subscriptions: abc.Sequence[str],
    ) -> None:
        self._set(span, subscriptions)


class EmailCheck(Record):
    """What there is to say about one address: see `check_email`."""

    __slots__ = ("valid", "issues", "key", "normalized",)
    _fields = (
        ("valid", "valid", None),
        ("issues", "issues", ("list", "Issue")),
        ("key", "key", None),
        ("normalized", "normalized", None),
    )
    valid: bool
    """Whether it can be delivered to, as far as syntax tells."""
    issues: abc.Sequence[Issue]
    """What is wrong with it; of a valid one, that it looks mistyped, then that it mixes scripts as a look-alike does."""
    key: str | None
    """What it shares with its other spellings; absent where it is not valid."""
    normalized: str | None
    """The address as written, cleaned; absent where it is not valid."""

    def __init__(
        self,
        *,
        valid: bool,
        issues: abc.Sequence[Issue],
        key: str | None = None,
        normalized: str | None = None,
    ) -> None:
        self._set(valid, issues, key, normalized)


class EmailMomentEnrollment(Record):
    """`EmailMoment` of the kind `enrollment`.

    On enrollment.
    """

    __slots__ = ()
    kind: Final = "enrollment"
    _fields = ()


class EmailMomentRelease(Record):
    """`EmailMoment` of the kind `release`.

    When a module opens.
    """

    __slots__ = ("module",)
    kind: Final = "release"
    _fields = (
        ("module", "module", None),
    )
    module: str
    """Which."""

    def __init__(
        self,
        *,
        module: str,
    ) -> None:
        self._set(module)


class Enroll(Record):
    """A user is enrolled in an offering, or more of its modules are opened; nothing is closed."""

    __slots__ = ("offering", "after", "before",)
    _fields = (
        ("offering", "offering", None),
        ("after", "after", "TargetEnrollment"),
        ("before", "before", "TargetEnrollment"),
    )
    offering: str
    """The offering."""
    after: TargetEnrollment
    """As it shall be."""
    before: TargetEnrollment | None
    """The enrollment as it is, if there is one."""

    def __init__(
        self,
        *,
        offering: str,
        after: TargetEnrollment,
        before: TargetEnrollment | None = None,
    ) -> None:
        self._set(offering, after, before)


class Enrolled(Record):

    __slots__ = ("offering", "enrollment",)
    _fields = (
        ("offering", "offering", "Offering"),
        ("enrollment", "enrollment", "Enrollment"),
    )
    offering: Offering
    enrollment: Enrollment

    def __init__(
        self,
        *,
        offering: Offering,
        enrollment: Enrollment,
    ) -> None:
        self._set(offering, enrollment)


class EnrolledAt(Record):
    """Since when a member is enrolled, and what says so."""

    __slots__ = ("at", "evidence",)
    _fields = (
        ("at", "at", ("instant",)),
        ("evidence", "evidence", "EnrolledAtEvidence"),
    )
    at: datetime
    """The instant."""
    evidence: EnrolledAtEvidence
    """What says so."""

    def __init__(
        self,
        *,
        at: datetime,
        evidence: EnrolledAtEvidence,
    ) -> None:
        self._set(at, evidence)


class EnrolledMember(Record):
    """What one member is enrolled in, and what else schedules may count from."""

    __slots__ = ("enrollments", "facts",)
    _fields = (
        ("enrollments", "enrollments", ("list", "Enrollment")),
        ("facts", "facts", "MemberFacts"),
    )
    enrollments: abc.Sequence[Enrollment]
    """The enrollments, in any order."""
    facts: MemberFacts
    """What is known of the member besides."""

    def __init__(
        self,
        *,
        enrollments: abc.Sequence[Enrollment],
        facts: MemberFacts | None = None,
    ) -> None:
        self._set(enrollments, MemberFacts() if facts is None else facts)


class Enrollment(Record):
    """One member's enrollment in one offering.

    What is released is authoritative and only ever grows: no clock takes a module back, but by an expiry rule.
    """

    __slots__ = ("offering", "enrolled_at", "clock_from", "completed", "notified", "paused", "released", "revoked_at",)
    _fields = (
        ("offering", "offering", None),
        ("enrolled_at", "enrolledAt", ("instant",)),
        ("clock_from", "clockFrom", ("instant",)),
        ("completed", "completed", ("map", ("instant",))),
        ("notified", "notified", ("list", None)),
        ("paused", "paused", ("list", "Pause")),
        ("released", "released", ("map", ("instant",))),
        ("revoked_at", "revokedAt", ("instant",)),
    )
    offering: str
    """The offering enrolled in."""
    enrolled_at: datetime
    """When."""
    clock_from: datetime | None
    """The instant a pending timer counts from where the module before it is released and its opening is not known. Set by a
    move that lets the clock go on from where the old site stopped. So a host that releases a module records the instant.
    """
    completed: abc.Mapping[str, datetime]
    """When the member completed modules, for rules that count from it."""
    notified: abc.Sequence[str]
    """The modules whose opening the member was told of already, so that nothing is announced twice."""
    paused: abc.Sequence[Pause]
    """Times in which the clock stands still: what is open stays open, what is pending moves on. In any order."""
    released: abc.Mapping[str, datetime | None]
    """The modules already open, each with when it opened where that is known."""
    revoked_at: datetime | None
    """When access was taken away, if it was."""

    def __init__(
        self,
        *,
        offering: str,
        enrolled_at: datetime,
        clock_from: datetime | None = None,
        completed: abc.Mapping[str, datetime] | None = None,
        notified: abc.Sequence[str] = (),
        paused: abc.Sequence[Pause] = (),
        released: abc.Mapping[str, datetime | None] | None = None,
        revoked_at: datetime | None = None,
    ) -> None:
        self._set(offering, enrolled_at, clock_from, {} if completed is None else completed, notified, paused, {} if released is None else released, revoked_at)


class EnrollmentRow(Record):

    __slots__ = ("contact", "offering", "by", "enrolled_at", "released",)
    _fields = (
        ("contact", "contact", None),
        ("offering", "offering", None),
        ("by", "by", "EnrolledBy"),
        ("enrolled_at", "enrolledAt", "EnrolledAt"),
        ("released", "released", ("map", ("instant",))),
    )
    contact: int
    offering: str
    by: EnrolledBy
    enrolled_at: EnrolledAt
    released: abc.Mapping[str, datetime | None]

    def __init__(
        self,
        *,
        contact: int,
        offering: str,
        by: EnrolledBy,
        enrolled_at: EnrolledAt,
        released: abc.Mapping[str, datetime | None],
    ) -> None:
        self._set(contact, offering, by, enrolled_at, released)


class Environment(Record):
    """Which copy of a site a document describes."""

    __slots__ = ("kind", "url",)
    _fields = (
        ("kind", "kind", "EnvironmentKind"),
        ("url", "url", None),
    )
    kind: EnvironmentKind
    """Live, staging or a copy on somebody's desk."""
    url: str
    """Where it answers."""

    def __init__(
        self,
        *,
        kind: EnvironmentKind,
        url: str,
    ) -> None:
        self._set(kind, url)


class Evidence(Record):
    """What is known besides the contacts. By default nothing."""

    __slots__ = ("customer_ids", "orders", "tag_dates",)
    _fields = (
        ("customer_ids", "customerIds", "CustomerIds"),
        ("orders", "orders", ("list", "Order")),
        ("tag_dates", "tagDates", ("list", "TagDate")),
    )
    customer_ids: CustomerIds | None
    """What the customers' ids of the orders are ids of; another system's, where absent."""
    orders: abc.Sequence[Order]
    """Orders, in any order. Those that belong to no contact are passed over; `orders.tie` says which they are."""
    tag_dates: abc.Sequence[TagDate]
    """When contacts were given their tags, in any order; a tag that no contact holds is passed over."""

    def __init__(
        self,
        *,
        customer_ids: CustomerIds | None = None,
        orders: abc.Sequence[Order] = (),
        tag_dates: abc.Sequence[TagDate] = (),
    ) -> None:
        self._set(customer_ids, orders, tag_dates)


class Expected(Record):
    """What the target must hold once the plan was carried out."""

    __slots__ = ("users_before", "users_after", "tags_added", "enrollments", "untouched_digest", "updated_digest",)
    _fields = (
        ("users_before", "usersBefore", None),
        ("users_after", "usersAfter", None),
        ("tags_added", "tagsAdded", None),
        ("enrollments", "enrollments", None),
        ("untouched_digest", "untouchedDigest", None),
        ("updated_digest", "updatedDigest", None),
    )
    users_before: int
    """Users before."""
    users_after: int
    """Users afterwards."""
    tags_added: int
    """Tags added: the sum over all users."""
    enrollments: int
    """Enrollments made, added to or put back."""
    untouched_digest: str
    """SHA-256 over the canonical lines, ordered by key, of the users that the plan does not touch. They stay as they are."""
    updated_digest: str
    """SHA-256 over the canonical lines, ordered by key, that users whom the plan updates must have afterwards."""

    def __init__(
        self,
        *,
        users_before: int,
        users_after: int,
        tags_added: int,
        enrollments: int,
        untouched_digest: str,
        updated_digest: str,
    ) -> None:
        self._set(users_before, users_after, tags_added, enrollments, untouched_digest, updated_digest)


class Failure(Record):
    """A refusal as data: what bindings make their exceptions of."""

    __slots__ = ("code", "category", "message", "help", "issues", "location",)
    _fields = (
        ("code", "code", "Code"),
        ("category", "category", "Category"),
        ("message", "message", None),
        ("help", "help", None),
        ("issues", "issues", ("list", "Issue")),
        ("location", "location", "Location"),
    )
    code: Code
    """The stable code."""
    category: Category
    """Which exception class a host raises."""
    message: str
    """Lower-case, no full stop, input in back-ticks and shortened."""
    help: str
    """What to do about it."""
    issues: abc.Sequence[Issue]
    """Every issue behind the refusal, in document order; empty where it stands for itself."""
    location: Location | None
    """Where in the input."""

    def __init__(
        self,
        *,
        code: Code,
        category: Category,
        message: str,
        help: str,
        issues: abc.Sequence[Issue] = (),
        location: Location | None = None,
    ) -> None:
        self._set(code, category, message, help, issues, location)


class FixedDate(Record):
    """A fixed date that stands beside a relative rule."""

    __slots__ = ("at", "precedence",)
    _fields = (
        ("at", "at", ("instant",)),
        ("precedence", "precedence", "Precedence"),
    )
    at: datetime
    """The date."""
    precedence: Precedence
    """Which of the two holds; the later, where absent on the wire."""

    def __init__(
        self,
        *,
        at: datetime,
        precedence: Precedence = "latest",
    ) -> None:
        self._set(at, precedence)


class Form(Record):
    """A form of the site's own."""

    __slots__ = ("id", "kind", "offering", "operations", "url",)
    _fields = (
        ("id", "id", None),
        ("kind", "kind", "FormKind"),
        ("offering", "offering", None),
        ("operations", "operations", ("list", "CustomOperation")),
        ("url", "url", None),
    )
    id: str
    """Unique within the site."""
    kind: FormKind
    """Whether something is bought on it."""
    offering: str | None
    """The offering it is for."""
    operations: abc.Sequence[CustomOperation]
    """What is done when it is submitted, in order."""
    url: str | None
    """Where it is on the site."""

    def __init__(
        self,
        *,
        id: str,
        kind: FormKind,
        offering: str | None = None,
        operations: abc.Sequence[CustomOperation] = (),
        url: str | None = None,
    ) -> None:
        self._set(id, kind, offering, operations, url)


class GivenTag(Record):
    """A tag that stands for something no rule can ask about."""

    __slots__ = ("tag", "to",)
    _fields = (
        ("tag", "tag", None),
        ("to", "to", "Grantee"),
    )
    tag: str
    """The tag that the rule asks for."""
    to: Grantee
    """Who has to hold it."""

    def __init__(
        self,
        *,
        tag: str,
        to: Grantee,
    ) -> None:
        self._set(tag, to)


class GranteeMember(Record):
    """`Grantee` of the kind `member`.

    One person.
    """

    __slots__ = ("username",)
    kind: Final = "member"
    _fields = (
        ("username", "username", None),
    )
    username: str
    """The name they log in by."""

    def __init__(
        self,
        *,
        username: str,
    ) -> None:
        self._set(username)


class GranteeCapability(Record):
    """`Grantee` of the kind `capability`.

    Everybody with a capability of WordPress.
    """

    __slots__ = ("capability",)
    kind: Final = "capability"
    _fields = (
        ("capability", "capability", None),
    )
    capability: str
    """The capability."""

    def __init__(
        self,
        *,
        capability: str,
    ) -> None:
        self._set(capability)


class Handover(Record):
    """From whom to whom, and when: the old charger stops before the new one begins, and the new one begins where the old one's last paid
    period ends.
    """

    __slots__ = ("stop_by", "charges_before", "charges_left", "restarts_from",)
    _fields = (
        ("stop_by", "stopBy", ("instant",)),
        ("charges_before", "chargesBefore", None),
        ("charges_left", "chargesLeft", None),
        ("restarts_from", "restartsFrom", ("instant",)),
    )
    stop_by: datetime
    """Before this instant the old charger has to be stopped."""
    charges_before: int
    """How many charges the old charger still makes before that."""
    charges_left: int | None
    """How many are left for the new one; without end, where absent."""
    restarts_from: datetime | None
    """The first new charge is not before this instant; absent where nobody knows when a pause ends."""

    def __init__(
        self,
        *,
        stop_by: datetime,
        charges_before: int,
        charges_left: int | None = None,
        restarts_from: datetime | None = None,
    ) -> None:
        self._set(stop_by, charges_before, charges_left, restarts_from)


class HappeningStarted(Record):
    """`Happening` of the kind `started`.

    The automation starts, or goes on at an event in the middle.
    """

    __slots__ = ()
    kind: Final = "started"
    _fields = ()


class HappeningNotRun(Record):
    """`Happening` of the kind `not-run`.

    The automation would start, or go on, and does not.
    """

    __slots__ = ("reason",)
    kind: Final = "not-run"
    _fields = (
        ("reason", "reason", "NotRun"),
    )
    reason: NotRun
    """Why."""

    def __init__(
        self,
        *,
        reason: NotRun,
    ) -> None:
        self._set(reason)


class HappeningTagAdded(Record):
    """`Happening` of the kind `tag-added`.

    A tag is added.
    """

    __slots__ = ("tag", "by",)
    kind: Final = "tag-added"
    _fields = (
        ("tag", "tag", None),
        ("by", "by", "Actor"),
    )
    tag: str
    """Which."""
    by: Actor
    """By whom."""

    def __init__(
        self,
        *,
        tag: str,
        by: Actor,
    ) -> None:
        self._set(tag, by)


class HappeningTagHeld(Record):
    """`Happening` of the kind `tag-held`.

    A tag was to be added and is held already, so that nothing is set off.
    """

    __slots__ = ("tag", "by",)
    kind: Final = "tag-held"
    _fields = (
        ("tag", "tag", None),
        ("by", "by", "Actor"),
    )
    tag: str
    """Which."""
    by: Actor
    """By whom it was to be added."""

    def __init__(
        self,
        *,
        tag: str,
        by: Actor,
    ) -> None:
        self._set(tag, by)


class HappeningTagRemoved(Record):
    """`Happening` of the kind `tag-removed`.

    A tag is removed.
    """

    __slots__ = ("tag", "by",)
    kind: Final = "tag-removed"
    _fields = (
        ("tag", "tag", None),
        ("by", "by", "Actor"),
    )
    tag: str
    """Which."""
    by: Actor
    """By whom."""

    def __init__(
        self,
        *,
        tag: str,
        by: Actor,
    ) -> None:
        self._set(tag, by)


class HappeningWebhookRun(Record):
    """`Happening` of the kind `webhook-run`.

    The site runs a webhook.
    """

    __slots__ = ("webhook", "operation",)
    kind: Final = "webhook-run"
    _fields = (
        ("webhook", "webhook", None),
        ("operation", "operation", "CustomOperationKind"),
    )
    webhook: str
    """Which."""
    operation: CustomOperationKind
    """What it does."""

    def __init__(
        self,
        *,
        webhook: str,
        operation: CustomOperationKind,
    ) -> None:
        self._set(webhook, operation)


class HappeningLoginCreated(Record):
    """`Happening` of the kind `login-created`.

    The site makes a login.
    """

    __slots__ = ()
    kind: Final = "login-created"
    _fields = ()


class HappeningUserUpdated(Record):
    """`Happening` of the kind `user-updated`.

    The site takes tags and fields over from the CRM.
    """

    __slots__ = ()
    kind: Final = "user-updated"
    _fields = ()


class HappeningOfferingReleased(Record):
    """`Happening` of the kind `offering-released`.

    The site gives an offering, and starts its release timers.
    """

    __slots__ = ("offering",)
    kind: Final = "offering-released"
    _fields = (
        ("offering", "offering", None),
    )
    offering: str
    """Which."""

    def __init__(
        self,
        *,
        offering: str,
    ) -> None:
        self._set(offering)


class HappeningOfferingRevoked(Record):
    """`Happening` of the kind `offering-revoked`.

    The site takes an offering away.
    """

    __slots__ = ("offering",)
    kind: Final = "offering-revoked"
    _fields = (
        ("offering", "offering", None),
    )
    offering: str
    """Which."""

    def __init__(
        self,
        *,
        offering: str,
    ) -> None:
        self._set(offering)


class HappeningEmailSent(Record):
    """`Happening` of the kind `email-sent`.

    An email goes out.
    """

    __slots__ = ("subject", "purpose", "password",)
    kind: Final = "email-sent"
    _fields = (
        ("subject", "subject", None),
        ("purpose", "purpose", "EmailPurpose"),
        ("password", "password", "PasswordState"),
    )
    subject: str
    """Its subject."""
    purpose: EmailPurpose
    """What it is for."""
    password: PasswordState | None
    """Of an email about logging in, whether there is a password to show."""

    def __init__(
        self,
        *,
        subject: str,
        purpose: EmailPurpose,
        password: PasswordState | None = None,
    ) -> None:
        self._set(subject, purpose, password)


class HappeningEmailWithheld(Record):
    """`Happening` of the kind `email-withheld`.

    An email does not go out.
    """

    __slots__ = ("subject", "reason",)
    kind: Final = "email-withheld"
    _fields = (
        ("subject", "subject", None),
        ("reason", "reason", "WithheldReason"),
    )
    subject: str
    """Its subject."""
    reason: WithheldReason
    """Why not."""

    def __init__(
        self,
        *,
        subject: str,
        reason: WithheldReason,
    ) -> None:
        self._set(subject, reason)


class HappeningFieldSet(Record):
    """`Happening` of the kind `field-set`.

    A custom field is written.
    """

    __slots__ = ("field", "value", "by",)
    kind: Final = "field-set"
    _fields = (
        ("field", "field", None),
        ("value", "value", None),
        ("by", "by", "Actor"),
    )
    field: str
    """Which."""
    value: str
    """What it holds afterwards."""
    by: Actor
    """By whom."""

    def __init__(
        self,
        *,
        field: str,
        value: str,
        by: Actor,
    ) -> None:
        self._set(field, value, by)


class HappeningWaits(Record):
    """`Happening` of the kind `waits`.

    The contact waits.
    """

    __slots__ = ("until",)
    kind: Final = "waits"
    _fields = (
        ("until", "until", ("instant",)),
    )
    until: datetime | None
    """Until when; absent where something has to happen first."""

    def __init__(
        self,
        *,
        until: datetime | None = None,
    ) -> None:
        self._set(until)


class HappeningContact(Record):
    """`Happening` of the kind `contact`.

    The contact buys something, submits a form, or changes whether they get mail.
    """

    __slots__ = ("did",)
    kind: Final = "contact"
    _fields = (
        ("did", "did", None),
    )
    did: str
    """What, as a clause."""

    def __init__(
        self,
        *,
        did: str,
    ) -> None:
        self._set(did)


class HappeningFinished(Record):
    """`Happening` of the kind `finished`.

    The automation has come to an end.
    """

    __slots__ = ()
    kind: Final = "finished"
    _fields = ()


class HeaderDifference(Record):
    """A value of two headers that is not the same."""

    __slots__ = ("path", "after", "before",)
    _fields = (
        ("path", "path", None),
        ("after", "after", None),
        ("before", "before", None),
    )
    path: str
    """Where it stands."""
    after: Any | None
    """The other one's."""
    before: Any | None
    """The first plan's; absent where it has none."""

    def __init__(
        self,
        *,
        path: str,
        after: Any | None = None,
        before: Any | None = None,
    ) -> None:
        self._set(path, after, before)


class HeldPasswordHash(Record):
    """`HeldPassword` of the kind `hash`.

    Its hash.
    """

    __slots__ = ("email", "hash",)
    kind: Final = "hash"
    _fields = (
        ("email", "email", None),
        ("hash", "hash", None),
    )
    email: str
    hash: str

    def __init__(
        self,
        *,
        email: str,
        hash: str,
    ) -> None:
        self._set(email, hash)


class HeldPasswordField(Record):
    """`HeldPassword` of the kind `field`.

    The password itself.
    """

    __slots__ = ("email", "password",)
    kind: Final = "field"
    _fields = (
        ("email", "email", None),
        ("password", "password", None),
    )
    email: str
    password: str

    def __init__(
        self,
        *,
        email: str,
        password: str,
    ) -> None:
        self._set(email, password)


class Horizon(Record):
    """A span from an instant (included) until a later one (not included), so that spans one after the other miss nothing and repeat
    nothing.
    """

    __slots__ = ("from_", "until",)
    _fields = (
        ("from_", "from", ("instant",)),
        ("until", "until", ("instant",)),
    )
    from_: datetime
    until: datetime

    def __init__(
        self,
        *,
        from_: datetime,
        until: datetime,
    ) -> None:
        self._set(from_, until)


class ImportedRule(Record):
    """What guards a page as another system's setting does: a page's `rule`, and its `forbid`.

    Memberships and levels become enrollments: an offering's id is the membership's, unless the caller names it otherwise.
    """

    __slots__ = ("rule", "forbid", "given",)
    _fields = (
        ("rule", "rule", "Rule"),
        ("forbid", "forbid", ("list", None)),
        ("given", "given", ("list", "GivenTag")),
    )
    rule: Rule
    """What must hold."""
    forbid: abc.Sequence[str]
    """Tags that deny, in the order of the setting."""
    given: abc.Sequence[GivenTag]
    """Tags that the host has to give, for what rules cannot ask about; in the order of the setting."""

    def __init__(
        self,
        *,
        rule: Rule,
        forbid: abc.Sequence[str],
        given: abc.Sequence[GivenTag],
    ) -> None:
        self._set(rule, forbid, given)


class InferAnswer(Record):

    __slots__ = ("enrollments", "issues",)
    _fields = (
        ("enrollments", "enrollments", ("list", "EnrollmentRow")),
        ("issues", "issues", ("list", "Issue")),
    )
    enrollments: abc.Sequence[EnrollmentRow]
    """Each enrollment, in the order of the contacts, then of the site's offerings."""
    issues: abc.Sequence[Issue]
    """What was guessed: one for each offering, in the order of the site."""

    def __init__(
        self,
        *,
        enrollments: abc.Sequence[EnrollmentRow],
        issues: abc.Sequence[Issue],
    ) -> None:
        self._set(enrollments, issues)


class IntakeStats(Record):
    """How many of everything a reading found."""

    __slots__ = ("bytes", "records", "contacts", "duplicates", "set_aside", "distinct_tags",)
    _fields = (
        ("bytes", "bytes", None),
        ("records", "records", None),
        ("contacts", "contacts", None),
        ("duplicates", "duplicates", None),
        ("set_aside", "setAside", None),
        ("distinct_tags", "distinctTags", None),
    )
    bytes: int
    """Bytes of the input."""
    records: int
    """Data records, blank lines left out."""
    contacts: int
    """People."""
    duplicates: int
    """Records that were merged into an earlier one."""
    set_aside: int
    """Records that were set aside."""
    distinct_tags: int
    """Different tags."""

    def __init__(
        self,
        *,
        bytes: int,
        records: int,
        contacts: int,
        duplicates: int,
        set_aside: int,
        distinct_tags: int,
    ) -> None:
        self._set(bytes, records, contacts, duplicates, set_aside, distinct_tags)


class InventoryAnswer(Record):

    __slots__ = ("webhooks",)
    _fields = (
        ("webhooks", "webhooks", ("list", "WebhookFate")),
    )
    webhooks: abc.Sequence[WebhookFate]
    """In document order."""

    def __init__(
        self,
        *,
        webhooks: abc.Sequence[WebhookFate],
    ) -> None:
        self._set(webhooks)


class Issue(Record):
    """An issue as it is written."""

    __slots__ = ("code", "severity", "message", "help", "location", "suggestion", "value",)
    _fields = (
        ("code", "code", "Code"),
        ("severity", "severity", "Severity"),
        ("message", "message", None),
        ("help", "help", None),
        ("location", "location", "Location"),
        ("suggestion", "suggestion", None),
        ("value", "value", None),
    )
    code: Code
    severity: Severity
    message: str
    help: str
    location: Location | None
    suggestion: str | None
    value: str | None

    def __init__(
        self,
        *,
        code: Code,
        severity: Severity,
        message: str,
        help: str,
        location: Location | None = None,
        suggestion: str | None = None,
        value: str | None = None,
    ) -> None:
        self._set(code, severity, message, help, location, suggestion, value)


class JoinOptions(Record):
    """How `join_contacts` tells who is whom."""

    __slots__ = ("duplicates", "id_field",)
    _fields = (
        ("duplicates", "duplicates", "DuplicatesPolicy"),
        ("id_field", "idField", None),
    )
    duplicates: DuplicatesPolicy
    """Which value is kept where two records of one list are one person."""
    id_field: str | None
    """The users' custom field that holds the contact id, such as `activecampaign_contact_id`. Left out: the users' own
    ids are the contact ids, as Memberium's are.
    """

    def __init__(
        self,
        *,
        duplicates: DuplicatesPolicy = "newest",
        id_field: str | None = None,
    ) -> None:
        self._set(duplicates, id_field)


class LeftOutModule(Record):
    """A module that an automation cannot open when its release rule says."""

    __slots__ = ("module", "reason", "opens_by_itself",)
    _fields = (
        ("module", "module", None),
        ("reason", "reason", None),
        ("opens_by_itself", "opensByItself", None),
    )
    module: str
    """Which."""
    reason: str
    """Why not: a clause, lower-case, no full stop."""
    opens_by_itself: bool
    """Whether the site's own timer opens it. Where it does not nothing opens it by itself: somebody gives its tag by hand."""

    def __init__(
        self,
        *,
        module: str,
        reason: str,
        opens_by_itself: bool,
    ) -> None:
        self._set(module, reason, opens_by_itself)


class LifterLmsSitewide(Record):
    """The membership that the whole site asks for, and what page of the site this is."""

    __slots__ = ("membership", "page", "redirect",)
    _fields = (
        ("membership", "membership", None),
        ("page", "page", "LifterLmsPage"),
        ("redirect", "redirect", "LifterLmsRedirect"),
    )
    membership: str
    """The membership."""
    page: LifterLmsPage | None
    """What page this is: some stay open, so that people can join."""
    redirect: LifterLmsRedirect | None
    """Where it sends those who are shut out."""

    def __init__(
        self,
        *,
        membership: str,
        page: LifterLmsPage | None = None,
        redirect: LifterLmsRedirect | None = None,
    ) -> None:
        self._set(membership, page, redirect)


class Limits(Record):
    """Bounds on what is read. Each default is far above any real export; raise one where yours is larger.

    Past a bound the reader stops with an error that names it; nothing is cut silently.
    """

    __slots__ = ("bytes", "cell_bytes", "columns", "distinct_tags", "issues", "record_bytes", "records", "tags_per_contact",)
    _fields = (
        ("bytes", "bytes", None),
        ("cell_bytes", "cellBytes", None),
        ("columns", "columns", None),
        ("distinct_tags", "distinctTags", None),
        ("issues", "issues", None),
        ("record_bytes", "recordBytes", None),
        ("records", "records", None),
        ("tags_per_contact", "tagsPerContact", None),
    )
    bytes: int
    """Bytes of the whole input. Default 8 GiB."""
    cell_bytes: int
    """Bytes of one cell, as decoded UTF-8. Default 1 MiB."""
    columns: int
    """Columns in the header or in any record. Default 2,000."""
    distinct_tags: int
    """Different tags in one input. Default 200,000."""
    issues: int
    """Issues kept in full. Past it issues are counted by code and no longer kept. Default 1,000,000."""
    record_bytes: int
    """Bytes of one record, as decoded UTF-8. Default 4 MiB."""
    records: int
    """Data records. Default 50,000,000."""
    tags_per_contact: int
    """Tags on one contact. Default 5,000."""

    def __init__(
        self,
        *,
        bytes: int = 8589934592,
        cell_bytes: int = 1048576,
        columns: int = 2000,
        distinct_tags: int = 200000,
        issues: int = 1000000,
        record_bytes: int = 4194304,
        records: int = 50000000,
        tags_per_contact: int = 5000,
    ) -> None:
        self._set(bytes, cell_bytes, columns, distinct_tags, issues, record_bytes, records, tags_per_contact)


class LintAnswer(Record):

    __slots__ = ("issues",)
    _fields = (
        ("issues", "issues", ("list", "Issue")),
    )
    issues: abc.Sequence[Issue]
    """First what concerns the whole, then by step."""

    def __init__(
        self,
        *,
        issues: abc.Sequence[Issue],
    ) -> None:
        self._set(issues)


class Location(Record):
    """A place in an input. Everything that is not known is absent.

    `record` counts data records from 0 (the header is not one); `line` counts lines of the file from 1, so that an
    editor's "go to line" finds it, quoted line breaks, a byte-order mark and skipped lines included; `column` counts
    columns from 1. `path` is a place in a JSON document. Where several lists were put together, `input` says which of them
    is meant, from 1.
    """

    __slots__ = ("column", "field", "input", "line", "path", "record",)
    _fields = (
        ("column", "column", None),
        ("field", "field", None),
        ("input", "input", None),
        ("line", "line", None),
        ("path", "path", None),
        ("record", "record", None),
    )
    column: int | None
    """The column, 1-based."""
    field: str | None
    """The column's header, or the field's name."""
    input: int | None
    """Which of several inputs, 1-based; absent where there is one."""
    line: int | None
    """The line the record (or the mistake, in a document) starts on, 1-based."""
    path: str | None
    """The path in a document, from its root."""
    record: int | None
    """The data record, 0-based."""

    def __init__(
        self,
        *,
        column: int | None = None,
        field: str | None = None,
        input: int | None = None,
        line: int | None = None,
        path: str | None = None,
        record: int | None = None,
    ) -> None:
        self._set(column, field, input, line, path, record)


class ManualWork(Record):
    """One thing that has to be done by hand."""

    __slots__ = ("kind", "name", "what", "place",)
    _fields = (
        ("kind", "kind", "ManualWorkKind"),
        ("name", "name", None),
        ("what", "what", None),
        ("place", "place", "Location"),
    )
    kind: ManualWorkKind
    """Of which kind."""
    name: str
    """The thing of this site, by its name."""
    what: str
    """What to do: a sentence without full stop."""
    place: Location | None
    """Where it stands in the site's document; absent where the document does not have it."""

    def __init__(
        self,
        *,
        kind: ManualWorkKind,
        name: str,
        what: str,
        place: Location | None = None,
    ) -> None:
        self._set(kind, name, what, place)


class Mapping(Record):
    """What every column of a file is for, in column order."""

    __slots__ = ("format", "columns",)
    _fields = (
        ("format", "format", None),
        ("columns", "columns", ("list", "ColumnMapping")),
    )
    format: int
    """The format of a saved mapping: 1."""
    columns: abc.Sequence[ColumnMapping]
    """The columns, in the file's order."""

    def __init__(
        self,
        *,
        format: int,
        columns: abc.Sequence[ColumnMapping],
    ) -> None:
        self._set(format, columns)


class Marketing(Record):
    """A status with its evidence."""

    __slots__ = ("status", "evidence",)
    _fields = (
        ("status", "status", "MarketingStatus"),
        ("evidence", "evidence", "ConsentEvidence"),
    )
    status: MarketingStatus
    """The status."""
    evidence: ConsentEvidence | None
    """How it came about."""

    def __init__(
        self,
        *,
        status: MarketingStatus = "unknown",
        evidence: ConsentEvidence | None = None,
    ) -> None:
        self._set(status, evidence)


class Member(Record):
    """The person who asks for access, as far as rules can ask about them. The default is a visitor who is not logged in."""

    __slots__ = ("logged_in", "roles", "tags", "enrollments", "registered_at", "timezone",)
    _fields = (
        ("logged_in", "loggedIn", None),
        ("roles", "roles", ("list", None)),
        ("tags", "tags", ("list", None)),
        ("enrollments", "enrollments", ("list", "MemberEnrollment")),
        ("registered_at", "registeredAt", ("instant",)),
        ("timezone", "timezone", None),
    )
    logged_in: bool
    """Whether the person is logged in. Where not, nothing else is taken as known of them but forbidden tags."""
    roles: abc.Sequence[str]
    """Their roles on the target, such as `subscriber`; `administrator` opens everything."""
    tags: abc.Sequence[str]
    """The tags they hold."""
    enrollments: abc.Sequence[MemberEnrollment]
    """What they are enrolled in; one whose access was taken away is left out."""
    registered_at: datetime | None
    """When they joined the site."""
    timezone: str | None
    """Their own time zone."""

    def __init__(
        self,
        *,
        logged_in: bool = False,
        roles: abc.Sequence[str] = (),
        tags: abc.Sequence[str] = (),
        enrollments: abc.Sequence[MemberEnrollment] = (),
        registered_at: datetime | None = None,
        timezone: str | None = None,
    ) -> None:
        self._set(logged_in, roles, tags, enrollments, registered_at, timezone)


class MemberEnrollment(Record):
    """What a member has of one offering.

    A module of `released` has been open for as long as anybody asks; one that has `releases` too closes when those do.
    """

    __slots__ = ("offering", "closes_at", "released", "releases",)
    _fields = (
        ("offering", "offering", None),
        ("closes_at", "closesAt", ("instant",)),
        ("released", "released", ("list", None)),
        ("releases", "releases", ("list", "ModuleOpening")),
    )
    offering: str
    """The offering."""
    closes_at: datetime | None
    """The first instant at which the member is no longer enrolled, and nothing of it is open any more: access expires or is taken away.
    Where absent, no end is known.
    """
    released: abc.Sequence[str]
    """The modules that have opened already."""
    releases: abc.Sequence[ModuleOpening]
    """When modules open and close, as far as known: an opening in the past counts as open. Of several for one module each
    is a time in which it is open.
    """

    def __init__(
        self,
        *,
        offering: str,
        closes_at: datetime | None = None,
        released: abc.Sequence[str] = (),
        releases: abc.Sequence[ModuleOpening] = (),
    ) -> None:
        self._set(offering, closes_at, released, releases)


class MemberFacts(Record):
    """What a schedule may know of a member besides the enrollment. By default nothing."""

    __slots__ = ("completed_modules", "completions", "last_purchases", "purchases", "registered_at", "timezone",)
    _fields = (
        ("completed_modules", "completedModules", ("map", ("map", ("instant",)))),
        ("completions", "completions", ("map", ("instant",))),
        ("last_purchases", "lastPurchases", ("map", ("instant",))),
        ("purchases", "purchases", ("map", ("instant",))),
        ("registered_at", "registeredAt", ("instant",)),
        ("timezone", "timezone", None),
    )
    completed_modules: abc.Mapping[str, abc.Mapping[str, datetime]]
    """When they completed modules of other offerings than the one enrolled in, whose own are in
    `Enrollment::completed`.
    """
    completions: abc.Mapping[str, datetime]
    """When they completed the whole of each offering."""
    last_purchases: abc.Mapping[str, datetime]
    """When they last bought each offering that they bought more than once. MemberPress ends access by the last purchase; every other timer
    counts from the first.
    """
    purchases: abc.Mapping[str, datetime]
    """When they first bought each offering."""
    registered_at: datetime | None
    """When they joined the site."""
    timezone: str | None
    """Their own zone."""

    def __init__(
        self,
        *,
        completed_modules: abc.Mapping[str, abc.Mapping[str, datetime]] | None = None,
        completions: abc.Mapping[str, datetime] | None = None,
        last_purchases: abc.Mapping[str, datetime] | None = None,
        purchases: abc.Mapping[str, datetime] | None = None,
        registered_at: datetime | None = None,
        timezone: str | None = None,
    ) -> None:
        self._set({} if completed_modules is None else completed_modules, {} if completions is None else completions, {} if last_purchases is None else last_purchases, {} if purchases is None else purchases, registered_at, timezone)


class MemberPressConditionMembership(Record):
    """`MemberPressCondition` of the kind `membership`.

    An active membership.
    """

    __slots__ = ("offering",)
    kind: Final = "membership"
    _fields = (
        ("offering", "offering", None),
    )
    offering: str
    """As the offering it becomes."""

    def __init__(
        self,
        *,
        offering: str,
    ) -> None:
        self._set(offering)


class MemberPressConditionMember(Record):
    """`MemberPressCondition` of the kind `member`.

    One person. No rule of ours asks for one: the import asks for a tag instead.
    """

    __slots__ = ("username",)
    kind: Final = "member"
    _fields = (
        ("username", "username", None),
    )
    username: str
    """The name they log in by."""

    def __init__(
        self,
        *,
        username: str,
    ) -> None:
        self._set(username)


class MemberPressConditionRole(Record):
    """`MemberPressCondition` of the kind `role`.

    A role.
    """

    __slots__ = ("role",)
    kind: Final = "role"
    _fields = (
        ("role", "role", None),
    )
    role: str
    """As WordPress names it."""

    def __init__(
        self,
        *,
        role: str,
    ) -> None:
        self._set(role)


class MemberPressConditionCapability(Record):
    """`MemberPressCondition` of the kind `capability`.

    A capability. No rule of ours asks for one: the import asks for a tag instead.
    """

    __slots__ = ("capability",)
    kind: Final = "capability"
    _fields = (
        ("capability", "capability", None),
    )
    capability: str
    """As WordPress names it."""

    def __init__(
        self,
        *,
        capability: str,
    ) -> None:
        self._set(capability)


class MemberPressConditionLoginState(Record):
    """`MemberPressCondition` of the kind `login-state`.

    Being logged in or not.
    """

    __slots__ = ("state",)
    kind: Final = "login-state"
    _fields = (
        ("state", "state", "MemberPressLogin"),
    )
    state: MemberPressLogin
    """Which of the two."""

    def __init__(
        self,
        *,
        state: MemberPressLogin,
    ) -> None:
        self._set(state)


class MemberPressRule(Record):
    """One rule: it grants where one of its conditions holds, within its drip and its expiry."""

    __slots__ = ("conditions", "windows",)
    _fields = (
        ("conditions", "conditions", ("list", "MemberPressCondition")),
        ("windows", "windows", ("list", "MemberPressWindow")),
    )
    conditions: abc.Sequence[MemberPressCondition]
    """The conditions; of none, it grants nobody."""
    windows: abc.Sequence[MemberPressWindow]
    """Its drip and its expiry; always, where there is none. All have to hold."""

    def __init__(
        self,
        *,
        conditions: abc.Sequence[MemberPressCondition] = (),
        windows: abc.Sequence[MemberPressWindow] = (),
    ) -> None:
        self._set(conditions, windows)


class MemberPressWindowFixed(Record):
    """`MemberPressWindow` of the kind `fixed`.

    The same for everybody: a drip or an expiry by date.
    """

    __slots__ = ("from_", "until",)
    kind: Final = "fixed"
    _fields = (
        ("from_", "from", ("instant",)),
        ("until", "until", ("instant",)),
    )
    from_: datetime | None
    """From when on it grants."""
    until: datetime | None
    """From when on it no longer does."""

    def __init__(
        self,
        *,
        from_: datetime | None = None,
        until: datetime | None = None,
    ) -> None:
        self._set(from_, until)


class MemberPressWindowRelease(Record):
    """`MemberPressWindow` of the kind `release`.

    A drip or an expiry counted from each member's own start: a module whose release rule counts as MemberPress does.
    """

    __slots__ = ("offering", "module",)
    kind: Final = "release"
    _fields = (
        ("offering", "offering", None),
        ("module", "module", None),
    )
    offering: str
    """The offering of the module."""
    module: str
    """The module that opens by the drip, and closes by the expiry."""

    def __init__(
        self,
        *,
        offering: str,
        module: str,
    ) -> None:
        self._set(offering, module)


class MemberiumAudienceAnybody(Record):
    """`MemberiumAudience` of the kind `anybody`.

    Everybody.
    """

    __slots__ = ()
    kind: Final = "anybody"
    _fields = ()


class MemberiumAudienceLoggedIn(Record):
    """`MemberiumAudience` of the kind `logged-in`.

    Whoever is logged in.
    """

    __slots__ = ()
    kind: Final = "logged-in"
    _fields = ()


class MemberiumAudienceLevels(Record):
    """`MemberiumAudience` of the kind `levels`.

    Whoever has one of the levels; of none, nobody.
    """

    __slots__ = ("levels",)
    kind: Final = "levels"
    _fields = (
        ("levels", "levels", ("list", "MemberiumLevel")),
    )
    levels: abc.Sequence[MemberiumLevel]
    """The levels."""

    def __init__(
        self,
        *,
        levels: abc.Sequence[MemberiumLevel],
    ) -> None:
        self._set(levels)


class MemberiumLevel(Record):
    """A level: the tag that gives it, and the tags that take it away while that tag stays."""

    __slots__ = ("access_tag", "cancelled", "payment_failed", "suspended",)
    _fields = (
        ("access_tag", "accessTag", None),
        ("cancelled", "cancelled", None),
        ("payment_failed", "paymentFailed", None),
        ("suspended", "suspended", None),
    )
    access_tag: str
    """The tag that gives it."""
    cancelled: str | None
    """CANC: it was cancelled."""
    payment_failed: str | None
    """PAYF: a payment failed."""
    suspended: str | None
    """SUSP: it was suspended."""

    def __init__(
        self,
        *,
        access_tag: str,
        cancelled: str | None = None,
        payment_failed: str | None = None,
        suspended: str | None = None,
    ) -> None:
        self._set(access_tag, cancelled, payment_failed, suspended)


class MergeAnswer(Record):

    __slots__ = ("contacts", "issues",)
    _fields = (
        ("contacts", "contacts", ("list", "Contact")),
        ("issues", "issues", ("list", "Issue")),
    )
    contacts: abc.Sequence[Contact]
    """Each person once, in order of first appearance."""
    issues: abc.Sequence[Issue]
    """What was merged and what was overruled, in row order."""

    def __init__(
        self,
        *,
        contacts: abc.Sequence[Contact],
        issues: abc.Sequence[Issue],
    ) -> None:
        self._set(contacts, issues)


class Module(Record):
    """A part of an offering that opens as a whole."""

    __slots__ = ("id", "name", "access_tag", "expiry", "position", "published_at", "release",)
    _fields = (
        ("id", "id", None),
        ("name", "name", None),
        ("access_tag", "accessTag", None),
        ("expiry", "expiry", "ReleaseRule"),
        ("position", "position", None),
        ("published_at", "publishedAt", ("instant",)),
        ("release", "release", "ReleaseRule"),
    )
    id: str
    """Unique within the offering."""
    name: str
    """As members read it."""
    access_tag: str | None
    """The tag that says a member has the module: who holds it has the module open, and to whom the clock opens the module, the tag
    comes with it (as in AccessAlly), to go when an expiry closes the module.
    """
    expiry: ReleaseRule | None
    """When it closes again; never by the clock, where absent. `Anchor::PreviousRelease`
    is its own opening there.
    """
    position: int | None
    """Its number in the system it comes from. The order of the list is what holds; a site is checked for the two to agree."""
    published_at: datetime | None
    """When it was published, for rules that count from it."""
    release: ReleaseRule | None
    """When it opens, as written; `Offering::release_rule` says what holds where absent."""

    def __init__(
        self,
        *,
        id: str,
        name: str,
        access_tag: str | None = None,
        expiry: ReleaseRule | None = None,
        position: int | None = None,
        published_at: datetime | None = None,
        release: ReleaseRule | None = None,
    ) -> None:
        self._set(id, name, access_tag, expiry, position, published_at, release)


class ModuleContinuity(Record):

    __slots__ = ("contact", "offering", "module", "before", "after",)
    _fields = (
        ("contact", "contact", None),
        ("offering", "offering", None),
        ("module", "module", None),
        ("before", "before", "ModuleStanding"),
        ("after", "after", "ModuleStandingByPolicy"),
    )
    contact: int
    offering: str
    module: str
    before: ModuleStanding
    after: ModuleStandingByPolicy

    def __init__(
        self,
        *,
        contact: int,
        offering: str,
        module: str,
        before: ModuleStanding,
        after: ModuleStandingByPolicy,
    ) -> None:
        self._set(contact, offering, module, before, after)


class ModuleOpening(Record):
    """When one module opens for one member, and when it closes again."""

    __slots__ = ("module", "opens_at", "closes_at",)
    _fields = (
        ("module", "module", None),
        ("opens_at", "opensAt", ("instant",)),
        ("closes_at", "closesAt", ("instant",)),
    )
    module: str
    """The module."""
    opens_at: datetime
    """When it opens; for a module that has been released already, this is past or passed over."""
    closes_at: datetime | None
    """The first instant at which it is closed again; stays open, where absent. One that is not after `opens_at` means that it never
    opens.
    """

    def __init__(
        self,
        *,
        module: str,
        opens_at: datetime,
        closes_at: datetime | None = None,
    ) -> None:
        self._set(module, opens_at, closes_at)


class ModuleStanding(Record):
    """How one module stands for one member at the move."""

    __slots__ = ("state", "opens_at",)
    _fields = (
        ("state", "state", "ReleaseState"),
        ("opens_at", "opensAt", ("instant",)),
    )
    state: ReleaseState
    """How it stands."""
    opens_at: datetime | None
    """When it opened or will open by the clock; absent where that is not known or never happens."""

    def __init__(
        self,
        *,
        state: ReleaseState,
        opens_at: datetime | None = None,
    ) -> None:
        self._set(state, opens_at)


class ModuleStandingByPolicy(Record):
    """One value for each `DripContinuity`."""

    __slots__ = ("keep_original_clock", "continue_from_last_released", "restart", "open_all",)
    _fields = (
        ("keep_original_clock", "keepOriginalClock", "ModuleStanding"),
        ("continue_from_last_released", "continueFromLastReleased", "ModuleStanding"),
        ("restart", "restart", "ModuleStanding"),
        ("open_all", "openAll", "ModuleStanding"),
    )
    keep_original_clock: ModuleStanding
    """Under `DripContinuity::KeepOriginalClock`."""
    continue_from_last_released: ModuleStanding
    """Under `DripContinuity::ContinueFromLastReleased`."""
    restart: ModuleStanding
    """Under `DripContinuity::Restart`."""
    open_all: ModuleStanding
    """Under `DripContinuity::OpenAll`."""

    def __init__(
        self,
        *,
        keep_original_clock: ModuleStanding,
        continue_from_last_released: ModuleStanding,
        restart: ModuleStanding,
        open_all: ModuleStanding,
    ) -> None:
        self._set(keep_original_clock, continue_from_last_released, restart, open_all)


class Money(Record):
    """An amount of money. On the wire `{"minorUnits": 4900, "currency": "EUR"}`."""

    __slots__ = ("minor_units", "currency",)
    _fields = (
        ("minor_units", "minorUnits", None),
        ("currency", "currency", None),
    )
    minor_units: int
    currency: str

    def __init__(
        self,
        *,
        minor_units: int,
        currency: str,
    ) -> None:
        self._set(minor_units, currency)


class MoneyOptions(Record):
    """What is known of an amount from outside."""

    __slots__ = ("currency", "decimal_mark",)
    _fields = (
        ("currency", "currency", None),
        ("decimal_mark", "decimalMark", "DecimalMark"),
    )
    currency: str | None
    """The currency of an amount that has none of its own."""
    decimal_mark: DecimalMark | None
    """What parts the decimals. Left out: `1.234` is ambiguous."""

    def __init__(
        self,
        *,
        currency: str | None = None,
        decimal_mark: DecimalMark | None = None,
    ) -> None:
        self._set(currency, decimal_mark)


class NamedFailure(Record):
    """An operation that fails: its outcomes in the order of its attempts; what comes after them is carried out."""

    __slots__ = ("operation", "outcomes", "user",)
    _fields = (
        ("operation", "operation", "OperationKind"),
        ("outcomes", "outcomes", ("list", "Outcome")),
        ("user", "user", None),
    )
    operation: OperationKind
    outcomes: abc.Sequence[Outcome]
    user: str | None
    """Whose; the site's, where absent."""

    def __init__(
        self,
        *,
        operation: OperationKind,
        outcomes: abc.Sequence[Outcome],
        user: str | None = None,
    ) -> None:
        self._set(operation, outcomes, user)


class NamesAnswer(Record):

    __slots__ = ("email", "username", "nicename", "username_key",)
    _fields = (
        ("email", "email", None),
        ("username", "username", None),
        ("nicename", "nicename", None),
        ("username_key", "usernameKey", None),
    )
    email: str
    """What it stores as address; empty where it stores none."""
    username: str
    """What it stores as login name; empty where it refuses it."""
    nicename: str
    """What it makes of the login name for the address of the author's page, before it puts `-2` behind one that is taken."""
    username_key: str
    """What the login name shares with every other that WordPress's database takes for the same."""

    def __init__(
        self,
        *,
        email: str,
        username: str,
        nicename: str,
        username_key: str,
    ) -> None:
        self._set(email, username, nicename, username_key)


class NeedLogin(Record):
    """`Need` of the kind `login`.

    To log in.
    """

    __slots__ = ()
    kind: Final = "login"
    _fields = ()


class NeedTag(Record):
    """`Need` of the kind `tag`.

    To hold a tag.
    """

    __slots__ = ("tag",)
    kind: Final = "tag"
    _fields = (
        ("tag", "tag", None),
    )
    tag: str
    """The tag."""

    def __init__(
        self,
        *,
        tag: str,
    ) -> None:
        self._set(tag)


class NeedWithoutTag(Record):
    """`Need` of the kind `without-tag`.

    To lose a tag.
    """

    __slots__ = ("tag",)
    kind: Final = "without-tag"
    _fields = (
        ("tag", "tag", None),
    )
    tag: str
    """The tag."""

    def __init__(
        self,
        *,
        tag: str,
    ) -> None:
        self._set(tag)


class NeedEnrollment(Record):
    """`Need` of the kind `enrollment`.

    To be enrolled.
    """

    __slots__ = ("offering",)
    kind: Final = "enrollment"
    _fields = (
        ("offering", "offering", None),
    )
    offering: str
    """In which offering."""

    def __init__(
        self,
        *,
        offering: str,
    ) -> None:
        self._set(offering)


class NeedRelease(Record):
    """`Need` of the kind `release`.

    To have a module released.
    """

    __slots__ = ("offering", "module",)
    kind: Final = "release"
    _fields = (
        ("offering", "offering", None),
        ("module", "module", None),
    )
    offering: str
    """The offering."""
    module: str
    """The module of it."""

    def __init__(
        self,
        *,
        offering: str,
        module: str,
    ) -> None:
        self._set(offering, module)


class NeedRole(Record):
    """`Need` of the kind `role`.

    To have a role.
    """

    __slots__ = ("role",)
    kind: Final = "role"
    _fields = (
        ("role", "role", None),
    )
    role: str
    """The role."""

    def __init__(
        self,
        *,
        role: str,
    ) -> None:
        self._set(role)


class NextCharge(Record):
    """The next charge of a subscription as it is."""

    __slots__ = ("at", "by",)
    _fields = (
        ("at", "at", ("instant",)),
        ("by", "by", "NextChargeBy"),
    )
    at: datetime
    """When."""
    by: NextChargeBy
    """How that is known."""

    def __init__(
        self,
        *,
        at: datetime,
        by: NextChargeBy,
    ) -> None:
        self._set(at, by)


class NextRelease(Record):
    """A module opens or closes to a member."""

    __slots__ = ("at", "member", "offering", "module", "turn", "notified",)
    _fields = (
        ("at", "at", ("instant",)),
        ("member", "member", None),
        ("offering", "offering", None),
        ("module", "module", None),
        ("turn", "turn", "Turn"),
        ("notified", "notified", None),
    )
    at: datetime
    """The first instant at which it is so."""
    member: int
    """The member's place in the order in which they were given, from 0."""
    offering: str
    """The offering."""
    module: str
    """The module."""
    turn: Turn
    """Whether it opens or closes."""
    notified: bool
    """Whether the member was told of the module already, so that its opening is not to be announced."""

    def __init__(
        self,
        *,
        at: datetime,
        member: int,
        offering: str,
        module: str,
        turn: Turn,
        notified: bool,
    ) -> None:
        self._set(at, member, offering, module, turn, notified)


class NextReleasesAnswer(Record):

    __slots__ = ("releases",)
    _fields = (
        ("releases", "releases", ("list", "NextRelease")),
    )
    releases: abc.Sequence[NextRelease]
    """In order of time; at one instant by member, then as the site has them. CalendarAnswer one by one, for each borrows from the site."""

    def __init__(
        self,
        *,
        releases: abc.Sequence[NextRelease],
    ) -> None:
        self._set(releases)


class Obligation(Record):
    """What one customer owes for one thing, and who charges for it from the instant of the plan on."""

    __slots__ = ("id", "customer", "owed", "chargers", "doubles", "gaps",)
    _fields = (
        ("id", "id", None),
        ("customer", "customer", "BillingCustomer"),
        ("owed", "owed", "Owed"),
        ("chargers", "chargers", ("list", "ObligationCharger")),
        ("doubles", "doubles", ("list", "DoubleCharge")),
        ("gaps", "gaps", ("list", "BillingSpan")),
    )
    id: str
    """Derived from the customer and what is owed."""
    customer: BillingCustomer
    """Who owes."""
    owed: Owed
    """For what."""
    chargers: abc.Sequence[ObligationCharger]
    """Everybody who charges for it, in the order of the plan's subscriptions; of one of them the old charger before the new one."""
    doubles: abc.Sequence[DoubleCharge]
    """When two or more charge for it, in order of time."""
    gaps: abc.Sequence[BillingSpan]
    """When nothing pays for it, though something did and will again, in order of time. A pause is none, and neither is the time after
    it ends.
    """

    def __init__(
        self,
        *,
        id: str,
        customer: BillingCustomer,
        owed: Owed,
        chargers: abc.Sequence[ObligationCharger],
        doubles: abc.Sequence[DoubleCharge],
        gaps: abc.Sequence[BillingSpan],
    ) -> None:
        self._set(id, customer, owed, chargers, doubles, gaps)


class ObligationCharger(Record):
    """One charger of an obligation."""

    __slots__ = ("subscription", "role", "charges", "pays_for",)
    _fields = (
        ("subscription", "subscription", None),
        ("role", "role", "ChargerRole"),
        ("charges", "charges", "BillingSpan"),
        ("pays_for", "paysFor", "BillingSpan"),
    )
    subscription: str
    """The subscription that it is of."""
    role: ChargerRole
    """Whether it charges already, or after the handover."""
    charges: BillingSpan | None
    """When it may charge: until the end of the last period it pays for. Absent where it never does."""
    pays_for: BillingSpan | None
    """What its charges pay for, a trial and what was paid before included. Absent where it is nothing."""

    def __init__(
        self,
        *,
        subscription: str,
        role: ChargerRole,
        charges: BillingSpan | None = None,
        pays_for: BillingSpan | None = None,
    ) -> None:
        self._set(subscription, role, charges, pays_for)


class Offering(Record):
    """What is sold or given: a course, a membership, a bundle or a team center."""

    __slots__ = ("id", "name", "kind", "price", "access_tag", "expiry", "failed_payment_tag", "instant_access_tag", "modules", "opt_in_form", "order_form", "products", "purchase_tag", "revoke_tag", "starts_at", "welcome_email",)
    _fields = (
        ("id", "id", None),
        ("name", "name", None),
        ("kind", "kind", "OfferingKind"),
        ("price", "price", "Price"),
        ("access_tag", "accessTag", None),
        ("expiry", "expiry", "ReleaseRule"),
        ("failed_payment_tag", "failedPaymentTag", None),
        ("instant_access_tag", "instantAccessTag", None),
        ("modules", "modules", ("list", "Module")),
        ("opt_in_form", "optInForm", None),
        ("order_form", "orderForm", None),
        ("products", "products", ("list", None)),
        ("purchase_tag", "purchaseTag", None),
        ("revoke_tag", "revokeTag", None),
        ("starts_at", "startsAt", ("instant",)),
        ("welcome_email", "welcomeEmail", None),
    )
    id: str
    """Unique within the site."""
    name: str
    """As members read it."""
    kind: OfferingKind
    """Course, membership, bundle or team center; a course where absent."""
    price: Price
    """Paid or free; paid where absent."""
    access_tag: str | None
    """The tag that says a member has the offering."""
    expiry: ReleaseRule | None
    """When access to the whole of it ends; never by the clock, where absent. `Anchor::PreviousRelease` is the enrollment
    there.
    """
    failed_payment_tag: str | None
    """The tag a failed payment adds."""
    instant_access_tag: str | None
    """The tag that opens every page of the offering, whatever the timers say."""
    modules: abc.Sequence[Module]
    """In the order members meet them; the first is the base module."""
    opt_in_form: str | None
    """The form it is given for."""
    order_form: str | None
    """The form it is bought on."""
    products: abc.Sequence[str]
    """The products that sell it, as shops write them: their ids or their names, compared without case. Orders for them are evidence of
    when a member enrolled.
    """
    purchase_tag: str | None
    """The tag a purchase or an opt-in adds."""
    revoke_tag: str | None
    """The tag that closes every page of the offering, whatever other tags say."""
    starts_at: datetime | None
    """When it starts for everybody, for rules that count from it."""
    welcome_email: str | None
    """The name of the email sent on enrollment."""

    def __init__(
        self,
        *,
        id: str,
        name: str,
        kind: OfferingKind = "course",
        price: Price = "paid",
        access_tag: str | None = None,
        expiry: ReleaseRule | None = None,
        failed_payment_tag: str | None = None,
        instant_access_tag: str | None = None,
        modules: abc.Sequence[Module] = (),
        opt_in_form: str | None = None,
        order_form: str | None = None,
        products: abc.Sequence[str] = (),
        purchase_tag: str | None = None,
        revoke_tag: str | None = None,
        starts_at: datetime | None = None,
        welcome_email: str | None = None,
    ) -> None:
        self._set(id, name, kind, price, access_tag, expiry, failed_payment_tag, instant_access_tag, modules, opt_in_form, order_form, products, purchase_tag, revoke_tag, starts_at, welcome_email)


class OfferingContinuity(Record):
    """What each policy comes to for the members of one offering."""

    __slots__ = ("offering", "enrolled", "members",)
    _fields = (
        ("offering", "offering", None),
        ("enrolled", "enrolled", None),
        ("members", "members", "ContinuityCountsByPolicy"),
    )
    offering: str
    """The offering."""
    enrolled: int
    """How many are enrolled."""
    members: ContinuityCountsByPolicy
    """How many of them are met by a change."""

    def __init__(
        self,
        *,
        offering: str,
        enrolled: int,
        members: ContinuityCountsByPolicy,
    ) -> None:
        self._set(offering, enrolled, members)


class OfferingCount(Record):
    """How many members an offering has."""

    __slots__ = ("offering", "name", "members",)
    _fields = (
        ("offering", "offering", None),
        ("name", "name", None),
        ("members", "members", None),
    )
    offering: str
    """Its id."""
    name: str
    """Its name."""
    members: int
    """How many contacts are enrolled, by their tags as the tag map makes them."""

    def __init__(
        self,
        *,
        offering: str,
        name: str,
        members: int,
    ) -> None:
        self._set(offering, name, members)


class Offset(Record):
    """A length of time, as people say it."""

    __slots__ = ("amount", "unit",)
    _fields = (
        ("amount", "amount", None),
        ("unit", "unit", "Unit"),
    )
    amount: int
    """How many; never negative."""
    unit: Unit
    """Of what."""

    def __init__(
        self,
        *,
        amount: int,
        unit: Unit,
    ) -> None:
        self._set(amount, unit)


class OperationCheckTarget(Record):
    """`Operation` of the kind `check-target`."""

    __slots__ = ("id", "phase", "subject", "reason", "change",)
    kind: Final = "check-target"
    _fields = (
        ("id", "id", None),
        ("phase", "phase", "Phase"),
        ("subject", "subject", "Subject"),
        ("reason", "reason", "Reason"),
        ("change", "change", "CheckTarget"),
    )
    id: str
    phase: Phase
    subject: Subject
    reason: Reason
    change: CheckTarget

    def __init__(
        self,
        *,
        id: str,
        phase: Phase,
        subject: Subject,
        reason: Reason,
        change: CheckTarget,
    ) -> None:
        self._set(id, phase, subject, reason, change)


class OperationConfirmBackup(Record):
    """`Operation` of the kind `confirm-backup`."""

    __slots__ = ("id", "phase", "subject", "reason", "change",)
    kind: Final = "confirm-backup"
    _fields = (
        ("id", "id", None),
        ("phase", "phase", "Phase"),
        ("subject", "subject", "Subject"),
        ("reason", "reason", "Reason"),
        ("change", "change", None),
    )
    id: str
    phase: Phase
    subject: Subject
    reason: Reason
    change: abc.Mapping[str, Any]

    def __init__(
        self,
        *,
        id: str,
        phase: Phase,
        subject: Subject,
        reason: Reason,
        change: abc.Mapping[str, Any],
    ) -> None:
        self._set(id, phase, subject, reason, change)


class OperationEnableMaintenance(Record):
    """`Operation` of the kind `enable-maintenance`."""

    __slots__ = ("id", "phase", "subject", "reason", "change",)
    kind: Final = "enable-maintenance"
    _fields = (
        ("id", "id", None),
        ("phase", "phase", "Phase"),
        ("subject", "subject", "Subject"),
        ("reason", "reason", "Reason"),
        ("change", "change", None),
    )
    id: str
    phase: Phase
    subject: Subject
    reason: Reason
    change: abc.Mapping[str, Any]

    def __init__(
        self,
        *,
        id: str,
        phase: Phase,
        subject: Subject,
        reason: Reason,
        change: abc.Mapping[str, Any],
    ) -> None:
        self._set(id, phase, subject, reason, change)


class OperationCreateUser(Record):
    """`Operation` of the kind `create-user`."""

    __slots__ = ("id", "phase", "subject", "reason", "change",)
    kind: Final = "create-user"
    _fields = (
        ("id", "id", None),
        ("phase", "phase", "Phase"),
        ("subject", "subject", "Subject"),
        ("reason", "reason", "Reason"),
        ("change", "change", "CreateUser"),
    )
    id: str
    phase: Phase
    subject: Subject
    reason: Reason
    change: CreateUser

    def __init__(
        self,
        *,
        id: str,
        phase: Phase,
        subject: Subject,
        reason: Reason,
        change: CreateUser,
    ) -> None:
        self._set(id, phase, subject, reason, change)


class OperationUpdateUser(Record):
    """`Operation` of the kind `update-user`."""

    __slots__ = ("id", "phase", "subject", "reason", "change",)
    kind: Final = "update-user"
    _fields = (
        ("id", "id", None),
        ("phase", "phase", "Phase"),
        ("subject", "subject", "Subject"),
        ("reason", "reason", "Reason"),
        ("change", "change", "UpdateUser"),
    )
    id: str
    phase: Phase
    subject: Subject
    reason: Reason
    change: UpdateUser

    def __init__(
        self,
        *,
        id: str,
        phase: Phase,
        subject: Subject,
        reason: Reason,
        change: UpdateUser,
    ) -> None:
        self._set(id, phase, subject, reason, change)


class OperationRestoreUser(Record):
    """`Operation` of the kind `restore-user`."""

    __slots__ = ("id", "phase", "subject", "reason", "change",)
    kind: Final = "restore-user"
    _fields = (
        ("id", "id", None),
        ("phase", "phase", "Phase"),
        ("subject", "subject", "Subject"),
        ("reason", "reason", "Reason"),
        ("change", "change", "RestoreUser"),
    )
    id: str
    phase: Phase
    subject: Subject
    reason: Reason
    change: RestoreUser

    def __init__(
        self,
        *,
        id: str,
        phase: Phase,
        subject: Subject,
        reason: Reason,
        change: RestoreUser,
    ) -> None:
        self._set(id, phase, subject, reason, change)


class OperationDeleteUser(Record):
    """`Operation` of the kind `delete-user`."""

    __slots__ = ("id", "phase", "subject", "reason", "change",)
    kind: Final = "delete-user"
    _fields = (
        ("id", "id", None),
        ("phase", "phase", "Phase"),
        ("subject", "subject", "Subject"),
        ("reason", "reason", "Reason"),
        ("change", "change", "DeleteUser"),
    )
    id: str
    phase: Phase
    subject: Subject
    reason: Reason
    change: DeleteUser

    def __init__(
        self,
        *,
        id: str,
        phase: Phase,
        subject: Subject,
        reason: Reason,
        change: DeleteUser,
    ) -> None:
        self._set(id, phase, subject, reason, change)


class OperationAddTags(Record):
    """`Operation` of the kind `add-tags`."""

    __slots__ = ("id", "phase", "subject", "reason", "change",)
    kind: Final = "add-tags"
    _fields = (
        ("id", "id", None),
        ("phase", "phase", "Phase"),
        ("subject", "subject", "Subject"),
        ("reason", "reason", "Reason"),
        ("change", "change", "AddTags"),
    )
    id: str
    phase: Phase
    subject: Subject
    reason: Reason
    change: AddTags

    def __init__(
        self,
        *,
        id: str,
        phase: Phase,
        subject: Subject,
        reason: Reason,
        change: AddTags,
    ) -> None:
        self._set(id, phase, subject, reason, change)


class OperationRemoveTags(Record):
    """`Operation` of the kind `remove-tags`."""

    __slots__ = ("id", "phase", "subject", "reason", "change",)
    kind: Final = "remove-tags"
    _fields = (
        ("id", "id", None),
        ("phase", "phase", "Phase"),
        ("subject", "subject", "Subject"),
        ("reason", "reason", "Reason"),
        ("change", "change", "RemoveTags"),
    )
    id: str
    phase: Phase
    subject: Subject
    reason: Reason
    change: RemoveTags

    def __init__(
        self,
        *,
        id: str,
        phase: Phase,
        subject: Subject,
        reason: Reason,
        change: RemoveTags,
    ) -> None:
        self._set(id, phase, subject, reason, change)


class OperationEnroll(Record):
    """`Operation` of the kind `enroll`."""

    __slots__ = ("id", "phase", "subject", "reason", "change",)
    kind: Final = "enroll"
    _fields = (
        ("id", "id", None),
        ("phase", "phase", "Phase"),
        ("subject", "subject", "Subject"),
        ("reason", "reason", "Reason"),
        ("change", "change", "Enroll"),
    )
    id: str
    phase: Phase
    subject: Subject
    reason: Reason
    change: Enroll

    def __init__(
        self,
        *,
        id: str,
        phase: Phase,
        subject: Subject,
        reason: Reason,
        change: Enroll,
    ) -> None:
        self._set(id, phase, subject, reason, change)


class OperationRestoreEnrollment(Record):
    """`Operation` of the kind `restore-enrollment`."""

    __slots__ = ("id", "phase", "subject", "reason", "change",)
    kind: Final = "restore-enrollment"
    _fields = (
        ("id", "id", None),
        ("phase", "phase", "Phase"),
        ("subject", "subject", "Subject"),
        ("reason", "reason", "Reason"),
        ("change", "change", "RestoreEnrollment"),
    )
    id: str
    phase: Phase
    subject: Subject
    reason: Reason
    change: RestoreEnrollment

    def __init__(
        self,
        *,
        id: str,
        phase: Phase,
        subject: Subject,
        reason: Reason,
        change: RestoreEnrollment,
    ) -> None:
        self._set(id, phase, subject, reason, change)


class OperationResetPassword(Record):
    """`Operation` of the kind `reset-password`."""

    __slots__ = ("id", "phase", "subject", "reason", "change",)
    kind: Final = "reset-password"
    _fields = (
        ("id", "id", None),
        ("phase", "phase", "Phase"),
        ("subject", "subject", "Subject"),
        ("reason", "reason", "Reason"),
        ("change", "change", None),
    )
    id: str
    phase: Phase
    subject: Subject
    reason: Reason
    change: abc.Mapping[str, Any]

    def __init__(
        self,
        *,
        id: str,
        phase: Phase,
        subject: Subject,
        reason: Reason,
        change: abc.Mapping[str, Any],
    ) -> None:
        self._set(id, phase, subject, reason, change)


class OperationSetPassword(Record):
    """`Operation` of the kind `set-password`."""

    __slots__ = ("id", "phase", "subject", "reason", "change",)
    kind: Final = "set-password"
    _fields = (
        ("id", "id", None),
        ("phase", "phase", "Phase"),
        ("subject", "subject", "Subject"),
        ("reason", "reason", "Reason"),
        ("change", "change", "SetPassword"),
    )
    id: str
    phase: Phase
    subject: Subject
    reason: Reason
    change: SetPassword

    def __init__(
        self,
        *,
        id: str,
        phase: Phase,
        subject: Subject,
        reason: Reason,
        change: SetPassword,
    ) -> None:
        self._set(id, phase, subject, reason, change)


class OperationVerifyTarget(Record):
    """`Operation` of the kind `verify-target`."""

    __slots__ = ("id", "phase", "subject", "reason", "change",)
    kind: Final = "verify-target"
    _fields = (
        ("id", "id", None),
        ("phase", "phase", "Phase"),
        ("subject", "subject", "Subject"),
        ("reason", "reason", "Reason"),
        ("change", "change", "VerifyTarget"),
    )
    id: str
    phase: Phase
    subject: Subject
    reason: Reason
    change: VerifyTarget

    def __init__(
        self,
        *,
        id: str,
        phase: Phase,
        subject: Subject,
        reason: Reason,
        change: VerifyTarget,
    ) -> None:
        self._set(id, phase, subject, reason, change)


class OperationSendCredentials(Record):
    """`Operation` of the kind `send-credentials`."""

    __slots__ = ("id", "phase", "subject", "reason", "change",)
    kind: Final = "send-credentials"
    _fields = (
        ("id", "id", None),
        ("phase", "phase", "Phase"),
        ("subject", "subject", "Subject"),
        ("reason", "reason", "Reason"),
        ("change", "change", None),
    )
    id: str
    phase: Phase
    subject: Subject
    reason: Reason
    change: abc.Mapping[str, Any]

    def __init__(
        self,
        *,
        id: str,
        phase: Phase,
        subject: Subject,
        reason: Reason,
        change: abc.Mapping[str, Any],
    ) -> None:
        self._set(id, phase, subject, reason, change)


class OperationDisableMaintenance(Record):
    """`Operation` of the kind `disable-maintenance`."""

    __slots__ = ("id", "phase", "subject", "reason", "change",)
    kind: Final = "disable-maintenance"
    _fields = (
        ("id", "id", None),
        ("phase", "phase", "Phase"),
        ("subject", "subject", "Subject"),
        ("reason", "reason", "Reason"),
        ("change", "change", None),
    )
    id: str
    phase: Phase
    subject: Subject
    reason: Reason
    change: abc.Mapping[str, Any]

    def __init__(
        self,
        *,
        id: str,
        phase: Phase,
        subject: Subject,
        reason: Reason,
        change: abc.Mapping[str, Any],
    ) -> None:
        self._set(id, phase, subject, reason, change)


class OperationDifference(Record):
    """An operation that two plans do not have alike."""

    __slots__ = ("after", "before",)
    _fields = (
        ("after", "after", "Operation"),
        ("before", "before", "Operation"),
    )
    after: Operation | None
    """The other one's."""
    before: Operation | None
    """The first plan's; absent where only the other one has it."""

    def __init__(
        self,
        *,
        after: Operation | None = None,
        before: Operation | None = None,
    ) -> None:
        self._set(after, before)


class OperationSupport(Record):

    __slots__ = ("support", "triggers",)
    _fields = (
        ("support", "support", "Support"),
        ("triggers", "triggers", ("list", "OperationTrigger")),
    )
    support: Support
    triggers: abc.Sequence[OperationTrigger]
    """In the order form, member button, webhook, bulk action."""

    def __init__(
        self,
        *,
        support: Support,
        triggers: abc.Sequence[OperationTrigger],
    ) -> None:
        self._set(support, triggers)


class OptInForm(Record):
    """A form of the CRM that purchases go through."""

    __slots__ = ("name", "opt_in", "used_for",)
    _fields = (
        ("name", "name", None),
        ("opt_in", "optIn", "OptIn"),
        ("used_for", "usedFor", "FormUse"),
    )
    name: str
    """As the CRM calls it."""
    opt_in: OptIn
    """Whether whoever fills it in has to confirm."""
    used_for: FormUse
    """What it is used for; orders alone, where absent."""

    def __init__(
        self,
        *,
        name: str,
        opt_in: OptIn,
        used_for: FormUse = "orders-only",
    ) -> None:
        self._set(name, opt_in, used_for)


class Order(Record):
    """One record of an export of orders. Everything may be absent but its kind and its status.

    Of a sale, `total` is what the buyer was charged. Of a refund or a dispute, `refunded` is what went back and `total`
    is absent, so that totals less refunds are what was earned.
    """

    __slots__ = ("kind", "status", "address", "company", "coupon", "custom", "customer_id", "discount", "email", "fee", "id", "items", "name", "paid_at", "phone", "placed_at", "processor", "refund_of", "refunded", "subscription_id", "tax", "total", "transaction_id",)
    _fields = (
        ("kind", "kind", "OrderKind"),
        ("status", "status", "OrderStatus"),
        ("address", "address", "Address"),
        ("company", "company", None),
        ("coupon", "coupon", None),
        ("custom", "custom", ("map", None)),
        ("customer_id", "customerId", None),
        ("discount", "discount", "Money"),
        ("email", "email", None),
        ("fee", "fee", "Money"),
        ("id", "id", None),
        ("items", "items", ("list", "OrderItem")),
        ("name", "name", None),
        ("paid_at", "paidAt", ("instant",)),
        ("phone", "phone", None),
        ("placed_at", "placedAt", ("instant",)),
        ("processor", "processor", None),
        ("refund_of", "refundOf", None),
        ("refunded", "refunded", "Money"),
        ("subscription_id", "subscriptionId", None),
        ("tax", "tax", "Money"),
        ("total", "total", "Money"),
        ("transaction_id", "transactionId", None),
    )
    kind: OrderKind
    """What the record stands for."""
    status: OrderStatus
    """Where the order stands."""
    address: Address | None
    """The billing address."""
    company: str | None
    """The buyer's company."""
    coupon: str | None
    """The coupon."""
    custom: abc.Mapping[str, str]
    """Every other column that is not blank, by its name, in column order; and the text of what could not be read."""
    customer_id: str | None
    """The source's id of the buyer."""
    discount: Money | None
    """What a coupon took off."""
    email: str | None
    """The buyer's address."""
    fee: Money | None
    """What the processor kept; as the source signs it."""
    id: str | None
    """The source's id of the order."""
    items: abc.Sequence[OrderItem]
    """What was ordered, in the source's order."""
    name: str | None
    """The buyer's name."""
    paid_at: datetime | None
    """When it was paid."""
    phone: str | None
    """The buyer's telephone number as written."""
    placed_at: datetime | None
    """When it was placed."""
    processor: str | None
    """Who took the money, in the source's words."""
    refund_of: str | None
    """Of a refund or a dispute: the id of the order, or of the payment, that it is of."""
    refunded: Money | None
    """What was given back."""
    subscription_id: str | None
    """The subscription it was charged for."""
    tax: Money | None
    """The tax within the total."""
    total: Money | None
    """What the buyer was charged, tax included."""
    transaction_id: str | None
    """The processor's id of the payment."""

    def __init__(
        self,
        *,
        kind: OrderKind = "sale",
        status: OrderStatus = "unknown",
        address: Address | None = None,
        company: str | None = None,
        coupon: str | None = None,
        custom: abc.Mapping[str, str] | None = None,
        customer_id: str | None = None,
        discount: Money | None = None,
        email: str | None = None,
        fee: Money | None = None,
        id: str | None = None,
        items: abc.Sequence[OrderItem] = (),
        name: str | None = None,
        paid_at: datetime | None = None,
        phone: str | None = None,
        placed_at: datetime | None = None,
        processor: str | None = None,
        refund_of: str | None = None,
        refunded: Money | None = None,
        subscription_id: str | None = None,
        tax: Money | None = None,
        total: Money | None = None,
        transaction_id: str | None = None,
    ) -> None:
        self._set(kind, status, address, company, coupon, {} if custom is None else custom, customer_id, discount, email, fee, id, items, name, paid_at, phone, placed_at, processor, refund_of, refunded, subscription_id, tax, total, transaction_id)


class OrderItem(Record):
    """One thing that was ordered."""

    __slots__ = ("name", "product_id", "quantity",)
    _fields = (
        ("name", "name", None),
        ("product_id", "productId", None),
        ("quantity", "quantity", None),
    )
    name: str | None
    """The product's name."""
    product_id: str | None
    """The source's id of the product."""
    quantity: int | None
    """How many; absent where the source does not say."""

    def __init__(
        self,
        *,
        name: str | None = None,
        product_id: str | None = None,
        quantity: int | None = None,
    ) -> None:
        self._set(name, product_id, quantity)


class OutcomeApplied(Record):
    """`Outcome` of the kind `applied`.

    It was carried out.
    """

    __slots__ = ()
    kind: Final = "applied"
    _fields = ()


class OutcomeAlready(Record):
    """`Outcome` of the kind `already`.

    It had been carried out before, so there was nothing to do.
    """

    __slots__ = ()
    kind: Final = "already"
    _fields = ()


class OutcomeFailed(Record):
    """`Outcome` of the kind `failed`.

    It could not be carried out.
    """

    __slots__ = ("retryable", "message",)
    kind: Final = "failed"
    _fields = (
        ("retryable", "retryable", None),
        ("message", "message", None),
    )
    retryable: bool
    """Whether trying again may help: a lock, a time-out. It is handed out again, three times in all."""
    message: str
    """What went wrong."""

    def __init__(
        self,
        *,
        retryable: bool,
        message: str,
    ) -> None:
        self._set(retryable, message)


class OutcomeConflict(Record):
    """`Outcome` of the kind `conflict`.

    The target is not as the operation says it is before: somebody else got there first. Nothing was changed.
    """

    __slots__ = ("message",)
    kind: Final = "conflict"
    _fields = (
        ("message", "message", None),
    )
    message: str
    """What was found instead."""

    def __init__(
        self,
        *,
        message: str,
    ) -> None:
        self._set(message)


class Outcomes(Record):
    """What became of a batch, as its host tells the run."""

    __slots__ = ("outcomes", "at",)
    _fields = (
        ("outcomes", "outcomes", ("list", "Outcome")),
        ("at", "at", ("instant",)),
    )
    outcomes: abc.Sequence[Outcome]
    """One for each operation of the batch, in order."""
    at: datetime
    """The instant at which they are known."""

    def __init__(
        self,
        *,
        outcomes: abc.Sequence[Outcome],
        at: datetime,
    ) -> None:
        self._set(outcomes, at)


class OwedOffering(Record):
    """`Owed` of the kind `offering`.

    An offering of the site.
    """

    __slots__ = ("id",)
    kind: Final = "offering"
    _fields = (
        ("id", "id", None),
    )
    id: str
    """Its id."""

    def __init__(
        self,
        *,
        id: str,
    ) -> None:
        self._set(id)


class OwedProduct(Record):
    """`Owed` of the kind `product`.

    A product that no offering names among those that sell it.
    """

    __slots__ = ("name",)
    kind: Final = "product"
    _fields = (
        ("name", "name", None),
    )
    name: str
    """Its name or id, without regard to case."""

    def __init__(
        self,
        *,
        name: str,
    ) -> None:
        self._set(name)


class Page(Record):
    """Something that is guarded: a page, post or lesson.

    A page without a `rule` is guarded by what it belongs to. A page of a module asks for the module's access tag, or, where
    it has none, for its release; a page of an offering asks for the offering's access tag, or, where it has none, for
    enrollment. A page that belongs to nothing is public.
    """

    __slots__ = ("id", "title", "forbid", "inherit", "module", "offering", "parent", "redirects", "rule", "url",)
    _fields = (
        ("id", "id", None),
        ("title", "title", None),
        ("forbid", "forbid", ("list", None)),
        ("inherit", "inherit", "Inherit"),
        ("module", "module", None),
        ("offering", "offering", None),
        ("parent", "parent", None),
        ("redirects", "redirects", ("list", "Redirect")),
        ("rule", "rule", "Rule"),
        ("url", "url", None),
    )
    id: str
    """Unique within the site."""
    title: str
    """As readers see it."""
    forbid: abc.Sequence[str]
    """Tags that deny, whatever else is held, in addition to the offering's revoke tag."""
    inherit: Inherit | None
    """Whether the parent's rules hold too; its own alone, where absent."""
    module: str | None
    """The module of that offering it belongs to."""
    offering: str | None
    """The offering it belongs to."""
    parent: str | None
    """The page it lies under."""
    redirects: abc.Sequence[Redirect]
    """Where to send those who are denied; the first that fits is taken."""
    rule: Rule | None
    """What must hold."""
    url: str | None
    """Where it is on the site."""

    def __init__(
        self,
        *,
        id: str,
        title: str,
        forbid: abc.Sequence[str] = (),
        inherit: Inherit | None = None,
        module: str | None = None,
        offering: str | None = None,
        parent: str | None = None,
        redirects: abc.Sequence[Redirect] = (),
        rule: Rule | None = None,
        url: str | None = None,
    ) -> None:
        self._set(id, title, forbid, inherit, module, offering, parent, redirects, rule, url)


class PageComparison(Record):
    """What became of one page."""

    __slots__ = ("page", "counts",)
    _fields = (
        ("page", "page", "ComparedPage"),
        ("counts", "counts", "VerdictCounts"),
    )
    page: ComparedPage
    """The page."""
    counts: VerdictCounts
    """For how many members it is so."""

    def __init__(
        self,
        *,
        page: ComparedPage,
        counts: VerdictCounts,
    ) -> None:
        self._set(page, counts)


class ParsedDate(Record):
    """What a text says of a date. A blank text, or one that means "no date", says nothing at all."""

    __slots__ = ("instant", "issue", "local",)
    _fields = (
        ("instant", "instant", ("instant",)),
        ("issue", "issue", "Issue"),
        ("local", "local", None),
    )
    instant: datetime | None
    """The instant, where the text or the options have a zone."""
    issue: Issue | None
    """Why it is no date."""
    local: str | None
    """The wall-clock time as written, `2024-03-04T05:06:07`, where the text has no offset of its own."""

    def __init__(
        self,
        *,
        instant: datetime | None = None,
        issue: Issue | None = None,
        local: str | None = None,
    ) -> None:
        self._set(instant, issue, local)


class ParsedMoney(Record):
    """What a text says of an amount. A blank text says nothing at all."""

    __slots__ = ("issue", "money",)
    _fields = (
        ("issue", "issue", "Issue"),
        ("money", "money", "Money"),
    )
    issue: Issue | None
    """Why it is none."""
    money: Money | None
    """The amount."""

    def __init__(
        self,
        *,
        issue: Issue | None = None,
        money: Money | None = None,
    ) -> None:
        self._set(issue, money)


class PasswordRules(Record):
    """What a password must be like.

    One that is kept from a field of the source must be as long as `minimum_length` and hold a character of
    each of the `required` classes, and no more than `MAXIMUM_BYTES`. The defaults follow
    NIST SP 800-63B: eight characters, whichever.

    One that is made up has `generated_length` characters out of `a` to `z`, `A` to `Z` and `2` to `9`, and of
    `#%+=?@` where symbols are required; at least one of each of these classes; and none that looks like another: no `0`, `O`, `o`, `1`,
    `I` or `l`.
    """

    __slots__ = ("minimum_length", "generated_length", "required",)
    _fields = (
        ("minimum_length", "minimumLength", None),
        ("generated_length", "generatedLength", None),
        ("required", "required", ("list", "CharacterClass")),
    )
    minimum_length: int
    generated_length: int
    required: abc.Sequence[CharacterClass]

    def __init__(
        self,
        *,
        minimum_length: int = 8,
        generated_length: int = 20,
        required: abc.Sequence[CharacterClass] = (),
    ) -> None:
        self._set(minimum_length, generated_length, required)


class PasswordSourceHash(Record):
    """`PasswordSource` of the kind `hash`.

    The source's hash.
    """

    __slots__ = ("hash", "stored_as",)
    kind: Final = "hash"
    _fields = (
        ("hash", "hash", "HashKind"),
        ("stored_as", "storedAs", "HashKind"),
    )
    hash: HashKind
    """Its kind at the source."""
    stored_as: HashKind | None
    """The kind as which it has to be stored, where the target would not check it under its own prefix."""

    def __init__(
        self,
        *,
        hash: HashKind,
        stored_as: HashKind | None = None,
    ) -> None:
        self._set(hash, stored_as)


class PasswordSourceField(Record):
    """`PasswordSource` of the kind `field`.

    A field of the source that holds the password itself.
    """

    __slots__ = ()
    kind: Final = "field"
    _fields = ()


class Pause(Record):
    """A time in which a member's clock stands still: from an instant on, until another or without an end in sight."""

    __slots__ = ("from_", "until",)
    _fields = (
        ("from_", "from", ("instant",)),
        ("until", "until", ("instant",)),
    )
    from_: datetime
    until: datetime | None

    def __init__(
        self,
        *,
        from_: datetime,
        until: datetime | None = None,
    ) -> None:
        self._set(from_, until)


class PaymentCount(Record):
    """How many payments were made, of how many."""

    __slots__ = ("made", "of", "refunded",)
    _fields = (
        ("made", "made", None),
        ("of", "of", None),
        ("refunded", "refunded", None),
    )
    made: int | None
    """How many, as far as known."""
    of: int | None
    """After how many it ends; absent where it goes on."""
    refunded: int | None
    """How many orders of it were given back as a whole. They are not counted as made."""

    def __init__(
        self,
        *,
        made: int | None = None,
        of: int | None = None,
        refunded: int | None = None,
    ) -> None:
        self._set(made, of, refunded)


class PaymentSettings(Record):
    """How a site takes money."""

    __slots__ = ("crm", "processors",)
    _fields = (
        ("crm", "crm", "CrmSettings"),
        ("processors", "processors", "Processors"),
    )
    crm: CrmSettings | None
    """The CRM that is told of purchases; where absent, nobody said which."""
    processors: Processors
    """Who charges the cards."""

    def __init__(
        self,
        *,
        crm: CrmSettings | None = None,
        processors: Processors | None = None,
    ) -> None:
        self._set(crm, Processors() if processors is None else processors)


class PaymentStats(Record):
    """How many of everything a reading of orders or subscriptions found."""

    __slots__ = ("bytes", "records", "kept", "repeated", "set_aside",)
    _fields = (
        ("bytes", "bytes", None),
        ("records", "records", None),
        ("kept", "kept", None),
        ("repeated", "repeated", None),
        ("set_aside", "setAside", None),
    )
    bytes: int
    """Bytes of the input."""
    records: int
    """Data records, blank lines left out."""
    kept: int
    """Orders or subscriptions."""
    repeated: int
    """Records that stood twice, the same in every cell, and were read once."""
    set_aside: int
    """Records that were set aside."""

    def __init__(
        self,
        *,
        bytes: int,
        records: int,
        kept: int,
        repeated: int,
        set_aside: int,
    ) -> None:
        self._set(bytes, records, kept, repeated, set_aside)


class PaymentsAnswer(Record):

    __slots__ = ("detection", "issues", "mapping", "orders", "set_aside_csv", "stats", "subscriptions",)
    _fields = (
        ("detection", "detection", "Detection"),
        ("issues", "issues", ("list", "Issue")),
        ("mapping", "mapping", "Mapping"),
        ("orders", "orders", ("list", "Order")),
        ("set_aside_csv", "setAsideCsv", None),
        ("stats", "stats", "PaymentStats"),
        ("subscriptions", "subscriptions", ("list", "Subscription")),
    )
    detection: Detection | None
    issues: abc.Sequence[Issue] | None
    """What concerns the input as a whole, then each record's in their order, then what only the last record could settle."""
    mapping: Mapping | None
    orders: abc.Sequence[Order] | None
    """Each order, refund and dispute, in the order of the records."""
    set_aside_csv: str | None
    """The records that were set aside, with the header; the header alone where none was."""
    stats: PaymentStats | None
    subscriptions: abc.Sequence[Subscription] | None
    """Each subscription, in the order of the records."""

    def __init__(
        self,
        *,
        detection: Detection | None = None,
        issues: abc.Sequence[Issue] | None = None,
        mapping: Mapping | None = None,
        orders: abc.Sequence[Order] | None = None,
        set_aside_csv: str | None = None,
        stats: PaymentStats | None = None,
        subscriptions: abc.Sequence[Subscription] | None = None,
    ) -> None:
        self._set(detection, issues, mapping, orders, set_aside_csv, stats, subscriptions)


class PeerSettingWpFusion(Record):
    """`PeerSetting` of the kind `wp-fusion`.

    WP Fusion's lock of a post.
    """

    __slots__ = ("deny_if_any", "lock", "require_all", "require_any",)
    kind: Final = "wp-fusion"
    _fields = (
        ("deny_if_any", "denyIfAny", ("list", None)),
        ("lock", "lock", None),
        ("require_all", "requireAll", ("list", None)),
        ("require_any", "requireAny", ("list", None)),
    )
    deny_if_any: abc.Sequence[str]
    """None of these may be held (`allow_tags_not`)."""
    lock: bool
    """Whether the post is locked (`lock_content`). Where not, the lists of tags it asks for are not looked at."""
    require_all: abc.Sequence[str]
    """All of these have to be held (`allow_tags_all`)."""
    require_any: abc.Sequence[str]
    """One of these has to be held (`allow_tags`)."""

    def __init__(
        self,
        *,
        deny_if_any: abc.Sequence[str] = (),
        lock: bool = False,
        require_all: abc.Sequence[str] = (),
        require_any: abc.Sequence[str] = (),
    ) -> None:
        self._set(deny_if_any, lock, require_all, require_any)


class PeerSettingPaidMembershipsPro(Record):
    """`PeerSetting` of the kind `paid-memberships-pro`.

    The levels that Paid Memberships Pro asks for.
    """

    __slots__ = ("context", "levels", "term_levels",)
    kind: Final = "paid-memberships-pro"
    _fields = (
        ("context", "context", "PaidMembershipsProContext"),
        ("levels", "levels", ("list", None)),
        ("term_levels", "termLevels", ("list", None)),
    )
    context: PaidMembershipsProContext | None
    """Where it is asked for."""
    levels: abc.Sequence[str]
    """The levels of the post, as the offerings they become."""
    term_levels: abc.Sequence[str]
    """The levels of its terms."""

    def __init__(
        self,
        *,
        context: PaidMembershipsProContext | None = None,
        levels: abc.Sequence[str] = (),
        term_levels: abc.Sequence[str] = (),
    ) -> None:
        self._set(context, levels, term_levels)


class PeerSettingMemberpress(Record):
    """`PeerSetting` of the kind `memberpress`.

    The rules of MemberPress that match a content.
    """

    __slots__ = ("rules",)
    kind: Final = "memberpress"
    _fields = (
        ("rules", "rules", ("list", "MemberPressRule")),
    )
    rules: abc.Sequence[MemberPressRule]
    """The rules, in any order."""

    def __init__(
        self,
        *,
        rules: abc.Sequence[MemberPressRule] = (),
    ) -> None:
        self._set(rules)


class PeerSettingMemberium(Record):
    """`PeerSetting` of the kind `memberium`.

    The levels that Memberium asks for.
    """

    __slots__ = ("audience", "site_ban",)
    kind: Final = "memberium"
    _fields = (
        ("audience", "audience", "MemberiumAudience"),
        ("site_ban", "siteBan", None),
    )
    audience: MemberiumAudience
    """Who gets in."""
    site_ban: str | None
    """The tag that shuts out of the whole site."""

    def __init__(
        self,
        *,
        audience: MemberiumAudience,
        site_ban: str | None = None,
    ) -> None:
        self._set(audience, site_ban)


class PeerSettingLifterLmsContent(Record):
    """`PeerSetting` of the kind `lifterlms-content`.

    LifterLMS: the memberships that a post is restricted to.
    """

    __slots__ = ("memberships", "restricted", "sitewide",)
    kind: Final = "lifterlms-content"
    _fields = (
        ("memberships", "memberships", ("list", None)),
        ("restricted", "restricted", None),
        ("sitewide", "sitewide", "LifterLmsSitewide"),
    )
    memberships: abc.Sequence[str]
    """Any one of these memberships is enough; of none, the post is not restricted."""
    restricted: bool
    """Whether the post is restricted. Where not, its memberships are not looked at."""
    sitewide: LifterLmsSitewide | None
    """The membership that the whole site asks for."""

    def __init__(
        self,
        *,
        memberships: abc.Sequence[str] = (),
        restricted: bool = False,
        sitewide: LifterLmsSitewide | None = None,
    ) -> None:
        self._set(memberships, restricted, sitewide)


class PeerSettingLifterLmsEnrollment(Record):
    """`PeerSetting` of the kind `lifterlms-enrollment`.

    LifterLMS: enrollment in several products.
    """

    __slots__ = ("relation", "products",)
    kind: Final = "lifterlms-enrollment"
    _fields = (
        ("relation", "relation", "LifterLmsRelation"),
        ("products", "products", ("list", None)),
    )
    relation: LifterLmsRelation
    """Whether one is enough."""
    products: abc.Sequence[str]
    """The products, as the offerings they become."""

    def __init__(
        self,
        *,
        relation: LifterLmsRelation,
        products: abc.Sequence[str],
    ) -> None:
        self._set(relation, products)


class PeerSettingLifterLmsCourse(Record):
    """`PeerSetting` of the kind `lifterlms-course`.

    LifterLMS: a course with the memberships that enroll in it.
    """

    __slots__ = ("course", "granted_by",)
    kind: Final = "lifterlms-course"
    _fields = (
        ("course", "course", None),
        ("granted_by", "grantedBy", ("list", None)),
    )
    course: str
    """The course."""
    granted_by: abc.Sequence[str]
    """The memberships that enroll in it."""

    def __init__(
        self,
        *,
        course: str,
        granted_by: abc.Sequence[str] = (),
    ) -> None:
        self._set(course, granted_by)


class PeerSettingSensei(Record):
    """`PeerSetting` of the kind `sensei`.

    A course of Sensei with its enrolment providers.
    """

    __slots__ = ("providers",)
    kind: Final = "sensei"
    _fields = (
        ("providers", "providers", ("list", "SenseiProvider")),
    )
    providers: abc.Sequence[SenseiProvider]
    """The providers."""

    def __init__(
        self,
        *,
        providers: abc.Sequence[SenseiProvider] = (),
    ) -> None:
        self._set(providers)


class PerformAnswer(Record):

    __slots__ = ("outcome", "user",)
    _fields = (
        ("outcome", "outcome", "Outcome"),
        ("user", "user", "TargetUser"),
    )
    outcome: Outcome
    """What is to be told to the run once the user is stored: applied, or a conflict, in which case nothing is to be stored."""
    user: TargetUser | None
    """The user as they are to be stored; absent where there is none, or none any more."""

    def __init__(
        self,
        *,
        outcome: Outcome,
        user: TargetUser | None = None,
    ) -> None:
        self._set(outcome, user)


class PersonalisationLoginLink(Record):
    """`Personalisation` of the kind `login-link`.

    The address of the site's login page.
    """

    __slots__ = ()
    kind: Final = "login-link"
    _fields = ()


class PersonalisationEmailAddress(Record):
    """`Personalisation` of the kind `email-address`.

    The contact's email address.
    """

    __slots__ = ()
    kind: Final = "email-address"
    _fields = ()


class PersonalisationField(Record):
    """`Personalisation` of the kind `field`.

    A custom field.
    """

    __slots__ = ("field",)
    kind: Final = "field"
    _fields = (
        ("field", "field", None),
    )
    field: str
    """Which."""

    def __init__(
        self,
        *,
        field: str,
    ) -> None:
        self._set(field)


class PhaseProgress(Record):
    """How far a phase is."""

    __slots__ = ("phase", "done", "total",)
    _fields = (
        ("phase", "phase", "Phase"),
        ("done", "done", None),
        ("total", "total", None),
    )
    phase: Phase
    """The phase."""
    done: int
    """Operations that need nothing more."""
    total: int
    """All its operations."""

    def __init__(
        self,
        *,
        phase: Phase,
        done: int,
        total: int,
    ) -> None:
        self._set(phase, done, total)


class PlanAnswer(Record):

    __slots__ = ("blockers", "digest", "header", "issues", "operations", "text",)
    _fields = (
        ("blockers", "blockers", ("list", "Issue")),
        ("digest", "digest", None),
        ("header", "header", "PlanHeader"),
        ("issues", "issues", ("list", "Issue")),
        ("operations", "operations", ("list", "Operation")),
        ("text", "text", None),
    )
    blockers: abc.Sequence[Issue] | None
    """The errors among the issues that nobody has waived."""
    digest: str | None
    header: PlanHeader | None
    """What the plan says of itself, apart from its issues."""
    issues: abc.Sequence[Issue] | None
    """The site's, then totals, then contacts' by the key of their address."""
    operations: abc.Sequence[Operation] | None
    """In the order of the run."""
    text: str | None
    """The plan as it is written to a file."""

    def __init__(
        self,
        *,
        blockers: abc.Sequence[Issue] | None = None,
        digest: str | None = None,
        header: PlanHeader | None = None,
        issues: abc.Sequence[Issue] | None = None,
        operations: abc.Sequence[Operation] | None = None,
        text: str | None = None,
    ) -> None:
        self._set(blockers, digest, header, issues, operations, text)


class PlanDiff(Record):
    """Two plans compared: what was reviewed, and what it would be now."""

    __slots__ = ("before", "after", "header", "operations", "added", "removed", "changed",)
    _fields = (
        ("before", "before", None),
        ("after", "after", None),
        ("header", "header", ("list", "HeaderDifference")),
        ("operations", "operations", ("list", "OperationDifference")),
        ("added", "added", None),
        ("removed", "removed", None),
        ("changed", "changed", None),
    )
    before: str
    """The first plan."""
    after: str
    """The other one."""
    header: abc.Sequence[HeaderDifference]
    """What the plans say of themselves differently: a path into the header, such as `options.notify`, and both values. In the order
    of the paths. The counts of issues are among it; the issues themselves are not.
    """
    operations: abc.Sequence[OperationDifference]
    """Operations that only one of them has, or both have differently, in the order of a run. At most
    `KEPT_OPERATIONS`.
    """
    added: int
    """How many operations only the other plan has."""
    removed: int
    """How many operations only the first plan has."""
    changed: int
    """How many operations both have for the same purpose, with other values."""

    def __init__(
        self,
        *,
        before: str,
        after: str,
        header: abc.Sequence[HeaderDifference],
        operations: abc.Sequence[OperationDifference],
        added: int,
        removed: int,
        changed: int,
    ) -> None:
        self._set(before, after, header, operations, added, removed, changed)


class PlanHeader(Record):
    """The first line of a plan."""

    __slots__ = ("format", "site", "environment", "options", "summary", "expected", "issues", "takes_back",)
    _fields = (
        ("format", "format", None),
        ("site", "site", None),
        ("environment", "environment", "Environment"),
        ("options", "options", "PlanOptions"),
        ("summary", "summary", "PlanSummary"),
        ("expected", "expected", "Expected"),
        ("issues", "issues", ("list", "Issue")),
        ("takes_back", "takesBack", None),
    )
    format: int
    """The version of the format: `FORMAT`."""
    site: str
    """The site's name."""
    environment: Environment
    """The copy of the site that the plan is for, and no other."""
    options: PlanOptions
    """What was decided. `environment` is left out, and `batchSize` is the default: neither is part of what was reviewed here."""
    summary: PlanSummary
    """How much of what."""
    expected: Expected
    """What the target must hold afterwards."""
    issues: abc.Sequence[Issue]
    """What is worth knowing, in the order: the site, totals, contacts by the key of their address. Of each code that is no error at
    most `ISSUES_PER_CODE` are kept; the summary counts all.
    """
    takes_back: str | None
    """The plan whose run this one takes back; absent where it moves people."""

    def __init__(
        self,
        *,
        format: int,
        site: str,
        environment: Environment,
        options: PlanOptions,
        summary: PlanSummary,
        expected: Expected,
        issues: abc.Sequence[Issue] = (),
        takes_back: str | None = None,
    ) -> None:
        self._set(format, site, environment, options, summary, expected, issues, takes_back)


class PlanOptions(Record):
    """What the owner decides before a plan is made."""

    __slots__ = ("now", "migrate_all_records", "import_all_contacts", "keep_maintenance_mode", "existing_users", "drip_continuity", "duplicates", "default_role", "protected_roles", "password_policy", "notify", "batch_size", "environment", "operator_email", "password_rules", "source_clock", "target", "waivers",)
    _fields = (
        ("now", "now", ("instant",)),
        ("migrate_all_records", "migrateAllRecords", None),
        ("import_all_contacts", "importAllContacts", None),
        ("keep_maintenance_mode", "keepMaintenanceMode", None),
        ("existing_users", "existingUsers", "ExistingUsers"),
        ("drip_continuity", "dripContinuity", "DripContinuity"),
        ("duplicates", "duplicates", "DuplicatesPolicy"),
        ("default_role", "defaultRole", None),
        ("protected_roles", "protectedRoles", ("list", None)),
        ("password_policy", "passwordPolicy", "PasswordPolicy"),
        ("notify", "notify", "Notify"),
        ("batch_size", "batchSize", None),
        ("environment", "environment", "Environment"),
        ("operator_email", "operatorEmail", None),
        ("password_rules", "passwordRules", "PasswordRules"),
        ("source_clock", "sourceClock", "DripProfile"),
        ("target", "target", "TargetProfile"),
        ("waivers", "waivers", ("list", "Waiver")),
    )
    now: datetime
    """The instant the plan is made. Clocks count from it."""
    migrate_all_records: bool
    """Whether the plan holds operations. False is verification only: everything is counted and every issue is found, and
    there is nothing to apply. Default true.
    """
    import_all_contacts: bool
    """Whether every contact is taken. False takes members and buyers only: those who hold an offering's access, module or
    purchase tag, have an order or a subscription, or are users of the target already. Default false.
    """
    keep_maintenance_mode: bool
    """Whether the site stays in maintenance mode at the end, so that nobody buys while the move is looked over. Default
    false.
    """
    existing_users: ExistingUsers
    """What becomes of contacts that are users of the target already. Default update."""
    drip_continuity: DripContinuity
    """How release timers go on. Default continue from the last released module."""
    duplicates: DuplicatesPolicy
    """Which value wins where several records of one person differ. Default newest."""
    default_role: str
    """The role a new user gets. Default subscriber."""
    protected_roles: abc.Sequence[str]
    """Whoever has one of these roles on the target is left alone, as every administrator is; whoever has one on the source
    gets no user made for them. Default administrator.
    """
    password_policy: PasswordPolicy
    """What password a new user gets. Default a random one, quietly."""
    notify: Notify
    """Who may be sent mail. Default nobody."""
    batch_size: int
    """The most operations in one batch, at least 1. Does not change what is planned, nor the digest. Default 100."""
    environment: Environment | None
    """Which copy of the site the plan is for; the site document's, where absent."""
    operator_email: str | None
    """The person who runs the migration; left alone."""
    password_rules: PasswordRules | None
    """What a password must be like, made up or kept from a field."""
    source_clock: DripProfile | None
    """The system whose clock opens modules at the source, where it has one that gives no tags (LearnDash, MemberPress and the like): what
    it has opened by now is open, under the continuities that keep or continue clocks. Where absent, what is open at the source is
    told by the tags of modules alone.
    """
    target: TargetProfile | None
    """What kind of system the target is. Default generic: one that stores what it is given."""
    waivers: abc.Sequence[Waiver]
    """Codes whose errors do not stop the plan, each with a reason."""

    def __init__(
        self,
        *,
        now: datetime,
        migrate_all_records: bool = True,
        import_all_contacts: bool = False,
        keep_maintenance_mode: bool = False,
        existing_users: ExistingUsers = "update",
        drip_continuity: DripContinuity = "continue-from-last-released",
        duplicates: DuplicatesPolicy = "newest",
        default_role: str = "subscriber",
        protected_roles: abc.Sequence[str] = ("administrator",),
        password_policy: PasswordPolicy = "reset-quietly",
        notify: Notify = "nobody",
        batch_size: int = 100,
        environment: Environment | None = None,
        operator_email: str | None = None,
        password_rules: PasswordRules | None = None,
        source_clock: DripProfile | None = None,
        target: TargetProfile | None = None,
        waivers: abc.Sequence[Waiver] = (),
    ) -> None:
        self._set(now, migrate_all_records, import_all_contacts, keep_maintenance_mode, existing_users, drip_continuity, duplicates, default_role, protected_roles, password_policy, notify, batch_size, environment, operator_email, password_rules, source_clock, target, waivers)


class PlanSummary(Record):
    """How much of what is in a plan. A plan for verification only counts what would be there."""

    __slots__ = ("contacts", "to_create", "to_update", "unchanged", "protected", "skipped", "left_out", "tags_to_add", "tags_dropped", "order_references", "subscription_references", "operations", "issues", "to_delete",)
    _fields = (
        ("contacts", "contacts", None),
        ("to_create", "toCreate", None),
        ("to_update", "toUpdate", None),
        ("unchanged", "unchanged", None),
        ("protected", "protected", None),
        ("skipped", "skipped", None),
        ("left_out", "leftOut", None),
        ("tags_to_add", "tagsToAdd", None),
        ("tags_dropped", "tagsDropped", None),
        ("order_references", "orderReferences", None),
        ("subscription_references", "subscriptionReferences", None),
        ("operations", "operations", ("map", ("map", None))),
        ("issues", "issues", ("map", None)),
        ("to_delete", "toDelete", None),
    )
    contacts: int
    """Contacts, each person once; in a rollback, people whom the run changed. The sum of the seven numbers below."""
    to_create: int
    """Contacts that become users."""
    to_update: int
    """Users who get anything: a field, a tag, an enrollment, a module."""
    unchanged: int
    """Users who have everything already; in a rollback, of whom nothing is taken back."""
    protected: int
    """Users who are left alone: administrators, and the person who runs the migration; and administrators of the source who
    are no users yet.
    """
    skipped: int
    """Users who are left as they are because the options say so."""
    left_out: int
    """Contacts who are neither members nor buyers nor users, where only those are taken; and those whom the target cannot hold."""
    tags_to_add: int
    """Tags to add: the sum over all users."""
    tags_dropped: int
    """Tags of contacts that the tag map leaves behind: the sum over all contacts."""
    order_references: int
    """Orders carried as references."""
    subscription_references: int
    """Subscriptions carried as references."""
    operations: abc.Mapping[str, abc.Mapping[str, int]]
    """Operations by phase and kind."""
    issues: abc.Mapping[str, int]
    """Issues by the name of their code, those that are not kept included."""
    to_delete: int | None
    """Users who are deleted, as only a rollback does."""

    def __init__(
        self,
        *,
        contacts: int,
        to_create: int,
        to_update: int,
        unchanged: int,
        protected: int,
        skipped: int,
        left_out: int,
        tags_to_add: int,
        tags_dropped: int,
        order_references: int,
        subscription_references: int,
        operations: abc.Mapping[str, abc.Mapping[str, int]],
        issues: abc.Mapping[str, int],
        to_delete: int | None = None,
    ) -> None:
        self._set(contacts, to_create, to_update, unchanged, protected, skipped, left_out, tags_to_add, tags_dropped, order_references, subscription_references, operations, issues, to_delete)


class ProcessorAccount(Record):
    """A site's account with a processor."""

    __slots__ = ("account", "mode",)
    _fields = (
        ("account", "account", None),
        ("mode", "mode", "ProcessorMode"),
    )
    account: str | None
    """The processor's id of the account, such as `acct_…`, by which two sites with one account are found. It is no secret;
    keys never stand here. Never blank.
    """
    mode: ProcessorMode
    """Whether real cards are charged; they are, where absent."""

    def __init__(
        self,
        *,
        account: str | None = None,
        mode: ProcessorMode = "live",
    ) -> None:
        self._set(account, mode)


class Processors(Record):
    """The processors that a site is connected to, at most one account with each."""

    __slots__ = ("paypal", "stripe",)
    _fields = (
        ("paypal", "paypal", "ProcessorAccount"),
        ("stripe", "stripe", "ProcessorAccount"),
    )
    paypal: ProcessorAccount | None
    """PayPal, where it is connected."""
    stripe: ProcessorAccount | None
    """Stripe, where it is connected."""

    def __init__(
        self,
        *,
        paypal: ProcessorAccount | None = None,
        stripe: ProcessorAccount | None = None,
    ) -> None:
        self._set(paypal, stripe)


class Proof(Record):
    """When each translated module's tag is added by the automation, and when the module opens on the site."""

    __slots__ = ("lines", "agrees", "as_if_live", "released_at",)
    _fields = (
        ("lines", "lines", ("list", "ProofLine")),
        ("agrees", "agrees", None),
        ("as_if_live", "asIfLive", None),
        ("released_at", "releasedAt", ("instant",)),
    )
    lines: abc.Sequence[ProofLine]
    """The modules, in the order of the translation."""
    agrees: bool
    """Whether there are modules, and every one opens exactly when it is to. Where no module is translated there is nothing to compare, and
    nothing is proved.
    """
    as_if_live: bool | None
    """Whether the automation is paused, so that it adds no tag as it stands: what is proved is what it would do if it were live."""
    released_at: datetime | None
    """When the automation releases the offering to the contact of the proof; absent where it never does."""

    def __init__(
        self,
        *,
        lines: abc.Sequence[ProofLine],
        agrees: bool,
        as_if_live: bool | None = None,
        released_at: datetime | None = None,
    ) -> None:
        self._set(lines, agrees, as_if_live, released_at)


class ProofLine(Record):
    """One module of a proof."""

    __slots__ = ("module", "settling_seconds", "opens_at", "tag_added_at",)
    _fields = (
        ("module", "module", None),
        ("settling_seconds", "settlingSeconds", None),
        ("opens_at", "opensAt", ("instant",)),
        ("tag_added_at", "tagAddedAt", ("instant",)),
    )
    module: str
    """Which."""
    settling_seconds: int
    """How many seconds earlier it is to open, because the delay that waits for the password falls away; none for what opens at a midnight and
    for what counts from that.
    """
    opens_at: datetime | None
    """When it opens on the site; absent where it never does."""
    tag_added_at: datetime | None
    """When the automation adds its tag; absent where it never does."""

    def __init__(
        self,
        *,
        module: str,
        settling_seconds: int,
        opens_at: datetime | None = None,
        tag_added_at: datetime | None = None,
    ) -> None:
        self._set(module, settling_seconds, opens_at, tag_added_at)


class ProposeTagMapAnswer(Record):

    __slots__ = ("tag_map",)
    _fields = (
        ("tag_map", "tagMap", ("list", "TagMapEntry")),
    )
    tag_map: abc.Sequence[TagMapEntry]
    """Entries to look at and to add to the site document, in the order of the site's tags."""

    def __init__(
        self,
        *,
        tag_map: abc.Sequence[TagMapEntry],
    ) -> None:
        self._set(tag_map)


class QuizAnswer(Record):
    """One answer of the quiz."""

    __slots__ = ("item", "question", "bearing", "answer",)
    _fields = (
        ("item", "item", "ChecklistItem"),
        ("question", "question", None),
        ("bearing", "bearing", "Bearing"),
        ("answer", "answer", "Answer"),
    )
    item: ChecklistItem
    """Which item."""
    question: str
    """What is asked."""
    bearing: Bearing
    """What it means for the move."""
    answer: Answer | None
    """What holds, by whoever says so; absent where nobody knows."""

    def __init__(
        self,
        *,
        item: ChecklistItem,
        question: str,
        bearing: Bearing,
        answer: Answer | None = None,
    ) -> None:
        self._set(item, question, bearing, answer)


class ReadOptions(Record):
    """How to read an input. Everything may be left out: then it is found, and the result says how."""

    __slots__ = ("add_tags", "corrections", "currency", "day_first", "decimal_mark", "default_region", "delimiter", "duplicates", "encoding", "file_name", "header_line", "limits", "mapping", "profile", "repair_mojibake", "threads", "zone",)
    _fields = (
        ("add_tags", "addTags", ("list", None)),
        ("corrections", "corrections", ("list", "Correction")),
        ("currency", "currency", None),
        ("day_first", "dayFirst", None),
        ("decimal_mark", "decimalMark", "DecimalMark"),
        ("default_region", "defaultRegion", None),
        ("delimiter", "delimiter", None),
        ("duplicates", "duplicates", "DuplicatesPolicy"),
        ("encoding", "encoding", None),
        ("file_name", "fileName", None),
        ("header_line", "headerLine", None),
        ("limits", "limits", "Limits"),
        ("mapping", "mapping", "Mapping"),
        ("profile", "profile", None),
        ("repair_mojibake", "repairMojibake", None),
        ("threads", "threads", None),
        ("zone", "zone", None),
    )
    add_tags: abc.Sequence[str]
    """Tags that every contact in the input gets beside its own: the one that a list exported tag by tag was made for."""
    corrections: abc.Sequence[Correction]
    """Cells of a table that somebody put right; of two of one cell the later counts. They are read as if they were written so, by one thread.
    A record within whose quotes the input ended stays set aside.
    """
    currency: str | None
    """The currency of amounts that have none of their own. Left out: such amounts are not read, and reported."""
    day_first: bool | None
    """Whether the day comes first in `3/4/2024`, where neither the profile nor the whole column decides. Left out: such dates are
    ambiguous, and not used.
    """
    decimal_mark: DecimalMark | None
    """What parts the decimals of amounts. Left out: the profile or the whole column decides."""
    default_region: str | None
    """The country of telephone numbers that are written without a country code, where the record names none. Left out:
    such numbers stay as written.
    """
    delimiter: str | None
    """The character between cells. Left out: found."""
    duplicates: DuplicatesPolicy
    """Which value is kept where two records of one person differ."""
    encoding: str | None
    """The encoding, by a label of the WHATWG Encoding Standard. Left out: found."""
    file_name: str | None
    """The file's name: some exports say in it who is subscribed."""
    header_line: int | None
    """The line of the column names, 1-based, where lines stand before it. Left out: found among the first records."""
    limits: Limits
    """Bounds on the input."""
    mapping: Mapping | None
    """What each column is for, such as a mapping that was saved. Each column is found by its name; one that is not there, or
    that the mapping does not name, is reported. Left out: suggested by the profile and by the columns' names.
    """
    profile: str | None
    """The source profile, such as `keap`, of the kind of records that is read. Left out: recognised by the columns."""
    repair_mojibake: bool
    """Whether cells such as `JosÃ©` are taken back to `José`, where that can be done without a guess. Each is reported,
    repaired or not.
    """
    threads: int | None
    """How many threads may read contacts, the calling one among them; at most 64 are used, and all of them end before the
    call does. The result is the same for any number. A reader gathers a MiB for each before it reads, so that its progress
    and an error may come some chunks later. Left out, or where the library is built without its feature `threads`: one.
    Orders, subscriptions and the JSON of an API are read by one thread.
    """
    zone: str | None
    """The zone of dates without one, where the source has no fixed one. Left out: UTC."""

    def __init__(
        self,
        *,
        add_tags: abc.Sequence[str] = (),
        corrections: abc.Sequence[Correction] = (),
        currency: str | None = None,
        day_first: bool | None = None,
        decimal_mark: DecimalMark | None = None,
        default_region: str | None = None,
        delimiter: str | None = None,
        duplicates: DuplicatesPolicy = "newest",
        encoding: str | None = None,
        file_name: str | None = None,
        header_line: int | None = None,
        limits: Limits | None = None,
        mapping: Mapping | None = None,
        profile: str | None = None,
        repair_mojibake: bool = False,
        threads: int | None = None,
        zone: str | None = None,
    ) -> None:
        self._set(add_tags, corrections, currency, day_first, decimal_mark, default_region, delimiter, duplicates, encoding, file_name, header_line, Limits() if limits is None else limits, mapping, profile, repair_mojibake, threads, zone)


class ReadinessAnswer(Record):

    __slots__ = ("verdict", "checklist", "counts", "issues", "manual_work", "quiz", "reasons",)
    _fields = (
        ("verdict", "verdict", "ReadinessVerdict"),
        ("checklist", "checklist", ("list", "ChecklistEntry")),
        ("counts", "counts", "ReadinessCounts"),
        ("issues", "issues", ("list", "Issue")),
        ("manual_work", "manualWork", ("list", "ManualWork")),
        ("quiz", "quiz", ("list", "QuizAnswer")),
        ("reasons", "reasons", ("list", "VerdictReason")),
    )
    verdict: ReadinessVerdict
    checklist: abc.Sequence[ChecklistEntry] | None
    """In the order of the checklist."""
    counts: ReadinessCounts | None
    issues: abc.Sequence[Issue] | None
    """By item, then in document order."""
    manual_work: abc.Sequence[ManualWork] | None
    """By kind, then in document order."""
    quiz: abc.Sequence[QuizAnswer] | None
    reasons: abc.Sequence[VerdictReason] | None

    def __init__(
        self,
        *,
        verdict: ReadinessVerdict,
        checklist: abc.Sequence[ChecklistEntry] | None = None,
        counts: ReadinessCounts | None = None,
        issues: abc.Sequence[Issue] | None = None,
        manual_work: abc.Sequence[ManualWork] | None = None,
        quiz: abc.Sequence[QuizAnswer] | None = None,
        reasons: abc.Sequence[VerdictReason] | None = None,
    ) -> None:
        self._set(verdict, checklist, counts, issues, manual_work, quiz, reasons)


class ReadinessCounts(Record):
    """The numbers to be noted before a move."""

    __slots__ = ("contacts", "people", "by_status", "tags", "offerings", "active_subscriptions", "orders", "subscriptions", "users",)
    _fields = (
        ("contacts", "contacts", None),
        ("people", "people", None),
        ("by_status", "byStatus", ("map", None)),
        ("tags", "tags", ("list", "TagCount")),
        ("offerings", "offerings", ("list", "OfferingCount")),
        ("active_subscriptions", "activeSubscriptions", None),
        ("orders", "orders", None),
        ("subscriptions", "subscriptions", None),
        ("users", "users", None),
    )
    contacts: int
    """Contacts."""
    people: int
    """How many people they are: those whose addresses share a key are one."""
    by_status: abc.Mapping[str, int]
    """Contacts by marketing status, from the loosest to the strictest; a status that nobody has is left out."""
    tags: abc.Sequence[TagCount]
    """The source's tags, by name, each with how many contacts hold it."""
    offerings: abc.Sequence[OfferingCount]
    """The offerings, in the order of the site, each with how many members it has."""
    active_subscriptions: int | None
    """Those of them that charge again by themselves."""
    orders: int | None
    """Orders of all systems; absent where nobody looked."""
    subscriptions: int | None
    """Subscriptions of all systems, as recorded; absent where nobody looked."""
    users: int | None
    """Users of the target; absent where nobody looked."""

    def __init__(
        self,
        *,
        contacts: int,
        people: int,
        by_status: abc.Mapping[str, int],
        tags: abc.Sequence[TagCount],
        offerings: abc.Sequence[OfferingCount],
        active_subscriptions: int | None = None,
        orders: int | None = None,
        subscriptions: int | None = None,
        users: int | None = None,
    ) -> None:
        self._set(contacts, people, by_status, tags, offerings, active_subscriptions, orders, subscriptions, users)


class ReadingCounts(Record):
    """What a reading found, in numbers: what a report tells of the list that the people come from."""

    __slots__ = ("stats", "issue_counts",)
    _fields = (
        ("stats", "stats", "IntakeStats"),
        ("issue_counts", "issueCounts", ("map", None)),
    )
    stats: IntakeStats
    """How many of everything."""
    issue_counts: abc.Mapping[str, int]
    """How many issues there are of each code."""

    def __init__(
        self,
        *,
        stats: IntakeStats,
        issue_counts: abc.Mapping[str, int],
    ) -> None:
        self._set(stats, issue_counts)


class Reconciliation(Record):
    """A plan compared with what the target holds afterwards."""

    __slots__ = ("ok", "verified", "differences", "differences_found",)
    _fields = (
        ("ok", "ok", None),
        ("verified", "verified", "Verified"),
        ("differences", "differences", ("list", "Difference")),
        ("differences_found", "differencesFound", None),
    )
    ok: bool
    """Whether there is no difference at all."""
    verified: Verified
    """What was compared."""
    differences: abc.Sequence[Difference]
    """Where target and plan differ: users by the key of their address, then what concerns all of them. At most
    `KEPT_DIFFERENCES`.
    """
    differences_found: int
    """How many differences there are, those that are not kept included."""

    def __init__(
        self,
        *,
        ok: bool,
        verified: Verified,
        differences: abc.Sequence[Difference],
        differences_found: int,
    ) -> None:
        self._set(ok, verified, differences, differences_found)


class RecordPlace(Record):
    """Which record of which source."""

    __slots__ = ("source", "record",)
    _fields = (
        ("source", "source", None),
        ("record", "record", None),
    )
    source: int
    """The source, from 1."""
    record: int
    """The subscription in its list, from 0."""

    def __init__(
        self,
        *,
        source: int,
        record: int,
    ) -> None:
        self._set(source, record)


class RecordsAnswer(Record):

    __slots__ = ("contacts", "detection", "issues", "mapping", "set_aside", "stats", "tag_dates",)
    _fields = (
        ("contacts", "contacts", ("list", "Contact")),
        ("detection", "detection", "Detection"),
        ("issues", "issues", ("list", "Issue")),
        ("mapping", "mapping", "Mapping"),
        ("set_aside", "setAside", ("list", "SetAsideRecord")),
        ("stats", "stats", "IntakeStats"),
        ("tag_dates", "tagDates", ("list", "TagDate")),
    )
    contacts: abc.Sequence[Contact] | None
    """Each person once, in order of first appearance."""
    detection: Detection | None
    issues: abc.Sequence[Issue] | None
    """What concerns the input as a whole, then each record's in their order, then what only the last record could settle."""
    mapping: Mapping | None
    set_aside: abc.Sequence[SetAsideRecord] | None
    """The records that were set aside, each with its JSON as its one cell, in their order."""
    stats: IntakeStats | None
    tag_dates: abc.Sequence[TagDate]
    """When contacts were given their tags, by contact and then tag; nothing where the source does not say."""

    def __init__(
        self,
        *,
        contacts: abc.Sequence[Contact] | None = None,
        detection: Detection | None = None,
        issues: abc.Sequence[Issue] | None = None,
        mapping: Mapping | None = None,
        set_aside: abc.Sequence[SetAsideRecord] | None = None,
        stats: IntakeStats | None = None,
        tag_dates: abc.Sequence[TagDate] = (),
    ) -> None:
        self._set(contacts, detection, issues, mapping, set_aside, stats, tag_dates)


class Redirect(Record):
    """Where to send those who are denied."""

    __slots__ = ("to", "reason",)
    _fields = (
        ("to", "to", None),
        ("reason", "reason", "AccessReason"),
    )
    to: str
    """The address."""
    reason: AccessReason | None
    """The reason of the denial; whatever the reason, where absent."""

    def __init__(
        self,
        *,
        to: str,
        reason: AccessReason | None = None,
    ) -> None:
        self._set(to, reason)


class Release(Record):
    """A release as it is written."""

    __slots__ = ("module", "state", "why", "explanation", "closes_at", "opens_at", "shown_at",)
    _fields = (
        ("module", "module", None),
        ("state", "state", "ReleaseState"),
        ("why", "why", "Why"),
        ("explanation", "explanation", None),
        ("closes_at", "closesAt", ("instant",)),
        ("opens_at", "opensAt", ("instant",)),
        ("shown_at", "shownAt", ("instant",)),
    )
    module: str
    state: ReleaseState
    why: Why
    explanation: str
    closes_at: datetime | None
    opens_at: datetime | None
    shown_at: datetime | None

    def __init__(
        self,
        *,
        module: str,
        state: ReleaseState,
        why: Why,
        explanation: str,
        closes_at: datetime | None = None,
        opens_at: datetime | None = None,
        shown_at: datetime | None = None,
    ) -> None:
        self._set(module, state, why, explanation, closes_at, opens_at, shown_at)


class ReleaseAtAnswer(Record):

    __slots__ = ("opens_at",)
    _fields = (
        ("opens_at", "opensAt", ("instant",)),
    )
    opens_at: datetime | None
    """Absent where the clock never opens it, or what it counts from is not known."""

    def __init__(
        self,
        *,
        opens_at: datetime | None = None,
    ) -> None:
        self._set(opens_at)


class ReleaseRuleAtOnce(Record):
    """`ReleaseRule` of the kind `at-once`.

    At enrollment.
    """

    __slots__ = ()
    kind: Final = "at-once"
    _fields = ()


class ReleaseRuleManual(Record):
    """`ReleaseRule` of the kind `manual`.

    Never by the clock: only a tag, an automation or a person opens it.
    """

    __slots__ = ()
    kind: Final = "manual"
    _fields = ()


class ReleaseRuleTimer(Record):
    """`ReleaseRule` of the kind `timer`.

    A time after something else happened.
    """

    __slots__ = ("anchor", "offset", "mode", "at", "fixed", "not_after", "not_before", "snap", "timezone",)
    kind: Final = "timer"
    _fields = (
        ("anchor", "anchor", "Anchor"),
        ("offset", "offset", "Offset"),
        ("mode", "mode", "Mode"),
        ("at", "at", None),
        ("fixed", "fixed", "FixedDate"),
        ("not_after", "notAfter", ("instant",)),
        ("not_before", "notBefore", ("instant",)),
        ("snap", "snap", "Snap"),
        ("timezone", "timezone", "TimerZone"),
    )
    anchor: Anchor
    """What the time is counted from; the release of the module before, where absent on the wire."""
    offset: Offset
    """How long after."""
    mode: Mode
    """How days and longer units are counted; elapsed, where absent on the wire."""
    at: str | None
    """The wall-clock time on the day reached; only with `Mode::Calendar`."""
    fixed: FixedDate | None
    """A fixed date besides, and which of the two holds."""
    not_after: datetime | None
    """The latest instant."""
    not_before: datetime | None
    """The earliest instant."""
    snap: Snap | None
    """Which days it may fall on; any, where absent; only with `Mode::Calendar`."""
    timezone: TimerZone | None
    """Whose calendar is meant; the site's, where absent on the wire."""

    def __init__(
        self,
        *,
        anchor: Anchor,
        offset: Offset,
        mode: Mode,
        at: str | None = None,
        fixed: FixedDate | None = None,
        not_after: datetime | None = None,
        not_before: datetime | None = None,
        snap: Snap | None = None,
        timezone: TimerZone | None = None,
    ) -> None:
        self._set(anchor, offset, mode, at, fixed, not_after, not_before, snap, timezone)


class RemoveTags(Record):
    """Tags that a run added to a user are taken away again."""

    __slots__ = ("before", "removed",)
    _fields = (
        ("before", "before", ("list", None)),
        ("removed", "removed", ("list", None)),
    )
    before: abc.Sequence[str]
    """What the user holds."""
    removed: abc.Sequence[str]
    """What is taken away."""

    def __init__(
        self,
        *,
        before: abc.Sequence[str],
        removed: abc.Sequence[str],
    ) -> None:
        self._set(before, removed)


class ReplacementForm(Record):
    """`Replacement` of the kind `form`.

    The operation on an order form or opt-in form.
    """

    __slots__ = ("form_kind", "state", "form",)
    kind: Final = "form"
    _fields = (
        ("form_kind", "formKind", "FormKind"),
        ("state", "state", "ReplacementState"),
        ("form", "form", None),
    )
    form_kind: FormKind
    """Whether something is bought on it."""
    state: ReplacementState
    """Whether the form does it already, or has to be told."""
    form: str | None
    """The form; absent where the document has none, and one has to be made."""

    def __init__(
        self,
        *,
        form_kind: FormKind,
        state: ReplacementState,
        form: str | None = None,
    ) -> None:
        self._set(form_kind, state, form)


class ReplacementReleaseTimers(Record):
    """`Replacement` of the kind `release-timers`.

    The release timers of modules.
    """

    __slots__ = ("offering", "modules",)
    kind: Final = "release-timers"
    _fields = (
        ("offering", "offering", None),
        ("modules", "modules", ("list", None)),
    )
    offering: str
    """Their offering."""
    modules: abc.Sequence[str]
    """The modules, in the offering's order."""

    def __init__(
        self,
        *,
        offering: str,
        modules: abc.Sequence[str],
    ) -> None:
        self._set(offering, modules)


class ReplacementOfferingEmail(Record):
    """`Replacement` of the kind `offering-email`.

    The email that an offering sends on enrollment.
    """

    __slots__ = ("offering",)
    kind: Final = "offering-email"
    _fields = (
        ("offering", "offering", None),
    )
    offering: str
    """Its offering."""

    def __init__(
        self,
        *,
        offering: str,
    ) -> None:
        self._set(offering)


class Report(Record):
    """Everything that is known of a move, as one document for people and programs.

    The order of the sections is: overview, what to do next, the list, people, releases, readiness, plan, run, proof, access, billing; each stands where its part was
    given. The same parts give the same bytes. No secret is in it: no part holds one.

    With a key nobody can be recognised: every address, name and id of a person, an order or a subscription is
    a keyed pseudonym, in messages and values too; what people wrote as they liked is withheld. What the site's document names, such as its
    tags, stays.
    """

    __slots__ = ("head", "sections",)
    _fields = (
        ("head", "head", "ReportHead"),
        ("sections", "sections", ("list", "ReportSection")),
    )
    head: ReportHead
    """What it says of itself."""
    sections: abc.Sequence[ReportSection]
    """Its sections."""

    def __init__(
        self,
        *,
        head: ReportHead,
        sections: abc.Sequence[ReportSection],
    ) -> None:
        self._set(head, sections)


class ReportAnswer(Record):

    __slots__ = ("document", "text",)
    _fields = (
        ("document", "document", "Report"),
        ("text", "text", None),
    )
    document: Report | None
    """The report as data."""
    text: str | None
    """The report as Markdown or HTML."""

    def __init__(
        self,
        *,
        document: Report | None = None,
        text: str | None = None,
    ) -> None:
        self._set(document, text)


class ReportBar(Record):
    """One bar."""

    __slots__ = ("label", "values",)
    _fields = (
        ("label", "label", None),
        ("values", "values", ("list", None)),
    )
    label: str
    """What it is of."""
    values: abc.Sequence[int]
    """A number for each series."""

    def __init__(
        self,
        *,
        label: str,
        values: abc.Sequence[int],
    ) -> None:
        self._set(label, values)


class ReportBlockFacts(Record):
    """`ReportBlock` of the kind `facts`.

    Single facts, in order.
    """

    __slots__ = ("facts",)
    kind: Final = "facts"
    _fields = (
        ("facts", "facts", ("list", "ReportFact")),
    )
    facts: abc.Sequence[ReportFact]
    """Each with its name."""

    def __init__(
        self,
        *,
        facts: abc.Sequence[ReportFact],
    ) -> None:
        self._set(facts)


class ReportBlockTable(Record):
    """`ReportBlock` of the kind `table`.

    Rows and columns.
    """

    __slots__ = ("table",)
    kind: Final = "table"
    _fields = (
        ("table", "table", "ReportTable"),
    )
    table: ReportTable
    """The table."""

    def __init__(
        self,
        *,
        table: ReportTable,
    ) -> None:
        self._set(table)


class ReportBlockBars(Record):
    """`ReportBlock` of the kind `bars`.

    Bars of numbers.
    """

    __slots__ = ("chart",)
    kind: Final = "bars"
    _fields = (
        ("chart", "chart", "BarChart"),
    )
    chart: BarChart
    """The chart."""

    def __init__(
        self,
        *,
        chart: BarChart,
    ) -> None:
        self._set(chart)


class ReportBlockDays(Record):
    """`ReportBlock` of the kind `days`.

    Numbers by day.
    """

    __slots__ = ("chart",)
    kind: Final = "days"
    _fields = (
        ("chart", "chart", "DayChart"),
    )
    chart: DayChart
    """The chart."""

    def __init__(
        self,
        *,
        chart: DayChart,
    ) -> None:
        self._set(chart)


class ReportBlockTimeline(Record):
    """`ReportBlock` of the kind `timeline`.

    What happens when.
    """

    __slots__ = ("chart",)
    kind: Final = "timeline"
    _fields = (
        ("chart", "chart", "TimelineChart"),
    )
    chart: TimelineChart
    """The chart."""

    def __init__(
        self,
        *,
        chart: TimelineChart,
    ) -> None:
        self._set(chart)


class ReportEvent(Record):
    """One event."""

    __slots__ = ("label", "at",)
    _fields = (
        ("label", "label", None),
        ("at", "at", ("instant",)),
    )
    label: str
    """What happens."""
    at: datetime | None
    """When; absent where no clock says."""

    def __init__(
        self,
        *,
        label: str,
        at: datetime | None = None,
    ) -> None:
        self._set(label, at)


class ReportFact(Record):
    """One fact."""

    __slots__ = ("name", "value",)
    _fields = (
        ("name", "name", None),
        ("value", "value", None),
    )
    name: str
    """What it is."""
    value: str
    """The fact."""

    def __init__(
        self,
        *,
        name: str,
        value: str,
    ) -> None:
        self._set(name, value)


class ReportHead(Record):
    """What a report says of itself."""

    __slots__ = ("format", "site", "at", "pseudonymised", "environment",)
    _fields = (
        ("format", "format", None),
        ("site", "site", None),
        ("at", "at", ("instant",)),
        ("pseudonymised", "pseudonymised", None),
        ("environment", "environment", "Environment"),
    )
    format: int
    """The version of the format: `Report::FORMAT`."""
    site: str
    """The site's name."""
    at: datetime
    """The instant it was made for."""
    pseudonymised: bool
    """Whether people are unrecognisable in it."""
    environment: Environment | None
    """Which copy of it."""

    def __init__(
        self,
        *,
        format: int,
        site: str,
        at: datetime,
        pseudonymised: bool,
        environment: Environment | None = None,
    ) -> None:
        self._set(format, site, at, pseudonymised, environment)


class ReportSection(Record):
    """One subject of a report."""

    __slots__ = ("id", "title", "blocks",)
    _fields = (
        ("id", "id", None),
        ("title", "title", None),
        ("blocks", "blocks", ("list", "ReportBlock")),
    )
    id: str
    """What it is about, in one word of the wire."""
    title: str
    """Its heading."""
    blocks: abc.Sequence[ReportBlock]
    """What it says, in order."""

    def __init__(
        self,
        *,
        id: str,
        title: str,
        blocks: abc.Sequence[ReportBlock],
    ) -> None:
        self._set(id, title, blocks)


class ReportTable(Record):
    """A table."""

    __slots__ = ("title", "columns", "rows", "left_out",)
    _fields = (
        ("title", "title", None),
        ("columns", "columns", ("list", None)),
        ("rows", "rows", ("list", ("list", None))),
        ("left_out", "leftOut", None),
    )
    title: str
    """What it shows."""
    columns: abc.Sequence[str]
    """The heads of its columns."""
    rows: abc.Sequence[abc.Sequence[str]]
    """Its rows, each with a cell for each column."""
    left_out: int
    """How many further rows there are that are not shown."""

    def __init__(
        self,
        *,
        title: str,
        columns: abc.Sequence[str],
        rows: abc.Sequence[abc.Sequence[str]],
        left_out: int,
    ) -> None:
        self._set(title, columns, rows, left_out)


class RestoreEnrollment(Record):
    """An enrollment is put back as it was before a run."""

    __slots__ = ("offering", "before", "after",)
    _fields = (
        ("offering", "offering", None),
        ("before", "before", "TargetEnrollment"),
        ("after", "after", "TargetEnrollment"),
    )
    offering: str
    """The offering."""
    before: TargetEnrollment
    """The enrollment as the run wrote it."""
    after: TargetEnrollment | None
    """As it was before the run; absent where there was none, and there is none again."""

    def __init__(
        self,
        *,
        offering: str,
        before: TargetEnrollment,
        after: TargetEnrollment | None = None,
    ) -> None:
        self._set(offering, before, after)


class RestoreUser(Record):
    """Fields of a user are put back as they were before a run. Roles, login name, address and password stay."""

    __slots__ = ("before", "after",)
    _fields = (
        ("before", "before", "UserProfile"),
        ("after", "after", "UserProfile"),
    )
    before: UserProfile
    """The fields that are put back, as the run wrote them."""
    after: UserProfile
    """The same fields as they were before the run; what is absent had no value, and has none again."""

    def __init__(
        self,
        *,
        before: UserProfile,
        after: UserProfile,
    ) -> None:
        self._set(before, after)


class RulePublic(Record):
    """`Rule` of the kind `public`.

    Holds for everybody, logged in or not.
    """

    __slots__ = ()
    kind: Final = "public"
    _fields = ()


class RuleLoggedIn(Record):
    """`Rule` of the kind `logged-in`.

    Holds for everybody who is logged in.
    """

    __slots__ = ()
    kind: Final = "logged-in"
    _fields = ()


class RuleHasAny(Record):
    """`Rule` of the kind `has-any`.

    Holds for a member who holds at least one of the tags.
    """

    __slots__ = ("tags",)
    kind: Final = "has-any"
    _fields = (
        ("tags", "tags", ("list", None)),
    )
    tags: abc.Sequence[str]
    """The tags; at least one."""

    def __init__(
        self,
        *,
        tags: abc.Sequence[str],
    ) -> None:
        self._set(tags)


class RuleHasAll(Record):
    """`Rule` of the kind `has-all`.

    Holds for a member who holds every one of the tags.
    """

    __slots__ = ("tags",)
    kind: Final = "has-all"
    _fields = (
        ("tags", "tags", ("list", None)),
    )
    tags: abc.Sequence[str]
    """The tags; at least one."""

    def __init__(
        self,
        *,
        tags: abc.Sequence[str],
    ) -> None:
        self._set(tags)


class RuleMissingAny(Record):
    """`Rule` of the kind `missing-any`.

    Holds for a member who lacks at least one of the tags.
    """

    __slots__ = ("tags",)
    kind: Final = "missing-any"
    _fields = (
        ("tags", "tags", ("list", None)),
    )
    tags: abc.Sequence[str]
    """The tags; at least one."""

    def __init__(
        self,
        *,
        tags: abc.Sequence[str],
    ) -> None:
        self._set(tags)


class RuleMissingAll(Record):
    """`Rule` of the kind `missing-all`.

    Holds for a member who holds none of the tags.
    """

    __slots__ = ("tags",)
    kind: Final = "missing-all"
    _fields = (
        ("tags", "tags", ("list", None)),
    )
    tags: abc.Sequence[str]
    """The tags; at least one."""

    def __init__(
        self,
        *,
        tags: abc.Sequence[str],
    ) -> None:
        self._set(tags)


class RuleEnrolled(Record):
    """`Rule` of the kind `enrolled`.

    Holds for a member enrolled in the offering.
    """

    __slots__ = ("offering",)
    kind: Final = "enrolled"
    _fields = (
        ("offering", "offering", None),
    )
    offering: str
    """The offering."""

    def __init__(
        self,
        *,
        offering: str,
    ) -> None:
        self._set(offering)


class RuleReleased(Record):
    """`Rule` of the kind `released`.

    Holds for a member to whom the module has been released.
    """

    __slots__ = ("offering", "module",)
    kind: Final = "released"
    _fields = (
        ("offering", "offering", None),
        ("module", "module", None),
    )
    offering: str
    """The offering."""
    module: str
    """The module of it."""

    def __init__(
        self,
        *,
        offering: str,
        module: str,
    ) -> None:
        self._set(offering, module)


class RuleRole(Record):
    """`Rule` of the kind `role`.

    Holds for a member with the role, spelt exactly so.
    """

    __slots__ = ("role",)
    kind: Final = "role"
    _fields = (
        ("role", "role", None),
    )
    role: str
    """The role, as the target names it."""

    def __init__(
        self,
        *,
        role: str,
    ) -> None:
        self._set(role)


class RuleAnd(Record):
    """`Rule` of the kind `and`.

    Holds where every one of the rules does.
    """

    __slots__ = ("rules",)
    kind: Final = "and"
    _fields = (
        ("rules", "rules", ("list", "Rule")),
    )
    rules: abc.Sequence[Rule]
    """The rules; at least one."""

    def __init__(
        self,
        *,
        rules: abc.Sequence[Rule],
    ) -> None:
        self._set(rules)


class RuleOr(Record):
    """`Rule` of the kind `or`.

    Holds where at least one of the rules does.
    """

    __slots__ = ("rules",)
    kind: Final = "or"
    _fields = (
        ("rules", "rules", ("list", "Rule")),
    )
    rules: abc.Sequence[Rule]
    """The rules; at least one."""

    def __init__(
        self,
        *,
        rules: abc.Sequence[Rule],
    ) -> None:
        self._set(rules)


class RuleNot(Record):
    """`Rule` of the kind `not`.

    Holds where the rule does not. What is not known stays not known: nobody gets in by not being logged in, unless the
    rule asks for just that.
    """

    __slots__ = ("rule",)
    kind: Final = "not"
    _fields = (
        ("rule", "rule", "Rule"),
    )
    rule: Rule
    """The rule."""

    def __init__(
        self,
        *,
        rule: Rule,
    ) -> None:
        self._set(rule)


class RuleDuring(Record):
    """`Rule` of the kind `during`.

    Holds from an instant (included) until another (not included); at least one of the two.
    """

    __slots__ = ("from_", "until",)
    kind: Final = "during"
    _fields = (
        ("from_", "from", ("instant",)),
        ("until", "until", ("instant",)),
    )
    from_: datetime | None
    """The first instant it holds; always has, where absent."""
    until: datetime | None
    """The first instant it no longer holds; always will, where absent."""

    def __init__(
        self,
        *,
        from_: datetime | None = None,
        until: datetime | None = None,
    ) -> None:
        self._set(from_, until)


class RunFailure(Record):
    """An operation that failed for good."""

    __slots__ = ("operation", "kind", "subject", "conflict", "message",)
    _fields = (
        ("operation", "operation", None),
        ("kind", "kind", "OperationKind"),
        ("subject", "subject", "Subject"),
        ("conflict", "conflict", None),
        ("message", "message", None),
    )
    operation: str
    """Its id."""
    kind: OperationKind
    """What it does."""
    subject: Subject
    """To whom or what."""
    conflict: bool
    """Whether the target was not as the operation says it is before."""
    message: str
    """What the host said, shortened."""

    def __init__(
        self,
        *,
        operation: str,
        kind: OperationKind,
        subject: Subject,
        conflict: bool,
        message: str,
    ) -> None:
        self._set(operation, kind, subject, conflict, message)


class RunOptions(Record):
    """Where and how a plan is run."""

    __slots__ = ("environment", "approved", "batch_size",)
    _fields = (
        ("environment", "environment", "Environment"),
        ("approved", "approved", None),
        ("batch_size", "batchSize", None),
    )
    environment: Environment
    """The copy of the site that the host is about to change. A plan for another one is refused."""
    approved: str | None
    """The plan that somebody looked over and approved. Where it is named, no other is run."""
    batch_size: int | None
    """The most operations in a batch; the plan's own number, where absent."""

    def __init__(
        self,
        *,
        environment: Environment,
        approved: str | None = None,
        batch_size: int | None = None,
    ) -> None:
        self._set(environment, approved, batch_size)


class RunProgress(Record):
    """How far a run is."""

    __slots__ = ("done", "total", "applied", "already", "failed", "withheld", "phases", "failures", "started_at", "seconds_at_work", "per_minute", "recorded_at", "seconds_left",)
    _fields = (
        ("done", "done", None),
        ("total", "total", None),
        ("applied", "applied", None),
        ("already", "already", None),
        ("failed", "failed", None),
        ("withheld", "withheld", None),
        ("phases", "phases", ("list", "PhaseProgress")),
        ("failures", "failures", ("list", "RunFailure")),
        ("started_at", "startedAt", ("instant",)),
        ("seconds_at_work", "secondsAtWork", None),
        ("per_minute", "perMinute", None),
        ("recorded_at", "recordedAt", ("instant",)),
        ("seconds_left", "secondsLeft", None),
    )
    done: int
    """Operations that need nothing more: applied, found applied, failed for good, or withheld."""
    total: int
    """All operations."""
    applied: int
    """Operations that were carried out."""
    already: int
    """Operations that were found carried out before."""
    failed: int
    """Operations that failed for good, conflicts included."""
    withheld: int
    """Operations that were not tried because the user could not be created or updated, or has no new password."""
    phases: abc.Sequence[PhaseProgress]
    """Each phase that has operations, in order."""
    failures: abc.Sequence[RunFailure]
    """What failed for good, in the order in which it did; at most `KEPT_FAILURES`."""
    started_at: datetime
    """When the run began."""
    seconds_at_work: int
    """How many seconds the run was at work: the time between recordings, of which a gap counts as
    `LONGEST_GAP` seconds at most, so that a night between two sittings is no work.
    """
    per_minute: int | None
    """How many operations a minute came to an end, at the pace so far; absent as long as there is none."""
    recorded_at: datetime | None
    """When outcomes were recorded last."""
    seconds_left: int | None
    """How many seconds of work are left at that pace; absent as long as there is none, and once the run is through."""

    def __init__(
        self,
        *,
        done: int,
        total: int,
        applied: int,
        already: int,
        failed: int,
        withheld: int,
        phases: abc.Sequence[PhaseProgress],
        failures: abc.Sequence[RunFailure],
        started_at: datetime,
        seconds_at_work: int,
        per_minute: int | None = None,
        recorded_at: datetime | None = None,
        seconds_left: int | None = None,
    ) -> None:
        self._set(done, total, applied, already, failed, withheld, phases, failures, started_at, seconds_at_work, per_minute, recorded_at, seconds_left)


class ScheduleAnswer(Record):

    __slots__ = ("releases",)
    _fields = (
        ("releases", "releases", ("list", "Release")),
    )
    releases: abc.Sequence[Release]
    """Every module, in the offering's order."""

    def __init__(
        self,
        *,
        releases: abc.Sequence[Release],
    ) -> None:
        self._set(releases)


class ScriptAnswer(Record):

    __slots__ = ("steps",)
    _fields = (
        ("steps", "steps", ("list", "Shown")),
    )
    steps: abc.Sequence[Shown]
    """What came of each step, in order."""

    def __init__(
        self,
        *,
        steps: abc.Sequence[Shown],
    ) -> None:
        self._set(steps)


class ScriptOptions(Record):
    """How the plan is run; the plan's own environment and batch size, and no approval, where absent."""

    __slots__ = ("approved", "batch_size", "environment",)
    _fields = (
        ("approved", "approved", None),
        ("batch_size", "batchSize", None),
        ("environment", "environment", "Environment"),
    )
    approved: str | None
    batch_size: int | None
    environment: Environment | None

    def __init__(
        self,
        *,
        approved: str | None = None,
        batch_size: int | None = None,
        environment: Environment | None = None,
    ) -> None:
        self._set(approved, batch_size, environment)


class ScriptStepApprove(Record):
    """`ScriptStep` of the kind `approve`.

    The plan at hand is the approved one.
    """

    __slots__ = ()
    kind: Final = "approve"
    _fields = ()


class ScriptStepStart(Record):
    """`ScriptStep` of the kind `start`.

    The run starts, with a journal of its own.
    """

    __slots__ = ()
    kind: Final = "start"
    _fields = ()


class ScriptStepBatches(Record):
    """`ScriptStep` of the kind `batches`.

    So many batches are carried out and recorded, or all that are left.
    """

    __slots__ = ("count", "failures",)
    kind: Final = "batches"
    _fields = (
        ("count", "count", None),
        ("failures", "failures", ("list", "NamedFailure")),
    )
    count: int | None
    failures: abc.Sequence[NamedFailure]

    def __init__(
        self,
        *,
        count: int | None = None,
        failures: abc.Sequence[NamedFailure] = (),
    ) -> None:
        self._set(count, failures)


class ScriptStepLose(Record):
    """`ScriptStep` of the kind `lose`.

    A batch is carried out, and the host dies before the journal has it.
    """

    __slots__ = ()
    kind: Final = "lose"
    _fields = ()


class ScriptStepReport(Record):
    """`ScriptStep` of the kind `report`.

    Outcomes are reported of the next batch, whatever was carried out.
    """

    __slots__ = ("outcomes",)
    kind: Final = "report"
    _fields = (
        ("outcomes", "outcomes", ("list", "Outcome")),
    )
    outcomes: abc.Sequence[Outcome]

    def __init__(
        self,
        *,
        outcomes: abc.Sequence[Outcome],
    ) -> None:
        self._set(outcomes)


class ScriptStepDamage(Record):
    """`ScriptStep` of the kind `damage`.

    The host dies, and the journal is damaged.
    """

    __slots__ = ("how",)
    kind: Final = "damage"
    _fields = (
        ("how", "how", "Damage"),
    )
    how: Damage

    def __init__(
        self,
        *,
        how: Damage,
    ) -> None:
        self._set(how)


class ScriptStepResume(Record):
    """`ScriptStep` of the kind `resume`.

    The host dies, and the run goes on from the journal.
    """

    __slots__ = ()
    kind: Final = "resume"
    _fields = ()


class ScriptStepAbort(Record):
    """`ScriptStep` of the kind `abort`.

    The run is given up.
    """

    __slots__ = ()
    kind: Final = "abort"
    _fields = ()


class ScriptStepEdit(Record):
    """`ScriptStep` of the kind `edit`.

    Somebody changes a user of the target: each field is set, or taken away by null.
    """

    __slots__ = ("email", "fields",)
    kind: Final = "edit"
    _fields = (
        ("email", "email", None),
        ("fields", "fields", ("map", None)),
    )
    email: str
    fields: abc.Mapping[str, Any]

    def __init__(
        self,
        *,
        email: str,
        fields: abc.Mapping[str, Any],
    ) -> None:
        self._set(email, fields)


class ScriptStepPlan(Record):
    """`ScriptStep` of the kind `plan`.

    A plan is made anew, of these people and the target as it is; the journal stays that of the run before.
    """

    __slots__ = ("contacts",)
    kind: Final = "plan"
    _fields = (
        ("contacts", "contacts", ("list", "Contact")),
    )
    contacts: abc.Sequence[Contact]

    def __init__(
        self,
        *,
        contacts: abc.Sequence[Contact],
    ) -> None:
        self._set(contacts)


class ScriptStepReconcile(Record):
    """`ScriptStep` of the kind `reconcile`.

    The plan at hand is compared with the target.
    """

    __slots__ = ()
    kind: Final = "reconcile"
    _fields = ()


class ScriptStepRollback(Record):
    """`ScriptStep` of the kind `rollback`.

    A plan is made that takes the run back.
    """

    __slots__ = ()
    kind: Final = "rollback"
    _fields = ()


class ScriptStepPasswords(Record):
    """`ScriptStep` of the kind `passwords`.

    The host asks for the passwords of the plan's operations, with a seed, and with these people in place of the script's.
    """

    __slots__ = ("seed", "contacts",)
    kind: Final = "passwords"
    _fields = (
        ("seed", "seed", None),
        ("contacts", "contacts", ("list", "Contact")),
    )
    seed: str
    contacts: abc.Sequence[Contact] | None

    def __init__(
        self,
        *,
        seed: str,
        contacts: abc.Sequence[Contact] | None = None,
    ) -> None:
        self._set(seed, contacts)


class ScriptStepProgress(Record):
    """`ScriptStep` of the kind `progress`.

    How far the run is.
    """

    __slots__ = ()
    kind: Final = "progress"
    _fields = ()


class ScriptStepTarget(Record):
    """`ScriptStep` of the kind `target`.

    What the target holds.
    """

    __slots__ = ()
    kind: Final = "target"
    _fields = ()


class SenseiProviderAlways(Record):
    """`SenseiProvider` of the kind `always`.

    Enrolls everybody who is logged in.
    """

    __slots__ = ()
    kind: Final = "always"
    _fields = ()


class SenseiProviderNever(Record):
    """`SenseiProvider` of the kind `never`.

    Enrolls nobody.
    """

    __slots__ = ()
    kind: Final = "never"
    _fields = ()


class SenseiProviderEnrollment(Record):
    """`SenseiProvider` of the kind `enrollment`.

    Enrolls those who were enrolled by hand, or bought it.
    """

    __slots__ = ("offering",)
    kind: Final = "enrollment"
    _fields = (
        ("offering", "offering", None),
    )
    offering: str
    """The course or product, as the offering it becomes."""

    def __init__(
        self,
        *,
        offering: str,
    ) -> None:
        self._set(offering)


class Sequence(Record):
    """Emails that belong together."""

    __slots__ = ("name", "status", "emails",)
    _fields = (
        ("name", "name", None),
        ("status", "status", "SequenceStatus"),
        ("emails", "emails", ("list", "SequenceEmail")),
    )
    name: str
    """Its name in the CRM."""
    status: SequenceStatus
    """Whether its emails go out."""
    emails: abc.Sequence[SequenceEmail]
    """Its emails, in the order they go out. All are taken to go out when the step is reached."""

    def __init__(
        self,
        *,
        name: str,
        status: SequenceStatus,
        emails: abc.Sequence[SequenceEmail] = (),
    ) -> None:
        self._set(name, status, emails)


class SequenceEmail(Record):
    """One email of a sequence."""

    __slots__ = ("subject", "mentions", "purpose",)
    _fields = (
        ("subject", "subject", None),
        ("mentions", "mentions", ("list", "Personalisation")),
        ("purpose", "purpose", "EmailPurpose"),
    )
    subject: str
    """Its subject."""
    mentions: abc.Sequence[Personalisation]
    """What it shows of the contact, in any order."""
    purpose: EmailPurpose | None
    """What it is for; something else, where absent."""

    def __init__(
        self,
        *,
        subject: str,
        mentions: abc.Sequence[Personalisation] = (),
        purpose: EmailPurpose | None = None,
    ) -> None:
        self._set(subject, mentions, purpose)


class SetAsideRecord(Record):
    """One record that was set aside."""

    __slots__ = ("record", "line", "codes", "cells",)
    _fields = (
        ("record", "record", None),
        ("line", "line", None),
        ("codes", "codes", ("list", "Code")),
        ("cells", "cells", ("list", None)),
    )
    record: int
    """The data record, 0-based."""
    line: int
    """The line it starts on, 1-based; 0 for a record that came by itself."""
    codes: abc.Sequence[Code]
    """Why, in the order found."""
    cells: abc.Sequence[str]
    """The cells as written, in column order; those of a column of secrets are blank. Of a JSON record there is one: its JSON."""

    def __init__(
        self,
        *,
        record: int,
        line: int,
        codes: abc.Sequence[Code],
        cells: abc.Sequence[str],
    ) -> None:
        self._set(record, line, codes, cells)


class SetPassword(Record):
    """A new user gets the password that the source holds. The secret is not in the plan:
    `Passwords` has it for whoever carries the operation out.
    """

    __slots__ = ("from_",)
    _fields = (
        ("from_", "from", "PasswordSource"),
    )
    from_: PasswordSource
    """Where it comes from."""

    def __init__(
        self,
        *,
        from_: PasswordSource,
    ) -> None:
        self._set(from_)


class SettlingDelay(Record):
    """The delay that waits for the password."""

    __slots__ = ("step", "seconds",)
    _fields = (
        ("step", "step", "Location"),
        ("seconds", "seconds", None),
    )
    step: Location
    """The step."""
    seconds: int
    """How long, in seconds."""

    def __init__(
        self,
        *,
        step: Location,
        seconds: int,
    ) -> None:
        self._set(step, seconds)


class SetupAnswer(Record):

    __slots__ = ("issues", "shared",)
    _fields = (
        ("issues", "issues", ("list", "Issue")),
        ("shared", "shared", ("list", "Issue")),
    )
    issues: abc.Sequence[Issue]
    """What concerns the site by itself: processors, then the CRM."""
    shared: abc.Sequence[Issue]
    """Accounts that several sites have, in the order of the sites; input 1 is the site, input 2 the first of the others."""

    def __init__(
        self,
        *,
        issues: abc.Sequence[Issue],
        shared: abc.Sequence[Issue],
    ) -> None:
        self._set(issues, shared)


class ShownDone(Record):
    """`Shown` of the kind `done`.

    Nothing to tell.
    """

    __slots__ = ()
    kind: Final = "done"
    _fields = ()


class ShownStands(Record):
    """`Shown` of the kind `stands`.

    A run stands so.
    """

    __slots__ = ("status", "torn",)
    kind: Final = "stands"
    _fields = (
        ("status", "status", "RunStatus"),
        ("torn", "torn", None),
    )
    status: RunStatus
    torn: bool | None
    """Whether a torn line of the journal was dropped."""

    def __init__(
        self,
        *,
        status: RunStatus,
        torn: bool | None = None,
    ) -> None:
        self._set(status, torn)


class ShownBatches(Record):
    """`Shown` of the kind `batches`."""

    __slots__ = ("batches", "status",)
    kind: Final = "batches"
    _fields = (
        ("batches", "batches", ("list", "ShownBatch")),
        ("status", "status", "RunStatus"),
    )
    batches: abc.Sequence[ShownBatch]
    status: RunStatus

    def __init__(
        self,
        *,
        batches: abc.Sequence[ShownBatch],
        status: RunStatus,
    ) -> None:
        self._set(batches, status)


class ShownPlanned(Record):
    """`Shown` of the kind `planned`."""

    __slots__ = ("operations", "issues",)
    kind: Final = "planned"
    _fields = (
        ("operations", "operations", ("list", None)),
        ("issues", "issues", ("list", "Issue")),
    )
    operations: abc.Sequence[str]
    """As `add-tags ada@example.com`, in the order of the run."""
    issues: abc.Sequence[Issue]

    def __init__(
        self,
        *,
        operations: abc.Sequence[str],
        issues: abc.Sequence[Issue],
    ) -> None:
        self._set(operations, issues)


class ShownReconciled(Record):
    """`Shown` of the kind `reconciled`."""

    __slots__ = ("ok", "differences",)
    kind: Final = "reconciled"
    _fields = (
        ("ok", "ok", None),
        ("differences", "differences", ("list", "ShownDifference")),
    )
    ok: bool
    differences: abc.Sequence[ShownDifference]

    def __init__(
        self,
        *,
        ok: bool,
        differences: abc.Sequence[ShownDifference],
    ) -> None:
        self._set(ok, differences)


class ShownPasswords(Record):
    """`Shown` of the kind `passwords`."""

    __slots__ = ("given",)
    kind: Final = "passwords"
    _fields = (
        ("given", "given", ("list", None)),
    )
    given: abc.Sequence[str]
    """As `set-password ada@example.com: a hash`, in the order of the run."""

    def __init__(
        self,
        *,
        given: abc.Sequence[str],
    ) -> None:
        self._set(given)


class ShownProgress(Record):
    """`Shown` of the kind `progress`."""

    __slots__ = ("progress",)
    kind: Final = "progress"
    _fields = (
        ("progress", "progress", "RunProgress"),
    )
    progress: RunProgress

    def __init__(
        self,
        *,
        progress: RunProgress,
    ) -> None:
        self._set(progress)


class ShownTarget(Record):
    """`Shown` of the kind `target`."""

    __slots__ = ("users", "in_maintenance", "mailed",)
    kind: Final = "target"
    _fields = (
        ("users", "users", ("list", "TargetUser")),
        ("in_maintenance", "inMaintenance", None),
        ("mailed", "mailed", ("list", None)),
    )
    users: abc.Sequence[TargetUser]
    """By the key of their address."""
    in_maintenance: bool
    mailed: abc.Sequence[str]
    """Keys, ascending."""

    def __init__(
        self,
        *,
        users: abc.Sequence[TargetUser],
        in_maintenance: bool,
        mailed: abc.Sequence[str],
    ) -> None:
        self._set(users, in_maintenance, mailed)


class ShownFailed(Record):
    """`Shown` of the kind `failed`.

    The library refuses the step, and nothing was changed.
    """

    __slots__ = ("code", "location",)
    kind: Final = "failed"
    _fields = (
        ("code", "code", "Code"),
        ("location", "location", "Location"),
    )
    code: Code
    location: Location | None

    def __init__(
        self,
        *,
        code: Code,
        location: Location | None = None,
    ) -> None:
        self._set(code, location)


class ShownBatch(Record):

    __slots__ = ("phase", "wait_seconds", "outcomes",)
    _fields = (
        ("phase", "phase", "Phase"),
        ("wait_seconds", "waitSeconds", None),
        ("outcomes", "outcomes", ("list", None)),
    )
    phase: Phase
    wait_seconds: int
    outcomes: abc.Sequence[str]
    """As `add-tags ada@example.com: applied`, in order."""

    def __init__(
        self,
        *,
        phase: Phase,
        wait_seconds: int,
        outcomes: abc.Sequence[str],
    ) -> None:
        self._set(phase, wait_seconds, outcomes)


class ShownDifference(Record):

    __slots__ = ("code", "field", "expected", "found", "subject",)
    _fields = (
        ("code", "code", "Code"),
        ("field", "field", None),
        ("expected", "expected", None),
        ("found", "found", None),
        ("subject", "subject", None),
    )
    code: Code
    field: str
    expected: str | None
    found: str | None
    subject: str | None

    def __init__(
        self,
        *,
        code: Code,
        field: str,
        expected: str | None = None,
        found: str | None = None,
        subject: str | None = None,
    ) -> None:
        self._set(code, field, expected, found, subject)


class SiteCheckAnswer(Record):

    __slots__ = ("usable", "issues",)
    _fields = (
        ("usable", "usable", None),
        ("issues", "issues", ("list", "Issue")),
    )
    usable: bool
    """Whether there is no error among the issues."""
    issues: abc.Sequence[Issue]
    """In document order."""

    def __init__(
        self,
        *,
        usable: bool,
        issues: abc.Sequence[Issue],
    ) -> None:
        self._set(usable, issues)


class SiteDocument(Record):
    """A membership site as data: offerings, pages, rules and tags. `Site` is one that has been checked."""

    __slots__ = ("format", "name", "timezone", "automations", "environment", "forbid", "forms", "offerings", "pages", "password_field", "payments", "tag_map", "tags", "webhooks",)
    _fields = (
        ("format", "format", None),
        ("name", "name", None),
        ("timezone", "timezone", None),
        ("automations", "automations", ("list", "Automation")),
        ("environment", "environment", "Environment"),
        ("forbid", "forbid", ("list", None)),
        ("forms", "forms", ("list", "Form")),
        ("offerings", "offerings", ("list", "Offering")),
        ("pages", "pages", ("list", "Page")),
        ("password_field", "passwordField", None),
        ("payments", "payments", "PaymentSettings"),
        ("tag_map", "tagMap", ("list", "TagMapEntry")),
        ("tags", "tags", ("list", None)),
        ("webhooks", "webhooks", ("list", "Webhook")),
    )
    format: int
    """The version of this format: `FORMAT`."""
    name: str
    """As people call the site."""
    timezone: str
    """The zone its calendar runs in."""
    automations: abc.Sequence[Automation]
    """The CRM's automations that deliver the offerings."""
    environment: Environment | None
    """Which copy of the site this is; where absent, nobody said."""
    forbid: abc.Sequence[str]
    """Tags that shut whoever holds one out of every page, the public ones too (Memberium's site ban); administrators apart."""
    forms: abc.Sequence[Form]
    """The site's own forms."""
    offerings: abc.Sequence[Offering]
    """What is sold or given."""
    pages: abc.Sequence[Page]
    """What is guarded."""
    password_field: str | None
    """The custom field of the CRM that passwords are stored in; where absent, they are stored in none."""
    payments: PaymentSettings | None
    """How it takes money; where absent, nobody said."""
    tag_map: abc.Sequence[TagMapEntry]
    """What becomes of the source's tags."""
    tags: abc.Sequence[str]
    """Tags that exist although no offering or module declares them."""
    webhooks: abc.Sequence[Webhook]
    """What a CRM sets off on the site."""

    def __init__(
        self,
        *,
        format: int,
        name: str,
        timezone: str,
        automations: abc.Sequence[Automation] = (),
        environment: Environment | None = None,
        forbid: abc.Sequence[str] = (),
        forms: abc.Sequence[Form] = (),
        offerings: abc.Sequence[Offering] = (),
        pages: abc.Sequence[Page] = (),
        password_field: str | None = None,
        payments: PaymentSettings | None = None,
        tag_map: abc.Sequence[TagMapEntry] = (),
        tags: abc.Sequence[str] = (),
        webhooks: abc.Sequence[Webhook] = (),
    ) -> None:
        self._set(format, name, timezone, automations, environment, forbid, forms, offerings, pages, password_field, payments, tag_map, tags, webhooks)


class SnapWeekday(Record):
    """`Snap` of the kind `weekday`.

    Some days of the week.
    """

    __slots__ = ("days",)
    kind: Final = "weekday"
    _fields = (
        ("days", "days", ("list", "Weekday")),
    )
    days: abc.Sequence[Weekday]
    """Which."""

    def __init__(
        self,
        *,
        days: abc.Sequence[Weekday],
    ) -> None:
        self._set(days)


class SnapNthWeekday(Record):
    """`Snap` of the kind `nth-weekday`.

    The nth of a day of the week in its month. A month that has no fifth is passed over.
    """

    __slots__ = ("nth", "weekday",)
    kind: Final = "nth-weekday"
    _fields = (
        ("nth", "nth", None),
        ("weekday", "weekday", "Weekday"),
    )
    nth: int
    """Which of them."""
    weekday: Weekday
    """The day of the week."""

    def __init__(
        self,
        *,
        nth: int,
        weekday: Weekday,
    ) -> None:
        self._set(nth, weekday)


class SnapDayOfMonth(Record):
    """`Snap` of the kind `day-of-month`.

    A day of the month; the last day of a shorter month stands for one that it does not have.
    """

    __slots__ = ("day",)
    kind: Final = "day-of-month"
    _fields = (
        ("day", "day", None),
    )
    day: int
    """Which."""

    def __init__(
        self,
        *,
        day: int,
    ) -> None:
        self._set(day)


class SourceGuess(Record):
    """A guess at the system an export came from."""

    __slots__ = ("profile", "variant", "score", "certain", "reasons",)
    _fields = (
        ("profile", "profile", None),
        ("variant", "variant", None),
        ("score", "score", None),
        ("certain", "certain", None),
        ("reasons", "reasons", ("list", None)),
    )
    profile: str
    """The profile's name: `keap`, `mailchimp`, …, `generic` where no system was recognised."""
    variant: str
    """Which of its exports."""
    score: int
    """How sure, 0 to 100."""
    certain: bool
    """Whether it stands out enough to go on without asking."""
    reasons: abc.Sequence[str]
    """Why, in sentences."""

    def __init__(
        self,
        *,
        profile: str,
        variant: str,
        score: int,
        certain: bool,
        reasons: abc.Sequence[str],
    ) -> None:
        self._set(profile, variant, score, certain, reasons)


class SpotCheck(Record):
    """One person to look at, with what is to be seen: the eight fields of AccessAlly's own instructions."""

    __slots__ = ("email", "tags", "order_ids", "subscription_ids", "stands_for", "contact_id", "first_name", "last_name", "referring_affiliate",)
    _fields = (
        ("email", "email", None),
        ("tags", "tags", ("list", None)),
        ("order_ids", "orderIds", ("list", None)),
        ("subscription_ids", "subscriptionIds", ("list", None)),
        ("stands_for", "standsFor", ("list", "Stratum")),
        ("contact_id", "contactId", None),
        ("first_name", "firstName", None),
        ("last_name", "lastName", None),
        ("referring_affiliate", "referringAffiliate", None),
    )
    email: str
    """The address."""
    tags: abc.Sequence[str]
    """The tags, by name."""
    order_ids: abc.Sequence[str]
    """Order ids, in order of appearance."""
    subscription_ids: abc.Sequence[str]
    """Subscription ids, in order of appearance."""
    stands_for: abc.Sequence[Stratum]
    """Which kinds of people this one stands for."""
    contact_id: str | None
    """The source's id."""
    first_name: str | None
    """Given name."""
    last_name: str | None
    """Family name."""
    referring_affiliate: str | None
    """Who referred them."""

    def __init__(
        self,
        *,
        email: str,
        tags: abc.Sequence[str],
        order_ids: abc.Sequence[str],
        subscription_ids: abc.Sequence[str],
        stands_for: abc.Sequence[Stratum],
        contact_id: str | None = None,
        first_name: str | None = None,
        last_name: str | None = None,
        referring_affiliate: str | None = None,
    ) -> None:
        self._set(email, tags, order_ids, subscription_ids, stands_for, contact_id, first_name, last_name, referring_affiliate)


class SpotCheckAnswer(Record):

    __slots__ = ("spot_checks",)
    _fields = (
        ("spot_checks", "spotChecks", ("list", "SpotCheck")),
    )
    spot_checks: abc.Sequence[SpotCheck]
    """In the order in which they were drawn."""

    def __init__(
        self,
        *,
        spot_checks: abc.Sequence[SpotCheck],
    ) -> None:
        self._set(spot_checks)


class StepAddTags(Record):
    """`Step` of the kind `add-tags`.

    Adds tags. A tag that a webhook is bound to makes the site run that webhook.
    """

    __slots__ = ("tags",)
    kind: Final = "add-tags"
    _fields = (
        ("tags", "tags", ("list", None)),
    )
    tags: abc.Sequence[str]
    """Which, in any order."""

    def __init__(
        self,
        *,
        tags: abc.Sequence[str],
    ) -> None:
        self._set(tags)


class StepRemoveTags(Record):
    """`Step` of the kind `remove-tags`.

    Removes tags.
    """

    __slots__ = ("tags",)
    kind: Final = "remove-tags"
    _fields = (
        ("tags", "tags", ("list", None)),
    )
    tags: abc.Sequence[str]
    """Which, in any order."""

    def __init__(
        self,
        *,
        tags: abc.Sequence[str],
    ) -> None:
        self._set(tags)


class StepRunWebhook(Record):
    """`Step` of the kind `run-webhook`.

    Posts to a webhook of the site's.
    """

    __slots__ = ("webhook",)
    kind: Final = "run-webhook"
    _fields = (
        ("webhook", "webhook", None),
    )
    webhook: str
    """Which."""

    def __init__(
        self,
        *,
        webhook: str,
    ) -> None:
        self._set(webhook)


class StepDelay(Record):
    """`Step` of the kind `delay`.

    Lets time pass.
    """

    __slots__ = ("length",)
    kind: Final = "delay"
    _fields = (
        ("length", "length", "Offset"),
    )
    length: Offset
    """How much."""

    def __init__(
        self,
        *,
        length: Offset,
    ) -> None:
        self._set(length)


class StepWaitUntil(Record):
    """`Step` of the kind `wait-until`.

    Waits for something.
    """

    __slots__ = ("until",)
    kind: Final = "wait-until"
    _fields = (
        ("until", "until", "Wait"),
    )
    until: Wait
    """For what."""

    def __init__(
        self,
        *,
        until: Wait,
    ) -> None:
        self._set(until)


class StepSendSequence(Record):
    """`Step` of the kind `send-sequence`.

    Sends emails that belong together.
    """

    __slots__ = ("sequence",)
    kind: Final = "send-sequence"
    _fields = (
        ("sequence", "sequence", "Sequence"),
    )
    sequence: Sequence
    """The emails."""

    def __init__(
        self,
        *,
        sequence: Sequence,
    ) -> None:
        self._set(sequence)


class StepSetField(Record):
    """`Step` of the kind `set-field`.

    Writes a value into a custom field.
    """

    __slots__ = ("field", "value",)
    kind: Final = "set-field"
    _fields = (
        ("field", "field", None),
        ("value", "value", None),
    )
    field: str
    """The field."""
    value: str
    """What it holds afterwards."""

    def __init__(
        self,
        *,
        field: str,
        value: str,
    ) -> None:
        self._set(field, value)


class StepCondition(Record):
    """`Step` of the kind `condition`.

    Goes one way or the other; both ways lead on to the step after it.
    """

    __slots__ = ("when", "otherwise", "then",)
    kind: Final = "condition"
    _fields = (
        ("when", "when", "ContactCondition"),
        ("otherwise", "otherwise", ("list", "Step")),
        ("then", "then", ("list", "Step")),
    )
    when: ContactCondition
    """What is asked."""
    otherwise: abc.Sequence[Step]
    """The steps where it does not."""
    then: abc.Sequence[Step]
    """The steps where it holds."""

    def __init__(
        self,
        *,
        when: ContactCondition,
        otherwise: abc.Sequence[Step] = (),
        then: abc.Sequence[Step] = (),
    ) -> None:
        self._set(when, otherwise, then)


class StepEvent(Record):
    """`Step` of the kind `event`.

    An event in the middle. Who arrives here waits for it; who is at any step before it, or has come to an end, moves here when it happens.
    """

    __slots__ = ("event",)
    kind: Final = "event"
    _fields = (
        ("event", "event", "AutomationEvent"),
    )
    event: AutomationEvent
    """Which."""

    def __init__(
        self,
        *,
        event: AutomationEvent,
    ) -> None:
        self._set(event)


class StepGoTo(Record):
    """`Step` of the kind `go-to`.

    Goes on elsewhere.
    """

    __slots__ = ("step",)
    kind: Final = "go-to"
    _fields = (
        ("step", "step", None),
    )
    step: int
    """The step's place among the automation's own steps, 0-based; steps within a condition are not counted."""

    def __init__(
        self,
        *,
        step: int,
    ) -> None:
        self._set(step)


class StepEnd(Record):
    """`Step` of the kind `end`.

    Ends the automation for the contact.
    """

    __slots__ = ()
    kind: Final = "end"
    _fields = ()


class StepNote(Record):
    """What there is to say of a step."""

    __slots__ = ("step", "note",)
    _fields = (
        ("step", "step", "Location"),
        ("note", "note", None),
    )
    step: Location
    """Which."""
    note: str
    """A clause, lower-case, no full stop."""

    def __init__(
        self,
        *,
        step: Location,
        note: str,
    ) -> None:
        self._set(step, note)


class StratumEnrolled(Record):
    """`Stratum` of the kind `enrolled`.

    Enrolled in this offering by the plan.
    """

    __slots__ = ("offering",)
    kind: Final = "enrolled"
    _fields = (
        ("offering", "offering", None),
    )
    offering: str
    """The offering."""

    def __init__(
        self,
        *,
        offering: str,
    ) -> None:
        self._set(offering)


class StratumCreated(Record):
    """`Stratum` of the kind `created`.

    A user whom the plan creates.
    """

    __slots__ = ()
    kind: Final = "created"
    _fields = ()


class StratumUpdated(Record):
    """`Stratum` of the kind `updated`.

    A user whom the plan changes.
    """

    __slots__ = ()
    kind: Final = "updated"
    _fields = ()


class StratumStatus(Record):
    """`Stratum` of the kind `status`.

    Of this marketing status.
    """

    __slots__ = ("status",)
    kind: Final = "status"
    _fields = (
        ("status", "status", "MarketingStatus"),
    )
    status: MarketingStatus
    """The status."""

    def __init__(
        self,
        *,
        status: MarketingStatus,
    ) -> None:
        self._set(status)


class StratumNonAsciiName(Record):
    """`Stratum` of the kind `non-ascii-name`.

    With a name outside ASCII.
    """

    __slots__ = ()
    kind: Final = "non-ascii-name"
    _fields = ()


class StratumMerged(Record):
    """`Stratum` of the kind `merged`.

    Merged from several records of the source.
    """

    __slots__ = ()
    kind: Final = "merged"
    _fields = ()


class StratumBuyer(Record):
    """`Stratum` of the kind `buyer`.

    With orders or subscriptions.
    """

    __slots__ = ()
    kind: Final = "buyer"
    _fields = ()


class StratumNoted(Record):
    """`Stratum` of the kind `noted`.

    One about whom the plan has an issue of this code: a login name that was changed, an address that WordPress rewrites, and so on.
    """

    __slots__ = ("code",)
    kind: Final = "noted"
    _fields = (
        ("code", "code", "Code"),
    )
    code: Code
    """The code."""

    def __init__(
        self,
        *,
        code: Code,
    ) -> None:
        self._set(code)


class SubjectSite(Record):
    """`Subject` of the kind `site`.

    The site as a whole.
    """

    __slots__ = ()
    kind: Final = "site"
    _fields = ()


class SubjectUser(Record):
    """`Subject` of the kind `user`.

    One user.
    """

    __slots__ = ("email", "id",)
    kind: Final = "user"
    _fields = (
        ("email", "email", None),
        ("id", "id", None),
    )
    email: str
    """The key of their address."""
    id: str | None
    """Their id on the target; absent for one that this plan creates."""

    def __init__(
        self,
        *,
        email: str,
        id: str | None = None,
    ) -> None:
        self._set(email, id)


class Subscription(Record):
    """One record of an export of subscriptions. Everything may be absent but its status."""

    __slots__ = ("status", "address", "cancel_at", "cancelled_at", "company", "coupon", "current_period_end", "current_period_start", "custom", "customer_id", "discount", "email", "ended_at", "id", "interval", "name", "next_payment_at", "payment_limit", "payments_made", "phone", "plan", "price", "processor", "processor_id", "product", "product_id", "quantity", "started_at", "tax", "trial_ends_at",)
    _fields = (
        ("status", "status", "SubscriptionStatus"),
        ("address", "address", "Address"),
        ("cancel_at", "cancelAt", ("instant",)),
        ("cancelled_at", "cancelledAt", ("instant",)),
        ("company", "company", None),
        ("coupon", "coupon", None),
        ("current_period_end", "currentPeriodEnd", ("instant",)),
        ("current_period_start", "currentPeriodStart", ("instant",)),
        ("custom", "custom", ("map", None)),
        ("customer_id", "customerId", None),
        ("discount", "discount", "Money"),
        ("email", "email", None),
        ("ended_at", "endedAt", ("instant",)),
        ("id", "id", None),
        ("interval", "interval", "BillingInterval"),
        ("name", "name", None),
        ("next_payment_at", "nextPaymentAt", ("instant",)),
        ("payment_limit", "paymentLimit", None),
        ("payments_made", "paymentsMade", None),
        ("phone", "phone", None),
        ("plan", "plan", None),
        ("price", "price", "Money"),
        ("processor", "processor", None),
        ("processor_id", "processorId", None),
        ("product", "product", None),
        ("product_id", "productId", None),
        ("quantity", "quantity", None),
        ("started_at", "startedAt", ("instant",)),
        ("tax", "tax", "Money"),
        ("trial_ends_at", "trialEndsAt", ("instant",)),
    )
    status: SubscriptionStatus
    """Where it stands. One that runs and has a date of cancelling is `pending-cancel`."""
    address: Address | None
    """The billing address."""
    cancel_at: datetime | None
    """When it is to end, where it was cancelled to a date."""
    cancelled_at: datetime | None
    """When it was cancelled."""
    company: str | None
    """The person's company."""
    coupon: str | None
    """The coupon."""
    current_period_end: datetime | None
    """When that period ends."""
    current_period_start: datetime | None
    """When the period that is paid for began."""
    custom: abc.Mapping[str, str]
    """Every other column that is not blank, by its name, in column order; and the text of what could not be read."""
    customer_id: str | None
    """The source's id of the person."""
    discount: Money | None
    """What a coupon takes off a charge."""
    email: str | None
    """The person's address."""
    ended_at: datetime | None
    """When it was over."""
    id: str | None
    """The source's id of the subscription."""
    interval: BillingInterval | None
    """How often it is charged."""
    name: str | None
    """The person's name."""
    next_payment_at: datetime | None
    """When it is charged next. Where the source has no column for it: the end of the current period of a subscription
    that is charged again.
    """
    payment_limit: int | None
    """After how many payments it ends by itself."""
    payments_made: int | None
    """How many payments were made."""
    phone: str | None
    """The person's telephone number as written."""
    plan: str | None
    """The source's name or id of the plan or price."""
    price: Money | None
    """What each charge is, as the source writes it."""
    processor: str | None
    """Who takes the money, in the source's words."""
    processor_id: str | None
    """The processor's id of it, where the source has one of its own too."""
    product: str | None
    """The product's name; of several, the names with a comma between."""
    product_id: str | None
    """The source's id of the product."""
    quantity: int | None
    """How many of it."""
    started_at: datetime | None
    """When it began."""
    tax: Money | None
    """The tax within a charge."""
    trial_ends_at: datetime | None
    """When its trial ends, or ended."""

    def __init__(
        self,
        *,
        status: SubscriptionStatus = "unknown",
        address: Address | None = None,
        cancel_at: datetime | None = None,
        cancelled_at: datetime | None = None,
        company: str | None = None,
        coupon: str | None = None,
        current_period_end: datetime | None = None,
        current_period_start: datetime | None = None,
        custom: abc.Mapping[str, str] | None = None,
        customer_id: str | None = None,
        discount: Money | None = None,
        email: str | None = None,
        ended_at: datetime | None = None,
        id: str | None = None,
        interval: BillingInterval | None = None,
        name: str | None = None,
        next_payment_at: datetime | None = None,
        payment_limit: int | None = None,
        payments_made: int | None = None,
        phone: str | None = None,
        plan: str | None = None,
        price: Money | None = None,
        processor: str | None = None,
        processor_id: str | None = None,
        product: str | None = None,
        product_id: str | None = None,
        quantity: int | None = None,
        started_at: datetime | None = None,
        tax: Money | None = None,
        trial_ends_at: datetime | None = None,
    ) -> None:
        self._set(status, address, cancel_at, cancelled_at, company, coupon, current_period_end, current_period_start, {} if custom is None else custom, customer_id, discount, email, ended_at, id, interval, name, next_payment_at, payment_limit, payments_made, phone, plan, price, processor, processor_id, product, product_id, quantity, started_at, tax, trial_ends_at)


class SubscriptionFateContinues(Record):
    """`SubscriptionFate` of the kind `continues`.

    Whoever charges goes on charging; nobody has to do anything.
    """

    __slots__ = ()
    kind: Final = "continues"
    _fields = ()


class SubscriptionFateMustBeStopped(Record):
    """`SubscriptionFate` of the kind `must-be-stopped`.

    It is stopped where it is, and the customer takes it out anew: cards and plans cannot be moved.
    """

    __slots__ = ("stop_by", "charges_before", "charges_left", "restarts_from",)
    kind: Final = "must-be-stopped"
    _fields = (
        ("stop_by", "stopBy", ("instant",)),
        ("charges_before", "chargesBefore", None),
        ("charges_left", "chargesLeft", None),
        ("restarts_from", "restartsFrom", ("instant",)),
    )
    stop_by: datetime
    """Before this instant the old charger has to be stopped."""
    charges_before: int
    """How many charges the old charger still makes before that."""
    charges_left: int | None
    """How many are left for the new one; without end, where absent."""
    restarts_from: datetime | None
    """The first new charge is not before this instant; absent where nobody knows when a pause ends."""

    def __init__(
        self,
        *,
        stop_by: datetime,
        charges_before: int,
        charges_left: int | None = None,
        restarts_from: datetime | None = None,
    ) -> None:
        self._set(stop_by, charges_before, charges_left, restarts_from)


class SubscriptionFateEndsByItself(Record):
    """`SubscriptionFate` of the kind `ends-by-itself`.

    It never charges again.
    """

    __slots__ = ("why", "until",)
    kind: Final = "ends-by-itself"
    _fields = (
        ("why", "why", "EndsWhy"),
        ("until", "until", ("instant",)),
    )
    why: EndsWhy
    """Why."""
    until: datetime | None
    """Until when what was paid lasts, where that is known."""

    def __init__(
        self,
        *,
        why: EndsWhy,
        until: datetime | None = None,
    ) -> None:
        self._set(why, until)


class SubscriptionFateIncompatible(Record):
    """`SubscriptionFate` of the kind `incompatible`.

    The new site cannot work with the form it came by: it is stopped and taken out anew, if the site is to move at all.
    """

    __slots__ = ("stop_by", "charges_before", "charges_left", "restarts_from",)
    kind: Final = "incompatible"
    _fields = (
        ("stop_by", "stopBy", ("instant",)),
        ("charges_before", "chargesBefore", None),
        ("charges_left", "chargesLeft", None),
        ("restarts_from", "restartsFrom", ("instant",)),
    )
    stop_by: datetime
    """Before this instant the old charger has to be stopped."""
    charges_before: int
    """How many charges the old charger still makes before that."""
    charges_left: int | None
    """How many are left for the new one; without end, where absent."""
    restarts_from: datetime | None
    """The first new charge is not before this instant; absent where nobody knows when a pause ends."""

    def __init__(
        self,
        *,
        stop_by: datetime,
        charges_before: int,
        charges_left: int | None = None,
        restarts_from: datetime | None = None,
    ) -> None:
        self._set(stop_by, charges_before, charges_left, restarts_from)


class SubscriptionFateUnknown(Record):
    """`SubscriptionFate` of the kind `unknown`.

    It cannot be told; `BillingPlan::unresolved` says why.
    """

    __slots__ = ()
    kind: Final = "unknown"
    _fields = ()


class SupportSupported(Record):
    """`Support` of the kind `supported`.

    It can.
    """

    __slots__ = ()
    kind: Final = "supported"
    _fields = ()


class SupportNotSupported(Record):
    """`Support` of the kind `not-supported`.

    It cannot.
    """

    __slots__ = ("reason", "source",)
    kind: Final = "not-supported"
    _fields = (
        ("reason", "reason", None),
        ("source", "source", None),
    )
    reason: str
    """Why: a clause, lower-case, no full stop."""
    source: str
    """Who says so."""

    def __init__(
        self,
        *,
        reason: str,
        source: str,
    ) -> None:
        self._set(reason, source)


class Table(Record):
    """A delimited text taken apart."""

    __slots__ = ("header", "rows", "lines", "encoding", "dialect", "issues",)
    _fields = (
        ("header", "header", ("list", None)),
        ("rows", "rows", ("list", ("list", None))),
        ("lines", "lines", ("list", None)),
        ("encoding", "encoding", "DetectedEncoding"),
        ("dialect", "dialect", "Dialect"),
        ("issues", "issues", ("list", "Issue")),
    )
    header: abc.Sequence[str]
    """The cells of the first record that is not blank, as written."""
    rows: abc.Sequence[abc.Sequence[str]]
    """The cells of the other records, as written but for their quotes; blank lines left out."""
    lines: abc.Sequence[int]
    """The line each row starts on, 1-based."""
    encoding: DetectedEncoding
    """The encoding."""
    dialect: Dialect
    """How cells and lines are parted."""
    issues: abc.Sequence[Issue]
    """What is wrong with the shape: blank and repeated names, rows longer or shorter than the header, stray quotes.
    Past the limit on issues they are counted and no longer kept.
    """

    def __init__(
        self,
        *,
        header: abc.Sequence[str],
        rows: abc.Sequence[abc.Sequence[str]],
        lines: abc.Sequence[int],
        encoding: DetectedEncoding,
        dialect: Dialect,
        issues: abc.Sequence[Issue],
    ) -> None:
        self._set(header, rows, lines, encoding, dialect, issues)


class TableOptions(Record):
    """How to read a table. Everything may be left out: then it is found."""

    __slots__ = ("delimiter", "encoding", "header_line", "limits", "quote",)
    _fields = (
        ("delimiter", "delimiter", None),
        ("encoding", "encoding", None),
        ("header_line", "headerLine", None),
        ("limits", "limits", "Limits"),
        ("quote", "quote", None),
    )
    delimiter: str | None
    """The character between cells: one below U+0080."""
    encoding: str | None
    """The encoding, by a label of the WHATWG Encoding Standard."""
    header_line: int | None
    """The line of the column names, 1-based, where lines stand before it. Left out: found by the table's shape."""
    limits: Limits
    """Bounds on the input."""
    quote: str | None
    """The character around cells: one below U+0080."""

    def __init__(
        self,
        *,
        delimiter: str | None = None,
        encoding: str | None = None,
        header_line: int | None = None,
        limits: Limits | None = None,
        quote: str | None = None,
    ) -> None:
        self._set(delimiter, encoding, header_line, Limits() if limits is None else limits, quote)


class TagCount(Record):
    """How many contacts hold a tag."""

    __slots__ = ("tag", "contacts",)
    _fields = (
        ("tag", "tag", None),
        ("contacts", "contacts", None),
    )
    tag: str
    """The tag as the source names it."""
    contacts: int
    """How many."""

    def __init__(
        self,
        *,
        tag: str,
        contacts: int,
    ) -> None:
        self._set(tag, contacts)


class TagDate(Record):
    """When a contact was given a tag."""

    __slots__ = ("contact", "tag", "at",)
    _fields = (
        ("contact", "contact", None),
        ("tag", "tag", None),
        ("at", "at", ("instant",)),
    )
    contact: int
    """The contact's place in the list, from 0."""
    tag: str
    """The tag as the source names it."""
    at: datetime
    """When."""

    def __init__(
        self,
        *,
        contact: int,
        tag: str,
        at: datetime,
    ) -> None:
        self._set(contact, tag, at)


class TagMapEntryKeep(Record):
    """`TagMapEntry` of the kind `keep`.

    It stays as it is.
    """

    __slots__ = ("from_",)
    kind: Final = "keep"
    _fields = (
        ("from_", "from", None),
    )
    from_: str
    """The source's tag."""

    def __init__(
        self,
        *,
        from_: str,
    ) -> None:
        self._set(from_)


class TagMapEntryRename(Record):
    """`TagMapEntry` of the kind `rename`.

    It gets another name.
    """

    __slots__ = ("from_", "to",)
    kind: Final = "rename"
    _fields = (
        ("from_", "from", None),
        ("to", "to", None),
    )
    from_: str
    """The source's tag."""
    to: str
    """The site's."""

    def __init__(
        self,
        *,
        from_: str,
        to: str,
    ) -> None:
        self._set(from_, to)


class TagMapEntryMerge(Record):
    """`TagMapEntry` of the kind `merge`.

    Several become one.
    """

    __slots__ = ("from_", "to",)
    kind: Final = "merge"
    _fields = (
        ("from_", "from", ("list", None)),
        ("to", "to", None),
    )
    from_: abc.Sequence[str]
    """The source's tags."""
    to: str
    """The site's."""

    def __init__(
        self,
        *,
        from_: abc.Sequence[str],
        to: str,
    ) -> None:
        self._set(from_, to)


class TagMapEntryDrop(Record):
    """`TagMapEntry` of the kind `drop`.

    It is left behind.
    """

    __slots__ = ("from_", "reason",)
    kind: Final = "drop"
    _fields = (
        ("from_", "from", None),
        ("reason", "reason", None),
    )
    from_: str
    """The source's tag."""
    reason: str
    """Why, for whoever looks for it later."""

    def __init__(
        self,
        *,
        from_: str,
        reason: str,
    ) -> None:
        self._set(from_, reason)


class TargetEnrollment(Record):
    """What a user of the target has of one offering."""

    __slots__ = ("enrolled_at", "clock_from", "completed", "notified", "paused", "released", "revoked_at",)
    _fields = (
        ("enrolled_at", "enrolledAt", ("instant",)),
        ("clock_from", "clockFrom", ("instant",)),
        ("completed", "completed", ("map", ("instant",))),
        ("notified", "notified", ("list", None)),
        ("paused", "paused", ("list", "Pause")),
        ("released", "released", ("map", ("instant",))),
        ("revoked_at", "revokedAt", ("instant",)),
    )
    enrolled_at: datetime
    """When they enrolled."""
    clock_from: datetime | None
    """The instant a pending timer counts from where the module before it is released and its opening is not known."""
    completed: abc.Mapping[str, datetime]
    """When the user completed modules."""
    notified: abc.Sequence[str]
    """The modules whose opening the user was told of, or shall never be told of: a site announces only what is not among them."""
    paused: abc.Sequence[Pause]
    """Times in which the clock stands still, in order."""
    released: abc.Mapping[str, datetime | None]
    """The modules already open, each with when it opened where that is known. A target that releases a module by the clock
    keeps the instant: the timer of the next one counts from it.
    """
    revoked_at: datetime | None
    """When access was taken away, if it was."""

    def __init__(
        self,
        *,
        enrolled_at: datetime,
        clock_from: datetime | None = None,
        completed: abc.Mapping[str, datetime] | None = None,
        notified: abc.Sequence[str] = (),
        paused: abc.Sequence[Pause] = (),
        released: abc.Mapping[str, datetime | None] | None = None,
        revoked_at: datetime | None = None,
    ) -> None:
        self._set(enrolled_at, clock_from, {} if completed is None else completed, notified, paused, {} if released is None else released, revoked_at)


class TargetProfileGeneric(Record):
    """`TargetProfile` of the kind `generic`."""

    __slots__ = ()
    kind: Final = "generic"
    _fields = ()


class TargetProfileWordpress(Record):
    """`TargetProfile` of the kind `wordpress`."""

    __slots__ = ("version",)
    kind: Final = "wordpress"
    _fields = (
        ("version", "version", None),
    )
    version: str

    def __init__(
        self,
        *,
        version: str,
    ) -> None:
        self._set(version)


class TargetUser(Record):
    """One user of the target. On the wire one flat object; what is absent is not known."""

    __slots__ = ("id", "email", "address", "company", "created_at", "custom", "enrollments", "external_id", "external_id_aliases", "first_name", "last_name", "locale", "marketing", "order_ids", "phone", "referring_affiliate", "roles", "subscription_ids", "tags", "time_zone", "username",)
    _fields = (
        ("id", "id", None),
        ("email", "email", None),
        ("address", "address", "Address"),
        ("company", "company", None),
        ("created_at", "createdAt", ("instant",)),
        ("custom", "custom", ("map", None)),
        ("enrollments", "enrollments", ("map", "TargetEnrollment")),
        ("external_id", "externalId", None),
        ("external_id_aliases", "externalIdAliases", ("list", None)),
        ("first_name", "firstName", None),
        ("last_name", "lastName", None),
        ("locale", "locale", None),
        ("marketing", "marketing", "Marketing"),
        ("order_ids", "orderIds", ("list", None)),
        ("phone", "phone", None),
        ("referring_affiliate", "referringAffiliate", None),
        ("roles", "roles", ("list", None)),
        ("subscription_ids", "subscriptionIds", ("list", None)),
        ("tags", "tags", ("list", None)),
        ("time_zone", "timeZone", None),
        ("username", "username", None),
    )
    id: str
    """The target's own id."""
    email: str
    """The address."""
    address: Address | None
    """Postal address."""
    company: str | None
    """Company."""
    created_at: datetime | None
    """When the user was first known."""
    custom: abc.Mapping[str, str]
    """Further fields, by name."""
    enrollments: abc.Mapping[str, TargetEnrollment]
    """What they are enrolled in."""
    external_id: str | None
    """The source's id, where an earlier move left one."""
    external_id_aliases: abc.Sequence[str]
    """Further ids of the source."""
    first_name: str | None
    """Given name."""
    last_name: str | None
    """Family name."""
    locale: str | None
    """Language."""
    marketing: Marketing | None
    """What the user may be sent; absent on the wire where the target says nothing."""
    order_ids: abc.Sequence[str]
    """Order ids, as references."""
    phone: str | None
    """Telephone number."""
    referring_affiliate: str | None
    """Who referred them."""
    roles: abc.Sequence[str]
    """The roles, by the target's names."""
    subscription_ids: abc.Sequence[str]
    """Subscription ids, as references."""
    tags: abc.Sequence[str]
    """The tags they hold."""
    time_zone: str | None
    """IANA time zone."""
    username: str | None
    """The login name; where absent, the address is."""

    def __init__(
        self,
        *,
        id: str,
        email: str,
        address: Address | None = None,
        company: str | None = None,
        created_at: datetime | None = None,
        custom: abc.Mapping[str, str] | None = None,
        enrollments: abc.Mapping[str, TargetEnrollment] | None = None,
        external_id: str | None = None,
        external_id_aliases: abc.Sequence[str] = (),
        first_name: str | None = None,
        last_name: str | None = None,
        locale: str | None = None,
        marketing: Marketing | None = None,
        order_ids: abc.Sequence[str] = (),
        phone: str | None = None,
        referring_affiliate: str | None = None,
        roles: abc.Sequence[str] = (),
        subscription_ids: abc.Sequence[str] = (),
        tags: abc.Sequence[str] = (),
        time_zone: str | None = None,
        username: str | None = None,
    ) -> None:
        self._set(id, email, address, company, created_at, {} if custom is None else custom, {} if enrollments is None else enrollments, external_id, external_id_aliases, first_name, last_name, locale, marketing, order_ids, phone, referring_affiliate, roles, subscription_ids, tags, time_zone, username)


class TieAnswer(Record):

    __slots__ = ("rows", "issues",)
    _fields = (
        ("rows", "rows", ("list", None)),
        ("issues", "issues", ("list", "Issue")),
    )
    rows: abc.Sequence[int | None]
    """For each record, in their order, the place of its contact in the list, from 0; `null` where it has none."""
    issues: abc.Sequence[Issue]
    """What could not be tied, in the same order."""

    def __init__(
        self,
        *,
        rows: abc.Sequence[int | None],
        issues: abc.Sequence[Issue],
    ) -> None:
        self._set(rows, issues)


class Timeline(Record):
    """What an automation does to a contact."""

    __slots__ = ("lines", "whereabouts", "tags", "issues",)
    _fields = (
        ("lines", "lines", ("list", "TimelineLine")),
        ("whereabouts", "whereabouts", "Whereabouts"),
        ("tags", "tags", ("list", None)),
        ("issues", "issues", ("list", "Issue")),
    )
    lines: abc.Sequence[TimelineLine]
    """What happens, in order of time; at one instant in the order in which it happens."""
    whereabouts: Whereabouts
    """Where the contact is afterwards."""
    tags: abc.Sequence[str]
    """The tags they hold afterwards, sorted."""
    issues: abc.Sequence[Issue]
    """Why the timeline ends early, where it does."""

    def __init__(
        self,
        *,
        lines: abc.Sequence[TimelineLine],
        whereabouts: Whereabouts,
        tags: abc.Sequence[str],
        issues: abc.Sequence[Issue],
    ) -> None:
        self._set(lines, whereabouts, tags, issues)


class TimelineChart(Record):
    """Events along a line of time, in rows."""

    __slots__ = ("title", "from_", "rows",)
    _fields = (
        ("title", "title", None),
        ("from_", "from", ("instant",)),
        ("rows", "rows", ("list", "TimelineRow")),
    )
    title: str
    """What it shows."""
    from_: datetime
    """Where the line begins."""
    rows: abc.Sequence[TimelineRow]
    """The rows, in order."""

    def __init__(
        self,
        *,
        title: str,
        from_: datetime,
        rows: abc.Sequence[TimelineRow],
    ) -> None:
        self._set(title, from_, rows)


class TimelineLine(Record):
    """One thing that happens."""

    __slots__ = ("at", "what", "step",)
    _fields = (
        ("at", "at", ("instant",)),
        ("what", "what", "Happening"),
        ("step", "step", "Location"),
    )
    at: datetime
    """When."""
    what: Happening
    """What."""
    step: Location | None
    """The step or event of the automation that it comes of; absent for what happens from outside."""

    def __init__(
        self,
        *,
        at: datetime,
        what: Happening,
        step: Location | None = None,
    ) -> None:
        self._set(at, what, step)


class TimelineRow(Record):
    """One row of a timeline."""

    __slots__ = ("label", "events",)
    _fields = (
        ("label", "label", None),
        ("events", "events", ("list", "ReportEvent")),
    )
    label: str
    """What it is of."""
    events: abc.Sequence[ReportEvent]
    """Its events, in the order of the row."""

    def __init__(
        self,
        *,
        label: str,
        events: abc.Sequence[ReportEvent],
    ) -> None:
        self._set(label, events)


class Timer(Record):
    """A release some time after an anchor.

    The offset is counted from the anchor; then the day moves on to one that `snap` lets pass; then the time of day is set to
    `at`; then `fixed` is weighed against the result; at last it is kept between `not_before` and `not_after`.
    """

    __slots__ = ("anchor", "offset", "mode", "at", "fixed", "not_after", "not_before", "snap", "timezone",)
    _fields = (
        ("anchor", "anchor", "Anchor"),
        ("offset", "offset", "Offset"),
        ("mode", "mode", "Mode"),
        ("at", "at", None),
        ("fixed", "fixed", "FixedDate"),
        ("not_after", "notAfter", ("instant",)),
        ("not_before", "notBefore", ("instant",)),
        ("snap", "snap", "Snap"),
        ("timezone", "timezone", "TimerZone"),
    )
    anchor: Anchor
    """What the time is counted from; the release of the module before, where absent on the wire."""
    offset: Offset
    """How long after."""
    mode: Mode
    """How days and longer units are counted; elapsed, where absent on the wire."""
    at: str | None
    """The wall-clock time on the day reached; only with `Mode::Calendar`."""
    fixed: FixedDate | None
    """A fixed date besides, and which of the two holds."""
    not_after: datetime | None
    """The latest instant."""
    not_before: datetime | None
    """The earliest instant."""
    snap: Snap | None
    """Which days it may fall on; any, where absent; only with `Mode::Calendar`."""
    timezone: TimerZone | None
    """Whose calendar is meant; the site's, where absent on the wire."""

    def __init__(
        self,
        *,
        anchor: Anchor,
        offset: Offset,
        mode: Mode,
        at: str | None = None,
        fixed: FixedDate | None = None,
        not_after: datetime | None = None,
        not_before: datetime | None = None,
        snap: Snap | None = None,
        timezone: TimerZone | None = None,
    ) -> None:
        self._set(anchor, offset, mode, at, fixed, not_after, not_before, snap, timezone)


class TimerWhy(Record):
    """What a timer counted, and what else decided."""

    __slots__ = ("anchor", "offset", "at", "fixed", "from_", "not_after", "not_before", "paused_seconds", "snap", "timezone",)
    _fields = (
        ("anchor", "anchor", "Anchor"),
        ("offset", "offset", "Offset"),
        ("at", "at", None),
        ("fixed", "fixed", "FixedDate"),
        ("from_", "from", ("instant",)),
        ("not_after", "notAfter", ("instant",)),
        ("not_before", "notBefore", ("instant",)),
        ("paused_seconds", "pausedSeconds", None),
        ("snap", "snap", "Snap"),
        ("timezone", "timezone", "TimerZone"),
    )
    anchor: Anchor
    """What it counts from."""
    offset: Offset
    """How long after."""
    at: str | None
    """At which wall-clock time of the day reached, where the rule says."""
    fixed: FixedDate | None
    """The fixed date beside it, where the rule has one."""
    from_: datetime | None
    """The instant that is; absent where it is not known and a fixed date holds."""
    not_after: datetime | None
    """Not after when, where the rule says."""
    not_before: datetime | None
    """Not before when, where the rule says."""
    paused_seconds: int | None
    """For how many seconds the member's clock stood still since; none, where absent on the wire."""
    snap: Snap | None
    """On which days, where the rule says."""
    timezone: TimerZone | None
    """In whose calendar; the site's, where absent on the wire."""

    def __init__(
        self,
        *,
        anchor: Anchor,
        offset: Offset,
        at: str | None = None,
        fixed: FixedDate | None = None,
        from_: datetime | None = None,
        not_after: datetime | None = None,
        not_before: datetime | None = None,
        paused_seconds: int | None = None,
        snap: Snap | None = None,
        timezone: TimerZone | None = None,
    ) -> None:
        self._set(anchor, offset, at, fixed, from_, not_after, not_before, paused_seconds, snap, timezone)


class TranslateAnswer(Record):

    __slots__ = ("translation", "proof",)
    _fields = (
        ("translation", "translation", "Translation"),
        ("proof", "proof", "Proof"),
    )
    translation: Translation
    proof: Proof | None
    """Absent where none was asked for."""

    def __init__(
        self,
        *,
        translation: Translation,
        proof: Proof | None = None,
    ) -> None:
        self._set(translation, proof)


class TranslatedEmail(Record):
    """An email that the site sends when something opens."""

    __slots__ = ("subject", "when", "step",)
    _fields = (
        ("subject", "subject", None),
        ("when", "when", "EmailMoment"),
        ("step", "step", "Location"),
    )
    subject: str
    """Its subject."""
    when: EmailMoment
    """When it is sent."""
    step: Location
    """The step that sends it."""

    def __init__(
        self,
        *,
        subject: str,
        when: EmailMoment,
        step: Location,
    ) -> None:
        self._set(subject, when, step)


class TranslatedModule(Record):
    """A module with the rule that opens it when the automation would."""

    __slots__ = ("module", "release", "step",)
    _fields = (
        ("module", "module", None),
        ("release", "release", "ReleaseRule"),
        ("step", "step", "Location"),
    )
    module: str
    """Which."""
    release: ReleaseRule
    """When it opens."""
    step: Location
    """The step that adds its tag."""

    def __init__(
        self,
        *,
        module: str,
        release: ReleaseRule,
        step: Location,
    ) -> None:
        self._set(module, release, step)


class Translation(Record):
    """An automation as a site without a CRM has it."""

    __slots__ = ("offering", "modules", "emails", "replaced", "not_translated", "issues", "settling",)
    _fields = (
        ("offering", "offering", None),
        ("modules", "modules", ("list", "TranslatedModule")),
        ("emails", "emails", ("list", "TranslatedEmail")),
        ("replaced", "replaced", ("list", "StepNote")),
        ("not_translated", "notTranslated", ("list", "UntranslatedStep")),
        ("issues", "issues", ("list", "Issue")),
        ("settling", "settling", "SettlingDelay"),
    )
    offering: str
    """The offering that it delivers."""
    modules: abc.Sequence[TranslatedModule]
    """The modules whose tags it adds after a time, in the order in which it does. The rules of the others stay as they are."""
    emails: abc.Sequence[TranslatedEmail]
    """The emails that the site can send when something opens, in the order of the steps."""
    replaced: abc.Sequence[StepNote]
    """Steps whose work is done otherwise, or is no longer needed, in the order of the steps."""
    not_translated: abc.Sequence[UntranslatedStep]
    """Steps that the site cannot do, in the order of the steps."""
    issues: abc.Sequence[Issue]
    """What is to be known of the whole: that the automation is paused, so that all this is what it would do."""
    settling: SettlingDelay | None
    """The delay that waits for the password. It falls away: the form that releases the offering makes the login first."""

    def __init__(
        self,
        *,
        offering: str,
        modules: abc.Sequence[TranslatedModule],
        emails: abc.Sequence[TranslatedEmail],
        replaced: abc.Sequence[StepNote],
        not_translated: abc.Sequence[UntranslatedStep],
        issues: abc.Sequence[Issue] = (),
        settling: SettlingDelay | None = None,
    ) -> None:
        self._set(offering, modules, emails, replaced, not_translated, issues, settling)


class UnaskedChange(Record):
    """Somebody who lost or gained access unasked."""

    __slots__ = ("subject", "page", "verdict", "at", "before", "after", "issue",)
    _fields = (
        ("subject", "subject", None),
        ("page", "page", "ComparedPage"),
        ("verdict", "verdict", "Verdict"),
        ("at", "at", ("instant",)),
        ("before", "before", "AccessSide"),
        ("after", "after", "AccessSide"),
        ("issue", "issue", "Issue"),
    )
    subject: str
    """The key of the person's address."""
    page: ComparedPage
    """The page."""
    verdict: Verdict
    """Lost, gained or earlier."""
    at: datetime
    """The first instant at which both sites differ."""
    before: AccessSide
    """What the site before says at that instant."""
    after: AccessSide
    """What the site after says at that instant."""
    issue: Issue
    """The same as an issue, with what to do about it."""

    def __init__(
        self,
        *,
        subject: str,
        page: ComparedPage,
        verdict: Verdict,
        at: datetime,
        before: AccessSide,
        after: AccessSide,
        issue: Issue,
    ) -> None:
        self._set(subject, page, verdict, at, before, after, issue)


class UnresolvedSubscription(Record):
    """A subscription of which something cannot be told."""

    __slots__ = ("subscription", "reasons",)
    _fields = (
        ("subscription", "subscription", None),
        ("reasons", "reasons", ("list", "Issue")),
    )
    subscription: str
    """Which."""
    reasons: abc.Sequence[Issue]
    """Why, at least one."""

    def __init__(
        self,
        *,
        subscription: str,
        reasons: abc.Sequence[Issue],
    ) -> None:
        self._set(subscription, reasons)


class UntranslatedStep(Record):
    """A step that the site cannot do."""

    __slots__ = ("step", "reason", "note",)
    _fields = (
        ("step", "step", "Location"),
        ("reason", "reason", "UntranslatedReason"),
        ("note", "note", None),
    )
    step: Location
    """Which."""
    reason: UntranslatedReason
    """Why not."""
    note: str
    """The same in words: a clause, lower-case, no full stop."""

    def __init__(
        self,
        *,
        step: Location,
        reason: UntranslatedReason,
        note: str,
    ) -> None:
        self._set(step, reason, note)


class UpdateUser(Record):
    """Fields of a user change. Roles, login name, address and password stay."""

    __slots__ = ("before", "after",)
    _fields = (
        ("before", "before", "UserProfile"),
        ("after", "after", "UserProfile"),
    )
    before: UserProfile
    """The fields that change, as they are; absent where there is no value yet."""
    after: UserProfile
    """The same fields as they shall be."""

    def __init__(
        self,
        *,
        before: UserProfile,
        after: UserProfile,
    ) -> None:
        self._set(before, after)


class UserProfile(Record):
    """What is known of a person. In an update it holds only the fields that change."""

    __slots__ = ("address", "company", "created_at", "custom", "external_id", "external_id_aliases", "first_name", "last_name", "locale", "marketing", "order_ids", "phone", "referring_affiliate", "subscription_ids", "time_zone",)
    _fields = (
        ("address", "address", "Address"),
        ("company", "company", None),
        ("created_at", "createdAt", ("instant",)),
        ("custom", "custom", ("map", None)),
        ("external_id", "externalId", None),
        ("external_id_aliases", "externalIdAliases", ("list", None)),
        ("first_name", "firstName", None),
        ("last_name", "lastName", None),
        ("locale", "locale", None),
        ("marketing", "marketing", "Marketing"),
        ("order_ids", "orderIds", ("list", None)),
        ("phone", "phone", None),
        ("referring_affiliate", "referringAffiliate", None),
        ("subscription_ids", "subscriptionIds", ("list", None)),
        ("time_zone", "timeZone", None),
    )
    address: Address | None
    """Postal address."""
    company: str | None
    """Company."""
    created_at: datetime | None
    """When the person was first known."""
    custom: abc.Mapping[str, str]
    """The source's own fields, by name."""
    external_id: str | None
    """The source's own id."""
    external_id_aliases: abc.Sequence[str]
    """Further ids of the source under the same address, in order of appearance."""
    first_name: str | None
    """Given name."""
    last_name: str | None
    """Family name."""
    locale: str | None
    """Language, as the source writes it."""
    marketing: Marketing | None
    """What the person may be sent; absent where nothing was stated."""
    order_ids: abc.Sequence[str]
    """Order ids, in order of appearance. References only: no order is moved."""
    phone: str | None
    """Telephone number as written."""
    referring_affiliate: str | None
    """Who referred the person."""
    subscription_ids: abc.Sequence[str]
    """Subscription ids, in order of appearance. References only: no charge is moved."""
    time_zone: str | None
    """IANA time zone, as the source writes it."""

    def __init__(
        self,
        *,
        address: Address | None = None,
        company: str | None = None,
        created_at: datetime | None = None,
        custom: abc.Mapping[str, str] | None = None,
        external_id: str | None = None,
        external_id_aliases: abc.Sequence[str] = (),
        first_name: str | None = None,
        last_name: str | None = None,
        locale: str | None = None,
        marketing: Marketing | None = None,
        order_ids: abc.Sequence[str] = (),
        phone: str | None = None,
        referring_affiliate: str | None = None,
        subscription_ids: abc.Sequence[str] = (),
        time_zone: str | None = None,
    ) -> None:
        self._set(address, company, created_at, {} if custom is None else custom, external_id, external_id_aliases, first_name, last_name, locale, marketing, order_ids, phone, referring_affiliate, subscription_ids, time_zone)


class VerdictCounts(Record):
    """How often each verdict was found."""

    __slots__ = ("lost", "later", "gained", "earlier", "unchanged",)
    _fields = (
        ("lost", "lost", None),
        ("later", "later", None),
        ("gained", "gained", None),
        ("earlier", "earlier", None),
        ("unchanged", "unchanged", None),
    )
    lost: int
    """See `Verdict::Lost`."""
    later: int
    """See `Verdict::Later`."""
    gained: int
    """See `Verdict::Gained`."""
    earlier: int
    """See `Verdict::Earlier`."""
    unchanged: int
    """See `Verdict::Unchanged`."""

    def __init__(
        self,
        *,
        lost: int,
        later: int,
        gained: int,
        earlier: int,
        unchanged: int,
    ) -> None:
        self._set(lost, later, gained, earlier, unchanged)


class VerdictReasonSpeaksForTheCrm(Record):
    """`VerdictReason` of the kind `speaks-for-the-crm`.

    Something for which the guide recommends to stay with the CRM.
    """

    __slots__ = ("code", "count", "meaning",)
    kind: Final = "speaks-for-the-crm"
    _fields = (
        ("code", "code", "Code"),
        ("count", "count", None),
        ("meaning", "meaning", None),
    )
    code: Code
    """What."""
    count: int
    """How often."""
    meaning: str
    """The meaning of the code."""

    def __init__(
        self,
        *,
        code: Code,
        count: int,
        meaning: str,
    ) -> None:
        self._set(code, count, meaning)


class VerdictReasonWrong(Record):
    """`VerdictReason` of the kind `wrong`.

    Something is an error.
    """

    __slots__ = ("code", "count", "meaning",)
    kind: Final = "wrong"
    _fields = (
        ("code", "code", "Code"),
        ("count", "count", None),
        ("meaning", "meaning", None),
    )
    code: Code
    """What."""
    count: int
    """How often."""
    meaning: str
    """The meaning of the code."""

    def __init__(
        self,
        *,
        code: Code,
        count: int,
        meaning: str,
    ) -> None:
        self._set(code, count, meaning)


class VerdictReasonOpen(Record):
    """`VerdictReason` of the kind `open`.

    Items that nobody has answered.
    """

    __slots__ = ("items",)
    kind: Final = "open"
    _fields = (
        ("items", "items", ("list", "ChecklistItem")),
    )
    items: abc.Sequence[ChecklistItem]
    """Which, in the order of the checklist."""

    def __init__(
        self,
        *,
        items: abc.Sequence[ChecklistItem],
    ) -> None:
        self._set(items)


class VerdictReasonOld(Record):
    """`VerdictReason` of the kind `old`.

    Items whose answers no longer count.
    """

    __slots__ = ("items",)
    kind: Final = "old"
    _fields = (
        ("items", "items", ("list", "ChecklistItem")),
    )
    items: abc.Sequence[ChecklistItem]
    """Which, in the order of the checklist."""

    def __init__(
        self,
        *,
        items: abc.Sequence[ChecklistItem],
    ) -> None:
        self._set(items)


class VerdictReasonAllConfirmed(Record):
    """`VerdictReason` of the kind `all-confirmed`.

    Every item is confirmed or does not apply.
    """

    __slots__ = ()
    kind: Final = "all-confirmed"
    _fields = ()


class Verified(Record):
    """What was compared, in numbers."""

    __slots__ = ("users_expected", "users_found", "planned_users", "planned_users_found", "untouched_users", "tags_expected", "tags_found", "enrollments_expected", "enrollments_found",)
    _fields = (
        ("users_expected", "usersExpected", None),
        ("users_found", "usersFound", None),
        ("planned_users", "plannedUsers", None),
        ("planned_users_found", "plannedUsersFound", None),
        ("untouched_users", "untouchedUsers", None),
        ("tags_expected", "tagsExpected", None),
        ("tags_found", "tagsFound", None),
        ("enrollments_expected", "enrollmentsExpected", None),
        ("enrollments_found", "enrollmentsFound", None),
    )
    users_expected: int
    """Users the target should have."""
    users_found: int
    """Users it has."""
    planned_users: int
    """Users the plan creates or changes."""
    planned_users_found: int
    """Those of them who are there."""
    untouched_users: int
    """Users the plan does not touch."""
    tags_expected: int
    """Tags the plan adds."""
    tags_found: int
    """Those of them that are held."""
    enrollments_expected: int
    """Enrollments the plan makes or adds to."""
    enrollments_found: int
    """Those of them that are as planned."""

    def __init__(
        self,
        *,
        users_expected: int,
        users_found: int,
        planned_users: int,
        planned_users_found: int,
        untouched_users: int,
        tags_expected: int,
        tags_found: int,
        enrollments_expected: int,
        enrollments_found: int,
    ) -> None:
        self._set(users_expected, users_found, planned_users, planned_users_found, untouched_users, tags_expected, tags_found, enrollments_expected, enrollments_found)


class VerifyTarget(Record):
    """The target must hold what was planned, and nothing else may have changed. The host takes a snapshot and reconciles it
    with the plan. Where that finds differences which failed operations do not explain, the operation has failed: the run stops,
    nobody is notified and the site stays in maintenance mode.
    """

    __slots__ = ("users", "untouched",)
    _fields = (
        ("users", "users", None),
        ("untouched", "untouched", None),
    )
    users: int
    """How many users the target has then."""
    untouched: str
    """The digest of the users that the plan does not touch."""

    def __init__(
        self,
        *,
        users: int,
        untouched: str,
    ) -> None:
        self._set(users, untouched)


class WaitCondition(Record):
    """`Wait` of the kind `condition`.

    Until something holds of the contact.
    """

    __slots__ = ("when",)
    kind: Final = "condition"
    _fields = (
        ("when", "when", "ContactCondition"),
    )
    when: ContactCondition
    """What."""

    def __init__(
        self,
        *,
        when: ContactCondition,
    ) -> None:
        self._set(when)


class WaitInstant(Record):
    """`Wait` of the kind `instant`.

    Until an instant; who arrives later goes on at once.
    """

    __slots__ = ("at",)
    kind: Final = "instant"
    _fields = (
        ("at", "at", ("instant",)),
    )
    at: datetime
    """Which."""

    def __init__(
        self,
        *,
        at: datetime,
    ) -> None:
        self._set(at)


class WaitTimeOfDay(Record):
    """`Wait` of the kind `time-of-day`.

    Until the clock shows a time; who arrives on it goes on at once.
    """

    __slots__ = ("at",)
    kind: Final = "time-of-day"
    _fields = (
        ("at", "at", None),
    )
    at: str
    """Which, in the account's zone."""

    def __init__(
        self,
        *,
        at: str,
    ) -> None:
        self._set(at)


class Waiver(Record):
    """An error that the owner has looked at and goes on in spite of."""

    __slots__ = ("code", "reason",)
    _fields = (
        ("code", "code", "Code"),
        ("reason", "reason", None),
    )
    code: Code
    """The code of the issues."""
    reason: str
    """Why it does no harm here, for whoever reads the plan later. Without one nothing is waived."""

    def __init__(
        self,
        *,
        code: Code,
        reason: str,
    ) -> None:
        self._set(code, reason)


class Webhook(Record):
    """An operation that a CRM sets off.

    Where it has a tag, the site runs the operation when the tag is added to a contact, and removes the tag afterwards. Where it has none, the
    CRM posts to its address.
    """

    __slots__ = ("id", "operation", "crm", "last_run_at", "runs", "tag",)
    _fields = (
        ("id", "id", None),
        ("operation", "operation", "CustomOperation"),
        ("crm", "crm", "Crm"),
        ("last_run_at", "lastRunAt", ("instant",)),
        ("runs", "runs", None),
        ("tag", "tag", None),
    )
    id: str
    """Unique within the site."""
    operation: CustomOperation
    """What is done."""
    crm: Crm | None
    """The CRM that runs it, if somebody said."""
    last_run_at: datetime | None
    """When the log has it for the last time."""
    runs: int | None
    """How often the log has it."""
    tag: str | None
    """The tag that sets it off; used for nothing else."""

    def __init__(
        self,
        *,
        id: str,
        operation: CustomOperation,
        crm: Crm | None = None,
        last_run_at: datetime | None = None,
        runs: int | None = None,
        tag: str | None = None,
    ) -> None:
        self._set(id, operation, crm, last_run_at, runs, tag)


class WebhookFate(Record):
    """What becomes of one webhook."""

    __slots__ = ("webhook", "operation", "fate", "sentence", "days_since_last_run", "last_run_at", "tag",)
    _fields = (
        ("webhook", "webhook", None),
        ("operation", "operation", "CustomOperation"),
        ("fate", "fate", "AfterMove"),
        ("sentence", "sentence", None),
        ("days_since_last_run", "daysSinceLastRun", None),
        ("last_run_at", "lastRunAt", ("instant",)),
        ("tag", "tag", None),
    )
    webhook: str
    """Which."""
    operation: CustomOperation
    """What it did."""
    fate: AfterMove
    """What becomes of it."""
    sentence: str
    """The same in words."""
    days_since_last_run: int | None
    """Whole days since then; absent where the log does not have it, or only later."""
    last_run_at: datetime | None
    """When the log has it for the last time."""
    tag: str | None
    """The tag that set it off."""

    def __init__(
        self,
        *,
        webhook: str,
        operation: CustomOperation,
        fate: AfterMove,
        sentence: str,
        days_since_last_run: int | None = None,
        last_run_at: datetime | None = None,
        tag: str | None = None,
    ) -> None:
        self._set(webhook, operation, fate, sentence, days_since_last_run, last_run_at, tag)


class WhereaboutsOutside(Record):
    """`Whereabouts` of the kind `outside`.

    They have never been in it.
    """

    __slots__ = ()
    kind: Final = "outside"
    _fields = ()


class WhereaboutsWaiting(Record):
    """`Whereabouts` of the kind `waiting`.

    They wait at a step for something to happen.
    """

    __slots__ = ("step",)
    kind: Final = "waiting"
    _fields = (
        ("step", "step", "Location"),
    )
    step: Location
    """Which."""

    def __init__(
        self,
        *,
        step: Location,
    ) -> None:
        self._set(step)


class WhereaboutsFinished(Record):
    """`Whereabouts` of the kind `finished`.

    They have come to the end.
    """

    __slots__ = ()
    kind: Final = "finished"
    _fields = ()


class WhereaboutsStopped(Record):
    """`Whereabouts` of the kind `stopped`.

    They stopped at a step and will not go on.
    """

    __slots__ = ("step",)
    kind: Final = "stopped"
    _fields = (
        ("step", "step", "Location"),
    )
    step: Location
    """Which."""

    def __init__(
        self,
        *,
        step: Location,
    ) -> None:
        self._set(step)


class WhyBase(Record):
    """`Why` of the kind `base`.

    The base module opens at enrollment.
    """

    __slots__ = ()
    kind: Final = "base"
    _fields = ()


class WhyAtOnce(Record):
    """`Why` of the kind `at-once`.

    Its rule says at once: it opens at enrollment.
    """

    __slots__ = ()
    kind: Final = "at-once"
    _fields = ()


class WhyReleased(Record):
    """`Why` of the kind `released`.

    It is recorded as open, whatever the clock says.
    """

    __slots__ = ()
    kind: Final = "released"
    _fields = ()


class WhyTimer(Record):
    """`Why` of the kind `timer`.

    A timer.
    """

    __slots__ = ("anchor", "offset", "at", "fixed", "from_", "not_after", "not_before", "paused_seconds", "snap", "timezone",)
    kind: Final = "timer"
    _fields = (
        ("anchor", "anchor", "Anchor"),
        ("offset", "offset", "Offset"),
        ("at", "at", None),
        ("fixed", "fixed", "FixedDate"),
        ("from_", "from", ("instant",)),
        ("not_after", "notAfter", ("instant",)),
        ("not_before", "notBefore", ("instant",)),
        ("paused_seconds", "pausedSeconds", None),
        ("snap", "snap", "Snap"),
        ("timezone", "timezone", "TimerZone"),
    )
    anchor: Anchor
    """What it counts from."""
    offset: Offset
    """How long after."""
    at: str | None
    """At which wall-clock time of the day reached, where the rule says."""
    fixed: FixedDate | None
    """The fixed date beside it, where the rule has one."""
    from_: datetime | None
    """The instant that is; absent where it is not known and a fixed date holds."""
    not_after: datetime | None
    """Not after when, where the rule says."""
    not_before: datetime | None
    """Not before when, where the rule says."""
    paused_seconds: int | None
    """For how many seconds the member's clock stood still since; none, where absent on the wire."""
    snap: Snap | None
    """On which days, where the rule says."""
    timezone: TimerZone | None
    """In whose calendar; the site's, where absent on the wire."""

    def __init__(
        self,
        *,
        anchor: Anchor,
        offset: Offset,
        at: str | None = None,
        fixed: FixedDate | None = None,
        from_: datetime | None = None,
        not_after: datetime | None = None,
        not_before: datetime | None = None,
        paused_seconds: int | None = None,
        snap: Snap | None = None,
        timezone: TimerZone | None = None,
    ) -> None:
        self._set(anchor, offset, at, fixed, from_, not_after, not_before, paused_seconds, snap, timezone)


class WhyAfterPause(Record):
    """`Why` of the kind `after-pause`.

    It was due within a pause, and opens when that ends.
    """

    __slots__ = ("due", "until",)
    kind: Final = "after-pause"
    _fields = (
        ("due", "due", ("instant",)),
        ("until", "until", ("instant",)),
    )
    due: datetime
    """When it was due."""
    until: datetime
    """When the pause ends."""

    def __init__(
        self,
        *,
        due: datetime,
        until: datetime,
    ) -> None:
        self._set(due, until)


class WhyManual(Record):
    """`Why` of the kind `manual`.

    It opens by hand only.
    """

    __slots__ = ()
    kind: Final = "manual"
    _fields = ()


class WhyWaitsForManual(Record):
    """`Why` of the kind `waits-for-manual`.

    It counts from a module that opens by hand and is not open.
    """

    __slots__ = ("module",)
    kind: Final = "waits-for-manual"
    _fields = (
        ("module", "module", None),
    )
    module: str
    """That module."""

    def __init__(
        self,
        *,
        module: str,
    ) -> None:
        self._set(module)


class WhyOpeningUnknown(Record):
    """`Why` of the kind `opening-unknown`.

    It counts from a module that is open, since nobody knows when.
    """

    __slots__ = ("module",)
    kind: Final = "opening-unknown"
    _fields = (
        ("module", "module", None),
    )
    module: str
    """That module."""

    def __init__(
        self,
        *,
        module: str,
    ) -> None:
        self._set(module)


class WhyAnchorUnknown(Record):
    """`Why` of the kind `anchor-unknown`.

    It counts from something that has not happened, or of which nobody knows when it did.
    """

    __slots__ = ("anchor",)
    kind: Final = "anchor-unknown"
    _fields = (
        ("anchor", "anchor", "Anchor"),
    )
    anchor: Anchor
    """What it counts from."""

    def __init__(
        self,
        *,
        anchor: Anchor,
    ) -> None:
        self._set(anchor)


class WhyPaused(Record):
    """`Why` of the kind `paused`.

    The member's clock stands still, and no end is in sight.
    """

    __slots__ = ("since",)
    kind: Final = "paused"
    _fields = (
        ("since", "since", ("instant",)),
    )
    since: datetime
    """Since when."""

    def __init__(
        self,
        *,
        since: datetime,
    ) -> None:
        self._set(since)


class WhyExpired(Record):
    """`Why` of the kind `expired`.

    Access was, or by then will have been, ended by an expiry rule.
    """

    __slots__ = ("at",)
    kind: Final = "expired"
    _fields = (
        ("at", "at", ("instant",)),
    )
    at: datetime
    """When."""

    def __init__(
        self,
        *,
        at: datetime,
    ) -> None:
        self._set(at)


class WhyRevoked(Record):
    """`Why` of the kind `revoked`.

    Access was, or by then will have been, taken away.
    """

    __slots__ = ("at",)
    kind: Final = "revoked"
    _fields = (
        ("at", "at", ("instant",)),
    )
    at: datetime
    """When."""

    def __init__(
        self,
        *,
        at: datetime,
    ) -> None:
        self._set(at)


AcceptedGain: TypeAlias = Union[
    AcceptedGainPage,
    AcceptedGainCause,
]
"""A gain of access that the owner accepts, named by its page or by its cause. On the wire tagged by `kind`."""

AcceptedLoss: TypeAlias = Union[
    AcceptedLossPage,
    AcceptedLossCause,
]
"""A loss of access that the owner accepts, named by its page or by its cause. On the wire tagged by `kind`."""

AfterMove: TypeAlias = Union[
    AfterMoveReplacedBy,
    AfterMoveNotNeeded,
    AfterMoveNoEquivalent,
]
"""What becomes of a webhook. On the wire tagged by `kind`."""

Anchor: TypeAlias = Union[
    AnchorPreviousRelease,
    AnchorEnrollment,
    AnchorRegistration,
    AnchorCourseStart,
    AnchorInstant,
    AnchorPurchase,
    AnchorCompletion,
    AnchorPublication,
]
"""What a timer counts from. On the wire tagged by `kind`."""

AutomationEvent: TypeAlias = Union[
    AutomationEventTagAdded,
    AutomationEventPurchase,
    AutomationEventFormSubmitted,
]
"""Something that happens to a contact. On the wire tagged by `kind`."""

BillingInterval: TypeAlias = Union[
    BillingIntervalEvery,
    BillingIntervalOnce,
    BillingIntervalLifetime,
]
"""How often a subscription is charged."""

BillingStep: TypeAlias = Union[
    BillingStepInvite,
    BillingStepStop,
    BillingStepStart,
]
"""What there is to do. On the wire tagged by `kind`."""

ColumnUse: TypeAlias = Union[
    ColumnUseField,
    ColumnUseCustom,
    ColumnUseSensitive,
    ColumnUseIgnored,
]
"""What one column is for."""

ContactCondition: TypeAlias = Union[
    ContactConditionHasTag,
    ContactConditionLacksTag,
    ContactConditionFieldIs,
]
"""What can be asked of a contact. On the wire tagged by `kind`."""

ContactHappening: TypeAlias = Union[
    ContactHappeningTagAdded,
    ContactHappeningTagRemoved,
    ContactHappeningPurchase,
    ContactHappeningFormSubmitted,
    ContactHappeningFieldSet,
    ContactHappeningStandingChanged,
]
"""What can happen to a contact. On the wire tagged by `kind`."""

CrmSettings: TypeAlias = Union[
    CrmSettingsManaged,
    CrmSettingsKeap,
    CrmSettingsOntraport,
    CrmSettingsActivecampaign,
    CrmSettingsKit,
    CrmSettingsDrip,
]
"""What the CRM is set to, as far as it bears on payments. On the wire tagged by `kind`."""

CustomOperation: TypeAlias = Union[
    CustomOperationReleaseOffering,
    CustomOperationRevokeOffering,
    CustomOperationGrantCourse,
    CustomOperationRevokeCourse,
    CustomOperationAddTags,
    CustomOperationRemoveTags,
    CustomOperationSetField,
    CustomOperationIncreaseField,
    CustomOperationDecreaseField,
    CustomOperationShowField,
    CustomOperationCreateLogin,
    CustomOperationUpdateUser,
    CustomOperationResizeTeam,
    CustomOperationRunTeamInteraction,
    CustomOperationSendEmail,
    CustomOperationCountdownTimer,
    CustomOperationSplitTest,
    CustomOperationTriggerProgressEvent,
    CustomOperationCrmCouponCode,
]
"""Something a site can be told to do for one contact. On the wire tagged by `kind`. Those that take nothing are written with `{}`, so that
fields beside their `kind` are refused.

Source: AccessAlly's guide to custom operations, its Kit guide (release offering, create login, update user) and its guide to teams.
"""

Damage: TypeAlias = Union[
    DamageTruncate,
    DamageFlip,
    DamageLose,
    DamageFormat,
]
"""What happens to a journal. Lines count from 1, bytes from 0."""

EmailMoment: TypeAlias = Union[
    EmailMomentEnrollment,
    EmailMomentRelease,
]
"""When the site sends an email. On the wire tagged by `kind`."""

Grantee: TypeAlias = Union[
    GranteeMember,
    GranteeCapability,
]
"""Who has to hold a `GivenTag`. On the wire tagged by `kind`."""

Happening: TypeAlias = Union[
    HappeningStarted,
    HappeningNotRun,
    HappeningTagAdded,
    HappeningTagHeld,
    HappeningTagRemoved,
    HappeningWebhookRun,
    HappeningLoginCreated,
    HappeningUserUpdated,
    HappeningOfferingReleased,
    HappeningOfferingRevoked,
    HappeningEmailSent,
    HappeningEmailWithheld,
    HappeningFieldSet,
    HappeningWaits,
    HappeningContact,
    HappeningFinished,
]
"""What can happen. On the wire tagged by `kind`."""

HeldPassword: TypeAlias = Union[
    HeldPasswordHash,
    HeldPasswordField,
]
"""The password of one contact."""

MemberPressCondition: TypeAlias = Union[
    MemberPressConditionMembership,
    MemberPressConditionMember,
    MemberPressConditionRole,
    MemberPressConditionCapability,
    MemberPressConditionLoginState,
]
"""What a rule grants by. On the wire tagged by `kind`."""

MemberPressWindow: TypeAlias = Union[
    MemberPressWindowFixed,
    MemberPressWindowRelease,
]
"""A time in which a rule grants. On the wire tagged by `kind`."""

MemberiumAudience: TypeAlias = Union[
    MemberiumAudienceAnybody,
    MemberiumAudienceLoggedIn,
    MemberiumAudienceLevels,
]
"""Who gets in. On the wire tagged by `kind`."""

Need: TypeAlias = Union[
    NeedLogin,
    NeedTag,
    NeedWithoutTag,
    NeedEnrollment,
    NeedRelease,
    NeedRole,
]
"""One thing that would help to get in. On the wire tagged by `kind`."""

Operation: TypeAlias = Union[
    OperationCheckTarget,
    OperationConfirmBackup,
    OperationEnableMaintenance,
    OperationCreateUser,
    OperationUpdateUser,
    OperationRestoreUser,
    OperationDeleteUser,
    OperationAddTags,
    OperationRemoveTags,
    OperationEnroll,
    OperationRestoreEnrollment,
    OperationResetPassword,
    OperationSetPassword,
    OperationVerifyTarget,
    OperationSendCredentials,
    OperationDisableMaintenance,
]
"""One change to the target."""

Outcome: TypeAlias = Union[
    OutcomeApplied,
    OutcomeAlready,
    OutcomeFailed,
    OutcomeConflict,
]
"""What became of an operation. On the wire tagged by `kind`.

A message is for whoever reads the progress later. It is shortened to `Excerpt::CHARACTERS`; hosts put no password into it.
"""

Owed: TypeAlias = Union[
    OwedOffering,
    OwedProduct,
]
"""What is paid for. On the wire tagged by `kind`."""

PasswordSource: TypeAlias = Union[
    PasswordSourceHash,
    PasswordSourceField,
]
"""Where a password that is kept comes from. On the wire tagged by `kind`."""

PeerSetting: TypeAlias = Union[
    PeerSettingWpFusion,
    PeerSettingPaidMembershipsPro,
    PeerSettingMemberpress,
    PeerSettingMemberium,
    PeerSettingLifterLmsContent,
    PeerSettingLifterLmsEnrollment,
    PeerSettingLifterLmsCourse,
    PeerSettingSensei,
]
"""One setting of another system. On the wire tagged by `kind`, with the setting's own fields beside it."""

Personalisation: TypeAlias = Union[
    PersonalisationLoginLink,
    PersonalisationEmailAddress,
    PersonalisationField,
]
"""Something of the contact that an email shows. On the wire tagged by `kind`."""

ReleaseRule: TypeAlias = Union[
    ReleaseRuleAtOnce,
    ReleaseRuleManual,
    ReleaseRuleTimer,
]
"""When a module opens. On the wire tagged by `kind`."""

Replacement: TypeAlias = Union[
    ReplacementForm,
    ReplacementReleaseTimers,
    ReplacementOfferingEmail,
]
"""What does a webhook's work on a site that keeps its contacts itself. On the wire tagged by `kind`."""

ReportBlock: TypeAlias = Union[
    ReportBlockFacts,
    ReportBlockTable,
    ReportBlockBars,
    ReportBlockDays,
    ReportBlockTimeline,
]
"""A part of a section. On the wire tagged by `kind`."""

Rule: TypeAlias = Union[
    RulePublic,
    RuleLoggedIn,
    RuleHasAny,
    RuleHasAll,
    RuleMissingAny,
    RuleMissingAll,
    RuleEnrolled,
    RuleReleased,
    RuleRole,
    RuleAnd,
    RuleOr,
    RuleNot,
    RuleDuring,
]
"""What must hold for access. On the wire tagged by `kind`.

The four tag tests are AccessAlly's member filters. `missing-any` is *not* the negation of `has-any`: a member
who holds one of two tags both has any and misses any. The negation of `has-any` is `missing-all`, that of `has-all` is
`missing-any`.
"""

ScriptStep: TypeAlias = Union[
    ScriptStepApprove,
    ScriptStepStart,
    ScriptStepBatches,
    ScriptStepLose,
    ScriptStepReport,
    ScriptStepDamage,
    ScriptStepResume,
    ScriptStepAbort,
    ScriptStepEdit,
    ScriptStepPlan,
    ScriptStepReconcile,
    ScriptStepRollback,
    ScriptStepPasswords,
    ScriptStepProgress,
    ScriptStepTarget,
]

SenseiProvider: TypeAlias = Union[
    SenseiProviderAlways,
    SenseiProviderNever,
    SenseiProviderEnrollment,
]
"""What enrolls people in a course. On the wire tagged by `kind`."""

Shown: TypeAlias = Union[
    ShownDone,
    ShownStands,
    ShownBatches,
    ShownPlanned,
    ShownReconciled,
    ShownPasswords,
    ShownProgress,
    ShownTarget,
    ShownFailed,
]

Snap: TypeAlias = Union[
    SnapWeekday,
    SnapNthWeekday,
    SnapDayOfMonth,
]
"""Which days something may fall on: it moves on to the first such day that is not before the one reached, so a day that
fits stays. On the wire tagged by `kind`.
"""

Step: TypeAlias = Union[
    StepAddTags,
    StepRemoveTags,
    StepRunWebhook,
    StepDelay,
    StepWaitUntil,
    StepSendSequence,
    StepSetField,
    StepCondition,
    StepEvent,
    StepGoTo,
    StepEnd,
]
"""One step of an automation. On the wire tagged by `kind`."""

Stratum: TypeAlias = Union[
    StratumEnrolled,
    StratumCreated,
    StratumUpdated,
    StratumStatus,
    StratumNonAsciiName,
    StratumMerged,
    StratumBuyer,
    StratumNoted,
]
"""A kind of person that a sample should hold one of. On the wire tagged by `kind`."""

Subject: TypeAlias = Union[
    SubjectSite,
    SubjectUser,
]
"""Whom or what an operation changes. On the wire tagged by `kind`."""

SubscriptionFate: TypeAlias = Union[
    SubscriptionFateContinues,
    SubscriptionFateMustBeStopped,
    SubscriptionFateEndsByItself,
    SubscriptionFateIncompatible,
    SubscriptionFateUnknown,
]
"""What a move makes of a subscription. On the wire tagged by `kind`."""

Support: TypeAlias = Union[
    SupportSupported,
    SupportNotSupported,
]
"""Whether an operation can be done. On the wire tagged by `kind`."""

TagMapEntry: TypeAlias = Union[
    TagMapEntryKeep,
    TagMapEntryRename,
    TagMapEntryMerge,
    TagMapEntryDrop,
]
"""What becomes of a source's tag. On the wire tagged by `kind`."""

TargetProfile: TypeAlias = Union[
    TargetProfileGeneric,
    TargetProfileWordpress,
]
"""What kind of system the target is. On the wire tagged by `kind`."""

VerdictReason: TypeAlias = Union[
    VerdictReasonSpeaksForTheCrm,
    VerdictReasonWrong,
    VerdictReasonOpen,
    VerdictReasonOld,
    VerdictReasonAllConfirmed,
]
"""A reason of the verdict. On the wire tagged by `kind`."""

Wait: TypeAlias = Union[
    WaitCondition,
    WaitInstant,
    WaitTimeOfDay,
]
"""What a contact waits for. On the wire tagged by `kind`."""

Whereabouts: TypeAlias = Union[
    WhereaboutsOutside,
    WhereaboutsWaiting,
    WhereaboutsFinished,
    WhereaboutsStopped,
]
"""Where a contact is in an automation. On the wire tagged by `kind`."""

Why: TypeAlias = Union[
    WhyBase,
    WhyAtOnce,
    WhyReleased,
    WhyTimer,
    WhyAfterPause,
    WhyManual,
    WhyWaitsForManual,
    WhyOpeningUnknown,
    WhyAnchorUnknown,
    WhyPaused,
    WhyExpired,
    WhyRevoked,
]
"""Why a module stands as it does. On the wire tagged by `kind`."""

UNIONS: Final[abc.Mapping[str, abc.Mapping[str, type[Record]]]] = {
    "AcceptedGain": {
        "page": AcceptedGainPage,
        "cause": AcceptedGainCause,
    },
    "AcceptedLoss": {
        "page": AcceptedLossPage,
        "cause": AcceptedLossCause,
    },
    "AfterMove": {
        "replaced-by": AfterMoveReplacedBy,
        "not-needed": AfterMoveNotNeeded,
        "no-equivalent": AfterMoveNoEquivalent,
    },
    "Anchor": {
        "previous-release": AnchorPreviousRelease,
        "enrollment": AnchorEnrollment,
        "registration": AnchorRegistration,
        "course-start": AnchorCourseStart,
        "instant": AnchorInstant,
        "purchase": AnchorPurchase,
        "completion": AnchorCompletion,
        "publication": AnchorPublication,
    },
    "AutomationEvent": {
        "tag-added": AutomationEventTagAdded,
        "purchase": AutomationEventPurchase,
        "form-submitted": AutomationEventFormSubmitted,
    },
    "BillingInterval": {
        "every": BillingIntervalEvery,
        "once": BillingIntervalOnce,
        "lifetime": BillingIntervalLifetime,
    },
    "BillingStep": {
        "invite": BillingStepInvite,
        "stop": BillingStepStop,
        "start": BillingStepStart,
    },
    "ColumnUse": {
        "field": ColumnUseField,
        "custom": ColumnUseCustom,
        "sensitive": ColumnUseSensitive,
        "ignored": ColumnUseIgnored,
    },
    "ContactCondition": {
        "has-tag": ContactConditionHasTag,
        "lacks-tag": ContactConditionLacksTag,
        "field-is": ContactConditionFieldIs,
    },
    "ContactHappening": {
        "tag-added": ContactHappeningTagAdded,
        "tag-removed": ContactHappeningTagRemoved,
        "purchase": ContactHappeningPurchase,
        "form-submitted": ContactHappeningFormSubmitted,
        "field-set": ContactHappeningFieldSet,
        "standing-changed": ContactHappeningStandingChanged,
    },
    "CrmSettings": {
        "managed": CrmSettingsManaged,
        "keap": CrmSettingsKeap,
        "ontraport": CrmSettingsOntraport,
        "activecampaign": CrmSettingsActivecampaign,
        "kit": CrmSettingsKit,
        "drip": CrmSettingsDrip,
    },
    "CustomOperation": {
        "release-offering": CustomOperationReleaseOffering,
        "revoke-offering": CustomOperationRevokeOffering,
        "grant-course": CustomOperationGrantCourse,
        "revoke-course": CustomOperationRevokeCourse,
        "add-tags": CustomOperationAddTags,
        "remove-tags": CustomOperationRemoveTags,
        "set-field": CustomOperationSetField,
        "increase-field": CustomOperationIncreaseField,
        "decrease-field": CustomOperationDecreaseField,
        "show-field": CustomOperationShowField,
        "create-login": CustomOperationCreateLogin,
        "update-user": CustomOperationUpdateUser,
        "resize-team": CustomOperationResizeTeam,
        "run-team-interaction": CustomOperationRunTeamInteraction,
        "send-email": CustomOperationSendEmail,
        "countdown-timer": CustomOperationCountdownTimer,
        "split-test": CustomOperationSplitTest,
        "trigger-progress-event": CustomOperationTriggerProgressEvent,
        "crm-coupon-code": CustomOperationCrmCouponCode,
    },
    "Damage": {
        "truncate": DamageTruncate,
        "flip": DamageFlip,
        "lose": DamageLose,
        "format": DamageFormat,
    },
    "EmailMoment": {
        "enrollment": EmailMomentEnrollment,
        "release": EmailMomentRelease,
    },
    "Grantee": {
        "member": GranteeMember,
        "capability": GranteeCapability,
    },
    "Happening": {
        "started": HappeningStarted,
        "not-run": HappeningNotRun,
        "tag-added": HappeningTagAdded,
        "tag-held": HappeningTagHeld,
        "tag-removed": HappeningTagRemoved,
        "webhook-run": HappeningWebhookRun,
        "login-created": HappeningLoginCreated,
        "user-updated": HappeningUserUpdated,
        "offering-released": HappeningOfferingReleased,
        "offering-revoked": HappeningOfferingRevoked,
        "email-sent": HappeningEmailSent,
        "email-withheld": HappeningEmailWithheld,
        "field-set": HappeningFieldSet,
        "waits": HappeningWaits,
        "contact": HappeningContact,
        "finished": HappeningFinished,
    },
    "HeldPassword": {
        "hash": HeldPasswordHash,
        "field": HeldPasswordField,
    },
    "MemberPressCondition": {
        "membership": MemberPressConditionMembership,
        "member": MemberPressConditionMember,
        "role": MemberPressConditionRole,
        "capability": MemberPressConditionCapability,
        "login-state": MemberPressConditionLoginState,
    },
    "MemberPressWindow": {
        "fixed": MemberPressWindowFixed,
        "release": MemberPressWindowRelease,
    },
    "MemberiumAudience": {
        "anybody": MemberiumAudienceAnybody,
        "logged-in": MemberiumAudienceLoggedIn,
        "levels": MemberiumAudienceLevels,
    },
    "Need": {
        "login": NeedLogin,
        "tag": NeedTag,
        "without-tag": NeedWithoutTag,
        "enrollment": NeedEnrollment,
        "release": NeedRelease,
        "role": NeedRole,
    },
    "Operation": {
        "check-target": OperationCheckTarget,
        "confirm-backup": OperationConfirmBackup,
        "enable-maintenance": OperationEnableMaintenance,
        "create-user": OperationCreateUser,
        "update-user": OperationUpdateUser,
        "restore-user": OperationRestoreUser,
        "delete-user": OperationDeleteUser,
        "add-tags": OperationAddTags,
        "remove-tags": OperationRemoveTags,
        "enroll": OperationEnroll,
        "restore-enrollment": OperationRestoreEnrollment,
        "reset-password": OperationResetPassword,
        "set-password": OperationSetPassword,
        "verify-target": OperationVerifyTarget,
        "send-credentials": OperationSendCredentials,
        "disable-maintenance": OperationDisableMaintenance,
    },
    "Outcome": {
        "applied": OutcomeApplied,
        "already": OutcomeAlready,
        "failed": OutcomeFailed,
        "conflict": OutcomeConflict,
    },
    "Owed": {
        "offering": OwedOffering,
        "product": OwedProduct,
    },
    "PasswordSource": {
        "hash": PasswordSourceHash,
        "field": PasswordSourceField,
    },
    "PeerSetting": {
        "wp-fusion": PeerSettingWpFusion,
        "paid-memberships-pro": PeerSettingPaidMembershipsPro,
        "memberpress": PeerSettingMemberpress,
        "memberium": PeerSettingMemberium,
        "lifterlms-content": PeerSettingLifterLmsContent,
        "lifterlms-enrollment": PeerSettingLifterLmsEnrollment,
        "lifterlms-course": PeerSettingLifterLmsCourse,
        "sensei": PeerSettingSensei,
    },
    "Personalisation": {
        "login-link": PersonalisationLoginLink,
        "email-address": PersonalisationEmailAddress,
        "field": PersonalisationField,
    },
    "ReleaseRule": {
        "at-once": ReleaseRuleAtOnce,
        "manual": ReleaseRuleManual,
        "timer": ReleaseRuleTimer,
    },
    "Replacement": {
        "form": ReplacementForm,
        "release-timers": ReplacementReleaseTimers,
        "offering-email": ReplacementOfferingEmail,
    },
    "ReportBlock": {
        "facts": ReportBlockFacts,
        "table": ReportBlockTable,
        "bars": ReportBlockBars,
        "days": ReportBlockDays,
        "timeline": ReportBlockTimeline,
    },
    "Rule": {
        "public": RulePublic,
        "logged-in": RuleLoggedIn,
        "has-any": RuleHasAny,
        "has-all": RuleHasAll,
        "missing-any": RuleMissingAny,
        "missing-all": RuleMissingAll,
        "enrolled": RuleEnrolled,
        "released": RuleReleased,
        "role": RuleRole,
        "and": RuleAnd,
        "or": RuleOr,
        "not": RuleNot,
        "during": RuleDuring,
    },
    "ScriptStep": {
        "approve": ScriptStepApprove,
        "start": ScriptStepStart,
        "batches": ScriptStepBatches,
        "lose": ScriptStepLose,
        "report": ScriptStepReport,
        "damage": ScriptStepDamage,
        "resume": ScriptStepResume,
        "abort": ScriptStepAbort,
        "edit": ScriptStepEdit,
        "plan": ScriptStepPlan,
        "reconcile": ScriptStepReconcile,
        "rollback": ScriptStepRollback,
        "passwords": ScriptStepPasswords,
        "progress": ScriptStepProgress,
        "target": ScriptStepTarget,
    },
    "SenseiProvider": {
        "always": SenseiProviderAlways,
        "never": SenseiProviderNever,
        "enrollment": SenseiProviderEnrollment,
    },
    "Shown": {
        "done": ShownDone,
        "stands": ShownStands,
        "batches": ShownBatches,
        "planned": ShownPlanned,
        "reconciled": ShownReconciled,
        "passwords": ShownPasswords,
        "progress": ShownProgress,
        "target": ShownTarget,
        "failed": ShownFailed,
    },
    "Snap": {
        "weekday": SnapWeekday,
        "nth-weekday": SnapNthWeekday,
        "day-of-month": SnapDayOfMonth,
    },
    "Step": {
        "add-tags": StepAddTags,
        "remove-tags": StepRemoveTags,
        "run-webhook": StepRunWebhook,
        "delay": StepDelay,
        "wait-until": StepWaitUntil,
        "send-sequence": StepSendSequence,
        "set-field": StepSetField,
        "condition": StepCondition,
        "event": StepEvent,
        "go-to": StepGoTo,
        "end": StepEnd,
    },
    "Stratum": {
        "enrolled": StratumEnrolled,
        "created": StratumCreated,
        "updated": StratumUpdated,
        "status": StratumStatus,
        "non-ascii-name": StratumNonAsciiName,
        "merged": StratumMerged,
        "buyer": StratumBuyer,
        "noted": StratumNoted,
    },
    "Subject": {
        "site": SubjectSite,
        "user": SubjectUser,
    },
    "SubscriptionFate": {
        "continues": SubscriptionFateContinues,
        "must-be-stopped": SubscriptionFateMustBeStopped,
        "ends-by-itself": SubscriptionFateEndsByItself,
        "incompatible": SubscriptionFateIncompatible,
        "unknown": SubscriptionFateUnknown,
    },
    "Support": {
        "supported": SupportSupported,
        "not-supported": SupportNotSupported,
    },
    "TagMapEntry": {
        "keep": TagMapEntryKeep,
        "rename": TagMapEntryRename,
        "merge": TagMapEntryMerge,
        "drop": TagMapEntryDrop,
    },
    "TargetProfile": {
        "generic": TargetProfileGeneric,
        "wordpress": TargetProfileWordpress,
    },
    "VerdictReason": {
        "speaks-for-the-crm": VerdictReasonSpeaksForTheCrm,
        "wrong": VerdictReasonWrong,
        "open": VerdictReasonOpen,
        "old": VerdictReasonOld,
        "all-confirmed": VerdictReasonAllConfirmed,
    },
    "Wait": {
        "condition": WaitCondition,
        "instant": WaitInstant,
        "time-of-day": WaitTimeOfDay,
    },
    "Whereabouts": {
        "outside": WhereaboutsOutside,
        "waiting": WhereaboutsWaiting,
        "finished": WhereaboutsFinished,
        "stopped": WhereaboutsStopped,
    },
    "Why": {
        "base": WhyBase,
        "at-once": WhyAtOnce,
        "released": WhyReleased,
        "timer": WhyTimer,
        "after-pause": WhyAfterPause,
        "manual": WhyManual,
        "waits-for-manual": WhyWaitsForManual,
        "opening-unknown": WhyOpeningUnknown,
        "anchor-unknown": WhyAnchorUnknown,
        "paused": WhyPaused,
        "expired": WhyExpired,
        "revoked": WhyRevoked,
    },
}
"""The records of each union, by kind."""

ANSWERS: Final[abc.Mapping[str, Any]] = {
    "access.compare": "CompareAnswer",
    "access.decide": "Decision",
    "access.decide-all": "DecideAllAnswer",
    "access.decide-user": "Decision",
    "access.evaluate-rule": "Decision",
    "access.import-rule": "ImportedRule",
    "access.member-of": "Member",
    "access.prove": "AccessProof",
    "automation.blueprint": "Blueprint",
    "automation.lint": "LintAnswer",
    "automation.simulate": "Timeline",
    "automation.translate": "TranslateAnswer",
    "billing.plan": "BillingAnswer",
    "code.list": "CodesAnswer",
    "columns.match": "Mapping",
    "contacts.from-records": "RecordsAnswer",
    "contacts.join": "MergeAnswer",
    "contacts.merge": "MergeAnswer",
    "contacts.read": "ContactsAnswer",
    "contacts.write-csv": "CsvAnswer",
    "date.parse": "ParsedDate",
    "email.check": "EmailCheck",
    "export.detect": "DetectAnswer",
    "membership.continuity": "ContinuityAnswer",
    "membership.infer": "InferAnswer",
    "money.parse": "ParsedMoney",
    "operation.describe": "DescribeAnswer",
    "operation.perform": "PerformAnswer",
    "operation.perform-custom": "PerformAnswer",
    "orders.read": "PaymentsAnswer",
    "orders.tie": "TieAnswer",
    "payment.setup": "SetupAnswer",
    "plan.build": "PlanAnswer",
    "plan.diff": "PlanDiff",
    "plan.reconcile": "Reconciliation",
    "plan.spot-check": "SpotCheckAnswer",
    "readiness.assess": "ReadinessAnswer",
    "release.at": "ReleaseAtAnswer",
    "release.calendar": "CalendarAnswer",
    "release.next": "NextReleasesAnswer",
    "release.schedule": "ScheduleAnswer",
    "report.make": "ReportAnswer",
    "run.rollback-plan": "PlanAnswer",
    "run.script": "ScriptAnswer",
    "site.check": "SiteCheckAnswer",
    "site.propose-tag-map": "ProposeTagMapAnswer",
    "site.schedule": "ScheduleAnswer",
    "subscriptions.read": "PaymentsAnswer",
    "subscriptions.tie": "TieAnswer",
    "table.read": "Table",
    "webhook.inventory": "InventoryAnswer",
    "wordpress.names": "NamesAnswer",
}
"""What each operation gives, as `_wire.py` reads it."""

__all__ = [
    "AcceptedGain",
    "AcceptedGainCause",
    "AcceptedGainPage",
    "AcceptedGains",
    "AcceptedLoss",
    "AcceptedLossCause",
    "AcceptedLossPage",
    "AcceptedLosses",
    "AccessChange",
    "AccessComparison",
    "AccessProof",
    "AccessReason",
    "AccessSide",
    "Actor",
    "AddTags",
    "Address",
    "AfterMove",
    "AfterMoveNoEquivalent",
    "AfterMoveNotNeeded",
    "AfterMoveReplacedBy",
    "AllowedMembers",
    "Anchor",
    "AnchorCompletion",
    "AnchorCourseStart",
    "AnchorEnrollment",
    "AnchorInstant",
    "AnchorKind",
    "AnchorPreviousRelease",
    "AnchorPublication",
    "AnchorPurchase",
    "AnchorRegistration",
    "Anchors",
    "Answer",
    "AskedChanges",
    "Automation",
    "AutomationEvent",
    "AutomationEventFormSubmitted",
    "AutomationEventPurchase",
    "AutomationEventTagAdded",
    "AutomationState",
    "BarChart",
    "Basis",
    "Batch",
    "Bearing",
    "BilledSubscription",
    "Billing",
    "BillingAction",
    "BillingAnswer",
    "BillingCustomer",
    "BillingInterval",
    "BillingIntervalEvery",
    "BillingIntervalLifetime",
    "BillingIntervalOnce",
    "BillingOptions",
    "BillingPart",
    "BillingSource",
    "BillingSpan",
    "BillingStep",
    "BillingStepInvite",
    "BillingStepStart",
    "BillingStepStop",
    "BillingSystem",
    "BillingTarget",
    "BillingUnit",
    "Blueprint",
    "CalendarAnswer",
    "Category",
    "CauseCount",
    "CharacterClass",
    "ChargerHandling",
    "ChargerRole",
    "CheckTarget",
    "ChecklistAnswer",
    "ChecklistArea",
    "ChecklistEntry",
    "ChecklistItem",
    "ChecklistStatus",
    "Code",
    "CodesAnswer",
    "ColumnMapping",
    "ColumnUse",
    "ColumnUseCustom",
    "ColumnUseField",
    "ColumnUseIgnored",
    "ColumnUseSensitive",
    "CommerceSync",
    "CompareAnswer",
    "ComparedMember",
    "ComparedPage",
    "Completion",
    "ConsentEvidence",
    "Contact",
    "ContactCondition",
    "ContactConditionFieldIs",
    "ContactConditionHasTag",
    "ContactConditionLacksTag",
    "ContactEvent",
    "ContactHappening",
    "ContactHappeningFieldSet",
    "ContactHappeningFormSubmitted",
    "ContactHappeningPurchase",
    "ContactHappeningStandingChanged",
    "ContactHappeningTagAdded",
    "ContactHappeningTagRemoved",
    "ContactHistory",
    "ContactStanding",
    "ContactsAnswer",
    "ContinueOptions",
    "ContinuityAnswer",
    "ContinuityCounts",
    "ContinuityCountsByPolicy",
    "ContinuitySummary",
    "Correction",
    "CreateUser",
    "Crm",
    "CrmSettings",
    "CrmSettingsActivecampaign",
    "CrmSettingsDrip",
    "CrmSettingsKeap",
    "CrmSettingsKit",
    "CrmSettingsManaged",
    "CrmSettingsOntraport",
    "CsvAnswer",
    "CsvOptions",
    "CustomOperation",
    "CustomOperationAddTags",
    "CustomOperationCountdownTimer",
    "CustomOperationCreateLogin",
    "CustomOperationCrmCouponCode",
    "CustomOperationDecreaseField",
    "CustomOperationGrantCourse",
    "CustomOperationIncreaseField",
    "CustomOperationKind",
    "CustomOperationReleaseOffering",
    "CustomOperationRemoveTags",
    "CustomOperationResizeTeam",
    "CustomOperationRevokeCourse",
    "CustomOperationRevokeOffering",
    "CustomOperationRunTeamInteraction",
    "CustomOperationSendEmail",
    "CustomOperationSetField",
    "CustomOperationShowField",
    "CustomOperationSplitTest",
    "CustomOperationTriggerProgressEvent",
    "CustomOperationUpdateUser",
    "CustomerId",
    "CustomerIds",
    "Damage",
    "DamageFlip",
    "DamageFormat",
    "DamageLose",
    "DamageTruncate",
    "DateOptions",
    "DayChart",
    "DayRow",
    "DecideAllAnswer",
    "DecimalMark",
    "Decision",
    "DeleteUser",
    "DescribeAnswer",
    "DescribedCode",
    "DetectAnswer",
    "DetectedEncoding",
    "Detection",
    "Dialect",
    "Difference",
    "DoubleCharge",
    "DripBy",
    "DripContinuity",
    "DripProfile",
    "DuplicatesPolicy",
    "EmailCheck",
    "EmailMoment",
    "EmailMomentEnrollment",
    "EmailMomentRelease",
    "EmailPurpose",
    "EncodingEvidence",
    "EndsWhy",
    "Enroll",
    "Enrolled",
    "EnrolledAt",
    "EnrolledAtEvidence",
    "EnrolledBy",
    "EnrolledMember",
    "Enrollment",
    "EnrollmentRow",
    "Environment",
    "EnvironmentKind",
    "Evidence",
    "ExistingUsers",
    "Expected",
    "Failure",
    "Field",
    "FixedDate",
    "Form",
    "FormKind",
    "FormUse",
    "GivenTag",
    "Grantee",
    "GranteeCapability",
    "GranteeMember",
    "Handover",
    "Happening",
    "HappeningContact",
    "HappeningEmailSent",
    "HappeningEmailWithheld",
    "HappeningFieldSet",
    "HappeningFinished",
    "HappeningLoginCreated",
    "HappeningNotRun",
    "HappeningOfferingReleased",
    "HappeningOfferingRevoked",
    "HappeningStarted",
    "HappeningTagAdded",
    "HappeningTagHeld",
    "HappeningTagRemoved",
    "HappeningUserUpdated",
    "HappeningWaits",
    "HappeningWebhookRun",
    "HashKind",
    "HeaderDifference",
    "HeldPassword",
    "HeldPasswordField",
    "HeldPasswordHash",
    "Horizon",
    "ImportedRule",
    "InferAnswer",
    "Inherit",
    "IntakeStats",
    "InventoryAnswer",
    "Issue",
    "JoinOptions",
    "LeftOutModule",
    "LifterLmsPage",
    "LifterLmsRedirect",
    "LifterLmsRelation",
    "LifterLmsSitewide",
    "Limits",
    "LineEndName",
    "LintAnswer",
    "Location",
    "ManualWork",
    "ManualWorkKind",
    "Mapping",
    "Marketing",
    "MarketingStatus",
    "MatchReason",
    "Member",
    "MemberEnrollment",
    "MemberFacts",
    "MemberPressCondition",
    "MemberPressConditionCapability",
    "MemberPressConditionLoginState",
    "MemberPressConditionMember",
    "MemberPressConditionMembership",
    "MemberPressConditionRole",
    "MemberPressLogin",
    "MemberPressRule",
    "MemberPressWindow",
    "MemberPressWindowFixed",
    "MemberPressWindowRelease",
    "MemberiumAudience",
    "MemberiumAudienceAnybody",
    "MemberiumAudienceLevels",
    "MemberiumAudienceLoggedIn",
    "MemberiumLevel",
    "MergeAnswer",
    "Mode",
    "Module",
    "ModuleContinuity",
    "ModuleOpening",
    "ModuleStanding",
    "ModuleStandingByPolicy",
    "Money",
    "MoneyOptions",
    "NamedFailure",
    "NamesAnswer",
    "Need",
    "NeedEnrollment",
    "NeedLogin",
    "NeedRelease",
    "NeedRole",
    "NeedTag",
    "NeedWithoutTag",
    "NextCharge",
    "NextChargeBy",
    "NextRelease",
    "NextReleasesAnswer",
    "NotRun",
    "Notify",
    "Obligation",
    "ObligationCharger",
    "Offering",
    "OfferingContinuity",
    "OfferingCount",
    "OfferingKind",
    "Offset",
    "Operation",
    "OperationAddTags",
    "OperationCheckTarget",
    "OperationConfirmBackup",
    "OperationCreateUser",
    "OperationDeleteUser",
    "OperationDifference",
    "OperationDisableMaintenance",
    "OperationEnableMaintenance",
    "OperationEnroll",
    "OperationKind",
    "OperationRemoveTags",
    "OperationResetPassword",
    "OperationRestoreEnrollment",
    "OperationRestoreUser",
    "OperationSendCredentials",
    "OperationSetPassword",
    "OperationSupport",
    "OperationTrigger",
    "OperationUpdateUser",
    "OperationVerifyTarget",
    "OptIn",
    "OptInForm",
    "Order",
    "OrderItem",
    "OrderKind",
    "OrderStatus",
    "Outcome",
    "OutcomeAlready",
    "OutcomeApplied",
    "OutcomeConflict",
    "OutcomeFailed",
    "Outcomes",
    "Owed",
    "OwedOffering",
    "OwedProduct",
    "Page",
    "PageComparison",
    "PageMatching",
    "PaidMembershipsProContext",
    "ParsedDate",
    "ParsedMoney",
    "PasswordPolicy",
    "PasswordRules",
    "PasswordSource",
    "PasswordSourceField",
    "PasswordSourceHash",
    "PasswordState",
    "Pause",
    "PaymentCount",
    "PaymentSettings",
    "PaymentStats",
    "PaymentsAnswer",
    "PeerSetting",
    "PeerSettingLifterLmsContent",
    "PeerSettingLifterLmsCourse",
    "PeerSettingLifterLmsEnrollment",
    "PeerSettingMemberium",
    "PeerSettingMemberpress",
    "PeerSettingPaidMembershipsPro",
    "PeerSettingSensei",
    "PeerSettingWpFusion",
    "PerformAnswer",
    "Personalisation",
    "PersonalisationEmailAddress",
    "PersonalisationField",
    "PersonalisationLoginLink",
    "Phase",
    "PhaseProgress",
    "PlanAnswer",
    "PlanDiff",
    "PlanHeader",
    "PlanOptions",
    "PlanPart",
    "PlanSummary",
    "Precedence",
    "Price",
    "ProcessorAccount",
    "ProcessorMode",
    "Processors",
    "Proof",
    "ProofLine",
    "ProofStage",
    "ProposeTagMapAnswer",
    "QuizAnswer",
    "ReadOptions",
    "ReadPart",
    "ReadinessAnswer",
    "ReadinessCounts",
    "ReadinessPart",
    "ReadinessVerdict",
    "ReadingCounts",
    "Reason",
    "Reconciliation",
    "RecordPlace",
    "RecordsAnswer",
    "RecordsPart",
    "Redirect",
    "Release",
    "ReleaseAtAnswer",
    "ReleaseKind",
    "ReleaseRule",
    "ReleaseRuleAtOnce",
    "ReleaseRuleManual",
    "ReleaseRuleTimer",
    "ReleaseState",
    "RemoveTags",
    "Replacement",
    "ReplacementForm",
    "ReplacementOfferingEmail",
    "ReplacementReleaseTimers",
    "ReplacementState",
    "Report",
    "ReportAnswer",
    "ReportBar",
    "ReportBlock",
    "ReportBlockBars",
    "ReportBlockDays",
    "ReportBlockFacts",
    "ReportBlockTable",
    "ReportBlockTimeline",
    "ReportEvent",
    "ReportFact",
    "ReportForm",
    "ReportHead",
    "ReportSection",
    "ReportTable",
    "RestoreEnrollment",
    "RestoreUser",
    "Rule",
    "RuleAnd",
    "RuleDuring",
    "RuleEnrolled",
    "RuleHasAll",
    "RuleHasAny",
    "RuleKind",
    "RuleLoggedIn",
    "RuleMissingAll",
    "RuleMissingAny",
    "RuleNot",
    "RuleOr",
    "RulePublic",
    "RuleReleased",
    "RuleRole",
    "RunFailure",
    "RunOptions",
    "RunProgress",
    "RunStatus",
    "ScheduleAnswer",
    "ScriptAnswer",
    "ScriptOptions",
    "ScriptStep",
    "ScriptStepAbort",
    "ScriptStepApprove",
    "ScriptStepBatches",
    "ScriptStepDamage",
    "ScriptStepEdit",
    "ScriptStepLose",
    "ScriptStepPasswords",
    "ScriptStepPlan",
    "ScriptStepProgress",
    "ScriptStepReconcile",
    "ScriptStepReport",
    "ScriptStepResume",
    "ScriptStepRollback",
    "ScriptStepStart",
    "ScriptStepTarget",
    "SecretField",
    "SenseiProvider",
    "SenseiProviderAlways",
    "SenseiProviderEnrollment",
    "SenseiProviderNever",
    "Sequence",
    "SequenceEmail",
    "SequenceStatus",
    "SetAsideRecord",
    "SetPassword",
    "SettlingDelay",
    "SetupAnswer",
    "Severity",
    "Shown",
    "ShownBatch",
    "ShownBatches",
    "ShownDifference",
    "ShownDone",
    "ShownFailed",
    "ShownPasswords",
    "ShownPlanned",
    "ShownProgress",
    "ShownReconciled",
    "ShownStands",
    "ShownTarget",
    "SiteCheckAnswer",
    "SiteDocument",
    "Snap",
    "SnapDayOfMonth",
    "SnapNthWeekday",
    "SnapWeekday",
    "SourceGuess",
    "SpotCheck",
    "SpotCheckAnswer",
    "Step",
    "StepAddTags",
    "StepCondition",
    "StepDelay",
    "StepEnd",
    "StepEvent",
    "StepGoTo",
    "StepNote",
    "StepRemoveTags",
    "StepRunWebhook",
    "StepSendSequence",
    "StepSetField",
    "StepWaitUntil",
    "Stratum",
    "StratumBuyer",
    "StratumCreated",
    "StratumEnrolled",
    "StratumMerged",
    "StratumNonAsciiName",
    "StratumNoted",
    "StratumStatus",
    "StratumUpdated",
    "Subject",
    "SubjectSite",
    "SubjectUser",
    "Subscription",
    "SubscriptionFate",
    "SubscriptionFateContinues",
    "SubscriptionFateEndsByItself",
    "SubscriptionFateIncompatible",
    "SubscriptionFateMustBeStopped",
    "SubscriptionFateUnknown",
    "SubscriptionStatus",
    "Support",
    "SupportNotSupported",
    "SupportSupported",
    "Table",
    "TableOptions",
    "TagCount",
    "TagDate",
    "TagMapEntry",
    "TagMapEntryDrop",
    "TagMapEntryKeep",
    "TagMapEntryMerge",
    "TagMapEntryRename",
    "Tags",
    "TargetEnrollment",
    "TargetProfile",
    "TargetProfileGeneric",
    "TargetProfileWordpress",
    "TargetUser",
    "TieAnswer",
    "Timeline",
    "TimelineChart",
    "TimelineLine",
    "TimelineRow",
    "Timer",
    "TimerWhy",
    "TimerZone",
    "ToldBy",
    "TrackingScript",
    "TranslateAnswer",
    "TranslatedEmail",
    "TranslatedModule",
    "Translation",
    "Turn",
    "UnaskedChange",
    "Unit",
    "UnresolvedSubscription",
    "UntranslatedReason",
    "UntranslatedStep",
    "UpdateUser",
    "UserProfile",
    "Verdict",
    "VerdictCounts",
    "VerdictReason",
    "VerdictReasonAllConfirmed",
    "VerdictReasonOld",
    "VerdictReasonOpen",
    "VerdictReasonSpeaksForTheCrm",
    "VerdictReasonWrong",
    "Verified",
    "VerifyTarget",
    "Wait",
    "WaitCondition",
    "WaitInstant",
    "WaitTimeOfDay",
    "Waiver",
    "Webhook",
    "WebhookFate",
    "Weekday",
    "Whereabouts",
    "WhereaboutsFinished",
    "WhereaboutsOutside",
    "WhereaboutsStopped",
    "WhereaboutsWaiting",
    "Why",
    "WhyAfterPause",
    "WhyAnchorUnknown",
    "WhyAtOnce",
    "WhyBase",
    "WhyExpired",
    "WhyManual",
    "WhyOpeningUnknown",
    "WhyPaused",
    "WhyReleased",
    "WhyRevoked",
    "WhyTimer",
    "WhyWaitsForManual",
    "WithheldReason",
]
