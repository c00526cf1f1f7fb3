//! One amount of money read by itself, without a column to decide for it. Knows no rows.

use serde::{Deserialize, Serialize};

use super::amount_column::{AmountColumn, AmountRead};
use super::amounts;
use crate::issue::{Code, Issue};
use crate::payment::{Currency, Money};
use crate::source::DecimalMark;

/// What is known of an amount from outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct MoneyOptions {
    /// The currency of an amount that has none of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// What parts the decimals. Left out: `1.234` is ambiguous.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal_mark: Option<DecimalMark>,
}

/// What a text says of an amount. A blank text says nothing at all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ParsedMoney {
    /// The amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub money: Option<Money>,
    /// Why it is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<Issue>,
}

/// Reads an amount as exports write it: with decimal comma or point, thousands parted by points, commas, spaces or
/// apostrophes, a sign or a code of its currency, and a minus before or behind it or parentheses around it.
///
/// ```
/// use memberferry::{Currency, MoneyOptions, parse_money};
/// let euro = MoneyOptions { currency: Some(Currency::new("EUR")?), ..MoneyOptions::default() };
/// let read = |text| parse_money(text, &euro).money.map(|money| money.to_string());
/// assert_eq!(read("1.234,56").as_deref(), Some("1234.56 EUR"));
/// assert_eq!(read("(1'234.50 CHF)").as_deref(), Some("-1234.50 CHF"));
/// let either = parse_money("1.234", &euro);
/// assert_eq!(either.issue.map(|issue| issue.code.name()), Some("money-ambiguous"));
/// # Ok::<(), memberferry::CurrencyError>(())
/// ```
pub fn parse_money(text: &str, options: &MoneyOptions) -> ParsedMoney {
    let issue = |issue: Issue| ParsedMoney { issue: Some(issue.with_value(text)), ..ParsedMoney::default() };
    let (number, sign) = match AmountColumn::new(options.decimal_mark).read(amounts::read(text)) {
        AmountRead::Blank => return ParsedMoney::default(),
        AmountRead::Invalid => return issue(Issue::new(Code::MoneyInvalid)),
        AmountRead::Open { .. } => {
            let message = "whether a comma or a point parts the decimals cannot be told";
            return issue(Issue::new(Code::MoneyAmbiguous).with_message(message));
        }
        AmountRead::Known(number, sign) => (number, sign),
    };
    match sign.currency(None, options.currency) {
        Err(known) => {
            let message = format!("the sign is not one of the currency `{known}`");
            issue(Issue::new(Code::MoneyInvalid).with_message(message))
        }
        Ok(None) => issue(Issue::new(Code::CurrencyMissing).with_message("the amount has no currency")),
        Ok(Some(currency)) => match number.money(currency) {
            Ok(money) => ParsedMoney { money: Some(money), issue: None },
            Err(fault) => issue(Issue::new(Code::MoneyInvalid).with_message(fault.sentence())),
        },
    }
}
