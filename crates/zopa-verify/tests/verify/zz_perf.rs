use crate::honest::around;
#[test]
fn zz_perf() {
    for f in ["near-2","any-2"] {
        let json: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(format!("/tmp/vs/desk/{f}.json")).unwrap()).unwrap();
        let case = crate::yardstick::read(&json);
        let answer = zopa_finding::Answer { readings: 1, verdict: zopa_finding::Verdict::NothingFits, witness: None, impossible: vec![], clashes: vec![], complete: zopa_finding::Completeness::Complete, knots: vec![], enough: vec![], shut_out: vec![], hinges: vec![] };
        let t = std::time::Instant::now();
        let got = zopa_verify::verify_within(&case, &around(answer), zopa_verify::Budget { sets: 100_000, nodes: 20_000_000, all_nodes: 400_000_000, ..Default::default() });
        println!("{f} {:?} {} refuted {} unproved", t.elapsed(), got.iter().filter(|r| r.standing == zopa_verify::Standing::Refuted).count(), got.iter().filter(|r| r.standing != zopa_verify::Standing::Refuted).map(|r| r.to_string()).collect::<Vec<_>>().join("; "));
    }
}
