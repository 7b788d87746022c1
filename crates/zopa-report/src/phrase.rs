//! How is a thing of the brief named in a sentence? Clashes by their issues, readings by their answers, reports by
//! number.
//!
//! Data that goes into a sentence stands between two isolating marks (U+2068 and U+2069), so that a name written
//! from right to left leaves the order of the sentence alone. On the page they become `<bdi>`.

use crate::{index::Index, words};
use zopa_finding::{Clash, HingeKind, Level, Presence, Question, QuestionKind, Setting, Verdict};

/// Opens a piece of data inside a sentence.
pub(crate) const OPEN: char = '\u{2068}';
/// Closes it.
pub(crate) const CLOSE: char = '\u{2069}';

/// Data made ready for a sentence.
pub(crate) fn isolate(data: &str) -> String {
    let inner: String = data.chars().filter(|c| *c != OPEN && *c != CLOSE).collect();
    format!("{OPEN}{inner}{CLOSE}")
}

/// A sentence without the marks around its data, for a cell of its own.
pub(crate) fn bare(text: &str) -> String {
    text.chars().filter(|c| *c != OPEN && *c != CLOSE).collect()
}

/// The words that belong to a verdict.
pub(crate) fn outcome(verdict: &Verdict) -> words::Outcome {
    match verdict {
        Verdict::Fits => words::Outcome::Fits,
        Verdict::NothingFits => words::Outcome::Nothing,
        Verdict::Depends { .. } => words::Outcome::Depends,
        Verdict::RulesContradict { .. } => words::Outcome::Rules,
    }
}

impl<'a> Index<'a> {
    /// The title of a named thing, made ready for a sentence.
    pub fn name(&self, name: &'a str) -> String {
        isolate(self.title(name))
    }

    /// The titles of several named things.
    pub fn names(&self, names: &'a [String]) -> Vec<String> {
        names.iter().map(|n| self.name(n)).collect()
    }

    /// "A, B and C"; "A alone" where there is one.
    pub fn together(&self, parties: &'a [String]) -> String {
        match parties {
            [] => words::NO_CHANGE.to_owned(),
            [one] => words::alone(&self.name(one)),
            many => words::and(&self.names(many)),
        }
    }

    /// A source in a sentence: "report 4" where it has a document, else its title.
    pub fn report(&self, name: &'a str) -> String {
        match self.source(name).and_then(|s| s.number) {
            Some(number) => words::report(number),
            None => self.name(name),
        }
    }

    /// Several sources in a sentence: the numbered ones together, then the others.
    pub fn report_list(&self, names: &'a [String]) -> String {
        let number = |n: &'a String| self.source(n).and_then(|s| s.number);
        let numbers: Vec<u32> = names.iter().filter_map(number).collect();
        let mut parts: Vec<String> = (!numbers.is_empty()).then(|| words::report_list(&numbers)).into_iter().collect();
        parts.extend(names.iter().filter(|n| number(n).is_none()).map(|n| self.name(n)));
        words::and(&parts)
    }

    /// The issues of a clash or knot: "The Donbas, US guarantee".
    pub fn issue_titles(&self, issues: &'a [String]) -> String {
        issues.iter().map(|i| self.name(i)).collect::<Vec<_>>().join(", ")
    }

    /// A clash by its issues; where another has the same issues, by its holders too; where those are the same as
    /// well, by the limits it alone has.
    pub fn clash_title(&self, clash: &'a Clash) -> String {
        let issues = self.issue_titles(&clash.issues);
        if issues.is_empty() {
            return self.limit_titles(&clash.limits);
        }
        let twins: Vec<&Clash> =
            self.answer.clashes.iter().filter(|c| c.id != clash.id && c.issues == clash.issues).collect();
        if twins.is_empty() {
            return issues;
        }
        let held = words::and(&self.names(&clash.holders));
        if twins.iter().all(|t| t.holders != clash.holders) {
            return words::between(&issues, &held);
        }
        let same: Vec<&&Clash> = twins.iter().filter(|t| t.holders == clash.holders).collect();
        let own = clash.limits.iter().filter(|l| !same.iter().all(|t| t.limits.contains(l)));
        let titles: Vec<String> = own.filter_map(|l| self.limit(l)).map(|l| isolate(&l.title)).collect();
        let told_apart = if titles.is_empty() { self.limit_titles(&clash.limits) } else { words::list(&titles) };
        words::between(&issues, &told_apart)
    }

