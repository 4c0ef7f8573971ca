// An analysis, a ledger of its tasks and a comparison of two, in TypeScript. Written by `cargo xtask contract` from src/model/.

/**
 * Everything that is known of one source.
 */
export type Analysis = { 
/**
 * The contract's version, `xushi/2`.
 */
schema: string, 
/**
 * Where the text came from and what was noticed while it was read.
 */
source: Source, 
/**
 * The articles that the source holds, in the order in which they stand there.
 */
documents: Array<Document>, };

/**
 * A part that was announced.
 */
export type AnnouncedItem = { 
/**
 * Its number; absent where it bears none.
 */
number?: number, 
/**
 * Its words, the number included.
 */
span: Span, };

/**
 * A number of parts that the text announces (四点意见, “三条底线”, 以下十方面工作), and the parts.
 */
export type Announcement = { 
/**
 * The number and what is counted: 四点意见.
 */
span: Span, 
/**
 * The clause that announces, or the heading: 下面我讲四点意见.
 */
clause: Span, 
/**
 * The number announced, from 2.
 */
count: number, 
/**
 * What is counted: 意见; empty in 三点.
 */
noun: string, 
/**
 * Whether the parts follow.
 */
state: AnnouncementState, 
/**
 * The parts that follow, in order. Where the outline has a part, the span is that of its
 * heading.
 */
items: Array<AnnouncedItem>, };

/**
 * Whether as many parts follow as were announced.
 */
export type AnnouncementState = "kept" | "differs" | "missing" | "open";

/**
 * A speaker or author.
 */
export type Author = { 
/**
 * The name without inner spaces.
 */
name: string, 
/**
 * The post held (职务).
 */
role?: string, 
/**
 * The body that the person belongs to (单位).
 */
organisation?: string, 
/**
 * Where the name stands.
 */
span: Span, };

/**
 * What a value is compared with.
 */
export type Basis = "period" | "plan" | "place" | "other";

/**
 * A stretch of the text between two line ends.
 */
export type Block = { 
/**
 * What the block is.
 */
kind: BlockKind, 
/**
 * Where it stands, without the `\n` after it.
 */
span: Span, };

/**
 * The kinds of blocks.
 */
export type BlockKind = "title" | "byline" | "metadata" | "salutation" | "heading" | "paragraph" | "signature" | "noise";

/**
 * How a number bounds the amount.
 */
export type Bound = "exact" | "at_least" | "at_most" | "about" | "range";

/**
 * A place in one of the texts that a row speaks of.
 */
export type Cited = { 
/**
 * The figure, the task or the words.
 */
span: Span, 
/**
 * The words of the sentence around it; of a task and a sentence its own.
 */
words: string, 
/**
 * The figure in one form, with bound and unit: 增长≥7%.
 */
figure?: string, 
/**
 * The index of the claim in [`super::Document::claims`].
 */
claim?: number, 
/**
 * The index of the task in [`super::Document::tasks`].
 */
task?: number, };

/**
 * One quantity mention (量化表述) and what it says: which indicator, how much, in which sense,
 * promised or done, and for when.
 */
