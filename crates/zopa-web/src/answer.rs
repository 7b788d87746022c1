//! What does a screen or a change answer with?

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use maud::Markup;
use zopa::Problem;
use zopa_dossier::DossierError;

/// Why there is no screen, or no change.
pub(crate) enum Refused {
    /// What was asked for cannot be done, with the way out.
    Problems(Vec<Problem>),
    /// Nothing is at this address.
    Nothing,
}

impl From<Vec<Problem>> for Refused {
    fn from(problems: Vec<Problem>) -> Self {
        Refused::Problems(problems)
    }
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Refused::Problems(vec![problem])
    }
}

impl From<DossierError> for Refused {
    fn from(error: DossierError) -> Self {
        Refused::Problems(vec![error.problem()])
    }
}

/// A page.
pub(crate) fn page(status: StatusCode, page: Markup) -> Response {
    text(status, "text/html; charset=utf-8", page.into_string())
}

/// Text of a kind.
pub(crate) fn text(status: StatusCode, kind: &'static str, text: String) -> Response {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

/// Go on there. An address is made by the desk itself; one that is none leads to the first screen.
pub(crate) fn go(to: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    let to = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    response.headers_mut().insert(header::LOCATION, to);
    response
}
