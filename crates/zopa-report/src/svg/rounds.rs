//! When was it said? Rounds on a line of time, a lane for each track; beneath, until when offers stand.
//!
//! Each mark bears the number of its round in the list below. A solid line is to scale, a dotted one shows the order
//! alone. An offer runs from the round in which it was made to the day on which it expires, or to a question mark.

use super::{
    calendar::days,
    scale::{NUMBER, Scale, TITLE, in_order, scale, span},
};
use crate::{index::Index, words};
use maud::{Markup, html};
use zopa_finding::Round;

/// From the top of a lane to its first mark; from one level of marks to the next; under a mark with a title.
const ABOVE: usize = 19;
const LEVEL: usize = 27;
const TITLED: usize = 64;
/// The least height of a lane: three lines of a name.
const LANE: usize = 60;
/// The height of the dates on top, and of the row of an offer.
const HEAD: usize = 24;
const OFFER: usize = 56;
/// The radius of a mark.
const MARK: usize = 11;

/// A round with its place.
struct Held<'a> {
    round: &'a Round,
    number: usize,
    x: usize,
    last: usize,
    /// How many levels below the line, where marks of one lane are too near to stand on it side by side.
    level: usize,
}

/// The rounds of one track, or of none.
struct Lane<'a> {
    track: Option<&'a str>,
    top: usize,
    height: usize,
    held: Vec<Held<'a>>,
}

/// Something that expires: the claim, the date as written, where the round stands in which it was made.
struct Offer<'a> {
    claim: &'a str,
    date: &'a str,
    from: Option<usize>,
}

pub(crate) fn rounds(index: &Index<'_>) -> Markup {
    let rounds = in_order(index);
    let offers = offers(index);
    let scale = line(&rounds, &offers);
    let (lanes, titles) = lanes(index, &rounds, &scale);
    let foot = lanes.last().map_or(0, |lane| lane.top + lane.height);
    let height = foot + offers.len() * OFFER;
    let offers =
        offers.into_iter().map(|(claim, date)| Offer { claim, date, from: made(index, &rounds, &scale, claim) });
    html! {
        svg.pic.time viewBox={ "0 0 " (scale.width) " " (height) } width=(scale.width) height=(height) role="img" aria-label=(words::pictures::ROUNDS_PICTURE) {
            (head(&scale, height))
            @for lane in &lanes { (drawn(index, lane, &scale, titles)) }
            @for (n, offer) in offers.enumerate() { (offered(index, &scale, &offer, foot + n * OFFER)) }
        }
    }
}

/// Which lines are there between rounds: to scale, and in order alone?
pub(crate) fn kinds(index: &Index<'_>) -> (bool, bool) {
    let rounds = in_order(index);
    let scaled = line(&rounds, &offers(index));
    let (lanes, _) = lanes(index, &rounds, &scaled);
    let kind =
        |wanted: bool| lanes.iter().any(|lane| pairs(lane).any(|(one, next)| to_scale(one, next, &scaled) == wanted));
    (kind(true), kind(false))
}

/// The line of time for these rounds, and for what expires.
fn line(rounds: &[&Round], offers: &[(&str, &str)]) -> Scale {
    let ends: Vec<_> = offers.iter().filter_map(|(_, date)| days(date)).collect();
    scale(rounds, &ends, offers.len() > ends.len())
}

/// What expires, each with its date once.
fn offers<'a>(index: &Index<'a>) -> Vec<(&'a str, &'a str)> {
    let mut offers: Vec<(&str, &str)> = Vec::new();
    for (claim, date) in index.brief.timeline.iter().flat_map(|entry| &entry.expiries) {
        if !offers.contains(&(claim, date)) {
            offers.push((claim, date));
        }
    }
    offers
}

/// Where the first round stands in which a claim was said.
fn made(index: &Index<'_>, rounds: &[&Round], scale: &Scale, claim: &str) -> Option<usize> {
    let said = |round: &Round| {
        index
            .brief
            .timeline
            .iter()
            .any(|entry| entry.round.as_ref() == Some(&round.name) && entry.claims.iter().any(|name| name == claim))
    };
    let at = rounds.iter().position(|round| said(round))?;
    scale.marks.get(at).map(|(x, _)| *x)
}

/// The lanes from the top down: tracks in file order, rounds of no track last; and the room for a title, if there is.
fn lanes<'a>(index: &Index<'a>, rounds: &[&'a Round], scale: &Scale) -> (Vec<Lane<'a>>, Option<usize>) {
    let roomy = by_track(index, rounds, scale, TITLE);
    let titles = scale.titles.filter(|_| roomy.iter().all(|(_, held)| held.iter().all(|held| held.level == 0)));
    let list = if titles.is_some() { roomy } else { by_track(index, rounds, scale, NUMBER) };
    let foot = if titles.is_some() { TITLED } else { ABOVE };
    let mut top = if scale.dated.is_some() { HEAD } else { 0 };
    let stacked = list.into_iter().map(|(track, held)| {
        let depth = held.iter().map(|held| held.level).max().unwrap_or(0) * LEVEL;
        let height = (ABOVE + depth + foot).max(LANE);
        top += height;
        Lane { track, top: top - height, height, held }
    });
    (stacked.collect(), titles)
}

