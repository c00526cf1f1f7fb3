//! Makes, judges, plays and translates the automations of a CRM: `automate --help`. Everything it does stands in the library beside it.

use std::process::ExitCode;

use clap::Parser as _;
use memberferry_examples::automate::{self, Arguments};
use memberferry_examples::printing::{self, Printer};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return ExitCode::from(printing::misread("automate", &error, std::env::args_os()) as u8),
    };
    let mut printer = Printer::new(arguments.json);
    let result = automate::automate(&arguments, &mut printer);
    ExitCode::from(printer.end(result) as u8)
}
