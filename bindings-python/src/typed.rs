//! What is given to Python, with the type that its stubs say: as narrow as they can be. Does not know what it is.

use std::convert::Infallible;

#[cfg(feature = "stubs")]
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
#[cfg(feature = "stubs")]
use pyo3::{type_hint_identifier, type_hint_subscript};

macro_rules! typed {
    ($($(#[$doc:meta])* $name:ident($python:ty): $hint:expr;)*) => {
        $(
            $(#[$doc])*
            pub struct $name<'py>(pub Bound<'py, $python>);

            impl<'py> IntoPyObject<'py> for $name<'py> {
                type Target = $python;
                type Output = Bound<'py, $python>;
                type Error = Infallible;
                #[cfg(feature = "stubs")]
                const OUTPUT_TYPE: PyStaticExpr = $hint;

                fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Infallible> {
                    Ok(self.0)
                }
            }
        )*
    };
}

typed! {
    /// `tuple[str, ...]`
    Texts(PyTuple): type_hint_subscript!(
        type_hint_identifier!("builtins", "tuple"),
        type_hint_identifier!("builtins", "str"),
        PyStaticExpr::Constant { value: PyStaticConstant::Ellipsis }
    );
    /// `dict[str, str]`
    Fields(PyDict): type_hint_subscript!(
        type_hint_identifier!("builtins", "dict"),
        type_hint_identifier!("builtins", "str"),
        type_hint_identifier!("builtins", "str")
    );
    /// `memberferry._records.Address`
    Address(PyAny): type_hint_identifier!("memberferry._records", "Address");
    /// `memberferry._records.Contact`
    ContactRecord(PyAny): type_hint_identifier!("memberferry._records", "Contact");
    /// `memberferry._records.Marketing`
    Marketing(PyAny): type_hint_identifier!("memberferry._records", "Marketing");
}
