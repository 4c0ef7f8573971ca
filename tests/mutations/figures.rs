//! Slips of numbers and units.

use xushi::model::{Bound, Claim, Measure, Span, Status};

use crate::Kind;
use crate::host::{Host, Mutation, pick};
use crate::random::Random;

pub static KINDS: &[Kind] = &[
    Kind {
        rule: "missing-unit",
        name: "% deleted",
        plant: percent_deleted,
    },
    Kind {
        rule: "percent-point",
        name: "个百分点 to %",
        plant: point_to_percent,
    },
    Kind {
        rule: "decrease-by-multiple",
        name: "下降N% to 下降N倍",
        plant: decrease_to_multiple,
    },
    Kind {
        rule: "decrease-by-multiple",
        name: "a clause with 减少N倍",
        plant: decrease_clause,
    },
    Kind {
        rule: "range-notation",
        name: "10%—15% to 10—15%",
        plant: range_sign_deleted,
    },
    Kind {
        rule: "range-notation",
        name: "七、八十",
        plant: estimate_with_mark,
    },
    Kind {
        rule: "sum-mismatch",
        name: "a digit of a total",
        plant: total_changed,
    },
    Kind {
        rule: "sum-mismatch",
        name: "a part more than its whole",
        plant: part_above_whole,
    },
    Kind {
        rule: "growth-mismatch",
        name: "a growth of two values",
        plant: growth_changed,
    },
    Kind {
        rule: "growth-mismatch",
        name: "a difference of two values",
        plant: difference_changed,
    },
    Kind {
        rule: "growth-mismatch",
        name: "the two values exchanged",
        plant: values_exchanged,
    },
    Kind {
        rule: "share-mismatch",
        name: "a share of the sectors",
        plant: sector_changed,
    },
    Kind {
        rule: "share-mismatch",
        name: "a share of part and whole",
        plant: share_changed,
    },
    Kind {
        rule: "conflicting-values",
        name: "a sentence again, a digit changed",
        plant: value_again,
    },
    Kind {
        rule: "conflicting-values",
        name: "a value of the place again",
        plant: value_of_place,
    },
];

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn claims(host: &Host, of: impl Fn(&Claim) -> bool) -> Vec<&Claim> {
    host.document
        .claims
        .iter()
        .filter(|claim| of(claim))
        .collect()
}

fn before(host: &Host, at: usize, count: usize) -> String {
    host.characters[at.saturating_sub(count)..at]
        .iter()
        .collect()
}

fn percent_deleted(host: &Host, random: &mut Random) -> Option<Mutation> {
    let rates = claims(host, |claim| {
        claim.text.ends_with(['%', '％'])
            && claim.value_max.is_none()
            && !matches!(
                host.characters.get(claim.span.end),
                Some('、' | '和' | '与')
            )
            && ["增长", "下降", "递增", "占", "降低"]
                .iter()
                .any(|verb| before(host, claim.span.start, 8).contains(verb))
    });
    let claim = pick(random, &rates)?;
    Some(host.with(Span::new(claim.span.end - 1, claim.span.end), ""))
}

fn point_to_percent(host: &Host, random: &mut Random) -> Option<Mutation> {
    let points = claims(host, |claim| {
        claim.text.ends_with("个百分点")
            && ["提高", "下降", "上升", "降低", "回落", "增加", "提升"]
                .iter()
                .any(|verb| before(host, claim.span.start, 4).contains(verb))
            && !claim.indicator.is_empty()
    });
    let claim = pick(random, &points)?;
    Some(host.with(Span::new(claim.span.end - 4, claim.span.end), "%"))
}

fn decrease_to_multiple(host: &Host, random: &mut Random) -> Option<Mutation> {
    let falls = claims(host, |claim| {
        claim.text.ends_with(['%', '％'])
            && ["下降", "降低", "减少"]
                .iter()
                .any(|verb| before(host, claim.span.start, 2) == *verb)
    });
    let claim = pick(random, &falls)?;
    Some(host.with(
        claim.span,
        random.word(&["2倍", "3倍", "1.5倍", "两倍", "三倍", "近2倍"]),
    ))
}

