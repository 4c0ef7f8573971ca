//! Arguments in, output and exit codes out; the work is the library's.

use std::io::Read as _;
use std::process::ExitCode;

use xushi::Analyzer;
use xushi::language::Dictionary;

/// The dictionary, compressed by the build script.
static DICTIONARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dictionary.gz"));

/// Runs the command line.
pub fn run() -> ExitCode {
    let mut dictionary = Vec::new();
    if flate2::read::GzDecoder::new(DICTIONARY)
        .read_to_end(&mut dictionary)
        .is_err()
    {
        return ExitCode::FAILURE;
    }
    let Ok(dictionary) = Dictionary::read(&dictionary) else {
        return ExitCode::FAILURE;
    };
    let analyzer = Analyzer::with_dictionary(dictionary);
    for path in std::env::args().skip(4) {
        let Ok(bytes) = std::fs::read(&path) else {
            return ExitCode::FAILURE;
        };
        let Ok(analysis) = analyzer.analyze(&path, &bytes) else {
            return ExitCode::FAILURE;
        };
        println!("{}", serde_json::to_string(&analysis).unwrap_or_default());
    }
    ExitCode::SUCCESS
}
