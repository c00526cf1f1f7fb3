//! What one member has of one offering: when they enrolled and which modules are open. Does not know the member.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::Pause;
use crate::{Excerpt, Instant, ModuleId, OfferingId};

/// One member's enrollment in one offering.
///
/// What is released is authoritative and only ever grows: no clock takes a module back, but by an expiry rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an enrollment object")]
pub struct Enrollment {
    /// The offering enrolled in.
    pub offering: OfferingId,
    /// When.
    pub enrolled_at: Instant,
    /// The modules already open, each with when it opened where that is known.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "each_once")]
    pub released: BTreeMap<ModuleId, Option<Instant>>,
    /// The instant a pending timer counts from where the module before it is released and its opening is not known. Set by a
    /// move that lets the clock go on from where the old site stopped. So a host that releases a module records the instant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock_from: Option<Instant>,
    /// Times in which the clock stands still: what is open stays open, what is pending moves on. In any order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paused: Vec<Pause>,
    /// When the member completed modules, for rules that count from it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "each_once")]
    pub completed: BTreeMap<ModuleId, Instant>,
    /// The modules whose opening the member was told of already, so that nothing is announced twice.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub notified: BTreeSet<ModuleId>,
    /// When access was taken away, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<Instant>,
}

impl Enrollment {
    /// An enrollment with nothing released yet but what the clock releases.
    pub fn new(offering: OfferingId, enrolled_at: Instant) -> Self {
        Enrollment {
            offering,
            enrolled_at,
            released: BTreeMap::new(),
            clock_from: None,
            paused: Vec::new(),
            completed: BTreeMap::new(),
            notified: BTreeSet::new(),
            revoked_at: None,
        }
    }

    /// Whether access has been taken away by an instant.
    pub fn is_revoked(&self, at: Instant) -> bool {
        self.revoked_at.is_some_and(|revoked_at| revoked_at <= at)
    }
}

/// Reads an object of module ids, refusing one that stands twice.
fn each_once<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<BTreeMap<ModuleId, T>, D::Error> {
    struct EachOnce<T>(PhantomData<T>);
    impl<'de, T: Deserialize<'de>> Visitor<'de> for EachOnce<T> {
        type Value = BTreeMap<ModuleId, T>;
        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("an object of module ids with instants")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut modules = BTreeMap::new();
            while let Some((module, at)) = map.next_entry::<ModuleId, T>()? {
                let shown = Excerpt::new(module.as_str());
                if modules.insert(module, at).is_some() {
                    return Err(A::Error::custom(format_args!("the module `{shown}` stands twice")));
                }
            }
            Ok(modules)
        }
    }
    deserializer.deserialize_map(EachOnce(PhantomData))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_enrollment_keeps_modules_whose_opening_is_not_known() {
        let text = r#"{"offering":"watercolour","enrolledAt":"2024-05-01T00:00:00Z","released":{"brushes":"2024-05-01T00:00:00Z","washes":null}}"#;
        let enrollment: Enrollment = serde_json::from_str(text).unwrap();
        assert_eq!(enrollment.released[&ModuleId::new("washes").unwrap()], None);
        assert_eq!(serde_json::to_string(&enrollment).unwrap(), text);
    }

    #[test]
    fn a_module_that_stands_twice_is_refused() {
        let text = r#"{"offering":"a","enrolledAt":"2024-05-01T00:00:00Z","released":{"b":null,"b":null}}"#;
        let refused = serde_json::from_str::<Enrollment>(text).unwrap_err().to_string();
        assert!(refused.starts_with("the module `b` stands twice"), "{refused}");
    }
}
