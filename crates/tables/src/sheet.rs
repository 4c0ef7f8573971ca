//! A table that is being filled, column by column.

use std::mem;
use std::sync::Arc;

use arrow_array::builder::{Float64Builder, Int32Builder, ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};

use crate::column::{Column, Row, Values, of_every_table};

/// So many bytes of words in one column end a batch: Arrow counts them in 31 bits, and who reads a stream
/// holds a batch at a time.
const FULL: usize = 32 << 20;

/// The columns of a table with those that every table has.
fn all<T>(columns: &[Column<T>]) -> impl Iterator<Item = Column<T>> {
    of_every_table().into_iter().chain(columns.iter().copied())
}

/// The schema of a table with these columns.
pub fn schema<T>(columns: &[Column<T>]) -> SchemaRef {
    let fields = all(columns).map(|(name, values)| {
        let list = |kind| DataType::List(Arc::new(Field::new_list_field(kind, true)));
        let kind = match values {
            Values::Text(_) => DataType::Utf8,
            Values::Whole(_) => DataType::Int32,
            Values::Number(_) => DataType::Float64,
            Values::Texts(_) => list(DataType::Utf8),
            Values::Wholes(_) => list(DataType::Int32),
        };
        Field::new(name, kind, true)
    });
    let fields: Vec<Field> = fields.collect();
    Arc::new(Schema::new(fields))
}

/// A column that is being filled.
enum Filled<T: 'static> {
    Text(for<'a> fn(&Row<'a, T>) -> Option<&'a str>, StringBuilder),
    Whole(for<'a> fn(&Row<'a, T>) -> Option<usize>, Int32Builder),
    Number(for<'a> fn(&Row<'a, T>) -> Option<f64>, Float64Builder),
    Texts(
        for<'a> fn(&Row<'a, T>) -> Vec<&'a str>,
        ListBuilder<StringBuilder>,
    ),
    Wholes(
        for<'a> fn(&Row<'a, T>) -> Vec<usize>,
        ListBuilder<Int32Builder>,
    ),
}

impl<T> Filled<T> {
    fn new(values: Values<T>) -> Self {
        match values {
            Values::Text(value) => Self::Text(value, StringBuilder::new()),
            Values::Whole(value) => Self::Whole(value, Int32Builder::new()),
            Values::Number(value) => Self::Number(value, Float64Builder::new()),
            Values::Texts(values) => Self::Texts(values, ListBuilder::new(StringBuilder::new())),
            Values::Wholes(values) => Self::Wholes(values, ListBuilder::new(Int32Builder::new())),
        }
    }

    /// Adds what the row has here; whether the column is full.
    fn add(&mut self, row: &Row<T>) -> bool {
        match self {
            Self::Text(value, cells) => cells.append_option(value(row)),
            Self::Whole(value, cells) => cells.append_option(value(row).map(whole)),
            Self::Number(value, cells) => cells.append_option(value(row)),
            Self::Texts(values, cells) => cells.append_value(values(row).into_iter().map(Some)),
            Self::Wholes(values, cells) => {
                cells.append_value(values(row).into_iter().map(|value| Some(whole(value))));
            }
        }
        match self {
            Self::Text(_, cells) => cells.values_slice().len() > FULL,
            Self::Texts(_, cells) => cells.values_ref().values_slice().len() > FULL,
            _ => false,
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Text(_, cells) => Arc::new(cells.finish()),
            Self::Whole(_, cells) => Arc::new(cells.finish()),
            Self::Number(_, cells) => Arc::new(cells.finish()),
            Self::Texts(_, cells) => Arc::new(cells.finish()),
            Self::Wholes(_, cells) => Arc::new(cells.finish()),
        }
    }
}

/// Counts and positions of a text stay far below 2^31: readers take no file that is larger.
fn whole(value: usize) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}

/// A table that is being filled.
pub struct Sheet<T: 'static> {
    schema: SchemaRef,
    columns: Vec<Filled<T>>,
    rows: usize,
    full: bool,
    done: Vec<RecordBatch>,
}

impl<T> Sheet<T> {
    /// An empty table.
    pub fn new(columns: &[Column<T>]) -> Self {
        Self {
            schema: schema(columns),
            columns: all(columns)
                .map(|(_, values)| Filled::new(values))
                .collect(),
            rows: 0,
            full: false,
            done: Vec::new(),
        }
    }

    /// Adds a row.
    ///
    /// # Errors
    ///
    /// As [`Self::finish`].
    pub fn add(&mut self, row: &Row<T>) -> Result<(), ArrowError> {
        for column in &mut self.columns {
            self.full |= column.add(row);
        }
        self.rows += 1;
        if self.full {
            self.end_batch()?;
        }
        Ok(())
    }

    fn end_batch(&mut self) -> Result<(), ArrowError> {
        let cells = self.columns.iter_mut().map(Filled::finish).collect();
        self.done
            .push(RecordBatch::try_new(self.schema.clone(), cells)?);
        (self.rows, self.full) = (0, false);
        Ok(())
    }

    /// What was added since the last time.
    ///
    /// # Errors
    ///
    /// Where columns and schema are at odds, which none of our tables are.
    pub fn finish(&mut self) -> Result<Vec<RecordBatch>, ArrowError> {
        if self.rows > 0 {
            self.end_batch()?;
        }
        Ok(mem::take(&mut self.done))
    }
}
