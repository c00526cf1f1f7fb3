// What crosses the boundary. Written by `cargo xtask codegen`; do not edit by hand.

/** A point in time, RFC 3339 with `Z`. */
export type Instant = string;

/** A gain of access that the owner accepts, named by its page or by its cause. On the wire tagged by `kind`. */
export type AcceptedGain =
  /** Whoever gains this page. */
  | {
      readonly kind: "page";
      /** Its id on either site. */
      readonly page: string;
      /** Why that is right; as the owner says it. Never blank. */
      readonly why: string;
    }
  /** Whoever gains any page for this cause. */
  | {
      readonly kind: "cause";
      /** Why the site before does not let them in. */
      readonly before: AccessReason;
      /** Why the site after does. */
      readonly after: AccessReason;
      /** Why that is right; as the owner says it. Never blank. */
      readonly why: string;
    };

/** How many gains something explains that the owner accepts. */
export interface AcceptedGains {
  /** What the owner accepts. */
  readonly accepted: AcceptedGain;
  /** How many gains it explains; a gain that several explain is counted for the first of them. */
  readonly count: number;
}

/** A loss of access that the owner accepts, named by its page or by its cause. On the wire tagged by `kind`. */
export type AcceptedLoss =
  /** Whoever loses this page. */
  | {
      readonly kind: "page";
      /** Its id on either site. */
      readonly page: string;
      /** Why that is right; as the owner says it. Never blank. */
      readonly why: string;
    }
  /** Whoever loses any page for this cause. */
  | {
      readonly kind: "cause";
      /** Why the site before lets them in. */
      readonly before: AccessReason;
      /** Why that is right; as the owner says it. Never blank. */
      readonly why: string;
      /** Why the site after does not; absent where it has no such page. */
      readonly after?: AccessReason | undefined;
    };

/** How many losses something explains that the owner accepts. */
export interface AcceptedLosses {
  /** What the owner accepts. */
  readonly accepted: AcceptedLoss;
  /** How many losses it explains; a loss that several explain is counted for the first of them. */
  readonly count: number;
}

/** A member's access to a page that is not the same on both sites. */
export interface AccessChange {
  /** The member's place in the order in which they were given, from 0. */
  readonly member: number;
  /** The page. */
  readonly page: ComparedPage;
  /** What becomes of the access. */
  readonly verdict: Verdict;
  /** The first instant of the span at which the sites differ. */
  readonly at: Instant;
  /** What the site before says at that instant. */
  readonly before: AccessSide;
  /** What the site after says at that instant. */
  readonly after: AccessSide;
}

/** What two sites make of the same people's access within a span of time, as counts. */
export interface AccessComparison {
  /** The span. */
  readonly horizon: Horizon;
  /** How many members were compared. */
  readonly members: number;
  /** Of all members and pages. They add up to members × pages. */
  readonly counts: VerdictCounts;
  /** By page: those of the site before in its order, then those that only the site after has, in its order. */
  readonly pages: readonly PageComparison[];
  /** By cause: by verdict, then the reasons before and after, in the order of their declaration. */
  readonly causes: readonly CauseCount[];
  /** What the owner accepts, in the order given. */
  readonly accepted: readonly AcceptedLosses[];
  /** How many losses nothing explains that the owner accepts. */
  readonly unexplainedLosses: number;
}

/** Whether a move gave or took access that nobody asked for. */
export interface AccessProof {
  /** Whether nobody lost or gained access unasked. */
  readonly ok: boolean;
  /** Every change of access, in numbers. */
  readonly comparison: AccessComparison;
  /** The gains that the owner accepts, in the order given. */
  readonly acceptedGains: readonly AcceptedGains[];
  /** The changes that follow from what the owner decided, in numbers. */
  readonly asked: AskedChanges;
  /** Who lost or gained what unasked: by contact, then by page. At most `KEPT_CHANGES`. */
  readonly unasked: readonly UnaskedChange[];
  /** How many there are, those that are not kept included. */
  readonly unaskedFound: number;
}

/**
 * Why access is allowed or denied. The first four allow.
 *
 * Where several things deny, the reason is the first of them in this order, whatever the order they are written in.
 */
export type AccessReason =
  | "administrator"
  | "public"
  | "instant-access"
  | "rule-met"
  | "forbidden"
  | "login-required"
  | "not-enrolled"
  | "tag-missing"
  | "tag-present"
  | "role-missing"
  | "not-released"
  | "not-yet"
  | "over"
  | "excluded"
  | "rule-empty";

/** A side as it is written. */
export interface AccessSide {
  readonly allowed: boolean;
  readonly closesAt?: Instant | undefined;
  readonly opensAt?: Instant | undefined;
  readonly reason?: AccessReason | undefined;
}

/** Who adds or removes something. */
export type Actor =
  | "outside"
  | "automation"
  | "site";

/** Tags are added to a user; none is taken away. */
export interface AddTags {
  /** What the user holds. */
  readonly before: readonly string[];
  /** What is added. */
  readonly added: readonly string[];
}

/** A postal address, each part as written but for the country. */
export interface Address {
  /** Town or city. */
  readonly city?: string | undefined;
  /** Country: its two letters by ISO 3166-1 where reading knew it; else as the source writes it. */
  readonly country?: string | undefined;
  /** Street and number. */
  readonly line1?: string | undefined;
  /** Anything after the street. */
  readonly line2?: string | undefined;
  /** Postal code, as text: leading zeros count. */
  readonly postalCode?: string | undefined;
  /** State, province or county. */
  readonly region?: string | undefined;
}

/** What becomes of a webhook. On the wire tagged by `kind`. */
export type AfterMove =
  /** Something on the site does it instead. */
  | {
      readonly kind: "replaced-by";
      /** What. */
      readonly replacement: Replacement;
    }
  /** There is nothing left to do. */
  | {
      readonly kind: "not-needed";
      /** Why: a clause, lower-case, no full stop. */
      readonly why: string;
    }
  /** Nothing on the site does it by itself. */
  | {
      readonly kind: "no-equivalent";
      /** Why: a clause, lower-case, no full stop. */
      readonly why: string;
      /** What to do about it. */
      readonly remedy: string;
    };

export interface AllowedMembers {
  /** The page. */
  readonly page: string;
  /** The members who get to see it, by their place in the request, from 0; in order. */
  readonly members: readonly number[];
}

/** What a timer counts from. On the wire tagged by `kind`. */
export type Anchor =
  /**
   * When the module before it opened, so that timers chain (AccessAlly's own). In an expiry rule, when the thing itself
   * opened: the module, or for an offering the enrollment.
   */
  | {
      readonly kind: "previous-release";
    }
  /** When the member enrolled. */
  | {
      readonly kind: "enrollment";
    }
  /** When the member joined the site. */
  | {
      readonly kind: "registration";
    }
  /** When the offering starts for everybody (`Offering::starts_at`). */
  | {
      readonly kind: "course-start";
    }
  /** A fixed point in time, the same for everybody. */
  | {
      readonly kind: "instant";
      /** The point. */
      readonly at: Instant;
    }
  /** When the member bought an offering. */
  | {
      readonly kind: "purchase";
      /** Which. */
      readonly offering: string;
    }
  /** When the member completed something. */
  | {
      readonly kind: "completion";
      readonly module?: string | undefined;
      readonly offering?: string | undefined;
    }
  /** When the module was published (`Module::published_at`). */
  | {
      readonly kind: "publication";
    };

export type AnchorKind =
  | "previous-release"
  | "enrollment"
  | "registration"
  | "course-start"
  | "instant"
  | "purchase"
  | "completion"
  | "publication";

/**
 * The points in time that a rule may count from, as far as they are known. `purchase` and `completion` are of what the rule
 * names.
 */
export interface Anchors {
  /** When the member completed what the rule names. */
  readonly completion?: Instant | undefined;
  /** When the offering starts for everybody. */
  readonly courseStart?: Instant | undefined;
  /** When the member enrolled. */
  readonly enrollment?: Instant | undefined;
  /** When the module before opened. */
  readonly previousRelease?: Instant | undefined;
  /** When the module was published. */
  readonly publication?: Instant | undefined;
  /** When the member bought what the rule names. */
  readonly purchase?: Instant | undefined;
  /** When the member joined the site. */
  readonly registration?: Instant | undefined;
}

/** What was answered to one item. */
export type Answer =
  | "yes"
  | "no"
  | "not-applicable";

/** Losses and gains of access that follow from what the owner decided, in numbers. Each is counted once, by the first of these that holds. */
export interface AskedChanges {
  /** Of pages that only the site after has. */
  readonly newPages: number;
  /** Of people whom the plan leaves out, who lose what anybody with a login could see. */
  readonly leftOut: number;
  /**
   * Of people whom the plan leaves out, who lose a page that opened to them and not to everybody with a login: a tag that is no
   * offering's makes nobody a member. Where they should keep it, the plan has to take all contacts.
   */
  readonly leftOutGuarded: number;
  /**
   * Of people whom the plan leaves alone: administrators, who runs the move, and, where the options say so, who was a user before. A plan for
   * verification only leaves everybody alone.
   */
  readonly leftAlone: number;
  /** Gains of what a user could see on the target before the plan was carried out. */
  readonly hadBefore: number;
  /** What release timers open, now or later, or under `DripContinuity::Restart` close: all else that either site asks is met on both. */
  readonly released: number;
}

/** An automation of a CRM, as data. */
export interface Automation {
  /** Unique within the site. */
  readonly id: string;
  /** As its owner reads it. */
  readonly name: string;
  /** The CRM that runs it. */
  readonly crm: Crm;
  /** Whether it runs. */
  readonly state: AutomationState;
  /** What starts it, any of them, in any order. */
  readonly events: readonly AutomationEvent[];
  /** What follows, in order. */
  readonly steps: readonly Step[];
  /** The offering it delivers, where it delivers one. */
  readonly offering?: string | undefined;
}

/** Something that happens to a contact. On the wire tagged by `kind`. */
export type AutomationEvent =
  /** A tag is added to them who lacked it: by a purchase, a revocation or anything else. */
  | {
      readonly kind: "tag-added";
      /** Which. */
      readonly tag: string;
    }
  /** They buy something in the CRM's own shop. */
  | {
      readonly kind: "purchase";
      /** What, as the CRM calls it. */
      readonly product: string;
    }
  /** They submit a form. */
  | {
      readonly kind: "form-submitted";
      /** Which, as the CRM or the site calls it. */
      readonly form: string;
    };

/** Whether an automation runs. */
export type AutomationState =
  | "live"
  | "paused";

/** Bars, each of one or several numbers. */
export interface BarChart {
  /** What it shows. */
  readonly title: string;
  /** What each number of a bar counts. */
  readonly series: readonly string[];
  /** The bars, in order. */
  readonly bars: readonly ReportBar[];
  /** How many further bars there are that are not shown. */
  readonly leftOut: number;
}

/** What readiness is assessed by besides the site and its contacts. */
export interface Basis {
  /** What people answered, by item. */
  readonly answers?: Readonly<Record<string, ChecklistAnswer>> | undefined;
  /** Since when the environment is what the site document says. */
  readonly environmentSince?: Instant | undefined;
  /** The orders and subscriptions of every system; nobody looked, where absent. */
  readonly sources?: readonly BillingSource[] | undefined;
  /** The target's users before the move, in any order; nobody looked, where absent. */
  readonly users?: readonly TargetUser[] | undefined;
}

/** Operations of one phase, to be carried out in order. They may be carried out in one transaction. */
export interface Batch {
  /** The phase. */
  readonly phase: Phase;
  /** The operations, in order. */
  readonly operations: readonly Operation[];
  /** How many seconds to wait before they are tried: none at first, and longer each time that they failed and may be tried again. */
  readonly waitSeconds: number;
}

/** What an answer of the quiz means for the move. */
export type Bearing =
  | "fits"
  | "needs-work"
  | "not-yet"
  | "keep-your-crm"
  | "unknown";

/** One subscription of a billing plan. */
export interface BilledSubscription {
  /** Derived from the system and its id of the subscription; where there is none, from all that the record says. */
  readonly id: string;
  /** Whose form it came by. */
  readonly system: BillingSystem;
  /** The records that it was told by, in order. */
  readonly records: readonly RecordPlace[];
  /** What it pays for: offerings, or else a product. */
  readonly owed: readonly Owed[];
  /** Where it stands. */
  readonly status: SubscriptionStatus;
  /** How many payments were made, of how many. */
  readonly payments: PaymentCount;
  /** What the move makes of it. */
  readonly fate: SubscriptionFate;
  /** What each charge is. */
  readonly amount?: Money | undefined;
  /** Whose it is. */
  readonly customer?: BillingCustomer | undefined;
  /** How often it is charged. */
  readonly interval?: BillingInterval | undefined;
  /**
   * The next charge, if nobody does anything; absent where there is none, and where a failed payment is tried again, because only the
   * processor knows when.
   */
  readonly nextCharge?: NextCharge | undefined;
  /** Who takes the money, as far as anybody says. */
  readonly processor?: string | undefined;
  /** The system's id of it. */
  readonly subscriptionId?: string | undefined;
  /** When its trial ends, where it is not over. */
  readonly trialEndsAt?: Instant | undefined;
}

export interface Billing {
  /** What each system exported. */
  readonly sources: readonly BillingSource[];
  readonly options: BillingOptions;
}

/** One thing that somebody has to do. */
export interface BillingAction {
  /** Derived from the environment, the subscription, the step's kind and its instant: the same action has the same id in every plan. */
  readonly id: string;
  /** The subscription that is handed over. */
  readonly subscription: string;
  /** Whose it is. */
  readonly customer: BillingCustomer;
  /** What to do. */
  readonly step: BillingStep;
}

export interface BillingAnswer {
  /** The copy of the site that the plan is for. */
  readonly environment: Environment;
  /** By deadline. */
  readonly actions?: readonly BillingAction[] | undefined;
  /** Of the site, its offerings, products, subscriptions and obligations. */
  readonly issues?: readonly Issue[] | undefined;
  /** Each obligation once, by customer and what is owed. */
  readonly obligations?: readonly Obligation[] | undefined;
  /** Each subscription once, by customer, what is owed, system and id. */
  readonly subscriptions?: readonly BilledSubscription[] | undefined;
  /** In the order of the subscriptions. */
  readonly unresolved?: readonly UnresolvedSubscription[] | undefined;
}

/** One customer, by everything that ties their records. Both lists are sorted. */
export interface BillingCustomer {
  /** Their addresses, as they are compared. */
  readonly emails?: readonly string[] | undefined;
  /** Their ids in the systems. */
  readonly ids?: readonly CustomerId[] | undefined;
}

/** How often a subscription is charged. */
export type BillingInterval =
  /** Every so many units. */
  | {
      readonly kind: "every";
      /** How many. */
      readonly count: number;
      /** Of what. */
      readonly unit: BillingUnit;
    }
  /** Once, for a limited time. */
  | {
      readonly kind: "once";
    }
  /** Once, for good. */
  | {
      readonly kind: "lifetime";
    };

/** What a billing plan is told. */
export interface BillingOptions {
  /** What the site moves to. */
  readonly target: BillingTarget;
  /** What the owner decides of systems, where it is not clear from what they are. It cannot make compatible what is not. */
  readonly handling?: Readonly<Record<string, ChargerHandling>> | undefined;
  /**
   * How many days customers have, at least, to enter their card anew; a charge that falls due sooner is left where it is. Of 24
   * hours each. Seven, where absent.
   */
  readonly noticeDays?: number | undefined;
}

/** A part of the answer. */
export type BillingPart =
  | "subscriptions"
  | "obligations"
  | "actions"
  | "unresolved"
  | "issues";

/** What one system exported of subscriptions and orders. */
export interface BillingSource {
  /** Which. */
  readonly system: BillingSystem;
  /** Its orders, in any order: by them payments are counted and customers recognised. */
  readonly orders?: readonly Order[] | undefined;
  /** Its subscriptions, in any order. */
  readonly subscriptions?: readonly Subscription[] | undefined;
  /** The zone in which it counts months and days; UTC, where absent. */
  readonly zone?: string | undefined;
}

/** A span from an instant (included) until a later one (not included), or without end. */
export interface BillingSpan {
  /** Its first instant. */
  readonly from: Instant;
  /** The first instant after it; absent where it does not end. */
  readonly until?: Instant | undefined;
}

/** What there is to do. On the wire tagged by `kind`. */
export type BillingStep =
  /** Ask the customer to enter their card on the new order form. */
  | {
      readonly kind: "invite";
      /** From when on. */
      readonly from: Instant;
      /** They have entered it before this instant. */
      readonly by: Instant;
      /** What for. */
      readonly owed: readonly Owed[];
      /** The order forms that the site's offerings name, in the order of the offerings. */
      readonly orderForms?: readonly string[] | undefined;
    }
  /** Stop the old charger where it is. */
  | {
      readonly kind: "stop";
      /** Where. */
      readonly system: BillingSystem;
      /** It is stopped before this instant. */
      readonly by: Instant;
      /** Its id there. */
      readonly subscriptionId?: string | undefined;
    }
  /** The new order form charges for the first time: the same amount as often as the old charger did. */
  | {
      readonly kind: "start";
      /** Not before this instant, and not before the old charger is stopped. */
      readonly notBefore: Instant;
      /** How much each time. */
      readonly amount: Money;
      /** How often. */
      readonly interval: BillingInterval;
      /** How many times; without end, where absent. */
      readonly charges?: number | undefined;
    };

/** Where a subscription was taken out. On the wire the name of the profile that reads its exports. */
export type BillingSystem =
  | "accessally"
  | "keap"
  | "ontraport"
  | "samcart"
  | "thrivecart"
  | "woocommerce"
  | "memberpress"
  | "paid-memberships-pro"
  | "memberium"
  | "stripe"
  | "paypal"
  | "other";

/** What a site moves to. */
export type BillingTarget =
  | "managed"
  | "crm-integrated";

/** The unit of a billing interval. */
export type BillingUnit =
  | "day"
  | "week"
  | "month"
  | "year";

/** An automation that delivers an offering, and what it needs. */
export interface Blueprint {
  /** The automation as it is to be. */
  readonly automation: Automation;
  /** Tags that are not there yet, in the order in which they are needed. */
  readonly newTags: readonly string[];
  /** Webhooks that are not there yet, in the order in which they are needed. */
  readonly newWebhooks: readonly Webhook[];
  /** The offering, with the new tags that it has to name, and without release timers for the modules that the automation opens. */
  readonly offering: Offering;
  /**
   * Modules that the automation cannot open when their rules say, in the offering's order; the site's timers open them, or somebody by hand.
   * None where the site opens the modules anyway.
   */
  readonly leftOut: readonly LeftOutModule[];
  /** What a person does to build it, in order, each a sentence or two. */
  readonly instructions: readonly string[];
  /** The automation as a Mermaid flowchart. */
  readonly diagram: string;
}

export interface CalendarAnswer {
  /** The text of the iCalendar. */
  readonly calendar: string;
}

/** The area a code belongs to; a host makes one exception class of each. */
export type Category =
  | "intake"
  | "contact"
  | "payment"
  | "site"
  | "automation"
  | "plan"
  | "run"
  | "proof"
  | "readiness"
  | "usage"
  | "internal";

/** How often access changed for one cause. */
export interface CauseCount {
  /** What became of the access. */
  readonly verdict: Verdict;
  /** How often. */
  readonly count: number;
  /** Why the site after let in or not, at that instant; absent where it has no such page. */
  readonly after?: AccessReason | undefined;
  /** Why the site before let in or not, at the first instant at which the sites differ; absent where it has no such page. */
  readonly before?: AccessReason | undefined;
}

/** A class of characters that a password may be required to hold. */
export type CharacterClass =
  | "lower-case"
  | "upper-case"
  | "digit"
  | "symbol";

/** What the owner decides of the running subscriptions of a system. */
export type ChargerHandling =
  | "keep"
  | "replace";

/** Whether a charger is there already. */
export type ChargerRole =
  | "today"
  | "after-the-move";

/** The target must be this copy of the site and hold these users still. The host takes a snapshot and compares. */
export interface CheckTarget {
  /** Which copy of the site. */
  readonly environment: Environment;
  /** How many users it has. */
  readonly users: number;
  /** The digest of their snapshot: `Snapshot::digest`. */
  readonly snapshot: string;
}

/** One person's answer to one item. */
export interface ChecklistAnswer {
  /** What. */
  readonly answer: Answer;
  /** Whose. */
  readonly answeredBy: string;
  /** When. */
  readonly at: Instant;
  /** What else they say. */
  readonly note?: string | undefined;
}

/** What an item is about. */
export type ChecklistArea =
  | "fit"
  | "recovery"
  | "staging"
  | "setup"
  | "records";

/** One item as it stands. */
export interface ChecklistEntry {
  /** Which. */
  readonly item: ChecklistItem;
  /** What it is about. */
  readonly area: ChecklistArea;
  /** What is asked. */
  readonly question: string;
  /** Why it matters. */
  readonly why: string;
  /** The guide that asks for it, with its part. */
  readonly source: string;
  /** How it stands. */
  readonly status: ChecklistStatus;
  /** Who says so. */
  readonly toldBy: ToldBy;
  /** What was answered, whether it counts or not. */
  readonly answer?: ChecklistAnswer | undefined;
  /** What was found, where there was something to look at. */
  readonly found?: string | undefined;
}

/**
 * One thing that has to be known or true before a migration is started. On the wire its kebab-case name. The order of the variants is that
 * of the checklist.
 */
export type ChecklistItem =
  | "crm-order-forms"
  | "subscriptions-detected"
  | "crm-automations"
  | "teams"
  | "crm-coupon-codes"
  | "email-provider"
  | "backup-administrator"
  | "backup-administrator-tested"
  | "database-access"
  | "ftp-access"
  | "backup-verified"
  | "staging-site"
  | "staging-own-database"
  | "staging-not-indexed"
  | "staging-licence"
  | "staging-rehearsed"
  | "release-timers"
  | "emails-on"
  | "delivery-service"
  | "order-forms"
  | "opt-in-forms"
  | "processor"
  | "webhook-log"
  | "counts-documented"
  | "test-contact"
  | "ten-contacts";

/** How an item stands. */
export type ChecklistStatus =
  | "done"
  | "failing"
  | "not-applicable"
  | "open"
  | "old";

