//! Xushi in Python: the module `xushi._xushi`, below the package in `python/xushi/`.
//!
//! What comes out is the contract's JSON, of which the package makes its classes, or Arrow tables. The lock of the
//! interpreter is released while texts are read.

mod batches;
mod carried;
mod refusal;
mod table;
mod texts;

use pyo3::prelude::*;

/// The functions and classes that the package builds on.
#[pymodule]
mod _xushi {
    use std::ffi::OsString;

    use pyo3::prelude::*;
    use serde_json::{Value, json};
    use xushi::Analyzer;
    use xushi::compare::Asked;
    use xushi::model::ComparisonKind;
    use xushi::strings::say;
    use xushi_texts::longest;

    use crate::batches::{self, Columns};
    use crate::carried::analyzer;
    use crate::refusal::Refusal;
    use crate::texts::{self, Data, Given, warnings};

    #[pymodule_export]
    use crate::refusal::XushiError;
    #[pymodule_export]
    use crate::table::Table;

    /// The whole analysis as JSON, and what the reader of an office file wants known.
    #[pyfunction]
    fn analyze(py: Python, data: Data, name: &str) -> PyResult<(String, Vec<String>)> {
        let read = py.detach(|| {
            let text = texts::only(name, data.given())?;
            let analysis = text.analysis(analyzer()?)?;
            Ok::<_, Refusal>((serde_json::to_string(&analysis)?, warnings(&text)))
        });
        Ok(read?)
    }

    /// The whole analysis with the findings as `xushi check` has them, as JSON: of each the document, which finding of
    /// the document it is, and where it stands in the file; and what the reader of an office file wants known.
    #[pyfunction]
    fn check(py: Python, data: Data, name: &str) -> PyResult<(String, Vec<String>)> {
        let read = py.detach(|| {
            let text = texts::only(name, data.given())?;
            let checked = xushi_texts::check(&text, analyzer()?, |_, _| true)?;
            let found = checked.found.iter().map(|one| {
                let (document, finding) = one.index;
                let place = xushi_texts::place(&text, &checked.lines, one.span);
                json!({"document": document, "finding": finding, "place": place})
            });
            let found: Vec<Value> = found.collect();
            let told = json!({"analysis": checked.analysis, "found": found});
            Ok::<_, Refusal>((told.to_string(), warnings(&text)))
        });
        Ok(read?)
    }

    /// The ledger of each document as JSON, and what the reader of an office file wants known.
    #[pyfunction]
    fn ledger(py: Python, data: Data, name: &str) -> PyResult<(String, Vec<String>)> {
        let read = py.detach(|| {
            let text = texts::only(name, data.given())?;
            let (_, ledgers) = text.ledgers(analyzer()?)?;
            Ok::<_, Refusal>((serde_json::to_string(&ledgers)?, warnings(&text)))
        });
        Ok(read?)
    }

    /// The comparison of two texts as JSON, and what the readers of office files want known.
    #[pyfunction]
    fn compare(
        py: Python,
        one: (Data, String),
        other: (Data, String),
        kind: Option<&str>,
        as_given: bool,
    ) -> PyResult<(String, Vec<String>)> {
        let kind = match kind {
            None => None,
            Some("promise") => Some(ComparisonKind::Promise),
            Some("level") => Some(ComparisonKind::Level),
            Some("wording") => Some(ComparisonKind::Wording),
            Some(kind) => {
                return Err(Refusal(say("tables.no-kind", &[("kind", kind)])).into());
            }
        };
        let read = py.detach(|| {
            let analyzer = analyzer()?;
            let [one, other] = [&one, &other].map(|(data, name)| texts::only(name, data.given()));
            let (one, other) = (one?, other?);
            let asked = Asked { kind, as_given };
            let [first, second] = [&one, &other].map(|text| {
                let analysis = text.analysis(analyzer)?;
                Ok::<_, Refusal>(text.opened(longest(&analysis).map_or(0, |(at, _)| at)))
            });
            let comparison = analyzer.compare(first?, second?, asked)?;
            let warnings = [warnings(&one), warnings(&other)].concat();
            Ok::<_, Refusal>((serde_json::to_string(&comparison)?, warnings))
        });
        Ok(read?)
    }

    /// The tables of these names, filled from batches of texts. A text that cannot be read is a row of `documents`.
    #[pyfunction]
    fn tables(
        py: Python,
        batches: &Bound<PyAny>,
        only: Vec<String>,
        name: String,
        text: String,
    ) -> PyResult<Vec<Table>> {
        let asked: PyResult<Vec<xushi_tables::Table>> =
            only.iter().map(|name| named(name)).collect();
        let mut tables = xushi_tables::Tables::new(&asked?);
        let batches = batches::read(batches)?;
        let columns = Columns { name, text };
        let filled = py.detach(|| {
            let analyzer = analyzer().map_err(Refusal::from)?;
            for batch in batches {
                batch.each(&columns, &mut |name, given| {
                    add(&mut tables, analyzer, name, given)?;
                    // Ctrl-C ends a long run between two texts.
                    Python::attach(|py| py.check_signals())
                })?;
            }
            Ok::<_, PyErr>(tables.finish().map_err(Refusal::from)?)
        });
        let filled = filled?.into_iter();
        Ok(filled
            .map(|(table, batches)| Table::new(table, batches))
            .collect())
    }

    /// Adds the texts of a file to the tables, each refused one as such.
    fn add(
        tables: &mut xushi_tables::Tables,
        analyzer: &Analyzer,
        name: &str,
        given: Option<Given>,
    ) -> Result<(), Refusal> {
        let Some(given) = given else {
            return Ok(tables.refuse(name, say("tables.no-text", &[]))?);
        };
        for (called, text) in texts::all(name, given) {
            match text.and_then(|text| text.analysis(analyzer).map_err(|error| error.said())) {
                Ok(analysis) => tables.add(&called, analysis)?,
                Err(reason) => tables.refuse(&called, reason)?,
            }
        }
        Ok(())
    }

    /// A table of this name without rows, for its schema.
    #[pyfunction]
    fn schema(name: &str) -> PyResult<Table> {
        Ok(Table::new(named(name)?, Vec::new()))
    }

    /// The command line, its own name first; gives its exit code.
    #[pyfunction]
    fn main(py: Python, words: Vec<OsString>) -> u8 {
        py.detach(|| xushi_cli::run(words))
    }

    fn named(name: &str) -> PyResult<xushi_tables::Table> {
        let table = xushi_tables::Table::named(name);
        let refusal = || Refusal(say("tables.no-table", &[("name", name)]));
        Ok(table.ok_or_else(refusal)?)
    }
}
