//! Reports: every text arrives as it is and is never markup, nothing is loaded, nobody is recognised under a key, and the same parts give the
//! same bytes. HTML and Markdown are read back by readers of other people's.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use memberferry::{
    AcceptedGain, AccessProofOptions, BillingOptions, BillingSource, BillingTarget, ComparisonOptions,
    Contact, Contacts, Email, Horizon, Instant, MembershipOptions, Outcome, PageId, Plan, PlanOptions,
    PseudonymKey, ReadinessAnswers, ReadinessEvidence, Report, ReportBlock, ReportParts, ReportTable, Roster,
    Run, RunOptions, Site, Snapshot, Stage, TagName, assess_readiness, plan_billing, prove_access, reconcile,
    spot_check,
};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scraper::{Html, Selector};
use serde_json::json;

/// What stands in the places of a report that a user fills.
#[derive(Clone, Debug)]
struct Texts {
    name: String,
    note: String,
    tag: String,
    title: String,
    message: String,
    id: String,
    product: String,
}

fn at() -> Instant {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

/// A move with everything a report can hold, its run failed in part.
fn report(texts: &Texts, key: Option<&PseudonymKey>) -> Report {
    let Texts { name, note, tag, title, message, id, product } = texts;
    let document = json!({
        "format": 1, "name": title, "timezone": "UTC",
        "environment": {"kind": "live", "url": "https://harbour.example"},
        "offerings": [{"id": "o", "name": title, "accessTag": tag, "modules": [
            {"id": "a", "name": title}, {"id": "b", "name": title},
            {"id": "c", "name": title, "release": {"kind": "timer", "offset": {"amount": 7, "unit": "days"}}}]}],
        "pages": [{"id": "p", "title": title, "offering": "o"}],
        "webhooks": [{"id": "w", "operation": {"kind": "crm-coupon-code", "coupon": "SPRING"}}],
        "automations": [{"id": "au", "name": title, "crm": "kit", "state": "live", "events": [], "steps": []}],
    });
    let site = Site::from_json(document.to_string().as_bytes()).unwrap();
    let mut contact = Contact::new(Email::new(&format!("{}@example.com", local(id))).unwrap());
    contact.first_name = Some(name.clone());
    contact.last_name = Some(name.clone());
    contact.external_id = Some(id.clone());
    contact.order_ids = vec![id.clone()];
    contact.tags = vec![TagName::new(tag).unwrap()];
    let email = contact.email.as_str().to_owned();
    let contacts: Contacts = [contact].into_iter().collect();
    let subscriptions = json!([{"id": id, "email": email, "product": product, "status": "active"}]);
    let source: BillingSource =
        serde_json::from_value(json!({"system": "samcart", "subscriptions": subscriptions})).unwrap();
    let administrator = json!({"id": "1", "email": email, "roles": ["administrator"]}).to_string();
    let users = Snapshot::from_json_lines(administrator.as_bytes()).unwrap();
    let answer = json!({"answer": "no", "answeredBy": name, "at": "2026-03-01T09:00:00Z", "note": note});
    let answers = json!({"emails-on": answer}).to_string();
    let answers = ReadinessAnswers::from_json(answers.as_bytes()).unwrap();
    let sources = [source];
    let evidence =
        ReadinessEvidence { users: Some(&users), sources: Some(&sources), environment_since: None };
    let readiness = assess_readiness(&site, &contacts, &evidence, &answers, at());
    let nobody = Snapshot::from_users([]).unwrap();
    let plan = Plan::build(&site, &contacts, &nobody, &PlanOptions::new(at())).unwrap();
    let (mut run, _) = Run::start(&plan, &RunOptions::new(plan.environment().clone()), at()).unwrap();
    while let Some(batch) = run.next_batch() {
        let outcome = |operation: &memberferry::Operation| match operation.subject.email() {
            Some(_) => Outcome::Conflict { message: message.clone() },
            None => Outcome::Applied,
        };
        let outcomes: Vec<_> = batch.operations.iter().map(outcome).collect();
        run.record(&batch, &outcomes, at()).unwrap();
    }
    let billing = plan_billing(&site, &sources, at(), &BillingOptions::new(BillingTarget::Managed)).unwrap();
    let reconciliation = reconcile(&plan, &nobody);
    let checks = spot_check(&plan, &nobody, 10);
    let before = MembershipOptions { stage: Stage::Before, ..MembershipOptions::new(at()) };
    let before = Roster::new(&site, &contacts, before);
    let horizon = Horizon::new(at(), "2026-06-02T09:00:00Z".parse().unwrap()).unwrap();
    // Nobody is there afterwards, so whatever they saw is lost.
    let accepted_gains = vec![AcceptedGain::Page { page: PageId::new("p").unwrap(), why: note.clone() }];
    let options = AccessProofOptions { accepted_gains, comparison: ComparisonOptions::new(horizon) };
    let access = prove_access(&before, &site, &plan, &nobody, &options).unwrap();
    assert!(!access.unasked.is_empty());
    Report::new(&ReportParts {
        contacts: Some(&contacts),
        readiness: Some(&readiness),
        plan: Some(&plan),
        run: Some(&run),
        reconciliation: Some(&reconciliation),
        access: Some(&access),
        billing: Some(&billing),
        spot_checks: Some(&checks),
        pseudonymise: key,
        ..ReportParts::new(&site, at())
    })
}

/// What of a text can stand before the `@`.
fn local(text: &str) -> String {
    let kept: String = text.chars().filter(char::is_ascii_alphanumeric).take(60).collect();
    format!("x{}", kept.to_lowercase())
}

/// The cells of every table of a report, in order, those of its charts included.
fn cells(report: &Report) -> Vec<String> {
    let blocks = report.sections.iter().flat_map(|section| &section.blocks);
    let tables = blocks.filter_map(|block| match block {
        ReportBlock::Facts { .. } => None,
        ReportBlock::Table { table } => Some(table.clone()),
        ReportBlock::Bars { chart } => Some(chart.table()),
        ReportBlock::Days { chart } => Some(chart.table()),
        ReportBlock::Timeline { chart } => Some(chart.table()),
    });
    tables.flat_map(|table: ReportTable| table.rows.into_iter().flatten()).collect()
}

fn facts(report: &Report) -> Vec<String> {
    let blocks = report.sections.iter().flat_map(|section| &section.blocks);
    let facts = blocks.filter_map(|block| match block {
        ReportBlock::Facts { facts } => Some(facts),
        _ => None,
    });
    facts.flatten().map(|fact| fact.value.clone()).collect()
}

fn texts_of(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).map(|element| element.text().collect()).collect()
}

