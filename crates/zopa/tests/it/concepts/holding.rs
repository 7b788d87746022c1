//! Is a line about order and exposure so? Of the first plan of the case.

use super::says::{Kind, Said, equal, found, more, parts};
use super::words::presence;
use zopa::finding::{Brief, Closing, Completeness, Means, Orders, Plan, Window, WindowLevel, WindowState};

/// The kinds of line, with what checks each.
pub const KINDS: &[(&str, Kind)] = &[
    ("plans", |brief, what| equal(what, &brief.holds.iter().flat_map(|holds| &holds.plans).count().to_string())),
    ("left out", |brief, what| equal(what, &plan(brief)?.left_out.join(", "))),
    ("orders", orders),
    ("circle", circle),
    ("conditional", conditional),
    ("blocked", blocked),
    ("windows", |brief, what| equal(what, &plan(brief)?.windows.len().to_string())),
    ("window", window),
    ("closed by", closed_by),
    ("not closed by", |brief, what| match closed_by(brief, what) {
        Ok(()) => Err("it would be".to_owned()),
        Err(_) => Ok(()),
    }),
    ("passed before", |brief, line| gate(brief, line, true)),
    ("passed after", |brief, line| gate(brief, line, false)),
];

fn plan(brief: &Brief) -> Result<&Plan, String> {
    brief.holds.as_ref().and_then(|holds| holds.plans.first()).ok_or_else(|| "the case has no plan".to_owned())
}

/// `orders: 6`, `orders: at least 6`; may add the readings.
fn orders(brief: &Brief, line: &str) -> Said {
    let (what, readings) = parts(line);
    let tell = |row: &&Orders| match row.complete {
        Completeness::Complete => row.count.to_string(),
        Completeness::AtLeast => format!("at least {}", row.count),
    };
    let here = |row: &&Orders| tell(row) == what && readings.is_none_or(|there| presence(&row.presence) == there);
    found(plan(brief)?.orders.iter(), here, |row| format!("{} | {}", tell(row), presence(&row.presence))).map(drop)
}

/// `circle: STEP, STEP`, each before the next; may add the readings.
fn circle(brief: &Brief, line: &str) -> Said {
    let (steps, readings) = parts(line);
    let circles = &plan(brief)?.circles;
    let one = found(circles.iter(), |circle| circle.steps.join(", ") == steps, |circle| circle.steps.join(", "))?;
    more(readings, &presence(&one.presence))
}

fn conditional(brief: &Brief, line: &str) -> Said {
    found(plan(brief)?.conditional.iter(), |row| row.text == line, |row| row.text.clone()).map(drop)
}

/// `blocked: STEP by STEP`
fn blocked(brief: &Brief, line: &str) -> Said {
    let tell = |row: &&zopa::finding::Precedence| format!("{} by {}", row.then, row.first);
    found(plan(brief)?.blocked.iter(), |row| tell(row) == line, tell).map(drop)
}

fn named(window: &Window) -> String {
    format!("{} until {}", window.step, if window.until.is_empty() { "?".to_owned() } else { window.until.join(", ") })
}

fn the<'b>(brief: &'b Brief, name: &str) -> Result<&'b Window, String> {
    found(plan(brief)?.windows.iter(), |window| named(window) == name, |window| named(window))
}

/// `window: STEP until STEP, STEP = always`; `some`, `never`, `unending` or `no order`; may add the readings.
fn window(brief: &Brief, line: &str) -> Said {
    let (what, readings) = parts(line);
    let (name, level) = what.split_once(" = ").ok_or("write `STEP until STEP = always`")?;
    let tell = |state: &&WindowState| match state.level {
        WindowLevel::Always { .. } => "always",
        WindowLevel::Some { .. } => "some",
        WindowLevel::Never => "never",
        WindowLevel::Unending => "unending",
        WindowLevel::NoOrder => "no order",
    };
    let states = &the(brief, name)?.states;
    let one = found(states.iter(), |state| tell(state) == level, |state| tell(state).to_owned())?;
    more(readings, &presence(&one.presence))
}

/// `closed by: STEP until STEP = a before b; c before d`, `= moment with STEP`, `= parts with STEP`, `= escrow with
/// PARTY, PARTY`; may add the windows that it opens in every order.
fn closed_by(brief: &Brief, line: &str) -> Said {
    let (what, opens) = parts(line);
    let (name, means) = what.split_once(" = ").ok_or("write `STEP until STEP = a before b`")?;
    let tell = |closing: &&Closing| match &closing.means {
        Means::Order { pairs } => {
            pairs.iter().map(|(first, then)| format!("{first} before {then}")).collect::<Vec<_>>().join("; ")
        }
        Means::AtOneMoment { steps } => format!("moment with {}", steps.1),
        Means::Parts { steps } => format!("parts with {}", steps.1),
        Means::Escrow { with, .. } if with.is_empty() => "escrow with nobody".to_owned(),
        Means::Escrow { with, .. } => format!("escrow with {}", with.join(", ")),
    };
    let one = found(the(brief, name)?.closings.iter(), |closing| tell(closing) == means, tell)?;
    let windows = &plan(brief)?.windows;
    let opened = windows.iter().filter(|window| one.opens.contains(&window.id)).map(named).collect::<Vec<_>>();
    opens.map_or(Ok(()), |expected| {
        equal(expected, &format!("opens {}", if opened.is_empty() { "none".to_owned() } else { opened.join(" · ") }))
    })
}

/// `passed before: GATE = STEP, STEP`: what comes before it, in some reading or other.
fn gate(brief: &Brief, line: &str, before: bool) -> Said {
    let (name, steps) = line.split_once(" = ").ok_or("write `GATE = STEP, STEP`")?;
    let one = found(plan(brief)?.gates.iter(), |gate| gate.gate == name, |gate| gate.gate.clone())?;
    let placed = if before { &one.before } else { &one.after };
    equal(steps, &placed.iter().map(|row| row.step.as_str()).collect::<Vec<_>>().join(", "))
}
