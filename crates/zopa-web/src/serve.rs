//! How does the desk open, and how does it end?

use crate::desk::Desk;
use crate::gate::Gate;
use crate::routes::{Shared, routes};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::watch;
use zopa::Problem;
use zopa::report::desk as words;
use zopa_dossier::{DossierError, Seat};

/// The port that is asked for first, so that a colleague's link leads to one's own desk.
const PORT: u16 = 9672;

/// What is served, and where.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The folder of the case, which is there; it may be empty.
    pub dir: PathBuf,
    /// The port of the loopback address; without one, the usual port, or any that is free.
    pub port: Option<u16>,
}

/// Why the desk did not open.
#[derive(Debug)]
pub enum Failed {
    /// The dossier.
    Dossier(DossierError),
    /// The machine.
    Machine(Problem),
}

impl From<DossierError> for Failed {
    fn from(error: DossierError) -> Self {
        Failed::Dossier(error)
    }
}

/// Serves a dossier until it is stopped. `tell` is given what the terminal is to show.
///
/// # Errors
/// See [`Failed`]; once the desk is open it ends only by being stopped.
pub fn serve(settings: &Settings, tell: impl Fn(&str) + Send + Sync + 'static) -> Result<(), Failed> {
    let desk = Desk::of(&settings.dir);
    let root = desk.now()?.dossier.root().to_owned();
    let seat = Seat::take(&root)?;
    let listener = listener(settings.port)?;
    let address = listener.local_addr().map_err(|_| no_port())?;
    seat.say(&format!("http://{address}"));
    let gate = Gate::new(address.port()).map_err(|_| no_port())?;
    tell(&words::open_at(&gate.entry()));
    tell(words::STOP);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|_| no_port())?;
    let ended = runtime.block_on(answering(listener, Arc::new(desk), gate, Arc::new(tell)));
    // A request that is being worked on is let finish; nothing is half-written in any case.
    ended.map_err(|_| Failed::Machine(no_port_problem()))
}

async fn answering(
    listener: TcpListener,
    desk: Arc<Desk>,
    gate: Gate,
    tell: Arc<dyn Fn(&str) + Send + Sync>,
) -> io::Result<()> {
    let (stop, stopping) = watch::channel(false);
    let shared = Shared { desk, gate: Arc::new(gate), tell: Arc::clone(&tell), stopping };
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let stopped = async move {
        asked_to_stop().await;
        let _ = stop.send(true);
    };
    axum::serve(listener, routes(shared)).with_graceful_shutdown(stopped).await?;
    tell(words::STOPPED);
    Ok(())
}

/// Ctrl+C, or the signal with which a system ends its programs.
async fn asked_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut ended) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = ended.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

/// A place on the loopback address, and nowhere else.
fn listener(port: Option<u16>) -> Result<TcpListener, Failed> {
    let at = |port: u16| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    match port {
        Some(port) => at(port).map_err(|_| {
            let (message, help) = (words::port_taken(port), words::ANOTHER_PORT.to_owned());
            Failed::Machine(Problem { code: "port-taken", message, help })
        }),
        None => at(PORT).or_else(|_| at(0)).map_err(|_| no_port()),
    }
}

fn no_port() -> Failed {
    Failed::Machine(no_port_problem())
}

fn no_port_problem() -> Problem {
    Problem { code: "no-port", message: words::NO_PORT.to_owned(), help: words::LET_LISTEN.to_owned() }
}
