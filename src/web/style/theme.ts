export type Theme = "system" | "light" | "dark";

const key = "entente.theme";

/** What the reader chose on this machine. A browser that keeps nothing follows the system. */
export function chosenTheme(): Theme {
  try {
    const kept = localStorage.getItem(key);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

export function chooseTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // not kept: the choice holds until the page is closed
  }
}
