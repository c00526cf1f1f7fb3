//! What is known of when members enrolled, besides the contacts themselves. Does not know where it was read.

use super::purchases::Purchases;
use crate::TagDates;

/// What is known of when members enrolled, besides the contacts themselves. By default nothing.
///
/// Both go by the contacts' places in their table.
#[derive(Clone, Copy, Debug, Default)]
pub struct EnrollmentEvidence<'a> {
    /// When contacts were given their tags, where a source says.
    pub tag_dates: Option<&'a TagDates>,
    /// What contacts paid for, where orders are known.
    pub purchases: Option<&'a Purchases>,
}
