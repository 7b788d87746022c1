use crate::build::*; use crate::honest::around; use zopa_finding::*;
#[test] fn zz() {
    let mut b = Build::new();
    let ps: Vec<_> = (0..4).map(|i| b.party(&format!("p{i}"))).collect();
    let is: Vec<_> = (0..13).map(|i| b.issue(&format!("i{i}"), &["a","b","c"])).collect();
    let ss: Vec<_> = (0..5).map(|i| b.source(&format!("s{i}"), None)).collect();
    let os: Vec<_> = (0..15).map(|i| b.speaker(&format!("o{i}"))).collect();
    let cs: Vec<_> = (0..69).map(|i| b.claim(&format!("c{i}"))).collect();
    for (i,c) in cs.iter().enumerate() { b.told(*c, os[i%15], ss[i%5]); if i%3==0 { b.told(*c, os[(i+7)%15], ss[(i+1)%5]); } }
    for i in 0..30 { let f = match i % 3 { 0 => b.is(is[i/3 % 13], 0), 1 => not(b.is(is[i/3 % 13], 0)), _ => any([b.is(is[i/3 % 13],1), b.is(is[(i/3+1) % 13],0)]) }; b.limit_by(ps[i%4], &format!("l{i}"), f, vec![by(cs[i])]); }
    for i in 0..10 { b.denial(cs[i*3], &[cs[40+i]], true); }
    for i in 0..8 { let f = b.is(is[i], 1); b.ask(ps[i%4], f, cs[50+i]); }
    let answer = Answer { readings: 1024, verdict: Verdict::NothingFits, witness: None, impossible: vec![], clashes: vec![], complete: Completeness::Complete, knots: vec![], enough: vec![], shut_out: vec![], hinges: cs.iter().step_by(3).take(10).enumerate().map(|(i,_)| Hinge { kind: HingeKind::Question, name: format!("c{}", i*3), first: Level::Fits, changes: vec![Level::Fits], effects: vec![], basis: Basis::default() }).collect() };
    let t = std::time::Instant::now();
    let got = zopa_verify::verify(&b.case, &around(answer.clone()));
    println!("PERF {:?} {}", t.elapsed(), got.len());
    let mut kinds: std::collections::BTreeMap<String,usize> = Default::default();
    for r in &got { *kinds.entry(format!("{:?} {}", r.standing, r.finding)).or_default() += 1; }
    println!("{kinds:?}");
}
