//! The words in dates: months and days of the week in English, German, Dutch, French and Spanish. Data and its look-up.

/// The names of each month, January first, in lower case: whole and as they are shortened.
const MONTHS: [&[&str]; 12] = [
    &["jan", "january", "januar", "jänner", "januari", "janvier", "janv", "enero", "ene"],
    &["feb", "february", "februar", "februari", "février", "fevrier", "févr", "fév", "febrero"],
    &["mar", "march", "märz", "maerz", "mär", "mrz", "maart", "mrt", "mars", "marzo"],
    &["apr", "april", "avril", "avr", "abril", "abr"],
    &["may", "mai", "mei", "mayo"],
    &["jun", "june", "juni", "juin", "junio"],
    &["jul", "july", "juli", "juillet", "juil", "julio"],
    &["aug", "august", "augustus", "août", "aout", "agosto", "ago"],
    &["sep", "sept", "september", "septembre", "septiembre", "setiembre"],
    &["oct", "october", "oktober", "okt", "octobre", "octubre"],
    &["nov", "november", "novembre", "noviembre"],
    &["dec", "december", "dezember", "dez", "décembre", "decembre", "déc", "diciembre", "dic"],
];

/// Days of the week.
const WEEKDAYS: [&str; 34] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonnabend",
    "sonntag",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
];

/// Words that say nothing of the date, and days of the week that are not shortened by cutting them off.
const OTHERS: [&str; 15] =
    ["of", "de", "del", "den", "der", "am", "le", "el", "mo", "di", "mi", "do", "fr", "sábado", "domingo"];

/// The month, 1 to 12, that a word in lower case names.
pub(super) fn month(word: &str) -> Option<i64> {
    MONTHS.iter().zip(1..).find(|(names, _)| names.contains(&word)).map(|(_, number)| number)
}

/// Whether a word in lower case may stand in a date and says nothing.
pub(super) fn is_filler(word: &str) -> bool {
    OTHERS.contains(&word) || (word.len() >= 3 && WEEKDAYS.iter().any(|name| name.starts_with(word)))
}