export type Claim = { 
/**
 * The mention: the number and its unit.
 */
span: Span, 
/**
 * The words of the mention.
 */
text: string, 
/**
 * The amount in the base unit: 万 and 亿 multiplied out, percent as percent; negative for a
 * decrease.
 */
value: number, 
/**
 * The upper end of a range.
 */
value_max?: number, 
/**
 * `%`, `pp` (个百分点), `倍`, `位` (a rank), or the unit as it stands without 万 and 亿.
 */
unit: string | null, 
/**
 * How the number bounds the amount.
 */
bound: Bound, 
/**
 * What kind of amount it is.
 */
measure: Measure, 
/**
 * What is measured, in the text's own words; empty where the text does not name it.
 */
indicator: string, 
/**
 * The indicator in the form that is common to all ways to write it (规上工业增加值, 规模以上工业增加值), without the
 * place that it is told of and without quotation marks.
 */
name: string, 
/**
 * Whose amount it is: the place (全市) and the kind (城镇, 规模以上) that the indicator is limited to, as they stand.
 */
scope: Array<string>, 
/**
 * The whole that a share is a part of (全市生产总值 in 占全市生产总值的12%), or that a rank is held in.
 */
of?: Stated, 
/**
 * What the value is compared with.
 */
compared_with?: Comparison, 
/**
 * Promised or done.
 */
status: Status, 
/**
 * The time that the value is for: `2024`, `2021/2025`, `2024-04-15`, `2024-Q1`, `2024-H1`;
 * `null` where the text leaves it open.
 */
period: string | null, 
/**
 * Who is to see to it.
 */
owner?: string, 
/**
 * The word that says how firm a target is (确保, 力争), where there is one.
 */
commitment?: string, 
/**
 * The index of the sentence that it stands in.
 */
sentence: number, 
/**
 * The titles of the headings above it, outermost first.
 */
section: Array<string>, 
/**
 * The rules that gave status and measure, for the card: keys of `data/strings/`.
 */
because: Array<string>, };

/**
 * One of two texts that are compared.
 */
export type Compared = { 
/**
 * The document's title, else the file's name.
 */
title: string, 
/**
 * The year that it is of.
 */
year: number | null, 
/**
 * The place that it is of, as it stands.
 */
place: string | null, };

/**
 * What a value is compared with: 上年 in 比上年增长5%, 全国 in 高于全国0.5个百分点.
 */
export type Comparison = { 
/**
 * Where the words stand.
 */
span: Span, 
/**
 * The words.
 */
text: string, 
/**
 * What they name.
 */
basis: Basis, 
/**
 * The time of the other value, written as [`Claim::period`]; absent where it is no time or cannot be told.
 */
period?: string, };

/**
 * What two texts are compared for.
 */
export type ComparisonKind = "promise" | "level" | "wording";

/**
 * A sentence on what can be compared.
 */
export type ComparisonNote = { 
/**
 * The key of `data/strings/` that it was made from.
 */
code: string, 
/**
 * In Chinese.
 */
message: string, 
/**
 * In English.
 */
message_en: string, };

/**
 * How it was found which of two texts is first.
 */
export type ComparisonOrder = "dates" | "levels" | "given";

/**
 * A date that the text states of itself.
 */
export type Dated = { 
/**
 * ISO 8601: `2024-01-03`, `2024-01` or `2024`.
 */
value: string, 
/**
 * Where it stands; absent where it was set aside with page furniture.
 */
span?: Span, };

/**
 * A point by which something is to be reached (时限).
 */
export type Deadline = { 
/**
 * A date, month, quarter, half-year or year as in [`super::Claim::period`]; none where the text does
 * not say in which year.
 */
value?: string, 
/**
 * The words as they stand: 年底前.
 */
text: string, 
/**
 * Where they stand.
 */
span: Span, };

/**
 * One article (文章) of a source.
 */
export type Document = { 
/**
 * The title, its lines joined by a space; absent where the text has none.
 */
title: string | null, 
/**
 * The kind of text.
 */
kind: DocumentKind, 
/**
 * Who, when, where: as the text says it.
 */
metadata: Metadata, 
/**
 * The cleaned text: page furniture removed, wrapped lines joined, blocks divided by `\n`.
 */
text: string, 
/**
 * Runs `[text_start, source_start, length]` in UTF-16 code units, ascending in `text_start`.
 */
source_map: Array<[number, number, number]>, 
/**
 * The blocks that `text` is made of, in order, without gaps but the `\n` between them.
 */
blocks: Array<Block>, 
/**
 * Page furniture that was taken out of the text.
 */
set_aside: Array<SetAside>, 
/**
 * The heading tree.
 */
outline: Array<Heading>, 
/**
 * Numbers of parts that the text announces (四点意见), with the parts, in order.
 */
announcements: Array<Announcement>, 
/**
 * The sentences of the text, in order.
 */
sentences: Array<Sentence>, 
/**
 * The quantitative claims (量化表述), in order.
 */
claims: Array<Claim>, 
/**
 * The commitments to act (任务), in order.
 */
tasks: Array<Task>, 
/**
 * Set phrases, slogans, stock phrases and keywords.
 */
terms: Array<Term>, 
/**
 * Where the text contradicts itself or its form.
 */
findings: Array<Finding>, 
/**
 * How many findings a reader dismissed in the page: an export leaves them out. Absent where none.
 */
dismissed?: number, 
/**
 * The scores of the document and of its sections.
 */
scores: Scores, 
/**
 * Plain counts.
 */
statistics: Statistics, };

