//! The order of the stages, and that no files lean on each other in a circle, read from the code's own
//! paths: `use` lines and paths that begin with `crate`, `super` or `self`, tests left out.

// A test that cannot go on has failed.
#![allow(clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{File, Item, UseTree};

/// The stages in the order in which data flows; those of one line may not lean on each other.
/// What stands on the ground floor is leant on by all.
const ORDER: &[&[&str]] = &[
    &["text", "model"],
    &["lexicon"],
    &["strings"],
    &["numbering"],
    &["source"],
    &["layout"],
    &["outline"],
    &["reading"],
    &["claims"],
    &["tasks"],
    &["terms"],
    &["announcements"],
    &["checks"],
    &["scores"],
    &["vocabulary"],
    &["ledger"],
    &["compare"],
    &["offsets"],
];

/// A module path, without `crate`: `["claims", "period"]`.
type Module = Vec<String>;

/// What a file says: the paths that it names, and what its `use` lines bring in under which name.
#[derive(Default)]
struct Names {
    paths: BTreeSet<Vec<String>>,
    imports: BTreeMap<String, Vec<String>>,
}

struct Sources {
    /// Of each module its file and what that says.
    modules: BTreeMap<Module, (PathBuf, Names)>,
}

impl Sources {
    fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut modules = BTreeMap::new();
        collect(&root, &mut Vec::new(), &mut modules);
        Self { modules }
    }

    /// The module whose file defines what `path` names, seen from `from`; nothing for other crates.
    fn home(&self, from: &Module, path: &[String], depth: usize) -> Option<Module> {
        let mut at = from.clone();
        let mut rest = path;
        match rest.first()?.as_str() {
            "crate" => at.clear(),
            "self" => {}
            "super" => {
                at.pop()?;
            }
            first => {
                let mut child = from.clone();
                child.push(first.to_owned());
                if self.modules.contains_key(&child) {
                    return self.descend(child, &rest[1..], depth);
                }
                return None;
            }
        }
        rest = &rest[1..];
        while rest.first().is_some_and(|part| part == "super") {
            at.pop()?;
            rest = &rest[1..];
        }
        self.descend(at, rest, depth)
    }

    fn descend(&self, mut at: Module, rest: &[String], depth: usize) -> Option<Module> {
        for (index, part) in rest.iter().enumerate() {
            at.push(part.clone());
            if self.modules.contains_key(&at) {
                continue;
            }
            at.pop();
            // A name that the module only hands on is at home where that comes from.
            let imported = &self.modules.get(&at)?.1.imports;
            if depth < 8
                && let Some(path) = imported.get(part)
                && let Some(home) = self.home(&at, path, depth + 1)
            {
                return self.descend(home, &rest[index + 1..], depth + 1);
            }
            return Some(at);
        }
        Some(at)
    }

    /// For each module those that it leans on.
    fn arrows(&self) -> BTreeMap<&Module, BTreeSet<Module>> {
        self.modules
            .iter()
            .map(|(module, (_, names))| {
                let to = names
                    .paths
                    .iter()
                    .filter_map(|path| self.home(module, path, 0))
                    .filter(|home| home != module)
                    .collect();
                (module, to)
            })
            .collect()
    }
}

fn collect(folder: &Path, module: &mut Module, into: &mut BTreeMap<Module, (PathBuf, Names)>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .expect("src can be read")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name.ends_with("tests") || name == "testing" {
            continue;
        }
        if path.is_dir() {
            module.push(name);
            collect(&path, module, into);
            module.pop();
        } else if path.extension().is_some_and(|end| end == "rs") {
            let code = fs::read_to_string(&path).expect("a source file");
            let file = syn::parse_file(&code)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let mut own = module.clone();
            if !matches!(name.as_str(), "mod" | "lib") {
                own.push(name);
            }
            into.insert(own, (path, names(&file)));
        }
    }
}

