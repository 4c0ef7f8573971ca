//! What was set aside can be put back: it comes back as text, and the rest stays as it was.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;

use xushi::Analyzer;
use xushi::model::{Analysis, NoiseKind, SetAside, Span};
use xushi::reading::Dictionary;

const PAGE: &str = "\
当前位置：首页 > 政务公开 > 领导讲话

在全镇防汛工作会议上的讲话

（2024年5月20日）

同志们：

今天我们召开全镇防汛工作会议，主要任务是部署汛期各项工作。下面，我讲两点意见。

一、认清形势

去年汛期全镇转移群众1200人，没有发生一起伤亡。

二、落实责任

各村要在6月1日前完成隐患排查，确保排查率达到100%。

责任编辑：林小满

浏览次数：
";

fn analyze(text: &str, kept: &[Span]) -> Analysis {
    Analyzer::new(Dictionary::built_in().unwrap())
        .analyze_watched("page.txt", text.as_bytes(), kept, &mut |_| ())
        .unwrap()
}

fn set_aside(analysis: &Analysis) -> Vec<SetAside> {
    let documents = analysis.documents.iter();
    documents.flat_map(|one| one.set_aside.clone()).collect()
}

/// The words of all documents, without the ends of blocks.
fn words(analysis: &Analysis) -> String {
    let documents = analysis.documents.iter();
    documents.map(|one| one.text.replace('\n', "")).collect()
}

#[test]
fn a_piece_comes_back_as_text_and_the_rest_stays() {
    let before = analyze(PAGE, &[]);
    let pieces = set_aside(&before);
    assert!(pieces.len() >= 3, "{pieces:?}");
    for piece in &pieces {
        let after = analyze(PAGE, &[piece.source_span]);
        assert!(words(&after).contains(&piece.text), "{}", piece.text);
        assert_eq!(
            words(&after).replacen(&piece.text, "", 1),
            words(&before),
            "{}",
            piece.text
        );
        let rest: Vec<_> = pieces
            .iter()
            .filter(|other| *other != piece)
            .cloned()
            .collect();
        assert_eq!(set_aside(&after), rest, "{}", piece.text);
        assert_eq!(after.source.kept, [piece.source_span]);
    }
    let all: Vec<Span> = pieces.iter().map(|piece| piece.source_span).collect();
    assert_eq!(set_aside(&analyze(PAGE, &all)), []);
}

#[test]
fn what_was_put_back_counts_like_any_text() {
    let text = format!("{PAGE}\n图为全镇新建堤防12公里的施工现场。\n");
    let before = analyze(&text, &[]);
    let picture = set_aside(&before)
        .into_iter()
        .find(|piece| piece.kind == NoiseKind::PictureCredit)
        .unwrap();
    let claims = |analysis: &Analysis| analysis.documents[0].claims.len();
    assert_eq!(
        claims(&analyze(&text, &[picture.source_span])),
        claims(&before) + 1
    );
}

/// Everything that the samples hold can come back, whatever stands around it.
#[test]
fn every_piece_of_every_sample_can_come_back() {
    for entry in fs::read_dir("seeds").unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let before = analyze(&text, &[]);
        for piece in set_aside(&before) {
            let after = analyze(&text, &[piece.source_span]);
            let left = set_aside(&after);
            assert!(
                !left
                    .iter()
                    .any(|one| one.source_span.overlaps(piece.source_span)),
                "{}: {piece:?}",
                path.display()
            );
            let (long, short) = (words(&after), words(&before));
            assert!(
                long.chars().count() >= short.chars().count() + piece.text.trim().chars().count(),
                "{}: {piece:?}",
                path.display()
            );
        }
    }
}

/// Marks of Markdown and tags of a page are words where a reader says so.
#[test]
fn a_mark_that_was_put_back_stays() {
    for text in [
        "# 工作要点\n\n抓好春耕生产。\n",
        "## 工作要点 ##\n\n抓好春耕生产。\n",
        "工作要点\n\n- 抓好春耕生产\n- 抓好防汛\n",
        "工作要点\n\n•抓好春耕生产。\n",
        "<html>\n<p>抓好春耕生产。</p>\n</html>\n",
        "工作要点<br>抓好春耕生产。\n",
    ] {
        let pieces = set_aside(&analyze(text, &[]));
        assert!(!pieces.is_empty(), "{text}");
        for piece in pieces {
            let after = analyze(text, &[piece.source_span]);
            let left = set_aside(&after);
            let again = |one: &SetAside| one.source_span.overlaps(piece.source_span);
            assert!(!left.iter().any(again), "{text}: {piece:?}");
            let mark = piece.text.trim();
            assert!(words(&after).contains(mark), "{text}: {}", words(&after));
        }
    }
}

#[test]
fn places_that_fit_no_text_keep_nothing() {
    let before = analyze(PAGE, &[]);
    for (start, end) in [
        (5, 5),
        (9, 2),
        (1 << 20, 1 << 21),
        (usize::MAX - 1, usize::MAX),
    ] {
        let after = analyze(PAGE, &[Span { start, end }]);
        assert_eq!(words(&after), words(&before), "{start}..{end}");
    }
}
