//! A table of contents: its entries are document data, not headings.

use super::class::{Class, Data};
use super::paragraph::{Paragraph, class_at};

/// How many entries without a page's number may stand one below the other.
const WITHOUT_PAGE: usize = 3;

/// Tells the entries of the first table of contents.
pub(super) fn tell(paragraphs: &mut [Paragraph]) {
    let is_head = |line: &Paragraph| line.class == Class::Contents;
    let Some(head) = paragraphs.iter().position(is_head) else {
        return;
    };
    let first = head + 1;
    let listed = matches!(
        class_at(paragraphs, first),
        Some(Class::Heading(_) | Class::Numbered(_) | Class::Short | Class::Body)
    );
    if !listed {
        return;
    }
    // The list ends where its first entry stands again, as the first heading of the text.
    let own = key(&paragraphs[first]);
    let again = (first + 1..paragraphs.len()).find(|&at| key(&paragraphs[at]) == own);
    let paged = leads(&paragraphs[first]);
    let is_entry = |at: &usize| {
        let class = &paragraphs[*at].class;
        let titled = matches!(class, Class::Heading(_) | Class::Short);
        // The title of the text stands below its contents.
        let listed = again.is_some() && !(paged && *class == Class::Short);
        let ahead = &paragraphs[*at..paragraphs.len().min(at + WITHOUT_PAGE)];
        leads(&paragraphs[*at]) || titled && (listed || ahead.iter().any(leads))
    };
    let entries = (first..again.unwrap_or(paragraphs.len())).take_while(is_entry);
    let end = first + entries.count();
    for line in &mut paragraphs[head..end] {
        line.class = Class::Label(Data::Contents);
    }
}

/// The letters of an entry without the number of its page.
fn key(line: &Paragraph) -> String {
    let text = line.text.trim_end_matches(|c: char| {
        c.is_ascii_digit() || c.is_whitespace() || ".…·-—（）()".contains(c)
    });
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.take(60).collect()
}

/// Whether an entry leads to a page: 一、总体要求……1
fn leads(line: &Paragraph) -> bool {
    line.text
        .ends_with(|c: char| c.is_ascii_digit() || c == '）')
        && line.text.contains(['…', '.', '·', '\t'])
}
