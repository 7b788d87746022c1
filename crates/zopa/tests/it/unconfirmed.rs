//! An answer is that of the dossier with the unconfirmed and the rejected claims deleted, byte for byte; asked for, the
//! unconfirmed ones count as if they were not marked, and the answer says so. Together with what is private too.

use crate::random::{Dice, Maker, count};
use zopa::finding::{Brief, PrivateState};
use zopa::report::{csv, html, markdown, terminal};
use zopa::{Part, Read, Request, Severity, Texts};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    Private,
    Unconfirmed,
    Rejected,
    /// Taken out of the case before it is read: no line of it can be marked, and it names what waits.
    Gone,
}

/// An item with its lines.
struct Block {
    text: String,
    mark: Mark,
}

impl Block {
    fn is(&self, word: &str) -> bool {
        self.text.split_whitespace().next() == Some(word)
    }

    fn written(&self) -> String {
        let line = match self.mark {
            Mark::None => "",
            Mark::Private => "  private\n",
            Mark::Unconfirmed => "  unconfirmed\n",
            Mark::Rejected => "  rejected > it is not what the words say\n",
            Mark::Gone => return String::new(),
        };
        let (head, rest) = self.text.split_once('\n').unwrap();
        format!("{head}\n{line}{rest}")
    }
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for row in text.split_inclusive('\n') {
        match blocks.last_mut() {
            Some(block) if !row.starts_with(char::is_alphabetic) => block.text.push_str(row),
            _ => blocks.push(Block { text: row.to_owned(), mark: Mark::None }),
        }
    }
    blocks
}

fn read(blocks: &[Block], kept: impl Fn(&Block) -> bool) -> Read {
    let text: String = blocks.iter().filter(|block| kept(block)).map(Block::written).collect();
    zopa::read(&Texts::of_case("random", &text))
}

/// Without their marks, those that are kept.
fn bare(blocks: &[Block], kept: &[Mark]) -> Brief {
    let text: String = blocks.iter().filter(|b| kept.contains(&b.mark)).map(|b| b.text.as_str()).collect();
    zopa::read(&Texts::of_case("random", &text)).brief(&Request::default()).unwrap()
}

/// Marks what the messages point at, or takes it out, until there are none.
fn settled(blocks: &mut [Block]) -> Read {
    loop {
        let read = read(blocks, |_| true);
        let first = read.diagnostics.iter().find(|told| told.severity == Severity::Error);
        let Some(told) = first else { return read };
        // What is taken out may have been named.
        let expected = ["unconfirmed-named", "rejected-named", "private-named", "unknown-name"];
        let apart = told.message.starts_with("without what is ");
        assert!(expected.contains(&told.code.0) || apart, "{told:?}");
        let mut start = 0;
        let block = blocks.iter_mut().find(|block| {
            start += block.written().len();
            start > told.primary.span.start as usize
        });
        let block = block.unwrap();
        block.mark = match (told.code.0, block.mark) {
            ("unconfirmed-named", Mark::None) if block.is("claim") => Mark::Unconfirmed,
            ("private-named", Mark::None) => Mark::Private,
            _ => Mark::Gone,
        };
    }
}

fn formats(brief: &Brief) -> Vec<String> {
    let views = [terminal::brief, terminal::why, terminal::openings, terminal::hinges];
    let screens = views.iter().map(|view| view(brief, terminal::Style::default()));
    let texts = [markdown::brief, markdown::why, markdown::openings, markdown::hinges].map(|text| text(brief));
    screens.chain(texts).chain([html(brief), csv(brief), serde_json::to_string_pretty(brief).unwrap()]).collect()
}

/// The brief as it has to be where unconfirmed claims are counted.
fn told(mut brief: Brief, blocks: &[Block], has: impl Fn(&Block) -> bool) -> Brief {
    let waiting: Vec<&Block> = blocks.iter().filter(|block| has(block)).collect();
    for claim in &mut brief.claims {
        let head = format!("claim {} ", claim.name);
        claim.unconfirmed = waiting.iter().any(|block| block.text.starts_with(&head));
    }
    brief.unconfirmed = !waiting.is_empty();
    brief
}

