//! A ledger with a later report: what it says of each row.

use super::both::Both;
use super::results;
use super::text::Text;
use crate::model::{Document, Outcome, Progress, ProposedState, ResultRow, Span};

/// How alike a sentence of a row and one that reports are at least, where no figure answers.
const ALIKE: f64 = 0.3;

/// What a report says of each of the rows of a plan: stretches of its text. Both with the names of their files.
pub fn of(plan: (&Document, &str), report: (&Document, &str), rows: &[Span]) -> Vec<Progress> {
    let [first, second] = [plan, report].map(|(document, name)| Text::new(document, name));
    let both = Both::new(&first, &second);
    let results = results::rows(&both);
    let rows = rows.iter().map(|&span| {
        let own = results.iter().filter(|row| span.covers(row.target.span));
        let (told, silent): (Vec<&ResultRow>, Vec<&ResultRow>) =
            own.partition(|row| row.result.is_some());
        let progress = match told.is_empty() {
            true => spoken_of(&both, span),
            false => answered(&told, !silent.is_empty()),
        };
        Progress { span, ..progress }
    });
    rows.collect()
}

/// What the results of a row come to; of some of its targets the report may be `silent`, and then it is not known to be
/// done.
fn answered(told: &[&ResultRow], silent: bool) -> Progress {
    let states = told.iter().map(|row| match row.outcome {
        Outcome::Missed => ProposedState::Late,
        Outcome::Met => ProposedState::Done,
        _ => ProposedState::Running,
    });
    let states = states.chain(silent.then_some(ProposedState::Running));
    let mut progress = Progress {
        state: states.min(),
        ..Progress::default()
    };
    for result in told.iter().filter_map(|row| row.result.as_ref()) {
        if !progress.sentences.contains(&result.words) {
            progress.sentences.push(result.words.clone());
        }
        let figure = result.figure.iter();
        let fresh = figure
            .filter(|figure| !progress.figures.contains(figure))
            .cloned()
            .collect::<Vec<_>>();
        progress.figures.extend(fresh);
    }
    progress
}

/// The reporting sentence that is most like one of a row.
fn spoken_of(both: &Both, span: Span) -> Progress {
    let sentences = &both.first.document.sentences;
    let from = sentences.partition_point(|one| one.span.end <= span.start);
    let own = sentences[from..]
        .iter()
        .take_while(|one| one.span.start < span.end);
    let own = from..from + own.count();
    let reports = (0..both.second.document.sentences.len()).filter(|&at| both.second.reports(at));
    let pairs = reports.flat_map(|at| own.clone().map(move |one| (both.context(one, at), at)));
    let best = pairs.max_by(|(one, _), (other, _)| one.total_cmp(other));
    match best.filter(|(alike, _)| *alike >= ALIKE) {
        Some((_, at)) => Progress {
            sentences: vec![both.second.sentence(at).to_owned()],
            state: Some(ProposedState::Running),
            ..Progress::default()
        },
        None => Progress::default(),
    }
}
