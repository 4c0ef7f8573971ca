//! Many analyses as a few wide tables: what a data frame, a database or a cluster works with.
//!
//! [`Tables`] takes analyses one by one and gives Arrow record batches. The schemas are fixed: [`Table::schema`] is the
//! same whatever the texts say, and a column may be added, none renamed or dropped. Each row cites its source and
//! document, and its place in UTF-16 code units as the contract has it, with the words that stand there.

mod claims;
mod column;
mod documents;
mod findings;
mod scores;
mod sentences;
mod sheet;
mod table;
mod tables;
mod tasks;
#[cfg(test)]
mod tests;

pub use arrow_array::RecordBatch;
pub use arrow_schema::SchemaRef;
pub use table::Table;
pub use tables::Tables;
