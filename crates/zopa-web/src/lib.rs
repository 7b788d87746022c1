//! The desk: how is a case reviewed and read in the browser, on one's own machine?
//!
//! [`serve`] opens one dossier on the loopback address and answers until it is stopped. The way of a request:
//!
//! - `gate`: may it come in? The host it names, where it comes from, the pass that the one-time address gave;
//! - `routes`: which screen, or which change, does it ask for?
//! - `desk`: the dossier as it stands, read again whenever it has changed on the disk;
//! - `acts`: one file for each kind of change; each is one edit of the case's text, made by `zopa-dossier`, or refused;
//! - `screens`: one file for each screen; they lay out what `zopa` says and work nothing out.
//!
//! Every screen is a page of its own with an address of its own, so that a link leads to the same view. The scripts in
//! `assets` add keys, live messages and reloading; nothing is fetched from anywhere else.

#![forbid(unsafe_code)]

mod acts;
mod answer;
mod assets;
mod desk;
mod gate;
mod routes;
mod screens;
mod serve;
mod view;

pub use serve::{Failed, Settings, serve, serve_until};
