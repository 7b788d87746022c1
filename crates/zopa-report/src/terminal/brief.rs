//! What does the first screen say? The verdict, what it turns on, where it clashes, whose changes would be enough,
//! what to ask.

use super::grid::Grid;
use super::lay::{Page, clean, measure};
use super::names::Names;
use super::{Style, hinges};
use crate::holding::open_windows;
use crate::orphaned::rests;
use crate::phrase::level;
use crate::words::{self, screen};
use zopa_finding::{AskNext, Brief, Clash, Hinge, HingeKind, Inquiry, Party, Presence, QuestionKind, Verdict};

/// How many of each are shown; the heading says how many there are.
const HINGES: usize = 4;
const CLASHES: usize = 6;
const WAYS: usize = 4;
const ORPHANED: usize = 6;
/// The height of the screen. Questions to the parties stand on it if there is room for one to each.
const LINES: usize = 30;
/// Columns for the title of what the answer turns on.
const TITLES: usize = 44;

/// One screen: about 25 lines for a case of five parties. The caller adds where the page was written.
pub fn brief(brief: &Brief, style: Style) -> String {
    let names = Names::showing(brief, shown(brief));
    let mut page = Page::new(style);
    title(&mut page, &names);
    page.heading(&names.headline());
    if let Some(since) = &brief.since {
        page.aside(0, &names.index.since_in_short(since));
    }
    turns_on(&mut page, &names, style);
    clashes(&mut page, &names, style);
    exposed(&mut page, &names);
    ask(&mut page, &names, style);
    orphaned(&mut page, &names);
    page.finish()
}

/// The hinges on the screen: contested points, which a reader can settle, before reports and origins.
fn hinges_shown(brief: &Brief) -> impl Iterator<Item = &Hinge> {
    let (points, others): (Vec<&Hinge>, Vec<&Hinge>) =
        brief.answer.hinges.iter().partition(|hinge| hinge.kind == HingeKind::Question);
    points.into_iter().chain(others).take(HINGES)
}

/// The contested points on the screen, in their places; a report or origin takes a number too, and no reading names it.
fn shown(brief: &Brief) -> Vec<&str> {
    let first = hinges_shown(brief);
    first.map(|hinge| if hinge.kind == HingeKind::Question { hinge.name.as_str() } else { "" }).collect()
}

fn title(page: &mut Page, names: &Names<'_>) {
    let brief = names.brief();
    page.paragraph(0, &[brief.case.title.clone(), names.made_from()].join(" · "));
    page.aside(0, &names.reading());
}

fn turns_on(page: &mut Page, names: &Names<'_>, style: Style) {
    let all = &names.brief().answer.hinges;
    page.heading(&screen::shown(words::TURNS_ON, all.len().min(HINGES), all.len(), "hinges"));
    if all.is_empty() {
        page.paragraph(2, words::TURNS_ON_NOTHING);
    }
    let shown = hinges_shown(names.brief()).enumerate().map(|(at, hinge)| {
        let label = screen::numbered(at + 1, &names.index.hinge_title(hinge.kind, &hinge.name));
        (label, hinges::what_changes(names, hinge))
    });
    let shown = shown.collect::<Vec<_>>();
    let widest = shown.iter().map(|(label, _)| measure(&clean(label))).max().unwrap_or(0);
    let column = (widest + 2).min(TITLES).min(style.width / 2);
    for (label, changes) in shown {
        page.one_line(2, &label, column, &changes);
    }
}

/// The grid of clashes, and under the same heads the grid of those whose changes would be enough.
fn clashes(page: &mut Page, names: &Names<'_>, style: Style) {
    impossible(page, names);
    let clashes = by_knot(names);
    if let Verdict::RulesContradict { rules } = &names.brief().answer.verdict {
        return page.paragraph(2, &words::rules_concerned(rules));
    }
    if clashes.is_empty() {
        page.heading(words::WHERE_IT_CLASHES);
        let alone = !names.brief().answer.impossible.is_empty();
        page.paragraph(2, if alone { words::REST_STANDS } else { words::WHY_NONE });
        return;
    }
    let grid = Grid::new(names.index.columns(), style);
    grid.head(&beside(&clashes)).into_iter().for_each(|line| page.line(line));
    for (knot, clash) in clashes.into_iter().take(CLASHES) {
        let said = names.presence_marked(&clash.presence);
        page.line(grid.row(knot, &names.index.clash_title(clash), &clash.holders, &clash.presence, &said));
    }
    enough(page, names, &grid);
    page.aside(2, words::NOT_AN_INTEREST);
}

/// Limits that nothing meets, on one line.
fn impossible(page: &mut Page, names: &Names<'_>) {
    let limits = &names.brief().answer.impossible;
    if !limits.is_empty() {
        page.heading(words::IMPOSSIBLE);
        page.one_line(2, "", 0, &names.index.limit_titles(limits));
    }
}