    /// The issues of a clash; its limits where it speaks of none.
    pub fn issues_or_limits(&self, clash: &'a Clash) -> String {
        if clash.issues.is_empty() { self.limit_titles(&clash.limits) } else { self.issue_titles(&clash.issues) }
    }

    /// A clash by its issues alone, where whoever reads sees its holders beside them.
    pub fn clash_short(&self, clash: &'a Clash) -> String {
        let same = |c: &Clash| c.id != clash.id && c.issues == clash.issues && c.holders == clash.holders;
        if clash.issues.is_empty() || self.answer.clashes.iter().any(same) {
            return self.clash_title(clash);
        }
        self.issue_titles(&clash.issues)
    }

    /// An origin by its title, or by its report where the outlet is not given, with the round in which it spoke where its name says so.
    pub fn origin_title(&self, name: &'a str) -> String {
        let outlet = self.source(name).filter(|source| source.title == "?");
        if let Some(number) = outlet.and_then(|source| source.number) {
            return words::outlet_of(number);
        }
        match name.split_once('@').and_then(|(_, round)| self.round(round)) {
            Some(round) => words::in_round(&self.name(name), &isolate(&round.title)),
            None => self.name(name),
        }
    }

    /// The titles of limits, in a row.
    pub fn limit_titles(&self, limits: &'a [String]) -> String {
        let titles: Vec<String> = limits
            .iter()
            .map(|name| self.limit(name).map_or_else(|| isolate(name), |limit| isolate(&limit.title)))
            .collect();
        words::list(&titles)
    }

    /// The title of a question; the wishes' has none of its own.
    pub fn question_title(&self, question: &'a Question) -> String {
        match question.kind {
            QuestionKind::Wishes => words::WISHES.to_owned(),
            _ if question.title.is_empty() => self.name(&question.name),
            _ => isolate(&question.title),
        }
    }

    /// What a hinge is called.
    pub fn hinge_title(&self, kind: HingeKind, name: &'a str) -> String {
        match kind {
            HingeKind::Question => self.question(name).map_or_else(|| isolate(name), |q| self.question_title(q)),
            HingeKind::Source => self.source_title(name),
            HingeKind::Origin => self.origin_title(name),
        }
    }

    /// A source as a heading: its number and its outlet.
    pub fn source_title(&self, name: &'a str) -> String {
        let title = self.title(name);
        match self.source(name).and_then(|s| s.number) {
            Some(number) if !title.starts_with(&words::capital(&words::report(number))) => {
                words::report_named(number, &isolate(title))
            }
            _ => isolate(title),
        }
    }

    /// The label of an answer of a hinge.
    pub fn answer_label(&self, kind: HingeKind, name: &'a str, answer: &'a str) -> String {
        let question = match kind {
            HingeKind::Question => self.question(name),
            HingeKind::Source | HingeKind::Origin => None,
        };
        match (question, answer) {
            (Some(question), _) => self.label_of(question, answer),
            (None, "counted") => words::ANSWER_COUNTED.to_owned(),
            (None, "set-aside") => words::ANSWER_SET_ASIDE.to_owned(),
            (None, other) => isolate(other),
        }
    }

    /// The label of an answer of a question: its title, or the fixed words of a denial and of the wishes.
    pub fn label_of(&self, question: &'a Question, answer: &'a str) -> String {
        match (question.kind, answer) {
            (QuestionKind::Denial, "as-reported") => words::ANSWER_AS_REPORTED.to_owned(),
            (QuestionKind::Denial, "as-denied") => words::ANSWER_AS_DENIED.to_owned(),
            (QuestionKind::Wishes, "not-counted") => words::ANSWER_NOT_COUNTED.to_owned(),
            (QuestionKind::Wishes, "counted") => words::ANSWER_COUNTED.to_owned(),
            _ => isolate(answer_title(Some(question), answer)),
        }
    }

    /// One setting inside a sentence: “X” as denied; wishes counted; “no land”.
    pub fn setting(&self, setting: &'a Setting) -> String {
        let Some(question) = self.question(&setting.question) else {
            return words::answer_of(&isolate(&setting.answer), &isolate(&setting.question));
        };
        let title = self.question_title(question);
        match (question.kind, setting.answer.as_str()) {
            (QuestionKind::Denial, "as-denied") => words::as_denied(&title),
            (QuestionKind::Denial, _) => words::as_reported(&title),
            (QuestionKind::Wishes, "counted") => words::WISHES_COUNTED.to_owned(),
            (QuestionKind::Wishes, _) => words::WISHES_NOT_COUNTED.to_owned(),
            (QuestionKind::Stated, answer) => self.stated(question, answer),
        }
    }

