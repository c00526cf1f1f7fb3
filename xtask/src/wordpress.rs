//! The WordPress plugin: real sites of two versions, as Debian packages them, with a database of their own, and every test of the plugin on
//! each. Nothing is installed for it but PHP's driver of the database and the database's programs; WordPress itself is only unpacked.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::php::{Php, Profile};
use crate::step::Steps;
use crate::{debian, workspace};

/// The folder of the tests.
const TESTS: &str = "examples/wordpress/tests";
/// Where the sites and the database are.
const WORK: &str = "target/wordpress";
/// The suites of Debian whose WordPress the plugin is tested on, and what it is: the last one with the old kind of hashes, and one with
/// the new kind.
const SUITES: [(&str, &str); 2] = [("bookworm", "WordPress 6.1"), ("trixie", "WordPress 6.8")];
/// How many members are moved for the benchmark, where nobody says.
const PEOPLE: &str = "10000";
/// Where Debian's own list of mirrors stands.
const MIRRORS: [&str; 2] = ["/etc/apt/sources.list.d/debian.sources", "/etc/apt/sources.list"];

/// What the tests run on.
struct Stand {
    root: PathBuf,
    extension: PathBuf,
    sources: Vec<PathBuf>,
}

/// Adds the steps of the plugin, beginning with its set-up.
pub fn steps(root: &Path, steps: &mut Steps) {
    let mut stand = None;
    steps.step("WordPress: set-up", || {
        stand = Some(Stand::set_up(root, Profile::Debug)?);
        Ok(())
    });
    let Some(stand) = stand else { return };
    steps.step("WordPress: tests", || stand.tests());
}

/// Measures the plugin against a bare loop, on the newest WordPress there is.
pub fn bench(root: &Path, arguments: &[String]) -> Result<(), String> {
    let stand = Stand::set_up(root, Profile::Release)?;
    let newest = stand.sources.last().ok_or("there is no WordPress")?;
    let people = arguments.first().map_or(PEOPLE, String::as_str);
    workspace::run(&mut stand.run(newest, &[&format!("--bench={people}")]))
}

impl Stand {
    fn set_up(root: &Path, profile: Profile) -> Result<Self, String> {
        let extension = Php::set_up(root, profile)?.extension().to_owned();
        install()?;
        let mut sources = Vec::new();
        for (suite, what) in SUITES {
            match unpacked(root, suite) {
                Ok(folder) => sources.push(folder),
                // The tests are worth running on one version where a mirror has no other.
                Err(why) => println!("{what} of Debian {suite} cannot be had: {why}; NOT TESTED on it"),
            }
        }
        if sources.is_empty() {
            return Err("no WordPress can be had of Debian".to_owned());
        }
        Ok(Stand { root: root.to_owned(), extension, sources })
    }

    /// The tests on every WordPress there is, each with a database of its own, at the same time.
    fn tests(&self) -> Result<(), String> {
        let failed: Vec<_> = std::thread::scope(|scope| {
            let running: Vec<_> =
                self.sources.iter().map(|files| scope.spawn(|| self.run(files, &[]).output())).collect();
            running
                .into_iter()
                .zip(&self.sources)
                .filter_map(|(tests, files)| {
                    let what = files.display();
                    match tests.join() {
                        Ok(Ok(output)) => {
                            println!("{}", String::from_utf8_lossy(&output.stdout));
                            eprint!("{}", String::from_utf8_lossy(&output.stderr));
                            (!output.status.success()).then(|| format!("{what}: {}", output.status))
                        }
                        Ok(Err(error)) => Some(format!("{what}: php did not start: {error}")),
                        Err(_) => Some(format!("{what}: the tests could not be waited for")),
                    }
                })
                .collect()
        });
        if failed.is_empty() { Ok(()) } else { Err(failed.join("; ")) }
    }

    /// The tests, or with `--bench` the benchmark, on one WordPress.
    fn run(&self, files: &Path, arguments: &[&str]) -> Command {
        let suite = files.parent().unwrap_or(files);
        let mut command = Command::new("php");
        command.current_dir(&self.root).arg(format!("{TESTS}/run.php"));
        command.arg(format!("--extension={}", self.extension.display()));
        command.arg(format!("--work={}", suite.join("work").display()));
        command.arg(format!("--wordpress={}", files.display())).args(arguments);
        command
    }
}

