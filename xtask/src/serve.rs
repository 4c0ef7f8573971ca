//! Serves `dist/` on this machine, as a careful static host would.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::thread::{self, JoinHandle};

use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;
use axum::routing::any;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::project::Project;
use crate::{Result, build};

/// How many ports are tried after the first.
const PORTS: u16 = 50;

/// What every answer says.
const HEADERS: [(&str, &str); 5] = [
    // What the page may do: run its own scripts and modules, and connect to nothing but its own files.
    // The page states the same in a meta element, for hosts that cannot set headers.
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    // Kept, but asked for again each time: names do not change with their content.
    ("cache-control", "no-cache"),
    ("vary", "Accept-Encoding"),
];

/// Builds the page unless told not to, and serves it until the program is ended.
pub fn run(project: &Project, port: Option<u16>, with_build: bool) -> Result {
    if with_build {
        build::run(project)?;
    }
    let dist = project.path("dist");
    if !dist.join("index.html").is_file() {
        return Err("dist/ holds no page; `cargo xtask build` makes it".into());
    }
    let port = port.map_or_else(|| project.setting("serve.port"), Ok)?;
    let running = start(dist, port)?;
    println!("\nXushi 虚实: {}/   (Ctrl+C ends it)", running.address);
    let ended = running.serving.join();
    Ok(ended.map_err(|_| "the server broke down")??)
}

/// A server at work in the background.
pub struct Running {
    /// `http://127.0.0.1:PORT`
    pub address: String,
    serving: JoinHandle<io::Result<()>>,
}

/// Starts a server for a folder; a port that is taken is stepped over, 0 takes any.
pub fn start(folder: PathBuf, port: u16) -> Result<Running> {
    let listener = listen(port)?;
    listener.set_nonblocking(true)?;
    let address = format!("http://{}", listener.local_addr()?);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let serving = thread::spawn(move || {
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, site(folder)).await
        })
    });
    Ok(Running { address, serving })
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

/// The files of a folder, in the smallest form that the browser takes.
fn site(folder: PathBuf) -> Router {
    let files = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip()
        .not_found_service(any(|| async { "404 Not Found\n" }));
    let site = Router::new()
        .fallback_service(files)
        .layer(SetResponseHeaderLayer::overriding(
            header::CONTENT_TYPE,
            with_charset,
        ));
    HEADERS.into_iter().fold(site, |site, (name, value)| {
        let (name, value) = (
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
        site.layer(SetResponseHeaderLayer::overriding(name, value))
    })
}

/// The media type of an answer; every text of the page is UTF-8.
fn with_charset<T>(answer: &Response<T>) -> Option<HeaderValue> {
    let media_type = answer.headers().get(header::CONTENT_TYPE)?;
    match media_type.to_str() {
        Ok(text) if text.starts_with("text/") && !text.contains("charset") => {
            HeaderValue::from_str(&format!("{text}; charset=utf-8")).ok()
        }
        _ => Some(media_type.clone()),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;

    use super::*;
    use crate::files::write;

    /// What a small site of its own answers to a request, `METHOD ADDRESS`.
    fn ask(request: &str, accept: &str) -> Result<String> {
        let folder = std::env::temp_dir().join(format!("xushi-site-{}", std::process::id()));
        for (name, content) in [
            ("outside.txt", "outside"),
            ("site/app.js", "plain"),
            ("site/app.js.br", "by brotli"),
            ("site/app.js.gz", "by gzip"),
            ("site/core.wasm", "module"),
            ("site/样稿/一.txt", "讲话"),
        ] {
            write(&folder.join(name), content)?;
        }
        let running = start(folder.join("site"), 0)?;
        let mut stream = TcpStream::connect(running.address.trim_start_matches("http://"))?;
        let headers = format!("Host: here\r\nAccept-Encoding: {accept}\r\nConnection: close");
        write!(stream, "{request} HTTP/1.1\r\n{headers}\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    #[test]
    fn the_smallest_form_that_the_browser_takes_is_sent_with_its_type() -> Result {
        let (script, text) = (
            "text/javascript; charset=utf-8",
            "text/plain; charset=utf-8",
        );
        for (address, accept, body, media_type) in [
            ("/app.js?v=1", "gzip, br", "by brotli", script),
            ("/app.js", "gzip", "by gzip", script),
            ("/core.wasm", "br", "module", "application/wasm"),
            ("/%E6%A0%B7%E7%A8%BF/%E4%B8%80.txt", "", "讲话", text),
        ] {
            let answer = ask(&format!("GET {address}"), accept)?;
            assert!(answer.ends_with(&format!("\r\n\r\n{body}")), "{answer}");
            assert!(
                answer.contains(&format!("content-type: {media_type}\r\n")),
                "{answer}"
            );
        }
        Ok(())
    }

    #[test]
    fn every_answer_carries_the_headers_and_no_address_leads_out_of_the_folder() -> Result {
        for (request, status) in [
            ("GET /app.js", 200),
            ("GET /none", 404),
            ("POST /app.js", 405),
            ("GET /../outside.txt", 404),
            ("GET /%2e%2e/outside.txt", 404),
            ("GET /..%2foutside.txt", 404),
            ("GET //etc/passwd", 404),
        ] {
            let answer = ask(request, "")?;
            assert!(
                answer.starts_with(&format!("HTTP/1.1 {status}")),
                "{request}: {answer}"
            );
            for (name, value) in HEADERS {
                assert!(answer.contains(&format!("{name}: {value}\r\n")), "{answer}");
            }
        }
        Ok(())
    }

    #[test]
    fn a_taken_port_is_stepped_over() -> Result {
        let taken = listen(0)?.local_addr()?.port();
        let holder = listen(taken)?;
        assert_ne!(listen(taken)?.local_addr()?, holder.local_addr()?);
        Ok(())
    }
}
