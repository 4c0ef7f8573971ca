//! `xushi analyze --explain FILE…`: each line with what it was taken for and why.

use std::io;

use crate::arguments::{Analyze, Language};
use crate::input::{Input, spoken};
use crate::many::{Form, Many, Target};
use crate::outcome::Outcome;
use crate::shown;
use xushi::layout::{ExplainedLine, Stated, explain};
use xushi::source;

/// The most reasons that are printed for a line, and the most characters of it.
const MOST_REASONS: usize = 4;
const MOST_CHARACTERS: usize = 40;

/// Lines of words.
const FORM: Form = Form {
    ending: Some("txt"),
    schema: None,
};

/// Explains every file; one that cannot be read is named on standard error and the rest go on.
pub fn run(arguments: &Analyze) -> io::Result<Outcome> {
    let language = arguments.language;
    let (mut target, known) = Target::open(&arguments.output, &arguments.files, FORM, language)?;
    let many = Many::new(&arguments.files, language).for_target(&target, known);
    let all_read = many.each(
        |input, _| {
            let decoded = source::decode(&input.text.name, &input.text.bytes);
            let text = decoded.map_err(|error| language.of(error.said()))?.text;
            let stated = Stated::new(&text, input.text.stated());
            let mut lines = String::new();
            for line in explain(&text, &stated) {
                let place = place(&text, &line, &input, language);
                lines.push_str(&format!("{place}\t{}\n", told(&text, &line, language)));
            }
            Ok((input.file, lines))
        },
        |(file, lines)| target.put_of(&file, lines.as_bytes()),
    )?;
    target.end()?;
    Ok(match all_read {
        true => Outcome::Well,
        false => Outcome::Less,
    })
}

/// The number of a line of the source; in an office file where it stands there.
fn place(text: &str, line: &ExplainedLine, input: &Input, language: Language) -> String {
    let office = input.text.office.as_ref();
    let located = office.and_then(|office| office.locate(line.span.start));
    match located {
        Some(located) => located.message(spoken(language)),
        None => (1 + text[..line.span.start].matches('\n').count()).to_string(),
    }
}

/// A line of the source as it is told: its block, whether it goes on, its words, the heaviest reasons.
fn told(text: &str, line: &ExplainedLine, language: Language) -> String {
    let block = line.block.map_or_else(
        || "—".to_owned(),
        |block| format!("{block:?}").to_lowercase(),
    );
    let words: String = line
        .span
        .of(text)
        .chars()
        .filter(|character| !character.is_control())
        .map(shown::plain)
        .take(MOST_CHARACTERS)
        .collect();
    let reasons: Vec<String> = line
        .reasons
        .iter()
        .take(MOST_REASONS)
        .map(|reason| {
            format!(
                "{} {:+}",
                language.pick(reason.zh, reason.en),
                reason.weight
            )
        })
        .collect();
    let sum: i32 = line.reasons.iter().map(|reason| reason.weight).sum();
    let joined = if line.goes_on { '│' } else { '┌' };
    format!(
        "{block}\t{joined}\t{words}\t{sum:+}\t{}",
        reasons.join(language.pick("、", "; "))
    )
}