/** The stable code of an issue. */
export type Code =
  | "input-empty"
  | "input-binary"
  | "header-missing"
  | "preamble-passed-over"
  | "email-column-missing"
  | "input-not-json"
  | "input-truncated"
  | "records-missing"
  | "limit-exceeded"
  | "encoding-replaced"
  | "encoding-mixed"
  | "encoding-guessed"
  | "nul-removed"
  | "source-uncertain"
  | "header-blank"
  | "header-duplicate"
  | "column-dropped"
  | "mapping-invalid"
  | "mapping-version"
  | "mapping-column-missing"
  | "mapping-column-new"
  | "row-ragged"
  | "row-short"
  | "quote-unclosed"
  | "quote-stray"
  | "record-invalid"
  | "key-duplicate"
  | "value-type"
  | "related-unmatched"
  | "email-missing"
  | "email-invalid"
  | "email-display-name"
  | "email-comment"
  | "email-quoted-local"
  | "email-address-literal"
  | "email-typo"
  | "email-scripts-mixed"
  | "email-duplicate"
  | "value-overruled"
  | "external-id-conflict"
  | "external-id-alias"
  | "join-conflict"
  | "join-unmatched"
  | "mojibake"
  | "mojibake-repaired"
  | "html-decoded"
  | "html-in-tags"
  | "date-invalid"
  | "date-ambiguous"
  | "phone-invalid"
  | "phone-unclear"
  | "phone-label"
  | "country-unknown"
  | "status-unknown"
  | "status-strictest"
  | "opt-out-undated"
  | "status-unstated"
  | "status-from-file"
  | "tag-invalid"
  | "tag-unnamed"
  | "serialised-invalid"
  | "tag-case-collision"
  | "zone-unknown"
  | "records-of-another-kind"
  | "payment-columns-missing"
  | "money-invalid"
  | "money-ambiguous"
  | "currency-missing"
  | "currency-unknown"
  | "number-invalid"
  | "interval-unknown"
  | "payment-status-unknown"
  | "order-kind-unknown"
  | "not-an-order"
  | "items-invalid"
  | "payer-email-invalid"
  | "payment-repeated"
  | "payment-id-shared"
  | "payment-untied"
  | "payment-tie-conflict"
  | "processor-missing"
  | "processor-test-mode"
  | "processor-live-on-copy"
  | "processor-account-shared"
  | "crm-unstated"
  | "tracking-script-off"
  | "tracking-script-twice"
  | "commerce-sync-on"
  | "opt-in-form-missing"
  | "opt-in-form-double"
  | "opt-in-form-shared"
  | "billing-no-subscriptions"
  | "order-form-incompatible"
  | "order-form-missing"
  | "billing-product-unknown"
  | "billing-views-differ"
  | "billing-count-differs"
  | "billing-in-arrears"
  | "billing-day-changes"
  | "billing-double-charger"
  | "billing-gap"
  | "billing-customer-missing"
  | "billing-product-missing"
  | "billing-status-unknown"
  | "billing-amount-missing"
  | "billing-amount-negative"
  | "billing-interval-missing"
  | "billing-date-missing"
  | "billing-date-past"
  | "billing-dates-conflict"
  | "billing-count-conflict"
  | "billing-count-unknown"
  | "billing-charger-unknown"
  | "billing-not-live"
  | "document-invalid"
  | "document-version"
  | "id-duplicate"
  | "reference-unknown"
  | "rule-empty"
  | "window-empty"
  | "rule-ignored"
  | "redirect-unused"
  | "tag-map-conflict"
  | "access-tag-shared"
  | "release-rule-invalid"
  | "wrap-up-module"
  | "expiry-without-effect"
  | "expiry-twice"
  | "position-conflict"
  | "reference-cycle"
  | "webhook-tag-shared"
  | "automation-invalid"
  | "automation-paused"
  | "automation-cycle"
  | "step-unreachable"
  | "step-unsupported"
  | "delay-too-short"
  | "delay-invalid"
  | "login-email-too-early"
  | "login-email-incomplete"
  | "password-field-differs"
  | "webhook-tag-kept"
  | "webhook-missing"
  | "module-step-missing"
  | "module-opened-twice"
  | "offering-released-twice"
  | "form-unknown"
  | "modules-undelivered"
  | "tag-change-unsynced"
  | "revoke-path-missing"
  | "sequence-unpublished"
  | "unsubscribed-never-run"
  | "offering-without-members"
  | "tag-nearly-known"
  | "tag-dangling"
  | "administrator-protected"
  | "operator-protected"
  | "username-collision"
  | "username-rewritten"
  | "email-rewritten"
  | "email-not-storable"
  | "name-not-storable"
  | "field-not-storable"
  | "role-unknown"
  | "nicename-clash"
  | "target-sends-mail"
  | "password-hash-refused"
  | "password-missing"
  | "password-weak"
  | "password-seed-short"
  | "password-unavailable"
  | "enrolled-at-guessed"
  | "clock-restarted"
  | "tag-dropped"
  | "payment-not-moved"
  | "credentials-withheld"
  | "environment-missing"
  | "plan-invalid"
  | "plan-version"
  | "snapshot-invalid"
  | "plan-blocked"
  | "journal-foreign"
  | "journal-altered"
  | "journal-version"
  | "journal-torn"
  | "journal-empty"
  | "plan-not-approved"
  | "environment-mismatch"
  | "outcomes-mismatch"
  | "changed-since"
  | "run-aborted"
  | "rollback-refused"
  | "user-missing"
  | "value-differs"
  | "count-differs"
  | "untouched-changed"
  | "access-lost"
  | "access-gained"
  | "answers-invalid"
  | "answer-old"
  | "crm-automations-in-use"
  | "teams-outside-offering"
  | "crm-coupons-in-use"
  | "email-provider-missing"
  | "backup-administrator-missing"
  | "recovery-unconfirmed"
  | "backup-unverified"
  | "staging-missing"
  | "staging-unsafe"
  | "release-timer-missing"
  | "emails-off"
  | "email-delivery-missing"
  | "release-form-missing"
  | "webhook-log-unreviewed"
  | "webhook-unreplaced"
  | "records-unprepared"
  | "argument-invalid"
  | "internal";

export interface CodesAnswer {
  /** In the order of the registry. */
  readonly codes: readonly DescribedCode[];
}

/** One column's place in a mapping. */
export interface ColumnMapping {
  /** The column's name as the file writes it, cleaned. */
  readonly header: string;
  /** What it is for. */
  readonly use: ColumnUse;
  /** How sure that is, 0 to 100. */
  readonly score?: number | undefined;
  /** Why. */
  readonly reason?: MatchReason | undefined;
}

/** What one column is for. */
export type ColumnUse =
  /** A field of the record. No field stands for two columns. */
  | {
      readonly kind: "field";
      /** The field. */
      readonly field: Field;
    }
  /** Kept as a custom field. */
  | {
      readonly kind: "custom";
      /** Its name; no name stands for two columns. */
      readonly name: string;
    }
  /** Left out: it holds secrets or identity numbers. */
  | {
      readonly kind: "sensitive";
    }
  /** Left out because the caller says so. */
  | {
      readonly kind: "ignored";
    };

/** Whether orders are written to the CRM's own commerce too. */
export type CommerceSync =
  | "off"
  | "on";

export interface CompareAnswer {
  /** By member, then by page. Written one by one, for each borrows from what is compared. */
  readonly changes: readonly AccessChange[];
  /** Whether every loss is accepted. */
  readonly ready: boolean;
  readonly comparison: AccessComparison;
}

/** One person, as each of the two sites knows them. */
export interface ComparedMember {
  /** What the site before knows of them. */
  readonly before: Member;
  /** What the site after does; the same, where absent. */
  readonly after?: Member | undefined;
}

/** A page of either site or of both. */
export interface ComparedPage {
  /** Its id on the site after; absent where that has no such page. */
  readonly after?: string | undefined;
  /** Its id on the site before; absent where that has no such page. */
  readonly before?: string | undefined;
}

/** Something a member completes. On the wire `module`, `offering` or both. */
export interface Completion {
  readonly module?: string | undefined;
  readonly offering?: string | undefined;
}

/** What a source knows about how a status came about. Everything may be absent. */
export interface ConsentEvidence {
  /** When the person opted in, or out. */
  readonly at?: Instant | undefined;
  /** The internet address it came from, as text. */
  readonly ip?: string | undefined;
  /** Where it happened: a form, a campaign, a column of an export. */
  readonly source?: string | undefined;
  /** What the person agreed to, or the source's own word for the status. */
  readonly wording?: string | undefined;
}

/**
 * One person of the source.
 *
 * Two contacts are the same person when their addresses share a key; see `Email::key`.
 */
export interface Contact {
  /** The address. */
  readonly email: string;
  /** What the person may be sent. */
  readonly marketing?: Marketing | undefined;
  /** Postal address. */
  readonly address?: Address | undefined;
  /** Company. */
  readonly company?: string | undefined;
  /** When the source first knew the person. */
  readonly createdAt?: Instant | undefined;
  /** Fields the source has and this type has not, by the source's name, in column order. */
  readonly custom?: Readonly<Record<string, string>> | undefined;
  /** The source's own id, kept as text. */
  readonly externalId?: string | undefined;
  /** Further ids of the source under the same address, in order of appearance. */
  readonly externalIdAliases?: readonly string[] | undefined;
  /** Given name. */
  readonly firstName?: string | undefined;
  /** Family name. */
  readonly lastName?: string | undefined;
  /** Language, as the source writes it. */
  readonly locale?: string | undefined;
  /** Order ids, in order of appearance. */
  readonly orderIds?: readonly string[] | undefined;
  /**
   * Telephone number: E.164, as in `+12125550123` or `+12125550123 ext. 45`, where reading could make it so; else as
   * written.
   */
  readonly phone?: string | undefined;
  /** Who referred the person. */
  readonly referringAffiliate?: string | undefined;
  /**
   * The roles that the person has on the source site, by its own names, in order of appearance. No role is given to
   * anybody by them.
   */
  readonly roles?: readonly string[] | undefined;
  /** Subscription ids, in order of appearance. */
  readonly subscriptionIds?: readonly string[] | undefined;
  /** Tags, each once, in order of appearance. */
  readonly tags?: readonly string[] | undefined;
  /** IANA time zone, as the source writes it. */
  readonly timeZone?: string | undefined;
  /** When the source last changed the record. */
  readonly updatedAt?: Instant | undefined;
  /** The login name, only where it differs from the address. */
  readonly username?: string | undefined;
}

/** What can be asked of a contact. On the wire tagged by `kind`. */
export type ContactCondition =
  /** Whether they hold a tag. */
  | {
      readonly kind: "has-tag";
      /** Which. */
      readonly tag: string;
    }
  /** Whether they lack a tag. */
  | {
      readonly kind: "lacks-tag";
      /** Which. */
      readonly tag: string;
    }
  /** Whether a custom field holds a value, spelt exactly so. */
  | {
      readonly kind: "field-is";
      /** The field. */
      readonly field: string;
      /** The value. */
      readonly value: string;
    };

/** Something that happens to a contact. */
export interface ContactEvent {
  /** When. */
  readonly at: Instant;
  /** What. */
  readonly happened: ContactHappening;
}

/** What can happen to a contact. On the wire tagged by `kind`. */
export type ContactHappening =
  /** A tag is added, by a purchase, by hand or by another automation. */
  | {
      readonly kind: "tag-added";
      /** Which. */
      readonly tag: string;
    }
  /** A tag is removed. */
  | {
      readonly kind: "tag-removed";
      /** Which. */
      readonly tag: string;
    }
  /** They buy something in the CRM's own shop. */
  | {
      readonly kind: "purchase";
      /** What, as the CRM calls it. */
      readonly product: string;
    }
  /** They submit a form. */
  | {
      readonly kind: "form-submitted";
      /** Which. */
      readonly form: string;
    }
  /** A custom field is written. */
  | {
      readonly kind: "field-set";
      /** Which. */
      readonly field: string;
      /** What it holds afterwards. */
      readonly value: string;
    }
  /** Their standing changes: they unsubscribe, or subscribe again. */
  | {
      readonly kind: "standing-changed";
      /** What it is afterwards. */
      readonly standing: ContactStanding;
    };

/** A contact as a simulation begins, and what happens to them. By default a subscriber with nothing. */
export interface ContactHistory {
  /** What happens to them, in any order; of what happens at one instant the order is kept. */
  readonly events?: readonly ContactEvent[] | undefined;
  /** Their custom fields. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
  /** When their login was made; they have none, where absent. */
  readonly loginSince?: Instant | undefined;
  /** Whether they get mail. */
  readonly standing?: ContactStanding | undefined;
  /** The tags they hold. */
  readonly tags?: readonly string[] | undefined;
}

/** Whether a contact gets mail. */
export type ContactStanding =
  | "subscribed"
  | "unsubscribed"
  | "inactive";

export interface ContactsAnswer {
  /** Each person once, in order of first appearance. */
  readonly contacts?: readonly Contact[] | undefined;
  readonly detection?: Detection | undefined;
  /** What concerns the input as a whole, then each record's in their order, then what only the last record could settle. */
  readonly issues?: readonly Issue[] | undefined;
  readonly mapping?: Mapping | undefined;
  /** The records that were set aside, with the header; the header alone where none was. */
  readonly setAsideCsv?: string | undefined;
  readonly stats?: IntakeStats | undefined;
}

export interface ContinueOptions {
  /** The instant of the move. */
  readonly now: Instant;
  /** The system whose clock opens modules at the source; where absent, tags alone do. */
  readonly sourceClock?: DripProfile | undefined;
}

export interface ContinuityAnswer {
  /** Each member's modules, in the order of the contacts, then of the site. */
  readonly rows: readonly ModuleContinuity[];
  readonly summary: ContinuitySummary;
}

/** How many members are met by a change, each counted once for each kind of change. */
export interface ContinuityCounts {
  /** A module that was open is closed, and no expiry rule closes it. Nobody, where a clock is kept or continued. */
  readonly lose: number;
  /** A module that was closed is open. */
  readonly gain: number;
  /** A module that was to open at a known instant opens later, or by the clock never. */
  readonly later: number;
  /** A module that was to open at a known instant opens earlier, yet after the move. */
  readonly earlier: number;
  /** A module that was open is closed by an expiry rule of the site. */
  readonly expire: number;
}

/** One value for each `DripContinuity`. */
export interface ContinuityCountsByPolicy {
  /** Under `DripContinuity::KeepOriginalClock`. */
  readonly keepOriginalClock: ContinuityCounts;
  /** Under `DripContinuity::ContinueFromLastReleased`. */
  readonly continueFromLastReleased: ContinuityCounts;
  /** Under `DripContinuity::Restart`. */
  readonly restart: ContinuityCounts;
  /** Under `DripContinuity::OpenAll`. */
  readonly openAll: ContinuityCounts;
}

/** What each policy comes to, offering by offering. */
export interface ContinuitySummary {
  /** In the order of the site. */
  readonly offerings: readonly OfferingContinuity[];
}

/** A cell of a table that somebody put right. It stands where an issue says it does: in `Location::record` and `Location::column`. */
export interface Correction {
  /** The data record, 0-based. */
  readonly record: number;
  /** The column, 1-based. One that neither the header nor the record reaches is passed over. */
  readonly column: number;
  /** What takes the place of the cell, as it would be written without quotes. */
  readonly text: string;
}

/** A user is created. */
export interface CreateUser {
  /** The address as written. */
  readonly email: string;
  /** The login name, free on the target and given to nobody else by this plan. */
  readonly username: string;
  /** The only role. */
  readonly role: string;
  /** What is known of the person. */
  readonly profile: UserProfile;
}

/** A CRM that AccessAlly integrates with. */
export type Crm =
  | "kit"
  | "keap"
  | "ontraport"
  | "activecampaign"
  | "drip";

/** What the CRM is set to, as far as it bears on payments. On the wire tagged by `kind`. */
export type CrmSettings =
  /** No CRM: the site manages its contacts itself. */
  | {
      readonly kind: "managed";
    }
  /** Keap, once Infusionsoft. Needs nothing besides the processor. */
  | {
      readonly kind: "keap";
    }
  /** Ontraport. */
  | {
      readonly kind: "ontraport";
      /** Whether orders are written to its commerce too; they are not, where absent. */
      readonly commerceSync?: CommerceSync | undefined;
      /** Its script on every page; on, where absent. */
      readonly trackingScript?: TrackingScript | undefined;
    }
  /** ActiveCampaign. */
  | {
      readonly kind: "activecampaign";
      /** The form by which somebody who unsubscribed and buys is taken back. */
      readonly optInForm?: OptInForm | undefined;
    }
  /** Kit, once ConvertKit. */
  | {
      readonly kind: "kit";
      /** The form by which somebody who unsubscribed and buys is taken back. */
      readonly optInForm?: OptInForm | undefined;
    }
  /** Drip. */
  | {
      readonly kind: "drip";
      /** Its script on every page; on, where absent. */
      readonly trackingScript?: TrackingScript | undefined;
    };

export interface CsvAnswer {
  /** The whole file. */
  readonly csv: string;
}

/** How contacts are written as CSV. */
export interface CsvOptions {
  /** The secrets to write. Whoever names one answers for where the file goes. Left out: none. */
  readonly secrets?: readonly SecretField[] | undefined;
}

/**
 * Something a site can be told to do for one contact. On the wire tagged by `kind`. Those that take nothing are written with `{}`, so that
 * fields beside their `kind` are refused.
 *
 * Source: AccessAlly's guide to custom operations, its Kit guide (release offering, create login, update user) and its guide to teams.
 */
export type CustomOperation =
  /** Enrolls: makes the member account and its password where there is none, gives access, and starts the offering's release timers. */
  | {
      readonly kind: "release-offering";
      /** What is released. */
      readonly offering: string;
    }
  /** Takes the access to an offering away. */
  | {
      readonly kind: "revoke-offering";
      /** What is revoked. */
      readonly offering: string;
    }
  /** Adds every permission tag of a course at once. */
  | {
      readonly kind: "grant-course";
      /** The course. */
      readonly offering: string;
    }
  /** Takes the permission to a whole course away. */
  | {
      readonly kind: "revoke-course";
      /** The course. */
      readonly offering: string;
    }
  /** Adds tags. */
  | {
      readonly kind: "add-tags";
      /** Which, in any order. */
      readonly tags: readonly string[];
    }
  /** Removes tags. */
  | {
      readonly kind: "remove-tags";
      /** Which, in any order. */
      readonly tags: readonly string[];
    }
  /** Writes a value into a custom field. */
  | {
      readonly kind: "set-field";
      /** The field. */
      readonly field: string;
      /** What it holds afterwards. */
      readonly value: string;
    }
  /** Adds to a numeric field: credits, points. */
  | {
      readonly kind: "increase-field";
      /** The field. */
      readonly field: string;
      /** By how much. */
      readonly by: number;
    }
  /** Takes from a numeric field. */
  | {
      readonly kind: "decrease-field";
      /** The field. */
      readonly field: string;
      /** By how much. */
      readonly by: number;
    }
  /** Shows a field's value on a page. */
  | {
      readonly kind: "show-field";
      /** The field. */
      readonly field: string;
    }
  /** Makes a member account with a password, on demand. */
  | {
      readonly kind: "create-login";
    }
  /** Tells the site to take the contact's tags and fields over from the CRM. */
  | {
      readonly kind: "update-user";
    }
  /** Changes the number of seats of the contact's team. */
  | {
      readonly kind: "resize-team";
      /** How many seats more or fewer. */
      readonly seats: number;
      /** The team, where the leader has several. */
      readonly team?: string | undefined;
    }
  /** Runs an interaction of a team's member with its leader. */
  | {
      readonly kind: "run-team-interaction";
      /** The interaction. */
      readonly interaction: string;
    }
  /** Sends an email of the site's. */
  | {
      readonly kind: "send-email";
      /** The email. */
      readonly email: string;
    }
  /** Starts or shows a member's own countdown. */
  | {
      readonly kind: "countdown-timer";
      /** The timer. */
      readonly timer: string;
    }
  /** Sorts contacts into groups by giving each one of several tags. */
  | {
      readonly kind: "split-test";
      /** One tag for each group. */
      readonly tags: readonly string[];
    }
  /** Triggers an event of ProgressAlly, which adds tags or checks objectives. */
  | {
      readonly kind: "trigger-progress-event";
      /** The event. */
      readonly event: string;
    }
  /** Makes a coupon code that works for the contact, set off by the CRM. */
  | {
      readonly kind: "crm-coupon-code";
      /** The coupon. */
      readonly coupon: string;
    };

/**
 * A kind of custom operation. On the wire its kebab-case name.
 *
 * `FromStr` takes the names that AccessAlly's screens and guides use, without regard to case and spaces.
 */
export type CustomOperationKind =
  | "release-offering"
  | "revoke-offering"
  | "grant-course"
  | "revoke-course"
  | "add-tags"
  | "remove-tags"
  | "set-field"
  | "increase-field"
  | "decrease-field"
  | "show-field"
  | "create-login"
  | "update-user"
  | "resize-team"
  | "run-team-interaction"
  | "send-email"
  | "countdown-timer"
  | "split-test"
  | "trigger-progress-event"
  | "crm-coupon-code";

/** A customer's id in one system. */
export interface CustomerId {
  /** The system. */
  readonly system: BillingSystem;
  /** The id there. */
  readonly id: string;
}

/** What the customers' ids of a payment export are ids of. */
export type CustomerIds =
  | "of-contacts"
  | "of-another-system";

/** What happens to a journal. Lines count from 1, bytes from 0. */
export type Damage =
  /** So many bytes are gone from its end. */
  | {
      readonly kind: "truncate";
      readonly bytes: number;
    }
  /** The lowest bit of a byte of a line is another. */
  | {
      readonly kind: "flip";
      readonly line: number;
      readonly byte: number;
    }
  /** A line is gone. */
  | {
      readonly kind: "lose";
      readonly line: number;
    }
  /** The header names another format. */
  | {
      readonly kind: "format";
      readonly format: number;
    };

/** What is known of a date from outside. */
export interface DateOptions {
  /** Whether the day comes first in `3/4/2024`. Left out: such a date is ambiguous. */
  readonly dayFirst?: boolean | undefined;
  /** The only forms a date may have, the first that fits counting. Left out: every form that exports are known to use. */
  readonly formats?: readonly string[] | undefined;
  /** The zone of a date that has none of its own. Left out: such a date is only a wall-clock time. */
  readonly zone?: string | undefined;
}

/** Numbers by day, in rows. */
export interface DayChart {
  /** What it shows. */
  readonly title: string;
  /** The days, one after the other, as `2026-03-02`. */
  readonly days: readonly string[];
  /** The rows, in order. */
  readonly rows: readonly DayRow[];
  /** How many further rows there are that are not shown. */
  readonly leftOut: number;
}

/** One row of numbers by day. */
export interface DayRow {
  /** What it is of. */
  readonly label: string;
  /** A number for each day. */
  readonly counts: readonly number[];
}

export interface DecideAllAnswer {
  /** Every page, in the order of the document. */
  readonly pages: readonly AllowedMembers[];
}

/** Which character parts the decimals of an amount. */
export type DecimalMark =
  | "comma"
  | "point";

/** A decision with its explanation, as it is written. */
export interface Decision {
  readonly allowed: boolean;
  readonly reason: AccessReason;
  readonly explanation: string;
  readonly rules: readonly string[];
  readonly needs: readonly Need[];
  readonly ways: readonly (readonly Need[])[];
  readonly closesAt?: Instant | undefined;
  readonly opensAt?: Instant | undefined;
  readonly redirect?: string | undefined;
}

/** A user whom a run created, and who is still as it left them, is deleted. */
export interface DeleteUser {
  /** All of the user. Where anything is different on the target, nobody is deleted. */
  readonly user: TargetUser;
}

export interface DescribeAnswer {
  /** Its name on AccessAlly's screens. */
  readonly name: string;
  /** The name, and what it is done to. */
  readonly text: string;
  /** Where the CRM keeps the contacts. */
  readonly crmIntegrated: OperationSupport;
  /** Where the site keeps them. */
  readonly managed: OperationSupport;
  /** What takes it back, where something does. */
  readonly inverse?: CustomOperation | undefined;
}

export interface DescribedCode {
  readonly code: Code;
  /** Which exception class a failure of the code is. */
  readonly category: Category;
  /** How much an issue of the code matters. */
  readonly severity: Severity;
  /** What it means. */
  readonly meaning: string;
  /** What to do about it. */
  readonly remedy: string;
}

export interface DetectAnswer {
  readonly detection: Detection;
  /** What each column seems to be for. */
  readonly mapping: Mapping;
}

/** The encoding of an input and why it was chosen. */
export interface DetectedEncoding {
  /** The name by the WHATWG Encoding Standard (`UTF-8`, `windows-1252`, …), or `UTF-32LE` or `UTF-32BE`. */
  readonly name: string;
  /** How it was found. */
  readonly evidence: EncodingEvidence;
}

