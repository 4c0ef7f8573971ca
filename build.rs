//! Turns the lexicons under `data/` into tables of static strings, and, for the command line,
//! packs jieba's dictionary. A faulty table stops the build with its file and line.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

#[path = "src/language/dictionary.rs"]
#[allow(dead_code)]
mod dictionary;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/language/dictionary.rs");

    let mut code = String::new();
    for file in tables(&root.join("data"))? {
        let name = file
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .to_uppercase()
            .replace('-', "_");
        let rows = read_table(&file)?;
        write_table(&mut code, &name, &file, &rows)?;
    }
    let mut strings = BTreeMap::new();
    for file in tables(&root.join("data/strings"))? {
        for (line, row) in read_table(&file)? {
            if row.len() != 3 {
                return Err(
                    format!("{}:{line}: a string needs key, zh and en", file.display()).into(),
                );
            }
            if strings
                .insert(row[0].clone(), (line, row.clone()))
                .is_some()
            {
                return Err(
                    format!("{}:{line}: the key {} stands twice", file.display(), row[0]).into(),
                );
            }
        }
    }
    let rows: Vec<_> = strings.into_values().collect();
    write_table(&mut code, "STRINGS", Path::new("data/strings"), &rows)?;
    fs::write(out.join("lexicon.rs"), code)?;

    if std::env::var("CARGO_CFG_TARGET_ARCH")? != "wasm32" {
        let packed = fs::File::create(out.join("dictionary.gz"))?;
        let mut packer = flate2::write::GzEncoder::new(packed, flate2::Compression::best());
        let words = fs::read_to_string(dictionary_file(&root)?)?;
        let table = fs::read_to_string(root.join("data/words.tsv"))?;
        packer.write_all(&dictionary::pack(&dictionary::with_words(&words, &table)))?;
        packer.finish()?;
    }
    Ok(())
}

/// The TSV files of a folder, in the order of their names.
fn tables(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "tsv"))
        .collect();
    files.sort();
    Ok(files)
}

/// The rows of a table with their line numbers; lines that begin with `#` are comments.
fn read_table(file: &Path) -> Result<Vec<(usize, Vec<String>)>> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|(number, line)| (number + 1, line.split('\t').map(str::to_owned).collect()))
        .collect())
}

/// Writes `pub static NAME: &[[&str; N]]`, sorted by the first column, which must not repeat.
fn write_table(
    code: &mut String,
    name: &str,
    file: &Path,
    rows: &[(usize, Vec<String>)],
) -> Result<()> {
    let columns = rows.iter().map(|(_, row)| row.len()).max().unwrap_or(1);
    let mut sorted = BTreeMap::new();
    for (line, row) in rows {
        let mut row = row.clone();
        row.resize(columns, String::new());
        if sorted.insert(row[0].clone(), row).is_some() {
            return Err(format!(
                "{}:{line}: a first column that stands twice",
                file.display()
            )
            .into());
        }
    }
    writeln!(
        code,
        "/// The rows of `{}`, sorted by the first column.",
        file.file_name().unwrap_or_default().to_string_lossy()
    )?;
    writeln!(code, "pub static {name}: &[[&str; {columns}]] = &[")?;
    for row in sorted.values() {
        writeln!(code, "    {row:?},")?;
    }
    writeln!(code, "];\n")?;
    Ok(())
}

/// jieba's own dictionary: it comes with the crate's source, so the repository holds no copy.
fn dictionary_file(root: &Path) -> Result<PathBuf> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--offline"])
        .current_dir(root)
        .output()?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).map_err(|error| {
        format!(
            "cargo metadata: {error}: {}",
            String::from_utf8_lossy(&output.stderr)
        )
    })?;
    let manifest = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|package| package["name"] == "jieba-rs")
        .and_then(|package| package["manifest_path"].as_str())
        .ok_or("cargo metadata does not know jieba-rs")?;
    let file = Path::new(manifest)
        .with_file_name("src")
        .join("data/dict.txt");
    if file.is_file() {
        Ok(file)
    } else {
        Err(format!("{} is missing", file.display()).into())
    }
}
