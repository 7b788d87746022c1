//! A brief written by hand: an invented case that has every variant of every type in it.

use zopa_finding::*;

fn s(text: &str) -> String {
    text.to_owned()
}
fn o(text: &str) -> Option<String> {
    Some(s(text))
}
fn v(items: &[&str]) -> Vec<String> {
    items.iter().map(|i| s(i)).collect()
}
fn set(question: &str, answer: &str) -> Setting {
    Setting { question: s(question), answer: s(answer) }
}
fn basis(claims: &[&str]) -> Basis {
    Basis(v(claims))
}
fn party(name: &str, title: &str, of: Option<&str>) -> Party {
    Party { name: s(name), title: s(title), of: of.map(s) }
}
fn issue(name: &str, title: &str, options: &[(&str, &str)]) -> Issue {
    let options = options.iter().map(|(n, t)| IssueOption { name: s(n), title: s(t) }).collect();
    Issue { name: s(name), title: s(title), options }
}
fn source(name: &str, title: &str, number: Option<u32>) -> Source {
    Source {
        name: s(name),
        title: s(title),
        number,
        unseen: number.is_none(),
        copies: None,
        rests_on: Vec::new(),
        published: number.map(|_| s("?")),
        document: number.map(|_| Document {
            path: format!("documents/{name}.txt"),
            sha256: o("00ff"),
            in_hand: name != "post",
        }),
        omits: Vec::new(),
    }
}
fn speaker(name: &str, title: &str, kind: SpeakerKind, of: &[&str]) -> Speaker {
    Speaker { name: s(name), title: s(title), kind, of: v(of), office: None, told: None }
}
fn quote(number: u32, source: &str, words: &str, state: QuoteState) -> Quote {
    let at = matches!(state, QuoteState::Verified).then_some(u64::from(number) * 40);
    Quote { number, source: s(source), words: s(words), at, state }
}
fn saying(by: &[&str], quotes: &[u32]) -> Saying {
    Saying { by: v(by), relaying: None, to: Vec::new(), round: None, origins: v(by), quotes: quotes.to_vec() }
}
fn statement(text: &str, because: Option<&str>) -> Statement {
    let verb = text.split(' ').find(|w| w.ends_with('s') && w.len() > 3).unwrap_or("").to_owned();
    Statement { text: s(text), verb, because: because.map(s) }
}
fn claim(name: &str, title: &str, parties: &[&str], text: &str, quotes: &[u32], reports: &[&str]) -> Claim {
    Claim {
        name: s(name),
        title: s(title),
        suppose: false,
        unconfirmed: false,
        statements: (!text.is_empty()).then(|| statement(text, None)).into_iter().collect(),
        parties: v(parties),
        about: Vec::new(),
        round: None,
        sayings: vec![saying(&[], quotes)],
        questions: Vec::new(),
        denied_by: Vec::new(),
        limits: Vec::new(),
        reports: v(reports),
        origins: 1,
        coded_by: None,
        checked_by: None,
    }
}
fn limit(name: &str, holder: &str, title: &str, condition: &str, issues: &[&str]) -> Limit {
    Limit {
        name: s(name),
        holder: s(holder),
        title: s(title),
        condition: s(condition),
        issues: v(issues),
        claims: v(&[name]),
        wish: false,
        firmness: vec![Firmness::Stated],
        inactive: false,
    }
}

