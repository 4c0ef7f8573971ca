//! `xushi analyze --format parquet FILE…`: what is found in many texts as tables, a file for each.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use xushi::strings::say;
use xushi_tables::{RecordBatch, Table, Tables};

use crate::arguments::Analyze;
use crate::carried::analyzer;
use crate::many::Many;
use crate::outcome::Outcome;
use crate::paths::is_read;
use crate::{shown, tell, write};

/// So many bytes of a table are kept before they are written: memory stays flat however many texts there are.
const GROUP: usize = 16 << 20;

/// Analyses every file; one that cannot be read is named on standard error, is a row of `documents`, and the rest go on.
pub fn run(arguments: &Analyze) -> io::Result<Outcome> {
    let language = arguments.language;
    let mut asked = arguments.tables.clone();
    if asked.is_empty() {
        asked.extend(Table::ALL);
    }
    let places = places(arguments, &asked)?;
    let told = |(path, error): (&Path, io::Error)| write::unwritten(path, &error, language);
    let mut sheets = Vec::new();
    for (table, path) in places {
        let sheet = Sheet::begin(table, &path).map_err(|error| told((&path, error)))?;
        sheets.push(sheet);
    }
    let analyzer = analyzer()?;
    let all_read = Many::new(&arguments.files, language).every(
        |file, input, notes| {
            let file = shown::written(file);
            let mut tables = Tables::new(&asked);
            let analysis = input.and_then(|input| input.analysed(&analyzer, language, notes));
            let (filled, why) = match analysis {
                Ok(analysis) => (tables.add(&file, analysis), None),
                Err(why) => {
                    let told = language.of(why.clone());
                    (tables.refuse(&file, why), Some(told))
                }
            };
            let batches = filled.and_then(|()| tables.finish());
            match why {
                None => Ok(batches),
                Some(why) => Err((why, Some(batches))),
            }
        },
        |tables| {
            for (table, batches) in tables.map_err(io::Error::other)? {
                let sheet = sheets.iter_mut().find(|sheet| sheet.table == table);
                let Some(sheet) = sheet else { continue };
                let written = sheet.write(&batches);
                written.map_err(|error| told((&sheet.path, error)))?;
            }
            Ok(())
        },
    )?;
    for mut sheet in sheets {
        let ended = sheet.end();
        ended.map_err(|error| told((&sheet.path, error)))?;
    }
    Ok(match all_read {
        true => Outcome::Well,
        false => Outcome::Less,
    })
}

/// Where each table goes: into a folder, or one alone into a file.
fn places(arguments: &Analyze, asked: &[Table]) -> io::Result<Vec<(Table, PathBuf)>> {
    let refused = |key| Err(io::Error::other(arguments.language.of(say(key, &[]))));
    let Some(output) = &arguments.output.output else {
        return refused("cli.tables.output");
    };
    if arguments.output.resume {
        return refused("cli.tables.resume");
    }
    let is_folder = output.is_dir() || output.as_os_str().as_encoded_bytes().ends_with(b"/");
    let places: Vec<(Table, PathBuf)> = match asked {
        _ if is_folder => {
            let made = fs::create_dir_all(output);
            made.map_err(|error| write::unwritten(output, &error, arguments.language))?;
            let file = |table: Table| output.join(table.name()).with_extension("parquet");
            asked.iter().map(|&table| (table, file(table))).collect()
        }
        [one] => vec![(*one, output.clone())],
        _ => return refused("cli.tables.output"),
    };
    if let Some((_, path)) = (places.iter()).find(|(_, path)| is_read(&arguments.files, path)) {
        let why = arguments.language.of(say("cli.same-file", &[]));
        return Err(io::Error::other(tell::of_file(path.as_os_str(), &why)));
    }
    Ok(places)
}

/// A table on its way into a file, which stands in its place when it is whole.
struct Sheet {
    table: Table,
    path: PathBuf,
    /// What the file is called until then; a pipe or a device takes bytes and is no file to be replaced.
    new: Option<PathBuf>,
    writer: ArrowWriter<File>,
}

impl Sheet {
    fn begin(table: Table, path: &Path) -> io::Result<Self> {
        // What a link leads to is written, and the link stays.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let is_file = fs::metadata(&path).map_or(true, |data| data.is_file());
        let new = is_file.then(|| write::new_beside(&path));
        let file = match &new {
            Some(new) => File::create_new(new)?,
            None => File::create(&path)?,
        };
        let packed = WriterProperties::builder().set_compression(Compression::SNAPPY);
        let writer = ArrowWriter::try_new(file, table.schema(), Some(packed.build()));
        Ok(Self {
            table,
            path,
            new,
            writer: writer.map_err(of_system)?,
        })
    }

    fn write(&mut self, batches: &[RecordBatch]) -> io::Result<()> {
        for batch in batches {
            self.writer.write(batch).map_err(of_system)?;
        }
        if self.writer.memory_size() > GROUP {
            self.writer.flush().map_err(of_system)?;
        }
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        self.writer.finish().map_err(of_system)?;
        if let Some(new) = &self.new {
            self.writer.inner().sync_all()?;
            fs::rename(new, &self.path)?;
        }
        Ok(())
    }
}

impl Drop for Sheet {
    fn drop(&mut self) {
        if let Some(new) = &self.new {
            // What is not whole is of no use; what is whole has its name by now.
            let _ = fs::remove_file(new);
        }
    }
}

/// What the system said, where it was the system that failed.
fn of_system(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(error) => io::Error::other(error),
        },
        error => io::Error::other(error),
    }
}
