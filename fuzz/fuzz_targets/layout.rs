//! A text is divided into documents; what is put back stays.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Some(text) = xushi_fuzz::core::decode(bytes) {
        xushi_fuzz::core::lay_out(&text);
    }
});