/** What an input was found to be. */
export interface Detection {
  /** The encoding. */
  readonly encoding: DetectedEncoding;
  /** The columns' names, cleaned, in order; of records the paths of their members, in order of first appearance. */
  readonly headers: readonly string[];
  /** The system it came from. */
  readonly source: SourceGuess;
  /** Other systems it might have come from, the likeliest first. */
  readonly alternatives: readonly SourceGuess[];
  /** How cells and lines are parted; absent for records. */
  readonly dialect?: Dialect | undefined;
  /** The line of the header, 1-based; 0 for records, which have none. */
  readonly headerLine?: number | undefined;
}

/** How an input parts its cells. */
export interface Dialect {
  /** The character between cells. */
  readonly delimiter: string;
  /** How lines end: `lf`, `crlf` or `cr`. */
  readonly lineEnd: LineEndName;
  /** Whether the first line names the delimiter (`sep=;`) and is no part of the table. */
  readonly hasSeparatorLine: boolean;
  /** The character around cells that hold a delimiter or a line end. */
  readonly quote?: string | undefined;
}

/** One value that is not the planned one. */
export interface Difference {
  /** The field, as in `TargetUser`, or `user`, `users`, `untouched`, `updated`. */
  readonly field: string;
  /** The same as an issue, with what to do about it. */
  readonly issue: Issue;
  /** What was planned; absent for nothing, and for a user who was to be deleted. */
  readonly expected?: string | undefined;
  /** What is there; absent for nothing. */
  readonly found?: string | undefined;
  /** The key of the user's address; absent for what concerns all users. */
  readonly subject?: string | undefined;
}

/** A span in which several charge for one thing. */
export interface DoubleCharge {
  /** When. */
  readonly span: BillingSpan;
  /** The subscriptions that charge, in the order of the chargers. */
  readonly subscriptions: readonly string[];
}

/** Who opens modules over time. */
export type DripBy =
  | "site"
  | "crm";

/**
 * How release timers go on for members who are half-way through.
 *
 * Under the first two nobody loses a module that is open: whatever the source had opened is open on the target. Only an expiry
 * rule of the site closes it there.
 */
export type DripContinuity =
  | "keep-original-clock"
  | "continue-from-last-released"
  | "restart"
  | "open-all";

/** The system whose arithmetic a schedule follows. */
export type DripProfile =
  | "accessally"
  | "pmpro-series"
  | "memberpress"
  | "learndash"
  | "lifterlms"
  | "sensei"
  | "convertkit-automation";

/** Which of two different values of one field is kept, where two records are one person. */
export type DuplicatesPolicy =
  | "newest"
  | "last-row";

/** What there is to say about one address: see `check_email`. */
export interface EmailCheck {
  /** Whether it can be delivered to, as far as syntax tells. */
  readonly valid: boolean;
  /** What is wrong with it; of a valid one, that it looks mistyped, then that it mixes scripts as a look-alike does. */
  readonly issues: readonly Issue[];
  /** What it shares with its other spellings; absent where it is not valid. */
  readonly key?: string | undefined;
  /** The address as written, cleaned; absent where it is not valid. */
  readonly normalized?: string | undefined;
}

/** When the site sends an email. On the wire tagged by `kind`. */
export type EmailMoment =
  /** On enrollment. */
  | {
      readonly kind: "enrollment";
    }
  /** When a module opens. */
  | {
      readonly kind: "release";
      /** Which. */
      readonly module: string;
    };

/** What an email is for. */
export type EmailPurpose =
  | "login"
  | "release"
  | "other";

/** How an encoding was found. */
export type EncodingEvidence =
  | "named"
  | "byte-order-mark"
  | "valid-utf8"
  | "mostly-utf8"
  | "zero-bytes"
  | "escape-sequences"
  | "statistics";

/** Why a subscription never charges again, whoever does what. */
export type EndsWhy =
  | "all-payments-made"
  | "last-payments-due"
  | "paid-once"
  | "cancelled"
  | "expired"
  | "given-up"
  | "never-begun";

/** A user is enrolled in an offering, or more of its modules are opened; nothing is closed. */
export interface Enroll {
  /** The offering. */
  readonly offering: string;
  /** As it shall be. */
  readonly after: TargetEnrollment;
  /** The enrollment as it is, if there is one. */
  readonly before?: TargetEnrollment | undefined;
}

export interface Enrolled {
  readonly offering: Offering;
  readonly enrollment: Enrollment;
}

/** Since when a member is enrolled, and what says so. */
export interface EnrolledAt {
  /** The instant. */
  readonly at: Instant;
  /** What says so. */
  readonly evidence: EnrolledAtEvidence;
}

/** What says since when a member is enrolled, the best first. */
export type EnrolledAtEvidence =
  | "tag-date"
  | "order"
  | "created-at"
  | "assumed";

/** Which tag makes a contact a member of an offering. */
export type EnrolledBy =
  | "access-tag"
  | "instant-access-tag"
  | "module-tag";

/** What one member is enrolled in, and what else schedules may count from. */
export interface EnrolledMember {
  /** The enrollments, in any order. */
  readonly enrollments: readonly Enrollment[];
  /** What is known of the member besides. */
  readonly facts?: MemberFacts | undefined;
}

/**
 * One member's enrollment in one offering.
 *
 * What is released is authoritative and only ever grows: no clock takes a module back, but by an expiry rule.
 */
export interface Enrollment {
  /** The offering enrolled in. */
  readonly offering: string;
  /** When. */
  readonly enrolledAt: Instant;
  /**
   * The instant a pending timer counts from where the module before it is released and its opening is not known. Set by a
   * move that lets the clock go on from where the old site stopped. So a host that releases a module records the instant.
   */
  readonly clockFrom?: Instant | undefined;
  /** When the member completed modules, for rules that count from it. */
  readonly completed?: Readonly<Record<string, Instant>> | undefined;
  /** The modules whose opening the member was told of already, so that nothing is announced twice. */
  readonly notified?: readonly string[] | undefined;
  /** Times in which the clock stands still: what is open stays open, what is pending moves on. In any order. */
  readonly paused?: readonly Pause[] | undefined;
  /** The modules already open, each with when it opened where that is known. */
  readonly released?: Readonly<Record<string, Instant | null>> | undefined;
  /** When access was taken away, if it was. */
  readonly revokedAt?: Instant | undefined;
}

export interface EnrollmentRow {
  readonly contact: number;
  readonly offering: string;
  readonly by: EnrolledBy;
  readonly enrolledAt: EnrolledAt;
  readonly released: Readonly<Record<string, Instant | null>>;
}

/** Which copy of a site a document describes. */
export interface Environment {
  /** Live, staging or a copy on somebody's desk. */
  readonly kind: EnvironmentKind;
  /** Where it answers. */
  readonly url: string;
}

/** What a copy of a site is for. */
export type EnvironmentKind =
  | "live"
  | "staging"
  | "local";

/** What is known besides the contacts. By default nothing. */
export interface Evidence {
  /** What the customers' ids of the orders are ids of; another system's, where absent. */
  readonly customerIds?: CustomerIds | undefined;
  /** Orders, in any order. Those that belong to no contact are passed over; `orders.tie` says which they are. */
  readonly orders?: readonly Order[] | undefined;
  /** When contacts were given their tags, in any order; a tag that no contact holds is passed over. */
  readonly tagDates?: readonly TagDate[] | undefined;
}

/** What becomes of contacts that are users of the target already. */
export type ExistingUsers =
  | "update"
  | "skip";

/** What the target must hold once the plan was carried out. */
export interface Expected {
  /** Users before. */
  readonly usersBefore: number;
  /** Users afterwards. */
  readonly usersAfter: number;
  /** Tags added: the sum over all users. */
  readonly tagsAdded: number;
  /** Enrollments made, added to or put back. */
  readonly enrollments: number;
  /** SHA-256 over the canonical lines, ordered by key, of the users that the plan does not touch. They stay as they are. */
  readonly untouchedDigest: string;
  /** SHA-256 over the canonical lines, ordered by key, that users whom the plan updates must have afterwards. */
  readonly updatedDigest: string;
}

/** A refusal as data: what bindings make their exceptions of. */
export interface Failure {
  /** The stable code. */
  readonly code: Code;
  /** Which exception class a host raises. */
  readonly category: Category;
  /** Lower-case, no full stop, input in back-ticks and shortened. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  /** Every issue behind the refusal, in document order; empty where it stands for itself. */
  readonly issues?: readonly Issue[] | undefined;
  /** Where in the input. */
  readonly location?: Location | undefined;
}

/** A field of a record that a column can hold. On the wire its kebab-case name. */
export type Field =
  | "email"
  | "external-id"
  | "external-id-aliases"
  | "username"
  | "full-name"
  | "first-name"
  | "last-name"
  | "phone"
  | "company"
  | "address-line1"
  | "address-line2"
  | "city"
  | "region"
  | "postal-code"
  | "country"
  | "locale"
  | "time-zone"
  | "created-at"
  | "updated-at"
  | "marketing-status"
  | "status-at"
  | "consent-at"
  | "consent-ip"
  | "consent-source"
  | "consent-wording"
  | "unsubscribed-at"
  | "bounced-at"
  | "tags"
  | "referring-affiliate"
  | "order-ids"
  | "subscription-ids"
  | "roles"
  | "password"
  | "password-hash"
  | "order-id"
  | "subscription-id"
  | "processor-id"
  | "customer-id"
  | "transaction-id"
  | "reference-id"
  | "entry-kind"
  | "balance-impact"
  | "payment-status"
  | "payee-email"
  | "product-id"
  | "product"
  | "plan"
  | "quantity"
  | "items"
  | "currency"
  | "total"
  | "price"
  | "tax"
  | "discount"
  | "fee"
  | "refunded"
  | "placed-at"
  | "placed-time"
  | "placed-zone"
  | "paid-at"
  | "processor"
  | "coupon"
  | "interval-unit"
  | "interval-count"
  | "started-at"
  | "trial-ends-at"
  | "current-period-start"
  | "current-period-end"
  | "next-payment-at"
  | "cancel-at"
  | "cancelled-at"
  | "ended-at"
  | "payments-made"
  | "payment-limit"
  | "has-payment-limit";

/** A fixed date that stands beside a relative rule. */
export interface FixedDate {
  /** The date. */
  readonly at: Instant;
  /** Which of the two holds; the later, where absent on the wire. */
  readonly precedence?: Precedence | undefined;
}

/** A form of the site's own. */
export interface Form {
  /** Unique within the site. */
  readonly id: string;
  /** Whether something is bought on it. */
  readonly kind: FormKind;
  /** The offering it is for. */
  readonly offering?: string | undefined;
  /** What is done when it is submitted, in order. */
  readonly operations?: readonly CustomOperation[] | undefined;
  /** Where it is on the site. */
  readonly url?: string | undefined;
}

/** What a form is for. */
export type FormKind =
  | "order"
  | "opt-in";

/** What a form is used for. */
export type FormUse =
  | "orders-only"
  | "other-leads-too";

/** A tag that stands for something no rule can ask about. */
export interface GivenTag {
  /** The tag that the rule asks for. */
  readonly tag: string;
  /** Who has to hold it. */
  readonly to: Grantee;
}

/** Who has to hold a `GivenTag`. On the wire tagged by `kind`. */
export type Grantee =
  /** One person. */
  | {
      readonly kind: "member";
      /** The name they log in by. */
      readonly username: string;
    }
  /** Everybody with a capability of WordPress. */
  | {
      readonly kind: "capability";
      /** The capability. */
      readonly capability: string;
    };

/**
 * From whom to whom, and when: the old charger stops before the new one begins, and the new one begins where the old one's last paid
 * period ends.
 */
export interface Handover {
  /** Before this instant the old charger has to be stopped. */
  readonly stopBy: Instant;
  /** How many charges the old charger still makes before that. */
  readonly chargesBefore: number;
  /** How many are left for the new one; without end, where absent. */
  readonly chargesLeft?: number | undefined;
  /** The first new charge is not before this instant; absent where nobody knows when a pause ends. */
  readonly restartsFrom?: Instant | undefined;
}

/** What can happen. On the wire tagged by `kind`. */
export type Happening =
  /** The automation starts, or goes on at an event in the middle. */
  | {
      readonly kind: "started";
    }
  /** The automation would start, or go on, and does not. */
  | {
      readonly kind: "not-run";
      /** Why. */
      readonly reason: NotRun;
    }
  /** A tag is added. */
  | {
      readonly kind: "tag-added";
      /** Which. */
      readonly tag: string;
      /** By whom. */
      readonly by: Actor;
    }
  /** A tag was to be added and is held already, so that nothing is set off. */
  | {
      readonly kind: "tag-held";
      /** Which. */
      readonly tag: string;
      /** By whom it was to be added. */
      readonly by: Actor;
    }
  /** A tag is removed. */
  | {
      readonly kind: "tag-removed";
      /** Which. */
      readonly tag: string;
      /** By whom. */
      readonly by: Actor;
    }
  /** The site runs a webhook. */
  | {
      readonly kind: "webhook-run";
      /** Which. */
      readonly webhook: string;
      /** What it does. */
      readonly operation: CustomOperationKind;
    }
  /** The site makes a login. */
  | {
      readonly kind: "login-created";
    }
  /** The site takes tags and fields over from the CRM. */
  | {
      readonly kind: "user-updated";
    }
  /** The site gives an offering, and starts its release timers. */
  | {
      readonly kind: "offering-released";
      /** Which. */
      readonly offering: string;
    }
  /** The site takes an offering away. */
  | {
      readonly kind: "offering-revoked";
      /** Which. */
      readonly offering: string;
    }
  /** An email goes out. */
  | {
      readonly kind: "email-sent";
      /** Its subject. */
      readonly subject: string;
      /** What it is for. */
      readonly purpose: EmailPurpose;
      /** Of an email about logging in, whether there is a password to show. */
      readonly password?: PasswordState | undefined;
    }
  /** An email does not go out. */
  | {
      readonly kind: "email-withheld";
      /** Its subject. */
      readonly subject: string;
      /** Why not. */
      readonly reason: WithheldReason;
    }
  /** A custom field is written. */
  | {
      readonly kind: "field-set";
      /** Which. */
      readonly field: string;
      /** What it holds afterwards. */
      readonly value: string;
      /** By whom. */
      readonly by: Actor;
    }
  /** The contact waits. */
  | {
      readonly kind: "waits";
      /** Until when; absent where something has to happen first. */
      readonly until?: Instant | undefined;
    }
  /** The contact buys something, submits a form, or changes whether they get mail. */
  | {
      readonly kind: "contact";
      /** What, as a clause. */
      readonly did: string;
    }
  /** The automation has come to an end. */
  | {
      readonly kind: "finished";
    };

/**
 * How a password was stored by the source. A hash that is not whole by its kind's form is `Other`: no
 * target could check it.
 */
export type HashKind =
  | "phpass"
  | "phpass-phpbb"
  | "bcrypt"
  | "wordpress-bcrypt"
  | "argon2id"
  | "argon2"
  | "sha512-crypt"
  | "md5"
  | "other";

/** A value of two headers that is not the same. */
export interface HeaderDifference {
  /** Where it stands. */
  readonly path: string;
  /** The other one's. */
  readonly after?: unknown | undefined;
  /** The first plan's; absent where it has none. */
  readonly before?: unknown | undefined;
}

/** The password of one contact. */
export type HeldPassword =
  /** Its hash. */
  | {
      readonly kind: "hash";
      readonly email: string;
      readonly hash: string;
    }
  /** The password itself. */
  | {
      readonly kind: "field";
      readonly email: string;
      readonly password: string;
    };

/**
 * A span from an instant (included) until a later one (not included), so that spans one after the other miss nothing and repeat
 * nothing.
 */
