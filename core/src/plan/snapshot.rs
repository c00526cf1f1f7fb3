//! `Snapshot`: what the target holds at one instant. Users are kept as their canonical lines, ordered by the key of their
//! address, so that a million of them stay affordable and hashing one is hashing its line. Does not know any plan.

use std::collections::BTreeSet;

use sha2::{Digest as _, Sha256};

use super::{PlanDigest, PlanError, TargetUser};
use crate::{Email, EmailKey, Excerpt, TagName, json};

/// The users of the target at one instant, ordered by the key of their address.
///
/// ```
/// use memberferry::Snapshot;
/// let lines = "{\"id\":\"7\",\"email\":\"Ada@example.com\"}\n{\"id\":\"8\",\"email\":\"grace@example.com\"}\n";
/// let snapshot = Snapshot::from_json_lines(lines.as_bytes())?;
/// assert_eq!(snapshot.len(), 2);
/// # Ok::<(), memberferry::PlanError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    lines: Vec<u8>,
    entries: Vec<Entry>,
    tags: BTreeSet<TagName>,
    usernames: Vec<Box<str>>,
}

#[derive(Clone, Debug)]
struct Entry {
    key: EmailKey,
    start: usize,
    length: usize,
}

impl Snapshot {
    /// Takes the users of the target, in any order.
    ///
    /// # Errors
    /// [`PlanError::DuplicateUser`] where two users have addresses that share a key: nobody could tell which of them a
    /// contact is.
    pub fn from_users(users: impl IntoIterator<Item = TargetUser>) -> Result<Self, PlanError> {
        let mut snapshot = Snapshot::default();
        for user in users {
            snapshot.take(user)?;
        }
        snapshot.ordered()
    }

    /// Reads users from JSON Lines: one [`TargetUser`] a line, in any order; blank lines are passed over.
    ///
    /// # Errors
    /// [`PlanError::SnapshotLine`] with the line that is not a user, or as [`from_users`](Self::from_users).
    pub fn from_json_lines(bytes: &[u8]) -> Result<Self, PlanError> {
        let mut builder = SnapshotBuilder::default();
        builder.push_json_lines(bytes)?;
        builder.finish()
    }

    fn take(&mut self, user: TargetUser) -> Result<(), PlanError> {
        let start = self.lines.len();
        serde_json::to_writer(&mut self.lines, &user).map_err(|_| PlanError::Internal)?;
        self.lines.push(b'\n');
        let key = user.email.key();
        if let Some(username) =
            user.username.as_deref().map(crate::text::fold).filter(|name| *name != key.as_str())
        {
            self.usernames.push(username.into());
        }
        self.entries.push(Entry { key, start, length: self.lines.len() - start });
        for tag in user.tags {
            self.tags.insert(tag);
        }
        Ok(())
    }

    fn ordered(mut self) -> Result<Self, PlanError> {
        // Stable: of two users under one key, the first one given is named first.
        self.entries.sort_by(|left, right| left.key.cmp(&right.key));
        self.usernames.sort_unstable();
        for (left, right) in self.entries.iter().zip(self.entries.iter().skip(1)) {
            if left.key == right.key {
                let (Some(first), Some(second)) = (self.decode(left), self.decode(right)) else {
                    return Err(PlanError::Internal);
                };
                return Err(PlanError::DuplicateUser {
                    first: first.id,
                    second: second.id,
                    email: Excerpt::new(second.email.as_str()),
                });
            }
        }
        Ok(self)
    }

    /// The number of users.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no one.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The user of an address, whatever its spelling.
    pub fn find(&self, email: &Email) -> Option<TargetUser> {
        self.find_key(&email.key())
    }

    /// The user under the key of an address.
    pub fn find_key(&self, key: &EmailKey) -> Option<TargetUser> {
        let at = self.entries.binary_search_by(|entry| entry.key.cmp(key)).ok()?;
        self.entries.get(at).and_then(|entry| self.decode(entry))
    }

    /// The users, ordered by the key of their address; each is unpacked as it is asked for.
    pub fn users(&self) -> impl Iterator<Item = TargetUser> {
        self.entries.iter().filter_map(|entry| self.decode(entry))
    }

    /// Every tag that any user holds.
    pub fn tags(&self) -> &BTreeSet<TagName> {
        &self.tags
    }

    /// The users as JSON Lines in their canonical form, ordered by the key of their address.
    pub fn to_json_lines(&self) -> Vec<u8> {
        self.entries.iter().flat_map(|entry| self.line(entry)).copied().collect()
    }

    /// SHA-256 over the canonical lines: two snapshots of the same users have the same one.
    pub fn digest(&self) -> PlanDigest {
        let mut hasher = Sha256::new();
        for entry in &self.entries {
            hasher.update(self.line(entry));
        }
        PlanDigest::of(hasher)
    }

    /// Whether a user has this login name, folded, unless it is their address.
    pub(super) fn has_username(&self, folded: &str) -> bool {
        self.usernames.binary_search_by(|name| (**name).cmp(folded)).is_ok()
    }

    /// The login names, folded, of users whose name is not their address; ascending.
    pub(super) fn usernames(&self) -> impl Iterator<Item = &str> {
        self.usernames.iter().map(|name| &**name)
    }

