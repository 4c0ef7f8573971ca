//! # signature-issuer
//!
//! ## zh: 落款与标题的发文机关不符
//!
//! 标题“某某关于……的通知”写明了发文机关，落款却是另一个机关：地名不同（青川省人民政府、青河省人民政府），
//! 或者部门不同（水务局、农业农村局）；一个是政府、一个是它的办公室，只作提示。标题、落款有几个机关，转发、印发的，
//! 一个是另一个简称的，不报。
//!
//! Why: 多半是套用旧文没有改全；发文机关不清，公文无效。
//!
//! Source: 《党政机关公文格式》（GB/T 9704—2012）7.3.5
//!
//! ## en: Who signs
//!
//! The title says who issues the document, and another body signs it: of another place, or another office; a government
//! beside its own office is only pointed out. Silent where there are several, where the title passes another’s document
//! on, and where one name is short for the other.
//!
//! Why: An old document was used again, and not changed throughout.
//!
//! Source: GB/T 9704—2012, 7.3.5
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.signature-issuer | 落款是“{words}”，标题的发文机关是“{issuer}”。请核对。 | “{words}” signs, and the title has “{issuer}”. Check them. |
//!
//! ## Trips
//!
//! ```text
//! 青川省人民政府关于做好防汛工作的通知
//! 各市人民政府：
//! 汛期将至，请立即排查水库隐患，落实值班制度。
//! 青河省人民政府
//! 2031年5月6日
//! ```
//!
//! ## Silent
//!
//! ```text
//! 青川省人民政府关于做好防汛工作的通知
//! 各市人民政府：
//! 汛期将至，请立即排查水库隐患，落实值班制度。
//! 青川省人民政府
//! 2031年5月6日
//! ```

use super::official::{kind_of, signature};
use super::{Context, Findings, Role};
use crate::model::{Severity, Span};
use crate::text::{is_digit, is_han};

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let title = reading.title.unwrap_or_default().trim();
    let head = title.split_once("关于").map(|(head, _)| head);
    let Some(issuer) = head.filter(|head| kind_of(reading).is_some() && is_body(head)) else {
        return;
    };
    let is_name = |line: &Span| !line.of(reading.text).contains(is_digit);
    let lines: Vec<Span> = signature(reading).filter(is_name).collect();
    let [line] = lines[..] else { return };
    let words = line.of(reading.text).trim();
    let signer: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let is_same = issuer.ends_with(&*signer) || signer.ends_with(issuer);
    if !is_body(&signer) || is_same || is_short(&signer, issuer) || is_short(issuer, &signer) {
        return;
    }
    let mut reported = findings.report(line, "", &[("issuer", issuer), ("words", words)]);
    if signer.starts_with(issuer) || issuer.starts_with(&*signer) {
        reported.set(Severity::Info);
    }
}

/// Whether a name without its place has the characters of another in their order: 市政府办公室 for 云溪市人民政府办公室.
fn is_short(short: &str, whole: &str) -> bool {
    let mut rest = whole.chars();
    short.starts_with(['省', '市', '州', '盟', '区', '县', '旗', '乡', '镇'])
        && short.chars().all(|own| rest.any(|other| other == own))
        && rest.next().is_none()
}

/// Whether words are the name of one body, and nothing else.
fn is_body(words: &str) -> bool {
    let length = words.chars().count();
    (4..=20).contains(&length)
        && words.chars().all(is_han)
        && Role::BodyLevel.ends(words).is_some()
        && !Role::PassesOn.stands_in(words)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::in_file;

    fn found(title: &str, signer: &str) -> usize {
        let text = format!(
            "{title}\n各市人民政府：\n汛期将至，请立即排查水库隐患，落实值班制度。\n{signer}\n2031年5月6日\n"
        );
        in_file("signature-issuer", &text).len()
    }

    #[test]
    fn finds_another_body_that_signs() {
        for (title, signer) in [
            ("青川省人民政府关于做好防汛工作的通知", "青河省人民政府"),
            ("云溪县水务局关于做好防汛工作的通知", "云溪县农业农村局"),
            ("云溪县水务局关于拨付资金的请示", "云河县水务局"),
            ("云溪县水务局关于拨付资金的请示", "县财政局"),
            (
                "云溪县人民政府关于做好防汛工作的通知",
                "云溪县人民政府办公室",
            ),
        ] {
            assert_eq!(found(title, signer), 1, "{title} {signer}");
        }
    }

    #[test]
    fn keeps_silent_on_the_same_body() {
        for (title, signer) in [
            ("青川省人民政府关于做好防汛工作的通知", "青川省人民政府"),
            ("水务局关于做好防汛工作的通知", "云溪县水务局"),
            ("云溪市人民政府办公室关于做好防汛工作的通知", "市政府办公室"),
            ("县政府关于做好防汛工作的通知", "云溪县人民政府"),
            (
                "云溪县人民政府办公室转发县水务局关于防汛工作意见的通知",
                "云溪县人民政府办公室",
            ),
            ("关于做好防汛工作的通知", "云溪县水务局"),
        ] {
            assert_eq!(found(title, signer), 0, "{title} {signer}");
        }
    }
}
