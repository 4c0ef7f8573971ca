//! Pages of many shapes, each with what a reader finds on it.
//!
//! `pages/NAME.txt` is the page, `pages/NAME.expected` its documents: kind, title, people, date,
//! addressee, and the numbered and plain headings. `XUSHI_ACCEPT=1 cargo test` writes the expected
//! files anew; read them before they are committed.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::path::Path;

use super::lay_out;
use crate::model::{Heading, HeadingStyle};
use crate::outline::outline;

const PAGES: &[&str] = &[
    "collection",
    "collection-pian",
    "collection-teaser",
    "contents-before-text",
    "county-news",
    "data-table",
    "government-site",
    "journal",
    "markdown",
    "meeting-notice",
    "meta-issuer-two-lines",
    "meta-joint-issue",
    "meta-joint-signature",
    "meta-journal",
    "meta-letter-signature",
    "meta-newspaper-article",
    "meta-newspaper-news",
    "meta-notice-to-a-hall",
    "meta-occasion-subtitle",
    "meta-one-line-labels",
    "meta-party-paper",
    "meta-report-people-congress",
    "meta-report-signature",
    "meta-reporter-byline",
    "meta-reporter-line",
    "meta-signed-imprint",
    "meta-speech-on-title",
    "meta-table-bare-cells",
    "meta-table-cells",
    "meta-table-row",
    "meta-table-tabs",
    "meta-theory-three-authors",
    "meta-wechat",
    "meta-wechat-account-line",
    "meta-wechat-journalist",
    "meta-wide-name-date",
    "news",
    "newspaper",
    "newspaper-dense",
    "newspaper-interleaved",
    "newspaper-page",
    "notice",
    "notice-with-plan",
    "party-site-speech",
    "province-report",
    "report-with-contents",
    "run-in-headings",
    "speech",
    "theory-articles",
    "theory-short",
    "title-below-text",
    "titles-after-text",
    "web-page",
    "work-report",
    "wrapped-lines",
];

fn summary(source: &str) -> String {
    let mut summary = String::new();
    for layout in lay_out(source).documents {
        let title = layout.title.as_deref().unwrap_or("(no title)");
        writeln!(summary, "{:?}: {title}", layout.kind).unwrap();
        for author in &layout.metadata.authors {
            let organisation = author.organisation.as_deref().unwrap_or("-");
            let role = author.role.as_deref().unwrap_or("-");
            writeln!(summary, "  by {} ({organisation}, {role})", author.name).unwrap();
        }
        if let Some(date) = &layout.metadata.date {
            writeln!(summary, "  on {}", date.value).unwrap();
        }
        for (what, stated) in [
            ("at", &layout.metadata.occasion),
            ("to", &layout.metadata.addressee),
            ("issued by", &layout.metadata.issuer),
            ("number", &layout.metadata.document_number),
            ("index", &layout.metadata.index_number),
        ] {
            if let Some(stated) = stated {
                let there = stated.span.map(|span| span.of(&layout.text).to_owned());
                assert!(there.is_none_or(|there| there == stated.value));
                writeln!(summary, "  {what} {}", stated.value).unwrap();
            }
        }
        for stated in &layout.metadata.joint_issuers {
            assert!(
                stated
                    .span
                    .is_some_and(|span| span.of(&layout.text) == stated.value)
            );
            writeln!(summary, "  issued with {}", stated.value).unwrap();
        }
        let headings = outline(&layout.text, &layout.blocks);
        write_headings(&headings, &mut summary);
        for aside in &layout.set_aside {
            if aside.kind != crate::model::NoiseKind::Markup {
                writeln!(summary, "  aside {:?}: {}", aside.kind, aside.text).unwrap();
            }
        }
    }
    summary
}

fn write_headings(headings: &[Heading], summary: &mut String) {
    for heading in headings {
        let indent = "  ".repeat(heading.level);
        if !matches!(heading.style, HeadingStyle::Inline | HeadingStyle::Dash) {
            writeln!(summary, "{indent}{}", heading.title).unwrap();
        }
        write_headings(&heading.children, summary);
    }
}

#[test]
fn pages_are_read_as_a_reader_reads_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/layout/pages");
    for page in PAGES {
        let source = std::fs::read_to_string(folder.join(format!("{page}.txt"))).unwrap();
        let found = summary(&source);
        let file = folder.join(format!("{page}.expected"));
        if std::env::var_os("XUSHI_ACCEPT").is_some() {
            std::fs::write(&file, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&file).unwrap();
        assert_eq!(found, expected, "{page}");
    }
}

#[test]
fn a_weekday_stands_between_date_and_occasion() {
    let text = "政府工作报告\n——2026年1月27日（星期二）在云河县第九届人民代表大会第三次会议上\n云河县县长　周明远\n各位代表：\n现在，我代表县人民政府向大会报告工作，请予审议。\n";
    let layouts = super::lay_out(text);
    let metadata = &layouts.documents[0].metadata;
    let date = metadata.date.as_ref().map(|date| date.value.as_str());
    let occasion = metadata.occasion.as_ref().map(|said| said.value.as_str());
    assert_eq!(date, Some("2026-01-27"));
    assert_eq!(occasion, Some("云河县第九届人民代表大会第三次会议"));
}

#[test]
fn stars_without_a_partner_stay_where_a_figure_is_missing() {
    let text = "关于项目建设情况的报告\n今年投入**亿元，新建学校12所。\n**重点任务**要抓紧，**亿元企业**要扶持。\n";
    let layouts = super::lay_out(text);
    let clean = &layouts.documents[0].text;
    assert!(clean.contains("今年投入**亿元"), "{clean}");
    assert!(clean.contains("重点任务要抓紧，亿元企业要扶持"), "{clean}");
}
