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

#[test]
fn a_column_is_put_together_again_where_its_numbers_go_on() {
    let source = "山村道路怎样养护\n桐山县交通运输局 何小满\n　　路修好了，更要养好。\n　　一、分清责任\n　　县道由县里养护，村道由村里养护。去年全县新修公路三百公里，今年还要再修二百公里，养护任\n县图书馆开馆\n　　本报讯（记者 江平）昨日，县图书馆开馆，藏书二十万册，读者凭证借阅。\n　　馆长介绍，图书馆周末不闭馆。\n务比过去更重，乡镇要早作准备。\n　　二、筹足资金\n　　公路养护的钱从哪里来，要有长远打算。\n";
    let layouts = check(source);
    assert_eq!(layouts.documents.len(), 2);
    assert!(layouts.warnings.is_empty());
    let (road, library) = (&layouts.documents[0], &layouts.documents[1]);
    assert!(
        road.text
            .contains("养护任务比过去更重，乡镇要早作准备。\n二、筹足资金")
    );
    assert!(library.text.ends_with("图书馆周末不闭馆。"));
}

#[test]
fn lines_of_a_column_are_joined_and_paragraphs_are_not() {
    let source = "　　去年全市建成区新增绿地三\n十二公顷，新建口袋公园四十\n五个，市民推窗见绿。\n　　今年要把“推窗见绿、出门进\n园”办得更好，投资一点二亿\n元。\n　　各区要按月报送进度，年底\n前统一验收。\n";
    let layouts = check(source);
    assert_eq!(
        layouts.documents[0].text,
        "去年全市建成区新增绿地三十二公顷，新建口袋公园四十五个，市民推窗见绿。\n今年要把“推窗见绿、出门进园”办得更好，投资一点二亿元。\n各区要按月报送进度，年底前统一验收。"
    );
}

#[test]
fn the_day_of_a_speech_counts_before_the_day_of_the_page() {
    let source = "在全县春耕工作会议上的讲话\n2024-03-08 09:30　来源：县融媒体中心\n（2024年3月5日）\n王守田\n同志们：\n　　春耕在即，各乡镇要抓紧备耕。\n";
    let layouts = check(source);
    let metadata = &layouts.documents[0].metadata;
    assert_eq!(
        metadata.date.as_ref().map(|date| date.value.as_str()),
        Some("2024-03-05")
    );
    assert_eq!(metadata.authors[0].name, "王守田");
}

#[test]
fn a_copy_from_a_public_account_keeps_its_text_only() {
    let source = "原创 柏河发布\n\n点击上方蓝字 关注我们\n\n柏河县冬季清洁取暖见闻\n\n入冬以来，柏河县改造取暖设施一万二千户，群众用上了清洁能源。\n\n图源：柏河县融媒体中心\n\n下一步，县里还要为五千户困难群众发放补贴。\n\n- END -\n\n编辑丨王小明　审核丨李秋白\n\n喜欢就点个在看\n";
    let layouts = check(source);
    assert_eq!(layouts.documents.len(), 1);
    let text = &layouts.documents[0].text;
    assert!(text.contains("一万二千户") && text.contains("五千户"));
    for words in ["关注我们", "图源", "END", "编辑", "在看"] {
        assert!(!text.contains(words), "{words}: {text}");
    }
}
