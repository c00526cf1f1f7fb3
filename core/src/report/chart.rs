//! Charts as SVG within a page, drawn in whole numbers so that every machine draws the same. Knows no subject.

use super::document::{BarChart, DayChart, TimelineChart};
use super::html::Page;

/// The width of a drawing, and of what is drawn in it: that of a phone, so that nothing shrinks there.
const WIDTH: u64 = 360;
const DRAWN: u64 = 290;

/// The class of a series, which gives its colour.
pub fn class(index: usize) -> &'static str {
    ["s0", "s1", "s2", "s3", "s4"].get(index % 5).copied().unwrap_or("s0")
}

/// How long a part is where the whole is as long as what is drawn.
fn scaled(part: u64, whole: u64) -> u64 {
    let length = u128::from(part) * u128::from(DRAWN) / u128::from(whole.max(1));
    u64::try_from(length).unwrap_or(DRAWN).min(DRAWN)
}

fn open(page: &mut Page, title: &str, height: u64) {
    let view = format!("0 0 {WIDTH} {height}");
    page.open("svg", &[("role", "img"), ("aria-label", title), ("viewBox", &view)]);
}

fn text(page: &mut Page, x: u64, y: u64, text: &str) {
    page.leaf("text", &[("x", &x.to_string()), ("y", &y.to_string())], text);
}

/// A label, cut where it would not fit: its whole stands in the chart's table.
fn label(page: &mut Page, y: u64, label: &str) {
    let mut width = 0;
    let fits = label.char_indices().find(|(_, letter)| {
        // Of a font of 13 pixels most letters take up to 8; those of East Asia are square.
        width += if u32::from(*letter) < 0x1100 { 8 } else { 14 };
        width > WIDTH
    });
    match fits.and_then(|(end, _)| label.get(..end)) {
        Some(part) => text(page, 0, y, &format!("{}…", part.trim_end())),
        None => text(page, 0, y, label),
    }
}

/// A bar for each row, its numbers one after the other, its label above it.
pub fn bars(page: &mut Page, chart: &BarChart) {
    let sum = |values: &[u64]| values.iter().fold(0_u64, |sum, value| sum.saturating_add(*value));
    let most = chart.bars.iter().map(|bar| sum(&bar.values)).max().unwrap_or(0);
    open(page, &chart.title, 40 * chart.bars.len() as u64);
    for (y, bar) in (0_u64..).step_by(40).zip(&chart.bars) {
        label(page, y + 14, &bar.label);
        let mut before = 0_u64;
        for (index, value) in bar.values.iter().enumerate() {
            let until = before.saturating_add(*value);
            let (x, end) = (scaled(before, most), scaled(until, most));
            let (x, y, width) = (x.to_string(), (y + 19).to_string(), (end.saturating_sub(x)).to_string());
            let place = [("class", class(index)), ("x", &x), ("y", &y), ("width", &width), ("height", "14")];
            page.open("rect", &place);
            page.close("rect");
            before = until;
        }
        text(page, scaled(before, most) + 6, y + 31, &before.to_string());
    }
    page.close("svg");
}

/// A row of columns for each row, one for each day and all to one scale; the label above, every seventh day below.
pub fn days(page: &mut Page, chart: &DayChart) {
    let most = chart.rows.iter().flat_map(|row| &row.counts).max().copied().unwrap_or(0);
    let column = WIDTH / (chart.days.len() as u64).max(1);
    open(page, &chart.title, 100 * chart.rows.len() as u64);
    for (top, row) in (0_u64..).step_by(100).zip(&chart.rows) {
        label(page, top + 14, &row.label);
        let floor = top + 78;
        let line = floor.to_string();
        page.open("line", &[("x1", "0"), ("x2", &WIDTH.to_string()), ("y1", &line), ("y2", &line)]);
        page.close("line");
        let highest = row.counts.iter().max().copied().unwrap_or(0);
        let mut is_highest_named = false;
        for ((x, day), count) in (0_u64..).step_by(column.max(1) as usize).zip(&chart.days).zip(&row.counts) {
            let height = scaled(*count, most) * 40 / DRAWN;
            // Few are not none.
            let height = if *count > 0 { height.max(2) } else { 0 };
            if height > 0 {
                let (left, up, width) = (
                    x.to_string(),
                    (floor - height).to_string(),
                    column.saturating_sub(2).max(1).to_string(),
                );
                let place = [
                    ("class", "s0"),
                    ("x", &left),
                    ("y", &up),
                    ("width", &width),
                    ("height", &height.to_string()),
                ];
                page.open("rect", &place);
                page.leaf("title", &[], &format!("{day}: {count}"));
                page.close("rect");
            }
            if *count == highest && highest > 0 && !is_highest_named {
                text(page, x, floor - height - 4, &count.to_string());
                is_highest_named = true;
            }
        }
        for (x, day) in (0_u64..).step_by(column.max(1) as usize).zip(&chart.days).step_by(7) {
            text(page, x, floor + 16, day.get(5..).unwrap_or(day));
        }
    }
    page.close("svg");
}

/// A line for each row, with a mark for each event that has an instant.
pub fn timeline(page: &mut Page, chart: &TimelineChart) {
    let since = |at: crate::Instant| {
        let seconds = at.seconds().saturating_sub(chart.from.seconds());
        u64::try_from(seconds).unwrap_or(0)
    };
    let instants = chart.rows.iter().flat_map(|row| row.events.iter().filter_map(|event| event.at));
    let most = instants.map(since).max().unwrap_or(0);
    open(page, &chart.title, 52 * chart.rows.len() as u64);
    for (y, row) in (0_u64..).step_by(52).zip(&chart.rows) {
        label(page, y + 14, &row.label);
        let (line, end) = ((y + 26).to_string(), (DRAWN + 20).to_string());
        page.open("line", &[("x1", "8"), ("x2", &end), ("y1", &line), ("y2", &line)]);
        page.close("line");
        let mut free_from = 0;
        for event in &row.events {
            let Some(at) = event.at else { continue };
            let place = scaled(since(at), most) + 14;
            let x = place.to_string();
            page.open("circle", &[("class", "s0"), ("cx", &x), ("cy", &line), ("r", "6")]);
            page.leaf("title", &[], &format!("{}: {at}", event.label));
            page.close("circle");
            // Numbers that would touch the one before are left to the table.
            if place < free_from {
                continue;
            }
            let days = (since(at) / 86_400).to_string();
            free_from = place + 8 * (days.len() as u64 + 1);
            let below = (y + 46).to_string();
            page.leaf("text", &[("x", &x), ("y", &below), ("text-anchor", "middle")], &days);
        }
    }
    page.close("svg");
}
