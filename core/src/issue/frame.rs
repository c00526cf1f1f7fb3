//! Issues as columns. Knows no library of columns.

use super::{Issue, Issues};
use crate::frame::{FRAME_ROWS, Frame, Rows, one_by_one};
use crate::text::Excerpt;

impl Issues {
    /// The issues kept as columns, in their order: as many frames as it takes, and at least one.
    ///
    /// The columns are, of text, `code`, `severity`, `message`, `help`, `field`, `path`, `value` and `suggestion`; of numbers, `input`, `record`,
    /// `line` and `column`.
    pub fn frames(&self) -> impl Iterator<Item = Frame> {
        one_by_one(|first| self.frame_at(first))
    }

    /// The frame that begins with an issue, by its place; absent past the last one.
    pub fn frame_at(&self, first: usize) -> Option<Frame> {
        if first > 0 && first >= self.len() {
            return None;
        }
        let issues: Vec<Issue> =
            (first..self.len()).take(FRAME_ROWS).filter_map(|index| self.get(index)).collect();
        Some(frame(&issues))
    }
}

fn frame(issues: &[Issue]) -> Frame {
    Rows::of(issues)
        .text("code", |issue| Some(issue.code.name()))
        .text("severity", |issue| Some(issue.severity().name()))
        .text("message", |issue| Some(&issue.message))
        .text("help", |issue| Some(issue.help()))
        .count("input", |issue| issue.location.input)
        .count("record", |issue| issue.location.record)
        .count("line", |issue| issue.location.line)
        .count("column", |issue| issue.location.column)
        .text("field", |issue| issue.location.field.as_deref())
        .written("path", |issue| (!issue.location.path.is_empty()).then(|| issue.location.path_text()))
        .text("value", |issue| issue.value.as_ref().map(Excerpt::as_str))
        .text("suggestion", |issue| issue.suggestion.as_deref())
        .finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::Values;
    use crate::issue::{Code, Location};

    #[test]
    fn issues_stand_in_columns() {
        let mut issues = Issues::default();
        let place = Location::default().with_record(3).with_line(5).with_field("Email").key("pages").index(1);
        issues.push(
            Issue::new(Code::EmailInvalid).at(place).with_value("ada").with_suggestion("ada@example.com"),
        );
        issues.push(Issue::new(Code::EncodingGuessed));
        let frame = issues.frames().next().unwrap();
        let row = |row: usize| {
            let cell = |column: &crate::frame::Column| match &column.values {
                _ if column.valid.as_ref().is_some_and(|valid| !valid.get(row)) => "-".to_owned(),
                Values::Text(texts) => texts.get(row).unwrap().to_owned(),
                Values::Numbers(numbers) => numbers[row].to_string(),
                _ => panic!(),
            };
            frame
                .columns
                .iter()
                .filter(|column| column.name != "message" && column.name != "help")
                .map(cell)
                .collect::<Vec<_>>()
                .join("|")
        };
        assert_eq!(row(0), "email-invalid|error|-|3|5|-|Email|pages[1]|ada|ada@example.com");
        assert_eq!(row(1), "encoding-guessed|info|-|-|-|-|-|-|-|-");
        assert_eq!(issues.frames().count(), 1);
    }
}
