//! 可督办度: over the tasks, the mean of the shares that have a measure, a deadline and an owner.
//!
//! After the pledge specificity of Pomper & Lederman and of the Polimètre.

use super::counts::Counts;
use super::figure;
use crate::model::{Missing, Score, Span};

/// The score of a stretch.
pub fn score(counts: &Counts, stretch: Span) -> Score {
    let tasks = stretch.begun(counts.tasks, |task| task.span.start);
    let having = |what| {
        tasks
            .iter()
            .filter(|task| !task.missing.contains(&what))
            .count() as f64
    };
    let (measure, deadline, owner) = (
        having(Missing::Measure),
        having(Missing::Deadline),
        having(Missing::Owner),
    );
    figure::share(
        measure + deadline + owner,
        3.0 * tasks.len() as f64,
        &[
            ("tasks", tasks.len() as f64),
            ("with_measure", measure),
            ("with_deadline", deadline),
            ("with_owner", owner),
        ],
    )
}
