//! A package with some parts changed; all others are copied as they are packed.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::Package;
use crate::error::OfficeError;
use crate::limits::Limits;

/// The package with the parts of `changed` in place of those of their names; new ones come last.
pub(crate) fn rewrite(
    bytes: &[u8],
    changed: &[(String, Vec<u8>)],
    limits: &Limits,
) -> Result<Vec<u8>, OfficeError> {
    let package = Package::open(bytes, limits)?;
    let damaged = |_| OfficeError::Damaged;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    let options = SimpleFileOptions::default();
    let mut written = vec![false; changed.len()];
    for (index, entry) in package.entries().iter().enumerate() {
        let stands = |(name, _): &(String, Vec<u8>)| entry.name.eq_ignore_ascii_case(name);
        if let Some(at) = changed.iter().position(stands) {
            written[at] = true;
            writer.start_file(&*entry.name, options).map_err(damaged)?;
            let part = writer.write_all(&changed[at].1);
            part.map_err(|_| OfficeError::Damaged)?;
        } else {
            let file = archive.by_index_raw(index).map_err(damaged)?;
            writer.raw_copy_file(file).map_err(damaged)?;
        }
    }
    let new = changed.iter().zip(written).filter(|(_, written)| !written);
    for ((name, part), _) in new {
        writer.start_file(&**name, options).map_err(damaged)?;
        writer.write_all(part).map_err(|_| OfficeError::Damaged)?;
    }
    Ok(writer.finish().map_err(damaged)?.into_inner())
}
