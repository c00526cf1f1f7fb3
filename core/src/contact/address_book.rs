//! Which rows of a table are one person: a hash of each row's address, compared once all are known. Knows nothing of what
//! becomes of them.
//!
//! Hashes go into shares by their highest bits before they are compared, so that what is compared at a time fits the nearest
//! memory: one large table would be waited for at nearly every row.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::email_syntax::{self, AddressHash};
use super::table::Contacts;

/// The addresses of a table's rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct AddressBook {
    /// Of each row the upper half of the hash of its address's key.
    hashes: Vec<u32>,
}

/// As bits, how many shares there are.
const SHARES: u32 = 8;

/// How many rows of one hash are compared one by one.
const FEW: usize = 16;

impl AddressBook {
    /// Takes in the address of the next row.
    #[inline]
    pub(crate) fn add(&mut self, address: AddressHash) {
        self.hashes.push((address.0 >> u32::BITS) as u32);
    }

    /// Moves the addresses of later rows behind these.
    #[cfg(feature = "threads")]
    pub(crate) fn append(&mut self, later: &mut AddressBook) {
        self.hashes.append(&mut later.hashes);
    }

    /// The rows that share an address with an earlier one, each with the first row that has it; in order of the first.
    pub(crate) fn same_people(self, table: &Contacts) -> Vec<(usize, usize)> {
        let mut pairs = pairs_among(Shares::of(&self.hashes).all(), table);
        pairs.sort_unstable();
        pairs
    }

    /// As [`AddressBook::same_people`], found by so many threads, the calling one among them.
    #[cfg(feature = "threads")]
    #[expect(
        clippy::disallowed_methods,
        reason = "the caller asked for several threads; none outlives this call"
    )]
    pub(crate) fn same_people_by(self, threads: usize, table: &Contacts) -> Vec<(usize, usize)> {
        let shares = Shares::of(&self.hashes);
        let shares: Vec<&[u64]> = shares.all().collect();
        let mut parts = shares.chunks(shares.len().div_ceil(threads.max(1)).max(1));
        let find = |part: &[&[u64]]| pairs_among(part.iter().copied(), table);
        let first = parts.next().unwrap_or_default();
        let mut pairs = std::thread::scope(|scope| {
            let running: Vec<_> = parts
                .map(|part| (part, std::thread::Builder::new().spawn_scoped(scope, move || find(part))))
                .collect();
            let mut pairs = find(first);
            for (part, thread) in running {
                let found = thread.ok().and_then(|thread| thread.join().ok());
                // Where no thread is to be had, the part is left to this one.
                pairs.extend(found.unwrap_or_else(|| find(part)));
            }
            pairs
        });
        pairs.sort_unstable();
        pairs
    }
}

/// The hashes of all rows by their highest bits, those of one share in row order.
struct Shares {
    /// In each entry the upper half is the hash, the lower half the row.
    entries: Vec<u64>,
    /// Where each share ends.
    ends: Vec<usize>,
}

/// The bits of an entry that hold the row.
const ROW: u64 = 0xFFFF_FFFF;

impl Shares {
    fn of(hashes: &[u32]) -> Shares {
        let share = |hash: u32| (hash >> (u32::BITS - SHARES)) as usize;
        let mut places = vec![0; 1 << SHARES];
        for &hash in hashes {
            if let Some(count) = places.get_mut(share(hash)) {
                *count += 1;
            }
        }
        let mut before = 0;
        for place in &mut places {
            before += std::mem::replace(place, before);
        }
        let mut entries = vec![0; hashes.len()];
        for (row, &hash) in (0..=ROW).zip(hashes) {
            let Some(place) = places.get_mut(share(hash)) else { continue };
            if let Some(entry) = entries.get_mut(*place) {
                *entry = u64::from(hash) << 32 | row;
            }
            *place += 1;
        }
        Shares { entries, ends: places }
    }

    fn all(&self) -> impl Iterator<Item = &[u64]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).filter_map(|(start, &end)| self.entries.get(start..end))
    }
}

