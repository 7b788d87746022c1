//! The terminal views of a brief written by hand, against the texts in `tests/terminal/`, and what holds of every view.
//! `ZOPA_BLESS=1 cargo test -p zopa-report` writes the texts; the difference is the review.

use crate::terminal_fixture::{self as fixture, AS_TOLD, EXCHANGED, set};
use std::path::Path;
use unicode_width::UnicodeWidthStr;
use zopa_finding::{Brief, Check, Level, Presence, Verdict, World};
use zopa_report::terminal::{self, Style};

/// What a check would say of the case of a brief.
fn checked(brief: &Brief, style: Style) -> String {
    let open = brief.questions.iter().filter(|question| question.switch && question.chosen.is_none());
    let check = Check {
        private: brief.private,
        claims: brief.claims.len(),
        origins: brief.origins.len(),
        sources: brief.sources.clone(),
        quotes: brief.quotes.clone(),
        readings: brief.answer.readings,
        open: open.count(),
        ..Check::default()
    };
    terminal::check(&check, style)
}

type View = fn(&Brief, Style) -> String;

const VIEWS: [(&str, View); 6] = [
    ("brief", terminal::brief),
    ("why", terminal::why),
    ("openings", terminal::openings),
    ("hinges", terminal::hinges),
    ("check", checked),
    ("sheet", terminal::sheet),
];

pub fn expect(name: &str, told: &str) {
    expect_file(&format!("terminal/{name}.txt"), told);
}

pub fn expect_file(file: &str, told: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(file);
    if std::env::var_os("ZOPA_BLESS").is_some() {
        std::fs::write(&path, told).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(told, expected, "{} differs; ZOPA_BLESS=1 writes it", path.display());
}

/// Each name and title for the other's, both at once; only where it is a whole word.
pub fn exchange_back(text: &str) -> String {
    let ((name, title), (other_name, other_title)) = (AS_TOLD.first, AS_TOLD.second);
    let pairs = [(name, other_name), (other_name, name), (title, other_title), (other_title, title)];
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        out.push_str(pairs.iter().find(|(from, _)| *from == word).map_or(word, |(_, to)| to));
        out.extend(word.is_empty().then_some(c));
        rest = &rest[word.len().max(if word.is_empty() { c.len_utf8() } else { 0 })..];
    }
    out
}

#[test]
fn each_view_says_what_its_file_says() {
    let brief = fixture::brief(AS_TOLD);
    VIEWS.iter().for_each(|(name, view)| expect(name, &view(&brief, Style::default())));
}

#[test]
fn two_parties_exchanged_change_places_and_nothing_else() {
    let (told, exchanged) = (fixture::brief(AS_TOLD), fixture::brief(EXCHANGED));
    for (name, view) in VIEWS {
        for width in [60, 100, 140] {
            let style = Style { width, colour: false };
            assert_eq!(exchange_back(&view(&exchanged, style)), view(&told, style), "{name}, {width} columns");
        }
    }
}

#[test]
fn no_line_is_wider_than_the_screen() {
    let brief = fixture::brief(AS_TOLD);
    for (name, view) in VIEWS {
        for width in 60..160 {
            let told = view(&brief, Style { width, colour: false });
            let wide = told.lines().find(|line| line.width() > width);
            assert_eq!(wide, None, "{name}, {width} columns");
        }
    }
}

#[test]
fn the_brief_is_one_screen() {
    let lines = terminal::brief(&fixture::brief(AS_TOLD), Style::default()).lines().count();
    assert!((18..=30).contains(&lines), "{lines} lines");
}

#[test]
fn colour_adds_codes_and_nothing_else() {
    let brief = fixture::brief(AS_TOLD);
    for (name, view) in VIEWS {
        let coloured = view(&brief, Style { colour: true, ..Style::default() });
        let bare = ["\u{1b}[1m", "\u{1b}[2m", "\u{1b}[0m"].iter().fold(coloured, |text, code| text.replace(code, ""));
        assert_eq!(bare, view(&brief, Style::default()), "{name}");
    }
}

#[test]
fn words_of_a_document_cannot_steer_the_screen() {
    let mut brief = fixture::brief(AS_TOLD);
    for quote in &mut brief.quotes {
        quote.words = "plain\u{1b}[2J\u{202e}words".into();
    }
    for claim in &mut brief.claims {
        claim.title.push_str("\u{1b}]0;x\u{7}\r");
    }
    for party in &mut brief.parties {
        party.title.push('\u{1b}');
    }
    for (name, view) in VIEWS {
        let told = view(&brief, Style::default());
        assert!(!told.chars().any(|c| c.is_control() && c != '\n' || c == '\u{202e}'), "{name}");
    }
}

#[test]
fn the_sentence_about_limits_and_interests_stands_once_where_changes_are_listed() {
    let brief = fixture::brief(AS_TOLD);
    for (name, view) in VIEWS {
        let told = view(&brief, Style::default()).split_whitespace().collect::<Vec<_>>().join(" ");
        let times = told.matches("A limit is not an interest, limits do move").count();
        assert_eq!(times, usize::from(matches!(name, "brief" | "openings" | "hinges" | "sheet")), "{name}");
    }
}

