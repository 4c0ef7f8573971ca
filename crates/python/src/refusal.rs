//! Why something was not done, in both languages.

use arrow_schema::ArrowError;
use pyo3::exceptions::PyValueError;
use pyo3::{PyErr, create_exception};
use xushi::reading::DictionaryError;
use xushi::source::SourceError;
use xushi::strings::Said;

create_exception!(
    xushi,
    XushiError,
    PyValueError,
    "Why a text could not be read, in Chinese and in English, and what to do about it."
);

/// Why something was not done.
#[derive(Debug)]
pub struct Refusal(pub Said);

impl Refusal {
    /// What others say, in the one language that they have.
    fn of_others(error: &impl ToString) -> Self {
        let said = error.to_string();
        Self(Said {
            zh: said.clone(),
            en: said,
        })
    }
}

impl From<Said> for Refusal {
    fn from(said: Said) -> Self {
        Self(said)
    }
}

impl From<SourceError> for Refusal {
    fn from(error: SourceError) -> Self {
        Self(error.said())
    }
}

impl From<ArrowError> for Refusal {
    fn from(error: ArrowError) -> Self {
        Self::of_others(&error)
    }
}

impl From<DictionaryError> for Refusal {
    fn from(error: DictionaryError) -> Self {
        Self::of_others(&error)
    }
}

impl From<serde_json::Error> for Refusal {
    fn from(error: serde_json::Error) -> Self {
        Self::of_others(&error)
    }
}

impl From<Refusal> for PyErr {
    fn from(Refusal(said): Refusal) -> Self {
        XushiError::new_err(match said.zh == said.en {
            true => said.en,
            false => format!("{} / {}", said.zh, said.en),
        })
    }
}
