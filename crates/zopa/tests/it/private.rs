//! A public answer is that of the dossier with the private part deleted, byte for byte, in every format; and the private
//! answer is that of the dossier in which nothing is marked.
//!
//! What is deleted is worked out here by hand, from the indentation alone.

use crate::examples::{folder, names, texts};
use crate::random::{Dice, Maker, count};
use std::collections::BTreeSet;
use zopa::finding::{Brief, PrivateState};
use zopa::report::{csv, html, markdown, terminal};
use zopa::{Part, Read, Request, Severity, Texts};

const CANARY: &str = "kestrel";
const MARK: &str = "  private\n";

/// A case file in blocks: an item with its lines, each row with its line feed.
#[derive(Clone)]
struct Block {
    rows: Vec<String>,
    marked: bool,
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for row in text.split_inclusive('\n') {
        let opens = row.starts_with(char::is_alphabetic);
        match blocks.last_mut() {
            Some(block) if !opens => block.rows.push(row.to_owned()),
            _ => blocks.push(Block { rows: vec![row.to_owned()], marked: false }),
        }
    }
    blocks
}

impl Block {
    fn word(&self, at: usize) -> &str {
        self.rows[0].split_whitespace().nth(at).unwrap_or_default()
    }

    fn may_be_marked(&self) -> bool {
        self.rows[0].starts_with(char::is_alphabetic) && self.word(0) != "case"
    }

    /// With its mark, and the canary in its title, if it is marked and has one.
    fn written(&self) -> String {
        if !self.marked {
            return self.rows.concat();
        }
        let head = match self.rows[0].splitn(3, '"').collect::<Vec<_>>().as_slice() {
            [before, title, after] => format!("{before}\"{CANARY} {title}\"{after}"),
            _ => self.rows[0].clone(),
        };
        format!("{head}{MARK}{}", self.rows[1..].concat())
    }

    /// Without the quotes of these sources, and without the lines that have no others; `None` if it has no others.
    fn without(&self, sources: &BTreeSet<String>) -> Option<Block> {
        let Below { rows, mut had, mut has } = below(&self.rows[1..], sources);
        // What the options of an issue rest on is theirs.
        if self.word(0) == "issue" {
            (had, has) = (false, false);
        }
        let head = self.rows[..1].to_vec();
        (!had || has).then(|| Block { rows: [head, rows].concat(), marked: false })
    }
}

/// What is left of the lines under one.
struct Below {
    rows: Vec<String>,
    /// There was a quote.
    had: bool,
    /// There is one.
    has: bool,
}

fn indent(row: &str) -> usize {
    if row.trim().is_empty() { usize::MAX } else { row.len() - row.trim_start().len() }
}

fn below(rows: &[String], sources: &BTreeSet<String>) -> Below {
    let mut left = Below { rows: Vec::new(), had: false, has: false };
    let mut at = 0;
    while at < rows.len() {
        let own = indent(&rows[at]);
        let under = rows[at + 1..].iter().take_while(|row| own != usize::MAX && indent(row) > own).count();
        let (row, lines) = (&rows[at], &rows[at + 1..at + 1 + under]);
        at += 1 + under;
        if row.trim_start().starts_with("quote ") {
            left.had = true;
            if !sources.contains(row.split_whitespace().nth(1).unwrap()) {
                left.has = true;
                left.rows.push(row.clone());
                left.rows.extend_from_slice(lines);
            }
            continue;
        }
        let inner = below(lines, sources);
        left.had |= inner.had;
        left.has |= inner.has;
        if inner.has || !inner.had {
            left.rows.push(row.clone());
            left.rows.extend(inner.rows);
        }
    }
    left
}

fn marked(blocks: &[Block]) -> String {
    blocks.iter().map(Block::written).collect()
}

