//! A mention with what was read about it.

use super::around::Around;
use super::frame::Link;
use super::indicator::Named;
use super::mention::Mention;

/// A mention, how it is linked to its subject and what that is.
pub(super) struct Read<'s> {
    pub(super) mention: &'s Mention,
    pub(super) around: Around,
    pub(super) link: Link,
    pub(super) named: Named,
    /// Whether its verb is 新增.
    pub(super) adds: bool,
}
