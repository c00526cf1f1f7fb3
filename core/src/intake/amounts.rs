//! Amounts of money as exports write them. Decides nothing that the text leaves open: `1.234` is a thousand and more, or
//! a little more than one. Knows no columns.

use crate::payment::{Currency, Money};
use crate::source::DecimalMark;
use crate::text;

/// A number: its digits, and how many of them stand behind the decimal mark. Zeros at the end of a fraction are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    negative: bool,
    digits: i64,
    decimals: u8,
}

/// What a cell says of its currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CurrencySign {
    /// Nothing.
    None,
    /// A code, or a sign of one currency.
    Of(Currency),
    /// A sign that several currencies have; their codes.
    OneOf(&'static [&'static str]),
}

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AmountCell {
    Blank,
    /// One number; `mark` is what the cell proves about the decimal mark.
    One {
        number: Decimal,
        mark: Option<DecimalMark>,
        sign: CurrencySign,
    },
    /// `1.234`: what it is where the comma parts the decimals, and where the point does.
    TwoWays {
        comma: Decimal,
        point: Decimal,
        sign: CurrencySign,
    },
    /// Not an amount.
    Invalid,
}

/// Why a number is no amount of a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AmountFault {
    /// More decimals than the currency has.
    Decimals,
    /// Larger than any amount.
    TooLarge,
}

impl AmountFault {
    pub(crate) const fn sentence(self) -> &'static str {
        match self {
            AmountFault::Decimals => "the amount has more decimals than its currency",
            AmountFault::TooLarge => "the amount is too large",
        }
    }
}

impl Decimal {
    /// Whether it is less than zero.
    pub(crate) fn is_negative(self) -> bool {
        self.negative && self.digits > 0
    }

    /// The amount of a currency, without rounding.
    pub(crate) fn money(self, currency: Currency) -> Result<Money, AmountFault> {
        let more = currency.decimals().checked_sub(self.decimals).ok_or(AmountFault::Decimals)?;
        let units = 10_i64.checked_pow(u32::from(more)).and_then(|factor| self.digits.checked_mul(factor));
        let units = units.map(|units| if self.negative { -units } else { units });
        units.and_then(|units| Money::new(units, currency).ok()).ok_or(AmountFault::TooLarge)
    }

    /// From the digits before and behind the decimal mark; absent where there are too many.
    fn new(negative: bool, whole: &str, fraction: &str) -> Option<Decimal> {
        let fraction = fraction.trim_end_matches('0');
        let mut digits = 0_i64;
        for byte in whole.bytes().chain(fraction.bytes()) {
            digits = digits.checked_mul(10)?.checked_add(i64::from(byte.checked_sub(b'0')?))?;
        }
        Some(Decimal { negative, digits, decimals: u8::try_from(fraction.len()).ok()? })
    }
}

impl CurrencySign {
    /// The currency of a cell, where its record names one, or the caller. `Err` where the two contradict each other.
    pub(crate) fn currency(
        self,
        of_record: Option<Currency>,
        of_caller: Option<Currency>,
    ) -> Result<Option<Currency>, Currency> {
        let known = of_record.or(of_caller);
        match (self, known) {
            (CurrencySign::None, known) => Ok(known),
            (CurrencySign::Of(own), _) if of_record.is_none_or(|known| known == own) => Ok(Some(own)),
            (CurrencySign::OneOf(_), None) => Ok(None),
            (CurrencySign::OneOf(codes), Some(known)) if codes.contains(&known.code()) => Ok(Some(known)),
            (_, Some(known)) => Err(known),
            (CurrencySign::Of(own), None) => Ok(Some(own)),
        }
    }
}

