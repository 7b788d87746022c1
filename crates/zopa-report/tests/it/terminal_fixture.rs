//! A brief written by hand about an invented dispute: two banks of a reservoir, a council, a league. The two banks'
//! names come in from the test, so that it can exchange them.

use crate::sheet_fixture;
use zopa_finding::*;

/// The two parties that a test can exchange, by name and title; the council belongs to the first.
#[derive(Clone, Copy)]
pub struct Banks {
    pub first: (&'static str, &'static str),
    pub second: (&'static str, &'static str),
}

pub const AS_TOLD: Banks = Banks { first: ("ard", "Ardland"), second: ("ber", "Bermark") };
pub const EXCHANGED: Banks = Banks { first: ("ber", "Bermark"), second: ("ard", "Ardland") };

impl Banks {
    /// `@a` and `@b` stand for the names, `@A` and `@B` for the titles.
    pub fn s(self, text: &str) -> String {
        let text = text.replace("@a", self.first.0).replace("@b", self.second.0);
        text.replace("@A", self.first.1).replace("@B", self.second.1)
    }

    pub fn v(self, text: &str) -> Vec<String> {
        text.split_whitespace().map(|name| self.s(name)).collect()
    }
}

pub fn brief(p: Banks) -> Brief {
    Brief {
        format: FORMAT.into(),
        case: CaseHead { name: "reservoir".into(), title: "Reservoir talks".into(), as_of: Some("2031-05".into()) },
        chosen: Chosen::default(),
        private: zopa_finding::PrivateState::Unsaid,
        unconfirmed: false,
        found_copies: zopa_finding::FoundCopies::default(),
        found_origins: zopa_finding::FoundOrigins::default(),
        orphaned: Vec::new(),
        parties: vec![
            party(p, "@a", "@A", None),
            party(p, "@a-council", "@A council", Some("@a")),
            party(p, "@b", "@B", None),
            party(p, "league", "Basin League", None),
        ],
        speakers: Vec::new(),
        sources: vec![
            source("post", "The Basin Post", 1, true),
            source("mail", "The Valley Mail", 2, true),
            source("radio", "Radio Weir", 3, false),
        ],
        tracks: Vec::new(),
        rounds: Vec::new(),
        issues: vec![
            issue("level", "Water level", &[("low", "kept low"), ("high", "raised by four metres")]),
            issue("toll", "Lock toll", &[("none", "no toll"), ("shared", "a shared toll")]),
            issue("fishing", "Fishing rights", &[("open", "open to both banks"), ("closed", "closed in spring")]),
        ],
        claims: claims(p),
        quotes: quotes(),
        questions: questions(p),
        limits: limits(p),
        rules: Vec::new(),
        answer: answer(p),
        positions: Vec::new(),
        timeline: Vec::new(),
        steps: vec![step(p, "vote", "Vote of the @A council")],
        commitments: Vec::new(),
        notes: Vec::new(),
        binding: None,
        holds: None,
        ask: asks(p),
        sheet: Some(sheet_fixture::sheet(p)),
        heard: Vec::new(),
        origins: vec![origin("engineer", "Engineer, unnamed"), origin("post", "The Basin Post")],
        way: None,
        drift: Vec::new(),
        assumptions: Vec::new(),
        since: None,
        switches: None,
    }
}

fn party(p: Banks, name: &str, title: &str, of: Option<&str>) -> Party {
    Party { name: p.s(name), title: p.s(title), of: of.map(|of| p.s(of)) }
}

fn source(name: &str, title: &str, number: u32, in_hand: bool) -> Source {
    let path = format!("documents/{number}.txt");
    Source {
        name: name.into(),
        title: title.into(),
        number: Some(number),
        unseen: false,
        copies: None,
        rests_on: Vec::new(),
        published: None,
        document: Some(Document { path, sha256: None, in_hand }),
        omits: Vec::new(),
    }
}

fn issue(name: &str, title: &str, options: &[(&str, &str)]) -> Issue {
    let options = options.iter().map(|(name, title)| IssueOption { name: (*name).into(), title: (*title).into() });
    Issue { name: name.into(), title: title.into(), options: options.collect() }
}

fn origin(name: &str, title: &str) -> Origin {
    Origin {
        name: name.into(),
        title: title.into(),
        anonymous: false,
        own_voice: false,
        of: Vec::new(),
        told: None,
        tellings: Vec::new(),
        claims: Vec::new(),
    }
}

fn step(p: Banks, name: &str, title: &str) -> StepEntry {
    let by = p.v("@a-council");
    StepEntry {
        name: name.into(),
        title: p.s(title),
        by,
        gate: true,
        about: Vec::new(),
        taken: StepTaken::Optional,
        irreversible: false,
        waits: Vec::new(),
        quotes: Vec::new(),
    }
}

