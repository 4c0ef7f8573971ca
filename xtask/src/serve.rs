//! Serves `dist/` on this machine, as a careful static host would.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::thread::{self, JoinHandle};

use axum::Router;
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::any;
use tokio::runtime::Builder;
use tower_http::services::ServeDir;

use crate::Result;
use crate::build::{self, DIST};
use crate::project::Project;

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
         manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types default",
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
    let port = port.map_or_else(|| project.setting("serve.port"), Ok)?;
    if !Path::new(DIST).join("index.html").is_file() {
        return Err("dist/ holds no page; `cargo xtask build` makes it".into());
    }
    let (address, serving) = start(DIST, port)?;
    println!("\nXushi 虚实: {address}/   (Ctrl+C ends it)");
    let ended = serving.join();
    Ok(ended.map_err(|_| "the server broke down")??)
}

/// Starts a server for a folder; a port that is taken is stepped over, 0 takes any. Gives its address,
/// `http://127.0.0.1:PORT`, and the thread that serves.
pub fn start(folder: impl AsRef<Path>, port: u16) -> Result<(String, JoinHandle<io::Result<()>>)> {
    let listener = listen(port)?;
    listener.set_nonblocking(true)?;
    let address = format!("http://{}", listener.local_addr()?);
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let site = site(folder.as_ref());
    let serving = thread::spawn(move || {
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, site).await
        })
    });
    Ok((address, serving))
}

fn listen(port: u16) -> Result<TcpListener> {
    let last = port.saturating_add(if port == 0 { 0 } else { PORTS });
    (port..=last)
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .ok_or_else(|| format!("no port from {port} to {last} is free").into())
}

/// The files of a folder, in the smallest form that the browser takes.
fn site(folder: &Path) -> Router {
    let files = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip()
        .not_found_service(any(|| async { "404 Not Found\n" }));
    Router::new()
        .fallback_service(files)
        .layer(map_response(with_headers))
}

/// Adds the headers, and to a text, that it is UTF-8.
async fn with_headers(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Some(kind) = headers.get(CONTENT_TYPE)
        && kind.as_bytes().starts_with(b"text/")
        && let Ok(kind) = HeaderValue::from_bytes(&[kind.as_bytes(), b"; charset=utf-8"].concat())
    {
        headers.insert(CONTENT_TYPE, kind);
    }
    answer
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
            ("site/一.txt", "讲话"),
        ] {
            write(folder.join(name), content)?;
        }
        let (address, _) = start(folder.join("site"), 0)?;
        let mut stream = TcpStream::connect(address.trim_start_matches("http://"))?;
        let headers = format!("Host: here\r\nAccept-Encoding: {accept}\r\nConnection: close");
        write!(stream, "{request} HTTP/1.1\r\n{headers}\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    /// Request, what the browser takes, status, end of the body, type of media.
    const CASES: &str = "\
        GET /app.js?v=1 | gzip, br | 200 | by brotli | text/javascript; charset=utf-8
        GET /app.js | gzip | 200 | by gzip | text/javascript; charset=utf-8
        GET /core.wasm | br | 200 | module | application/wasm
        GET /%E4%B8%80.txt | | 200 | 讲话 | text/plain; charset=utf-8
        GET /none | | 404 | Found | text/plain; charset=utf-8
        GET /../outside.txt | | 404 | Found | text/plain; charset=utf-8
        GET /%2e%2e/outside.txt | | 404 | Found | text/plain; charset=utf-8
        GET /..%2foutside.txt | | 404 | Found | text/plain; charset=utf-8
        GET //etc/passwd | | 404 | Found | text/plain; charset=utf-8
        POST /app.js | | 405 | | ";

    #[test]
    fn every_answer_has_the_headers_and_the_smallest_form_and_stays_in_the_folder() -> Result {
        for case in CASES.lines() {
            let fields: Vec<&str> = case.split('|').map(str::trim).collect();
            let [request, accept, status, body, media_type] = fields[..] else {
                return Err(case.into());
            };
            let answer = ask(request, accept)?;
            let status = format!("HTTP/1.1 {status}");
            assert!(answer.starts_with(&status), "{case}: {answer}");
            assert!(answer.trim_end().ends_with(body), "{case}: {answer}");
            assert!(answer.contains(media_type), "{case}: {answer}");
            for (name, value) in HEADERS {
                let header = format!("{name}: {value}\r\n");
                assert!(answer.contains(&header), "{case}: {answer}");
            }
        }
        Ok(())
    }
}