/**
 * The kinds of text (文种).
 */
export type DocumentKind = "speech" | "work_report" | "article" | "notice" | "news" | "other";

/**
 * The encodings that are read.
 */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5" | "euc-kr" | "shift_jis";

/**
 * A place where the text contradicts itself, the calendar or its form.
 */
export type Finding = { 
/**
 * The rule's id, for instance `announced-count`.
 */
rule: string, 
/**
 * What tells it from others of its document, in whatever state of the text it is found again: a
 * hash of its rule, its words and those around them, and `.2` where it is the second such.
 */
identity: string, 
/**
 * How sure and how bad.
 */
severity: Severity, 
/**
 * The place.
 */
span: Span, 
/**
 * What is wrong, in Chinese.
 */
message: string, 
/**
 * What is wrong, in English.
 */
message_en: string, 
/**
 * Other places that belong to it.
 */
related: Array<Related>, 
/**
 * What to write instead.
 */
suggestion?: Suggestion, 
/**
 * What to write elsewhere as well, where one finding stands for many places; ascending, behind the
 * suggestion's.
 */
elsewhere?: Array<Suggestion>, };

/**
 * Why two figures are of one matter.
 */
export type Ground = "same_name" | "name_part" | "name_alike" | "named" | "context" | "same_measure" | "other_measure" | "same_period" | "open_period" | "other_period";

/**
 * A heading (标题) or an inline item (一是…), with all that stands under it.
 */
export type Heading = { 
/**
 * Depth in the tree, from 1.
 */
level: number, 
/**
 * The form of its number.
 */
style: HeadingStyle, 
/**
 * The number, from 1; absent where the heading has none.
 */
number?: number, 
/**
 * The words, the number included.
 */
title: string, 
/**
 * Where the words stand.
 */
span: Span, 
/**
 * From the heading's start to the next heading of the same or a higher level.
 */
section: Span, 
/**
 * The headings under this one.
 */
children: Array<Heading>, };

/**
 * The forms that headings and items take (GB/T 9704—2012, 7.3.3, and what people write beside).
 */
export type HeadingStyle = "chapter" | "section" | "article" | "item" | "inline" | "dash" | "plain";

/**
 * The steps of the 虚实 ladder; the first that fits decides.
 */
export type Ladder = "measurable" | "concrete" | "formulaic" | "general";

/**
 * The ledger of a document, in both ways to divide it.
 */
export type Ledger = { 
/**
 * The document's title.
 */
title: string | null, 
/**
 * A row a task.
 */
sentences: Array<LedgerRow>, 
/**
 * A row a paragraph that holds tasks.
 */
items: Array<LedgerRow>, };

/**
 * What a supervising office asks about later (立项事项): one row of a ledger, its figures and dates in words of
 * Chinese prose.
 */
export type LedgerRow = { 
/**
 * The number of the paragraph, as it stands: （一）; absent where it has none.
 */
number: string | null, 
/**
 * The titles of the headings above it, outermost first.
 */
section: Array<string>, 
/**
 * The act as it stands, without number and notes; of an item its sentences.
 */
content: string, 
/**
 * Its target figures: 城镇新增就业 ≥55万人（2026）.
 */
targets: Array<string>, 
/**
 * Who leads (牵头).
 */
lead: Array<string>, 
/**
 * Who is responsible (责任).
 */
responsible: Array<string>, 
/**
 * Who supports (配合).
 */
support: Array<string>, 
/**
 * By when: a period as in [`super::Claim::period`], else the words as they stand.
 */
deadlines: Array<string>, 
/**
 * How often: 每季度, as it stands.
 */
recurrence: Array<string>, 
/**
 * What a supervisor would ask for.
 */
missing: Array<Missing>, 
/**
 * Where it stands.
 */
span: Span, 
/**
 * The indices of its tasks in [`super::Document::tasks`].
 */
tasks: Array<number>, };

