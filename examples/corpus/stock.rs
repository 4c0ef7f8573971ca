//! Stock phrases (套话) by count: runs of words that many reports of several authors and decades
//! share and that carry no matter, for `data/stock-phrases.tsv`.
//!
//! A run of one to six words and 4 to 12 characters inside a clause is kept where
//!
//! 1. no word is a name, a number or a subject: each is a formula word, one of emphasis or one of grammar
//!    (`data/formula-words.tsv`); it begins with one of the first two, ends with the first, and holds
//!    emphasis (切实加强), for without it a run is a subject of its own (加强管理); or it is one idiom;
//! 2. it stands in at least [`LEAST_DOCUMENTS`] reports of [`LEAST_AUTHORS`] authors and
//!    [`LEAST_DECADES`] decades;
//! 3. it stands by itself: what comes before and what comes after differ (accessor variety, Feng et
//!    al. 2004), and it is not nearly always a part of one longer run (C-value, Frantzi et al. 2000);
//! 4. it is no set phrase (提法), nor a part of one: `data/set-phrases.tsv` has these.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use jieba_rs::Jieba;
use xushi::lexicon::{formula_words, set_phrases, slogans};
use xushi::text::character::is_han;

use crate::Result;
use crate::texts::{self, Text};

/// The reports that a phrase must stand in.
const LEAST_DOCUMENTS: usize = 5;
/// The authors that these must come from.
const LEAST_AUTHORS: usize = 2;
/// The decades that these must be spread over.
const LEAST_DECADES: usize = 2;
/// The words of the longest phrase.
const LONGEST: usize = 6;
/// The different neighbours that it must have on either side; the edge of a clause counts each time.
const LEAST_VARIETY: usize = 3;
/// The least C-value, over reports.
const LEAST_C_VALUE: f64 = 4.0;
/// The share of its uses that may stand in one longer run.
const MOST_NESTED: f64 = 0.8;

/// Words of emphasis of one character.
const RAISING: [&str; 3] = ["新", "更", "最"];
/// Words that ask for more after them: no phrase ends with one.
const OPEN_ENDS: [&str; 26] = [
    "加以", "做到", "按照", "根据", "依靠", "作出", "做出", "服从", "适应", "各种", "各级", "各类",
    "各项", "影响", "成为", "作为", "以及", "具有", "属于", "实施", "履行", "执行", "开展", "多数",
    "建设", "做好",
];

/// Idioms that name a matter: whoever says them means something that happens or is done.
const MATTERS: [&str; 50] = [
    "人才辈出",
    "和睦相处",
    "有所增加",
    "脱离群众",
    "一视同仁",
    "约法三章",
    "量入为出",
    "百家争鸣",
    "一哄而起",
    "不正之风",
    "严重破坏",
    "争取和平",
    "人尽其才",
    "以权谋私",
    "以质取胜",
    "依法惩治",
    "依靠群众",
    "关停并转",
    "刑事犯罪",
    "发扬民主",
    "吞吐能力",
    "和平解决",
    "土壤污染",
    "坚持下去",
    "外来干涉",
    "大气污染",
    "安全事故",
    "尊重知识",
    "弄虚作假",
    "忠于职守",
    "扫黄打非",
    "扶贫开发",
    "承载能力",
    "投机倒把",
    "推广应用",
    "推广先进",
    "收支平衡",
    "普遍存在",
    "暴力犯罪",
    "水土流失",
    "盲目发展",
    "盲目投资",
    "破除迷信",
    "精兵简政",
    "紧张局势",
    "绳之以法",
    "贪污受贿",
    "违法违纪",
    "铺张浪费",
    "片面追求",
];

/// How a word may stand in a phrase.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Formula,
    Emphasis,
    Idiom,
    Grammar,
    Other,
}

/// What is known of a run.
#[derive(Default)]
struct Run {
    texts: BTreeSet<usize>,
    uses: usize,
    before: HashSet<String>,
    after: HashSet<String>,
    edges: [usize; 2],
    /// Whether it may be a phrase by its words alone.
    fits: bool,
}

impl Run {
    /// Who gave the reports that it stands in.
    fn authors<'t>(&self, texts: &'t [Text]) -> BTreeSet<&'t str> {
        self.texts.iter().map(|&at| texts[at].author()).collect()
    }
}

/// The table.
pub fn table(texts: &[Text]) -> Result<String> {
    let runs = counted(texts)?;
    let nested = nesting(&runs);
    let phrases: BTreeMap<&str, &Run> = runs
        .iter()
        .filter(|(phrase, run)| {
            let longer = nested.get(phrase.as_str()).copied();
            run.fits && stands_alone(phrase, run, longer.unwrap_or_default()) && !is_set(phrase)
        })
        .map(|(phrase, run)| (phrase.as_str(), run))
        .collect();
    Ok(written(texts, &phrases))
}

/// The runs of all clauses that enough texts hold.
fn counted(texts: &[Text]) -> Result<HashMap<String, Run>> {
    let jieba = texts::segmenter()?;
    let kinds: HashMap<&str, Kind> = formula_words::ROWS
        .iter()
        .map(|row| {
            let kind = match row.kind {
                formula_words::Kind::Formula => Kind::Formula,
                formula_words::Kind::Emphasis => Kind::Emphasis,
                formula_words::Kind::Grammar => Kind::Grammar,
                _ => Kind::Other,
            };
            (row.word, kind)
        })
        .collect();
    let mut runs: HashMap<String, Run> = HashMap::new();
    for (index, text) in texts.iter().enumerate() {
        for clause in text.words.split(|c: char| !is_han(c)) {
            count(&jieba, &kinds, clause, index, &mut runs);
        }
    }
    runs.retain(|_, run| {
        let decades: BTreeSet<u16> = run.texts.iter().map(|&at| texts[at].decade()).collect();
        run.texts.len() >= LEAST_DOCUMENTS
            && run.authors(texts).len() >= LEAST_AUTHORS
            && decades.len() >= LEAST_DECADES
            && run.before.len() + run.edges[0] >= LEAST_VARIETY
            && run.after.len() + run.edges[1] >= LEAST_VARIETY
    });
    Ok(runs)
}

