//! What leaves: numbers, JSON, tables, CSV.

pub mod number;
