//! What an earlier run has written already.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Seek as _, SeekFrom};
use std::path::Path;

use serde::Deserialize;
use xushi::model::Severity;
use xushi::strings::{Said, say};

/// What is there of each file: of a check the worst that was found.
pub type Known = HashMap<String, Option<Severity>>;

/// As much of a line of results as is needed here.
#[derive(Deserialize)]
struct Line {
    file: String,
    schema: String,
    #[serde(default)]
    findings: Vec<Finding>,
}

#[derive(Deserialize)]
struct Finding {
    severity: Severity,
}

/// Why a file is not gone on with.
pub enum Strange {
    /// What the system says.
    Unread(io::Error),
    /// It holds something else.
    Foreign(Said),
}

/// Reads the lines of results that `path` has, and opens it to write behind them. A last line that was not written to
/// its end, as a run that was killed leaves it, is cut off; nothing else is taken away.
pub fn reopened(path: &Path, schema: &str) -> Result<(File, Known), Strange> {
    let open = File::options()
        .read(true)
        .append(true)
        .create(true)
        .open(path);
    let file = open.map_err(Strange::Unread)?;
    let mut lines = BufReader::new(&file);
    let mut known = Known::new();
    let mut whole = 0;
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let length = lines
            .read_until(b'\n', &mut line)
            .map_err(Strange::Unread)?;
        if line.last() != Some(&b'\n') {
            break;
        }
        let number = number.to_string();
        let Ok(read) = serde_json::from_slice::<Line>(&line) else {
            return Err(Strange::Foreign(say(
                "cli.resume.foreign",
                &[("line", &number)],
            )));
        };
        if read.schema != schema {
            let values = [("line", &*number), ("schema", &read.schema)];
            return Err(Strange::Foreign(say("cli.resume.older", &values)));
        }
        let worst = read.findings.iter().map(|finding| finding.severity).min();
        known.insert(read.file, worst);
        whole += length as u64;
    }
    let mut file = lines.into_inner().try_clone().map_err(Strange::Unread)?;
    let cut = file
        .set_len(whole)
        .and_then(|()| file.seek(SeekFrom::Start(whole)));
    cut.map_err(Strange::Unread)?;
    Ok((file, known))
}
