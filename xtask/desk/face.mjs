// Is every screen open to everybody, narrow enough, and of use without its script? And how does it look?
import { readFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { articles } from "./bring.mjs";
import { onDesk } from "./open.mjs";
import { suggested } from "./review.mjs";

const AXE = readFileSync(createRequire(new URL("../page/", import.meta.url)).resolve("axe-core/axe.min.js"), "utf8");

// Leads through every screen there is, and calls `look` on each with its name.
async function everyScreen({ page, desk, folder, context }, plan, look) {
  const to = async (address, name) => {
    await page.goto(`${desk.origin}${address}`);
    if (address.startsWith("/brief") || address === "/sources") await page.frameLocator("iframe").locator("body").waitFor().catch(() => null);
    await look(name);
  };
  for (const [address, name] of [["/bring", "bring-empty"], ["/review", "review-empty"], ["/brief", "brief-empty"], ["/sources", "sources-empty"], ["/speakers", "speakers-empty"], ["/beside", "beside"], ["/text", "text-empty"]]) await to(address, name);
  await page.goto(`${desk.origin}/bring`);
  await page.click("form.arrivals button.main");
  await page.locator("#problems .problems").waitFor();
  await look("problem");
  await suggested(page, plan, folder);
  await look("review");
  const claim = page.url();
  await to("/bring", "bring");
  await to("/sources", "sources");
  await to("/speakers", "speakers");
  await to("/brief", "reports-alone");
  await page.goto(`${desk.origin}/bring`);
  await page.locator("table.reports a").first().click();
  await look("document");
  await to("/text", "text");
  await to("/nowhere", "nothing-there");

  // Two windows, so that there is a conflict: of the claim, and of the file.
  for (const [address, field, name, button] of [[claim, "#lines", "review-conflict", "form.lines button:not([name])"], [`${desk.origin}/text`, "#text", "text-conflict", "form.editor button.main"]]) {
    await page.goto(address);
    const other = await context.newPage();
    await other.goto(address);
    for (const [window, words] of [[other, "First"], [page, "Second"]]) {
      await window.evaluate(([field, words]) => {
        const area = document.querySelector(field);
        area.value = field === "#lines" ? area.value.replace(/^(claim \S+ ")/, `$1${words}: `) : `${area.value}# ${words}\n`;
      }, [field, words]);
      const answered = window.waitForResponse((answer) => answer.request().method() === "POST" && !answer.url().endsWith("/check"));
      await window.click(button);
      await answered;
    }
    await other.close();
    await page.bringToFront();
    await page.locator(".conflict").waitFor();
    await look(name);
  }
  await page.goto(`${desk.origin}/text`);
  await page.focus("#text");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\nclaim broken \"Broken\"\n  nobody requirs fee\n");
  await page.locator("[data-messages] .error").first().waitFor();
  await look("text-messages");
  await Promise.all([page.waitForResponse(/\/text\?/), page.click("form.editor button.main")]);
  await to("/brief", "brief-errors");
}

// The screens of a case that is coded.
async function ofCase({ page, desk, browser }, look) {
  for (const [address, name] of [["/brief", "brief"], ["/brief?without=ledger&with=fee+%3D+none", "brief-asked"], ["/brief?for=tarvia", "brief-call"], ["/brief?since=dorrimouth", "brief-since"], ["/brief?with=x", "brief-problem"], ["/review", "review-none"], ["/document?source=herald", "document-coded"]]) {
    await page.goto(`${desk.origin}${address}`);
    await look(name);
  }
  const stranger = await browser.newContext();
  const outside = await stranger.newPage();
  await outside.goto(`${desk.origin}/brief`);
  await look("outside", outside);
  await stranger.close();
}

async function led(browser, plan, name, options, made) {
  const faults = [];
  let screens = 0;
  const walk = (from, walked) => onDesk(browser, plan, name, from, async (one) => {
    const look = made({ ...one, faults });
    await walked({ ...one, browser }, async (screen, page = one.page) => ((screens += 1), look(screen, page)));
  }, options);
  const first = await walk(null, (one, look) => everyScreen(one, plan, look));
  const second = await walk(join(plan.root, "examples/strait"), ofCase);
  return { screens, faults: [...faults, ...first.faults, ...second.faults] };
}

export async function axe(browser, plan) {
  let minor = 0;
  const { screens, faults } = await led(browser, plan, "axe", {}, ({ faults }) => async (name, page) => {
    await page.evaluate(AXE);
    // The page in the frame has checks of its own.
    const found = await page.evaluate(() => axe.run({ exclude: ["iframe"] }, { resultTypes: ["violations"], iframes: false }));
    const grave = found.violations.filter((each) => ["serious", "critical"].includes(each.impact));
    minor = Math.max(minor, found.violations.length - grave.length);
    faults.push(...grave.map((each) => `${name}: ${each.id} (${each.impact}), ${each.nodes.length} times: ${each.help}\n  ${each.nodes[0].html.slice(0, 160)}`));
  });
  return { figure: `serious or critical faults: ${faults.length}, on ${screens} screens; lesser ones: ${minor}`, faults };
}

export async function width(browser, plan) {
  const widths = new Set();
  const { screens, faults } = await led(browser, plan, "width", { width: 820 }, ({ faults }) => async (name, page) => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (name !== "outside") widths.add(wide);
    const beyond = () => page.evaluate(() => [...document.querySelectorAll("body *")].filter((el) => el.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map((el) => el.outerHTML.slice(0, 90)).join("; "));
    if (name !== "outside" && wide > 820) faults.push(`${name}: ${wide} wide; ${await beyond()}`);
  });
  return { figure: `${screens} screens at 820 pixels are ${[...widths].join(", ")} wide`, faults };
}

// Everything that a form can do is done without the script.
export function scriptsOff(browser, plan) {
  return onDesk(browser, plan, "scripts-off", null, async ({ page, is, desk }) => {
    await page.setInputFiles("#file", articles(plan, "docks"));
    await page.click("form.arrivals button.main");
    is(await page.locator("tr.new").count() === articles(plan, "docks").length, "reports come in");
    await page.click("text=Suggest claims");
    await page.fill("input[name=of-0]", "North Quay");
    await page.click("form[action='/place'] button.main");
    await page.goto(`${desk.origin}/review`);
    const status = () => page.locator(".steps [role=status]").textContent();
    const all = Number((await status()).split(" of ")[1]);
    await page.click("a[rel=next]");
    is((await status()) === `2 of ${all}`, "next");
    await page.click("text=Accept (a)");
    is(Number((await status()).split(" of ")[1]) === all - 1, "accept");
    await page.fill("input[name=because]", "no");
    await page.click("button >> text=Reject");
    is(Number((await status()).split(" of ")[1]) === all - 2, "reject");
    await page.click("text=Undo");
    is(Number((await status()).split(" of ")[1]) === all - 1, "undo");
    await page.goto(`${desk.origin}/text`);
    const words = await page.inputValue("#text");
    await page.fill("#text", `${words}# by hand\n`);
    await page.click("button >> text=Save");
    is((await page.inputValue("#text")).endsWith("# by hand\n"), "save");
    await page.goto(`${desk.origin}/brief`);
    is(await page.locator("iframe").count() === 1, "brief");
    return "brought in, suggested, accepted, rejected, undone, written";
  }, { scripts: false });
}

export async function pictures(browser, plan) {
  const folder = join(plan.out, "pictures");
  mkdirSync(folder, { recursive: true });
  const { screens, faults } = await led(browser, plan, "pictures", {}, () => (name, page) => page.screenshot({ path: join(folder, `${name}.png`) }));
  return { figure: `${screens} pictures in ${folder}`, faults };
}
