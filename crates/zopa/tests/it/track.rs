//! What is owed after a list of events: one file a list in `tests/tracks`, with what is said of it beside it.
//! `ZOPA_BLESS=1 cargo test -p zopa --test it track` writes the texts anew.
//!
//! A list begins with rows `# case: NAME`, the case beside it; `# as of: DATE`; and `# not reported: ...` where the answer has
//! to leave something open.

use crate::examples::root;
use std::fs;
use std::path::PathBuf;
use zopa::finding::track::Track;
use zopa::report::{diagnostics, markdown, terminal};
use zopa::{Read, Request, Texts, Untracked, read};

fn folder() -> PathBuf {
    root().join("tests/tracks")
}

fn files(folder: &str) -> Vec<(PathBuf, String)> {
    let all = fs::read_dir(self::folder().join(folder)).unwrap().map(|file| file.unwrap().path());
    let mut paths: Vec<PathBuf> = all.filter(|path| path.extension().is_some_and(|ext| ext == "events")).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// What a row at the head of a list says.
fn said<'a>(list: &'a str, what: &str) -> Option<&'a str> {
    list.lines().find_map(|line| line.strip_prefix(what))
}

fn case_of(list: &str) -> Read {
    let name = said(list, "# case: ").expect("a list names its case");
    let text = fs::read_to_string(folder().join(format!("{name}.zopa"))).unwrap();
    let read = read(&Texts::of_case(name, &text));
    assert_eq!(read.errors(), 0, "{name}: {:?}", read.diagnostics);
    read
}

fn tracked(list: &str) -> Result<Track, Untracked> {
    case_of(list).track(&Request::default(), list, said(list, "# as of: "))
}

fn beside(path: &std::path::Path, said: &str) -> Option<String> {
    let place = path.with_extension("txt");
    if std::env::var_os("ZOPA_BLESS").is_some() {
        fs::write(&place, said).unwrap();
    }
    let expected = fs::read_to_string(&place).unwrap_or_default();
    (expected != said).then(|| format!("{}: is said now\n{said}", place.display()))
}

