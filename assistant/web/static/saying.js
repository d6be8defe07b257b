// Short messages beside a button, and the clipboard.

export const announce = (text) => {
  const place = document.getElementById("yj-announcer");
  if (place) place.textContent = text;
};

export function done(element, text) {
  const place = element.parentElement.querySelector(".yj-done");
  if (!place) return announce(text);
  place.textContent = text;
  setTimeout(() => { if (place.textContent === text) place.textContent = ""; }, 4000);
}

export async function copy(text) {
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

export function asText(answer) {
  const sources = answer.citations.map((c) => `[${c.marker}] 《${c.document_title}》${c.path.length ? c.label : ""}：${c.quote.trim()}`);
  return [answer.question, answer.text, ...answer.notes.map((note) => `注意：${note}`), ...sources].join("\n\n");
}
