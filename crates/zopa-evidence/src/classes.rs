//! What can a word be?
//!
//! Classes of words, as `data/LANGUAGE/classes.txt` lists them. A word may be in several; which it is where it stands is
//! seen from its neighbours (`tag`).

macro_rules! classes {
    ($($name:ident $word:literal $doc:literal),* $(,)?) => {
        /// A class of words.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Class { $(#[doc = $doc] $name),* }

        impl Class {
            /// The class of a name in the data files.
            pub(crate) fn named(name: &str) -> Option<Self> {
                match name { $($word => Some(Self::$name),)* _ => None }
            }
        }
    };
}

classes! {
    Article "article" "a, the, this, some",
    Possessive "possessive" "his, their",
    Subject "subject-pronoun" "he, they, who is said",
    Object "object-pronoun" "him, them",
    Indefinite "indefinite-pronoun" "someone, many, others",
    Be "be" "forms of *be*",
    Have "have" "forms of *have*",
    Do "do" "forms of *do*",
    Modal "modal" "will, could",
    Not "not" "not, never",
    And "coordinator" "and, but, or",
    Subordinator "subordinator" "because, although",
    Which "relative" "who, which, what, whether",
    That "that" "that",
    To "to" "to",
    Preposition "preposition" "of, in, by",
    Adverb "adverb" "also, again",
    Adjective "adjective" "close, unnamed",
    Noun "noun" "nouns that look like verbs",
    Time "time" "days, months, today",
    Number "number" "two, million",
    Title "title" "Mr, President",
    Speaker "speaker-noun" "official, spokesman, analysts",
    Body "body-noun" "government, ministry, police, campaign",
    Paper "paper-noun" "report, poll, statement, newspaper",
    Thing "thing" "nouns that do not speak",
    Base "verb-base" "plain form of a verb",
    Third "verb-third" "says",
    Past "verb-past" "said",
    Participle "verb-participle" "said, given",
    Gerund "verb-gerund" "saying",
    NounCue "noun-cue" "denial, insistence",
    Masculine "masculine" "he, him, his, Mr",
    Feminine "feminine" "she, her, Mrs",
    Plural "plural" "they, them, their",
    Clitic "clitic" "’s and its like",
    Starter "starter" "words with which sentences begin after an abbreviation",
    Unnamed "unnamed" "anonymous, unnamed: who is so called is not named",
    Hearsay "hearsay" "reportedly, allegedly",
    According "according" "according (to)",
    Setting "setting" "statement, interview, tweet: where something was said",
    Outlet "outlet" "a publisher's name in one word",
    OutletEnd "outlet-end" "the last word of a publisher's name of several words",
    OutletBegin "outlet-begin" "the first word of one: Radio, Television",
    Publisher "publisher-noun" "newspaper, agency: before the name of an outlet",
    Publishes "publishing" "wrote, reported: what an outlet does",
    View "view-noun" "view, opinion: in whose something is so",
    Hears "hearing" "heard, briefed: has it from somebody",
    Story "story-noun" "report, article: what an outlet makes",
    Answer "answer-noun" "verdict, reply: *her verdict: “no”*",
    Condition "condition" "if, unless, provided",
    Will "will" "will, would, prepared",
    Must "must" "must, should",
    May "may" "could, likely",
    False "false" "false, untrue",
    Grant "grant" "provide, guarantee, weapons",
    Occasion "occasion" "during, amid: leads to a time or an occasion, and not on from a subject",
    Joins "joining" "and, or",
    Whether "whether" "whether, if",
    Contrast "contrast" "while, despite: behind a comma, the teller speaks again",
    Holding "holding" "among, by: before one who holds an opinion",
    Limits "limiting" "until, unless: begins a clause on which what stands before it depends",
    Definite "definite" "the, this: who is meant was named before",
    Here "here" "this, our: the document's own",
    Single "single" "a, an",
    Citing "citing" "citing, quoting",
    HeardFrom "heard-from" "by, from: behind *briefed*, before whom one heard",
    Lets "letting" "*let* it be known",
    Makes "making" "*made* it clear",
    Puts "putting" "*put* it",
    Viewing "viewing" "*to* her this is so, *for* them",
    Nobody "none" "*no* conditions, *nothing*",
    Account "account" "account, version: what one tells",
    Little "little" "heard *nothing*",
    InHands "in-hands" "a draft *seen* by an outlet, a letter *leaked* to one",
    Depends "depending" "if, once: begins a clause on which, or on whose time, something depends",
    Quotes "quoting" "*quoted* her as saying, is *cited* as saying",
    Roughly "roughly" "about, around: before a number, no more than that",
    Label "label" "Q, A: the label of a turn in an interview",
}

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u128);

impl Classes {
    /// Is `class` among them?
    pub fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u64) != 0
    }

    /// Is any of `classes` among them?
    pub fn any(self, classes: &[Class]) -> bool {
        classes.iter().any(|class| self.has(*class))
    }

    pub(crate) fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u64;
    }
}
