//! May a request come in?
//!
//! Nobody but the browser that the one-time address opened: other users of the machine, pages from elsewhere that know the
//! port, and names that lead here (DNS rebinding) get nothing. A request has to name this machine as its host, carry the
//! desk's cookie, which the browser hands to no other site, and, if it changes something, come from a page of this desk.
//! Fetch metadata (`Sec-Fetch-Site`) tells pages on other ports of the same machine apart, which cookies do not.

use crate::answer;
use crate::routes::Shared;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::{Mutex, PoisonError};
use zopa::report::desk as words;

/// The way in.
const ENTER: &str = "/enter";

/// What pages of the desk may do: load what is the desk's own, and send to the desk.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
                      form-action 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'";

/// The keys of one run of the desk.
pub(crate) struct Gate {
    port: u16,
    pass: String,
    token: Mutex<String>,
}

impl Gate {
    pub(crate) fn new(port: u16) -> Result<Gate, getrandom::Error> {
        Ok(Gate { port, pass: key()?, token: Mutex::new(key()?) })
    }

    /// The address that opens the desk, once.
    pub(crate) fn entry(&self) -> String {
        format!(
            "http://127.0.0.1:{}{ENTER}?token={}",
            self.port,
            self.token.lock().unwrap_or_else(PoisonError::into_inner)
        )
    }

    /// Takes a token: if it is the one that was shown, it is used up, and another takes its place.
    fn takes(&self, token: &str) -> bool {
        let mut held = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        let right = same(token, &held);
        if right && let Ok(next) = key() {
            *held = next;
        }
        right
    }

    /// The names under which this desk may be asked.
    fn hosts(&self) -> [String; 2] {
        [format!("127.0.0.1:{}", self.port), format!("localhost:{}", self.port)]
    }

    /// Cookies of one host are shared by its ports.
    fn cookie(&self) -> String {
        format!("zopa-{}", self.port)
    }

    fn has_cookie(&self, headers: &HeaderMap) -> bool {
        let name = self.cookie();
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs = cookies.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.any(|(key, value)| key == name && same(value, &self.pass))
    }
}

/// 128 random bits.
fn key() -> Result<String, getrandom::Error> {
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Compares without telling by the time it takes where they differ.
fn same(one: &str, other: &str) -> bool {
    let differing = one.bytes().zip(other.bytes()).fold(0u8, |differing, (one, other)| differing | (one ^ other));
    one.len() == other.len() && differing == 0
}

/// Lets a request in, or answers it here.
pub(crate) async fn gate(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let mut response = match judged(&shared, &request) {
        Judged::In => next.run(request).await,
        Judged::Entered => entered(&shared),
        Judged::Stranger => answer::page(StatusCode::FORBIDDEN, crate::screens::outside()),
        Judged::Elsewhere => refused(StatusCode::FORBIDDEN),
        Judged::OtherName => refused(StatusCode::MISDIRECTED_REQUEST),
    };
    let headers = response.headers_mut();
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    }
    for (name, value) in ALWAYS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    response
}

/// What every answer says besides. Without any referrer a browser would not say either where a form comes from that is sent
/// without a script; elsewhere, none is told.
const ALWAYS: [(&str, &str); 5] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cache-control", "no-store"),
];

enum Judged {
    In,
    Entered,
    Stranger,
    Elsewhere,
    OtherName,
}

/// What a header says. One that comes twice can mean one thing to us and another to somebody else: it says nothing clear.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said<'a> {
    Nothing,
    Once(&'a str),
    Unclear,
}

impl<'a> Said<'a> {
    fn of(headers: &'a HeaderMap, name: HeaderName) -> Said<'a> {
        let mut values = headers.get_all(name).iter();
        match (values.next().map(HeaderValue::to_str), values.next()) {
            (None, _) => Said::Nothing,
            (Some(Ok(value)), None) => Said::Once(value),
            _ => Said::Unclear,
        }
    }

    fn once(self) -> Option<&'a str> {
        if let Said::Once(value) = self { Some(value) } else { None }
    }
}

fn judged(shared: &Shared, request: &Request) -> Judged {
    let gate = &shared.gate;
    let said = |name: HeaderName| Said::of(request.headers(), name);
    let hosts = gate.hosts();
    let is_own = |host: &&str| hosts.iter().any(|own| own == host);
    let named = request.uri().authority().map(|host| host.as_str());
    let Some(host) = said(header::HOST).once().filter(is_own).filter(|_| named.is_none_or(|named| is_own(&named)))
    else {
        return Judged::OtherName;
    };
    let site = said(HeaderName::from_static("sec-fetch-site"));
    if site != Said::Nothing && !matches!(site.once(), Some("same-origin" | "none")) {
        return Judged::Elsewhere;
    }
    if request.uri().path() == ENTER && request.method() == Method::GET {
        let token = request.uri().query().and_then(|query| query.strip_prefix("token=")).unwrap_or_default();
        return if gate.takes(token) { Judged::Entered } else { Judged::Stranger };
    }
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if !reads && said(header::ORIGIN).once() != Some(format!("http://{host}").as_str()) {
        return Judged::Elsewhere;
    }
    if gate.has_cookie(request.headers()) { Judged::In } else { Judged::Stranger }
}

/// The browser is known from here on; the terminal shows an address for another.
fn entered(shared: &Shared) -> Response {
    (shared.tell)(&words::next_address(&shared.gate.entry()));
    let mut response = answer::go("/");
    let cookie = format!("{}={}; Path=/; HttpOnly; SameSite=Strict", shared.gate.cookie(), shared.gate.pass);
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

fn refused(status: StatusCode) -> Response {
    let mut response = Response::new(Body::from(words::NOT_FROM_HERE));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}
