//! What the member at each path is for: by the source's shape, by a mapping that was suggested, or kept under its own name.
//! Decided once for each path. Knows no values.

use std::collections::BTreeMap;

use foldhash::fast::FixedState;
use indexmap::IndexMap;

use super::super::mapping::{self, ColumnMapping, ColumnUse, Mapping, MatchReason, is_secret_member};
use crate::contact::{Contacts, Slot};
use crate::source::{Field, Meaning, RecordKind, Shape, aliases};

/// The fields that a custom field may turn out to be by its name.
const RENAMED: [Field; 6] =
    [Field::FirstName, Field::LastName, Field::Phone, Field::Company, Field::Password, Field::PasswordHash];

/// What a path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Known(Meaning),
    Custom(Slot),
}

/// What is known of one path.
#[derive(Clone, Debug)]
struct Target {
    purpose: Purpose,
    /// The place among the paths for the same field: the lowest that is not blank counts.
    rank: usize,
    /// The slot and the name of the custom field, where the path is one or had to be kept as one.
    custom: Option<(Slot, String)>,
    reason: MatchReason,
}

/// What each path is for.
pub(super) struct Targets {
    shape: Option<&'static Shape>,
    by_path: IndexMap<Box<str>, Target, FixedState>,
    custom_names: BTreeMap<String, u32>,
}

/// The number of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PathNumber(usize);

impl Targets {
    /// By the source's shape.
    pub(super) fn of_shape(shape: &'static Shape) -> Self {
        Targets { shape: Some(shape), by_path: IndexMap::default(), custom_names: BTreeMap::new() }
    }

    /// By a mapping of the paths that were seen first.
    pub(super) fn of_mapping(mapping: &Mapping, contacts: &mut Contacts) -> Self {
        let mut targets =
            Targets { shape: None, by_path: IndexMap::default(), custom_names: BTreeMap::new() };
        for (rank, column) in mapping.columns.iter().enumerate() {
            let (purpose, custom) = match &column.meaning {
                ColumnUse::Field { field } => (Purpose::Known(Meaning::Field(*field)), None),
                ColumnUse::Custom { name } => {
                    let name = mapping::own_name(name, &mut targets.custom_names);
                    let slot = contacts.custom_slot(&name);
                    (Purpose::Custom(slot), Some((slot, name)))
                }
                ColumnUse::Sensitive | ColumnUse::Ignored => (Purpose::Known(Meaning::Sensitive), None),
            };
            let target = Target { purpose, rank, custom, reason: column.reason };
            targets.by_path.insert(column.header.as_str().into(), target);
        }
        targets
    }

    /// What the shape says of a path.
    pub(super) fn known(&self, path: &str) -> Option<Meaning> {
        match self.by_path.get(path) {
            Some(target) => match target.purpose {
                Purpose::Known(meaning) => Some(meaning),
                Purpose::Custom(_) => None,
            },
            None => self.member(path).map(|(_, meaning)| meaning),
        }
    }

    fn member(&self, path: &str) -> Option<(usize, Meaning)> {
        let members = self.shape?.members;
        members
            .iter()
            .position(|member| member.path == path)
            .and_then(|rank| members.get(rank).map(|member| (rank, member.meaning)))
    }

    /// Whether the shape knows of members below a path.
    pub(super) fn has_below(&self, path: &str) -> bool {
        let below = |known: &str| known.strip_prefix(path).is_some_and(|rest| rest.starts_with(['.', '[']));
        match self.shape {
            Some(shape) => shape.members.iter().any(|member| below(member.path)),
            None => self.by_path.keys().any(|known| below(known)),
        }
    }

