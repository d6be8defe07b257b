// Light or dark: as the system has it, or as the reader chose.

export function toggleTheme() {
  const dark = !document.body.classList.contains("dark");
  setTheme(dark);
  try { localStorage.setItem("yiju.theme", dark ? "dark" : "light"); } catch { /* not kept */ }
}

export function setTheme(dark) {
  document.body.classList.toggle("dark", dark);
  document.documentElement.style.colorScheme = dark ? "dark" : "light";
  for (const button of document.querySelectorAll('[data-yj="theme"]')) {
    button.setAttribute("aria-pressed", String(dark));
    button.textContent = dark ? "浅色" : "深色";
  }
}

export function isDark() {
  let chosen = null;
  try { chosen = localStorage.getItem("yiju.theme"); } catch { /* nothing kept */ }
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}
