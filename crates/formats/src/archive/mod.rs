//! ZIP archives: the packages of office formats, and archives of files.

mod files;
mod names;
mod package;
mod rewrite;

pub(crate) use files::read_archive;
pub(crate) use package::Package;
pub(crate) use rewrite::rewrite;
