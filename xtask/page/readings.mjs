// Does the page show, under every setting of its switches, what the program says?
import { opened, turned } from "./browser.mjs";

const sorted = (list) => list.map((each) => JSON.stringify(each)).sort();
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

// What is compared, by name: what the program says, and what the page shows, in one shape. A page keeps its places, so
// that the order of clashes is not compared.
const PARTS = {
  verdict: [(said) => said.verdict, (seen) => seen.verdict],
  clashes: [(said) => sorted(said.clashes), (seen) => sorted(seen.clashes)],
  grid: [(said) => sorted(said.clashes), (seen) => sorted(seen.grid)],
  enough: [(said) => sorted(said.enough), (seen) => sorted(seen.enough)],
  knots: [(said) => sorted(said.knots), (seen) => sorted(seen.knots)],
  "shut out": [(said) => said.shut, (seen) => seen.shut],
  hinges: [(said) => sorted(said.hinges), (seen) => sorted(seen.hinges)],
};

// The parts in which the two differ, each with both sides cut down to where they do.
export function differing(said, seen) {
  const parts = Object.entries(PARTS).map(([part, [ofSaid, ofSeen]]) => [part, ofSaid(said), ofSeen(seen)]);
  return parts.filter(([, a, b]) => !same(a, b)).map(([part, a, b]) => ({ part, said: only(a, b), seen: only(b, a) }));
}

function only(list, other) {
  if (!Array.isArray(list)) return JSON.stringify(list);
  const beyond = list.filter((each) => !other?.some?.((one) => same(one, each)));
  return (beyond.length ? beyond : list).map((each) => (typeof each === "string" ? each : JSON.stringify(each))).join("; ") || "nothing";
}

// A comparison that overlooks something proves nothing: each part, spoilt, has to be noticed.
function overlooked(said) {
  const seen = { ...said, grid: said.clashes };
  const spoilt = (key) => {
    const value = Array.isArray(seen[key]) ? [...seen[key], ["planted", "every"]] : "planted";
    return differing(said, { ...seen, [key]: value }).length === 0;
  };
  return ["verdict", "clashes", "grid", "enough", "knots", "shut", "hinges"].filter(spoilt);
}

const wanted = (setting) =>
  Object.fromEntries([...setting.assume, ...setting.without.map((source) => [source, "set-aside"])]);
const named = (setting) => setting.flags || "everything open";

// A page need not have a switch for every source, nor set one aside beside an answer: it may say what it takes.
const required = (setting) => setting.without.length === 0 || setting.assume.length === 0;

// Not every source is a switch, but every question asked about is.
const offers = (switches, names) => names.every((name) => switches.includes(name));

export function readings(browser, plan) {
  return opened(browser, plan.file, {}, async (page) => {
    const faults = overlooked(plan.settings[0].expected).map((part) => `the comparison overlooks ${part}`);
    faults.push(...(await offered(page, plan)));
    const before = await page.evaluate(() => look.whole());
    const tried = await settings(page, plan, async (setting) => {
      const seen = await page.evaluate(() => look.answers());
      return differing(setting.expected, seen)
        .map(({ part, said, seen }) => ({ part, fault: `${named(setting)}: ${part}\n  zopa: ${said}\n  page: ${seen}` }));
    });
    faults.push(...byPart(tried.faults), ...(await leftOpen(page, before)));
    return { figure: `${tried.agree} of ${tried.count} settings agree${tried.left}`, faults };
  });
}

