// What goes to the server beside the questions.

export const ROOT = window.yijuRoot ?? document.body?.dataset.root ?? "";

export async function send(path, body) {
  const reply = await fetch(`${ROOT}/api/v1/${path}`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error((await reply.json()).error);
  return reply;
}

export async function exportTurns(turns, format) {
  const kept = turns.filter((turn) => turn.answer).map(({ question, answer }) => ({ question, answer }));
  if (!kept.length) throw new Error("还没有可以导出的问答。");
  const reply = await send(`export?format=${format}`, { turns: kept });
  const address = URL.createObjectURL(await reply.blob());
  const link = Object.assign(document.createElement("a"), { href: address, download: `政策文件问答记录.${format}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
