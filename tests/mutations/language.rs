//! Slips of marks and notation.

use xushi::model::Span;

use crate::Kind;
use crate::host::{Host, Mutation, pick};
use crate::random::Random;

pub static KINDS: &[Kind] = &[
    Kind {
        rule: "unpaired-mark",
        name: "a quotation mark deleted",
        plant: quote_deleted,
    },
    Kind {
        rule: "unpaired-mark",
        name: "a 书名号 or bracket deleted",
        plant: bracket_deleted,
    },
    Kind {
        rule: "mark-width",
        name: "a half-width mark",
        plant: mark_halved,
    },
    Kind {
        rule: "mark-width",
        name: "％ among %",
        plant: percent_widened,
    },
    Kind {
        rule: "repeated-mark",
        name: "a mark twice",
        plant: mark_twice,
    },
    Kind {
        rule: "repeated-mark",
        name: "marks that collide",
        plant: marks_collide,
    },
    Kind {
        rule: "document-number",
        name: "a document number",
        plant: document_number,
    },
];

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Places of a mark between Chinese characters.
fn between_words(host: &Host, marks: &str) -> Vec<usize> {
    (1..host.characters.len().saturating_sub(1))
        .filter(|&at| marks.contains(host.characters[at]))
        .filter(|&at| is_han(host.characters[at - 1]) && is_han(host.characters[at + 1]))
        .collect()
}

fn all(host: &Host, marks: &str) -> Vec<usize> {
    (0..host.characters.len())
        .filter(|&at| marks.contains(host.characters[at]))
        .collect()
}

fn quote_deleted(host: &Host, random: &mut Random) -> Option<Mutation> {
    let at = *pick(random, &all(host, "“”"))?;
    Some(host.with(Span::new(at, at + 1), ""))
}

fn bracket_deleted(host: &Host, random: &mut Random) -> Option<Mutation> {
    let at = *pick(random, &all(host, "《》（）〔〕"))?;
    Some(host.with(Span::new(at, at + 1), ""))
}

fn mark_halved(host: &Host, random: &mut Random) -> Option<Mutation> {
    let at = *pick(random, &between_words(host, "，；："))?;
    let half = match host.characters[at] {
        '，' => ",",
        '；' => ";",
        _ => ":",
    };
    Some(host.with(Span::new(at, at + 1), half))
}

fn percent_widened(host: &Host, random: &mut Random) -> Option<Mutation> {
    let signs = all(host, "%");
    if signs.len() < 3 || host.characters.contains(&'％') {
        return None;
    }
    let at = *pick(random, &signs)?;
    Some(host.with(Span::new(at, at + 1), "％"))
}

fn mark_twice(host: &Host, random: &mut Random) -> Option<Mutation> {
    let at = *pick(random, &between_words(host, "，。；："))?;
    Some(host.with(Span::new(at, at), &host.characters[at].to_string()))
}

fn marks_collide(host: &Host, random: &mut Random) -> Option<Mutation> {
    let at = *pick(random, &between_words(host, "，。；、"))?;
    let both = random.word(&["，。", "。，", "、，", "，、", "；。", "。；", "；，"]);
    Some(host.with(Span::new(at, at + 1), both))
}

fn document_number(host: &Host, random: &mut Random) -> Option<Mutation> {
    let body = random.word(&[
        "国发",
        "国办发",
        "省政办发",
        "中办发",
        "临政发",
        "教基厅",
        "财预",
        "青政办字",
    ]);
    let year = random.within(2008, 2025);
    let number = random.within(2, 99);
    let said = match random.below(6) {
        0 => format!("{body}[{year}]{number}号"),
        1 => format!("{body}（{year}）{number}号"),
        2 => format!("{body}({year}){number}号"),
        3 => format!("{body}【{year}】{number}号"),
        4 => format!("{body}〔{year}〕第{number}号"),
        _ => format!("{body}〔{year}〕0{}号", number % 9 + 1),
    };
    let form = random.word(&[
        "按照《关于加强安全生产工作的通知》（{}）要求，压实各方责任。",
        "根据{}文件精神，制定本方案。",
        "具体办法按{}执行。",
    ]);
    host.with_sentence(random, &form.replace("{}", &said))
}
