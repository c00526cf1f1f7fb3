//! Says what an export is, and what is wrong with it, before anything is moved: `check --help`. Everything it does stands in the
//! library beside it.

use std::process::ExitCode;

use clap::Parser as _;
use memberferry_examples::check::{self, Arguments};
use memberferry_examples::printing::{self, Printer};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return ExitCode::from(printing::misread("check", &error, std::env::args_os()) as u8),
    };
    let mut printer = Printer::new(arguments.json);
    let result = check::check(&arguments, &mut printer);
    ExitCode::from(printer.end(result) as u8)
}