/// Signs of currencies, in lower case. Where a sign stands for several, all of them are listed. The pound sign alone is
/// sterling: the other pounds are written with more letters.
const SIGNS: &[(&str, &[&str])] = &[
    ("€", &["EUR"]),
    ("£", &["GBP"]),
    (
        "$",
        &[
            "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD", "CLP", "COP", "ARS", "JMD", "BSD", "BBD",
            "TTD",
        ],
    ),
    ("us$", &["USD"]),
    ("c$", &["CAD"]),
    ("ca$", &["CAD"]),
    ("a$", &["AUD"]),
    ("au$", &["AUD"]),
    ("nz$", &["NZD"]),
    ("s$", &["SGD"]),
    ("hk$", &["HKD"]),
    ("mx$", &["MXN"]),
    ("nt$", &["TWD"]),
    ("r$", &["BRL"]),
    ("¥", &["JPY", "CNY"]),
    ("円", &["JPY"]),
    ("元", &["CNY"]),
    ("kr", &["SEK", "NOK", "DKK", "ISK"]),
    ("kr.", &["SEK", "NOK", "DKK", "ISK"]),
    ("fr", &["CHF"]),
    ("fr.", &["CHF"]),
    ("sfr.", &["CHF"]),
    ("zł", &["PLN"]),
    ("kč", &["CZK"]),
    ("ft", &["HUF"]),
    ("lei", &["RON"]),
    ("₹", &["INR"]),
    ("₩", &["KRW"]),
    ("₪", &["ILS"]),
    ("₺", &["TRY"]),
    ("₽", &["RUB"]),
    ("₴", &["UAH"]),
    ("₫", &["VND"]),
    ("฿", &["THB"]),
    ("₱", &["PHP"]),
    ("₦", &["NGN"]),
    ("r", &["ZAR"]),
    ("rm", &["MYR"]),
];

/// What a text says of a currency: a code of ISO 4217, or a sign. Absent where it is neither.
pub(crate) fn read_currency(written: &str) -> Option<CurrencySign> {
    let trimmed = text::trim(written);
    if trimmed.is_empty() {
        return Some(CurrencySign::None);
    }
    if let Ok(currency) = Currency::new(trimmed) {
        return Some(CurrencySign::Of(currency));
    }
    let lower = trimmed.to_lowercase();
    let (_, codes) = SIGNS.iter().find(|(sign, _)| *sign == lower)?;
    match codes {
        [only] => Currency::new(only).ok().map(CurrencySign::Of),
        several => Some(CurrencySign::OneOf(several)),
    }
}

/// What may part digits within a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Point,
    Comma,
    Space,
    Apostrophe,
}

impl Separator {
    fn of(character: char) -> Option<Separator> {
        match character {
            '.' => Some(Separator::Point),
            ',' => Some(Separator::Comma),
            // Plain, no-break, figure, thin and narrow no-break spaces.
            ' ' | '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{202F}' => Some(Separator::Space),
            '\'' | '’' => Some(Separator::Apostrophe),
            _ => None,
        }
    }

    fn mark(self) -> Option<DecimalMark> {
        match self {
            Separator::Point => Some(DecimalMark::Point),
            Separator::Comma => Some(DecimalMark::Comma),
            _ => None,
        }
    }
}

/// Reads an amount.
pub(crate) fn read(written: &str) -> AmountCell {
    let trimmed = text::trim(written);
    if trimmed.is_empty() {
        return AmountCell::Blank;
    }
    read_amount(trimmed).unwrap_or(AmountCell::Invalid)
}

fn read_amount(trimmed: &str) -> Option<AmountCell> {
    let first = trimmed.find(|character: char| character.is_ascii_digit())?;
    let last = trimmed.rfind(|character: char| character.is_ascii_digit())? + 1;
    // `.50`: the mark belongs to the number.
    let before = trimmed.get(..first)?;
    let shortened = before.strip_suffix(['.', ',']).filter(|rest| !rest.ends_with(char::is_alphabetic));
    let start = shortened.map_or(first, str::len);
    let (head, tail) = (trimmed.get(..start)?, trimmed.get(last..)?);
    let (head_sign, head) = take_sign(head);
    // `49,-`: no cents.
    let tail = ["--", "-", "–", "—"]
        .iter()
        .find_map(|dash| tail.strip_prefix([',', '.'])?.strip_prefix(dash))
        .unwrap_or(tail);
    let (tail_sign, tail) = take_sign(tail);
    let negative = match (head_sign, tail_sign) {
        (Sign::None | Sign::Plus, Sign::None) => false,
        (Sign::Minus, Sign::None) | (Sign::None, Sign::Minus) | (Sign::Opening, Sign::Closing) => true,
        _ => return None,
    };
    let sign = match (read_currency(&head)?, read_currency(&tail)?) {
        (sign, CurrencySign::None) | (CurrencySign::None, sign) => sign,
        (CurrencySign::OneOf(codes), CurrencySign::Of(own))
        | (CurrencySign::Of(own), CurrencySign::OneOf(codes))
            if codes.contains(&own.code()) =>
        {
            CurrencySign::Of(own)
        }
        (head, tail) if head == tail => head,
        _ => return None,
    };
    read_number(trimmed.get(start..last)?, negative, sign)
}

