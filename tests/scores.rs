//! What holds for the scores of whole texts, whatever they say, and for texts that are hardly texts.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use xushi::Analyzer;
use xushi::model::{Document, Score, ScoreSet, WarningCode};
use xushi::reading::Dictionary;

const TITLE: &str = "在全市工作会议上的讲话\n同志们：\n";

fn documents(text: &str) -> Vec<Document> {
    let analysis = Analyzer::new(Dictionary::built_in().unwrap())
        .analyze("speech.txt", text.as_bytes())
        .unwrap();
    analysis.documents
}

fn document(text: &str) -> Document {
    let mut documents = documents(text);
    documents.sort_by_key(|document| std::cmp::Reverse(document.text.len()));
    documents.into_iter().next().unwrap()
}

fn named(scores: &ScoreSet) -> [(&str, &Score); 7] {
    [
        ("specificity", &scores.specificity),
        ("formula_density", &scores.formula_density),
        ("accountability", &scores.accountability),
        ("target_firmness", &scores.target_firmness),
        ("outlook", &scores.outlook),
        ("readability", &scores.readability),
        ("parallelism", &scores.parallelism),
    ]
}

/// Every figure is a number, a share is one, and evidence stands in the text.
fn sound(document: &Document) {
    let length = document.text.encode_utf16().count();
    for (name, score) in named(&document.scores.document) {
        if let Some(value) = score.value {
            assert!((0.0..=100.0).contains(&value), "{name} {value}");
        }
        for (part, figure) in &score.parts {
            assert!(figure.is_finite(), "{name} {part} {figure}");
        }
        for percentile in score
            .percentile
            .iter()
            .chain(score.part_percentiles.values())
        {
            assert!((0.0..=100.0).contains(percentile), "{name} {percentile}");
        }
        for span in score.evidence.values().flatten() {
            assert!(
                span.start < span.end && span.end <= length,
                "{name} {span:?}"
            );
        }
    }
}

fn codes(document: &Document) -> Vec<WarningCode> {
    document
        .scores
        .warnings
        .iter()
        .map(|warning| warning.code)
        .collect()
}

/// Sentences of every kind, so that generated texts reach every score.
const SENTENCES: [&str; 12] = [
    "粮食产量达到32万吨。",
    "力争明年财政收入增长8%左右。",
    "由县水利局牵头，6月底前完成渠道清淤。",
    "坚定不移推动高质量发展，奋力谱写新篇章。",
    "增强“四个意识”，坚定“四个自信”。",
    "山坡上的果树开始挂果了。",
    "部分小区停车困难。",
    "做优一产，做强二产，做大三产。",
    "青石镇建成了蔬菜大棚。",
    "要把好事办好。",
    "我们将继续努力。",
    "好。",
];