    /// An answer by its title alone, unless another question has an answer of that title.
    fn stated(&self, question: &'a Question, answer: &'a str) -> String {
        let title = answer_title(Some(question), answer);
        let others = self.brief.questions.iter().filter(|q| q.name != question.name);
        let shared = others.flat_map(|q| &q.answers).any(|a| a.title == title);
        let shown = isolate(title);
        if shared { words::answer_of(&shown, &self.question_title(question)) } else { words::quoted(&shown) }
    }

    /// In which readings, in words: "in every reading", "with A, and B or C".
    pub fn presence(&self, presence: &'a Presence) -> String {
        self.presence_by(presence, &|setting| self.setting(setting))
    }

    /// The same, with the settings named by `name`.
    pub fn presence_by(&self, presence: &'a Presence, name: &dyn Fn(&'a Setting) -> String) -> String {
        match presence {
            Presence::Every => words::EVERY.to_owned(),
            Presence::Never => words::NEVER.to_owned(),
            Presence::Some { when } => readings(&lists(when, ""), name),
        }
    }

    /// Does anything fit under an answer of this question, and in which readings? The question itself, which is
    /// answered, is left out of them.
    pub fn fits(&self, verdict: &'a Verdict, question: &str, name: &dyn Fn(&'a Setting) -> String) -> String {
        let said = words::fits(outcome(verdict));
        let Verdict::Depends { fits: Presence::Some { when } } = verdict else {
            return said.to_owned();
        };
        let lists = lists(when, question);
        if lists.iter().any(Vec::is_empty) {
            return said.to_owned();
        }
        words::fits_in(said, &readings(&lists, name))
    }

    /// A setting beside the numbered list of contested points: a denial goes by its number there.
    pub fn setting_numbered(&self, setting: &'a Setting) -> String {
        let denial = self.question(&setting.question).filter(|q| q.kind == QuestionKind::Denial);
        match (denial, self.point(&setting.question)) {
            (Some(question), Some(number)) => {
                words::point_set(number, &self.label_of(question, &setting.answer).to_lowercase())
            }
            _ => self.setting(setting),
        }
    }

    /// The limits that tell a clash apart from others over the same issues, those left out that its readings name.
    pub fn own_limits(&self, clash: &'a Clash) -> Vec<&'a String> {
        let same = |c: &&Clash| c.id != clash.id && c.issues == clash.issues && !c.issues.is_empty();
        let twins: Vec<&Clash> = self.between_limits().filter(same).collect();
        let named = |limit: &&'a String| match &clash.presence {
            Presence::Some { when } => when.iter().flatten().any(|setting| self.brings(setting, limit)),
            Presence::Every | Presence::Never => false,
        };
        let own = clash.limits.iter().filter(|limit| twins.iter().any(|twin| !twin.limits.contains(limit)));
        own.filter(|limit| !named(limit)).collect()
    }

    /// Does the answer of this setting alone bring that limit?
    fn brings(&self, setting: &Setting, limit: &str) -> bool {
        let question = self.question(&setting.question).filter(|q| q.kind != QuestionKind::Wishes);
        let answer = question.and_then(|q| q.answers.iter().find(|a| a.name == setting.answer));
        match (answer, self.limit(limit)) {
            (Some(answer), Some(limit)) => limit.claims.iter().all(|claim| answer.holds.contains(claim)),
            _ => false,
        }
    }

    /// Clashes over the same issues together, each group by its first and its size.
    pub fn clash_groups(&self, ids: &[String]) -> Vec<(&'a Clash, usize)> {
        let mut groups: Vec<(&Clash, usize)> = Vec::new();
        for clash in ids.iter().filter_map(|id| self.clash(id)) {
            match groups.iter_mut().find(|(first, _)| !clash.issues.is_empty() && first.issues == clash.issues) {
                Some((_, n)) => *n += 1,
                None => groups.push((clash, 1)),
            }
        }
        groups
    }
}

/// The settings of each list, those of one question left out.
fn lists<'a>(when: &'a [Vec<Setting>], question: &str) -> Vec<Vec<&'a Setting>> {
    when.iter().map(|list| list.iter().filter(|s| s.question != question).collect()).collect()
}

