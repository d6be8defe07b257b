// The two small forms inside an answer: a word on it, and another topic.

import { askAgain } from "./conversation.js";
import { done } from "./saying.js";
import { send } from "./server.js";

export function feedbackForm(button, turn) {
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

export function editTopic(button, turn) {
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
