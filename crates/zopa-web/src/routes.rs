//! Which screen, or which change, does a request ask for?
//!
//! Everything that reads the dossier is worked on beside the loop that listens, so that a long answer holds nobody up.

use crate::answer::{self, Refused};
use crate::desk::Desk;
use crate::gate::{Gate, gate};
use crate::view::Asked;
use crate::{acts, assets, screens};
use axum::Router;
use axum::body::{Bytes, HttpBody};
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, RawQuery, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use tokio::sync::watch;
use zopa::Problem;
use zopa::report::desk as words;
use zopa::text::BYTES_MOST;

/// The most bytes of a form: a case file with every character encoded, with room.
const FORM_MOST: usize = 64 << 20;

/// The most bytes of a form which is too large that are passed over before it is answered.
const PASSED_MOST: usize = 1 << 30;

/// The code of what is too large.
pub(crate) const TOO_LARGE: &str = "not-arrived";

/// What every answer may need.
#[derive(Clone)]
pub(crate) struct Shared {
    pub(crate) desk: Arc<Desk>,
    pub(crate) gate: Arc<Gate>,
    pub(crate) tell: Arc<dyn Fn(&str) + Send + Sync>,
    /// Turns true when the desk is being stopped.
    pub(crate) stopping: watch::Receiver<bool>,
}

/// A screen, or a change: the dossier and the fields in, an answer out.
type Answers = fn(&Desk, &Asked) -> Result<Response, Refused>;

/// Every address of the desk.
pub(crate) fn routes(shared: Shared) -> Router {
    Router::new()
        .route("/", screen(screens::home))
        .route("/bring", screen(screens::bring).post(acts::bring))
        .route("/review", screen(screens::review))
        .route("/brief", screen(screens::brief))
        .route("/page", screen(screens::page))
        .route("/save", screen(screens::save))
        .route("/sources", screen(screens::sources))
        .route("/sources-page", screen(screens::sources_page))
        .route("/beside", screen(screens::beside).post(acts::beside))
        .route("/document", screen(screens::document))
        .route("/text", screen(screens::text).merge(act(acts::text)))
        .route("/check", act(acts::check))
        .route("/suggest", act(acts::suggest))
        .route("/accept", act(acts::accept))
        .route("/reject", act(acts::reject))
        .route("/merge", act(acts::merge))
        .route("/rewrite", act(acts::rewrite))
        .route("/speakers", screen(screens::speakers))
        .route("/place", act(acts::place))
        .route("/complete", act(acts::complete))
        .route("/keep", act(acts::keep))
        .route("/label", act(acts::label))
        .route("/state", act(acts::state))
        .route("/stating", act(acts::stating_of))
        .route("/undo", act(acts::undo))
        .route("/changed", get(acts::changed))
        .route("/desk.css", get(assets::style))
        .route("/desk.js", get(assets::script))
        .fallback(nothing)
        .layer(DefaultBodyLimit::max(FORM_MOST))
        .layer(from_fn_with_state(shared.clone(), bounded))
        .layer(from_fn_with_state(shared.clone(), gate))
        .with_state(shared)
}

fn screen(answers: Answers) -> MethodRouter<Shared> {
    get(async move |State(shared): State<Shared>, RawQuery(query): RawQuery| {
        worked_on(shared, answers, Asked::read(query.unwrap_or_default().as_bytes())).await
    })
}

/// A change, asked for with a form.
fn act(answers: Answers) -> MethodRouter<Shared> {
    post(async move |State(shared): State<Shared>, body: Result<Bytes, BytesRejection>| match body {
        Ok(body) => worked_on(shared, answers, Asked::read(&body)).await,
        Err(_) => too_large(shared).await,
    })
}

async fn nothing(State(shared): State<Shared>) -> Response {
    worked_on(shared, |_, _| Err(Refused::Nothing), Asked::default()).await
}

/// Answers what is too large, which is told beforehand. A browser hears an answer only when it has been heard out itself:
/// what it sends is passed over, piece by piece.
async fn bounded(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if length.is_none_or(|length: usize| length <= FORM_MOST) {
        return next.run(request).await;
    }
    let (mut body, mut passed) = (request.into_body(), 0);
    while let Some(Ok(frame)) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        passed += frame.data_ref().map_or(0, Bytes::len);
        if passed > PASSED_MOST {
            break;
        }
    }
    too_large(shared).await
}

async fn too_large(shared: Shared) -> Response {
    worked_on(shared, |_, _| Err(too_large_problem().into()), Asked::default()).await
}

/// More arrived than is taken in.
pub(crate) fn too_large_problem() -> Problem {
    Problem { code: TOO_LARGE, message: words::NOT_ARRIVED.to_owned(), help: words::arrives_most(BYTES_MOST) }
}

/// Works an answer out, beside the loop that listens.
async fn worked_on(shared: Shared, answers: Answers, asked: Asked) -> Response {
    let desk = Arc::clone(&shared.desk);
    aside(move || answers(&desk, &asked).unwrap_or_else(|refused| screens::refused(&desk, &refused))).await
}

/// Does work that takes a while.
pub(crate) async fn aside(work: impl FnOnce() -> Response + Send + 'static) -> Response {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|_| answer::page(StatusCode::INTERNAL_SERVER_ERROR, screens::broken()))
}
