//! The claims of whole sentences.