export interface Horizon {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * What guards a page as another system's setting does: a page's `rule`, and its `forbid`.
 *
 * Memberships and levels become enrollments: an offering's id is the membership's, unless the caller names it otherwise.
 */
export interface ImportedRule {
  /** What must hold. */
  readonly rule: Rule;
  /** Tags that deny, in the order of the setting. */
  readonly forbid: readonly string[];
  /** Tags that the host has to give, for what rules cannot ask about; in the order of the setting. */
  readonly given: readonly GivenTag[];
}

export interface InferAnswer {
  /** Each enrollment, in the order of the contacts, then of the site's offerings. */
  readonly enrollments: readonly EnrollmentRow[];
  /** What was guessed: one for each offering, in the order of the site. */
  readonly issues: readonly Issue[];
}

/** Whose rules guard a page. */
export type Inherit =
  | "own"
  | "parent-and-own"
  | "parent";

/** How many of everything a reading found. */
export interface IntakeStats {
  /** Bytes of the input. */
  readonly bytes: number;
  /** Data records, blank lines left out. */
  readonly records: number;
  /** People. */
  readonly contacts: number;
  /** Records that were merged into an earlier one. */
  readonly duplicates: number;
  /** Records that were set aside. */
  readonly setAside: number;
  /** Different tags. */
  readonly distinctTags: number;
}

export interface InventoryAnswer {
  /** In document order. */
  readonly webhooks: readonly WebhookFate[];
}

/** An issue as it is written. */
export interface Issue {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly location?: Location | undefined;
  readonly suggestion?: string | undefined;
  readonly value?: string | undefined;
}

/** How `join_contacts` tells who is whom. */
export interface JoinOptions {
  /** Which value is kept where two records of one list are one person. */
  readonly duplicates?: DuplicatesPolicy | undefined;
  /**
   * The users' custom field that holds the contact id, such as `activecampaign_contact_id`. Left out: the users' own
   * ids are the contact ids, as Memberium's are.
   */
  readonly idField?: string | undefined;
}

/** A module that an automation cannot open when its release rule says. */
export interface LeftOutModule {
  /** Which. */
  readonly module: string;
  /** Why not: a clause, lower-case, no full stop. */
  readonly reason: string;
  /** Whether the site's own timer opens it. Where it does not nothing opens it by itself: somebody gives its tag by hand. */
  readonly opensByItself: boolean;
}

/** What page of a site something is. */
export type LifterLmsPage =
  | "content"
  | "membership"
  | "memberships"
  | "account"
  | "checkout"
  | "terms"
  | "privacy-policy"
  | "redirect-target";

/** Where a membership sends those who are shut out. */
export type LifterLmsRedirect =
  | "none"
  | "membership"
  | "page"
  | "custom";

/** How many of several products somebody has to be enrolled in. */
export type LifterLmsRelation =
  | "any"
  | "all";

/** The membership that the whole site asks for, and what page of the site this is. */
export interface LifterLmsSitewide {
  /** The membership. */
  readonly membership: string;
  /** What page this is: some stay open, so that people can join. */
  readonly page?: LifterLmsPage | undefined;
  /** Where it sends those who are shut out. */
  readonly redirect?: LifterLmsRedirect | undefined;
}

/**
 * Bounds on what is read. Each default is far above any real export; raise one where yours is larger.
 *
 * Past a bound the reader stops with an error that names it; nothing is cut silently.
 */
export interface Limits {
  /** Bytes of the whole input. Default 8 GiB. */
  readonly bytes?: number | undefined;
  /** Bytes of one cell, as decoded UTF-8. Default 1 MiB. */
  readonly cellBytes?: number | undefined;
  /** Columns in the header or in any record. Default 2,000. */
  readonly columns?: number | undefined;
  /** Different tags in one input. Default 200,000. */
  readonly distinctTags?: number | undefined;
  /** Issues kept in full. Past it issues are counted by code and no longer kept. Default 1,000,000. */
  readonly issues?: number | undefined;
  /** Bytes of one record, as decoded UTF-8. Default 4 MiB. */
  readonly recordBytes?: number | undefined;
  /** Data records. Default 50,000,000. */
  readonly records?: number | undefined;
  /** Tags on one contact. Default 5,000. */
  readonly tagsPerContact?: number | undefined;
}

/** The name of a line end. */
export type LineEndName =
  | "lf"
  | "crlf"
  | "cr";

export interface LintAnswer {
  /** First what concerns the whole, then by step. */
  readonly issues: readonly Issue[];
}

/**
 * A place in an input. Everything that is not known is absent.
 *
 * `record` counts data records from 0 (the header is not one); `line` counts lines of the file from 1, so that an
 * editor's "go to line" finds it, quoted line breaks, a byte-order mark and skipped lines included; `column` counts
 * columns from 1. `path` is a place in a JSON document. Where several lists were put together, `input` says which of them
 * is meant, from 1.
 */
export interface Location {
  /** The column, 1-based. */
  readonly column?: number | undefined;
  /** The column's header, or the field's name. */
  readonly field?: string | undefined;
  /** Which of several inputs, 1-based; absent where there is one. */
  readonly input?: number | undefined;
  /** The line the record (or the mistake, in a document) starts on, 1-based. */
  readonly line?: number | undefined;
  /** The path in a document, from its root. */
  readonly path?: string | undefined;
  /** The data record, 0-based. */
  readonly record?: number | undefined;
}

/** One thing that has to be done by hand. */
export interface ManualWork {
  /** Of which kind. */
  readonly kind: ManualWorkKind;
  /** The thing of this site, by its name. */
  readonly name: string;
  /** What to do: a sentence without full stop. */
  readonly what: string;
  /** Where it stands in the site's document; absent where the document does not have it. */
  readonly place?: Location | undefined;
}

/** A kind of manual work. The order of the variants is that of the list. */
export type ManualWorkKind =
  | "email-sequence"
  | "form"
  | "processor"
  | "automation"
  | "email-provider"
  | "webhook"
  | "coupon-code";

/** What every column of a file is for, in column order. */
export interface Mapping {
  /** The format of a saved mapping: 1. */
  readonly format: number;
  /** The columns, in the file's order. */
  readonly columns: readonly ColumnMapping[];
}

/** A status with its evidence. */
export interface Marketing {
  /** The status. */
  readonly status?: MarketingStatus | undefined;
  /** How it came about. */
  readonly evidence?: ConsentEvidence | undefined;
}

/**
 * Whether a person may be sent marketing mail, as the source states it.
 *
 * Ordered from the loosest to the strictest: a later variant makes a person less mailable. Only `Subscribed` may be
 * mailed.
 */
export type MarketingStatus =
  | "subscribed"
  | "unconfirmed"
  | "unknown"
  | "inactive"
  | "unsubscribed"
  | "bounced"
  | "complained";

/** Why a column was taken for what it was. */
export type MatchReason =
  | "profile"
  | "profile-folded"
  | "alias"
  | "words"
  | "sensitive-word"
  | "no-match"
  | "chosen";

/** The person who asks for access, as far as rules can ask about them. The default is a visitor who is not logged in. */
export interface Member {
  /** Whether the person is logged in. Where not, nothing else is taken as known of them but forbidden tags. */
  readonly loggedIn?: boolean | undefined;
  /** Their roles on the target, such as `subscriber`; `administrator` opens everything. */
  readonly roles?: readonly string[] | undefined;
  /** The tags they hold. */
  readonly tags?: readonly string[] | undefined;
  /** What they are enrolled in; one whose access was taken away is left out. */
  readonly enrollments?: readonly MemberEnrollment[] | undefined;
  /** When they joined the site. */
  readonly registeredAt?: Instant | undefined;
  /** Their own time zone. */
  readonly timezone?: string | undefined;
}

/**
 * What a member has of one offering.
 *
 * A module of `released` has been open for as long as anybody asks; one that has `releases` too closes when those do.
 */
export interface MemberEnrollment {
  /** The offering. */
  readonly offering: string;
  /**
   * The first instant at which the member is no longer enrolled, and nothing of it is open any more: access expires or is taken away.
   * Where absent, no end is known.
   */
  readonly closesAt?: Instant | undefined;
  /** The modules that have opened already. */
  readonly released?: readonly string[] | undefined;
  /**
   * When modules open and close, as far as known: an opening in the past counts as open. Of several for one module each
   * is a time in which it is open.
   */
  readonly releases?: readonly ModuleOpening[] | undefined;
}

/** What a schedule may know of a member besides the enrollment. By default nothing. */
export interface MemberFacts {
  /**
   * When they completed modules of other offerings than the one enrolled in, whose own are in
   * `Enrollment::completed`.
   */
  readonly completedModules?: Readonly<Record<string, Readonly<Record<string, Instant>>>> | undefined;
  /** When they completed the whole of each offering. */
  readonly completions?: Readonly<Record<string, Instant>> | undefined;
  /**
   * When they last bought each offering that they bought more than once. MemberPress ends access by the last purchase; every other timer
   * counts from the first.
   */
  readonly lastPurchases?: Readonly<Record<string, Instant>> | undefined;
  /** When they first bought each offering. */
  readonly purchases?: Readonly<Record<string, Instant>> | undefined;
  /** When they joined the site. */
  readonly registeredAt?: Instant | undefined;
  /** Their own zone. */
  readonly timezone?: string | undefined;
}

/** What a rule grants by. On the wire tagged by `kind`. */
export type MemberPressCondition =
  /** An active membership. */
  | {
      readonly kind: "membership";
      /** As the offering it becomes. */
      readonly offering: string;
    }
  /** One person. No rule of ours asks for one: the import asks for a tag instead. */
  | {
      readonly kind: "member";
      /** The name they log in by. */
      readonly username: string;
    }
  /** A role. */
  | {
      readonly kind: "role";
      /** As WordPress names it. */
      readonly role: string;
    }
  /** A capability. No rule of ours asks for one: the import asks for a tag instead. */
  | {
      readonly kind: "capability";
      /** As WordPress names it. */
      readonly capability: string;
    }
  /** Being logged in or not. */
  | {
      readonly kind: "login-state";
      /** Which of the two. */
      readonly state: MemberPressLogin;
    };

/** A state of login that a rule grants by. */
export type MemberPressLogin =
  | "logged-in"
  | "logged-out";

/** One rule: it grants where one of its conditions holds, within its drip and its expiry. */
export interface MemberPressRule {
  /** The conditions; of none, it grants nobody. */
  readonly conditions?: readonly MemberPressCondition[] | undefined;
  /** Its drip and its expiry; always, where there is none. All have to hold. */
  readonly windows?: readonly MemberPressWindow[] | undefined;
}

/** A time in which a rule grants. On the wire tagged by `kind`. */
export type MemberPressWindow =
  /** The same for everybody: a drip or an expiry by date. */
  | {
      readonly kind: "fixed";
      /** From when on it grants. */
      readonly from?: Instant | undefined;
      /** From when on it no longer does. */
      readonly until?: Instant | undefined;
    }
  /** A drip or an expiry counted from each member's own start: a module whose release rule counts as MemberPress does. */
  | {
      readonly kind: "release";
      /** The offering of the module. */
      readonly offering: string;
      /** The module that opens by the drip, and closes by the expiry. */
      readonly module: string;
    };

/** Who gets in. On the wire tagged by `kind`. */
export type MemberiumAudience =
  /** Everybody. */
  | {
      readonly kind: "anybody";
    }
  /** Whoever is logged in. */
  | {
      readonly kind: "logged-in";
    }
  /** Whoever has one of the levels; of none, nobody. */
  | {
      readonly kind: "levels";
      /** The levels. */
      readonly levels: readonly MemberiumLevel[];
    };

/** A level: the tag that gives it, and the tags that take it away while that tag stays. */
export interface MemberiumLevel {
  /** The tag that gives it. */
  readonly accessTag: string;
  /** CANC: it was cancelled. */
  readonly cancelled?: string | undefined;
  /** PAYF: a payment failed. */
  readonly paymentFailed?: string | undefined;
  /** SUSP: it was suspended. */
  readonly suspended?: string | undefined;
}

export interface MergeAnswer {
  /** Each person once, in order of first appearance. */
  readonly contacts: readonly Contact[];
  /** What was merged and what was overruled, in row order. */
  readonly issues: readonly Issue[];
}

/** How days and longer units are counted. Minutes and hours are the same length in both. */
export type Mode =
  | "elapsed"
  | "calendar";

/** A part of an offering that opens as a whole. */
export interface Module {
  /** Unique within the offering. */
  readonly id: string;
  /** As members read it. */
  readonly name: string;
  /**
   * The tag that says a member has the module: who holds it has the module open, and to whom the clock opens the module, the tag
   * comes with it (as in AccessAlly), to go when an expiry closes the module.
   */
  readonly accessTag?: string | undefined;
  /**
   * When it closes again; never by the clock, where absent. `Anchor::PreviousRelease`
   * is its own opening there.
   */
  readonly expiry?: ReleaseRule | undefined;
  /** Its number in the system it comes from. The order of the list is what holds; a site is checked for the two to agree. */
  readonly position?: number | undefined;
  /** When it was published, for rules that count from it. */
  readonly publishedAt?: Instant | undefined;
  /** When it opens, as written; `Offering::release_rule` says what holds where absent. */
  readonly release?: ReleaseRule | undefined;
}

export interface ModuleContinuity {
  readonly contact: number;
  readonly offering: string;
  readonly module: string;
  readonly before: ModuleStanding;
  readonly after: ModuleStandingByPolicy;
}

/** When one module opens for one member, and when it closes again. */
export interface ModuleOpening {
  /** The module. */
  readonly module: string;
  /** When it opens; for a module that has been released already, this is past or passed over. */
  readonly opensAt: Instant;
  /**
   * The first instant at which it is closed again; stays open, where absent. One that is not after `opens_at` means that it never
   * opens.
   */
  readonly closesAt?: Instant | undefined;
}

/** How one module stands for one member at the move. */
export interface ModuleStanding {
  /** How it stands. */
  readonly state: ReleaseState;
  /** When it opened or will open by the clock; absent where that is not known or never happens. */
  readonly opensAt?: Instant | undefined;
}

/** One value for each `DripContinuity`. */
export interface ModuleStandingByPolicy {
  /** Under `DripContinuity::KeepOriginalClock`. */
  readonly keepOriginalClock: ModuleStanding;
  /** Under `DripContinuity::ContinueFromLastReleased`. */
  readonly continueFromLastReleased: ModuleStanding;
  /** Under `DripContinuity::Restart`. */
  readonly restart: ModuleStanding;
  /** Under `DripContinuity::OpenAll`. */
  readonly openAll: ModuleStanding;
}

/** An amount of money. On the wire `{"minorUnits": 4900, "currency": "EUR"}`. */
export interface Money {
  readonly minorUnits: number;
  readonly currency: string;
}

/** What is known of an amount from outside. */
export interface MoneyOptions {
  /** The currency of an amount that has none of its own. */
  readonly currency?: string | undefined;
  /** What parts the decimals. Left out: `1.234` is ambiguous. */
  readonly decimalMark?: DecimalMark | undefined;
}

/** An operation that fails: its outcomes in the order of its attempts; what comes after them is carried out. */
export interface NamedFailure {
  readonly operation: OperationKind;
  readonly outcomes: readonly Outcome[];
  /** Whose; the site's, where absent. */
  readonly user?: string | undefined;
}

export interface NamesAnswer {
  /** What it stores as address; empty where it stores none. */
  readonly email: string;
  /** What it stores as login name; empty where it refuses it. */
  readonly username: string;
  /** What it makes of the login name for the address of the author's page, before it puts `-2` behind one that is taken. */
  readonly nicename: string;
  /** What the login name shares with every other that WordPress's database takes for the same. */
  readonly usernameKey: string;
}

/** One thing that would help to get in. On the wire tagged by `kind`. */
export type Need =
  /** To log in. */
  | {
      readonly kind: "login";
    }
  /** To hold a tag. */
  | {
      readonly kind: "tag";
      /** The tag. */
      readonly tag: string;
    }
  /** To lose a tag. */
  | {
      readonly kind: "without-tag";
      /** The tag. */
      readonly tag: string;
    }
  /** To be enrolled. */
  | {
      readonly kind: "enrollment";
      /** In which offering. */
      readonly offering: string;
    }
  /** To have a module released. */
  | {
      readonly kind: "release";
      /** The offering. */
      readonly offering: string;
      /** The module of it. */
      readonly module: string;
    }
  /** To have a role. */
  | {
      readonly kind: "role";
      /** The role. */
      readonly role: string;
    };

/** The next charge of a subscription as it is. */
export interface NextCharge {
  /** When. */
  readonly at: Instant;
  /** How that is known. */
  readonly by: NextChargeBy;
}

/** How the date of a next charge is known. */
export type NextChargeBy =
  | "stated"
  | "trial-end"
  | "period-end"
  | "reckoned";

/** A module opens or closes to a member. */
export interface NextRelease {
  /** The first instant at which it is so. */
  readonly at: Instant;
  /** The member's place in the order in which they were given, from 0. */
  readonly member: number;
  /** The offering. */
  readonly offering: string;
  /** The module. */
  readonly module: string;
  /** Whether it opens or closes. */
  readonly turn: Turn;
  /** Whether the member was told of the module already, so that its opening is not to be announced. */
  readonly notified: boolean;
}

export interface NextReleasesAnswer {
  /** In order of time; at one instant by member, then as the site has them. CalendarAnswer one by one, for each borrows from the site. */
  readonly releases: readonly NextRelease[];
}

/** Why an automation does not run. */
export type NotRun =
  | "paused"
  | "unsubscribed"
  | "already-in";

/** Who may be sent mail by the run. Only a live site sends any. */
export type Notify =
  | "nobody"
  | "mailable";

/** What one customer owes for one thing, and who charges for it from the instant of the plan on. */
export interface Obligation {
  /** Derived from the customer and what is owed. */
  readonly id: string;
  /** Who owes. */
  readonly customer: BillingCustomer;
  /** For what. */
  readonly owed: Owed;
  /** Everybody who charges for it, in the order of the plan's subscriptions; of one of them the old charger before the new one. */
  readonly chargers: readonly ObligationCharger[];
  /** When two or more charge for it, in order of time. */
  readonly doubles: readonly DoubleCharge[];
  /**
   * When nothing pays for it, though something did and will again, in order of time. A pause is none, and neither is the time after
   * it ends.
   */
  readonly gaps: readonly BillingSpan[];
}

/** One charger of an obligation. */
export interface ObligationCharger {
  /** The subscription that it is of. */
  readonly subscription: string;
  /** Whether it charges already, or after the handover. */
  readonly role: ChargerRole;
  /** When it may charge: until the end of the last period it pays for. Absent where it never does. */
  readonly charges?: BillingSpan | undefined;
  /** What its charges pay for, a trial and what was paid before included. Absent where it is nothing. */
  readonly paysFor?: BillingSpan | undefined;
}

/** What is sold or given: a course, a membership, a bundle or a team center. */
export interface Offering {
  /** Unique within the site. */
  readonly id: string;
  /** As members read it. */
  readonly name: string;
  /** Course, membership, bundle or team center; a course where absent. */
  readonly kind?: OfferingKind | undefined;
  /** Paid or free; paid where absent. */
  readonly price?: Price | undefined;
  /** The tag that says a member has the offering. */
  readonly accessTag?: string | undefined;
  /**
   * When access to the whole of it ends; never by the clock, where absent. `Anchor::PreviousRelease` is the enrollment
   * there.
   */
  readonly expiry?: ReleaseRule | undefined;
  /** The tag a failed payment adds. */
  readonly failedPaymentTag?: string | undefined;
  /** The tag that opens every page of the offering, whatever the timers say. */
  readonly instantAccessTag?: string | undefined;
  /** In the order members meet them; the first is the base module. */
  readonly modules?: readonly Module[] | undefined;
  /** The form it is given for. */
  readonly optInForm?: string | undefined;
  /** The form it is bought on. */
  readonly orderForm?: string | undefined;
  /**
   * The products that sell it, as shops write them: their ids or their names, compared without case. Orders for them are evidence of
   * when a member enrolled.
   */
  readonly products?: readonly string[] | undefined;
  /** The tag a purchase or an opt-in adds. */
  readonly purchaseTag?: string | undefined;
  /** The tag that closes every page of the offering, whatever other tags say. */
  readonly revokeTag?: string | undefined;
  /** When it starts for everybody, for rules that count from it. */
  readonly startsAt?: Instant | undefined;
  /** The name of the email sent on enrollment. */
  readonly welcomeEmail?: string | undefined;
}

/** What each policy comes to for the members of one offering. */
export interface OfferingContinuity {
  /** The offering. */
  readonly offering: string;
  /** How many are enrolled. */
  readonly enrolled: number;
  /** How many of them are met by a change. */
  readonly members: ContinuityCountsByPolicy;
}

/** How many members an offering has. */
export interface OfferingCount {
  /** Its id. */
  readonly offering: string;
  /** Its name. */
  readonly name: string;
  /** How many contacts are enrolled, by their tags as the tag map makes them. */
  readonly members: number;
}

/** What kind of thing an offering is (AccessAlly's four). */
export type OfferingKind =
  | "course"
  | "membership"
  | "bundle"
  | "team-center";

/** A length of time, as people say it. */
export interface Offset {
  /** How many; never negative. */
  readonly amount: number;
  /** Of what. */
  readonly unit: Unit;
}

/** One change to the target. */
export type Operation =
  | {
      readonly kind: "check-target";
      readonly id: string;
      readonly phase: Phase;
      readonly subject: Subject;
      readonly reason: Reason;
      readonly change: CheckTarget;
    }
  | {
      readonly kind: "confirm-backup";
      readonly id: string;
      readonly phase: Phase;
      readonly subject: Subject;
      readonly reason: Reason;
      readonly change: Readonly<Record<string, never>>;
    }
  | {
      readonly kind: "enable-maintenance";
      readonly id: string;
      readonly phase: Phase;
      readonly subject: Subject;
      readonly reason: Reason;
      readonly change: Readonly<Record<string, never>>;
    }
  | {
      readonly kind: "create-user";
      readonly id: string;
      readonly phase: Phase;
      readonly subject: Subject;
      readonly reason: Reason;
      readonly change: CreateUser;
    }
  | {
      readonly kind: "update-user";
      readonly id: string;
      readonly phase: Phase;
      readonly subject: Subject;
      readonly reason: Reason;
      readonly change: UpdateUser;
    }
  | {
      readonly kind: "restore-user";
      readonly id: string;
      readonly phase: Phase;
      readonly subject: Subject;
      readonly reason: Reason;
      readonly change: RestoreUser;
    }
  | {
      readonly kind: "delete-user";
      readonly id: string;
      readonly phase: Phase;
      readonly subject: Subject;
      readonly reason: Reason;
      readonly change: DeleteUser;
    }
  | {
      readonly kind: "add-tags";
      readonly id: string;
      readonly phase: Phase;
      readonly subject: Subject;
      readonly reason: Reason;
      readonly change: AddTags;
    }
  | {
      readonly kind: "remove-tags";
      readonly id: string;
      readonly phase: Phase;
      readonly subject: Subject;
      readonly reason: Reason;
      readonly change: RemoveTags;
    }
  | {
      readonly kind: "enroll";
      readonly id: string;
      readonly phase: Phase;
      readonly subject: Subject;
      readonly reason: Reason;
      readonly change: Enroll;
    }
  | {
      readonly kind: "restore-enrollment";
      readonly id: string;
      readonly phase: Phase;
      readonly subject: Subject;
      readonly reason: Reason;
      readonly change: RestoreEnrollment;
    }
  | {
      readonly kind: "reset-password";
      readonly id: string;
      readonly phase: Phase;
      readonly subject: Subject;
      readonly reason: Reason;
      readonly change: Readonly<Record<string, never>>;
    }
  | {
      readonly kind: "set-password";
      readonly id: string;
      readonly phase: Phase;
      readonly subject: Subject;
      readonly reason: Reason;
      readonly change: SetPassword;
    }
  | {
      readonly kind: "verify-target";
      readonly id: string;
      readonly phase: Phase;
      readonly subject: Subject;
      readonly reason: Reason;
      readonly change: VerifyTarget;
    }
  | {
      readonly kind: "send-credentials";
      readonly id: string;
      readonly phase: Phase;
      readonly subject: Subject;
      readonly reason: Reason;
      readonly change: Readonly<Record<string, never>>;
    }
  | {
      readonly kind: "disable-maintenance";
      readonly id: string;
      readonly phase: Phase;
      readonly subject: Subject;
      readonly reason: Reason;
      readonly change: Readonly<Record<string, never>>;
    };

/** An operation that two plans do not have alike. */
export interface OperationDifference {
  /** The other one's. */
  readonly after?: Operation | undefined;
  /** The first plan's; absent where only the other one has it. */
  readonly before?: Operation | undefined;
}

/** What an operation does. */
export type OperationKind =
  | "check-target"
  | "confirm-backup"
  | "enable-maintenance"
  | "create-user"
  | "update-user"
  | "restore-user"
  | "delete-user"
  | "add-tags"
  | "remove-tags"
  | "enroll"
  | "restore-enrollment"
  | "reset-password"
  | "set-password"
  | "verify-target"
  | "send-credentials"
  | "disable-maintenance";

export interface OperationSupport {
  readonly support: Support;
  /** In the order form, member button, webhook, bulk action. */
  readonly triggers: readonly OperationTrigger[];
}

/** What may set an operation off. */
export type OperationTrigger =
  | "form"
  | "member-button"
  | "webhook"
  | "bulk-action";

/** Whether whoever fills a form in has to confirm by mail. */
export type OptIn =
  | "single"
  | "double";

/** A form of the CRM that purchases go through. */
export interface OptInForm {
  /** As the CRM calls it. */
  readonly name: string;
  /** Whether whoever fills it in has to confirm. */
  readonly optIn: OptIn;
  /** What it is used for; orders alone, where absent. */
  readonly usedFor?: FormUse | undefined;
}

/**
 * One record of an export of orders. Everything may be absent but its kind and its status.
 *
 * Of a sale, `total` is what the buyer was charged. Of a refund or a dispute, `refunded` is what went back and `total`
 * is absent, so that totals less refunds are what was earned.
 */
export interface Order {
  /** What the record stands for. */
  readonly kind?: OrderKind | undefined;
  /** Where the order stands. */
  readonly status?: OrderStatus | undefined;
  /** The billing address. */
  readonly address?: Address | undefined;
  /** The buyer's company. */
  readonly company?: string | undefined;
  /** The coupon. */
  readonly coupon?: string | undefined;
  /** Every other column that is not blank, by its name, in column order; and the text of what could not be read. */
  readonly custom?: Readonly<Record<string, string>> | undefined;
  /** The source's id of the buyer. */
  readonly customerId?: string | undefined;
  /** What a coupon took off. */
  readonly discount?: Money | undefined;
  /** The buyer's address. */
  readonly email?: string | undefined;
  /** What the processor kept; as the source signs it. */
  readonly fee?: Money | undefined;
  /** The source's id of the order. */
  readonly id?: string | undefined;
  /** What was ordered, in the source's order. */
  readonly items?: readonly OrderItem[] | undefined;
  /** The buyer's name. */
  readonly name?: string | undefined;
  /** When it was paid. */
  readonly paidAt?: Instant | undefined;
  /** The buyer's telephone number as written. */
  readonly phone?: string | undefined;
  /** When it was placed. */
  readonly placedAt?: Instant | undefined;
  /** Who took the money, in the source's words. */
  readonly processor?: string | undefined;
  /** Of a refund or a dispute: the id of the order, or of the payment, that it is of. */
  readonly refundOf?: string | undefined;
  /** What was given back. */
  readonly refunded?: Money | undefined;
  /** The subscription it was charged for. */
  readonly subscriptionId?: string | undefined;
  /** The tax within the total. */
  readonly tax?: Money | undefined;
  /** What the buyer was charged, tax included. */
  readonly total?: Money | undefined;
  /** The processor's id of the payment. */
  readonly transactionId?: string | undefined;
}

/** One thing that was ordered. */
export interface OrderItem {
  /** The product's name. */
  readonly name?: string | undefined;
  /** The source's id of the product. */
  readonly productId?: string | undefined;
  /** How many; absent where the source does not say. */
  readonly quantity?: number | undefined;
}

/** What a record of an export of orders stands for. */
export type OrderKind =
  | "sale"
  | "refund"
  | "dispute"
  | "unknown";

/** Where an order stands. */
export type OrderStatus =
  | "pending"
  | "paid"
  | "partially-refunded"
  | "refunded"
  | "failed"
  | "cancelled"
  | "disputed"
  | "unknown";

/**
 * What became of an operation. On the wire tagged by `kind`.
 *
 * A message is for whoever reads the progress later. It is shortened to `Excerpt::CHARACTERS`; hosts put no password into it.
 */
export type Outcome =
  /** It was carried out. */
  | {
      readonly kind: "applied";
    }
  /** It had been carried out before, so there was nothing to do. */
  | {
      readonly kind: "already";
    }
  /** It could not be carried out. */
  | {
      readonly kind: "failed";
      /** Whether trying again may help: a lock, a time-out. It is handed out again, three times in all. */
      readonly retryable: boolean;
      /** What went wrong. */
      readonly message: string;
    }
  /** The target is not as the operation says it is before: somebody else got there first. Nothing was changed. */
  | {
      readonly kind: "conflict";
      /** What was found instead. */
      readonly message: string;
    };

/** What became of a batch, as its host tells the run. */
export interface Outcomes {
  /** One for each operation of the batch, in order. */
  readonly outcomes: readonly Outcome[];
  /** The instant at which they are known. */
  readonly at: Instant;
}

/** What is paid for. On the wire tagged by `kind`. */
export type Owed =
  /** An offering of the site. */
  | {
      readonly kind: "offering";
      /** Its id. */
      readonly id: string;
    }
  /** A product that no offering names among those that sell it. */
  | {
      readonly kind: "product";
      /** Its name or id, without regard to case. */
      readonly name: string;
    };

/**
 * Something that is guarded: a page, post or lesson.
 *
 * A page without a `rule` is guarded by what it belongs to. A page of a module asks for the module's access tag, or, where
 * it has none, for its release; a page of an offering asks for the offering's access tag, or, where it has none, for
 * enrollment. A page that belongs to nothing is public.
 */
export interface Page {
  /** Unique within the site. */
  readonly id: string;
  /** As readers see it. */
  readonly title: string;
  /** Tags that deny, whatever else is held, in addition to the offering's revoke tag. */
  readonly forbid?: readonly string[] | undefined;
  /** Whether the parent's rules hold too; its own alone, where absent. */
  readonly inherit?: Inherit | undefined;
  /** The module of that offering it belongs to. */
  readonly module?: string | undefined;
  /** The offering it belongs to. */
  readonly offering?: string | undefined;
  /** The page it lies under. */
  readonly parent?: string | undefined;
  /** Where to send those who are denied; the first that fits is taken. */
  readonly redirects?: readonly Redirect[] | undefined;
  /** What must hold. */
  readonly rule?: Rule | undefined;
  /** Where it is on the site. */
  readonly url?: string | undefined;
}

/** What became of one page. */
export interface PageComparison {
  /** The page. */
  readonly page: ComparedPage;
  /** For how many members it is so. */
  readonly counts: VerdictCounts;
}

/** How the pages of two sites are put together. A page that finds none is compared as closed on the other side. */
export type PageMatching =
  | "by-id"
  | "by-url";

/** Where a content is asked for. */
export type PaidMembershipsProContext =
  | "page"
  | "feed";

/** What a text says of a date. A blank text, or one that means "no date", says nothing at all. */
export interface ParsedDate {
  /** The instant, where the text or the options have a zone. */
  readonly instant?: Instant | undefined;
  /** Why it is no date. */
  readonly issue?: Issue | undefined;
  /** The wall-clock time as written, `2024-03-04T05:06:07`, where the text has no offset of its own. */
  readonly local?: string | undefined;
}

/** What a text says of an amount. A blank text says nothing at all. */
export interface ParsedMoney {
  /** Why it is none. */
  readonly issue?: Issue | undefined;
  /** The amount. */
  readonly money?: Money | undefined;
}

/**
 * What password a new user gets. An existing user's is never touched.
 *
 * Where a password that was to be kept is not there or cannot be, the user gets a random one quietly, and the plan says how many do.
 */
export type PasswordPolicy =
  | "reset-quietly"
  | "reset-and-notify"
  | "keep-hash"
  | "keep-from-field";

/**
 * What a password must be like.
 *
 * One that is kept from a field of the source must be as long as `minimum_length` and hold a character of
 * each of the `required` classes, and no more than `MAXIMUM_BYTES`. The defaults follow
 * NIST SP 800-63B: eight characters, whichever.
 *
 * One that is made up has `generated_length` characters out of `a` to `z`, `A` to `Z` and `2` to `9`, and of
 * `#%+=?@` where symbols are required; at least one of each of these classes; and none that looks like another: no `0`, `O`, `o`, `1`,
 * `I` or `l`.
 */
export interface PasswordRules {
  readonly minimumLength?: number | undefined;
  readonly generatedLength?: number | undefined;
  readonly required?: readonly CharacterClass[] | undefined;
}

/** Where a password that is kept comes from. On the wire tagged by `kind`. */
export type PasswordSource =
  /** The source's hash. */
  | {
      readonly kind: "hash";
      /** Its kind at the source. */
      readonly hash: HashKind;
      /** The kind as which it has to be stored, where the target would not check it under its own prefix. */
      readonly storedAs?: HashKind | undefined;
    }
  /** A field of the source that holds the password itself. */
  | {
      readonly kind: "field";
    };

/** Whether there is a password to show. */
export type PasswordState =
  | "ready"
  | "may-be-blank"
  | "no-login";

/** A time in which a member's clock stands still: from an instant on, until another or without an end in sight. */
export interface Pause {
  readonly from: Instant;
  readonly until?: Instant | undefined;
}

/** How many payments were made, of how many. */
export interface PaymentCount {
  /** How many, as far as known. */
  readonly made?: number | undefined;
  /** After how many it ends; absent where it goes on. */
  readonly of?: number | undefined;
  /** How many orders of it were given back as a whole. They are not counted as made. */
  readonly refunded?: number | undefined;
}

/** How a site takes money. */
export interface PaymentSettings {
  /** The CRM that is told of purchases; where absent, nobody said which. */
  readonly crm?: CrmSettings | undefined;
  /** Who charges the cards. */
  readonly processors?: Processors | undefined;
}

/** How many of everything a reading of orders or subscriptions found. */
export interface PaymentStats {
  /** Bytes of the input. */
  readonly bytes: number;
  /** Data records, blank lines left out. */
  readonly records: number;
  /** Orders or subscriptions. */
  readonly kept: number;
  /** Records that stood twice, the same in every cell, and were read once. */
  readonly repeated: number;
  /** Records that were set aside. */
  readonly setAside: number;
}

export interface PaymentsAnswer {
  readonly detection?: Detection | undefined;
  /** What concerns the input as a whole, then each record's in their order, then what only the last record could settle. */
  readonly issues?: readonly Issue[] | undefined;
  readonly mapping?: Mapping | undefined;
  /** Each order, refund and dispute, in the order of the records. */
  readonly orders?: readonly Order[] | undefined;
  /** The records that were set aside, with the header; the header alone where none was. */
  readonly setAsideCsv?: string | undefined;
  readonly stats?: PaymentStats | undefined;
  /** Each subscription, in the order of the records. */
  readonly subscriptions?: readonly Subscription[] | undefined;
}

/** One setting of another system. On the wire tagged by `kind`, with the setting's own fields beside it. */
export type PeerSetting =
  /** WP Fusion's lock of a post. */
  | {
      readonly kind: "wp-fusion";
      /** None of these may be held (`allow_tags_not`). */
      readonly denyIfAny?: readonly string[] | undefined;
      /** Whether the post is locked (`lock_content`). Where not, the lists of tags it asks for are not looked at. */
      readonly lock?: boolean | undefined;
      /** All of these have to be held (`allow_tags_all`). */
      readonly requireAll?: readonly string[] | undefined;
      /** One of these has to be held (`allow_tags`). */
      readonly requireAny?: readonly string[] | undefined;
    }
  /** The levels that Paid Memberships Pro asks for. */
  | {
      readonly kind: "paid-memberships-pro";
      /** Where it is asked for. */
      readonly context?: PaidMembershipsProContext | undefined;
      /** The levels of the post, as the offerings they become. */
      readonly levels?: readonly string[] | undefined;
      /** The levels of its terms. */
      readonly termLevels?: readonly string[] | undefined;
    }
  /** The rules of MemberPress that match a content. */
  | {
      readonly kind: "memberpress";
      /** The rules, in any order. */
      readonly rules?: readonly MemberPressRule[] | undefined;
    }
  /** The levels that Memberium asks for. */
  | {
      readonly kind: "memberium";
      /** Who gets in. */
      readonly audience: MemberiumAudience;
      /** The tag that shuts out of the whole site. */
      readonly siteBan?: string | undefined;
    }
  /** LifterLMS: the memberships that a post is restricted to. */
  | {
      readonly kind: "lifterlms-content";
      /** Any one of these memberships is enough; of none, the post is not restricted. */
      readonly memberships?: readonly string[] | undefined;
      /** Whether the post is restricted. Where not, its memberships are not looked at. */
      readonly restricted?: boolean | undefined;
      /** The membership that the whole site asks for. */
      readonly sitewide?: LifterLmsSitewide | undefined;
    }
  /** LifterLMS: enrollment in several products. */
  | {
      readonly kind: "lifterlms-enrollment";
      /** Whether one is enough. */
      readonly relation: LifterLmsRelation;
      /** The products, as the offerings they become. */
      readonly products: readonly string[];
    }
  /** LifterLMS: a course with the memberships that enroll in it. */
  | {
      readonly kind: "lifterlms-course";
      /** The course. */
      readonly course: string;
      /** The memberships that enroll in it. */
      readonly grantedBy?: readonly string[] | undefined;
    }
  /** A course of Sensei with its enrolment providers. */
  | {
      readonly kind: "sensei";
      /** The providers. */
      readonly providers?: readonly SenseiProvider[] | undefined;
    };

export interface PerformAnswer {
  /** What is to be told to the run once the user is stored: applied, or a conflict, in which case nothing is to be stored. */
  readonly outcome: Outcome;
  /** The user as they are to be stored; absent where there is none, or none any more. */
  readonly user?: TargetUser | undefined;
}

/** Something of the contact that an email shows. On the wire tagged by `kind`. */
export type Personalisation =
  /** The address of the site's login page. */
  | {
      readonly kind: "login-link";
    }
  /** The contact's email address. */
  | {
      readonly kind: "email-address";
    }
  /** A custom field. */
  | {
      readonly kind: "field";
      /** Which. */
      readonly field: string;
    };

/** A stage of a run. The order of the variants is the order of the run. */
export type Phase =
  | "preflight"
  | "backup"
  | "maintenance-on"
  | "users"
  | "tags"
  | "enrollments"
  | "passwords"
  | "verify"
  | "notifications"
  | "maintenance-off";

/** How far a phase is. */
export interface PhaseProgress {
  /** The phase. */
  readonly phase: Phase;
  /** Operations that need nothing more. */
  readonly done: number;
  /** All its operations. */
  readonly total: number;
}

export interface PlanAnswer {
  /** The errors among the issues that nobody has waived. */
  readonly blockers?: readonly Issue[] | undefined;
  readonly digest?: string | undefined;
  /** What the plan says of itself, apart from its issues. */
  readonly header?: PlanHeader | undefined;
  /** The site's, then totals, then contacts' by the key of their address. */
  readonly issues?: readonly Issue[] | undefined;
  /** In the order of the run. */
  readonly operations?: readonly Operation[] | undefined;
  /** The plan as it is written to a file. */
  readonly text?: string | undefined;
}

/** Two plans compared: what was reviewed, and what it would be now. */
export interface PlanDiff {
  /** The first plan. */
  readonly before: string;
  /** The other one. */
  readonly after: string;
  /**
   * What the plans say of themselves differently: a path into the header, such as `options.notify`, and both values. In the order
   * of the paths. The counts of issues are among it; the issues themselves are not.
   */
  readonly header: readonly HeaderDifference[];
  /**
   * Operations that only one of them has, or both have differently, in the order of a run. At most
   * `KEPT_OPERATIONS`.
   */
  readonly operations: readonly OperationDifference[];
  /** How many operations only the other plan has. */
  readonly added: number;
  /** How many operations only the first plan has. */
  readonly removed: number;
  /** How many operations both have for the same purpose, with other values. */
  readonly changed: number;
}

/** The first line of a plan. */
export interface PlanHeader {
  /** The version of the format: `FORMAT`. */
  readonly format: number;
  /** The site's name. */
  readonly site: string;
  /** The copy of the site that the plan is for, and no other. */
  readonly environment: Environment;
  /** What was decided. `environment` is left out, and `batchSize` is the default: neither is part of what was reviewed here. */
  readonly options: PlanOptions;
  /** How much of what. */
  readonly summary: PlanSummary;
  /** What the target must hold afterwards. */
  readonly expected: Expected;
  /**
   * What is worth knowing, in the order: the site, totals, contacts by the key of their address. Of each code that is no error at
   * most `ISSUES_PER_CODE` are kept; the summary counts all.
   */
  readonly issues?: readonly Issue[] | undefined;
  /** The plan whose run this one takes back; absent where it moves people. */
  readonly takesBack?: string | undefined;
}

/** What the owner decides before a plan is made. */
export interface PlanOptions {
  /** The instant the plan is made. Clocks count from it. */
  readonly now: Instant;
  /**
   * Whether the plan holds operations. False is verification only: everything is counted and every issue is found, and
   * there is nothing to apply. Default true.
   */
  readonly migrateAllRecords?: boolean | undefined;
  /**
   * Whether every contact is taken. False takes members and buyers only: those who hold an offering's access, module or
   * purchase tag, have an order or a subscription, or are users of the target already. Default false.
   */
  readonly importAllContacts?: boolean | undefined;
  /**
   * Whether the site stays in maintenance mode at the end, so that nobody buys while the move is looked over. Default
   * false.
   */
  readonly keepMaintenanceMode?: boolean | undefined;
  /** What becomes of contacts that are users of the target already. Default update. */
  readonly existingUsers?: ExistingUsers | undefined;
  /** How release timers go on. Default continue from the last released module. */
  readonly dripContinuity?: DripContinuity | undefined;
  /** Which value wins where several records of one person differ. Default newest. */
  readonly duplicates?: DuplicatesPolicy | undefined;
  /** The role a new user gets. Default subscriber. */
  readonly defaultRole?: string | undefined;
  /**
   * Whoever has one of these roles on the target is left alone, as every administrator is; whoever has one on the source
   * gets no user made for them. Default administrator.
   */
  readonly protectedRoles?: readonly string[] | undefined;
  /** What password a new user gets. Default a random one, quietly. */
  readonly passwordPolicy?: PasswordPolicy | undefined;
  /** Who may be sent mail. Default nobody. */
  readonly notify?: Notify | undefined;
  /** The most operations in one batch, at least 1. Does not change what is planned, nor the digest. Default 100. */
  readonly batchSize?: number | undefined;
  /** Which copy of the site the plan is for; the site document's, where absent. */
  readonly environment?: Environment | undefined;
  /** The person who runs the migration; left alone. */
  readonly operatorEmail?: string | undefined;
  /** What a password must be like, made up or kept from a field. */
  readonly passwordRules?: PasswordRules | undefined;
  /**
   * The system whose clock opens modules at the source, where it has one that gives no tags (LearnDash, MemberPress and the like): what
   * it has opened by now is open, under the continuities that keep or continue clocks. Where absent, what is open at the source is
   * told by the tags of modules alone.
   */
  readonly sourceClock?: DripProfile | undefined;
  /** What kind of system the target is. Default generic: one that stores what it is given. */
  readonly target?: TargetProfile | undefined;
  /** Codes whose errors do not stop the plan, each with a reason. */
  readonly waivers?: readonly Waiver[] | undefined;
}

/** A part of the answer. */
export type PlanPart =
  | "digest"
  | "header"
  | "blockers"
  | "operations"
  | "issues"
  | "text";

/** How much of what is in a plan. A plan for verification only counts what would be there. */
export interface PlanSummary {
  /** Contacts, each person once; in a rollback, people whom the run changed. The sum of the seven numbers below. */
  readonly contacts: number;
  /** Contacts that become users. */
  readonly toCreate: number;
  /** Users who get anything: a field, a tag, an enrollment, a module. */
  readonly toUpdate: number;
  /** Users who have everything already; in a rollback, of whom nothing is taken back. */
  readonly unchanged: number;
  /**
   * Users who are left alone: administrators, and the person who runs the migration; and administrators of the source who
   * are no users yet.
   */
  readonly protected: number;
  /** Users who are left as they are because the options say so. */
  readonly skipped: number;
  /** Contacts who are neither members nor buyers nor users, where only those are taken; and those whom the target cannot hold. */
  readonly leftOut: number;
  /** Tags to add: the sum over all users. */
  readonly tagsToAdd: number;
  /** Tags of contacts that the tag map leaves behind: the sum over all contacts. */
  readonly tagsDropped: number;
  /** Orders carried as references. */
  readonly orderReferences: number;
  /** Subscriptions carried as references. */
  readonly subscriptionReferences: number;
  /** Operations by phase and kind. */
  readonly operations: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Issues by the name of their code, those that are not kept included. */
  readonly issues: Readonly<Record<string, number>>;
  /** Users who are deleted, as only a rollback does. */
  readonly toDelete?: number | undefined;
}

/** Which holds where a rule has both a relative and a fixed date. */
export type Precedence =
  | "latest"
  | "relative"
  | "fixed";

/** Whether an offering costs money. */
export type Price =
  | "paid"
  | "free";

/** A site's account with a processor. */
export interface ProcessorAccount {
  /**
   * The processor's id of the account, such as `acct_…`, by which two sites with one account are found. It is no secret;
   * keys never stand here. Never blank.
   */
  readonly account?: string | undefined;
  /** Whether real cards are charged; they are, where absent. */
  readonly mode?: ProcessorMode | undefined;
}

/** Whether a processor charges real cards. */
export type ProcessorMode =
  | "live"
  | "test";

/** The processors that a site is connected to, at most one account with each. */
export interface Processors {
  /** PayPal, where it is connected. */
  readonly paypal?: ProcessorAccount | undefined;
  /** Stripe, where it is connected. */
  readonly stripe?: ProcessorAccount | undefined;
}

/** When each translated module's tag is added by the automation, and when the module opens on the site. */
export interface Proof {
  /** The modules, in the order of the translation. */
  readonly lines: readonly ProofLine[];
  /**
   * Whether there are modules, and every one opens exactly when it is to. Where no module is translated there is nothing to compare, and
   * nothing is proved.
   */
  readonly agrees: boolean;
  /** Whether the automation is paused, so that it adds no tag as it stands: what is proved is what it would do if it were live. */
  readonly asIfLive?: boolean | undefined;
  /** When the automation releases the offering to the contact of the proof; absent where it never does. */
  readonly releasedAt?: Instant | undefined;
}

/** One module of a proof. */
export interface ProofLine {
  /** Which. */
  readonly module: string;
  /**
   * How many seconds earlier it is to open, because the delay that waits for the password falls away; none for what opens at a midnight and
   * for what counts from that.
   */
  readonly settlingSeconds: number;
  /** When it opens on the site; absent where it never does. */
  readonly opensAt?: Instant | undefined;
  /** When the automation adds its tag; absent where it never does. */
  readonly tagAddedAt?: Instant | undefined;
}

/** When the target holds what a request says. */
export type ProofStage =
  | "found"
  | "foreseen";

export interface ProposeTagMapAnswer {
  /** Entries to look at and to add to the site document, in the order of the site's tags. */
  readonly tagMap: readonly TagMapEntry[];
}

/** One answer of the quiz. */
export interface QuizAnswer {
  /** Which item. */
  readonly item: ChecklistItem;
  /** What is asked. */
  readonly question: string;
  /** What it means for the move. */
  readonly bearing: Bearing;
  /** What holds, by whoever says so; absent where nobody knows. */
  readonly answer?: Answer | undefined;
}

/** How to read an input. Everything may be left out: then it is found, and the result says how. */
export interface ReadOptions {
  /** Tags that every contact in the input gets beside its own: the one that a list exported tag by tag was made for. */
  readonly addTags?: readonly string[] | undefined;
  /**
   * Cells of a table that somebody put right; of two of one cell the later counts. They are read as if they were written so, by one thread.
   * A record within whose quotes the input ended stays set aside.
   */
  readonly corrections?: readonly Correction[] | undefined;
  /** The currency of amounts that have none of their own. Left out: such amounts are not read, and reported. */
  readonly currency?: string | undefined;
  /**
   * Whether the day comes first in `3/4/2024`, where neither the profile nor the whole column decides. Left out: such dates are
   * ambiguous, and not used.
   */
  readonly dayFirst?: boolean | undefined;
  /** What parts the decimals of amounts. Left out: the profile or the whole column decides. */
  readonly decimalMark?: DecimalMark | undefined;
  /**
   * The country of telephone numbers that are written without a country code, where the record names none. Left out:
   * such numbers stay as written.
   */
  readonly defaultRegion?: string | undefined;
  /** The character between cells. Left out: found. */
  readonly delimiter?: string | undefined;
  /** Which value is kept where two records of one person differ. */
  readonly duplicates?: DuplicatesPolicy | undefined;
  /** The encoding, by a label of the WHATWG Encoding Standard. Left out: found. */
  readonly encoding?: string | undefined;
  /** The file's name: some exports say in it who is subscribed. */
  readonly fileName?: string | undefined;
  /** The line of the column names, 1-based, where lines stand before it. Left out: found among the first records. */
  readonly headerLine?: number | undefined;
  /** Bounds on the input. */
  readonly limits?: Limits | undefined;
  /**
   * What each column is for, such as a mapping that was saved. Each column is found by its name; one that is not there, or
   * that the mapping does not name, is reported. Left out: suggested by the profile and by the columns' names.
   */
  readonly mapping?: Mapping | undefined;
  /** The source profile, such as `keap`, of the kind of records that is read. Left out: recognised by the columns. */
  readonly profile?: string | undefined;
  /**
   * Whether cells such as `JosÃ©` are taken back to `José`, where that can be done without a guess. Each is reported,
   * repaired or not.
   */
  readonly repairMojibake?: boolean | undefined;
  /**
   * How many threads may read contacts, the calling one among them; at most 64 are used, and all of them end before the
   * call does. The result is the same for any number. A reader gathers a MiB for each before it reads, so that its progress
   * and an error may come some chunks later. Left out, or where the library is built without its feature `threads`: one.
   * Orders, subscriptions and the JSON of an API are read by one thread.
   */
  readonly threads?: number | undefined;
  /** The zone of dates without one, where the source has no fixed one. Left out: UTC. */
  readonly zone?: string | undefined;
}

/** A part of the answer. */
export type ReadPart =
  | "contacts"
  | "orders"
  | "subscriptions"
  | "issues"
  | "detection"
  | "mapping"
  | "stats"
  | "set-aside-csv";

export interface ReadinessAnswer {
  readonly verdict: ReadinessVerdict;
  /** In the order of the checklist. */
  readonly checklist?: readonly ChecklistEntry[] | undefined;
  readonly counts?: ReadinessCounts | undefined;
  /** By item, then in document order. */
  readonly issues?: readonly Issue[] | undefined;
  /** By kind, then in document order. */
  readonly manualWork?: readonly ManualWork[] | undefined;
  readonly quiz?: readonly QuizAnswer[] | undefined;
  readonly reasons?: readonly VerdictReason[] | undefined;
}

/** The numbers to be noted before a move. */
export interface ReadinessCounts {
  /** Contacts. */
  readonly contacts: number;
  /** How many people they are: those whose addresses share a key are one. */
  readonly people: number;
  /** Contacts by marketing status, from the loosest to the strictest; a status that nobody has is left out. */
  readonly byStatus: Readonly<Record<string, number>>;
  /** The source's tags, by name, each with how many contacts hold it. */
  readonly tags: readonly TagCount[];
  /** The offerings, in the order of the site, each with how many members it has. */
  readonly offerings: readonly OfferingCount[];
  /** Those of them that charge again by themselves. */
  readonly activeSubscriptions?: number | undefined;
  /** Orders of all systems; absent where nobody looked. */
  readonly orders?: number | undefined;
  /** Subscriptions of all systems, as recorded; absent where nobody looked. */
  readonly subscriptions?: number | undefined;
  /** Users of the target; absent where nobody looked. */
  readonly users?: number | undefined;
}

/** A part of the answer. */
export type ReadinessPart =
  | "reasons"
  | "quiz"
  | "checklist"
  | "issues"
  | "manual-work"
  | "counts";

/** What readiness comes to. */
export type ReadinessVerdict =
  | "ready"
  | "not-yet"
  | "keep-your-crm";

/** What a reading found, in numbers: what a report tells of the list that the people come from. */
export interface ReadingCounts {
  /** How many of everything. */
  readonly stats: IntakeStats;
  /** How many issues there are of each code. */
  readonly issueCounts: Readonly<Record<string, number>>;
}

/** Why an operation is in the plan. Its `Display` is the sentence. */
export type Reason =
  | "safeguard"
  | "not-on-target"
  | "source-differs"
  | "tags-held"
  | "access-tag-held"
  | "instant-access-tag-held"
  | "module-tag-held"
  | "new-user"
  | "taken-back";

/** A plan compared with what the target holds afterwards. */
export interface Reconciliation {
  /** Whether there is no difference at all. */
  readonly ok: boolean;
  /** What was compared. */
  readonly verified: Verified;
  /**
   * Where target and plan differ: users by the key of their address, then what concerns all of them. At most
   * `KEPT_DIFFERENCES`.
   */
  readonly differences: readonly Difference[];
  /** How many differences there are, those that are not kept included. */
  readonly differencesFound: number;
}

/** Which record of which source. */
export interface RecordPlace {
  /** The source, from 1. */
  readonly source: number;
  /** The subscription in its list, from 0. */
  readonly record: number;
}

export interface RecordsAnswer {
  /** Each person once, in order of first appearance. */
  readonly contacts?: readonly Contact[] | undefined;
  readonly detection?: Detection | undefined;
  /** What concerns the input as a whole, then each record's in their order, then what only the last record could settle. */
  readonly issues?: readonly Issue[] | undefined;
  readonly mapping?: Mapping | undefined;
  /** The records that were set aside, each with its JSON as its one cell, in their order. */
  readonly setAside?: readonly SetAsideRecord[] | undefined;
  readonly stats?: IntakeStats | undefined;
  /** When contacts were given their tags, by contact and then tag; nothing where the source does not say. */
  readonly tagDates?: readonly TagDate[] | undefined;
}

/** A part of the answer. */
export type RecordsPart =
  | "contacts"
  | "issues"
  | "detection"
  | "mapping"
  | "stats"
  | "set-aside";

/** Where to send those who are denied. */
export interface Redirect {
  /** The address. */
  readonly to: string;
  /** The reason of the denial; whatever the reason, where absent. */
  readonly reason?: AccessReason | undefined;
}

/** A release as it is written. */
export interface Release {
  readonly module: string;
  readonly state: ReleaseState;
  readonly why: Why;
  readonly explanation: string;
  readonly closesAt?: Instant | undefined;
  readonly opensAt?: Instant | undefined;
  readonly shownAt?: Instant | undefined;
}

export interface ReleaseAtAnswer {
  /** Absent where the clock never opens it, or what it counts from is not known. */
  readonly opensAt?: Instant | undefined;
}

export type ReleaseKind =
  | "at-once"
  | "manual"
  | "timer";

/** When a module opens. On the wire tagged by `kind`. */
export type ReleaseRule =
  /** At enrollment. */
  | {
      readonly kind: "at-once";
    }
  /** Never by the clock: only a tag, an automation or a person opens it. */
  | {
      readonly kind: "manual";
    }
  /** A time after something else happened. */
  | {
      readonly kind: "timer";
      /** What the time is counted from; the release of the module before, where absent on the wire. */
      readonly anchor: Anchor;
      /** How long after. */
      readonly offset: Offset;
      /** How days and longer units are counted; elapsed, where absent on the wire. */
      readonly mode: Mode;
      /** The wall-clock time on the day reached; only with `Mode::Calendar`. */
      readonly at?: string | undefined;
      /** A fixed date besides, and which of the two holds. */
      readonly fixed?: FixedDate | undefined;
      /** The latest instant. */
      readonly notAfter?: Instant | undefined;
      /** The earliest instant. */
      readonly notBefore?: Instant | undefined;
      /** Which days it may fall on; any, where absent; only with `Mode::Calendar`. */
      readonly snap?: Snap | undefined;
      /** Whose calendar is meant; the site's, where absent on the wire. */
      readonly timezone?: TimerZone | undefined;
    };

/** How a module stands for one enrollment at one instant. */
export type ReleaseState =
  | "open"
  | "scheduled"
  | "manual"
  | "blocked"
  | "closed";

/** Tags that a run added to a user are taken away again. */
export interface RemoveTags {
  /** What the user holds. */
  readonly before: readonly string[];
  /** What is taken away. */
  readonly removed: readonly string[];
}

/** What does a webhook's work on a site that keeps its contacts itself. On the wire tagged by `kind`. */
export type Replacement =
  /** The operation on an order form or opt-in form. */
  | {
      readonly kind: "form";
      /** Whether something is bought on it. */
      readonly formKind: FormKind;
      /** Whether the form does it already, or has to be told. */
      readonly state: ReplacementState;
      /** The form; absent where the document has none, and one has to be made. */
      readonly form?: string | undefined;
    }
  /** The release timers of modules. */
  | {
      readonly kind: "release-timers";
      /** Their offering. */
      readonly offering: string;
      /** The modules, in the offering's order. */
      readonly modules: readonly string[];
    }
  /** The email that an offering sends on enrollment. */
  | {
      readonly kind: "offering-email";
      /** Its offering. */
      readonly offering: string;
    };

/** Whether a replacement is there. */
export type ReplacementState =
  | "ready"
  | "to-do";

/**
 * Everything that is known of a move, as one document for people and programs.
 *
 * The order of the sections is: overview, what to do next, the list, people, releases, readiness, plan, run, proof, access, billing; each stands where its part was
 * given. The same parts give the same bytes. No secret is in it: no part holds one.
 *
 * With a key nobody can be recognised: every address, name and id of a person, an order or a subscription is
 * a keyed pseudonym, in messages and values too; what people wrote as they liked is withheld. What the site's document names, such as its
 * tags, stays.
 */
export interface Report {
  /** What it says of itself. */
  readonly head: ReportHead;
  /** Its sections. */
  readonly sections: readonly ReportSection[];
}

export interface ReportAnswer {
  /** The report as data. */
  readonly document?: Report | undefined;
  /** The report as Markdown or HTML. */
  readonly text?: string | undefined;
}

/** One bar. */
export interface ReportBar {
  /** What it is of. */
  readonly label: string;
  /** A number for each series. */
  readonly values: readonly number[];
}

/** A part of a section. On the wire tagged by `kind`. */
export type ReportBlock =
  /** Single facts, in order. */
  | {
      readonly kind: "facts";
      /** Each with its name. */
      readonly facts: readonly ReportFact[];
    }
  /** Rows and columns. */
  | {
      readonly kind: "table";
      /** The table. */
      readonly table: ReportTable;
    }
  /** Bars of numbers. */
  | {
      readonly kind: "bars";
      /** The chart. */
      readonly chart: BarChart;
    }
  /** Numbers by day. */
  | {
      readonly kind: "days";
      /** The chart. */
      readonly chart: DayChart;
    }
  /** What happens when. */
  | {
      readonly kind: "timeline";
      /** The chart. */
      readonly chart: TimelineChart;
    };

/** One event. */
export interface ReportEvent {
  /** What happens. */
  readonly label: string;
  /** When; absent where no clock says. */
  readonly at?: Instant | undefined;
}

/** One fact. */
export interface ReportFact {
  /** What it is. */
  readonly name: string;
  /** The fact. */
  readonly value: string;
}

/** What a report is wanted as. */
export type ReportForm =
  | "document"
  | "markdown"
  | "html";

/** What a report says of itself. */
export interface ReportHead {
  /** The version of the format: `Report::FORMAT`. */
  readonly format: number;
  /** The site's name. */
  readonly site: string;
  /** The instant it was made for. */
  readonly at: Instant;
  /** Whether people are unrecognisable in it. */
  readonly pseudonymised: boolean;
  /** Which copy of it. */
  readonly environment?: Environment | undefined;
}

/** One subject of a report. */
export interface ReportSection {
  /** What it is about, in one word of the wire. */
  readonly id: string;
  /** Its heading. */
  readonly title: string;
  /** What it says, in order. */
  readonly blocks: readonly ReportBlock[];
}

/** A table. */
export interface ReportTable {
  /** What it shows. */
  readonly title: string;
  /** The heads of its columns. */
  readonly columns: readonly string[];
  /** Its rows, each with a cell for each column. */
  readonly rows: readonly (readonly string[])[];
  /** How many further rows there are that are not shown. */
  readonly leftOut: number;
}

/** An enrollment is put back as it was before a run. */
export interface RestoreEnrollment {
  /** The offering. */
  readonly offering: string;
  /** The enrollment as the run wrote it. */
  readonly before: TargetEnrollment;
  /** As it was before the run; absent where there was none, and there is none again. */
  readonly after?: TargetEnrollment | undefined;
}

/** Fields of a user are put back as they were before a run. Roles, login name, address and password stay. */
export interface RestoreUser {
  /** The fields that are put back, as the run wrote them. */
  readonly before: UserProfile;
  /** The same fields as they were before the run; what is absent had no value, and has none again. */
  readonly after: UserProfile;
}

/**
 * What must hold for access. On the wire tagged by `kind`.
 *
 * The four tag tests are AccessAlly's member filters. `missing-any` is *not* the negation of `has-any`: a member
 * who holds one of two tags both has any and misses any. The negation of `has-any` is `missing-all`, that of `has-all` is
 * `missing-any`.
 */
export type Rule =
  /** Holds for everybody, logged in or not. */
  | {
      readonly kind: "public";
    }
  /** Holds for everybody who is logged in. */
  | {
      readonly kind: "logged-in";
    }
  /** Holds for a member who holds at least one of the tags. */
  | {
      readonly kind: "has-any";
      /** The tags; at least one. */
      readonly tags: readonly string[];
    }
  /** Holds for a member who holds every one of the tags. */
  | {
      readonly kind: "has-all";
      /** The tags; at least one. */
      readonly tags: readonly string[];
    }
  /** Holds for a member who lacks at least one of the tags. */
  | {
      readonly kind: "missing-any";
      /** The tags; at least one. */
      readonly tags: readonly string[];
    }
  /** Holds for a member who holds none of the tags. */
  | {
      readonly kind: "missing-all";
      /** The tags; at least one. */
      readonly tags: readonly string[];
    }
  /** Holds for a member enrolled in the offering. */
  | {
      readonly kind: "enrolled";
      /** The offering. */
      readonly offering: string;
    }
  /** Holds for a member to whom the module has been released. */
  | {
      readonly kind: "released";
      /** The offering. */
      readonly offering: string;
      /** The module of it. */
      readonly module: string;
    }
  /** Holds for a member with the role, spelt exactly so. */
  | {
      readonly kind: "role";
      /** The role, as the target names it. */
      readonly role: string;
    }
  /** Holds where every one of the rules does. */
  | {
      readonly kind: "and";
      /** The rules; at least one. */
      readonly rules: readonly Rule[];
    }
  /** Holds where at least one of the rules does. */
  | {
      readonly kind: "or";
      /** The rules; at least one. */
      readonly rules: readonly Rule[];
    }
  /**
   * Holds where the rule does not. What is not known stays not known: nobody gets in by not being logged in, unless the
   * rule asks for just that.
   */
  | {
      readonly kind: "not";
      /** The rule. */
      readonly rule: Rule;
    }
  /** Holds from an instant (included) until another (not included); at least one of the two. */
  | {
      readonly kind: "during";
      /** The first instant it holds; always has, where absent. */
      readonly from?: Instant | undefined;
      /** The first instant it no longer holds; always will, where absent. */
      readonly until?: Instant | undefined;
    };

export type RuleKind =
  | "public"
  | "logged-in"
  | "has-any"
  | "has-all"
  | "missing-any"
  | "missing-all"
  | "enrolled"
  | "released"
  | "role"
  | "and"
  | "or"
  | "not"
  | "during";

/** An operation that failed for good. */
export interface RunFailure {
  /** Its id. */
  readonly operation: string;
  /** What it does. */
  readonly kind: OperationKind;
  /** To whom or what. */
  readonly subject: Subject;
  /** Whether the target was not as the operation says it is before. */
  readonly conflict: boolean;
  /** What the host said, shortened. */
  readonly message: string;
}

/** Where and how a plan is run. */
export interface RunOptions {
  /** The copy of the site that the host is about to change. A plan for another one is refused. */
  readonly environment: Environment;
  /** The plan that somebody looked over and approved. Where it is named, no other is run. */
  readonly approved?: string | undefined;
  /** The most operations in a batch; the plan's own number, where absent. */
  readonly batchSize?: number | undefined;
}

/** How far a run is. */
export interface RunProgress {
  /** Operations that need nothing more: applied, found applied, failed for good, or withheld. */
  readonly done: number;
  /** All operations. */
  readonly total: number;
  /** Operations that were carried out. */
  readonly applied: number;
  /** Operations that were found carried out before. */
  readonly already: number;
  /** Operations that failed for good, conflicts included. */
  readonly failed: number;
  /** Operations that were not tried because the user could not be created or updated, or has no new password. */
  readonly withheld: number;
  /** Each phase that has operations, in order. */
  readonly phases: readonly PhaseProgress[];
  /** What failed for good, in the order in which it did; at most `KEPT_FAILURES`. */
  readonly failures: readonly RunFailure[];
  /** When the run began. */
  readonly startedAt: Instant;
  /**
   * How many seconds the run was at work: the time between recordings, of which a gap counts as
   * `LONGEST_GAP` seconds at most, so that a night between two sittings is no work.
   */
  readonly secondsAtWork: number;
  /** How many operations a minute came to an end, at the pace so far; absent as long as there is none. */
  readonly perMinute?: number | undefined;
  /** When outcomes were recorded last. */
  readonly recordedAt?: Instant | undefined;
  /** How many seconds of work are left at that pace; absent as long as there is none, and once the run is through. */
  readonly secondsLeft?: number | undefined;
}

/** How a run stands. */
export type RunStatus =
  | "running"
  | "complete"
  | "complete-with-failures"
  | "stopped"
  | "aborted";

export interface ScheduleAnswer {
  /** Every module, in the offering's order. */
  readonly releases: readonly Release[];
}

export interface ScriptAnswer {
  /** What came of each step, in order. */
  readonly steps: readonly Shown[];
}

/** How the plan is run; the plan's own environment and batch size, and no approval, where absent. */
export interface ScriptOptions {
  readonly approved?: string | undefined;
  readonly batchSize?: number | undefined;
  readonly environment?: Environment | undefined;
}

export type ScriptStep =
  /** The plan at hand is the approved one. */
  | {
      readonly kind: "approve";
    }
  /** The run starts, with a journal of its own. */
  | {
      readonly kind: "start";
    }
  /** So many batches are carried out and recorded, or all that are left. */
  | {
      readonly kind: "batches";
      readonly count?: number | undefined;
      readonly failures?: readonly NamedFailure[] | undefined;
    }
  /** A batch is carried out, and the host dies before the journal has it. */
  | {
      readonly kind: "lose";
    }
  /** Outcomes are reported of the next batch, whatever was carried out. */
  | {
      readonly kind: "report";
      readonly outcomes: readonly Outcome[];
    }
  /** The host dies, and the journal is damaged. */
  | {
      readonly kind: "damage";
      readonly how: Damage;
    }
  /** The host dies, and the run goes on from the journal. */
  | {
      readonly kind: "resume";
    }
  /** The run is given up. */
  | {
      readonly kind: "abort";
    }
  /** Somebody changes a user of the target: each field is set, or taken away by null. */
  | {
      readonly kind: "edit";
      readonly email: string;
      readonly fields: Readonly<Record<string, unknown>>;
    }
  /** A plan is made anew, of these people and the target as it is; the journal stays that of the run before. */
  | {
      readonly kind: "plan";
      readonly contacts: readonly Contact[];
    }
  /** The plan at hand is compared with the target. */
  | {
      readonly kind: "reconcile";
    }
  /** A plan is made that takes the run back. */
  | {
      readonly kind: "rollback";
    }
  /** The host asks for the passwords of the plan's operations, with a seed, and with these people in place of the script's. */
  | {
      readonly kind: "passwords";
      readonly seed: string;
      readonly contacts?: readonly Contact[] | undefined;
    }
  /** How far the run is. */
  | {
      readonly kind: "progress";
    }
  /** What the target holds. */
  | {
      readonly kind: "target";
    };

/** A secret that is written to a CSV only where the caller names it. */
export type SecretField =
  | "password"
  | "password-hash";

/** What enrolls people in a course. On the wire tagged by `kind`. */
export type SenseiProvider =
  /** Enrolls everybody who is logged in. */
  | {
      readonly kind: "always";
    }
  /** Enrolls nobody. */
  | {
      readonly kind: "never";
    }
  /** Enrolls those who were enrolled by hand, or bought it. */
  | {
      readonly kind: "enrollment";
      /** The course or product, as the offering it becomes. */
      readonly offering: string;
    };

/** Emails that belong together. */
export interface Sequence {
  /** Its name in the CRM. */
  readonly name: string;
  /** Whether its emails go out. */
  readonly status: SequenceStatus;
  /** Its emails, in the order they go out. All are taken to go out when the step is reached. */
  readonly emails?: readonly SequenceEmail[] | undefined;
}

/** One email of a sequence. */
export interface SequenceEmail {
  /** Its subject. */
  readonly subject: string;
  /** What it shows of the contact, in any order. */
  readonly mentions?: readonly Personalisation[] | undefined;
  /** What it is for; something else, where absent. */
  readonly purpose?: EmailPurpose | undefined;
}

/** Whether the emails of a sequence go out. */
export type SequenceStatus =
  | "published"
  | "draft";

/** One record that was set aside. */
export interface SetAsideRecord {
  /** The data record, 0-based. */
  readonly record: number;
  /** The line it starts on, 1-based; 0 for a record that came by itself. */
  readonly line: number;
  /** Why, in the order found. */
  readonly codes: readonly Code[];
  /** The cells as written, in column order; those of a column of secrets are blank. Of a JSON record there is one: its JSON. */
  readonly cells: readonly string[];
}

/**
 * A new user gets the password that the source holds. The secret is not in the plan:
 * `Passwords` has it for whoever carries the operation out.
 */
export interface SetPassword {
  /** Where it comes from. */
  readonly from: PasswordSource;
}

/** The delay that waits for the password. */
export interface SettlingDelay {
  /** The step. */
  readonly step: Location;
  /** How long, in seconds. */
  readonly seconds: number;
}

export interface SetupAnswer {
  /** What concerns the site by itself: processors, then the CRM. */
  readonly issues: readonly Issue[];
  /** Accounts that several sites have, in the order of the sites; input 1 is the site, input 2 the first of the others. */
  readonly shared: readonly Issue[];
}

/** How much an issue matters. */
export type Severity =
  | "info"
  | "warning"
  | "error";

export type Shown =
  /** Nothing to tell. */
  | {
      readonly kind: "done";
    }
  /** A run stands so. */
  | {
      readonly kind: "stands";
      readonly status: RunStatus;
      /** Whether a torn line of the journal was dropped. */
      readonly torn?: boolean | undefined;
    }
  | {
      readonly kind: "batches";
      readonly batches: readonly ShownBatch[];
      readonly status: RunStatus;
    }
  | {
      readonly kind: "planned";
      /** As `add-tags ada@example.com`, in the order of the run. */
      readonly operations: readonly string[];
      readonly issues: readonly Issue[];
    }
  | {
      readonly kind: "reconciled";
      readonly ok: boolean;
      readonly differences: readonly ShownDifference[];
    }
  | {
      readonly kind: "passwords";
      /** As `set-password ada@example.com: a hash`, in the order of the run. */
      readonly given: readonly string[];
    }
  | {
      readonly kind: "progress";
      readonly progress: RunProgress;
    }
  | {
      readonly kind: "target";
      /** By the key of their address. */
      readonly users: readonly TargetUser[];
      readonly inMaintenance: boolean;
      /** Keys, ascending. */
      readonly mailed: readonly string[];
    }
  /** The library refuses the step, and nothing was changed. */
  | {
      readonly kind: "failed";
      readonly code: Code;
      readonly location?: Location | undefined;
    };

export interface ShownBatch {
  readonly phase: Phase;
  readonly waitSeconds: number;
  /** As `add-tags ada@example.com: applied`, in order. */
  readonly outcomes: readonly string[];
}

export interface ShownDifference {
  readonly code: Code;
  readonly field: string;
  readonly expected?: string | undefined;
  readonly found?: string | undefined;
  readonly subject?: string | undefined;
}

export interface SiteCheckAnswer {
  /** Whether there is no error among the issues. */
  readonly usable: boolean;
  /** In document order. */
  readonly issues: readonly Issue[];
}

/** A membership site as data: offerings, pages, rules and tags. `Site` is one that has been checked. */
export interface SiteDocument {
  /** The version of this format: `FORMAT`. */
  readonly format: number;
  /** As people call the site. */
  readonly name: string;
  /** The zone its calendar runs in. */
  readonly timezone: string;
  /** The CRM's automations that deliver the offerings. */
  readonly automations?: readonly Automation[] | undefined;
  /** Which copy of the site this is; where absent, nobody said. */
  readonly environment?: Environment | undefined;
  /** Tags that shut whoever holds one out of every page, the public ones too (Memberium's site ban); administrators apart. */
  readonly forbid?: readonly string[] | undefined;
  /** The site's own forms. */
  readonly forms?: readonly Form[] | undefined;
  /** What is sold or given. */
  readonly offerings?: readonly Offering[] | undefined;
  /** What is guarded. */
  readonly pages?: readonly Page[] | undefined;
  /** The custom field of the CRM that passwords are stored in; where absent, they are stored in none. */
  readonly passwordField?: string | undefined;
  /** How it takes money; where absent, nobody said. */
  readonly payments?: PaymentSettings | undefined;
  /** What becomes of the source's tags. */
  readonly tagMap?: readonly TagMapEntry[] | undefined;
  /** Tags that exist although no offering or module declares them. */
  readonly tags?: readonly string[] | undefined;
  /** What a CRM sets off on the site. */
  readonly webhooks?: readonly Webhook[] | undefined;
}

/**
 * Which days something may fall on: it moves on to the first such day that is not before the one reached, so a day that
 * fits stays. On the wire tagged by `kind`.
 */
export type Snap =
  /** Some days of the week. */
  | {
      readonly kind: "weekday";
      /** Which. */
      readonly days: readonly Weekday[];
    }
  /** The nth of a day of the week in its month. A month that has no fifth is passed over. */
  | {
      readonly kind: "nth-weekday";
      /** Which of them. */
      readonly nth: number;
      /** The day of the week. */
      readonly weekday: Weekday;
    }
  /** A day of the month; the last day of a shorter month stands for one that it does not have. */
  | {
      readonly kind: "day-of-month";
      /** Which. */
      readonly day: number;
    };

/** A guess at the system an export came from. */
export interface SourceGuess {
  /** The profile's name: `keap`, `mailchimp`, …, `generic` where no system was recognised. */
  readonly profile: string;
  /** Which of its exports. */
  readonly variant: string;
  /** How sure, 0 to 100. */
  readonly score: number;
  /** Whether it stands out enough to go on without asking. */
  readonly certain: boolean;
  /** Why, in sentences. */
  readonly reasons: readonly string[];
}

/** One person to look at, with what is to be seen: the eight fields of AccessAlly's own instructions. */
export interface SpotCheck {
  /** The address. */
  readonly email: string;
  /** The tags, by name. */
  readonly tags: readonly string[];
  /** Order ids, in order of appearance. */
  readonly orderIds: readonly string[];
  /** Subscription ids, in order of appearance. */
  readonly subscriptionIds: readonly string[];
  /** Which kinds of people this one stands for. */
  readonly standsFor: readonly Stratum[];
  /** The source's id. */
  readonly contactId?: string | undefined;
  /** Given name. */
  readonly firstName?: string | undefined;
  /** Family name. */
  readonly lastName?: string | undefined;
  /** Who referred them. */
  readonly referringAffiliate?: string | undefined;
}

export interface SpotCheckAnswer {
  /** In the order in which they were drawn. */
  readonly spotChecks: readonly SpotCheck[];
}

/** One step of an automation. On the wire tagged by `kind`. */
export type Step =
  /** Adds tags. A tag that a webhook is bound to makes the site run that webhook. */
  | {
      readonly kind: "add-tags";
      /** Which, in any order. */
      readonly tags: readonly string[];
    }
  /** Removes tags. */
  | {
      readonly kind: "remove-tags";
      /** Which, in any order. */
      readonly tags: readonly string[];
    }
  /** Posts to a webhook of the site's. */
  | {
      readonly kind: "run-webhook";
      /** Which. */
      readonly webhook: string;
    }
  /** Lets time pass. */
  | {
      readonly kind: "delay";
      /** How much. */
      readonly length: Offset;
    }
  /** Waits for something. */
  | {
      readonly kind: "wait-until";
      /** For what. */
      readonly until: Wait;
    }
  /** Sends emails that belong together. */
  | {
      readonly kind: "send-sequence";
      /** The emails. */
      readonly sequence: Sequence;
    }
  /** Writes a value into a custom field. */
  | {
      readonly kind: "set-field";
      /** The field. */
      readonly field: string;
      /** What it holds afterwards. */
      readonly value: string;
    }
  /** Goes one way or the other; both ways lead on to the step after it. */
  | {
      readonly kind: "condition";
      /** What is asked. */
      readonly when: ContactCondition;
      /** The steps where it does not. */
      readonly otherwise?: readonly Step[] | undefined;
      /** The steps where it holds. */
      readonly then?: readonly Step[] | undefined;
    }
  /** An event in the middle. Who arrives here waits for it; who is at any step before it, or has come to an end, moves here when it happens. */
  | {
      readonly kind: "event";
      /** Which. */
      readonly event: AutomationEvent;
    }
  /** Goes on elsewhere. */
  | {
      readonly kind: "go-to";
      /** The step's place among the automation's own steps, 0-based; steps within a condition are not counted. */
      readonly step: number;
    }
  /** Ends the automation for the contact. */
  | {
      readonly kind: "end";
    };

/** What there is to say of a step. */
export interface StepNote {
  /** Which. */
  readonly step: Location;
  /** A clause, lower-case, no full stop. */
  readonly note: string;
}

/** A kind of person that a sample should hold one of. On the wire tagged by `kind`. */
export type Stratum =
  /** Enrolled in this offering by the plan. */
  | {
      readonly kind: "enrolled";
      /** The offering. */
      readonly offering: string;
    }
  /** A user whom the plan creates. */
  | {
      readonly kind: "created";
    }
  /** A user whom the plan changes. */
  | {
      readonly kind: "updated";
    }
  /** Of this marketing status. */
  | {
      readonly kind: "status";
      /** The status. */
      readonly status: MarketingStatus;
    }
  /** With a name outside ASCII. */
  | {
      readonly kind: "non-ascii-name";
    }
  /** Merged from several records of the source. */
  | {
      readonly kind: "merged";
    }
  /** With orders or subscriptions. */
  | {
      readonly kind: "buyer";
    }
  /** One about whom the plan has an issue of this code: a login name that was changed, an address that WordPress rewrites, and so on. */
  | {
      readonly kind: "noted";
      /** The code. */
      readonly code: Code;
    };

/** Whom or what an operation changes. On the wire tagged by `kind`. */
export type Subject =
  /** The site as a whole. */
  | {
      readonly kind: "site";
    }
  /** One user. */
  | {
      readonly kind: "user";
      /** The key of their address. */
      readonly email: string;
      /** Their id on the target; absent for one that this plan creates. */
      readonly id?: string | undefined;
    };

/** One record of an export of subscriptions. Everything may be absent but its status. */
export interface Subscription {
  /** Where it stands. One that runs and has a date of cancelling is `pending-cancel`. */
  readonly status?: SubscriptionStatus | undefined;
  /** The billing address. */
  readonly address?: Address | undefined;
  /** When it is to end, where it was cancelled to a date. */
  readonly cancelAt?: Instant | undefined;
  /** When it was cancelled. */
  readonly cancelledAt?: Instant | undefined;
  /** The person's company. */
  readonly company?: string | undefined;
  /** The coupon. */
  readonly coupon?: string | undefined;
  /** When that period ends. */
  readonly currentPeriodEnd?: Instant | undefined;
  /** When the period that is paid for began. */
  readonly currentPeriodStart?: Instant | undefined;
  /** Every other column that is not blank, by its name, in column order; and the text of what could not be read. */
  readonly custom?: Readonly<Record<string, string>> | undefined;
  /** The source's id of the person. */
  readonly customerId?: string | undefined;
  /** What a coupon takes off a charge. */
  readonly discount?: Money | undefined;
  /** The person's address. */
  readonly email?: string | undefined;
  /** When it was over. */
  readonly endedAt?: Instant | undefined;
  /** The source's id of the subscription. */
  readonly id?: string | undefined;
  /** How often it is charged. */
  readonly interval?: BillingInterval | undefined;
  /** The person's name. */
  readonly name?: string | undefined;
  /**
   * When it is charged next. Where the source has no column for it: the end of the current period of a subscription
   * that is charged again.
   */
  readonly nextPaymentAt?: Instant | undefined;
  /** After how many payments it ends by itself. */
  readonly paymentLimit?: number | undefined;
  /** How many payments were made. */
  readonly paymentsMade?: number | undefined;
  /** The person's telephone number as written. */
  readonly phone?: string | undefined;
  /** The source's name or id of the plan or price. */
  readonly plan?: string | undefined;
  /** What each charge is, as the source writes it. */
  readonly price?: Money | undefined;
  /** Who takes the money, in the source's words. */
  readonly processor?: string | undefined;
  /** The processor's id of it, where the source has one of its own too. */
  readonly processorId?: string | undefined;
  /** The product's name; of several, the names with a comma between. */
  readonly product?: string | undefined;
  /** The source's id of the product. */
  readonly productId?: string | undefined;
  /** How many of it. */
  readonly quantity?: number | undefined;
  /** When it began. */
  readonly startedAt?: Instant | undefined;
  /** The tax within a charge. */
  readonly tax?: Money | undefined;
  /** When its trial ends, or ended. */
  readonly trialEndsAt?: Instant | undefined;
}

/** What a move makes of a subscription. On the wire tagged by `kind`. */
export type SubscriptionFate =
  /** Whoever charges goes on charging; nobody has to do anything. */
  | {
      readonly kind: "continues";
    }
  /** It is stopped where it is, and the customer takes it out anew: cards and plans cannot be moved. */
  | {
      readonly kind: "must-be-stopped";
      /** Before this instant the old charger has to be stopped. */
      readonly stopBy: Instant;
      /** How many charges the old charger still makes before that. */
      readonly chargesBefore: number;
      /** How many are left for the new one; without end, where absent. */
      readonly chargesLeft?: number | undefined;
      /** The first new charge is not before this instant; absent where nobody knows when a pause ends. */
      readonly restartsFrom?: Instant | undefined;
    }
  /** It never charges again. */
  | {
      readonly kind: "ends-by-itself";
      /** Why. */
      readonly why: EndsWhy;
      /** Until when what was paid lasts, where that is known. */
      readonly until?: Instant | undefined;
    }
  /** The new site cannot work with the form it came by: it is stopped and taken out anew, if the site is to move at all. */
  | {
      readonly kind: "incompatible";
      /** Before this instant the old charger has to be stopped. */
      readonly stopBy: Instant;
      /** How many charges the old charger still makes before that. */
      readonly chargesBefore: number;
      /** How many are left for the new one; without end, where absent. */
      readonly chargesLeft?: number | undefined;
      /** The first new charge is not before this instant; absent where nobody knows when a pause ends. */
      readonly restartsFrom?: Instant | undefined;
    }
  /** It cannot be told; `BillingPlan::unresolved` says why. */
  | {
      readonly kind: "unknown";
    };

/** Where a subscription stands. */
export type SubscriptionStatus =
  | "trialing"
  | "active"
  | "past-due"
  | "paused"
  | "pending-cancel"
  | "cancelled"
  | "expired"
  | "incomplete"
  | "unpaid"
  | "unknown";

/** Whether an operation can be done. On the wire tagged by `kind`. */
export type Support =
  /** It can. */
  | {
      readonly kind: "supported";
    }
  /** It cannot. */
  | {
      readonly kind: "not-supported";
      /** Why: a clause, lower-case, no full stop. */
      readonly reason: string;
      /** Who says so. */
      readonly source: string;
    };

/** A delimited text taken apart. */
export interface Table {
  /** The cells of the first record that is not blank, as written. */
  readonly header: readonly string[];
  /** The cells of the other records, as written but for their quotes; blank lines left out. */
  readonly rows: readonly (readonly string[])[];
  /** The line each row starts on, 1-based. */
  readonly lines: readonly number[];
  /** The encoding. */
  readonly encoding: DetectedEncoding;
  /** How cells and lines are parted. */
  readonly dialect: Dialect;
  /**
   * What is wrong with the shape: blank and repeated names, rows longer or shorter than the header, stray quotes.
   * Past the limit on issues they are counted and no longer kept.
   */
  readonly issues: readonly Issue[];
}

/** How to read a table. Everything may be left out: then it is found. */
export interface TableOptions {
  /** The character between cells: one below U+0080. */
  readonly delimiter?: string | undefined;
  /** The encoding, by a label of the WHATWG Encoding Standard. */
  readonly encoding?: string | undefined;
  /** The line of the column names, 1-based, where lines stand before it. Left out: found by the table's shape. */
  readonly headerLine?: number | undefined;
  /** Bounds on the input. */
  readonly limits?: Limits | undefined;
  /** The character around cells: one below U+0080. */
  readonly quote?: string | undefined;
}

/** How many contacts hold a tag. */
export interface TagCount {
  /** The tag as the source names it. */
  readonly tag: string;
  /** How many. */
  readonly contacts: number;
}

/** When a contact was given a tag. */
export interface TagDate {
  /** The contact's place in the list, from 0. */
  readonly contact: number;
  /** The tag as the source names it. */
  readonly tag: string;
  /** When. */
  readonly at: Instant;
}

/** What becomes of a source's tag. On the wire tagged by `kind`. */
export type TagMapEntry =
  /** It stays as it is. */
  | {
      readonly kind: "keep";
      /** The source's tag. */
      readonly from: string;
    }
  /** It gets another name. */
  | {
      readonly kind: "rename";
      /** The source's tag. */
      readonly from: string;
      /** The site's. */
      readonly to: string;
    }
  /** Several become one. */
  | {
      readonly kind: "merge";
      /** The source's tags. */
      readonly from: readonly string[];
      /** The site's. */
      readonly to: string;
    }
  /** It is left behind. */
  | {
      readonly kind: "drop";
      /** The source's tag. */
      readonly from: string;
      /** Why, for whoever looks for it later. */
      readonly reason: string;
    };

/** Whose tags a site document names. */
export type Tags =
  | "mapped"
  | "as-they-are";

/** What a user of the target has of one offering. */
export interface TargetEnrollment {
  /** When they enrolled. */
  readonly enrolledAt: Instant;
  /** The instant a pending timer counts from where the module before it is released and its opening is not known. */
  readonly clockFrom?: Instant | undefined;
  /** When the user completed modules. */
  readonly completed?: Readonly<Record<string, Instant>> | undefined;
  /** The modules whose opening the user was told of, or shall never be told of: a site announces only what is not among them. */
  readonly notified?: readonly string[] | undefined;
  /** Times in which the clock stands still, in order. */
  readonly paused?: readonly Pause[] | undefined;
  /**
   * The modules already open, each with when it opened where that is known. A target that releases a module by the clock
   * keeps the instant: the timer of the next one counts from it.
   */
  readonly released?: Readonly<Record<string, Instant | null>> | undefined;
  /** When access was taken away, if it was. */
  readonly revokedAt?: Instant | undefined;
}

/** What kind of system the target is. On the wire tagged by `kind`. */
export type TargetProfile =
  | {
      readonly kind: "generic";
    }
  | {
      readonly kind: "wordpress";
      readonly version: string;
    };

/** One user of the target. On the wire one flat object; what is absent is not known. */
export interface TargetUser {
  /** The target's own id. */
  readonly id: string;
  /** The address. */
  readonly email: string;
  /** Postal address. */
  readonly address?: Address | undefined;
  /** Company. */
  readonly company?: string | undefined;
  /** When the user was first known. */
  readonly createdAt?: Instant | undefined;
  /** Further fields, by name. */
  readonly custom?: Readonly<Record<string, string>> | undefined;
  /** What they are enrolled in. */
  readonly enrollments?: Readonly<Record<string, TargetEnrollment>> | undefined;
  /** The source's id, where an earlier move left one. */
  readonly externalId?: string | undefined;
  /** Further ids of the source. */
  readonly externalIdAliases?: readonly string[] | undefined;
  /** Given name. */
  readonly firstName?: string | undefined;
  /** Family name. */
  readonly lastName?: string | undefined;
  /** Language. */
  readonly locale?: string | undefined;
  /** What the user may be sent; absent on the wire where the target says nothing. */
  readonly marketing?: Marketing | undefined;
  /** Order ids, as references. */
  readonly orderIds?: readonly string[] | undefined;
  /** Telephone number. */
  readonly phone?: string | undefined;
  /** Who referred them. */
  readonly referringAffiliate?: string | undefined;
  /** The roles, by the target's names. */
  readonly roles?: readonly string[] | undefined;
  /** Subscription ids, as references. */
  readonly subscriptionIds?: readonly string[] | undefined;
  /** The tags they hold. */
  readonly tags?: readonly string[] | undefined;
  /** IANA time zone. */
  readonly timeZone?: string | undefined;
  /** The login name; where absent, the address is. */
  readonly username?: string | undefined;
}

export interface TieAnswer {
  /** For each record, in their order, the place of its contact in the list, from 0; `null` where it has none. */
  readonly rows: readonly (number | null)[];
  /** What could not be tied, in the same order. */
  readonly issues: readonly Issue[];
}

/** What an automation does to a contact. */
export interface Timeline {
  /** What happens, in order of time; at one instant in the order in which it happens. */
  readonly lines: readonly TimelineLine[];
  /** Where the contact is afterwards. */
  readonly whereabouts: Whereabouts;
  /** The tags they hold afterwards, sorted. */
  readonly tags: readonly string[];
  /** Why the timeline ends early, where it does. */
  readonly issues: readonly Issue[];
}

/** Events along a line of time, in rows. */
export interface TimelineChart {
  /** What it shows. */
  readonly title: string;
  /** Where the line begins. */
  readonly from: Instant;
  /** The rows, in order. */
  readonly rows: readonly TimelineRow[];
}

/** One thing that happens. */
export interface TimelineLine {
  /** When. */
  readonly at: Instant;
  /** What. */
  readonly what: Happening;
  /** The step or event of the automation that it comes of; absent for what happens from outside. */
  readonly step?: Location | undefined;
}

/** One row of a timeline. */
export interface TimelineRow {
  /** What it is of. */
  readonly label: string;
  /** Its events, in the order of the row. */
  readonly events: readonly ReportEvent[];
}

/**
 * A release some time after an anchor.
 *
 * The offset is counted from the anchor; then the day moves on to one that `snap` lets pass; then the time of day is set to
 * `at`; then `fixed` is weighed against the result; at last it is kept between `not_before` and `not_after`.
 */
export interface Timer {
  /** What the time is counted from; the release of the module before, where absent on the wire. */
  readonly anchor: Anchor;
  /** How long after. */
  readonly offset: Offset;
  /** How days and longer units are counted; elapsed, where absent on the wire. */
  readonly mode: Mode;
  /** The wall-clock time on the day reached; only with `Mode::Calendar`. */
  readonly at?: string | undefined;
  /** A fixed date besides, and which of the two holds. */
  readonly fixed?: FixedDate | undefined;
  /** The latest instant. */
  readonly notAfter?: Instant | undefined;
  /** The earliest instant. */
  readonly notBefore?: Instant | undefined;
  /** Which days it may fall on; any, where absent; only with `Mode::Calendar`. */
  readonly snap?: Snap | undefined;
  /** Whose calendar is meant; the site's, where absent on the wire. */
  readonly timezone?: TimerZone | undefined;
}

/** What a timer counted, and what else decided. */
export interface TimerWhy {
  /** What it counts from. */
  readonly anchor: Anchor;
  /** How long after. */
  readonly offset: Offset;
  /** At which wall-clock time of the day reached, where the rule says. */
  readonly at?: string | undefined;
  /** The fixed date beside it, where the rule has one. */
  readonly fixed?: FixedDate | undefined;
  /** The instant that is; absent where it is not known and a fixed date holds. */
  readonly from?: Instant | undefined;
  /** Not after when, where the rule says. */
  readonly notAfter?: Instant | undefined;
  /** Not before when, where the rule says. */
  readonly notBefore?: Instant | undefined;
  /** For how many seconds the member's clock stood still since; none, where absent on the wire. */
  readonly pausedSeconds?: number | undefined;
  /** On which days, where the rule says. */
  readonly snap?: Snap | undefined;
  /** In whose calendar; the site's, where absent on the wire. */
  readonly timezone?: TimerZone | undefined;
}

/** Whose calendar a timer runs in. */
export type TimerZone =
  | "site"
  | "member";

/** Who says how an item stands. */
export type ToldBy =
  | "computed"
  | "person"
  | "nobody";

/** Whether the plugin adds the CRM's tracking script to every page. */
export type TrackingScript =
  | "on"
  | "off"
  | "on-and-by-hand";

export interface TranslateAnswer {
  readonly translation: Translation;
  /** Absent where none was asked for. */
  readonly proof?: Proof | undefined;
}

/** An email that the site sends when something opens. */
export interface TranslatedEmail {
  /** Its subject. */
  readonly subject: string;
  /** When it is sent. */
  readonly when: EmailMoment;
  /** The step that sends it. */
  readonly step: Location;
}

/** A module with the rule that opens it when the automation would. */
export interface TranslatedModule {
  /** Which. */
  readonly module: string;
  /** When it opens. */
  readonly release: ReleaseRule;
  /** The step that adds its tag. */
  readonly step: Location;
}

/** An automation as a site without a CRM has it. */
export interface Translation {
  /** The offering that it delivers. */
  readonly offering: string;
  /** The modules whose tags it adds after a time, in the order in which it does. The rules of the others stay as they are. */
  readonly modules: readonly TranslatedModule[];
  /** The emails that the site can send when something opens, in the order of the steps. */
  readonly emails: readonly TranslatedEmail[];
  /** Steps whose work is done otherwise, or is no longer needed, in the order of the steps. */
  readonly replaced: readonly StepNote[];
  /** Steps that the site cannot do, in the order of the steps. */
  readonly notTranslated: readonly UntranslatedStep[];
  /** What is to be known of the whole: that the automation is paused, so that all this is what it would do. */
  readonly issues?: readonly Issue[] | undefined;
  /** The delay that waits for the password. It falls away: the form that releases the offering makes the login first. */
  readonly settling?: SettlingDelay | undefined;
}

/** What the clock does to a page or a module. */
export type Turn =
  | "opens"
  | "closes";

/** Somebody who lost or gained access unasked. */
export interface UnaskedChange {
  /** The key of the person's address. */
  readonly subject: string;
  /** The page. */
  readonly page: ComparedPage;
  /** Lost, gained or earlier. */
  readonly verdict: Verdict;
  /** The first instant at which both sites differ. */
  readonly at: Instant;
  /** What the site before says at that instant. */
  readonly before: AccessSide;
  /** What the site after says at that instant. */
  readonly after: AccessSide;
  /** The same as an issue, with what to do about it. */
  readonly issue: Issue;
}

/** A unit of time. */
export type Unit =
  | "minutes"
  | "hours"
  | "days"
  | "weeks"
  | "months"
  | "years";

/** A subscription of which something cannot be told. */
export interface UnresolvedSubscription {
  /** Which. */
  readonly subscription: string;
  /** Why, at least one. */
  readonly reasons: readonly Issue[];
}

/** Why a site cannot do a step. */
export type UntranslatedReason =
  | "condition"
  | "wait"
  | "unknown-time"
  | "tag"
  | "webhook"
  | "field"
  | "email"
  | "circle"
  | "unreached";

/** A step that the site cannot do. */
export interface UntranslatedStep {
  /** Which. */
  readonly step: Location;
  /** Why not. */
  readonly reason: UntranslatedReason;
  /** The same in words: a clause, lower-case, no full stop. */
  readonly note: string;
}

/** Fields of a user change. Roles, login name, address and password stay. */
export interface UpdateUser {
  /** The fields that change, as they are; absent where there is no value yet. */
  readonly before: UserProfile;
  /** The same fields as they shall be. */
  readonly after: UserProfile;
}

/** What is known of a person. In an update it holds only the fields that change. */
export interface UserProfile {
  /** Postal address. */
  readonly address?: Address | undefined;
  /** Company. */
  readonly company?: string | undefined;
  /** When the person was first known. */
  readonly createdAt?: Instant | undefined;
  /** The source's own fields, by name. */
  readonly custom?: Readonly<Record<string, string>> | undefined;
  /** The source's own id. */
  readonly externalId?: string | undefined;
  /** Further ids of the source under the same address, in order of appearance. */
  readonly externalIdAliases?: readonly string[] | undefined;
  /** Given name. */
  readonly firstName?: string | undefined;
  /** Family name. */
  readonly lastName?: string | undefined;
  /** Language, as the source writes it. */
  readonly locale?: string | undefined;
  /** What the person may be sent; absent where nothing was stated. */
  readonly marketing?: Marketing | undefined;
  /** Order ids, in order of appearance. References only: no order is moved. */
  readonly orderIds?: readonly string[] | undefined;
  /** Telephone number as written. */
  readonly phone?: string | undefined;
  /** Who referred the person. */
  readonly referringAffiliate?: string | undefined;
  /** Subscription ids, in order of appearance. References only: no charge is moved. */
  readonly subscriptionIds?: readonly string[] | undefined;
  /** IANA time zone, as the source writes it. */
  readonly timeZone?: string | undefined;
}

/** What becomes of a member's access to a page within a span of time. */
export type Verdict =
  | "lost"
  | "later"
  | "gained"
  | "earlier"
  | "unchanged";

/** How often each verdict was found. */
export interface VerdictCounts {
  /** See `Verdict::Lost`. */
  readonly lost: number;
  /** See `Verdict::Later`. */
  readonly later: number;
  /** See `Verdict::Gained`. */
  readonly gained: number;
  /** See `Verdict::Earlier`. */
  readonly earlier: number;
  /** See `Verdict::Unchanged`. */
  readonly unchanged: number;
}

/** A reason of the verdict. On the wire tagged by `kind`. */
export type VerdictReason =
  /** Something for which the guide recommends to stay with the CRM. */
  | {
      readonly kind: "speaks-for-the-crm";
      /** What. */
      readonly code: Code;
      /** How often. */
      readonly count: number;
      /** The meaning of the code. */
      readonly meaning: string;
    }
  /** Something is an error. */
  | {
      readonly kind: "wrong";
      /** What. */
      readonly code: Code;
      /** How often. */
      readonly count: number;
      /** The meaning of the code. */
      readonly meaning: string;
    }
  /** Items that nobody has answered. */
  | {
      readonly kind: "open";
      /** Which, in the order of the checklist. */
      readonly items: readonly ChecklistItem[];
    }
  /** Items whose answers no longer count. */
  | {
      readonly kind: "old";
      /** Which, in the order of the checklist. */
      readonly items: readonly ChecklistItem[];
    }
  /** Every item is confirmed or does not apply. */
  | {
      readonly kind: "all-confirmed";
    };

/** What was compared, in numbers. */
export interface Verified {
  /** Users the target should have. */
  readonly usersExpected: number;
  /** Users it has. */
  readonly usersFound: number;
  /** Users the plan creates or changes. */
  readonly plannedUsers: number;
  /** Those of them who are there. */
  readonly plannedUsersFound: number;
  /** Users the plan does not touch. */
  readonly untouchedUsers: number;
  /** Tags the plan adds. */
  readonly tagsExpected: number;
  /** Those of them that are held. */
  readonly tagsFound: number;
  /** Enrollments the plan makes or adds to. */
  readonly enrollmentsExpected: number;
  /** Those of them that are as planned. */
  readonly enrollmentsFound: number;
}

/**
 * The target must hold what was planned, and nothing else may have changed. The host takes a snapshot and reconciles it
 * with the plan. Where that finds differences which failed operations do not explain, the operation has failed: the run stops,
 * nobody is notified and the site stays in maintenance mode.
 */
export interface VerifyTarget {
  /** How many users the target has then. */
  readonly users: number;
  /** The digest of the users that the plan does not touch. */
  readonly untouched: string;
}

/** What a contact waits for. On the wire tagged by `kind`. */
export type Wait =
  /** Until something holds of the contact. */
  | {
      readonly kind: "condition";
      /** What. */
      readonly when: ContactCondition;
    }
  /** Until an instant; who arrives later goes on at once. */
  | {
      readonly kind: "instant";
      /** Which. */
      readonly at: Instant;
    }
  /** Until the clock shows a time; who arrives on it goes on at once. */
  | {
      readonly kind: "time-of-day";
      /** Which, in the account's zone. */
      readonly at: string;
    };

/** An error that the owner has looked at and goes on in spite of. */
export interface Waiver {
  /** The code of the issues. */
  readonly code: Code;
  /** Why it does no harm here, for whoever reads the plan later. Without one nothing is waived. */
  readonly reason: string;
}

/**
 * An operation that a CRM sets off.
 *
 * Where it has a tag, the site runs the operation when the tag is added to a contact, and removes the tag afterwards. Where it has none, the
 * CRM posts to its address.
 */
export interface Webhook {
  /** Unique within the site. */
  readonly id: string;
  /** What is done. */
  readonly operation: CustomOperation;
  /** The CRM that runs it, if somebody said. */
  readonly crm?: Crm | undefined;
  /** When the log has it for the last time. */
  readonly lastRunAt?: Instant | undefined;
  /** How often the log has it. */
  readonly runs?: number | undefined;
  /** The tag that sets it off; used for nothing else. */
  readonly tag?: string | undefined;
}

/** What becomes of one webhook. */
export interface WebhookFate {
  /** Which. */
  readonly webhook: string;
  /** What it did. */
  readonly operation: CustomOperation;
  /** What becomes of it. */
  readonly fate: AfterMove;
  /** The same in words. */
  readonly sentence: string;
  /** Whole days since then; absent where the log does not have it, or only later. */
  readonly daysSinceLastRun?: number | undefined;
  /** When the log has it for the last time. */
  readonly lastRunAt?: Instant | undefined;
  /** The tag that set it off. */
  readonly tag?: string | undefined;
}

/** A day of the week. */
export type Weekday =
  | "monday"
  | "tuesday"
  | "wednesday"
  | "thursday"
  | "friday"
  | "saturday"
  | "sunday";

/** Where a contact is in an automation. On the wire tagged by `kind`. */
export type Whereabouts =
  /** They have never been in it. */
  | {
      readonly kind: "outside";
    }
  /** They wait at a step for something to happen. */
  | {
      readonly kind: "waiting";
      /** Which. */
      readonly step: Location;
    }
  /** They have come to the end. */
  | {
      readonly kind: "finished";
    }
  /** They stopped at a step and will not go on. */
  | {
      readonly kind: "stopped";
      /** Which. */
      readonly step: Location;
    };

/** Why a module stands as it does. On the wire tagged by `kind`. */
export type Why =
  /** The base module opens at enrollment. */
  | {
      readonly kind: "base";
    }
  /** Its rule says at once: it opens at enrollment. */
  | {
      readonly kind: "at-once";
    }
  /** It is recorded as open, whatever the clock says. */
  | {
      readonly kind: "released";
    }
  /** A timer. */
  | {
      readonly kind: "timer";
      /** What it counts from. */
      readonly anchor: Anchor;
      /** How long after. */
      readonly offset: Offset;
      /** At which wall-clock time of the day reached, where the rule says. */
      readonly at?: string | undefined;
      /** The fixed date beside it, where the rule has one. */
      readonly fixed?: FixedDate | undefined;
      /** The instant that is; absent where it is not known and a fixed date holds. */
      readonly from?: Instant | undefined;
      /** Not after when, where the rule says. */
      readonly notAfter?: Instant | undefined;
      /** Not before when, where the rule says. */
      readonly notBefore?: Instant | undefined;
      /** For how many seconds the member's clock stood still since; none, where absent on the wire. */
      readonly pausedSeconds?: number | undefined;
      /** On which days, where the rule says. */
      readonly snap?: Snap | undefined;
      /** In whose calendar; the site's, where absent on the wire. */
      readonly timezone?: TimerZone | undefined;
    }
  /** It was due within a pause, and opens when that ends. */
  | {
      readonly kind: "after-pause";
      /** When it was due. */
      readonly due: Instant;
      /** When the pause ends. */
      readonly until: Instant;
    }
  /** It opens by hand only. */
  | {
      readonly kind: "manual";
    }
  /** It counts from a module that opens by hand and is not open. */
  | {
      readonly kind: "waits-for-manual";
      /** That module. */
      readonly module: string;
    }
  /** It counts from a module that is open, since nobody knows when. */
  | {
      readonly kind: "opening-unknown";
      /** That module. */
      readonly module: string;
    }
  /** It counts from something that has not happened, or of which nobody knows when it did. */
  | {
      readonly kind: "anchor-unknown";
      /** What it counts from. */
      readonly anchor: Anchor;
    }
  /** The member's clock stands still, and no end is in sight. */
  | {
      readonly kind: "paused";
      /** Since when. */
      readonly since: Instant;
    }
  /** Access was, or by then will have been, ended by an expiry rule. */
  | {
      readonly kind: "expired";
      /** When. */
      readonly at: Instant;
    }
  /** Access was, or by then will have been, taken away. */
  | {
      readonly kind: "revoked";
      /** When. */
      readonly at: Instant;
    };

/** Why an email does not go out. */
export type WithheldReason =
  | "draft"
  | "not-subscribed";

/** Every operation: what it takes and what it gives. */
export interface Operations {
  "access.compare": {
    request: {
      /** The document of the site before. */
      readonly before: SiteDocument;
      /** The document of the site after. */
      readonly after: SiteDocument;
      /** The people, as each site knows them. */
      readonly members: readonly ComparedMember[];
      /** The first instant of the span. */
      readonly from: Instant;
      /** The first instant after it. */
      readonly until: Instant;
      /** The losses that the owner accepts. */
      readonly accepted?: readonly AcceptedLoss[] | undefined;
      /** How pages are put together. */
      readonly matching?: PageMatching | undefined;
    };
    answer: CompareAnswer;
  };
  "access.decide": {
    request: {
      /** Who asks. */
      readonly member: Member;
      /** For which page. */
      readonly page: string;
      /** When. */
      readonly at: Instant;
      /** The site document. */
      readonly site?: SiteDocument | undefined;
    };
    answer: Decision;
  };
  "access.decide-all": {
    request: {
      /** Who asks. */
      readonly members: readonly Member[];
      /** When. */
      readonly at: Instant;
      /** The site document. */
      readonly site?: SiteDocument | undefined;
    };
    answer: DecideAllAnswer;
  };
  "access.decide-user": {
    request: {
      /** For which page. */
      readonly page: string;
      /** When. */
      readonly at: Instant;
      /** The site document. */
      readonly site?: SiteDocument | undefined;
      /** Who asks, as the target holds them; absent where nobody is logged in. */
      readonly user?: TargetUser | undefined;
    };
    answer: Decision;
  };
  "access.evaluate-rule": {
    request: {
      /** What must hold. */
      readonly rule: Rule;
      /** Who asks. */
      readonly member: Member;
      /** When. */
      readonly at: Instant;
    };
    answer: Decision;
  };
  "access.import-rule": {
    request: {
      /** What the other system guards by. */
      readonly setting: PeerSetting;
    };
    answer: ImportedRule;
  };
  "access.member-of": {
    request: {
      /** The user, as the target holds them. */
      readonly user: TargetUser;
      /** When they ask for something. */
      readonly at: Instant;
      /** The site document. */
      readonly site?: SiteDocument | undefined;
    };
    answer: Member;
  };
  "access.prove": {
    request: {
      /** Until when access is compared, from the instant of the plan. */
      readonly until: Instant;
      /** The losses that the owner accepts. */
      readonly accepted?: readonly AcceptedLoss[] | undefined;
      /** The gains that the owner accepts. */
      readonly acceptedGains?: readonly AcceptedGain[] | undefined;
      /** The document of the site before the move, where it was another; else that of the site after it, its tags renamed. */
      readonly before?: SiteDocument | undefined;
      /** The source's people. */
      readonly contacts?: readonly Contact[] | undefined;
      /** How pages are put together. */
      readonly matching?: PageMatching | undefined;
      /** The plan as it was written. */
      readonly plan?: string | undefined;
      /** The document of the site as it is after the move. */
      readonly site?: SiteDocument | undefined;
      /** Whether that is so after the plan was carried out, or before. */
      readonly stage?: ProofStage | undefined;
      /** What the target holds, in any order. */
      readonly users?: readonly TargetUser[] | undefined;
    };
    answer: AccessProof;
  };
  "automation.blueprint": {
    request: {
      /** The offering to be delivered. */
      readonly offering: string;
      /** The CRM that delivers it. */
      readonly crm: Crm;
      /** Who opens the modules; the site, where absent. */
      readonly drip?: DripBy | undefined;
      /** The document of the site. */
      readonly site?: SiteDocument | undefined;
    };
    answer: Blueprint;
  };
  "automation.lint": {
    request: {
      /** The automation. */
      readonly automation: Automation;
      /** The document of the site. */
      readonly site?: SiteDocument | undefined;
    };
    answer: LintAnswer;
  };
  "automation.simulate": {
    request: {
      /** The automation. */
      readonly automation: Automation;
      /** What happens to the contact. */
      readonly contact: ContactHistory;
      /** The document of the site. */
      readonly site?: SiteDocument | undefined;
      /** The zone of the CRM's account; the site's, where absent. */
      readonly timezone?: string | undefined;
    };
    answer: Timeline;
  };
  "automation.translate": {
    request: {
      /** The automation. */
      readonly automation: Automation;
      /** When the proof's contact starts; no proof is made, where absent. */
      readonly proveAt?: Instant | undefined;
      /** The document of the site. */
      readonly site?: SiteDocument | undefined;
      /** The zone of the CRM's account; the site's, where absent. */
      readonly timezone?: string | undefined;
    };
    answer: TranslateAnswer;
  };
  "billing.plan": {
    request: {
      /** What each system exported. */
      readonly sources: readonly BillingSource[];
      /** The instant that the plan is for: that of the exports. */
      readonly at: Instant;
      readonly options: BillingOptions;
      /**
       * Where the plan is to be carried out; it is only to be read, where absent. Elsewhere than on the live site that it was made for it
       * is refused.
       */
      readonly here?: Environment | undefined;
      /** What of the answer is wanted; all of it, where absent. */
      readonly parts?: readonly BillingPart[] | undefined;
      /** The site document. */
      readonly site?: SiteDocument | undefined;
    };
    answer: BillingAnswer;
  };
  "code.list": {
    request: {
      /** The codes that are wanted; every one, where absent. */
      readonly codes?: readonly Code[] | undefined;
    };
    answer: CodesAnswer;
  };
  "columns.match": {
    request: {
      /** The columns' names, in the file's order. */
      readonly headers: readonly string[];
      /** The source, where it is known. */
      readonly profile?: string | undefined;
    };
    answer: Mapping;
  };
  "contacts.from-records": {
    request: {
      /** The records as the text of their JSON, since ids may be numbers that no language holds exactly. */
      readonly text: string;
      /** How to read it. */
      readonly options?: ReadOptions | undefined;
      /** What of the answer is wanted; all of it, where absent. */
      readonly parts?: readonly RecordsPart[] | undefined;
      /** What the API gives apart from them, as the text of its JSON. */
      readonly related?: string | undefined;
    };
    answer: RecordsAnswer;
  };
  "contacts.join": {
    request: {
      /** The users of the site. */
      readonly users: readonly Contact[];
      /** The contacts of the CRM. */
      readonly contacts?: readonly Contact[] | undefined;
      /** How it is told who is whom. */
      readonly options?: JoinOptions | undefined;
    };
    answer: MergeAnswer;
  };
  "contacts.merge": {
    request: {
      /** Several lists of one site; the first one's people come first. */
      readonly lists: readonly (readonly Contact[])[];
      /** Which of two different values is kept. */
      readonly duplicates?: DuplicatesPolicy | undefined;
    };
    answer: MergeAnswer;
  };
  "contacts.read": {
    request: {
      /** The export as bytes, in Base64. */
      readonly base64?: string | undefined;
      /** How to read it. */
      readonly options?: ReadOptions | undefined;
      /** What of the answer is wanted; all of it, where absent. */
      readonly parts?: readonly ReadPart[] | undefined;
      /** The export as text: UTF-8, whatever it was before. */
      readonly text?: string | undefined;
    };
    answer: ContactsAnswer;
  };
  "contacts.write-csv": {
    request: {
      /** The contacts, in the order in which they are written. */
      readonly contacts?: readonly Contact[] | undefined;
      readonly options?: CsvOptions | undefined;
    };
    answer: CsvAnswer;
  };
  "date.parse": {
    request: {
      /** What stands in the cell. */
      readonly text: string;
      readonly options?: DateOptions | undefined;
    };
    answer: ParsedDate;
  };
  "email.check": {
    request: {
      readonly address: string;
    };
    answer: EmailCheck;
  };
  "export.detect": {
    request: {
      /** The export as bytes, in Base64, or its first MiB. */
      readonly base64?: string | undefined;
      /** What is known of it already. */
      readonly options?: ReadOptions | undefined;
      /** The export as text, or its first MiB: UTF-8, whatever it was before. */
      readonly text?: string | undefined;
    };
    answer: DetectAnswer;
  };
  "membership.continuity": {
    request: {
      readonly options: ContinueOptions;
      /** The source's people. */
      readonly contacts?: readonly Contact[] | undefined;
      readonly evidence?: Evidence | undefined;
      /** The site document. */
      readonly site?: SiteDocument | undefined;
    };
    answer: ContinuityAnswer;
  };
  "membership.infer": {
    request: {
      /** The instant that stands in for dates nobody knows; none is later. */
      readonly now: Instant;
      /** The source's people. */
      readonly contacts?: readonly Contact[] | undefined;
      readonly evidence?: Evidence | undefined;
      /** The site document. */
      readonly site?: SiteDocument | undefined;
      /** Mapped, where absent. */
      readonly tags?: Tags | undefined;
    };
    answer: InferAnswer;
  };
  "money.parse": {
    request: {
      /** What stands in the cell. */
      readonly text: string;
      readonly options?: MoneyOptions | undefined;
    };
    answer: ParsedMoney;
  };
  "operation.describe": {
    request: {
      /** What is to be done. */
      readonly operation: CustomOperation;
    };
    answer: DescribeAnswer;
  };
  "operation.perform": {
    request: {
      /** The operation of a plan. */
      readonly operation: Operation;
      /** The id that the target gives to a user who is made. */
      readonly id: string;
      /** The user of its address, as the target holds them now; absent where there is none. */
      readonly user?: TargetUser | undefined;
    };
    answer: PerformAnswer;
  };
  "orders.read": {
    request: {
      /** The export as bytes, in Base64. */
      readonly base64?: string | undefined;
      /** How to read it. */
      readonly options?: ReadOptions | undefined;
      /** What of the answer is wanted; all of it, where absent. */
      readonly parts?: readonly ReadPart[] | undefined;
      /** The export as text: UTF-8, whatever it was before. */
      readonly text?: string | undefined;
    };
    answer: PaymentsAnswer;
  };
  "orders.tie": {
    request: {
      readonly orders: readonly Order[];
      /** What the customers' ids are ids of. */
      readonly customerIds: CustomerIds;
      readonly contacts?: readonly Contact[] | undefined;
    };
    answer: TieAnswer;
  };
  "payment.setup": {
    request: {
      /** The documents of other sites and copies that may charge with the same accounts; none, where absent. */
      readonly others?: readonly SiteDocument[] | undefined;
      /** The site document. */
      readonly site?: SiteDocument | undefined;
    };
    answer: SetupAnswer;
  };
  "plan.build": {
    request: {
      /** What the owner decides. */
      readonly options: PlanOptions;
      /** The source's people. */
      readonly contacts?: readonly Contact[] | undefined;
      /** What of the answer is wanted; all of it, where absent. */
      readonly parts?: readonly PlanPart[] | undefined;
      /**
       * What the source holds of people's passwords, which has no place in a contact; each address once. Secrets go in here and come out
       * nowhere.
       */
      readonly passwords?: readonly HeldPassword[] | undefined;
      /** The site document. */
      readonly site?: SiteDocument | undefined;
      /** The target's, in any order. */
      readonly users?: readonly TargetUser[] | undefined;
    };
    answer: PlanAnswer;
  };
  "plan.diff": {
    request: {
      /** The plan that was reviewed, as it was written. */
      readonly before: string;
      /** The other one. */
      readonly after: string;
    };
    answer: PlanDiff;
  };
  "plan.reconcile": {
    request: {
      /** The plan as it was written. */
      readonly plan?: string | undefined;
      /** What the target holds now, in any order. */
      readonly users?: readonly TargetUser[] | undefined;
    };
    answer: Reconciliation;
  };
  "plan.spot-check": {
    request: {
      /** How many people to look at; ten, where absent. */
      readonly count?: number | undefined;
      /** The plan as it was written. */
      readonly plan?: string | undefined;
      /** What the target held when the plan was built, in any order. */
      readonly users?: readonly TargetUser[] | undefined;
    };
    answer: SpotCheckAnswer;
  };
  "readiness.assess": {
    request: {
      /** The instant it is assessed for. */
      readonly at: Instant;
      /** What people answered, by item. */
      readonly answers?: Readonly<Record<string, ChecklistAnswer>> | undefined;
      /** The source's people. */
      readonly contacts?: readonly Contact[] | undefined;
      /** Since when the environment is what the site document says. */
      readonly environmentSince?: Instant | undefined;
      /** The items of the checklist that are wanted; all, where absent. */
      readonly items?: readonly ChecklistItem[] | undefined;
      /** What of the answer is wanted; all of it, where absent. The verdict is always given. */
      readonly parts?: readonly ReadinessPart[] | undefined;
      /** The site document. */
      readonly site?: SiteDocument | undefined;
      /** The orders and subscriptions of every system; nobody looked, where absent. */
      readonly sources?: readonly BillingSource[] | undefined;
      /** The target's users, in any order; nobody looked, where absent. */
      readonly users?: readonly TargetUser[] | undefined;
    };
    answer: ReadinessAnswer;
  };
  "release.at": {
    request: {
      /** When the module opens. */
      readonly rule: ReleaseRule;
      /** The points in time that it may count from. */
      readonly anchors: Anchors;
      /** The zone of the calendar. */
      readonly timezone: string;
      /** The system whose arithmetic is followed; AccessAlly, where absent. */
      readonly profile?: DripProfile | undefined;
    };
    answer: ReleaseAtAnswer;
  };
  "release.calendar": {
    request: {
      /** Any name of the member that stays. */
      readonly member: string;
      /** What the member is enrolled in. */
      readonly schedules: readonly Enrolled[];
      /** The site's zone. */
      readonly timezone: string;
      /** When the calendar is made. */
      readonly at: Instant;
      /** What is known of the member besides the enrollments. */
      readonly facts?: MemberFacts | undefined;
    };
    answer: CalendarAnswer;
  };
  "release.next": {
    request: {
      /** What everybody is enrolled in. */
      readonly members: readonly EnrolledMember[];
      /** The first instant of the span. */
      readonly from: Instant;
      /** The first instant after it. */
      readonly until: Instant;
      /** The site document. */
      readonly site?: SiteDocument | undefined;
    };
    answer: NextReleasesAnswer;
  };
  "release.schedule": {
    request: {
      /** The offering with its modules. */
      readonly offering: Offering;
      /** What the member has of it. */
      readonly enrollment: Enrollment;
      /** The zone of the calendar. */
      readonly timezone: string;
      /** The instant at which modules are open or not. */
      readonly at: Instant;
      /** What is known of the member besides the enrollment. */
      readonly facts?: MemberFacts | undefined;
      /** The system whose arithmetic is followed; AccessAlly, where absent. */
      readonly profile?: DripProfile | undefined;
    };
    answer: ScheduleAnswer;
  };
  "report.make": {
    request: {
      /** The instant that the report is made for. */
      readonly at: Instant;
      /** What is wanted. */
      readonly form: ReportForm;
      /** The losses of access that the owner accepts. */
      readonly accepted?: readonly AcceptedLoss[] | undefined;
      /** The gains of access that the owner accepts. */
      readonly acceptedGains?: readonly AcceptedGain[] | undefined;
      /** The document of the site before the move, where it was another; else that of the site after it, its tags renamed. */
      readonly before?: SiteDocument | undefined;
      /** What billing is planned by; it is not, where absent. */
      readonly billing?: Billing | undefined;
      /**
       * Until when access before the move is compared with that after it, on the target where it is given, else as foreseen for everybody; it is
       * not, where absent. Where there is a plan as well as the target, it is told what nobody asked for.
       */
      readonly compareUntil?: Instant | undefined;
      /** The source's people; the sections that are about them need them. */
      readonly contacts?: readonly Contact[] | undefined;
      /** The journal of the plan's run. */
      readonly journal?: string | undefined;
      /** The plan as it was written. */
      readonly plan?: string | undefined;
      /** The key that makes people unrecognisable; they are named, where absent. */
      readonly pseudonymise?: string | undefined;
      /** What readiness is assessed by; it is not, where absent. */
      readonly readiness?: Basis | undefined;
      /** What reading the list of the source's people found; it is not told, where absent. */
      readonly reading?: ReadingCounts | undefined;
      /** The site document. */
      readonly site?: SiteDocument | undefined;
      /** What the target holds after the run, in any order: by it the plan is proved, and people are drawn to look at. */
      readonly usersAfter?: readonly TargetUser[] | undefined;
    };
    answer: ReportAnswer;
  };
  "run.rollback-plan": {
    request: {
      /** The journal of the run. */
      readonly journal: string;
      /** The instant at which the run is taken back. */
      readonly now: Instant;
      /** What of the answer is wanted; all of it, where absent. */
      readonly parts?: readonly PlanPart[] | undefined;
      /** The plan of the run, as it was written. */
      readonly plan?: string | undefined;
      /** What the target holds now, in any order. */
      readonly users?: readonly TargetUser[] | undefined;
    };
    answer: PlanAnswer;
  };
  "run.script": {
    request: {
      /** The site document. */
      readonly site: SiteDocument;
      /** The source's people. */
      readonly contacts: readonly Contact[];
      /** The target's, in any order. */
      readonly users: readonly TargetUser[];
      /** What the owner decides. The clock of the script begins at its `now`, and is a second later with each batch that is recorded. */
      readonly options: PlanOptions;
      /** What happens, in order. The plan is made before the first. */
      readonly steps: readonly ScriptStep[];
      /** What the source holds of people's passwords; each address once. Secrets go in here and come out nowhere. */
      readonly passwords?: readonly HeldPassword[] | undefined;
      readonly runOptions?: ScriptOptions | undefined;
    };
    answer: ScriptAnswer;
  };
  "site.check": {
    request: {
      /** The document as part of the request: its issues have paths. */
      readonly site?: unknown | undefined;
      /** The document as the text of its file: mistakes in its JSON have a line and a column too. */
      readonly text?: string | undefined;
    };
    answer: SiteCheckAnswer;
  };
  "site.propose-tag-map": {
    request: {
      /** The source's people. */
      readonly contacts?: readonly Contact[] | undefined;
      /** The site document. */
      readonly site?: SiteDocument | undefined;
    };
    answer: ProposeTagMapAnswer;
  };
  "site.schedule": {
    request: {
      /** What the member has of one of its offerings. */
      readonly enrollment: Enrollment;
      /** The instant at which modules are open or not. */
      readonly at: Instant;
      /** What is known of the member besides the enrollment. */
      readonly facts?: MemberFacts | undefined;
      /** The system whose arithmetic is followed; AccessAlly, where absent. */
      readonly profile?: DripProfile | undefined;
      /** The site document. */
      readonly site?: SiteDocument | undefined;
    };
    answer: ScheduleAnswer;
  };
  "subscriptions.read": {
    request: {
      /** The export as bytes, in Base64. */
      readonly base64?: string | undefined;
      /** How to read it. */
      readonly options?: ReadOptions | undefined;
      /** What of the answer is wanted; all of it, where absent. */
      readonly parts?: readonly ReadPart[] | undefined;
      /** The export as text: UTF-8, whatever it was before. */
      readonly text?: string | undefined;
    };
    answer: PaymentsAnswer;
  };
  "subscriptions.tie": {
    request: {
      readonly subscriptions: readonly Subscription[];
      /** What the customers' ids are ids of. */
      readonly customerIds: CustomerIds;
      readonly contacts?: readonly Contact[] | undefined;
    };
    answer: TieAnswer;
  };
  "table.read": {
    request: {
      /** Its bytes, in Base64. */
      readonly base64?: string | undefined;
      readonly options?: TableOptions | undefined;
      /** The text: UTF-8, whatever it was before. */
      readonly text?: string | undefined;
    };
    answer: Table;
  };
  "webhook.inventory": {
    request: {
      /** Now, from which the days since the last run are counted. */
      readonly at: Instant;
      /** The document of the site. */
      readonly site?: SiteDocument | undefined;
    };
    answer: InventoryAnswer;
  };
  "wordpress.names": {
    request: {
      /** An address, as it would be handed to WordPress. */
      readonly email: string;
      /** A login name, likewise. */
      readonly username: string;
    };
    answer: NamesAnswer;
  };
}
