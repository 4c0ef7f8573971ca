//! The JSON Schema and the TypeScript types under `schema/`, and the classes of the Python package, are those of the
//! Rust types.
//!
//! With `XUSHI_WRITE_CONTRACT` set they are written; `cargo xtask contract` does that.

mod python;

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::{env, fs};

use ts_rs::{Config, TS, TypeVisitor};
use xushi::model::{Analysis, Ledger, Progress, TextComparison};

#[test]
fn the_json_schema_is_current() {
    let schema = schemars::schema_for!(Analysis);
    let written = serde_json::to_string_pretty(&schema).unwrap_or_default();
    compare("schema/xushi-2.schema.json", &format!("{written}\n"));
}

#[test]
fn the_json_schema_of_a_comparison_is_current() {
    let schema = schemars::schema_for!(TextComparison);
    let written = serde_json::to_string_pretty(&schema).unwrap_or_default();
    compare("schema/comparison.schema.json", &format!("{written}\n"));
}

#[test]
fn the_typescript_types_are_current() {
    let mut types = Types {
        // Positions and counts stay far below 2^53, and JSON has no bigint.
        config: Config::new().with_large_int("number"),
        seen: HashSet::new(),
        declarations: BTreeMap::new(),
    };
    types.visit::<Analysis>();
    types.visit::<Ledger>();
    types.visit::<Progress>();
    types.visit::<TextComparison>();
    let mut written = String::from(
        "// An analysis, a ledger of its tasks and a comparison of two, in TypeScript. Written by `cargo xtask contract` from src/model/.\n",
    );
    for declaration in types.declarations.values() {
        written.push('\n');
        written.push_str(declaration);
    }
    compare("schema/contract.d.ts", &written);
}

#[test]
fn the_classes_of_python_are_current() {
    let schemas = [
        schemars::schema_for!(Analysis),
        schemars::schema_for!(Ledger),
        schemars::schema_for!(TextComparison),
    ];
    let classes = python::module(&schemas);
    compare("crates/python/python/xushi/contract.py", &classes);
}

/// The declarations of a type and of all that it is made of, by name.
struct Types {
    config: Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Numbers, strings and lists have no file, and so no declaration.
        if T::output_path().is_none() || !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        let documentation = T::docs().unwrap_or_default();
        let declaration = T::decl(&self.config);
        self.declarations.insert(
            T::ident(&self.config),
            format!("{documentation}export {declaration}\n"),
        );
        T::visit_dependencies(self);
    }
}

fn compare(name: &str, wanted: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if env::var_os("XUSHI_WRITE_CONTRACT").is_some() {
        assert!(fs::write(&file, wanted).is_ok(), "{name} cannot be written");
        return;
    }
    let found = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        found == wanted,
        "{name} is stale: `cargo xtask contract` writes it anew"
    );
}
