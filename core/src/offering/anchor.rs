//! What a timer counts from, and the points in time that are known. Does not know members, nor where the points come from.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Excerpt, Instant, ModuleId, OfferingId};

/// What a timer counts from. On the wire tagged by `kind`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", try_from = "AnchorFields")]
pub enum Anchor {
    /// When the module before it opened, so that timers chain (AccessAlly's own). In an expiry rule, when the thing itself
    /// opened: the module, or for an offering the enrollment.
    #[default]
    PreviousRelease,
    /// When the member enrolled.
    Enrollment,
    /// When the member joined the site.
    Registration,
    /// When the offering starts for everybody ([`Offering::starts_at`](super::Offering::starts_at)).
    CourseStart,
    /// A fixed point in time, the same for everybody.
    Instant {
        /// The point.
        at: Instant,
    },
    /// When the member bought an offering.
    Purchase {
        /// Which.
        offering: OfferingId,
    },
    /// When the member completed something.
    Completion(Completion),
    /// When the module was published ([`Module::published_at`](super::Module::published_at)).
    Publication,
}

/// Something a member completes. On the wire `module`, `offering` or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(into = "CompletionFields")]
pub enum Completion {
    /// A module of the same offering.
    Module(ModuleId),
    /// The whole of an offering.
    Offering(OfferingId),
    /// A module of another offering.
    ModuleOf(OfferingId, ModuleId),
}

impl Completion {
    /// The offering it names, if not the rule's own.
    pub fn offering(&self) -> Option<&OfferingId> {
        match self {
            Completion::Module(_) => None,
            Completion::Offering(offering) | Completion::ModuleOf(offering, _) => Some(offering),
        }
    }

    /// The module it names, if not a whole offering.
    pub fn module(&self) -> Option<&ModuleId> {
        match self {
            Completion::Offering(_) => None,
            Completion::Module(module) | Completion::ModuleOf(_, module) => Some(module),
        }
    }
}

impl Anchor {
    /// Whether it is an event of the member's own, which a pause moves, rather than a date for everybody.
    pub fn is_members_own(&self) -> bool {
        match self {
            Anchor::PreviousRelease
            | Anchor::Enrollment
            | Anchor::Registration
            | Anchor::Purchase { .. }
            | Anchor::Completion(_) => true,
            Anchor::CourseStart | Anchor::Instant { .. } | Anchor::Publication => false,
        }
    }
}

impl fmt::Display for Anchor {
    /// As a noun: `enrollment`, `the completion of the module ...`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Anchor::PreviousRelease => formatter.write_str("the module before it"),
            Anchor::Enrollment => formatter.write_str("enrollment"),
            Anchor::Registration => formatter.write_str("registration"),
            Anchor::CourseStart => formatter.write_str("the start of the course"),
            Anchor::Instant { at } => write!(formatter, "{at}"),
            Anchor::Purchase { offering } => {
                write!(formatter, "the purchase of `{}`", Excerpt::new(offering.as_str()))
            }
            Anchor::Completion(completion) => {
                formatter.write_str("the completion of ")?;
                if let Some(module) = completion.module() {
                    write!(formatter, "the module `{}`", Excerpt::new(module.as_str()))?;
                }
                match (completion.offering(), completion.module()) {
                    (Some(offering), Some(_)) => {
                        write!(formatter, " of `{}`", Excerpt::new(offering.as_str()))
                    }
                    (Some(offering), None) => write!(formatter, "`{}`", Excerpt::new(offering.as_str())),
                    (None, _) => Ok(()),
                }
            }
            Anchor::Publication => formatter.write_str("its publication"),
        }
    }
}

/// The points in time that a rule may count from, as far as they are known. `purchase` and `completion` are of what the rule
/// names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default, expecting = "an object of instants")]
pub struct Anchors {
    /// When the member enrolled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enrollment: Option<Instant>,
    /// When the module before opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_release: Option<Instant>,
    /// When the member joined the site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registration: Option<Instant>,
    /// When the offering starts for everybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub course_start: Option<Instant>,
    /// When the member bought what the rule names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchase: Option<Instant>,
    /// When the member completed what the rule names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completion: Option<Instant>,
    /// When the module was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publication: Option<Instant>,
}

impl Anchors {
    /// The instant of an anchor, where it is known.
    pub fn instant(&self, anchor: &Anchor) -> Option<Instant> {
        match anchor {
            Anchor::PreviousRelease => self.previous_release,
            Anchor::Enrollment => self.enrollment,
            Anchor::Registration => self.registration,
            Anchor::CourseStart => self.course_start,
            Anchor::Instant { at } => Some(*at),
            Anchor::Purchase { .. } => self.purchase,
            Anchor::Completion(_) => self.completion,
            Anchor::Publication => self.publication,
        }
    }

