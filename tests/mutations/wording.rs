//! Slips of copying: text twice, text cut off, blanks, words from elsewhere.

use xushi::lexicon::places::ROWS as PLACES;
use xushi::model::{BlockKind, Span, TermKind};

use crate::Kind;
use crate::host::{Host, Mutation, pick};
use crate::random::Random;

pub static KINDS: &[Kind] = &[
    Kind {
        rule: "repeated-text",
        name: "a paragraph twice",
        plant: paragraph_twice,
    },
    Kind {
        rule: "repeated-text",
        name: "a sentence twice",
        plant: sentence_twice,
    },
    Kind {
        rule: "repeated-text",
        name: "a clause twice",
        plant: clause_twice,
    },
    Kind {
        rule: "repeated-text",
        name: "a heading twice",
        plant: heading_twice,
    },
    Kind {
        rule: "repeated-text",
        name: "的的",
        plant: particle_twice,
    },
    Kind {
        rule: "repeated-text",
        name: "下面。下面，",
        plant: opening_twice,
    },
    Kind {
        rule: "spliced-text",
        name: "the title as a clause",
        plant: title_in_text,
    },
    Kind {
        rule: "spliced-text",
        name: "a label with the title",
        plant: label_in_text,
    },
    Kind {
        rule: "truncated",
        name: "cut in a sentence",
        plant: cut_off,
    },
    Kind {
        rule: "placeholder",
        name: "a number left open",
        plant: number_left_open,
    },
    Kind {
        rule: "placeholder",
        name: "a name left open",
        plant: name_left_open,
    },
    Kind {
        rule: "placeholder",
        name: "an item of a list left out",
        plant: item_left_out,
    },
    Kind {
        rule: "stray-latin",
        name: "a word between words",
        plant: word_between,
    },
    Kind {
        rule: "stray-latin",
        name: "an abbreviation in odd case",
        plant: odd_case,
    },
    Kind {
        rule: "slogan-slip",
        name: "a character of a phrase",
        plant: phrase_character,
    },
    Kind {
        rule: "slogan-slip",
        name: "two characters turned round",
        plant: phrase_turned,
    },
    Kind {
        rule: "slogan-slip",
        name: "a character of a slogan",
        plant: slogan_character,
    },
    Kind {
        rule: "place-hierarchy",
        name: "a prefecture elsewhere",
        plant: prefecture_elsewhere,
    },
    Kind {
        rule: "place-hierarchy",
        name: "a county elsewhere",
        plant: county_elsewhere,
    },
];

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn paragraph_twice(host: &Host, random: &mut Random) -> Option<Mutation> {
    let blocks: Vec<Span> = host
        .document
        .blocks
        .iter()
        .filter(|block| {
            block.kind == BlockKind::Paragraph && block.span.end - block.span.start > 40
        })
        .map(|block| block.span)
        .collect();
    let from = *pick(random, &blocks)?;
    // Pasted again right there, or further down.
    let to = if random.chance(50) {
        from
    } else {
        *pick(random, &blocks)?
    };
    let words = format!("\n{}", host.words(from));
    Some(host.with(Span::new(to.end, to.end), &words))
}

fn sentence_twice(host: &Host, random: &mut Random) -> Option<Mutation> {
    let sentences: Vec<Span> = host
        .document
        .sentences
        .iter()
        .map(|sentence| sentence.span)
        .filter(|span| span.end - span.start >= 12 && host.characters[span.end - 1] == '。')
        .collect();
    let span = *pick(random, &sentences)?;
    Some(host.with(Span::new(span.end, span.end), &host.words(span)))
}

fn clause_twice(host: &Host, random: &mut Random) -> Option<Mutation> {
    let mut clauses = Vec::new();
    let mut start = 0;
    for (at, &c) in host.characters.iter().enumerate() {
        if matches!(c, '，' | '。' | '；' | '：' | '\n' | '！') {
            let clause = &host.characters[start..at];
            if c == '，' && clause.len() >= 6 && clause.iter().all(|&c| is_han(c)) {
                clauses.push(Span::new(start, at + 1));
            }
            start = at + 1;
        }
    }
    let span = *pick(random, &clauses)?;
    Some(host.with(Span::new(span.end, span.end), &host.words(span)))
}