/// The case with the private part deleted, by hand.
fn deleted(blocks: &[Block]) -> String {
    let sources = blocks.iter().filter(|block| block.marked && block.word(0) == "source");
    let sources: BTreeSet<String> = sources.map(|block| block.word(1).to_owned()).collect();
    let kept = blocks.iter().filter(|block| !block.marked).filter_map(|block| block.without(&sources));
    kept.map(|block| block.written()).collect()
}

fn with_case(texts: &Texts, case: &str) -> Texts {
    let (path, _) = &texts.case_files[0];
    Texts { case_files: vec![(path.clone(), case.as_bytes().to_vec())], ..texts.clone() }
}

fn asking(private: PrivateState) -> Request {
    Request { private, ..Request::default() }
}

/// Every form that a brief is written in.
fn formats(brief: &Brief) -> Vec<String> {
    let views = [terminal::brief, terminal::why, terminal::openings, terminal::hinges];
    let screens = views.iter().map(|view| view(brief, terminal::Style::default()));
    let texts = [markdown::brief, markdown::why, markdown::openings, markdown::hinges].map(|text| text(brief));
    let whole = [html(brief), csv(brief), serde_json::to_string_pretty(brief).unwrap()];
    screens.chain(texts).chain(whole).collect()
}

/// What changed since the first round that everybody may know of, in every form; nothing where there is none.
fn changes(read: &Read, brief: &Brief) -> Vec<String> {
    let Some(round) = brief.rounds.first() else { return Vec::new() };
    let request = asking(brief.private);
    let since = read.since_round(&request, &round.name, None).unwrap();
    let brief = brief.clone().compared(since);
    let screens = [terminal::brief, terminal::since].map(|view| view(&brief, terminal::Style::default()));
    let texts = [markdown::brief(&brief), markdown::since(&brief), html(&brief)];
    screens.into_iter().chain(texts).chain([serde_json::to_string_pretty(&brief).unwrap()]).collect()
}

/// Marks what the messages point at, until there are none. How often that was needed.
fn with_way_out(texts: &Texts, blocks: &mut [Block]) -> usize {
    for turn in 0.. {
        let text = marked(blocks);
        let read = zopa::read(&with_case(texts, &text));
        if read.errors() == 0 {
            return turn;
        }
        for state in [PrivateState::Unsaid, PrivateState::Mentioned] {
            let problems = read.brief(&asking(state)).unwrap_err();
            assert_eq!(problems[0].code, "errors-beside-private", "{text}");
        }
        for told in read.diagnostics.iter().filter(|told| told.severity == Severity::Error) {
            let apart = told.message.starts_with("without what is private, ");
            assert!(told.code.0 == "private-named" || apart, "{told:?}\n{text}");
            let mut start = 0;
            let at = told.primary.span.start as usize;
            let block = blocks.iter_mut().find(|block| {
                start += block.written().len();
                start > at
            });
            block.unwrap().marked = true;
        }
        assert!(turn < 99, "{text}");
    }
    unreachable!()
}

/// Everything that has to hold of a case some of whose items are marked and which reads without an error.
fn holds(texts: &Texts, blocks: &[Block]) -> Read {
    let text = marked(blocks);
    let read = zopa::read(&with_case(texts, &text));
    assert_eq!(read.errors(), 0, "{:?}\n{text}", read.diagnostics);
    let by_hand = zopa::read(&with_case(texts, &deleted(blocks)));
    assert!(by_hand.without.is_empty());
    let public = read.brief(&Request::default()).unwrap();
    let expected = by_hand.brief(&Request::default()).unwrap();
    assert_eq!(formats(&public), formats(&expected), "{text}");
    assert!(formats(&public).iter().all(|told| !told.contains(CANARY)), "{text}");
    let changed = changes(&read, &public);
    assert_eq!(changed, changes(&by_hand, &expected), "{text}");
    assert!(changed.iter().all(|told| !told.contains(CANARY)), "{text}");
    // Whoever deletes a source by hand leaves its document in the folder, and is told of it.
    let left = |told: &&zopa::Diagnostic| told.code.0 != "document-unnamed";
    let messages =
        |read: &Read| read.diagnostics.iter().filter(left).map(|told| told.message.clone()).collect::<Vec<_>>();
    assert_eq!(messages(read.asked(&Request::default())), messages(&by_hand), "{text}");

    let mentioned = read.brief(&asking(PrivateState::Mentioned)).unwrap();
    let some = blocks.iter().any(|block| block.marked);
    let state = if some { PrivateState::Mentioned } else { PrivateState::Unsaid };
    assert_eq!(mentioned, Brief { private: state, ..expected });

    let unmarked = zopa::read(&with_case(texts, &text.replace(MARK, ""))).brief(&Request::default()).unwrap();
    let private = read.brief(&asking(PrivateState::Counted)).unwrap();
    let state = if some { PrivateState::Counted } else { PrivateState::Unsaid };
    assert_eq!(private, Brief { private: state, ..unmarked });
    read
}