#[test]
fn what_is_said_of_each_list_stands_beside_it() {
    let lists = files("");
    assert!(lists.len() >= 50, "{}", lists.len());
    let mut differing = Vec::new();
    for (path, list) in &lists {
        let track = tracked(list).unwrap_or_else(|why| panic!("{}: {why:?}", path.display()));
        differing.extend(beside(path, &terminal::track(&track, terminal::Style::default())));
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// Where something is not reported, something is open, and both ways are told; elsewhere nothing is.
#[test]
fn what_is_not_reported_is_left_open_and_nothing_else() {
    let mut open = 0;
    for (path, list) in files("") {
        let track = tracked(&list).unwrap();
        let standing = track.standing.iter().map(|one| &one.finding);
        let branches = standing.chain(track.duties.iter().map(|duty| &duty.finding)).any(|one| !one.open.is_empty());
        let vague = said(&list, "# case: ") == Some("vague");
        let expected = said(&list, "# not reported: ").is_some();
        assert!(branches == expected || vague, "{}: open is {branches}", path.display());
        open += usize::from(expected && branches);
    }
    assert!(open >= 12, "{open}");
}

#[test]
fn a_bad_line_is_one_message_with_its_place_and_a_way_out() {
    let mut differing = Vec::new();
    for (path, list) in files("errors") {
        let Err(Untracked::List(found)) = tracked(&list) else { panic!("{}: no message", path.display()) };
        let rows: Vec<usize> =
            found.iter().map(|told| list[..told.primary.span.start as usize].lines().count()).collect();
        let mut once = rows.clone();
        once.dedup();
        assert_eq!(rows, once, "{}: two messages for one line", path.display());
        assert!(
            found
                .iter()
                .all(|told| !told.help.is_empty() && told.message.contains('`') || told.message.contains("missing"))
        );
        let files = [(path.file_name().unwrap().to_string_lossy().into_owned(), list.clone())];
        differing.extend(beside(&path, &diagnostics::diagnostics(&found, &files, false)));
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn a_date_that_nobody_can_read_is_asked_about_again() {
    let list = "# case: lights\n2026-02-01 raid\n";
    let Err(Untracked::Asked(problems)) = case_of(list).track(&Request::default(), list, Some("soon")) else {
        panic!()
    };
    assert_eq!(problems[0].code, "bad-time");
    assert!(problems[0].message.contains("`soon`"));
}

/// The state after each event is the one that is told as of its moment.
#[test]
fn the_course_is_what_each_moment_says() {
    for (path, list) in files("") {
        let whole = tracked(&list).unwrap();
        for turn in whole.course.iter().filter(|turn| !turn.standing) {
            let Some(at) = turn.at.to.as_deref() else { continue };
            let then = case_of(&list).track(&Request::default(), &list, Some(at)).unwrap();
            let same = then.duties.iter().find(|duty| {
                duty.commitment == turn.commitment
                    && duty.set_off == turn.set_off
                    && duty.finding.state == turn.finding.state
            });
            assert!(same.is_some(), "{}: as of {at}: {turn:?}\n{:?}", path.display(), then.duties);
        }
    }
}

/// Nothing hangs on the order of lines but their numbers.
#[test]
fn lines_may_stand_in_any_order() {
    for (path, list) in files("") {
        let lines: Vec<&str> = list.lines().collect();
        let (head, events): (Vec<&str>, Vec<&str>) =
            lines.into_iter().partition(|line| line.starts_with('#') || line.starts_with("offset"));
        let turned: Vec<&str> = head.into_iter().chain(events.into_iter().rev()).collect();
        let stands = |list: &str| {
            let track = tracked(list).unwrap();
            let of = |finding: &zopa::finding::track::Finding| {
                let asked: Vec<_> = finding.open.iter().map(|branch| (branch.test, branch.state, branch.why)).collect();
                (asked, finding.state)
            };
            let mut duties: Vec<_> = track
                .duties
                .iter()
                .map(|duty| (&duty.commitment.name, &duty.when, &duty.due, of(&duty.finding)))
                .map(|all| format!("{all:?}"))
                .collect();
            duties.sort();
            let standing: Vec<_> = track.standing.iter().map(|one| format!("{:?}", of(&one.finding))).collect();
            (duties, standing)
        };
        assert_eq!(stands(&list), stands(&turned.join("\n")), "{}", path.display());
    }
}

#[test]
fn without_events_nothing_is_owed_that_an_event_sets_off() {
    let text = fs::read_to_string(folder().join("lights.zopa")).unwrap();
    let case = read(&Texts::of_case("lights", &text));
    let alone = case.track(&Request::default(), "", None).unwrap();
    assert!(alone.duties.is_empty() && alone.events.is_empty() && alone.as_of.is_none());
    assert_eq!(alone.standing.len(), 1);
    // The brief has the same.
    let binding = case.brief(&Request::default()).unwrap().binding.unwrap();
    assert_eq!((binding.standing, binding.duties), (alone.standing, alone.duties));
}

#[test]
fn a_saved_track_is_the_same_read_again_and_twice_the_same_bytes() {
    for (_, list) in files("") {
        let track = tracked(&list).unwrap();
        let saved = serde_json::to_string(&track).unwrap();
        assert_eq!(serde_json::from_str::<Track>(&saved).unwrap(), track);
        assert_eq!(serde_json::to_string(&tracked(&list).unwrap()).unwrap(), saved);
        assert!(saved.starts_with("{\"format\":\"zopa-track/1\""));
    }
}

/// Parties of a list exchanged, and exchanged back in what is said.
#[test]
fn two_parties_can_be_exchanged() {
    let pairs =
        [("lights", ("isles", "The Isles"), ("east", "East Shore")), ("hours", ("north", "North"), ("south", "South"))];
    for (case, one, two) in pairs {
        let text = fs::read_to_string(folder().join(format!("{case}.zopa"))).unwrap();
        for (path, list) in files("").into_iter().filter(|(_, list)| said(list, "# case: ") == Some(case)) {
            let told = |case: &str, list: &str| {
                let read = read(&Texts::of_case("exchange", case));
                assert_eq!(read.errors(), 0, "{:?}", read.diagnostics);
                let track = read.track(&Request::default(), list, said(list, "# as of: ")).unwrap();
                let style = terminal::Style { width: 10_000, colour: false };
                [terminal::track(&track, style), markdown::track(&track), serde_json::to_string_pretty(&track).unwrap()]
            };
            let swap = |text: &str| swapped(&swapped(text, one.0, two.0), one.1, two.1);
            for (before, after) in told(&text, &list).iter().zip(told(&swap(&text), &swap(&list))) {
                assert_eq!(*before, swap(&after), "{}", path.display());
            }
        }
    }
}

/// Whole words of names exchanged.
fn swapped(text: &str, one: &str, two: &str) -> String {
    let apart = |text: &str, from: &str, to: &str| {
        let mut out = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(from) {
            let (before, after) = (&rest[..at], &rest[at + from.len()..]);
            let word = |c: char| c.is_alphanumeric() || c == '-';
            let whole = !before.chars().next_back().is_some_and(word) && !after.chars().next().is_some_and(word);
            out.push_str(before);
            out.push_str(if whole { to } else { from });
            rest = after;
        }
        out + rest
    };
    apart(&apart(&apart(text, one, "\u{1}"), two, one), "\u{1}", two)
}

/// As many lines as a desk keeps in years: a response within hours to each of many assaults, with its decision.
fn many(lines: usize) -> String {
    let mut list = String::from("2025-01-01T00:00Z treaty-signed\n");
    for at in 0..lines / 3 {
        let (day, hour) = (at / 24, at % 24);
        let (month, day) = (day / 28 % 12 + 1, day % 28 + 1);
        let year = 2025 + at / (24 * 28 * 12);
        list.push_str(&format!("{year}-{month:02}-{day:02}T{hour:02}:05Z sea-assault reported by wire\n"));
        list.push_str(&format!("{year}-{month:02}-{day:02}T{hour:02}:15Z decided sea-assault by monitors\n"));
        list.push_str(&format!("{year}-{month:02}-{day:02}T{hour:02}:45Z performed answer, fleet by north\n"));
    }
    list
}

/// The bound is for a release build: `cargo test --release -p zopa --test it track::ten_thousand -- --nocapture`.
#[test]
#[allow(clippy::disallowed_methods, clippy::disallowed_types)]
fn ten_thousand_events_are_told_in_fifty_milliseconds() {
    let list = format!("# case: hours\n{}", many(7_500));
    let read = case_of(&list);
    let started = std::time::Instant::now();
    let track = read.track(&Request::default(), &list, None).unwrap();
    let took = started.elapsed();
    println!(
        "{} lines, {} events, {} duties, {} turns: {took:?}",
        list.lines().count(),
        track.events.len(),
        track.duties.len(),
        track.course.len()
    );
    assert!(track.events.len() >= 10_000);
    // A build without optimisation is measured and not held to the bound.
    assert!(cfg!(debug_assertions) || took.as_millis() < 50, "{took:?}");
}
