//! Random commitments and random lists of events, in the language itself: what is told of what is owed stands before the
//! second opinion, which is written from the definition alone.
//!
//! `ZOPA_RANDOM=20000 cargo test -p zopa --test it tracks_random` for more of them, and `ZOPA_SEED=7` for
//! one, with its texts.

use crate::examples::root;
use crate::random::Dice;
use crate::tracks_maker::Maker;
use std::collections::BTreeMap;
use zopa::finding::track::Track;
use zopa::{Read, Request, Texts};

/// What the second opinion has against it, and the answer.
fn held_against(read: &Read, list: &str, as_of: Option<&str>) -> (Vec<String>, Track) {
    let events = zopa_syntax::events::events(list);
    let (rows, faults) = zopa_case::happened(&read.case, &events);
    assert!(faults.is_empty() && events.diagnostics.is_empty(), "{faults:?} {:?}\n{list}", events.diagnostics);
    let moment = as_of.and_then(|date| events.date(date)).and_then(|date| date.to);
    let track = read.track(&Request::default(), list, as_of).unwrap();
    let faults = zopa_verify::track(&read.case, &rows, moment, &track);
    (faults.iter().map(ToString::to_string).collect(), track)
}

#[test]
fn what_is_told_of_a_random_list_stands_before_the_second_opinion() {
    let count = std::env::var("ZOPA_RANDOM").ok().and_then(|n| n.parse().ok()).unwrap_or(300);
    let only: Option<u64> = std::env::var("ZOPA_SEED").ok().and_then(|n| n.parse().ok());
    let (mut wrong, mut states, mut open) = (Vec::new(), BTreeMap::new(), 0);
    for seed in only.map_or(0..count, |seed| seed..seed + 1) {
        let mut make = Maker::new(Dice(seed));
        let text = make.case();
        let (list, as_of) = make.list();
        let read = zopa::read(&Texts::of_case("random", &text));
        if read.errors() > 0 {
            wrong.push(format!("seed {seed}: {:?}", read.diagnostics));
            continue;
        }
        let (faults, track) = held_against(&read, &list, as_of.as_deref());
        let findings =
            track.standing.iter().map(|one| &one.finding).chain(track.duties.iter().map(|duty| &duty.finding));
        for finding in findings {
            *states.entry(finding.state).or_insert(0) += 1;
            open += finding.open.len();
        }
        if !faults.is_empty() {
            let shown = only.map_or(String::new(), |_| format!("{text}\n{list}as of {as_of:?}\n"));
            wrong.push(format!("seed {seed}:\n{}\n{shown}", faults.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    // The lists are of all kinds.
    assert!(only.is_some() || (states.len() >= 12 && open as u64 > count), "{states:?}, {open} open");
}

#[test]
fn what_is_said_of_each_list_stands_before_the_second_opinion() {
    let folder = root().join("tests/tracks");
    let mut wrong = Vec::new();
    let mut lists = 0;
    for file in std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_none_or(|ext| ext != "events") {
            continue;
        }
        lists += 1;
        let list = std::fs::read_to_string(&file).unwrap();
        let head = |what: &str| list.lines().find_map(|line| line.strip_prefix(what));
        let name = head("# case: ").unwrap();
        let read =
            zopa::read(&Texts::of_case(name, &std::fs::read_to_string(folder.join(format!("{name}.zopa"))).unwrap()));
        let (faults, _) = held_against(&read, &list, head("# as of: "));
        if !faults.is_empty() {
            wrong.push(format!("{}:\n{}", file.display(), faults.join("\n")));
        }
    }
    assert!(lists >= 50 && wrong.is_empty(), "{} of {lists} differ:\n{}", wrong.len(), wrong.join("\n"));
}