/// Some items marked, and what then has to be.
fn mark(blocks: &mut [Block], dice: &mut Dice, one_in: usize) {
    blocks.iter_mut().filter(|block| block.may_be_marked()).for_each(|block| block.marked = dice.one_in(one_in));
}

#[test]
fn random_public_answers_are_those_without_the_private_part() {
    let (mut changed, mut ways_out, mut shown) = (0, 0, 0);
    for seed in 0..count(1000) / 4 {
        let mut blocks = blocks(&Maker::new(seed).case());
        let texts = Texts::of_case("random", "");
        mark(&mut blocks, &mut Dice(seed), 8);
        ways_out += with_way_out(&texts, &mut blocks).min(1);
        let read = holds(&texts, &blocks);
        let public = zopa::public_texts(&with_case(&texts, &marked(&blocks)));
        assert_eq!(String::from_utf8_lossy(&public.case_files[0].1), deleted(&blocks), "seed {seed}");
        assert_eq!(zopa::public_texts(&public).case_files, public.case_files, "seed {seed}");
        let [public, private] =
            [PrivateState::Unsaid, PrivateState::Counted].map(|state| read.brief(&asking(state)).unwrap());
        leaks_are_the_differences(&public, &private);
        changed += usize::from(public.answer != private.answer);
        shown += usize::from(formats(&private).iter().all(|told| told.contains("private")));
    }
    let least = count(1000) as usize / 4 / 5;
    assert!(changed > least && ways_out > least && shown > least, "{changed}, {ways_out}, {shown}");
}

#[test]
fn examples_with_some_items_private_give_the_answers_of_the_rest() {
    let mut changed = 0;
    for name in names() {
        let texts = texts(&folder(&name));
        let text = String::from_utf8(texts.case_files[0].1.clone()).unwrap();
        assert_eq!(texts.case_files.len(), 1);
        for seed in 0..3 {
            let mut blocks = blocks(&text);
            let all = blocks.len();
            mark(&mut blocks, &mut Dice(seed), 25);
            with_way_out(&texts, &mut blocks);
            let read = holds(&texts, &blocks);
            let kept = blocks.iter().filter(|block| !block.marked).count();
            changed += usize::from(read.has(Part::Private) && kept > all / 3);
        }
    }
    assert!(changed > 2, "{changed}");
}

/// Clashes by what they say, since a name may change with what is left out.
fn clashes(brief: &Brief) -> BTreeSet<(Vec<(String, String)>, String)> {
    let told = |name: &String| {
        let limit = brief.limits.iter().find(|limit| limit.name == *name).unwrap();
        (limit.holder.clone(), limit.condition.clone())
    };
    let clash = |clash: &zopa::finding::Clash| {
        let limits: BTreeSet<_> = clash.limits.iter().map(told).collect();
        (limits.into_iter().collect(), format!("{:?}", clash.presence))
    };
    brief.answer.clashes.iter().map(clash).collect()
}