    /// The keys of the users' addresses, ascending.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.key.as_str())
    }

    /// Whether there is a user under this key.
    pub(super) fn has_key(&self, key: &str) -> bool {
        self.entries.binary_search_by(|entry| entry.key.as_str().cmp(key)).is_ok()
    }

    /// The users in order, to be walked along with something else ordered by key.
    pub(crate) fn walk(&self) -> Walk<'_> {
        Walk { snapshot: self, next: 0 }
    }

    fn line(&self, entry: &Entry) -> &[u8] {
        self.lines.get(entry.start..entry.start + entry.length).unwrap_or_default()
    }

    /// A user out of their line, which this type wrote itself.
    fn decode(&self, entry: &Entry) -> Option<TargetUser> {
        json::read(self.line(entry)).ok()
    }
}

/// Takes the users of a target that come some lines at a time.
///
/// ```
/// use memberferry::SnapshotBuilder;
/// let mut builder = SnapshotBuilder::default();
/// for page in ["{\"id\":\"7\",\"email\":\"ada@example.com\"}\n", "{\"id\":\"8\",\"email\":\"grace@example.com\"}\n"] {
///     builder.push_json_lines(page.as_bytes())?;
/// }
/// assert_eq!(builder.finish()?.len(), 2);
/// # Ok::<(), memberferry::PlanError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct SnapshotBuilder {
    snapshot: Snapshot,
    lines: u64,
}

impl SnapshotBuilder {
    /// Takes whole lines, one [`TargetUser`] each; blank lines are passed over.
    ///
    /// # Errors
    /// [`PlanError::SnapshotLine`] with the line that is not a user, counted from the first line of all.
    pub fn push_json_lines(&mut self, bytes: &[u8]) -> Result<(), PlanError> {
        // The end of the last line begins none.
        let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        for text in bytes.split(|byte| *byte == b'\n') {
            self.lines += 1;
            let text = text.trim_ascii();
            if text.is_empty() {
                continue;
            }
            let line = self.lines;
            let user = json::read(text)
                .map_err(|mistake| PlanError::SnapshotLine { line, message: mistake.to_string().into() })?;
            self.snapshot.take(user)?;
        }
        Ok(())
    }

    /// The snapshot.
    ///
    /// # Errors
    /// As [`Snapshot::from_users`].
    pub fn finish(self) -> Result<Snapshot, PlanError> {
        self.snapshot.ordered()
    }
}

/// A walk over a snapshot by ascending key.
pub(crate) struct Walk<'a> {
    snapshot: &'a Snapshot,
    next: usize,
}

/// A user met on a walk, packed.
#[derive(Clone, Copy)]
pub(crate) struct Packed<'a> {
    snapshot: &'a Snapshot,
    entry: &'a Entry,
}

impl<'a> Walk<'a> {
    /// The next user whose key is smaller.
    pub(crate) fn next_before(&mut self, key: &EmailKey) -> Option<Packed<'a>> {
        self.next_if(|next| next < key)
    }

    /// The user under exactly this key; only after every smaller one was taken.
    pub(crate) fn take(&mut self, key: &EmailKey) -> Option<Packed<'a>> {
        self.next_if(|next| next == key)
    }

    /// The next user.
    pub(crate) fn next_any(&mut self) -> Option<Packed<'a>> {
        self.next_if(|_| true)
    }

    fn next_if(&mut self, fits: impl FnOnce(&EmailKey) -> bool) -> Option<Packed<'a>> {
        let entry = self.snapshot.entries.get(self.next).filter(|entry| fits(&entry.key))?;
        self.next += 1;
        Some(Packed { snapshot: self.snapshot, entry })
    }
}

impl<'a> Packed<'a> {
    /// The canonical line, its line break included.
    pub(crate) fn line(self) -> &'a [u8] {
        self.snapshot.line(self.entry)
    }

    /// The user, unpacked.
    pub(crate) fn user(self) -> Option<TargetUser> {
        self.snapshot.decode(self.entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Refusal as _, UserId};

    fn user(id: &str, email: &str) -> TargetUser {
        TargetUser::new(UserId::new(id).unwrap(), Email::new(email).unwrap())
    }

    #[test]
    fn order_does_not_matter_and_lines_come_back() {
        let (ada, grace) = (user("1", "ada@example.com"), user("2", "Grace@Example.com"));
        let one = Snapshot::from_users([grace.clone(), ada.clone()]).unwrap();
        let other = Snapshot::from_json_lines(&one.to_json_lines()).unwrap();
        assert_eq!(one.digest(), other.digest());
        assert_eq!(other.users().collect::<Vec<_>>(), [ada, grace.clone()]);
        assert_eq!(other.find(&Email::new("grace@example.com").unwrap()), Some(grace));
    }

    #[test]
    fn two_users_of_one_address_are_refused_by_name() {
        let refused =
            Snapshot::from_users([user("1", "ada@example.com"), user("2", "ADA@example.com")]).unwrap_err();
        assert_eq!(refused.code().name(), "snapshot-invalid");
        assert_eq!(refused.to_string(), "the users `1` and `2` share the address `ADA@example.com`");
    }

    #[test]
    fn a_line_that_is_no_user_is_named() {
        let refused =
            Snapshot::from_json_lines(b"{\"id\":\"1\",\"email\":\"ada@example.com\"}\n\n{\"id\":2}\n")
                .unwrap_err();
        assert_eq!(refused.location().line, Some(3));
    }
}