fn heading_twice(host: &Host, random: &mut Random) -> Option<Mutation> {
    let lines: Vec<Span> = host
        .document
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Heading && block.span.end - block.span.start > 8)
        .map(|block| block.span)
        .collect();
    let line = *pick(random, &lines)?;
    Some(host.with(
        Span::new(line.end, line.end),
        &format!("\n{}", host.words(line)),
    ))
}

fn particle_twice(host: &Host, random: &mut Random) -> Option<Mutation> {
    let places: Vec<usize> = (1..host.characters.len() - 1)
        .filter(|&at| matches!(host.characters[at], '的' | '和' | '在' | '与'))
        .filter(|&at| is_han(host.characters[at - 1]) && is_han(host.characters[at + 1]))
        .filter(|&at| host.characters[at + 1] != host.characters[at])
        .collect();
    let at = *pick(random, &places)?;
    Some(host.with(Span::new(at, at), &host.characters[at].to_string()))
}

fn opening_twice(host: &Host, random: &mut Random) -> Option<Mutation> {
    let places: Vec<usize> = [
        "下面，",
        "同时，",
        "此外，",
        "目前，",
        "今年，",
        "当前，",
        "为此，",
    ]
    .iter()
    .flat_map(|opening| host.places(opening))
    .filter(|&at| at > 1 && host.characters[at - 1] == '。')
    .collect();
    let at = match pick(random, &places) {
        Some(&at) => at,
        None => {
            let ends = host.places("。全");
            let end = *pick(random, &ends)?;
            return Some(host.with(Span::new(end, end + 1), "同时。同时，"));
        }
    };
    let words: String = host.characters[at..at + 2].iter().collect();
    Some(host.with(Span::new(at - 1, at - 1), &words))
}

/// Ends of clauses in running text.
fn clause_ends(host: &Host) -> Vec<usize> {
    (10..host.characters.len().saturating_sub(10))
        .filter(|&at| host.characters[at] == '，')
        .filter(|&at| host.characters[at - 6..at].iter().all(|&c| is_han(c)))
        .filter(|&at| is_han(host.characters[at + 1]))
        .collect()
}

fn title_in_text(host: &Host, random: &mut Random) -> Option<Mutation> {
    let title = host
        .document
        .title
        .as_ref()
        .filter(|title| title.chars().count() >= 8)?;
    let ends = clause_ends(host);
    let at = *pick(random, &ends)?;
    Some(host.with(Span::new(at, at + 1), &format!("，{title}。")))
}

fn label_in_text(host: &Host, random: &mut Random) -> Option<Mutation> {
    let ends = clause_ends(host);
    let at = *pick(random, &ends)?;
    let words = match random.below(4) {
        0 => "，演讲稿《在全市经济工作会议上的讲话》。",
        1 => "，范文《在春节团拜会上的致辞》。",
        2 => "。本文来自第一公文网。",
        _ => "。转载请注明出处。",
    };
    Some(host.with(Span::new(at, at + 1), words))
}

fn cut_off(host: &Host, random: &mut Random) -> Option<Mutation> {
    let places: Vec<usize> = (host.characters.len() / 3..host.characters.len() - 1)
        .filter(|&at| host.characters[at - 4..=at].iter().all(|&c| is_han(c)))
        .collect();
    let at = *pick(random, &places)?;
    // Inside a paragraph and far from its end.
    let inside = host.document.blocks.iter().any(|block| {
        block.kind == BlockKind::Paragraph && block.span.start + 30 < at && at + 10 < block.span.end
    });
    inside.then(|| host.with(Span::new(at, host.characters.len()), ""))
}

fn number_left_open(host: &Host, random: &mut Random) -> Option<Mutation> {
    let numbers: Vec<Span> = host
        .document
        .claims
        .iter()
        .filter_map(|claim| {
            let digits = claim
                .text
                .chars()
                .take_while(|c| c.is_ascii_digit() || *c == '.')
                .count();
            (digits > 0).then(|| Span::new(claim.span.start, claim.span.start + digits))
        })
        .collect();
    let at = *pick(random, &numbers)?;
    Some(host.with(at, random.word(&["XX", "××", "XXX", "○○", "**"])))
}

