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
  try {
    await navigator.clipboard.writeText(text);
    return;
  } catch { /* there is none on plain http, which closed networks use, and frames may be denied it */ }
  const area = Object.assign(document.createElement("textarea"), { value: text });
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

export function asText(answer) {
  const sources = answer.citations.map((c) => `[${c.marker}] 《${c.document_title}》${c.path.length ? c.label : ""}：${c.quote.trim()}`);
  return [answer.question, answer.text, ...answer.notes.map((note) => `注意：${note}`), ...sources].join("\n\n");
}
