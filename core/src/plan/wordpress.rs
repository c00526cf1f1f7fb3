//! What WordPress makes of a user's data: its limits, its silent rewriting, which hashes it checks and which of its calls send
//! mail. Does not know plans.
//!
//! Measured on WordPress 6.1.9, 6.8.7 and 7.1.4 with MariaDB 10.11; the order of the steps is that of `sanitize_user`,
//! `sanitize_email` and `sanitize_title_with_dashes` in its `wp-includes/formatting.php`. A model says what WordPress would do; what
//! counts is that whatever a model leaves unchanged, WordPress leaves unchanged too. Filters of plugins, and the letters that some languages
//! fold otherwise (`ä` to `ae` on a German site), are not in the models.

use caseless::Caseless as _;
use serde::Serialize;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::WordpressVersion;
use super::target::HashFate;
use crate::HashKind;

/// The most characters of a login name; past it `wp_insert_user` gives a `WP_Error`.
pub const LONGEST_LOGIN: usize = 60;
/// The most characters of an address: the width of the column. Past it `wp_insert_user` gives the number 0, and no error.
pub const LONGEST_EMAIL: usize = 100;
/// The most characters of a display name, as it is stored: the width of the column. Past it as above.
pub const LONGEST_DISPLAY_NAME: usize = 250;
/// The most characters of the name of a field in user meta. Past it nothing is stored, and nothing is said.
pub const LONGEST_META_KEY: usize = 255;
/// The most characters that a nicename is made of.
const LONGEST_NICENAME: usize = 50;
/// The roles that WordPress defines itself. It stores any other name unquestioned.
pub const ROLES: [&str; 5] = ["administrator", "editor", "author", "contributor", "subscriber"];

/// One call of WordPress that can send mail by itself, or that could be thought to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct WordpressMail {
    /// The call.
    pub call: &'static str,
    /// How many messages it sends to the user.
    pub to_user: u8,
    /// How many it sends to the site's administrator.
    pub to_administrator: u8,
    /// The filters that switch them off; `pre_wp_mail` switches all off, from WordPress 5.7 on.
    pub filters: &'static [&'static str],
}

/// Which call of WordPress sends which mail, measured. Plugins may send their own on `user_register` and `profile_update`.
///
/// ```
/// let silent = memberferry::WORDPRESS_MAILS.iter().filter(|mail| mail.to_user + mail.to_administrator == 0);
/// assert!(silent.map(|mail| mail.call).any(|call| call == "wp_insert_user"));
/// ```
pub const WORDPRESS_MAILS: [WordpressMail; 10] = {
    const fn mail(
        call: &'static str,
        to_user: u8,
        to_administrator: u8,
        filters: &'static [&'static str],
    ) -> WordpressMail {
        WordpressMail { call, to_user, to_administrator, filters }
    }
    [
        mail("wp_insert_user", 0, 0, &[]),
        mail("wp_create_user", 0, 0, &[]),
        mail(
            "register_new_user",
            1,
            1,
            &["wp_send_new_user_notification_to_user", "wp_send_new_user_notification_to_admin"],
        ),
        mail("wp_update_user with another password", 1, 0, &["send_password_change_email"]),
        mail("wp_update_user with another address", 1, 0, &["send_email_change_email"]),
        mail("wp_update_user with another role", 0, 0, &[]),
        mail("wp_set_password", 0, 0, &[]),
        mail("reset_password", 0, 1, &[]),
        mail("retrieve_password", 1, 0, &[]),
        mail("wp_delete_user", 0, 0, &[]),
    ]
};

/// What WordPress stores for a login name: `sanitize_user`, strict. Empty where it would refuse it; the length is not looked at.
///
/// ```
/// use memberferry::wordpress_login;
/// assert_eq!(wordpress_login("zoë"), "zoe");
/// assert_eq!(wordpress_login("a+b@x.example"), "ab@x.example"); // somebody else's address
/// assert_eq!(wordpress_login("Иван"), "");
/// ```
pub fn wordpress_login(login: &str) -> String {
    let text = without_accents(&without_tags(login));
    let text = without_entities(&without_percent_codes(&text));
    let kept: String = text.chars().filter(|character| is_in_login(*character)).collect();
    kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether WordPress stores a login name as it is, and can make a nicename of it.
pub(super) fn stores_login(login: &str) -> bool {
    !login.is_empty()
        && login.len() <= LONGEST_LOGIN
        && wordpress_login(login) == login
        && !wordpress_nicename(login).is_empty()
}

/// A login name as near to a wanted one as WordPress stores, which looks like nobody's address; empty where nothing is left.
pub(super) fn login_instead(wanted: &str) -> String {
    let mut login = String::new();
    for character in without_accents(&wanted.replace('@', "-at-")).chars() {
        let character = match character {
            space if space.is_whitespace() => ' ',
            kept if is_in_login(kept) => kept,
            _ => '-',
        };
        let repeats = matches!(character, ' ' | '-') && login.ends_with([' ', '-']);
        if !repeats && login.len() < LONGEST_LOGIN {
            login.push(character);
        }
    }
    login.trim_matches([' ', '-']).to_owned()
}

fn is_in_login(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, ' ' | '_' | '.' | '-' | '@')
}