/// The rows that share an address with an earlier one, each with the first row that has it; in order of the first.
fn pairs_among<'a>(shares: impl Iterator<Item = &'a [u64]>, table: &Contacts) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    let mut alike = Vec::new();
    for share in shares {
        find_alike(share, &mut places, &mut alike);
    }
    alike.sort_unstable();
    let mut pairs = Vec::new();
    let mut rest = alike.as_slice();
    let mut fetched = 0;
    while let Some(&(first, _)) = rest.first() {
        if fetched == 0 {
            fetched = table.fetch(rest);
        }
        let (group, behind) = rest.split_at(rest.iter().take_while(|pair| pair.0 == first).count());
        fetched = fetched.saturating_sub(group.len());
        rest = behind;
        let rows = std::iter::once(first).chain(group.iter().map(|&(_, row)| row));
        let address = |row: usize| table.get(row).map(|contact| contact.email()).unwrap_or_default();
        if group.len() > FEW {
            // So many of one hash are one person many times over, or made to be so many.
            let mut firsts = BTreeMap::new();
            for row in rows {
                match firsts.entry(email_syntax::key(address(row))) {
                    Entry::Occupied(first) => pairs.push((*first.get(), row)),
                    Entry::Vacant(place) => {
                        place.insert(row);
                    }
                }
            }
            continue;
        }
        let mut firsts: Vec<(usize, &str)> = Vec::new();
        for row in rows {
            let address = address(row);
            match firsts.iter().find(|(_, first)| email_syntax::same_key(first, address)) {
                Some((first, _)) => pairs.push((*first, row)),
                None => firsts.push((row, address)),
            }
        }
    }
    pairs
}

/// Adds the rows whose hash stood before among some entries, each with the first row that has it. `places` is spare room: of
/// each entry its number, from 1, at or behind the place that its hash gives.
fn find_alike(entries: &[u64], places: &mut Vec<u32>, alike: &mut Vec<(usize, usize)>) {
    // Twice as many places as entries, so that most entries stand where their hash has them.
    let size = (entries.len() * 2).next_power_of_two();
    places.clear();
    places.resize(size, 0);
    let row_of = |entry: u64| usize::try_from(entry & ROW).unwrap_or(usize::MAX);
    for (number, &entry) in (1_u32..).zip(entries) {
        // The highest bits are those of the share.
        let mut place = usize::try_from(entry << SHARES >> 40).unwrap_or_default();
        while let Some(taken) = places.get_mut(place & (size - 1)) {
            let Some(&other) = (*taken as usize).checked_sub(1).and_then(|at| entries.get(at)) else {
                *taken = number;
                break;
            };
            if other >> 32 == entry >> 32 {
                alike.push((row_of(other), row_of(entry)));
                break;
            }
            place = place.wrapping_add(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Contact, Email};

    fn table(addresses: &[String]) -> (Contacts, AddressBook) {
        let contacts: Contacts =
            addresses.iter().map(|address| Contact::new(Email::new(address).unwrap())).collect();
        let mut book = AddressBook::default();
        for address in addresses {
            book.add(email_syntax::hash_of_valid(address));
        }
        (contacts, book)
    }

    #[test]
    fn every_later_row_is_found_with_the_first() {
        let addresses: Vec<String> = (0..5_000_usize)
            .map(|row| match row % 5 {
                // Every fifth is one of a hundred people, in one spelling or another.
                4 if row % 2 == 0 => format!("ADA{}@example.com", row % 100),
                4 => format!("ada{}@EXAMPLE.com", row % 100),
                _ => format!("grace{row}@example.com"),
            })
            .collect();
        let mut firsts = BTreeMap::new();
        let mut expected = Vec::new();
        for (row, address) in addresses.iter().enumerate() {
            match firsts.get(&address.to_lowercase()) {
                Some(&first) => expected.push((first, row)),
                None => {
                    firsts.insert(address.to_lowercase(), row);
                }
            }
        }
        expected.sort_unstable();
        assert!(expected.len() > 900);
        let (contacts, book) = table(&addresses);
        #[cfg(feature = "threads")]
        for threads in [1, 2, 3, 1_000] {
            assert_eq!(book.clone().same_people_by(threads, &contacts), expected);
        }
        assert_eq!(book.same_people(&contacts), expected);
    }

    #[test]
    fn a_hash_alone_makes_nobody_the_same() {
        for people in [3, 40] {
            let addresses: Vec<String> =
                (0..people * 2).map(|row| format!("p{}@example.com", row % people)).collect();
            let (contacts, mut book) = table(&addresses);
            book.hashes.fill(0);
            let expected: Vec<_> = (0..people).map(|row| (row, row + people)).collect();
            assert_eq!(book.same_people(&contacts), expected);
        }
    }
}
