//! What the rules' tests read: a document made from text, a block a line.

// A test that names no rule has failed.
#![allow(clippy::expect_used)]

use super::RULES;
use crate::layout::{Layout, lay_out};
use crate::model::{Finding, Heading, HeadingStyle, Span};
use crate::reading::Markers;
use crate::reading::{Reading, for_tests as dictionary};

/// A document that rules can read.
pub(super) struct Page {
    layout: Layout,
    outline: Vec<Heading>,
}

impl Page {
    /// Every line is a block; 一、 （一） 1. and （1） open headings, 一是 and its like items.
    pub fn new(text: &str) -> Self {
        let lines = text.lines().map(str::trim);
        let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        let layout = Layout::of_lines(&lines.join("\n"));
        let outline = tree(&layout);
        Self { layout, outline }
    }

    /// With a title.
    pub fn titled(title: &str, text: &str) -> Self {
        let mut page = Self::new(text);
        page.layout = page.layout.titled(title);
        page
    }

    /// With the date that the document bears.
    pub fn dated(date: &str, text: &str) -> Self {
        let mut page = Self::new(text);
        page.layout = page.layout.dated(date);
        page
    }

    pub fn reading(&self) -> Reading<'_> {
        Reading::new(&self.layout, &self.outline, &dictionary())
    }

    /// How often the numbers of headings and items do not follow.
    pub fn slips(&self) -> usize {
        let reading = self.reading();
        let markers = Markers::of(&reading);
        super::Context::new(&reading, &[], &[], &markers)
            .slips()
            .len()
    }

    pub fn check(&self, rule: &str) -> Vec<Finding> {
        let rule = RULES.iter().find(|known| known.id == rule).expect(rule);
        let reading = self.reading();
        let markers = Markers::of(&reading);
        let announcements = crate::announcements::find(&reading, &markers);
        let claims = crate::claims::extract(&reading);
        super::found(
            rule,
            &super::Context::new(&reading, &claims, &announcements, &markers),
        )
    }
}

/// The findings of a rule in a text.
pub(super) fn of_rule(rule: &str, text: &str) -> Vec<Finding> {
    Page::new(text).check(rule)
}

/// The findings of a rule in a file, as the layout reads it.
pub(super) fn in_file(rule: &str, text: &str) -> Vec<Finding> {
    let of_layout = |layout: Layout| {
        let outline = crate::outline::outline(&layout.text, &layout.blocks);
        Page { layout, outline }.check(rule)
    };
    let layouts = lay_out(text).documents.into_iter();
    layouts.flat_map(of_layout).collect()
}

/// Applies every rule, to the page of [`Page::new`] and to what the layout makes of the text.
pub(super) fn all(text: &str) {
    let page = Page::new(text);
    run(&page.reading());
    for layout in lay_out(text).documents {
        let outline = crate::outline::outline(&layout.text, &layout.blocks);
        run(&Reading::new(&layout, &outline, &dictionary()));
    }
}

/// Applies every rule.
fn run(reading: &Reading) {
    let claims = crate::claims::extract(reading);
    let markers = Markers::of(reading);
    let announcements = crate::announcements::find(reading, &markers);
    super::run(reading, &claims, &announcements, &markers);
}

/// Asserts that the rule finds something in each text, and that the finding covers the words
/// between ⟦ and ⟧.
pub(super) fn trips(rule: &str, texts: &[&str]) {
    for marked in texts {
        let (text, place) = unmark(marked);
        let page = Page::new(&text);
        let findings = page.check(rule);
        let place = place.of(&text).to_owned();
        let hit = findings.iter().any(|finding| {
            let words = finding.span.of(&page.layout.text);
            words.contains(&place) || place.contains(words) && !words.is_empty()
        });
        assert!(hit, "{rule} finds nothing in: {marked}\n{findings:#?}");
        for finding in &findings {
            assert!(!finding.message.contains("check."), "{}", finding.message);
            assert!(!finding.message.contains('{'), "{}", finding.message);
        }
    }
}

/// Asserts that the rule is silent on each text.
pub(super) fn silent(rule: &str, texts: &[&str]) {
    for text in texts {
        let findings = of_rule(rule, text);
        assert!(findings.is_empty(), "{rule} in: {text}\n{findings:#?}");
    }
}

fn unmark(marked: &str) -> (String, Span) {
    let start = marked.find('⟦').unwrap_or_default();
    let text: String = marked.chars().filter(|c| !matches!(c, '⟦' | '⟧')).collect();
    let end = marked
        .find('⟧')
        .map_or(text.len(), |end| end - '⟦'.len_utf8());
    (text, Span::new(start, end))
}

/// A plain tree: enough for the rules, made without the outline stage.
fn tree(layout: &Layout) -> Vec<Heading> {
    let bare = Reading::new(layout, &[], &dictionary());
    let mut flat: Vec<Heading> = Vec::new();
    for marker in Markers::of(&bare).all() {
        use crate::numbering::Form;
        let (level, style) = match marker.form {
            Form::Chapter => (1, HeadingStyle::Chapter),
            Form::Section => (2, HeadingStyle::Section),
            Form::Article => (3, HeadingStyle::Article),
            Form::Count('是') | Form::Ordinal | Form::Among => (5, HeadingStyle::Inline),
            Form::Count('要') => (6, HeadingStyle::Inline),
            _ => (4, HeadingStyle::Item),
        };
        let rest = &layout.text[marker.span.start..];
        let length = rest.find(['。', '\n', '；']).unwrap_or(rest.len());
        let span = Span::new(marker.span.start, marker.span.start + length);
        flat.push(Heading {
            level,
            style,
            number: Some(marker.number),
            title: span.of(&layout.text).to_owned(),
            span,
            section: Span::new(span.start, layout.text.len()),
            children: Vec::new(),
        });
    }
    for index in 0..flat.len() {
        if let Some(next) = flat[index + 1..]
            .iter()
            .find(|next| next.level <= flat[index].level)
        {
            flat[index].section.end = next.span.start;
        }
    }
    nest(&mut flat.into_iter().peekable(), 0)
}

fn nest(flat: &mut std::iter::Peekable<std::vec::IntoIter<Heading>>, above: usize) -> Vec<Heading> {
    let mut level = Vec::new();
    while flat.peek().is_some_and(|next| next.level > above) {
        if let Some(mut heading) = flat.next() {
            heading.children = nest(flat, heading.level);
            level.push(heading);
        }
    }
    level
}
