//! `www/rules/`: a page a rule, reached from a finding. Both languages stand in it; the reader's is
//! shown, and Chinese where nothing is known of the reader.

use super::{Page, severity};
use xushi::strings::{Said, say};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

pub fn index(pages: &[Page]) -> String {
    let title = say("rules.title", &[]);
    let mut body = format!("<h1>{}</h1>\n", both("span", "", &title));
    body += &both("p", "lead", &say("rules.lead", &[]));
    let mut group = None;
    for page in pages {
        let rule = page.rule;
        if group != Some(rule.group) {
            if group.is_some() {
                body += "</ul>\n";
            }
            body += &format!(
                "<h2>{}</h2>\n<ul class=\"rules\">\n",
                both("span", "", &rule.group.name())
            );
            group = Some(rule.group);
        }
        body += &format!(
            "<li><a href=\"{id}.html\">{name}</a> {level}<code>{id}</code></li>\n",
            id = rule.id,
            name = both("span", "", &page.said.name),
            level = level(page),
        );
    }
    body += "</ul>\n";
    frame(&title, &body)
}

pub fn page(page: &Page) -> String {
    let Page { rule, said, .. } = page;
    let head = |key: &str| format!("<h2>{}</h2>\n", both("span", "", &say(key, &[])));
    let mut body = format!("<h1>{}</h1>\n", both("span", "", &said.name));
    body += &format!(
        "<p class=\"facts\">{} {}<code>{}</code></p>\n",
        level(page),
        both("span", "group", &rule.group.name()),
        rule.id,
    );
    body += &head("rules.what");
    body += &both("p", "", &said.what);
    body += &head("rules.why");
    body += &both("p", "", &said.why);
    body += &head("rules.trips");
    body += &example("trips", &marked(page));
    if let Some(finding) = &page.finding {
        let message = Said {
            zh: finding.message.clone(),
            en: finding.message_en.clone(),
        };
        body += &both("p", "message", &message);
    }
    body += &head("rules.silent");
    body += &example("silent", &escaped(&said.silent));
    body += &head("rules.source");
    body += &both("p", "", &said.source);
    body += &both("p", "dismiss", &say("rules.dismiss", &[("id", rule.id)]));
    let all = both("span", "", &say("rules.all", &[]));
    body += &format!("<p class=\"all\"><a href=\"index.html\">{all}</a></p>\n");
    frame(&said.name, &body)
}

fn level(page: &Page) -> String {
    let name = format!("{:?}", page.rule.severity).to_lowercase();
    both(
        "span",
        &format!("level {name}"),
        &severity(page.rule.severity),
    )
}

fn frame(title: &Said, body: &str) -> String {
    let brand = say("brand", &[]);
    let switch = say("header.language", &[]);
    format!(
        "<!doctype html>
<!-- Written by `cargo xtask rules` from the registry; changes belong into data/. -->
<html lang=\"zh-CN\" data-theme=\"auto\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">
<meta name=\"referrer\" content=\"no-referrer\">
<meta name=\"color-scheme\" content=\"light dark\">
<title>{zh} · {brand_zh}</title>
<meta name=\"title-en\" content=\"{en} · {brand_en}\">
<link rel=\"icon\" href=\"../images/favicon.svg\" type=\"image/svg+xml\">
<link rel=\"stylesheet\" href=\"../css/base.css\">
<link rel=\"stylesheet\" href=\"../css/rules.css\">
<script type=\"module\" src=\"../js/rules.js\"></script>
</head>
<body>
<header><a href=\"../index.html\">{brand_zh}</a><button type=\"button\" id=\"language\" hidden>{switch}</button></header>
<main>
{body}</main>
</body>
</html>
",
        zh = escaped(&title.zh),
        en = escaped(&title.en),
        brand_zh = escaped(&brand.zh),
        brand_en = escaped(&brand.en),
        switch = both("span", "", &switch).trim_end(),
    )
}

/// An element in each language.
fn both(tag: &str, class: &str, said: &Said) -> String {
    let one = |language: &str, short: &str, words: &str| {
        let class = format!("{class} {short}").trim().to_owned();
        format!(
            "<{tag} class=\"{class}\" lang=\"{language}\">{}</{tag}>",
            escaped(words)
        )
    };
    let end = if tag == "span" { "" } else { "\n" };
    format!(
        "{}{}{end}",
        one("zh-CN", "zh", &said.zh),
        one("en", "en", &said.en)
    )
}

/// A text as readers see one: a paragraph a line.
fn example(class: &str, html: &str) -> String {
    let lines: String = html
        .lines()
        .map(|line| format!("<p>{line}</p>\n"))
        .collect();
    format!("<blockquote class=\"{class}\" lang=\"zh-CN\">\n{lines}</blockquote>\n")
}

fn marked(page: &Page) -> String {
    let Some(finding) = &page.finding else {
        return escaped(&page.shown);
    };
    let part = |from: usize, to: usize| escaped(page.shown.get(from..to).unwrap_or_default());
    let (start, end) = (finding.span.start, finding.span.end);
    let words = part(start, end).replace('\n', "</mark>\n<mark>");
    format!(
        "{}<mark>{words}</mark>{}",
        part(0, start),
        part(end, page.shown.len())
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
