//! Do the pictures show what the brief holds, each mark once, in its order, and nothing over anything else?
//!
//! Everything is read off the page itself, so that no picture is checked with its own arithmetic.

use crate::fixture;
use std::collections::BTreeSet;
use zopa_finding::*;
use zopa_report::html;

/// Numbers that look random and are the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn title(&mut self) -> String {
        const TITLES: [&str; 6] = [
            "Vote",
            "The Confederated Harbours of the Nearer and the Farther Shore, meeting as one for the first time",
            "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsausschussvorsitz",
            "قاسيا والميناء البعيد",
            "\"><script>alert('&')</script>",
            "",
        ];
        TITLES[self.roll(TITLES.len())].to_owned()
    }
}

/// The drawing of this class.
fn drawing(page: &str, class: &str) -> String {
    let start = page.find(&format!("<svg class=\"pic {class}")).unwrap_or_else(|| panic!("no picture {class}"));
    page[start..].split("</svg>").next().unwrap().to_owned()
}

/// All elements of this name: their attributes, and what they hold.
fn elements<'a>(drawing: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let open = format!("<{name} ");
    let part = |rest: &'a str| rest.split_once('>').map(|(tag, inner)| (tag, inner.split("</").next().unwrap()));
    drawing.split(open.as_str()).skip(1).filter_map(part).collect()
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let marker = format!("{name}=\"");
    let at = tag.match_indices(&marker).find(|(at, _)| *at == 0 || tag.as_bytes()[at - 1] == b' ')?.0;
    tag[at + marker.len()..].split('"').next()
}

fn number(tag: &str, name: &str) -> i64 {
    attribute(tag, name).unwrap_or_else(|| panic!("no {name} in {tag}")).parse().unwrap()
}

fn classed(tag: &str, class: &str) -> bool {
    attribute(tag, "class").is_some_and(|list| list.split(' ').any(|c| c == class))
}

/// A rectangle: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Box4(i64, i64, i64, i64);

impl Box4 {
    fn meets(self, other: Box4) -> bool {
        self.0 < other.2 && other.0 < self.2 && self.1 < other.3 && other.1 < self.3
    }
    fn around(x: i64, y: i64, r: i64) -> Box4 {
        Box4(x - r, y - r, x + r, y + r)
    }
}

fn texts(drawing: &str) -> Vec<Box4> {
    let one = |(tag, _): &(&str, &str)| {
        let (x, y) = (number(tag, "x"), number(tag, "y"));
        Box4(x, y, x + number(tag, "width"), y + number(tag, "height"))
    };
    elements(drawing, "foreignObject").iter().map(one).collect()
}

fn frame(drawing: &str) -> Box4 {
    let tag = drawing.split('>').next().unwrap();
    Box4(0, 0, number(tag, "width"), number(tag, "height"))
}

fn apart(what: &str, boxes: &[Box4]) {
    for (n, one) in boxes.iter().enumerate() {
        for other in &boxes[n + 1..] {
            assert!(!one.meets(*other), "{what}: {one:?} lies over {other:?}");
        }
    }
}

fn inside(frame: Box4, boxes: &[Box4]) {
    for one in boxes {
        assert!(one.0 >= 0 && one.1 >= 0 && one.2 <= frame.2 && one.3 <= frame.3, "{one:?} leaves {frame:?}");
    }
}

/// The corners of a line of level and upright pieces.
fn corners(line: &str) -> Vec<(i64, i64)> {
    let mut at = (0, 0);
    let mut out = Vec::new();
    let mut rest = line;
    while let Some(letter) = rest.chars().next() {
        let end = rest[1..].find(|c: char| c.is_ascii_uppercase()).map_or(rest.len(), |n| n + 1);
        let values: Vec<i64> =
            rest[1..end].split([' ', ',']).filter(|v| !v.is_empty()).map(|v| v.parse().unwrap()).collect();
        match letter {
            'M' => at = (values[0], values[1]),
            'H' => at.0 = values[0],
            'V' => at.1 = values[0],
            'Z' => {}
            'L' => at = (values[0], values[1]),
            other => panic!("{other} in {line}"),
        }
        out.push(at);
        rest = &rest[end..];
    }
    out
}

fn lines(drawing: &str, class: &str) -> Vec<Vec<(i64, i64)>> {
    let own = elements(drawing, "path").into_iter().filter(|(tag, _)| classed(tag, class));
    own.map(|(tag, _)| corners(attribute(tag, "d").unwrap())).collect()
}

