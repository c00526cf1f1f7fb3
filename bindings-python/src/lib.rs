//! The extension module `memberferry._native`: what the Python package is built on. A function or method here takes its arguments
//! apart, makes one call of the library without the interpreter's lock, and gives back what that gives. It knows no rule of the domain,
//! no default and no message; what makes it pleasant to use is Python, in `python/memberferry/`.

mod boundary;

use pyo3::prelude::*;

#[pymodule]
mod _native {
    #[pymodule_export]
    use super::boundary::{call, operations};
}
