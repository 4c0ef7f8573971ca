//! Slips of years, days, plans and events.

use xushi::lexicon::events::{Kind as Event, ROWS as EVENTS};
use xushi::lexicon::plans::ROWS as PLANS;
use xushi::model::Span;

use crate::Kind;
use crate::host::{Host, Mutation, pick};
use crate::random::Random;

pub static KINDS: &[Kind] = &[
    Kind {
        rule: "impossible-date",
        name: "a day too many",
        plant: day_changed,
    },
    Kind {
        rule: "weekday-mismatch",
        name: "a weekday swapped",
        plant: weekday_added,
    },
    Kind {
        rule: "same-year-comparison",
        name: "the second year of two",
        plant: second_year_changed,
    },
    Kind {
        rule: "same-year-comparison",
        name: "a list of years",
        plant: list_of_years,
    },
    Kind {
        rule: "plan-period-mismatch",
        name: "a year out of its plan",
        plant: year_out_of_plan,
    },
    Kind {
        rule: "plan-period-mismatch",
        name: "the text's year near a plan",
        plant: year_near_plan,
    },
    Kind {
        rule: "event-year-mismatch",
        name: "an anniversary",
        plant: anniversary_changed,
    },
    Kind {
        rule: "event-year-mismatch",
        name: "the year of a congress",
        plant: congress_changed,
    },
    Kind {
        rule: "deadline-passed",
        name: "a deadline before the date",
        plant: deadline_moved,
    },
];

/// Days written with 月 and 日: year if it stands before, month, day, and where the day stands.
fn days(host: &Host) -> Vec<(Option<i32>, u32, u32, Span)> {
    let mut found = Vec::new();
    for at in host.places("月") {
        let number = |end: usize| {
            let start = (0..end)
                .rev()
                .take(4)
                .take_while(|&at| host.characters[at].is_ascii_digit())
                .last()?;
            let words: String = host.characters[start..end].iter().collect();
            Some((start, words.parse::<u32>().ok()?))
        };
        let Some((month_start, month)) = number(at) else {
            continue;
        };
        let end = (at + 1..host.characters.len().min(at + 4))
            .find(|&at| !host.characters[at].is_ascii_digit())
            .unwrap_or(at);
        if end <= at + 1 || host.characters[end] != '日' || !(1..=12).contains(&month) {
            continue;
        }
        let Some((day_start, day)) = number(end) else {
            continue;
        };
        let year = (month_start > 0 && host.characters[month_start - 1] == '年')
            .then(|| number(month_start - 1))
            .flatten()
            .map(|(_, year)| year as i32);
        found.push((year, month, day, Span::new(day_start, end)));
    }
    found
}

fn day_changed(host: &Host, random: &mut Random) -> Option<Mutation> {
    let days = days(host);
    if let Some((_, month, _, span)) = pick(random, &days)
        && random.chance(60)
    {
        let wrong = match month {
            2 => "30",
            4 | 6 | 9 | 11 => "31",
            _ => "32",
        };
        return Some(host.with(*span, wrong));
    }
    let date = random.word(&[
        "2023年2月29日",
        "4月31日",
        "二月三十日",
        "11月31日",
        "2024年13月5日",
        "6月31日",
        "2021年9月31日",
        "9月31日",
    ]);
    let sentence = random.word(&[
        "会议定于{}召开。",
        "以上材料请于{}前报送。",
        "工程将在{}竣工。",
    ]);
    host.with_sentence(random, &sentence.replace("{}", date))
}

