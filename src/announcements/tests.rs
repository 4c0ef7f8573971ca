//! What is announced, what state it is in and which parts are tied to it.

use super::find;
use crate::layout::lay_out;
use crate::model::AnnouncementState::{self, Differs, Kept, Missing, Open};
use crate::outline::outline;
use crate::reading::Markers;
use crate::reading::Reading;

/// An announcement: its words, its state, its parts.
type Read = (String, AnnouncementState, Vec<String>);

fn read(source: &str) -> Vec<Read> {
    let mut all = Vec::new();
    for layout in lay_out(source).documents {
        let outline = outline(&layout.text, &layout.blocks);
        let reading = Reading::new(&layout, &outline, &crate::reading::for_tests());
        for found in find(&reading, &Markers::of(&reading)) {
            let items = found.items.iter();
            let words = items.map(|item| item.span.of(&layout.text).to_owned());
            all.push((
                found.span.of(&layout.text).to_owned(),
                found.state,
                words.collect(),
            ));
        }
    }
    all
}

fn assert_read(source: &str, expected: &[(&str, AnnouncementState, &[&str])]) {
    let found = read(source);
    let found: Vec<(&str, AnnouncementState, Vec<&str>)> = found
        .iter()
        .map(|(words, state, items)| {
            let items = items.iter().map(String::as_str).collect();
            (words.as_str(), *state, items)
        })
        .collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(words, state, items)| (*words, *state, items.to_vec()))
        .collect();
    assert_eq!(found, expected, "{source}");
}

#[test]
fn a_speaker_announces_the_chapters() {
    assert_read(
        "同志们：\n今天会议很重要。下面，我讲三点意见。\n一、认清形势\n今年旱情重于往年，各地不可大意。\n二、压实责任\n一是县里包乡，二是乡里包村。\n三、严明纪律\n违者追究到底，绝不姑息迁就。",
        &[(
            "三点意见",
            Kept,
            &["一、认清形势", "二、压实责任", "三、严明纪律"],
        )],
    );
}

#[test]
fn items_in_a_sentence_are_tied_to_the_clause_that_counts_them() {
    assert_read(
        "重点办好三件实事：一是改造老旧管网；二是新建托育园；三是增设公交线路。其他工作照常推进。",
        &[(
            "三件实事",
            Kept,
            &["一是改造老旧管网", "二是新建托育园", "三是增设公交线路"],
        )],
    );
}

#[test]
fn a_heading_announces_what_its_items_name_again() {
    assert_read(
        "（一）坚守“两条底线”\n一是守住粮食安全底线。面积不减。\n二是守住生态保护底线。水质不降。\n（二）抓好储备\n备足化肥农药，保障春耕用肥。",
        &[(
            "两条底线",
            Kept,
            &["一是守住粮食安全底线", "二是守住生态保护底线"],
        )],
    );
}

#[test]
fn parts_without_numbers_are_tied_where_there_are_just_as_many() {
    assert_read(
        "这里我强调两点。首先，要把账算清。其次，要把人管好。\n散会以后马上行动，不得拖延。",
        &[("两点", Kept, &["首先，要把账算清", "其次，要把人管好"])],
    );
    assert_read(
        "全年要抓好以下三项工作：\n——修好水库。年内完工四座。\n——修好公路。年内通车九十公里。\n——修好校舍。年内翻新六所。",
        &[(
            "三项工作",
            Kept,
            &["——修好水库", "——修好公路", "——修好校舍"],
        )],
    );
}

#[test]
fn what_is_not_kept_and_what_cannot_be_told_are_two_things() {
    assert_read(
        "现在我讲三个问题。\n一、回顾\n平稳有序，成绩不小。\n二、任务\n繁重紧迫，不可松劲。",
        &[("三个问题", Differs, &["一、回顾", "二、任务"])],
    );
    assert_read("最后，我提三点希望：", &[("三点希望", Missing, &[])]);
    assert_read(
        "最后，我提三点希望。希望大家多读书读好书。希望大家常下乡接地气。希望大家守规矩知敬畏。让我们一起努力，把各项工作做得更好。",
        &[("三点希望", Open, &[])],
    );
}

#[test]
fn counts_that_are_taken_up_later_share_the_parts() {
    assert_read(
        "全县要坚持“两项原则”，打好“三场硬仗”。\n“两项原则”。一是量力而行。二是尽力而为。\n“三场硬仗”。一是修渠。二是治沙。三是种树。",
        &[
            ("两项原则", Kept, &["一是量力而行", "二是尽力而为"]),
            ("三场硬仗", Kept, &["一是修渠", "二是治沙", "三是种树"]),
            ("两项原则", Kept, &["一是量力而行", "二是尽力而为"]),
            ("三场硬仗", Kept, &["一是修渠", "二是治沙", "三是种树"]),
        ],
    );
}

#[test]
fn parts_that_follow_at_once_are_tied_to_any_words_that_count_them() {
    assert_read(
        "关于预算，还有两点需要说明。第一，口径有调整。第二，基数有变化。",
        &[("两点", Kept, &["第一，口径有调整", "第二，基数有变化"])],
    );
    assert_read("全年走访十个乡镇。一是听汇报，二是看现场。", &[]);
}

#[test]
fn set_phrases_announce_nothing() {
    for text in [
        "全市党员要增强“四个意识”，一是加强学习，二是注重实践。",
        "四大支柱产业为粮食、畜牧、旅游、建材。",
        "以上三点要求，请各单位抓好落实。",
    ] {
        assert_read(text, &[]);
    }
}

#[test]
fn a_text_that_announces_without_end_takes_linear_time() {
    let source = "（一）讲以下三点：1.甲。\n".repeat(4000);
    assert!(!read(&source).is_empty());
}

#[test]
fn a_heading_inside_the_number_of_the_next_has_no_parts() {
    for source in [
        "——１２３\r\n同志们：我讲四点意见\n“\r\n1.一、",
        "我讲两点意见\n1.一、\n一、",
        "（一）讲三点：一、1.",
    ] {
        read(source);
    }
}