/// What stands around a number to say that it is less than zero.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    None,
    Plus,
    Minus,
    Opening,
    Closing,
    Several,
}

/// The sign within what stands before or behind a number, and the rest of it.
fn take_sign(around: &str) -> (Sign, String) {
    let mut sign = Sign::None;
    let rest = around
        .chars()
        .filter(|character| {
            let found = match character {
                '-' | '−' | '–' => Sign::Minus,
                '+' => Sign::Plus,
                '(' => Sign::Opening,
                ')' => Sign::Closing,
                _ => return true,
            };
            sign = if sign == Sign::None { found } else { Sign::Several };
            false
        })
        .collect();
    (sign, rest)
}

fn read_number(core: &str, negative: bool, sign: CurrencySign) -> Option<AmountCell> {
    let mut runs = vec![String::new()];
    let mut separators = Vec::new();
    for character in core.chars() {
        if character.is_ascii_digit() {
            runs.last_mut()?.push(character);
        } else {
            separators.push(Separator::of(character)?);
            runs.push(String::new());
        }
    }
    let whole = |mark| {
        let number = Decimal::new(negative, &runs.concat(), "")?;
        Some(AmountCell::One { number, mark, sign })
    };
    let (Some((&last, others)), Some((fraction, groups))) = (separators.split_last(), runs.split_last())
    else {
        return whole(None);
    };
    let parted = || Decimal::new(negative, &groups.concat(), fraction);
    let Some(mark) = last.mark() else {
        let fits = others.iter().all(|other| *other == last) && are_groups(&runs);
        return if fits { whole(None) } else { None };
    };
    match others.split_first() {
        None => {
            let head = groups.first()?;
            let may_group = fraction.len() == 3 && matches!(head.len(), 1..=3) && !head.starts_with('0');
            if !may_group {
                return Some(AmountCell::One { number: parted()?, mark: Some(mark), sign });
            }
            let grouped = Decimal::new(negative, &runs.concat(), "")?;
            Some(match mark {
                DecimalMark::Comma => AmountCell::TwoWays { comma: parted()?, point: grouped, sign },
                DecimalMark::Point => AmountCell::TwoWays { comma: grouped, point: parted()?, sign },
            })
        }
        Some((&first, _)) if others.iter().any(|other| *other != first) => None,
        Some((&first, _)) if first == last => {
            let other_mark = match mark {
                DecimalMark::Comma => DecimalMark::Point,
                DecimalMark::Point => DecimalMark::Comma,
            };
            if are_groups(&runs) { whole(Some(other_mark)) } else { None }
        }
        Some(_) if are_groups(groups) => Some(AmountCell::One { number: parted()?, mark: Some(mark), sign }),
        Some(_) => None,
    }
}

