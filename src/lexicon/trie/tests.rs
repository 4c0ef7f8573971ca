use super::*;

#[test]
fn the_longest_entry_wins_and_a_prefix_does_not_count() {
    let trie = Trie::new([("实事", 1), ("实事求是", 2), ("“一", 3)].into_iter());
    assert_eq!(trie.find("要实事求是的", 0), Some((3, 12, 2)));
    assert_eq!(trie.find("实事求真", 0), Some((0, 6, 1)));
    assert_eq!(trie.find("“一带", 0), Some((0, 6, 3)));
    assert_eq!(trie.find("实", 0), None);
    assert_eq!(trie.find("", 0), None);
    assert_eq!(trie.exactly("实事求"), None);
    assert_eq!(trie.exactly("实事求是"), Some(2));
    let inside = |text: &str| {
        let mut found = Vec::new();
        trie.each(text, |at, length, number| found.push((at, length, number)));
        found
    };
    assert_eq!(inside("要实事求是"), [(3, 6, 1), (3, 12, 2)]);
    assert_eq!(inside("要实"), []);
}

#[test]
fn entries_may_begin_with_any_character() {
    let entries = ["\u{0}", "a1", "𠮷祥", "\u{10ffff}"];
    let trie = Trie::new(entries.into_iter().zip(0..));
    for (entry, number) in entries.into_iter().zip(0..) {
        assert_eq!(trie.exactly(entry), Some(number), "{entry:?}");
    }
    assert_eq!(trie.find("b实", 0), None);
    assert_eq!(Trie::new(std::iter::empty()).find("a实", 0), None);
}
