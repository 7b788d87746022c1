//! What is said of claims that the program suggests?

/// The first row of the file of claims that wait.
pub const HEAD: &str =
    "Claims that nobody has accepted yet, in no answer until somebody does: zopa accept, reject, merge.";

/// The title of a claim: who says what, as the report has it.
pub fn says(who: &str, what: &str) -> String {
    format!("{who}: {what}")
}
/// The title of a denial.
pub fn denies(who: &str, what: &str) -> String {
    format!("{who}, denying: {what}")
}
/// What stands behind the voice in a title of one of these two kinds.
pub fn of_voice<'a>(title: &'a str, who: &str) -> Option<&'a str> {
    title.strip_prefix(who).filter(|rest| rest.starts_with(": ") || rest.starts_with(", denying: "))
}

/// What was written down: claims, the persons and groups that they name, what is quoted already, what was left.
pub fn told(claims: &[String], voices: &[String], known: usize, left: usize) -> String {
    let mut lines = vec![match claims.len() {
        0 => "nothing new to suggest".to_owned(),
        1 => "1 claim waits in suggested.zopa, marked unconfirmed".to_owned(),
        n => format!("{n} claims wait in suggested.zopa, marked unconfirmed"),
    }];
    lines.extend((!voices.is_empty()).then(|| format!("named in them for the first time: {}", super::list(voices))));
    lines.extend((known > 0).then(|| format!("{known} passages are quoted already")));
    lines.extend(
        (left > 0).then(|| format!("{left} attributions name somebody who cannot be placed, and were left out")),
    );
    if !claims.is_empty() {
        lines.push("go on with: zopa accept, zopa reject, zopa merge; zopa undo takes all of it back".to_owned());
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}
/// What the change was, for the one who takes it back.
pub fn what(claims: usize) -> String {
    if claims == 1 { "suggest 1 claim".to_owned() } else { format!("suggest {claims} claims") }
}
