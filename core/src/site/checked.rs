//! A checked site and the questions it answers. Does not know contacts; a member comes in as plain facts.

use std::collections::{BTreeMap, BTreeSet};

use super::pages::PageGuards;
use super::references::{TagReference, tag_references};
use super::{
    Environment, Page, SiteDocument, SiteError, SiteQuestionError, TagMapEntry, check, load, wrap_up,
};
use crate::access::{CompiledAccess, Decision, Member, MemberEnrollment, decide};
use crate::automation::Automation;
use crate::offering::{
    Enrollment, EnrollmentSchedule, Module, Offering, Release, ScheduleError, ScheduleOptions,
    enrollment_schedule,
};
use crate::text::fold;
use crate::webhook::{Form, Webhook};
use crate::{Code, Excerpt, Instant, Issue, OfferingId, PageId, Severity, TagName, Zone};

/// A membership site that has been checked: every reference leads somewhere, every rule can be asked.
///
/// ```
/// use memberferry::{AccessReason, Member, PageId, Site};
/// let site = Site::from_json(br#"{
///     "format": 1, "name": "Harbour Academy", "timezone": "Europe/Amsterdam",
///     "offerings": [{"id": "watercolour", "name": "Watercolour", "accessTag": "Watercolour: Access",
///                    "revokeTag": "Watercolour: Revoked"}],
///     "pages": [{"id": "w-home", "title": "Watercolour", "offering": "watercolour",
///                "redirects": [{"reason": "login-required", "to": "/login"}]}]
/// }"#)?;
/// let decision = site.decide(&Member::default(), &PageId::new("w-home")?, "2024-05-01T00:00:00Z".parse()?)?;
/// assert_eq!(decision.reason, AccessReason::LoginRequired);
/// assert_eq!(decision.redirect.as_deref(), Some("/login"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Site {
    document: SiteDocument,
    offerings: BTreeMap<OfferingId, usize>,
    pages: BTreeMap<PageId, usize>,
    guards: PageGuards,
    /// By offering, the place of its wrap-up module.
    wrap_ups: BTreeMap<OfferingId, usize>,
    issues: Vec<Issue>,
}

impl Site {
    /// Reads and checks a site document.
    ///
    /// # Errors
    /// [`SiteError`] with every issue found, where one of them is an error. Where the JSON is malformed or of the wrong shape,
    /// what its parts say of one another is not looked at yet.
    pub fn from_json(bytes: &[u8]) -> Result<Self, SiteError> {
        load::document(bytes).map_err(SiteError::new).and_then(Self::from_document)
    }

    /// Reads and checks a site document that was parsed before: its issues have paths, and no lines.
    ///
    /// # Errors
    /// As [`from_json`](Self::from_json).
    pub(crate) fn from_value(value: &serde_json::Value) -> Result<Self, SiteError> {
        load::parsed_document(value).map_err(SiteError::new).and_then(Self::from_document)
    }

    /// Checks a site document.
    ///
    /// # Errors
    /// [`SiteError`] with every issue found, where one of them is an error.
    pub fn from_document(document: SiteDocument) -> Result<Self, SiteError> {
        let issues = check::issues(&document);
        if issues.iter().any(|issue| issue.severity() == Severity::Error) {
            return Err(SiteError::new(issues));
        }
        let offerings = document.offerings.iter().enumerate();
        let offerings = crate::order::map(offerings.map(|(index, offering)| (offering.id.clone(), index)));
        let pages = document.pages.iter().enumerate();
        let pages = crate::order::map(pages.map(|(index, page)| (page.id.clone(), index)));
        let guards = PageGuards::new(&document);
        let wrap_ups = wrap_up::wrap_ups(&document);
        Ok(Site { document, offerings, pages, guards, wrap_ups, issues })
    }

    /// The document as written.
    pub fn document(&self) -> &SiteDocument {
        &self.document
    }

    /// What is worth knowing of a site that can be used, in document order.
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// As people call the site.
    pub fn name(&self) -> &str {
        &self.document.name
    }

    /// The zone its calendar runs in.
    pub fn zone(&self) -> Zone {
        self.document.timezone
    }

