// The page's own behaviour: the conversation kept in this browser, the document beside it, and
// what the buttons in our HTML do. No library, nothing fetched from elsewhere.
"use strict";

const yiju = (() => {
  const ROOT = window.yijuRoot ?? document.body?.dataset.root ?? "";
  const KEPT = "yiju.turns";
  const UNANSWERED = "yiju.unanswered";
  const MOST_TURNS = 60;
  let turns = [];
  let pending = null; // the turn that waits for its reply
  let revised = null; // {question, understanding, before} put by a chip instead of the box
  let opener = null; // what had the focus before the document was opened on a phone

  // ---- the conversation -------------------------------------------------------------------

  const escaped = (text) =>
    text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`).replace(/\s*\n\s*/g, "<br>");

  const message = (role, html) => ({ role, content: [{ type: "text", text: html }], metadata: {}, options: [] });

  function messages() {
    const shown = pending ? [...turns, pending] : turns;
    return shown.flatMap((turn) => [
      message("user", `<div class="yj-asked">${escaped(turn.question)}${turn.note ? `<small>${escaped(turn.note)}</small>` : ""}</div>`),
      message("assistant", turn.html ? `<div data-turn="${turn.id}">${turn.html}</div>` : WAITING),
    ]);
  }

  const WAITING = '<div class="yj-waiting"><span></span><span></span><span></span>正在查找条款</div>';

  function begin(question, documents, regions, years) {
    const asked = revised ?? { question: (question ?? "").trim() };
    revised = null;
    if (!asked.question || pending) return [pending ? question : "", messages(), null];
    const before = asked.before !== undefined ? asked.before : (turns.at(-1)?.state ?? null);
    const request = asked.understanding
      ? { question: asked.question, state: before, understanding: asked.understanding }
      : { question: asked.question, state: before, documents: documents ?? [], regions: regions ?? [], years: years ?? [] };
    pending = { id: `t${Date.now().toString(36)}`, question: asked.question, note: asked.note ?? "", before, html: "" };
    scrollToEnd();
    return ["", messages(), request];
  }

  function finish(reply) {
    if (!pending) return messages();
    const turn = { ...pending, ...(reply ?? {}) };
    if (turn.answer) unanswered();
    else turn.html ||= BROKEN;
    pending = null;
    turns = [...turns, turn].slice(-MOST_TURNS);
    keep();
    announce(turn.answer ? "回答已显示" : "没有得到回答");
    scrollToEnd();
    return messages();
  }

  const BROKEN =
    '<article class="yj-answer yj-trouble" role="alert"><p>没有连上服务器。请检查网络；连上后会自动再问一次。</p>' +
    '<div class="yj-actions"><button type="button" data-yj="again">再问一次</button></div></article>';

  function leave(question) {
    try { sessionStorage.setItem(UNANSWERED, question); } catch { /* it has to be typed again */ }
  }

  function unanswered() {
    try {
      const question = sessionStorage.getItem(UNANSWERED);
      sessionStorage.removeItem(UNANSWERED);
      return question;
    } catch {
      return null;
    }
  }

  function giveUp() {
    if (!pending) return;
    const { id, question } = pending;
    finish(null);
    leave(question); // Gradio loads the page anew when it finds the server again
    // Gradio does nothing while it is cut off, not even what needs no server.
    const waiting = document.querySelector("#yj-log .yj-waiting");
    if (waiting) waiting.outerHTML = `<div data-turn="${id}">${BROKEN}</div>`;
  }

  // Gradio tells nobody that a request did not get through: the events after it just never come.
  function watchRequests() {
    const fetched = window.fetch;
    window.fetch = async (...request) => {
      const ours = pending && String(request[0]?.url ?? request[0]).includes("/gradio_api/run/");
      const lost = () => { if (ours) setTimeout(giveUp); };
      try {
        const reply = await fetched(...request);
        if (!reply.ok) lost();
        return reply;
      } catch (error) {
        lost();
        throw error;
      }
    };
  }

  function keep() {
    try {
      localStorage.setItem(KEPT, JSON.stringify(turns.filter((turn) => turn.answer)));
    } catch {
      // A full or forbidden store: the conversation lives until the page is closed.
    }
  }

  function restore() {
    try {
      turns = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    } catch {
      turns = [];
    }
  }

  const turnOf = (element) => turns.find((turn) => turn.id === element.closest("[data-turn]")?.dataset.turn);

  const press = (id) => (document.querySelector(`#${id} button`) ?? document.getElementById(id))?.click();

  function ask(question, more = {}) {
    revised = { question, ...more };
    pressSend(60);
  }

  // Begin takes what is revised. While Gradio is cut off it hears nothing, so it is told again.
  function pressSend(tries) {
    press("yj-send");
    setTimeout(() => { if (revised && tries) pressSend(tries - 1); }, 500);
  }

  function askAgain(turn, understanding, note) {
    ask(turn.question, { understanding, note, before: turn.before });
  }

  const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

  function scrollToEnd() {
    setTimeout(() => {
      const log = document.querySelector("#yj-log [role='log']");
      const asked = [...document.querySelectorAll("#yj-log .yj-asked")].at(-1)?.closest(".message-row");
      if (!log || !asked) return;
      const top = log.scrollTop + asked.getBoundingClientRect().top - log.getBoundingClientRect().top;
      log.scrollTo({ top, behavior: motion() });
    }, 80);
  }

  const announce = (text) => {
    const place = document.getElementById("yj-announcer");
    if (place) place.textContent = text;
  };

  // ---- the document beside it -------------------------------------------------------------

  const isPhone = () => matchMedia("(max-width: 900px)").matches;

  async function open(document_id, clause, start, end) {
    const panel = document.getElementById("yj-panel");
    const body = document.getElementById("yj-panel-body");
    if (!panel) return false;
    if (!panel.classList.contains("yj-open")) opener = document.activeElement;
    panel.classList.add("yj-open");
    panel.closest("#yj-beside")?.classList.add("yj-open");
    panel.setAttribute("aria-busy", "true");
    const query = new URLSearchParams({ clause: clause ?? "" });
    if (start && end) { query.set("start", start); query.set("end", end); }
    try {
      const reply = await fetch(`${ROOT}/reading/${encodeURIComponent(document_id)}?${query}`);
      if (!reply.ok) throw new Error((await reply.json()).error);
      body.innerHTML = await reply.text();
    } catch (error) {
      const sentence = error instanceof TypeError ? "没有连上服务器，请检查网络后再试。" : error.message;
      body.innerHTML = '<div class="yj-empty" role="alert"><h3>原文没有打开</h3><p></p></div>';
      body.querySelector("p").textContent = sentence;
    }
    panel.removeAttribute("aria-busy");
    if (isPhone()) { panel.setAttribute("role", "dialog"); panel.setAttribute("aria-modal", "true"); document.body.classList.add("yj-sheet"); }
    panel.focus({ preventScroll: true });
    toCurrent(body);
    return true;
  }

  function toCurrent(body) {
    const paper = body.querySelector(".yj-paper");
    const target = body.querySelector("mark") ?? body.querySelector(".yj-current");
    if (!paper || !target) return;
    const first = body.querySelector(".yj-current") ?? target;
    paper.scrollTop += first.getBoundingClientRect().top - paper.getBoundingClientRect().top - 12;
  }

  function close() {
    const panel = document.getElementById("yj-panel");
    panel?.classList.remove("yj-open");
    panel?.removeAttribute("aria-modal");
    panel?.setAttribute("role", "complementary");
    panel?.closest("#yj-beside")?.classList.remove("yj-open");
    document.body.classList.remove("yj-sheet");
    opener?.focus?.();
  }

  // ---- small services ----------------------------------------------------------------------

  async function copy(text) {
    if (navigator.clipboard && window.isSecureContext) {
      await navigator.clipboard.writeText(text);
      return;
    }
    const area = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(area);
    area.select();
    document.execCommand("copy"); // the only way on plain http, which closed networks use
    area.remove();
  }

  function done(element, text) {
    const place = element.parentElement.querySelector(".yj-done");
    if (!place) return announce(text);
    place.textContent = text;
    setTimeout(() => { if (place.textContent === text) place.textContent = ""; }, 4000);
  }

  function asText(answer) {
    const sources = answer.citations.map((c) => `[${c.marker}] 《${c.document_title}》${c.path.length ? c.label : ""}：${c.quote.trim()}`);
    return [answer.question, answer.text, ...answer.notes.map((note) => `注意：${note}`), ...sources].join("\n\n");
  }

  async function send(path, body) {
    const reply = await fetch(`${ROOT}/api/v1/${path}`, {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error((await reply.json()).error);
    return reply;
  }

  async function exportTurns(format) {
    const kept = turns.filter((turn) => turn.answer).map(({ question, answer }) => ({ question, answer }));
    if (!kept.length) throw new Error("还没有可以导出的问答。");
    const reply = await send(`export?format=${format}`, { turns: kept });
    const address = URL.createObjectURL(await reply.blob());
    const link = Object.assign(document.createElement("a"), { href: address, download: `政策文件问答记录.${format}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  function feedbackForm(button, turn) {
    const article = button.closest("article");
    article.querySelector(".yj-words")?.remove();
    const form = document.createElement("form");
    form.className = "yj-words";
    form.innerHTML = '<label>想补充一句吗？（可以不填）<textarea rows="2" maxlength="1000"></textarea></label><button type="submit">提交</button>';
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const words = form.querySelector("textarea").value.trim();
      try {
        await send("feedback", { answer: turn.answer, mark: button.dataset.mark, words: words || null });
        for (const each of article.querySelectorAll('[data-yj="mark"]')) each.setAttribute("aria-pressed", String(each === button));
        form.remove();
        done(button, "已记下，谢谢。");
      } catch (error) {
        done(button, error instanceof TypeError ? "没有连上服务器，请稍后再试。" : error.message);
      }
    });
    article.append(form);
    form.querySelector("textarea").focus();
  }

  function editTopic(button, turn) {
    const form = document.createElement("form");
    form.className = "yj-chip-form";
    form.innerHTML = '<input type="text" maxlength="200" aria-label="改写主题"><button type="submit">再问</button>';
    const input = form.querySelector("input");
    input.value = turn.answer.understanding.topic;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const topic = input.value.trim();
      form.replaceWith(button);
      if (topic && topic !== turn.answer.understanding.topic) askAgain(turn, { ...turn.answer.understanding, topic, corrections: [] }, `主题改为“${topic}”`);
    });
    input.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.stopPropagation(); form.replaceWith(button); button.focus(); } });
    button.replaceWith(form);
    input.focus();
    input.select();
  }

  function toggleTheme() {
    const dark = !document.body.classList.contains("dark");
    setTheme(dark);
    try { localStorage.setItem("yiju.theme", dark ? "dark" : "light"); } catch { /* not kept */ }
  }

  function setTheme(dark) {
    document.body.classList.toggle("dark", dark);
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
    for (const button of document.querySelectorAll('[data-yj="theme"]')) {
      button.setAttribute("aria-pressed", String(dark));
      button.textContent = dark ? "浅色" : "深色";
    }
  }

  // ---- what the buttons do ------------------------------------------------------------------

  const ACTIONS = {
    open: (element) => open(element.dataset.document, element.dataset.clause, element.dataset.start, element.dataset.end),
    close,
    ask: (element) => ask(element.dataset.question),
    again: () => { const turn = turns.pop(); if (turn) ask(turn.question, { before: turn.before }); },
    drop(element) {
      const turn = turnOf(element);
      const changed = { ...turn.answer.understanding, corrections: [], [element.dataset.key]: [] };
      if (element.dataset.key === "documents") { changed.regions = []; changed.years = []; }
      askAgain(turn, changed, element.dataset.key === "documents" ? "不限文件" : "不限单位");
    },
    "edit-topic": (element) => editTopic(element, turnOf(element)),
    uncorrect(element) {
      const turn = turnOf(element);
      const { written, read } = element.dataset;
      const topic = turn.answer.understanding.topic.replaceAll(read, written) || written;
      askAgain(turn, { ...turn.answer.understanding, topic, corrections: [] }, `按“${written}”查`);
    },
    mark: (element) => feedbackForm(element, turnOf(element)),
    copy: (element) => copy(element.dataset.text).then(() => done(element, "已复制")),
    "copy-answer": (element) => copy(asText(turnOf(element).answer)).then(() => done(element, "已复制回答与依据")),
    "copy-link": (element) => copy(`${location.origin}${ROOT}/?q=${encodeURIComponent(turnOf(element).question)}`).then(() => done(element, "已复制链接")),
    "copy-address": (element) => copy(element.href).then(() => done(element, "已复制地址")),
    export: (element) => exportTurns(element.dataset.format).then(() => done(element, "已导出"), (error) => done(element, error.message)),
    print: () => window.print(),
    clear(element) {
      if (!turns.length) return done(element, "对话是空的。");
      if (!window.confirm("清空后不能恢复。要清空这台设备上的全部对话吗？")) return;
      turns = [];
      keep();
      press("yj-redraw");
      done(element, "已清空");
    },
    theme: toggleTheme,
  };

  document.addEventListener("click", (event) => {
    const tab = event.target.closest?.("[role='tab']");
    if (tab) toTab(tab);
    const example = event.target.closest?.(".yj-examples button");
    if (example) ask(example.lastChild.textContent);
    const element = event.target.closest?.("[data-yj]");
    if (!element) return;
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (!plain && element.href) return; // a new tab, as the reader wishes
    if (element.dataset.yj === "open" && !document.getElementById("yj-panel")) return;
    event.preventDefault();
    ACTIONS[element.dataset.yj]?.(element);
  });

  function toTab(tab) {
    document.body.dataset.tab = tab.textContent.trim() === "问答" ? "chat" : "other";
    if (!isPhone()) document.getElementById("yj-beside")?.classList.remove("yj-open");
  }

  document.addEventListener("keydown", (event) => {
    const panel = document.getElementById("yj-panel");
    if (event.key === "Escape" && panel?.classList.contains("yj-open")) close();
    if (event.key === "Tab" && panel?.getAttribute("aria-modal") === "true") keepFocusIn(panel, event);
  });

  function keepFocusIn(panel, event) {
    const stops = [...panel.querySelectorAll("a[href], button, [tabindex='0']")].filter((stop) => stop.offsetParent);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement === edge || !panel.contains(document.activeElement)) {
      event.preventDefault();
      (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
    }
  }

  function isDark() {
    let chosen = null;
    try { chosen = localStorage.getItem("yiju.theme"); } catch { /* nothing kept */ }
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function start() {
    setTheme(isDark());
    document.body.dataset.tab = "chat";
    const standalone = document.querySelector(".yj-standalone");
    if (standalone) return;
    restore();
    new MutationObserver(relabel).observe(document.documentElement, { childList: true, subtree: true });
    whenThere("#yj-send", () => {
      setTheme(isDark()); // Gradio has set its own meanwhile
      window.dispatchEvent(new Event("resize")); // Gradio counts the tabs that fit anew
      if (turns.length) press("yj-redraw");
      const address = new URLSearchParams(location.search);
      if (address.get("document")) open(address.get("document"), address.get("clause") ?? "");
      const question = unanswered() ?? address.get("q");
      if (question && turns.at(-1)?.question !== question) setTimeout(() => ask(question.slice(0, 1000)), 300);
    });
  }

  // Gradio words some of its labels in English only, and reads our HTML out as a message's name.
  const LABELS = [
    ["[role='log'][aria-label='chatbot conversation']", "对话"],
    ["[data-testid='user'][aria-label]", "提问"],
    ["[data-testid='bot'][aria-label]", "回答"],
    [".overflow-menu > button[aria-label='More tabs']", "更多栏目"],
    ["[aria-label='Scroll down']", "滚到最新"],
    [".toast-close", "关闭"],
  ];

  function relabel() {
    for (const [selector, label] of LABELS)
      for (const element of document.querySelectorAll(selector))
        if (element.getAttribute("aria-label") !== label) element.setAttribute("aria-label", label);
    for (const toast of document.querySelectorAll(".toast-body")) {
      say(toast.querySelector(".toast-title"), "没有连上服务器");
      say(toast.querySelector(".toast-message-text"), "请检查网络，过一会儿再试。");
    }
  }

  function say(element, text) {
    if (element && element.textContent !== text) element.textContent = text;
  }

  function whenThere(selector, then) {
    if (document.querySelector(selector)) return then();
    const watch = new MutationObserver(() => {
      if (document.querySelector(selector)) { watch.disconnect(); then(); }
    });
    watch.observe(document.documentElement, { childList: true, subtree: true });
  }

  watchRequests(); // before Gradio takes hold of fetch
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();

  return { begin, finish, messages, open, close, ask };
})();