/// The marks of steps: circles, squares, diamonds.
fn marks(drawing: &str) -> Vec<Box4> {
    let circles =
        elements(drawing, "circle").into_iter().map(|(t, _)| Box4::around(number(t, "cx"), number(t, "cy"), 7));
    let squares =
        elements(drawing, "rect").into_iter().map(|(t, _)| Box4::around(number(t, "x") + 7, number(t, "y") + 7, 7));
    let diamonds = lines(drawing, "h").into_iter().map(|c| Box4::around(c[0].0, c[0].1 + 9, 9));
    circles.chain(squares).chain(diamonds).collect()
}

// ---- steps ----

fn random_steps(dice: &mut Dice) -> Brief {
    let mut brief = fixture::brief();
    let parties = 1 + dice.roll(12);
    brief.parties = (0..parties).map(|n| Party { name: format!("p{n}"), title: dice.title(), of: None }).collect();
    let count = 1 + dice.roll(40);
    let waits = dice.roll(3);
    brief.steps = (0..count)
        .map(|n| {
            let by: BTreeSet<usize> = (0..[0, 1, 1, 1, 2, 3][dice.roll(6)]).map(|_| dice.roll(parties)).collect();
            let wait = |dice: &mut Dice| Wait {
                for_step: format!("s{}", dice.roll(count)),
                only: dice.roll(2) == 0,
                claim: None,
                contested: dice.roll(3) == 0,
            };
            StepEntry {
                name: format!("s{n}"),
                title: dice.title(),
                by: by.into_iter().map(|p| format!("p{p}")).collect(),
                gate: dice.roll(4) == 0,
                about: vec![],
                taken: if dice.roll(2) == 0 { StepTaken::Optional } else { StepTaken::Always },
                irreversible: dice.roll(4) == 0,
                waits: (0..dice.roll(waits + 1)).map(|_| wait(dice)).collect(),
                quotes: vec![],
            }
        })
        .collect();
    brief
}

/// The pieces of a line, as flat boxes.
fn pieces(line: &[(i64, i64)]) -> Vec<Box4> {
    let flat = |w: &[(i64, i64)]| Box4(w[0].0.min(w[1].0), w[0].1.min(w[1].1), w[0].0.max(w[1].0), w[0].1.max(w[1].1));
    line.windows(2).map(flat).collect()
}

/// Do two level or two upright pieces run along each other?
fn along(one: Box4, other: Box4) -> bool {
    let level = |b: Box4| b.1 == b.3;
    let upright = |b: Box4| b.0 == b.2;
    (level(one) && level(other) && one.1 == other.1 && one.0 < other.2 && other.0 < one.2)
        || (upright(one) && upright(other) && one.0 == other.0 && one.1 < other.3 && other.1 < one.3)
}

fn wide(one: Box4) -> Box4 {
    Box4(one.0, one.1, one.2.max(one.0 + 1), one.3.max(one.1 + 1))
}

#[test]
fn steps_stand_apart_and_arrows_meet_only_their_own() {
    let mut dice = Dice(7);
    for round in 0..150 {
        let brief = random_steps(&mut dice);
        let drawing = drawing(&html(&brief), "steps");
        let (frame, marks, titles) = (frame(&drawing), marks(&drawing), texts(&drawing));
        let wanted: usize = brief.steps.iter().map(|s| s.by.len().max(1)).sum();
        assert_eq!(marks.len(), wanted, "case {round}");
        let all: Vec<Box4> = marks.iter().chain(&titles).copied().collect();
        apart("marks and titles", &all);
        inside(frame, &all);
        let pairs: BTreeSet<(&str, &str)> =
            brief.steps.iter().flat_map(|s| s.waits.iter().map(|w| (w.for_step.as_str(), s.name.as_str()))).collect();
        let arrows = lines(&drawing, "a");
        assert_eq!(arrows.len(), pairs.len(), "case {round}");
        arrows_meet_only_their_own(&arrows, &marks, &titles, frame);
        let bars: Vec<Box4> = lines(&drawing, "j").iter().flat_map(|bar| pieces(bar)).map(wide).collect();
        let several = brief.steps.iter().map(|s| s.by.len()).filter(|by| *by > 1);
        assert!(several.eq(bars.iter().map(|bar| marks.iter().filter(|mark| mark.meets(*bar)).count())));
        assert!(bars.iter().all(|bar| titles.iter().all(|title| !title.meets(*bar))), "a bar runs over a title");
        apart("bars", &bars);
    }
}