/// Whether a phrase is used often enough outside of longer runs, of which there are so many, with the most uses
/// of one of them and the uses of all.
fn stands_alone(phrase: &str, run: &Run, (longer, most, sum): (usize, usize, usize)) -> bool {
    let nested = sum as f64 / longer.max(1) as f64;
    let c_value = (phrase.chars().count() as f64).log2() * (run.uses as f64 - nested);
    let swallowed = most as f64 > MOST_NESTED * run.uses as f64;
    c_value >= LEAST_C_VALUE && !swallowed
}

/// The phrases as the table has them.
fn written(texts: &[Text], phrases: &BTreeMap<&str, &Run>) -> String {
    let mut written = format!(
        "# phrase: stock wording (套话) without matter of its own, found by `cargo run --example corpus stock`: not to be edited, see data/formula-words.tsv\tdocuments: national government reports of {}–{} ({}) that hold it\tauthors: who gave these reports, counted\tfirst: year of the first of them\tlast: year of the last\nphrase:key\tdocuments:number\tauthors:number\tfirst:number\tlast:number\n",
        texts.first().map_or(0, |text| text.year),
        texts.last().map_or(0, |text| text.year),
        texts.len()
    );
    for (phrase, run) in phrases {
        let year = |at: Option<&usize>| at.map_or(0, |&at| texts[at].year);
        written += &format!(
            "{phrase}\t{}\t{}\t{}\t{}\n",
            run.texts.len(),
            run.authors(texts).len(),
            year(run.texts.first()),
            year(run.texts.last())
        );
    }
    written
}

/// Counts the runs of a clause.
fn count(
    jieba: &Jieba,
    kinds: &HashMap<&str, Kind>,
    clause: &str,
    text: usize,
    runs: &mut HashMap<String, Run>,
) {
    let words = jieba.tag(clause, false);
    let kind = |word: &str| match kinds.get(word) {
        _ if RAISING.contains(&word) => Kind::Emphasis,
        Some(kind) => *kind,
        None => Kind::Other,
    };
    let texts: Vec<(&str, Kind)> = words
        .iter()
        .map(|token| match kind(token.word) {
            // An idiom of a dictionary is wording that everybody shares.
            Kind::Other
                if token.tag == "i"
                    && !kinds.contains_key(token.word)
                    && !MATTERS.contains(&token.word) =>
            {
                (token.word, Kind::Idiom)
            }
            known => (token.word, known),
        })
        .collect();
    for from in 0..texts.len() {
        if !matches!(texts[from].1, Kind::Formula | Kind::Emphasis | Kind::Idiom) {
            continue;
        }
        let mut phrase = String::new();
        let mut emphasis = 0;
        let mut emphasized = false;
        for to in from..texts.len().min(from + LONGEST) {
            let (word, kind) = texts[to];
            if kind == Kind::Other {
                break;
            }
            phrase.push_str(word);
            let length = phrase.chars().count();
            if length > 12 {
                break;
            }
            let is_emphasis = kind == Kind::Emphasis;
            emphasis += usize::from(is_emphasis);
            emphasized |= is_emphasis;
            if kind == Kind::Grammar || length < 4 {
                continue;
            }
            let is_idiom =
                to == from && (kind == Kind::Idiom || matches!(words[from].tag, "i" | "l"));
            let is_open = OPEN_ENDS.contains(&word);
            let run = runs.entry(phrase.clone()).or_default();
            run.texts.insert(text);
            run.uses += 1;
            run.fits = is_idiom || emphasized && !is_emphasis && !is_open && emphasis <= to - from;
            match from.checked_sub(1) {
                Some(at) => drop(run.before.insert(texts[at].0.to_owned())),
                None => run.edges[0] += 1,
            }
            match texts.get(to + 1) {
                Some((word, _)) => drop(run.after.insert((*word).to_owned())),
                None => run.edges[1] += 1,
            }
        }
    }
}

/// For each run that stands in longer ones: how many these are, the most uses of one of them, and the
/// uses of all.
fn nesting(runs: &HashMap<String, Run>) -> HashMap<&str, (usize, usize, usize)> {
    let mut nested: HashMap<&str, (usize, usize, usize)> = HashMap::new();
    for (phrase, run) in runs {
        let starts: Vec<usize> = phrase.char_indices().map(|(at, _)| at).collect();
        let ends: Vec<usize> = starts
            .iter()
            .copied()
            .skip(1)
            .chain([phrase.len()])
            .collect();
        for (first, &start) in starts.iter().enumerate() {
            for &end in ends.iter().skip(first + 3) {
                if end - start == phrase.len() {
                    continue;
                }
                if let Some((part, _)) = runs.get_key_value(&phrase[start..end]) {
                    let (longer, most, sum) = nested.entry(part).or_default();
                    *longer += 1;
                    *most = (*most).max(run.uses);
                    *sum += run.uses;
                }
            }
        }
    }
    nested
}

/// Whether a phrase is political wording, or stands in such.
fn is_set(phrase: &str) -> bool {
    set_phrases::ROWS
        .iter()
        .any(|row| row.phrase.contains(phrase))
        || slogans::TABLE.has(phrase)
}
