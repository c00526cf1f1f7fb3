//! Laws of amounts, orders and subscriptions: every way of writing an amount reads back as it, every way of cutting an
//! input reads the same, and nothing of an input is lost.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use memberferry::{
    Code, Currency, DecimalMark, Money, MoneyOptions, Order, OrderReader, ReadOptions, Subscription,
    SubscriptionReader, parse_money, read_orders, read_subscriptions,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// A way of writing amounts.
#[derive(Clone, Copy, Debug)]
struct Style {
    mark: char,
    group: &'static str,
    negative: Negative,
    currency: Place,
}

#[derive(Clone, Copy, Debug)]
enum Negative {
    Before,
    Behind,
    Parentheses,
    TrueMinus,
}

#[derive(Clone, Copy, Debug)]
enum Place {
    CodeBefore,
    CodeBehind,
    SignBefore,
    SignBehind,
    Outside,
}

fn styles() -> impl Strategy<Value = Style> {
    let marks = select(vec![
        ('.', ""),
        ('.', ","),
        ('.', " "),
        ('.', "'"),
        ('.', "’"),
        ('.', "\u{2009}"),
        (',', ""),
        (',', "."),
        (',', "\u{A0}"),
        (',', "\u{202F}"),
        (',', "'"),
    ]);
    let negatives =
        select(vec![Negative::Before, Negative::Behind, Negative::Parentheses, Negative::TrueMinus]);
    let places = select(vec![
        Place::CodeBefore,
        Place::CodeBehind,
        Place::SignBefore,
        Place::SignBehind,
        Place::Outside,
    ]);
    (marks, negatives, places).prop_map(|((mark, group), negative, currency)| Style {
        mark,
        group,
        negative,
        currency,
    })
}

/// Currencies with their signs, of every number of decimals.
fn currencies() -> impl Strategy<Value = (Currency, &'static str)> {
    let known = [
        ("EUR", "€"),
        ("USD", "US$"),
        ("GBP", "£"),
        ("KRW", "₩"),
        ("JPY", "円"),
        ("KWD", "KWD"),
        ("CLF", "CLF"),
    ];
    select(known.to_vec()).prop_map(|(code, sign)| (Currency::new(code).unwrap(), sign))
}

fn written(money: Money, sign: &str, style: Style) -> String {
    let plain = money.absolute().to_string();
    let digits = plain.split(' ').next().unwrap();
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            grouped.push_str(style.group);
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push(style.mark);
        grouped.push_str(fraction);
    }
    let code = money.currency().code();
    let with_currency = match style.currency {
        Place::CodeBefore => format!("{code} {grouped}"),
        Place::CodeBehind => format!("{grouped} {code}"),
        Place::SignBefore => format!("{sign}{grouped}"),
        Place::SignBehind => format!("{grouped}\u{A0}{sign}"),
        Place::Outside => grouped,
    };
    if money.minor_units() >= 0 {
        return with_currency;
    }
    match style.negative {
        Negative::Before => format!("-{with_currency}"),
        Negative::Behind => format!("{with_currency}-"),
        Negative::Parentheses => format!("({with_currency})"),
        Negative::TrueMinus => format!("−{with_currency}"),
    }
}

fn mark(style: Style) -> DecimalMark {
    if style.mark == ',' { DecimalMark::Comma } else { DecimalMark::Point }
}

/// Rows of a list of orders, some of them odd.
fn lists() -> impl Strategy<Value = String> {
    let cell = || {
        prop_oneof![
            select(vec![
                "1.234",
                "5,50",
                "5.50",
                "-7",
                "(3)",
                "€ 4",
                "$5",
                "lots",
                "",
                "3/4/2024",
                "13/4/2024",
                "4/13/2024",
                "ada@example.com",
                "nobody",
                "paid",
                "refund",
                "transfer",
                "EUR",
                "JPY",
                "name:Gold|quantity:2",
                "=1+1",
                "-",
                "0",
                "month",
                "4242",
            ])
            .prop_map(str::to_owned),
            "[ -~é€]{0,8}",
        ]
    };
    proptest::collection::vec(proptest::collection::vec(cell(), 8..10), 0..12).prop_map(|rows| {
        let row = |cells: Vec<String>| {
            let quoted: Vec<String> =
                cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            quoted.join(",")
        };
        let rows: Vec<String> = rows.into_iter().map(row).collect();
        format!("Card Number,ID,Email,Amount,Currency,Date,Status,Type\n{}\n", rows.join("\n"))
    })
}

type Told<T> = (Vec<T>, Vec<String>, String);

fn told_orders(list: &[u8], cuts: &[Index]) -> Told<Order> {
    let mut reader = OrderReader::new(ReadOptions::default()).unwrap();
    for chunk in chunks(list, cuts) {
        reader.push(chunk).unwrap();
    }
    let intake = reader.finish().unwrap();
    let issues = intake.issues.iter().map(|issue| issue.to_string()).collect();
    let csv = intake.set_aside_csv();
    (intake.orders, issues, csv)
}

