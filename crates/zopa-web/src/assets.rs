//! The desk's own style sheet and script.

use crate::answer;
use axum::http::StatusCode;
use axum::response::Response;

const STYLE: &str = include_str!("../assets/desk.css");
const SCRIPT: &str = include_str!("../assets/desk.js");

pub(crate) async fn style() -> Response {
    answer::text(StatusCode::OK, "text/css; charset=utf-8", STYLE.to_owned())
}

pub(crate) async fn script() -> Response {
    answer::text(StatusCode::OK, "text/javascript; charset=utf-8", SCRIPT.to_owned())
}
