// Is what others have written harmless in the browser? Nothing of it runs, and no dialog opens.
import { writeFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { copied, onDesk } from "./open.mjs";

const RUNS = "globalThis.ran=1;alert(1)";
const MARKUP = `'></textarea></title></script><img src=x onerror=${RUNS}><svg onload=${RUNS}><a href=javascript:${RUNS}>x</a>`;
const REPORT = `<!doctype html><html><head><script>${RUNS}</script><meta http-equiv=refresh content="0;url=http://attacker.example/">
<base href="http://attacker.example/"></head><body onload="${RUNS}"><article><h1>The talks</h1>
<p>The harbour master said that <b onmouseover="${RUNS}">the low fee</b> &lt;img src=x onerror=${RUNS}&gt; stays.</p>
${"<p>The harbour master said on Monday that the talks go on, whatever the weather.</p>".repeat(6)}
<iframe src="http://attacker.example/"></iframe><img src="http://attacker.example/x.png" onerror="${RUNS}">
<form action="http://attacker.example/"><button autofocus>go</button></form></article></body></html>`;

const CASE = `case "${MARKUP}"

party north "${MARKUP}"
party south "South ${MARKUP}"
round one "${MARKUP}" on 2026-03-01
source post "${MARKUP}" published 2026-03-02
  document documents/post.txt
issue fee "${MARKUP}"
  option low "${MARKUP}"
  option high "high"
claim north-low "${MARKUP}"
  north requires fee = low
  quote post > ${MARKUP} said one
claim south-high "${MARKUP}"
  south rejects fee = low
claim waits "${MARKUP}"
  north requires fee = low
  quote post > ${MARKUP} said two
  unconfirmed
`;

export function hostile(browser, plan) {
  const from = copied(plan, "hostile-from", null);
  mkdirSync(join(from, "documents"));
  writeFileSync(join(from, "a.zopa"), CASE);
  writeFileSync(join(from, "documents/post.txt"), `${MARKUP} said one. ${MARKUP} said two.\n`);
  return onDesk(browser, plan, "hostile", from, async ({ page, is, desk, heard }) => {
    let looked = 0;
    const calm = async (what) => {
      await page.waitForLoadState("load");
      await page.waitForTimeout(60);
      const ran = (await Promise.all(page.frames().map((frame) => frame.evaluate(() => globalThis.ran)))).filter(Boolean);
      const live = (await Promise.all(page.frames().map((frame) => frame.evaluate(() => document.querySelectorAll("[onerror],[onload],[onmouseover],[href^='javascript']").length)))).reduce((a, b) => a + b);
      is(ran.length === 0 && live === 0, `${what}: ${ran.length} scripts ran, ${live} pieces of markup are live`);
      is(new URL(page.url()).origin === desk.origin, `${what}: led to ${page.url()}`);
      looked += 1;
    };
    await page.goto(`${desk.origin}/bring`);
    await page.setInputFiles("#file", [{ name: `<img src=x onerror=${RUNS}>.html`, mimeType: "text/html", buffer: Buffer.from(REPORT) }]);
    await page.fill("input[name=outlet]", MARKUP);
    await calm("chosen");
    await page.click("form.arrivals button.main");
    await page.locator("tr.new").waitFor();
    await page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
    await calm("brought in");
    await page.locator("tr.new a").click();
    await calm("the document");
    await page.goto(`${desk.origin}/bring`);
    await page.click("text=Suggest claims");
    await page.waitForURL(/speakers|review/);
    await calm("suggested");
    const address = encodeURIComponent(`"${MARKUP}`);
    for (const screen of ["/review", "/review?at=waits", "/brief", "/brief?unconfirmed=yes", "/brief?for=north", "/brief?since=one", "/sources", "/speakers", "/beside", "/document?source=post", "/text",
      `/brief?with=${address}`, `/brief?set=${address}`, `/review?source=${address}`, `/bring?new=${address}`, `/document?source=${address}`, `/${address}`]) {
      await page.goto(`${desk.origin}${screen}`);
      await calm(screen);
    }
    await page.goto(`${desk.origin}/text`);
    await page.focus("#text");
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText(`\n${MARKUP}\nclaim ${MARKUP}`);
    await page.locator("[data-messages] .error").first().waitFor();
    await calm("messages");
    is(heard.dialogs.length === 0, `dialogs: ${heard.dialogs.join("; ")}`);
    return `${looked} screens, nothing ran`;
  });
}