/**
 * What kind of amount a claim holds.
 */
export type Measure = "level" | "growth" | "change" | "share" | "multiple" | "rank";

/**
 * What the text says of itself; a field is absent where it says nothing.
 */
export type Metadata = { 
/**
 * Speakers and authors.
 */
authors: Array<Author>, 
/**
 * The day of the speech, or else of the publication; ISO 8601.
 */
date?: Dated, 
/**
 * The meeting or event (会议).
 */
occasion?: Stated, 
/**
 * The bodies that a notice is sent to (主送机关); a salutation (同志们：) addresses a hall.
 */
addressee?: Stated, 
/**
 * The body that issues the text (发布机构, 发文机关).
 */
issuer?: Stated, 
/**
 * The others that issue it with the first one (联合发文), in order.
 */
joint_issuers?: Array<Stated>, 
/**
 * 发文字号.
 */
document_number?: Stated, 
/**
 * 索引号.
 */
index_number?: Stated, };

/**
 * What a task lacks before it can be supervised.
 */
export type Missing = "owner" | "deadline" | "measure";

/**
 * The kinds of page furniture.
 */
export type NoiseKind = "masthead" | "editors" | "site_controls" | "breadcrumb" | "continuation" | "picture_credit" | "advertisement" | "teaser" | "marker" | "markup" | "page_number";

/**
 * What became of a target.
 */
export type Outcome = "met" | "missed" | "due" | "reported" | "unmentioned";

/**
 * Who is to act (责任单位).
 */
export type Owner = { 
/**
 * The name as it stands, without 等.
 */
name: string, 
/**
 * The part that it plays.
 */
role: OwnerRole, 
/**
 * Where the name stands.
 */
span: Span, };

/**
 * The part that an owner plays in a task.
 */
export type OwnerRole = "lead" | "support" | "responsible";

/**
 * What became of a phrase.
 */
export type PhraseChange = "came" | "went" | "stayed";

/**
 * A set phrase, slogan or stock phrase.
 */
export type PhraseRow = { 
/**
 * Its words.
 */
text: string, 
/**
 * What became of it.
 */
change: PhraseChange, 
/**
 * How often the first text has it.
 */
before: number, 
/**
 * How often the second text has it.
 */
after: number, 
/**
 * Where it first stands in the first text.
 */
first: Cited | null, 
/**
 * Where it first stands in the second text.
 */
second: Cited | null, };

/**
 * What a later report says of a row of a ledger.
 */
export type Progress = { 
/**
 * Where the row stands in the plan.
 */
span: Span, 
/**
 * The sentences that speak of it, each once.
 */
sentences: Array<string>, 
/**
 * The figures that answer its targets, each once.
 */
figures: Array<string>, 
/**
 * How far it is by that, for people to decide: of several targets the one that is worst off. Nothing where the report
 * is silent.
 */
state: ProposedState | null, };

/**
 * How far a task is, by what a report says; the worst first.
 */
export type ProposedState = "late" | "running" | "done";

/**
 * How often something is to be done (频次).
 */
export type Recurrence = { 
/**
 * The words as they stand: 每月10日前.
 */
text: string, 
/**
 * Where they stand.
 */
span: Span, };

/**
 * A set of texts whose scores are known (参照文本).
 */
export type Reference = { 
/**
 * Which set: the kind of text and its first year, `work_report-1980`; empty where the text's kind has none.
 */
key: string, 
/**
 * What the texts are, in Chinese.
 */
name: string, 
/**
 * The same in English.
 */
name_en: string, 
/**
 * The day on which the set was scored, ISO 8601.
 */
date: string, 
/**
 * The number of texts.
 */
texts: number, };

