//! `plan.build`, `plan.diff`, `plan.reconcile`, `plan.spot-check` and `run.rollback-plan`. Does not know what is planned, nor what is proof.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use zeroize::Zeroizing;

use super::held::Held;
use super::reply::{Outcome, argument_invalid, failed, refused};
use crate::{
    Code, Contact, EmailKey, Excerpt, Instant, Issue, Location, Operation, Password, Plan, PlanDiff,
    PlanDigest, PlanHeader, PlanOptions, Reconciliation, Run, RunOptions, Secret, SpotCheck, TargetUser,
};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Build {
    /// The site document.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// The source's people.
    #[serde(default)]
    contacts: Option<Vec<Contact>>,
    /// The target's, in any order.
    #[serde(default)]
    users: Option<Vec<TargetUser>>,
    /// What the source holds of people's passwords, which has no place in a contact; each address once. Secrets go in here and come out
    /// nowhere.
    #[serde(default)]
    passwords: Vec<HeldPassword>,
    /// What the owner decides.
    options: PlanOptions,
    /// What of the answer is wanted; all of it, where absent.
    #[serde(default)]
    parts: Option<Vec<PlanPart>>,
}

/// The password of one contact.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields, expecting = "a password object")]
pub enum HeldPassword {
    /// Its hash.
    Hash { email: EmailKey, hash: HeldSecret },
    /// The password itself.
    Field { email: EmailKey, password: HeldSecret },
}

/// A secret on its way in. A value that is no text is refused without being shown.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String"))]
pub struct HeldSecret(Secret);

impl<'de> Deserialize<'de> for HeldSecret {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::String(text) => Ok(HeldSecret(Secret::new(&Zeroizing::new(text)))),
            _ => Err(serde::de::Error::custom("a password is not a text")),
        }
    }
}

impl HeldPassword {
    fn into_password(self) -> (EmailKey, Password) {
        match self {
            HeldPassword::Hash { email, hash } => (email, Password::from_hash(hash.0.expose())),
            HeldPassword::Field { email, password } => (email, Password::Plaintext(password.0)),
        }
    }
}

