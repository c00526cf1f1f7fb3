//! From drafts to contacts: each value by the rule that holds for it in every input, and what is wrong to an issue at its place.
//! Knows no JSON.

mod amend;

use std::collections::BTreeSet;

use super::super::date_column::{DateColumn, DateHabits};
use super::super::error::IntakeError;
use super::super::full_name;
use super::super::html_cells::HtmlRule;
use super::super::options::ReadOptions;
use super::super::parse_date::DateOptions;
use super::super::places::{LABEL_LEFT_OUT, PhoneFault, Places};
use super::super::result::IntakeStats;
use super::super::row_dates::{self, RowDates, WaitingRows};
use super::super::set_aside::SetAsideRecord;
use super::super::settle;
use super::super::short;
use super::super::steps::{self, DateUse};
use super::super::tag_cell;
use super::super::tag_reader::{TagReader, TagsRead};
use super::draft::{Draft, Found, TagKind};
use super::html_paths::HtmlPaths;
use super::related::RelatedRecords;
use super::tag_dates;
use super::targets::Targets;
use crate::contact::{
    AddressBook, AscendingIds, CheckedAddress, Contacts, CountryCode, MarketingStatus, Origin, Password,
    RowFacts, SEPARATOR, Secret, Slot, Stranger, TagDates, TypoFilter, check_address, suggest_for_invalid,
};
use crate::issue::{Code, Issues, Location, MessageValue, RowPlace};
use crate::source::{DayOrder, Field, Profile};
use crate::{Instant, Zone};