fn elements(page: &Html) -> usize {
    page.select(&Selector::parse("*").unwrap()).count()
}

/// Text as somebody would write who wants to break a page, with a token by which it is found again.
fn hostile() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("<script>alert(1)</script>".to_owned()),
        Just("</td></table></svg><img src=x onerror=alert(1)>".to_owned()),
        Just("\"><a href='https://evil.example'>x</a>".to_owned()),
        Just("](https://evil.example) ![x](y) **b** __u__ `c` ~~s~~ | a |".to_owned()),
        Just("&lt;&amp;&#60; <!-- --> <![CDATA[ ]]> \\| \\".to_owned()),
        Just("`a`b` <https://evil.example> # 1. - + $x$".to_owned()),
        Just("\u{202E}\u{0}\r\n\t\u{7F}é日本😀".to_owned()),
        "[ -~]{0,12}",
        "\\PC{0,8}",
    ];
    prop::collection::vec(part, 1..4).prop_map(|parts| format!("q{}z", parts.concat()))
}

fn texts() -> impl Strategy<Value = Texts> {
    (hostile(), hostile(), hostile(), hostile(), hostile(), hostile(), hostile()).prop_filter_map(
        "a tag has at least one visible character and a bounded length",
        |(name, note, tag, title, message, id, product)| {
            let tag = TagName::new(&tag).ok()?.as_str().to_owned();
            Some(Texts { name, note, tag, title, message, id, product })
        },
    )
}

fn tame() -> Texts {
    let text = |text: &str| text.to_owned();
    Texts {
        name: text("Ada"),
        note: text("note"),
        tag: text("Gold"),
        title: text("Title"),
        message: text("message"),
        id: text("7"),
        product: text("Plan"),
    }
}

