//! A report as Markdown, with the tables of GitHub: every text escaped. Knows no subject.

use super::document::{ReportBlock, ReportTable};
use super::html::{NONE, more};
use super::report::Report;

/// The text of a report.
pub fn text(report: &Report) -> String {
    let mut text = format!("# Migration of {}\n", escaped(&report.head.site));
    for section in &report.sections {
        text.push_str(&format!("\n## {}\n", escaped(section.title)));
        for block in &section.blocks {
            match block {
                ReportBlock::Facts { facts } => {
                    text.push('\n');
                    for fact in facts {
                        text.push_str(&format!("- {}: {}\n", escaped(fact.name), escaped(&fact.value)));
                    }
                }
                ReportBlock::Table { table } => add_table(&mut text, table),
                ReportBlock::Bars { chart } => add_table(&mut text, &chart.table()),
                ReportBlock::Days { chart } => add_table(&mut text, &chart.table()),
                ReportBlock::Timeline { chart } => add_table(&mut text, &chart.table()),
            }
        }
    }
    text
}

fn add_table(text: &mut String, table: &ReportTable) {
    text.push_str(&format!("\n**{}**\n\n", escaped(&table.title)));
    if table.rows.is_empty() {
        text.push_str(NONE);
        text.push('\n');
        return;
    }
    add_row(text, &table.columns);
    add_row(text, &vec!["---"; table.columns.len()]);
    for row in &table.rows {
        add_row(text, row);
    }
    if table.left_out > 0 {
        text.push_str(&format!("\n{}\n", more(table.left_out)));
    }
}

fn add_row(text: &mut String, cells: &[impl AsRef<str>]) {
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| match cell.as_ref() {
            "---" => "---".to_owned(),
            cell => escaped(cell),
        })
        .collect();
    text.push_str(&format!("| {} |\n", cells.join(" | ")));
}

/// A text in which nothing is markup: each character that could be is escaped, as CommonMark allows of all punctuation.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(
            character,
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$'
        ) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