/// A part of the answer.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum PlanPart {
    Digest,
    Header,
    Blockers,
    Operations,
    Issues,
    Text,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PlanAnswer {
    #[serde(skip_serializing_if = "Option::is_none")]
    digest: Option<PlanDigest>,
    /// What the plan says of itself, apart from its issues.
    #[serde(skip_serializing_if = "Option::is_none")]
    header: Option<PlanHeader>,
    /// The errors among the issues that nobody has waived.
    #[serde(skip_serializing_if = "Option::is_none")]
    blockers: Option<Vec<Issue>>,
    /// In the order of the run.
    #[serde(skip_serializing_if = "Option::is_none")]
    operations: Option<Vec<Operation>>,
    /// The site's, then totals, then contacts' by the key of their address.
    #[serde(skip_serializing_if = "Option::is_none")]
    issues: Option<Vec<Issue>>,
    /// The plan as it is written to a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

/// Plans a move that is small enough to stand in one request.
pub fn build(request: Build, held: &Held<'_>) -> Outcome<PlanAnswer> {
    let Build { site, mut contacts, users, passwords, options, parts } = request;
    give_passwords(contacts.as_deref_mut().unwrap_or_default(), passwords)?;
    let (site, contacts, users) = (held.site(site.as_ref())?, held.contacts(contacts)?, held.users(users)?);
    let plan = Plan::build(&site, &contacts, &users, &options).map_err(refused)?;
    parts_of(&plan, parts.as_deref())
}

/// Gives each password to the first contact of its address.
pub fn give_passwords(contacts: &mut [Contact], passwords: Vec<HeldPassword>) -> Outcome<()> {
    let invalid =
        |message: String| failed(argument_invalid(message).at(Location::default().key("passwords")));
    let mut held = BTreeMap::new();
    for (email, password) in passwords.into_iter().map(HeldPassword::into_password) {
        let shown = Excerpt::new(email.as_str());
        if held.insert(email, password).is_some() {
            return Err(invalid(format!("there are two passwords of `{shown}`")));
        }
    }
    if held.is_empty() {
        return Ok(());
    }
    for contact in contacts {
        if let Some(password) = held.remove(&contact.email.key()) {
            contact.password = password;
        }
    }
    match held.keys().next() {
        Some(email) => {
            Err(invalid(format!("`{}` has a password and is no contact", Excerpt::new(email.as_str()))))
        }
        None => Ok(()),
    }
}

/// The parts of a plan that are wanted.
fn parts_of(plan: &Plan, parts: Option<&[PlanPart]>) -> Outcome<PlanAnswer> {
    let text = String::from_utf8(plan.to_bytes()).map_err(|_| failed(Issue::new(Code::Internal)))?;
    let header = PlanHeader { issues: Vec::new(), ..plan.header().clone() };
    let wants = |part| parts.is_none_or(|parts| parts.contains(&part));
    Ok(PlanAnswer {
        digest: wants(PlanPart::Digest).then(|| plan.digest().clone()),
        header: wants(PlanPart::Header).then_some(header),
        blockers: wants(PlanPart::Blockers).then(|| plan.blockers().cloned().collect()),
        operations: wants(PlanPart::Operations).then(|| plan.operations().collect()),
        issues: wants(PlanPart::Issues).then(|| plan.issues().to_vec()),
        text: wants(PlanPart::Text).then_some(text),
    })
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Diff {
    /// The plan that was reviewed, as it was written.
    before: String,
    /// The other one.
    after: String,
}

/// Compares two plans.
pub fn diff(request: Diff) -> Outcome<PlanDiff> {
    let plan = |text: &str| Plan::from_bytes(text.as_bytes()).map_err(refused);
    Ok(plan(&request.before)?.diff(&plan(&request.after)?))
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct TakeBack {
    /// The plan of the run, as it was written.
    #[serde(default)]
    plan: Option<String>,
    /// The journal of the run.
    journal: String,
    /// What the target holds now, in any order.
    #[serde(default)]
    users: Option<Vec<TargetUser>>,
    /// The instant at which the run is taken back.
    now: Instant,
    /// What of the answer is wanted; all of it, where absent.
    #[serde(default)]
    parts: Option<Vec<PlanPart>>,
}

/// Plans to take a run back.
pub fn rollback_plan(request: TakeBack, held: &Held<'_>) -> Outcome<PlanAnswer> {
    let plan = held.plan(request.plan.as_deref())?;
    let target = held.users(request.users)?;
    let options = RunOptions::new(plan.environment().clone());
    let run = Run::resume(&plan, request.journal.as_bytes(), &options).map_err(refused)?.run;
    parts_of(&run.rollback_plan(&target, request.now).map_err(refused)?, request.parts.as_deref())
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Reconcile {
    /// The plan as it was written.
    #[serde(default)]
    plan: Option<String>,
    /// What the target holds now, in any order.
    #[serde(default)]
    users: Option<Vec<TargetUser>>,
}

/// Compares a plan with what the target holds after it was carried out.
pub fn reconcile(request: Reconcile, held: &Held<'_>) -> Outcome<Reconciliation> {
    let plan = held.plan(request.plan.as_deref())?;
    let after = held.users(request.users)?;
    Ok(crate::reconcile(&plan, &after))
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Draw {
    /// The plan as it was written.
    #[serde(default)]
    plan: Option<String>,
    /// What the target held when the plan was built, in any order.
    #[serde(default)]
    users: Option<Vec<TargetUser>>,
    /// How many people to look at; ten, where absent.
    #[serde(default = "ten")]
    count: u32,
}

fn ten() -> u32 {
    10
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SpotCheckAnswer {
    /// In the order in which they were drawn.
    spot_checks: Vec<SpotCheck>,
}

/// Draws people to look at by hand.
pub fn spot_check(request: Draw, held: &Held<'_>) -> Outcome<SpotCheckAnswer> {
    let plan = held.plan(request.plan.as_deref())?;
    let before = held.users(request.users)?;
    let count = usize::try_from(request.count).unwrap_or(usize::MAX);
    Ok(SpotCheckAnswer { spot_checks: crate::spot_check(&plan, &before, count) })
}
