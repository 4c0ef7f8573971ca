//! What a browser takes: compression, and whether it has the file already.

/// The compressions that siblings are made in, the smaller first: name on the wire and ending.
const COMPRESSIONS: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

/// The compressions that `Accept-Encoding` allows, the best first: name and ending.
pub fn compressions(accept_encoding: &str) -> Vec<(&'static str, &'static str)> {
    COMPRESSIONS
        .into_iter()
        .filter(|(name, _)| accepts(accept_encoding, name))
        .collect()
}

fn accepts(accept_encoding: &str, name: &str) -> bool {
    accept_encoding.split(',').any(|part| {
        let mut fields = part.split(';').map(str::trim);
        let is_named = fields
            .next()
            .is_some_and(|known| known.eq_ignore_ascii_case(name));
        let quality = fields
            .find_map(|field| field.strip_prefix("q="))
            .and_then(|quality| quality.parse::<f32>().ok());
        is_named && quality.unwrap_or(1.0) > 0.0
    })
}

/// Whether `If-None-Match` names this version of a file.
pub fn has_already(if_none_match: &str, tag: &str) -> bool {
    if_none_match
        .split(',')
        .map(|known| known.trim().trim_start_matches("W/"))
        .any(|known| known == tag || known == "*")
}

/// The media type of a file, by its ending.
pub fn media_type(ending: &str) -> &'static str {
    match ending {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "txt" | "md" | "rs" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        "gz" => "application/gzip",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compression_is_chosen_from_what_the_browser_takes() {
        let chosen = |accept| compressions(accept).first().map(|&(name, _)| name);
        assert_eq!(chosen("gzip, deflate, br, zstd"), Some("br"));
        assert_eq!(chosen("GZIP;q=0.5"), Some("gzip"));
        assert_eq!(chosen("br;q=0, gzip"), Some("gzip"));
        assert_eq!(chosen("brotli"), None);
        assert_eq!(chosen(""), None);
    }

    #[test]
    fn a_version_is_known_by_its_tag_alone_or_in_a_list() {
        assert!(has_already("\"a\", W/\"b\"", "\"b\""));
        assert!(has_already("*", "\"b\""));
        assert!(!has_already("\"a\"", "\"b\""));
        assert!(!has_already("", "\"b\""));
    }

    #[test]
    fn a_module_has_the_type_that_browsers_stream() {
        assert_eq!(media_type("wasm"), "application/wasm");
        assert_eq!(media_type("gz"), "application/gzip");
    }
}
