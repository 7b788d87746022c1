// How long is it from a key to the screen, with 40 documents and 1,000 suggestions; how long to start; and how much memory?
import { performance } from "node:perf_hooks";
import { copied, entered, served } from "./open.mjs";

const BOUND = { key: 100, switch: 50, start: 300, memory: 150 };
const TURNS = 15;

const middle = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];
const worst = (times) => Math.max(...times);

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
  const told = (what, times, bound) => {
    lines.push(`${what}: ${Math.round(middle(times))} ms, at most ${Math.round(worst(times))} (bound ${bound})`);
    if (worst(times) > bound) faults.push(`${what} takes up to ${Math.round(worst(times))} ms: ${times.map(Math.round).join(" ")}`);
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

  const keys = { next: "j", previous: "k", accept: "a", undo: "u" };
  const times = Object.fromEntries(Object.keys(keys).map((name) => [name, []]));
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [name, key] of Object.entries(keys)) times[name].push(await pressed(page, key));
  }
  for (const name of Object.keys(keys)) told(`${name} (${keys[name]})`, times[name], BOUND.key);
  const reject = [];
  for (let turn = 0; turn < 5; turn += 1) {
    await page.keyboard.press("r");
    await page.keyboard.type("no");
    reject.push(await pressed(page, "Enter"));
  }
  told("reject (Enter)", reject, BOUND.key);
  const write = [];
  for (let turn = 0; turn < 5; turn += 1) {
    await page.keyboard.press("e");
    write.push(await pressed(page, "Control+Enter"));
  }
  told("write and accept (Ctrl+Enter)", write, BOUND.key);

  // From a letter to its messages: the pause before a text is sent is part of it.
  await page.keyboard.press("e");
  const messages = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const asked = page.waitForResponse(/\/check$/);
    await page.keyboard.type(" ");
    const request = (await asked).request();
    await (await asked).finished();
    messages.push(request.timing().responseEnd);
  }
  told("messages on a claim", messages, BOUND.key);

  // A switch of the page in the frame, on a case that has some.
  await one.context.close();
  const memory = desk.memory();
  await desk.end();

  const starts = [];
  for (let turn = 0; turn < 5; turn += 1) {
    desk = await served(plan, folder);
    // The first answer to somebody who comes in.
    const answer = await fetch(desk.entry, { redirect: "manual" });
    starts.push(performance.now() - desk.before);
    if (answer.status !== 303) faults.push(`the first answer is ${answer.status}`);
    await desk.end();
  }
  told("start to first answer", starts, BOUND.start);

  desk = await served(plan, copied(plan, "time-strait", `${plan.root}/examples/strait`));
  one = await entered(browser, desk);
  await one.page.goto(`${desk.origin}/brief`);
  await one.page.frameLocator("iframe").locator("h1").first().waitFor();
  await one.page.waitForTimeout(200);
  told("a switch", await one.page.evaluate(switched, TURNS), BOUND.switch);
  await one.context.close();
  await desk.end();

  lines.push(`memory at most ${Math.round(memory)} MB (bound ${BOUND.memory})`);
  if (memory > BOUND.memory) faults.push(`memory: ${Math.round(memory)} MB`);
  return { figure: lines.join("\n                  "), faults };
}

// From a click on a switch to the frame in which the page is painted.
async function switched(turns) {
  const frame = document.querySelector("iframe").contentWindow;
  const radios = [...frame.document.querySelectorAll("input[data-place]")];
  const times = [];
  for (let turn = 0; turn < turns * 4; turn += 1) {
    const radio = radios[turn % radios.length];
    const from = performance.now();
    radio.click();
    frame.document.body.getBoundingClientRect();
    await new Promise((done) => frame.requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - from);
  }
  return times;
}
