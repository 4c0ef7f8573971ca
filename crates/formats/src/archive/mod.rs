//! ZIP archives: the packages of office formats, and archives of files.

mod files;
mod names;
mod package;

pub(crate) use files::read_archive;
pub(crate) use package::Package;