/// What WordPress stores for an address: `sanitize_email`, and then `&` as `&amp;`. Empty where it would store none; the length
/// is not looked at.
///
/// ```
/// use memberferry::wordpress_email;
/// assert_eq!(wordpress_email("zoë@example.org"), "zo@example.org"); // somebody else's
/// assert_eq!(wordpress_email("a&b@example.org"), "a&amp;b@example.org"); // found by no later look-up
/// assert_eq!(wordpress_email("o'brien@example.org"), "o'brien@example.org");
/// ```
pub fn wordpress_email(address: &str) -> String {
    let has_at = address.char_indices().any(|(at, character)| at > 0 && character == '@');
    let parts = address.split_once('@').filter(|_| address.len() >= 6 && has_at);
    let Some((local, domain)) = parts else { return String::new() };
    let is_in_local =
        |character: &char| character.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(*character);
    let local: String = local.chars().filter(is_in_local).collect();
    let domain = without_dot_runs(domain);
    let domain = domain.trim_matches([' ', '\t', '\n', '\r', '\0', '\u{b}', '.']);
    let labels = domain.split('.').map(|label| {
        let label = label.trim_matches([' ', '\t', '\n', '\r', '\0', '\u{b}', '-']);
        label.chars().filter(|it| it.is_ascii_alphanumeric() || *it == '-').collect::<String>()
    });
    let labels: Vec<String> = labels.filter(|label| !label.is_empty()).collect();
    if local.is_empty() || labels.len() < 2 {
        return String::new();
    }
    format!("{}@{}", local.replace('&', "&amp;"), labels.join("."))
}

/// What WordPress makes of a login name for the address of the author's page, before it puts `-2` behind one that is taken. Of one
/// that is empty, 6.1 and 6.8 make a page that cannot be reached, and 7.1 refuses the user.
///
/// ```
/// assert_eq!(memberferry::wordpress_nicename("Ada.L@example.com"), "ada-lexample-com");
/// assert_eq!(memberferry::wordpress_nicename("..."), "");
/// ```
pub fn wordpress_nicename(login: &str) -> String {
    let cut: String = login.chars().take(LONGEST_NICENAME).collect();
    let mut nicename = String::new();
    for character in without_accents(&cut).chars().flat_map(char::to_lowercase) {
        let character = match character {
            '.' => '-',
            space if space.is_whitespace() => '-',
            kept if kept.is_ascii_alphanumeric() || matches!(kept, '_' | '-') => kept,
            _ => continue,
        };
        if character != '-' || !nicename.ends_with('-') {
            nicename.push(character);
        }
    }
    nicename.trim_matches('-').to_owned()
}

/// What two texts share that WordPress's database takes for the same (`utf8mb4_unicode_520_ci`): case, accents and spaces at the end
/// make no difference.
///
/// ```
/// use memberferry::wordpress_collation_key;
/// assert_eq!(wordpress_collation_key("René "), wordpress_collation_key("RENE"));
/// ```
pub fn wordpress_collation_key(text: &str) -> String {
    let text = text.trim_end_matches(' ');
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let bare = text.nfkd().filter(|character| !is_combining_mark(*character));
    let mut key = String::new();
    for character in bare.default_case_fold() {
        match letters_of(character) {
            Some(letters) => key.push_str(&letters.to_ascii_lowercase()),
            None => key.push(character),
        }
    }
    key
}

/// The display name that WordPress makes of two names, as it stores it: without tags, `&` and `<` as entities.
pub(super) fn display_name(first: Option<&str>, last: Option<&str>) -> String {
    let names: Vec<&str> = first.into_iter().chain(last).collect();
    without_tags(&names.join(" ")).replace('&', "&amp;").replace('<', "&lt;")
}

/// Why a field cannot be kept in user meta under a name; absent where it can.
///
/// Some names hold rights or sessions, whatever stands before them as the site's prefix; a field of a list must not get there.
pub(super) fn meta_key_fault(name: &str) -> Option<String> {
    const RIGHTS: [&str; 2] = ["capabilities", "user_level"];
    let folded = wordpress_collation_key(name);
    if folded.is_empty() {
        Some("keeps no field without a name".to_owned())
    } else if name.chars().count() > LONGEST_META_KEY {
        Some(format!("keeps no field whose name is longer than {LONGEST_META_KEY} characters"))
    } else if RIGHTS.iter().any(|ending| folded.ends_with(ending)) {
        Some("keeps a user's rights under such a name".to_owned())
    } else {
        (folded == "session_tokens").then(|| "keeps a user's sessions under that name".to_owned())
    }
}

