// The conversation: kept in this browser only, handed to Gradio's chat as messages.
//
// A turn is {id, question, note, before, html, answer, state}: `before` is the state its question
// was asked in, `state` the one it left. A question goes out with the state of the last turn.

import { press } from "./gradio.js";
import { announce } from "./saying.js";

const KEPT = "yiju.turns";
const UNANSWERED = "yiju.unanswered";
const MOST_TURNS = 60;
let turns = [];
let pending = null; // the turn that waits for its reply
let revised = null; // {question, understanding, note, before} put by a button instead of the box

const escaped = (text) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`).replace(/\s*\n\s*/g, "<br>");

const small = (note) => (note ? `<small>${escaped(note)}</small>` : "");

// A message as Gradio's chat wants it.
const message = (role, html) => ({
  role,
  content: [{ type: "text", text: html }],
  metadata: {},
  options: [],
});

export function messages() {
  const shown = pending ? [...turns, pending] : turns;
  return shown.flatMap((turn) => [
    message("user", `<div class="yj-asked">${escaped(turn.question)}${small(turn.note)}</div>`),
    message("assistant", turn.html ? `<div data-turn="${turn.id}">${turn.html}</div>` : WAITING),
  ]);
}

const WAITING = '<div class="yj-waiting"><span></span><span></span><span></span>正在查找条款</div>';

export function begin(question, documents, regions, years) {
  const asked = revised ?? { question: (question ?? "").trim() };
  revised = null;
  if (!asked.question || pending) return [pending ? question : "", messages(), null];
  const before = asked.before !== undefined ? asked.before : (turns.at(-1)?.state ?? null);
  const limits = asked.understanding
    ? { understanding: asked.understanding }
    : { documents: documents ?? [], regions: regions ?? [], years: years ?? [] };
  const id = `t${Date.now().toString(36)}`;
  pending = { id, question: asked.question, note: asked.note ?? "", before, html: "" };
  scrollToEnd();
  return ["", messages(), { id, asked: { question: asked.question, state: before, ...limits } }];
}

export function finish(reply) {
  if (pending && reply?.id === pending.id) settle(reply);
  return messages();
}

function settle(reply) {
  const turn = { ...pending, ...reply };
  if (turn.answer) unanswered();
  else turn.html ||= BROKEN;
  pending = null;
  turns = [...turns, turn].slice(-MOST_TURNS);
  keep();
  announce(turn.answer ? "回答已显示" : "没有得到回答");
  scrollToEnd();
}

const BROKEN =
  '<article class="yj-answer yj-trouble" role="alert"><p>没有连上服务器。请检查网络；连上后会自动再问一次。</p>' +
  '<div class="yj-actions"><button type="button" data-yj="again">再问一次</button></div></article>';

export function ask(question, more = {}) {
  revised = { question, ...more };
  pressSend(60);
}

// Begin takes what is revised. While Gradio is cut off it hears nothing, so it is told again.
function pressSend(tries) {
  press("yj-send");
  setTimeout(() => { if (revised && tries) pressSend(tries - 1); }, 500);
}

export function askAgain(turn, understanding, note) {
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

function leave(question) {
  try { sessionStorage.setItem(UNANSWERED, question); } catch { /* it has to be typed again */ }
}

export function unanswered() {
  try {
    const question = sessionStorage.getItem(UNANSWERED);
    sessionStorage.removeItem(UNANSWERED);
    return question;
  } catch {
    return null;
  }
}

export function giveUp() {
  if (!pending) return;
  const { id, question } = pending;
  settle({});
  leave(question); // Gradio loads the page anew when it finds the server again
  // Gradio does nothing while it is cut off, not even what needs no server.
  const waiting = document.querySelector("#yj-log .yj-waiting");
  if (waiting) waiting.outerHTML = `<div data-turn="${id}">${BROKEN}</div>`;
}

function keep() {
  try {
    localStorage.setItem(KEPT, JSON.stringify(answered()));
  } catch {
    // A full or forbidden store: the conversation lives until the page is closed.
  }
}

export function restore() {
  try {
    turns = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
  } catch {
    turns = [];
  }
}

export const turnOf = (element) => turns.find((turn) => turn.id === element.closest("[data-turn]")?.dataset.turn);

export const waits = () => pending !== null;

export const lastQuestion = () => turns.at(-1)?.question;

export const answered = () => turns.filter((turn) => turn.answer);

export function askLastAgain() {
  const turn = turns.pop();
  if (turn) ask(turn.question, { before: turn.before });
}

export function forget() {
  turns = [];
  keep();
  press("yj-redraw");
}
