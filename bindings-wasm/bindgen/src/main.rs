//! `memberferry-wasm-bindgen INPUT FOLDER`: makes a module for JavaScript of compiled WebAssembly. A program of the workspace, so that its
//! version is the lock file's and nothing is downloaded.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, folder] = arguments.as_slice() else {
        eprintln!("usage: memberferry-wasm-bindgen INPUT FOLDER");
        return ExitCode::from(2);
    };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).typescript(true).out_name("memberferry").omit_default_module_path(false);
    // A poisoned instance can then be replaced.
    bindgen.reset_state_function(true);
    let made = bindgen.web(true).and_then(|bindgen| bindgen.generate(folder));
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