fn claim(p: Banks, name: &str, title: &str, party: &str, reports: &str, quotes: &[u32]) -> Claim {
    let saying = Saying {
        by: Vec::new(),
        relaying: None,
        to: Vec::new(),
        round: None,
        origins: Vec::new(),
        quotes: quotes.to_vec(),
    };
    Claim {
        name: p.s(name),
        title: p.s(title),
        suppose: false,
        unconfirmed: false,
        statements: Vec::new(),
        parties: p.v(party),
        about: Vec::new(),
        round: None,
        sayings: vec![saying],
        questions: Vec::new(),
        denied_by: Vec::new(),
        limits: Vec::new(),
        reports: p.v(reports),
        origins: 1,
        coded_by: None,
        checked_by: None,
    }
}

fn claims(p: Banks) -> Vec<Claim> {
    vec![
        claim(p, "keep-low", "@A keeps the water low", "@a", "post mail", &[1, 2]),
        claim(p, "vote-first", "The @A council votes before the level is raised", "@a-council", "mail", &[3]),
        claim(p, "raise", "@B raises the level by four metres", "@b", "post", &[4]),
        claim(p, "toll-link", "@B shares a toll only if the level is raised", "@b", "mail", &[5]),
        claim(p, "shared-toll", "The league requires a shared toll", "league", "radio", &[6]),
        claim(p, "spring", "@A closes fishing in spring", "@a", "post", &[7]),
        claim(p, "no-closing", "@B rejects any closed season", "@b", "radio", &[]),
        claim(p, "both", "The league requires fishing open and closed at once", "league", "mail", &[8]),
        claim(p, "hotel", "A hotel on the dam is talked about", "@b", "mail", &[]),
    ]
}

fn quotes() -> Vec<Quote> {
    let states =
        [QuoteState::Verified, QuoteState::Verified, QuoteState::Verified, QuoteState::Verified, QuoteState::Verified];
    let words = [
        "the water stays where it is",
        "not one metre higher",
        "the council will vote first",
        "four metres, and not less",
        "no toll without the higher level",
    ];
    let first = states.into_iter().zip(words).zip([1, 2, 2, 1, 2]);
    let mut quotes = first.map(|((state, words), source)| quote(source, words, state)).collect::<Vec<_>>();
    quotes.push(quote(3, "a toll that is shared", QuoteState::NotInHand));
    quotes.push(quote(
        1,
        "closed from March to May",
        QuoteState::Orphaned { nearest: Some("closed from March until May".into()) },
    ));
    quotes.push(quote(2, "open and closed", QuoteState::Orphaned { nearest: None }));
    (1..).zip(&mut quotes).for_each(|(number, quote)| quote.number = number);
    quotes
}

fn quote(source: u32, words: &str, state: QuoteState) -> Quote {
    let source = ["post", "mail", "radio"][source as usize - 1].into();
    Quote { number: 0, source, words: words.into(), at: None, state }
}

fn question(p: Banks, name: &str, title: &str, kind: QuestionKind, answers: &[(&str, &str)], switch: bool) -> Question {
    let answers = answers.iter().map(|(name, title)| QuestionAnswer {
        name: (*name).into(),
        title: p.s(title),
        holds: Vec::new(),
    });
    Question { name: name.into(), title: p.s(title), kind, answers: answers.collect(), switch, chosen: None }
}

fn questions(p: Banks) -> Vec<Question> {
    vec![
        question(
            p,
            "toll-link",
            "@B shares a toll only if the level is raised",
            QuestionKind::Denial,
            &[("as-reported", ""), ("as-denied", "")],
            true,
        ),
        question(
            p,
            "line",
            "Which line of @A on the level?",
            QuestionKind::Stated,
            &[("never", "never higher"), ("vote", "not without a vote")],
            true,
        ),
        question(p, "wishes", "", QuestionKind::Wishes, &[("not-counted", ""), ("counted", "")], true),
        question(
            p,
            "hotel",
            "Who builds the hotel?",
            QuestionKind::Stated,
            &[("first", "@A"), ("second", "@B")],
            false,
        ),
    ]
}

fn limit(p: Banks, name: &str, holder: &str, title: &str, issues: &str, wish: bool, firmness: Firmness) -> Limit {
    let name = p.s(name);
    let claims = vec![name.clone()];
    Limit {
        name,
        holder: p.s(holder),
        title: p.s(title),
        condition: String::new(),
        issues: p.v(issues),
        claims,
        wish,
        firmness: vec![firmness],
        inactive: false,
    }
}

