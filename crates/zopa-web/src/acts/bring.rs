//! How do reports come in? Dropped, chosen or pasted; all of them or none.

use crate::answer::{Refused, go};
use crate::desk::Desk;
use crate::routes::{Shared, aside, too_large_problem};
use crate::screens;
use crate::view::Asked;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{Multipart, State};
use axum::response::Response;
use std::sync::Arc;
use zopa::Problem;
use zopa::report::{adding, desk as words};
use zopa_dossier::{Arrival, Labels, NotAdded};

/// `file` (several), `pasted`, `outlet`, `published`, `private`.
pub(crate) async fn bring(State(shared): State<Shared>, form: Multipart) -> Response {
    let desk = Arc::clone(&shared.desk);
    let arrived = arrived(form).await;
    aside(move || {
        let added = arrived.and_then(|(arrivals, labels)| added(&desk, &arrivals, &labels));
        added.unwrap_or_else(|refused| screens::refused(&desk, &refused))
    })
    .await
}

fn added(desk: &Desk, arrivals: &[Arrival], labels: &Labels) -> Result<Response, Refused> {
    if arrivals.is_empty() {
        let (message, help) = (words::NOTHING_BROUGHT.to_owned(), words::BRING_SOMETHING.to_owned());
        return Err(Problem { code: "nothing-brought", message, help }.into());
    }
    let added = desk.change(|_| zopa_dossier::add(desk.dir(), arrivals, labels))?.map_err(|refused| match refused {
        NotAdded::Dossier(error) => Refused::from(error),
        NotAdded::Asked(problems) => Refused::from(problems),
    })?;
    let new = added.new.iter().map(|new| ("new", new.source.as_str()));
    let known = added.known.iter().map(|known| ("known", known.source.as_str()));
    Ok(go(&Asked::of(&new.chain(known).collect::<Vec<_>>()).at("/bring")))
}

/// What the form brings.
async fn arrived(mut form: Multipart) -> Result<(Vec<Arrival>, Labels), Refused> {
    let (mut arrivals, mut labels) = (Vec::new(), Labels::default());
    while let Some(field) = form.next_field().await.map_err(too_large)? {
        match field.name().unwrap_or_default() {
            "file" => arrivals.extend(file(field).await?),
            "pasted" => arrivals.extend(pasted(field).await?),
            "outlet" => labels.outlet = words_of(field).await?,
            "published" => labels.published = words_of(field).await?,
            "private" => labels.private = words_of(field).await?.is_some(),
            _ => {}
        }
    }
    Ok((arrivals, labels))
}

/// A form without a chosen file has a nameless, empty one.
async fn file(field: Field<'_>) -> Result<Option<Arrival>, Refused> {
    let name = field.file_name().unwrap_or_default().to_owned();
    let bytes = field.bytes().await.map_err(too_large)?.into();
    let arrival = Arrival { called: name.clone(), file_name: Some(name).filter(|name| !name.is_empty()), bytes };
    Ok(Some(arrival).filter(|arrival| arrival.file_name.is_some() || !arrival.bytes.is_empty()))
}

/// Pasted text, its lines ended as texts of this program are.
async fn pasted(field: Field<'_>) -> Result<Option<Arrival>, Refused> {
    let text = field.text().await.map_err(too_large)?.replace("\r\n", "\n");
    let called = adding::STANDARD_INPUT.to_owned();
    Ok((!text.trim().is_empty()).then(|| Arrival { called, file_name: None, bytes: text.into_bytes() }))
}

async fn words_of(field: Field<'_>) -> Result<Option<String>, Refused> {
    let text = field.text().await.map_err(too_large)?;
    Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
}

fn too_large(_: MultipartError) -> Refused {
    too_large_problem().into()
}
