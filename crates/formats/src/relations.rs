//! What the parts of a package are to each other: by their relations, whose targets are free names.

use crate::archive::Package;
use crate::limits::Limits;
use crate::xml::{Element, parse};

/// A relation of a part to another.
pub(crate) struct Relation {
    /// Its name in the part.
    pub(crate) id: String,
    /// The last word of its kind.
    pub(crate) kind: String,
    /// The other part.
    pub(crate) target: String,
}

/// The part that the package is about, or `usual` where it says none.
pub(crate) fn main_part(package: &mut Package<'_>, usual: &str, limits: &Limits) -> String {
    let top = of_file(package, "_rels/.rels", "", limits).into_iter();
    let mut named = top.filter(|relation| relation.kind == "officeDocument");
    let main = named.next().map(|relation| relation.target);
    let main = main.filter(|name| package.has(name));
    main.unwrap_or_else(|| usual.to_owned())
}

/// The relations of a part.
pub(crate) fn of_part(package: &mut Package<'_>, part: &str, limits: &Limits) -> Vec<Relation> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = format!("{folder}/_rels/{file}.rels");
    of_file(package, &name, folder, limits)
}

fn of_file(package: &mut Package<'_>, name: &str, folder: &str, limits: &Limits) -> Vec<Relation> {
    let bytes = package.part(name).ok().flatten();
    let Some(root) = bytes.and_then(|bytes| parse(&bytes, limits).ok()) else {
        return Vec::new();
    };
    let relation = |element: &Element| {
        let is_outside = element.attribute("TargetMode") == Some("External");
        let target = element.attribute("Target").filter(|_| !is_outside)?;
        Some(Relation {
            id: element.attribute("Id").unwrap_or_default().to_owned(),
            kind: element.attribute("Type")?.rsplit('/').next()?.to_owned(),
            target: resolve(folder, target),
        })
    };
    root.named("Relationship").filter_map(relation).collect()
}

/// A target that is absolute, or relative to a folder.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => drop(path.pop()),
            "." | "" => {}
            part => path.push(part),
        }
    }
    path.join("/")
}
