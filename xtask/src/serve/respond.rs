//! From a request to an answer; nothing here knows sockets.

use std::fs;
use std::path::{Path, PathBuf};

use super::negotiation::{compressions, has_already, media_type};
use crate::stamp::fingerprint;

/// What the page may do: run its own scripts and modules, and connect to nothing but its own files.
/// The page states the same in a meta element, for hosts that cannot set headers.
pub const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; \
    worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// A request, as far as it matters.
#[derive(Debug, Default, Clone, Copy)]
pub struct Asked<'a> {
    pub method: &'a str,
    /// The path and what follows it.
    pub address: &'a str,
    pub accept_encoding: &'a str,
    pub if_none_match: &'a str,
}

/// An answer.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

/// Answers a request from the files of a folder. They are read anew each time, so that a page that
/// was built again is served at once.
pub fn answer(folder: &Path, asked: &Asked) -> Answer {
    if !matches!(asked.method, "GET" | "HEAD") {
        let mut refusal = refusal(405, "Method Not Allowed");
        refusal.headers.push(("Allow", "GET, HEAD".to_owned()));
        return refusal;
    }
    let Some(file) = file_at(folder, asked.address) else {
        return refusal(404, "Not Found");
    };
    let Ok(plain) = fs::read(&file) else {
        return refusal(404, "Not Found");
    };
    let ending = file.extension().unwrap_or_default().to_string_lossy();
    let mut headers = common_headers();
    headers.push(("Content-Type", media_type(&ending).to_owned()));
    headers.push(("Vary", "Accept-Encoding".to_owned()));

    let mut tag = fingerprint(&plain);
    let mut body = plain;
    for (name, ending) in compressions(asked.accept_encoding) {
        if let Ok(smaller) = fs::read(crate::build::with_ending(&file, ending)) {
            headers.push(("Content-Encoding", name.to_owned()));
            tag = format!("{tag}-{name}");
            body = smaller;
            break;
        }
    }
    let tag = format!("\"{tag}\"");
    let is_known = has_already(asked.if_none_match, &tag);
    headers.push(("ETag", tag));
    if is_known {
        return Answer {
            status: 304,
            headers,
            body: Vec::new(),
        };
    }
    Answer {
        status: 200,
        headers,
        body,
    }
}

fn common_headers() -> Vec<(&'static str, String)> {
    [
        ("Content-Security-Policy", CONTENT_POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        // Kept, but asked for again each time: names do not change with their content.
        ("Cache-Control", "no-cache"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .to_vec()
}

fn refusal(status: u16, what: &str) -> Answer {
    let mut headers = common_headers();
    headers.push(("Content-Type", media_type("txt").to_owned()));
    Answer {
        status,
        headers,
        body: format!("{status} {what}\n").into_bytes(),
    }
}

/// The file at an address, or nothing where there is none or it would lie outside the folder.
fn file_at(folder: &Path, address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?;
    let path = decode_percents(path.strip_prefix('/')?)?;
    let mut file = folder.to_path_buf();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

/// `%E8%99%9A` to 虚; nothing where it is not UTF-8.
fn decode_percents(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        if byte == b'%' {
            let (digits, tail) = rest.split_at_checked(2)?;
            let digits = std::str::from_utf8(digits).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = tail;
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Result;
    use crate::stamp::write;

    /// A small site of its own for a test.
    fn site(name: &str) -> Result<PathBuf> {
        let folder = std::env::temp_dir().join(format!("xushi-{name}-{}", std::process::id()));
        write(&folder.join("index.html"), b"<title>page</title>")?;
        write(&folder.join("app.js"), b"plain")?;
        write(&folder.join("app.js.br"), b"by brotli")?;
        write(&folder.join("app.js.gz"), b"by gzip")?;
        write(&folder.join("样稿/一.txt"), "讲话".as_bytes())?;
        write(&folder.join(".hidden"), b"secret")?;
        Ok(folder)
    }

    fn get<'a>(address: &'a str, accept_encoding: &'a str) -> Asked<'a> {
        Asked {
            method: "GET",
            address,
            accept_encoding,
            ..Asked::default()
        }
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
        let found = answer.headers.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.as_str())
    }

    #[test]
    fn the_smallest_form_that_the_browser_takes_is_sent() -> Result {
        let site = site("forms")?;
        let cases = [
            ("gzip, br", "by brotli"),
            ("gzip", "by gzip"),
            ("", "plain"),
        ];
        for (accept, body) in cases {
            let answer = answer(&site, &get("/app.js?v=1", accept));
            assert_eq!(answer.body, body.as_bytes());
            assert_eq!(
                header(&answer, "Content-Type"),
                Some("text/javascript; charset=utf-8")
            );
        }
        Ok(())
    }

    #[test]
    fn a_file_that_the_browser_has_is_not_sent_again_until_it_changes() -> Result {
        let site = site("tags")?;
        let first = answer(&site, &get("/", ""));
        let tag = header(&first, "ETag").unwrap_or_default().to_owned();
        let again = Asked {
            if_none_match: &tag,
            ..get("/", "")
        };
        assert_eq!(first.status, 200);
        assert_eq!(answer(&site, &again).status, 304);
        assert!(answer(&site, &again).body.is_empty());
        write(&site.join("index.html"), b"another")?;
        assert_eq!(answer(&site, &again).status, 200);
        Ok(())
    }

    #[test]
    fn no_address_leads_out_of_the_folder() -> Result {
        let site = site("paths")?;
        write(&site.join("../outside-of-the-site.txt"), b"outside")?;
        for address in [
            "/../outside-of-the-site.txt",
            "/%2e%2e/outside-of-the-site.txt",
            "/..%2foutside-of-the-site.txt",
            "/样稿/..%5c..%5coutside-of-the-site.txt",
            "//etc/passwd",
            "/.hidden",
            "/%00",
            "/%zz",
            "/%ff",
            "/%4",
            "/no-such-file",
            "outside",
            "",
        ] {
            assert_eq!(answer(&site, &get(address, "")).status, 404, "{address}");
        }
        Ok(())
    }

    #[test]
    fn chinese_names_are_found() -> Result {
        let site = site("names")?;
        let found = answer(&site, &get("/%E6%A0%B7%E7%A8%BF/%E4%B8%80.txt", ""));
        assert_eq!(found.body, "讲话".as_bytes());
        Ok(())
    }

    #[test]
    fn every_answer_carries_the_content_policy_and_nothing_but_reading_is_allowed() -> Result {
        let site = site("policy")?;
        let posted = Asked {
            method: "POST",
            ..get("/", "")
        };
        for (asked, status) in [(get("/", ""), 200), (get("/none", ""), 404), (posted, 405)] {
            let answer = answer(&site, &asked);
            assert_eq!(answer.status, status);
            let policy = header(&answer, "Content-Security-Policy").unwrap_or_default();
            assert!(policy.contains("default-src 'none'"));
            assert!(policy.contains("connect-src 'self'"));
            assert_eq!(header(&answer, "X-Content-Type-Options"), Some("nosniff"));
        }
        Ok(())
    }
}