fn arrows_meet_only_their_own(arrows: &[Vec<(i64, i64)>], marks: &[Box4], titles: &[Box4], frame: Box4) {
    let near = |(x, y): (i64, i64)| -> Vec<usize> {
        let close = |m: &Box4| wide(*m).meets(Box4::around(x, y, 6));
        (0..marks.len()).filter(|n| close(&marks[*n])).collect()
    };
    let ends: Vec<(Vec<usize>, Vec<usize>)> =
        arrows.iter().map(|arrow| (near(arrow[0]), near(*arrow.last().unwrap()))).collect();
    for (arrow, (start, end)) in arrows.iter().zip(&ends) {
        assert!(start.len() == 1 && end.len() == 1, "{arrow:?} begins at {start:?} and ends at {end:?}");
        inside(frame, &pieces(arrow));
        for piece in pieces(arrow) {
            assert!(titles.iter().all(|title| !title.meets(wide(piece))), "{arrow:?} runs over a title");
            for (n, mark) in marks.iter().enumerate() {
                assert!(!mark.meets(wide(piece)), "{arrow:?} runs over mark {n}");
            }
        }
    }
    for (n, one) in arrows.iter().enumerate() {
        for (m, other) in arrows.iter().enumerate().skip(n + 1) {
            let strangers = ends[n].0 != ends[m].0 && ends[n].1 != ends[m].1;
            let together = pieces(one).iter().any(|a| pieces(other).iter().any(|b| along(*a, *b)));
            assert!(!(strangers && together), "{one:?} and {other:?} run along each other");
        }
    }
}

/// Alba's step waits for Borea's, and the other way round: both arrows are drawn, one of them back.
#[test]
fn a_circle_of_orders_is_drawn_with_both_its_arrows() {
    let mut brief = fixture::brief();
    brief.steps.truncate(2);
    let wait = Wait { for_step: "leave".to_owned(), only: true, claim: None, contested: false };
    brief.steps[1].waits.push(wait);
    let drawing = drawing(&html(&brief), "steps");
    let arrows = lines(&drawing, "a");
    assert_eq!(arrows.len(), 2);
    assert_eq!(arrows.iter().filter(|a| a[0].0 < a[a.len() - 1].0).count(), 1, "one goes on, one goes back");
}

#[test]
fn the_shape_of_a_step_says_what_it_is() {
    let drawing = drawing(&html(&fixture::brief()), "steps");
    let hollow = |name| elements(&drawing, name).iter().filter(|(tag, _)| classed(tag, "h")).count();
    assert_eq!((elements(&drawing, "rect").len(), hollow("path"), hollow("circle")), (1, 1, 0));
    assert_eq!(
        elements(&drawing, "path").iter().filter(|(tag, _)| classed(tag, "c")).count(),
        1,
        "one order is contested"
    );
}

/// Where forty steps wait for each other, numbers lead to the table, which has the same.
#[test]
fn a_long_chain_goes_by_numbers() {
    let mut brief = fixture::brief();
    let first = brief.steps[1].clone();
    let step = |n: usize| StepEntry {
        name: format!("s{n}"),
        waits: (n > 0)
            .then(|| Wait { for_step: format!("s{}", n - 1), only: true, claim: None, contested: false })
            .into_iter()
            .collect(),
        ..first.clone()
    };
    brief.steps = (0..40).map(step).collect();
    let page = html(&brief);
    let drawing = drawing(&page, "steps");
    let numbers: Vec<String> = elements(&drawing, "text").iter().map(|(_, n)| (*n).to_owned()).collect();
    assert_eq!(numbers, (1..=40).map(|n| n.to_string()).collect::<Vec<_>>());
    let at: Vec<i64> = elements(&drawing, "text").iter().map(|(tag, _)| number(tag, "x")).collect();
    assert!(at.is_sorted_by(|a, b| a < b), "each stands after the one it waits for");
    assert!(page.contains("<b class=\"nr\">40</b> Vote of the council"));
}

// ---- rounds ----

/// The first and last day of a date, counted as the tests like: 31 days in every month.
fn span(date: &str) -> Option<(i64, i64)> {
    let parts: Vec<i64> = date.split('-').map(str::parse).collect::<Result<_, _>>().ok()?;
    let day = |y: i64, m: i64, d: i64| (y * 12 + m) * 31 + d;
    Some(match parts.as_slice() {
        [y] => (day(*y, 1, 1), day(*y, 12, 31)),
        [y, m] => (day(*y, *m, 1), day(*y, *m, 31)),
        [y, m, d, ..] => (day(*y, *m, *d), day(*y, *m, *d)),
        [] => return None,
    })
}

