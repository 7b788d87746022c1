//! What does `gold.txt` say? Blocks by their first word; an indented line belongs to the block above it.

use super::excerpt::{find, once};
use super::{
    At, Change, Contradiction, Document, Drift, Entity, Family, Hop, Lineage, Pair, Said, Side, Wording, sentences,
};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A block: the number of its line, its line, the lines that belong to it.
type Block<'a> = (usize, &'a str, Vec<&'a str>);

/// Where the families lie: those of the project, or others in the same schema, to measure with what nobody had in view.
pub fn folder() -> PathBuf {
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/evidence");
    std::env::var_os("ZOPA_ARTICLES").map_or_else(own, PathBuf::from)
}

/// All families, by name.
pub fn families() -> Vec<Family> {
    let entries = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders.iter().map(|folder| family(folder)).collect()
}

fn family(folder: &Path) -> Family {
    let gold = std::fs::read_to_string(folder.join("gold.txt")).unwrap();
    let mut family = Family { name: folder.file_name().unwrap().to_str().unwrap().into(), ..Family::default() };
    for block in blocks(&gold) {
        let read = read(&mut family, folder, &block);
        read.unwrap_or_else(|fault| panic!("{}/gold.txt:{}: {fault}", folder.display(), block.0));
    }
    family
}

/// The blocks of the file. The lines that say what a document is made of belong to it.
fn blocks(gold: &str) -> Vec<Block<'_>> {
    let mut all: Vec<Block> = Vec::new();
    for (number, line) in gold.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
    {
        let first = line.split(' ').next().unwrap_or(line);
        let opens = ["entity", "document", "says", "lineage", "pairs", "drift", "contradiction"].contains(&first);
        match all.last_mut() {
            Some((_, _, belonging)) if !opens => belonging.push(line.trim()),
            _ => all.push((number + 1, line, Vec::new())),
        }
    }
    all
}

fn read(family: &mut Family, folder: &Path, (_, line, lines): &Block) -> Result<(), String> {
    let (word, rest) = line.split_once(' ').ok_or("a block needs more than its name")?;
    match word {
        "entity" => entity(family, rest),
        "document" => document(family, folder, rest, lines),
        "says" => says(family, rest, lines),
        "lineage" => lineage(family, rest),
        "pairs" => pairs(family, rest, lines),
        "drift" => drift(family, rest, lines),
        "contradiction" => contradiction(family, rest, lines),
        _ => Err(format!("`{word}` opens no block")),
    }
}

/// `entity per:x person Label | alias | alias`
fn entity(family: &mut Family, rest: &str) -> Result<(), String> {
    let mut words = rest.splitn(3, ' ');
    let (Some(id), Some(sort), Some(names)) = (words.next(), words.next(), words.next()) else {
        return Err("an entity has a name, a sort and a label".into());
    };
    let mut names = names.split('|').map(|name| name.trim().to_owned());
    let label = names.next().unwrap_or_default();
    family.entities.insert(id.into(), Entity { sort: sort.into(), label, aliases: names.collect() });
    Ok(())
}

/// `document FILE OUTLET`, and its lines that are not running text: `title > how it begins`.
fn document(family: &mut Family, folder: &Path, rest: &str, lines: &[&str]) -> Result<(), String> {
    let (file, outlet) = rest.split_once(' ').ok_or("a document has a file and an outlet")?;
    let text = std::fs::read_to_string(folder.join(file)).map_err(|fault| format!("{file}: {fault}"))?;
    let mut made = Document { file: file.into(), outlet: known(family, outlet)?, text, ..Document::default() };
    let (mut named, mut joined) = (BTreeMap::new(), Vec::new());
    for line in lines {
        match line.split_once(" > ") {
            Some(("join", words)) => joined.push(words.to_owned()),
            Some((sort @ ("title" | "heading" | "byline" | "caption" | "boilerplate"), words)) => {
                if !made.text.lines().any(|line| line.starts_with(words)) {
                    return Err(format!("no line begins with `{words}`"));
                }
                named.insert(words.to_owned(), sort.to_owned());
            }
            _ if *line == "quotes single" => made.single = true,
            _ => made.genre = line.strip_prefix("genre ").ok_or(format!("`{line}` says nothing of a document"))?.into(),
        }
    }
    made.sentences = sentences::cut(&made.text, &named, &joined);
    family.documents.push(made);
    Ok(())
}

/// `says ACT HOLDER > HOLDER`, and an excerpt with its marks. It belongs to the document above it.
fn says(family: &mut Family, rest: &str, lines: &[&str]) -> Result<(), String> {
    let (act, chain) = rest.split_once(' ').ok_or("an attribution has an act and a chain")?;
    let chain = chain.split(" > ").map(|hop| hop_of(family, hop.trim())).collect::<Result<_, _>>()?;
    let document = family.documents.last_mut().ok_or("an attribution belongs to a document")?;
    let mut marked = find(&document.text, lines.first().ok_or("an attribution has an excerpt")?)?;
    let content = marked.remove(&'[').ok_or("an attribution has content")?;
    let source = marked.remove(&'{').and_then(|found| found.into_iter().next());
    let cue = marked.remove(&'<').unwrap_or_default();
    document.says.push(Said { act: act.into(), content, source, cue, chain });
    Ok(())
}

fn hop_of(family: &Family, hop: &str) -> Result<Hop, String> {
    let implicit = hop.ends_with('?');
    let name = hop.trim_end_matches('?');
    let holder = if name == "-" { None } else { Some(known(family, name)?) };
    Ok(Hop { holder, implicit })
}

