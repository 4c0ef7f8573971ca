//! HTTP/1.1 over one connection: request heads in, answers out, until the browser goes away.

use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::path::Path;
use std::time::Duration;

use super::respond::{Answer, Asked, answer};

/// The most bytes of a request's head.
const LONGEST_HEAD: usize = 32 * 1024;

/// The most header lines of a request.
const MOST_HEADERS: usize = 100;

/// The most bytes that are taken in after the last answer.
const MOST_LEFT_OVER: u64 = 1 << 20;

/// How long a connection may say nothing.
const PATIENCE: Duration = Duration::from_secs(60);

/// Answers the requests of a connection one after the other.
///
/// # Errors
///
/// Where the other side is gone or says nothing for too long.
pub fn serve(mut stream: TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    // An answer goes out at once, however small.
    stream.set_nodelay(true)?;
    let mut received = Vec::new();
    loop {
        let Some(next) = next_request(&received, folder) else {
            if received.len() > LONGEST_HEAD {
                send(&mut stream, &refusal(431), true, false)?;
                return close(&mut stream);
            }
            let mut buffer = [0; 4096];
            match stream.read(&mut buffer)? {
                0 => return Ok(()),
                count => received.extend_from_slice(&buffer[..count]),
            }
            continue;
        };
        send(&mut stream, &next.answer, next.closes, next.is_head)?;
        if next.closes {
            return close(&mut stream);
        }
        received.drain(..next.length);
    }
}

/// Ends a connection: what the other side still sends is taken in for a while, since a connection
/// that is dropped with bytes unread may lose the answer on its way.
fn close(stream: &mut TcpStream) -> io::Result<()> {
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(Duration::from_secs(1)))?;
    io::copy(&mut stream.take(MOST_LEFT_OVER), &mut io::sink())?;
    Ok(())
}

/// A request that has come in whole, answered.
struct Next {
    answer: Answer,
    /// Bytes of the request.
    length: usize,
    is_head: bool,
    closes: bool,
}

/// The first request of what was received, or nothing while it is incomplete.
fn next_request(received: &[u8], folder: &Path) -> Option<Next> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    let length = match request.parse(received) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return None,
        Err(_) => {
            return Some(Next {
                answer: refusal(400),
                length: received.len(),
                is_head: false,
                closes: true,
            });
        }
    };
    let header = |name: &str| {
        let found = request
            .headers
            .iter()
            .find(|header| header.name.eq_ignore_ascii_case(name));
        found
            .and_then(|header| std::str::from_utf8(header.value).ok())
            .unwrap_or_default()
    };
    let method = request.method.unwrap_or_default();
    let connection = header("Connection").to_ascii_lowercase();
    // A body is never read: whatever follows such a request could be one.
    let has_body =
        !matches!(header("Content-Length"), "" | "0") || !header("Transfer-Encoding").is_empty();
    Some(Next {
        answer: answer(
            folder,
            &Asked {
                method,
                address: request.path.unwrap_or_default(),
                accept_encoding: header("Accept-Encoding"),
                if_none_match: header("If-None-Match"),
            },
        ),
        length,
        is_head: method == "HEAD",
        closes: has_body || connection.contains("close") || request.version == Some(0),
    })
}

fn refusal(status: u16) -> Answer {
    Answer {
        status,
        headers: Vec::new(),
        body: Vec::new(),
    }
}

fn send(stream: &mut TcpStream, answer: &Answer, closes: bool, is_head: bool) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status));
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    // A 304 has no body, and no length that could be taken for the file's.
    if answer.status != 304 {
        head.push_str(&format!("Content-Length: {}\r\n", answer.body.len()));
    }
    if closes {
        head.push_str("Connection: close\r\n");
    }
    head.push_str("\r\n");
    let mut bytes = head.into_bytes();
    if !is_head {
        bytes.extend_from_slice(&answer.body);
    }
    stream.write_all(&bytes)
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        304 => "Not Modified",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        431 => "Request Header Fields Too Large",
        _ => "",
    }
}
