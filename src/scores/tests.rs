use super::*;
use crate::layout::Layout;
use crate::lexicon::ladder_weights::{Feature, ROWS};
use crate::model::{Bound, Heading, HeadingStyle, Ladder, Measure};
use crate::{tasks, terms};

/// A target at each figure of the text.
fn targets(reading: &Reading, commitment: Option<&str>, bound: Bound) -> Vec<Claim> {
    reading
        .text
        .match_indices('%')
        .map(|(at, _)| Claim {
            span: Span::new(at - 1, at + 1),
            bound,
            measure: Measure::Growth,
            commitment: commitment.map(str::to_owned),
            sentence: reading.sentence_at(at),
            ..Claim::target("产值", 5.0, "%")
        })
        .collect()
}

fn scored(text: &str, outline: &[Heading]) -> Scores {
    let layout = Layout::of_lines(text);
    let reading = Reading::new(&layout, outline, &crate::reading::for_tests());
    let claims = targets(&reading, None, Bound::AtLeast);
    let tasks = tasks::extract(&reading, &claims);
    let wording = terms::scan(reading.text);
    let terms = terms::extract(&reading, &wording);
    let ladder = ladder(&reading, &claims, &tasks, &wording);
    score(&reading, &claims, &tasks, &terms, &ladder)
}

fn steps(text: &str) -> Vec<Option<Ladder>> {
    let told = told(text).into_iter();
    told.map(|step| step.map(|step| step.ladder)).collect()
}

fn told(text: &str) -> Vec<Option<Step>> {
    let layout = Layout::of_lines(text);
    let reading = Reading::new(&layout, &[], &crate::reading::for_tests());
    let claims = targets(&reading, None, Bound::Exact);
    let tasks = tasks::extract(&reading, &claims);
    ladder(&reading, &claims, &tasks, &terms::scan(reading.text))
}

#[test]
fn each_step_takes_its_sentence() {
    assert_eq!(
        steps(
            "粮食产量增长5%以上。由县水务局修建水渠。坚定不移推动高质量发展，奋力谱写新篇章。调整种植结构，发展特色养殖。好。"
        ),
        [
            Some(Ladder::Measurable),
            Some(Ladder::Concrete),
            Some(Ladder::Formulaic),
            Some(Ladder::General),
            None
        ]
    );
}

#[test]
fn an_admission_is_no_padding() {
    assert_eq!(
        steps("一些干部担当作为的意识不强。"),
        [Some(Ladder::General)]
    );
}

#[test]
fn a_step_says_why() {
    for (text, reason) in [
        ("粮食产量增长5%以上。", "claim"),
        ("实施《水污染防治条例》。", "book"),
        ("由县水务局修建水渠。", "named_body"),
        ("坚定不移推动高质量发展，奋力谱写新篇章。", "cover"),
    ] {
        let because = told(text).remove(0).map(|step| step.because);
        let says = because.as_ref().is_some_and(|all| all.contains(&reason));
        assert!(says, "{text}: {because:?}");
    }
}

#[test]
fn a_particular_never_takes_a_sentence_from_concrete() {
    let particular = |feature: Feature| {
        use Feature::{Deadline, Owner, Within};
        let named = (Feature::Named..=Feature::NamedEvent).contains(&feature);
        named || matches!(feature, Owner | Deadline | Within)
    };
    let rows = ROWS.iter().filter(|row| particular(row.feature));
    for row in rows.clone() {
        assert!(
            row.concrete >= row.formulaic && row.concrete >= row.general,
            "{}",
            row.key
        );
    }
    assert_eq!(rows.count(), 12);
}

#[test]
fn fixed_wording_never_takes_a_sentence_from_formulaic() {
    use Feature::{Cover, Fixed, Set, Stock};
    for row in ROWS
        .iter()
        .filter(|row| matches!(row.feature, Set | Stock | Cover | Fixed))
    {
        assert!(
            row.formulaic >= row.concrete && row.formulaic >= row.general,
            "{}",
            row.key
        );
    }
}

#[test]
fn every_feature_has_its_weights_and_every_reason_its_words() {
    let rows = ROWS.iter().filter(|row| row.feature != Feature::Word);
    for row in rows.filter(|row| row.feature != Feature::Always) {
        let said = crate::strings::say(&format!("because.ladder.{}", row.key), &[]);
        assert!(
            !said.zh.starts_with("because.") && !said.en.is_empty(),
            "{}",
            row.key
        );
    }
}