fn known(family: &Family, name: &str) -> Result<String, String> {
    family.entities.contains_key(name).then(|| name.to_owned()).ok_or(format!("`{name}` is no entity"))
}

/// `lineage 2 < 1 how`, or `lineage 2 - common sources`
fn lineage(family: &mut Family, rest: &str) -> Result<(), String> {
    let words: Vec<&str> = rest.splitn(4, ' ').collect();
    let document = numbered(family, words[0])?;
    let read = match words.get(1) {
        Some(&"<") => {
            let from = Some(numbered(family, words.get(2).ok_or("made from which?")?)?);
            Lineage { document, from, note: words.get(3).unwrap_or(&"").to_string() }
        }
        Some(&"-") => Lineage { document, from: None, note: words[2..].join(" ") },
        _ => return Err("`<` and a document, or `-`".into()),
    };
    family.lineage.push(read);
    Ok(())
}

/// The document whose file name begins with this number.
fn numbered(family: &Family, number: &str) -> Result<usize, String> {
    let begin = format!("{number}-");
    let found = family.documents.iter().position(|document| document.file.starts_with(&begin));
    found.ok_or(format!("no document `{number}`"))
}

/// `pairs A B`, and lines `label | words in A | words in B | change: from -> to | ...`
fn pairs(family: &mut Family, rest: &str, lines: &[&str]) -> Result<(), String> {
    let (a, b) = rest.split_once(' ').ok_or("pairs are of two documents")?;
    let (a, b) = (numbered(family, a)?, numbered(family, b)?);
    for line in lines {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [label, first, second, changes @ ..] = parts.as_slice() else {
            return Err(format!("`{line}`: a label and the words of two sentences"));
        };
        let (a, b) = (sentence(family, a, first)?, sentence(family, b, second)?);
        let changes = changes.iter().map(|change| change_of(change)).collect();
        family.pairs.push(Pair { label: (*label).into(), a, b, changes });
    }
    Ok(())
}

fn change_of(text: &str) -> Change {
    let (sort, words) = text.split_once(':').unwrap_or((text, ""));
    Change { sort: sort.trim().into(), words: words.trim().into() }
}

/// The sentence that begins with these words, or else the one they stand in.
fn sentence(family: &Family, document: usize, words: &str) -> Result<At, String> {
    let article = &family.documents[document];
    let text = |at: &usize| &article.text[article.sentences[*at].span.clone()];
    let begin: Vec<usize> = (0..article.sentences.len()).filter(|at| text(at).starts_with(words)).collect();
    match begin.as_slice() {
        [one] => Ok((document, *one)),
        [] => holding(family, document, once(&article.text, words)?),
        _ => Err(format!("`{words}` begins several sentences")),
    }
}

fn holding(family: &Family, document: usize, at: usize) -> Result<At, String> {
    let sentences = &family.documents[document].sentences;
    let found = sentences.iter().position(|sentence| sentence.span.contains(&at));
    found.map(|found| (document, found)).ok_or("it stands in no sentence".into())
}

/// `drift NAME SPEAKER`, and lines `DOCUMENT words` for the first wording, `DOCUMENT verdict words` for the others.
fn drift(family: &mut Family, rest: &str, lines: &[&str]) -> Result<(), String> {
    let (name, speaker) = rest.split_once(' ').ok_or("a drift has a name and a speaker")?;
    let speaker = known(family, speaker)?;
    let wordings =
        lines.iter().enumerate().map(|(at, line)| wording(family, at == 0, line)).collect::<Result<_, _>>()?;
    family.drift.push(Drift { name: name.into(), speaker, wordings });
    Ok(())
}

fn wording(family: &Family, first: bool, line: &str) -> Result<Wording, String> {
    let (number, rest) = line.split_once(' ').ok_or("a wording has a document and words")?;
    let (verdict, words) = if first { ("first", rest) } else { rest.split_once(' ').ok_or("a verdict and words")? };
    let document = numbered(family, number)?;
    let start = once(&family.documents[document].text, words)?;
    let at = holding(family, document, start)?;
    Ok(Wording { at, span: start..start + words.len(), verdict: verdict.into() })
}

/// `contradiction NAME SORT SCOPE`, a topic, and sides, each with lines `DOCUMENT words of a sentence`.
fn contradiction(family: &mut Family, rest: &str, lines: &[&str]) -> Result<(), String> {
    let words: Vec<&str> = rest.split(' ').collect();
    let [name, sort, scope @ ..] = words.as_slice() else { return Err("a contradiction has a name and a sort".into()) };
    let (mut topic, mut sides) = (String::new(), Vec::<Side>::new());
    for line in lines {
        match line.split_once(' ') {
            Some(("topic", rest)) => topic = rest.into(),
            Some(("side", position)) => sides.push(side(position)),
            Some((number, words)) => {
                let at = sentence(family, numbered(family, number)?, words)?;
                sides.last_mut().ok_or("a place belongs to a side")?.places.push(at);
            }
            None => return Err(format!("`{line}` says nothing of a contradiction")),
        }
    }
    let made = Contradiction { name: (*name).into(), sort: (*sort).into(), scope: scope.concat(), topic, sides };
    family.contradictions.push(made);
    Ok(())
}

/// Of a denial, `reported` and `denied` say how many origins stand behind them.
fn side(position: &str) -> Side {
    let counted = position.split_once(' ').filter(|(word, _)| ["reported", "denied"].contains(word));
    let counted = counted.and_then(|(word, count)| Some((word, count.parse().ok()?)));
    let (position, origins) = counted.map_or((position, None), |(word, count)| (word, Some(count)));
    Side { position: position.into(), origins, places: Vec::new() }
}
