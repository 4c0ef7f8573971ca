//! The files of an archive, each read as if it had come alone.

use super::Package;
use crate::error::OfficeError;
use crate::kind::{Foreign, Kind, kind_of};
use crate::limits::Limits;
use crate::{Content, OfficeFile, read_one};

/// Reads every file of the archive into `files`; `folder` is the path before their names. `depth` is how many
/// archives lie around this one. One file that is damaged stops none of the others; what is too much ends the whole.
pub(crate) fn read_archive(
    folder: &str,
    bytes: &[u8],
    limits: &Limits,
    depth: usize,
    files: &mut Vec<OfficeFile>,
) -> Result<(), OfficeError> {
    if depth >= limits.archives {
        return Err(OfficeError::TooDeep);
    }
    let mut package = Package::open(bytes, limits)?;
    for index in 0..package.entries().len() {
        let entry = &package.entries()[index];
        if entry.name.ends_with('/') || is_of_the_system(&entry.name) {
            continue;
        }
        let name = format!("{folder}{}", entry.name);
        if files.len() >= limits.entries {
            return Err(OfficeError::TooLarge);
        }
        let inside = match package.entry(index) {
            Ok(inside) => inside,
            Err(error @ (OfficeError::Ratio | OfficeError::TooLarge)) => return Err(error),
            Err(error) => {
                files.push(OfficeFile::refused(name, error));
                continue;
            }
        };
        match kind_of(&inside, limits) {
            Ok(Kind::Zip) => {
                let folder = format!("{name}/");
                match read_archive(&folder, &inside, limits, depth + 1, files) {
                    Err(error @ (OfficeError::Ratio | OfficeError::TooLarge)) => {
                        return Err(error);
                    }
                    Err(error) => files.push(OfficeFile::refused(name, error)),
                    Ok(()) => {}
                }
            }
            Ok(kind @ (Kind::Foreign(Foreign::Picture) | Kind::Empty)) => files.push(OfficeFile {
                name,
                content: Content::Skipped(kind),
            }),
            Ok(kind) => files.extend(read_one(name, kind, &inside, limits)),
            Err(error) => files.push(OfficeFile::refused(name, error)),
        }
    }
    Ok(())
}

/// What systems put beside files: `__MACOSX/`, `.DS_Store`, `Thumbs.db`, locks of open documents (`~$`).
fn is_of_the_system(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    name.starts_with("__MACOSX/")
        || last.starts_with('.')
        || last.starts_with("~$")
        || last.eq_ignore_ascii_case("thumbs.db")
        || last.eq_ignore_ascii_case("desktop.ini")
}
