//! A page with its parts in a message.
#![no_main]

use libfuzzer_sys::fuzz_target;
use xushi_fuzz::read;

fuzz_target!(|bytes: &[u8]| read(
    &[
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n",
        bytes
    ]
    .concat()
));