fn random_date(dice: &mut Dice) -> String {
    let (year, month, day) = (2024 + dice.roll(3), 1 + dice.roll(12), 1 + dice.roll(28));
    match dice.roll(8) {
        0 => "?".to_owned(),
        1 => format!("{year}-{month:02}"),
        2 if dice.roll(4) == 0 => year.to_string(),
        _ => format!("{year}-{month:02}-{day:02}"),
    }
}

fn random_rounds(dice: &mut Dice) -> Brief {
    let mut brief = fixture::brief();
    let tracks = dice.roll(4);
    let track = |dice: &mut Dice, n| Track { name: format!("t{n}"), title: dice.title(), with: vec![], quotes: vec![] };
    brief.tracks = (0..tracks).map(|n| track(dice, n)).collect();
    let dated = dice.roll(3);
    let count = 1 + dice.roll(30);
    brief.rounds = (0..count)
        .map(|n| Round {
            name: format!("r{n}"),
            title: dice.title(),
            track: (tracks > 0 && dice.roll(4) > 0).then(|| format!("t{}", dice.roll(tracks.max(1)))),
            on: (dated > 0).then(|| {
                if dated == 1 { random_date(dice) } else { format!("2026-0{}-{:02}", 1 + n / 10, 1 + dice.roll(28)) }
            }),
            after: None,
            after_outside: false,
            expected: dice.roll(5) == 0,
            quotes: vec![],
        })
        .collect();
    let entry = |round: &Round, expiries| RoundEntry {
        round: Some(round.name.clone()),
        claims: vec!["offer".to_owned()],
        changes: vec![],
        not_repeated: vec![],
        expiries,
        leaders: vec![],
    };
    let claims = ["offer", "linked", "toll-paid"];
    let expiries = |dice: &mut Dice| -> Vec<(String, String)> {
        (0..dice.roll(2)).map(|_| (claims[dice.roll(3)].to_owned(), random_date(dice))).collect()
    };
    brief.timeline = brief.rounds.iter().map(|round| entry(round, expiries(dice))).collect();
    brief
}

/// The marks of rounds by their numbers: middle, and whether hollow.
fn held(drawing: &str) -> Vec<(usize, i64, i64, bool)> {
    let marks = elements(drawing, "circle").into_iter().filter(|(tag, _)| number(tag, "r") == 11);
    let numbers = elements(drawing, "text").into_iter().filter(|(tag, _)| classed(tag, "in"));
    let mut all: Vec<_> = marks
        .zip(numbers)
        .map(|((tag, _), (_, n))| (n.parse().unwrap(), number(tag, "cx"), number(tag, "cy"), classed(tag, "h")))
        .collect();
    all.sort_unstable();
    all
}

