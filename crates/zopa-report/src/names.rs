//! What stands behind a name, in a line of plain text? Limits with their reports and words, readings, packages.

use crate::index::Index;
use crate::marks::{Marks, marks};
use crate::phrase;
use crate::standing::Standing;
use crate::words::{self, screen};
use zopa_finding::{Brief, HingeKind, Knot, Limit, Presence, Question, QuestionKind, QuoteState, Setting, World};

/// Names of one brief in words. On the first screen, a contested point that stands there goes by its number.
pub(crate) struct Names<'a> {
    pub index: Index<'a>,
    shown: Vec<&'a str>,
}

impl<'a> Names<'a> {
    pub fn new(brief: &'a Brief) -> Self {
        Names { index: Index::new(brief), shown: Vec::new() }
    }

    /// The same, where the screen shows these contested points with numbers from 1; an empty name only takes a number.
    pub fn showing(brief: &'a Brief, shown: Vec<&'a str>) -> Self {
        Names { index: Index::new(brief), shown }
    }

    pub fn brief(&self) -> &'a Brief {
        self.index.brief
    }

    /// Points still open that change a limit, softening or rule.
    pub fn open_points(&self) -> usize {
        self.brief().questions.iter().filter(|question| question.switch && question.chosen.is_none()).count()
    }

    /// The verdict as a sentence, true whatever is open.
    pub fn headline(&self) -> String {
        let verdict = &self.brief().answer.verdict;
        format!("{}.", words::headline(phrase::outcome(verdict), self.open_points()))
    }

    /// What the user chose to read, as a sentence without its stop.
    pub fn reading(&self) -> String {
        format!("{} {}", words::READING, self.choices())
    }

    /// What the brief is made from.
    pub fn made_from(&self) -> String {
        let documents = self.brief().sources.iter().filter(|source| source.document.is_some());
        let dated = documents.clone().any(|s| s.published.as_deref().is_some_and(|date| !date.starts_with('?')));
        words::made_from(documents.count(), dated, self.brief().case.as_of.as_deref().filter(|day| *day != "?"))
    }

    /// The choices that it is read under.
    pub fn choices(&self) -> String {
        let chosen = &self.brief().chosen;
        let settings = chosen.assume.iter().map(|setting| self.index.setting(setting)).collect::<Vec<_>>();
        let without = chosen.without.iter().map(|name| self.index.report(name)).collect::<Vec<_>>();
        let said = words::chosen(&settings, &without, &chosen.with);
        match (said.is_empty(), self.open_points()) {
            (true, 0) => words::NONE_OPEN.to_owned(),
            (true, _) => words::ALL_OPEN.to_owned(),
            (false, open) => words::list(&[said, words::rest_open(open)]),
        }
    }

    /// In which readings.
    pub fn presence(&self, presence: &'a Presence) -> String {
        let said = self.presence_marked(presence);
        match presence {
            Presence::Some { when } if !when.is_empty() => screen::in_some(&said),
            _ => said,
        }
    }

    /// In which readings, beside a mark that says whether in every one; points on the screen by their numbers.
    pub fn presence_marked(&self, presence: &'a Presence) -> String {
        self.index.presence_by(presence, &|setting| self.setting(setting))
    }

    /// A setting, that of a point on the screen by its number.
    pub fn setting(&self, setting: &'a Setting) -> String {
        self.short(setting).unwrap_or_else(|| self.index.setting(setting))
    }

    fn short(&self, setting: &'a Setting) -> Option<String> {
        let at = self.shown.iter().position(|name| *name == setting.question)?;
        let question = self.index.question(&setting.question)?;
        let label = self.index.answer_label(HingeKind::Question, &setting.question, &setting.answer);
        let label = if question.kind == QuestionKind::Stated { words::quoted(&label) } else { label.to_lowercase() };
        Some(screen::numbered(at + 1, &label))
    }

    /// Why a question is nothing that an answer turns on.
    pub fn no_turn(&self, question: &'a Question) -> String {
        match &question.chosen {
            Some(answer) => screen::chosen(&self.index.answer_label(HingeKind::Question, &question.name, answer)),
            None if question.switch => words::SWITCH_NO_TURN.to_owned(),
            None => words::CHANGES_NO_ANSWER.to_owned(),
        }
    }

    /// A knot by its issues; where its limits speak of none, by its clashes.
    pub fn knot(&self, knot: &'a Knot) -> String {
        if !knot.issues.is_empty() {
            return self.index.issue_titles(&knot.issues);
        }
        let clashes = knot.clashes.iter().filter_map(|id| self.index.clash(id));
        words::list(&clashes.map(|clash| self.index.clash_title(clash)).collect::<Vec<_>>())
    }

    /// Several sets of parties: "A alone; or B and C".
    pub fn ways(&self, sets: &[&'a [String]]) -> String {
        screen::ways(&sets.iter().map(|set| self.index.together(set)).collect::<Vec<_>>())
    }

    /// A limit by its title, marked where it is a wish, denied, or one version among several.
    pub fn marked(&self, limit: &'a Limit) -> String {
        let mark = match (limit.wish, self.index.limit_standing(limit)) {
            (true, _) => words::WISH,
            (false, Standing::Denied) => words::DENIED,
            (false, Standing::Version) => words::ONE_VERSION,
            (false, Standing::Plain) => return limit.title.clone(),
        };
        screen::remark(&limit.title, mark)
    }

    /// "stated limit; tested; reports 1 and 3".
    pub fn standing(&self, limit: &'a Limit) -> String {
        let stands = match (self.index.limit_standing(limit), limit.wish) {
            (_, true) => screen::WISH_COUNTED,
            (Standing::Plain, false) => screen::STATED_LIMIT,
            (Standing::Denied, false) => words::DENIED,
            (Standing::Version, false) => words::ONE_VERSION,
        };
        let mut said = vec![stands.to_owned()];
        said.extend(self.index.beside_stated(limit).map(|firmness| words::firmness(firmness).to_owned()));
        said.extend(self.reports_of(limit));
        words::list(&said)
    }

    /// The reports that carry a limit, in the order of the sources.
    fn reports_of(&self, limit: &Limit) -> Option<String> {
        let claims = limit.claims.iter().filter_map(|name| self.index.claim(name)).collect::<Vec<_>>();
        let carried = |name: &String| claims.iter().any(|claim| claim.reports.contains(name));
        let numbers = self.brief().sources.iter().filter(|source| carried(&source.name)).filter_map(|s| s.number);
        let numbers = numbers.collect::<Vec<_>>();
        (!numbers.is_empty()).then(|| words::report_list(&numbers))
    }

    /// The first words that a limit rests on, with their report.
    pub fn first_quote(&self, limit: &Limit) -> String {
        let claims = limit.claims.iter().filter_map(|name| self.index.claim(name));
        let numbers = claims.flat_map(|claim| &claim.sayings).flat_map(|saying| &saying.quotes);
        let Some(quote) = numbers.filter_map(|number| self.index.quote(*number)).next() else {
            return words::NO_QUOTE.to_owned();
        };
        let mut behind = vec![self.index.report(&quote.source)];
        if let QuoteState::Orphaned { .. } = quote.state {
            behind.push(words::ORPHANED.to_owned());
        }
        screen::remark(&quoted(&quote.words), &words::list(&behind))
    }

    /// A package on these issues and the steps of its world; on all issues where none is named.
    pub fn world(&self, world: &'a World, issues: &[String]) -> String {
        let told = |issue: &'a str, option: &'a str| {
            screen::labelled(self.index.title(issue), self.index.option(issue, option))
        };
        let package = world.package.iter().filter(|(issue, _)| issues.is_empty() || issues.contains(issue));
        let mut parts = package.map(|(issue, option)| told(issue, option)).collect::<Vec<_>>();
        if !world.steps.is_empty() {
            parts.push(screen::steps(&self.index.names(&world.steps)));
        }
        words::list(&parts)
    }
}

/// Words of a document, never changed, in quotation marks that their own do not double: none around words that have
/// them at both ends, single ones around words that have them inside.
pub(crate) fn quoted(said: &str) -> String {
    match marks(said) {
        Marks::None => words::quoted(said),
        Marks::Around => said.to_owned(),
        Marks::Inside => screen::quoted_single(said),
    }
}
