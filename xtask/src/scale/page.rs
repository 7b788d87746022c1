//! How fast is a case of 1,024 readings projected on each of them, and its page written?

use super::made::{Size, case};
use super::{rounded, timed};
use serde_json::json;
use zopa_analysis::{Choices, brief, reading_lists};

const SIZE: Size = Size { issues: 20, limits: 60, steps: 4, parties: 6, questions: 10, chains: 6, near: 6, seed: 11 };

/// Milliseconds for the projection and for the page.
const PROJECTED: f64 = 100.0;
const WRITTEN: f64 = 1000.0;

/// Prints the figures; `false` where one is over its bound.
pub fn run() -> Result<bool, String> {
    let case = case(SIZE)?;
    let refused = |refusal| format!("{refusal:?}");
    let (one, _) = timed(|| reading_lists(&case, &answered(&case)))?;
    let (all, lists) = timed(|| reading_lists(&case, &Choices::default()))?;
    let lists = lists.map_err(refused)?;
    let (answer, _) = timed(|| brief(&case, "made", &Choices::default()))?;
    let (table, brief) = timed(|| brief(&case, "made", &Choices { switches: true, ..Choices::default() }))?;
    let brief = brief.map_err(refused)?;
    let (html, page) = timed(|| zopa_report::html(&brief))?;
    let line = json!({
        "readings": lists.len(),
        "complete": lists.iter().all(|(_, lists)| lists.complete),
        "one_reading_ms": rounded(one),
        "all_readings_ms": rounded(all),
        "brief_ms": rounded(answer),
        "brief_with_table_ms": rounded(table),
        "html_ms": rounded(html),
        "page_bytes": page.len(),
    });
    println!("{line}");
    Ok(all < PROJECTED && table + html < WRITTEN)
}

/// Every question with its first answer.
fn answered(case: &zopa_case::Case) -> Choices {
    let first = |(id, question): (_, &zopa_case::Question)| Some((id, question.answers.ids().next()?));
    Choices { assume: case.questions.iter().filter_map(first).collect(), ..Choices::default() }
}