fn claims() -> Vec<Claim> {
    let mut list = vec![
        claim(
            "toll-paid",
            "A toll is due on every ship",
            &["alba"],
            "alba requires toll = full",
            &[1, 2],
            &["post", "echo"],
        ),
        claim("toll-free", "Passage stays free", &["borea"], "borea rejects toll = full", &[3], &["post"]),
        claim("pier-alba", "The pier belongs to Alba", &["alba"], "alba requires pier = alba", &[4], &["gazette"]),
        claim("pier-borea", "The pier belongs to Borea", &["borea"], "borea requires pier = borea", &[5], &["post"]),
        claim(
            "linked",
            "Borea takes a toll only if the pier is given up",
            &["borea"],
            "borea offers toll = half only if pier = borea",
            &[6],
            &["echo"],
        ),
        claim("denial", "The harbour office denies the report", &["borea"], "denies linked", &[7], &["gazette"]),
        claim(
            "council-no",
            "The council passes no toll",
            &["council"],
            "council rejects toll = full",
            &[8],
            &["gazette"],
        ),
        claim("sought", "Cassia would like a joint pier", &["cassia"], "cassia seeks pier = joint", &[9], &["gazette"]),
        claim(
            "softer",
            "Alba could live with half a toll",
            &["alba"],
            "softens toll-paid to toll = half",
            &[10],
            &["echo"],
        ),
        claim("testing", "Both sides are testing", &[], "tests toll-paid", &[11], &["gazette"]),
        claim("offer", "Alba offers the lamp", &["alba"], "alba offers lamp = lit if toll = full", &[12], &["post"]),
        claim("accept", "Borea accepts the lamp", &["borea"], "borea accepts lamp = lit", &[13], &["post"]),
        claim("lead", "Who led for Alba", &["alba"], "alba led by orme", &[14], &["gazette"]),
        claim("hopeful", "Talks are near an end", &[], "", &[15], &["gazette"]),
        claim("bare", "A claim that nothing carries", &[], "", &[], &[]),
        claim("ships-all", "No ship of either shore", &["alba"], "alba rejects ships = all", &[16], &["echo"]),
        claim("ships-own", "No ship of the other shore", &["alba"], "alba rejects ships = other", &[16], &["echo"]),
        claim(
            "self",
            "Borea wants both at once",
            &["borea"],
            "borea requires lamp = lit and lamp = out",
            &[17],
            &["post"],
        ),
    ];
    let supposed = Claim {
        suppose: true,
        unconfirmed: false,
        ..claim("idea", "The lamp counts as a toll", &[], "softens toll-free to lamp = lit", &[], &[])
    };
    list.push(supposed);
    for claim in &mut list {
        finish(claim);
    }
    list
}

fn finish(claim: &mut Claim) {
    match claim.name.as_str() {
        "linked" => {
            claim.denied_by = v(&["denial"]);
            claim.questions = v(&["linked"]);
            claim.round = o("second");
            claim.sayings = vec![Saying {
                by: v(&["insiders"]),
                relaying: o("borea"),
                to: v(&["alba"]),
                round: o("second"),
                origins: v(&["insiders"]),
                quotes: vec![6],
            }];
        }
        "toll-paid" => {
            claim.sayings = vec![saying(&["orme"], &[1]), saying(&["orme"], &[2])];
            claim.round = o("first");
            claim.coded_by = o("A. N.");
            claim.checked_by = o("B. N.");
        }
        "pier-alba" => {
            claim.statements = vec![statement("alba requires pier = alba", Some("“ours” is read as property"))]
        }
        "hopeful" => claim.about = v(&["toll"]),
        _ => {}
    }
    if ["toll-paid", "toll-free", "pier-alba", "pier-borea", "council-no", "ships-all", "ships-own", "self"]
        .contains(&claim.name.as_str())
    {
        claim.limits = vec![claim.name.clone()];
    }
}