/// What is made of a hash. Measured: MD5, PHPass, bcrypt and SHA-512 of `crypt` log in on all three versions, WordPress's own bcrypt and
/// Argon2id from 6.8 on, phpBB's `$H$` on 6.1 only; it is PHPass under another name. Nothing else is known to.
pub(super) fn on_hash(version: WordpressVersion, kind: HashKind) -> HashFate {
    let is_late = version >= WordpressVersion::WITH_BCRYPT;
    match kind {
        HashKind::Md5 | HashKind::Phpass | HashKind::Bcrypt | HashKind::Sha512Crypt => HashFate::Kept,
        HashKind::PhpassPhpbb if is_late => HashFate::StoredAs(HashKind::Phpass),
        HashKind::PhpassPhpbb => HashFate::Kept,
        HashKind::WordpressBcrypt | HashKind::Argon2id if is_late => HashFate::Kept,
        _ => HashFate::Refused,
    }
}

/// Without tags, as far as PHP's `strip_tags` and WordPress's own step before it go: what stands in `<script>` and `<style>` goes, too.
fn without_tags(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('<') {
        kept.push_str(before);
        // Of a `<` before white space PHP makes no tag.
        if behind.starts_with(char::is_whitespace) {
            kept.push('<');
            rest = behind;
            continue;
        }
        let lower = behind.to_ascii_lowercase();
        let closing = ["script", "style"].into_iter().find(|name| lower.starts_with(name));
        let closed = closing.and_then(|name| {
            let at = lower.find(&format!("</{name}>"))?;
            behind.get(at + name.len() + 3..)
        });
        let after_tag = || behind.split_once('>').map(|(_, after)| after);
        rest = closed.or_else(after_tag).unwrap_or_default();
    }
    kept.push_str(rest);
    kept.trim().to_owned()
}

/// Without `%` and two hexadecimal digits behind it.
fn without_percent_codes(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('%') {
        kept.push_str(before);
        match behind.split_at_checked(2) {
            Some((code, after)) if code.bytes().all(|byte| byte.is_ascii_hexdigit()) => rest = after,
            _ => {
                kept.push('%');
                rest = behind;
            }
        }
    }
    kept + rest
}

/// Without `&`, at least one character on the same line, and the next `;`.
fn without_entities(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        kept.push_str(before);
        let mut inside = behind.char_indices();
        let first = inside.next().filter(|(_, character)| *character != '\n');
        let end = first.and_then(|_| {
            inside.take_while(|(_, character)| *character != '\n').find(|(_, character)| *character == ';')
        });
        match end.and_then(|(at, _)| behind.get(at + 1..)) {
            Some(after) => rest = after,
            None => {
                kept.push('&');
                rest = behind;
            }
        }
    }
    kept + rest
}

/// Without dots that stand two or more together.
fn without_dot_runs(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut dots = 0_usize;
    for character in text.chars() {
        if character == '.' {
            dots += 1;
            continue;
        }
        if dots == 1 {
            kept.push('.');
        }
        dots = 0;
        kept.push(character);
    }
    if dots == 1 {
        kept.push('.');
    }
    kept
}

/// Latin letters without their accents, as `remove_accents` has them for a site in English.
fn without_accents(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut bare = String::with_capacity(text.len());
    for character in text.nfc() {
        if let Some(letters) = letters_of(character) {
            bare.push_str(letters);
        } else if is_folded(character) {
            bare.extend(std::iter::once(character).nfd().filter(|part| !is_combining_mark(*part)));
        } else {
            bare.push(character);
        }
    }
    bare
}

/// Whether `remove_accents` knows a letter that is another one with marks.
fn is_folded(character: char) -> bool {
    matches!(character, '\u{C0}'..='\u{17F}' | '\u{1A0}'..='\u{1A1}' | '\u{1AF}'..='\u{1B0}' | '\u{1CD}'..='\u{1DC}'
        | '\u{218}'..='\u{21B}' | '\u{1EA0}'..='\u{1EF9}')
}

