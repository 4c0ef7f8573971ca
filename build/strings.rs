//! What people read, as static rows: the strings, and the rules of the checks in words.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::{Result, said};

/// Writes `STRINGS` into `code`: key, zh, en; and `WRITTEN`, the documentation of the rules, into a
/// file of its own.
pub fn write(root: &Path, out: &Path, code: &mut String) -> Result<()> {
    let (strings, rules) = said::read(root)?;
    writeln!(
        code,
        "/// What people read: key, Chinese, English; sorted by the key."
    )?;
    writeln!(code, "pub static STRINGS: &[[&str; 3]] = &[")?;
    for (key, (zh, en)) in &strings {
        writeln!(code, "    {:?},", [key, zh, en])?;
    }
    writeln!(code, "];\n")?;
    let mut written = String::from("static WRITTEN: &[Written] = &[\n");
    for rule in &rules {
        writeln!(
            written,
            "    Written {{ id: {:?}, what: {:?}, why: {:?}, source: {:?}, trips: {:?}, silent: {:?} }},",
            rule.id, rule.what, rule.why, rule.source, rule.trips, rule.silent,
        )?;
    }
    written.push_str("];\n");
    Ok(fs::write(out.join("rules.rs"), written)?)
}