fn clash(id: &str, limits: &[&str], holders: &[&str], issues: &[&str], presence: Presence, rests_on: &[&str]) -> Clash {
    Clash {
        id: s(id),
        limits: v(limits),
        holders: v(holders),
        issues: v(issues),
        presence,
        rests_on: v(rests_on),
        basis: basis(limits),
    }
}
fn world(toll: &str, pier: &str) -> World {
    World {
        package: vec![(s("toll"), s(toll)), (s("pier"), s(pier)), (s("lamp"), s("lit"))],
        steps: v(&["leave", "vote"]),
    }
}
fn opening(limits: &[&str], holders: &[&str], world: Option<World>) -> Opening {
    Opening { limits: v(limits), holders: v(holders), world, basis: basis(limits) }
}
fn enough(parties: &[&str], presence: Presence) -> Enough {
    Enough { parties: v(parties), presence }
}
fn some(when: &[&[(&str, &str)]]) -> Presence {
    let lists = when.iter().map(|l| l.iter().map(|(q, a)| set(q, a)).collect()).collect();
    Presence::Some { when: lists }
}
fn effect(answer: &str, verdict: Verdict) -> Effect {
    Effect {
        answer: s(answer),
        verdict,
        every: v(&["toll"]),
        some: Vec::new(),
        gone: Vec::new(),
        new: Vec::new(),
        enough: vec![v(&["alba", "borea"])],
        knots: vec![v(&["toll"]), v(&["pier"])],
        shut_out: Vec::new(),
    }
}

fn hinges() -> Vec<Hinge> {
    let all = vec![Level::Fits, Level::Enough, Level::Knots, Level::Clashes, Level::ShutOut];
    let hinge = |kind, name: &str, changes: Vec<Level>, effects, claims: &[&str]| Hinge {
        kind,
        name: s(name),
        first: changes[0],
        changes,
        effects,
        basis: basis(claims),
    };
    let reported = Effect {
        every: v(&["toll", "pier"]),
        knots: vec![v(&["toll", "pier"])],
        shut_out: v(&["offer"]),
        ..effect("as-reported", Verdict::NothingFits)
    };
    let denied = Effect {
        some: v(&["pier"]),
        gone: v(&["vote"]),
        enough: vec![v(&["borea"])],
        ..effect("as-denied", Verdict::Depends { fits: Presence::Every })
    };
    let rules = Verdict::RulesContradict { rules: v(&["toll = full implies vote"]) };
    vec![
        hinge(HingeKind::Question, "linked", all, vec![reported, denied], &["linked", "denial"]),
        hinge(
            HingeKind::Question,
            "ships",
            vec![Level::Knots, Level::Clashes],
            vec![
                effect("all", Verdict::NothingFits),
                Effect { gone: v(&["pier"]), new: vec![v(&["toll-free", "self"])], ..effect("other", rules) },
            ],
            &["ships-all", "ships-own"],
        ),
        hinge(
            HingeKind::Question,
            "wishes",
            vec![Level::ShutOut],
            vec![
                effect("not-counted", Verdict::Fits),
                Effect { shut_out: v(&["offer"]), ..effect("counted", Verdict::Fits) },
            ],
            &["sought"],
        ),
        hinge(
            HingeKind::Source,
            "post",
            vec![Level::Clashes],
            vec![
                effect("counted", Verdict::NothingFits),
                Effect { gone: v(&["toll", "pier"]), ..effect("set-aside", Verdict::NothingFits) },
            ],
            &["toll-free", "pier-borea"],
        ),
        hinge(
            HingeKind::Origin,
            "post",
            vec![Level::Clashes],
            vec![
                effect("counted", Verdict::NothingFits),
                Effect { gone: v(&["pier"]), ..effect("set-aside", Verdict::NothingFits) },
            ],
            &["pier-borea"],
        ),
        hinge(
            HingeKind::Origin,
            "orme",
            vec![Level::Clashes],
            vec![
                effect("counted", Verdict::NothingFits),
                Effect { gone: v(&["toll", "pier"]), ..effect("set-aside", Verdict::NothingFits) },
            ],
            &["toll-paid"],
        ),
        hinge(
            HingeKind::Origin,
            "insiders",
            vec![Level::Enough],
            vec![
                effect("counted", Verdict::NothingFits),
                Effect { enough: vec![v(&["alba"]), v(&["borea"])], ..effect("set-aside", Verdict::NothingFits) },
            ],
            &["linked"],
        ),
    ]
}

