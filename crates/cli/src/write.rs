//! JSON, a table for the terminal, CSV.

use std::fs;
use std::io::{self, Write};

use unicode_width::UnicodeWidthStr as _;
use xushi::model::Analysis;
use xushi::strings::say;

use crate::arguments::Language;
use crate::rows;

/// A whole file, by its name, or to standard output where it has none.
pub fn whole(bytes: &[u8], name: Option<&str>, language: Language) -> io::Result<()> {
    let Some(name) = name else {
        return io::stdout().lock().write_all(bytes);
    };
    fs::write(name, bytes).map_err(|error| {
        let values = [("name", name), ("error", &error.to_string())];
        io::Error::other(language.of(say("cli.not-written", &values)))
    })
}

/// A line of JSON, the same bytes as the page exports.
pub fn json(out: &mut impl Write, analysis: &Analysis) -> io::Result<()> {
    serde_json::to_writer(&mut *out, analysis)?;
    writeln!(out)
}

/// The claims as CSV.
pub fn csv(out: &mut impl Write, analysis: &Analysis, language: Language) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(rows::heads(language))?;
    for row in rows::rows(analysis, language) {
        writer.write_record(row)?;
    }
    writer.flush()
}

/// The most columns of a terminal that one cell takes.
const WIDEST: usize = 36;

/// The claims in columns.
pub fn table(out: &mut impl Write, analysis: &Analysis, language: Language) -> io::Result<()> {
    let rows = rows::rows(analysis, language);
    if rows.is_empty() {
        return writeln!(
            out,
            "{}",
            language.of(say("cli.no-claims", &[("name", &analysis.source.name)]))
        );
    }
    columns(out, rows::heads(language), rows)
}

/// Rows of words in columns, below their heads.
pub fn columns(out: &mut impl Write, heads: Vec<String>, rows: Vec<Vec<String>>) -> io::Result<()> {
    let mut lines = vec![heads];
    lines.extend(rows);
    lines.iter_mut().for_each(|line| line.truncate(rows::SHOWN));
    let widths: Vec<usize> = (0..lines[0].len())
        .map(|column| {
            lines
                .iter()
                .map(|line| line[column].width().min(WIDEST))
                .max()
                .unwrap_or(0)
        })
        .collect();
    for line in lines {
        let cells: Vec<String> = line
            .iter()
            .zip(&widths)
            .map(|(cell, &width)| fit(cell, width))
            .collect();
        writeln!(out, "{}", cells.join("  ").trim_end())?;
    }
    Ok(())
}

/// A cell cut and padded to a width; a Chinese character takes two columns.
fn fit(cell: &str, width: usize) -> String {
    let mut fitted = String::new();
    let mut used = 0;
    let cut = cell.width() > width;
    for character in cell.chars().map(|character| {
        if character.is_control() {
            ' '
        } else {
            character
        }
    }) {
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
