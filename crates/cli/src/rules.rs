//! `xushi rules [ID…]`: the registry, in words.

use std::io::{self, Write};

use serde_json::json;
use unicode_width::UnicodeWidthStr as _;
use xushi::Analyzer;
use xushi::checks::{Documentation, RULES, Rule};
use xushi::offsets::to_bytes;
use xushi::reading::Dictionary;
use xushi::strings::say;

use crate::arguments::{Language, Rules, RulesFormat};
use crate::outcome::Outcome;
use crate::severity::severity_name;

/// Lists all rules, or explains those asked for.
pub fn run(arguments: &Rules) -> io::Result<Outcome> {
    let mut out = io::stdout().lock();
    let rules: Vec<(&Rule, Documentation)> = RULES
        .iter()
        .filter(|rule| arguments.ids.is_empty() || arguments.ids.iter().any(|id| id == rule.id))
        .filter_map(|rule| Some((rule, rule.documentation()?)))
        .collect();
    match arguments.format {
        RulesFormat::Json => {
            let list: Vec<_> = rules
                .iter()
                .map(|(rule, said)| object(rule, said))
                .collect();
            serde_json::to_writer_pretty(&mut out, &list)?;
            writeln!(out)?;
        }
        RulesFormat::Text if arguments.ids.is_empty() => {
            list(&mut out, &rules, arguments.language)?;
        }
        RulesFormat::Text => {
            for (at, (rule, said)) in rules.iter().enumerate() {
                if at > 0 {
                    writeln!(out)?;
                }
                explain(&mut out, rule, said, arguments.language)?;
            }
        }
    }
    out.flush()?;
    Ok(Outcome::Well)
}

fn object(rule: &Rule, said: &Documentation) -> serde_json::Value {
    let both = |said: &xushi::strings::Said| json!({ "zh": said.zh, "en": said.en });
    json!({
        "id": rule.id,
        "group": format!("{:?}", rule.group).to_lowercase(),
        "severity": rule.severity,
        "name": both(&said.name),
        "what": both(&said.what),
        "why": both(&said.why),
        "source": both(&said.source),
        "trips": said.trips,
        "silent": said.silent,
        "found": found(rule, &said.trips),
    })
}

/// What the rule finds in its example: the words, those before and after them, and its message.
fn found(rule: &Rule, example: &str) -> Option<serde_json::Value> {
    let analysis = Analyzer::new(Dictionary::built_in().ok()?)
        .analyze("example.txt", example.as_bytes())
        .ok()?;
    analysis.documents.into_iter().find_map(|document| {
        let mut found = document.findings.into_iter();
        let finding = found.find(|finding| finding.rule == rule.id)?;
        let text = &document.text;
        let span = *to_bytes(&[finding.span], text).first()?;
        Some(json!({
            "before": text.get(..span.start)?,
            "words": span.of(text),
            "after": text.get(span.end..)?,
            "message": { "zh": finding.message, "en": finding.message_en },
        }))
    })
}

fn list(
    out: &mut impl Write,
    rules: &[(&Rule, Documentation)],
    language: Language,
) -> io::Result<()> {
    let mut group = None;
    for (rule, said) in rules {
        if group != Some(rule.group) {
            if group.is_some() {
                writeln!(out)?;
            }
            writeln!(out, "{}", language.of(rule.group.name()))?;
            group = Some(rule.group);
        }
        let severity = severity_name(rule.severity, language);
        let room = " ".repeat(8_usize.saturating_sub(severity.width()));
        let name = language.pick(&said.name.zh, &said.name.en);
        writeln!(out, "  {:24}{severity}{room}{name}", rule.id)?;
    }
    Ok(())
}

fn explain(
    out: &mut impl Write,
    rule: &Rule,
    said: &Documentation,
    language: Language,
) -> io::Result<()> {
    let head = |key: &str| language.of(say(key, &[]));
    let pick = |said: &xushi::strings::Said| language.pick(&said.zh, &said.en).to_owned();
    let severity = severity_name(rule.severity, language);
    writeln!(out, "{}  {}  ({severity})", rule.id, pick(&said.name))?;
    let indented = |text: &str| text.replace('\n', "\n    ");
    for (key, text) in [
        ("rules.what", &pick(&said.what)),
        ("rules.why", &pick(&said.why)),
        ("rules.trips", &said.trips),
        ("rules.silent", &said.silent),
        ("rules.source", &pick(&said.source)),
    ] {
        writeln!(out, "  {}\n    {}", head(key), indented(text))?;
    }
    Ok(())
}
