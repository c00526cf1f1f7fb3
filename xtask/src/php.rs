//! The PHP package: the extension built for the PHP that is here, in a target folder of its own, and every check of the package with it.
//! PHP, its headers and libclang, which reads them, are installed where they lack and may be.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::step::Steps;
use crate::{debian, workspace};

/// The folder of the package.
const PACKAGE: &str = "bindings-php";
/// Where the extension is built: its dependencies are built with other features than the rest of the workspace.
const TARGET: &str = "target/php";
/// The oldest PHP that the package runs on.
const OLDEST: (u32, u32) = (8, 2);
/// Where Debian keeps the library that reads C headers.
const LIBCLANG: [&str; 3] = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib"];

/// A PHP, and the extension built for it.
pub struct Php {
    root: PathBuf,
    extension: PathBuf,
}

/// How the extension is built.
#[derive(Clone, Copy)]
pub enum Profile {
    Debug,
    Release,
}

/// Adds the steps of the package, beginning with its set-up.
pub fn steps(root: &Path, steps: &mut Steps) {
    let mut php = None;
    steps.step("PHP: set-up", || {
        php = Some(Php::set_up(root, Profile::Debug)?);
        Ok(())
    });
    let Some(php) = php else { return };
    steps.step("PHP: lints", || php.lints());
    steps.step("PHP: tests", || php.tests());
}

impl Php {
    /// Installs what lacks, and builds the extension.
    pub fn set_up(root: &Path, profile: Profile) -> Result<Self, String> {
        install_lacking()?;
        let version = php_version().ok_or("`php` and `php-config` do not say which PHP they are of")?;
        println!("PHP {}.{}", version.0, version.1);
        let mut arguments = vec!["build", "--package", "memberferry-php", "--locked", "--target-dir", TARGET];
        let folder = match profile {
            Profile::Debug => "debug",
            Profile::Release => {
                arguments.push("--release");
                "release"
            }
        };
        workspace::run(&mut workspace::cargo(root, &arguments))?;
        let name =
            if cfg!(target_os = "macos") { "libmemberferry_php.dylib" } else { "libmemberferry_php.so" };
        Ok(Php { root: root.to_owned(), extension: root.join(TARGET).join(folder).join(name) })
    }

    /// Where the extension is.
    pub fn extension(&self) -> &Path {
        &self.extension
    }

    /// PHP with the extension, and nothing of the machine's own settings that could decide a test.
    fn php(&self) -> Command {
        let mut command = Command::new("php");
        let extension = format!("extension={}", self.extension.display());
        command.current_dir(self.root.join(PACKAGE)).args(["-d", &extension]);
        command.args(["-d", "zend.assertions=1", "-d", "memory_limit=512M"]);
        command
    }

    fn lints(&self) -> Result<(), String> {
        let arguments = ["clippy", "--package", "memberferry-php", "--locked", "--target-dir", TARGET];
        workspace::run(workspace::cargo(&self.root, &arguments).args(["--", "-D", "warnings"]))
    }

    fn tests(&self) -> Result<(), String> {
        workspace::run(self.php().arg("tests/run.php"))
    }

    /// Measures the package on a file, against what people would write by themselves.
    pub fn bench(&self, file: &str) -> Result<(), String> {
        workspace::run(self.php().args(["benches/bench.php", file]))
    }

    /// What the golden vectors attest of the package.
    pub fn vectors(&self) -> Result<String, String> {
        let mut command = self.php();
        command.args(["tests/run.php", "Vectors"]).stderr(std::process::Stdio::inherit());
        let output = command.output().map_err(|error| format!("php did not start: {error}"))?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        if output.status.success() {
            Ok(text)
        } else {
            Err(format!("the golden vectors do not pass in PHP\n{text}"))
        }
    }
}

/// Something that has to be there, the Debian package that brings it, and what needs it.
struct Lack {
    package: &'static str,
    purpose: &'static str,
}

/// What is not there.
fn lacking() -> Vec<Lack> {
    let is_new_enough = |version: Option<(u32, u32)>| version.is_some_and(|version| version >= OLDEST);
    let mut lacking = Vec::new();
    if !is_new_enough(php_version()) {
        lacking.push(Lack { package: "php-cli", purpose: "PHP 8.2 or newer, to run the package's tests" });
    }
    let headers = workspace::output(Command::new("php-config").arg("--include-dir"));
    if !headers.is_some_and(|folder| Path::new(folder.trim()).join("main/php.h").is_file()) {
        lacking.push(Lack { package: "php-dev", purpose: "PHP's headers, to build the extension" });
    }
    if workspace::output(Command::new("composer").arg("--version")).is_none() {
        lacking
            .push(Lack { package: "composer", purpose: "Composer, to install the package as its users do" });
    }
    if !has_libclang() {
        lacking.push(Lack { package: "libclang-dev", purpose: "libclang, which reads PHP's headers" });
    }
    lacking
}

/// Installs what lacks, and looks again.
fn install_lacking() -> Result<(), String> {
    let lacks = lacking();
    if lacks.is_empty() {
        eprintln!("nothing lacks");
        return Ok(());
    }
    let packages: Vec<_> = lacks.iter().map(|lack| lack.package).collect();
    debian::install(&packages, &format!("the PHP package needs {}", purposes(&lacks)))?;
    let still = lacking();
    if still.is_empty() { Ok(()) } else { Err(format!("still lacking: {}", purposes(&still))) }
}

fn purposes(lacks: &[Lack]) -> String {
    lacks.iter().map(|lack| lack.purpose).collect::<Vec<_>>().join("; ")
}

/// The version that both `php` and `php-config` are of.
fn php_version() -> Option<(u32, u32)> {
    workspace::output(Command::new("php").args(["-n", "-r", "echo PHP_VERSION;"]))
        .as_deref()
        .and_then(version)
}

fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim().split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

/// Whether libclang is where bindgen looks for it: where `LIBCLANG_PATH` or `llvm-config` says, or where Debian has it.
fn has_libclang() -> bool {
    if std::env::var_os("LIBCLANG_PATH").is_some()
        || workspace::output(Command::new("llvm-config").arg("--libdir")).is_some()
    {
        return true;
    }
    let llvm = (11..=25).map(|major| PathBuf::from(format!("/usr/lib/llvm-{major}/lib")));
    LIBCLANG.into_iter().map(PathBuf::from).chain(llvm).any(|folder| {
        let files = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
        files.into_iter().any(|file| file.file_name().to_string_lossy().starts_with("libclang"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_compared_by_its_numbers() {
        assert_eq!(version("8.2.36\n"), Some((8, 2)));
        assert!(version("8.10.1") > Some(OLDEST) && version("8.1.0") < Some(OLDEST));
        assert_eq!(version("PHP"), None);
    }
}
