// Which checks are run on which pages, and how do they end? `cargo xtask page` calls this with a plan.
import { readFileSync } from "node:fs";
import { launched } from "./browser.mjs";
import { readings, words } from "./readings.mjs";
import { axe, requests, scriptsOff, size, width } from "./face.mjs";
import { pictures, print } from "./paper.mjs";
import { time } from "./time.mjs";

const CHECKS = { size, readings, words, requests, axe, "scripts-off": scriptsOff, width, print, time, pictures };
// Faults of one check that are told; the rest are counted.
const TOLD = 10;

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
const browser = await launched(plan.tools.chromium);
let failed = 0;
try {
  for (const page of plan.pages) {
    for (const name of page.checks) failed += await run(name, page);
  }
} finally {
  await browser.close();
}
console.log(failed ? `${failed} checks failed` : "every check passed");
process.exitCode = failed ? 1 : 0;

// One line with the figure; below it what is at fault. Gives 1 where something is.
async function run(name, page) {
  const { figure, faults } = await CHECKS[name](browser, page, plan.tools).catch((error) => ({ figure: "ended early", faults: [String(error)] }));
  console.log(`${faults.length ? "FAIL" : "ok  "} ${page.name.padEnd(14)} ${name.padEnd(12)} ${figure}`);
  for (const fault of faults.slice(0, TOLD)) console.log(`     ${fault.replaceAll("\n", "\n     ")}`);
  if (faults.length > TOLD) console.log(`     and ${faults.length - TOLD} more`);
  return faults.length ? 1 : 0;
}
