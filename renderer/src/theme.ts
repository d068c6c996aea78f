import type { Preferences } from "./library/preferences.ts";

/** Sets the colours of the whole page; "system" follows the system as it changes. */
export function applyTheme(theme: Preferences["theme"]): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
