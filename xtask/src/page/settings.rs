//! Which settings of the switches are tried?
//!
//! Every reading, and every setting that leaves some questions open, where they are few enough; else as many of them
//! as are few enough, taken at equal distances in their order, so that every run tries the same. Then every source
//! set aside, alone and beside each answer.

use std::collections::BTreeSet;

/// A question that is a switch, with its answers in file order.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub(super) name: String,
    pub(super) answers: Vec<String>,
}

/// What is chosen; the rest is open, or counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Setting {
    /// Questions with their answers, in file order.
    pub(super) assume: Vec<(String, String)>,
    /// Sources set aside.
    pub(super) without: Vec<String>,
}

impl Setting {
    /// As flags of the command line.
    pub(super) fn flags(&self) -> Vec<String> {
        let assumed = self.assume.iter().flat_map(|(q, a)| ["--assume".to_owned(), format!("{q}={a}")]);
        assumed.chain(self.without.iter().flat_map(|s| ["--without".to_owned(), s.clone()])).collect()
    }
}

/// The settings, the open one first, each once.
///
/// # Arguments
/// At most `readings` readings and `partial` settings that leave a question open are taken.
pub(super) fn all(questions: &[Question], sources: &[String], readings: u64, partial: u64) -> Vec<Setting> {
    let answered = sample(questions, 0, readings);
    let some_open = sample(questions, 1, partial);
    let chosen = std::iter::once(Setting::default()).chain(answered).chain(some_open).chain(aside(questions, sources));
    let mut seen = BTreeSet::new();
    chosen.filter(|setting| seen.insert(setting.clone())).collect()
}

/// Every combination of answers (and of *open*, where `open` is 1), or `most` of them at equal distances.
fn sample(questions: &[Question], open: u64, most: u64) -> Vec<Setting> {
    let count = questions.iter().fold(1u64, |count, q| count.saturating_mul(q.answers.len() as u64 + open));
    let taken = count.min(most);
    let at = |n: u64| (u128::from(n) * u128::from(count) / u128::from(taken.max(1))) as u64;
    (0..taken).map(|n| numbered(questions, open, at(n))).collect()
}

/// The combination with this number: the last question turns fastest.
fn numbered(questions: &[Question], open: u64, mut number: u64) -> Setting {
    let mut assume = Vec::new();
    for question in questions.iter().rev() {
        let positions = question.answers.len() as u64 + open;
        let digit = number % positions;
        number /= positions;
        let answer = digit.checked_sub(open).and_then(|place| question.answers.get(place as usize));
        assume.extend(answer.map(|answer| (question.name.clone(), answer.clone())));
    }
    assume.reverse();
    Setting { assume, without: Vec::new() }
}

/// Each source set aside, alone and beside each answer.
fn aside(questions: &[Question], sources: &[String]) -> Vec<Setting> {
    let answers = questions.iter().flat_map(|q| q.answers.iter().map(|a| vec![(q.name.clone(), a.clone())]));
    let beside: Vec<_> = std::iter::once(Vec::new()).chain(answers).collect();
    let set = |source: &String, assume: &Vec<_>| Setting { assume: assume.clone(), without: vec![source.clone()] };
    sources.iter().flat_map(|source| beside.iter().map(move |assume| set(source, assume))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn questions(count: usize) -> Vec<Question> {
        let question = |n| Question { name: format!("q{n}"), answers: vec!["a".into(), "b".into()] };
        (0..count).map(question).collect()
    }

    #[test]
    fn few_are_tried_all() {
        let made = all(&questions(3), &["s".to_owned()], 1024, 300);
        // 27 with *open*, among them all 8 readings; the source alone, and beside each of 6 answers.
        assert_eq!(made.len(), 27 + 7);
        assert_eq!(made.first(), Some(&Setting::default()));
        assert_eq!(made.iter().filter(|s| s.assume.len() == 3).count(), 8);
        assert_eq!(made.iter().collect::<BTreeSet<_>>().len(), made.len());
    }

    #[test]
    fn of_many_the_same_are_tried_every_time() {
        let made = sample(&questions(10), 1, 300);
        assert_eq!((made.len(), made.clone()), (300, sample(&questions(10), 1, 300)));
        for question in questions(10) {
            for answer in question.answers {
                assert!(made.iter().any(|s| s.assume.contains(&(question.name.clone(), answer.clone()))));
            }
        }
    }

    #[test]
    fn a_setting_is_told_as_it_is_typed() {
        let setting = Setting { assume: vec![("q".into(), "a".into())], without: vec!["s".into()] };
        assert_eq!(setting.flags(), ["--assume", "q=a", "--without", "s"]);
    }
}