fn name_left_open(host: &Host, random: &mut Random) -> Option<Mutation> {
    let ends = clause_ends(host);
    let at = *pick(random, &ends)?;
    let words = random.word(&[
        "，XX县要带头落实，",
        "，某某同志作了交流发言，",
        "，×××局长要亲自抓，",
        "，在××镇召开现场会，",
        "，由XX部门牵头负责，",
        "，联系人：（），",
    ]);
    Some(host.with(Span::new(at, at + 1), words))
}

fn item_left_out(host: &Host, random: &mut Random) -> Option<Mutation> {
    let marks: Vec<usize> = host.places("、");
    let places: Vec<Span> = marks
        .windows(2)
        .map(|pair| Span::new(pair[0] + 1, pair[1]))
        .filter(|span| span.start < span.end && span.end - span.start <= 6)
        .filter(|span| {
            host.characters[span.start..span.end]
                .iter()
                .all(|&c| is_han(c))
        })
        .collect();
    let at = *pick(random, &places)?;
    Some(host.with(at, ""))
}

fn word_between(host: &Host, random: &mut Random) -> Option<Mutation> {
    let places: Vec<usize> = (4..host.characters.len() - 4)
        .filter(|&at| host.characters[at - 3..at + 3].iter().all(|&c| is_han(c)))
        .collect();
    let at = *pick(random, &places)?;
    let words = random.word(&[
        " and ",
        "and",
        " the ",
        " of ",
        " with ",
        "but",
        " for ",
        "というの",
        " или ",
    ]);
    Some(host.with(Span::new(at, at), words))
}

fn odd_case(host: &Host, random: &mut Random) -> Option<Mutation> {
    let ends = clause_ends(host);
    let at = *pick(random, &ends)?;
    let words = random.word(&[
        "，GDp稳步增长，",
        "，人均Gdp再创新高，",
        "，pvc产能持续扩大，",
        "，发挥wTO规则作用，",
        "，Cpi涨幅回落，",
        "，加强pPP项目管理，",
        "，推广Led照明，",
        "，完善gps监控，",
    ]);
    Some(host.with(Span::new(at, at + 1), words))
}

/// Characters that are put in a right one's place: frequent in print, so that chance makes words
/// of them as often as it does of a typist's slips.
const OTHERS: &str = "事实工作发展经济社会建设人民中国政治文化生命力量时代精神成就历史意义方向学习领导组织制度管理质量水平能力责任任务目标问题基础条件环境资源科技术教育";

/// The uses of terms of a kind, of four characters and more.
fn terms(host: &Host, kind: TermKind) -> Vec<Span> {
    host.document
        .terms
        .iter()
        .filter(|term| term.kind == kind && term.text.chars().filter(|&c| is_han(c)).count() >= 4)
        .flat_map(|term| term.occurrences.clone())
        .collect()
}

fn other_character(random: &mut Random, right: char) -> Option<String> {
    let others: Vec<char> = OTHERS.chars().filter(|&c| c != right).collect();
    Some(pick(random, &others)?.to_string())
}

/// The content characters of a stretch.
fn content(host: &Host, span: Span) -> Vec<usize> {
    (span.start..span.end)
        .filter(|&at| is_han(host.characters[at]))
        .filter(|&at| {
            !"的地得之和与及同跟或了着过是在以新大一二三四五六七八九十两个"
                .contains(host.characters[at])
        })
        .collect()
}

fn phrase_character(host: &Host, random: &mut Random) -> Option<Mutation> {
    let spans: Vec<Span> = terms(host, TermKind::SetPhrase)
        .into_iter()
        .filter(|span| span.end - span.start >= 6)
        .collect();
    let span = *pick(random, &spans)?;
    let at = *pick(random, &content(host, span))?;
    let other = other_character(random, host.characters[at])?;
    Some(host.with(Span::new(at, at + 1), &other))
}

fn phrase_turned(host: &Host, random: &mut Random) -> Option<Mutation> {
    let spans: Vec<Span> = terms(host, TermKind::SetPhrase)
        .into_iter()
        .filter(|span| span.end - span.start >= 6)
        .collect();
    let span = *pick(random, &spans)?;
    let content = content(host, span);
    let pairs: Vec<usize> = content
        .windows(2)
        .filter(|pair| {
            pair[1] == pair[0] + 1 && host.characters[pair[0]] != host.characters[pair[1]]
        })
        .map(|pair| pair[0])
        .collect();
    let at = *pick(random, &pairs)?;
    let turned: String = [host.characters[at + 1], host.characters[at]]
        .iter()
        .collect();
    Some(host.with(Span::new(at, at + 2), &turned))
}