/**
 * A place that belongs to a finding.
 */
export type Related = { 
/**
 * The place.
 */
span: Span, 
/**
 * What it has to do with the finding, in Chinese.
 */
message: string, 
/**
 * The same in English.
 */
message_en: string, };

/**
 * A target and what a later text reports of it.
 */
export type ResultRow = { 
/**
 * What is measured.
 */
indicator: string, 
/**
 * The time that the target is for.
 */
period: string | null, 
/**
 * What became of it.
 */
outcome: Outcome, 
/**
 * The target.
 */
target: Cited, 
/**
 * What the later text says of it.
 */
result: Cited | null, 
/**
 * Why the two belong together.
 */
grounds: Array<Ground>, 
/**
 * Whether nothing about the match is doubtful.
 */
sure: boolean, };

/**
 * A figure and the counts that it is made of.
 */
export type Score = { 
/**
 * 0–100 unless the score's definition says otherwise; `null` where there is nothing to count.
 */
value: number | null, 
/**
 * The counts, by name.
 */
parts: { [key in string]: number }, 
/**
 * The share of the reference set's texts (0–100) that score lower, those that score the same
 * counted half: see [`Scores::reference`]. Only of whole documents, and only where the set
 * fits the text and there is a value.
 */
percentile?: number, 
/**
 * As `percentile`, of parts that are figures of their own (those of `readability`).
 */
part_percentiles?: { [key in string]: number }, 
/**
 * The places that a part counts, by its name, in order. Only of whole documents, and only for
 * parts that no other field shows: `hard`, `soft` and `neither` (targets), `forward_characters`
 * (sentences), `runs` (of parallel clauses). The rest stands in the sentences' steps, the terms'
 * occurrences and what the tasks lack.
 */
evidence?: { [key in string]: Array<Span> }, };

/**
 * One of each score.
 */
export type ScoreSet = { 
/**
 * 实度
 */
specificity: Score, 
/**
 * 套话率
 */
formula_density: Score, 
/**
 * 可督办度
 */
accountability: Score, 
/**
 * 目标硬度
 */
target_firmness: Score, 
/**
 * 前瞻
 */
outlook: Score, 
/**
 * 可读性: its parts are figures of their own, its value is always `null`.
 */
readability: Score, 
/**
 * 排比
 */
parallelism: Score, };

/**
 * The scores of a document and of every section.
 */
export type Scores = { 
/**
 * Of the whole document.
 */
document: ScoreSet, 
/**
 * Of the sections, in the order of the outline, parents before children.
 */
sections: Array<SectionScores>, 
/**
 * The texts that percentiles compare with.
 */
reference: Reference, 
/**
 * Why the scores of this document say less than those of others, or are not compared with the
 * reference set.
 */
warnings: Array<Warning>, };

/**
 * The scores of one section.
 */
export type SectionScores = { 
/**
 * The section's span, as in its heading.
 */
section: Span, 
/**
 * Its scores.
 */
scores: ScoreSet, };

/**
 * The years in which a phrase stands in a set of dated texts.
 */
export type SeenYears = { 
/**
 * The year of the first text that has it.
 */
first: number, 
/**
 * The year of the last text that has it.
 */
last: number, 
/**
 * How many texts have it, two at least.
 */
texts: number, };

/**
 * A sentence (句).
 */
export type Sentence = { 
/**
 * Where it stands, the closing mark included.
 */
span: Span, 
/**
 * The index of its block.
 */
block: number, 
/**
 * Its step; `null` for titles, salutations, bylines, headings that only name what stands below them, and sentences of under 6 characters.
 */
ladder: Ladder | null, 
/**
 * What speaks most for the step, the heaviest first: keys of `data/strings/`, or words of the sentence.
 */
because: Array<string>, };

/**
 * What became of a sentence.
 */
export type SentenceChange = "same" | "moved" | "changed" | "new" | "dropped";

/**
 * A sentence that one or both texts have.
 */