fn weekday(year: i32, month: u32, day: u32) -> usize {
    // Sakamoto: 0 is Sunday.
    const SHIFT: [i32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let year = if month < 3 { year - 1 } else { year };
    (year + year / 4 - year / 100 + year / 400 + SHIFT[month as usize - 1] + day as i32)
        .rem_euclid(7) as usize
}

fn weekday_added(host: &Host, random: &mut Random) -> Option<Mutation> {
    let (year, month, day) = (
        random.within(2015, 2025) as i32,
        random.within(1, 12) as u32,
        random.within(1, 28) as u32,
    );
    let wrong = (weekday(year, month, day) + random.within(1, 6)) % 7;
    let name = ["日", "一", "二", "三", "四", "五", "六"][wrong];
    let form = random.word(&[
        "（星期{}）",
        "（周{}）",
        "(星期{})",
        "，星期{}，",
        "（星期{}）上午9时",
    ]);
    let said = form.replace("{}", name);
    let own: Vec<_> = days(host)
        .into_iter()
        .filter(|day| day.0.is_some())
        .collect();
    if let Some(&(Some(year), month, day, span)) = pick(random, &own)
        && random.chance(50)
    {
        let wrong = (weekday(year, month, day) + random.within(1, 6)) % 7;
        let name = ["日", "一", "二", "三", "四", "五", "六"][wrong];
        return Some(host.with(
            Span::new(span.end + 1, span.end + 1),
            &format!("（星期{name}）"),
        ));
    }
    host.with_sentence(
        random,
        &format!("会议定于{year}年{month}月{day}日{said}在市会议中心召开。"),
    )
}

fn second_year_changed(host: &Host, random: &mut Random) -> Option<Mutation> {
    let year = random.within(2005, 2024);
    let (low, high) = (random.within(100, 900), random.within(901, 2000));
    let (name, unit) = *random.pick(&[
        ("财政收入", "万元"),
        ("规上企业", "家"),
        ("公路里程", "公里"),
        ("生产总值", "亿元"),
        ("游客", "万人次"),
    ]);
    let form = random.word(&[
        "{n}由{y}年的{a}{u}增加到{y}年的{b}{u}。",
        "{n}从{y}年的{a}{u}增长到{y}年的{b}{u}。",
        "{n}由{y}年{a}{u}提高到{y}年{b}{u}。",
        "从{y}年到{y}年，{n}由{a}{u}增加到{b}{u}。",
        "{y}年至{y}年，{n}年均增长8.5%。",
        "{n}由{y}年的{a}{u}（含调整数）增至{y}年的{b}{u}。",
    ]);
    let sentence = form
        .replace("{n}", name)
        .replace("{u}", unit)
        .replace("{y}", &year.to_string())
        .replace("{a}", &low.to_string())
        .replace("{b}", &high.to_string());
    host.with_sentence(random, &sentence)
}

fn list_of_years(host: &Host, random: &mut Random) -> Option<Mutation> {
    let year = random.within(2005, 2022);
    let form = random.word(&[
        "{a}、{a}、{c}年连续三年遭受旱灾。",
        "{a}年、{b}年、{b}年连续三年获评优秀。",
        "{a}、{b}、{b}年连续三年实现增长。",
        "{a}、{a}两年连续丰收。",
        "{a}年和{a}年两次受到表彰。",
    ]);
    let sentence = form
        .replace("{a}", &year.to_string())
        .replace("{b}", &(year + 1).to_string())
        .replace("{c}", &(year + 2).to_string());
    host.with_sentence(random, &sentence)
}

fn year_out_of_plan(host: &Host, random: &mut Random) -> Option<Mutation> {
    let row = &PLANS[random.below(PLANS.len())];
    let first = row.first as i32;
    let plan = format!("“{}”", row.plan);
    let shift = if random.chance(50) {
        5 + random.below(4) as i32
    } else {
        -(1 + random.below(4) as i32)
    };
    let (form, year) = *random.pick(&[
        ("{y}年是{p}规划的开局之年。", first + shift),
        ("{y}年是{p}规划的收官之年。", first + 4 + shift),
        ("{y}年是{p}计划的第三年。", first + 2 + shift),
        ("{y}年是实施{p}规划的关键之年。", first + 5 + shift.abs()),
        (
            "{p}时期的最后一年{y}年，各项指标全面完成。",
            first + 4 + shift,
        ),
        ("{y}年，是{p}规划承上启下之年。", first + 6 + shift.abs()),
        ("{p}开局之年的{y}年，我们迈出坚实步伐。", first + shift),
        (
            "{y}年是{p}收官之年，也是脱贫攻坚决胜之年。",
            first + 4 + shift,
        ),
        ("到{p}末的{y}年，城镇化率达到60%。", first + 4 + shift),
        ("{p}期末的{y}年，公路里程翻一番。", first + 4 + shift),
    ]);
    let sentence = form.replace("{y}", &year.to_string()).replace("{p}", &plan);
    host.with_sentence(random, &sentence)
}

/// A year of the text that stands close to a plan and is called one of its years.
fn year_near_plan(host: &Host, random: &mut Random) -> Option<Mutation> {
    let mut places = Vec::new();
    for row in PLANS {
        let (first, last) = (row.first as i32, row.last as i32);
        for at in host.places(&format!("“{}”", row.plan)) {
            for year in
                at.saturating_sub(14)..(at + 20).min(host.characters.len().saturating_sub(5))
            {
                let words: String = host.characters[year..year + 4].iter().collect();
                let between: String = host.characters[(year + 5).min(at)..at].iter().collect();
                let Ok(value) = words.parse::<i32>() else {
                    continue;
                };
                let said = year < at && (between.starts_with('是') || between.starts_with("，是"));
                if said && host.characters[year + 4] == '年' && (first..=last).contains(&value) {
                    places.push((Span::new(year, year + 4), value));
                }
            }
        }
    }
    let (span, value) = *pick(random, &places)?;
    let other = value + if random.chance(50) { 5 } else { -6 };
    Some(host.with(span, &other.to_string()))
}

fn anniversary_changed(host: &Host, random: &mut Random) -> Option<Mutation> {
    let since: Vec<_> = EVENTS
        .iter()
        .filter(|row| row.kind == Event::Since)
        .collect();
    let row = pick(random, &since)?;
    let begun: i32 = row.year as i32;
    let count = *random.pick(&[20, 30, 40, 50, 60, 70, 80, 90, 100]);
    let year = begun + count + *random.pick(&[-2, -1, 1, 2, 5]);
    if !(1950..2035).contains(&year) {
        return None;
    }
    let count = if random.chance(50) {
        count.to_string()
    } else {
        match count {
            100 => "一百".into(),
            tens => format!(
                "{}十",
                "一二三四五六七八九".chars().nth(tens as usize / 10 - 1)?
            ),
        }
    };
    let form = random.word(&[
        "{y}年是{e}{n}周年。",
        "{y}年，是{e}{n}周年，意义重大。",
        "{y}年适逢{e}{n}周年。",
        "{y}年，我们迎来{e}{n}周年。",
        "{y}年，我们隆重庆祝{e}{n}周年。",
        "{y}年是极不平凡的一年，是{e}{n}周年。",
        "{y}年恰逢{e}{n}周年，要营造浓厚氛围。",
        "在{y}年{e}{n}周年之际，要抓好各项工作。",
    ]);
    let sentence = form
        .replace("{y}", &year.to_string())
        .replace("{e}", row.event)
        .replace("{n}", &count);
    host.with_sentence(random, &sentence)
}

fn congress_changed(host: &Host, random: &mut Random) -> Option<Mutation> {
    let held: Vec<_> = EVENTS
        .iter()
        .filter(|row| row.kind == Event::Held)
        .collect();
    let row = pick(random, &held)?;
    let year: i32 = row.year as i32;
    let year = year + *random.pick(&[-2, -1, 1, 2, 3]);
    let form = random.word(&[
        "{y}年是{e}召开之年。",
        "{y}年是{e}胜利召开之年，也是攻坚之年。",
        "{y}年，是{e}召开之年，意义重大。",
        "{y}年，{e}胜利召开。",
        "{y}年{e}召开，开启了新征程。",
        "{y}年召开的{e}，作出了重大部署。",
        "{y}年是极不平凡的一年，{e}胜利召开。",
    ]);
    let sentence = form
        .replace("{y}", &year.to_string())
        .replace("{e}", row.event);
    host.with_sentence(random, &sentence)
}

fn deadline_moved(host: &Host, random: &mut Random) -> Option<Mutation> {
    let own: i32 = host
        .document
        .metadata
        .date
        .as_ref()?
        .value
        .get(..4)?
        .parse()
        .ok()?;
    let year = own - 1 - random.below(4) as i32;
    let form = random.word(&[
        "各地区要在{y}年底前全面完成整改任务。",
        "确保{y}年6月底前建成投产。",
        "务必于{y}年10月31日前报送总结。",
        "要力争{y}年年底前实现全覆盖。",
        "{y}年底前必须全部整改到位。",
        "有关部门要抓紧工作，{y}年底前出台实施细则。",
        "到{y}年底，要实现县县通高速。",
        "请于{y}年3月15日前将方案报省政府。",
    ]);
    host.with_sentence(random, &form.replace("{y}", &year.to_string()))
}
