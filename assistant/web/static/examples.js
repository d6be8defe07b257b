// Example questions in an empty conversation: fetched once, put in whenever it is empty.

import { ROOT } from "./server.js";

let offered = null;

async function fetched() {
  const reply = await fetch(`${ROOT}/api/v1/examples`);
  return reply.ok ? reply.json() : [];
}

export async function offerExamples() {
  if (!document.querySelector(".yj-examples:empty")) return;
  offered ??= fetched().catch(() => []);
  const items = (await offered).map(({ about, question }) => {
    const button = Object.assign(document.createElement("button"), { type: "button" });
    Object.assign(button.dataset, { yj: "ask", question });
    button.append(Object.assign(document.createElement("small"), { textContent: about }), question);
    const item = document.createElement("li");
    item.append(button);
    return item;
  });
  document.querySelector(".yj-examples:empty")?.append(...items);
}