/// Whether runs of digits are groups of a number: three digits in each but the first, which has one to three; or, as in
/// India, two in each between the first and the last.
fn are_groups(runs: &[String]) -> bool {
    let Some((first, rest)) = runs.split_first() else { return false };
    let Some((last, middle)) = rest.split_last() else { return true };
    let all = |length: usize| middle.iter().all(|run| run.len() == length);
    matches!(first.len(), 1..=3) && last.len() == 3 && (all(3) || all(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `digits/decimals`, with `c` or `p` for the mark that is proved; both readings where there are two.
    fn shown(text: &str) -> String {
        let number = |decimal: Decimal| {
            let sign = if decimal.negative { "-" } else { "" };
            format!("{sign}{}/{}", decimal.digits, decimal.decimals)
        };
        match read(text) {
            AmountCell::Blank => "blank".to_owned(),
            AmountCell::Invalid => "invalid".to_owned(),
            AmountCell::One { number: one, mark, .. } => {
                let mark = mark.map_or("", |mark| if mark == DecimalMark::Comma { " c" } else { " p" });
                number(one) + mark
            }
            AmountCell::TwoWays { comma, point, .. } => format!("{} or {}", number(comma), number(point)),
        }
    }

    #[test]
    fn numbers_as_exports_write_them() {
        for (text, expected) in [
            ("49", "49/0"),
            ("49.00", "49/0 p"),
            ("49,5", "495/1 c"),
            ("1,234.56", "123456/2 p"),
            ("1.234,56", "123456/2 c"),
            ("1.234.567", "1234567/0 c"),
            ("1,234,567", "1234567/0 p"),
            ("1.234", "1234/0 or 1234/3"),
            ("1,230", "123/2 or 1230/0"),
            ("0.123", "123/3 p"),
            ("1234.567", "1234567/3 p"),
            (".50", "5/1 p"),
            ("1 234,56", "123456/2 c"),
            ("1\u{202F}234\u{202F}567,8", "12345678/1 c"),
            ("1\u{2009}234", "1234/0"),
            ("1'234.50", "12345/1 p"),
            ("1’234’567", "1234567/0"),
            ("1,23,456.00", "123456/0 p"),
            ("49,-", "49/0"),
            ("-49.00", "-49/0 p"),
            ("49.00-", "-49/0 p"),
            ("−49", "-49/0"),
            ("(49.00)", "-49/0 p"),
            ("+49", "49/0"),
            ("", "blank"),
            ("  ", "blank"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_not_read() {
        for text in [
            "free",
            "1.2.3",
            "1,2345,678",
            "12,34.56.78",
            "1 2",
            "1..2",
            "--5",
            "(-5)",
            "(5",
            "5)",
            "4x9",
            "49 ZZZ",
            "€49$",
            "1e5",
            "99999999999999999999",
            "٤٩",
            "1.234.56",
            "1,234 567.00",
        ] {
            assert_eq!(shown(text), "invalid", "{text}");
        }
    }

    #[test]
    fn currencies_are_told_by_code_and_by_sign() {
        let euro = Currency::new("EUR").unwrap();
        let dollar = Currency::new("USD").unwrap();
        let sign = |text: &str| match read(text) {
            AmountCell::One { sign, .. } => sign,
            other => panic!("{text}: {other:?}"),
        };
        for text in ["€49.00", "49,00 €", "EUR 49", "49 eur", "-€5", "€ -5", "€5-", "(€5)", "€ 49,-"]
        {
            assert_eq!(sign(text), CurrencySign::Of(euro), "{text}");
        }
        for text in ["$49.00 USD", "US$49", "USD 49"] {
            assert_eq!(sign(text), CurrencySign::Of(dollar), "{text}");
        }
        assert!(matches!(sign("$49.00"), CurrencySign::OneOf(_)));
        assert_eq!(sign("$49.00").currency(None, None), Ok(None));
        assert_eq!(sign("$49.00").currency(None, Some(dollar)), Ok(Some(dollar)));
        assert_eq!(sign("$49.00").currency(Some(euro), None), Err(euro));
        assert_eq!(sign("€49.00").currency(None, Some(dollar)), Ok(Some(euro)));
        assert_eq!(sign("€49.00").currency(Some(dollar), None), Err(dollar));
    }

    #[test]
    fn an_amount_is_never_rounded_and_never_overflows() {
        let money = |text: &str, code: &str| match read(text) {
            AmountCell::One { number, .. } => {
                number.money(Currency::new(code).unwrap()).map(|money| money.minor_units())
            }
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(money("38.0000", "EUR"), Ok(3_800));
        assert_eq!(money("9.9950", "EUR"), Err(AmountFault::Decimals));
        assert_eq!(money("0.5", "JPY"), Err(AmountFault::Decimals));
        assert_eq!(money("1500", "JPY"), Ok(1_500));
        assert_eq!(money("0.125", "KWD"), Ok(125));
        assert_eq!(money("90071992547409.91", "EUR"), Ok(Money::LARGEST));
        assert_eq!(money("90071992547409.92", "EUR"), Err(AmountFault::TooLarge));
        assert_eq!(money("9223372036854775807", "EUR"), Err(AmountFault::TooLarge));
    }
}