/// The names of the rounds in the order of the list.
fn listed(page: &str) -> Vec<String> {
    let start = page.find("<ol class=\"rounds\">").unwrap();
    page[start..].split(" id=\"round-").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn rounds_stand_apart_and_none_before_an_earlier_one() {
    let mut dice = Dice(11);
    let mut to_scale = 0;
    for case in 0..250 {
        let brief = random_rounds(&mut dice);
        let page = html(&brief);
        let (drawing, names) = (drawing(&page, "time"), listed(&page));
        let held = held(&drawing);
        assert_eq!(held.len(), brief.rounds.len(), "case {case}");
        assert!(held.iter().map(|h| h.0).eq(1..=held.len()), "each number once");
        let circles: Vec<Box4> = held.iter().map(|h| Box4::around(h.1, h.2, 11)).collect();
        let all: Vec<Box4> = circles.iter().copied().chain(texts(&drawing)).collect();
        apart("rounds and titles", &all);
        inside(frame(&drawing), &all);
        let round = |n: usize| brief.rounds.iter().find(|r| r.name == names[n - 1]).unwrap();
        let days = |n: usize| round(n).on.as_deref().and_then(span);
        for one in &held {
            assert_eq!(one.3, round(one.0).expected, "a round yet to be held is hollow");
            for other in &held {
                if let (Some(a), Some(b)) = (days(one.0), days(other.0)) {
                    assert!(
                        a.1 >= b.0 || (one.1 <= other.1 && one.0 < other.0),
                        "case {case}: {one:?} is before {other:?}"
                    );
                }
            }
        }
        to_scale += usize::from(drawing.contains("class=\"tick\""));
    }
    assert!((30..220).contains(&to_scale), "both kinds of line are tried: {to_scale}");
}

#[test]
fn every_expiry_has_its_row_and_a_question_mark_where_no_date_is_known() {
    let mut dice = Dice(13);
    for case in 0..100 {
        let brief = random_rounds(&mut dice);
        let drawing = drawing(&html(&brief), "time");
        let told: BTreeSet<&(String, String)> = brief.timeline.iter().flat_map(|e| &e.expiries).collect();
        let unknown = told.iter().filter(|(_, date)| date == "?").count();
        assert_eq!(lines(&drawing, "until").len(), told.len(), "case {case}");
        assert_eq!(lines(&drawing, "cap").len(), told.len() - unknown, "case {case}");
        assert_eq!(drawing.matches("class=\"ask\"").count(), unknown, "case {case}");
    }
}

fn dated(dates: &[&str]) -> Brief {
    let mut brief = fixture::brief();
    let first = brief.rounds[0].clone();
    let round = |(n, on): (usize, &&str)| Round {
        name: format!("r{n}"),
        on: Some((*on).to_owned()),
        after: None,
        ..first.clone()
    };
    brief.rounds = dates.iter().enumerate().map(round).collect();
    brief.timeline.clear();
    brief
}

#[test]
fn distances_between_dates_are_to_scale() {
    // 2026 has no leap day: 31, 28 + 31 and 30 + 31 + 30 days apart.
    let drawing = drawing(&html(&dated(&["2026-01-01", "2026-02-01", "2026-04-01", "2026-07-01"])), "time");
    let x: Vec<i64> = held(&drawing).iter().map(|h| h.1).collect();
    let per_day = (x[3] - x[0]) as f64 / 181.0;
    for (at, days) in [(1, 31.0), (2, 90.0)] {
        assert!(((x[at] - x[0]) as f64 - days * per_day).abs() <= 1.0, "{x:?}");
    }
    assert_eq!(lines(&drawing, "o").len(), 0);
}

#[test]
fn a_date_that_nobody_reports_gets_no_place_on_the_scale() {
    // Between two dates: nothing is to scale then, all stand evenly.
    let between = drawing(&html(&dated(&["2026-01-01", "?", "2026-12-01"])), "time");
    let x: Vec<i64> = held(&between).iter().map(|h| h.1).collect();
    assert_eq!(x[1] - x[0], x[2] - x[1]);
    assert!(!between.contains("class=\"tick\""));
    assert_eq!(lines(&between, "o").len(), 2);
    // After them: in a part of its own that says so.
    let after = drawing(&html(&dated(&["2026-01-01", "2026-12-01", "?"])), "time");
    assert!(after.contains("class=\"tick\"") && after.contains(">date not reported</text>"));
    let part = lines(&after, "part")[0][0].0;
    let x: Vec<i64> = held(&after).iter().map(|h| h.1).collect();
    assert!(x[1] < part && part < x[2]);
}

#[test]
fn a_month_is_a_stroke_as_long_as_it_lasts() {
    let drawing = drawing(&html(&dated(&["2026-01-01", "2026-03", "2026-06-01"])), "time");
    let stroke = &lines(&drawing, "span")[0];
    let x: Vec<i64> = held(&drawing).iter().map(|h| h.1).collect();
    assert_eq!(stroke[0].0, x[1]);
    let days = (stroke[1].0 - stroke[0].0) as f64 * 151.0 / (x[2] - x[0]) as f64;
    assert!((days - 30.0).abs() < 1.0, "{days}");
}

// ---- commitments, who is heard, origins ----

/// The element with this id, up to the end of its kind.
fn part<'a>(page: &'a str, id: &str, end: &str) -> &'a str {
    let at = page.find(&format!(" id=\"{id}\"")).unwrap();
    page[at..].split(end).next().unwrap()
}