    /// Which copy of the site this is, if somebody said.
    pub fn environment(&self) -> Option<&Environment> {
        self.document.environment.as_ref()
    }

    /// The offerings, in document order.
    pub fn offerings(&self) -> &[Offering] {
        &self.document.offerings
    }

    /// One offering by its id.
    pub fn offering(&self, id: &OfferingId) -> Option<&Offering> {
        self.offerings.get(id).and_then(|index| self.document.offerings.get(*index))
    }

    /// The pages, in document order.
    pub fn pages(&self) -> &[Page] {
        &self.document.pages
    }

    /// One page by its id.
    pub fn page(&self, id: &PageId) -> Option<&Page> {
        self.pages.get(id).and_then(|index| self.document.pages.get(*index))
    }

    /// What becomes of the source's tags, in document order.
    pub fn tag_map(&self) -> &[TagMapEntry] {
        &self.document.tag_map
    }

    /// The webhooks, in document order.
    pub fn webhooks(&self) -> &[Webhook] {
        &self.document.webhooks
    }

    /// The site's own forms, in document order.
    pub fn forms(&self) -> &[Form] {
        &self.document.forms
    }

    /// The CRM's automations, in document order.
    pub fn automations(&self) -> &[Automation] {
        &self.document.automations
    }

    /// Every tag the site itself declares: in `tags`, in its offerings and their modules, and as what sets a webhook off.
    pub fn tags(&self) -> BTreeSet<&TagName> {
        let references = self.tag_references().into_iter();
        crate::order::set(references.filter(|reference| reference.declares).map(|reference| reference.tag))
    }