#[test]
fn answers_are_those_without_what_waits_and_what_was_rejected() {
    let (mut changed, mut counted, mut both) = (0, 0, 0);
    for seed in 0..count(1000) / 4 {
        let mut blocks = blocks(&Maker::new(seed).case());
        let mut dice = Dice(seed ^ 0x5eed);
        for block in blocks.iter_mut().filter(|block| block.is("claim")) {
            block.mark = match dice.roll(10) {
                0 | 1 => Mark::Unconfirmed,
                2 => Mark::Rejected,
                3 => Mark::Private,
                _ => Mark::None,
            };
        }
        let read = settled(&mut blocks);
        let has = |mark: Mark| blocks.iter().any(|block| block.mark == mark);
        let state = if has(Mark::Private) { PrivateState::Counted } else { PrivateState::Unsaid };

        let plain = read.brief(&Request::default()).unwrap();
        assert_eq!(formats(&plain), formats(&bare(&blocks, &[Mark::None])), "seed {seed}");
        let desk = Request { private: PrivateState::Counted, ..Request::default() };
        let expected = Brief { private: state, ..bare(&blocks, &[Mark::None, Mark::Private]) };
        assert_eq!(formats(&read.brief(&desk).unwrap()), formats(&expected), "seed {seed}");

        let asked = read.brief(&Request { unconfirmed: true, ..Request::default() }).unwrap();
        let waits = |block: &Block| block.mark == Mark::Unconfirmed;
        let expected = told(bare(&blocks, &[Mark::None, Mark::Unconfirmed]), &blocks, waits);
        assert_eq!(formats(&asked), formats(&expected), "seed {seed}");
        let all = read.brief(&Request { unconfirmed: true, ..desk }).unwrap();
        let kept = [Mark::None, Mark::Unconfirmed, Mark::Private];
        let expected = Brief { private: state, ..told(bare(&blocks, &kept), &blocks, waits) };
        assert_eq!(formats(&all), formats(&expected), "seed {seed}");

        assert_eq!(read.has(Part::Unconfirmed), has(Mark::Unconfirmed));
        let rejected = blocks.iter().filter(|block| block.mark == Mark::Rejected).count();
        assert_eq!(read.in_no_answer(), (blocks.iter().filter(|block| waits(block)).count(), rejected));
        changed += usize::from(plain.answer != asked.answer);
        counted += usize::from(formats(&asked).iter().all(|told| told.contains("unconfirmed")));
        both += usize::from(has(Mark::Private) && has(Mark::Unconfirmed) && has(Mark::Rejected));
    }
    let least = count(1000) as usize / 4 / 5;
    assert!(changed > least && counted > least && both > least / 5, "{changed}, {counted}, {both}");
}

/// Every form says it, in its first words.
#[test]
fn every_form_that_counts_them_says_so_first() {
    let case = "case \"C\"\nparty a \"A\"\nissue i \"I\"\n  option x\n  option y\nsource r \"R\"\n\
                claim c \"C\"\n  unconfirmed\n  a requires i = x\n  quote r > x it is\n";
    let read = zopa::read(&Texts::of_case("c", case));
    let brief = read.brief(&Request { unconfirmed: true, ..Request::default() }).unwrap();
    for (at, told) in formats(&brief).iter().enumerate() {
        let said = zopa::report::UNCONFIRMED;
        match at {
            8 => assert!(told.contains(&format!("role=\"note\">{said}"))),
            10 => assert!(told.contains("\"unconfirmed\": true")),
            _ => assert!(told.trim_start_matches(['*', '\u{feff}', '"']).starts_with(said), "{told}"),
        }
    }
    assert!(formats(&read.brief(&Request::default()).unwrap()).iter().all(|told| !told.contains("unconfirmed")));
    let [private, unconfirmed] = [PrivateState::Counted, PrivateState::Unsaid];
    let both = Brief { private, ..brief.clone() };
    assert!(formats(&both).iter().take(10).all(|told| told.contains(zopa::report::BANNER)));
    assert_eq!(Brief { private: unconfirmed, ..both }, brief);
}

/// What is wrong with a suggestion is told, and keeps no answer from being given.
#[test]
fn a_mistake_in_a_suggestion_stops_no_answer_but_its_own() {
    let case = "case \"C\"\nparty a \"A\"\nissue i \"I\"\n  option x\n  option y\n\
                claim c \"C\"\n  unconfirmed\n  a requires i = z\n  said by nobody\n";
    let read = zopa::read(&Texts::of_case("c", case));
    let [plain, asked] = [false, true].map(|unconfirmed| Request { unconfirmed, ..Request::default() });
    assert_eq!(
        (read.errors(), read.errors_without(&plain.left_out()), read.errors_without(&asked.left_out())),
        (2, 0, 2)
    );
    let misspelt = zopa::read(&Texts::of_case("c", &case.replace("unconfirmed", "unconfirmd")));
    assert!(misspelt.errors_without(&plain.left_out()) > 0);
}
