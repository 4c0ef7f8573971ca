//! Serves `dist/` on this machine, as a careful static host would.

mod connection;
mod negotiation;
mod respond;

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use crate::project::Project;
use crate::{Result, build};

/// How many ports are tried after the first.
const PORTS: u16 = 50;

/// Builds the page unless told not to, and serves it until the program is ended.
///
/// # Errors
///
/// Where the build fails or no port is free.
pub fn run(project: &Project, port: Option<u16>, with_build: bool) -> Result {
    if with_build {
        build::run(project)?;
    }
    let dist = project.path("dist");
    if !dist.join("index.html").is_file() {
        return Err("dist/ holds no page; `cargo xtask build` makes it".into());
    }
    let running = start(dist, port.unwrap_or(project.settings.serve.port))?;
    println!("\nXushi 虚实: {}/   (Ctrl+C ends it)", running.address);
    running
        .accepting
        .join()
        .map_err(|_| "the server broke down".into())
}

/// A server at work in the background.
pub struct Running {
    /// `http://127.0.0.1:PORT`
    pub address: String,
    accepting: JoinHandle<()>,
}

/// Starts a server for a folder; a port that is taken is stepped over, 0 takes any. Each connection
/// has a thread of its own, so that none waits for another.
///
/// # Errors
///
/// Where no port is free.
pub fn start(folder: PathBuf, port: u16) -> Result<Running> {
    let listener = listen(port)?;
    let address = format!("http://{}", listener.local_addr()?);
    let folder = Arc::new(folder);
    let accepting = thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folder = Arc::clone(&folder);
            // A reader who has gone away is no fault of the server.
            thread::spawn(move || connection::serve(stream, &folder).ok());
        }
    });
    Ok(Running { address, accepting })
}

fn listen(port: u16) -> Result<TcpListener> {
    let last = if port == 0 {
        0
    } else {
        port.saturating_add(PORTS)
    };
    (port..=last)
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .ok_or_else(|| format!("no port from {port} to {last} is free").into())
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;

    use super::*;

    /// Asks a running server and gives the whole answer.
    fn ask(running: &Running, request: &str) -> Result<String> {
        let mut stream = TcpStream::connect(running.address.trim_start_matches("http://"))?;
        stream.write_all(request.replace('\n', "\r\n").as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    fn sources() -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")
    }

    #[test]
    fn a_taken_port_is_stepped_over() -> Result {
        let first = start(sources(), 0)?;
        let port: u16 = first
            .address
            .rsplit(':')
            .next()
            .unwrap_or_default()
            .parse()?;
        let second = start(sources(), port)?;
        assert_ne!(first.address, second.address);
        Ok(())
    }

    #[test]
    fn head_has_the_headers_of_get_and_no_body() -> Result {
        let running = start(sources(), 0)?;
        let rest = "/main.rs HTTP/1.1\nHost: here\nConnection: close\n\n";
        let got = ask(&running, &format!("GET {rest}"))?;
        let headed = ask(&running, &format!("HEAD {rest}"))?;
        let length = |answer: &str| {
            let line = answer
                .lines()
                .find(|line| line.starts_with("Content-Length"));
            line.map(str::to_owned)
        };
        assert!(got.contains("fn main()") && headed.ends_with("\r\n\r\n"));
        assert!(length(&got).is_some());
        assert_eq!(length(&got), length(&headed));
        Ok(())
    }

    #[test]
    fn readers_that_dawdle_do_not_keep_others_waiting() -> Result {
        let running = start(sources(), 0)?;
        let address = running.address.trim_start_matches("http://");
        let mut idle = Vec::new();
        for _ in 0..50 {
            let mut stream = TcpStream::connect(address)?;
            stream.write_all(b"GET /main.rs HTTP/1.1\r\n")?;
            idle.push(stream);
        }
        let answer = ask(
            &running,
            "GET /main.rs HTTP/1.1\nHost: here\nConnection: close\n\n",
        )?;
        assert!(answer.starts_with("HTTP/1.1 200"));
        Ok(())
    }
    #[test]
    fn requests_that_come_together_are_answered_in_turn() -> Result {
        let running = start(sources(), 0)?;
        let answers = ask(
            &running,
            "HEAD /main.rs HTTP/1.1\nHost: here\n\nHEAD /none HTTP/1.1\nHost: here\n\n\
             POST /main.rs HTTP/1.1\nHost: here\nContent-Length: 9\n\nGET / HTT",
        )?;
        let statuses: Vec<_> = answers
            .lines()
            .filter_map(|line| line.strip_prefix("HTTP/1.1 "))
            .collect();
        assert_eq!(
            statuses,
            ["200 OK", "404 Not Found", "405 Method Not Allowed"]
        );
        Ok(())
    }

    #[test]
    fn what_is_no_request_is_refused() -> Result {
        let running = start(sources(), 0)?;
        assert!(ask(&running, "\u{1}\u{2} nonsense\n\n")?.starts_with("HTTP/1.1 400"));
        let endless = format!("GET / HTTP/1.1\nX: {}", "x".repeat(40_000));
        assert!(ask(&running, &endless)?.starts_with("HTTP/1.1 431"));
        Ok(())
    }
}
