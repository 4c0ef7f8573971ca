//! A table as Python has it: an Arrow stream for whoever asks.

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{Schema, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::refusal::Refusal;

/// Record batches of one schema, by the Arrow PyCapsule interface: `pyarrow.table(it)`, `polars.DataFrame(it)`,
/// `pandas.DataFrame.from_arrow(it)`, DuckDB's `FROM it`. Nothing is copied.
#[pyclass(frozen, module = "xushi")]
pub struct Table {
    name: &'static str,
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl Table {
    /// A table of these batches, all of its schema.
    pub fn new(table: xushi_tables::Table, batches: Vec<RecordBatch>) -> Self {
        Self {
            name: table.name(),
            schema: table.schema(),
            batches,
        }
    }

    fn rows(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }
}

#[pymethods]
impl Table {
    /// The table's name: documents, claims, tasks, findings, sentences or scores.
    #[getter]
    fn name(&self) -> &'static str {
        self.name
    }

    /// The names of its columns, in order.
    #[getter]
    fn columns(&self) -> Vec<&str> {
        let fields = self.schema.fields().iter();
        fields.map(|field| field.name().as_str()).collect()
    }

    /// The bytes that its columns take in memory.
    #[getter]
    fn nbytes(&self) -> usize {
        let batches = self.batches.iter();
        batches.map(RecordBatch::get_array_memory_size).sum()
    }

    fn __len__(&self) -> usize {
        self.rows()
    }

    fn __repr__(&self) -> String {
        let columns = self.columns().join(", ");
        format!(
            "<xushi.Table {}: {} rows of {columns}>",
            self.name,
            self.rows()
        )
    }

    /// The schema, as Arrow's C interface has it.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema: &Schema = &self.schema;
        let schema = FFI_ArrowSchema::try_from(schema).map_err(Refusal::from)?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    /// The batches, as Arrow's C interface has them. Another schema can be asked for; the interface allows for an
    /// answer in our own.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches = self.batches.clone().into_iter().map(Ok);
        let reader = RecordBatchIterator::new(batches, self.schema.clone());
        let stream = FFI_ArrowArrayStream::new(Box::new(reader));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }
}