/// What stands for a letter that is no other one with marks.
fn letters_of(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{aa}' => "a",
        '\u{ba}' => "o",
        'Æ' => "AE",
        'æ' => "ae",
        'Ø' => "O",
        'ø' => "o",
        'Œ' => "OE",
        'œ' => "oe",
        'ß' | 'ſ' => "s",
        'Ð' | 'Đ' => "D",
        'ð' | 'đ' => "d",
        'Þ' => "TH",
        'þ' => "th",
        'Ħ' => "H",
        'ħ' => "h",
        'ı' => "i",
        'Ĳ' => "IJ",
        'ĳ' => "ij",
        'ĸ' => "k",
        'Ŀ' | 'Ł' => "L",
        'ŀ' | 'ł' => "l",
        'ŉ' => "n",
        'Ŋ' => "N",
        'ŋ' => "n",
        'Ŧ' => "T",
        'ŧ' => "t",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_loses_tags_entities_codes_and_everything_foreign() {
        for (login, made) in [
            ("zo\u{eb}", "zoe"),
            ("\u{5c71}\u{7530}taro", "taro"),
            ("a+b@x.org", "ab@x.org"),
            ("<b>Ada</b> L", "Ada L"),
            ("a<script>alert(1)</script>b", "ab"),
            ("a &lt; b", "a b"),
            ("100%25 ada", "100 ada"),
            ("  ada   l  ", "ada l"),
            ("Stra\u{df}e \u{141}\u{f3}d\u{17a}", "Strase Lodz"),
            ("zoe\u{308}", "zoe"),
            ("\u{418}\u{432}\u{430}\u{43d}", ""),
            ("AT&T; x", "AT x"),
            ("AT&T", "ATT"),
            ("ada_l.x-2 @", "ada_l.x-2 @"),
        ] {
            assert_eq!(wordpress_login(login), made, "{login}");
        }
    }

    #[test]
    fn an_address_loses_what_wordpress_does_not_know() {
        for (address, made) in [
            ("zo\u{eb}@example.org", "zo@example.org"),
            ("zoe@m\u{fc}ller.de", "zoe@mller.de"),
            ("u@localhost", ""),
            ("a@b.c", ""),
            ("\"quoted x\"@example.org", "quotedx@example.org"),
            ("a..b@example.org", "a..b@example.org"),
            ("ada@example..org", ""),
            ("ada@x.example..org", "ada@x.exampleorg"),
            ("ada@-x-.example.org.", "ada@x.example.org"),
            ("zoe@xn--mller-kva.example", "zoe@xn--mller-kva.example"),
        ] {
            assert_eq!(wordpress_email(address), made, "{address}");
        }
    }

    #[test]
    fn a_login_without_a_nicename_is_not_stored() {
        assert!(stores_login("ada") && stores_login(&"a".repeat(60)));
        for login in ["...", "-", "", "a  b", " a", "zo\u{eb}"] {
            assert!(!stores_login(login), "{login}");
        }
        assert!(!stores_login(&"a".repeat(61)));
    }

    #[test]
    fn the_collation_knows_neither_case_nor_accents() {
        for (left, right) in
            [("Ren\u{e9}", "RENE"), ("Stra\u{df}e", "strasse"), ("\u{d8}re", "ore"), ("a ", "A")]
        {
            assert_eq!(wordpress_collation_key(left), wordpress_collation_key(right), "{left}");
        }
        assert_ne!(wordpress_collation_key("a b"), wordpress_collation_key("ab"));
    }

    #[test]
    fn a_display_name_is_as_long_as_it_is_stored() {
        assert_eq!(display_name(Some("A & B"), Some("<i>C</i>")), "A &amp; B C");
        assert_eq!(display_name(None, Some("C")), "C");
    }

    #[test]
    fn names_that_hold_rights_and_long_names_are_refused() {
        for name in ["", "wp_capabilities", "WP_7_Capabilit\u{ed}es", "x_user_level", "session_tokens"] {
            assert!(meta_key_fault(name).is_some(), "{name}");
        }
        assert!(meta_key_fault(&"x".repeat(256)).is_some());
        assert!(meta_key_fault(&"\u{e4}".repeat(255)).is_none());
    }

    #[test]
    fn each_version_checks_its_own_hashes() {
        let on = |version: &str, kind| on_hash(WordpressVersion::new(version).unwrap(), kind);
        for kind in [HashKind::Md5, HashKind::Phpass, HashKind::Bcrypt, HashKind::Sha512Crypt] {
            assert_eq!((on("6.1", kind), on("7.1", kind)), (HashFate::Kept, HashFate::Kept), "{kind}");
        }
        for kind in [HashKind::WordpressBcrypt, HashKind::Argon2id] {
            assert_eq!((on("6.7", kind), on("6.8", kind)), (HashFate::Refused, HashFate::Kept), "{kind}");
        }
        assert_eq!(on("6.1", HashKind::PhpassPhpbb), HashFate::Kept);
        assert_eq!(on("6.8", HashKind::PhpassPhpbb), HashFate::StoredAs(HashKind::Phpass));
        assert_eq!(on("7.1", HashKind::Other), HashFate::Refused);
    }
}
