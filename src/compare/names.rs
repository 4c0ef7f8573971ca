//! What two texts call one indicator.

use super::likeness::letters;
use crate::lexicon::name_parts::{Kind, TABLE};
use crate::model::Ground;

/// The name of an indicator, as comparing asks for it.
pub struct Name<'a> {
    /// As the claim has it.
    pub words: &'a str,
    /// Its letters.
    letters: String,
    /// Its letters in the form that is common to all ways to write it.
    core: String,
}

/// Why two names are of one thing.
pub struct Named {
    /// Why.
    pub ground: Ground,
    /// Whether it is surely one thing.
    pub sure: bool,
    /// How good a reason it is.
    pub score: u32,
    /// Whether the longer name ends with what the shorter lacks, so that it may be of something else (中央财政, 中央财政赤字).
    pub headless: bool,
}

/// Characters of a name that tells by itself what is measured.
pub const NAME: usize = 3;

impl<'a> Name<'a> {
    /// A name.
    pub fn new(words: &'a str) -> Self {
        let letters: String = letters(words).collect();
        let core = core(&letters);
        Self {
            words,
            letters,
            core,
        }
    }

    /// How many characters it has.
    pub fn len(&self) -> usize {
        self.letters.chars().count()
    }

    /// Whether it tells by itself what is measured.
    pub fn tells(&self) -> bool {
        is_long(&bare(&self.letters))
    }

    /// Why another is of the same thing. The first may be a list (保障性住房、棚户区改造住房): its members name a part of it.
    pub fn named(&self, other: &Self) -> Option<Named> {
        let told = |ground, score| Named {
            ground,
            sure: ground == Ground::SameName,
            score,
            headless: false,
        };
        if self.len().min(other.len()) < 2 {
            return None;
        }
        if self.letters == other.letters {
            return Some(told(Ground::SameName, 60));
        }
        if self.core == other.core {
            return Some(told(Ground::NameAlike, 45));
        }
        let forms = [(&self.letters, &other.letters), (&self.core, &other.core)];
        let forms = forms.map(|(one, other)| match one.len() <= other.len() {
            true => (&**one, &**other),
            false => (&**other, &**one),
        });
        let long_enough = || forms.into_iter().filter(|(short, _)| is_long(short));
        if long_enough().any(|(short, long)| long.ends_with(short)) {
            return Some(told(Ground::NamePart, 40));
        }
        if long_enough().any(|(short, long)| long.starts_with(short)) {
            return Some(Named {
                headless: true,
                ..told(Ground::NamePart, 40)
            });
        }
        if long_enough().any(|(short, long)| is_within(short, long)) {
            return Some(told(Ground::NameAlike, 30));
        }
        let mut members = self.words.split(BETWEEN).filter(|one| *one != self.words);
        let is_member = members.any(|member| Self::new(member).named(other).is_some());
        is_member.then(|| told(Ground::NamePart, 30))
    }
}

/// What stands between the members of a list.
pub const BETWEEN: char = '、';

fn is_long(name: &str) -> bool {
    name.chars().count() >= NAME
}

/// A name in the form that is common to all ways to write it.
pub fn core(letters: &str) -> String {
    match bare(letters) {
        bare if bare.chars().count() > 1 => bare,
        _ => letters.to_owned(),
    }
}

/// The same, of a name that says nothing nothing.
fn bare(letters: &str) -> String {
    let mut core = String::new();
    let mut rest = letters;
    while let Some(first) = rest.chars().next() {
        let row = TABLE.longest(rest);
        match row.map(|row| (row.kind, row.word)) {
            Some((Kind::Same | Kind::Money, word)) => {
                core.push_str(row.map_or("", |row| row.normal));
                rest = &rest[word.len()..];
            }
            Some((Kind::Light, word)) => rest = &rest[word.len()..],
            _ => {
                core.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    without_tail(&core).to_owned()
}

/// A name without what it may end with or not (水平).
pub fn without_tail(mut name: &str) -> &str {
    while let Some(row) = TABLE.endings(name).find(|row| row.kind == Kind::Tail) {
        name = &name[..name.len() - row.word.len()];
    }
    name
}

/// Whether a name ends with a word for a sum.
pub fn ends_with_money(name: &str) -> bool {
    let mut rows = TABLE.endings(name);
    rows.any(|row| row.kind == Kind::Money)
}

/// Whether a name is another with something left out in its middle: 城镇就业 of 城镇新增就业.
fn is_within(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    let in_order = short.chars().all(|one| rest.any(|other| other == one));
    let [count, of] = [short, long].map(|name| name.chars().count());
    in_order
        && count > NAME
        && count * 5 >= of * 3
        && short.chars().next() == long.chars().next()
        && short.chars().next_back() == long.chars().next_back()
}
