//! What holds for any bytes and any text.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use xushi::Analyzer;
use xushi::model::{Analysis, Document, Heading, Span};
use xushi::reading::Dictionary;

fn analyze(bytes: &[u8]) -> Option<Analysis> {
    let (analysis, ledgers) = Analyzer::new(Dictionary::built_in().unwrap())
        .ledgers("generated.txt", bytes, &[], Vec::new())
        .ok()?;
    for (document, ledger) in analysis.documents.iter().zip(ledgers) {
        let length = document.text.encode_utf16().count();
        let rows = ledger.sentences.into_iter().chain(ledger.items);
        let stands = |span: Span| span.start < span.end && span.end <= length;
        assert!(rows.into_iter().all(|row| stands(row.span)));
    }
    Some(analysis)
}

/// Every span of a document, with a word on what it is.
fn spans(document: &Document) -> Vec<(&'static str, Span)> {
    fn headings(nodes: &[Heading], found: &mut Vec<(&'static str, Span)>) {
        for node in nodes {
            found.push(("heading", node.span));
            found.push(("section", node.section));
            headings(&node.children, found);
        }
    }
    let mut found = Vec::new();
    headings(&document.outline, &mut found);
    found.extend(document.blocks.iter().map(|block| ("block", block.span)));
    found.extend(
        document
            .sentences
            .iter()
            .map(|sentence| ("sentence", sentence.span)),
    );
    found.extend(document.claims.iter().map(|claim| ("claim", claim.span)));
    found.extend(document.tasks.iter().map(|task| ("task", task.span)));
    found.extend(
        document
            .terms
            .iter()
            .flat_map(|term| &term.occurrences)
            .map(|span| ("term", *span)),
    );
    found.extend(
        document
            .findings
            .iter()
            .map(|finding| ("finding", finding.span)),
    );
    found.extend(
        document
            .metadata
            .authors
            .iter()
            .map(|author| ("author", author.span)),
    );
    found
}

fn check(analysis: &Analysis, source: &str) -> Result<(), TestCaseError> {
    let source: Vec<u16> = source.encode_utf16().collect();
    // A column that is put together again goes back in the source; no place is used twice for it.
    let mut used: Vec<(usize, usize)> = analysis
        .documents
        .iter()
        .flat_map(|document| &document.source_map)
        .map(|&(_, source_start, length)| (source_start, source_start + length))
        .collect();
    used.sort_unstable();
    for pair in used.windows(2) {
        prop_assert!(
            pair[0].1 <= pair[1].0,
            "a place of the source stands in two runs"
        );
    }
    for document in &analysis.documents {
        let text: Vec<u16> = document.text.encode_utf16().collect();
        for (what, span) in spans(document) {
            prop_assert!(
                span.start <= span.end && span.end <= text.len(),
                "{what} {span:?} outside"
            );
            // A span that cut a surrogate pair would not decode.
            prop_assert!(
                String::from_utf16(&text[span.start..span.end]).is_ok(),
                "{what} {span:?}"
            );
        }
        for claim in &document.claims {
            let covered = String::from_utf16_lossy(&text[claim.span.start..claim.span.end]);
            prop_assert_eq!(&covered, &claim.text);
            prop_assert!(claim.value.is_finite());
            prop_assert!(claim.sentence < document.sentences.len());
        }
        let mut reached = 0;
        for &(text_start, source_start, length) in &document.source_map {
            prop_assert!(text_start >= reached, "runs overlap in the text");
            prop_assert_eq!(
                &text[text_start..text_start + length],
                &source[source_start..source_start + length],
                "the source map is not true"
            );
            reached = text_start + length;
        }
    }
    Ok(())
}

/// What such texts are made of, so that generated texts reach every stage.
const PIECES: [&str; 77] = [
    "一、",
    "（二）",
    "1.",
    "一是",
    "首先，",
    "——",
    "\n",
    "\n\n",
    "　　",
    "。",
    "，",
    "；",
    "：",
    "“",
    "”",
    "《",
    "》",
    "（",
    "）",
    "同志们：",
    "2024年",
    "今年",
    "“十四五”期间",
    "到2030年",
    "增长",
    "达到",
    "由",
    "增加到",
    "5%",
    "3,722万元",
    "百分之五",
    "三分之一",
    "翻一番",
    "1.2万亿",
    "亿亿亿",
    "12345678901234567890",
    "0",
    "-3",
    "１２３",
    "个百分点",
    "居全省第一",
    "前三位",
    "分别",
    "和",
    "、",
    "确保",
    "力争",
    "完成",
    "固定资产投资",
    "我讲四点意见",
    "第一篇：",
    "上接第一版",
    "责任编辑",
    "😀",
    "𠀀",
    "\u{200b}",
    "\u{feff}",
    "<script>",
    "&nbsp;",
    "#",
    "XX",
    "60：16：24",
    "34:35:31",
    "1—10月",
    "10—12项",
    "翻",
    "第",
    "前",
    "年",
    "月底前",
    "牵头",
    "“四个意识”",
    "不断",
    "\u{0}",
    "\r\n",
    "\t",
    "|",
];

/// A text of such pieces.
fn official_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(&PIECES[..]);
    prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = analyze(&bytes);
    }

    #[test]
    fn spans_fit_and_the_source_map_is_true(text in official_text()) {
        if let Some(analysis) = analyze(text.as_bytes()) {
            // A byte order mark is no part of the source's text.
            check(&analysis, text.strip_prefix('\u{feff}').unwrap_or(&text))?;
        }
    }

    #[test]
    fn the_same_bytes_give_the_same_analysis(text in official_text()) {
        let first = analyze(text.as_bytes()).map(|analysis| serde_json::to_string(&analysis).unwrap());
        let second = analyze(text.as_bytes()).map(|analysis| serde_json::to_string(&analysis).unwrap());
        prop_assert_eq!(first, second);
    }
}
