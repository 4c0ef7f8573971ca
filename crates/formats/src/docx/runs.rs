//! The characters of a paragraph: inserted text is in, deleted text out; of a field only its result.

use std::ops::Range;

use super::styles::is_on;
use super::symbols::symbol;
use super::trace::{NoteMark, Trace};
use crate::model::{Hint, HintKind, Span};
use crate::writing::push_visible;
use crate::xml::{Element, Node};

/// The characters of one paragraph, with hints of them.
#[derive(Default)]
pub(super) struct Line<'e> {
    /// The text; a soft break is a line feed.
    pub(super) text: String,
    /// Hints of bytes of the text.
    pub(super) hints: Vec<Hint>,
    /// Boxes that hang on the paragraph.
    pub(super) boxes: Vec<Boxed<'e>>,
}

/// The content of a box, and the run that it hangs on.
pub(super) struct Boxed<'e> {
    pub(super) content: &'e Element,
    pub(super) run: Option<Range<usize>>,
}

impl Line<'_> {
    fn point(&mut self, kind: HintKind) {
        let end = self.text.len();
        self.hints.push(Hint {
            span: Span { start: end, end },
            kind,
        });
    }

    /// Takes the spaces at the beginning away.
    pub(super) fn trim_start(&mut self) {
        let cut = self.text.len() - self.text.trim_start().len();
        self.text.drain(..cut);
        for hint in &mut self.hints {
            hint.span.start = hint.span.start.saturating_sub(cut);
            hint.span.end = hint.span.end.saturating_sub(cut);
        }
    }

    /// Puts `text` before all.
    pub(super) fn prepend(&mut self, text: &str) {
        self.text.insert_str(0, text);
        for hint in &mut self.hints {
            hint.span.start += text.len();
            hint.span.end += text.len();
        }
    }
}

/// What is known over paragraphs, and what is counted.
#[derive(Default)]
pub(super) struct Runs {
    /// For each open field, whether its result is being read.
    fields: Vec<bool>,
    /// Notes that the text refers to, in their order.
    pub(super) notes: Vec<NoteMark>,
    /// Where characters stand, by the numbers of [`HintKind::Run`]; none where nobody asks.
    pub(super) traces: Option<Vec<Trace>>,
    /// The run that a box or a note hangs on, while it is read.
    pub(super) anchor: Option<Range<usize>>,
    /// The run that is being read, and how many lie in each other.
    run: Option<Range<usize>>,
    depth: usize,
    pub(super) deleted: usize,
    pub(super) inserted: usize,
    pub(super) hidden: usize,
    pub(super) comments: usize,
    /// Page breaks so far.
    pub(super) pages: u32,
}

impl Runs {
    /// Nothing read yet of what hangs on `anchor`, or of the text itself.
    pub(super) fn new(traces: Option<Vec<Trace>>, anchor: Option<Range<usize>>) -> Self {
        Self {
            traces,
            anchor,
            ..Self::default()
        }
    }

