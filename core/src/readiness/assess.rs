//! From what was found and what was answered to a verdict. Looks at nothing itself.

use std::collections::BTreeMap;

use serde::Serialize;

use super::answer::{Answer, ChecklistAnswer, ReadinessAnswers};
use super::counts::{ReadinessCounts, count};
use super::evidence::ReadinessEvidence;
use super::found::{Found, State, Subject, nowhere};
use super::item::{ChecklistArea, ChecklistItem, MayNotApply, Wanted};
use super::manual_work::{ManualWork, ManualWorkKind, manual_work};
use crate::contact::Contacts;
use crate::site::Site;
use crate::{Code, Instant, Issue, Severity};

/// Whether a site is ready to be moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Readiness {
    /// The instant it was assessed for.
    pub at: Instant,
    /// What it comes to.
    pub verdict: ReadinessVerdict,
    /// Why: what speaks for keeping the CRM, then errors in the order of the registry, then items that are open, then answers that are old.
    pub reasons: Vec<VerdictReason>,
    /// Whether the move suits the business: the checklist's items of that area, in its order.
    pub quiz: Vec<QuizAnswer>,
    /// Every item, in the order of [`ChecklistItem::ALL`].
    pub checklist: Vec<ChecklistEntry>,
    /// What is wrong, by item, and of each in document order.
    pub issues: Vec<Issue>,
    /// What people have to do by hand: by kind, and of each in document order.
    pub manual_work: Vec<ManualWork>,
    /// The numbers to be noted.
    pub counts: ReadinessCounts,
}

/// What readiness comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReadinessVerdict {
    /// Everything is confirmed, and nothing is an error.
    Ready,
    /// Something is wrong, open or old.
    NotYet,
    /// The guide recommends to stay with the CRM.
    KeepYourCrm,
}

impl ReadinessVerdict {
    /// The name used on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            ReadinessVerdict::Ready => "ready",
            ReadinessVerdict::NotYet => "not-yet",
            ReadinessVerdict::KeepYourCrm => "keep-your-crm",
        }
    }
}

/// A reason of the verdict. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum VerdictReason {
    /// Something for which the guide recommends to stay with the CRM.
    SpeaksForTheCrm {
        /// What.
        code: Code,
        /// How often.
        count: u64,
        /// The meaning of the code.
        meaning: &'static str,
    },
    /// Something is an error.
    Wrong {
        /// What.
        code: Code,
        /// How often.
        count: u64,
        /// The meaning of the code.
        meaning: &'static str,
    },
    /// Items that nobody has answered.
    Open {
        /// Which, in the order of the checklist.
        items: Vec<ChecklistItem>,
    },
    /// Items whose answers no longer count.
    Old {
        /// Which, in the order of the checklist.
        items: Vec<ChecklistItem>,
    },
    /// Every item is confirmed or does not apply.
    AllConfirmed {},
}

/// How an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ChecklistStatus {
    /// It is as it should be.
    Done,
    /// It is not.
    Failing,
    /// It does not concern this site.
    NotApplicable,
    /// Nobody has answered.
    Open,
    /// What was answered no longer counts, and nobody has answered again.
    Old,
}

/// Who says how an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ToldBy {
    /// The site's document, the contacts, the users or the exports.
    Computed,
    /// A person.
    Person,
    /// Nobody.
    Nobody,
}

/// One item as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChecklistEntry {
    /// Which.
    pub item: ChecklistItem,
    /// What it is about.
    pub area: ChecklistArea,
    /// What is asked.
    pub question: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// The guide that asks for it, with its part.
    pub source: String,
    /// How it stands.
    pub status: ChecklistStatus,
    /// Who says so.
    pub told_by: ToldBy,
    /// What was found, where there was something to look at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// What was answered, whether it counts or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<ChecklistAnswer>,
}

/// One answer of the quiz.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct QuizAnswer {
    /// Which item.
    pub item: ChecklistItem,
    /// What is asked.
    pub question: &'static str,
    /// What holds, by whoever says so; absent where nobody knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// What it means for the move.
    pub bearing: Bearing,
}

/// What an answer of the quiz means for the move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Bearing {
    /// It fits.
    Fits,
    /// It fits once people have done something by hand.
    NeedsWork,
    /// Something has to be done first.
    NotYet,
    /// The CRM should be kept.
    KeepYourCrm,
    /// Nobody knows.
    Unknown,
}

const GUIDE: &str = "AccessAlly's guide to migrating to AccessAlly Managed";