fn names(file: &File) -> Names {
    let mut names = Names::default();
    names.visit_file(file);
    names
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Path>()
                .is_ok_and(|path| path.is_ident("test"))
    })
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes: &[syn::Attribute] = match item {
            Item::Mod(item) => &item.attrs,
            Item::Use(item) => &item.attrs,
            Item::Fn(item) => &item.attrs,
            Item::Impl(item) => &item.attrs,
            _ => &[],
        };
        if !is_test(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.expand(&item.tree, &mut Vec::new());
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<String> = path
            .segments
            .iter()
            .map(|part| part.ident.to_string())
            .collect();
        if parts.len() > 1 {
            self.paths.insert(parts);
        }
        visit::visit_path(self, path);
    }
}

impl Names {
    fn expand(&mut self, tree: &UseTree, before: &mut Vec<String>) {
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.expand(&path.tree, before);
                before.pop();
            }
            UseTree::Name(name) => self.import(&name.ident.to_string(), None, before),
            UseTree::Rename(name) => {
                self.import(
                    &name.ident.to_string(),
                    Some(name.rename.to_string()),
                    before,
                );
            }
            UseTree::Glob(_) => {
                self.paths.insert(before.clone());
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.expand(tree, before);
                }
            }
        }
    }

    fn import(&mut self, name: &str, alias: Option<String>, before: &[String]) {
        let mut path = before.to_vec();
        if name != "self" {
            path.push(name.to_owned());
        }
        let known_as = alias.or_else(|| path.last().cloned()).unwrap_or_default();
        self.paths.insert(path.clone());
        self.imports.insert(known_as, path);
    }
}

fn rank(module: &Module) -> Option<usize> {
    let stage = module.first()?;
    ORDER
        .iter()
        .position(|stages| stages.contains(&stage.as_str()))
}

#[test]
fn no_stage_leans_on_a_later_one() {
    let sources = Sources::read();
    let mut wrong = Vec::new();
    for (module, leans_on) in sources.arrows() {
        let Some(from) = rank(module) else { continue };
        for home in leans_on {
            let later = match rank(&home) {
                Some(to) => to > from || to == from && home[0] != module[0],
                // The table of contents, the command line and the page's door come last.
                None => true,
            };
            if later {
                wrong.push(format!(
                    "{} leans on {}",
                    module.join("::"),
                    home.join("::")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// All modules that can be reached from `module` along the arrows.
fn reached<'a>(
    module: &'a Module,
    arrows: &'a BTreeMap<&Module, BTreeSet<Module>>,
) -> BTreeSet<&'a Module> {
    let mut reached = BTreeSet::new();
    let mut waiting = vec![module];
    while let Some(next) = waiting.pop() {
        for home in arrows.get(next).into_iter().flatten() {
            if reached.insert(home) {
                waiting.push(home);
            }
        }
    }
    reached
}

#[test]
fn no_files_lean_on_each_other_in_a_circle() {
    let sources = Sources::read();
    let arrows = sources.arrows();
    let reach: BTreeMap<&Module, BTreeSet<&Module>> = arrows
        .keys()
        .map(|&module| (module, reached(module, &arrows)))
        .collect();
    // The files of one circle all reach each other; each circle is told once, with its arrows.
    let mut told: BTreeSet<&Module> = BTreeSet::new();
    let mut circles = Vec::new();
    for (&module, from_here) in &reach {
        if !from_here.contains(module) || told.contains(module) {
            continue;
        }
        let circle: BTreeSet<&Module> = from_here
            .iter()
            .copied()
            .filter(|other| reach[*other].contains(module))
            .collect();
        told.extend(&circle);
        let lines: Vec<String> = circle
            .iter()
            .map(|file| {
                let to: Vec<String> = arrows[*file]
                    .iter()
                    .filter(|home| circle.contains(home))
                    .map(|home| home.join("::"))
                    .collect();
                format!("  {} leans on {}", file.join("::"), to.join(", "))
            })
            .collect();
        circles.push(format!(
            "a circle of {}:\n{}",
            circle.len(),
            lines.join("\n")
        ));
    }
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}