fn limits(p: Banks) -> Vec<Limit> {
    use Firmness::*;
    let tested = Tested { claims: p.v("hotel") };
    let softer = ReportedSofter { claims: p.v("vote-first") };
    vec![
        limit(p, "keep-low", "@a", "@A keeps the water low", "level", false, softer),
        limit(p, "vote-first", "@a-council", "The @A council votes before the level is raised", "level", false, Stated),
        limit(p, "raise", "@b", "@B raises the level by four metres", "level", false, tested),
        limit(p, "toll-link", "@b", "@B shares a toll only if the level is raised", "level toll", false, Stated),
        limit(p, "shared-toll", "league", "The league requires a shared toll", "toll", true, Stated),
        limit(p, "spring", "@a", "@A closes fishing in spring", "fishing", false, Stated),
        limit(p, "no-closing", "@b", "@B rejects any closed season", "fishing", false, Stated),
        limit(p, "both", "league", "The league requires fishing open and closed at once", "fishing", false, Stated),
    ]
}

pub fn set(question: &str, answer: &str) -> Setting {
    Setting { question: question.into(), answer: answer.into() }
}

fn clash(p: Banks, id: &str, limits: &str, holders: &str, issues: &str, presence: Presence, rests_on: &str) -> Clash {
    let limits = p.v(limits);
    let basis = Basis(limits.clone());
    Clash {
        id: id.into(),
        limits,
        holders: p.v(holders),
        issues: p.v(issues),
        presence,
        rests_on: p.v(rests_on),
        basis,
    }
}

fn opening(p: Banks, limits: &str, holders: &str, package: &[(&str, &str)], steps: &str) -> Opening {
    let package = package.iter().map(|(issue, option)| ((*issue).into(), (*option).into())).collect::<Vec<_>>();
    let world = (!package.is_empty()).then(|| World { package, steps: p.v(steps) });
    Opening { limits: p.v(limits), holders: p.v(holders), world, basis: Basis(p.v(limits)) }
}

fn enough(p: Banks, parties: &str, presence: Presence) -> Enough {
    Enough { parties: p.v(parties), presence }
}

fn knots(p: Banks) -> Vec<Knot> {
    let denied = Presence::Some { when: vec![vec![set("toll-link", "as-denied")]] };
    let joined = Presence::Some { when: vec![vec![set("toll-link", "as-reported"), set("wishes", "counted")]] };
    let water = Knot {
        id: "level-toll".into(),
        clashes: p.v("level-low level-toll"),
        issues: p.v("level toll"),
        holders: p.v("@a @b league"),
        joined,
        openings: vec![
            opening(p, "keep-low", "@a", &[("level", "high"), ("toll", "shared"), ("fishing", "open")], "vote"),
            opening(p, "raise toll-link", "@b", &[("level", "low"), ("toll", "none"), ("fishing", "open")], ""),
            opening(p, "raise shared-toll", "@b league", &[], ""),
        ],
        complete: Completeness::Complete,
        enough: vec![enough(p, "@a", Presence::Every), enough(p, "@b", Presence::Every)],
    };
    let fishing = Knot {
        id: "fishing".into(),
        clashes: p.v("fishing both"),
        issues: p.v("fishing"),
        holders: p.v("@a @b"),
        joined: Presence::Every,
        openings: vec![
            opening(p, "spring", "@a", &[("level", "low"), ("toll", "none"), ("fishing", "open")], ""),
            opening(p, "no-closing", "@b", &[("level", "low"), ("toll", "none"), ("fishing", "closed")], ""),
        ],
        complete: Completeness::AtLeast,
        enough: vec![enough(p, "@a", Presence::Every), enough(p, "@b", denied)],
    };
    vec![water, fishing]
}

fn answer(p: Banks) -> Answer {
    let never = Presence::Some { when: vec![vec![set("line", "never")], vec![set("wishes", "counted")]] };
    let linked = Presence::Some { when: vec![vec![set("toll-link", "as-reported"), set("wishes", "counted")]] };
    Answer {
        readings: 8,
        verdict: Verdict::NothingFits,
        witness: None,
        impossible: p.v("both"),
        clashes: vec![
            clash(p, "both", "both", "league", "fishing", Presence::Every, "mail"),
            clash(p, "level-low", "keep-low raise", "@a @b", "level", never.clone(), ""),
            clash(
                p,
                "level-toll",
                "keep-low toll-link shared-toll",
                "@a @b league",
                "level toll",
                linked,
                "mail radio",
            ),
            clash(p, "fishing", "spring no-closing", "@a @b", "fishing", Presence::Every, "post"),
        ],
        complete: Completeness::Complete,
        knots: knots(p),
        enough: vec![enough(p, "@a league", Presence::Every), enough(p, "@b league", never.clone())],
        shut_out: vec![
            ShutOut {
                claim: "toll-link".into(),
                holders: p.v("@b"),
                offer: true,
                asked: p.s("@b offers toll = shared if level = high"),
                basis: Basis(p.v("toll-link")),
                held: Presence::Some { when: vec![vec![set("toll-link", "as-reported")]] },
                sets: vec![ShutOutSet {
                    limits: p.v("keep-low"),
                    holders: p.v("@a"),
                    presence: never,
                    basis: Basis(p.v("keep-low")),
                }],
                complete: Completeness::Complete,
            },
            ShutOut {
                claim: "hotel".into(),
                holders: p.v("@a @b"),
                offer: false,
                asked: p.s("@a accepts hotel = built"),
                basis: Basis(p.v("hotel spring")),
                held: Presence::Every,
                sets: Vec::new(),
                complete: Completeness::Complete,
            },
        ],
        hinges: hinges(p),
    }
}

