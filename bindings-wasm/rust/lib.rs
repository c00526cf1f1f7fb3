//! What the package `@memberferry/wasm` is built on: the three functions of `memberferry-js`. It knows no rule of the domain, no default and no
//! message. A panic ends the instance: the package makes another one.

use memberferry_js as boundary;
use wasm_bindgen::prelude::*;

/// Something that stays in Rust.
#[wasm_bindgen]
pub struct Handle(boundary::Handle);

/// What a call is lent, gathered one by one.
#[wasm_bindgen]
#[derive(Default)]
pub struct Lent(Vec<boundary::Handle>);

#[wasm_bindgen]
impl Lent {
    /// Lends nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Lent {
        Lent::default()
    }

    /// Lends one more.
    pub fn add(&mut self, handle: &Handle) {
        self.0.push(handle.0.clone());
    }
}

/// A failure is thrown as its JSON.
fn thrown<T>(done: Result<T, Box<boundary::Failure>>) -> Result<T, JsError> {
    done.map_err(|failure| JsError::new(&String::from_utf8_lossy(&boundary::failure_json(&failure))))
}

/// The names of the operations, sorted.
#[wasm_bindgen]
pub fn operations() -> Vec<String> {
    boundary::operations().into_iter().map(str::to_owned).collect()
}

/// The reply of an operation.
#[wasm_bindgen]
pub fn call(name: &str, request: &[u8], lent: Lent) -> Vec<u8> {
    boundary::call(name, request, &lent.0)
}

/// Makes something that stays in Rust.
#[wasm_bindgen]
pub fn make(name: &str, argument: &[u8], lent: Lent) -> Result<Handle, JsError> {
    thrown(boundary::make(name, argument, &lent.0)).map(Handle)
}

/// Asks something of what stays in Rust.
#[wasm_bindgen]
pub fn ask(name: &str, argument: &[u8], lent: Lent) -> Result<Vec<u8>, JsError> {
    thrown(boundary::ask(name, argument, &lent.0))
}
