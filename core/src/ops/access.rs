//! `access.compare`, `access.decide`, `access.decide-all`, `access.decide-user`, `access.evaluate-rule`, `access.import-rule` and
//! `access.member-of`. Does not know who gets in.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use super::held::Held;
use super::reply::{Outcome, failed, refused};
use super::request::horizon;
use crate::{
    AcceptedLoss, AccessComparer, AccessComparison, Code, ComparedMember, ComparisonOptions, Decision,
    Failure, ImportedRule, Instant, Issue, Location, Member, PageId, PageMatching, PeerSetting, Rule, Site,
    TargetUser, user_as_member,
};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Compare {
    /// The document of the site before.
    #[cfg_attr(feature = "schema", schemars(with = "crate::SiteDocument"))]
    before: Value,
    /// The document of the site after.
    #[cfg_attr(feature = "schema", schemars(with = "crate::SiteDocument"))]
    after: Value,
    /// The people, as each site knows them.
    members: Vec<ComparedMember>,
    /// The first instant of the span.
    from: Instant,
    /// The first instant after it.
    until: Instant,
    /// How pages are put together.
    #[serde(default)]
    matching: PageMatching,
    /// The losses that the owner accepts.
    #[serde(default)]
    accepted: Vec<AcceptedLoss>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CompareAnswer {
    /// By member, then by page. Written one by one, for each borrows from what is compared.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::AccessChange<'_>>"))]
    changes: Vec<Box<RawValue>>,
    /// Whether every loss is accepted.
    ready: bool,
    comparison: AccessComparison,
}

/// Who may see what on two sites, over a span of time.
pub fn compare(request: Compare) -> Outcome<CompareAnswer> {
    let Compare { before, after, members, from, until, matching, accepted } = request;
    let site = |document: &Value, key: &'static str| {
        let read = Site::from_value(document).map_err(refused);
        read.map_err(|failure| Box::new(Failure { location: Location::default().key(key), ..*failure }))
    };
    let (before, after) = (site(&before, "before")?, site(&after, "after")?);
    let horizon = horizon(from, until)?;
    let comparer = AccessComparer::new(&before, &after, ComparisonOptions { horizon, matching, accepted });
    let mut found = comparer.changes(members);
    let changes: Result<_, _> =
        found.by_ref().map(|change| serde_json::value::to_raw_value(&change)).collect();
    let changes = changes.map_err(|_| failed(Issue::new(Code::Internal)))?;
    let comparison = found.finish();
    Ok(CompareAnswer { changes, ready: comparison.is_ready(), comparison })
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Decide {
    /// The site document.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// Who asks.
    member: Member,
    /// For which page.
    page: PageId,
    /// When.
    at: Instant,
}

/// Whether a member gets to see a page of a site.
pub fn decide(request: Decide, held: &Held<'_>) -> Outcome<Decision> {
    let site = held.site(request.site.as_ref())?;
    site.decide(&request.member, &request.page, request.at).map_err(refused)
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct DecideUser {
    /// The site document.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// Who asks, as the target holds them; absent where nobody is logged in.
    #[serde(default)]
    user: Option<TargetUser>,
    /// For which page.
    page: PageId,
    /// When.
    at: Instant,
}

/// Whether a user of the target gets to see a page of a site: as `access.member-of` and `access.decide`, in one call.
pub fn decide_user(request: DecideUser, held: &Held<'_>) -> Outcome<Decision> {
    let DecideUser { site, user, page, at } = request;
    let site = held.site(site.as_ref())?;
    let member = user.map_or_else(|| Ok(Member::default()), |user| user_as_member(&site, &user, at));
    site.decide(&member.map_err(refused)?, &page, at).map_err(refused)
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct EvaluateRule {
    /// What must hold.
    rule: Rule,
    /// Who asks.
    member: Member,
    /// When.
    at: Instant,
}

/// What one rule decides, without a site.
pub fn evaluate_rule(request: EvaluateRule) -> Outcome<Decision> {
    Ok(crate::evaluate_rule(&request.rule, &request.member, request.at))
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct DecideAll {
    /// The site document.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// Who asks.
    members: Vec<Member>,
    /// When.
    at: Instant,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DecideAllAnswer {
    /// Every page, in the order of the document.
    pages: Vec<AllowedMembers>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AllowedMembers {
    /// The page.
    page: PageId,
    /// The members who get to see it, by their place in the request, from 0; in order.
    members: Vec<usize>,
}

/// Who of many members gets to see which page of a site.
pub fn decide_all(request: DecideAll, held: &Held<'_>) -> Outcome<DecideAllAnswer> {
    let site = held.site(request.site.as_ref())?;
    let compiled = site.compile();
    let members: Vec<_> = request.members.iter().map(|member| compiled.member(member)).collect();
    let table = compiled.decide_each(&members, request.at);
    let pages = site.pages().iter().enumerate();
    let allowed = pages.map(|(index, page)| AllowedMembers {
        page: page.id.clone(),
        members: table.members_of(index).collect(),
    });
    Ok(DecideAllAnswer { pages: allowed.collect() })
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct ImportRule {
    /// What the other system guards by.
    setting: PeerSetting,
}

/// The rule that decides as another system's setting does.
pub fn import_rule(request: ImportRule) -> Outcome<ImportedRule> {
    Ok(request.setting.import())
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct MemberOf {
    /// The site document.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// The user, as the target holds them.
    user: TargetUser,
    /// When they ask for something.
    at: Instant,
}

/// Who a user of the target is to a site's rules.
pub fn member_of(request: MemberOf, held: &Held<'_>) -> Outcome<Member> {
    let site = held.site(request.site.as_ref())?;
    user_as_member(&site, &request.user, request.at).map_err(refused)
}
