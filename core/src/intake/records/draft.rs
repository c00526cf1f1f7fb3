//! One object taken apart: which value is for which field, as the paths say. Judges no value but by its kind.

use super::super::html_cells::HtmlRule;
use super::super::mapping::{is_secret_member, is_secret_name};
use super::super::mojibake::{self, Finding};
use super::html_paths::HtmlPaths;
use super::related::RelatedRecords;
use super::targets::{PathNumber, Purpose, Targets};
use super::tree::Tree;
use crate::contact::{Contacts, MarketingStatus, Slot};
use crate::issue::{Code, Issue, Location};
use crate::source::{Field, Meaning, Profile, TagText, Tags};
use crate::{Instant, text};

/// A value for a field.
pub(super) struct Found {
    pub(super) field: Field,
    pub(super) number: PathNumber,
    pub(super) rank: usize,
    /// Where it stands in the record.
    pub(super) path: String,
    /// What is written there, trimmed.
    pub(super) text: String,
}

/// A tag, or a text of several.
pub(super) struct FoundTag {
    pub(super) path: String,
    pub(super) text: String,
    pub(super) kind: TagKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TagKind {
    Name,
    Id,
    /// Several, as the source writes them in a cell of a table.
    Cell,
}

/// One object taken apart.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) fields: Vec<Found>,
    pub(super) tags: Vec<FoundTag>,
    /// Fields of several ids.
    pub(super) ids: Vec<(Field, String)>,
    pub(super) custom: Vec<(Slot, String)>,
    /// Flags that say that the person is not to be mailed.
    pub(super) stops: Option<MarketingStatus>,
    pub(super) issues: Vec<Issue>,
}

/// Takes objects apart.
pub(super) struct Reading<'r> {
    pub(super) targets: &'r mut Targets,
    pub(super) contacts: &'r mut Contacts,
    pub(super) related: &'r RelatedRecords,
    pub(super) profile: &'static Profile,
    pub(super) html: &'r mut HtmlPaths,
    pub(super) record: u64,
    pub(super) repairs_mojibake: bool,
    /// Paths of secrets that were reported already.
    pub(super) dropped: &'r mut Vec<String>,
}

/// Where a value stands, as the record has it and as the shape writes it, and what its custom field would be called.
#[derive(Clone)]
struct Place {
    path: String,
    pattern: String,
    key: String,
    custom: Option<String>,
}

impl Place {
    fn key(&self, key: &str) -> Place {
        let below = |path: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        let custom = self.custom.as_ref().map(|name| format!("{name}.{key}"));
        Place { path: below(&self.path), pattern: below(&self.pattern), key: key.to_owned(), custom }
    }

    fn element(&self, index: usize, name: &str) -> Place {
        Place {
            path: format!("{}[{index}]", self.path),
            pattern: format!("{}[{name}]", self.pattern),
            ..self.clone()
        }
    }

    fn called(mut self, name: String) -> Place {
        self.custom = Some(name);
        self
    }
}

