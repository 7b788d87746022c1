//! Is the table of the switches right? At every setting it gives the very answer that is given when the same is asked
//! for from the start.

use crate::examples::{folder, texts};
use crate::random::Maker;
use zopa::finding::{Brief, HingeKind, Switch, Switches, Together};
use zopa::{Read, Request, Texts};

fn live() -> Request {
    Request { switches: true, ..Request::default() }
}

/// Every setting that the switches allow.
fn settings(switches: &Switches) -> Vec<Vec<u32>> {
    let mut all = vec![Vec::new()];
    for values in &switches.places {
        all = all
            .iter()
            .flat_map(|part: &Vec<u32>| (0..*values).map(move |v| [part.as_slice(), &[v]].concat()))
            .collect();
    }
    all.retain(|setting| switches.allows(setting));
    all
}

/// What to ask for, so that the answer is that of a setting; `None` where several things of one name would be set aside.
fn request(switches: &Switches, setting: &[u32]) -> Option<Request> {
    let mut request = Request::default();
    for switch in &switches.switches {
        let Some(answer) = switches.set_to(setting, switch) else { continue };
        match switch.kind {
            HingeKind::Question => request.assume.push(format!("{}={}", switch.name, switch.answers[answer])),
            HingeKind::Source => request.without.push(switch.name.clone()),
            HingeKind::Origin => {
                let ambiguous = |other: &Switch| other.kind == HingeKind::Source && other.name == switch.name;
                if switches.switches.iter().any(ambiguous) || !switch.name.contains('@') {
                    return None;
                }
                request.without.push(switch.name.clone());
            }
        }
    }
    Some(request)
}

/// With an origin set aside openings are not listed.
fn origin_aside(switches: &Switches, setting: &[u32]) -> bool {
    let set = |switch: &&Switch| switch.kind == HingeKind::Origin && switches.set_to(setting, switch).is_some();
    switches.switches.iter().any(|switch| set(&switch))
}

/// With something set aside, what further goes with a report or an origin is not told.
fn told(brief: &Brief, aside: bool) -> zopa::finding::Answer {
    let mut answer = brief.answer.clone();
    if aside {
        answer.hinges.retain(|hinge| hinge.kind == HingeKind::Question);
        answer.clashes.iter_mut().for_each(|clash| clash.rests_on.clear());
    }
    answer
}

/// A source beside several answers, or an origin beside any: left out, since there are thousands.
fn beside_many(switches: &Switches, setting: &[u32]) -> bool {
    let answered = setting.iter().skip(1).filter(|value| **value > 0).count();
    let aside = setting.first() > Some(&0);
    aside && answered > usize::from(!origin_aside(switches, setting))
}

/// Compares the settings; says how many.
fn compare(read: &Read, name: &str) -> usize {
    let Ok(open) = read.brief(&live()) else { return 0 };
    let Some(switches) = &open.switches else { return 0 };
    assert_eq!(switches.answer(&open.answer, &switches.open()), open.answer, "{name}: open");
    let mut compared = 0;
    for setting in settings(switches) {
        if beside_many(switches, &setting) {
            continue;
        }
        let Some(request) = request(switches, &setting) else { continue };
        let asked = read.brief(&request).unwrap();
        let mut looked_up = switches.answer(&open.answer, &setting);
        if origin_aside(switches, &setting) {
            let openings = asked.answer.knots.iter().map(|knot| (knot.openings.clone(), knot.enough.clone()));
            for (knot, (openings, enough)) in looked_up.knots.iter_mut().zip(openings) {
                if knot.openings.is_empty() {
                    (knot.openings, knot.enough) = (openings, enough);
                }
            }
        }
        let aside = !request.without.is_empty();
        assert_eq!(looked_up, told(&asked, aside), "{name}: {request:?}");
        compared += 1;
    }
    compared
}

#[test]
fn every_setting_of_the_examples_is_what_is_asked_for() {
    for (example, least) in [("labour-2023", 243), ("strait", 27), ("ukraine-2026", 243)] {
        let compared = compare(&zopa::read(&texts(&folder(example))), example);
        assert!(compared > least, "{example}: {compared}");
    }
}

#[test]
fn every_setting_of_random_cases_is_what_is_asked_for() {
    let mut compared = 0;
    for seed in 0..150 {
        let text = Maker::new(seed).case();
        let read = zopa::read(&Texts::of_case("random", &text));
        if read.errors() == 0 && settings_of(&read) <= 200 {
            compared += compare(&read, &format!("seed {seed}"));
        }
    }
    assert!(compared > 500, "{compared}");
}

fn settings_of(read: &Read) -> usize {
    let brief = read.brief(&live());
    brief.ok().and_then(|b| b.switches).map_or(usize::MAX, |s| s.places.iter().map(|v| *v as usize).product())
}

/// Contested claims of one party each, against one limit of another: as many questions as asked for.
fn wide(questions: usize) -> String {
    let mut text = "case \"Wide\"\nparty a \"A\"\nparty b \"B\"\nsource s \"S\"\n".to_owned();
    for n in 0..questions {
        text += &format!(
            "issue i{n} \"I{n}\"\n  option x\n  option y\n\
             claim c{n} \"C{n}\"\n  a requires i{n} = x\n\
             claim d{n} \"D{n}\"\n  b requires i{n} = y\n\
             claim e{n} \"E{n}\"\n  denies c{n}\n"
        );
    }
    text
}

/// Beyond what can be set together one switch is set at a time, and says the same.
#[test]
fn beyond_1024_readings_one_switch_at_a_time() {
    let read = zopa::read(&Texts::of_case("wide", &wide(11)));
    let open = read.brief(&live()).unwrap();
    let switches = open.switches.as_ref().unwrap();
    assert_eq!((switches.together, switches.places.as_slice()), (Together::One, &[23][..]));
    assert_eq!(switches.answer(&open.answer, &[0]), open.answer);
    let mut asked = read.brief(&Request { assume: vec!["c3=as-denied".to_owned()], ..Request::default() }).unwrap();
    // With another switch set nothing further is told to turn on anything.
    asked.answer.hinges.clear();
    assert_eq!(switches.answer(&open.answer, &[8]), asked.answer);
}
