// The document beside the chat; on a phone a sheet over it.

import { ROOT } from "./server.js";

let opener = null; // what had the focus before the document was opened

export const isPhone = () => matchMedia("(max-width: 900px)").matches;

export async function open(document_id, clause, start, end) {
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

export function close() {
  const panel = document.getElementById("yj-panel");
  panel?.classList.remove("yj-open");
  panel?.removeAttribute("aria-modal");
  panel?.setAttribute("role", "complementary");
  panel?.closest("#yj-beside")?.classList.remove("yj-open");
  document.body.classList.remove("yj-sheet");
  opener?.focus?.();
}

export function keepFocusIn(panel, event) {
  const stops = [...panel.querySelectorAll("a[href], button, [tabindex='0']")].filter((stop) => stop.offsetParent);
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement === edge || !panel.contains(document.activeElement)) {
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  }
}
