//! The pages about the rules of the checks, which findings lead to: `rules/` of the page. Each holds
//! both languages; the reader's is shown, and Chinese where nothing is known of the reader.

use minijinja::context;
use serde_json::{Value, json};

use super::strings;
use super::templates::render;
use crate::Result;
use crate::files::write;
use crate::project::Project;
use crate::rust;
use crate::steps::step;

/// Where the pages go; `xtask/page/dist.mjs` takes them from there.
const FOLDER: &str = "target/xtask/rules";

/// Writes the pages. Only the core knows what a rule finds in its example: it is asked.
pub fn build(project: &Project) -> Result {
    let listed = step("Asking the core about its rules", || {
        rust::answer(project, &["rules", "--format", "json"])
    })?;
    let rules: Vec<Value> = serde_json::from_value(listed)?;
    let pages = filled(&rules)?;
    // Rules that are no more have no page.
    project.shell.remove_path(FOLDER)?;
    pages.iter().try_for_each(|(file, html)| write(file, html))
}

/// A page for each rule, after the list of all.
fn filled(rules: &[Value]) -> Result<Vec<(String, String)>> {
    let [zh, en] = strings::by_language()?;
    let template = include_str!("../../templates/rules.html");
    let list = (None, &json!("index"));
    std::iter::once(list)
        .chain(rules.iter().map(|rule| (Some(rule), &rule["id"])))
        .map(|(rule, id)| {
            let name = id.as_str().ok_or("a rule has no id")?;
            let html = render("rules.html", template, context! { rule, rules, zh, en })?;
            Ok((format!("{FOLDER}/{name}.html"), html))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_have_both_languages_groups_and_marks_line_by_line() -> Result {
        let said = |zh: &str, en: &str| json!({ "zh": zh, "en": en });
        let rule = |group: &str| {
            json!({
                "id": "odd-mark", "group": group, "severity": "error",
                "name": said("标点有误", "Odd mark"), "what": said("甲<乙", "a<b"),
                "why": said("难", "Hard"), "source": said("惯例", "Practice"), "silent": "一\n二",
                "found": {
                    "before": "一，", "words": "二\n三", "after": "。", "message": said("误", "Odd"),
                },
            })
        };
        let rules = [rule("dates"), rule("dates"), rule("language")];
        Project::open()?;
        let pages = filled(&rules)?;
        let (list, page) = (&pages[0].1, &pages[1].1);
        let marked = "<p>一，<mark>二</mark></p>\n<p><mark>三</mark>。</p>";
        for part in [
            "lang=\"zh-CN\">标点有误<",
            "en\">Odd mark<",
            "甲&lt;乙",
            marked,
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
        assert_eq!(list.matches("<h2>").count(), 2);
        assert_eq!(list.matches("<li>").count(), 3);
        Ok(())
    }
}
