// Which checks are run on the desk, and how do they end? `cargo xtask desk` calls this with a plan.
import { readFileSync } from "node:fs";
import { launched } from "../page/browser.mjs";
import { ended } from "./open.mjs";
import { bring } from "./bring.mjs";
import { keep } from "./keep.mjs";
import { review } from "./review.mjs";
import { text } from "./text.mjs";
import { brief, save } from "./brief.mjs";
import { beside, link } from "./beside.mjs";
import { speakers, stating } from "./speakers.mjs";
import { kill, windows } from "./windows.mjs";
import { hostile } from "./hostile.mjs";
import { axe, pictures, scriptsOff, width } from "./face.mjs";
import { time } from "./time.mjs";

const CHECKS = { bring, keep, speakers, stating, review, text, brief, link, save, beside, windows, kill, hostile, axe, width, "scripts-off": scriptsOff, time, pictures };

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
const browser = await launched(plan.tools.chromium);
let failed = 0;
try {
  for (const name of plan.checks) failed += await run(name);
} finally {
  await browser.close();
  ended();
}
console.log(failed ? `${failed} checks failed` : "every check passed");
process.exitCode = failed ? 1 : 0;

// One line with the figure; below it what is at fault. Gives 1 where something is.
async function run(name) {
  const { figure, faults } = await CHECKS[name](browser, plan).catch((error) => ({ figure: "ended early", faults: [String(error.stack ?? error)] }));
  console.log(`${faults.length ? "FAIL" : "ok  "} ${name.padEnd(12)} ${figure}`);
  for (const fault of faults) console.log(`     ${fault.replaceAll("\n", "\n     ")}`);
  return faults.length ? 1 : 0;
}
