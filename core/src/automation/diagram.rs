//! An automation as a Mermaid flowchart. Does not know Mermaid's other diagrams, nor whether the automation is right.

use super::flow::Flow;
use super::instructions::{condition_in_words, wait_in_words};
use crate::automation::{Automation, AutomationEvent, Step};
use crate::operation::TagList;

/// The automation as a Mermaid flowchart: the same text for the same automation. Names are escaped, so that none of them is taken for
/// Mermaid's own signs.
///
/// ```
/// use memberferry::{Automation, automation_diagram};
/// let automation = Automation::from_json(br#"{"id": "a", "name": "A", "crm": "kit", "state": "live",
///     "events": [{"kind": "tag-added", "tag": "Bought \"Gold\""}], "steps": [{"kind": "end"}]}"#)?;
/// assert_eq!(
///     automation_diagram(&automation),
///     "flowchart TD\n    e0([\"tag added: Bought #34;Gold#34;\"])\n    s0([\"end\"])\n    e0 --> s0\n"
/// );
/// # Ok::<(), memberferry::AutomationError>(())
/// ```
pub fn automation_diagram(automation: &Automation) -> String {
    of(automation)
}

pub(super) fn of(automation: &Automation) -> String {
    let flow = Flow::new(automation);
    let mut lines = vec!["flowchart TD".to_owned()];
    for (index, event) in automation.events.iter().enumerate() {
        lines.push(format!("    e{index}([\"{}\"])", escaped(&event_in_words(event))));
    }
    for (index, node) in flow.nodes().iter().enumerate() {
        let text = escaped(&step_in_words(node.step));
        lines.push(match node.step {
            Step::Condition { .. } => format!("    s{index}{{\"{text}\"}}"),
            Step::Event { .. } | Step::End {} => format!("    s{index}([\"{text}\"])"),
            _ => format!("    s{index}[\"{text}\"]"),
        });
    }
    if !flow.nodes().is_empty() {
        lines.extend((0..automation.events.len()).map(|index| format!("    e{index} --> s0")));
    }
    for (index, node) in flow.nodes().iter().enumerate() {
        let is_condition = matches!(node.step, Step::Condition { .. });
        let label = if is_condition { "|yes| " } else { "" };
        lines.extend(node.next.map(|next| format!("    s{index} -->{}s{next}", spaced(label))));
        if is_condition {
            lines.extend(node.otherwise.map(|next| format!("    s{index} -->{}s{next}", spaced("|no| "))));
        }
    }
    lines.join("\n") + "\n"
}

/// What stands between an arrow and where it leads.
fn spaced(label: &str) -> String {
    if label.is_empty() { " ".to_owned() } else { label.to_owned() }
}

/// A text that Mermaid shows as it is.
fn escaped(text: &str) -> String {
    let escape = |character: char| match character {
        '"' | '#' | '&' | '<' | '>' | '`' | '\\' | '[' | ']' | '{' | '}' | '(' | ')' | '|' | ';' => {
            format!("#{};", u32::from(character))
        }
        control if control.is_control() => " ".to_owned(),
        other => other.to_string(),
    };
    text.chars().map(escape).collect()
}

fn names(tags: &TagList) -> String {
    tags.as_slice().iter().map(|tag| tag.as_str()).collect::<Vec<_>>().join(", ")
}

fn event_in_words(event: &AutomationEvent) -> String {
    match event {
        AutomationEvent::TagAdded { tag } => format!("tag added: {tag}"),
        AutomationEvent::Purchase { product } => format!("bought: {product}"),
        AutomationEvent::FormSubmitted { form } => format!("form submitted: {form}"),
    }
}

fn step_in_words(step: &Step) -> String {
    match step {
        Step::AddTags { tags } => format!("add {}", names(tags)),
        Step::RemoveTags { tags } => format!("remove {}", names(tags)),
        Step::RunWebhook { webhook } => format!("run webhook {webhook}"),
        Step::Delay { length } => format!("wait {length}"),
        Step::WaitUntil { until } => format!("wait until {}", wait_in_words(until)),
        Step::SendSequence { sequence } => format!("send {}", sequence.name),
        Step::SetField { field, value } => format!("set {field} to {value}"),
        Step::Condition { when, .. } => format!("{}?", condition_in_words(when)),
        Step::Event { event } => event_in_words(event),
        Step::GoTo { step } => format!("go to step {}", u64::from(*step) + 1),
        Step::End {} => "end".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_breaks_out_of_its_place() {
        let hostile = "a\"] --> b[\"<b>`#quot;\n%%{init}%%";
        let shown = escaped(hostile);
        assert!(!shown.contains(['"', '<', '>', '`', '[', ']', '{', '}', '\n']), "{shown}");
        assert_eq!(escaped("Été, 50 % off"), "Été, 50 % off");
    }

    #[test]
    fn both_ways_of_a_condition_are_drawn() {
        let automation = Automation::from_json(
            br#"{"id":"a","name":"A","crm":"kit","state":"live","events":[],"steps":[
                {"kind":"condition","when":{"kind":"has-tag","tag":"T"},"then":[{"kind":"end"}]},{"kind":"go-to","step":0}]}"#,
        )
        .unwrap();
        assert_eq!(
            of(&automation),
            "flowchart TD\n    s0{\"they hold the tag T?\"}\n    s1([\"end\"])\n    s2[\"go to step 1\"]\n    \
             s0 -->|yes| s1\n    s0 -->|no| s2\n    s2 --> s0\n"
        );
    }
}
