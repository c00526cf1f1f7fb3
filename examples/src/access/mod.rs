//! Says who may see what, and when. Changes nothing, and knows no target.
//!
//! - [`Arguments`]: what the command line says.
//! - `people`: the export and the site, read, and members found by their address.
//! - `answer`: each question asked of the library.
//! - `report`: the answers, told.

mod answer;
mod arguments;
mod people;
mod report;

pub use answer::access;
pub use arguments::Arguments;
