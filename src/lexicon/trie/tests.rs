use super::*;

#[test]
fn the_longest_entry_wins_and_a_prefix_does_not_count() {
    let trie = Trie::new([("实事", 1), ("实事求是", 2), ("“一", 3)].into_iter());
    assert_eq!(trie.longest("实事求是的"), Some((12, 2)));
    assert_eq!(trie.longest("实事求真"), Some((6, 1)));
    assert_eq!(trie.longest("“一带"), Some((6, 3)));
    assert_eq!(trie.longest("实"), None);
    assert_eq!(trie.longest(""), None);
    assert_eq!(trie.exactly("实事求"), None);
    assert_eq!(trie.exactly("实事求是"), Some(2));
    assert_eq!(trie.marks("要实事求是"), 1 | 2);
    assert_eq!(trie.marks("要实"), 0);
}

#[test]
fn entries_are_known_by_their_ends() {
    let trie = Trie::backward([("城镇", 0), ("大城市", 0), ("", 0)].into_iter());
    assert!(trie.ends("在城镇"));
    assert!(trie.ends("大城市"));
    for text in ["", "镇", "城市", "城镇化"] {
        assert!(!trie.ends(text), "{text}");
    }
}

#[test]
fn entries_may_begin_with_any_character() {
    let entries = ["\u{0}", "a1", "𠮷祥", "\u{10ffff}"];
    let trie = Trie::new(entries.into_iter().zip(0..));
    for (entry, number) in entries.into_iter().zip(0..) {
        assert_eq!(trie.exactly(entry), Some(number), "{entry:?}");
    }
    assert!(!trie.may_begin('b') && !trie.may_begin('实'));
    assert!(!Trie::new(std::iter::empty()).stands_in("a实"));
}
