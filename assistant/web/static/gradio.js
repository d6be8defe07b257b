// What Gradio has to be told, and what it does not tell.

export const press = (id) => (document.querySelector(`#${id} button`) ?? document.getElementById(id))?.click();

export function whenThere(selector, then) {
  if (document.querySelector(selector)) return then();
  const watch = new MutationObserver(() => {
    if (document.querySelector(selector)) { watch.disconnect(); then(); }
  });
  watch.observe(document.documentElement, { childList: true, subtree: true });
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

export function relabel() {
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

// Gradio tells nobody that a request did not get through: the events after it just never come.
export function watchRequests(waits, giveUp) {
  const fetched = window.fetch;
  window.fetch = async (...request) => {
    const ours = waits() && String(request[0]?.url ?? request[0]).includes("/gradio_api/run/");
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
