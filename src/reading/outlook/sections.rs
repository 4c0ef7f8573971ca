//! Where the sections look, by their headings and those above them.

use super::super::document::{Reading, Section};
use super::super::modality::PERFECT;
use super::super::tense::{Scope, Tense};
use crate::lexicon::LEXICON;
use crate::lexicon::cues::Role;
use crate::model::{DocumentKind, Heading, Span};

/// What the heading of a section and those above it say.
pub(super) struct Headed {
    /// Where the section looks.
    pub(super) scope: Scope,
    /// Whether bare verbs in it are orders: under a plan, and under a heading that is one.
    pub(super) orders: bool,
    /// Whether its own heading is that of a plan.
    pub(super) is_plan: bool,
}

/// The sections of a text that looks as its `root` says.
pub(super) fn of(reading: &Reading, root: Scope) -> Vec<Headed> {
    let mut sections: Vec<Headed> = Vec::with_capacity(reading.sections.len());
    for section in &reading.sections {
        let above = section.parent.map(|parent| &sections[parent]);
        let headed = headed(reading, section, root, above);
        sections.push(headed);
    }
    sections
}

fn headed(reading: &Reading, section: &Section, root: Scope, above: Option<&Headed>) -> Headed {
    let title = section.heading.title.as_str();
    let leads = begins_with_verb(reading, section.heading);
    // 下一步打算, 主要任务; 抓好水利建设 and 完成目标任务 may as well be what was done.
    let ends_ahead = LEXICON.ends_with(title.trim_end(), Role::HeadingAhead);
    let is_plan = LEXICON.roles_in(title).has(Role::Next) || ends_ahead && !leads;
    let is_done = (reading.tokens_in(section.heading.span).iter())
        .any(|token| token.span.of(reading.text) == PERFECT);
    let own = match Tense::of_heading(title) {
        // 在体温正常的情况下，组织上岗 says nothing of what stands below.
        _ if section.is_sentence => Scope::default(),
        // A headline of news says what others want, or will do.
        _ if reading.kind == DocumentKind::News => Scope::default(),
        // 为实现目标任务作出了贡献
        _ if is_done => Scope::firm(Tense::Past),
        Tense::Future if root.tense == Tense::Past && !is_plan => Scope::default(),
        tense => Scope::firm(tense),
    };
    let outer = above.map_or(Scope::default(), |above| above.scope);
    // Inside a chapter with a tense the smaller headings seldom mean one of their own, but for a plan's chapter
    // that begins with how things stand (发展现状).
    let stands = outer.tense == Tense::Future
        && own.tense == Tense::Past
        && Tense::ends_back(title)
        && !leads
        && !reading.orders(section.heading.span)
        && !reading.achieves(section.heading.span);
    let scope = if outer.is_open() || stands {
        own
    } else {
        outer
    };
    let told = matches!(reading.kind, DocumentKind::News | DocumentKind::Article);
    let inherits = above.map_or(root.tense == Tense::Future, |above| above.orders);
    Headed {
        scope,
        orders: match scope.tense {
            Tense::Past => false,
            Tense::Future => true,
            // 织密网格 heads what was done, or what is thought, where nobody gives orders.
            Tense::Open => inherits || leads && !told,
        },
        is_plan,
    }
}

/// Whether a heading begins with a verb, behind its number.
fn begins_with_verb(reading: &Reading, heading: &Heading) -> bool {
    let words = heading.span.of(reading.text);
    let at = words.find(heading.title.as_str()).unwrap_or(0);
    let title = Span::new(heading.span.start + at, heading.span.end);
    reading.verb_at_head(title).is_some()
}
