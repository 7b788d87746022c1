//! What does a name stand for? Lookups by name over one brief, built once.

use std::collections::BTreeMap;
use zopa_finding::{
    Brief, Claim, Clash, Hinge, HingeKind, Issue, Limit, Party, Question, Quote, Round, Source, Speaker,
};

/// Everything of a brief by its name. Maps are for looking up and never walked: the lists of the brief are.
pub(crate) struct Index<'a> {
    /// The brief itself.
    pub brief: &'a Brief,
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
    clashes: BTreeMap<&'a str, &'a Clash>,
}

fn map<'a, T>(list: &'a [T], name: impl Fn(&'a T) -> &'a str) -> BTreeMap<&'a str, &'a T> {
    list.iter().map(|item| (name(item), item)).collect()
}

impl<'a> Index<'a> {
    /// Reads every list of the brief once.
    pub fn new(brief: &'a Brief) -> Self {
        Index {
            brief,
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
            clashes: map(&brief.answer.clashes, |c| &c.id),
        }
    }

    /// The title of whatever bears this name; the name itself where nothing has a title.
    pub fn title(&self, name: &'a str) -> &'a str {
        self.titles.get(name).copied().unwrap_or(name)
    }

    pub fn party(&self, name: &str) -> Option<&'a Party> {
        self.parties.get(name).copied()
    }

    pub fn speaker(&self, name: &str) -> Option<&'a Speaker> {
        self.speakers.get(name).copied()
    }

    pub fn source(&self, name: &str) -> Option<&'a Source> {
        self.sources.get(name).copied()
    }

    pub fn round(&self, name: &str) -> Option<&'a Round> {
        self.rounds.get(name).copied()
    }

    pub fn issue(&self, name: &str) -> Option<&'a Issue> {
        self.issues.get(name).copied()
    }

    pub fn claim(&self, name: &str) -> Option<&'a Claim> {
        self.claims.get(name).copied()
    }

    pub fn quote(&self, number: u32) -> Option<&'a Quote> {
        self.quotes.get(&number).copied()
    }

    pub fn question(&self, name: &str) -> Option<&'a Question> {
        self.questions.get(name).copied()
    }

    pub fn limit(&self, name: &str) -> Option<&'a Limit> {
        self.limits.get(name).copied()
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
        let answer = &self.brief.answer;
        let held = |name: &String| {
            self.between_limits().any(|c| c.holders.contains(name))
                || answer.enough.iter().any(|e| e.parties.contains(name))
        };
        self.brief.parties.iter().filter(|p| held(&p.name)).collect()
    }

    /// The number of a contested point on the page: its place among those that an answer turns on.
    pub fn point(&self, question: &str) -> Option<usize> {
        self.hinges(HingeKind::Question).position(|h| h.name == question).map(|at| at + 1)
    }

    /// Hinges of one kind, in their order.
    pub fn hinges(&self, kind: HingeKind) -> impl Iterator<Item = &'a Hinge> + use<'a> {
        self.brief.answer.hinges.iter().filter(move |h| h.kind == kind)
    }
}

/// One map for all that has a title. Options are not in it: they live in their issue.
fn titles(brief: &Brief) -> BTreeMap<&str, &str> {
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    pairs.extend(brief.parties.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.speakers.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.sources.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.tracks.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.rounds.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.issues.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.claims.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.questions.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.steps.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.commitments.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    pairs.extend(brief.origins.iter().map(|x| (x.name.as_str(), x.title.as_str())));
    let mut all = BTreeMap::new();
    for (name, title) in pairs.into_iter().filter(|(_, title)| !title.is_empty()) {
        all.entry(name).or_insert(title);
    }
    all
}
