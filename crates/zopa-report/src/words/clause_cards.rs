//! What does each rule on clauses find, why does it matter, and what would mend it?
//!
//! Where a reason is somebody’s, it names whose. The words of treaties are those of the Vienna Convention on the Law of
//! Treaties (VCLT).

use zopa_finding::ClauseRule;

/// The words of a card.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// What it finds.
    pub finds: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// What would mend it.
    pub mend: &'static str,
}

const fn of(finds: &'static str, why: &'static str, mend: &'static str) -> Words {
    Words { finds, why, mend }
}

/// The words of the card of a rule.
pub const fn words(rule: ClauseRule) -> Words {
    match rule {
        ClauseRule::NoDebtor => of(
            "A commitment of which nobody is named who owes it",
            "A duty is somebody’s: without a name nothing can be asked of anybody, and nobody can be said to have broken it.",
            "`by NAME to NAME`, with the words that name who owes it; or the question of who it is, put to those who speak of it.",
        ),
        ClauseRule::NoCreditor => of(
            "A commitment of which nobody is named to whom it is owed",
            "The one to whom a duty is owed can claim it and can waive it. With nobody named, nobody can do either.",
            "`by NAME to NAME`, with the words that name to whom it is owed.",
        ),
        ClauseRule::DebtorNeverSaid => of(
            "A commitment that claims report of a debtor, none of them with a word of that debtor’s own",
            "What others say somebody will do binds nobody. Whether the debtor has said it, to whom and on which occasion, is the first thing that each side can ask.",
            "A claim `about` the commitment, `said by` the debtor or `relaying` it, with its words.",
        ),
        ClauseRule::DebtorSetsItOff => of(
            "A debtor is one of those whose act sets the commitment off",
            "A promise to help somebody against one’s own act, or to answer it, asks of one party that it acts against itself.",
            "Another debtor for that event, or words that say what that debtor owes when the act is its own.",
        ),
        ClauseRule::NoTrigger => of(
            "A commitment of which nothing is told that sets it off",
            "Promises are kept about three times in four once their trigger and scope are coded as written (Leeds, Mitchell and Long 2000); without a trigger nobody can say whether anything is owed.",
            "`when EVENT` or `when CONDITION`, with its words; a promise that nothing needs to set off is `when` the step that brings the agreement about.",
        ),
        ClauseRule::ActorUnknown => of(
            "An event that sets a commitment off, and nobody is named whose act it is",
            "Alliance texts differ in whether they name the adversary (the condition by adversary of the ATOP coding). An event by nobody in particular leaves open whom the promise is against, and who could not be asked to decide.",
            "`event NAME \"title\" by NAME`, or the words that say that it is whoever’s act.",
        ),
        ClauseRule::BelowTrigger => of(
            "A trigger that is a part of a wider event, so that the rest of the wider event sets nothing off",
            "What lies below a threshold can be done without an answer. Where a threshold stands, somebody can stay under it.",
            "A commitment for the wider event, a trigger without the threshold, or words that say who tells one from the other.",
        ),
        ClauseRule::TriggerCannotBe => of(
            "A condition that sets a commitment off and that no package and no choice of steps meets",
            "A duty whose condition cannot come about is never owed.",
            "A condition that can be met; or the two parts of it in two commitments.",
        ),
        ClauseRule::TriggersOverlap => of(
            "One happening that sets off two commitments of the same debtor to the same creditor, which are not told alike",
            "Where two texts cover one case, the debtor can point to one and the creditor to the other. The law of treaties has a rule for later treaties (VCLT, article 30) and none for two promises of one talk.",
            "Words that say which of the two applies; or one commitment with both answers in it.",
        ),
        ClauseRule::NoDecider => of(
            "A commitment of which nobody is named who decides that it has been set off",
            "Who may say that the trigger has happened is a power of its own. Three observers who each see something can mean little when any one of them is enough, and much when it takes two: who decides is a part of the promise.",
            "`decided by NAME`, `decided by any of NAME, ...` or `decided by all of NAME, ...`, with the words; or a claim that somebody `may determine` it.",
        ),
        ClauseRule::DeciderIsActor => of(
            "One who decides whether the trigger has happened is one whose act it is",
            "The same act would be done and judged by one party.",
            "Others who decide, or a rule by which the others are enough.",
        ),
        ClauseRule::UnanimityWithActor => of(
            "All of several have to agree, or somebody has a veto, and among them is one whose act sets the commitment off",
            "A decision that takes everybody takes the one against whom it would be. The promise can then be read and never be used.",
            "A decision without the one concerned; a majority; or a court or commission.",
        ),
        ClauseRule::DecisionRuleMissing => of(
            "Several are named who decide, and it is not told how many of them it takes",
            "One of them, all of them, or most of them are three different promises.",
            "`decided by all of` or `decided by any of`, with the words that say so.",
        ),
        ClauseRule::DecidedByOneSide => of(
            "All who decide are of the side that owes it, or all of the side to which it is owed",
            "A debtor who alone decides whether something is owed has promised what it likes; a creditor who alone decides can call at any time. Both are told, neither is judged.",
            "Somebody of another side among those who decide, or a third party.",
        ),
        ClauseRule::NoResponse => of(
            "A commitment of which nothing is told that follows",
            "Consultation, weapons and troops are different kinds of promise. With none named, any of them would keep it.",
            "`does \"what\"` or `does STEP`, with its words.",
        ),
        ClauseRule::NoDiscretion => of(
            "It is not told whether what follows is owed or may follow",
            "Between a duty and a permission lies most of what such a promise is worth (Benson 2011 codes the two apart).",
            "A line `discretion` with one of its two words, and what carries it in the text: will or shall, may or could.",
        ),
        ClauseRule::DiscretionMay => of(
            "What follows may follow, and need not",
            "Treaties that leave the answer to those who give it form a class of their own, and war has followed differently upon each class (Benson 2011).",
            "Words of duty for a part of what follows, such as to consult within a time.",
        ),
        ClauseRule::ResponseRuledOut => of(
            "What a commitment asks of a debtor lies outside what that debtor has stated as its limits",
            "A duty and a stated limit of one and the same party cannot both be kept.",
            "Which of the two stands, asked of the debtor.",
        ),
        ClauseRule::NoDeadline => of(
            "A commitment of which no deadline is told",
            "Without a time, late and never are the same, and no breach can be said to have come about.",
            "`within NUMBER UNIT`, with its words; `after STEP` where the time counts from something else than the trigger.",
        ),
        ClauseRule::DeadlineBeforeTrigger => of(
            "A time that counts from a step which comes before the one that sets the commitment off",
            "The time can have run out before anything is owed.",
            "A time that counts from what sets it off, or a later step.",
        ),
        ClauseRule::LastsShorterThanDeadline => of(
            "A commitment that lasts shorter than what it asks for may take",
            "It can end before anything is due, even when it is set off on its first day.",
            "A longer life, a shorter time, or words by which what was set off in time stays owed.",
        ),
        ClauseRule::NoStart => of(
            "It is not told from when a commitment counts",
            "A text that is agreed, signed, ratified and in force is four different texts (VCLT, articles 11 to 14 and 24).",
            "`from STEP`, with its words: agreement, signature, or a gate.",
        ),
        ClauseRule::StartsNever => of(
            "A commitment that counts from a step which no package brings about",
            "It never comes to count.",
            "A step that can be taken; or the package that it belongs to, among the options of an issue.",
        ),
        ClauseRule::NoEnd => of(
            "It is not told how long a commitment lasts",
            "Who is to rely on it needs to know until when. Where a treaty has no word on its end, the law of treaties asks what the parties meant (VCLT, article 56).",
            "`lasts NUMBER UNIT` or `lasts forever`, with its words.",
        ),
        ClauseRule::EndWithoutDate => of(
            "A commitment that is told to end, and not when",
            "Somebody can wait for an end that is near, and nobody can show that it is not. How the last of several periods is played colours the ones before.",
            "A date, a length, a way to renew it, or notice (VCLT, articles 54 to 56).",
        ),
        ClauseRule::NeverEnds => of(
            "A commitment that is told to have no end",
            "What cannot end is ended some other way: by withdrawal, by a change of circumstances (VCLT, articles 56 and 62), or by silence. Told so that somebody looks at it.",
            "A review after a time, or notice.",
        ),
        ClauseRule::NoForce => of(
            "It is not told how firmly a commitment binds",
            "A political promise is kept or not; a treaty is law for its parties once it is in force for them (VCLT, article 26).",
            "`force political`, `force treaty`, or `until GATE then treaty`, with its words.",
        ),
        ClauseRule::PoliticalOnly => of(
            "A commitment that binds politically, and of which no treaty is reported to come",
            "It costs a reputation to leave it and no more. Told so that nobody takes it for a treaty.",
            "A gate after which it binds as a treaty; or something posted.",
        ),
        ClauseRule::RatificationMissing => of(
            "A commitment that binds as a treaty, with nobody named who signs or ratifies it",
            "A state is bound by signature, ratification or another act of its own (VCLT, articles 11 to 15). Which act, and whose, is what stands between the text and its force.",
            "A claim that a body `may ratify` it, or that somebody `may sign` it; `until GATE then treaty`.",
        ),
        ClauseRule::GateUnknown => of(
            "A commitment that waits for an act which no report names",
            "Whoever holds a gate can stop what waits for it. A gate of nobody known can be anybody’s.",
            "`until GATE then treaty`, and the `gate` with the body that holds it.",
        ),
        ClauseRule::RatificationTwoWays => of(
            "Reports differ in who ratifies a commitment",
            "Two bodies have two majorities. Which of them it takes can decide whether it ever binds.",
            "The answer to that question of the case, from a text or from those who know.",
        ),
        ClauseRule::NoRemedy => of(
            "A commitment of which nothing is told that follows if it is broken",
            "Accords are coded by whether they have a mechanism that enforces them (PA-X, ImE); a promise whose breach has no answer rests on what else the debtor has to lose.",
            "`if broken COMMITMENT`, and that commitment with its own parts.",
        ),
        ClauseRule::RemedyOpen => of(
            "What follows a breach, with parts of it that are not told",
            "A remedy that lacks who owes it, what is done, who decides or by when cannot be carried out from the text.",
            "The parts that are not told, in the commitment that is the remedy.",
        ),
        ClauseRule::RemedyCircle => of(
            "What follows a breach leads back to the commitment that was broken",
            "A ladder whose last rung is its first answers no breach.",
            "A last rung of another kind: something posted, a third party, an end of what is owed in return.",
        ),
        ClauseRule::RemedyByBreacher => of(
            "What follows a breach is owed by none but those who broke the commitment, with nothing posted for it",
            "Whoever did not keep the first promise is asked to keep a second.",
            "Something posted beforehand, or a remedy in the hands of somebody else.",
        ),
        ClauseRule::PostedWithNobody => of(
            "Something is posted, and nobody is named who holds it",
            "What is posted is a hostage to a promise: it works by being out of the hands of both.",
            "`posted with NAME`, with the words that name the holder.",
        ),
        ClauseRule::PostedWithDebtor => of(
            "Something is posted, and one who owes the commitment holds it",
            "What stays in the hands of the debtor is not at risk when the debtor breaks the promise.",
            "A holder of neither side.",
        ),
        ClauseRule::EscrowCanFreeze => of(
            "Something is posted, and nothing that is told brings it out again for certain",
            "With no end, and a release that takes everybody or nobody known, one refusal keeps it where it is for as long as anybody likes.",
            "A length after which it goes back or over; one who decides alone; a power to waive.",
        ),
        ClauseRule::PowerWithoutHolder => of(
            "A power over a commitment is reported, and nobody who has it",
            "A power is somebody’s, and those on whom it is used have to know whose.",
            "The holder in place of `?` in the claim, with the words.",
        ),
        ClauseRule::EndsAtWill => of(
            "Those who owe a commitment, and none else, may end or suspend it",
            "What its debtor may end at any time binds for as long as the debtor likes. Treaties name notice and grounds for it (VCLT, articles 54, 56 and 57).",
            "Notice of some length, grounds, or the consent of those to whom it is owed.",
        ),
        ClauseRule::ToldTwice => of(
            "A part of a commitment that has one value, told in more than one way",
            "Two tellings of one clause are two promises. Neither is taken for the other.",
            "A `question` with an answer for each telling, and one commitment for each; or the text itself.",
        ),
        ClauseRule::DutiesConflict => of(
            "Two commitments of one debtor that cannot both be kept",
            "To keep one is to break the other; each creditor can say that it was told otherwise.",
            "Words that say which of them goes first, or under which conditions each of them holds.",
        ),
        ClauseRule::CircularTriggers => of(
            "Commitments, each of which waits for what another of them is to bring about",
            "Everybody can wait with a clear conscience, and nothing begins.",
            "One step that waits for nothing; both on one date; or a third party who calls both.",
        ),
        ClauseRule::OrderCannotBe => of(
            "A commitment and what was said of order, which together let none of the steps come first",
            "Each of these can be kept alone; together they keep each other from beginning.",
            "A step that waits for less, asked of whoever said so.",
        ),
    }
}
