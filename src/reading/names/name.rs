//! What a name is.

use crate::model::Span;

/// What bears a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// A department, a company, a school: 财政局, 天润机械公司.
    Body,
    /// A person beside a post: 李永贵.
    Person,
    /// A place below the province.
    Place,
    /// A document, a law or a road by its title, number or code.
    Document,
    /// A project, facility or programme.
    Project,
    /// What stands in quotation marks before a noun that may be a slogan's as well (“…”改革).
    Quoted,
    /// An honour that is conferred.
    Honour,
    /// An event with a date, a number or a scope.
    Event,
}

/// A name and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// Where.
    pub span: Span,
    /// What bears it.
    pub kind: NameKind,
}

impl Name {
    /// A name that stands there.
    pub fn new(start: usize, end: usize, kind: NameKind) -> Self {
        let span = Span::new(start, end);
        Self { span, kind }
    }
}
