//! The Python package: an environment of its own with what its tests need, the extension module built into it, and every check of it.
//! Everything is below `target/python`; nothing is installed into the system but what Debian lacks of Python itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::step::Steps;
use crate::{debian, workspace};

/// The folder of the package.
const PACKAGE: &str = "bindings-python";
/// What its tests need, pinned.
const REQUIREMENTS: &str = "bindings-python/requirements-dev.txt";
/// What the core is measured against, pinned.
const PEERS: &str = "benches/peers/requirements.txt";
/// The stubs of the extension module, made of its own types.
const STUBS: &str = "python/memberferry/_native.pyi";
/// The oldest Python that the package runs on.
const OLDEST: (u32, u32) = (3, 10);
/// The most bytes of the wheel.
const WHEEL_BYTES: u64 = 8_000_000;
/// What Debian calls Python, and what makes environments.
const DEBIAN_PACKAGES: [&str; 2] = ["python3", "python3-venv"];

/// The programs of the database that the tests start, in a folder of their own and without a network.
const DATABASE_PROGRAMS: [&str; 2] = ["mariadbd", "mariadb-install-db"];
/// What Debian calls them.
const DATABASE_PACKAGES: [&str; 2] = ["mariadb-server-core", "mariadb-client-core"];

/// An environment with the package in it.
pub struct Python {
    root: PathBuf,
    environment: PathBuf,
}

/// Adds the steps of the package, beginning with its environment.
pub fn steps(root: &Path, steps: &mut Steps) {
    let mut python = None;
    steps.step("Python: set-up", || {
        python = Some(Python::set_up(root)?);
        Ok(())
    });
    let Some(python) = python else { return };
    steps.step("Python: lints", || python.lints());
    steps.step("Python: types", || python.types());
    steps.step("Python: tests", || python.tests());
    steps.step("Python: wheel", || python.wheel());
}

impl Python {
    /// Makes the environment, where it is not as it should be, and builds the extension module into it.
    pub fn set_up(root: &Path) -> Result<Self, String> {
        let environment = environment(root, "target/python/venv", REQUIREMENTS)?;
        let python = Python { root: root.to_owned(), environment };
        workspace::run(python.in_package("maturin").args([
            "develop",
            "--locked",
            "--quiet",
            "--target-dir",
            "../target/python/build",
        ]))?;
        Ok(python)
    }

    /// A program of the environment, run from the project's root. Maturin finds the environment by its variable.
    fn program(&self, name: &str) -> Command {
        let mut command = Command::new(program_of(&self.environment, name));
        command.current_dir(&self.root).env("VIRTUAL_ENV", &self.environment);
        command
    }

    fn in_package(&self, name: &str) -> Command {
        let mut command = self.program(name);
        command.current_dir(self.root.join(PACKAGE));
        command
    }

    fn lints(&self) -> Result<(), String> {
        let arguments =
            ["clippy", "--package", "memberferry-python", "--locked", "--target-dir", "target/python/build"];
        let mut command = workspace::cargo(&self.root, &arguments);
        let interpreter = self.program("python").get_program().to_owned();
        workspace::run(command.args(["--", "-D", "warnings"]).env("PYO3_PYTHON", interpreter))
    }

