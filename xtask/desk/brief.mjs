// Does the address hold all of a view: after a reload, in another window; and is what is saved the page of `zopa brief`?
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { onDesk } from "./open.mjs";

// A claim that rests on words of the Herald.
const claim = (plan) => {
  const all = readFileSync(join(plan.root, "examples/strait/strait.zopa"), "utf8").split(/^claim /m).slice(1);
  return all.find((lines) => lines.includes("quote herald")).split(" ")[0];
};

const strait = (plan) => join(plan.root, "examples/strait");
const inner = (page) => page.frameLocator("iframe");

// What a reader sees: the words that are shown, and the switches as they are set.
export async function seen(page) {
  await inner(page).locator("h1").first().waitFor();
  await page.waitForTimeout(120);
  return page.evaluate(() => {
    const inside = document.querySelector("iframe").contentDocument;
    const set = [...inside.querySelectorAll("input[data-place]:checked")].map((radio) => `${radio.name}=${radio.dataset.answer}`);
    return `${set.join(" ")}\n${inside.body.innerText}`;
  });
}

// The same address in a window of its own, and after a reload.
async function held(page, another, is, what) {
  const before = await seen(page);
  await page.reload();
  is((await seen(page)) === before, `${what}: a reload shows something else`);
  const other = await another();
  await other.goto(page.url());
  is((await seen(other)) === before, `${what}: another window shows something else at ${page.url()}`);
  await other.close();
}

export function brief(browser, plan) {
  return onDesk(browser, plan, "brief", strait(plan), async ({ page, another, is, desk }) => {
    await page.goto(`${desk.origin}/brief`);
    const plain = await seen(page);
    const views = [];
    const asked = async (what, ask) => {
      await page.goto(`${desk.origin}/brief`);
      await seen(page);
      const before = page.url();
      await ask();
      await page.waitForFunction((before) => location.href !== before, before);
      is((await seen(page)) !== plain, `${what} shows nothing new`);
      await held(page, another, is, what);
      views.push(page.url());
    };
    const submits = () => page.waitForNavigation();
    await asked("a switch", async () => {
      await inner(page).locator("input[data-place]:not(:checked)").first().evaluate((radio) => radio.click());
    });
    is(/[?&]set=/.test(page.url()), `a switch stands in the address: ${page.url()}`);
    await asked("a condition", async () => {
      await page.fill("input[name=with]", "fee = none");
      await Promise.all([submits(), page.keyboard.press("Enter")]);
    });
    await asked("a source set aside", () => Promise.all([submits(), page.selectOption("select[name=without]", "ledger")]));
    await asked("a call", () => Promise.all([submits(), page.selectOption("select[name=for]", "ostrel")]));
    await asked("a round", () => Promise.all([submits(), page.selectOption("select[name=since]", "dorrimouth")]));

    // Together, and each taken away again.
    await page.goto(`${desk.origin}/brief?without=ledger&with=fee+%3D+none`);
    await held(page, another, is, "two choices");
    for (let left = await page.locator(".pieces a").count(); left > 0; left -= 1) {
      await Promise.all([submits(), page.locator(".pieces a").first().click()]);
    }
    is((await seen(page)) === plain, "with every piece taken away it is the plain page");
    await page.goto(`${desk.origin}/brief?with=nothing+%3D+none`);
    await page.locator(".problems").waitFor();

    // From a place in a document to the claim that rests on it, and back to the brief.
    await page.goto(`${desk.origin}/document?source=herald&claim=${claim(plan)}`);
    is(await page.locator("mark.here").first().isVisible(), "the words of a claim stand out in its document");
    await page.locator("mark.here a").first().click();
    await page.waitForURL(/\/(brief|review)/);
    return `${views.length} views, each after a reload and in another window`;
  });
}

export function save(browser, plan) {
  return onDesk(browser, plan, "save", strait(plan), async ({ page, is, desk, folder }) => {
    const views = [[], ["--without", "ledger"], ["--with", "fee = none"], ["--for", "tarvia"], ["--since", "dorrimouth"], ["--private"]];
    for (const flags of views) {
      const query = new URLSearchParams();
      for (let at = 0; at < flags.length; at += 2) query.append(flags[at].slice(2), flags[at + 1] ?? "yes");
      await page.goto(`${desk.origin}/brief?${query}`);
      const [download] = await Promise.all([page.waitForEvent("download"), page.click("a[download]")]);
      const saved = readFileSync(await download.path());
      const told = execFileSync(plan.zopa, ["brief", folder, "--format", "html", ...flags], { maxBuffer: 1 << 26 });
      is(saved.equals(told), `${flags.join(" ")}: the file differs from \`zopa brief\``);
      is(download.suggestedFilename().endsWith(".html"), `${download.suggestedFilename()} is no page`);
    }
    return `${views.length} pages, byte for byte`;
  });
}