    /// Every place that names a tag of the site, in document order. The tag map is not among them: it speaks of the source's
    /// tags, and of what they become; nor are automations, which are the CRM's.
    pub fn tag_references(&self) -> Vec<TagReference<'_>> {
        tag_references(&self.document)
    }

    /// An issue for each place that names a tag which the site does not declare and the caller does not know. Such a tag
    /// nobody can hold: a page that asks for it never opens, one that forbids it never closes.
    pub fn undeclared_tags(&self, known: impl Fn(&str) -> bool) -> Vec<Issue> {
        let declared = self.tags();
        let by_fold: BTreeMap<String, &TagName> =
            crate::order::map(declared.iter().map(|tag| (fold(tag.as_str()), *tag)));
        let dangling = self.tag_references().into_iter().filter(|reference| {
            !reference.declares && !declared.contains(reference.tag) && !known(reference.tag.as_str())
        });
        let issue = |reference: TagReference<'_>| {
            let issue =
                Issue::new(Code::TagDangling).at(reference.location).with_value(reference.tag.as_str());
            match by_fold.get(&fold(reference.tag.as_str())) {
                Some(tag) => issue.with_help(format!(
                    "did you mean `{}`? names differ by case",
                    Excerpt::new(tag.as_str())
                )),
                None => issue,
            }
        };
        dangling.map(issue).collect()
    }

    /// Whether a member gets to see a page at an instant, and everything there is to say about it.
    ///
    /// The order is: administrator; forbidden tag (the page's `forbid`, its offering's revoke tag, and those of the parents it
    /// inherits from); what holds for anybody; login; instant-access tag; rule; nobody. A page that inherits is open where
    /// all the rules in its line are met.
    ///
    /// # Errors
    /// [`SiteQuestionError`] where the site has no such page.
    pub fn decide(&self, member: &Member, page: &PageId, at: Instant) -> Result<Decision, SiteQuestionError> {
        let unknown = || SiteQuestionError::UnknownPage(page.clone());
        let index = *self.pages.get(page).ok_or_else(unknown)?;
        let mut decision = decide(&self.guards.gate(index), member, at);
        if !decision.allowed {
            decision.redirect = self.redirect(index, &decision);
        }
        Ok(decision)
    }

    /// The rules of every page, made for asking often, of many members or over time. Pages go by their place in
    /// [`pages`](Self::pages).
    pub fn compile(&self) -> CompiledAccess {
        CompiledAccess::new(self.guards.gates())
    }

    /// Where a page sends those it denies: its own redirects first, then those of the parents it inherits from.
    fn redirect(&self, page: usize, decision: &Decision) -> Option<String> {
        let line = self.guards.line_of(page).filter_map(|page| self.document.pages.get(page));
        let mut redirects = line.flat_map(|page| &page.redirects);
        let fits = redirects.find(|redirect| redirect.reason.is_none_or(|reason| reason == decision.reason));
        fits.map(|redirect| redirect.to.clone())
    }

    /// Every module of an offering, in order, as it stands for an enrollment now, in the site's zone.
    ///
    /// # Errors
    /// [`SiteQuestionError`] where the site has no such offering, the enrollment is in another, or a rule leaves the
    /// calendar.
    pub fn release_schedule(
        &self,
        offering: &OfferingId,
        enrollment: &Enrollment,
        now: Instant,
    ) -> Result<Vec<Release>, SiteQuestionError> {
        self.release_schedule_with(offering, enrollment, &self.schedule_options(now))
    }

    /// The same, with what else is known of the member, or in another zone.
    ///
    /// # Errors
    /// As [`release_schedule`](Self::release_schedule).
    pub fn release_schedule_with(
        &self,
        offering: &OfferingId,
        enrollment: &Enrollment,
        options: &ScheduleOptions<'_>,
    ) -> Result<Vec<Release>, SiteQuestionError> {
        if enrollment.offering != *offering {
            return Err(SiteQuestionError::OtherOffering(enrollment.offering.clone()));
        }
        let unknown = || SiteQuestionError::UnknownOffering(offering.clone());
        let offering = self.offering(offering).ok_or_else(unknown)?;
        Ok(self.schedule(offering, enrollment, options)?.releases)
    }

    /// Every module of an offering of this site, as it stands for an enrollment in it.
    pub(crate) fn schedule(
        &self,
        offering: &Offering,
        enrollment: &Enrollment,
        options: &ScheduleOptions<'_>,
    ) -> Result<EnrollmentSchedule, ScheduleError> {
        let mut schedule = enrollment_schedule(offering, enrollment, options)?;
        if let Some(wrap_up) = self.wrap_ups.get(&offering.id) {
            schedule.releases = wrap_up::end_others(schedule.releases, *wrap_up, options.at);
        }
        Ok(schedule)
    }

    /// The wrap-up module of an offering, where it has one: the last module, opened by a timer, whose access tag every page of the offering
    /// forbids that is not the module's own. It is AccessAlly's way to end access: when it opens, the others close, and schedules of this
    /// site say so.
    pub fn wrap_up(&self, offering: &OfferingId) -> Option<&Module> {
        self.offering(offering)?.modules.get(*self.wrap_ups.get(offering)?)
    }

    /// How schedules of this site are made: in its zone, with nothing known of a member besides the enrollment.
    pub fn schedule_options(&self, at: Instant) -> ScheduleOptions<'static> {
        ScheduleOptions::new(self.zone(), at)
    }

    /// What rules may ask of a member about an enrollment: what is open, and when the rest opens. Absent where access has
    /// been taken away.
    ///
    /// # Errors
    /// As [`release_schedule`](Self::release_schedule).
    pub fn member_enrollment(
        &self,
        enrollment: &Enrollment,
        now: Instant,
    ) -> Result<Option<MemberEnrollment>, SiteQuestionError> {
        self.member_enrollment_with(enrollment, &self.schedule_options(now))
    }

    /// The same, with what else is known of the member, or in another zone.
    ///
    /// A module that is open and will close stands among the [`releases`](MemberEnrollment::releases), with when it opened (or
    /// the enrollment, where that is not known) and when it closes; it is not among those open for good.
    ///
    /// # Errors
    /// As [`release_schedule`](Self::release_schedule).
    pub fn member_enrollment_with(
        &self,
        enrollment: &Enrollment,
        options: &ScheduleOptions<'_>,
    ) -> Result<Option<MemberEnrollment>, SiteQuestionError> {
        let unknown = || SiteQuestionError::UnknownOffering(enrollment.offering.clone());
        let offering = self.offering(&enrollment.offering).ok_or_else(unknown)?;
        let schedule = self.schedule(offering, enrollment, options)?;
        if enrollment.is_revoked(options.at) {
            return Ok(None);
        }
        Ok(Some(MemberEnrollment::of_schedule(enrollment, schedule)))
    }
}
