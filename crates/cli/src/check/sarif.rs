//! Findings as SARIF 2.1.0 (OASIS), which editors and CI systems show.

use std::ffi::OsStr;
use std::io;

use serde_json::{Map, Value, json};
use xushi::checks::{RULES, Rule};
use xushi::model::{Severity, Span};
use xushi::strings::say;
use xushi_texts::{Found, Lines};

use super::checked::Checked;
use crate::arguments::Language;

/// How deep the elements of the list of results stand in the log.
pub const DEPTH: usize = 4;

/// The log of one run, before and behind the results in it.
pub fn around(language: Language) -> io::Result<(String, String)> {
    let rules: Vec<Value> = RULES
        .iter()
        .map(|rule| descriptor(rule, language))
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "xushi",
                    "version": env!("CARGO_PKG_VERSION"),
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                }
            },
            "language": language.pick("zh-CN", "en"),
            "columnKind": "unicodeCodePoints",
            "results": [],
        }]
    });
    let log = serde_json::to_string_pretty(&log)? + "\n";
    // A quotation mark in a string stands behind a backslash: the key is found and nothing else.
    let (head, tail) = log.split_once("\"results\": [").unwrap_or_default();
    Ok((format!("{head}\"results\": ["), tail.to_owned()))
}

/// The results of a file.
pub fn results(checked: &Checked, language: Language) -> impl Iterator<Item = Value> {
    let found = checked.found.iter();
    found.map(move |found| result(checked, found, language))
}

/// What a viewer says of a rule.
fn descriptor(rule: &Rule, language: Language) -> Value {
    let mut descriptor = json!({
        "id": rule.id,
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [format!("{:?}", rule.group).to_lowercase()] },
    });
    let Some(said) = rule.documentation() else {
        return descriptor;
    };
    let what = language.of(said.what);
    let parts = [
        ("rules.what", what.clone()),
        ("rules.why", language.of(said.why)),
        ("rules.trips", said.trips),
        ("rules.silent", said.silent),
        ("rules.source", language.of(said.source)),
    ];
    let (mut text, mut markdown) = (Vec::new(), Vec::new());
    for (key, words) in parts {
        let head = language.of(say(key, &[]));
        text.push(format!("{head}\n{words}"));
        markdown.push(format!("**{head}**\n\n{}", words.replace('\n', "  \n")));
    }
    if let Some(descriptor) = descriptor.as_object_mut() {
        let name = language.of(said.name);
        descriptor.insert("shortDescription".into(), json!({ "text": name }));
        descriptor.insert("fullDescription".into(), json!({ "text": what }));
        descriptor.insert(
            "help".into(),
            json!({ "text": text.join("\n\n"), "markdown": markdown.join("\n\n") }),
        );
    }
    descriptor
}

fn result(checked: &Checked, found: &Found, language: Language) -> Value {
    let Checked { input, lines, .. } = checked;
    let finding = &found.finding;
    let artifact = json!({ "uri": uri(&input.file) });
    let location = |span: Span, message: Option<&str>| {
        let mut location = place(checked, &artifact, span, language);
        if let (Some(message), Some(location)) = (message, location.as_object_mut()) {
            location.insert("message".into(), json!({ "text": message }));
        }
        location
    };
    let mut result = Map::new();
    let mut put = |key: &str, value: Value| result.insert(key.to_owned(), value);
    put("ruleId", json!(finding.rule));
    if let Some(index) = rule_index(&finding.rule) {
        put("ruleIndex", json!(index));
    }
    put("level", json!(level(finding.severity)));
    let mut message = language
        .pick(&finding.message, &finding.message_en)
        .to_owned();
    if checked.input.text.office.is_some()
        && let Some(suggestion) = super::text::suggestion(found, lines)
    {
        // A fix is told in lines of a text, which an office file does not have.
        let head = language.of(say("cli.check.suggestion", &[]));
        message.push_str(&format!(" {head}: {}", language.of(suggestion)));
    }
    put("message", json!({ "text": message }));
    put("locations", json!([location(found.span, None)]));
    put(
        "partialFingerprints",
        json!({ "xushiFinding/v2": found.fingerprint }),
    );
    if !finding.related.is_empty() {
        let related = finding.related.iter().zip(&found.related).enumerate();
        let related = related.map(|(id, (related, &span))| {
            let words = language.pick(&related.message, &related.message_en);
            let mut location = location(span, Some(words));
            if let Some(location) = location.as_object_mut() {
                location.insert("id".into(), json!(id));
            }
            location
        });
        put("relatedLocations", related.collect());
    }
    let suggestion = finding.suggestion.as_ref().zip(found.suggestion);
    if let Some((suggestion, span)) = suggestion.filter(|_| checked.input.text.office.is_none()) {
        let fix = fix(lines, &artifact, span, &suggestion.replacement, language);
        put("fixes", json!([fix]));
    }
    Value::Object(result)
}

/// A place: lines and columns, or by name where an office file has none.
fn place(checked: &Checked, artifact: &Value, span: Span, language: Language) -> Value {
    if checked.input.text.office.is_some() {
        let name = checked.told(span.start, language);
        return json!({
            "physicalLocation": { "artifactLocation": artifact },
            "logicalLocations": [{ "fullyQualifiedName": name }],
        });
    }
    let region = region(&checked.lines, span, true);
    json!({ "physicalLocation": { "artifactLocation": artifact, "region": region } })
}

/// What to write in place of a stretch of a file.
fn fix(
    lines: &Lines,
    artifact: &Value,
    span: Span,
    replacement: &str,
    language: Language,
) -> Value {
    let key = if replacement.is_empty() {
        "cli.check.delete"
    } else {
        "cli.check.replace"
    };
    let values = [("new", replacement), ("old", span.of(lines.text()))];
    json!({
        "description": { "text": language.of(say(key, &values)) },
        "artifactChanges": [{
            "artifactLocation": artifact,
            "replacements": [{
                "deletedRegion": region(lines, span, false),
                "insertedContent": { "text": replacement },
            }],
        }],
    })
}

fn region(lines: &Lines, span: Span, with_words: bool) -> Value {
    let (start, end) = (lines.place(span.start), lines.place(span.end));
    let mut region = json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    });
    if with_words && let Some(region) = region.as_object_mut() {
        let words = span.of(lines.text());
        region.insert("snippet".into(), json!({ "text": words }));
    }
    region
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A file's name as a URI reference (RFC 3986): `/` divides, and what is no plain letter or digit
/// is written in percent.
fn uri(file: &OsStr) -> String {
    let mut uri = String::new();
    if std::path::Path::new(file).is_absolute() {
        uri.push_str(if cfg!(windows) { "file:///" } else { "file://" });
    }
    for &byte in file.as_encoded_bytes() {
        if std::path::is_separator(char::from(byte)) {
            uri.push('/');
        } else if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

/// The place of a rule in the registry.
fn rule_index(id: &str) -> Option<usize> {
    RULES.iter().position(|rule| rule.id == id)
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

    #[test]
    fn names_become_uris() {
        let uri = |name| super::uri(OsStr::new(name));
        assert_eq!(uri("稿 1.txt"), "%E7%A8%BF%201.txt");
        assert_eq!(uri("drafts/a-b.txt"), "drafts/a-b.txt");
        assert_eq!(uri("a:b.txt"), "a%3Ab.txt");
        #[cfg(unix)]
        assert_eq!(uri("/tmp/a.txt"), "file:///tmp/a.txt");
    }
}
