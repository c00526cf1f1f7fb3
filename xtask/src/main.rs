//! Every chore of the project: `cargo xtask <chore>`. Each has a file of its own; what they share is in `workspace`
//! and `step`.

mod bench;
mod book;
mod browser;
mod codegen;
mod conformance;
mod debian;
mod deny;
mod fuzz;
mod node;
mod npm;
mod php;
mod python;
mod service;
mod step;
mod test;
mod tidy;
mod wasm;
mod wordpress;
mod workspace;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask <chore>

  test            install what is missing, then run every check and every test
  tidy            the checks of the tree that no compiler makes
  codegen         write the schemas and the records of other languages; --check only looks
  book            make the book of `docs/`, where mdBook is installed
  conformance     run the golden vectors in every language, compare their number and digest
  bench [args]    run the benchmarks in release mode; `bench node` those of the packages for JavaScript,
                  `bench wordpress` those of the plugin;
                  `bench record [names]` writes what they print to benches/RESULTS.md
  deny            what comes into the tree: licences, sources, known vulnerabilities
  fuzz [seconds [target]]
                  feed every entrance with bytes nobody meant, each for some time (60 s)
";

/// Why a chore did not end well.
enum Stop {
    /// What was asked for does not exist: usage on stderr, exit code 2.
    Usage(String),
    /// The chore ran and found or met something: exit code 1.
    Failed(String),
}

impl From<String> for Stop {
    fn from(message: String) -> Stop {
        Stop::Failed(message)
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Usage(message)) => {
            eprintln!("error: {message}\n\n{USAGE}");
            ExitCode::from(2)
        }
        Err(Stop::Failed(message)) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<(), Stop> {
    let Some((chore, rest)) = arguments.split_first() else {
        return Err(Stop::Usage("no chore is named".to_owned()));
    };
    let root = workspace::root()?;
    match (chore.as_str(), rest) {
        ("bench", _) => Ok(bench::run(&root, rest)?),
        ("fuzz", _) => Ok(fuzz::run(&root, rest)?),
        ("test", []) => Ok(test::run(&root)?),
        ("tidy", []) => Ok(tidy::run(&root)?),
        ("codegen", []) => Ok(codegen::run(&root, codegen::Mode::Write)?),
        ("codegen", [check]) if check == "--check" => Ok(codegen::run(&root, codegen::Mode::Check)?),
        ("codegen", [extra, ..]) => {
            Err(Stop::Usage(format!("`codegen` takes `--check` alone, not `{extra}`")))
        }
        ("deny", []) => Ok(deny::run(&root)?),
        ("book", []) => Ok(book::run(&root)?),
        ("conformance", []) => Ok(conformance::run(&root)?),
        ("test" | "tidy" | "book" | "conformance" | "deny", [extra, ..]) => {
            Err(Stop::Usage(format!("`{chore}` takes no arguments, and `{extra}` was given")))
        }
        _ => Err(Stop::Usage(format!("there is no chore `{chore}`"))),
    }
}