fn text() -> impl Strategy<Value = String> {
    let sentence = prop::sample::select(SENTENCES.to_vec());
    let paragraph = prop::collection::vec(sentence, 1..6).prop_map(|parts| parts.concat());
    prop::collection::vec(paragraph, 0..8)
        .prop_map(|paragraphs| format!("{TITLE}{}\n", paragraphs.join("\n")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_measurable_sentence_never_lowers_specificity(text in text()) {
        let value = |text: &str| document(text).scores.document.specificity.value.unwrap_or(0.0);
        let longer = format!("{text}全年新建农村公路86公里。\n");
        prop_assert!(value(&longer) >= value(&text));
    }

    #[test]
    fn a_repeated_slogan_never_lowers_formula_density(text in text()) {
        let value = |text: &str| document(text).scores.document.formula_density.value.unwrap_or(0.0);
        let longer = format!("{text}四个意识，四个意识，四个自信。\n");
        prop_assert!(value(&longer) >= value(&text));
    }

    #[test]
    fn every_figure_is_sound(text in text()) {
        for document in documents(&text) {
            sound(&document);
        }
    }
}

#[test]
fn the_order_of_sections_does_not_change_the_counts() {
    let sections = [
        (
            "回顾过去工作",
            "粮食产量达到32万吨。青石镇建成了蔬菜大棚。增强“四个意识”。",
        ),
        ("存在困难问题", "部分小区停车困难。山坡上的果树开始挂果了。"),
        (
            "明年目标任务",
            "力争明年财政收入增长8%左右。由县水利局牵头，6月底前完成渠道清淤。",
        ),
    ];
    let counts = |order: [usize; 3]| {
        let mut text = TITLE.to_owned();
        for (number, at) in ["一", "二", "三"].iter().zip(order) {
            text.push_str(&format!(
                "{number}、{}\n{}\n",
                sections[at].0, sections[at].1
            ));
        }
        let scores = document(&text).scores.document;
        let specificity = scores.specificity.parts;
        (
            specificity,
            scores.formula_density.parts,
            scores.target_firmness.parts,
        )
    };
    assert_eq!(counts([0, 1, 2]), counts([2, 0, 1]));
}

#[test]
fn a_text_of_one_sentence_is_scored_and_not_compared() {
    let document = document("全县粮食总产量达到45万吨，比上年增长3.2%。");
    sound(&document);
    assert_eq!(codes(&document), [WarningCode::ReferenceShort]);
    let scores = named(&document.scores.document);
    assert!(scores.iter().all(|(_, score)| score.percentile.is_none()));
}

#[test]
fn slogans_alone_are_all_formula_and_promise_nothing() {
    let slogans = "增强“四个意识”，坚定“四个自信”，做到“两个维护”。\n".repeat(20);
    let document = document(&format!("{TITLE}{slogans}"));
    sound(&document);
    let scores = &document.scores.document;
    assert_eq!(scores.specificity.value, Some(0.0));
    assert!(scores.formula_density.value.unwrap() > 60.0);
    assert_eq!(scores.target_firmness.value, None);
}

#[test]
fn numbers_alone_divide_nothing_by_zero() {
    for text in [
        "2024",
        "1 2 3 4 5\n6 7 8 9 10\n",
        "12.5%\n33%\n0\n",
        "0/0 1/0 -1",
    ] {
        for document in documents(text) {
            sound(&document);
            assert_eq!(
                document.scores.document.accountability.value, None,
                "{text:?}"
            );
        }
    }
}

#[test]
fn a_text_in_traditional_characters_is_not_compared() {
    let text = format!(
        "在會議上的講話\n{}",
        "我們要堅決貫徹黨的決策部署，紮實推動經濟發展，讓羣眾過上好日子。各個單位應當認真總結經驗，努力完成今年的任務。\n"
            .repeat(12)
    );
    let document = document(&text);
    sound(&document);
    assert!(codes(&document).contains(&WarningCode::ReferenceTraditional));
    assert_eq!(document.scores.document.specificity.percentile, None);
}

#[test]
fn a_text_half_in_another_language_is_not_compared() {
    let chinese = "全县粮食总产量达到45万吨，比上年增长3.2%。群众的日子越过越好。\n";
    for foreign in [
        "The county government will keep working hard for the people of the region this year.\n",
        "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ ᠪᠢᠴᠢᠭ ᠦᠨ ᠠᠵᠢᠯ ᠢ ᠰᠠᠶᠢᠵᠢᠷᠠᠭᠤᠯᠬᠤ ᠬᠡᠷᠡᠭᠲᠡᠢ\n",
        "Монгол хэл бичгийн ажлыг сайжруулах хэрэгтэй байна гэж хэлэв\n",
    ] {
        let text = format!("{TITLE}{}", format!("{chinese}{foreign}").repeat(12));
        let analysis = Analyzer::new(Dictionary::built_in().unwrap())
            .analyze("half.txt", text.as_bytes())
            .unwrap();
        let told = |code| {
            analysis
                .source
                .warnings
                .iter()
                .any(|warning| warning.code == code)
        };
        assert!(told(WarningCode::ReferenceForeign), "{foreign}");
        for document in &analysis.documents {
            sound(document);
            assert_eq!(document.scores.document.specificity.percentile, None);
        }
    }
}

#[test]
fn a_kind_without_reference_texts_says_so() {
    let text = format!("梯田的故事\n{}", SENTENCES.concat().repeat(4));
    let document = document(&text);
    sound(&document);
    assert_eq!(codes(&document), [WarningCode::ReferenceKind]);
    assert_eq!(document.scores.reference.texts, 0);
    assert_eq!(document.scores.document.specificity.percentile, None);
}

#[test]
fn a_whole_speech_is_compared_with_the_reference_set() {
    let text = format!("{TITLE}{}", SENTENCES.concat().repeat(4));
    let document = document(&text);
    assert_eq!(codes(&document), []);
    let scores = &document.scores;
    for score in [
        &scores.document.specificity,
        &scores.document.formula_density,
    ] {
        assert!(score.percentile.is_some());
    }
    assert!(!scores.document.readability.part_percentiles.is_empty());
    assert_eq!(scores.reference.key, "speech");
    assert!(scores.reference.texts >= 8);
    for part in ["hard", "soft"] {
        let claims = scores.document.target_firmness.evidence.get(part);
        let count = claims.map_or(0, Vec::len) as f64;
        assert_eq!(
            scores.document.target_firmness.parts.get(part),
            Some(&count)
        );
    }
}

#[test]
fn an_empty_text_scores_null() {
    for text in ["", "\n\n", " \u{3000}\n"] {
        for document in documents(text) {
            sound(&document);
            for (name, score) in named(&document.scores.document) {
                assert_eq!(score.value, None, "{name}");
            }
        }
    }
}