    /// Adds the characters of an element's children to a line.
    pub(super) fn gather<'e>(&mut self, element: &'e Element, line: &mut Line<'e>) {
        for child in element.elements() {
            match &*child.name {
                "r" => self.run(child, line),
                "del" | "moveFrom" => self.deleted += usize::from(has_text(child)),
                "ins" | "moveTo" => {
                    self.inserted += usize::from(has_text(child));
                    self.gather(child, line);
                }
                "pPr" | "sdtPr" | "sdtEndPr" | "rt" | "rubyPr" => {}
                "AlternateContent" => self.alternate(child, line),
                "oMath" | "oMathPara" => {
                    if !self.in_instruction() {
                        push_visible(&mut line.text, &child.text());
                    }
                }
                "commentReference" => self.comments += 1,
                _ => self.gather(child, line),
            }
        }
    }

    fn in_instruction(&self) -> bool {
        self.fields.contains(&false)
    }

    fn run<'e>(&mut self, run: &'e Element, line: &mut Line<'e>) {
        let vanish = run.at(&["rPr", "vanish"]);
        if vanish.is_some_and(|vanish| is_on(vanish.attribute("val"), true)) {
            self.hidden += usize::from(has_text(run));
            // Marks of fields may be hidden and count all the same.
            run.named("fldChar").for_each(|field| self.field(field));
            return;
        }
        if self.depth == 0 {
            self.run = Some(run.place());
        }
        self.depth += 1;
        for child in run.elements() {
            self.part(child, line);
        }
        self.depth -= 1;
        if self.depth == 0 {
            self.run = None;
        }
    }

    /// The run that a mark of what is being read would stand at.
    fn standing(&self) -> Option<Range<usize>> {
        self.anchor.clone().or_else(|| self.run.clone())
    }

    /// Says where the characters from `start` on stand, those of `element`.
    fn trace(&mut self, element: &Element, line: &mut Line<'_>, start: usize) {
        let (end, run) = (line.text.len(), self.standing());
        let (Some(traces), Some(run)) = (&mut self.traces, run) else {
            return;
        };
        let is_own = self.anchor.is_none() && self.depth == 1;
        let number = u32::try_from(traces.len()).unwrap_or(u32::MAX);
        traces.push(Trace {
            run,
            text: is_own.then(|| element.place()),
        });
        line.hints.push(Hint {
            span: Span { start, end },
            kind: HintKind::Run(number),
        });
    }

    fn part<'e>(&mut self, part: &'e Element, line: &mut Line<'e>) {
        match &*part.name {
            "fldChar" => self.field(part),
            "footnoteReference" | "endnoteReference" => {
                let id = part.attribute("id").unwrap_or_default();
                self.notes.push(NoteMark {
                    is_end: &*part.name == "endnoteReference",
                    id: id.to_owned(),
                    run: self.standing(),
                });
                let number = u32::try_from(self.notes.len()).unwrap_or(u32::MAX);
                line.point(HintKind::NoteMark(number));
            }
            "commentReference" => self.comments += 1,
            "lastRenderedPageBreak" => {
                self.pages += 1;
                line.point(HintKind::PageBreak);
            }
            "AlternateContent" => self.alternate(part, line),
            "drawing" | "pict" | "object" => boxes(part, self.standing().as_ref(), line),
            "ruby" => {
                if let Some(base) = part.child("rubyBase") {
                    self.gather(base, line);
                }
            }
            _ if self.in_instruction() => {}
            "t" => {
                let start = line.text.len();
                text(part, line);
                if line.text.len() > start {
                    self.trace(part, line, start);
                }
            }
            "tab" | "ptab" => line.text.push('\t'),
            "cr" => line.text.push('\n'),
            "br" => match part.attribute("type") {
                Some("page" | "column") => line.point(HintKind::PageBreak),
                _ => line.text.push('\n'),
            },
            "noBreakHyphen" => line.text.push('-'),
            "sym" => {
                let font = part.attribute("font").unwrap_or_default();
                let code = part.attribute("char").unwrap_or_default();
                line.text.push(symbol(font, code));
            }
            _ => {}
        }
    }

    /// A field is its instruction, a mark, its result.
    fn field(&mut self, mark: &Element) {
        match mark.attribute("fldCharType") {
            Some("begin") => self.fields.push(false),
            Some("separate") => {
                if let Some(last) = self.fields.last_mut() {
                    *last = true;
                }
            }
            Some("end") => drop(self.fields.pop()),
            _ => {}
        }
    }

    /// The same content twice, for new readers and for old: the first is enough.
    fn alternate<'e>(&mut self, content: &'e Element, line: &mut Line<'e>) {
        let choice = content
            .child("Choice")
            .or_else(|| content.child("Fallback"));
        if let Some(choice) = choice {
            for child in choice.elements() {
                match &*child.name {
                    "r" => self.run(child, line),
                    _ => self.part(child, line),
                }
            }
        }
    }
}

fn text(part: &Element, line: &mut Line<'_>) {
    for node in &part.children {
        if let Node::Text(text) = node {
            push_visible(&mut line.text, text);
        }
    }
}

/// Finds text boxes in a drawing, new ones and old; a box inside of one is found when that is read.
fn boxes<'e>(drawing: &'e Element, run: Option<&Range<usize>>, line: &mut Line<'e>) {
    drawing.walk(&mut |element| {
        if &*element.name == "AlternateContent" {
            let choice = element
                .child("Choice")
                .or_else(|| element.child("Fallback"));
            choice
                .into_iter()
                .for_each(|choice| boxes(choice, run, line));
            return false;
        }
        let is_box = &*element.name == "txbxContent";
        if is_box {
            line.boxes.push(Boxed {
                content: element,
                run: run.cloned(),
            });
        }
        !is_box
    });
}

fn has_text(element: &Element) -> bool {
    let mut found = false;
    element.walk(&mut |below| {
        found |= matches!(&*below.name, "t" | "delText") && !below.children.is_empty();
        !found
    });
    found
}
