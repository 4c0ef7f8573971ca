//! Properties of the layout on any input, and inputs that are out of all bounds.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::outline::outline;

/// Everything that must hold for any source.
fn check(source: &str) -> Layouts {
    let layouts = lay_out(source);
    for layout in &layouts.documents {
        let mut covered = 0;
        for &(text_start, source_start, length) in &layout.source_map {
            assert!(length > 0);
            assert!(text_start >= covered, "runs ascend");
            // What belongs to no run is the `\n` between blocks.
            assert!(
                layout.text[covered..text_start]
                    .bytes()
                    .all(|byte| byte == b'\n')
            );
            assert_eq!(
                &layout.text[text_start..text_start + length],
                &source[source_start..source_start + length]
            );
            covered = text_start + length;
        }
        assert_eq!(covered, layout.text.len());
        let mut end = 0;
        for (index, block) in layout.blocks.iter().enumerate() {
            assert_eq!(block.span.start, end + usize::from(index > 0));
            assert!(!block.span.of(&layout.text).is_empty());
            end = block.span.end;
        }
        assert_eq!(end, layout.text.len());
        for aside in &layout.set_aside {
            assert_eq!(aside.source_span.of(source), aside.text);
        }
        for author in &layout.metadata.authors {
            let named: String = author.span.of(&layout.text).split_whitespace().collect();
            assert_eq!(named, author.name);
        }
        let stated = [
            &layout.metadata.occasion,
            &layout.metadata.addressee,
            &layout.metadata.issuer,
            &layout.metadata.document_number,
            &layout.metadata.index_number,
        ];
        for stated in stated.into_iter().flatten() {
            if let Some(span) = stated.span {
                assert_eq!(span.of(&layout.text), stated.value);
            }
        }
        check_headings(
            &outline(&layout.text, &layout.blocks),
            &layout.text,
            1,
            0,
            layout.text.len(),
        );
    }
    layouts
}

fn check_headings(
    headings: &[crate::model::Heading],
    text: &str,
    level: usize,
    from: usize,
    to: usize,
) {
    let mut at = from;
    for heading in headings {
        assert_eq!(heading.level, level);
        assert_eq!(heading.span.of(text), heading.title);
        assert!(!heading.title.is_empty());
        assert!(heading.span.start >= at, "headings ascend");
        assert!(heading.section.covers(heading.span));
        assert!(
            heading.section.end <= to,
            "{} ends with its parent",
            heading.title
        );
        check_headings(
            &heading.children,
            text,
            level + 1,
            heading.span.end,
            heading.section.end,
        );
        at = heading.section.end;
    }
}

/// Pieces that real pages are made of, put together at random.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("一、总体要求".to_owned()),
        Just("二、重点任务。".to_owned()),
        Just("（一）抓项目。全年新开工30个。".to_owned()),
        Just("1.修路100公里".to_owned()),
        Just("一是抓项目，二是抓招商。三是抓服务；".to_owned()),
        Just("首先，要学。其次，要干。最后，要成。".to_owned()),
        Just("——稳增长。".to_owned()),
        Just("同志们：".to_owned()),
        Just("市长　李　强".to_owned()),
        Just("在大会上的讲话".to_owned()),
        Just("（2024年1月3日）".to_owned()),
        Just("责任编辑：张三".to_owned()),
        Just("（上接第一版）".to_owned()),
        Just("第2篇：".to_owned()),
        Just("附件1".to_owned()),
        Just("目录".to_owned()),
        Just("# ".to_owned()),
        Just("**粗**".to_owned()),
        Just("<p>&nbsp;".to_owned()),
        Just("</p><br/>".to_owned()),
        Just("\n".to_owned()),
        Just("\r\n\n".to_owned()),
        Just("\n　　".to_owned()),
        Just("\u{200b}".to_owned()),
        Just("索引号: | 1529/2024 | 发布机构: | 办公室 |".to_owned()),
        Just("各县人民政府，市直各部门：".to_owned()),
        Just("受市场容".to_owned()),
        Just("量限制，产值下降。".to_owned()),
        Just("云河县人民政府\n2024年3月5日\n".to_owned()),
        "[一-十、。，（）“”0-9a-z \\n]{0,12}",
    ]
}

proptest! {
    #[test]
    fn any_text_is_laid_out_truly(source: String) {
        check(&source);
    }

    #[test]
    fn any_mixture_of_real_pieces_is_laid_out_truly(pieces in proptest::collection::vec(piece(), 0..40)) {
        check(&pieces.concat());
    }
}

#[test]
fn inputs_beyond_all_bounds_are_laid_out() {
    let numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let cases = [
        String::new(),
        " \n\u{3000}\n".to_owned(),
        "一、总结\n".repeat(10_000),
        (0..10_000)
            .map(|n| format!("{}、第{n}项工作\n全部完成。\n", n % 900 + 1))
            .collect(),
        (0..3000)
            .map(|n| format!("{}、题\n（一）题\n", numbers[n % 9]))
            .collect(),
        "一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n".repeat(50),
        "标题\n".repeat(5000),
        "一是抓。".repeat(20_000),
        "（".repeat(100_000),
        "“开头\n".repeat(20_000),
        "<p ".repeat(100_000),
        "<!--".repeat(50_000),
        "会议指出".repeat(500_000),
        "全县公路三百公里......\n".repeat(10_000),
        "王明\n".repeat(10_000),
        "目录\n".repeat(3000),
        "2024年\n".repeat(10_000),
    ];
    for source in cases {
        check(&source);
    }
}

#[test]
fn a_text_without_words_has_no_documents() {
    assert!(lay_out(" \n\u{3000}\n").documents.is_empty());
}

#[test]
fn the_same_article_twice_is_two_documents() {
    let article =
        "让群众办事更省心\n张志远\n\n政务服务要便民。\n\n流程再精简\n\n去年压减材料二百份。\n\n";
    assert_eq!(check(&article.repeat(2)).documents.len(), 2);
}

#[test]
fn a_paragraph_without_its_last_mark_is_no_interrupted_column() {
    let source = "　　去年，全县新修公路三百公里。今年还要再修二百公里，任务很重，时间很紧，要求也比过去更高\n\n　　各乡镇要早作准备。\n";
    assert!(check(source).warnings.is_empty());
}

#[test]
fn a_column_that_another_article_interrupts_is_told() {
    let source = "让山村通上好路\n本报记者 何小满\n去年，全县新修公路三百公里。今年还要再修二百公里，任务很重，时间很紧，\n县图书馆开馆\n本报讯（记者 江平）昨日，县图书馆开馆。\n";
    let layouts = check(source);
    assert_eq!(layouts.documents.len(), 2);
    assert_eq!(layouts.warnings[0].code, WarningCode::BrokenColumn);
}

#[test]
fn a_title_set_wide_is_told_without_its_spaces() {
    let source = "政　府　工　作　报　告\n\n各位代表：\n\n现在，我向大会报告政府工作，请予审议。\n";
    assert_eq!(
        check(source).documents[0].title.as_deref(),
        Some("政府工作报告")
    );
}
