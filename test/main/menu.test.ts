import { expect, test } from "vitest";
import { menuTemplate } from "../../electron/main/menu.ts";
import { ShellSpeech } from "../../electron/main/shell-speech.ts";

interface Item {
  readonly role?: string;
  readonly label?: string;
  readonly type?: string;
  readonly submenu?: readonly Item[];
}

function itemsOf(
  options: { readonly isMac: boolean; readonly isDeveloping?: boolean },
  speech = new ShellSpeech(() => {}),
): readonly Item[] {
  const { isMac, isDeveloping = false } = options;
  const menus = menuTemplate({
    isMac,
    isDeveloping,
    speech,
    addFolder: () => {},
  }) as readonly Item[];
  return menus.flatMap((menu) => [menu, ...(menu.submenu ?? [])]);
}

function roles(options: Parameters<typeof itemsOf>[0]): string[] {
  return itemsOf(options).flatMap(({ role }) => role ?? []);
}

test("copying, zooming and quitting are in the menu of every system", () => {
  expect(roles({ isMac: false })).toEqual([
    "quit",
    "editMenu",
    "undo",
    "redo",
    "cut",
    "copy",
    "paste",
    "delete",
    "selectAll",
    "resetZoom",
    "zoomIn",
    "zoomOut",
    "togglefullscreen",
    "windowMenu",
    "minimize",
    "zoom",
    "close",
  ]);
});

test("on macOS the app has its own menu", () => {
  const all = roles({ isMac: true });

  expect(all[0]).toBe("appMenu");
  expect(all.filter((role) => role === "quit" || role === "close")).toEqual(["quit", "close"]);
});

test("developers' tools are for developers", () => {
  expect(roles({ isMac: false, isDeveloping: true })).toContain("toggleDevTools");
});

test.each([true, false])(
  "every entry is in the language that is spoken (on macOS: %s), and the menu is made anew for another",
  async (isMac) => {
    let times = 0;
    const speech = new ShellSpeech(() => (times += 1));
    const english = itemsOf({ isMac, isDeveloping: true }, speech).map(({ label }) => label);
    await speech.use("pt");
    await speech.use("pt");

    const items = itemsOf({ isMac, isDeveloping: true }, speech);

    const unnamed = items.filter(({ label, type }) => label === undefined && type !== "separator");
    // The system puts the app's own name there.
    expect(unnamed.map(({ role }) => role)).toEqual(isMac ? ["appMenu"] : []);
    const same = items.filter(({ label }, at) => label !== undefined && label === english[at]);
    expect(same.map(({ label }) => label)).toEqual(["Zoom"]);
    expect(times).toBe(1);
  },
);