/// Gathers contacts.
pub(super) struct People {
    profile: &'static Profile,
    /// Whether a text of ids holds several, parted as the profile says, as in a cell of a table.
    has_cells: bool,
    words: Vec<(&'static str, MarketingStatus)>,
    pub(super) file_status: Option<MarketingStatus>,
    habits: DateHabits,
    dates: Vec<(DateUse, DateColumn, String)>,
    waiting: WaitingRows,
    places: Places,
    pub(super) html: HtmlPaths,
    tags: TagReader,
    unnamed: BTreeSet<String>,
    addresses: AddressBook,
    typos: TypoFilter,
    ids: AscendingIds,
    pub(super) contacts: Contacts,
    /// Known once all records are read.
    pub(super) tag_dates: TagDates,
    pub(super) issues: Issues,
    pub(super) set_aside: Vec<SetAsideRecord>,
    pub(super) stats: IntakeStats,
    /// The line of the record at hand.
    pub(super) line: u64,
}

impl People {
    pub(super) fn new(
        profile: &'static Profile,
        words: Vec<(&'static str, MarketingStatus)>,
        has_cells: bool,
        options: &ReadOptions,
    ) -> Self {
        let habits = DateHabits::new(profile, options);
        People {
            profile,
            has_cells,
            words,
            file_status: None,
            habits,
            dates: Vec::new(),
            waiting: WaitingRows::default(),
            places: Places::new(options),
            html: HtmlPaths::default(),
            tags: TagReader::new(profile.tags, &options.limits),
            unnamed: BTreeSet::new(),
            addresses: AddressBook::default(),
            typos: TypoFilter::default(),
            ids: AscendingIds::default(),
            contacts: Contacts::new(),
            tag_dates: TagDates::default(),
            issues: Issues::with_bound(options.limits.issues as usize),
            set_aside: Vec::new(),
            stats: IntakeStats::default(),
            line: 0,
        }
    }

    fn report(&mut self, code: Code, path: &str, message: Option<&'static str>, value: Option<&str>) {
        let none: &[MessageValue<'_>] = &[];
        self.report_suggesting(code, path, message.map(|message| (message, none)), value, "");
    }

    /// As [`People::report`], with what the value may have been meant to be, unless that is blank.
    fn report_suggesting(
        &mut self,
        code: Code,
        path: &str,
        message: Option<(&'static str, &[MessageValue<'_>])>,
        value: Option<&str>,
        suggestion: &str,
    ) {
        let record = u32::try_from(self.stats.records).ok();
        let place = RowPlace { record, field: path, ..RowPlace::default() };
        self.issues.push_suggestion(code, place, message, value, suggestion);
    }

    /// Makes a contact of a draft; says why that cannot be done.
    pub(super) fn add(
        &mut self,
        mut draft: Draft,
        targets: &mut Targets,
        related: &RelatedRecords,
    ) -> Result<Option<Code>, IntakeError> {
        for issue in std::mem::take(&mut draft.issues) {
            self.issues.push(issue);
        }
        let (address, path) = match draft.first(Field::Email) {
            Some(found) => (found.text.clone(), found.path.clone()),
            None => (String::new(), "email".to_owned()),
        };
        let CheckedAddress { hash, stranger } = match check_address(&address) {
            Ok(checked) => checked,
            Err(error) => {
                let (message, suggestion) =
                    ((error.sentence(), [].as_slice()), suggest_for_invalid(&address));
                let suggestion = suggestion.unwrap_or_default();
                self.report_suggesting(error.code(), &path, Some(message), Some(&address), &suggestion);
                return Ok(Some(error.code()));
            }
        };
        if let Some(meant) = self.typos.suggestion(&address) {
            self.report_suggesting(Code::EmailTypo, &path, None, Some(&address), &meant);
        }
        if let Some(letter) = stranger {
            let letter = letter.to_string();
            let values = [MessageValue::Shown(&letter)];
            self.report_suggesting(
                Code::EmailScriptsMixed,
                &path,
                Some((Stranger::SENTENCE, &values)),
                Some(&address),
                "",
            );
        }
        self.tags.clear();
        for tag in &draft.tags {
            self.read_tag(&tag.text, tag.kind, &tag.path, related)?;
        }
        let mut texts: Vec<(Slot, String)> = vec![(Slot::EMAIL, address)];
        let mut facts = RowFacts {
            origin: Origin {
                input: 0,
                record: u32::try_from(self.stats.records).unwrap_or(u32::MAX),
                line: 0,
            },
            ..RowFacts::default()
        };
        let mut dates = RowDates { stopped: draft.stops, file: self.file_status, ..RowDates::default() };
        let mut statements: Vec<MarketingStatus> = Vec::new();
        let mut password = None;
        let has_names = draft.first(Field::FirstName).or(draft.first(Field::LastName)).is_some();
        let country = draft.first(Field::Country).and_then(|found| self.places.code(&found.text));
        let mut fields = std::mem::take(&mut draft.fields);
        fields.sort_by_key(|found| (found.field, found.rank));
        let mut previous = None;
        for found in fields {
            let is_first = previous != Some(found.field);
            previous = Some(found.field);
            match found.field {
                Field::Email if is_first => {}
                Field::MarketingStatus => match self.status(&found) {
                    Some(status) => statements.push(status),
                    None => {
                        statements.push(MarketingStatus::Unknown);
                        texts.push((Slot::CONSENT_WORDING, found.text));
                    }
                },
                _ if !is_first || (found.field == Field::FullName && has_names) => {
                    if let Some(slot) = targets.spare(found.number, &mut self.contacts)
                        && !found.field.is_secret()
                    {
                        draft.keep(slot, found.text);
                    }
                }
                Field::FullName => {
                    let (first, last) = full_name::split(&found.text);
                    texts.push((Slot::FIRST_NAME, first.to_owned()));
                    texts.push((Slot::LAST_NAME, last.to_owned()));
                }
                Field::Password => password = Some(Password::Plaintext(Secret::new(&found.text))),
                Field::PasswordHash => password = Some(Password::from_hash(found.text.trim())),
                Field::ExternalIdAliases | Field::OrderIds | Field::SubscriptionIds | Field::Roles
                    if self.has_cells =>
                {
                    let ids = tag_cell::ids(&found.text, self.profile.ids);
                    draft.ids.extend(ids.into_iter().map(|id| (found.field, id.into_owned())));
                }
                Field::ExternalIdAliases | Field::OrderIds | Field::SubscriptionIds | Field::Roles => {
                    draft.ids.push((found.field, found.text));
                }
                Field::CreatedAt => dates.created = self.date(DateUse::Created, &found),
                Field::UpdatedAt => dates.updated = self.date(DateUse::Updated, &found),
                Field::ConsentAt => dates.consent = self.date(DateUse::Consent, &found),
                Field::StatusAt => dates.status = self.date(DateUse::Status, &found),
                Field::UnsubscribedAt => {
                    dates.unsubscribed = self.stop(DateUse::Unsubscribed, &found, &mut dates.stopped);
                }
                Field::BouncedAt => {
                    dates.bounced = self.stop(DateUse::Bounced, &found, &mut dates.stopped);
                }
                Field::Phone if !self.profile.is_exact => {
                    texts.push((Slot::PHONE, self.phone(&found, country)));
                }
                Field::Country if !self.profile.is_exact => {
                    texts.push((Slot::COUNTRY, self.country(&found)));
                }
                field => {
                    if field == Field::TimeZone && found.text.parse::<Zone>().is_err() {
                        self.report(Code::ZoneUnknown, &found.path, None, Some(&found.text));
                    }
                    if let Some(slot) = steps::text_slot(field) {
                        texts.push((slot, found.text));
                    }
                }
            }
        }
        for (field, slot) in [
            (Field::ExternalIdAliases, Slot::ALIASES),
            (Field::OrderIds, Slot::ORDER_IDS),
            (Field::SubscriptionIds, Slot::SUBSCRIPTION_IDS),
            (Field::Roles, Slot::ROLES),
        ] {
            let ids: Vec<&str> =
                draft.ids.iter().filter(|(known, _)| *known == field).map(|(_, id)| id.as_str()).collect();
            texts.push((slot, ids.join(SEPARATOR.encode_utf8(&mut [0; 4]))));
        }
        texts.append(&mut draft.custom);
        dates.stated = self.strictest(&statements);
        dates.decide(&mut facts);
        let row = self.contacts.len();
        if self.dates.iter().any(|(_, column, _)| column.waits(row)) {
            self.waiting.push(row, dates);
        }
        let id = texts.iter().find(|(slot, _)| *slot == Slot::EXTERNAL_ID);
        if let Some((_, id)) = id.filter(|(_, id)| !id.is_empty()) {
            self.ids.add(short::order_of(id));
        }
        self.addresses.add(hash);
        self.contacts.begin_row(self.tags.tags());
        if let Some(password) = password {
            self.contacts.put_password(password);
        }
        put_sorted(&mut self.contacts, texts);
        self.contacts.commit_row(facts);
        Ok(None)
    }

    /// The strictest of several statements, which holds whatever their dates: one list is not another.
    fn strictest(&mut self, statements: &[MarketingStatus]) -> Option<MarketingStatus> {
        let strictest = *statements.iter().max()?;
        let differing: BTreeSet<_> = statements.iter().collect();
        if differing.len() > 1 {
            let names: Vec<_> = differing.into_iter().map(|status| status.name()).collect();
            let record = u32::try_from(self.stats.records).ok();
            let place = RowPlace { record, field: "marketing-status", ..RowPlace::default() };
            let values = [MessageValue::Shown(&names.join(", ")), MessageValue::Shown(strictest.name())];
            let message = ("the source says {} of this person; {} holds", values.as_slice());
            self.issues.push_row(Code::StatusStrictest, place, Some(message), None);
        }
        Some(strictest)
    }

    fn read_tag(
        &mut self,
        text: &str,
        kind: TagKind,
        path: &str,
        related: &RelatedRecords,
    ) -> Result<(), IntakeError> {
        let name = match kind {
            TagKind::Id => {
                let name = related.tag_name(text);
                if name.is_none() && !text.is_empty() && self.unnamed.insert(text.to_owned()) {
                    self.report(Code::TagUnnamed, path, None, Some(text));
                }
                if let Some(name) = name {
                    let rule = HtmlRule::of(Some(Field::Tags), self.profile);
                    let at = || place(self.stats.records, path);
                    self.html.read(rule, Field::Tags.name(), name.to_owned(), at);
                }
                name.unwrap_or(text)
            }
            _ => text,
        };
        let book = self.contacts.tag_book_mut();
        let read = match kind {
            TagKind::Cell => self.tags.read(name, 0..name.len(), book),
            _ => self.tags.read_name(name, book),
        };
        match read {
            TagsRead::All => Ok(()),
            TagsRead::NotAll(code) => {
                self.report(code, path, None, Some(text));
                Ok(())
            }
            TagsRead::PastLimit(limit, bound) => {
                Err(IntakeError::Limit { limit, bound: bound as u64, line: self.line })
            }
        }
    }

    /// The text to keep of a telephone number of a person in a country.
    fn phone(&mut self, found: &Found, country: Option<CountryCode>) -> String {
        let at = || place(self.stats.records, &found.path);
        let (number, fault) = self.places.phone(&found.text, country, at);
        match fault {
            Some(PhoneFault::Label(label)) => {
                let values = [MessageValue::Shown(label)];
                let message = Some((LABEL_LEFT_OUT, values.as_slice()));
                self.report_suggesting(Code::PhoneLabel, &found.path, message, Some(&found.text), "");
            }
            Some(PhoneFault::Invalid) => {
                self.report(Code::PhoneInvalid, &found.path, None, Some(&found.text));
            }
            None => {}
        }
        number.into_owned()
    }

    /// The text to keep of a country.
    fn country(&mut self, found: &Found) -> String {
        let (country, is_unknown) = self.places.country(&found.text);
        if is_unknown {
            self.report(Code::CountryUnknown, &found.path, None, Some(&found.text));
        }
        country.to_owned()
    }

    fn status(&mut self, found: &Found) -> Option<MarketingStatus> {
        let status = self.words.iter().find(|(word, _)| word.eq_ignore_ascii_case(&found.text));
        let status = status.map(|(_, status)| *status);
        if status.is_none() {
            self.report(Code::StatusUnknown, &found.path, None, Some(&found.text));
        }
        status
    }

    fn column(&mut self, date: DateUse, path: &str) -> Option<&mut DateColumn> {
        if !self.dates.iter().any(|(known, ..)| *known == date) {
            let column = DateColumn::new(self.habits);
            self.dates.push((date, column, path.to_owned()));
        }
        self.dates.iter_mut().find(|(known, ..)| *known == date).map(|(_, column, _)| column)
    }

    fn date(&mut self, date: DateUse, found: &Found) -> Option<Instant> {
        let row = self.contacts.len();
        match self.column(date, &found.path)?.instant(&found.text, row) {
            Ok(instant) => instant,
            Err(()) => {
                self.report(Code::DateInvalid, &found.path, None, Some(&found.text));
                None
            }
        }
    }

    fn stop(
        &mut self,
        date: DateUse,
        found: &Found,
        stopped: &mut Option<MarketingStatus>,
    ) -> Option<Instant> {
        let row = self.contacts.len();
        if let Ok(instant) = self.column(date, &found.path)?.instant(&found.text, row) {
            return instant;
        }
        if let Some(status) = row_dates::stop(date, &found.text) {
            *stopped = (*stopped).max(Some(status));
            self.report(Code::OptOutUndated, &found.path, None, Some(&found.text));
        }
        None
    }

    /// What only the whole input can decide, and what related records say of the contacts.
    pub(super) fn finish(
        &mut self,
        options: &ReadOptions,
        related: &RelatedRecords,
    ) -> Result<(), IntakeError> {
        let columns = std::mem::take(&mut self.dates);
        let columns = columns
            .into_iter()
            .map(|(date, column, path)| (date, column, Location::default().with_field(path)));
        settle::dates(columns, std::mem::take(&mut self.waiting), &mut self.contacts, &mut self.issues);
        self.add_related(related)?;
        for issue in self.html.issues().chain(self.places.issue()) {
            self.issues.push(issue);
        }
        let addresses = std::mem::take(&mut self.addresses);
        self.stats.duplicates =
            settle::people(&mut self.contacts, &mut self.issues, addresses, self.ids, options);
        let habits = DateOptions {
            day_first: self.habits.stated.or(self.habits.otherwise).map(|order| order == DayOrder::DayFirst),
            zone: Some(self.habits.zone),
            ..DateOptions::default()
        };
        let (tag_dates, unread) = tag_dates::tag_dates(&self.contacts, related, &habits);
        self.tag_dates = tag_dates;
        unread.into_iter().for_each(|issue| self.issues.push(issue));
        self.stats.contacts = self.contacts.len() as u64;
        self.stats.set_aside = self.set_aside.len() as u64;
        self.stats.distinct_tags = self.contacts.tag_book().len() as u64;
        Ok(())
    }
}

/// A place in a record.
fn place(record: u64, path: &str) -> Location {
    Location::default().with_record(record).with_field(path.to_owned())
}

/// Puts texts into the open row in the order of their slots, each slot once.
fn put_sorted(contacts: &mut Contacts, mut texts: Vec<(Slot, String)>) {
    texts.sort_by_key(|(slot, _)| *slot);
    texts.dedup_by_key(|(slot, _)| *slot);
    for (slot, text) in &texts {
        contacts.put(*slot, text);
    }
}
