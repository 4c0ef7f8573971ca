//! `docs/rules/`: a page a rule, Chinese first, then English.

use super::{Page, severity};
use xushi::strings::{Said, say};

type Pick = fn(&Said) -> &str;

const LANGUAGES: [Pick; 2] = [|said| &said.zh, |said| &said.en];

pub fn index(pages: &[Page]) -> String {
    let title = say("rules.title", &[]);
    let mut text = format!("# {} · {}\n\n", title.zh, title.en);
    text +=
        "<!-- Written by `cargo xtask rules` from the registry; changes belong into data/. -->\n\n";
    let lead = say("rules.lead", &[]);
    text += &format!("{}\n\n{}\n", lead.zh, lead.en);
    let mut group = None;
    for page in pages {
        let rule = page.rule;
        if group != Some(rule.group) {
            let name = rule.group.name();
            text += &format!("\n## {} · {}\n\n", name.zh, name.en);
            let head = |key: &str| say(key, &[]);
            let (id, level) = (head("rules.id"), head("rules.severity"));
            text += &format!(
                "| {} | {} | {} |\n|---|---|---|\n",
                id.zh, title.zh, level.zh
            );
            group = Some(rule.group);
        }
        let level = severity(rule.severity);
        text += &format!(
            "| [`{id}`]({id}.md) | {} · {} | {} · {} |\n",
            page.said.name.zh,
            page.said.name.en,
            level.zh,
            level.en,
            id = rule.id,
        );
    }
    text
}

pub fn page(page: &Page) -> String {
    let mut text = format!("# `{}`\n\n", page.rule.id);
    text +=
        "<!-- Written by `cargo xtask rules` from the registry; changes belong into data/. -->\n";
    for pick in LANGUAGES {
        text += &part(page, pick);
    }
    let all = say("rules.all", &[]);
    text += &format!("\n[{} · {}](README.md)\n", all.zh, all.en);
    text
}

fn part(page: &Page, pick: Pick) -> String {
    let Page { rule, said, .. } = page;
    let word = |key: &str| pick(&say(key, &[])).to_owned();
    let mut text = format!("\n## {}\n\n", pick(&said.name));
    text += &format!(
        "{} {} · {} {}\n\n",
        word("rules.group"),
        pick(&rule.group.name()),
        word("rules.severity"),
        pick(&severity(rule.severity)),
    );
    text += &format!("**{}** {}\n\n", word("rules.what"), pick(&said.what));
    text += &format!("**{}** {}\n\n", word("rules.why"), pick(&said.why));
    text += &format!("**{}**\n\n{}\n", word("rules.trips"), quoted(&marked(page)));
    if let Some(finding) = &page.finding {
        let message = Said {
            zh: finding.message.clone(),
            en: finding.message_en.clone(),
        };
        text += &format!("→ {}\n\n", pick(&message));
    }
    text += &format!(
        "**{}**\n\n{}\n",
        word("rules.silent"),
        quoted(&escaped(&said.silent))
    );
    text += &format!("**{}** {}\n", word("rules.source"), pick(&said.source));
    text
}

/// The text that trips the rule, the place set bold.
fn marked(page: &Page) -> String {
    let Some(finding) = &page.finding else {
        return escaped(&page.shown);
    };
    let part = |from: usize, to: usize| escaped(page.shown.get(from..to).unwrap_or_default());
    let (start, end) = (finding.span.start, finding.span.end);
    let words = part(start, end).replace('\n', "</b>\n<b>");
    format!(
        "{}<b>{words}</b>{}",
        part(0, start),
        part(end, page.shown.len())
    )
}

fn quoted(text: &str) -> String {
    text.lines().map(|line| format!("> {line}  \n")).collect()
}

/// Marks that Markdown would read as its own.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        if matches!(
            character,
            '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '`' | '~'
        ) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
