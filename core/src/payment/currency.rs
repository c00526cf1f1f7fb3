//! Currencies: the codes of ISO 4217, and how many decimals each has. Knows no amounts.

use serde::{Deserialize, Serialize};

use crate::Excerpt;

/// A currency of ISO 4217 that amounts can be counted in. On the wire its code, such as `EUR`; taken in any case.
///
/// The codes that name no money in use, such as `XAU` for gold and `XTS` for tests, have no smallest unit and are refused.
///
/// ```
/// use memberferry::Currency;
/// assert_eq!(Currency::new("eur")?.code(), "EUR");
/// assert_eq!(Currency::new("JPY")?.decimals(), 0);
/// assert_eq!(Currency::new("KWD")?.decimals(), 3);
/// assert!(Currency::new("XAU").is_err());
/// # Ok::<(), memberferry::CurrencyError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Currency {
    of_table: iso_currency::Currency,
    decimals: u8,
}

/// Why a text is no currency.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a currency of ISO 4217 with a smallest unit, such as `EUR`")]
pub struct CurrencyError(Excerpt);

impl Currency {
    /// The currency with a code of ISO 4217, in any case.
    ///
    /// # Errors
    /// [`CurrencyError`] where there is none, or where it has no smallest unit.
    pub fn new(code: &str) -> Result<Currency, CurrencyError> {
        let unknown = || CurrencyError(Excerpt::new(code));
        let of_table = iso_currency::Currency::from_code(&code.to_ascii_uppercase()).ok_or_else(unknown)?;
        let exponent = of_table.exponent().ok_or_else(unknown)?;
        Ok(Currency { of_table, decimals: u8::try_from(exponent).map_err(|_| unknown())? })
    }

    /// The code of ISO 4217: three capital letters.
    pub fn code(self) -> &'static str {
        self.of_table.code()
    }

    /// How many decimals its smallest unit has: 2 for most, 0 for the yen, 3 for the Kuwaiti dinar.
    pub fn decimals(self) -> u8 {
        self.decimals
    }
}

impl PartialOrd for Currency {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Currency {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.code().cmp(other.code())
    }
}

impl std::fmt::Display for Currency {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.code())
    }
}

impl std::fmt::Debug for Currency {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.code())
    }
}

impl TryFrom<String> for Currency {
    type Error = CurrencyError;
    fn try_from(code: String) -> Result<Self, CurrencyError> {
        Currency::new(&code)
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> String {
        currency.code().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_are_known_by_code_with_their_decimals() {
        for (code, decimals) in [("USD", 2), ("eur", 2), ("Jpy", 0), ("KRW", 0), ("BHD", 3), ("CLF", 4)] {
            let currency = Currency::new(code).unwrap();
            assert_eq!((currency.code(), currency.decimals()), (code.to_uppercase().as_str(), decimals));
        }
        for code in ["", "EU", "EURO", "€", "XTS", "XAU", "ZZZ"] {
            assert!(Currency::new(code).is_err(), "{code}");
        }
    }
}
