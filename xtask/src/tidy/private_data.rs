//! No person's address stands in a fixture: every email address there is at a domain that RFC 2606 keeps for examples.

use super::Finding;

const FOLDERS: [&str; 2] = ["core/vectors/", "examples/data/"];

/// Domains that can belong to nobody, and what is below them.
const RESERVED: [&str; 6] = ["example.com", "example.org", "example.net", "example", "invalid", "test"];

/// Addresses that have to stand in a fixture as they are: none is anybody's, because there is no such domain.
const EXCEPTIONS: [&str; 1] = ["ada@example.con"];

pub fn check(file: &str, text: &str) -> Vec<Finding> {
    if !FOLDERS.iter().any(|folder| file.starts_with(folder)) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (line, number) in text.split('\n').zip(1..) {
        for (at, _) in line.match_indices('@') {
            let Some((before, after)) = line.split_at_checked(at) else { continue };
            let Some((local, domain)) = parts(before, after) else { continue };
            let address = format!("{local}@{domain}");
            if !is_reserved(domain) && !EXCEPTIONS.contains(&address.as_str()) {
                let what = format!("`{address}` could be somebody's address");
                let remedy =
                    "use a domain such as `example.com`, or list it in xtask/src/tidy/private_data.rs";
                findings.push(Finding::new(file, number, what, remedy));
            }
        }
    }
    findings
}

/// The local part and the domain around an `@`, where the two make an address that mail could reach.
fn parts<'a>(before: &'a str, from_at: &'a str) -> Option<(&'a str, &'a str)> {
    let local = before.rsplit(|character| !is_local(character)).next()?;
    let domain = from_at.strip_prefix('@')?.split(|character| !is_domain(character)).next()?;
    let domain = domain.trim_end_matches(['.', '-']);
    let labels = domain.split('.');
    let reachable = labels.clone().count() > 1 && labels.clone().all(|label| !label.is_empty());
    (reachable && !local.is_empty()).then_some((local, domain))
}

fn is_local(character: char) -> bool {
    is_domain(character)
        || matches!(character, '_' | '%' | '+' | '\'' | '!' | '#' | '$' | '&' | '*' | '=' | '~')
}

fn is_domain(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '.' | '-')
}

fn is_reserved(domain: &str) -> bool {
    let domain = domain.to_lowercase();
    RESERVED.iter().any(|reserved| {
        domain.strip_suffix(reserved).is_some_and(|above| above.is_empty() || above.ends_with('.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whats(text: &str) -> Vec<String> {
        check("core/vectors/a/b.json", text).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn addresses_of_nobody_pass() {
        let text = "ada@example.com, Ada <ADA@Mail.EXAMPLE.org>, jürgen@münchen.example\nsee x@y.invalid.";
        assert_eq!(whats(text), Vec::<String>::new());
    }

    #[test]
    fn what_no_mail_could_reach_passes() {
        assert_eq!(
            whats("ada@, @example, ada@host, ada@@host, a b@c..com, @memberferry/node"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn addresses_of_somebody_are_found_in_fixtures_only() {
        assert_eq!(whats("x,ada@lovelace.org,y"), ["`ada@lovelace.org` could be somebody's address"]);
        assert_eq!(whats("ada@notexample.com").len(), 1);
        assert_eq!(check("README.md", "ada@lovelace.org"), []);
    }
}
