//! Says whether a site is ready to be moved: `readiness --help`. Everything it does stands in the library beside it.

use std::process::ExitCode;

use clap::Parser as _;
use memberferry_examples::printing::{self, Printer};
use memberferry_examples::readiness::{self, Arguments};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            return ExitCode::from(printing::misread("readiness", &error, std::env::args_os()) as u8);
        }
    };
    let mut printer = Printer::new(arguments.json);
    let result = readiness::readiness(&arguments, &mut printer);
    ExitCode::from(printer.end(result) as u8)
}
