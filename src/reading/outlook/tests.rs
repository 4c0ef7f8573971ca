use super::super::for_tests;
use super::super::modality::Modality;
use super::*;
use crate::layout::Layout;

/// What `ask` says of a text.
fn of<T>(title: Option<&str>, text: &str, ask: impl Fn(&Reading) -> T) -> T {
    let mut layout = Layout::of_lines(text).dated("2024-02-10");
    layout.title = title.map(str::to_owned);
    ask(&Reading::new(&layout, &[], &for_tests()))
}

fn tenses(title: &str, text: &str) -> Vec<Tense> {
    of(Some(title), text, |reading| {
        reading.outlook.sentences.clone()
    })
}

#[test]
fn adverbs_and_openers_are_passed_over() {
    let head = |text: &str| {
        of(None, text, |reading| {
            reading.verb_at_head(Span::new(0, text.len()))
        })
    };
    let start = |text: &str| head(text).filter(|head| head.is_act).map(|head| head.start);
    assert_eq!(start("一是要切实加快修建水渠"), Some("一是要".len()));
    assert_eq!(start("今年，全面落实管护制度"), Some("今年，".len()));
    assert_eq!(start("积极地推进渠道改造"), Some("".len()));
    assert_eq!(head("坚持实事求是").map(|head| head.is_act), Some(false));
    for text in [
        "发展的根本在人",
        "水渠已修",
        "“建设者”驿站",
        "化解率达到九成",
        "",
    ] {
        assert_eq!(head(text), None, "{text}");
    }
}

#[test]
fn modals_are_told_from_words_that_hold_them() {
    let wants = |text: &str| {
        of(None, text, |reading| {
            let whole = Span::new(0, text.len());
            reading.modalities.of_stretch(whole).has(Modality::Wants)
        })
    };
    for text in [
        "水利局要抓紧施工",
        "我们将修建水渠",
        "还要加强管理",
        "甲方愿提供苗木",
        "甲方愿和乙方共同修建泵站",
    ] {
        assert!(wants(text), "{text}");
    }
    for text in [
        "重要的要求",
        "主要任务",
        "将水引入渠",
        "需要资金",
        "纲要要点",
        "占应改村的九成",
        "需要和条件",
    ] {
        assert!(!wants(text), "{text}");
    }
}

#[test]
fn a_sentence_looks_where_its_words_do() {
    for (title, text, tense) in [
        ("水利", "要抓紧修建北河水库。", Tense::Future),
        ("水利行动方案", "修建北河水库，移民搬迁。", Tense::Future),
        ("水利行动方案", "修建了北河水库。", Tense::Past),
        ("水利", "一年来，修建北河水库。", Tense::Past),
        ("水利", "水利是重要的基础。", Tense::Open),
        ("水利", "到2026年粮食产量达到5亿斤。", Tense::Future),
        ("水利工作总结", "要修建北河水库。", Tense::Past),
        ("水利工作总结", "下一步，修建北河水库。", Tense::Future),
        ("水利", "为了灌溉，渠道很长。", Tense::Open),
    ] {
        assert_eq!(tenses(title, text), [tense], "{title}: {text}");
    }
}

#[test]
fn a_turn_inside_a_paragraph_ends_with_it() {
    let text = "渠道有三条。下一步，水利局修建水库。水库有五座。\n水渠有七条。";
    let passages = of(Some("水利"), text, |reading| {
        reading.outlook.passages.clone()
    });
    let looks: Vec<Tense> = passages.iter().map(|passage| passage.tense).collect();
    assert_eq!(
        looks,
        [Tense::Open, Tense::Future, Tense::Future, Tense::Open]
    );
}

/// Where the passage of each sentence of a text with headings looks.
fn passages(title: Option<&str>, text: &str) -> Vec<Tense> {
    let mut layout = Layout::of_lines(text);
    layout.title = title.map(str::to_owned);
    let outline = crate::outline::outline(&layout.text, &layout.blocks);
    let reading = Reading::new(&layout, &outline, &for_tests());
    let passages = reading.outlook.passages.iter();
    passages.map(|passage| passage.tense).collect()
}

#[test]
fn the_chapters_that_a_review_leads_to_look_back_up_to_a_plan() {
    for text in [
        "过去一年，我们重点抓了三件事：\n（一）水库\n新建水库三座。\n（二）水渠\n维修水渠九条。\n二、下一年工作安排\n修建水库五座。",
        "一年来，我们主要做了以下工作：\n（一）着力强水利\n新建水库三座。\n（二）抓好灌溉\n维修水渠九条。\n（三）下一步打算\n修建水库五座。",
        "去年，全县完成了以下任务：\n一、着力治水\n整治河道三条。\n二、聚焦春灌\n维修水渠九条。\n三、明年水利任务\n修建水库五座。",
    ] {
        let tenses = passages(None, text);
        assert_eq!(tenses[2], Tense::Past, "{text}");
        assert_eq!(tenses[4], Tense::Past, "{text}");
        assert_eq!(tenses[6], Tense::Future, "{text}");
    }
    // Only a sentence that reviews leads to a review.
    for text in [
        "今年要做好以下工作：\n（一）水库\n修建水库三座。",
        "今天总结去年工作，部署今年任务。下面，我讲两点意见。\n一、水库\n修建水库三座。",
    ] {
        let last = passages(None, text).pop();
        assert_ne!(last, Some(Tense::Past), "{text}");
    }
}

#[test]
fn the_chapters_of_a_summary_look_back_but_for_what_comes_next() {
    let text =
        "一、抓好水利\n新建水库三座。\n二、聚焦春灌\n维修水渠九条。\n三、下步打算\n修建水库五座。";
    for title in ["柏河县水务局工作总结", "柏河县2023年水利工作总结"] {
        let tenses = passages(Some(title), text);
        assert_eq!(tenses[1], Tense::Past, "{title}");
        assert_eq!(tenses[3], Tense::Past, "{title}");
        assert_eq!(tenses[5], Tense::Future, "{title}");
    }
}

#[test]
fn a_pledge_goes_on_where_no_subject_stands() {
    let goes_on = |next: &str| {
        let text = format!("甲方愿同乙方修建泵站。{next}");
        of(None, &text, |reading| reading.outlook.passages[1].tense)
    };
    assert_eq!(goes_on("向灌区派遣水利技术员30名。"), Tense::Future);
    assert_eq!(goes_on("依托灌区培训管护员。"), Tense::Future);
    assert_eq!(goes_on("在此基础上，灌区面积30亩。"), Tense::Open);
    assert_eq!(goes_on("灌区有泵站30座。"), Tense::Open);
    assert_eq!(goes_on("把泵站的事办好了，灌区才有30万亩。"), Tense::Open);
}
