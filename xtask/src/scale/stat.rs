use zopa_finding::{Brief, Cell};
fn nodes(d: &zopa_finding::Diagram, c: Cell) -> usize {
    let mut seen = std::collections::BTreeSet::new();
    let mut left = vec![c];
    while let Some(c) = left.pop() { if c.0 >= 0 && seen.insert(c) { left.extend(d.nodes[c.0 as usize].next.iter().copied()); } }
    seen.len()
}
pub fn stat(brief: &Brief) {
    let t = brief.switches.as_ref().unwrap();
    let d = &t.diagram;
    let line = |name: String, c: Cell| {
        let places: Vec<usize> = (0..t.places.len()).filter(|p| d.depends(c, *p as u32)).collect();
        eprintln!("{name}: nodes {} values {} places {:?}", nodes(d, c), d.values(c).len(), places);
    };
    eprintln!("places {:?} nodes {} switches {}", t.places, d.nodes.len(), t.switches.len());
    line("verdict".into(), t.verdict); line("witness".into(), t.witness); line("enough".into(), t.enough);
    for (n, c) in t.knots.iter().enumerate() { line(format!("knots{n}"), *c); }
    for c in &t.hinges { line(format!("hinge {}", c.name), c.levels); }
    eprintln!("clashes {} asks {}", t.clashes.len(), t.shut_out.len());
    for c in t.clashes.iter().step_by(40) { line(c.id.clone(), c.state); }
    eprintln!("presences {} worlds {} states {} openings {} knot_states {} knot_lists {} enough {} levels {} verdicts {}", t.presences.len(), t.worlds.len(), t.states.len(), t.openings.len(), t.knot_states.len(), t.knot_lists.len(), t.enough_lists.len(), t.levels.len(), t.verdicts.len());
    for k in t.knot_states.iter().step_by(t.knot_states.len() / 10 + 1) { eprintln!("knot clashes {} openings {} complete {} enough {}", k.clashes.len(), k.openings.len(), k.complete, k.enough.len()); }
    let n: usize = t.knot_states.iter().map(|k| k.openings.len()).sum();
    eprintln!("openings in knot states {n}, clashes {}", t.knot_states.iter().map(|k| k.clashes.len()).sum::<usize>());
}
