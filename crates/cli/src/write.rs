//! JSON, a table for the terminal, CSV; whole files.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;
use xushi::model::Analysis;
use xushi::strings::say;

use crate::arguments::Language;
use crate::{rows, shown, tell};

/// A whole file, by its name, or to standard output where it has none.
pub fn whole(bytes: &[u8], name: Option<&Path>, language: Language) -> io::Result<()> {
    if let Some(name) = name {
        return replace(name, bytes, language);
    }
    let mut out = io::stdout().lock();
    match str::from_utf8(bytes) {
        Ok(words) if out.is_terminal() => out.write_all(shown::lines(words).as_bytes())?,
        _ => out.write_all(bytes)?,
    }
    out.flush()
}

/// Writes a file anew: whole, or, where the disk is full or the program ends, not at all.
///
/// # Errors
///
/// In words.
pub fn replace(name: &Path, bytes: &[u8], language: Language) -> io::Result<()> {
    // What a link leads to is written, and the link stays.
    let path = fs::canonicalize(name).unwrap_or_else(|_| name.to_owned());
    let data = fs::metadata(&path).ok();
    let written = match &data {
        // A pipe or a device takes bytes and is no file to be replaced.
        Some(data) if !data.is_file() => fs::write(&path, bytes),
        _ => beside(&path, bytes, data.as_ref()),
    };
    written.map_err(|error| unwritten(name, &error, language))
}

/// Writes a file beside the one that it then takes the place of, with the same rights.
fn beside(path: &Path, bytes: &[u8], data: Option<&fs::Metadata>) -> io::Result<()> {
    let new = new_beside(path);
    let written = File::create_new(&new).and_then(|mut file| {
        file.write_all(bytes)?;
        if let Some(data) = data {
            file.set_permissions(data.permissions())?;
        }
        file.sync_all()?;
        fs::rename(&new, path)
    });
    if written.is_err() {
        // What could not be written whole is of no use; that it is still there is told by the error.
        let _ = fs::remove_file(&new);
    }
    written
}

/// What a file is called until it is whole.
pub fn new_beside(path: &Path) -> PathBuf {
    let mut new = path.as_os_str().to_owned();
    new.push(format!(".{}.new", std::process::id()));
    new.into()
}

/// That a file was not written.
pub fn unwritten(name: &Path, error: &io::Error, language: Language) -> io::Error {
    let values = [
        ("name", &*shown::name(name.as_os_str())),
        ("error", &tell::failure(error, language)),
    ];
    io::Error::other(language.of(say("cli.not-written", &values)))
}

/// A line of JSON; an analysis is the same bytes that the page exports.
pub fn json(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    Ok(line)
}

/// Rows as CSV.
pub fn csv(rows: impl IntoIterator<Item = Vec<String>>) -> io::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.iter().map(|cell| disarmed(cell).into_owned()))?;
    }
    writer.into_inner().map_err(|error| error.into_error())
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection); a plain number
/// keeps its sign. The page does the same.
fn disarmed(cell: &str) -> Cow<'_, str> {
    let number = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    let number = number.strip_suffix('%').unwrap_or(number);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    let is_number = match number.split_once('.') {
        Some((whole, rest)) => digits(whole) && digits(rest),
        None => digits(number),
    };
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number {
        return format!("'{cell}").into();
    }
    cell.into()
}

/// The most columns of a terminal that one cell takes.
const WIDEST: usize = 36;

/// The claims in columns.
pub fn table(analysis: &Analysis, language: Language) -> Vec<u8> {
    let rows = rows::rows(analysis, "", language);
    if rows.is_empty() {
        let none = say("cli.no-claims", &[("name", &analysis.source.name)]);
        return (shown::line(&language.of(none)) + "\n").into_bytes();
    }
    columns(rows::heads(language), rows).into_bytes()
}

/// Rows of words in columns, below their heads.
pub fn columns(heads: Vec<String>, rows: Vec<Vec<String>>) -> String {
    let lines = std::iter::once(heads).chain(rows);
    let plain = |line: Vec<String>| {
        let cells = line.iter().take(rows::SHOWN);
        cells.map(|cell| shown::line(cell)).collect()
    };
    let lines: Vec<Vec<String>> = lines.map(plain).collect();
    let widths: Vec<usize> = (0..lines[0].len())
        .map(|column| {
            lines
                .iter()
                .map(|line| line[column].width().min(WIDEST))
                .max()
                .unwrap_or(0)
        })
        .collect();
    let mut shown = String::new();
    for line in lines {
        let cells: Vec<String> = line
            .iter()
            .zip(&widths)
            .map(|(cell, &width)| fit(cell, width))
            .collect();
        shown.push_str(cells.join("  ").trim_end());
        shown.push('\n');
    }
    shown
}

/// A cell cut and padded to a width; a Chinese character takes two columns.
fn fit(cell: &str, width: usize) -> String {
    let mut fitted = String::new();
    let mut used = 0;
    let cut = cell.width() > width;
    for character in cell.chars() {
        let wide = unicode_width::UnicodeWidthChar::width(character).unwrap_or(0);
        if used + wide > width.saturating_sub(usize::from(cut)) {
            break;
        }
        fitted.push(character);
        used += wide;
    }
    if cut {
        fitted.push('…');
        used += 1;
    }
    fitted + &" ".repeat(width.saturating_sub(used))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_numbers_stay() {
        for formula in [
            "=HYPERLINK(\"x\")",
            "+1+1",
            "-a",
            "@a",
            "\ta",
            "-",
            "-1.",
            "-%",
        ] {
            assert_eq!(disarmed(formula), format!("'{formula}"));
        }
        for plain in ["-3.5", "+6%", "6", "同比-3", "", "a=b"] {
            assert_eq!(disarmed(plain), plain);
        }
    }
}