fn decrease_clause(host: &Host, random: &mut Random) -> Option<Mutation> {
    let verb = random.word(&["下降", "减少", "降低", "减少了", "下降了", "缩短", "压减"]);
    let count = random.word(&["2倍", "3倍", "一倍", "1.5倍", "两倍"]);
    let thing = random.word(&[
        "单位能耗比上年",
        "办事时间",
        "事故起数同比",
        "企业成本",
        "信访总量较上年",
    ]);
    host.with_sentence(random, &format!("{thing}{verb}{count}，成效明显。"))
}

fn range_sign_deleted(host: &Host, random: &mut Random) -> Option<Mutation> {
    let mut places = Vec::new();
    for at in 1..host.characters.len() - 2 {
        if host.characters[at] == '%'
            && matches!(host.characters[at + 1], '—' | '~' | '～' | '-' | '至')
            && host.characters[at + 2].is_ascii_digit()
        {
            places.push(at);
        }
    }
    if let Some(&at) = pick(random, &places) {
        return Some(host.with(Span::new(at, at + 1), ""));
    }
    let rates = claims(host, |claim| {
        claim.text.ends_with('%') && claim.value_max.is_none() && claim.value > 2.0
    });
    let claim = pick(random, &rates)?;
    let low = (claim.value / 2.0).floor();
    let mark = random.word(&["~", "—", "～", "-", "－"]);
    Some(host.with(
        Span::new(claim.span.start, claim.span.start),
        &format!("{low}{mark}"),
    ))
}

fn estimate_with_mark(host: &Host, random: &mut Random) -> Option<Mutation> {
    let counts = claims(host, |claim| {
        claim
            .unit
            .as_deref()
            .is_some_and(|unit| ["个", "家", "人", "户", "项", "公里", "所"].contains(&unit))
            && claim.bound == Bound::Exact
            && !claim.text.contains(['万', '亿'])
    });
    let claim = pick(random, &counts)?;
    let unit = claim.unit.clone()?;
    let number = random.word(&[
        "七、八十",
        "三、四十",
        "五、六",
        "二、三百",
        "两、三",
        "六、七",
    ]);
    Some(host.with(claim.span, &format!("{number}{unit}")))
}

const UNITS: [&str; 8] = ["亿元", "万元", "公里", "亩", "户", "所", "家", "万人"];

/// Three names of parts of one kind.
const PARTS: [[&str; 3]; 5] = [
    ["中央财政投入", "省级财政投入", "市县配套"],
    ["东部地区", "中部地区", "西部地区"],
    ["新建", "改建", "扩建"],
    ["一季度完成", "二季度完成", "三季度完成"],
    ["北片用地", "南片用地", "沿江用地"],
];

fn total_changed(host: &Host, random: &mut Random) -> Option<Mutation> {
    let unit = random.word(&UNITS);
    let parts = random.pick(&PARTS);
    let values: Vec<usize> = (0..3).map(|_| random.within(11, 480)).collect();
    let count = random.within(2, 3);
    let sum: usize = values[..count].iter().sum();
    let wrong = if random.chance(50) {
        sum + random.within(3, 40)
    } else {
        sum - random.within(3, 9)
    };
    let list: Vec<String> = (0..count)
        .map(|at| format!("{}{}{unit}", parts[at], values[at]))
        .collect();
    let mark = random.word(&["、", "，"]);
    let total = random
        .word(&["合计", "共计", "总计", "三项合计", "合计为", "，共计达"])
        .replace("三项", if count == 3 { "三项" } else { "两项" });
    host.with_sentence(
        random,
        &format!(
            "{}，{}{wrong}{unit}。",
            list.join(mark),
            total.trim_start_matches('，')
        ),
    )
}

fn part_above_whole(host: &Host, random: &mut Random) -> Option<Mutation> {
    let unit = random.word(&UNITS);
    let whole = random.within(40, 300);
    let part = whole + random.within(5, 60);
    let (all, own) = *random.pick(&[
        ("完成投资", "基础设施"),
        ("建成学校", "农村学校"),
        ("安置群众", "搬迁群众"),
        ("新增贷款", "涉农贷款"),
    ]);
    let link = random.word(&["，其中", "（其中"]);
    let close = if link == "（其中" { "）" } else { "" };
    host.with_sentence(
        random,
        &format!("{all}{whole}{unit}{link}{own}{part}{unit}{close}。"),
    )
}

