//! Amounts of money: whole numbers of a currency's smallest unit, never a fraction and never a float. Knows no text but
//! its own.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Currency;

/// An amount of money. On the wire `{"minorUnits": 4900, "currency": "EUR"}`.
///
/// ```
/// use memberferry::{Currency, Money};
/// let price = Money::new(123_456, Currency::new("EUR")?)?;
/// assert_eq!(price.to_string(), "1234.56 EUR");
/// assert_eq!(Money::new(500, Currency::new("JPY")?)?.to_string(), "500 JPY");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", try_from = "Wire")]
pub struct Money {
    minor_units: i64,
    currency: Currency,
}

/// Why a number is no amount.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the amount is beyond {} units of the currency's smallest unit", Money::LARGEST)]
pub struct MoneyError;

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Wire {
    minor_units: i64,
    currency: Currency,
}

impl TryFrom<Wire> for Money {
    type Error = MoneyError;
    fn try_from(wire: Wire) -> Result<Self, MoneyError> {
        Money::new(wire.minor_units, wire.currency)
    }
}

impl Money {
    /// The largest amount, in smallest units: 2^53 − 1, which every JSON reader holds exactly.
    pub const LARGEST: i64 = (1 << 53) - 1;

    /// An amount in the smallest unit of its currency: cents for most, yen for the yen. Negative for money given back.
    ///
    /// # Errors
    /// [`MoneyError`] beyond ±[`Money::LARGEST`].
    pub fn new(minor_units: i64, currency: Currency) -> Result<Money, MoneyError> {
        if (-Self::LARGEST..=Self::LARGEST).contains(&minor_units) {
            Ok(Money { minor_units, currency })
        } else {
            Err(MoneyError)
        }
    }

    /// The amount in the currency's smallest unit.
    pub fn minor_units(self) -> i64 {
        self.minor_units
    }

    /// The currency.
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// The same amount without its sign.
    #[must_use]
    pub fn absolute(self) -> Money {
        Money { minor_units: self.minor_units.saturating_abs(), ..self }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = usize::from(self.currency.decimals());
        let sign = if self.minor_units < 0 { "-" } else { "" };
        let digits = format!("{:0width$}", self.minor_units.unsigned_abs(), width = decimals + 1);
        let (whole, fraction) = digits.split_at_checked(digits.len() - decimals).unwrap_or((&digits, ""));
        let point = if fraction.is_empty() { "" } else { "." };
        write!(formatter, "{sign}{whole}{point}{fraction} {}", self.currency)
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_shown_with_its_currencys_decimals() {
        for (units, code, shown) in [
            (4_900, "EUR", "49.00 EUR"),
            (5, "USD", "0.05 USD"),
            (-5, "USD", "-0.05 USD"),
            (0, "JPY", "0 JPY"),
            (1_500, "JPY", "1500 JPY"),
            (1_234, "KWD", "1.234 KWD"),
        ] {
            assert_eq!(Money::new(units, Currency::new(code).unwrap()).unwrap().to_string(), shown);
        }
    }

    #[test]
    fn an_amount_that_json_cannot_hold_is_refused() {
        let euro = Currency::new("EUR").unwrap();
        assert!(Money::new(Money::LARGEST, euro).is_ok());
        assert!(Money::new(Money::LARGEST + 1, euro).is_err() && Money::new(i64::MIN, euro).is_err());
        assert!(
            serde_json::from_str::<Money>(r#"{"minorUnits":9007199254740992,"currency":"EUR"}"#).is_err()
        );
        assert!(serde_json::from_str::<Money>(r#"{"minorUnits":1,"currency":"EUR","x":1}"#).is_err());
    }
}
