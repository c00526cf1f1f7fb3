//! Given and family name from one cell. Knows no records.
//!
//! The last word is the family name, with the particles before it (`van der Berg`) and the degrees and generations behind it (`Jr.`). What
//! stands before a comma is the family name, unless a degree follows. A title stays with the given name. Nothing is left out. Whoever puts the family
//! name first without a comma is split the wrong way round: a name does not say which it is.

/// Words that belong to the family name behind them.
const PARTICLES: &[&str] = &[
    "af", "al", "an", "av", "ben", "bin", "da", "das", "de", "del", "della", "den", "der", "des", "di", "do",
    "dos", "du", "el", "ibn", "la", "le", "mac", "mc", "ni", "ní", "ó", "o", "'t", "st.", "ten", "ter",
    "van", "vande", "vander", "vom", "von", "y", "zu", "zum", "zur",
];

/// Words that follow a family name and are none.
const SUFFIXES: &[&str] = &[
    "jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "ba", "bsc", "beng", "ma", "msc", "esq", "dds", "cpa",
    "jd", "rn",
];

/// Given and family name of a trimmed full name.
pub(super) fn split(name: &str) -> (&str, &str) {
    let (names, suffixes) = match name.split_once(',') {
        Some((names, behind))
            if !names.is_empty()
                && behind.split([' ', ',']).all(|word| word.is_empty() || is_suffix(word)) =>
        {
            (names.trim_end(), !behind.trim().is_empty())
        }
        Some((last, first)) => return (first.trim(), last.trim()),
        None => (name, false),
    };
    let starts: Vec<usize> = words(names);
    let word = |index: usize| {
        let start = *starts.get(index)?;
        names.get(start..)?.split(' ').next()
    };
    let mut family = starts.len().saturating_sub(1);
    while family > 1 && !suffixes && word(family).is_some_and(is_suffix) {
        family -= 1;
    }
    while family > 1 && word(family - 1).is_some_and(|word| PARTICLES.contains(&word.to_lowercase().as_str()))
    {
        family -= 1;
    }
    match starts.get(family) {
        Some(&start) if family > 0 => {
            let (first, last) = name.split_at_checked(start).unwrap_or((name, ""));
            (first.trim(), last.trim())
        }
        _ if suffixes => ("", name),
        _ => (names, ""),
    }
}

/// Where each word of a name begins.
fn words(name: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut follows_space = true;
    for (at, character) in name.char_indices() {
        if follows_space && character != ' ' {
            starts.push(at);
        }
        follows_space = character == ' ';
    }
    starts
}

fn is_suffix(word: &str) -> bool {
    let plain: String = word.chars().filter(|character| *character != '.').collect();
    SUFFIXES.contains(&plain.to_lowercase().as_str())
        && (word.ends_with('.') || plain.chars().skip(1).any(char::is_uppercase) || plain.len() == 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_name_is_split_both_ways_round() {
        for (name, first, last) in [
            ("Ada Lovelace", "Ada", "Lovelace"),
            ("Lovelace, Ada", "Ada", "Lovelace"),
            ("van der Berg, Jan", "Jan", "van der Berg"),
            ("Plato", "Plato", ""),
            ("Jan van der Berg", "Jan", "van der Berg"),
            ("Vincent Willem van Gogh", "Vincent Willem", "van Gogh"),
            ("Van Morrison", "Van", "Morrison"),
            ("Maria de la Cruz", "Maria", "de la Cruz"),
            ("Miriam Ó Dóláin", "Miriam", "Ó Dóláin"),
            ("Esther Mac an Aba", "Esther", "Mac an Aba"),
            ("Martin King Jr.", "Martin", "King Jr."),
            ("Martin King, Jr.", "Martin", "King, Jr."),
            ("Ada Lovelace, PhD, MBA", "Ada", "Lovelace, PhD, MBA"),
            ("Henry Tudor VIII", "Henry Tudor", "VIII"),
            ("Louis King III", "Louis", "King III"),
            ("Dr. Ada Lovelace", "Dr. Ada", "Lovelace"),
            ("Yo-Yo Ma", "Yo-Yo", "Ma"),
            ("Ada  Lovelace", "Ada", "Lovelace"),
            ("홍현숙", "홍현숙", ""),
            ("", "", ""),
            (",", "", ""),
            ("Ada,", "Ada", ""),
        ] {
            assert_eq!(split(name), (first, last), "{name}");
        }
    }
}
