//! Sheets of OpenDocument whose content is drawn.
#![no_main]

use libfuzzer_sys::fuzz_target;
use xushi_fuzz::read_packed;

fuzz_target!(|bytes: &[u8]| {
    read_packed(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", bytes),
    ]);
});
