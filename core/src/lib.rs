//! Moves membership sites safely: read, check, plan, apply, prove.
//!
//! ```
//! use memberferry::{Outcome, Plan, PlanOptions, ReadOptions, Run, RunOptions, Site, Snapshot, read_contacts};
//!
//! let export = b"Email,First Name,Tags\nada@example.com,Ada,Gold\ngrace.example.com,Grace,Gold\n";
//! let site = Site::from_json(br#"{
//!     "format": 1, "name": "Harbour Academy", "timezone": "Europe/Amsterdam",
//!     "environment": {"kind": "staging", "url": "https://staging.harbour.example"},
//!     "offerings": [{"id": "gold", "name": "Gold", "kind": "membership", "accessTag": "Gold", "modules": []}]
//! }"#)?;
//! let now = "2026-01-31T09:00:00Z".parse()?;
//!
//! let intake = read_contacts(export, &ReadOptions::default())?;
//! assert_eq!((intake.contacts.len(), intake.set_aside.len()), (1, 1)); // Grace's address has no `@`
//!
//! let target = Snapshot::from_users([])?; // what the site holds now: nobody
//! let plan = Plan::build(&site, &intake.contacts, &target, &PlanOptions::new(now))?;
//! // Which copy of the site the target is, by what the host knows of itself: a plan for another one is refused.
//! let here = RunOptions::new(serde_json::from_str(r#"{"kind": "staging", "url": "https://staging.harbour.example"}"#)?);
//! let (mut run, mut journal) = Run::start(&plan, &here, now)?;
//! while let Some(batch) = run.next_batch() {
//!     let outcomes = vec![Outcome::Applied; batch.operations.len()]; // a host writes them to its database here
//!     journal.extend(run.record(&batch, &outcomes, now)?);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Overview
//!
//! The types follow the job, and each step is a function of its arguments alone: the clock, the zone and the bytes are
//! handed in, and the same input gives the same bytes out on every platform.
//!
//! * **Read.** [`read_contacts`] (or [`ContactReader`], chunk by chunk) makes an [`Intake`] of an export: [`Contacts`], the
//!   [`Issues`] found, what the file was [detected](Detection) to be, and the records set aside. Nothing is dropped.
//!   [`read_records`] (or [`RecordReader`]) does the same for the JSON of an API, with its [`RelatedRecords`].
//!   [`read_orders`] and [`read_subscriptions`] read payment exports in the same way; [`tie_orders`] and [`tie_subscriptions`] find
//!   whose each of them is.
//! * **Look.** [`detect`] says what a file is from its beginning, and [`match_columns`] what its columns are for; [`read_table`]
//!   and [`read_sheet`] give the cells as they are written. [`check_email`], [`parse_date`] and [`parse_money`] read one value.
//! * **Combine.** [`merge_contacts`] makes one list of several; [`join_contacts`] puts a site's users to its CRM's contacts.
//!   [`Contacts::write_csv`] and [`Contacts::to_records`] give the list back.
//! * **Check.** A [`SiteDocument`] becomes a [`Site`]: its offerings and modules, its pages and rules, every reference
//!   resolved. [`Site::decide`] says who may see a page and why, for a [`Member`], whom [`user_as_member`] makes of a target's user;
//!   [`evaluate_rule`] decides by one rule, without a site. [`PeerSetting::import`] makes rules of other systems' settings.
//! * **Release.** [`Site::release_schedule`] says when each module opens to somebody, and [`next_releases`] what opens to whom next.
//!   Without a site, [`release_at`] counts by one rule and [`release_schedule`] by those of an offering; [`release_calendar`] writes
//!   an iCalendar.
//! * **Foresee.** [`infer_enrollments`] tells from tags, orders and dates who is enrolled in what; [`continuity`] says for each member
//!   and module what each [`DripContinuity`] makes of it; a [`Roster`] is the contacts as members, before the move and after it.
//!   [`compare_access`] says who gains and who loses access between two sites, over time and with the reason on each side, and
//!   [`compare_contacts`] says it of contacts.
//! * **Bill.** [`plan_billing`] says who charges whom before and after, and what has to be stopped by when; [`check_payment_setup`]
//!   what a site lacks to take money, and [`check_shared_accounts`] which sites share a processor's account.
//! * **Plan.** [`Plan::build`] compares the contacts with a [`Snapshot`] of the target and lists every change as an
//!   [`Operation`] with before, after and reason, under a [digest](PlanDigest). What is run is what was reviewed.
//!   [`PlanOptions::target`] says what kind of system the target is ([`TargetProfile`]); what it would change or refuse is found then.
//!   For WordPress that follows from [`wordpress_login`], [`wordpress_email`], [`wordpress_nicename`] and [`wordpress_collation_key`].
//! * **Apply.** A [`Run`] hands out [batches](Batch) and is told the [outcomes](Outcome). It writes nothing itself: it gives
//!   the lines of a journal, from which [`Run::resume`] goes on after a crash at any point. [`Passwords`] has the secret of an operation, which
//!   no plan holds. [`MemoryTarget`] is a target on which a run can be rehearsed.
//! * **Assess.** [`assess_readiness`] says whether a site is ready to be moved, by what can be computed and by the
//!   [answers](ReadinessAnswers) of people, and what is left to be done by hand. [`Report`] puts everything that is known of a move into one
//!   document.
//! * **Prove.** [`reconcile`] compares the plan with the target afterwards, field by field; [`spot_check`] draws the sheet of
//!   people to look at by hand. [`prove_access`] says whether the move gave or took access that nobody asked for, and
//!   [`reconcile_access`] compares everybody's access before it with what the target as it is now lets them see.
//! * **Automate.** [`blueprint`] makes the automation that delivers an offering in a [`Crm`], as data and as instructions, and
//!   [`automation_diagram`] draws one; [`lint`] says what is wrong with an [`Automation`]; [`simulate`] what it does to a contact, and
//!   when; [`translate`] what becomes of it when the site keeps its contacts itself, and [`webhook_inventory`] what becomes of each webhook.
//!
//! Every error and every [`Issue`] has a stable [`Code`], a [`Location`] and a remedy; errors say so through [`Refusal`]. For
//! bindings there is [`ops`]: the same functions by name, JSON bytes in and out.
//!
//! # What it does not do
//!
//! It opens no file, asks no clock and no network, and keeps no global state: the host does that. It moves no payment
//! data, because no one can: orders and subscriptions are read as records, and their ids carried as references. It never changes an administrator, never
//! makes anybody more mailable than the source said, and, under the policies that keep or continue a clock, never takes a module back that was
//! open, but for what the site's own expiry rules close.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod access;
mod automation;
mod billing;
mod contact;
mod error;
mod feed;
mod frame;
mod id;
mod intake;
mod issue;
mod json;
mod limits;
mod membership;
mod offering;
mod operation;
pub mod ops;
mod order;
mod payment;
mod plan;
mod readiness;
mod rehearsal;
mod report;
mod run;
#[cfg(feature = "schema")]
mod schema;
mod site;
mod source;
mod tag;
mod text;
mod time;
mod webhook;

