//! # slogan-slip
//!
//! ## zh: 名称、提法有误
//!
//! 领导人姓名、党和国家机构的名称、固定提法错了、多了、漏了一个字，或者相邻两个字颠倒（习习近平、以习近同志为核心、
//! 中国人民共和国、“五位一起”总体布局、深刻领悟“两个确定”）。姓名要带着同志、总书记、主席、总理、委员长一类称谓（习近平不带也查）；
//! 别人的姓名、地方机构（农业农村局）、换了数字的提法不碰；漏了“和”“与”“的”的不报。按文章的年份，只用当时已有的名称、提法。
//! 表外的提法只看六个字以上的，改动后自成一词、属于地方说法（科教兴市战略）、全文多次这样写的不报。
//!
//! Why: 姓名、名称和固定提法错一个字，是最严重的差错。
//!
//! Source: 名称、提法及其出处、年份见 data/formulas.tsv；固定提法见 data/set-phrases.tsv、data/slogans.tsv
//!
//! ## en: Slogan slip
//!
//! A leader's name, the name of a body of Party or state, or a set phrase has a character changed, missing or
//! doubled, or two neighbouring characters turned round (习习近平, 以习近同志为核心, 中国人民共和国, “五位一起”总体布局).
//! A name must stand with 同志, 总书记, 主席, 总理, 委员长 (习近平 without, too); other people, local bodies (农业农村局),
//! other numbers, and 和, 与, 的 left out are let alone; a text is judged by what its year had. Of phrases that are in no
//! table of names only those of six characters and more, and nothing is told where the changed characters make words of
//! their own, are a local form (科教兴市战略) or stand so throughout.
//!
//! Why: A wrong character in a name or in the wording of the centre is the gravest of slips.
//!
//! Source: data/formulas.tsv has names and formulas with their sources and years; the phrases are those of
//! data/set-phrases.tsv and data/slogans.tsv
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.slogan-slip | “{words}”与固定提法“{form}”差一个字。请核对。 | “{words}” is a character off the set phrase “{form}”. Check it. |
//! | check.slogan-slip.turned | “{words}”有两个字颠倒，应为“{form}”。 | Two characters of “{words}” are turned round; it should be “{form}”. |
//! | check.slogan-slip.missing | “{words}”漏了一个字，应为“{form}”。 | A character is missing from “{words}”; it should be “{form}”. |
//! | check.slogan-slip.doubled | “{words}”多了一个字，应为“{form}”。 | A character stands twice in “{words}”; it should be “{form}”. |
//!
//! ## Trips
//!
//! ```text
//! 我们要坚持以人民为中兴的发展思想，办好民生实事。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 我们要坚持以人民为中心的发展思想，办好民生实事。
//! ```
//!
//! ## Notes
//!
//! A name or formula of data/formulas.tsv is told by every slip but a local form (国 as 省 or 市), another number,
//! another's name (法国共产党), and words that a table knows. Of any other phrase a character counts only where it
//! breaks a word of the phrase and makes none with those beside it (全面建成 for 全面建设), and where no three
//! words of one character stand together (产城景); the same other form three times in a document is meant. Quoted
//! numeric slogans are told when they are shorter, too (“两个维户”).

mod difference;
mod judge;
mod phrases;

use std::ops::RangeInclusive;

use super::{Context, Findings, Role};
use crate::lexicon::formulas::Kind as Formula;
use crate::model::Span;
use crate::reading::{Pos, Reading};
use crate::text::{after, before, is_han};
use difference::{Difference, Kind, difference};
use judge::{HAN, breaks_formula, breaks_phrase, breaks_slogan, on_whole_words, token_at};
use phrases::{PHRASES, Phrase, Phrases, is_part_of_word, is_word, knows};

/// A form that stands so often in one document is meant.
const MEANT: usize = 3;

/// A slip of a phrase.
struct Slip<'p> {
    difference: Difference,
    form: &'p str,
    /// Whether the phrase stands letter for letter.
    fixed: bool,
}

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let text = reading.text;
    let phrases = &*PHRASES;
    let mut slips: Vec<Slip> = Vec::new();
    phrases.ends.any(text, |start, end, number| {
        let by_end = &phrases.by_end[number as usize];
        for &at in &by_end.first {
            let phrase = &phrases.all[at];
            take(reading, phrase, start, &mut slips);
        }
        for &at in &by_end.last {
            let phrase = &phrases.all[at];
            // A character that is missing or doubled moves the beginning.
            let Some(start) = end.checked_sub(phrase.form.len()) else {
                continue;
            };
            for start in [Some(start), Some(start + HAN), start.checked_sub(HAN)] {
                if let Some(start) = start.filter(|start| text.is_char_boundary(*start)) {
                    take(reading, phrase, start, &mut slips);
                }
            }
        }
        slips.len() > 2 * MOST
    });
    quoted(context, phrases, &mut slips);
    report(text, slips, findings);
}

