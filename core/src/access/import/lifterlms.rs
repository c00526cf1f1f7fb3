//! LifterLMS: what a post is restricted to, enrollment in several products, and courses that memberships enroll in. After
//! `llms_page_restricted` of its `functions-access.php` and `is_enrolled` of its student. Does not know drip and prerequisites of
//! lessons.

use serde::Deserialize;

use super::{ImportedRule, all_of, any_of, enrolled, nobody};
use crate::OfferingId;
use crate::access::Rule;

/// What one post is restricted to: the membership that the whole site asks for, and one of its own. Both have to be met.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default, expecting = "an object with `restricted`")]
pub struct LifterLmsContent {
    /// Whether the post is restricted. Where not, its memberships are not looked at.
    pub restricted: bool,
    /// Any one of these memberships is enough; of none, the post is not restricted.
    pub memberships: Vec<OfferingId>,
    /// The membership that the whole site asks for.
    pub sitewide: Option<LifterLmsSitewide>,
}

/// The membership that the whole site asks for, and what page of the site this is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `membership`")]
pub struct LifterLmsSitewide {
    /// The membership.
    pub membership: OfferingId,
    /// Where it sends those who are shut out.
    #[serde(default)]
    pub redirect: LifterLmsRedirect,
    /// What page this is: some stay open, so that people can join.
    #[serde(default)]
    pub page: LifterLmsPage,
}

/// Where a membership sends those who are shut out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LifterLmsRedirect {
    /// Nowhere.
    #[default]
    None,
    /// To the membership's own page.
    Membership,
    /// To a page of the site.
    Page,
    /// To an address.
    Custom,
}

/// What page of a site something is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LifterLmsPage {
    /// Any page that has no part in joining.
    #[default]
    Content,
    /// The page of the membership.
    Membership,
    /// The list of memberships.
    Memberships,
    /// The page of one's account, where one logs in.
    Account,
    /// The checkout.
    Checkout,
    /// The terms and conditions.
    Terms,
    /// The privacy policy.
    PrivacyPolicy,
    /// The page that the membership sends those to who are shut out; open only where it sends to a page.
    RedirectTarget,
}

/// Enrollment in several products, courses or memberships.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `relation`")]
pub struct LifterLmsEnrollment {
    /// Whether one is enough.
    pub relation: LifterLmsRelation,
    /// The products, as the offerings they become.
    pub products: Vec<OfferingId>,
}

/// How many of several products somebody has to be enrolled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LifterLmsRelation {
    /// One; of none, nobody is.
    Any,
    /// Every one; of none, every student is.
    All,
}

/// A course that memberships enroll in. Whoever leaves one of them stays in the course while another keeps them there.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `course`")]
pub struct LifterLmsCourse {
    /// The course.
    pub course: OfferingId,
    /// The memberships that enroll in it.
    #[serde(default)]
    pub granted_by: Vec<OfferingId>,
}

impl LifterLmsContent {
    /// The rule that decides as the restriction does.
    pub fn import(&self) -> ImportedRule {
        let sitewide = self.sitewide.iter().filter(|sitewide| !sitewide.stays_open());
        let sitewide = sitewide.map(|sitewide| Rule::Enrolled { offering: sitewide.membership.clone() });
        let is_restricted = self.restricted && !self.memberships.is_empty();
        let own = is_restricted.then(|| any_of(enrolled(&self.memberships)));
        all_of(sitewide.chain(own)).into()
    }
}

impl LifterLmsSitewide {
    fn stays_open(&self) -> bool {
        match self.page {
            LifterLmsPage::Content => false,
            LifterLmsPage::RedirectTarget => self.redirect == LifterLmsRedirect::Page,
            _ => true,
        }
    }
}

impl LifterLmsEnrollment {
    /// The rule that decides as the question does.
    pub fn import(&self) -> ImportedRule {
        let products = enrolled(&self.products);
        let rule = match (self.relation, self.products.is_empty()) {
            (LifterLmsRelation::All, true) => Rule::LoggedIn,
            (LifterLmsRelation::Any, true) => nobody(),
            (LifterLmsRelation::All, false) => all_of(products),
            (LifterLmsRelation::Any, false) => any_of(products),
        };
        rule.into()
    }
}

impl LifterLmsCourse {
    /// The rule that decides as the enrollments do.
    pub fn import(&self) -> ImportedRule {
        let course = enrolled(std::slice::from_ref(&self.course));
        any_of(course.chain(enrolled(&self.granted_by))).into()
    }
}
