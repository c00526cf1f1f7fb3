//! An automation: what starts it, and its steps. Does not know what is wrong with it.

use serde::{Deserialize, Serialize};

use super::{AutomationError, Crm, Step};
use crate::{AutomationId, ItemName, Location, OfferingId, TagName, json};

/// An automation of a CRM, as data.
///
/// ```
/// use memberferry::{Automation, AutomationState, Step};
/// let automation = Automation::from_json(br#"{
///     "id": "welcome", "name": "Welcome", "crm": "kit", "state": "paused",
///     "events": [{"kind": "tag-added", "tag": "Watercolour: Bought"}],
///     "steps": [{"kind": "delay", "length": {"amount": 7, "unit": "days"}}, {"kind": "end"}]
/// }"#)?;
/// assert_eq!((automation.state, automation.steps.len()), (AutomationState::Paused, 2));
/// let refused = Automation::from_json(br#"{"id": "welcome", "step": []}"#).unwrap_err();
/// assert_eq!(refused.issue().help(), "did you mean `steps`?");
/// # Ok::<(), memberferry::AutomationError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an automation object")]
pub struct Automation {
    /// Unique within the site.
    pub id: AutomationId,
    /// As its owner reads it.
    pub name: String,
    /// The CRM that runs it.
    pub crm: Crm,
    /// Whether it runs.
    pub state: AutomationState,
    /// The offering it delivers, where it delivers one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offering: Option<OfferingId>,
    /// What starts it, any of them, in any order.
    pub events: Vec<AutomationEvent>,
    /// What follows, in order.
    pub steps: Vec<Step>,
}

/// Whether an automation runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AutomationState {
    /// It does.
    Live,
    /// It does not.
    Paused,
}

/// Something that happens to a contact. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields,
    expecting = "an event object"
)]
pub enum AutomationEvent {
    /// A tag is added to them who lacked it: by a purchase, a revocation or anything else.
    TagAdded {
        /// Which.
        tag: TagName,
    },
    /// They buy something in the CRM's own shop.
    Purchase {
        /// What, as the CRM calls it.
        product: ItemName,
    },
    /// They submit a form.
    FormSubmitted {
        /// Which, as the CRM or the site calls it.
        form: ItemName,
    },
}

impl AutomationEvent {
    /// The tag whose adding it is.
    pub fn tag(&self) -> Option<&TagName> {
        match self {
            AutomationEvent::TagAdded { tag } => Some(tag),
            AutomationEvent::Purchase { .. } | AutomationEvent::FormSubmitted { .. } => None,
        }
    }
}

impl Automation {
    /// Reads an automation: unknown fields and keys that stand twice are refused.
    ///
    /// # Errors
    /// [`AutomationError`] with the place and the line of the first mistake.
    pub fn from_json(bytes: &[u8]) -> Result<Self, AutomationError> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        json::read_checked(bytes).map_err(AutomationError::new)
    }

    /// Visits every step with its place, outer before inner, in the order written.
    pub(crate) fn each_step<'a>(&'a self, visit: &mut dyn FnMut(&'a Step, &Location)) {
        fn walk<'a>(step: &'a Step, place: &Location, visit: &mut dyn FnMut(&'a Step, &Location)) {
            visit(step, place);
            for (inner, place) in step.inner(place) {
                walk(inner, &place, visit);
            }
        }
        for (index, step) in self.steps.iter().enumerate() {
            walk(step, &Location::default().key("steps").index(index), visit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_automation_is_written_as_it_was_read() {
        let text = r#"{"id":"a","name":"A","crm":"activecampaign","state":"live","offering":"o","events":[{"kind":"tag-added","tag":"Bought"},{"kind":"purchase","product":"P"},{"kind":"form-submitted","form":"F"}],"steps":[{"kind":"add-tags","tags":["T"]},{"kind":"run-webhook","webhook":"w"},{"kind":"delay","length":{"amount":5,"unit":"minutes"}},{"kind":"wait-until","until":{"kind":"time-of-day","at":"09:00"}},{"kind":"send-sequence","sequence":{"name":"S","status":"published","emails":[{"subject":"Hello","purpose":"login","mentions":[{"kind":"login-link"},{"kind":"field","field":"accessally_password"}]}]}},{"kind":"condition","when":{"kind":"has-tag","tag":"T"},"then":[{"kind":"set-field","field":"f","value":"v"}]},{"kind":"event","event":{"kind":"tag-added","tag":"Revoked"}},{"kind":"go-to","step":0},{"kind":"end"}]}"#;
        let automation = Automation::from_json(text.as_bytes()).unwrap();
        assert_eq!(serde_json::to_string(&automation).unwrap(), text);
        let mut places = Vec::new();
        automation.each_step(&mut |_, place| places.push(place.path_text()));
        assert_eq!(places[5..7], ["steps[5]", "steps[5].then[0]"]);
    }

    #[test]
    fn what_is_not_known_is_refused_with_its_place() {
        let with = |steps: &str| {
            let text = format!(
                r#"{{"id":"a","name":"A","crm":"kit","state":"live","events":[],"steps":[{steps}]}}"#
            );
            Automation::from_json(text.as_bytes()).unwrap_err().issue().location.path_text()
        };
        assert_eq!(with(r#"{"kind":"end","step":3}"#), "steps[0]");
        assert_eq!(with(r#"{"kind":"end"},{"kind":"add-tags","tags":[]}"#), "steps[1]");
        assert_eq!(with(r#"{"kind":"end","kind":"end"}"#), "steps[0]");
        assert_eq!(with(r#"{"kind":"jump"}"#), "steps[0].kind");
    }
}
