//! The bodies that issue a text, and those that its authors belong to.

use super::{Collector, Issued, rank, state};
use crate::layout::byline;
use crate::layout::data_lines::of_author;
use crate::layout::date;
use crate::layout::imprint::is_imprint;
use crate::layout::posts;

/// The most bodies that issue a text with another one.
const MOST_ISSUERS: usize = 12;

impl Collector {
    /// The bodies that issue the text, at `offset`: one, or several side by side.
    pub(super) fn issuers(&mut self, line: &str, offset: usize, place: Issued) {
        let bare = posts::unsealed(line);
        let names = bare.split_whitespace();
        let is_name = |name: &str| name.chars().nth(3).is_some() && posts::is_signer(name);
        if names.clone().count() > 1 && names.clone().all(is_name) {
            names.for_each(|name| self.issuer(name, line, offset, place));
        } else {
            self.issuer(bare, line, offset, place);
        }
    }

    /// A body that issues the text, named in a line at `offset`. Another one named in the same place
    /// issues it with the first; one named elsewhere may be the same body's office.
    fn issuer(&mut self, name: &str, line: &str, offset: usize, place: Issued) {
        let metadata = &mut self.metadata;
        let mut known = metadata.issuer.iter().chain(&metadata.joint_issuers);
        if known.any(|known| known.value == name) {
            self.issued = Some(place);
        } else if metadata.issuer.is_none() {
            state(&mut metadata.issuer, name, line, offset);
            self.issued = Some(place);
        } else if self.issued == Some(place) && metadata.joint_issuers.len() < MOST_ISSUERS {
            let mut joint = None;
            state(&mut joint, name, line, offset);
            metadata.joint_issuers.extend(joint);
        }
    }

    /// （中共云河县委党校，云河 138000）, （1.东川大学，东川 650000；2.…）: where the authors work.
    pub(super) fn affiliation(&mut self, line: &str) {
        let inner = line.trim_matches(['（', '(', '）', ')', ' ', '\u{3000}']);
        for part in inner.split(['；', ';']) {
            let part = part.trim();
            let number = part.chars().next().and_then(byline::mark);
            let words = part.trim_start_matches(|c: char| {
                byline::mark(c).is_some() || matches!(c, '.' | '．' | '、' | ' ')
            });
            let body = words.split(['，', ',']).next().unwrap_or_default().trim();
            let people = self.metadata.authors.iter_mut().zip(&self.marks);
            for (author, _) in people.filter(|(_, mark)| number.is_none() || **mark == number) {
                if author.organisation.is_none() && !body.is_empty() {
                    author.organisation = Some(body.to_owned());
                }
            }
        }
    }

    /// （作者单位：…）, （作者系…）, …印发: what stands below a text, at `offset`, about its authors or its issue. Of several bodies, as
    /// many as authors, each has its own; one holds for all.
    pub(super) fn trailer(&mut self, line: &str, offset: usize) {
        let bare = line.trim_matches(['（', '(', '）', ')', '【', '】', ' ', '。']);
        if is_imprint(line) {
            let date = date::first_date(line).map_or(0, |date| date.span.start);
            self.date(line, offset, rank::SIGNED);
            let body = line[..date].trim();
            if posts::is_body_name(body) {
                state(&mut self.sender, body, line, offset);
            }
        }
        let Some(words) = of_author(bare) else {
            return;
        };
        let words = words.split(['，', ',', '。']).next().unwrap_or_default();
        let authors = &mut self.metadata.authors;
        let divider = if words.contains('；') { '；' } else { '、' };
        let parts: Vec<&str> = words.split(divider).map(str::trim).collect();
        let each = authors.len() > 1 && parts.len() == authors.len();
        let stated: Vec<&str> = if each { parts } else { vec![words.trim()] };
        if !stated.iter().all(|words| posts::is_post_or_body(words)) {
            return;
        }
        let all = stated.iter().cycle();
        for (author, words) in authors.iter_mut().zip(all) {
            if author.role.is_none() && author.organisation.is_none() {
                (author.organisation, author.role) = posts::post(words);
            }
        }
    }
}
