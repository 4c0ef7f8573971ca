//! Writes an [`OfficeText`]: text, stretches and hints grow side by side, so that every hint is of the text as it is.

use std::collections::BTreeMap;

use crate::kind::Kind;
use crate::ledger::LedgerSheet;
use crate::limits::Limits;
use crate::model::{
    Hint, OfficeText, Place, Properties, SetAside, SetAsideKind, Span, Stretch, Unread, UnreadKind,
    Warning, WarningCode,
};

/// A text that is being written.
pub(crate) struct Writer {
    text: String,
    stretches: Vec<Stretch>,
    hints: Vec<Hint>,
    set_aside: Vec<SetAside>,
    warnings: BTreeMap<WarningCode, usize>,
    unread: BTreeMap<UnreadKind, usize>,
    most_bytes: usize,
    /// What the file says of itself.
    pub(crate) properties: Properties,
    /// Names of sheets.
    pub(crate) sheets: Vec<String>,
    /// Those that are task ledgers.
    pub(crate) ledgers: Vec<LedgerSheet>,
}

impl Writer {
    /// Nothing yet.
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            text: String::new(),
            stretches: Vec::new(),
            hints: Vec::new(),
            set_aside: Vec::new(),
            warnings: BTreeMap::new(),
            unread: BTreeMap::new(),
            most_bytes: limits.text_bytes,
            properties: Properties::default(),
            sheets: Vec::new(),
            ledgers: Vec::new(),
        }
    }

    /// Where the next character goes, a byte of the text.
    pub(crate) fn here(&self) -> usize {
        self.text.len()
    }

    /// Writes a paragraph with its hints, whose spans are bytes of `text`. Its lines (soft breaks) become lines of
    /// the same place. What has no visible character becomes one empty line, and further ones none.
    pub(crate) fn paragraph(&mut self, text: &str, hints: &[Hint], place: Place) {
        self.paragraph_of(text, hints, &[(0, place)]);
    }

    /// As [`Self::paragraph`], for one whose parts stand at several places: each its first byte and its place.
    pub(crate) fn paragraph_of(&mut self, text: &str, hints: &[Hint], parts: &[(usize, Place)]) {
        let kept = text.trim_end();
        if kept.is_empty() {
            if !self.text.is_empty() && !self.text.ends_with("\n\n") {
                self.text.push('\n');
            }
            return;
        }
        if self.here() + kept.len() > self.most_bytes {
            self.warnings.insert(WarningCode::Cut, 1);
            return;
        }
        let start = self.here();
        self.text.push_str(kept);
        self.text.push('\n');
        let ends = parts.iter().skip(1).map(|(first, _)| *first);
        for (&(first, place), end) in parts.iter().zip(ends.chain([kept.len()])) {
            let mut line_start = start + first;
            for line in kept.get(first..end).unwrap_or_default().split('\n') {
                let span = Span {
                    start: line_start,
                    end: line_start + line.trim_end().len(),
                };
                self.stretches.push(Stretch { span, place });
                line_start += line.len() + 1;
            }
        }
        let end = start + kept.len();
        self.hints.extend(hints.iter().map(|hint| Hint {
            span: Span {
                start: (start + hint.span.start).min(end),
                end: (start + hint.span.end).min(end),
            },
            kind: hint.kind,
        }));
    }

    /// Sets text aside, the same text once.
    pub(crate) fn set_aside(&mut self, kind: SetAsideKind, text: &str, place: Place) {
        let text = text.trim();
        let stands = |set: &SetAside| set.kind == kind && set.text == text;
        if !text.is_empty() && self.set_aside.len() < 10_000 {
            let is_furniture = matches!(kind, SetAsideKind::Head | SetAsideKind::Foot);
            if !(is_furniture && self.set_aside.iter().any(stands)) {
                self.set_aside.push(SetAside {
                    kind,
                    text: text.to_owned(),
                    place,
                });
            }
        }
    }

    /// Counts what a reader is warned of.
    pub(crate) fn warn(&mut self, code: WarningCode, count: usize) {
        if count > 0 {
            *self.warnings.entry(code).or_default() += count;
        }
    }

    /// Warns of the first place of a kind: its number stands for a count.
    pub(crate) fn warn_of(&mut self, code: WarningCode, place: u32) {
        self.warnings.entry(code).or_insert(place as usize);
    }

    /// Counts what is not read.
    pub(crate) fn unread(&mut self, kind: UnreadKind, count: usize) {
        if count > 0 {
            *self.unread.entry(kind).or_default() += count;
        }
    }

    /// Whether nothing was written.
    pub(crate) fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }

    /// The whole.
    pub(crate) fn finish(mut self, kind: Kind) -> OfficeText {
        self.hints
            .sort_by_key(|hint| (hint.span.start, usize::MAX - hint.span.end));
        let unknown = self.text.chars().filter(|c| is_unknown(*c)).count();
        self.warn(WarningCode::UnknownCharacters, unknown);
        let warnings = self.warnings.into_iter();
        let unread = self.unread.into_iter();
        OfficeText {
            kind,
            text: self.text,
            stretches: self.stretches,
            hints: self.hints,
            properties: self.properties,
            set_aside: self.set_aside,
            sheets: self.sheets,
            ledgers: self.ledgers,
            warnings: warnings
                .map(|(code, count)| Warning { code, count })
                .collect(),
            unread: unread.map(|(kind, count)| Unread { kind, count }).collect(),
        }
    }
}

/// Whether a character has no meaning outside of a font, or stands for one that was lost.
fn is_unknown(character: char) -> bool {
    matches!(character, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

const RADICALS: &str = include_str!("../data/radicals.tsv");

/// What a radical or a form for compatibility stands for (⼤ is 大), by `data/radicals.tsv`.
fn meant(character: char) -> char {
    let code = character as u32;
    let rows = RADICALS.lines().filter_map(|row| row.split_once('\t'));
    let mut found = rows.filter_map(|(first, characters)| {
        let place = code.checked_sub(u32::from_str_radix(first, 16).ok()?)?;
        characters.chars().nth(place as usize)
    });
    found.next_back().unwrap_or(character)
}

/// Pushes the characters of `from` that a reader sees: no soft hyphens, zero-width or control characters. A
/// non-breaking space becomes a space.
pub(crate) fn push_visible(to: &mut String, from: &str) {
    to.extend(from.chars().filter_map(|character| match character {
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => None,
        '\u{A0}' => Some(' '),
        '\t' => Some('\t'),
        '\n' | '\r' => Some(' '),
        control if control.is_control() => None,
        '\u{2E80}'..='\u{2FD5}' | '\u{F900}'..='\u{FAD9}' => Some(meant(character)),
        other => Some(other),
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_left_out_and_radicals_are_characters() {
        let mut text = String::new();
        push_visible(&mut text, "⼤⻘⺠里\u{AD}\u{200B}年\u{A0}1\u{7}");
        assert_eq!(text, "大青民里年 1");
    }
}