fn effect(p: Banks, answer: &str, clashes: [&str; 3], ways: &[&str], knots: &[&str], shut_out: &str) -> Effect {
    let [every, some, gone] = clashes.map(|ids| p.v(ids));
    let enough = ways.iter().map(|way| p.v(way)).collect();
    let knots = knots.iter().map(|knot| p.v(knot)).collect();
    Effect {
        answer: answer.into(),
        verdict: Verdict::NothingFits,
        every,
        some,
        gone,
        new: Vec::new(),
        enough,
        knots,
        shut_out: p.v(shut_out),
    }
}

fn hinges(p: Banks) -> Vec<Hinge> {
    let hinge = |kind, name: &str, changes: &[Level], effects| Hinge {
        kind,
        name: name.into(),
        first: changes[0],
        changes: changes.to_vec(),
        effects,
        basis: Basis::default(),
    };
    vec![
        hinge(
            HingeKind::Question,
            "line",
            &[Level::Enough, Level::Clashes],
            vec![
                effect(
                    p,
                    "never",
                    ["level-low fishing", "level-toll", ""],
                    &["@a league", "@b league"],
                    &["level toll", "fishing"],
                    "toll-link",
                ),
                effect(
                    p,
                    "vote",
                    ["fishing", "level-toll", "level-low"],
                    &["@a-council league", "@a league", "@b league"],
                    &["level toll", "fishing"],
                    "",
                ),
            ],
        ),
        hinge(
            HingeKind::Question,
            "toll-link",
            &[Level::Knots, Level::ShutOut],
            vec![
                effect(
                    p,
                    "as-reported",
                    ["fishing", "level-low level-toll", ""],
                    &["@a league"],
                    &["level toll", "fishing"],
                    "toll-link",
                ),
                effect(
                    p,
                    "as-denied",
                    ["fishing", "level-low", "level-toll"],
                    &["@a league"],
                    &["level", "toll", "fishing"],
                    "",
                ),
            ],
        ),
        hinge(
            HingeKind::Source,
            "mail",
            &[Level::Clashes],
            vec![
                effect(
                    p,
                    "counted",
                    ["fishing", "level-low level-toll", ""],
                    &["@a league"],
                    &["level toll", "fishing"],
                    "",
                ),
                effect(p, "set-aside", ["fishing", "", "level-toll level-low"], &["@a league"], &["fishing"], ""),
            ],
        ),
        hinge(
            HingeKind::Origin,
            "engineer",
            &[Level::ShutOut],
            vec![
                effect(p, "counted", ["fishing", "level-low level-toll", ""], &[], &["fishing"], "toll-link"),
                effect(p, "set-aside", ["fishing", "level-low level-toll", ""], &[], &["fishing"], ""),
            ],
        ),
        hinge(
            HingeKind::Question,
            "wishes",
            &[Level::Clashes],
            vec![
                effect(p, "not-counted", ["fishing", "", "level-toll level-low"], &["@a league"], &["fishing"], ""),
                effect(p, "counted", ["fishing", "level-low level-toll", ""], &["@a league"], &["fishing"], ""),
            ],
        ),
    ]
}

pub fn asks(p: Banks) -> Vec<AskNext> {
    let ask = |party: &str, inquiry, levels: &[Level]| AskNext {
        party: p.s(party),
        inquiry,
        settles: Settles { hinge: None, levels: levels.to_vec(), clashes: Vec::new() },
        basis: Basis::default(),
    };
    vec![
        ask("@a", Inquiry::Which { question: "line".into() }, &[Level::Enough]),
        ask("@b", Inquiry::AsReported { claim: "toll-link".into() }, &[Level::Knots]),
        ask("@b", Inquiry::Position { issue: "fishing".into() }, &[]),
        ask("league", Inquiry::Required { claim: "shared-toll".into() }, &[Level::Clashes]),
    ]
}
