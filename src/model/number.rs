//! Whole numbers are written without `.0`, so that Rust and JavaScript print the same JSON.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::ser::{SerializeMap, SerializeStruct};
use serde::{Serialize, Serializer};

/// The largest whole number below which every whole number is exact in a double: 2⁵³.
const EXACT: f64 = 9_007_199_254_740_992.0;

struct Number(f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() < EXACT {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

/// Serializes a number, whole numbers as such.
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    Number(*value).serialize(serializer)
}

/// As [`serialize`], for a number that may be absent.
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize_option<S: Serializer>(
    value: &Option<f64>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    value.map(Number).serialize(serializer)
}

/// As [`serialize`], for numbers by name.
///
/// Names that the program gives are written as those of fields are: the boundary to JavaScript keeps
/// one string for each of them, where it would make a new one for every key of a map.
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize_map<S: Serializer>(
    values: &BTreeMap<Cow<'static, str>, f64>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    if values.keys().all(|name| matches!(name, Cow::Borrowed(_))) {
        let mut fields = serializer.serialize_struct("Numbers", values.len())?;
        for (name, value) in values {
            if let Cow::Borrowed(name) = name {
                fields.serialize_field(name, &Number(*value))?;
            }
        }
        return fields.end();
    }
    let mut map = serializer.serialize_map(Some(values.len()))?;
    for (name, value) in values {
        map.serialize_entry(name, &Number(*value))?;
    }
    map.end()
}