/// The rounds of each track that has any, `gap` apart on each level.
fn by_track<'a>(
    index: &Index<'a>,
    rounds: &[&'a Round],
    scale: &Scale,
    gap: usize,
) -> Vec<(Option<&'a str>, Vec<Held<'a>>)> {
    let known = |name: &String| index.brief.tracks.iter().any(|track| track.name == *name);
    let track = |round: &'a Round| round.track.as_ref().filter(|name| known(name)).map(String::as_str);
    let own = |name: Option<&'a str>| {
        let mine = (1..).zip(rounds).zip(&scale.marks).filter(|((_, round), _)| track(round) == name);
        (name, levels(mine.map(|((number, round), place)| (number, *round, *place)), gap))
    };
    let tracks = index.brief.tracks.iter().map(|track| Some(track.name.as_str())).chain([None]);
    tracks.map(own).filter(|(_, held)| !held.is_empty()).collect()
}

/// Marks of one lane, each on the first level where none is nearer than `gap` to its left.
fn levels<'a>(rounds: impl Iterator<Item = (usize, &'a Round, (usize, usize))>, gap: usize) -> Vec<Held<'a>> {
    let mut free: Vec<usize> = Vec::new();
    let place = |(number, round, (x, last)): (usize, &'a Round, (usize, usize))| {
        let level = free.iter().position(|from| *from <= x).unwrap_or(free.len());
        let next = (x + gap).max(last + NUMBER);
        match free.get_mut(level) {
            Some(from) => *from = next,
            None => free.push(next),
        }
        Held { round, number, x, last, level }
    };
    rounds.map(place).collect()
}

/// The dates on top, with a thin line down from each; and where there are none.
fn head(scale: &Scale, height: usize) -> Markup {
    let ticks = scale.dated.iter().flat_map(|dated| dated.ticks());
    html! {
        @for (x, name) in ticks { path.tick d={ "M" (x) " " (HEAD - 6) "V" (height) } {} text.day x=(x) y="11" { (name) } }
        @for x in &scale.undated {
            path.part d={ "M" (x) " 0V" (height) } {}
            text.day.no x=(x + 6) y="11" { (words::NO_DATE) }
        }
    }
}

fn drawn(index: &Index<'_>, lane: &Lane<'_>, scale: &Scale, titles: Option<usize>) -> Markup {
    let y = lane.top + ABOVE;
    let name = match lane.track {
        Some(track) => index.title(track),
        None if index.brief.tracks.is_empty() => "",
        None => words::pictures::NO_TRACK,
    };
    html! {
        @if lane.top > 0 { path.row d={ "M0 " (lane.top) "H" (scale.width) } {} }
        foreignObject x="0" y=(lane.top + 9) width=(super::places::LABELS - 14) height=(lane.height - 10) { div.who dir="auto" { (name) } }
        @for (one, next) in pairs(lane) {
            path class=(if to_scale(one, next, scale) { "line" } else { "line o" }) d={ "M" (one.x) " " (y) "H" (next.x) } {}
        }
        @for held in &lane.held { (mark(held, y, titles)) }
    }
}

/// Rounds of a lane, each with the next.
fn pairs<'l, 'a>(lane: &'l Lane<'a>) -> impl Iterator<Item = (&'l Held<'a>, &'l Held<'a>)> {
    lane.held.iter().zip(lane.held.iter().skip(1))
}

/// Do both stand where their dates say?
fn to_scale(one: &Held<'_>, next: &Held<'_>, scale: &Scale) -> bool {
    scale.dated.is_some() && [one, next].iter().all(|held| span(held.round).is_some())
}

/// A mark with its number: filled, or hollow where the round is yet to be held. A stem joins it to the line where it
/// stands below; a stroke shows days that a date leaves open.
fn mark(held: &Held<'_>, line: usize, titles: Option<usize>) -> Markup {
    let (x, y) = (held.x, line + held.level * LEVEL);
    let date = held.round.on.as_deref().filter(|date| *date != "?");
    html! {
        @if held.level > 0 { path.stem d={ "M" (x) " " (line) "V" (y) } {} }
        @if held.last > x { path.span d={ "M" (x) " " (y) "H" (held.last) } {} }
        circle class=(if held.round.expected { "h" } else { "n" }) cx=(x) cy=(y) r=(MARK) {}
        text class=(if held.round.expected { "in w" } else { "in" }) x=(x) y=(y + 4) { (held.number) }
        @if let Some(width) = titles {
            foreignObject x=(x - MARK) y=(y + MARK + 4) width=(width) height=(TITLED - MARK - 6) {
                div.tx { bdi { (held.round.title) } @if let Some(date) = date { " " em { (date) } } }
            }
        }
    }
}

fn offered(index: &Index<'_>, scale: &Scale, offer: &Offer<'_>, top: usize) -> Markup {
    let y = top + OFFER / 2 + 4;
    let known = offer.date != "?";
    let placed = days(offer.date).zip(scale.dated.as_ref()).map(|(days, dated)| dated.x(days.last));
    let end = placed.unwrap_or(scale.end);
    let from = offer.from.unwrap_or(end.saturating_sub(60));
    html! {
        path.row d={ "M0 " (top) "H" (scale.width) } {}
        foreignObject x="0" y=(top + 4) width=(super::places::LABELS - 8) height=(OFFER - 6) { div.tx dir="auto" { (index.title(offer.claim)) } }
        path class=(if placed.is_some() && offer.from.is_some() { "until" } else { "until o" }) d={ "M" (from) " " (y) "H" (if known { end } else { end - 9 }) } {}
        @if offer.from.is_some() { circle.n cx=(from) cy=(y) r="4" {} }
        @if known {
            path.cap d={ "M" (end) " " (y - 8) "V" (y + 8) } {}
            text.day x=(end) y=(y - 11) { (offer.date) }
        } @else { text.ask x=(end) y=(y + 5) { "?" } }
    }
}
