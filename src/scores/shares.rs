//! The scores of a stretch by its counts: shares in per cent, and the figures of readability.

use super::counts::{Stretch, Sums};
use super::figure::{figures, round, share};
use crate::model::{Missing, Score};

/// 实度: the share of characters in measurable and concrete sentences.
///
/// After Hope, Hu & Lu (2016), who count specific entities over words.
pub fn specificity(sums: &Sums) -> Score {
    let [measurable, concrete, formulaic, general] = sums.by_step;
    let graded = sums.by_step.iter().sum();
    share(
        measurable + concrete,
        graded,
        &[
            ("measurable_characters", measurable),
            ("concrete_characters", concrete),
            ("formulaic_characters", formulaic),
            ("general_characters", general),
            ("graded_characters", graded),
        ],
    )
}

/// 套话率: the share of characters that stand in set phrases, slogans and stock phrases.
pub fn formula_density(sums: &Sums) -> Score {
    let parts = [
        ("fixed_characters", sums.fixed),
        ("characters", sums.characters),
    ];
    share(sums.fixed, sums.characters, &parts)
}

/// 前瞻: the share of characters in forward-looking sentences.
pub fn outlook(sums: &Sums) -> Score {
    let parts = [
        ("forward_characters", sums.forward),
        ("characters", sums.characters),
    ];
    share(sums.forward, sums.characters, &parts)
}

/// 排比: the share of characters in runs of three or more clauses of one pattern.
pub fn parallelism(stretch: &Stretch) -> Score {
    let inside = stretch.runs.iter().map(|run| run.characters).sum();
    let parts = [
        ("runs", stretch.runs.len()),
        ("characters_in_runs", inside),
        ("characters", stretch.sums.characters),
    ];
    share(inside, stretch.sums.characters, &parts)
}

/// 可督办度: over the tasks, the mean of the shares that have a measure, a deadline and an owner.
///
/// After the pledge specificity of Pomper & Lederman and of the Polimètre.
pub fn accountability(stretch: &Stretch) -> Score {
    let having = |what| {
        let tasks = stretch.tasks.iter();
        tasks.filter(|task| !task.missing.contains(&what)).count()
    };
    let parts = [
        ("tasks", stretch.tasks.len()),
        ("with_measure", having(Missing::Measure)),
        ("with_deadline", having(Missing::Deadline)),
        ("with_owner", having(Missing::Owner)),
    ];
    let [tasks, having @ ..] = parts.map(|(_, count)| count);
    share(having.iter().sum(), 3 * tasks, &parts)
}

/// 可读性: figures of their own and no sum, because sentence length would swamp the others. Those that
/// are counted over words come from [`crate::vocabulary`].
///
/// After 徐巍、姚振晔、陈冬华 (2021), 中文年报可读性.
pub fn readability(stretch: &Stretch) -> Score {
    let of = [
        ("characters_per_sentence", stretch.sums.sentences),
        ("characters_per_clause", stretch.clauses),
    ];
    let counted = of.into_iter().filter(|(_, count)| *count > 0);
    let mean = |count| round(stretch.sums.characters as f64 / count as f64);
    let parts: Vec<_> = counted.map(|(name, count)| (name, mean(count))).collect();
    figures(&parts)
}
