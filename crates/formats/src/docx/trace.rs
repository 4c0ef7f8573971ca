//! Where characters of the text stand in the part that they come from.

use std::ops::Range;

/// Where characters stand: bytes of the document's part.
#[derive(Debug, Clone)]
pub(super) struct Trace {
    /// The run; for characters of a box or a note the run in the text that it hangs on.
    pub(super) run: Range<usize>,
    /// The element of the run with the characters, where they are its own.
    pub(super) text: Option<Range<usize>>,
}

/// A note that the text refers to.
pub(super) struct NoteMark {
    pub(super) is_end: bool,
    pub(super) id: String,
    /// The run of the text that refers to it.
    pub(super) run: Option<Range<usize>>,
}
