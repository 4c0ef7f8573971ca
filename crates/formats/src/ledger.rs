//! A task ledger that was read from a sheet.

/// The rows of a sheet whose heads are those of a ledger.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LedgerSheet {
    /// The sheet's name.
    pub sheet: String,
    /// Its rows, in order.
    pub rows: Vec<LedgerEntry>,
    /// Rows, counted from 1, that hold something and name no task: they are left out.
    pub skipped: Vec<u32>,
    /// Rows, counted from 1, in which a formula has no result: what it would say is not known.
    pub unknown: Vec<u32>,
}

/// A row of a ledger; what it does not say is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LedgerEntry {
    /// The row of the sheet, from 1.
    pub row: u32,
    /// The item's own number (（一）); the count of the row is none.
    pub number: String,
    /// Where the task is from: document, headings, the heading of a group of rows.
    pub source: String,
    /// The task.
    pub content: String,
    /// Its targets.
    pub targets: Vec<String>,
    /// Who leads.
    pub lead: Vec<String>,
    /// Who is responsible.
    pub responsible: Vec<String>,
    /// Who supports.
    pub support: Vec<String>,
    /// By when, as it stands.
    pub deadlines: Vec<String>,
    /// How far it is.
    pub progress: String,
    /// Whether it is done.
    pub state: String,
    /// What else is said of it.
    pub note: String,
}
