//! What related records say of a contact that was read before: more tags, fields, lists. Knows no JSON.

use std::collections::BTreeSet;

use super::super::super::date_column::DateColumn;
use super::super::super::error::IntakeError;
use super::super::super::html_cells::HtmlRule;
use super::super::super::mapping::is_secret_name;
use super::super::draft::TagKind;
use super::super::related::{ListStatus, OfContact, RelatedRecords};
use super::{People, place, put_sorted};
use crate::Instant;
use crate::contact::{MarketingStatus, Slot, last_stop};
use crate::issue::{Code, Issue};

impl People {
    /// Adds what related records say of the contacts that they name; says of how many nobody is in the list.
    pub(super) fn add_related(&mut self, related: &RelatedRecords) -> Result<(), IntakeError> {
        if related.of_contacts().is_empty() {
            return Ok(());
        }
        let mut met = BTreeSet::new();
        let records = self.stats.records;
        for row in 0..self.contacts.len() {
            let id = self.contacts.get(row).and_then(|contact| contact.external_id()).map(str::to_owned);
            let Some((id, of_contact)) = id.and_then(|id| related.of_contacts().get_key_value(&id)) else {
                continue;
            };
            met.insert(id);
            self.amend(row, of_contact, related)?;
        }
        self.stats.records = records;
        let unmatched = related.of_contacts().len() - met.len();
        if unmatched > 0 {
            let message =
                format!("{unmatched} of the contacts that related records name are not in the list");
            self.issues.push(Issue::new(Code::RelatedUnmatched).with_message(message));
        }
        Ok(())
    }

    /// Adds to a contact what related records say of it.
    fn amend(&mut self, row: usize, more: &OfContact, related: &RelatedRecords) -> Result<(), IntakeError> {
        let Some(contact) = self.contacts.get(row) else { return Ok(()) };
        let mut facts = contact.facts();
        // Where somebody's address came from is no statement about their mail.
        let stated =
            facts.status != MarketingStatus::Unknown || contact.text(Slot::CONSENT_WORDING).is_some();
        let own_tags: Vec<String> = contact.tags().map(|tag| tag.as_str().to_owned()).collect();
        let mut texts: Vec<(Slot, String)> =
            contact.entries().map(|(slot, text)| (slot, text.to_owned())).collect();
        // Issues of what follows are of this record.
        self.stats.records = u64::from(facts.origin.record);
        self.tags.clear();
        for tag in &own_tags {
            self.read_tag(tag, TagKind::Name, "tags", related)?;
        }
        for tag in &more.tags {
            self.read_tag(&tag.id, TagKind::Id, "contactTags.tag", related)?;
        }
        for (field, value) in &more.fields {
            let name = match related.field_name(field) {
                Some(name) => name.to_owned(),
                None => format!("fieldValues[{field}]"),
            };
            if is_secret_name(&name) {
                self.report(Code::ColumnDropped, &name, None, None);
                continue;
            }
            let slot = self.contacts.custom_slot(&crate::text::collapse(&name));
            let value = crate::text::clean(value).into_owned();
            let rule = HtmlRule::of(None, self.profile);
            let value = self.html.read(rule, &name, value, || place(self.stats.records, &name));
            match texts.iter_mut().find(|(known, _)| *known == slot) {
                Some((_, kept)) if *kept != value => kept.push_str(&format!(", {value}")),
                Some(_) => {}
                None => texts.push((slot, value)),
            }
        }
        let mut statements = Vec::new();
        if stated && !more.lists.is_empty() {
            statements.push((facts.status, facts.consent_at));
        }
        for list in &more.lists {
            statements.push(self.list_statement(list, &mut texts));
        }
        let words: Vec<_> = statements.iter().map(|(status, _)| *status).collect();
        if let Some(strictest) = self.strictest(&words) {
            facts.status = strictest;
            let stops = statements.iter().filter(|(status, _)| !status.is_mailable()).map(|(_, at)| *at);
            facts.consent_at = match strictest.is_mailable() {
                true => statements.iter().filter_map(|(_, at)| *at).max(),
                false => last_stop(stops),
            };
        }
        self.contacts.begin_row(self.tags.tags());
        put_sorted(&mut self.contacts, texts);
        self.contacts.commit_over(row, facts);
        Ok(())
    }

    fn list_statement(
        &mut self,
        list: &ListStatus,
        texts: &mut Vec<(Slot, String)>,
    ) -> (MarketingStatus, Option<Instant>) {
        let word = self.words.iter().find(|(word, _)| word.eq_ignore_ascii_case(&list.word));
        let status = match word {
            Some((_, status)) => *status,
            None => {
                self.report(Code::StatusUnknown, "contactLists.status", None, Some(&list.word));
                if !texts.iter().any(|(slot, _)| *slot == Slot::CONSENT_WORDING) {
                    texts.push((Slot::CONSENT_WORDING, list.word.clone()));
                }
                MarketingStatus::Unknown
            }
        };
        let (path, date) = match status {
            MarketingStatus::Subscribed => ("contactLists.sdate", &list.since),
            _ => ("contactLists.udate", &list.changed),
        };
        let mut column = DateColumn::new(self.habits.alone());
        let at = match date.as_deref().map(|date| (date, column.instant(date, 0))) {
            Some((date, Err(()))) => {
                self.report(Code::DateInvalid, path, None, Some(date));
                None
            }
            Some((_, Ok(instant))) => instant,
            None => None,
        };
        (status, at)
    }
}