/// Installs the database's programs and PHP's driver, where they lack.
fn install() -> Result<(), String> {
    let has = |program: &str| {
        workspace::output(
            Command::new("sh").args(["-c", &format!("PATH=$PATH:/usr/sbin command -v {program}")]),
        )
        .is_some()
    };
    let modules = workspace::output(Command::new("php").arg("-m")).unwrap_or_default();
    let mut lacking = Vec::new();
    if !modules.lines().any(|line| line == "mysqli") {
        lacking.push("php-mysql");
    }
    if !has("mariadbd") || !has("mariadb-install-db") {
        lacking.extend(["mariadb-server-core", "mariadb-client-core"]);
    }
    if lacking.is_empty() {
        eprintln!("nothing lacks");
        return Ok(());
    }
    debian::install(&lacking, "the WordPress plugin is tested with MariaDB and PHP's driver of it")
}

/// The files of a suite's WordPress, fetched and unpacked once.
fn unpacked(root: &Path, suite: &str) -> Result<PathBuf, String> {
    let folder = root.join(WORK).join(suite);
    let files = folder.join("files");
    if files.join("usr/share/wordpress/wp-load.php").is_file() {
        return Ok(files);
    }
    make(&folder)?;
    let package = fetched(&folder, suite)?;
    let unpacking = folder.join("unpacking");
    workspace::run(Command::new("dpkg-deb").arg("-x").arg(&package).arg(&unpacking))?;
    // Files that are there are there whole.
    fs::rename(&unpacking, &files).map_err(|error| format!("{}: {error}", files.display()))?;
    Ok(files)
}

/// Fetches the package by lists of the suite alone, which the machine's own know nothing of.
fn fetched(folder: &Path, suite: &str) -> Result<PathBuf, String> {
    for part in ["lists/partial", "cache/archives/partial"] {
        make(&folder.join(part))?;
    }
    let sources = folder.join("sources.list");
    let (mirror, key) = mirror().ok_or("apt has no mirror of Debian")?;
    let signed = key.map_or_else(String::new, |key| format!("[signed-by={key}] "));
    fs::write(&sources, format!("deb {signed}{mirror} {suite} main\n"))
        .map_err(|error| format!("{}: {error}", sources.display()))?;
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("/usr/bin/apt-get");
        command.current_dir(folder).arg("-q");
        for (option, value) in [
            ("Dir::Etc::sourcelist", sources.clone()),
            ("Dir::Etc::sourceparts", PathBuf::from("/dev/null")),
            ("Dir::State::lists", folder.join("lists")),
            ("Dir::Cache", folder.join("cache")),
            // apt gives its rights up where it can, and could not write here then.
            ("APT::Sandbox::User", PathBuf::from("root")),
        ] {
            command.arg("-o").arg(format!("{option}={}", value.display()));
        }
        workspace::run(command.args(arguments))
    };
    apt(&["update"])?;
    apt(&["download", "wordpress"])?;
    let found = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    found
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|extension| extension == "deb"))
        .ok_or_else(|| "apt fetched no package".to_owned())
}

/// The mirror of Debian that this machine uses, and the key that signs it, where they say so.
fn mirror() -> Option<(String, Option<String>)> {
    MIRRORS.iter().filter_map(|file| fs::read_to_string(file).ok()).find_map(|text| mirror_in(&text))
}

fn mirror_in(sources: &str) -> Option<(String, Option<String>)> {
    let field = |name: &str| {
        sources.lines().find_map(|line| line.strip_prefix(name)).map(|value| value.trim().to_owned())
    };
    let one_line = || {
        let line = sources.lines().find(|line| line.starts_with("deb ") && line.contains("/debian "))?;
        line.split_whitespace().find(|word| word.contains("://")).map(str::to_owned)
    };
    let mirror = field("URIs:").and_then(|mirrors| mirrors.split_whitespace().next().map(str::to_owned));
    Some((mirror.or_else(one_line)?, field("Signed-By:")))
}

fn make(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mirror_is_found_in_either_form_of_sources() {
        let new = "Types: deb\nURIs: http://mirror.example/debian\nSuites: bookworm\nSigned-By: /usr/share/keyrings/k.gpg\n";
        assert_eq!(
            mirror_in(new),
            Some(("http://mirror.example/debian".to_owned(), Some("/usr/share/keyrings/k.gpg".to_owned())))
        );
        let old = "# a comment\ndeb http://mirror.example/debian bookworm main\n";
        assert_eq!(mirror_in(old), Some(("http://mirror.example/debian".to_owned(), None)));
        assert_eq!(mirror_in(""), None);
    }
}
