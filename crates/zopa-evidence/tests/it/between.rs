//! What stands between documents, on articles about invented places: which was made from which, and what is no sign of it.

use proptest::prelude::*;
use zopa_evidence::between::{Report, article, descents};
use zopa_evidence::{Language, Prose};
use zopa_finding::between::{Descent, DescentSign, RewriteEffect};

const FIRST: &str = "\
The island of Ansa will reopen its northern harbour only if Norland lowers the ferry toll, according to a report.
Ministry officials are said to have told Captain Oru Vell that the whole harbour stays shut until the toll falls to 40 crowns.
Mira Tal, the port's deputy secretary, told The Ansa Herald that the report was “entirely invented”.
“Our only aim in these talks is to keep the boats running,” she said. “It is a pity that nameless people spread tales to sink the talks, which are in fine shape after Sunday's meeting in Port Bergen.”
The meeting was held aboard a cutter, and marked the first time since the storm of 2031 that pilots from both shores sat at one table.
Dredging crews will return on Thursday.
A pilot told the Evening Ledger that both crews were “feeling out how deep the other's draught really is”.";

const REWRITE: &str = "\
Ansa Links Harbour To Toll Amid Ferry Talks
In a stunning turn of events, Ansa has reportedly made the reopening of its northern harbour conditional on a lower ferry toll from Norland.
Ministry officials conveyed to Captain Oru Vell that the harbour remains shut until the toll drops to 40 crowns.
Mira Tal, deputy secretary of the port, dismissed the report as “entirely invented”.
She stressed that the aim in the talks is primarily to keep boats running.
“It is a pity that nameless people spread tales to sink the talks,” she added.
The meeting, held aboard a cutter, was the first since the storm of 2031 at which pilots of both shores sat at one table.
Dredging crews will return shortly, as both crews feel out how deep the draught of the other really is.
Seafaring has always shaped the imagination of coastal peoples, and its future remains a question for generations to come.";

const SAME_EVENT: &str = "\
Port Bergen saw a meeting of pilots on a cutter at the weekend, organisers said.
Weather had delayed it twice.
Asked about a report on tolls, Mira Tal called it “entirely invented”.
Fishing families on the quay said the dredgers had kept them awake.
A choir sang when the cutter came in.";

fn report<'a>(name: &'a str, text: &'a str) -> Report<'a> {
    let prose = Prose::new(text, Language::english());
    Report { name, text, sentences: article(&prose), attributions: Vec::new(), outlet: None, published: None }
}

fn found(texts: &[(&str, &str)]) -> Vec<Descent> {
    let reports: Vec<Report> = texts.iter().map(|(name, text)| report(name, text)).collect();
    descents(&reports)
}

fn edges(texts: &[(&str, &str)]) -> Vec<(String, String, bool)> {
    found(texts).into_iter().map(|edge| (edge.derived, edge.source, edge.direction_shown)).collect()
}

#[test]
fn a_rewrite_is_found_with_its_direction_in_any_order_and_nothing_else() {
    let texts = [("first", FIRST), ("rewrite", REWRITE), ("other", SAME_EVENT)];
    let expected = [("rewrite".to_owned(), "first".to_owned(), true)];
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        assert_eq!(edges(&order.map(|at| texts[at])), expected);
    }
}

#[test]
fn the_signs_are_told() {
    let edge = found(&[("first", FIRST), ("rewrite", REWRITE)]).remove(0);
    for sign in [DescentSign::LongerQuote, DescentSign::FirstHand, DescentSign::QuoteMarks, DescentSign::Details] {
        assert!(edge.signs.iter().any(|found| found.sign == sign), "{sign:?}");
    }
}

fn effect(edge: &Descent, effect: RewriteEffect) -> Vec<(&str, &str)> {
    let exact =
        |passage: &Option<zopa_finding::between::Passage>| passage.as_ref().map_or("", |p| p.exact.as_str()).to_owned();
    let of = edge.changes.iter().filter(|change| change.effect == effect);
    of.map(|change| (exact(&change.before), exact(&change.after)))
        .map(|(before, after)| (&*before.leak(), &*after.leak()))
        .collect()
}

