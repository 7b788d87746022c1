"use strict";
// Every screen works without this. It adds keys, messages while one writes, changes without leaving the page, and news of
// changes made elsewhere. It works nothing out.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  const encoded = (form) => new URLSearchParams(new FormData(form));

  // ---- going on without loading everything anew ----

  // Takes over the main part and what stands around it from a page of the desk.
  const show = (page, address, push) => {
    // A list that goes while the page is put together would take the place away beside which that is done.
    close();
    const next = new DOMParser().parseFromString(page, "text/html");
    for (const part of ["header.top", "main"]) one(part).replaceWith(document.adoptNode(one(part, next)));
    // What stands above the main part, of a conflict.
    all("body > .conflict").forEach((told) => told.remove());
    one("main").before(...all("body > .conflict", next).map((told) => document.adoptNode(told)));
    one("#problems").replaceChildren();
    one("#changed").hidden = true;
    document.title = next.title;
    document.body.dataset.stamp = next.body.dataset.stamp;
    if (push) {
      history.pushState(null, "", address);
      scrollTo(0, 0);
    }
    begin();
  };

  // Is something written on this page that is not saved, and may it be lost?
  const written = () => one("form[data-written]");
  const differs = (el) => el.type === "file" ? el.files.length : el.type === "checkbox" ? el.checked !== el.defaultChecked : el.value !== el.defaultValue;
  const touched = () => typing(document.activeElement) || all("main :is(input:not([type=hidden]),textarea)").some(differs);
  const mayLeave = () => !written() || confirm(document.body.dataset.unsaved);

  const problems = (page) => {
    const told = one("main", new DOMParser().parseFromString(page, "text/html"));
    one("#problems").replaceChildren(...document.adoptNode(told).childNodes);
    one("#problems").scrollIntoView({ block: "nearest" });
  };

  // Pages that were asked for and are not shown yet.
  let coming = 0;
  const go = async (address, options, push = true, wanted = () => true) => {
    coming += 1;
    try {
      await shown(address, options, push, wanted);
    } finally {
      coming -= 1;
    }
  };
  const shown = async (address, options, push, wanted) => {
    const answer = await fetch(address, options);
    const page = await answer.text();
    if (!wanted()) return;
    const conflict = answer.status === 409 && page.includes('class="conflict"');
    if (answer.ok || conflict) show(page, answer.url, push && !conflict);
    else problems(page);
    // What was written stands in the page still, and nowhere else.
    if (conflict) one("form[data-check]")?.setAttribute("data-written", "yes");
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    event.preventDefault();
    if (form !== written() && !mayLeave()) return;
    const data = new FormData(form, event.submitter);
    const body = form.enctype === "multipart/form-data" ? data : new URLSearchParams(data);
    go(form.action, { method: "POST", body }).catch(gone);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[rel=next],a[rel=prev]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      if (mayLeave()) go(link.href).catch(gone);
    }
    const line = event.target.closest("button[data-line]");
    if (line) to(line.dataset.line, line.dataset.column, line.closest("[data-file]")?.dataset.file);
  });
  addEventListener("popstate", () => go(location.href, {}, false).catch(gone));

  const gone = () => {
    one("#changed").hidden = false;
    one("#changed .gone").hidden = false;
    one("#changed .other").hidden = true;
  };

  // ---- keys ----

  const typing = (el) => el.closest?.("input:not([type=checkbox]),textarea,select,[contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.isComposing) return;
    const control = event.ctrlKey || event.metaKey;
    const key = (control ? "ctrl+" : "") + event.key.toLowerCase();
    if (event.key === "Escape" && typing(event.target)) return event.target.blur();
    if (typing(event.target) && !control) return;
    const act = one(`[data-key="${CSS.escape(key)}"]`);
    const field = control ? null : one(`[data-focus="${CSS.escape(key)}"]`);
    if (act && !act.disabled) act.click();
    else if (field) field.focus();
    else return;
    event.preventDefault();
  });

  // ---- writing ----

  let waiting = 0;
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-check]");
    if (!form) return;
    form.dataset.written = "yes";
    const mine = (waiting += 1);
    setTimeout(async () => {
      if (mine !== waiting) return;
      const answer = await fetch(form.dataset.check, { method: "POST", body: encoded(form) }).catch(() => null);
      const told = answer && (await answer.text());
      if (!told || mine !== waiting) return;
      const page = new DOMParser().parseFromString(told, "text/html");
      const list = answer.ok ? page.body : one("main", page);
      one("[data-messages]", form).replaceChildren(...document.adoptNode(list).childNodes);
    }, 120);
  });
  addEventListener("beforeunload", (event) => {
    if (written()) event.preventDefault();
  });

  // The caret to a line of the text on this page, or of the file that is named.
  const to = (line, column, file) => {
    if (file !== undefined) return location.assign(`/text?file=${file}&line=${line}&column=${column}`);
    const area = one("#text") || one("#lines");
    const lines = area.value.split("\n");
    const at = Math.min(Math.max(Number(line) - 1, 0), lines.length - 1);
    const start = lines.slice(0, at).reduce((sum, text) => sum + text.length + 1, 0);
    area.focus();
    area.setSelectionRange(start + Math.max(Number(column) - 1, 0), start + lines[at].length);
    area.scrollTop = (at - 4) * parseFloat(getComputedStyle(area).lineHeight);
  };

  // ---- completion ----

  // A list under the field; the arrows move in it, Tab or Enter takes, Escape puts it away.
  let open = null;
  const close = () => {
    if (!open) return;
    open.list.remove();
    for (const name of ["aria-controls", "aria-activedescendant"]) open.field.removeAttribute(name);
    if (open.field.tagName === "INPUT") open.field.setAttribute("aria-expanded", "false");
    open = null;
  };
  const select = (at) => {
    const choices = all("li", open.list);
    open.at = (at + choices.length) % choices.length;
    choices.forEach((choice, here) => choice.setAttribute("aria-selected", here === open.at));
    choices[open.at].scrollIntoView({ block: "nearest" });
    open.field.setAttribute("aria-activedescendant", choices[open.at].id);
  };
  const take = (choice) => {
    const { field } = open;
    const end = field.selectionStart;
    field.setRangeText(choice.dataset.text, end - Number(choice.dataset.back), end, "end");
    close();
    // More is offered only where what was taken asks for more, as an issue for its option.
    field.taken = field.value.endsWith(" ") ? null : field.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  // Under the row in which the caret is.
  const under = (field) => {
    const box = field.getBoundingClientRect();
    if (field.tagName === "INPUT") return [box.left, box.bottom];
    const style = getComputedStyle(field);
    const before = field.value.slice(0, field.selectionStart).split("\n");
    const row = parseFloat(style.paddingTop) + before.length * parseFloat(style.lineHeight) - field.scrollTop;
    const column = before.pop().length * parseFloat(style.fontSize) * 0.6 - field.scrollLeft;
    return [box.left + Math.min(column, box.width * 0.6), Math.min(box.top + row, box.bottom)];
  };
  const offer = async (field) => {
    const writing = field.dataset.complete;
    let before = field.value.slice(0, field.selectionStart);
    // Of a file, the item that is being written.
    if (!writing) before = before.slice(before.search(/\n?\S[^\n]*(\n([ \t#][^\n]*)?)*$/)).replace(/^\n/, "");
    const asked = (field.asked = (field.asked || 0) + 1);
    const answer = await fetch("/complete", { method: "POST", body: new URLSearchParams({ before, writing }) }).catch(() => null);
    const told = answer?.ok ? await answer.text() : "";
    if (asked !== field.asked || document.activeElement !== field) return;
    close();
    if (!told) return;
    const list = Object.assign(document.createElement("ul"), { className: "choices", id: "choices" });
    for (const [name, value] of [["role", "listbox"], ["aria-label", document.body.dataset.choices], ["tabindex", "0"]]) list.setAttribute(name, value);
    list.append(...document.adoptNode(new DOMParser().parseFromString(told, "text/html").body).childNodes);
    document.body.append(list);
    const [left, top] = under(field);
    list.style.left = `${Math.max(0, Math.min(left, innerWidth - list.offsetWidth - 8))}px`;
    list.style.top = `${top + scrollY}px`;
    field.setAttribute("aria-controls", "choices");
    if (field.tagName === "INPUT") field.setAttribute("aria-expanded", "true");
    open = { field, list, at: -1, value: field.value };
  };
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!field.matches?.("[data-complete]") || field.taken === field.value) return;
    // On an empty row of a text everything may stand: that is shown to whoever asks for it.
    const row = field.value.slice(0, field.selectionStart).split("\n").pop();
    if (field.tagName === "INPUT" || row.trim()) return offer(field);
    field.asked = (field.asked || 0) + 1;
    close();
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("input[data-complete]") && !event.target.value) offer(event.target);
  });
  document.addEventListener("focusout", () => close());
  document.addEventListener("mousedown", (event) => {
    const choice = event.target.closest?.("#choices li");
    if (!choice) return;
    event.preventDefault();
    take(choice);
  });
  addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.ctrlKey && event.key === " " && event.target.matches?.("[data-complete]")) offer(event.target);
    else if (!open || event.target !== open.field) return;
    else if (event.key === "ArrowDown") select(open.at + 1);
    else if (event.key === "ArrowUp") select(open.at < 0 ? -1 : open.at - 1);
    else if (event.key === "Escape") close();
    // What was typed since has not been answered yet: nothing is taken that was offered for other words. In a text, Tab waits.
    else if (["Enter", "Tab"].includes(event.key) && open.value !== open.field.value) {
      if (event.key === "Enter" || event.target.tagName === "INPUT") return close();
    }
    else if (event.key === "Enter" && open.at >= 0) take(all("li", open.list)[open.at]);
    else if (event.key === "Tab" && !event.shiftKey && (open.at >= 0 || open.field.tagName === "TEXTAREA")) take(all("li", open.list)[Math.max(open.at, 0)]);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  // ---- dropping files ----

  for (const type of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(type, (event) => {
      const place = one("[data-drop]");
      if (!place || ![...(event.dataTransfer?.types || [])].includes("Files")) return;
      event.preventDefault();
      place.classList.toggle("over", type === "dragover");
      if (type !== "drop") return;
      const input = one("input[type=file]", place);
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
  document.addEventListener("change", (event) => {
    if (event.target.type === "file") {
      const names = [...event.target.files].map((file) => Object.assign(document.createElement("li"), { textContent: file.name }));
      one("[data-chosen]")?.replaceChildren(...names);
    }
    const ask = event.target.closest("form[data-ask]");
    if (ask && event.target.matches("select,input[type=checkbox]")) ask.requestSubmit();
  });

  // ---- the page in its frame ----

  // What is set in the page stands in the address; what stands in the address is set in the page.
  const set = (page) => all("input[data-place]:checked", page.contentDocument)
    .filter((radio) => radio.dataset.value !== "0")
    .map((radio) => `${radio.name}=${radio.dataset.answer}`);
  const framed = (page) => {
    const inner = page.contentDocument;
    for (const piece of new URLSearchParams(location.search).getAll("set")) {
      const cut = piece.indexOf("=");
      const [name, answer] = [piece.slice(0, cut), piece.slice(cut + 1)];
      const radio = all("input[data-place]", inner).find((el) => el.name === name && el.dataset.answer === answer);
      if (radio && !radio.checked) radio.click();
    }
    if (page.dataset.at) page.contentWindow.scrollTo(0, Number(page.dataset.at));
    else if (location.hash) page.contentWindow.location.hash = location.hash;
    const kept = () => {
      const address = new URL(location.href);
      address.searchParams.delete("set");
      for (const piece of set(page)) address.searchParams.append("set", piece);
      history.replaceState(null, "", address);
    };
    inner.addEventListener("change", kept);
    inner.getElementById("leave-all-open")?.addEventListener("click", () => setTimeout(kept));
    lead(page, inner);
    new inner.defaultView.MutationObserver(() => lead(page, inner)).observe(inner.body, { childList: true, subtree: true });
  };
  // From a quote, in the list of quotes or after a line, to its place in its document.
  const lead = (page, inner) => {
    const view = new URLSearchParams(location.search);
    for (const mark of all("a[data-q]:not([data-led]),li[id^='quote-']:not([data-led])", inner)) {
      mark.dataset.led = "yes";
      view.set("quote", mark.dataset.q || mark.id.slice("quote-".length));
      const to = `/document?${view}`;
      const link = Object.assign(inner.createElement("a"), { href: to, target: "_top", textContent: "↗", title: page.dataset.lead });
      link.setAttribute("aria-label", page.dataset.lead);
      link.style.cssText = "text-decoration:none;padding-inline:.25em";
      if (mark.matches("li")) (one("small", mark) || mark).append(" ", link);
      else mark.after(link);
    }
  };

  // ---- news ----

  // A window that nobody looks at does not ask: a browser keeps few connections to one place, and the others need them.
  const looked = () => new Promise((done) => {
    const look = () => document.hidden || (document.removeEventListener("visibilitychange", look), done());
    document.addEventListener("visibilitychange", look);
    look();
  });
  const news = async () => {
    for (;;) {
      await looked();
      const since = document.body.dataset.stamp;
      const hidden = new AbortController();
      const leave = () => document.hidden && hidden.abort();
      document.addEventListener("visibilitychange", leave);
      const answer = await fetch(`/changed?${since}`, { signal: hidden.signal }).catch(() => null);
      document.removeEventListener("visibilitychange", leave);
      if (hidden.signal.aborted) continue;
      if (!answer?.ok) {
        gone();
        await new Promise((done) => setTimeout(done, 2000));
        continue;
      }
      const stamp = await answer.text();
      if (one("#changed .gone").hidden === false) location.reload();
      // What this window has changed itself is on its way to it.
      while (coming) await new Promise((done) => setTimeout(done, 20));
      if (stamp === since || document.body.dataset.stamp !== since) continue;
      const page = one("[data-page]");
      if (page) {
        document.body.dataset.stamp = stamp;
        page.dataset.at = page.contentWindow.scrollY;
        page.contentWindow.location.reload();
      } else if (written() || touched()) {
        document.body.dataset.stamp = stamp;
        one("#changed").hidden = false;
      } else {
        // Whoever has gone on since, or has begun to write, is not taken back.
        const wanted = () => coming === 1 && document.body.dataset.stamp === since && !written() && !touched();
        await go(location.href, {}, false, wanted).catch(() => null);
      }
    }
  };

  const begin = () => {
    close();
    for (const field of all("[data-complete]")) {
      field.removeAttribute("list");
      field.setAttribute("aria-autocomplete", "list");
      if (field.tagName !== "INPUT") continue;
      field.setAttribute("role", "combobox");
      field.setAttribute("aria-expanded", "false");
    }
    one("#here")?.scrollIntoView({ block: "center" });
    one("[data-land]")?.focus();
    const area = one("textarea[data-line]");
    if (area) to(area.dataset.line, area.dataset.column || 1);
    const page = one("[data-page]");
    if (page) page.addEventListener("load", () => framed(page));
  };
  begin();
  news();
})();