/// A text of each place that is nobody else's, so that it can be looked for.
fn telling(token: u32) -> Texts {
    let text = |place: &str| format!("{place}`{token} \u{0}<{place}{token}>");
    Texts {
        name: text("Quuxname"),
        note: text("Quuxnote"),
        message: format!("no {} and ada{token}@example.org", text("Quuxmessage")),
        id: text("Quuxid"),
        tag: "Gold".to_owned(),
        title: "Title".to_owned(),
        product: "Plan".to_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_text_arrives_in_the_page_as_it_is_and_adds_no_element(texts in texts()) {
        let report = report(&texts, None);
        let html = report.to_html();
        let page = Html::parse_document(&html);
        prop_assert!(page.errors.is_empty(), "{:?}", page.errors);
        prop_assert_eq!(texts_of(&page, "td"), cells(&report));
        prop_assert_eq!(texts_of(&page, "dd"), facts(&report));
        let tame = self::report(&tame(), None);
        prop_assert_eq!(elements(&page), elements(&Html::parse_document(&tame.to_html())));
        prop_assert!(!html.contains("<script") && !html.contains("url("));
        for element in page.select(&Selector::parse("*").unwrap()) {
            let element = element.value();
            prop_assert!(!["script", "link", "img", "iframe", "object", "embed", "a", "base", "form", "use", "image"].contains(&element.name()));
            for (name, _) in element.attrs() {
                prop_assert!(!["src", "href", "xlink:href", "srcset", "style", "action", "data", "poster"].contains(&name));
                prop_assert!(!name.starts_with("on"), "{}", name);
            }
        }
    }

    #[test]
    fn every_text_arrives_in_the_markdown_as_it_is_and_is_no_markup(texts in texts()) {
        let report = report(&texts, None);
        let markdown = report.to_markdown();
        let (mut found, mut cell, mut in_head) = (Vec::new(), None, false);
        for event in Parser::new_ext(&markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Start(Tag::TableHead) => in_head = true,
                Event::End(TagEnd::TableHead) => in_head = false,
                Event::Start(Tag::TableCell) => cell = Some(String::new()),
                Event::End(TagEnd::TableCell) => found.extend(cell.take().filter(|_| !in_head)),
                Event::Text(text) => if let Some(cell) = &mut cell { cell.push_str(&text) },
                Event::Start(Tag::Table(_) | Tag::TableRow | Tag::Heading { .. } | Tag::Paragraph | Tag::List(None) | Tag::Item | Tag::Strong)
                | Event::End(_) => {}
                other => prop_assert!(false, "{:?}", other),
            }
        }
        let trimmed = |cells: Vec<String>| -> Vec<String> { cells.iter().map(|cell| cell.trim().to_owned()).collect() };
        prop_assert_eq!(trimmed(found), trimmed(cells(&report)));
    }

    #[test]
    fn under_a_key_nobody_is_recognised_in_any_form(token in 100_000_u32..) {
        let key = PseudonymKey::new("a key that nobody guesses").unwrap();
        let texts = telling(token);
        let named = report(&texts, None);
        let hidden = report(&texts, Some(&key));
        let token = token.to_string();
        prop_assert!(named.to_html().contains(&token) && named.to_html().contains("Quuxname"));
        for form in [hidden.to_json(), hidden.to_markdown(), hidden.to_html()] {
            let form = form.to_lowercase();
            let found = form.find("quux").or_else(|| form.find(&token)).or_else(|| form.find("@example.com"));
            prop_assert!(found.is_none(), "{:?}", found.map(|at| form.get(at.saturating_sub(200)..at + 200)));
        }
        prop_assert!(hidden.to_html().contains("@example.invalid"));
        prop_assert_eq!(hidden.to_html(), report(&texts, Some(&key)).to_html());
    }
}

#[test]
fn with_every_part_every_section_stands_in_its_order_and_charts_have_their_tables() {
    let report = report(&tame(), None);
    let sections: Vec<_> = report.sections.iter().map(|section| section.id).collect();
    assert_eq!(
        sections,
        ["overview", "next", "people", "releases", "readiness", "plan", "run", "proof", "access", "billing"]
    );
    let page = Html::parse_document(&report.to_html());
    assert_eq!(texts_of(&page, "figure > figcaption"), texts_of(&page, "figure caption"));
    assert_eq!(texts_of(&page, "figure > svg[role=img]").len(), texts_of(&page, "figure").len());
    assert_eq!(texts_of(&page, "figure").len(), 10);
    let parsed: serde_json::Value = serde_json::from_str(&report.to_json()).unwrap();
    assert_eq!(parsed["sections"][0]["blocks"][0]["facts"][0]["value"], "Title");
    assert_eq!(report.to_json(), self::report(&tame(), None).to_json());
}
