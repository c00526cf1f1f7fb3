//! A report as one HTML page: no script, nothing loaded from anywhere, every text escaped. Knows no subject.

use super::chart;
use super::document::{ReportBlock, ReportTable};
use super::report::Report;

/// Colours for light and dark, one column that a phone holds, and paper.
const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1c1e21;--faint:#5c636b;--paper:#fff;--line:#d5d9de;--a:#2166ac;--b:#b2182b;--c:#8c6d1f;--d:#1b7837;--e:#6a51a3}\
@media(prefers-color-scheme:dark){:root{--ink:#e8eaed;--faint:#a4abb3;--paper:#16181b;--line:#3a3f45;--a:#74add1;--b:#f4837d;--c:#dfc27d;--d:#7fcf8b;--e:#b3a5dc}}\
*{box-sizing:border-box}\
body{margin:0 auto;max-width:64rem;padding:1rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}\
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem;border-bottom:1px solid var(--line)}h3{font-size:.9rem;margin:1rem 0 0}\
dl{display:grid;grid-template-columns:fit-content(50%) minmax(8rem,1fr);gap:.2rem 1rem}dt{color:var(--faint)}dd{margin:0}\
figure{margin:1.5rem 0}figcaption,caption{font-weight:600;text-align:left;padding:.3rem 0}\
.wide{overflow-x:auto;margin-top:1rem}table{border-collapse:collapse;font-size:.9rem;width:100%}\
th,td{text-align:left;vertical-align:top;padding:.25rem .8rem .25rem 0;border-bottom:1px solid var(--line);min-width:3rem}\
th,.short{overflow-wrap:normal}.short{white-space:nowrap}.long{min-width:7rem}\
figure caption{position:absolute;clip-path:inset(50%)}summary{color:var(--faint);font-size:.9rem;cursor:pointer}\
@media(max-width:40rem){.many,.many caption,.many tbody,.many tr,.many td{display:block}.many thead,.many td:empty{display:none}\
.many tr{border-bottom:1px solid var(--line);padding:.4rem 0}.many td{border:0;padding:.1rem 0;white-space:normal}\
.many td::before{content:attr(data-column) \": \";color:var(--faint)}}\
svg{width:100%;max-width:28rem;height:auto}svg text{fill:currentColor;font:13px system-ui,sans-serif}svg line{stroke:var(--line)}\
.s0{fill:var(--a);color:var(--a)}.s1{fill:var(--b);color:var(--b)}.s2{fill:var(--c);color:var(--c)}.s3{fill:var(--d);color:var(--d)}.s4{fill:var(--e);color:var(--e)}\
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1rem;font-size:.9rem}.legend b{font-size:1.2rem;line-height:1}\
p.more{color:var(--faint);font-size:.9rem}\
@media print{:root{--ink:#000;--paper:#fff;--line:#999;--faint:#333}body{max-width:none;padding:0;font-size:10pt}figure,tr{break-inside:avoid}.wide{overflow:visible}details::details-content{content-visibility:visible;height:auto}}";

/// The most rows of a chart's table that are shown unfolded.
const UNFOLDED: usize = 12;
/// The most bytes of a cell that is never broken, if it is one word: an instant has 20.
const SHORT: usize = 24;
/// How many letters a phone shows in a row of a table.
const ROOM: usize = 48;
/// What stands for a table without rows.
pub const NONE: &str = "none";

/// A page as it is written.
#[derive(Default)]
pub struct Page(String);

impl Page {
    /// Opens an element. Names are the program's own; values are escaped.
    pub fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            html_escape::encode_safe_to_string(value, &mut self.0);
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// Closes an element.
    pub fn close(&mut self, tag: &str) {
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// An element that holds text alone.
    pub fn leaf(&mut self, tag: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(tag, attributes);
        html_escape::encode_safe_to_string(text, &mut self.0);
        self.close(tag);
    }

    fn line_break(&mut self) {
        self.0.push('\n');
    }
}

/// The page of a report.
pub fn page(report: &Report) -> String {
    let title = format!("Migration of {}", report.head.site);
    let mut page = Page("<!doctype html>\n".to_owned());
    page.open("html", &[("lang", "en")]);
    page.open("head", &[]);
    page.open("meta", &[("charset", "utf-8")]);
    let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    page.open("meta", &[("http-equiv", "Content-Security-Policy"), ("content", policy)]);
    page.open("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    page.leaf("title", &[], &title);
    page.open("style", &[]);
    page.0.push_str(STYLE);
    page.close("style");
    page.close("head");
    page.line_break();
    page.open("body", &[]);
    page.open("main", &[]);
    page.leaf("h1", &[], &title);
    let mut figures = 0_usize;
    for section in &report.sections {
        page.line_break();
        page.open("section", &[("id", section.id)]);
        page.leaf("h2", &[], section.title);
        for block in &section.blocks {
            page.line_break();
            figures += 1;
            let id = format!("figure-{figures}");
            add(&mut page, block, &id);
        }
        page.close("section");
    }
    page.line_break();
    page.close("main");
    page.close("body");
    page.close("html");
    page.line_break();
    page.0
}

fn add(page: &mut Page, block: &ReportBlock, id: &str) {
    match block {
        ReportBlock::Facts { facts } => {
            page.open("dl", &[]);
            for fact in facts {
                page.leaf("dt", &[], fact.name);
                page.leaf("dd", &[], &fact.value);
            }
            page.close("dl");
        }
        ReportBlock::Table { table } if table.rows.is_empty() => {
            page.leaf("h3", &[], &table.title);
            page.leaf("p", &[("class", "more")], NONE);
        }
        ReportBlock::Table { table } => add_table(page, table),
        ReportBlock::Bars { chart } => {
            open_figure(page, id, &chart.title);
            chart::bars(page, chart);
            if chart.series.len() > 1 {
                page.open("ul", &[("class", "legend")]);
                for (index, series) in chart.series.iter().enumerate() {
                    page.open("li", &[]);
                    page.leaf("b", &[("class", chart::class(index)), ("aria-hidden", "true")], "■");
                    page.leaf("span", &[], series);
                    page.close("li");
                }
                page.close("ul");
            }
            add_table_of_chart(page, &chart.table());
            page.close("figure");
        }
        ReportBlock::Days { chart } => {
            open_figure(page, id, &chart.title);
            chart::days(page, chart);
            if chart.left_out > 0 {
                page.leaf("p", &[("class", "more")], &more(chart.left_out));
            }
            add_table_of_chart(page, &chart.table());
            page.close("figure");
        }
        ReportBlock::Timeline { chart } => {
            open_figure(page, id, &chart.title);
            chart::timeline(page, chart);
            add_table_of_chart(page, &chart.table());
            page.close("figure");
        }
    }
}

fn open_figure(page: &mut Page, id: &str, title: &str) {
    page.open("figure", &[("role", "group"), ("aria-labelledby", id)]);
    page.leaf("figcaption", &[("id", id)], title);
}

/// The numbers of a chart; folded where they are many, because the chart shows them.
fn add_table_of_chart(page: &mut Page, table: &ReportTable) {
    if table.rows.len() <= UNFOLDED {
        return add_table(page, table);
    }
    page.open("details", &[]);
    page.leaf("summary", &[], "In numbers");
    add_table(page, table);
    page.close("details");
}

fn add_table(page: &mut Page, table: &ReportTable) {
    page.open(
        "div",
        &[("class", "wide"), ("tabindex", "0"), ("role", "region"), ("aria-label", &table.title)],
    );
    let is_wide = is_wide(table);
    page.open("table", if is_wide { &[("class", "many")] } else { &[] });
    page.leaf("caption", &[], &table.title);
    page.open("thead", &[]);
    page.open("tr", &[]);
    for column in &table.columns {
        page.leaf("th", &[("scope", "col")], column);
    }
    page.close("tr");
    page.close("thead");
    page.open("tbody", &[]);
    for row in &table.rows {
        page.open("tr", &[]);
        for (column, cell) in table.columns.iter().zip(row) {
            let is_word = !cell.contains(char::is_whitespace);
            let class = match cell.len() {
                0..=SHORT if is_word => Some(("class", "short")),
                0..=SHORT => None,
                _ => Some(("class", "long")),
            };
            let column = is_wide.then_some(("data-column", column.as_str()));
            let attributes: Vec<_> = class.into_iter().chain(column).collect();
            page.leaf("td", &attributes, cell);
        }
        page.close("tr");
    }
    page.close("tbody");
    page.close("table");
    page.close("div");
    if table.left_out > 0 {
        page.leaf("p", &[("class", "more")], &more(table.left_out));
    }
}

/// Whether a phone has no room for the columns beside each other, and shows them one below the other.
fn is_wide(table: &ReportTable) -> bool {
    let mut widths = vec![0; table.columns.len()];
    for row in &table.rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().min(SHORT).max(*width);
        }
    }
    table.columns.len() > 3 || widths.iter().sum::<usize>() > ROOM
}

/// What is said of rows that are not shown.
pub fn more(left_out: u64) -> String {
    format!("and {left_out} more, which are not shown")
}