#[test]
fn nothing_to_count_scores_null() {
    for text in ["", "\n\n", "好。"] {
        let scores = scored(text, &[]).document;
        assert_eq!(scores.specificity.value, None, "{text:?}");
        assert_eq!(scores.accountability.value, None, "{text:?}");
        assert_eq!(scores.target_firmness.value, None, "{text:?}");
        assert_eq!(scores.readability.value, None, "{text:?}");
    }
    let empty = scored("", &[]).document;
    assert_eq!(empty.formula_density.value, None);
    assert_eq!(empty.outlook.value, None);
    assert_eq!(empty.parallelism.value, None);
}

#[test]
fn a_measurable_sentence_never_lowers_specificity() {
    for text in [
        "",
        "梯田上种了荞麦和胡麻。",
        "坚定不移推动高质量发展。",
        "产值增长5%。",
    ] {
        let before = scored(text, &[]).document.specificity.value.unwrap_or(0.0);
        let longer = format!("{text}粮食产量增长5%。");
        let after = scored(&longer, &[])
            .document
            .specificity
            .value
            .unwrap_or(0.0);
        assert!(after >= before, "{text}: {before} → {after}");
    }
}

#[test]
fn a_repeated_slogan_never_lowers_formula_density() {
    for text in [
        "",
        "梯田上种了荞麦。",
        "增强“四个意识”。",
        "奋力谱写梯田新篇章。",
    ] {
        let density = |text: &str| {
            scored(text, &[])
                .document
                .formula_density
                .value
                .unwrap_or(0.0)
        };
        let longer = format!("{text}四个意识。");
        assert!(density(&longer) >= density(text), "{text}");
    }
}

#[test]
fn words_of_trying_make_a_target_soft() {
    let text = "产值增长5%。";
    let layout = Layout::of_lines(text);
    let reading = Reading::new(&layout, &[], &crate::reading::for_tests());
    for (commitment, bound, value) in [
        (None, Bound::AtLeast, Some(100.0)),
        (Some("力争"), Bound::AtLeast, Some(0.0)),
        (Some("确保"), Bound::Exact, Some(100.0)),
        (None, Bound::About, Some(0.0)),
        (None, Bound::Range, None),
    ] {
        let claims = targets(&reading, commitment, bound);
        let counts = Counts::new(&reading, &claims, &[], &[], &[None]);
        let score = target_firmness::score(counts.of(Span::new(0, text.len())).claims);
        assert_eq!(score.value, value, "{commitment:?} {bound:?}");
    }
}

#[test]
fn sections_are_scored_by_what_stands_in_them() {
    let text = "甲部分内容\n粮食产量增长5%以上。\n乙部分内容\n调整种植结构，发展特色养殖。";
    let second = text.find('乙').unwrap_or_default();
    let heading = |start: usize, end: usize| Heading {
        level: 1,
        style: HeadingStyle::Plain,
        number: None,
        title: "部分".into(),
        span: Span::new(start, start + "甲部分内容".len()),
        section: Span::new(start, end),
        children: Vec::new(),
    };
    let scores = scored(text, &[heading(0, second), heading(second, text.len())]);
    let specificity: Vec<_> = scores
        .sections
        .iter()
        .map(|section| section.scores.specificity.value)
        .collect();
    assert_eq!(specificity, [Some(100.0), Some(0.0)]);
    let turned = "乙部分内容\n调整种植结构，发展特色养殖。\n甲部分内容\n粮食产量增长5%以上。";
    let first = turned.find('甲').unwrap_or_default();
    let other = scored(turned, &[heading(0, first), heading(first, turned.len())]);
    assert_eq!(counts(scores.document), counts(other.document));
}

/// The scores without the places that they count, which move with the sections.
fn counts(mut scores: ScoreSet) -> ScoreSet {
    for (_, score) in scores.each_mut() {
        score.evidence.clear();
    }
    scores
}

#[test]
fn three_clauses_of_one_pattern_are_a_run() {
    let parallel = scored("做优一产，做强二产，做大三产。", &[])
        .document
        .parallelism;
    assert_eq!(parallel.parts.get("runs"), Some(&1.0));
    assert_eq!(parallel.value, Some(100.0));
    let plain = scored("水库建在山谷里，坝高很可观，村民都高兴。", &[])
        .document
        .parallelism;
    assert_eq!(plain.parts.get("runs"), Some(&0.0));
}