/// Indicators of the text, or of any, with a unit.
fn indicator(host: &Host, random: &mut Random) -> (String, String) {
    let named: Vec<(String, String)> = claims(host, |claim| {
        claim.measure == Measure::Level
            && claim.indicator.chars().count() >= 3
            && claim.indicator.chars().count() <= 10
            && claim.indicator.chars().all(is_han)
            && claim.unit.as_deref().is_some_and(|unit| {
                ["户", "家", "公里", "个", "人", "吨", "亩", "所"].contains(&unit)
            })
    })
    .iter()
    .map(|claim| {
        (
            claim.indicator.clone(),
            claim.unit.clone().unwrap_or_default(),
        )
    })
    .collect();
    pick(random, &named)
        .cloned()
        .unwrap_or_else(|| ("规上企业".into(), "家".into()))
}

fn growth_changed(host: &Host, random: &mut Random) -> Option<Mutation> {
    let (name, unit) = indicator(host, random);
    let from = random.within(40, 400);
    let to = from + from * random.within(10, 90) / 100;
    let right = (to as f64 / from as f64 - 1.0) * 100.0;
    let wrong = right
        + if random.chance(50) {
            4.0 + random.within(0, 30) as f64
        } else {
            -(3.0 + right * 0.3)
        };
    if wrong <= 0.5 {
        return None;
    }
    let reach = random.word(&["增加到", "增长到", "提高到", "发展到", "增至", "上升到"]);
    let lead = random.word(&["由", "从"]);
    let says = random.word(&["增长", "增幅达", "增长了", "增长率为", "增幅为"]);
    let (first, last) = *random.pick(&[
        ("", ""),
        ("2019年的", "2024年的"),
        ("上年的", ""),
        ("2020年", "2023年"),
    ]);
    host.with_sentence(
        random,
        &format!("{name}{lead}{first}{from}{unit}{reach}{last}{to}{unit}，{says}{wrong:.1}%。"),
    )
}

fn difference_changed(host: &Host, random: &mut Random) -> Option<Mutation> {
    let (name, unit) = indicator(host, random);
    let from = random.within(40, 400);
    let change = random.within(12, 60);
    let wrong = change + random.within(3, 20);
    let sentence = match random.below(3) {
        0 => format!(
            "{name}由{from}{unit}增加到{}{unit}，增加{wrong}{unit}。",
            from + change
        ),
        1 => format!(
            "{name}从{}{unit}减少到{from}{unit}，减少了{wrong}{unit}。",
            from + change
        ),
        _ => format!(
            "森林覆盖率由{}.5%提高到{}.2%，提高{}.9个百分点。",
            from % 40 + 5,
            from % 40 + 8,
            3 + change % 5
        ),
    };
    host.with_sentence(random, &sentence)
}

fn values_exchanged(host: &Host, random: &mut Random) -> Option<Mutation> {
    let (name, unit) = indicator(host, random);
    let low = random.within(40, 400);
    let high = low + random.within(5, 200);
    let sentence = if random.chance(50) {
        let reach = random.word(&["增加到", "增长到", "上升到", "增至"]);
        format!("{name}由{high}{unit}{reach}{low}{unit}。")
    } else {
        let reach = random.word(&["减少到", "下降到", "降至", "降低到", "减至"]);
        format!("{name}从{low}{unit}{reach}{high}{unit}。")
    };
    host.with_sentence(random, &sentence)
}

fn sector_changed(host: &Host, random: &mut Random) -> Option<Mutation> {
    let first = random.within(4, 20);
    let second = random.within(30, 50);
    let third = 100 - first - second + random.within(2, 8);
    let mark = random.word(&[":", "：", "∶"]);
    let name = random.word(&[
        "三次产业比例",
        "三次产业结构",
        "三次产业结构比",
        "三次产业增加值比重",
        "一二三产业比",
    ]);
    let verb = random.word(&["调整为", "优化为", "为", "达到"]);
    host.with_sentence(
        random,
        &format!("{name}{verb}{first}{mark}{second}{mark}{third}。"),
    )
}