    /// The types of the package by mypy; the stubs of the extension module by what they are made of, and by what it holds.
    fn types(&self) -> Result<(), String> {
        workspace::run(self.in_package("mypy").args(["--strict", "python/memberferry"]))?;
        let made = self.root.join("target/python/stubs");
        let mut generate = self.in_package("maturin");
        generate.args(["generate-stubs", "--locked", "--quiet", "--features", "stubs"]);
        workspace::run(generate.args(["--target-dir", "../target/python/build", "--out"]).arg(&made))?;
        let read =
            |path: PathBuf| fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()));
        let generated = made.join("memberferry/_native.pyi");
        if read(generated.clone())? != read(self.root.join(PACKAGE).join(STUBS))? {
            return Err(format!(
                "`{PACKAGE}/{STUBS}` is not what the module's types make of it; copy it from `{}`",
                generated.display()
            ));
        }
        // From an empty folder, so that it is the installed module that is looked at.
        let empty = self.root.join("target/python/empty");
        fs::create_dir_all(&empty).map_err(|error| format!("{}: {error}", empty.display()))?;
        workspace::run(self.program("stubtest").current_dir(empty).args(["memberferry._native"]))
    }

    fn tests(&self) -> Result<(), String> {
        if !DATABASE_PROGRAMS.into_iter().all(is_there) {
            debian::install(
                &DATABASE_PACKAGES,
                "the tests of the WordPress target start a MariaDB of their own",
            )?;
        }
        workspace::run(self.in_package("python").args(["-m", "pytest"]))
    }

    /// Builds the wheel that is given away, and tries it in an environment that has nothing else.
    fn wheel(&self) -> Result<(), String> {
        let folder = self.root.join("target/python/wheel");
        if folder.is_dir() {
            fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        let mut build = self.in_package("maturin");
        build.args([
            "build",
            "--release",
            "--locked",
            "--quiet",
            "--target-dir",
            "../target/python/build",
            "--out",
        ]);
        workspace::run(build.arg(&folder))?;
        let wheel = fs::read_dir(&folder)
            .map_err(|error| format!("{}: {error}", folder.display()))?
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .find(|path| path.extension().is_some_and(|extension| extension == "whl"))
            .ok_or("no wheel was built")?;
        let bytes = fs::metadata(&wheel).map_err(|error| format!("{}: {error}", wheel.display()))?.len();
        println!("{}: {bytes} bytes", wheel.display());
        if bytes > WHEEL_BYTES {
            return Err(format!("the wheel has {bytes} bytes, and {WHEEL_BYTES} are the most"));
        }
        let alone = Python { root: self.root.clone(), environment: self.root.join("target/python/alone") };
        make_environment(&interpreter()?, &alone.environment)?;
        let mut install = alone.program("python");
        install.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-index",
            "--force-reinstall",
        ]);
        workspace::run(install.arg(&wheel))?;
        let use_it = "import memberferry; assert len(memberferry.read_contacts(b'Email\\nada@example.com\\n').contacts) == 1";
        workspace::run(alone.program("python").args(["-I", "-c", use_it]))
    }

    /// Measures the package, built as the wheel is.
    pub fn bench(&self, core: &Path, file: &str) -> Result<(), String> {
        let mut build = self.in_package("maturin");
        build.args(["develop", "--release", "--locked", "--quiet", "--target-dir", "../target/python/build"]);
        workspace::run(&mut build)?;
        let mut bench = self.in_package("python");
        workspace::run(bench.args(["benches/bench.py"]).arg(core).arg(file))
    }

    /// What the golden vectors attest of the package.
    pub fn vectors(&self) -> Result<String, String> {
        let mut command = self.in_package("python");
        command.args(["-m", "pytest", "-q", "tests/test_vectors.py"]).stderr(std::process::Stdio::inherit());
        let output = command.output().map_err(|error| format!("pytest did not start: {error}"))?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        if output.status.success() {
            Ok(text)
        } else {
            Err(format!("the golden vectors do not pass in Python\n{text}"))
        }
    }
}

/// An environment with what a file of requirements names, made anew where it was made for another file.
fn environment(root: &Path, folder: &str, requirements: &str) -> Result<PathBuf, String> {
    let environment = root.join(folder);
    let wanted = fs::read(root.join(requirements)).map_err(|error| format!("{requirements}: {error}"))?;
    let stamp = environment.join("requirements.txt");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        eprintln!("the environment is as `{requirements}` says");
        return Ok(environment);
    }
    eprintln!("making an environment in `{}` as `{requirements}` says", environment.display());
    make_environment(&interpreter()?, &environment)?;
    let mut install = Command::new(program_of(&environment, "python"));
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
    workspace::run(install.current_dir(root))?;
    fs::write(&stamp, &wanted).map_err(|error| format!("{}: {error}", stamp.display()))?;
    Ok(environment)
}

/// A Python that has what the intake is measured against.
pub fn with_peers(root: &Path) -> Result<PathBuf, String> {
    Ok(program_of(&environment(root, "target/bench/venv", PEERS)?, "python"))
}

/// A program of an environment.
fn program_of(environment: &Path, name: &str) -> PathBuf {
    environment.join(if cfg!(windows) { "Scripts" } else { "bin" }).join(name)
}

fn make_environment(interpreter: &str, folder: &Path) -> Result<(), String> {
    workspace::run(Command::new(interpreter).args(["-m", "venv", "--clear"]).arg(folder))
        .map_err(|why| format!("`{interpreter} -m venv` failed: {why}"))
}

/// A Python that is new enough and can make environments. Debian's is installed where there is none.
fn interpreter() -> Result<String, String> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let (major, minor) = OLDEST;
    let lacking = format!("the Python package needs Python {major}.{minor} or newer with `venv`");
    debian::install(&DEBIAN_PACKAGES, &lacking)?;
    find().ok_or(lacking)
}

/// Whether a program is there. Servers stand outside of many people's `PATH`.
fn is_there(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders =
        std::env::split_paths(&path).chain([PathBuf::from("/usr/sbin"), PathBuf::from("/usr/local/sbin")]);
    folders.map(|folder| folder.join(program)).any(|place| place.is_file())
}

fn find() -> Option<String> {
    let named = std::env::var("PYTHON").ok();
    let newer = (OLDEST.1..=20).rev().map(|minor| format!("python3.{minor}"));
    let names = named.into_iter().chain(["python3".to_owned(), "python".to_owned()]).chain(newer);
    names.into_iter().find(|name| is_usable(name))
}

fn is_usable(name: &str) -> bool {
    let ask = "import sys, venv, ensurepip; print(*sys.version_info[:2])";
    workspace::output(Command::new(name).args(["-c", ask]))
        .as_deref()
        .and_then(version)
        .is_some_and(|version| version >= OLDEST)
}

fn version(text: &str) -> Option<(u32, u32)> {
    let (major, minor) = text.trim().split_once(' ')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_compared_by_its_numbers() {
        assert_eq!(version("3 9\n"), Some((3, 9)));
        assert!(version("3 11\n") > Some(OLDEST) && version("3 9") < Some(OLDEST));
        assert_eq!(version("Python 3"), None);
    }
}