    /// The same points, but for the one an anchor names. A fixed instant is no such point and stays.
    pub(super) fn with(mut self, anchor: &Anchor, instant: Option<Instant>) -> Self {
        match anchor {
            Anchor::PreviousRelease => self.previous_release = instant,
            Anchor::Enrollment => self.enrollment = instant,
            Anchor::Registration => self.registration = instant,
            Anchor::CourseStart => self.course_start = instant,
            Anchor::Instant { .. } => {}
            Anchor::Purchase { .. } => self.purchase = instant,
            Anchor::Completion(_) => self.completion = instant,
            Anchor::Publication => self.publication = instant,
        }
        self
    }
}

/// What is completed, as written.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct CompletionFields {
    #[serde(skip_serializing_if = "Option::is_none")]
    module: Option<ModuleId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offering: Option<OfferingId>,
}

impl From<Completion> for CompletionFields {
    fn from(completion: Completion) -> Self {
        CompletionFields { module: completion.module().cloned(), offering: completion.offering().cloned() }
    }
}

/// An anchor as written.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an anchor object")]
struct AnchorFields {
    kind: AnchorKind,
    at: Option<Instant>,
    offering: Option<OfferingId>,
    module: Option<ModuleId>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum AnchorKind {
    PreviousRelease,
    Enrollment,
    Registration,
    CourseStart,
    Instant,
    Purchase,
    Completion,
    Publication,
}

impl TryFrom<AnchorFields> for Anchor {
    type Error = &'static str;
    fn try_from(fields: AnchorFields) -> Result<Self, &'static str> {
        let AnchorFields { kind, at, offering, module } = fields;
        match (kind, at, offering, module) {
            (AnchorKind::Instant, Some(at), None, None) => Ok(Anchor::Instant { at }),
            (AnchorKind::Instant, None, ..) => Err("an `instant` anchor needs the instant in `at`"),
            (_, Some(_), ..) if kind != AnchorKind::Instant => Err("only an `instant` anchor takes `at`"),
            (AnchorKind::Purchase, _, Some(offering), None) => Ok(Anchor::Purchase { offering }),
            (AnchorKind::Purchase, _, None, _) => Err("a `purchase` anchor needs the `offering` bought"),
            (AnchorKind::Completion, _, None, Some(module)) => {
                Ok(Anchor::Completion(Completion::Module(module)))
            }
            (AnchorKind::Completion, _, Some(offering), None) => {
                Ok(Anchor::Completion(Completion::Offering(offering)))
            }
            (AnchorKind::Completion, _, Some(offering), Some(module)) => {
                Ok(Anchor::Completion(Completion::ModuleOf(offering, module)))
            }
            (AnchorKind::Completion, ..) => {
                Err("a `completion` anchor needs a `module`, an `offering` or both")
            }
            (_, _, _, Some(_)) => Err("only a `completion` anchor takes `module`"),
            (_, _, Some(_), _) => Err("only a `purchase` or `completion` anchor takes `offering`"),
            (AnchorKind::PreviousRelease, ..) => Ok(Anchor::PreviousRelease),
            (AnchorKind::Enrollment, ..) => Ok(Anchor::Enrollment),
            (AnchorKind::Registration, ..) => Ok(Anchor::Registration),
            (AnchorKind::CourseStart, ..) => Ok(Anchor::CourseStart),
            (AnchorKind::Publication, ..) => Ok(Anchor::Publication),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_written_as_they_were_read() {
        for text in [
            r#"{"kind":"previous-release"}"#,
            r#"{"kind":"course-start"}"#,
            r#"{"kind":"instant","at":"2024-05-01T00:00:00Z"}"#,
            r#"{"kind":"purchase","offering":"gold"}"#,
            r#"{"kind":"completion","module":"brushes"}"#,
            r#"{"kind":"completion","offering":"gold"}"#,
            r#"{"kind":"completion","module":"brushes","offering":"gold"}"#,
        ] {
            let anchor: Anchor = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&anchor).unwrap(), text);
        }
    }

    #[test]
    fn an_anchor_takes_what_belongs_to_it_and_nothing_else() {
        for bad in [
            r#"{"kind":"instant"}"#,
            r#"{"kind":"instant","at":"2024-05-01T00:00:00Z","module":"a"}"#,
            r#"{"kind":"enrollment","at":"2024-05-01T00:00:00Z"}"#,
            r#"{"kind":"purchase"}"#,
            r#"{"kind":"purchase","offering":"a","module":"b"}"#,
            r#"{"kind":"completion"}"#,
            r#"{"kind":"registration","offering":"a"}"#,
            r#"{"kind":"publication","module":"a"}"#,
        ] {
            assert!(serde_json::from_str::<Anchor>(bad).is_err(), "{bad}");
        }
    }
}
