//! The steps of an automation as a graph: what comes after what. Does not know what a step does.

use crate::Location;
use crate::automation::{Automation, Step};

/// The steps of an automation, outer before inner in the order written, each with what comes after it.
pub(super) struct Flow<'a> {
    nodes: Vec<Node<'a>>,
}

/// One step in the graph.
pub(super) struct Node<'a> {
    pub step: &'a Step,
    /// Where it stands, from the automation.
    pub place: Location,
    /// The step after it; of a condition, where it holds. Absent where the automation ends.
    pub next: Option<usize>,
    /// Of a condition, the step where it does not hold.
    pub otherwise: Option<usize>,
}

impl<'a> Flow<'a> {
    pub fn new(automation: &'a Automation) -> Self {
        let mut starts = Vec::with_capacity(automation.steps.len());
        let mut start = 0;
        for step in &automation.steps {
            starts.push(start);
            start += size(step);
        }
        let mut flow = Flow { nodes: Vec::with_capacity(start) };
        flow.lay(&automation.steps, &Location::default().key("steps"), None, &starts);
        flow
    }

    fn lay(&mut self, steps: &'a [Step], list: &Location, after: Option<usize>, starts: &[usize]) {
        for (index, step) in steps.iter().enumerate() {
            let own = self.nodes.len();
            let place = list.clone().index(index);
            let follows = if index + 1 < steps.len() { Some(own + size(step)) } else { after };
            let (next, otherwise) = match step {
                Step::Condition { then, otherwise, .. } => {
                    let first = |steps: &[Step], at: usize| if steps.is_empty() { follows } else { Some(at) };
                    (first(then, own + 1), first(otherwise, own + 1 + sizes(then)))
                }
                Step::GoTo { step } => {
                    (usize::try_from(*step).ok().and_then(|step| starts.get(step)).copied(), None)
                }
                Step::End {} => (None, None),
                _ => (follows, None),
            };
            self.nodes.push(Node { step, place: place.clone(), next, otherwise });
            if let Step::Condition { then, otherwise, .. } = step {
                self.lay(then, &place.clone().key("then"), follows, starts);
                self.lay(otherwise, &place.key("otherwise"), follows, starts);
            }
        }
    }

    /// Every step, in the order written.
    pub fn nodes(&self) -> &[Node<'a>] {
        &self.nodes
    }

