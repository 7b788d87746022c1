// How long does a switch take, from the click to after the layout that it asks for?
import { opened } from "./browser.mjs";

const SWITCHES = 200;
const BOUND = 50;
// The same switches so many times, each time from the start: of each the least counts, since a machine that does other
// things only adds to it.
const ROUNDS = 3;

export function time(browser, plan) {
  return opened(browser, plan.file, {}, async (page) => {
    if (!(await page.evaluate(() => look.switches().length))) return { figure: "no switch on the page", faults: ["nothing to time"] };
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.evaluate(() => look.set({}));
      rounds.push(await page.evaluate((count) => look.timed(count), SWITCHES));
    }
    const least = rounds[0].map((_, n) => Math.min(...rounds.map((round) => round[n]))).sort((a, b) => a - b);
    const [median, worst, ever] = [least[SWITCHES / 2], least.at(-1), Math.max(...rounds.flat())].map((ms) => ms.toFixed(1));
    const figure = `median ${median} ms, worst ${worst} ms of ${SWITCHES} switches (bound ${BOUND}; once ${ever})`;
    return { figure, faults: least.at(-1) < BOUND ? [] : [`a switch takes ${worst} ms each of ${ROUNDS} times`] };
  });
}
