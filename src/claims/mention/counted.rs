//! What a number counts: whether anything at all (一个, 十分重要), and what without a unit.

use super::UnitKind;
use super::step::{Step, build};
use super::unit::{Unit, people_noun};
use crate::lexicon::units::Kind;
use crate::text::numeral::Numeral;

/// 一个, 一批, 十分, 千家万户: a unit follows, but nothing is counted.
pub(super) fn is_no_count(before: &str, rest: &str, read: &Numeral, unit: &Unit) -> bool {
    let tail = &rest[read.length + unit.length..];
    // 迈上三千亿台阶 counts no 台.
    if unit.name == "台" && tail.starts_with('阶') {
        return true;
    }
    // 75周年 is an anniversary, 八项规定 a name.
    if unit.name == "周" && tail.starts_with('年') {
        return true;
    }
    if !read.arabic
        && [
            "规定",
            "原则",
            "纪律",
            "精神",
            "基本",
            "硬骨头",
            "产业",
            "主张",
        ]
        .iter()
        .any(|name| tail.starts_with(name))
    {
        return true;
    }
    if read.arabic {
        // 1. and 2、 at the head are numbering; 3月 is a time, which was taken out before.
        return unit.kind == UnitKind::Of(Kind::Time) && unit.name == "日";
    }
    let one = read.value == 1.0 && read.signs == 1;
    let amount = matches!(
        unit.kind,
        UnitKind::Of(Kind::Percent | Kind::Point)
            | UnitKind::Of(Kind::Multiple | Kind::Currency)
            | UnitKind::Of(Kind::Area | Kind::Mass)
            | UnitKind::Of(Kind::Power | Kind::Energy)
    );
    if one
        && !matches!(
            unit.kind,
            UnitKind::Of(Kind::Percent | Kind::Point | Kind::Multiple)
        )
    {
        return true;
    }
    if before.ends_with([
        '每', '统', '唯', '万', '第', '专', '同', '单', '星', '〇', '几', '数', '上', '成', '初',
        '老', '小', '大',
    ]) && read.signs == 1
        && !amount
    {
        return true;
    }
    // 十分重要, 三级甲等, 两手, 四面八方, 三农, 百姓: signs that make words.
    if read.signs == 1
        && matches!(
            unit.name.as_str(),
            "分" | "方"
                | "手"
                | "面"
                | "道"
                | "把"
                | "度"
                | "里"
                | "节"
                | "站"
                | "线"
                | "本"
                | "块"
                | "片"
                | "部"
                | "车"
                | "班"
                | "星"
                | "级"
                | "口"
                | "兆"
                | "升"
                | "单"
                | "对"
                | "席"
                | "层"
                | "重"
                | "边"
                | "两"
                | "克"
                | "米"
                | "日"
                | "周"
                | "期"
                | "轮"
                | "队"
                | "组"
                | "门"
        )
    {
        return !matches!(unit.name.as_str(), "级" | "层" | "期" | "轮" | "组");
    }
    // 百家争鸣, 万元户, 亿亿元: a magnitude alone counts only behind 近, 超 and the like.
    let large = matches!(
        unit.kind,
        UnitKind::Of(Kind::Currency | Kind::Area)
            | UnitKind::Of(Kind::Mass | Kind::Power | Kind::Energy)
    );
    read.bare
        && !before.ends_with(['近', '约', '逾', '超', '过', '达'])
        && !(large && (before.ends_with("突破") || before.ends_with("达到")))
}

/// 3.85万贫困人口 counts people; 增长35； lost its unit; 98 alone is nothing.
pub(super) fn without_unit(before: &str, rest: &str, at: usize, read: &Numeral) -> Step {
    let tail = &rest[read.length..];
    let next = tail.chars().next();
    // 受教育年限11.3年: years with a decimal point are a length of time, no date.
    if next == Some('年') && read.arabic && read.decimal {
        let years = Unit {
            length: '年'.len_utf8(),
            name: "年".to_owned(),
            kind: UnitKind::Of(Kind::Time),
        };
        let length = read.length + years.length;
        return Step::Found(build(before, at, length, read, Some(&years)));
    }
    if next == Some('年')
        || next == Some('月')
        || next == Some('届')
        || next == Some('大') && !read.arabic
    {
        return Step::Pass(read.length);
    }
    if let Some(noun) = people_noun(tail)
        && read.large
        && !read.bare
    {
        let mut mention = build(before, at, read.length, read, None);
        mention.unit = Some("人".to_owned());
        mention.kind = UnitKind::PeopleNoun;
        let _ = noun;
        return Step::Found(mention);
    }
    let changed = [
        "增长",
        "下降",
        "递增",
        "提高",
        "上升",
        "增长了",
        "减少",
        "降低",
        "增加",
    ]
    .iter()
    .any(|word| before.ends_with(word));
    let ends = next.is_none_or(|c| !c.is_alphanumeric() && c != '、');
    let keeps = read.large && !read.bare && (read.arabic || read.signs > 1);
    if keeps || read.arabic && changed && ends {
        let mut mention = build(before, at, read.length, read, None);
        mention.kind = if ends { UnitKind::None } else { UnitKind::Noun };
        return Step::Found(mention);
    }
    if read.bare
        && (read.large || read.value >= 1e7)
        && before.ends_with(['近', '约', '超', '逾', '达', '过', '破'])
    {
        let mut mention = build(before, at, read.length, read, None);
        mention.kind = UnitKind::Noun;
        return Step::Found(mention);
    }
    Step::Pass(read.length)
}
