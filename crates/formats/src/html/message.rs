//! The page of a MIME message: its first part of HTML, its bytes unpacked.

use crate::kind::find;
use crate::limits::Limits;

/// A part of a message.
pub(super) struct Part {
    /// Its bytes as they were before they were packed for mail.
    pub(super) body: Vec<u8>,
    /// The encoding that its head names.
    pub(super) charset: Option<String>,
}

/// The first part that is HTML.
pub(super) fn page_of(bytes: &[u8], limits: &Limits) -> Option<Part> {
    let (head, mut rest) = split_head(bytes)?;
    let boundary = parameter(&head, "boundary")?;
    let mark = format!("--{boundary}");
    for _ in 0..limits.entries.min(1000) {
        let at = find_line(rest, mark.as_bytes())?;
        rest = &rest[at + mark.len()..];
        let (head, body) = split_head(rest)?;
        let kind = head.to_ascii_lowercase();
        if kind.contains("multipart/") {
            // A message in the message: its parts follow with a boundary of their own.
            if let Some(part) = page_of(rest.trim_ascii_start(), limits) {
                return Some(part);
            }
        }
        if !kind.contains("text/html") {
            continue;
        }
        let end = find_line(body, mark.as_bytes()).unwrap_or(body.len());
        let body = &body[..end];
        let body = if kind.contains("quoted-printable") {
            quoted_printable(body)
        } else if kind.contains("base64") {
            base64(body)
        } else {
            body.to_vec()
        };
        let charset = parameter(&head, "charset");
        return Some(Part { body, charset });
    }
    None
}

/// Head and body of a message or a part: an empty line stands between.
fn split_head(bytes: &[u8]) -> Option<(String, &[u8])> {
    let bytes = bytes
        .strip_prefix(b"\r\n")
        .or_else(|| bytes.strip_prefix(b"\n"))
        .unwrap_or(bytes);
    let most = &bytes[..bytes.len().min(64 << 10)];
    let windows = find(most, b"\r\n\r\n").map(|at| (at, at + 4));
    let unix = find(most, b"\n\n").map(|at| (at, at + 2));
    let (end, body) = match (windows, unix) {
        (Some(one), Some(other)) => one.min(other),
        (one, other) => one.or(other)?,
    };
    // A line that begins with a space goes on with the one before.
    let head = String::from_utf8_lossy(&bytes[..end]).replace("\r\n", "\n");
    Some((
        head.replace("\n ", " ").replace("\n\t", " "),
        &bytes[body..],
    ))
}

/// A parameter of a head (`boundary="…"`).
fn parameter(head: &str, name: &str) -> Option<String> {
    let lower = head.to_ascii_lowercase();
    let at = lower.find(&format!("{name}="))? + name.len() + 1;
    let rest = head.get(at..)?;
    let value = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest.split([';', ' ', '\n', '\r']).next(),
    };
    value.filter(|value| !value.is_empty()).map(str::to_owned)
}

/// Where `mark` begins a line.
fn find_line(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + find(bytes.get(from..)?, mark)?;
        if at == 0 || bytes[at - 1] == b'\n' {
            return Some(at);
        }
        from = at + 1;
    }
}

fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(bytes.len());
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let mut rest = bytes;
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'=' {
            plain.push(*first);
            continue;
        }
        match rest {
            [b'\r', b'\n', after @ ..] | [b'\n', after @ ..] => rest = after,
            [high, low, after @ ..] => {
                if let (Some(high), Some(low)) = (digit(*high), digit(*low)) {
                    plain.push((high * 16 + low) as u8);
                    rest = after;
                } else {
                    plain.push(b'=');
                }
            }
            _ => plain.push(b'='),
        }
    }
    plain
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut bits, mut held) = (0_u32, 0);
    for byte in bytes {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            plain.push((bits >> held) as u8);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_unpacked() {
        assert_eq!(quoted_printable(b"a=3D=E9=\r\nb=="), b"a=\xE9b==");
        assert_eq!(base64(b"6Z2S5bGx"), "青山".as_bytes());
    }
}
