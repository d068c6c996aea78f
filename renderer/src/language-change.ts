/** @file Another language: the page is read anew in it, and opens where it was. */
import type { Preferences } from "./library/preferences.ts";
import { speechFor, type LanguageChoice } from "../../electron/contract/language.ts";
import type { Workspace } from "./workspace.svelte.ts";

const KEY = "semblance.reopen";

/** Keeps what the user prefers. Much that is on the screen was said once and for all, so that another language takes a new page. */
export function prefer({ panels, search }: Workspace, change: Partial<Preferences>): void {
  const before = spoken(panels.preferences.language);
  panels.set(change);
  if (spoken(panels.preferences.language) === before) return;
  sessionStorage.setItem(KEY, search.query);
  location.reload();
}

/** After that: the same search, and in front of it the setting that was changed. */
export function reopen(workspace: Workspace): void {
  const query = sessionStorage.getItem(KEY);
  if (query === null) return;
  sessionStorage.removeItem(KEY);
  workspace.search.show(query);
  workspace.openSettings("look");
  workspace.settings.wanted = "language";
}

function spoken(choice: LanguageChoice = "system"): string {
  return speechFor(choice, navigator.languages).language;
}