fn answer() -> Answer {
    let ships =
        some(&[&[("linked", "as-reported"), ("ships", "all")], &[("linked", "as-reported"), ("wishes", "counted")]]);
    Answer {
        readings: 8,
        verdict: Verdict::Depends { fits: some(&[&[("linked", "as-denied")]]) },
        witness: Some(world("half", "joint")),
        impossible: v(&["self"]),
        clashes: vec![
            clash("self", &["self"], &["borea"], &["lamp"], Presence::Every, &["post"]),
            clash("toll", &["toll-paid", "toll-free"], &["alba", "borea"], &["toll"], Presence::Every, &["post"]),
            clash("pier", &["pier-alba", "pier-borea"], &["alba", "borea"], &["pier"], ships, &["gazette", "post"]),
            clash(
                "vote",
                &["toll-paid", "council-no"],
                &["alba", "council"],
                &["toll"],
                some(&[&[("ships", "other")], &[("wishes", "not-counted")]]),
                &[],
            ),
            clash("vote2", &["toll-paid", "ships-all", "council-no"], &["alba", "council"], &["toll"], some(&[]), &[]),
            clash("order", &["ships-own", "toll-free"], &["alba", "borea"], &[], Presence::Never, &[]),
        ],
        complete: Completeness::AtLeast,
        knots: vec![
            Knot {
                id: s("lamp"),
                clashes: v(&["self"]),
                issues: v(&["lamp"]),
                holders: v(&["borea"]),
                joined: Presence::Every,
                openings: vec![opening(&["self"], &["borea"], None)],
                complete: Completeness::Complete,
                enough: vec![enough(&["borea"], Presence::Every)],
            },
            Knot {
                id: s("toll+pier"),
                clashes: v(&["toll", "pier", "vote", "vote2"]),
                issues: v(&["toll", "pier"]),
                holders: v(&["alba", "borea", "council"]),
                joined: some(&[&[("linked", "as-reported")]]),
                openings: vec![
                    opening(&["toll-paid", "pier-alba"], &["alba"], Some(world("none", "borea"))),
                    opening(
                        &["toll-free", "pier-borea", "council-no"],
                        &["borea", "council"],
                        Some(world("full", "alba")),
                    ),
                ],
                complete: Completeness::AtLeast,
                enough: vec![
                    enough(&["alba"], Presence::Every),
                    enough(&["borea", "council"], some(&[&[("ships", "all")]])),
                ],
            },
            Knot {
                id: s("steps"),
                clashes: v(&["order"]),
                issues: vec![],
                holders: v(&["alba", "borea"]),
                joined: Presence::Never,
                openings: vec![],
                complete: Completeness::Complete,
                enough: vec![],
            },
        ],
        enough: vec![
            enough(&["alba", "borea"], Presence::Every),
            enough(&["borea"], some(&[&[("linked", "as-denied")]])),
            enough(&["borea", "council", "alba"], some(&[&[("ships", "all"), ("wishes", "counted")]])),
            enough(&[], some(&[&[("linked", "as-denied"), ("ships", "other")]])),
        ],
        shut_out: vec![
            ShutOut {
                claim: s("offer"),
                holders: v(&["alba"]),
                offer: true,
                asked: s("alba offers lamp = lit if toll = full"),
                basis: basis(&["offer"]),
                held: Presence::Every,
                sets: vec![ShutOutSet {
                    limits: v(&["toll-free"]),
                    holders: v(&["borea"]),
                    presence: some(&[&[("wishes", "counted")]]),
                    basis: basis(&["toll-free"]),
                }],
                complete: Completeness::AtLeast,
            },
            ShutOut {
                claim: s("accept"),
                holders: v(&["borea"]),
                offer: false,
                asked: s("borea accepts lamp = lit"),
                basis: basis(&["accept"]),
                held: some(&[&[("ships", "all")]]),
                sets: vec![],
                complete: Completeness::Complete,
            },
        ],
        hinges: hinges(),
    }
}

