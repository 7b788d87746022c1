//! What does a name stand for? Lookups by name over one brief, built once.

use crate::words;
use std::collections::BTreeMap;
use std::rc::Rc;
use zopa_finding::{
    Answer, Brief, Claim, Clash, Hinge, HingeKind, Issue, Limit, Party, Question, Quote, Round, ShutOut, Source,
    Speaker,
};

/// Everything of a brief by its name, and one answer about it.
pub(crate) struct Index<'a> {
    /// The brief itself.
    pub brief: &'a Brief,
    /// The answer that is told: the brief's own, or the one at a setting of its switches.
    pub answer: &'a Answer,
    /// What shuts the offers and acceptances out, as far as the answers of a hinge are told from it.
    pub shut_out: &'a [ShutOut],
    names: Rc<Names<'a>>,
    clashes: BTreeMap<&'a str, &'a Clash>,
}

/// What does not change with an answer. Maps are for looking up and never walked: the lists of the brief are.
struct Names<'a> {
    titles: BTreeMap<&'a str, &'a str>,
    parties: BTreeMap<&'a str, &'a Party>,
    speakers: BTreeMap<&'a str, &'a Speaker>,
    sources: BTreeMap<&'a str, &'a Source>,
    rounds: BTreeMap<&'a str, &'a Round>,
    issues: BTreeMap<&'a str, &'a Issue>,
    claims: BTreeMap<&'a str, &'a Claim>,
    quotes: BTreeMap<u32, &'a Quote>,
    questions: BTreeMap<&'a str, &'a Question>,
    limits: BTreeMap<&'a str, &'a Limit>,
    /// Contested points in the order of their numbers on the page.
    points: Vec<&'a str>,
}

fn map<'a, T>(list: &'a [T], name: impl Fn(&'a T) -> &'a str) -> BTreeMap<&'a str, &'a T> {
    list.iter().map(|item| (name(item), item)).collect()
}

impl<'a> Index<'a> {
    /// Reads every list of the brief once.
    pub fn new(brief: &'a Brief) -> Self {
        let points = brief.answer.hinges.iter().filter(|h| h.kind == HingeKind::Question);
        let names = Names {
            titles: titles(brief),
            parties: map(&brief.parties, |p| &p.name),
            speakers: map(&brief.speakers, |s| &s.name),
            sources: map(&brief.sources, |s| &s.name),
            rounds: map(&brief.rounds, |r| &r.name),
            issues: map(&brief.issues, |i| &i.name),
            claims: map(&brief.claims, |c| &c.name),
            quotes: brief.quotes.iter().map(|q| (q.number, q)).collect(),
            questions: map(&brief.questions, |q| &q.name),
            limits: map(&brief.limits, |l| &l.name),
            points: points.map(|hinge| hinge.name.as_str()).collect(),
        };
        let clashes = map(&brief.answer.clashes, |c| &c.id);
        Index { brief, answer: &brief.answer, shut_out: &brief.answer.shut_out, names: Rc::new(names), clashes }
    }

