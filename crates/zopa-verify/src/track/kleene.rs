//! Yes, no and open: how are they joined?

/// `None` is open.
pub(super) type K = Option<bool>;

/// No if a part is.
pub(super) fn and(parts: impl IntoIterator<Item = K>) -> K {
    let parts: Vec<K> = parts.into_iter().collect();
    match parts.contains(&Some(false)) {
        true => Some(false),
        false => parts.iter().all(|part| *part == Some(true)).then_some(true),
    }
}

/// Yes if a part is.
pub(super) fn or(parts: impl IntoIterator<Item = K>) -> K {
    not(and(parts.into_iter().map(not)))
}

pub(super) fn not(part: K) -> K {
    part.map(|so| !so)
}