    pub fn node(&self, index: usize) -> Option<&Node<'a>> {
        self.nodes.get(index)
    }

    /// The steps a contact may come to from one, the first first; none where the automation ends there.
    pub fn after(&self, index: usize) -> impl Iterator<Item = usize> {
        let node = self.nodes.get(index);
        let ways = node.map(|node| {
            let is_condition = matches!(node.step, Step::Condition { .. });
            [node.next, node.otherwise.filter(|_| is_condition && node.otherwise != node.next)]
        });
        ways.into_iter().flatten().flatten()
    }

    /// Whether the automation may end for a contact after a step.
    pub fn may_end_after(&self, index: usize) -> bool {
        self.nodes.get(index).is_none_or(|node| {
            node.next.is_none() || (matches!(node.step, Step::Condition { .. }) && node.otherwise.is_none())
        })
    }

    /// The steps at which contacts come in: the first, and every event in the middle.
    pub fn entries(&self) -> impl Iterator<Item = usize> {
        let is_entry =
            |(index, node): &(usize, &Node<'_>)| *index == 0 || matches!(node.step, Step::Event { .. });
        self.nodes.iter().enumerate().filter(is_entry).map(|(index, _)| index)
    }

    /// Which steps a contact may come to.
    pub fn reachable(&self) -> Vec<bool> {
        let mut seen = vec![false; self.nodes.len()];
        let mut waiting: Vec<usize> = self.entries().collect();
        while let Some(index) = waiting.pop() {
            if let Some(seen @ false) = seen.get_mut(index) {
                *seen = true;
                waiting.extend(self.after(index));
            }
        }
        seen
    }

    /// Where a contact can come from a start without passing a step that stops the search: the steps that are sought, in the order written,
    /// and, where the end is sought, the steps after which the automation ends.
    pub fn comes_to(
        &self,
        start: Start,
        sought: impl Fn(Goal<'_, 'a>) -> bool,
        stops: impl Fn(&Node<'a>) -> bool,
    ) -> Vec<usize> {
        let mut found = Vec::new();
        let mut seen = vec![false; self.nodes.len()];
        let mut waiting = Vec::new();
        match start {
            Start::First => waiting.push(0),
            Start::After(index) => {
                if self.may_end_after(index) && sought(Goal::End) {
                    found.push(index);
                }
                waiting.extend(self.after(index));
            }
        }
        while let Some(index) = waiting.pop() {
            let (Some(node), Some(seen @ false)) = (self.nodes.get(index), seen.get_mut(index)) else {
                continue;
            };
            *seen = true;
            if sought(Goal::Step(node)) {
                found.push(index);
                continue;
            }
            if stops(node) {
                continue;
            }
            if self.may_end_after(index) && sought(Goal::End) {
                found.push(index);
            }
            waiting.extend(self.after(index));
        }
        crate::order::sort(&mut found);
        found.dedup();
        found
    }

    /// The go-to steps that lead back to where a contact has been, in the order written.
    pub fn circles(&self) -> Vec<usize> {
        #[derive(Clone, Copy, PartialEq)]
        enum Mark {
            New,
            Open,
            Done,
        }
        let mut marks = vec![Mark::New; self.nodes.len()];
        let mut closing = Vec::new();
        for start in 0..self.nodes.len() {
            // Each entry is a step and whether all that follows it has been walked.
            let mut walk = vec![(start, false)];
            while let Some((index, is_done)) = walk.pop() {
                let Some(mark) = marks.get_mut(index) else { continue };
                if is_done {
                    *mark = Mark::Done;
                    continue;
                }
                if *mark != Mark::New {
                    continue;
                }
                *mark = Mark::Open;
                walk.push((index, true));
                for next in self.after(index) {
                    match marks.get(next) {
                        Some(Mark::Open) => closing.push(index),
                        Some(Mark::New) => walk.push((next, false)),
                        _ => {}
                    }
                }
            }
        }
        crate::order::sort(&mut closing);
        closing.dedup();
        closing
    }
}

/// Where a search starts.
#[derive(Clone, Copy)]
pub(super) enum Start {
    /// At the first step.
    First,
    /// Behind a step.
    After(usize),
}

/// What a search may come to.
pub(super) enum Goal<'n, 'a> {
    /// A step.
    Step(&'n Node<'a>),
    /// The end of the automation.
    End,
}

/// How many steps a step is, those within it counted.
fn size(step: &Step) -> usize {
    match step {
        Step::Condition { then, otherwise, .. } => 1 + sizes(then) + sizes(otherwise),
        _ => 1,
    }
}

fn sizes(steps: &[Step]) -> usize {
    steps.iter().map(size).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn automation(steps: &str) -> Automation {
        let text =
            format!(r#"{{"id":"a","name":"A","crm":"kit","state":"live","events":[],"steps":[{steps}]}}"#);
        Automation::from_json(text.as_bytes()).unwrap()
    }

    const WAIT: &str = r#"{"kind":"delay","length":{"amount":1,"unit":"days"}}"#;

    #[test]
    fn both_ways_of_a_condition_lead_on_to_the_step_after_it() {
        let automation = automation(&format!(
            r#"{{"kind":"condition","when":{{"kind":"has-tag","tag":"T"}},"then":[{WAIT},{WAIT}]}},{WAIT},{{"kind":"end"}},{WAIT}"#
        ));
        let flow = Flow::new(&automation);
        let after: Vec<Vec<usize>> =
            (0..flow.nodes().len()).map(|index| flow.after(index).collect()).collect();
        assert_eq!(after, [vec![1, 3], vec![2], vec![3], vec![4], vec![], vec![]]);
        assert_eq!(flow.reachable(), [true, true, true, true, true, false]);
    }

    #[test]
    fn a_go_to_that_leads_back_closes_a_circle_and_one_that_leads_on_does_not() {
        let back = automation(&format!(r#"{WAIT},{WAIT},{{"kind":"go-to","step":1}}"#));
        assert_eq!(Flow::new(&back).circles(), [2]);
        let on = automation(&format!(r#"{{"kind":"go-to","step":2}},{WAIT},{{"kind":"end"}}"#));
        assert_eq!(Flow::new(&on).circles(), [0; 0]);
        let itself = automation(r#"{"kind":"go-to","step":0}"#);
        assert_eq!(Flow::new(&itself).circles(), [0]);
    }
}
