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
    let mut written = String::from(
        "/// Of each rule its id; in both languages what it finds, why that matters and what it rests on; a text that it\n\
         /// finds something in, and one like it.\n\
         #[allow(clippy::type_complexity)]\n\
         static WRITTEN: &[(&str, [(&str, &str); 3], &str, &str)] = &[\n",
    );
    for rule in &rules {
        let said = [&rule.what, &rule.why, &rule.source];
        let row = (&rule.id, said, &rule.trips, &rule.silent);
        writeln!(written, "    {row:?},")?;
    }
    written.push_str("];\n");
    Ok(fs::write(out.join("rules.rs"), written)?)
}