impl Reading<'_> {
    /// Takes an object apart.
    pub(super) fn read(&mut self, root: &Tree<'_>) -> Draft {
        let mut draft = Draft::default();
        let place = Place { path: String::new(), pattern: String::new(), key: String::new(), custom: None };
        self.members(root, root, &place, &mut draft);
        draft
    }

    fn members(&mut self, root: &Tree<'_>, tree: &Tree<'_>, place: &Place, draft: &mut Draft) {
        for (key, value) in tree.members() {
            self.value(root, value, &place.key(key), draft);
        }
    }

    fn value(&mut self, root: &Tree<'_>, tree: &Tree<'_>, place: &Place, draft: &mut Draft) {
        if tree.is_blank() {
            return;
        }
        match (self.targets.known(&place.pattern), tree) {
            (Some(Meaning::Sensitive), _) => self.drop(place, draft),
            (Some(Meaning::Keyed(member)), Tree::List(list)) => {
                for (index, element) in list.iter().enumerate() {
                    let name = element.get(member).and_then(Tree::scalar).unwrap_or_default();
                    let place = place.element(index, name);
                    for (key, value) in element.members().iter().filter(|(key, _)| key != member) {
                        self.value(root, value, &place.key(key), draft);
                    }
                    if !matches!(element, Tree::Object(_)) {
                        self.leaf(element, &place, draft);
                    }
                }
            }
            (Some(Meaning::CustomFields(ending)), Tree::Object(members)) => {
                for (key, value) in members {
                    self.value(root, value, &place.key(key).called(format!("{key}{ending}")), draft);
                }
            }
            (Some(Meaning::CustomList(id, content)), Tree::List(list)) => {
                for (index, element) in list.iter().enumerate() {
                    let id = element.get(id).and_then(Tree::scalar).unwrap_or_default();
                    let place = place.element(index, id);
                    let name = self.related.field_name(id).unwrap_or(&place.pattern).to_owned();
                    match element.get(content) {
                        Some(value) => self.value(root, value, &place.key(content).called(name), draft),
                        None => self.leaf(element, &place, draft),
                    }
                }
            }
            (Some(Meaning::Tags(tags)), _) => self.tags(tree, tags, place, draft),
            (Some(Meaning::TagsIf(member, word, tags)), _) => {
                let is_tag = root.at(member).and_then(Tree::scalar);
                if is_tag.is_some_and(|found| found.eq_ignore_ascii_case(word)) {
                    self.tags(tree, tags, place, draft);
                } else {
                    self.keep(tree, place, draft);
                }
            }
            (Some(Meaning::Ids(field)), _) => self.ids(tree, field, place, draft),
            (Some(Meaning::Field(Field::Tags)), Tree::List(list)) => {
                for (index, element) in list.iter().enumerate() {
                    self.tag(element, "name", TagKind::Name, &place.element(index, ""), draft);
                }
            }
            (Some(Meaning::Field(Field::MarketingStatus) | Meaning::Unless(..)), _) => {
                self.leaf(tree, place, draft);
            }
            (known, Tree::Object(_)) => {
                if is_secret_name(place.custom.as_deref().unwrap_or(&place.key)) {
                    return self.drop(place, draft);
                }
                if known.is_some_and(|known| matches!(known, Meaning::Field(_) | Meaning::Seconds(_)))
                    && !self.targets.has_below(&place.pattern)
                {
                    self.report(Code::ValueType, place, draft, tree);
                }
                self.members(root, tree, place, draft);
            }
            _ => self.leaf(tree, place, draft),
        }
    }

    /// A value that is not taken apart any further.
    fn leaf(&mut self, tree: &Tree<'_>, place: &Place, draft: &mut Draft) {
        if tree.is_blank() {
            return;
        }
        let number = self.targets.number(&place.pattern, &place.key, place.custom.as_deref(), self.contacts);
        let Some(Purpose::Known(meaning)) = self.targets.purpose(number) else {
            return self.keep(tree, place, draft);
        };
        if meaning == Meaning::Sensitive {
            return self.drop(place, draft);
        }
        let Some(written) = tree.scalar() else {
            self.report(Code::ValueType, place, draft, tree);
            match meaning {
                // Whatever it is that stands here, it does not say that the person may be mailed.
                Meaning::Unless(_, status) => draft.stops = draft.stops.max(Some(status)),
                Meaning::Field(field @ Field::MarketingStatus) => {
                    let mut text = String::new();
                    tree.write(&mut text, &mut place.pattern.clone(), &mut |path, key, _| {
                        is_secret_member(path, key)
                    });
                    let rank = self.targets.rank(number);
                    draft.fields.push(Found { field, number, rank, path: place.path.clone(), text });
                    return;
                }
                _ => {}
            }
            return self.keep(tree, place, draft);
        };
        let (field, text) = match meaning {
            Meaning::Field(field) if field.is_secret() => (field, written.to_owned()),
            Meaning::Field(field) => (field, self.clean(written, Some(field), place, draft)),
            Meaning::Seconds(field) => {
                let seconds = written.parse().ok().filter(|&seconds: &i64| seconds != 0);
                let instant = seconds.and_then(Instant::from_seconds);
                (field, instant.map_or_else(|| written.to_owned(), |instant| instant.to_string()))
            }
            Meaning::Unless(plain, status) => {
                if !plain.iter().any(|plain| plain.eq_ignore_ascii_case(text::trim(written))) {
                    draft.stops = draft.stops.max(Some(status));
                }
                return self.keep(tree, place, draft);
            }
            _ => {
                self.report(Code::ValueType, place, draft, tree);
                return self.keep(tree, place, draft);
            }
        };
        if text.is_empty() {
            return;
        }
        if field == Field::Tags {
            let tag = FoundTag { path: place.path.clone(), text, kind: TagKind::Cell };
            return draft.tags.push(tag);
        }
        let rank = self.targets.rank(number);
        draft.fields.push(Found { field, number, rank, path: place.path.clone(), text });
    }

    /// Keeps a value as a custom field.
    fn keep(&mut self, tree: &Tree<'_>, place: &Place, draft: &mut Draft) {
        let number = self.targets.number(&place.pattern, &place.key, place.custom.as_deref(), self.contacts);
        let is_secret = match self.targets.purpose(number) {
            Some(Purpose::Known(Meaning::Sensitive)) => true,
            Some(Purpose::Known(Meaning::Field(field))) => field.is_secret(),
            _ => false,
        };
        if is_secret {
            return self.drop(place, draft);
        }
        let kept = match tree.scalar() {
            Some(written) => self.clean(written, None, place, draft),
            None => {
                let mut json = String::new();
                let mut has_secret = false;
                tree.write(&mut json, &mut place.pattern.clone(), &mut |path, key, _| {
                    let is_secret = is_secret_member(path, key);
                    has_secret |= is_secret;
                    is_secret
                });
                if has_secret || (matches!(tree, Tree::Deep(_)) && is_secret_name(&json)) {
                    self.drop(place, draft);
                }
                if matches!(tree, Tree::Deep(_)) && is_secret_name(&json) { String::new() } else { json }
            }
        };
        if let Some(slot) = self.targets.spare(number, self.contacts).filter(|_| !kept.is_empty()) {
            draft.keep(slot, kept);
        }
    }

    fn tags(&mut self, tree: &Tree<'_>, tags: Tags, place: &Place, draft: &mut Draft) {
        self.targets.number(&place.pattern, &place.key, None, self.contacts);
        let kind = match tags.are {
            TagText::Names => TagKind::Name,
            TagText::Ids => TagKind::Id,
        };
        match tree {
            Tree::List(list) => {
                let mut says_more = false;
                for (index, element) in list.iter().enumerate() {
                    let place = place.element(index, "");
                    self.tag(element, tags.member, kind, &place, draft);
                    says_more |= element.members().iter().any(|(key, _)| key != tags.member && key != "id");
                }
                if says_more {
                    self.keep(tree, place, draft);
                }
            }
            _ => match tree.scalar() {
                Some(written) => {
                    for tag in written.split(tags.separator).filter(|tag| !text::trim(tag).is_empty()) {
                        let text = self.clean(tag, Some(Field::Tags), place, draft);
                        draft.tags.push(FoundTag { path: place.path.clone(), text, kind });
                    }
                }
                None => {
                    self.report(Code::ValueType, place, draft, tree);
                    self.keep(tree, place, draft);
                }
            },
        }
    }

    fn tag(&mut self, element: &Tree<'_>, member: &str, kind: TagKind, place: &Place, draft: &mut Draft) {
        let written = element.scalar().or_else(|| element.get(member).and_then(Tree::scalar));
        match written {
            Some(written) => {
                let text = self.clean(written, Some(Field::Tags), place, draft);
                draft.tags.push(FoundTag { path: place.path.clone(), text, kind });
            }
            None if element.is_blank() => {}
            None => self.report(Code::ValueType, place, draft, element),
        }
    }

    fn ids(&mut self, tree: &Tree<'_>, field: Field, place: &Place, draft: &mut Draft) {
        self.targets.number(&place.pattern, &place.key, None, self.contacts);
        let alone = std::slice::from_ref(tree);
        let list = if let Tree::List(list) = tree { list.as_slice() } else { alone };
        let mut says_more = false;
        for (index, element) in list.iter().enumerate().filter(|(_, element)| !element.is_blank()) {
            let place = place.element(index, "");
            match element.scalar().or_else(|| element.get("id").and_then(Tree::scalar)) {
                Some(id) => {
                    let id = self.clean(id, Some(field), &place, draft);
                    draft.ids.push((field, id));
                    says_more |= element.members().len() > 1;
                }
                None => {
                    self.report(Code::ValueType, &place, draft, element);
                    says_more = true;
                }
            }
        }
        if says_more {
            self.keep(tree, place, draft);
        }
    }

    /// A text as it is kept for a field, or as a custom field: trimmed, composed, without NUL, looked at for text that was read
    /// in the wrong encoding, and plain where it was HTML.
    fn clean(&mut self, written: &str, field: Option<Field>, place: &Place, draft: &mut Draft) -> String {
        let text = self.composed(written, place, draft);
        let at = || Location::default().with_record(self.record).with_field(place.path.clone());
        self.html.read(HtmlRule::of(field, self.profile), &place.pattern, text, at)
    }

    fn composed(&self, written: &str, place: &Place, draft: &mut Draft) -> String {
        let mut text = text::clean(written).into_owned();
        let at = || Location::default().with_record(self.record).with_field(place.path.clone());
        if text.contains('\0') {
            text.retain(|character| character != '\0');
            draft.issues.push(Issue::new(Code::NulRemoved).at(at()));
        }
        match mojibake::find(&text) {
            None => text,
            Some(Finding::Repairable(repaired)) if self.repairs_mojibake => {
                let message = format!("the text was taken back to `{}`", crate::Excerpt::new(&repaired));
                let issue = Issue::new(Code::MojibakeRepaired).with_message(message);
                draft.issues.push(issue.at(at()).with_value(&text));
                repaired
            }
            Some(_) => {
                draft.issues.push(Issue::new(Code::Mojibake).at(at()).with_value(&text));
                text
            }
        }
    }

    fn report(&self, code: Code, place: &Place, draft: &mut Draft, tree: &Tree<'_>) {
        let what = match tree {
            Tree::List(_) => "a list stands here",
            Tree::Object(_) | Tree::Deep(_) => "an object stands here",
            _ => "a single value stands here",
        };
        let at = Location::default().with_record(self.record).with_field(place.path.clone());
        draft.issues.push(Issue::new(code).with_message(what).at(at));
    }

    /// Leaves a secret out; that its path holds any is said once.
    fn drop(&mut self, place: &Place, draft: &mut Draft) {
        if self.dropped.contains(&place.pattern) {
            return;
        }
        self.targets.number(&place.pattern, &place.key, place.custom.as_deref(), self.contacts);
        self.dropped.push(place.pattern.clone());
        let at = Location::default().with_record(self.record).with_field(place.path.clone());
        draft.issues.push(
            Issue::new(Code::ColumnDropped)
                .with_message("what stands here is left out because it holds secrets or identity numbers")
                .at(at),
        );
    }
}

impl Draft {
    /// The first of a field's values.
    pub(super) fn first(&self, field: Field) -> Option<&Found> {
        self.fields.iter().filter(|found| found.field == field).min_by_key(|found| found.rank)
    }

    /// The bytes of the longest text.
    pub(super) fn longest(&self) -> usize {
        let fields = self.fields.iter().map(|found| found.text.len());
        let tags = self.tags.iter().map(|tag| tag.text.len());
        let ids = self.ids.iter().map(|(_, id)| id.len());
        let custom = self.custom.iter().map(|(_, text)| text.len());
        fields.chain(tags).chain(ids).chain(custom).max().unwrap_or_default()
    }

    /// Keeps a custom field; what stands at one path several times is put together.
    pub(super) fn keep(&mut self, slot: Slot, value: String) {
        match self.custom.iter_mut().find(|(known, _)| *known == slot) {
            Some((_, kept)) => {
                kept.push_str(", ");
                kept.push_str(&value);
            }
            None => self.custom.push((slot, value)),
        }
    }
}