    /// The same names, and another answer about them.
    pub fn with<'b>(&self, answer: &'b Answer) -> Index<'b>
    where
        'a: 'b,
    {
        let names: Rc<Names<'a>> = Rc::clone(&self.names);
        let names: Rc<Names<'b>> = names;
        let clashes = map(&answer.clashes, |c| &c.id);
        Index { brief: self.brief, answer, shut_out: &answer.shut_out, names, clashes }
    }

    /// The same answer, and what shuts offers out at another setting of the switches.
    pub fn with_shut_out<'b>(&self, shut_out: &'b [ShutOut]) -> Index<'b>
    where
        'a: 'b,
    {
        let (names, clashes): (Rc<Names<'a>>, BTreeMap<&'a str, &'a Clash>) =
            (Rc::clone(&self.names), self.clashes.clone());
        let (names, clashes): (Rc<Names<'b>>, BTreeMap<&'b str, &'b Clash>) = (names, clashes);
        Index { brief: self.brief, answer: self.answer, shut_out, names, clashes }
    }

    /// The title of whatever bears this name; the name itself where nothing has a title.
    pub fn title(&self, name: &'a str) -> &'a str {
        self.names.titles.get(name).copied().unwrap_or(name)
    }

    pub fn party(&self, name: &str) -> Option<&'a Party> {
        self.names.parties.get(name).copied()
    }

    pub fn speaker(&self, name: &str) -> Option<&'a Speaker> {
        self.names.speakers.get(name).copied()
    }

    pub fn source(&self, name: &str) -> Option<&'a Source> {
        self.names.sources.get(name).copied()
    }

    pub fn round(&self, name: &str) -> Option<&'a Round> {
        self.names.rounds.get(name).copied()
    }

    pub fn issue(&self, name: &str) -> Option<&'a Issue> {
        self.names.issues.get(name).copied()
    }

    pub fn claim(&self, name: &str) -> Option<&'a Claim> {
        self.names.claims.get(name).copied()
    }

    pub fn quote(&self, number: u32) -> Option<&'a Quote> {
        self.names.quotes.get(&number).copied()
    }

    pub fn question(&self, name: &str) -> Option<&'a Question> {
        self.names.questions.get(name).copied()
    }

    pub fn limit(&self, name: &str) -> Option<&'a Limit> {
        self.names.limits.get(name).copied()
    }

    pub fn clash(&self, id: &str) -> Option<&'a Clash> {
        self.clashes.get(id).copied()
    }

    /// The title of an option, its name where it has none.
    pub fn option(&self, issue: &'a str, option: &'a str) -> &'a str {
        self.issue(issue)
            .and_then(|i| i.options.iter().find(|o| o.name == option))
            .map(|o| o.title.as_str())
            .filter(|t| !t.is_empty())
            .unwrap_or(option)
    }

    /// The party a body belongs to; a party itself.
    pub fn column(&self, name: &'a str) -> &'a str {
        self.party(name).and_then(|p| p.of.as_deref()).unwrap_or(name)
    }

    /// Parties and bodies that hold a limit of some clash or would be enough, in file order: the columns of the grid.
    pub fn columns(&self) -> Vec<&'a Party> {
        let answer = &self.answer;
        let held = |name: &String| {
            self.between_limits().any(|c| c.holders.contains(name))
                || answer.enough.iter().any(|e| e.parties.contains(name))
        };
        self.brief.parties.iter().filter(|p| held(&p.name)).collect()
    }

    /// The number of a contested point on the page: its place among those that the brief's own answer turns on.
    pub fn point(&self, question: &str) -> Option<usize> {
        self.names.points.iter().position(|name| *name == question).map(|at| at + 1)
    }

    /// Clashes by their numbers: positions among the clashes of the table of switches, else of the answer.
    pub fn clash_numbers(&self, ids: &[String]) -> String {
        let known: Vec<&str> = match &self.brief.switches {
            Some(switches) => switches.clashes.iter().map(|column| column.id.as_str()).collect(),
            None => self.brief.answer.clashes.iter().map(|clash| clash.id.as_str()).collect(),
        };
        numbers(ids, |id| known.iter().position(|other| other == id))
    }

    /// Limits by their numbers: positions among those of the brief.
    pub fn limit_numbers(&self, names: &[String]) -> String {
        numbers(names, |name| self.brief.limits.iter().position(|limit| limit.name == *name))
    }

    /// Hinges of one kind, in their order.
    pub fn hinges(&self, kind: HingeKind) -> impl Iterator<Item = &'a Hinge> + use<'a> {
        self.answer.hinges.iter().filter(move |h| h.kind == kind)
    }
}

fn numbers(names: &[String], number: impl Fn(&String) -> Option<usize>) -> String {
    let numbers: Vec<String> = names.iter().filter_map(number).map(|at| at.to_string()).collect();
    numbers.join(" ")
}

/// The title of an outlet, as far as it is known: a case writes `?` where it is not.
pub fn given(outlet: &str) -> &str {
    if outlet == "?" { words::OUTLET_NOT_GIVEN } else { outlet }
}

/// One map for all that has a title. Options are not in it: they live in their issue.
fn titles(brief: &Brief) -> BTreeMap<&str, &str> {
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    pairs.extend(brief.parties.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.speakers.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.sources.iter().map(|x| (x.name.as_str(), given(&x.title))));
    pairs.extend(brief.tracks.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.rounds.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.issues.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.claims.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.questions.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.steps.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.commitments.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.origins.iter().map(|x| (x.name.as_str(), given(&x.title))));
    let mut all = BTreeMap::new();
    for (name, title) in pairs.into_iter().filter(|(_, title)| !title.is_empty()) {
        all.entry(name).or_insert(title);
    }
    all
}
