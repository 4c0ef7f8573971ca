//! Serves `dist/` on this machine, as a careful static host would.

mod negotiation;
mod respond;

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tiny_http::{Header, Response, Server};

use crate::project::Project;
use crate::{Result, build};
use respond::{Answer, Asked, answer};

/// How many requests are answered at once.
const THREADS: usize = 8;

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
    for thread in running.threads {
        // A thread ends only where the listener fails, which it has said.
        let _ = thread.join();
    }
    Ok(())
}

/// A server at work in the background.
pub struct Running {
    /// `http://127.0.0.1:PORT`
    pub address: String,
    threads: Vec<JoinHandle<()>>,
}

/// Starts a server for a folder; a port that is taken is stepped over, 0 takes any.
///
/// # Errors
///
/// Where no port is free.
pub fn start(folder: PathBuf, port: u16) -> Result<Running> {
    let listener = listen(port)?;
    let address = format!("http://{}", listener.local_addr()?);
    let server = Arc::new(Server::from_listener(listener, None)?);
    let folder = Arc::new(folder);
    let threads = (0..THREADS)
        .map(|_| {
            let (server, folder) = (Arc::clone(&server), Arc::clone(&folder));
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    let header = |name: &'static str| {
                        let found = request.headers().iter().find(|h| h.field.equiv(name));
                        found.map_or("", |header| header.value.as_str())
                    };
                    let answer = answer(
                        &folder,
                        &Asked {
                            method: request.method().as_str(),
                            address: request.url(),
                            accept_encoding: header("Accept-Encoding"),
                            if_none_match: header("If-None-Match"),
                        },
                    );
                    // A reader who has gone away is no fault of the server.
                    let _ = request.respond(response(answer));
                }
            })
        })
        .collect();
    Ok(Running { address, threads })
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

fn response(answer: Answer) -> Response<std::io::Cursor<Vec<u8>>> {
    let mut response = Response::from_data(answer.body).with_status_code(answer.status);
    for (name, value) in answer.headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    response
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
    fn a_slow_reader_does_not_keep_others_waiting() -> Result {
        let running = start(sources(), 0)?;
        let address = running.address.trim_start_matches("http://").to_owned();
        let mut idle = TcpStream::connect(address)?;
        idle.write_all(b"GET /main.rs HTTP/1.1\r\n")?;
        let answer = ask(
            &running,
            "GET /main.rs HTTP/1.1\nHost: here\nConnection: close\n\n",
        )?;
        assert!(answer.starts_with("HTTP/1.1 200"));
        Ok(())
    }
}