fn leaks_are_the_differences(public: &Brief, private: &Brief) {
    let leaks = zopa::leaks(public, private);
    let of = |leak: &zopa::finding::Leak<Vec<zopa::finding::LimitTold>, _>| {
        leak.what.iter().map(|limit| (limit.holder.clone(), limit.condition.clone())).collect::<Vec<_>>()
    };
    let listed: BTreeSet<_> = leaks.clashes.iter().map(of).collect();
    let differing: BTreeSet<_> =
        clashes(public).symmetric_difference(&clashes(private)).map(|(limits, _)| limits.clone()).collect();
    assert_eq!(listed, differing);
    let absent = leaks.absent.iter().filter(|row| row.list == zopa::finding::AbsentList::Claim);
    let absent: Vec<&str> = absent.map(|row| row.name.as_str()).collect();
    for claim in &private.claims {
        let there = public.claims.iter().any(|known| known.name == claim.name);
        assert_eq!(absent.contains(&claim.name.as_str()), !there, "{}", claim.name);
    }
    assert_eq!(leaks.quotes.len(), private.quotes.len() - public.quotes.len());
    assert_eq!(
        leaks.verdict.public.as_ref() != leaks.verdict.private.as_ref(),
        public.answer.verdict != private.answer.verdict
    );
    let none = zopa::leaks(private, private);
    assert!(none.clashes.is_empty() && none.absent.is_empty() && none.limits.is_empty() && none.hinges.is_empty());
    let screen = terminal::leaks(&leaks, private, terminal::Style::default());
    assert!(screen.starts_with(zopa::report::BANNER) && screen.trim_end().ends_with(zopa::report::BANNER));
    assert!(terminal::leaks(&none, private, terminal::Style::default()).contains("\nIn nothing.\n"));
}

/// What is in no item: files, documents, and the marks of lines.
#[test]
fn private_files_and_documents_are_as_if_they_were_not() {
    let case = "case \"C\"\nparty a \"A\"\nissue i \"I\"\n  option x\n  option y\n  option z\n    private\nsource r \"R\"\n  document documents/r.txt\n\
                claim c \"C\"\n  a requires i = x\n  said by a\n    private\n  said by r\n    quote r > x it is\n";
    let memo =
        format!("claim {CANARY} \"{CANARY}\"\n  denies c\nsource memo \"{CANARY}\"\n  document private/{CANARY}.txt\n");
    let file = |path: &str, text: &str| (path.to_owned(), text.as_bytes().to_vec());
    let texts = Texts {
        name: "files".to_owned(),
        case_files: vec![file("files.zopa", case)],
        private_files: vec![file("private/memo.zopa", &memo)],
        documents: vec![file("documents/r.txt", "so x it is"), file(&format!("private/{CANARY}.txt"), CANARY)],
        ..Texts::default()
    };
    let bare = case.replace("  option z\n    private\n", "").replace("  said by a\n    private\n", "");
    let expected = Texts {
        case_files: vec![file("files.zopa", &bare)],
        private_files: Vec::new(),
        documents: vec![file("documents/r.txt", "so x it is")],
        ..texts.clone()
    };
    let read = zopa::read(&texts);
    assert_eq!(read.errors(), 0, "{:?}", read.diagnostics);
    let public = read.brief(&Request::default()).unwrap();
    assert_eq!(formats(&public), formats(&zopa::read(&expected).brief(&Request::default()).unwrap()));
    let private = read.brief(&asking(PrivateState::Counted)).unwrap();
    assert!(formats(&private)[4].contains(CANARY) && private.questions.len() == 1 && public.questions.is_empty());
    let unknown = Request { assume: vec!["c=as-denied".to_owned()], ..Request::default() };
    assert_eq!(read.brief(&unknown).unwrap_err()[0].help, "the case has no questions");
    assert!(read.brief(&Request { private: PrivateState::Counted, ..unknown }).is_ok());
}

