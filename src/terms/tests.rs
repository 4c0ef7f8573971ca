use super::*;
use crate::lexicon::{set_phrases, stock_phrases};
use crate::text::letters::letters;

fn wordings(text: &str) -> Vec<(Wording, String)> {
    scan(text)
        .into_iter()
        .filter(|hit| {
            matches!(
                hit.wording,
                Wording::SetPhrase | Wording::Slogan | Wording::StockPhrase
            )
        })
        .map(|hit| (hit.wording, hit.span.of(text).to_owned()))
        .collect()
}

#[test]
fn the_kinds_of_wording_are_told_apart() {
    let found = wordings("增强“四个意识”，以习近平新时代中国特色社会主义思想为指导，久久为功。");
    assert!(found.contains(&(Wording::Slogan, "四个意识".into())));
    assert!(found.contains(&(
        Wording::SetPhrase,
        "习近平新时代中国特色社会主义思想".into()
    )));
    assert!(found.contains(&(Wording::StockPhrase, "久久为功".into())));
}

#[test]
fn a_stock_phrase_with_a_gap_is_one_phrase() {
    let found = wordings("谱写青河县乡村振兴新篇章。");
    assert!(found.contains(&(Wording::StockPhrase, "谱写青河县乡村振兴新篇章".into())));
    assert_eq!(wordings("谱写了歌曲。明年是新篇章").len(), 1);
}

fn cover_of(text: &str) -> Cover {
    cover(text, Span::new(0, text.len()), letters(text), &scan(text))
}

#[test]
fn cover_counts_neither_marks_nor_grammar_nor_formula_words() {
    assert_eq!(cover_of("，。的和了").share(), 0.0);
    assert_eq!(cover_of("").share(), 0.0);
    assert_eq!(cover_of("要全面加强各项工作。").share(), 1.0);
    assert!(cover_of("要全面加强液压泵检修工作。").share() < 0.6);
    assert!(cover_of("坚定不移推动高质量发展，奋力谱写新篇章。").share() > 0.9);
    assert!(cover_of("液压泵漏油，检修工更换密封圈。").share() < 0.3);
}

#[test]
fn every_entry_of_the_tables_is_found_whole() {
    let set = set_phrases::ROWS.iter().map(|row| row.phrase);
    for phrase in set.chain(stock_phrases::ROWS.iter().map(|row| row.phrase)) {
        let whole = Span::new(0, phrase.len());
        let mut hits = scan(phrase).into_iter();
        assert!(hits.any(|hit| hit.span == whole), "{phrase}");
    }
}
