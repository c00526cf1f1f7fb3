//! The instants at which the clock can change who gets in, and those at which it does. Between two of them nothing changes, so
//! that whoever asks at each has asked at every instant.

use super::compiled::CompiledAccess;
use super::member::CompiledMember;
use crate::Instant;
use crate::access::OpenWindow;

impl CompiledAccess {
    /// The instants after one and up to another (included) at which the clock can change whether a member gets to see a page:
    /// where a window of the page's rules begins or ends, or where a module that they ask for opens or closes to the member.
    /// Sorted, each once. Whether it does change is another question: [`next_change`](Self::next_change).
    pub fn critical_instants(
        &self,
        member: &CompiledMember,
        page: usize,
        from: Instant,
        until: Instant,
    ) -> Vec<Instant> {
        let mut instants = self.instants_after(member, page, from);
        instants.retain(|instant| *instant <= until);
        instants
    }

    /// The first instant after one at which the clock lets a member in who was out, or the other way round; absent where it never
    /// does.
    ///
    /// ```
    /// use memberferry::{Member, Site};
    /// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC", "pages": [{"id": "sale",
    ///     "title": "Sale", "rule": {"kind": "during", "until": "2024-06-01T00:00:00Z"}}]}"#)?;
    /// let compiled = site.compile();
    /// let visitor = compiled.member(&Member::default());
    /// let closes_at = compiled.next_change(&visitor, 0, "2024-05-01T00:00:00Z".parse()?);
    /// assert_eq!(closes_at, Some("2024-06-01T00:00:00Z".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn next_change(&self, member: &CompiledMember, page: usize, after: Instant) -> Option<Instant> {
        let now = self.allows(member, page, after);
        let mut instants = self.instants_after(member, page, after).into_iter();
        instants.find(|instant| self.allows(member, page, *instant) != now)
    }

    fn instants_after(&self, member: &CompiledMember, page: usize, after: Instant) -> Vec<Instant> {
        let Some(page) = self.pages.get(page) else { return Vec::new() };
        let windows = page.releases.iter().flat_map(|release| member.windows_of(*release));
        let all = page.clock.iter().copied().chain(windows.flat_map(OpenWindow::ends));
        let mut instants: Vec<_> = all.filter(|instant| after < *instant).collect();
        instants.sort_unstable();
        instants.dedup();
        instants
    }
}