fn questions() -> Vec<Question> {
    let answer =
        |name: &str, title: &str, holds: &[&str]| QuestionAnswer { name: s(name), title: s(title), holds: v(holds) };
    let question = |name: &str, title: &str, kind, switch, answers| Question {
        name: s(name),
        title: s(title),
        kind,
        answers,
        switch,
        chosen: None,
    };
    vec![
        question(
            "ships",
            "Which ships are meant?",
            QuestionKind::Stated,
            true,
            vec![
                answer("all", "All ships", &["ships-all"]),
                answer("other", "Ships of the other shore", &["ships-own"]),
            ],
        ),
        question(
            "gate",
            "Council or assembly?",
            QuestionKind::Stated,
            false,
            vec![answer("c", "All ships", &[]), answer("a", "Assembly", &["hopeful"])],
        ),
        question(
            "linked",
            "Borea takes a toll only if the pier is given up",
            QuestionKind::Denial,
            true,
            vec![answer("as-reported", "", &["linked"]), answer("as-denied", "", &[])],
        ),
        question(
            "wishes",
            "",
            QuestionKind::Wishes,
            true,
            vec![answer("not-counted", "", &[]), answer("counted", "", &["sought"])],
        ),
    ]
}

fn positions() -> Vec<Position> {
    let position =
        |party: &str, issue: &str, claim: &str, verb: &str, firmness, contested, since: Option<&str>| Position {
            party: s(party),
            issue: s(issue),
            claim: s(claim),
            verb: s(verb),
            firmness,
            round: since.map(s),
            contested,
            not_repeated_since: since.map(s),
        };
    let firm = vec![
        Firmness::Stated,
        Firmness::ReportedSofter { claims: v(&["softer"]) },
        Firmness::Tested { claims: v(&["testing"]) },
        Firmness::DepartedFrom { claims: v(&["accept"]) },
    ];
    vec![
        position("alba", "toll", "toll-paid", "requires", firm, false, Some("first")),
        position("borea", "toll", "toll-free", "rejects", vec![Firmness::Stated], false, None),
        position("council", "toll", "council-no", "rejects", vec![], false, None),
        position("borea", "toll", "linked", "offers", vec![], true, None),
        position("borea", "pier", "linked", "offers", vec![], true, None),
        position("alba", "pier", "pier-alba", "requires", vec![], false, None),
        position("borea", "pier", "pier-borea", "requires", vec![], false, None),
        position("cassia", "pier", "sought", "seeks", vec![], false, None),
        position("alba", "lamp", "offer", "offers", vec![], false, None),
    ]
}

fn timeline() -> Vec<RoundEntry> {
    let change =
        |kind, from: &str, to: &str| Change { party: s("alba"), kind, from: s(from), to: s(to), issues: v(&["toll"]) };
    let entry = |round: Option<&str>, claims: &[&str]| RoundEntry {
        round: round.map(s),
        claims: v(claims),
        changes: vec![],
        not_repeated: vec![],
        expiries: vec![],
        leaders: vec![],
    };
    vec![
        entry(None, &["hopeful", "toll-free"]),
        RoundEntry {
            leaders: vec![(s("alba"), s("orme (harbour master)"), s("lead"))],
            ..entry(Some("first"), &["toll-paid"])
        },
        RoundEntry {
            changes: vec![
                change(ChangeKind::Softened, "toll-paid", "softer"),
                change(ChangeKind::Hardened, "softer", "toll-paid"),
                change(ChangeKind::Restated, "toll-paid", "toll-paid"),
                change(ChangeKind::Changed, "toll-paid", "pier-alba"),
            ],
            not_repeated: v(&["toll-paid"]),
            expiries: vec![(s("linked"), s("?")), (s("offer"), s("2026-12"))],
            ..entry(Some("second"), &["linked"])
        },
        entry(Some("third"), &[]),
    ]
}

