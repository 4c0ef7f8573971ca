//! A page a rule, and one that lists them. Both languages stand in each; the reader's is shown, and
//! Chinese where nothing is known of the reader.

use super::super::strings::Strings;
use super::{Rule, Said};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/// Writes pages with the strings that stand around a rule's own words.
pub struct Pages<'a> {
    /// What headings and facts are called.
    pub strings: &'a Strings,
}

impl Pages<'_> {
    /// The list of all rules, by group.
    pub fn index(&self, rules: &[Rule]) -> String {
        let title = self.say("rules.title");
        let mut body = format!("<h1>{}</h1>\n", both("span", "", &title));
        body += &both("p", "lead", &self.say("rules.lead"));
        for group in rules.chunk_by(|one, next| one.group == next.group) {
            let name = self.group(&group[0]);
            body += &format!(
                "<h2>{}</h2>\n<ul class=\"rules\">\n",
                both("span", "", &name)
            );
            for rule in group {
                body += &format!(
                    "<li><a href=\"{id}.html\">{name}</a> {level}<code>{id}</code></li>\n",
                    id = rule.id,
                    name = both("span", "", &rule.name),
                    level = self.level(rule),
                );
            }
            body += "</ul>\n";
        }
        self.frame(&title, &body)
    }

    /// The page of one rule.
    pub fn page(&self, rule: &Rule) -> String {
        let head = |key: &str| format!("<h2>{}</h2>\n", both("span", "", &self.say(key)));
        let found = &rule.found;
        let mut body = format!("<h1>{}</h1>\n", both("span", "", &rule.name));
        body += &format!(
            "<p class=\"facts\">{} {}<code>{}</code></p>\n",
            self.level(rule),
            both("span", "group", &self.group(rule)),
            rule.id,
        );
        body += &(head("rules.what") + &both("p", "", &rule.what));
        body += &(head("rules.why") + &both("p", "", &rule.why));
        let words = escaped(&found.words).replace('\n', "</mark>\n<mark>");
        let (before, after) = (escaped(&found.before), escaped(&found.after));
        body += &head("rules.trips");
        body += &example("trips", &format!("{before}<mark>{words}</mark>{after}"));
        body += &both("p", "message", &found.message);
        body += &(head("rules.silent") + &example("silent", &escaped(&rule.silent)));
        body += &(head("rules.source") + &both("p", "", &rule.source));
        let dismiss = self.say("rules.dismiss");
        let filled = |text: &str| text.replace("{id}", &rule.id);
        let dismiss = Said {
            zh: filled(&dismiss.zh),
            en: filled(&dismiss.en),
        };
        body += &both("p", "dismiss", &dismiss);
        let all = both("span", "", &self.say("rules.all"));
        body += &format!("<p class=\"all\"><a href=\"index.html\">{all}</a></p>\n");
        self.frame(&rule.name, &body)
    }

    fn level(&self, rule: &Rule) -> String {
        let class = format!("level {}", rule.severity);
        both(
            "span",
            &class,
            &self.say(&format!("cli.severity.{}", rule.severity)),
        )
    }

    fn group(&self, rule: &Rule) -> Said {
        self.say(&format!("rules.group.{}", rule.group))
    }

    /// A string in both languages; a key that there is not is seen as itself.
    fn say(&self, key: &str) -> Said {
        let known = self.strings.get(key).cloned();
        let (zh, en) = known.unwrap_or_else(|| (key.to_owned(), key.to_owned()));
        Said { zh, en }
    }

    /// The whole page around `body`.
    fn frame(&self, title: &Said, body: &str) -> String {
        let brand = self.say("brand");
        let switch = self.say("header.language");
        format!(
        "<!doctype html>
<!-- Written by `cargo xtask build` from the heads of the rules' files, src/checks/. -->
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

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::rules::Found;

    fn said(zh: &str, en: &str) -> Said {
        Said {
            zh: zh.to_owned(),
            en: en.to_owned(),
        }
    }

    fn rule() -> Rule {
        Rule {
            id: "odd-mark".to_owned(),
            group: "language".to_owned(),
            severity: "error".to_owned(),
            name: said("标点有误", "Odd mark"),
            what: said("甲<乙", "a<b"),
            why: said("难读", "Hard to read"),
            source: said("惯例", "Practice"),
            silent: "一\n二".to_owned(),
            found: Found {
                before: "一，".to_owned(),
                words: "二\n三".to_owned(),
                after: "。".to_owned(),
                message: said("有误", "Odd"),
            },
        }
    }

    #[test]
    fn a_page_has_both_languages_and_marks_what_is_found_line_by_line() {
        let strings = Strings::new();
        let page = Pages { strings: &strings }.page(&rule());
        for part in [
            "lang=\"zh-CN\">标点有误<",
            "lang=\"en\">Odd mark<",
            "甲&lt;乙",
            "<p>一，<mark>二</mark></p>\n<p><mark>三</mark>。</p>",
            "<p>一</p>\n<p>二</p>",
        ] {
            assert!(page.contains(part), "{part}");
        }
    }

    #[test]
    fn the_list_has_a_head_for_each_group() {
        let other = Rule {
            group: "dates".to_owned(),
            ..rule()
        };
        let strings = Strings::new();
        let list = Pages { strings: &strings }.index(&[rule(), rule(), other]);
        assert_eq!(list.matches("<h2>").count(), 2);
        assert_eq!(list.matches("<li>").count(), 3);
    }
}