fn told_subscriptions(list: &[u8], cuts: &[Index]) -> Told<Subscription> {
    let mut reader = SubscriptionReader::new(ReadOptions::default()).unwrap();
    for chunk in chunks(list, cuts) {
        reader.push(chunk).unwrap();
    }
    let intake = reader.finish().unwrap();
    let issues = intake.issues.iter().map(|issue| issue.to_string()).collect();
    let csv = intake.set_aside_csv();
    (intake.subscriptions, issues, csv)
}

fn chunks<'a>(list: &'a [u8], cuts: &[Index]) -> Vec<&'a [u8]> {
    let mut places: Vec<usize> = cuts.iter().map(|cut| cut.index(list.len())).collect();
    places.sort_unstable();
    let mut rest = list;
    let mut chunks = Vec::new();
    let mut before = 0;
    for place in places {
        let (chunk, behind) = rest.split_at(place - before);
        chunks.push(chunk);
        (rest, before) = (behind, place);
    }
    chunks.push(rest);
    chunks
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn an_amount_reads_back_in_every_style(
        units in -Money::LARGEST..=Money::LARGEST, small in -200_000_i64..200_000, is_small: bool,
        (currency, sign) in currencies(), style in styles(),
    ) {
        let money = Money::new(if is_small { small } else { units }, currency).unwrap();
        let options = MoneyOptions {
            currency: matches!(style.currency, Place::Outside).then_some(currency),
            decimal_mark: Some(mark(style)),
        };
        let text = written(money, sign, style);
        prop_assert_eq!(parse_money(&text, &options).money, Some(money), "{}", text);
    }

    #[test]
    fn an_amount_without_a_stated_mark_is_right_or_ambiguous(
        units in -200_000_000_i64..200_000_000, (currency, sign) in currencies(), style in styles(),
    ) {
        let money = Money::new(units, currency).unwrap();
        let options = MoneyOptions { currency: Some(currency), decimal_mark: None };
        let text = written(money, sign, style);
        let read = parse_money(&text, &options);
        match read.issue {
            None => prop_assert_eq!(read.money, Some(money), "{}", text),
            Some(issue) => prop_assert_eq!(issue.code, Code::MoneyAmbiguous, "{}", text),
        }
    }

    #[test]
    fn no_text_makes_the_reader_of_amounts_panic(text in "\\PC{0,24}|[-+()0-9., '€$a-z]{0,24}") {
        let _ = parse_money(&text, &MoneyOptions::default());
    }

    #[test]
    fn any_chunking_of_payments_reads_the_same(
        list in lists(), cuts in proptest::collection::vec(any::<Index>(), 0..12),
    ) {
        prop_assert_eq!(told_orders(list.as_bytes(), &cuts), told_orders(list.as_bytes(), &[]));
        prop_assert_eq!(told_subscriptions(list.as_bytes(), &cuts), told_subscriptions(list.as_bytes(), &[]));
    }

    #[test]
    fn nothing_of_a_list_of_payments_is_lost(list in lists()) {
        let orders = read_orders(list.as_bytes(), &ReadOptions::default()).unwrap();
        let stats = orders.stats;
        prop_assert_eq!(stats.records, stats.kept + stats.repeated + stats.set_aside);
        prop_assert_eq!(stats.kept, orders.orders.len() as u64);
        let subscriptions = read_subscriptions(list.as_bytes(), &ReadOptions::default()).unwrap();
        let stats = subscriptions.stats;
        prop_assert_eq!(stats.records, stats.kept + stats.repeated + stats.set_aside);
    }

    #[test]
    fn what_was_set_aside_reads_back_in_and_is_set_aside_for_the_same_reasons(list in lists()) {
        let first = read_orders(list.as_bytes(), &ReadOptions::default()).unwrap();
        let again = read_orders(first.set_aside_csv().as_bytes(), &ReadOptions::default()).unwrap();
        prop_assert_eq!(again.orders.len(), 0);
        let codes = |intake: &memberferry::OrderIntake| {
            intake.set_aside.iter().map(|record| record.codes.clone()).collect::<Vec<_>>()
        };
        prop_assert_eq!(codes(&again), codes(&first));
    }

    #[test]
    fn an_order_and_a_subscription_read_back_as_they_were_written(list in lists()) {
        for order in read_orders(list.as_bytes(), &ReadOptions::default()).unwrap().orders {
            let text = serde_json::to_string(&order).unwrap();
            prop_assert_eq!(serde_json::from_str::<Order>(&text).unwrap(), order);
        }
        for subscription in read_subscriptions(list.as_bytes(), &ReadOptions::default()).unwrap().subscriptions {
            let text = serde_json::to_string(&subscription).unwrap();
            prop_assert_eq!(serde_json::from_str::<Subscription>(&text).unwrap(), subscription);
        }
    }
}
