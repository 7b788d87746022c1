//! Which case is to stand beside this one?

use crate::answer::Refused;
use crate::routes::{Shared, aside};
use crate::screens;
use axum::extract::{Multipart, State};
use axum::response::Response;
use std::sync::Arc;
use zopa::Problem;
use zopa::report::desk as words;
use zopa_dossier::CASE_FILE_MOST;

/// `file`: a case file. Nothing of it is kept.
pub(crate) async fn beside(State(shared): State<Shared>, form: Multipart) -> Response {
    let desk = Arc::clone(&shared.desk);
    let file = file(form).await;
    aside(move || {
        let shown = file.and_then(|(name, bytes)| screens::compared(&desk, &name, bytes));
        shown.unwrap_or_else(|refused| screens::refused(&desk, &refused))
    })
    .await
}

async fn file(mut form: Multipart) -> Result<(String, Vec<u8>), Refused> {
    while let Ok(Some(field)) = form.next_field().await {
        let name = field.file_name().unwrap_or_default().to_owned();
        if let Ok(bytes) = field.bytes().await
            && !name.is_empty()
        {
            return Ok((name, bytes.to_vec()));
        }
    }
    let (message, help) = (words::NO_OTHER.to_owned(), words::arrives_most(CASE_FILE_MOST as usize));
    Err(Problem { code: "no-other-case", message, help }.into())
}