#[test]
fn a_dossier_that_is_private_altogether_has_no_public_answer() {
    let mut texts = Texts::of_case("all", "case \"C\"\nparty a \"A\"\nissue i \"I\"\n  option x\n");
    std::mem::swap(&mut texts.case_files, &mut texts.private_files);
    let read = zopa::read(&texts);
    assert_eq!(read.errors(), 0, "{:?}", read.diagnostics);
    assert_eq!(read.brief(&Request::default()).unwrap_err()[0].code, "all-private");
    assert!(read.brief(&asking(PrivateState::Counted)).is_ok());
}

/// Rounds that nobody else may know of, and briefs saved at the desk, are compared at the desk alone.
#[test]
fn what_changed_at_the_desk_stays_there() {
    let case = |marked: bool| {
        let mark = if marked { MARK } else { "" };
        format!(
            "case \"C\"\nparty a \"A\"\nissue i \"I\"\n  option x\n  option y\nround one \"One\"\n\
             round {CANARY} \"{CANARY}\" after one\n{mark}claim c \"C\"\n  round one\n  a requires i = x\n\
             claim d \"{CANARY}\"\n  round {CANARY}\n  a requires i = y\n{mark}"
        )
    };
    let read = zopa::read(&Texts::of_case("desk", &case(true)));
    assert_eq!(read.errors(), 0, "{:?}", read.diagnostics);
    let [public, desk] = [PrivateState::Unsaid, PrivateState::Counted].map(asking);
    let refused = read.since_round(&public, CANARY, None).unwrap_err();
    assert_eq!((refused[0].code, refused[0].help.as_str()), ("unknown-round", "rounds: one"));
    assert!(!read.has_round(&public, CANARY) && read.has_round(&desk, CANARY));
    assert_eq!(read.since_round(&public, "one", None).unwrap().new_claims, [""; 0]);
    assert_eq!(read.since_round(&desk, "one", None).unwrap().new_claims, ["d"]);

    let saved = read.brief(&desk).unwrap();
    let refused = read.since_saved(&public, &saved).unwrap_err();
    assert_eq!(refused[0].code, "saved-private");
    let refused = read.since_saved(&asking(PrivateState::Mentioned), &saved).unwrap_err();
    assert_eq!(refused[0].code, "saved-private");
    // Once nothing is private any more, what the saved brief held still is.
    let open = zopa::read(&Texts::of_case("desk", &case(false)));
    assert_eq!(open.since_saved(&public, &saved).unwrap_err()[0].code, "saved-private");
    let brief = open.brief(&desk).unwrap();
    let since = open.since_saved(&desk, &saved).unwrap();
    assert_eq!(brief.private, PrivateState::Unsaid);
    assert_eq!(brief.compared(since).private, PrivateState::Counted);
    let told = read.since_saved(&desk, &read.brief(&public).unwrap()).unwrap();
    assert_eq!(told.new_claims, ["d"]);
}

#[test]
fn a_page_for_the_desk_says_so_and_another_is_as_it_was() {
    let read = zopa::read(&texts(&folder("strait")));
    let plain = read.brief(&Request::default()).unwrap();
    for state in [PrivateState::Unsaid, PrivateState::Mentioned, PrivateState::Counted] {
        let brief = read.brief(&asking(state)).unwrap();
        assert_eq!(formats(&brief), formats(&plain), "nothing is private there");
    }
    let changes = |brief: &Brief| -> Vec<String> {
        vec![terminal::since(brief, terminal::Style::default()), markdown::since(brief)]
    };
    let told = |private| {
        let brief = Brief { private, ..plain.clone() };
        [changes(&brief), formats(&brief)].concat()
    };
    let sentences = [(PrivateState::Mentioned, zopa::report::MENTION), (PrivateState::Counted, zopa::report::BANNER)];
    for (state, sentence) in sentences {
        let (json, others) = told(state).split_last().map(|(json, others)| (json.clone(), others.to_vec())).unwrap();
        assert!(others.iter().all(|told| told.contains(sentence)), "{state:?}");
        assert!(json.contains("\"private\": \""), "{state:?}");
        assert!(formats(&plain).iter().all(|told| !told.contains(sentence) && !told.contains("\"private\"")));
    }
}