#[test]
fn a_commitment_has_every_field_once_and_its_holes_are_drawn() {
    let mut dice = Dice(17);
    for _ in 0..50 {
        let mut brief = fixture::brief();
        for field in &mut brief.commitments[0].fields {
            field.values = if dice.roll(2) == 0 { vec![dice.title()] } else { vec![] };
            field.quotes = if dice.roll(2) == 0 { vec![18] } else { vec![] };
        }
        let page = html(&brief);
        let picture = part(&page, "commitment-guard", "</article>");
        let fields = &brief.commitments[0].fields;
        let holes =
            fields.iter().filter(|f| f.quotes.is_empty() && (f.values.is_empty() || f.field == "below")).count();
        assert_eq!(picture.matches("<dt>").count(), fields.len());
        assert_eq!(picture.matches("hole\"").count(), holes);
        let order: Vec<&str> = picture.split("<dt>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
        assert_eq!(order.iter().collect::<BTreeSet<_>>().len(), fields.len());
        assert_eq!(&order[..4], &["Who gives it", "What kind", "To whom", "What sets it off"]);
    }
}

#[test]
fn a_bar_is_as_long_as_its_number() {
    let mut brief = fixture::brief();
    let voice = |by: &str, words| Spoken { by: vec![by.to_owned()], words };
    brief.heard[0] = Heard {
        party: Some("alba".to_owned()),
        words: 40,
        speakers: vec!["orme".to_owned(), "insiders".to_owned()],
        voices: vec![voice("orme", 30), voice("insiders", 10)],
    };
    let page = html(&brief);
    let rows: Vec<&str> = part(&page, "heard", "</section>").split("<tr>").skip(2).collect();
    let width = |row: &str, class: &str| -> f64 {
        let bar = row.split(&format!("class=\"{class}\" style=\"width:")).nth(1);
        bar.map_or(0.0, |rest| rest.split('%').next().unwrap().parse().unwrap())
    };
    assert_eq!((width(rows[0], "bar-n"), width(rows[0], "bar-u")), (75.0, 25.0));
    assert_eq!((width(rows[1], "bar-n"), width(rows[1], "bar-u")), (0.0, 0.0));
    assert_eq!((width(rows[2], "bar-n"), width(rows[2], "bar-u")), (0.0, 17.5));
    for (row, words) in rows.iter().zip([40, 0, 7]) {
        assert!(row.contains(&format!("<td class=\"num\">{words}</td>")));
    }
    assert!(rows[0].contains("Ada Orme 30; people close to the talks 10"));
}

#[test]
fn origins_have_a_mark_for_each_telling_and_reports_their_clashes() {
    let brief = fixture::brief();
    let page = html(&brief);
    let table = part(&page, "known", "</table>");
    let body = table.split("<tbody>").nth(1).unwrap();
    let told = |kind| brief.origins.iter().flat_map(|o| &o.tellings).filter(|t| t.kind == kind).count();
    for (class, kind) in [("f", TellingKind::FirstHand), ("h", TellingKind::Retold), ("c", TellingKind::Copied)] {
        assert_eq!(body.matches(&format!("class=\"og {class}\"")).count(), told(kind), "{class}");
    }
    let foot = body.split("<tfoot>").nth(1).unwrap();
    let gone = |report: &str| {
        brief.answer.clashes.iter().filter(|c| c.limits.len() > 1 && c.rests_on.iter().any(|r| r == report)).count()
    };
    let wanted: Vec<String> = ["post", "echo", "gazette"].iter().map(|r| format!("<td>{}</td>", gone(r))).collect();
    assert!(foot.contains(&wanted.concat()), "{foot}");
}

/// Report 3 is copied by two, one of them copied again: each copy stands after what it copies, beside its fellows.
#[test]
fn the_way_of_a_claim_branches_where_a_report_is_copied() {
    let mut brief = fixture::brief();
    let report = |source: &str, copies: Option<&str>| ChainLink::Report {
        source: source.to_owned(),
        copies: copies.map(str::to_owned),
        quotes: vec![],
    };
    brief.way = Some((
        "linked".to_owned(),
        vec![report("post", None), report("echo", Some("post")), report("gazette", Some("post"))],
    ));
    let page = html(&brief);
    let way =
        page.split("<ol class=\"way\">").skip(1).map(|rest| rest.split("</ol>").next().unwrap()).collect::<Vec<_>>();
    assert_eq!(way.len(), 4, "the way, the report, and a way for each copy");
    assert!(way[2].contains("دو") && !way[2].contains("Gazette") && way[3].contains("Gazette"));
}

#[test]
fn pictures_change_only_with_their_brief() {
    let mut dice = Dice(19);
    for _ in 0..20 {
        let mut brief = random_rounds(&mut dice);
        let other = random_steps(&mut dice);
        (brief.parties, brief.steps) = (other.parties, other.steps);
        assert_eq!(html(&brief), html(&brief.clone()));
        assert!(!html(&brief).contains("<script"));
    }
}
