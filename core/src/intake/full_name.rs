//! Given and family name from one cell. Knows no records.

/// Given and family name of a full name: `Lovelace, Ada`, or the last word as the family name.
pub(super) fn split(name: &str) -> (&str, &str) {
    match name.split_once(',') {
        Some((last, first)) => (first.trim(), last.trim()),
        None => name.rsplit_once(' ').map_or((name, ""), |(first, last)| (first.trim(), last)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_name_is_split_both_ways_round() {
        assert_eq!(split("Ada Lovelace"), ("Ada", "Lovelace"));
        assert_eq!(split("Lovelace, Ada"), ("Ada", "Lovelace"));
        assert_eq!(split("Plato"), ("Plato", ""));
    }
}