    /// The number of a path. `key` is its last step; `custom` the name of the custom field it is, where it is known to be one.
    pub(super) fn number(
        &mut self,
        path: &str,
        key: &str,
        custom: Option<&str>,
        contacts: &mut Contacts,
    ) -> PathNumber {
        if let Some(number) = self.by_path.get_index_of(path) {
            return PathNumber(number);
        }
        let (purpose, rank, reason) = match (self.member(path), custom) {
            (Some((_, Meaning::Kept(name))), _) => {
                return self.add_custom(path, name, MatchReason::Profile, contacts);
            }
            (Some((rank, meaning)), _) => (Purpose::Known(meaning), rank, MatchReason::Profile),
            (None, custom) => {
                let renamed = custom.and_then(|name| self.renamed(name));
                match renamed {
                    Some(field) => {
                        let rank = usize::MAX.saturating_sub(1_000_000).saturating_add(self.by_path.len());
                        (Purpose::Known(Meaning::Field(field)), rank, MatchReason::Alias)
                    }
                    None if is_secret_member(path, custom.unwrap_or(key)) => {
                        (Purpose::Known(Meaning::Sensitive), 0, MatchReason::SensitiveWord)
                    }
                    None => {
                        let is_kept = self.shape.is_some_and(|shape| shape.kept.contains(&path));
                        let reason = if is_kept { MatchReason::Profile } else { MatchReason::NoMatch };
                        return self.add_custom(path, custom.unwrap_or(path), reason, contacts);
                    }
                }
            }
        };
        self.add(path, Target { purpose, rank, custom: None, reason })
    }

    fn add_custom(
        &mut self,
        path: &str,
        name: &str,
        reason: MatchReason,
        contacts: &mut Contacts,
    ) -> PathNumber {
        let name = mapping::own_name(&crate::text::collapse(name), &mut self.custom_names);
        let slot = contacts.custom_slot(&name);
        self.add(path, Target { purpose: Purpose::Custom(slot), rank: 0, custom: Some((slot, name)), reason })
    }

    fn add(&mut self, path: &str, target: Target) -> PathNumber {
        PathNumber(self.by_path.insert_full(path.into(), target).0)
    }

    /// The field that a custom field's name means, where the shape has no member of its own for it.
    fn renamed(&self, name: &str) -> Option<Field> {
        let joined = mapping::words(name).join(" ");
        let (field, _) = aliases(RecordKind::Contacts)
            .find(|(field, names)| RENAMED.contains(field) && names.contains(&joined.as_str()))?;
        let is_known = |field: Field| {
            let members = self.shape.map(|shape| shape.members).unwrap_or_default();
            members.iter().any(|member| member.meaning == Meaning::Field(field))
        };
        (!is_known(*field)).then_some(*field)
    }

    /// What a path is for.
    pub(super) fn purpose(&self, number: PathNumber) -> Option<Purpose> {
        self.by_path.get_index(number.0).map(|(_, target)| target.purpose)
    }

    /// The place of a path among those for the same field.
    pub(super) fn rank(&self, number: PathNumber) -> usize {
        self.by_path.get_index(number.0).map_or(usize::MAX, |(_, target)| target.rank)
    }

    /// The slot in which the value of a path is kept as a custom field.
    pub(super) fn spare(&mut self, number: PathNumber, contacts: &mut Contacts) -> Option<Slot> {
        let (path, target) = self.by_path.get_index(number.0)?;
        if let Some((slot, _)) = &target.custom {
            return Some(*slot);
        }
        let name = mapping::own_name(path, &mut self.custom_names);
        let slot = contacts.custom_slot(&name);
        if let Some((_, target)) = self.by_path.get_index_mut(number.0) {
            target.custom = Some((slot, name));
        }
        Some(slot)
    }

    /// The number of paths.
    pub(super) fn len(&self) -> usize {
        self.by_path.len()
    }

    /// The paths with what each is for, in order of first appearance.
    pub(super) fn mapping(&self) -> Mapping {
        let columns = self.by_path.iter().map(|(path, target)| {
            let custom = || ColumnUse::Custom {
                name: target.custom.as_ref().map_or_else(|| path.to_string(), |(_, name)| name.clone()),
            };
            let meaning = match target.purpose {
                Purpose::Custom(_) => custom(),
                Purpose::Known(Meaning::Field(field) | Meaning::Seconds(field) | Meaning::Ids(field)) => {
                    ColumnUse::Field { field }
                }
                Purpose::Known(Meaning::Tags(_) | Meaning::TagsIf(..)) => {
                    ColumnUse::Field { field: Field::Tags }
                }
                Purpose::Known(Meaning::Sensitive) => ColumnUse::Sensitive,
                Purpose::Known(_) => custom(),
            };
            let score = match target.reason {
                MatchReason::Profile => 100,
                MatchReason::Alias => 90,
                _ => 0,
            };
            ColumnMapping { header: path.to_string(), meaning, score, reason: target.reason }
        });
        Mapping { format: Mapping::FORMAT, columns: columns.collect() }
    }
}
