/**
 * @file Every key of the window, in one table. It binds them, prints them in menus and fills the list
 * behind `?`, so that none of the three can say something else. What the user chose instead is in chosen-keys.ts.
 */
import { lookRows, type LookCommand } from "./look-keys.ts";
import { markNextRows, markRows, type MarkCommand } from "./mark-keys.ts";
import { extendRows, moveRows, peekRows, type KeyDirection } from "./move-keys.ts";
import { judgingRows, type JudgingCommand } from "./judging-keys.ts";
import { similarRows, type SimilarCommand } from "./similar-keys.ts";
import type { MessageKey } from "../messages/say.ts";
import { viewerRows, type ViewerCommand } from "./viewer-keys.ts";

/** The numbers that a favourite tag may have, by which its key adds and removes it. */
export const favourites = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
type Favourite = (typeof favourites)[number];

export type Command =
  | `move.${KeyDirection}`
  | `extend.${KeyDirection}`
  | `peek.${KeyDirection}`
  | "toggle"
  | "select-all"
  | "select-none"
  | "select-invert"
  | "open"
  | SimilarCommand
  | "select-section"
  | "add-tag"
  | "remove-tag"
  | "target-album"
  | "save-search"
  | `favourite.${Favourite}`
  | MarkCommand
  | ViewerCommand
  | JudgingCommand
  | "turn-left"
  | "turn-right"
  | "copy-path"
  | "show-in-folder"
  | "export"
  | "trash"
  | "undo"
  | "redo"
  | "menu"
  | "details"
  | "sidebar"
  | "filters"
  | LookCommand
  | "search"
  | "next-region"
  | "previous-region"
  | "add-folder"
  | "settings"
  | "help"
  | "back"
  | "go-back"
  | "go-forward";

/** `photos`: while the focus is in a grid or the viewer. `window`: anywhere; bare keys not in a field. */
export type Scope = "photos" | "window";

/** In the order in which they are listed. */
export const keyGroups = ["photos", "select", "move", "window"] as const;
export type KeyGroup = (typeof keyGroups)[number];

export interface KeyRow {
  readonly command: Command;
  readonly strokes: readonly string[];
  /** Instead of `strokes` on macOS. */
  readonly mac?: readonly string[];
  readonly scope: Scope;
  readonly group: KeyGroup;
  /** Rows with the same text are one line of the list. */
  readonly text: MessageKey;
  /** False where the line's text speaks of the key, so that the list stays short. */
  readonly isListed?: boolean;
}

/** On macOS ⌥ writes signs with digits, so the key counts and not what it writes. */
const favouriteRows: readonly KeyRow[] = favourites.map((key) => ({
  command: `favourite.${key}`,
  strokes: [`Alt+Digit${key}`],
  scope: "photos",
  group: "photos",
  text: "keys.favourite",
  isListed: key === 1,
}));

