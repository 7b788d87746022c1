//! Has the dossier changed since a page was loaded? The answer waits until it has, or for a while.

use crate::answer;
use crate::routes::Shared;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use std::time::Duration;

/// How often the folder is looked at, and how many times before the page is to ask again.
const PAUSE: Duration = Duration::from_millis(500);
const LOOKS: u32 = 50;

/// The stamp of the dossier, as soon as it is another than the one the page was made of.
pub(crate) async fn changed(State(shared): State<Shared>, RawQuery(since): RawQuery) -> Response {
    let since = since.unwrap_or_default();
    let mut stopping = shared.stopping.clone();
    for _ in 0..LOOKS {
        let desk = shared.desk.clone();
        let stamp = tokio::task::spawn_blocking(move || desk.stamp()).await.unwrap_or_default();
        if stamp != since {
            return answer::text(StatusCode::OK, "text/plain; charset=utf-8", stamp);
        }
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            _ = stopping.changed() => break,
        }
    }
    answer::text(StatusCode::OK, "text/plain; charset=utf-8", since)
}
