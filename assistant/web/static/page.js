// What the page's own buttons and links do. No library, nothing fetched from elsewhere.

import {
  answered, ask, askAgain, askLastAgain, begin, finish, forget, giveUp, lastQuestion, messages,
  restore, turnOf, unanswered, waits,
} from "./conversation.js";
import { offerExamples } from "./examples.js";
import { editTopic, feedbackForm } from "./forms.js";
import { press, relabel, watchRequests, whenThere } from "./gradio.js";
import { close, isPhone, keepFocusIn, open } from "./panel.js";
import { asText, copy, done } from "./saying.js";
import { ROOT, exportTurns } from "./server.js";
import { isDark, setTheme, toggleTheme } from "./theme.js";

const ACTIONS = {
  open: (element) => open(element.dataset.document, element.dataset.clause, element.dataset.start, element.dataset.end),
  close,
  ask: (element) => ask(element.dataset.question),
  again: askLastAgain,
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
  export: (element) => exportTurns(answered(), element.dataset.format).then(() => done(element, "已导出"), (error) => done(element, error.message)),
  print: () => window.print(),
  clear(element) {
    if (!lastQuestion()) return done(element, "对话是空的。");
    if (!window.confirm("清空后不能恢复。要清空这台设备上的全部对话吗？")) return;
    forget();
    done(element, "已清空");
  },
  theme: toggleTheme,
};

document.addEventListener("click", (event) => {
  const tab = event.target.closest?.("[role='tab']");
  if (tab) toTab(tab);
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

function start() {
  setTheme(isDark());
  document.body.dataset.tab = "chat";
  if (document.querySelector(".yj-standalone")) return;
  restore();
  const tidy = () => { relabel(); offerExamples(); };
  new MutationObserver(tidy).observe(document.documentElement, { childList: true, subtree: true });
  whenThere("#yj-send", () => {
    setTheme(isDark()); // Gradio has set its own meanwhile
    window.dispatchEvent(new Event("resize")); // Gradio counts the tabs that fit anew
    if (lastQuestion()) press("yj-redraw");
    const address = new URLSearchParams(location.search);
    if (address.get("document")) open(address.get("document"), address.get("clause") ?? "");
    const question = unanswered() ?? address.get("q");
    if (question && lastQuestion() !== question) setTimeout(() => ask(question), 300);
  });
}

window.yiju = { begin, finish, messages }; // called by Gradio's events
watchRequests(waits, giveUp); // before Gradio takes hold of fetch
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
