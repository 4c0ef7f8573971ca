//! How a command ends.

/// How a command ended.
pub enum Outcome {
    /// All went well.
    Well,
    /// `analyze` could not read a file, or `check` found something.
    Less,
    /// `check` could not read a file.
    Unread,
}
