//! What kind of characters a text is made of: Chinese or not, traditional, markup, control codes.

use std::sync::LazyLock;

/// Counts over a text.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Counts {
    /// Chinese characters.
    pub han: usize,
    /// Characters that are not white space.
    pub visible: usize,
    /// Characters that only traditional writing has.
    pub traditional: usize,
    /// Characters that only simplified writing has.
    pub simplified: usize,
    /// The byte position of the first control character.
    pub control: Option<usize>,
    /// The byte position of the first tag.
    pub markup: Option<usize>,
}

/// Frequent characters that only traditional writing has, in code point order.
const TRADITIONAL: &str = "個們傳備優億價兒兩內冊別務動勞區協單嚴國團圍執報場壓壯壘壞夠學實寧審寫對導\
專將屆屬島崗幣幫幹幾廠廢廣張強彈後從復徵德應懷態慶憲戰擁據擔擴擬敗敵數斷於時會術東條業\
極構榮樣樞標機權歐歷歸殘殺氣決沒況涼淨測準溫滅滿漢濟為無煙煉爭爲牆獎獨獲現環產畫異當療發盡監盤眾眞\
礎確禮種積穩競節築範簡糧紀約級純統經維網緊線編練縣總績織繁繼續罰義習職聯聲聽肅脅膽興舉舊舖艦藝藥處\
號衆術衛製複見規視覺親觀計訂訓記設許訴評該語說請論證識議護讓豐貝負財貢貧貨責費資質賽趕踐車軍較輕\
輪輸農運過達遠適選遷還邊郵鄉醫釋重針鋼錢鐵鑄長門開間閱關陸陽隊階際難電靈靜順須領頭題類顯風飛養餘\
館馬駐驗體鬥魚鮮點黨齊";

/// Frequent characters that only simplified writing has.
const SIMPLIFIED: &str = "个们传备优亿价儿两内务动劳区协单严国团围执报场压壮坏够学实宁审写对导专将届属\
岛岗币帮几厂废广张强从应怀态庆宪战拥据担扩拟败敌数断时会术东条业极构荣样标机权欧历归残杀气决没况凉净测\
准温灭满汉济为无烟炼争墙奖独获现环产画异当疗发尽监盘众础确礼种积稳竞节筑范简粮纪约级纯统经维网紧线编练\
县总绩织继续罚义习职联声听肃胁胆兴举旧舰艺药处号卫制复见规视觉亲观计订训记设许诉评该语说请论证识议护让\
丰负财贡贫货责费资质赛赶践车军较轻轮输农运过达远适选迁还边邮乡医释针钢钱铁铸长门开间阅关陆阳队阶际难电\
灵静顺须领头题类显风飞养余馆马驻验体鱼鲜点党齐";

/// The tags that say that a text is, or holds, a web page.
const TAGS: &str = "p br div span script style a b i u img table tr td th ul ol li h1 h2 h3 h4 h5 h6 strong em font html \
    body head meta link iframe svg input form section article center hr title tbody thead blockquote sup sub o:p";

/// Whether a text of such counts is in traditional characters.
pub(crate) fn is_traditional(counts: &Counts) -> bool {
    counts.traditional > 2 * counts.simplified && counts.traditional >= 3
}

/// Whether so much of what bytes were read as is no character of any text that they are none: random bytes are a quarter of it.
pub(crate) fn is_noise(text: &str) -> bool {
    /// The characters that are looked at, and the share of them that is too much: one in eight.
    const LOOKED_AT: usize = 64 * 1024;
    const TOO_MANY: usize = 8;
    let is_bad = |sign: char| sign == '\u{fffd}' || is_control(sign) && sign != '\u{1b}';
    let (mut all, mut bad) = (0, 0);
    for sign in text.chars().take(LOOKED_AT) {
        all += 1;
        bad += usize::from(is_bad(sign));
    }
    bad * TOO_MANY > all
}

/// Counts what `text` is made of.
pub(crate) fn counts(text: &str) -> Counts {
    let scripts = &*SCRIPTS;
    let mut counts = Counts::default();
    let mut rest = text.as_bytes();
    loop {
        // U+4000..=U+9FFF, most of a text: no branch for what they are.
        while let [lead @ 0xe4..=0xe9, second, third, tail @ ..] = rest {
            let script = scripts.of(*lead, *second, *third);
            counts.visible += 1;
            counts.han += usize::from(script != Scripts::NONE);
            counts.traditional += usize::from(script == Scripts::TRADITIONAL);
            counts.simplified += usize::from(script == Scripts::SIMPLIFIED);
            rest = tail;
        }
        let at = text.len() - rest.len();
        let Some(sign) = text.get(at..).and_then(|rest| rest.chars().next()) else {
            return counts;
        };
        count_sign(text, at, sign, &mut counts);
        rest = &rest[sign.len_utf8()..];
    }
}