fn steps() -> Vec<StepEntry> {
    let step = |name: &str, title: &str, by: &[&str], gate, taken, irreversible, waits, quotes: &[u32]| StepEntry {
        name: s(name),
        title: s(title),
        by: v(by),
        gate,
        about: if name == "leave" { v(&["hopeful", "council-no"]) } else { Vec::new() },
        taken,
        irreversible,
        waits,
        quotes: quotes.to_vec(),
    };
    let wait = |step: &str, only, claim: Option<&str>, contested| Wait {
        for_step: s(step),
        only,
        claim: claim.map(s),
        contested,
    };
    vec![
        step(
            "leave",
            "Ships leave the pier",
            &["alba"],
            false,
            StepTaken::When { condition: s("The pier: Borea's") },
            true,
            vec![wait("vote", true, Some("council-no"), true)],
            &[18],
        ),
        step("vote", "Vote of the council", &["council"], true, StepTaken::Optional, false, vec![], &[]),
        step(
            "sign",
            "Signature",
            &["alba", "borea"],
            false,
            StepTaken::Always,
            false,
            vec![wait("leave", false, None, false)],
            &[],
        ),
    ]
}

/// A hole, which the anatomy shows, and one that goes beyond it.
fn notes() -> Vec<Note> {
    let named = |name: &str, title: &str| Named { name: s(name), title: s(title) };
    let note = |rule, part: &str| Note {
        rule,
        commitments: vec![named("guard", "A boat answers a breach")],
        part: Some(s(part)),
        hole: None,
        who: vec![],
        things: vec![],
        values: vec![],
        basis: Basis::default(),
        quotes: vec![],
    };
    vec![
        Note { hole: Some(Hole::Unknown), ..note(ClauseRule::NoDecider, "decided-by") },
        Note { things: vec![named("breach", "A breach <of> \"it\"")], ..note(ClauseRule::ActorUnknown, "when") },
    ]
}

fn commitment() -> Commitment {
    let names = [
        "kind",
        "by",
        "to",
        "when",
        "below",
        "does",
        "discretion",
        "decided-by",
        "within",
        "force",
        "from",
        "lasts",
        "posted-with",
        "if-broken",
        "honour",
    ];
    let fields = names
        .iter()
        .map(|f| CommitmentField {
            field: s(f),
            values: if *f == "decided-by" || *f == "lasts" { vec![] } else { v(&["something"]) },
            quotes: if *f == "when" { vec![18] } else { vec![] },
        })
        .collect();
    Commitment { name: s("guard"), title: s("A boat answers a breach"), fields, quotes: vec![18] }
}

fn asks() -> Vec<AskNext> {
    let ask = |party: &str, inquiry, hinge, levels, clashes: &[&str]| AskNext {
        party: s(party),
        inquiry,
        settles: Settles { hinge, levels, clashes: v(clashes) },
        basis: basis(&["toll-paid"]),
    };
    vec![
        ask(
            "alba",
            Inquiry::Which { question: s("ships") },
            Some((HingeKind::Question, s("ships"))),
            vec![Level::Knots],
            &["pier"],
        ),
        ask(
            "borea",
            Inquiry::AsReported { claim: s("linked") },
            Some((HingeKind::Question, s("linked"))),
            vec![Level::Fits, Level::Enough],
            &[],
        ),
        ask("cassia", Inquiry::Required { claim: s("sought") }, None, vec![], &["toll"]),
        ask(
            "borea",
            Inquiry::StillStands { claim: s("toll-free") },
            Some((HingeKind::Source, s("post"))),
            vec![Level::Clashes],
            &["toll", "pier"],
        ),
        ask("cassia", Inquiry::Position { issue: s("toll") }, None, vec![], &[]),
    ]
}

fn heard(party: Option<&str>, voices: &[(&str, u32)]) -> Heard {
    Heard {
        party: party.map(s),
        words: voices.iter().map(|(_, words)| words).sum(),
        speakers: voices.iter().map(|(by, _)| s(by)).collect(),
        voices: voices.iter().map(|(by, words)| Spoken { by: v(&[by]), words: *words }).collect(),
    }
}

