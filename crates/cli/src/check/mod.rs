//! `xushi check FILE…`: the findings of every rule, where they stand in the file.

mod baseline;
mod checked;
mod checker;
mod comments;
mod fix;
mod github;
mod json;
mod report;
mod sarif;
mod text;

use std::ffi::OsString;
use std::io;
use std::path::Path;

use xushi::model::Severity;
use xushi::strings::say;

use crate::arguments::{Check, Language};
use crate::input::{Input, spoken};
use crate::many::{Many, Target};
use crate::outcome::Outcome;
use crate::tell::{of_file, tell};
use crate::{shown, write};
use baseline::Baseline;
use checked::Checked;
use checker::Checker;
use report::Report;

/// What came of a file.
struct Came {
    file: OsString,
    /// What is printed of it.
    printed: io::Result<Vec<u8>>,
    severities: Vec<Severity>,
    /// Whether that makes the exit code 1.
    fails: bool,
    /// Its findings as the baseline that is to be written has them.
    fingerprints: Vec<String>,
    /// The file with its findings as comments, or why it cannot have them, where that is asked for.
    commented: Option<Result<Vec<u8>, String>>,
    /// How many suggestions were done, and how many findings the baseline has.
    mended: usize,
    left_out: usize,
}

/// Checks every file; one that cannot be read is named on standard error and the rest go on.
pub fn run(arguments: &Check) -> io::Result<Outcome> {
    let language = arguments.language;
    let is_filter = is_filter(arguments)?;
    let checker = Checker::new(arguments)?;
    let form = report::form(arguments.format);
    let (mut target, known) = Target::open(&arguments.output, &arguments.files, form, language)?;
    let is_too_bad = |(file, worst): (&String, &Option<Severity>)| {
        worst.is_some_and(|worst| checker.fail_on_of(file).fails(worst))
    };
    let mut fails = known.iter().any(is_too_bad);
    let many = Many::new(&arguments.files, language).for_target(&target, known);
    let format = (!is_filter && !arguments.diff).then_some(arguments.format);
    let mut report = Report::begin(&mut target, format, language)?;
    let mut new_baseline = arguments.write_baseline.as_deref().map(Baseline::new);
    let mut commented = Vec::new();
    let mut counts = Counts::default();
    let all_read = many.each(
        |input, notes| came(&checker, input, arguments, notes),
        |came| {
            fails |= came.fails;
            counts.add(&came);
            if let Some(baseline) = &mut new_baseline {
                baseline.add(&came.file, came.fingerprints);
            }
            // More than one is refused: no more than two are kept.
            if let Some(made) = came.commented
                && commented.len() < 2
            {
                commented.push((came.file, made));
            }
            report.add(&came.printed?, &came.severities)
        },
    )?;
    let has_comments = match &arguments.comments {
        Some(out) => write_comments(out, commented, language)?,
        None => true,
    };
    report.end()?;
    target.end()?;
    if let (Some(baseline), Some(path)) = (new_baseline, &arguments.write_baseline) {
        baseline.write(path, language)?;
    }
    counts.tell(language);
    Ok(if !all_read || !has_comments {
        Outcome::Unread
    } else if fails {
        Outcome::Less
    } else {
        Outcome::Well
    })
}

/// Whether the text of standard input is to be mended and printed, as an editor asks for it.
fn is_filter(arguments: &Check) -> io::Result<bool> {
    let files = &arguments.files.files;
    let reads_input = arguments.fix && files.iter().any(|file| file == "-");
    if reads_input && files.len() > 1 {
        let refusal = say("cli.check.fix.input", &[]);
        return Err(io::Error::other(arguments.language.of(refusal)));
    }
    Ok(reads_input)
}

/// What is told at the end, beside the findings.
#[derive(Default)]
struct Counts {
    mended: usize,
    mended_files: usize,
    left_out: usize,
    taken: usize,
}