/// Counts the character `sign` at `at`.
fn count_sign(text: &str, at: usize, sign: char, counts: &mut Counts) {
    match sign {
        ' ' | '\n' | '\t' | '\r' | '\u{3000}' => {}
        // The marks of Chinese, and digits and letters.
        '\u{3001}'..='\u{3011}' | '\u{ff01}'..='\u{ff5e}' | '!'..=';' | '='..='~' => {
            counts.visible += 1;
        }
        '<' => {
            counts.visible += 1;
            if counts.markup.is_none() && tag(&text[at..]).is_some() {
                counts.markup = Some(at);
            }
        }
        '\u{3400}'..='\u{3fff}' | '\u{20000}'..='\u{3ffff}' => {
            counts.han += 1;
            counts.visible += 1;
        }
        _ if is_control(sign) => counts.control = counts.control.or(Some(at)),
        _ => counts.visible += usize::from(!sign.is_whitespace()),
    }
}

static SCRIPTS: LazyLock<Scripts> = LazyLock::new(Scripts::new);

/// Which script each character of U+4000..=U+9FFF belongs to.
struct Scripts(Vec<u8>);

impl Scripts {
    /// Both, or neither more than the other.
    const BOTH: u8 = 0;
    const TRADITIONAL: u8 = 1;
    const SIMPLIFIED: u8 = 2;
    /// No Chinese character: the hexagrams of the Book of Changes.
    const NONE: u8 = 3;

    fn new() -> Self {
        let mut table = vec![Self::BOTH; 0x6000];
        table[0xdc0..0xe00].fill(Self::NONE);
        let lists = [
            (SIMPLIFIED, Self::SIMPLIFIED),
            (TRADITIONAL, Self::TRADITIONAL),
        ];
        for (characters, script) in lists {
            for character in characters.chars() {
                let place = (character as usize).checked_sub(0x4000);
                if let Some(slot) = place.and_then(|place| table.get_mut(place)) {
                    // A character in both lists tells nothing.
                    let is_first = *slot == Self::BOTH;
                    *slot = if is_first { script } else { Self::BOTH };
                }
            }
        }
        Self(table)
    }

    /// The script of a character by its bytes in UTF-8.
    fn of(&self, lead: u8, second: u8, third: u8) -> u8 {
        let bits = |byte: u8| usize::from(byte & 0x3f);
        let place = usize::from(lead - 0xe4) << 12 | bits(second) << 6 | bits(third);
        self.0.get(place).copied().unwrap_or(Self::BOTH)
    }
}

/// Control characters and invisible format characters, which no reader sees.
pub(crate) fn is_control(character: char) -> bool {
    matches!(character,
        '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{ad}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// The name and length in bytes of the HTML tag or comment that `text` begins with. A tag that
/// does not end within 1,000 bytes is none.
pub(crate) fn tag(text: &str) -> Option<(&'static str, usize)> {
    let bytes = text.as_bytes();
    if bytes.first() != Some(&b'<') {
        return None;
    }
    // The search for the end stops at the next `<`, so that it is linear over a whole text.
    let stop = |&byte: &u8| byte == b'<' || byte == b'>';
    let close = 1 + bytes[1..].iter().take(1000).position(stop)?;
    if bytes[close] != b'>' {
        return None;
    }
    if text.starts_with("<!--") {
        return text[..=close]
            .ends_with("-->")
            .then_some(("!--", close + 1));
    }
    let from = if bytes.get(1) == Some(&b'/') { 2 } else { 1 };
    let letters = bytes[from..].iter().take(12);
    let length = letters.take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b':');
    let name = &bytes[from..from + length.count()];
    let mut tags = TAGS.split(' ');
    let known = tags.find(|tag| tag.as_bytes().eq_ignore_ascii_case(name))?;
    let after = *bytes.get(from + name.len())?;
    if !(after == b'>' || after == b'/' || after.is_ascii_whitespace()) {
        return None;
    }
    Some((known, close + 1))
}
