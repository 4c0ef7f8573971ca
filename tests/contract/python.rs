//! The contract's types as Python's dataclasses, written of the JSON Schemas.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use schemars::Schema;
use serde_json::{Map, Value};

const HEAD: &str = r#""""An analysis, a ledger of its tasks and a comparison of two. Written by `cargo xtask contract` from src/model/."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List, Literal, Optional, Tuple
"#;

/// The module: names of variants first, then a class a type. A type that stands in several schemas is written once.
pub fn module(schemas: &[Schema]) -> String {
    let mut types: BTreeMap<&str, &Value> = BTreeMap::new();
    for schema in schemas {
        let value = schema.as_value();
        types.extend(value["title"].as_str().map(|title| (title, value)));
        let inner = value["$defs"].as_object().into_iter().flatten();
        types.extend(inner.map(|(name, inner)| (name.as_str(), inner)));
    }
    let (classes, variants): (Vec<_>, Vec<_>) = types
        .into_iter()
        .partition(|(_, schema)| schema["properties"].is_object());
    let mut written = HEAD.to_owned();
    for (name, schema) in variants {
        let choices = schema["oneOf"].as_array().into_iter().flatten();
        let choices: Vec<String> = choices.map(|choice| choice["const"].to_string()).collect();
        let _ = write!(written, "\n{name} = Literal[{}]\n", choices.join(", "));
        let _ = writeln!(written, "\"\"\"{}\"\"\"", told(schema));
    }
    for (name, schema) in classes {
        let _ = write!(written, "\n\n@dataclass(frozen=True)\nclass {name}:\n");
        let _ = writeln!(written, "    \"\"\"{}\"\"\"", told(schema));
        fields(&mut written, schema);
    }
    written
}

/// The fields of a class: those that are always there, then those that may be absent.
fn fields(written: &mut String, schema: &Value) {
    let required: Vec<&Value> = schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .collect();
    let is_required = |name: &str| required.iter().any(|known| *known == name);
    let properties = schema["properties"].as_object().into_iter().flatten();
    let (always, maybe): (Vec<_>, Vec<_>) = properties.partition(|(name, _)| is_required(name));
    for (name, schema) in always {
        field(written, name, schema, &kind(schema), "");
    }
    for (name, schema) in maybe {
        let kind = kind(schema);
        let default = match kind.split('[').next() {
            Some("List") => " = field(default_factory=list)",
            Some("Dict") => " = field(default_factory=dict)",
            _ => " = None",
        };
        let is_plain = default == " = None" && !kind.starts_with("Optional");
        let kind = if is_plain {
            format!("Optional[{kind}]")
        } else {
            kind
        };
        field(written, name, schema, &kind, default);
    }
}

fn field(written: &mut String, name: &str, schema: &Value, kind: &str, default: &str) {
    let _ = write!(written, "\n    {name}: {kind}{default}\n");
    let _ = writeln!(written, "    \"\"\"{}\"\"\"", told(schema));
}

/// A type as Python writes it.
fn kind(schema: &Value) -> String {
    if let Some(reference) = schema["$ref"].as_str() {
        return reference.rsplit('/').next().unwrap_or_default().to_owned();
    }
    // One of the two is null.
    if let Some([one, _]) = schema["anyOf"].as_array().map(Vec::as_slice) {
        return format!("Optional[{}]", kind(one));
    }
    if let Some([one, _]) = schema["type"].as_array().map(Vec::as_slice) {
        let one = Map::from_iter([("type".to_owned(), one.clone())]);
        return format!("Optional[{}]", kind(&Value::Object(one)));
    }
    match schema["type"].as_str().unwrap_or_default() {
        "array" => match schema["prefixItems"].as_array() {
            Some(items) => {
                let items: Vec<String> = items.iter().map(kind).collect();
                format!("Tuple[{}]", items.join(", "))
            }
            None => format!("List[{}]", kind(&schema["items"])),
        },
        "object" => format!("Dict[str, {}]", kind(&schema["additionalProperties"])),
        "integer" => "int".to_owned(),
        "number" => "float".to_owned(),
        "boolean" => "bool".to_owned(),
        _ => "str".to_owned(),
    }
}

/// What a type or field is, as Rust's documentation has it, without its links.
fn told(schema: &Value) -> String {
    let told = schema["description"].as_str().unwrap_or_default();
    let told = told.replace("[`", "`").replace("`]", "`");
    let told = told.replace("super::", "").replace("::", ".");
    told.replace('\\', "\\\\").replace('\n', " ")
}
