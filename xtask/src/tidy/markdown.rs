//! Markdown as far as the checks need it: which lines are prose and which are code, what the headings are called, where links lead.

/// A fenced block of code.
pub struct Fence<'a> {
    /// The line of its first mark, from 1.
    pub line: usize,
    /// What stands behind the mark: the language, and what more is said.
    pub info: &'a str,
}

/// The parts of a document.
#[derive(Default)]
pub struct Document<'a> {
    /// The lines outside of code, with their numbers from 1.
    pub prose: Vec<(usize, &'a str)>,
    pub fences: Vec<Fence<'a>>,
}

impl<'a> Document<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut document = Document::default();
        let mut inside = None;
        for (line, number) in text.lines().zip(1..) {
            let mark = line.trim_start();
            let marks = mark.len() - mark.trim_start_matches('`').len();
            match inside {
                Some(opened) if marks >= opened && mark.trim_matches('`').trim().is_empty() => inside = None,
                Some(_) => {}
                None if marks >= 3 => {
                    inside = Some(marks);
                    document.fences.push(Fence { line: number, info: mark.trim_start_matches('`').trim() });
                }
                None => document.prose.push((number, line)),
            }
        }
        document
    }

    /// The names that links give to the headings, in order: as GitHub and mdBook make them.
    pub fn anchors(&self) -> Vec<String> {
        let mut anchors: Vec<String> = Vec::new();
        for (_, line) in &self.prose {
            let title = line.trim_start_matches('#');
            let level = line.len() - title.len();
            if !(1..=6).contains(&level) || !title.starts_with(' ') {
                continue;
            }
            let slug = slug(title.trim());
            let before = anchors.iter().filter(|anchor| **anchor == slug).count();
            anchors.push(if before == 0 { slug } else { format!("{slug}-{before}") });
        }
        anchors
    }

    /// Where the links of the prose lead, each with its line.
    pub fn links(&self) -> Vec<(usize, &'a str)> {
        let mut links = Vec::new();
        for (number, line) in &self.prose {
            for part in outside_of_code(line) {
                for (at, _) in part.match_indices("](") {
                    let target = part.get(at + 2..).and_then(|rest| rest.split(')').next());
                    links.extend(target.map(|target| (*number, target.split(' ').next().unwrap_or(target))));
                }
            }
        }
        links
    }

    /// What stands in single back-ticks, each with its line.
    pub fn codes(&self) -> Vec<(usize, &'a str)> {
        let parts = |line: &'a str| line.split('`').skip(1).step_by(2);
        self.prose.iter().flat_map(|(number, line)| parts(line).map(|code| (*number, code))).collect()
    }
}

/// The parts of a line that are no code.
fn outside_of_code(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut from) = (0, 0);
    while let Some(open) = line.get(from..).and_then(|rest| rest.find('`')).map(|at| at + from) {
        let Some(close) = line.get(open + 1..).and_then(|rest| rest.find('`')).map(|at| at + open + 1) else {
            break;
        };
        // Code that is the text of a link stays with it.
        let is_label = line.get(..open).is_some_and(|before| before.ends_with('['))
            && line.get(close + 1..).is_some_and(|after| after.starts_with("]("));
        if !is_label {
            parts.extend(line.get(start..open));
            start = close + 1;
        }
        from = close + 1;
    }
    parts.extend(line.get(start..));
    parts
}

fn slug(title: &str) -> String {
    // The text of a link counts, and not where it leads.
    let mut text = String::new();
    let mut rest = title;
    while let Some((before, after)) = rest.split_once("](") {
        text.push_str(before);
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let kept = text.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'));
    kept.map(|letter| if letter == ' ' { '-' } else { letter }).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "# A `b` [c](d.md)\n\n```rust\n# no heading [e](f)\n```\n\n## A b c\n`[g](h)` [`i`](j \"k\")\n";

    #[test]
    fn headings_and_links_are_those_of_the_prose() {
        let document = Document::new(TEXT);
        assert_eq!(document.anchors(), ["a-b-c", "a-b-c-1"]);
        assert_eq!(document.links(), [(1, "d.md"), (8, "j")]);
        assert_eq!(document.codes(), [(1, "b"), (8, "[g](h)"), (8, "i")]);
    }

    #[test]
    fn a_fence_ends_at_a_mark_as_long_as_its_own() {
        let document = Document::new("````text\n```rust\n````\nb\n");
        let fences: Vec<_> = document.fences.iter().map(|fence| (fence.line, fence.info)).collect();
        assert_eq!((fences, document.prose), (vec![(1, "text")], vec![(4, "b")]));
    }
}
