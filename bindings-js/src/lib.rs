//! What the bindings for Node and for the browser have in common. Three functions are all that crosses: [`call`] asks one of the library's
//! operations by its name, [`make`] makes a [`Handle`] on something that stays in Rust, and [`ask`] asks something of handles. Arguments and
//! answers are bytes: JSON, lines of JSON, chunks of a file, or columns ([`columns`]).
//!
//! Each function here takes its arguments apart and makes one call of the library. It knows no rule of the domain, no default and no message;
//! what makes it pleasant to use is TypeScript, in `bindings-node/src/`. Knows neither Node nor the browser.

mod asked;
mod columns;
mod contacts;
mod guard;
mod handle;
mod intake;
mod made;
mod payments;
#[cfg(feature = "whole")]
mod plan;
mod pushed;
#[cfg(feature = "whole")]
mod run;
#[cfg(feature = "whole")]
mod sheet;
#[cfg(feature = "whole")]
mod site;

use memberferry::ops;

pub use guard::failure_json;
pub use handle::Handle;
pub use memberferry::Failure;

/// The reply of an operation, `{"ok": …}` or `{"failure": …}`. What is lent is left out of the request.
pub fn call(name: &str, request: &[u8], lent: &[Handle]) -> Vec<u8> {
    let reply = guard::guarded(|| {
        #[cfg(feature = "whole")]
        let reply = ops::call_with(name, request, &handle::Lent(lent).held());
        #[cfg(not(feature = "whole"))]
        let reply = ops::call_reading(name, request, &handle::Lent(lent).held());
        Ok(reply)
    });
    reply.unwrap_or_else(|failure| [b"{\"failure\":", &*failure_json(&failure), b"}"].concat())
}

/// The names of the operations, sorted.
pub fn operations() -> Vec<&'static str> {
    #[cfg(feature = "whole")]
    return ops::names().collect();
    #[cfg(not(feature = "whole"))]
    return ops::reading_names().collect();
}

/// Makes something that stays in Rust.
///
/// # Errors
/// The failure, of the library or of a name that is not one.
pub fn make(name: &str, argument: &[u8], lent: &[Handle]) -> Result<Handle, Box<Failure>> {
    guard::guarded(|| made::make(name, argument, handle::Lent(lent)))
}

/// Asks something of what stays in Rust.
///
/// # Errors
/// The failure, of the library or of a name that is not one.
pub fn ask(name: &str, argument: &[u8], lent: &[Handle]) -> Result<Vec<u8>, Box<Failure>> {
    guard::guarded(|| asked::ask(name, argument, handle::Lent(lent)))
}