fn share_changed(host: &Host, random: &mut Random) -> Option<Mutation> {
    let unit = random.word(&UNITS);
    let whole = random.within(100, 900);
    let part = whole * random.within(20, 80) / 100;
    let right = part as f64 / whole as f64 * 100.0;
    let wrong = if right > 50.0 {
        right - 6.0
    } else {
        right + 6.0
    };
    let (all, own) = *random.pick(&[
        ("完成投资", "工业投资"),
        ("现有农户", "脱贫户"),
        ("安排资金", "民生资金"),
        ("共检查企业", "合格企业"),
    ]);
    let link = random.word(&["占", "占比", "占比达", "占总数的", "占比为", "占比达到"]);
    let sentence = match random.below(3) {
        0 => format!("{all}{whole}{unit}，其中{own}{part}{unit}，{link}{wrong:.1}%。"),
        1 => format!("{all}{whole}{unit}（其中{own}{part}{unit}，{link}{wrong:.1}%）。"),
        _ => format!("{own}{part}{unit}，占全市{whole}{unit}的{wrong:.1}%。"),
    };
    host.with_sentence(random, &sentence)
}

/// What a place has one value of.
const SINGLE: [&str; 14] = [
    "生产总值",
    "财政收入",
    "预算收入",
    "粮食产量",
    "粮食总产量",
    "城镇新增就业",
    "进出口总额",
    "固定资产投资",
    "可支配收入",
    "消费价格",
    "零售总额",
    "城镇化率",
    "失业率",
    "增加值",
];

fn value_again(host: &Host, random: &mut Random) -> Option<Mutation> {
    let values = claims(host, |claim| {
        matches!(claim.measure, Measure::Level | Measure::Growth)
            && claim.bound == Bound::Exact
            && claim.value_max.is_none()
            && claim.status != Status::Other
            && claim.period.is_some()
            && claim.text.starts_with(|c: char| c.is_ascii_digit())
            && SINGLE.iter().any(|end| claim.indicator.ends_with(end))
            && before(host, claim.span.start, 24).contains(&claim.indicator)
    });
    let claim = pick(random, &values)?;
    let sentence = host.document.sentences.get(claim.sentence)?.span;
    let digit = host.characters[claim.span.start].to_digit(10)?;
    let other = char::from_digit(digit % 9 + 1, 10)?;
    let mut again: Vec<char> = host.characters[sentence.start..sentence.end].to_vec();
    again[claim.span.start - sentence.start] = other;
    let again: String = again.into_iter().collect();
    if !again.ends_with('。') || again.contains('\n') {
        return None;
    }
    let end = host
        .document
        .blocks
        .iter()
        .find(|block| block.span.start <= sentence.start && sentence.end <= block.span.end)?
        .span
        .end;
    Some(host.with(Span::new(end, end), &again))
}

fn value_of_place(host: &Host, random: &mut Random) -> Option<Mutation> {
    let (name, unit, low) = *random.pick(&[
        ("地区生产总值", "亿元", 300),
        ("一般公共预算收入", "亿元", 20),
        ("粮食总产量", "万吨", 30),
        ("城镇新增就业", "万人", 2),
        ("社会消费品零售总额", "亿元", 90),
        ("森林覆盖率", "%", 30),
        ("城镇居民人均可支配收入", "元", 30000),
    ]);
    // A year that the text looks back on.
    let own: usize = host
        .document
        .metadata
        .date
        .as_ref()?
        .value
        .get(..4)?
        .parse()
        .ok()?;
    let year = own - random.within(1, 3);
    let first = low + random.within(1, low / 4 + 1);
    let second = first + random.within(low / 20 + 1, low / 2 + 2);
    let all = random.word(&["全市", "全县", "全省", ""]);
    let (done, said) = *random.pick(&[
        ("达到", "达到"),
        ("完成", "达到"),
        ("实现", "为"),
        ("为", "达到"),
    ]);
    let ends: Vec<usize> = host
        .document
        .blocks
        .iter()
        .filter(|block| {
            block.span.end - block.span.start > 60 && host.characters[block.span.end - 1] == '。'
        })
        .map(|block| block.span.end)
        .collect();
    let (one, other) = (*pick(random, &ends)?, *pick(random, &ends)?);
    let (early, late) = (one.min(other), one.max(other));
    let kept = host.words(Span::new(early, late));
    let words = format!(
        "{year}年，{all}{name}{done}{first}{unit}。{kept}{year}年{all}{name}{said}{second}{unit}，再上新台阶。"
    );
    Some(host.with(Span::new(early, late), &words))
}