pub use access::{
    AcceptedLoss, AcceptedLosses, AccessChange, AccessChanges, AccessComparer, AccessComparison, AccessEvent,
    AccessReason, AccessSide, AccessTable, AccessTimeline, CauseCount, ComparedMember, ComparedPage,
    ComparisonOptions, CompiledAccess, CompiledMember, Decision, FactId, GivenTag, Grantee, ImportedRule,
    LifterLmsContent, LifterLmsCourse, LifterLmsEnrollment, LifterLmsPage, LifterLmsRedirect,
    LifterLmsRelation, LifterLmsSitewide, Member, MemberEnrollment, MemberPressCondition, MemberPressContent,
    MemberPressLogin, MemberPressName, MemberPressRule, MemberPressWindow, MemberTable, MemberiumAudience,
    MemberiumContent, MemberiumLevel, MemberiumStatus, ModuleOpening, Need, OpenWindow, PageComparison,
    PageMatching, PaidMembershipsProContent, PaidMembershipsProContext, PeerSetting, ReleaseId, Rule,
    SenseiCourse, SenseiProvider, Standing, Turn, Verdict, VerdictCounts, WpFusionLock, compare_access,
    compare_contacts, evaluate_rule,
};
pub use automation::{
    Actor, Automation, AutomationError, AutomationEvent, AutomationState, Blueprint, BlueprintError,
    BlueprintOptions, ContactCondition, ContactEvent, ContactHappening, ContactHistory, ContactStanding, Crm,
    CrmFacts, DayCounting, DripBy, EmailMoment, EmailPurpose, Happening, LeftOutModule, NotRun,
    PasswordState, Personalisation, Proof, ProofLine, Sequence, SequenceEmail, SequenceStatus, SettlingDelay,
    SmallestDelay, Step, StepNote, Timeline, TimelineLine, TranslatedEmail, TranslatedModule, Translation,
    TranslationError, UnsubscribedRule, UntranslatedReason, UntranslatedStep, Wait, WebhookStyle,
    Whereabouts, WithheldReason, automation_diagram, blueprint, lint, simulate, translate,
};
pub use billing::{
    BilledSubscription, BillingAction, BillingCustomer, BillingError, BillingOptions, BillingPlan,
    BillingSource, BillingSpan, BillingStep, BillingSystem, BillingTarget, ChargerHandling, ChargerRole,
    CustomerId, DoubleCharge, EndsWhy, Handover, NextCharge, NextChargeBy, Obligation, ObligationCharger,
    Owed, PaymentCount, RecordPlace, SubscriptionFate, UnresolvedSubscription, check_payment_setup,
    check_shared_accounts, plan_billing,
};
pub use contact::{
    Address, ConsentEvidence, Contact, ContactColumns, ContactLineError, ContactRef, Contacts, CountryCode,
    CountryCodeError, DuplicatesPolicy, Email, EmailCheck, EmailError, EmailKey, FrameError, HashKind,
    JoinOptions, Marketing, MarketingStatus, Merged, Password, Secret, TagDates, TagIds, check_email,
    join_contacts, merge_contacts,
};
pub use error::{Failure, Refusal};
pub use feed::{NextRelease, NextReleasesError, next_releases};
pub use frame::{Column, Flags, Frame, Texts, Values};
pub use id::{
    AutomationId, FieldName, FormId, IdError, ItemName, ModuleId, OfferingId, PageId, UserId, WebhookId,
};
pub use intake::{
    ColumnMapping, ColumnUse, ContactReader, Correction, CsvOptions, DateFormat, DateFormatError,
    DateOptions, DetectedEncoding, Detection, Dialect, EncodingEvidence, Intake, IntakeError, IntakeStats,
    LineEndName, Mapping, MatchReason, MoneyOptions, OrderIntake, OrderReader, ParsedDate, ParsedMoney,
    PaymentStats, ReadOptions, ReadProgress, RecordReader, RelatedRecords, SecretField, SetAsideRecord,
    Sheet, SheetReader, SheetRow, SourceGuess, SubscriptionIntake, SubscriptionReader, Table, TableOptions,
    detect, match_columns, parse_date, parse_money, read_contacts, read_orders, read_records, read_sheet,
    read_subscriptions, read_table,
};
pub use issue::{Category, Code, Issue, Issues, Location, PathSegment, Severity};
pub use limits::Limits;
pub use membership::{
    ByPolicy, Continuity, ContinuityCounts, ContinuityOptions, ContinuityRow, ContinuitySummary,
    DripContinuity, EnrolledAt, EnrolledAtEvidence, EnrolledBy, EnrollmentEvidence, Inference,
    InferredEnrollment, MembershipError, MembershipOptions, ModuleStanding, OfferingContinuity, Purchases,
    Roster, Stage, continuity, infer_enrollments,
};
pub use offering::{
    Anchor, Anchors, Completion, DayOfMonth, DripProfile, EnrolledMember, Enrollment, FixedDate,
    LifterlmsAccess, LifterlmsDrip, LifterlmsOrderStatus, LifterlmsTimePeriod, MemberFacts, Mode, Module,
    Nth, Oddity, Offering, OfferingKind, Offset, Pause, PauseError, Precedence, Price, Release, ReleaseRule,
    ReleaseRuleError, ReleaseState, RestrictContentProMembership, RestrictContentProStatus, RulePart,
    ScheduleError, ScheduleOptions, SenseiDrip, Snap, SnapError, TimeOfDay, TimeOfDayError, Timer, TimerWhy,
    TimerZone, Unit, Weekday, Weekdays, WeekdaysError, Why, release_at, release_calendar, release_schedule,
};
pub use operation::{
    ContactHome, CustomOperation, CustomOperationKind, CustomOperationKindError, FieldAmount,
    FieldAmountError, OperationTrigger, SeatChange, SeatChangeError, Support, TagList, TagListError,
};
pub use payment::{
    BillingInterval, BillingUnit, CommerceSync, CrmSettings, Currency, CurrencyError, CustomerIds, FormUse,
    Money, MoneyError, OptIn, OptInForm, Order, OrderItem, OrderKind, OrderStatus, PaymentSettings,
    ProcessorAccount, ProcessorMode, Processors, Subscription, SubscriptionStatus, Ties, TrackingScript,
    tie_orders, tie_subscriptions,
};
pub use plan::{
    AddTags, Change, CharacterClass, CheckTarget, Conflict, CreateUser, CustomOperationError, DeleteUser,
    Enroll, ExistingUsers, Expected, HeaderDifference, MemberRole, MemberRoleError, NewPassword, Notify,
    Operation, OperationDifference, OperationKind, PasswordError, PasswordPolicy, PasswordRules,
    PasswordRulesError, PasswordSource, Passwords, Phase, Plan, PlanDiff, PlanDigest, PlanDigestError,
    PlanError, PlanHeader, PlanOptions, PlanSummary, Reason, RemoveTags, RestoreEnrollment, RestoreUser,
    SetPassword, Snapshot, SnapshotBuilder, Subject, TargetEnrollment, TargetProfile, TargetUser, UpdateUser,
    UserProfile, VerifyTarget, WORDPRESS_MAILS, Waiver, WordpressMail, WordpressVersion,
    WordpressVersionError, wordpress_collation_key, wordpress_email, wordpress_login, wordpress_nicename,
};
pub use readiness::{
    Answer, AnswersError, Bearing, ChecklistAnswer, ChecklistArea, ChecklistEntry, ChecklistItem,
    ChecklistStatus, ManualWork, ManualWorkKind, OfferingCount, QuizAnswer, Readiness, ReadinessAnswers,
    ReadinessCounts, ReadinessEvidence, ReadinessVerdict, TagCount, ToldBy, VerdictReason, assess_readiness,
};
pub use rehearsal::MemoryTarget;
pub use report::{
    BarChart, DayChart, DayRow, PseudonymKey, PseudonymKeyError, ReadingCounts, Report, ReportBar,
    ReportBlock, ReportEvent, ReportFact, ReportHead, ReportParts, ReportSection, ReportTable, TimelineChart,
    TimelineRow,
};
pub use run::{
    AcceptedGain, AcceptedGains, AccessProof, AccessProofOptions, AskedChanges, Batch, Difference, Outcome,
    PaceMark, PhasePace, PhaseProgress, Reconciliation, Resumed, Run, RunError, RunFailure, RunOptions,
    RunPace, RunProgress, RunStatus, SpotCheck, Stratum, UnaskedChange, Verified, prove_access, reconcile,
    reconcile_access, spot_check, user_as_member,
};
pub use site::{
    Environment, EnvironmentKind, Inherit, Page, Redirect, Site, SiteDocument, SiteError, SiteQuestionError,
    TagMapEntry, TagReference,
};
pub use source::{
    Confidence, DayOrder, DecimalMark, EntryKind, Field, Header, ItemsCell, Negative, ORDER_PROFILES,
    PROFILES, PaymentRules, Profile, RecordKind, RefundReference, SHAPES, SUBSCRIPTION_PROFILES, Shape,
    TagCell, Use, Variant,
};
pub use tag::{TagBook, TagId, TagName, TagNameError};
pub use text::Excerpt;
pub use time::{Horizon, Instant, TimeError, WallClock, WallTime, Zone, ZoneClock};
pub use webhook::{
    AfterMove, Form, FormKind, Replacement, ReplacementState, Webhook, WebhookFate, webhook_inventory,
};