/// 中省经济工作会议, 中省资金, 中省补助: whether a text has the two characters of which one is off so often elsewhere that
/// they are a word of its own. Of no person: whoever writes a leader's name wrongly does so throughout.
fn is_own_word(text: &str, found: Difference) -> bool {
    /// The fewest other places.
    const ELSEWHERE: usize = 4;
    let off = found.off;
    let ends = [
        before(text, off.start).map(|c| Span::new(off.start - c.len_utf8(), off.end)),
        after(text, off.end).map(|c| Span::new(off.start, off.end + c.len_utf8())),
    ];
    let slips = || text.matches(found.span.of(text)).count();
    found.kind == Kind::Changed
        && ends.into_iter().flatten().any(|pair| {
            let pair = pair.of(text);
            pair.chars().all(is_han) && text.matches(pair).count() >= ELSEWHERE + slips()
        })
}

/// Takes in what stands at `start` where it is a slip of the phrase.
fn take<'p>(reading: &Reading, phrase: &'p Phrase, start: usize, slips: &mut Vec<Slip<'p>>) {
    let Some(found) = difference(reading.text, start, &phrase.form) else {
        return;
    };
    let is_slip = match phrase.fixed {
        Some(row) => {
            phrase.holds_in(reading.clock.year)
                && !row.others.contains(&found.span.of(reading.text))
                && (breaks_formula(reading, phrase, row, found)
                    || row.kind == Formula::Name && breaks_last_word(reading, phrase, found))
        }
        None => breaks_phrase(reading, phrase, found),
    };
    if is_slip
        && on_whole_words(reading, found, phrase.fixed.is_some())
        && (phrase.fixed.is_some_and(|row| row.kind == Formula::Person)
            || !is_own_word(reading.text, found))
    {
        slips.push(Slip {
            difference: found,
            form: &phrase.form,
            fixed: phrase.fixed.is_some(),
        });
    }
}

/// 伟大复新 for 伟大复兴: whether what begins the last word of a name is no word without its last character, and makes none
/// with the one that stands there; 科学发展的 is no slip of 科学发展观.
fn breaks_last_word(reading: &Reading, phrase: &Phrase, found: Difference) -> bool {
    let text = reading.text;
    let last = found.kind == Kind::Changed && found.off.end == found.span.end;
    let makes_word = || {
        let before = found.off.start.saturating_sub(HAN);
        [before, found.off.start]
            .into_iter()
            .any(|at| is_word(text, at))
    };
    let joins = |pos: Pos| {
        matches!(
            pos,
            Pos::Preposition | Pos::Conjunction | Pos::Particle | Pos::Position | Pos::Adverb
        )
    };
    // 中央政治局|常委|张: what is whole without its last character stands before anything.
    let whole = || {
        let above = token_at(reading, found.off.start.saturating_sub(1));
        above.is_some_and(|word| word.span.end == found.off.start && word.span.len() > HAN)
    };
    // 强省 for 强国 is meant.
    let local = Role::Country.begins(&phrase.form[found.at..]).is_some()
        && Role::Local.is(found.off.of(text));
    last && !local
        && is_part_of_word(&phrase.form, found.at)
        && !reading
            .tokens_in(found.off)
            .first()
            .is_some_and(|token| joins(token.pos))
        && !whole()
        && !makes_word()
}

/// How many characters a quoted slogan has.
const QUOTED: RangeInclusive<usize> = 3..=9;

/// Quoted slogans with a slip.
fn quoted<'p>(context: &Context, phrases: &'p Phrases, slips: &mut Vec<Slip<'p>>) {
    let text = context.reading.text;
    let signs = context.signs();
    for (index, &(at, mark)) in signs.iter().enumerate() {
        if mark != '“' {
            continue;
        }
        let start = at + mark.len_utf8();
        let mut inside = signs[index + 1..].iter().take(QUOTED.end() + 1);
        let Some(&(end, _)) = inside.find(|(_, sign)| *sign == '”') else {
            continue;
        };
        let words = &text[start..end];
        // No character takes more than four bytes.
        if words.len() > 4 * QUOTED.end() || !QUOTED.contains(&words.chars().count()) {
            continue;
        }
        let slogans = words
            .chars()
            .next()
            .and_then(|first| phrases.short.get(&first));
        let Some(slogans) = slogans.filter(|_| !knows(words)) else {
            continue;
        };
        let found = slogans.iter().find_map(|&form| {
            let found = difference(text, start, form).filter(|found| found.span.end == end)?;
            breaks_slogan(context.reading, form, found).then_some(Slip {
                difference: found,
                form,
                fixed: false,
            })
        });
        slips.extend(found);
        if slips.len() > 2 * MOST {
            break;
        }
    }
}