/// The lines left of the grid's heads: the heading and what the marks mean.
fn beside(clashes: &[(&str, &Clash)]) -> Vec<String> {
    let heading = screen::shown(words::WHERE_IT_CLASHES, clashes.len().min(CLASHES), clashes.len(), "why");
    let mut lines = vec![heading, screen::legend()];
    lines.extend(clashes.iter().any(|(knot, _)| !knot.is_empty()).then(screen::legend_knot));
    lines
}

fn enough(page: &mut Page, names: &Names<'_>, grid: &Grid<'_>) {
    let ways = &names.brief().answer.enough;
    page.heading(&screen::shown(words::ENOUGH, ways.len().min(WAYS), ways.len(), "openings"));
    if ways.is_empty() {
        page.paragraph(2, words::ENOUGH_NONE);
    }
    for way in ways.iter().take(WAYS) {
        let said = names.presence_marked(&way.presence);
        page.line(grid.row("", &names.index.together(&way.parties), &way.parties, &way.presence, &said));
    }
}

/// Clashes knot by knot, each with the mark of its place in a knot that it shares with another in some reading. A limit
/// that no package meets by itself is no clash between parties and stands elsewhere.
fn by_knot<'a>(names: &Names<'a>) -> Vec<(&'static str, &'a Clash)> {
    let mut all = Vec::new();
    for knot in &names.brief().answer.knots {
        let clashes = knot.clashes.iter().filter_map(|id| names.index.clash(id));
        let clashes = clashes.filter(|clash| !names.index.is_impossible(clash)).collect::<Vec<_>>();
        let last = if knot.joined == Presence::Never { 0 } else { clashes.len().saturating_sub(1) };
        all.extend(clashes.into_iter().enumerate().map(|(at, clash)| (mark(at, last), clash)));
    }
    all
}

fn mark(at: usize, last: usize) -> &'static str {
    let [first_mark, mark, last_mark] = screen::MARKS_KNOT;
    match at {
        _ if last == 0 => "",
        0 => first_mark,
        at if at == last => last_mark,
        _ => mark,
    }
}

/// Claims whose words are no longer in their document, with what rests on them.
fn orphaned(page: &mut Page, names: &Names<'_>) {
    let all = &names.brief().orphaned;
    if all.is_empty() {
        return;
    }
    page.heading(words::orphaned::TITLE);
    for orphaned in all.iter().take(ORPHANED) {
        page.paragraph(2, &names.index.name(&orphaned.claim));
        rests(&names.index, orphaned).iter().for_each(|line| page.aside(4, line));
    }
    if all.len() > ORPHANED {
        page.aside(2, &words::and_more(all.len() - ORPHANED));
    }
}

/// Who is exposed in some order or other, on one line.
fn exposed(page: &mut Page, names: &Names<'_>) {
    let (who, windows) = open_windows(names.brief());
    if windows > 0 {
        page.heading(words::holding::EXPOSURE);
        let who: Vec<String> = who.into_iter().map(|name| names.index.name(name)).collect();
        page.one_line(2, "", 0, &words::holding::in_short(&who, windows));
    }
}

/// One line to each party that there is a question for, or to none of them.
fn ask(page: &mut Page, names: &Names<'_>, style: Style) {
    let brief = names.brief();
    let first_to = |party: &Party| brief.ask.iter().find(|ask| ask.party == party.name);
    let questions = brief.parties.iter().filter_map(first_to).collect::<Vec<_>>();
    if questions.is_empty() {
        return;
    }
    page.heading(words::ASK);
    if page.height() + questions.len() > LINES {
        page.paragraph(2, &screen::ask_on_page(questions.len()));
        return;
    }
    let widest = brief.parties.iter().map(|party| measure(&party.title)).max().unwrap_or(0);
    let column = widest.min(28) + 2;
    for ask in questions {
        let question = asked(names, ask);
        let decides = ask.settles.levels.first().map(|first| screen::settles(&question, level(*first)));
        let room = style.width.saturating_sub(2 + column);
        let whole = decides.filter(|whole| measure(&clean(whole)) <= room).unwrap_or(question);
        page.one_line(2, names.index.title(&ask.party), column, &whole);
    }
}

fn asked<'a>(names: &Names<'a>, ask: &'a AskNext) -> String {
    let index = &names.index;
    match &ask.inquiry {
        Inquiry::Which { question } => which(names, question),
        Inquiry::AsReported { claim } => screen::ask_as_reported(&index.name(claim)),
        Inquiry::Required { claim } => screen::ask_required(&index.name(claim)),
        Inquiry::StillStands { claim } => screen::ask_still_stands(&index.name(claim)),
        Inquiry::Position { issue } => words::ask_position(&index.name(issue)),
    }
}

fn which<'a>(names: &Names<'a>, name: &'a str) -> String {
    let Some(question) = names.index.question(name) else {
        return name.to_owned();
    };
    let title = names.index.question_title(question);
    if question.kind == QuestionKind::Denial { screen::ask_as_reported(&title) } else { title }
}