fn origins() -> Vec<Origin> {
    let origin = |name: &str, title: &str, tellings: &[(&str, TellingKind)], claims: &[&str]| Origin {
        name: s(name),
        title: s(title),
        anonymous: name == "insiders",
        own_voice: name == "post",
        of: vec![],
        told: (name == "insiders").then(|| s("wire")),
        tellings: tellings
            .iter()
            .map(|(src, kind)| Telling { source: s(src), kind: *kind, claims: v(claims) })
            .collect(),
        claims: v(claims),
    };
    use TellingKind::{Copied, FirstHand, Retold};
    vec![
        origin("orme", "Ada Orme, harbour master", &[("post", FirstHand), ("echo", Copied)], &["toll-paid"]),
        origin("insiders", "people close to the talks", &[("gazette", Retold), ("echo", Copied)], &["linked"]),
        origin("post", "Harbour Post", &[("post", FirstHand)], &["toll-free", "pier-borea"]),
    ]
}

/// The brief.
pub fn brief() -> Brief {
    let mut sources = vec![
        source("wire", "The Wire", None),
        source("post", "Harbour Post", Some(1)),
        source("echo", "دو", Some(2)),
        source("gazette", "Gazette", Some(3)),
    ];
    sources[2].copies = o("post");
    sources[3].rests_on = v(&["wire"]);
    sources[3].published = o("2026-05-02");
    sources[3].omits = vec![Omission { what: s("author box"), quote: 19 }];
    let words = [
        ("post", "“no ship sails past us for nothing”"),
        ("echo", "no ship sails past us free"),
        ("post", "passage was free and stays free"),
        ("gazette", "the pier is ours"),
        ("post", "the pier is <theirs> & always was"),
        ("echo", "only if the pier changes hands"),
        ("gazette", "nothing of the kind"),
        ("gazette", "the council will not pass it"),
        ("gazette", "would like a joint pier"),
        ("echo", "could live with half"),
        ("gazette", "testing each other"),
        ("post", "the lamp is on offer"),
        ("post", "we take the lamp"),
        ("gazette", "led by the harbour master"),
        ("gazette", "close to an end"),
        ("echo", "لا سفينة تمر"),
        ("post", "lit and out"),
        ("gazette", "one boat, in an hour"),
        ("gazette", "writes about boats"),
    ];
    let state = |n: u32| match n {
        5 => QuoteState::Orphaned { nearest: o("the pier is theirs") },
        7 => QuoteState::Orphaned { nearest: None },
        1 | 3 | 12 | 13 | 17 => QuoteState::NotInHand,
        _ => QuoteState::Verified,
    };
    let quotes = (1u32..).zip(words).map(|(n, (src, text))| quote(n, src, text, state(n))).collect();
    let mut insiders = speaker("insiders", "people close to the talks", SpeakerKind::Anonymous, &[]);
    insiders.told = o("wire");
    let mut orme = speaker("orme", "Ada Orme", SpeakerKind::Person, &["alba"]);
    orme.office = o("harbour master");
    let round = |name: &str, title: &str, on: Option<&str>, after: Option<&str>| Round {
        name: s(name),
        title: s(title),
        track: o("main"),
        on: on.map(s),
        after: after.map(s),
        after_outside: name == "second",
        expected: name == "third",
        quotes: vec![],
    };
    let note = |kind, name: &str, text: &str, because: Option<&str>| Assumption {
        kind,
        name: s(name),
        text: s(text),
        because: because.map(s),
    };
    Brief {
        format: s(FORMAT),
        case: CaseHead { name: s("pier"), title: s("Pier talks"), as_of: o("2026-09-30") },
        chosen: Chosen::default(),
        private: zopa_finding::PrivateState::Unsaid,
        unconfirmed: false,
        found_copies: zopa_finding::FoundCopies::default(),
        found_origins: zopa_finding::FoundOrigins::default(),
        orphaned: Vec::new(),
        parties: vec![
            party("alba", "Alba", None),
            party("borea", "Borea", None),
            party("council", "Council of Alba", Some("alba")),
            party("cassia", "قاسيا", None),
        ],
        speakers: vec![
            orme,
            insiders,
            speaker("post-voice", "Harbour Post", SpeakerKind::Source, &[]),
            speaker("borea-speaker", "Borea", SpeakerKind::Party, &["borea"]),
        ],
        sources,
        tracks: vec![Track { name: s("main"), title: s("Main track"), with: v(&["alba", "borea"]), quotes: vec![14] }],
        rounds: vec![
            round("first", "First round", Some("?"), None),
            round("second", "Second round", Some("2026-03"), Some("first")),
            round("third", "Third round", None, Some("second")),
        ],
        issues: vec![
            issue("toll", "The toll", &[("none", "No toll"), ("half", ""), ("full", "Full toll")]),
            issue("pier", "The pier", &[("alba", "Alba's"), ("borea", "Borea's"), ("joint", "Joint")]),
            issue("lamp", "The lamp", &[("lit", "Lit"), ("out", "Out")]),
            issue("buoys", "Buoys", &[]),
        ],
        claims: claims(),
        quotes,
        questions: questions(),
        limits: vec![
            limit("toll-paid", "alba", "A toll is due on every ship", "toll = full", &["toll"]),
            limit("toll-free", "borea", "Passage stays free", "not toll = full", &["toll"]),
            limit("pier-alba", "alba", "The pier belongs to Alba", "pier = alba", &["pier"]),
            limit("pier-borea", "borea", "The pier belongs to Borea", "pier = borea", &["pier"]),
            limit("council-no", "council", "The council passes no toll", "vote implies not toll = full", &["toll"]),
            Limit { wish: true, ..limit("ships-all", "alba", "No ship of either shore", "not ships = all", &["toll"]) },
            limit("ships-own", "alba", "No ship of the other shore", "not ships = other", &["toll"]),
            limit("self", "borea", "Borea wants both at once", "lamp = lit and lamp = out", &["lamp"]),
        ],
        rules: vec![
            Rule { text: s("toll = full implies vote"), because: o("the charter says so"), claim: None },
            Rule { text: s("pier = joint implies lamp = lit"), because: None, claim: o("hopeful") },
        ],
        answer: answer(),
        positions: positions(),
        timeline: timeline(),
        steps: steps(),
        commitments: vec![commitment()],
        notes: notes(),
        binding: None,
        holds: None,
        ask: asks(),
        sheet: None,
        heard: vec![
            heard(Some("alba"), &[("orme", 30), ("insiders", 10)]),
            heard(Some("borea"), &[]),
            heard(None, &[("insiders", 7)]),
        ],
        origins: origins(),
        way: Some((
            s("linked"),
            vec![
                ChainLink::Relayed { party: s("borea") },
                ChainLink::Speaker { speaker: s("insiders") },
                ChainLink::Unseen { source: s("wire") },
                ChainLink::Report { source: s("gazette"), copies: None, quotes: vec![7] },
                ChainLink::Report { source: s("echo"), copies: o("post"), quotes: vec![6] },
            ],
        )),
        drift: vec![
            Drift {
                claim: s("toll-paid"),
                origin: o("orme"),
                wordings: vec![Wording { source: s("post"), quote: 1 }, Wording { source: s("echo"), quote: 2 }],
                differing: v(&["nothing", "free"]),
                source_dropped: false,
            },
            Drift {
                claim: s("linked"),
                origin: None,
                wordings: vec![Wording { source: s("echo"), quote: 6 }],
                differing: vec![],
                source_dropped: true,
            },
        ],
        assumptions: vec![
            note(AssumptionKind::Rule, "", "toll = full implies vote", Some("the charter says so")),
            note(AssumptionKind::Supposition, "idea", "The lamp counts as a toll", None),
            note(AssumptionKind::Unquoted, "bare", "A claim that nothing carries", None),
            note(AssumptionKind::Outside, "second", "Second round", Some("after First round")),
            note(AssumptionKind::Reading, "pier-alba", "alba requires pier = alba", Some("“ours” is read as property")),
        ],
        since: None,
        switches: None,
    }
}