/// No document has so many; a longer list is one of other forms.
const MOST: usize = 100;

fn report(text: &str, mut slips: Vec<Slip>, findings: &mut Findings) {
    // Of phrases inside one another the longest is told.
    slips.sort_by_key(|slip| {
        (
            slip.difference.span.start,
            std::cmp::Reverse(slip.difference.span.end),
        )
    });
    slips.dedup_by(|next, kept| next.difference.span.start < kept.difference.span.end);
    for slip in &slips {
        let span = slip.difference.span;
        let often = slips
            .iter()
            .filter(|other| other.difference.span.of(text) == span.of(text));
        if !slip.fixed && often.count() >= MEANT {
            continue;
        }
        let case = match slip.difference.kind {
            Kind::Changed => "",
            Kind::Turned => ".turned",
            Kind::Missing => ".missing",
            Kind::Doubled => ".doubled",
        };
        // Another character may be meant after all: no change of it is offered.
        if slip.fixed || slip.difference.kind != Kind::Changed {
            findings.correct(span, case, slip.form, &[]);
        } else {
            findings.report(span, case, &[("form", slip.form)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_phrases_one_character_off() {
        trips(
            "slogan-slip",
            &[
                "坚持⟦以人民为中兴⟧的发展思想。",
                "推动⟦中华民族伟大复星⟧进程。",
                "推进⟦新时代党的建设新的伟大工呈⟧。",
                "坚持⟦一张蓝图绘到抵⟧。",
                "坚持⟦一蓝张图绘到底⟧。",
                "走⟦中国现式代化⟧道路。",
                "坚持⟦绿色碳低发展⟧。",
                "落实⟦近习平总书记⟧的要求。",
                "推动⟦黄河流域生态保护和高质量发站⟧。",
                "教育党员树立⟦世界观、人生观、价直观⟧。",
                "打好⟦污染防治公坚战⟧。",
                "坚决做到“⟦两个维户⟧”。",
                "增强“⟦四个意织⟧”。",
                "统筹推进“⟦五位一梯⟧”总体布局。",
                "落实“⟦三会一稞⟧”制度。",
                "坚决做到⟦不忘初心、牢记史命⟧。",
                "学习⟦习近平新时代中国特色社会义主思想⟧。",
                "全面贯彻⟦习习近平⟧新时代中国特色社会主义思想。",
                "紧密团结在⟦以习近同志为核心的党中央⟧周围。",
                "认真学习⟦习近平平总书记⟧的重要讲话。"
                    .replace("⟦习近平平总书记⟧", "⟦习近近平总书记⟧")
                    .as_str(),
                "这是对⟦习平总书记⟧要求的落实。",
                "庆祝⟦中国人民共和国⟧成立。",
                "坚持⟦中国共党⟧对一切工作的领导。",
                "⟦中华人民共和和国⟧公民。",
                "由⟦全国人代表大会⟧审议。",
                "坚持⟦人民主专政⟧。",
                "推动构建⟦人类命运同共体⟧。",
                "统筹推进⟦“五位一起”总体布局⟧。",
                "协调推进⟦“四个全会”战略布局⟧。",
                "⟦增强“四个意思”⟧，坚定“四个自信”。",
                "⟦深刻领悟“两个确定”⟧的意义。",
                "坚持⟦毛泽思想⟧。",
                "缅怀⟦周来恩总理⟧。",
                "践行⟦社会主义核价值观⟧。",
                "报请⟦最高人民检查院⟧核准。",
                "认真学习⟦习进平总书记⟧的重要讲话。",
                "⟦江泽明总书记⟧在会上强调指出。",
                "落实⟦习近平总书计⟧的要求。",
                "⟦习平近⟧新时代中国特色社会主义思想。",
                "⟦国家发展和改革委会⟧负责。",
                "由⟦农业农材部⟧牵头。",
                "实现⟦中华民族伟大复新⟧，任重道远。",
                "树牢⟦绿水青山就是金山青山⟧理念。",
                "推进社会⟦治理体系和治理能现代化⟧。",
                "⟦赵乐委员长⟧主持会议。",
                "⟦中国共产党第二十次全国代表会大⟧在北京召开。",
                "⟦贯彻新发展里念⟧，迈出新步伐。",
                "参加⟦中央政治局会仪⟧，推进共建“一带一路”。",
                "共同维护⟦国主权、安全、发展利益⟧。",
                "⟦“一带一路”建没⟧成效明显，⟦深刻领误“两个确立”⟧的意义。"
                    .replace("⟦“一带一路”建没⟧", "“一带一路”建设")
                    .as_str(),
                "⟦“一带一路”建没⟧成效明显。",
                "⟦中央金融委园会⟧作出部署。",
                "学习⟦中国共产党廉洁自率准则⟧。",
                "⟦交通运输部部⟧发出通知。",
                "推进⟦全程过人民民主⟧。",
                "领会“⟦两个确定⟧”的决定性意义。"
                    .replace("“⟦两个确定⟧”的决定性意义", "⟦“两个确定”的决定性意义⟧")
                    .as_str(),
            ],
        );
    }

    #[test]
    fn keeps_silent_on_right_and_other_wording() {
        silent(
            "slogan-slip",
            &[
                "坚持以人民为中心的发展思想。",
                "坚持以企业为中心。",
                "贯彻中省经济工作会议精神，争取中省资金，落实中省补助，下达中省专款，兑现中省政策，报送中省部门。",
                "中央政治局常委张远山出席，中央政治局常委等领导到会。",
                "把“一带一路”建成繁荣之路，共建“一带一路”倡导绿色理念。",
                "维护我国主权、安全、发展利益，也维护两国主权、安全、发展利益。",
                "召开全国知识产权局局长会议，推进我国治理体系和治理能力现代化。",
                "我国监察委员会行使监察职能，中国主席习近平应邀访问。",
                "交通运输部部管协会、生态环境部部机关和国家知识产权局局属单位参加。",
                "学习《中国共产党党徽党旗条例》，中国人民解放军军乐团演出。",
                "共赴“一带一路”之约，推动共享“一带一路”港口。",
                "推动京冀协同发展，实施区域协同发展战略。",
                "坚决打好脱贫攻坚战，防范化解重点风险，在中央经济工作会上发言。",
                "推进教育治理体系与治理能力现代化。",
                "農村實行人民民主政權建設。",
                "构建现代茶产业体系，实施人才强体战略，推进全面从严治教。",
                "推进“五水智治”，补齐短板。",
                "扎实推进共建“一带一路”高质量发展。",
                "推动中华民族伟大复兴。",
                "全面建成社会主义现代化强国。",
                "不忘初心，牢记使命。",
                "世界观人生观价值观教育。",
                "黄河流域生态保护与高质量发展。",
                "坚持一张蓝图干到底。",
                "绿水青山就是金山银山的理念。",
                "保障人民当家做主的权利。",
                "形成共建共管共享的格局。",
                "實行民族區域自治制度。",
                "做到“四个坚持”“六个维护”“四种意识”。",
                "抓好“三个重点”“两个关键”。",
                "“四个融入”“四个延伸”深入人心。",
                "实施科教兴市战略、人才强省战略，争当社会主义现代化强县排头兵，推进全面依法治市。",
                "做好“三改一整”“三社融合”“一老一幼”“三自一补”“三改联动”，打造“五大警务”。",
                "推动产城景融合发展、现代城市融合发展，让城市更美，回应市民对美好生活的向往。",
                "深入学习习近平总书记重要讲话，组织青年学习习近平法治思想。",
                "争当社会主义现代化强省排头兵。",
                "新一届中央政治局常委同记者见面。",
                "以科学发展的眼光看问题，用科学发展的办法抓落实。",
                "赵乐平委员出席会议。",
                "法国共产党、越南共产党代表来访，参观中国共产主义小组旧址。",
                "省高级人民法院、市中级人民法院和自治区人民检察院。",
                "习近平出席会议，江泽民出席开幕式。",
                "王小平同志、李近平同志作了发言。",
                "学习水平不断提高，复习平面几何。",
                "习近平同他会谈，习近平主持会议。",
                "国家发展改革委、国家发展改革委员会。",
                "农业农村局、省农业农村厅。",
                "中国共产党党员、中华人民共和国国旗。",
                "中华人民共和国主席习近平应邀访问，学习《中国共产党党和国家机关基层组织工作条例》。",
                "建设现代化农业、现代化工业和社会主义现代化国防。",
                "推动污染防治攻坚向美丽县城建设拓展。",
                "在强化污染防治攻坚上靶向发力。",
                "实施人才强冀战略，使公有制经济的优势得到发挥。",
                "国家卫生健康委要会同有关部门抓好落实。",
                "报告经生态环境部部务会议审议通过。",
                "完善社会主义法的基本理论。",
            ],
        );
    }
}