impl Counts {
    fn add(&mut self, came: &Came) {
        self.mended += came.mended;
        self.mended_files += usize::from(came.mended > 0);
        self.left_out += came.left_out;
        self.taken += came.fingerprints.len();
    }

    fn tell(&self, language: Language) {
        let files = self.mended_files.to_string();
        for (key, count) in [
            ("cli.check.fixed", self.mended),
            ("cli.check.baseline.told", self.left_out),
            ("cli.check.baseline.written", self.taken),
        ] {
            let values = [("count", &*count.to_string()), ("files", &files)];
            if count > 0 {
                tell(language.of(say(key, &values)));
            }
        }
    }
}

/// Writes the one file that was checked with its findings as comments; whether it could be.
fn write_comments(
    out: &Path,
    mut commented: Vec<(OsString, Result<Vec<u8>, String>)>,
    language: Language,
) -> io::Result<bool> {
    if commented.len() > 1 {
        let one = language.of(say("cli.check.comments", &[]));
        tell(of_file(out.as_os_str(), &one));
        return Ok(false);
    }
    match commented.pop() {
        Some((_, Ok(bytes))) => write::replace(out, &bytes, language)?,
        Some((file, Err(message))) => {
            tell(of_file(&file, &message));
            return Ok(false);
        }
        None => return Ok(false),
    }
    Ok(true)
}

fn came(
    checker: &Checker,
    input: Input,
    arguments: &Check,
    notes: &mut Vec<String>,
) -> Result<Came, String> {
    let language = arguments.language;
    let checked = checker.checked(input, notes)?;
    if arguments.fix || arguments.diff {
        return mended(checker, checked, arguments);
    }
    let commented = arguments.comments.as_ref().map(|_| {
        let made = comments::commented(&checked, language);
        made.map_err(|error| error.message(spoken(language)))
    });
    if arguments.write_baseline.is_some() {
        let fingerprints = checked.found.iter().map(|one| one.fingerprint.clone());
        let fingerprints = fingerprints.collect();
        let found = Vec::new();
        let came = printed(Checked { found, ..checked }, arguments);
        return Ok(Came {
            fingerprints,
            ..came
        });
    }
    let came = printed(checked, arguments);
    Ok(Came { commented, ..came })
}

/// The findings of a file as they are printed.
fn printed(checked: Checked, arguments: &Check) -> Came {
    let severities = checked.found.iter().map(|found| found.finding.severity);
    let severities: Vec<Severity> = severities.collect();
    Came {
        printed: report::printed(&checked, arguments.format, arguments.language),
        fails: severities.iter().any(|&it| checked.fail_on.fails(it)),
        severities,
        left_out: checked.left_out,
        file: checked.input.file,
        fingerprints: Vec::new(),
        commented: None,
        mended: 0,
    }
}

/// Does what is suggested in a file, or shows what would become of it.
fn mended(checker: &Checker, checked: Checked, arguments: &Check) -> Result<Came, String> {
    let language = arguments.language;
    let before = checked.lines.text().to_owned();
    let (checked, count) = checker.mended(checked)?;
    if arguments.diff {
        let after = checked.lines.text();
        let name = shown::name(&checked.input.file);
        let difference = match count {
            0 => String::new(),
            _ => fix::difference(&name, &before, after),
        };
        return Ok(Came {
            printed: Ok(difference.into_bytes()),
            severities: Vec::new(),
            fails: count > 0,
            ..printed(checked, arguments)
        });
    }
    let file = checked.input.file.clone();
    let bytes = checked.input.text.bytes.clone().into_owned();
    let is_input = arguments.files.files.iter().any(|file| file == "-");
    let mut came = printed(checked, arguments);
    came.mended = count;
    if is_input {
        came.printed = Ok(bytes);
    } else if count > 0 {
        let written = write::replace(Path::new(&file), &bytes, language);
        written.map_err(|error| error.to_string())?;
    }
    Ok(came)
}