export type SentenceRow = { 
/**
 * What became of it.
 */
change: SentenceChange, 
/**
 * Whether it stands in another order, changed or not.
 */
moved: boolean, 
/**
 * How much of it is the same, in percent.
 */
alike: number, 
/**
 * Whether a word that binds became one that does not (必须 became 鼓励): below 0; the other way: above 0.
 */
firmness: number, 
/**
 * In the first text.
 */
first: Cited | null, 
/**
 * In the second text.
 */
second: Cited | null, };

/**
 * Page furniture that was taken out of the text.
 */
export type SetAside = { 
/**
 * What it is.
 */
kind: NoiseKind, 
/**
 * The words that were taken out.
 */
text: string, 
/**
 * Where they stand in the source, not in the document's text.
 */
source_span: Span, };

/**
 * How sure and how bad a finding is.
 */
export type Severity = "error" | "warning" | "info";

/**
 * The file or paste that was analysed.
 */
export type Source = { 
/**
 * The file's name, or a name given to a paste.
 */
name: string, 
/**
 * The media type that was recognised, for instance `text/plain`.
 */
media_type: string, 
/**
 * The encoding that the bytes were read in.
 */
encoding: Encoding, 
/**
 * The length of the decoded text in UTF-16 code units, without a byte order mark.
 */
length: number, 
/**
 * What a reader should know about how the text was read.
 */
warnings: Array<Warning>, 
/**
 * The places in the source that a reader put back: they are text, whatever they look like.
 */
kept?: Array<Span>, };

/**
 * A stretch of a document's text: UTF-8 bytes inside the core, UTF-16 code units in JSON.
 */
export type Span = { 
/**
 * The first unit that belongs to the stretch.
 */
start: number, 
/**
 * The first unit after the stretch.
 */
end: number, };

/**
 * Something that the text states of itself, with its place. The place is in the document's text;
 * absent where the statement was set aside with page furniture (a newspaper's date line).
 */
export type Stated = { 
/**
 * As the text has it.
 */
value: string, 
/**
 * Where it stands.
 */
span?: Span, };

/**
 * Plain counts of a document.
 */
export type Statistics = { 
/**
 * Characters (Unicode scalar values) that are not white space.
 */
characters: number, 
/**
 * Chinese characters.
 */
han_characters: number, 
/**
 * Words that the segmenter finds, marks aside.
 */
words: number, 
/**
 * Sentences, headings included.
 */
sentences: number, 
/**
 * Clauses.
 */
clauses: number, 
/**
 * Paragraphs.
 */
paragraphs: number, 
/**
 * Headings and inline items.
 */
headings: number, };

/**
 * Promised or done.
 */
export type Status = "target" | "actual" | "other";

/**
 * What to write in place of a stretch of text.
 */
export type Suggestion = { 
/**
 * What to replace.
 */
span: Span, 
/**
 * What to put there.
 */
replacement: string, };

/**
 * How a target of two texts differs.
 */
export type TargetChange = "same" | "raised" | "lowered" | "softened" | "hardened" | "moved" | "dropped" | "new";

/**
 * A target that one or both texts have.
 */
export type TargetRow = { 
/**
 * What is measured.
 */
indicator: string, 
/**
 * How it differs, in one or more ways.
 */
changes: Array<TargetChange>, 
/**
 * In the first text.
 */
first: Cited | null, 
/**
 * In the second.
 */
second: Cited | null, 
/**
 * Why the two belong together.
 */
grounds: Array<Ground>, 
/**
 * Whether nothing about the match is doubtful.
 */
sure: boolean, };

/**
 * A commitment to act (任务).
 */
