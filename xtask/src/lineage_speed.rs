//! How long does it take to find which of many articles were made from which?
//!
//! `cargo run --release -p xtask -- lineage-speed [COUNT...]` makes articles from a seed, about one topic, a third of them
//! rewrites of others, and compares them all. It prints the CPU time, the most memory that was used, and how many of the
//! edges that were made were found; `false` where a bound is missed.

use crate::measure::own_cpu;
use zopa_evidence::between::{Report, descents};
use zopa_evidence::{Language, Prose};

/// Articles, CPU seconds and megabytes allowed.
const BOUNDS: [(usize, f64, u64); 2] = [(1_000, 2.0, 2_048), (10_000, 60.0, 2_048)];

/// Measures the counts named, or those that have bounds.
pub fn run(counts: &[String]) -> Result<bool, String> {
    let named: Vec<usize> = counts
        .iter()
        .map(|count| count.parse::<usize>().map_err(|e| format!("{count}: {e}")))
        .collect::<Result<_, _>>()?;
    let counts = if named.is_empty() { BOUNDS.iter().map(|bound| bound.0).collect() } else { named };
    counts.into_iter().try_fold(true, |fast, count| Ok(fast & measured(count)?))
}

fn measured(count: usize) -> Result<bool, String> {
    let articles = articles(count);
    let names: Vec<String> = (0..count).map(|at| format!("{at:05}")).collect();
    let before = own_cpu()?;
    let reports: Vec<Report> = names.iter().zip(&articles).map(|(name, article)| report(name, &article.text)).collect();
    let read = own_cpu()?;
    let edges = descents(&reports);
    let after = own_cpu()?;
    let made: Vec<(&String, &String)> = articles
        .iter()
        .zip(&names)
        .filter_map(|(article, name)| Some((name, names.get(article.made_from?)?)))
        .collect();
    let found = made
        .iter()
        .filter(|(derived, source)| edges.iter().any(|edge| edge.derived == **derived && edge.source == **source));
    let (found, megabytes) = (found.count(), memory()?);
    println!(
        "{count} articles: cut into sentences in {:.2} s, compared in {:.2} s of CPU, {megabytes} MB at most; {} edges, {found} of {} made",
        (read - before) / 1000.0,
        (after - read) / 1000.0,
        edges.len(),
        made.len()
    );
    let bound = BOUNDS.iter().find(|bound| bound.0 == count);
    Ok(bound.is_none_or(|(_, seconds, most)| (after - before) / 1000.0 <= *seconds && megabytes <= *most))
}

fn report<'a>(name: &'a str, text: &'a str) -> Report<'a> {
    let sentences = Prose::new(text, Language::english()).sentences.iter().map(|sentence| sentence.span).collect();
    Report { name, text, sentences, attributions: Vec::new(), outlet: None, published: None }
}

/// The most memory this process had, in megabytes.
fn memory() -> Result<u64, String> {
    let status = std::fs::read_to_string("/proc/self/status").map_err(|e| e.to_string())?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    Ok(line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or_default() / 1024)
}

struct Article {
    text: String,
    made_from: Option<usize>,
}

/// A row of numbers from a seed (splitmix64, Steele and others 2014): the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % sides.max(1) as u64) as usize
    }

    /// Small numbers far more often than large ones, as words of a language are.
    fn rare(&mut self, sides: usize) -> usize {
        let most = self.roll(sides) + 1;
        let next = self.roll(most) + 1;
        self.roll(next)
    }
}

/// Sentences as lists of words; a third of the articles are rewrites of an earlier one.
fn articles(count: usize) -> Vec<Article> {
    let mut dice = Dice(20_260_101);
    let mut drafts: Vec<(Vec<Vec<usize>>, Option<usize>)> = Vec::new();
    for at in 0..count {
        let from = (at > 0 && dice.roll(3) == 0)
            .then(|| dice.roll(at))
            .filter(|from| drafts.get(*from).is_some_and(|draft| draft.1.is_none()));
        let sentences = match from.and_then(|from| drafts.get(from)) {
            Some((source, _)) => rewritten(source, &mut dice),
            None => (0..15 + dice.roll(15)).map(|_| sentence(&mut dice)).collect(),
        };
        drafts.push((sentences, from));
    }
    drafts.into_iter().map(|(sentences, made_from)| Article { text: spelled(&sentences), made_from }).collect()
}

/// So many words the language has.
const WORDS: usize = 40_000;

fn sentence(dice: &mut Dice) -> Vec<usize> {
    (0..12 + dice.roll(18)).map(|_| dice.rare(WORDS)).collect()
}

/// A fifth of the sentences left out, two fifths of the words exchanged, a few sentences added.
fn rewritten(source: &[Vec<usize>], dice: &mut Dice) -> Vec<Vec<usize>> {
    let mut made = Vec::new();
    for words in source {
        if dice.roll(5) > 0 {
            made.push(words.iter().map(|word| if dice.roll(5) < 2 { dice.rare(WORDS) } else { *word }).collect());
        }
        if dice.roll(8) == 0 {
            made.push(sentence(dice));
        }
    }
    made
}

fn spelled(sentences: &[Vec<usize>]) -> String {
    let sentence = |words: &Vec<usize>| {
        let words: Vec<String> = words.iter().map(|word| spell(*word)).collect();
        format!("The {}.", words.join(" "))
    };
    sentences.iter().map(sentence).collect::<Vec<_>>().join("\n")
}

/// A word for a number: syllables, so that its first letters tell it from others.
fn spell(word: usize) -> String {
    const FIRST: [&str; 20] = [
        "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "xi",
        "yo", "zu",
    ];
    let mut rest = word;
    let mut spelled = String::new();
    for _ in 0..4 {
        spelled.push_str(FIRST.get(rest % FIRST.len()).copied().unwrap_or_default());
        rest /= FIRST.len();
    }
    spelled
}