/// Whether a site is ready to be moved to AccessAlly Managed, with reasons.
///
/// What can be computed is, from the site's document, the contacts and the evidence; for what only a person can confirm, the answers count.
/// What was found outweighs what was answered, but for two things that an export cannot know: whether old orders of a CRM form or a cart are
/// still placed there, and whether nothing is sold by subscription. An answer from before the environment changed, or dated after `at`,
/// does not count.
///
/// Source: AccessAlly's guide to migrating to AccessAlly Managed; each item names its part.
///
/// ```
/// use memberferry::{Contacts, ReadinessAnswers, ReadinessEvidence, ReadinessVerdict, Site, assess_readiness};
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC",
///     "environment": {"kind": "staging", "url": "https://staging.harbour.example"},
///     "offerings": [{"id": "gold", "name": "Gold", "modules": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]}]}"#)?;
/// let at = "2026-03-02T09:00:00Z".parse()?;
/// let evidence = ReadinessEvidence::default();
/// let readiness = assess_readiness(&site, &Contacts::new(), &evidence, &ReadinessAnswers::default(), at);
/// assert_eq!(readiness.verdict, ReadinessVerdict::NotYet);
/// assert_eq!(
///     readiness.issues[0].to_string(),
///     "error release-timer-missing at offerings[0].modules[1].release: the module does not say when it opens (`B`)"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn assess_readiness(
    site: &Site,
    contacts: &Contacts,
    evidence: &ReadinessEvidence<'_>,
    answers: &ReadinessAnswers,
    at: Instant,
) -> Readiness {
    let subject = Subject { site, contacts, evidence, at };
    let (mut checklist, mut issues, mut quiz) = (Vec::new(), Vec::new(), Vec::new());
    for item in ChecklistItem::ALL {
        let answer = answers.get(item);
        let judged = judge(item, subject.find(item), answer, evidence.environment_since, at);
        if item.area() == ChecklistArea::Fit {
            quiz.push(quiz_answer(item, &judged));
        }
        issues.extend(judged.issues);
        checklist.push(ChecklistEntry {
            item,
            area: item.area(),
            question: item.question(),
            why: item.why(),
            source: format!("{GUIDE}, \"{}\"", item.section()),
            status: judged.status,
            told_by: judged.told_by,
            found: judged.words,
            answer: answer.cloned(),
        });
    }
    let (verdict, reasons) = verdict(&issues, &checklist);
    let counts = count(site, contacts, evidence, at);
    let mut manual_work = manual_work(site, at);
    manual_work.retain(|work| !is_done(work.kind, &checklist));
    Readiness { at, verdict, reasons, quiz, checklist, issues, manual_work, counts }
}

/// Whether the checklist says that work of a kind is done, where it asks for it.
fn is_done(kind: ManualWorkKind, checklist: &[ChecklistEntry]) -> bool {
    let item = match kind {
        ManualWorkKind::Processor => ChecklistItem::Processor,
        ManualWorkKind::EmailProvider => ChecklistItem::EmailProvider,
        _ => return false,
    };
    checklist.iter().any(|entry| entry.item == item && entry.status == ChecklistStatus::Done)
}

/// An item with how it stands.
struct Judged {
    status: ChecklistStatus,
    told_by: ToldBy,
    issues: Vec<Issue>,
    words: Option<String>,
}

fn judge(
    item: ChecklistItem,
    found: Found,
    answer: Option<&ChecklistAnswer>,
    environment_since: Option<Instant>,
    at: Instant,
) -> Judged {
    let Found { state, mut issues, words } = found;
    let doubt = answer.and_then(|answer| doubt(item, answer, environment_since, at));
    let counts = answer.filter(|_| doubt.is_none()).map(|answer| answer.answer);
    let (status, told_by) = match state {
        State::Fails(Some(excuse)) if counts == Some(excuse) => {
            issues.clear();
            (by_answer(item, excuse), ToldBy::Person)
        }
        State::Fails(_) => (ChecklistStatus::Failing, ToldBy::Computed),
        State::Holds => (ChecklistStatus::Done, ToldBy::Computed),
        State::DoesNotApply => (ChecklistStatus::NotApplicable, ToldBy::Computed),
        State::Ask => match (counts, doubt) {
            (Some(answer), _) => (by_answer(item, answer), ToldBy::Person),
            (None, Some(doubt)) => {
                issues.push(doubt);
                (ChecklistStatus::Old, ToldBy::Nobody)
            }
            (None, None) => (ChecklistStatus::Open, ToldBy::Nobody),
        },
    };
    if status == ChecklistStatus::Failing && told_by == ToldBy::Person {
        let mut issue = Issue::new(item.code()).at(nowhere(item));
        if let Some(note) = answer.and_then(|answer| answer.note.as_deref()) {
            issue = issue.with_value(note);
        }
        issues.insert(0, issue);
    }
    Judged { status, told_by, issues, words }
}

