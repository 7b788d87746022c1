// How long is it from a key to the screen, with 40 documents and 1,000 suggestions; how long to start; and how much memory?
import { performance } from "node:perf_hooks";
import { copied, entered, served } from "./open.mjs";

const BOUND = { key: 100, switch: 50, start: 300, memory: 150 };
const TURNS = 8;
// The same so many times: of each turn the least counts, since a machine that does other things only adds to it.
const ROUNDS = 3;

const middle = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];
const worst = (times) => Math.max(...times);

async function least(turns, time) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const times = [];
    for (let turn = 0; turn < turns; turn += 1) times.push(await time(turn));
    rounds.push(times);
  }
  return { times: rounds[0].map((_, turn) => Math.min(...rounds.map((round) => round[turn]))), once: worst(rounds.flat()) };
}

// From the key to the first frame in which the screen that it leads to has been painted.
async function pressed(page, key) {
  await page.evaluate((key) => {
    const main = document.querySelector("main");
    globalThis.shown = new Promise((done) => {
      addEventListener("keydown", () => {
        const from = performance.now();
        const look = () => document.contains(main) ? requestAnimationFrame(look) : requestAnimationFrame(() => done(performance.now() - from));
        look();
      }, { once: true, capture: true });
    });
  }, key);
  await page.keyboard.press(key);
  return page.evaluate(() => globalThis.shown);
}

export async function time(browser, plan) {
  const faults = [];
  const lines = [];
  const told = (what, { times, once }, bound) => {
    lines.push(`${what}: median ${Math.round(middle(times))} ms, worst ${Math.round(worst(times))} ms (bound ${bound}; once ${Math.round(once)})`);
    if (worst(times) > bound) faults.push(`${what} takes up to ${Math.round(worst(times))} ms each of ${ROUNDS} times: ${times.map(Math.round).join(" ")}`);
  };
  const folder = copied(plan, "time", plan.many);
  let desk = await served(plan, folder);
  let one = await entered(browser, desk);
  const { page } = one;
  await page.goto(`${desk.origin}/bring`);
  const before = performance.now();
  await page.click("form[action='/suggest'] button");
  await page.locator("[data-review]").waitFor();
  const suggesting = performance.now() - before;
  const status = await page.locator(".steps [role=status]").textContent();
  lines.push(`${status.split(" of ")[1]} suggestions from 40 documents, suggested in ${Math.round(suggesting)} ms`);
  if (Number(status.split(" of ")[1]) < 1000) faults.push(`only ${status}`);

  for (const [name, key, back] of [["next", "j"], ["previous", "k"], ["accept", "a", "u"]]) {
    const undoing = [];
    const times = await least(TURNS, async () => {
      const time = await pressed(page, key);
      if (back) undoing.push(await pressed(page, back));
      return time;
    });
    told(`${name} (${key})`, times, BOUND.key);
    if (back) told(`undo (${back})`, { times: undoing.slice(0, TURNS).map((_, turn) => Math.min(undoing[turn], undoing[turn + TURNS], undoing[turn + 2 * TURNS])), once: worst(undoing) }, BOUND.key);
  }
  const fields = (keys, last) => least(4, async () => {
    for (const key of keys) await page.keyboard.press(key);
    return pressed(page, last);
  });
  told("reject (Enter)", await fields(["r", "n", "o"], "Enter"), BOUND.key);
  told("write and accept (Ctrl+Enter)", await fields(["e"], "Control+Enter"), BOUND.key);

  // From a letter to its messages, without the pause in which more letters are waited for.
  await page.keyboard.press("e");
  told("messages on a claim", await least(5, async () => {
    const answered = page.waitForResponse(/\/check$/);
    await page.keyboard.type(" ");
    const answer = await answered;
    await answer.finished();
    return answer.request().timing().responseEnd;
  }), BOUND.key);

  // A switch of the page in the frame, on a case that has some.
  await one.context.close();
  const memory = desk.memory();
  await desk.end();

  told("start to first answer", await least(3, async () => {
    desk = await served(plan, folder);
    // The first answer to somebody who comes in.
    const answer = await fetch(desk.entry, { redirect: "manual" });
    const time = performance.now() - desk.before;
    if (answer.status !== 303) faults.push(`the first answer is ${answer.status}`);
    await desk.end();
    return time;
  }), BOUND.start);

  desk = await served(plan, copied(plan, "time-strait", `${plan.root}/examples/strait`));
  one = await entered(browser, desk);
  await one.page.goto(`${desk.origin}/brief`);
  await one.page.frameLocator("iframe").locator("h1").first().waitFor();
  await one.page.waitForTimeout(200);
  const { count } = await one.page.evaluate(() => ({ count: document.querySelector("iframe").contentDocument.querySelectorAll("input[data-place]").length }));
  told(`a switch, of ${count} positions`, await least(2 * count, (turn) => one.page.evaluate(switched, turn)), BOUND.switch);
  await one.context.close();
  await desk.end();

  lines.push(`memory at most ${Math.round(memory)} MB (bound ${BOUND.memory})`);
  if (memory > BOUND.memory) faults.push(`memory: ${Math.round(memory)} MB`);
  return { figure: lines.join("\n                  "), faults };
}

// From a click on a switch to the frame in which the page is painted.
async function switched(turn) {
  const frame = document.querySelector("iframe").contentWindow;
  const radios = [...frame.document.querySelectorAll("input[data-place]")];
  const from = performance.now();
  radios[turn % radios.length].click();
  frame.document.body.getBoundingClientRect();
  await new Promise((done) => frame.requestAnimationFrame(done));
  return performance.now() - from;
}