// Takes the page through the settings in turn, each from the one before it.
async function settings(page, plan, compare) {
  const switches = await page.evaluate(() => look.switches().map((each) => each.name));
  const tried = { count: 0, agree: 0, faults: [], left: "" };
  let [left, without] = [0, 0];
  for (const setting of plan.settings) {
    if (!offers(switches, setting.without)) continue;
    if (!offers(switches, setting.assume.map(([question]) => question))) { without += 1; continue; }
    const faults = await page.evaluate((wanted) => look.set(wanted), wanted(setting));
    const chosen = await page.evaluate(() => look.chosen());
    const taken = same(Object.entries(chosen).sort(), Object.entries(wanted(setting)).sort());
    if (!taken && !required(setting)) { left += 1; continue; }
    const found = faults.map((fault) => ({ part: "switch", fault: `${named(setting)}: ${fault}` }));
    if (!taken && !faults.length) found.push({ part: "switch", fault: `${named(setting)}: the page stands at ${JSON.stringify(chosen)}` });
    found.push(...(await compare(setting)));
    tried.count += 1;
    tried.agree += found.length ? 0 : 1;
    tried.faults.push(...found);
  }
  if (without) tried.faults.unshift({ part: "missing", fault: `${without} settings need a switch that the page has not` });
  if (left) tried.left = `; ${left} that the page does not take together`;
  return tried;
}

// The first fault of each part, with how many settings share it, then the others.
function byPart(faults) {
  const parts = grouped(faults);
  const first = [...parts.values()].map((list) => `${list[0].fault}${list.length > 1 ? `\n  (${list[0].part}: so in ${list.length} settings)` : ""}`);
  return [...first, ...[...parts.values()].flatMap((list) => list.slice(1).map((each) => each.fault))];
}

function grouped(faults) {
  const parts = new Map();
  for (const each of faults) parts.set(each.part, [...(parts.get(each.part) ?? []), each]);
  return parts;
}

// A switch for every question that is one, with every answer, and for every report that an answer turns on.
async function offered(page, plan) {
  const switches = new Map((await page.evaluate(() => look.switches())).map((each) => [each.name, each]));
  const questions = plan.questions.map(([name, answers]) => [name, "question", ["open", ...answers]]);
  const sources = plan.settings[0].expected.hinges.map(([hinge]) => hinge.split(" ")).filter(([kind]) => kind === "source");
  const asked = [...questions, ...sources.map(([, name]) => [name, "source", ["counted", "set-aside"]])];
  return asked.flatMap(([name, kind, positions]) => {
    const there = switches.get(name);
    if (!there) return [`the page has no switch for the ${kind} ${name}`];
    return same([there.kind, [...there.positions].sort()], [kind, [...positions].sort()]) ? []
      : [`the switch ${name} is of kind ${there.kind} with ${there.positions}, not ${kind} with ${positions}`];
  });
}

// *Leave all open* makes the page what it was.
async function leftOpen(page, before) {
  const there = await page.evaluate(() => {
    look.set(look.two());
    document.querySelector("#leave-all-open")?.click();
    return document.querySelector("#leave-all-open") !== null;
  });
  const after = await page.evaluate(() => look.whole());
  if (!there) return ["no button #leave-all-open"];
  const at = [...after].findIndex((letter, place) => letter !== before[place]);
  if (after === before) return [];
  const near = (text) => text.slice(Math.max(0, at - 80), at + 120);
  return [`leave all open: the page is not what it was\n  before: ${near(before)}\n  after:  ${near(after)}`];
}

// Are the sentences those of the page that is made with the same choices?
export function words(browser, plan) {
  return opened(browser, plan.file, {}, (page) =>
    opened(browser, plan.file, {}, async (made) => {
      const compare = async (setting) => {
        await turned(made, setting.told);
        const seen = await page.evaluate(() => look.words());
        const said = await made.evaluate(() => look.words());
        const keys = [...new Set([...Object.keys(said), ...Object.keys(seen)])].filter((key) => said[key] !== seen[key]);
        return keys.map((key) => ({ part: key.split(" ")[0], fault: `${named(setting)}: ${key}\n  made with it: ${said[key] ?? "not there"}\n  switched:     ${seen[key] ?? "not there"}` }));
      };
      const tried = await settings(page, { settings: plan.settings.filter((setting) => setting.told) }, compare);
      return { figure: `${tried.agree} of ${tried.count} settings told alike${tried.left}`, faults: byPart(tried.faults) };
    }));
}