#[test]
fn what_a_rewrite_changed() {
    let edge = found(&[("first", FIRST), ("rewrite", REWRITE)]).remove(0);
    assert_eq!(effect(&edge, RewriteEffect::AttributionWeakened), [("according to a report", "reportedly")]);
    assert_eq!(effect(&edge, RewriteEffect::QuantityChanged), [("only", "primarily")]);
    assert_eq!(effect(&edge, RewriteEffect::QuantityDropped), [("whole", "harbour")]);
    assert_eq!(effect(&edge, RewriteEffect::DateBlurred), [("Thursday", "shortly")]);
    assert_eq!(effect(&edge, RewriteEffect::OutletDropped), [("Ansa Herald", ""), ("Evening Ledger", "")]);
    assert!(effect(&edge, RewriteEffect::JudgementAdded).contains(&(FIRST.lines().next().unwrap(), "stunning")));
    assert_eq!(effect(&edge, RewriteEffect::QuoteTruncated).len(), 1);
    assert_eq!(effect(&edge, RewriteEffect::SentenceAdded), [("", REWRITE.lines().last().unwrap())]);
    assert_eq!(effect(&edge, RewriteEffect::SentenceDropped), []);
}

/// Two reports of two rounds, in the words such reports have.
#[test]
fn a_row_of_words_in_common_links_no_two_rounds() {
    let fifth = "Norland is prepared to offer Ansa a lower toll this winter, its envoy said in Port Bergen.\n\
        The fifth round closed after three hours.\nCaptains wanted longer berths.\nNobody spoke of dredging.";
    let sixth = "Norland is prepared to offer Ansa a lower toll this winter, a clerk told a choir in Tolm.\n\
        Sailcloth prices rose.\nThe sixth round had no agenda, and its hosts served soup.\nGulls circled overhead.";
    assert_eq!(edges(&[("fifth", fifth), ("sixth", sixth)]), []);
}

#[test]
fn sentences_stuffed_with_the_topics_words_are_not_kin() {
    let one = "Bakers on the eastern quay opened early, Ansa harbour talks.\n\
        Glaziers mended nine windows for the Ansa harbour talks.\nA dog won a prize, Ansa harbour talks readers learn.";
    let other = "Retired lamplighters met in a hall, Ansa harbour talks.\n\
        Orchards flooded near the Ansa harbour talks.\nSeven violins were stolen, Ansa harbour talks followers hear.";
    assert_eq!(edges(&[("one", one), ("other", other), ("first", FIRST), ("third", SAME_EVENT)]), []);
}

#[test]
fn a_headline_suffix_and_a_teaser_are_no_evidence() {
    let with = |body: &str| {
        format!("Toll talks stall - The Ansa Herald\nRead also: Toll talks stall - The Ansa Herald\n{body}")
    };
    let one = with("Rain fell on the quay all week.\nNobody counted the boats.\nA clerk resigned.");
    let other = with("Prices of rope doubled.\nThe lighthouse was painted.\nPupils wrote to the minister.");
    assert_eq!(edges(&[("one", &one), ("other", &other)]), []);
}

#[test]
fn one_speech_that_two_report_makes_no_copyist() {
    let speech = [
        "We shall open the harbour when the toll is halved and not one hour before that.",
        "My crews have waited eleven winters for a berth that was promised to their fathers.",
        "Whoever shuts the sluice shuts the school, the bakery and the clinic behind it.",
    ];
    let one = format!(
        "“{}” Vell began.\nHe drank water.\n“{}” he said.\nThen came “{}” to applause.",
        speech[0], speech[1], speech[2]
    );
    let other = format!(
        "Ansa cheered its captain.\n“{}”\nBunting hung from lamps.\n“{}”\nBy dusk the band went home.\n“{}”",
        speech[0], speech[1], speech[2]
    );
    assert_eq!(edges(&[("one", &one), ("other", &other)]), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    /// Whatever the texts are: no panic, and every passage is where it says it is.
    #[test]
    fn passages_are_exact(cuts in prop::collection::vec((0_usize..9, 0_usize..9), 2..5), noise in ".{0,40}") {
        let lines: Vec<&str> = FIRST.lines().chain(REWRITE.lines()).collect();
        let texts: Vec<String> = cuts.iter().map(|(from, skip)| {
            let mut text: Vec<&str> = lines.iter().copied().skip(*from).step_by(1 + skip / 4).collect();
            text.push(&noise);
            text.join("\n")
        }).collect();
        let names: Vec<String> = (0..texts.len()).map(|at| at.to_string()).collect();
        let pairs: Vec<(&str, &str)> = names.iter().zip(&texts).map(|(n, t)| (n.as_str(), t.as_str())).collect();
        for edge in found(&pairs) {
            let passages = edge.changes.iter().flat_map(|c| c.before.iter().chain(&c.after))
                .chain(edge.pairs.iter().flat_map(|p| [&p.derived, &p.source]));
            for passage in passages {
                let text = &texts[passage.document.parse::<usize>().unwrap()];
                prop_assert_eq!(text.get(passage.start..passage.end), Some(passage.exact.as_str()));
            }
        }
    }
}