/// How an item stands where a person says.
fn by_answer(item: ChecklistItem, answer: Answer) -> ChecklistStatus {
    match (answer, item.wanted()) {
        (Answer::Yes, Wanted::Yes) | (Answer::No, Wanted::No) => ChecklistStatus::Done,
        (Answer::NotApplicable, _) if item.may_not_apply() == MayNotApply::Possibly => {
            ChecklistStatus::NotApplicable
        }
        _ => ChecklistStatus::Failing,
    }
}

/// Why an answer does not count.
fn doubt(
    item: ChecklistItem,
    answer: &ChecklistAnswer,
    environment_since: Option<Instant>,
    at: Instant,
) -> Option<Issue> {
    let message = if answer.at > at {
        format!("the answer is dated {}, which is yet to come", answer.at)
    } else {
        let since = environment_since.filter(|since| answer.at < *since)?;
        format!("the answer is of {}, and the environment is another since {since}", answer.at)
    };
    Some(Issue::new(Code::AnswerOld).with_message(message).at(nowhere(item)))
}

fn quiz_answer(item: ChecklistItem, judged: &Judged) -> QuizAnswer {
    let fine = match item.wanted() {
        Wanted::Yes => Answer::Yes,
        Wanted::No => Answer::No,
    };
    let wrong = if fine == Answer::Yes { Answer::No } else { Answer::Yes };
    let (answer, bearing) = match judged.status {
        ChecklistStatus::Done => (Some(fine), Bearing::Fits),
        ChecklistStatus::NotApplicable => (Some(Answer::NotApplicable), Bearing::Fits),
        ChecklistStatus::Open | ChecklistStatus::Old => (None, Bearing::Unknown),
        ChecklistStatus::Failing if speaks_for_the_crm(item.code()) => (Some(wrong), Bearing::KeepYourCrm),
        ChecklistStatus::Failing if item.code().severity() == Severity::Error => {
            (Some(wrong), Bearing::NotYet)
        }
        ChecklistStatus::Failing => (Some(wrong), Bearing::NeedsWork),
    };
    QuizAnswer { item, question: item.question(), answer, bearing }
}

/// Whether the guide recommends to keep the CRM for it.
fn speaks_for_the_crm(code: Code) -> bool {
    matches!(code, Code::OrderFormIncompatible | Code::BillingNoSubscriptions)
}

fn verdict(issues: &[Issue], checklist: &[ChecklistEntry]) -> (ReadinessVerdict, Vec<VerdictReason>) {
    let mut by_code: BTreeMap<Code, u64> = BTreeMap::new();
    for issue in issues {
        *by_code.entry(issue.code).or_default() += 1;
    }
    let mut reasons = Vec::new();
    for (&code, &count) in by_code.iter().filter(|(code, _)| speaks_for_the_crm(**code)) {
        reasons.push(VerdictReason::SpeaksForTheCrm { code, count, meaning: code.meaning() });
    }
    let keeps = !reasons.is_empty();
    for (&code, &count) in &by_code {
        if code.severity() == Severity::Error && !speaks_for_the_crm(code) {
            reasons.push(VerdictReason::Wrong { code, count, meaning: code.meaning() });
        }
    }
    let of_status = |status| -> Vec<ChecklistItem> {
        checklist.iter().filter(|entry| entry.status == status).map(|entry| entry.item).collect()
    };
    let (open, old) = (of_status(ChecklistStatus::Open), of_status(ChecklistStatus::Old));
    if !open.is_empty() {
        reasons.push(VerdictReason::Open { items: open });
    }
    if !old.is_empty() {
        reasons.push(VerdictReason::Old { items: old });
    }
    match (keeps, reasons.is_empty()) {
        (true, _) => (ReadinessVerdict::KeepYourCrm, reasons),
        (false, false) => (ReadinessVerdict::NotYet, reasons),
        (false, true) => (ReadinessVerdict::Ready, vec![VerdictReason::AllConfirmed {}]),
    }
}