#[test]
fn rules_that_contradict_each_other_are_named_as_nobodys() {
    let mut brief = fixture::brief(AS_TOLD);
    brief.answer.verdict = Verdict::RulesContradict { rules: vec!["level = low".into(), "level = high".into()] };
    brief.answer.clashes.clear();
    brief.answer.knots.clear();
    brief.answer.impossible.clear();
    expect("why-rules", &terminal::why(&brief, Style::default()));
}

#[test]
fn where_something_fits_in_some_readings_the_views_say_in_which_and_what() {
    let mut brief = fixture::brief(AS_TOLD);
    let fits = Presence::Some { when: vec![vec![set("line", "vote"), set("toll-link", "as-denied")]] };
    let package = vec![("level".into(), "high".into()), ("toll".into(), "none".into())];
    brief.answer.verdict = Verdict::Depends { fits };
    brief.answer.witness = Some(World { package, steps: vec!["vote".into()] });
    brief.chosen.assume.push(set("wishes", "counted"));
    brief.chosen.without.push("radio".into());
    brief.questions[2].chosen = Some("counted".into());
    expect("why-depends", &terminal::why(&brief, Style { width: 72, colour: false }));
    expect("hinges-depends", &terminal::hinges(&brief, Style { width: 72, colour: false }));
}

#[test]
fn where_parties_do_not_fit_side_by_side_they_stand_below_each_other() {
    let mut brief = fixture::brief(AS_TOLD);
    let all = brief.parties.iter().map(|party| party.name.clone()).collect::<Vec<_>>();
    brief.answer.knots[0].holders = all;
    expect("openings-narrow", &terminal::openings(&brief, Style { width: 60, colour: false }));
}

#[test]
fn an_empty_brief_is_told_without_a_word_too_many() {
    let mut brief = fixture::brief(AS_TOLD);
    brief.answer.verdict = Verdict::Fits;
    brief.answer.readings = 1;
    brief.answer.clashes.clear();
    brief.answer.knots.clear();
    brief.answer.enough.clear();
    brief.answer.hinges.clear();
    brief.answer.shut_out.clear();
    brief.answer.impossible.clear();
    brief.questions.clear();
    brief.ask.clear();
    let told = VIEWS.iter().map(|(name, view)| format!("== {name}\n{}", view(&brief, Style::default())));
    expect("empty", &told.collect::<String>());
}

/// The hinge that decides only what is shut out, as the screen tells it.
fn shut_out_hinge(change: impl Fn(&mut Brief)) -> String {
    let mut brief = fixture::brief(AS_TOLD);
    brief.answer.hinges.retain(|hinge| hinge.name == "toll-link");
    let hinge = &mut brief.answer.hinges[0];
    (hinge.first, hinge.changes) = (Level::ShutOut, vec![Level::ShutOut]);
    change(&mut brief);
    let told = terminal::hinges(&brief, Style { width: 160, colour: false });
    told.split("Open points").next().unwrap().to_owned()
}

#[test]
fn an_offer_that_an_answer_takes_away_is_not_called_open() {
    let told = shut_out_hinge(|_| ());
    assert!(told.contains("As reported  one offer shut out: Bermark shares a toll"), "{told}");
    assert!(told.contains("As denied    then not made: Bermark shares a toll"), "{told}");
    let told = shut_out_hinge(|brief| brief.answer.shut_out[0].held = Presence::Every);
    assert!(told.contains("As denied    not shut out: Bermark shares a toll"), "{told}");
}

#[test]
fn where_the_same_offers_are_shut_out_the_limits_that_do_are_named_or_said_to_differ() {
    let same = |brief: &mut Brief| {
        let effects = &mut brief.answer.hinges[0].effects;
        effects[1].shut_out = effects[0].shut_out.clone();
    };
    let told = shut_out_hinge(same);
    assert!(told.contains("The same offers are shut out either way; what differs is by which limits"), "{told}");
    let told = shut_out_hinge(|brief| {
        same(brief);
        brief.answer.shut_out[0].sets[0].presence = Presence::Some { when: vec![vec![set("toll-link", "as-denied")]] };
    });
    assert!(told.contains("As reported  as with this point open"), "{told}");
    assert!(told.contains("shut out: Bermark shares a toll only if the level is raised (by Ardland keeps"), "{told}");
}

#[test]
fn parties_that_are_enough_only_elsewhere_are_named_where_nothing_else_is() {
    let told = shut_out_hinge(|brief| {
        let hinge = &mut brief.answer.hinges[0];
        (hinge.first, hinge.changes) = (Level::Enough, vec![Level::Enough]);
        hinge.effects[1].enough.push(vec!["ber".into()]);
    });
    assert!(told.contains("As reported  not enough in every reading: Bermark alone"), "{told}");
    assert!(told.contains("As denied    enough in every reading: Bermark alone"), "{told}");
}

#[test]
fn where_only_a_limit_that_nothing_meets_excludes_every_agreement_the_rest_is_said_to_stand() {
    let mut brief = fixture::brief(AS_TOLD);
    brief.answer.clashes.retain(|clash| clash.id == "both");
    brief.answer.knots.remove(0);
    brief.answer.knots[0].clashes.retain(|id| id == "both");
    let told = terminal::why(&brief, Style::default());
    assert!(told.contains("no clash between parties"), "{told}");
    assert!(told.ends_with("All other stated limits can stand together.\n"), "{told}");
    assert!(terminal::brief(&brief, Style::default()).contains("All other stated limits can stand together."));
}
