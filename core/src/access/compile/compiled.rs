//! The compiled rules of a site, and single decisions by them. Does not know what a page is but its place in the site.

use super::formula::{AskerKind, Atom, Formula};
use super::member::{CompiledMember, Standing};
use super::program::{Program, Target};
use super::vocabulary::{FactId, ReleaseId, Vocabulary};
use crate::access::{Gate, Member};
use crate::{Instant, ModuleId, OfferingId};

/// The rules of every page of a site, made for asking often: tags and the like have numbers, what is constant is folded, and each
/// page is a few tests of bits.
///
/// It answers exactly as [`Site::decide`](crate::Site::decide) does, without the reason: where a person is told why, ask that. Pages
/// go by their place in the site's document, from 0.
///
/// ```
/// use memberferry::{Member, Site};
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC", "pages": [
///     {"id": "front", "title": "Front"},
///     {"id": "gold", "title": "Gold", "rule": {"kind": "has-any", "tags": ["Gold"]}}]}"#)?;
/// let compiled = site.compile();
/// let member: Member = serde_json::from_str(r#"{"loggedIn": true, "tags": ["Gold"]}"#)?;
/// let (member, visitor) = (compiled.member(&member), compiled.member(&Member::default()));
/// let at = "2024-05-01T00:00:00Z".parse()?;
/// assert!(compiled.allows(&member, 1, at) && !compiled.allows(&visitor, 1, at));
/// assert!(compiled.allows(&visitor, 0, at));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct CompiledAccess {
    pub(super) vocabulary: Vocabulary,
    program: Program,
    /// Where each page's steps begin; apart from the rest, so that single decisions touch little memory.
    begins: Vec<Begins>,
    pub(super) pages: Vec<CompiledPage>,
}

/// Where the steps of one page begin, by who asks.
#[derive(Clone, Copy, Debug)]
struct Begins {
    member: Target,
    visitor: Target,
}

/// What guards one page, for those who are asked by rule.
#[derive(Clone, Debug)]
pub(super) struct CompiledPage {
    pub member: Formula,
    pub visitor: Formula,
    /// The instants at which a window of its rules begins or ends: sorted, each once.
    pub clock: Vec<Instant>,
    /// The modules it asks for: sorted, each once.
    pub releases: Vec<ReleaseId>,
}

impl CompiledPage {
    fn new(gate: &Gate<'_>, vocabulary: &mut Vocabulary) -> Self {
        let member = Formula::of_gate(gate, AskerKind::Member, vocabulary);
        let visitor = Formula::of_gate(gate, AskerKind::Visitor, vocabulary);
        let (mut clock, mut releases) = (Vec::new(), Vec::new());
        for formula in [&member, &visitor] {
            formula.visit(&mut |atom| match atom {
                Atom::Since(since) => clock.extend(Instant::from_microseconds(since)),
                Atom::Released(release) => releases.push(release),
                Atom::Fact(_) => {}
            });
        }
        clock.sort_unstable();
        clock.dedup();
        releases.sort_unstable();
        releases.dedup();
        CompiledPage { member, visitor, clock, releases }
    }
}

impl CompiledAccess {
    /// The gates of a site's pages, in the order of its document.
    pub(crate) fn new<'a>(gates: impl IntoIterator<Item = Gate<'a>>) -> Self {
        let mut vocabulary = Vocabulary::default();
        let pages: Vec<_> = gates.into_iter().map(|gate| CompiledPage::new(&gate, &mut vocabulary)).collect();
        let mut program = Program::new(vocabulary.fact_count);
        let begins = |page: &CompiledPage| Begins {
            member: program.add(&page.member),
            visitor: program.add(&page.visitor),
        };
        let begins = pages.iter().map(begins).collect();
        CompiledAccess { vocabulary, program, begins, pages }
    }

    /// The number of pages.
    pub fn page_count(&self) -> usize {
        self.pages.len()
    }

    /// A member, as these rules ask about one.
    pub fn member(&self, member: &Member) -> CompiledMember {
        CompiledMember::new(member, &self.vocabulary)
    }

    /// Whether a member gets to see a page at an instant. A page that is not there is open to nobody.
    #[inline]
    pub fn allows(&self, member: &CompiledMember, page: usize, at: Instant) -> bool {
        let Some(begins) = self.begins.get(page) else { return false };
        match member.standing() {
            Standing::Administrator => true,
            Standing::Member => self.program.run(begins.member, member, at),
            Standing::Visitor => self.program.run(begins.visitor, member, at),
        }
    }

    /// The number of holding a tag; absent where no rule asks for it, so that it changes nothing.
    pub fn tag(&self, tag: &str) -> Option<FactId> {
        self.vocabulary.tags.get(tag).copied()
    }

    /// The number of having a role; absent where no rule asks for it. What makes an administrator is
    /// [`Standing::Administrator`], and not a role.
    pub fn role(&self, role: &str) -> Option<FactId> {
        self.vocabulary.roles.get(role).copied()
    }

    /// The number of being enrolled in an offering with no end known of; absent where no rule asks for it.
    pub fn enrollment(&self, offering: &OfferingId) -> Option<FactId> {
        Some(self.vocabulary.enrollments.get(offering)?.for_good)
    }

    /// The number of being enrolled in an offering until an instant, which its window says; absent where no rule asks for it.
    pub fn enrollment_for_a_time(&self, offering: &OfferingId) -> Option<ReleaseId> {
        Some(self.vocabulary.enrollments.get(offering)?.for_a_time)
    }

    /// The number of a module's release; absent where no rule asks for it.
    pub fn release(&self, offering: &OfferingId, module: &ModuleId) -> Option<ReleaseId> {
        self.vocabulary.releases.get(offering)?.get(module).copied()
    }
}