export type Task = { 
/**
 * Where it stands.
 */
span: Span, 
/**
 * Whether something is to be done, or only to be reached.
 */
kind: TaskKind, 
/**
 * The action, from its verb on; of a goal all that it says.
 */
action: string, 
/**
 * Who is to do it, as the text names them: in the sentence, or in a note that covers it.
 */
owners: Array<Owner>, 
/**
 * The points by which it, or a part of it, is to be reached.
 */
deadlines: Array<Deadline>, 
/**
 * How often it is to be done (每季度, 每月10日前), as it stands.
 */
recurrence?: Array<Recurrence>, 
/**
 * The indices of the claims that measure it.
 */
claims: Array<number>, 
/**
 * The titles of the headings above it, outermost first.
 */
section: Array<string>, 
/**
 * What a supervisor would ask for.
 */
missing: Array<Missing>, };

/**
 * What a task asks for.
 */
export type TaskKind = "act" | "goal";

/**
 * A task that one or both texts have.
 */
export type TaskRow = { 
/**
 * What the lower text makes of it, in one or more ways.
 */
uptakes: Array<Uptake>, 
/**
 * The characters of the upper task that the lower one has letter for letter, in percent.
 */
copied: number, 
/**
 * In the upper text.
 */
first: Cited | null, 
/**
 * In the lower text.
 */
second: Cited | null, 
/**
 * Whether nothing about the match is doubtful.
 */
sure: boolean, };

/**
 * A term and every place where it stands.
 */
export type Term = { 
/**
 * What it is.
 */
kind: TermKind, 
/**
 * Its words.
 */
text: string, 
/**
 * Where it stands, in order.
 */
occurrences: Array<Span>, 
/**
 * How much it counts among terms of its kind: occurrences, or a keyword's weight.
 */
weight: number, 
/**
 * What it stands for: the members of a numeric slogan.
 */
gloss?: string, 
/**
 * The members of a numeric slogan that is known (四个意识: 政治意识, 大局意识, …), in order.
 */
members?: Array<string>, 
/**
 * The year in which a central document first had the slogan.
 */
since?: number, 
/**
 * Of a set phrase and a slogan: the years in which dated official texts have it, `data/phrase-years.tsv`.
 */
seen?: SeenYears, };

/**
 * The kinds of terms.
 */
export type TermKind = "set_phrase" | "slogan" | "stock_phrase" | "keyword";

/**
 * What became of one text in another.
 */
export type TextComparison = { 
/**
 * Which of the comparisons the two texts are for, as asked or as found.
 */
kind: ComparisonKind, 
/**
 * The earlier or upper text.
 */
first: Compared, 
/**
 * The later or lower text.
 */
second: Compared, 
/**
 * Whether what was given first stands second.
 */
swapped: boolean, 
/**
 * How it was found which is first.
 */
order: ComparisonOrder, 
/**
 * What can and what cannot be compared.
 */
notes: Array<ComparisonNote>, 
/**
 * The targets of the first text with what the second reports of them, in order.
 */
results: Array<ResultRow>, 
/**
 * The targets of both texts.
 */
targets: Array<TargetRow>, 
/**
 * The tasks of the first text with what the second makes of them, then those that only the second has.
 */
tasks: Array<TaskRow>, 
/**
 * Set phrases, slogans and stock phrases (提法) that one of the texts has.
 */
phrases: Array<PhraseRow>, 
/**
 * The sentences of the second text in order, each dropped one where it stood.
 */
sentences: Array<SentenceRow>, };

/**
 * What a lower text makes of a task.
 */
export type Uptake = "copied" | "reworded" | "figure" | "owner" | "deadline" | "weaker" | "absent" | "own";

/**
 * Something that went less well than it should, and what to do about it.
 */
export type Warning = { 
/**
 * What happened, for programs.
 */
code: WarningCode, 
/**
 * What happened and what to do, in Chinese.
 */
message: string, 
/**
 * The same in English.
 */
message_en: string, 
/**
 * The place in the source, where there is one.
 */
span?: Span, };

/**
 * The kinds of warnings.
 */
export type WarningCode = "empty" | "not-chinese" | "bad-bytes" | "cut-off" | "control-characters" | "markup" | "broken-column" | "duplicate" | "traditional" | "contents" | "nesting" | "titles-only" | "structure" | "too-many" | "reference-short" | "reference-traditional" | "reference-foreign" | "reference-kind";
