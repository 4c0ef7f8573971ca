//! Each frame with sentences of its own.

use super::{Frame, Noun, read};
use crate::claims::mention;
use crate::claims::scene::Scene;
use crate::model::{Bound, Span};
use crate::reading::{Reading, Scope, for_tests};

/// The frame, its noun and bound and the subject that is left, of the first number in a clause.
fn framed(clause: &str) -> (Frame, Option<Noun>, Option<Bound>, String) {
    let layouts = crate::layout::lay_out(clause);
    let layout = &layouts.documents[0];
    let outline = crate::outline::outline(&layout.text, &layout.blocks);
    let reading = Reading::new(layout, &outline, &for_tests());
    let sentence = reading.sentences[0];
    let times = reading.times_in(sentence);
    let mentions = mention::find(&reading, sentence);
    let scene = Scene {
        reading: &reading,
        text: reading.text,
        sentence,
        times,
        mentions: &mentions,
        clauses: reading.clauses_of(0),
        reports: false,
        passage: Scope::default(),
        tense: reading.outlook.sentences[0],
    };
    let left = Span::new(sentence.start, mentions[0].span.start);
    let link = read(&scene, &mentions[0], left);
    (
        link.frame,
        link.noun,
        link.bound,
        link.rest.of(reading.text).to_owned(),
    )
}

/// Clauses with the frame of their number, its noun and the subject that is left.
const FRAMES: [(&str, Frame, Option<Noun>, &str); 27] = [
    (
        "云汀镇城镇新增就业3200人。",
        Frame::Bare,
        None,
        "云汀镇城镇新增就业",
    ),
    ("参训人员超过600人。", Frame::Bounded, None, "参训人员"),
    (
        "河湖整治完成投资18亿元。",
        Frame::Bare,
        None,
        "河湖整治完成投资",
    ),
    ("清溪县参保率达到97%。", Frame::Plain, None, "清溪县参保率"),
    ("全镇现有合作社45家。", Frame::Bare, None, "全镇现有合作社"),
    ("图书馆藏书已达12万册。", Frame::Plain, None, "图书馆藏书"),
    ("物流总量居全省第三。", Frame::Rank, None, "物流总量"),
    ("物流总量在全国位列第3位。", Frame::Rank, None, "物流总量"),
    ("加工业占工业总产值的40%。", Frame::Share, None, "加工业"),
    (
        "税收收入完成年度计划的86%。",
        Frame::Plain,
        None,
        "税收收入",
    ),
    ("茶叶产量增长2.1%。", Frame::Rise, None, "茶叶产量"),
    ("茶叶产量同比下降2.1%。", Frame::Fall, None, "茶叶产量"),
    ("茶叶产量较上年增长2.1%。", Frame::Rise, None, "茶叶产量"),
    ("入园率比上年高2个百分点。", Frame::Rise, None, "入园率"),
    ("入园率比全省高2个百分点。", Frame::Gap, None, "入园率"),
    ("入园率高于全省2个百分点。", Frame::Gap, None, "入园率"),
    (
        "茶叶产量扣除天气因素增长2.1%。",
        Frame::Rise,
        None,
        "茶叶产量",
    ),
    (
        "村均收入在2020年基础上增长9%。",
        Frame::Rise,
        None,
        "村均收入",
    ),
    (
        "自来水普及率提高到93%。",
        Frame::Reach,
        None,
        "自来水普及率",
    ),
    (
        "补助标准由670元提高到700元。",
        Frame::Baseline,
        None,
        "补助标准",
    ),
    (
        "茶业增加值增速达9.4%。",
        Frame::Bare,
        Some(Noun::Rise),
        "茶业增加值",
    ),
    (
        "药品价格平均降幅34%。",
        Frame::Bare,
        Some(Noun::Fall),
        "药品价格",
    ),
    (
        "新能源公交占比达到80%。",
        Frame::Bare,
        Some(Noun::Share),
        "新能源公交",
    ),
    (
        "新能源公交比重提高3个百分点。",
        Frame::Rise,
        Some(Noun::Share),
        "新能源公交",
    ),
    (
        "脱贫户占农户总数的比例为12%。",
        Frame::Plain,
        Some(Noun::Share),
        "脱贫户",
    ),
    ("脱贫户比例为12%。", Frame::Plain, None, "脱贫户比例"),
    ("占地补偿标准为3万元。", Frame::Plain, None, "占地补偿标准"),
];

#[test]
fn each_frame_is_told() {
    for (clause, frame, noun, rest) in FRAMES {
        let (found, found_noun, _, found_rest) = framed(clause);
        assert_eq!(
            (found, found_noun, found_rest.as_str()),
            (frame, noun, rest),
            "{clause}"
        );
    }
}

#[test]
fn bounds_are_told() {
    for (clause, bound) in [
        ("粮食产量突破5万吨。", Some(Bound::AtLeast)),
        ("失业率不高于5%。", Some(Bound::AtMost)),
        ("游客约3000人。", Some(Bound::About)),
        ("游客3000人。", None),
    ] {
        assert_eq!(framed(clause).2, bound, "{clause}");
    }
}
