import type { MessageKey } from "../messages/say.ts";
import { say } from "../messages/say.ts";

/** The pages of the settings, in the order in which they are listed. */
export const settingsPages = [
  "look",
  "grid",
  "folders",
  "sidecars",
  "pace",
  "keys",
  "privacy",
  "models",
  "machine",
] as const;
export type SettingsPage = (typeof settingsPages)[number];

/** One setting, or one part of a page, as the search finds it. */
export interface SettingEntry {
  /** Of its `data-setting` attribute. */
  readonly id: string;
  readonly page: SettingsPage;
  readonly name: MessageKey;
  /** Other words that people look for it by. */
  readonly words: MessageKey;
}

export const settings: readonly SettingEntry[] = [
  { id: "theme", page: "look", name: "topbar.theme", words: "look.theme.words" },
  { id: "language", page: "look", name: "look.language", words: "look.language.words" },
  { id: "surround", page: "look", name: "look.surround", words: "look.surround.words" },
  { id: "notices", page: "look", name: "look.notices", words: "look.notices.words" },
  { id: "sidebar", page: "look", name: "look.sidebar", words: "look.sidebar.words" },
  { id: "details", page: "look", name: "look.details", words: "look.details.words" },
  { id: "row-size", page: "grid", name: "grid-page.size", words: "grid-page.size.words" },
  { id: "tile-marks", page: "grid", name: "tile-marks.name", words: "tile-marks.words" },
  { id: "slides", page: "grid", name: "grid-page.seconds", words: "grid-page.seconds.words" },
  {
    id: "folders",
    page: "folders",
    name: "folders-page.list",
    words: "folders-page.list.words",
  },
  {
    id: "removed-folders",
    page: "folders",
    name: "folders-page.removed",
    words: "folders-page.removed.words",
  },
  {
    id: "mirrored-folders",
    page: "sidecars",
    name: "sidecars-page.folders",
    words: "sidecars-page.folders.words",
  },
  {
    id: "sidecar-name",
    page: "sidecars",
    name: "sidecars-page.name",
    words: "sidecars-page.name.words",
  },
  { id: "pace", page: "pace", name: "pace.choice", words: "pace.choice.words" },
  { id: "pause", page: "pace", name: "pace.pause", words: "pace.pause.words" },
  { id: "single-keys", page: "keys", name: "keys-page.single", words: "keys-page.single.words" },
  { id: "key-list", page: "keys", name: "keys-page.list", words: "keys-page.list.words" },
  { id: "network", page: "privacy", name: "privacy.network", words: "privacy.network.words" },
  { id: "files", page: "privacy", name: "privacy.files", words: "privacy.files.words" },
  { id: "place", page: "privacy", name: "privacy.place", words: "privacy.place.words" },
  { id: "recent", page: "privacy", name: "privacy.recent", words: "privacy.recent.words" },
  { id: "models", page: "models", name: "models.choice", words: "models-page.words" },
  { id: "own-model", page: "models", name: "models.own", words: "own-model.words" },
  { id: "providers", page: "machine", name: "machine.providers", words: "machine-page.words" },
  { id: "sizes", page: "machine", name: "machine.sizes", words: "sizes.words" },
];

/** Settings of which every typed word begins a word: of their name before those of other words. */
export function findSettings(text: string): readonly SettingEntry[] {
  const typed = wordsOf(text);
  if (typed.length === 0) return [];
  const matches = (...keys: readonly string[]): boolean => {
    const words = wordsOf(keys.join(" "));
    return typed.every((part) => words.some((word) => word.startsWith(part)));
  };
  const byName = settings.filter((entry) => matches(say(entry.name)));
  const byWords = settings.filter((entry) =>
    matches(say(entry.name), say(entry.words), say(`settings.${entry.page}`)),
  );
  return [...new Set([...byName, ...byWords])];
}

function wordsOf(text: string): readonly string[] {
  // Without accents, which are often not typed.
  const plain = text.normalize("NFD").replaceAll(/\p{M}/gu, "");
  return plain.toLocaleLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? [];
}