/// What settings have in common, then in what they differ.
fn readings<'a>(when: &[Vec<&'a Setting>], name: &dyn Fn(&'a Setting) -> String) -> String {
    let Some((first, rest)) = when.split_first() else {
        return words::SOME.to_owned();
    };
    let common: Vec<&'a Setting> = first.iter().copied().filter(|s| rest.iter().all(|list| list.contains(s))).collect();
    let left = |list: &Vec<&'a Setting>| -> Vec<String> {
        list.iter().filter(|s| !common.contains(s)).map(|s| name(s)).collect()
    };
    let either: Vec<Vec<String>> = when.iter().map(left).collect();
    // One list is all that the others narrow: then the common part alone describes every one of them.
    let either = if either.iter().any(Vec::is_empty) { Vec::new() } else { either };
    let common: Vec<String> = common.into_iter().map(name).collect();
    words::when(&common, &either)
}

fn answer_title<'q>(question: Option<&'q Question>, answer: &'q str) -> &'q str {
    question
        .and_then(|q| q.answers.iter().find(|a| a.name == answer))
        .map(|a| a.title.as_str())
        .filter(|t| !t.is_empty())
        .unwrap_or(answer)
}

/// Which answer it is that changes.
pub(crate) fn level(level: Level) -> &'static str {
    match level {
        Level::Fits => words::DECIDES_FITS,
        Level::Enough => words::DECIDES_ENOUGH,
        Level::Knots => words::DECIDES_KNOTS,
        Level::Clashes => words::DECIDES_CLASHES,
        Level::ShutOut => words::DECIDES_SHUT_OUT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn s(items: &[&str]) -> Vec<String> {
        items.iter().map(|i| (*i).to_owned()).collect()
    }

    #[test]
    fn readings_read_well() {
        let said = |common: &[&str], either: &[&[&str]]| {
            words::when(&s(common), &either.iter().map(|e| s(e)).collect::<Vec<_>>())
        };
        assert_eq!(said(&["A"], &[]), "with A");
        assert_eq!(said(&["A", "B"], &[]), "with A and B");
        assert_eq!(said(&[], &[&["A"], &["B"]]), "with A or B");
        assert_eq!(said(&["A"], &[&["B"], &["C"]]), "with A, and B or C");
        assert_eq!(said(&["A"], &[&["B", "D"], &["C"]]), "with A, and either B and D, or C");
        assert_eq!(said(&[], &[&["A", "B"], &["C"], &["D"]]), "with A and B, C, or D");
        assert_eq!(said(&[], &[]), "in some readings");
    }

    #[test]
    fn numbers_agree_with_their_nouns() {
        assert_eq!(words::clashes(0), "no clashes");
        assert_eq!(words::clashes(1), "one clash");
        assert_eq!(words::clashes(13), "13 clashes");
        assert_eq!(words::clashes_in_all(0, 0, 0), "No clash is reported: all stated limits can stand together.");
        assert_eq!(
            words::clashes_in_all(0, 1, 1),
            "One clash is there in some readings and not in others, and turns on one open point."
        );
        assert_eq!(words::clashes_in_all(1, 0, 0), "One clash is there in every reading.");
        assert_eq!(words::clashes_in_all(1, 1, 0), "One clash is there in every reading; one more is there in some.");
        assert_eq!(
            words::clashes_in_all(2, 6, 4),
            "Two clashes are there in every reading; six more are there in some, and turn on four open points."
        );
        assert_eq!(words::go_without(5, 8, "report 4"), "Without report 4, five of the eight clashes go.");
        assert_eq!(words::go_without(3, 3, "report 4"), "Without report 4, all three clashes go.");
        assert_eq!(words::report_list(&[2]), "report 2");
        assert_eq!(words::report_list(&[1, 2, 3]), "reports 1, 2 and 3");
        assert_eq!(
            words::quote_states(1, 0, 2),
            "One quote is verified byte for byte; two quotes are not found in their documents."
        );
        assert_eq!(words::ways(1, false), "at least one way");
        assert_eq!(words::fields_missing(1, 15), "One of 15 fields is not reported.");
    }

    #[test]
    fn a_name_keeps_no_mark_that_could_end_its_isolation() {
        assert_eq!(isolate("a\u{2069}b\u{2068}"), "\u{2068}ab\u{2069}");
    }
}
