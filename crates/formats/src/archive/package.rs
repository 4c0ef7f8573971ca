//! The parts of a package by name, never more of them than the limits allow.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::names::entry_name;
use crate::error::OfficeError;
use crate::limits::Limits;

/// An opened ZIP.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    entries: Vec<Entry>,
    limits: Limits,
    unpacked: usize,
}

/// What the directory of the archive says of an entry.
pub(crate) struct Entry {
    /// The name with slashes.
    pub(crate) name: String,
    /// Whether it wants a password.
    pub(crate) is_encrypted: bool,
    packed: usize,
}

impl<'a> Package<'a> {
    /// Reads the directory of the archive.
    pub(crate) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, OfficeError> {
        let damaged = |_| OfficeError::Damaged;
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > limits.entries {
            return Err(OfficeError::TooLarge);
        }
        let mut entries = Vec::with_capacity(archive.len());
        for index in 0..archive.len() {
            let file = archive.by_index_raw(index).map_err(damaged)?;
            entries.push(Entry {
                name: entry_name(file.name_raw(), file.extra_data().as_deref(), || {
                    file.name().ok().map(|name| name.into_owned())
                }),
                is_encrypted: file.encrypted(),
                packed: usize::try_from(file.compressed_size()).unwrap_or(usize::MAX),
            });
        }
        Ok(Self {
            archive,
            entries,
            limits: *limits,
            unpacked: 0,
        })
    }

    /// All entries, folders too.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Names of all entries.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// Whether there is a part of that name; writers differ in case, slashes and a slash before.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    fn index(&self, name: &str) -> Option<usize> {
        let name = name.trim_start_matches('/');
        let stands = |entry: &Entry| entry.name.eq_ignore_ascii_case(name);
        self.entries.iter().position(stands)
    }

    /// The bytes of a part, or none where the package has no such part.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, OfficeError> {
        self.index(name).map(|index| self.entry(index)).transpose()
    }

    /// The bytes of a part that there must be.
    pub(crate) fn needed(&mut self, name: &str) -> Result<Vec<u8>, OfficeError> {
        self.part(name)?.ok_or(OfficeError::Damaged)
    }

    /// The bytes of the entry at `index` of [`Package::entries`].
    pub(crate) fn entry(&mut self, index: usize) -> Result<Vec<u8>, OfficeError> {
        let mut bytes = Vec::new();
        self.unpack(index, |block| {
            // A large part takes little more room than its bytes.
            if bytes.len() + block.len() > bytes.capacity() {
                bytes.reserve_exact(block.len().max(bytes.len() / 8));
            }
            bytes.extend_from_slice(block);
        })?;
        Ok(bytes)
    }

    fn unpack(&mut self, index: usize, mut take: impl FnMut(&[u8])) -> Result<(), OfficeError> {
        let entry = self.entries.get(index).ok_or(OfficeError::Damaged)?;
        if entry.is_encrypted {
            return Err(OfficeError::Encrypted);
        }
        let most = self.limits.ratio.saturating_mul(entry.packed.max(1));
        let damaged = |_| OfficeError::Damaged;
        let mut file = self.archive.by_index(index).map_err(damaged)?;
        let mut block = [0; 16 << 10];
        let mut length = 0;
        loop {
            let read = file.read(&mut block).map_err(|_| OfficeError::Damaged)?;
            if read == 0 {
                return Ok(());
            }
            length += read;
            self.unpacked += read;
            if length > self.limits.ratio_from && length > most {
                return Err(OfficeError::Ratio);
            }
            if length > self.limits.part_bytes || self.unpacked > self.limits.unpacked_bytes {
                return Err(OfficeError::TooLarge);
            }
            take(&block[..read]);
        }
    }
}
