//! Which system the first records came from: by the members that few others have, with the reasons. Knows no values.

use indexmap::IndexSet;

use super::super::detection::{self, SourceGuess};
use super::super::mapping;
use super::tree::Tree;
use crate::Excerpt;
use crate::contact::MarketingStatus;
use crate::source::{Field, Profile, RecordKind, SHAPES, Shape};

/// From this score on a shape is taken, and is certain.
const TAKEN: usize = 55;

/// How records are to be read.
pub(super) struct Recognised {
    pub(super) profile: &'static Profile,
    pub(super) guess: SourceGuess,
    pub(super) alternatives: Vec<SourceGuess>,
    pub(super) by: By,
}

pub(super) enum By {
    Shape(&'static Shape),
    /// No shape fits: members are taken as the columns of a table.
    Mapping(mapping::Mapping, Option<MarketingStatus>),
}

/// Recognises the shape of records. `named` is the caller's choice of a system.
pub(super) fn recognise(records: &[&Tree<'_>], named: Option<&'static Profile>) -> Recognised {
    let mut keys = IndexSet::new();
    for record in records {
        keys.extend(record.members().iter().map(|(key, _)| key.as_str()));
    }
    let mut guesses: Vec<(usize, &'static Shape)> = SHAPES
        .iter()
        .filter(|shape| named.is_none_or(|profile| profile.id == shape.profile))
        .map(|shape| (score(&keys, shape), shape))
        .filter(|(score, _)| *score > 0)
        .collect();
    crate::order::sort_by_key(&mut guesses, |(score, _)| std::cmp::Reverse(*score));
    let alternatives: Vec<SourceGuess> =
        guesses.iter().skip(1).take(3).map(|(score, shape)| guess(&keys, *score, shape)).collect();
    let best = guesses.first().filter(|(score, _)| named.is_some() || *score >= TAKEN);
    if let Some((score, shape)) = best
        && let Some(profile) = crate::source::profile(RecordKind::Contacts, shape.profile)
    {
        let mut guess = guess(&keys, *score, shape);
        let runner_up = guesses.get(1).map_or(0, |(score, _)| *score);
        guess.certain = named.is_some() || *score >= 70 && *score >= runner_up + 15;
        if named.is_some() {
            guess.reasons.insert(0, "the caller named the source".to_owned());
        }
        return Recognised { profile, guess, alternatives, by: By::Shape(shape) };
    }
    let mut paths = IndexSet::new();
    for record in records {
        gather(record, "", &mut paths);
    }
    let headers: Vec<String> = paths.into_iter().collect();
    let table = detection::recognise(RecordKind::Contacts, &headers, None, named);
    let mapping = mapping::suggest(&headers, table.profile);
    // That a file of this kind is of subscribed people is a guess from its name; records have none.
    let status = table.settled_status().filter(|status| !status.is_mailable());
    let by = By::Mapping(mapping, status);
    Recognised { profile: table.profile, guess: table.guess, alternatives: table.alternatives, by }
}

/// The paths of single values, and of lists of them, in order of first appearance.
fn gather(tree: &Tree<'_>, above: &str, paths: &mut IndexSet<String>) {
    for (key, value) in tree.members() {
        let path = if above.is_empty() { key.clone() } else { format!("{above}.{key}") };
        match value {
            Tree::Object(_) => gather(value, &path, paths),
            _ => {
                paths.insert(path);
            }
        }
    }
}

/// Sixty for how many of the records' members the shape knows, forty for members that few other shapes have together.
fn score(keys: &IndexSet<&str>, shape: &Shape) -> usize {
    let told = shape.telling.iter().any(|group| group.iter().all(|key| keys.contains(key)));
    if !told || keys.is_empty() {
        return 0;
    }
    let is_known = |key: &str| {
        let first = |path: &'static str| path.split(['.', '[']).next().unwrap_or_default();
        shape.kept.contains(&key) || shape.members.iter().any(|member| first(member.path) == key)
    };
    40 + 60 * keys.iter().filter(|key| is_known(key)).count() / keys.len()
}

fn guess(keys: &IndexSet<&str>, score: usize, shape: &Shape) -> SourceGuess {
    let telling = shape.telling.iter().find(|group| group.iter().all(|key| keys.contains(key)));
    let names: Vec<String> = telling
        .into_iter()
        .flat_map(|group| group.iter())
        .map(|key| format!("`{}`", Excerpt::new(key)))
        .collect();
    let mut reasons = Vec::new();
    if !names.is_empty() {
        reasons.push(format!("it has the members {}, which few other systems have", names.join(", ")));
    }
    SourceGuess {
        profile: shape.profile,
        variant: shape.id,
        score: u8::try_from(score).unwrap_or(100),
        certain: false,
        reasons,
    }
}

/// Whether a mapping finds an address at all.
pub(super) fn has_address(by: &By) -> bool {
    match by {
        By::Shape(_) => true,
        By::Mapping(mapping, _) => mapping.column_of(Field::Email).is_some(),
    }
}
