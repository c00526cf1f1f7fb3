//! Moves an exported contact list into a membership site's database: `migrate --help`. Everything it does stands in the
//! library beside it.

use std::process::ExitCode;

use clap::Parser as _;
use memberferry_examples::arguments::Arguments;
use memberferry_examples::migration;
use memberferry_examples::printing::Printer;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut printer = Printer::new(arguments.json);
    let result = migration::migrate(&arguments, &mut printer);
    ExitCode::from(printer.end(result) as u8)
}