fn slogan_character(host: &Host, random: &mut Random) -> Option<Mutation> {
    const KNOWN: [&str; 14] = [
        "两个维护",
        "两个确立",
        "四个意识",
        "四个自信",
        "五位一体",
        "四个全面",
        "三会一课",
        "三严三实",
        "八项规定",
        "三大攻坚战",
        "两不愁三保障",
        "放管服",
        "双随机、一公开",
        "三重一大",
    ];
    let known: Vec<Span> = terms(host, TermKind::Slogan)
        .into_iter()
        .filter(|span| KNOWN.iter().any(|known| host.words(*span).contains(known)))
        .collect();
    if let Some(&span) = pick(random, &known) {
        let at = *pick(random, &content(host, span))?;
        let other = other_character(random, host.characters[at])?;
        return Some(host.with(Span::new(at, at + 1), &other));
    }
    // A text without one gets one.
    let slogan: Vec<char> = random.word(&KNOWN[..11]).chars().collect();
    let places: Vec<usize> = (0..slogan.len())
        .filter(|&at| !"一二三四五六七八九十两双个大位项、".contains(slogan[at]))
        .collect();
    let at = *pick(random, &places)?;
    let mut wrong = slogan.clone();
    wrong[at] = other_character(random, slogan[at])?.chars().next()?;
    let wrong: String = wrong.into_iter().collect();
    let form = random.word(&[
        "全市上下要深入贯彻“{}”要求。",
        "要坚决落实“{}”，不折不扣抓好各项工作。",
    ]);
    host.with_sentence(random, &form.replace("{}", &wrong))
}

/// Provinces by their full names.
fn provinces() -> Vec<(&'static str, String)> {
    PLACES
        .iter()
        .filter(|row| row.level == "省" || row.level == "自治区")
        .map(|row| (row.place, format!("{}{}", row.place, row.level)))
        .collect()
}

/// Where a place is put.
const VISITS: [&str; 5] = [
    "组织干部赴{}考察学习。",
    "与{}建立对口协作关系。",
    "要学习借鉴{}的经验做法。",
    "{}的做法值得借鉴。",
    "现场会在{}召开。",
];

fn prefecture_elsewhere(host: &Host, random: &mut Random) -> Option<Mutation> {
    let prefectures: Vec<_> = PLACES
        .iter()
        .filter(|row| {
            row.level.is_empty() && row.parents.len() < 2 && row.children.concat().len() > 20
        })
        .filter(|row| (2..=4).contains(&row.place.chars().count()))
        .collect();
    let place = pick(random, &prefectures)?;
    let all = provinces();
    let (name, province) = pick(random, &all)?;
    if place.parents == [*name] {
        return None;
    }
    let form = random.word(&VISITS);
    let place = match random.below(3) {
        0 => format!("{name}{}市", place.place),
        1 if form.contains("的") => format!("{province}{}", place.place),
        _ => format!("{province}{}市", place.place),
    };
    host.with_sentence(random, &form.replace("{}", &place))
}

fn county_elsewhere(host: &Host, random: &mut Random) -> Option<Mutation> {
    let prefectures: Vec<_> = PLACES
        .iter()
        .filter(|row| {
            row.level.is_empty() && row.children.len() > 4 && row.place.chars().count() == 2
        })
        .collect();
    let place = pick(random, &prefectures)?;
    let other = pick(random, &prefectures)?;
    let counties: Vec<&str> = place
        .children
        .iter()
        .copied()
        .filter(|name| name.chars().count() == 2)
        .collect();
    let county = pick(random, &counties)?;
    if other.children.concat().contains(county)
        || other.place == place.place
        || county.ends_with(['县', '区', '市'])
    {
        return None;
    }
    // Names that several places have are no slips.
    if PLACES
        .iter()
        .filter(|row| row.children.contains(county))
        .count()
        > 1
    {
        return None;
    }
    let form = random.word(&VISITS);
    host.with_sentence(
        random,
        &form.replace("{}", &format!("{}市{county}县", other.place)),
    )
}
