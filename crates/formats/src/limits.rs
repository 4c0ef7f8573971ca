//! How much of a file is read at most. Files come from anywhere; none may take the machine with it.

/// The most that is read.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of the file as it comes.
    pub file_bytes: usize,
    /// Bytes of one part of an archive, unpacked.
    pub part_bytes: usize,
    /// Bytes of all parts that are read, unpacked.
    pub unpacked_bytes: usize,
    /// Unpacked bytes for each packed one, where a part is larger than [`Limits::ratio_from`].
    pub ratio: usize,
    /// Bytes up to which the ratio of a part does not matter.
    pub ratio_from: usize,
    /// Entries of an archive.
    pub entries: usize,
    /// Elements, attributes and texts of one XML part or HTML page.
    pub nodes: usize,
    /// How deep elements, groups and tables nest.
    pub depth: usize,
    /// How deep archives lie in archives.
    pub archives: usize,
    /// Bytes of the text that is made.
    pub text_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 100 << 20,
            part_bytes: 64 << 20,
            unpacked_bytes: 200 << 20,
            ratio: 150,
            ratio_from: 4 << 20,
            entries: 20_000,
            nodes: 1_000_000,
            depth: 256,
            archives: 3,
            text_bytes: 32 << 20,
        }
    }
}
