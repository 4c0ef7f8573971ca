//! Texts by the batch, as Python hands them over.

use arrow_array::cast::AsArray as _;
use arrow_array::ffi_stream::RecordBatchStreamReader;
use arrow_array::{Array, RecordBatch};
use arrow_pyarrow::FromPyArrow as _;
use arrow_schema::{ArrowError, DataType};
use pyo3::prelude::*;
use xushi::strings::say;

use crate::refusal::Refusal;
use crate::texts::{Data, Given};

/// Some texts.
pub enum Batch {
    /// A name and a text, or the bytes of a file.
    Pairs(Vec<(String, Data)>),
    /// A table of which one column has names and another texts or bytes.
    Table(RecordBatch),
    /// Such tables one by one, none asked for before the one before is done with.
    Stream(RecordBatchStreamReader),
}

/// What takes a text with its name; a row may have none.
type Take<'a> = dyn FnMut(&str, Option<Given>) -> PyResult<()> + 'a;

/// Takes a table (whatever knows Arrow's capsules), an iterable of them, or one of pairs of a name and a text.
pub fn read(given: &Bound<PyAny>) -> PyResult<Vec<Batch>> {
    if let Some(batch) = read_arrow(given)? {
        return Ok(vec![batch]);
    }
    let mut batches = Vec::new();
    let mut pairs = Vec::new();
    for one in given.try_iter()? {
        let one = one?;
        match read_arrow(&one)? {
            Some(batch) => batches.push(batch),
            None => pairs.push(one.extract()?),
        }
    }
    batches.push(Batch::Pairs(pairs));
    Ok(batches)
}

fn read_arrow(given: &Bound<PyAny>) -> PyResult<Option<Batch>> {
    Ok(if given.hasattr("__arrow_c_stream__")? {
        Some(Batch::Stream(RecordBatchStreamReader::from_pyarrow_bound(
            given,
        )?))
    } else if given.hasattr("__arrow_c_array__")? {
        Some(Batch::Table(RecordBatch::from_pyarrow_bound(given)?))
    } else {
        None
    })
}

/// Which columns of a table have the names and the texts.
pub struct Columns {
    pub name: String,
    pub text: String,
}

impl Batch {
    /// Gives each text with its name to `take`; a row without a text gives none.
    ///
    /// # Errors
    ///
    /// Where a table lacks a column, or one holds no words; what `take` says.
    pub fn each(self, columns: &Columns, take: &mut Take) -> PyResult<()> {
        match self {
            Self::Pairs(pairs) => {
                let mut pairs = pairs.iter();
                pairs.try_for_each(|(name, data)| take(name, Some(data.given())))
            }
            Self::Table(table) => each_row(&table, columns, take),
            Self::Stream(mut tables) => tables.try_for_each(|table| {
                let table = table.map_err(|error: ArrowError| Refusal::from(error))?;
                each_row(&table, columns, take)
            }),
        }
    }
}

fn each_row(table: &RecordBatch, columns: &Columns, take: &mut Take) -> PyResult<()> {
    let names = column(table, &columns.name)?;
    let texts = column(table, &columns.text)?;
    for row in 0..table.num_rows() {
        let name = match cell(names, row) {
            Some(Given::Words(name)) => name,
            Some(Given::Bytes(_)) | None => "",
        };
        take(name, cell(texts, row))?;
    }
    Ok(())
}

/// A column of words or bytes.
fn column<'a>(table: &'a RecordBatch, name: &str) -> Result<&'a dyn Array, Refusal> {
    let Some(column) = table.column_by_name(name) else {
        let schema = table.schema();
        let known: Vec<&str> = schema
            .fields()
            .iter()
            .map(|field| field.name().as_str())
            .collect();
        let values = [("name", name), ("known", &known.join(", "))];
        return Err(say("tables.no-column", &values).into());
    };
    use DataType::{Binary, BinaryView, LargeBinary, LargeUtf8, Utf8, Utf8View};
    match column.data_type() {
        Utf8 | LargeUtf8 | Utf8View | Binary | LargeBinary | BinaryView => Ok(column),
        kind => {
            let values = [("name", name), ("kind", &kind.to_string())];
            Err(say("tables.no-words", &values).into())
        }
    }
}

/// What stands in a row, as it lies in the column.
fn cell(column: &dyn Array, row: usize) -> Option<Given<'_>> {
    if column.is_null(row) {
        return None;
    }
    Some(match column.data_type() {
        DataType::Utf8 => Given::Words(column.as_string::<i32>().value(row)),
        DataType::LargeUtf8 => Given::Words(column.as_string::<i64>().value(row)),
        DataType::Utf8View => Given::Words(column.as_string_view().value(row)),
        DataType::Binary => Given::Bytes(column.as_binary::<i32>().value(row)),
        DataType::LargeBinary => Given::Bytes(column.as_binary::<i64>().value(row)),
        DataType::BinaryView => Given::Bytes(column.as_binary_view().value(row)),
        _ => return None,
    })
}