export const keyTable: readonly KeyRow[] = [
  ...moveRows,
  ...peekRows,
  ...extendRows,
  {
    command: "toggle",
    strokes: ["a", "Ctrl+Space"],
    mac: ["a"],
    scope: "photos",
    group: "select",
    text: "keys.toggle",
  },
  { command: "select-all", strokes: ["Mod+a"], scope: "photos", group: "select", text: "keys.all" },
  {
    command: "select-section",
    strokes: ["Shift+Mod+a"],
    scope: "photos",
    group: "select",
    text: "keys.select-section",
  },
  {
    command: "select-none",
    strokes: ["Mod+d"],
    scope: "photos",
    group: "select",
    text: "keys.none",
  },
  {
    command: "select-invert",
    strokes: ["Ctrl+i"],
    mac: ["Shift+Meta+i"],
    scope: "photos",
    group: "select",
    text: "keys.invert",
  },

  {
    command: "open",
    strokes: ["Enter", "e", "Space"],
    scope: "photos",
    group: "photos",
    text: "keys.open",
  },
  ...similarRows,
  {
    command: "add-tag",
    strokes: ["t", "Mod+k"],
    scope: "photos",
    group: "photos",
    text: "keys.add-tag",
  },
  {
    command: "remove-tag",
    strokes: ["Shift+t"],
    scope: "photos",
    group: "photos",
    text: "keys.remove-tag",
  },
  ...favouriteRows,
  {
    command: "target-album",
    strokes: ["b"],
    scope: "photos",
    group: "photos",
    text: "keys.target-album",
  },
  ...markRows,
  ...viewerRows,
  ...judgingRows,
  {
    command: "turn-left",
    strokes: ["Ctrl+BracketLeft"],
    scope: "photos",
    group: "photos",
    text: "keys.turn",
  },
  {
    command: "turn-right",
    strokes: ["Ctrl+BracketRight"],
    scope: "photos",
    group: "photos",
    text: "keys.turn",
  },
  {
    command: "copy-path",
    strokes: ["Mod+c"],
    scope: "photos",
    group: "photos",
    text: "keys.copy-path",
  },
  {
    command: "show-in-folder",
    strokes: ["Mod+r"],
    scope: "photos",
    group: "photos",
    text: "keys.show-in-folder",
  },
  {
    command: "export",
    strokes: ["Shift+Mod+e"],
    scope: "photos",
    group: "photos",
    text: "keys.export",
  },
  {
    command: "trash",
    strokes: ["Delete"],
    mac: ["Meta+Backspace", "Delete"],
    scope: "photos",
    group: "photos",
    text: "keys.trash",
  },
  {
    command: "menu",
    strokes: ["ContextMenu", "Shift+F10"],
    mac: ["Ctrl+Enter", "Shift+F10"],
    scope: "photos",
    group: "photos",
    text: "keys.menu",
  },

  {
    command: "details",
    strokes: ["i", "F8"],
    scope: "window",
    group: "window",
    text: "keys.details",
  },
  {
    command: "sidebar",
    strokes: ["Mod+b", "F7"],
    scope: "window",
    group: "window",
    text: "keys.sidebar",
  },
  {
    command: "filters",
    strokes: ["\\", "Shift+Mod+f"],
    scope: "window",
    group: "window",
    text: "keys.filters",
  },
  ...lookRows,
  // After the signs: where Shift and a digit write one, the sign is meant.
  ...markNextRows,
  {
    command: "search",
    strokes: ["/", "Mod+f"],
    scope: "window",
    group: "window",
    text: "keys.search",
  },
  {
    command: "save-search",
    strokes: ["Mod+s"],
    scope: "window",
    group: "window",
    text: "keys.save-search",
  },
  { command: "undo", strokes: ["Mod+z"], scope: "window", group: "window", text: "keys.undo" },
  {
    command: "redo",
    strokes: ["Shift+Mod+z", "Ctrl+y"],
    mac: ["Shift+Meta+z"],
    scope: "window",
    group: "window",
    text: "keys.redo",
  },
  {
    command: "add-folder",
    strokes: ["Mod+o"],
    scope: "window",
    group: "window",
    text: "keys.add-folder",
  },
  {
    command: "settings",
    strokes: ["Mod+,"],
    scope: "window",
    group: "window",
    text: "keys.settings",
  },
  {
    command: "next-region",
    strokes: ["F6"],
    scope: "window",
    group: "window",
    text: "keys.regions",
  },
  {
    command: "previous-region",
    strokes: ["Shift+F6"],
    scope: "window",
    group: "window",
    text: "keys.regions",
  },
  {
    command: "go-back",
    strokes: ["Alt+ArrowLeft"],
    mac: ["Meta+["],
    scope: "window",
    group: "window",
    text: "keys.go-back",
  },
  {
    command: "go-forward",
    strokes: ["Alt+ArrowRight"],
    mac: ["Meta+]"],
    scope: "window",
    group: "window",
    text: "keys.go-forward",
  },
  { command: "help", strokes: ["?", "F1"], scope: "window", group: "window", text: "keys.help" },
  { command: "back", strokes: ["Escape"], scope: "window", group: "window", text: "keys.back" },
];
