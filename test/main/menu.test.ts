import { expect, test } from "vitest";
import { menuTemplate } from "../../electron/main/menu.ts";

function roles(options: { isMac: boolean; isDeveloping: boolean }): string[] {
  const items = menuTemplate({ ...options, addFolder: () => {} });
  return JSON.stringify(items).match(/(?<="role":")\w+/g) ?? [];
}

test("copying, zooming and quitting are in the menu of every system", () => {
  expect(roles({ isMac: false, isDeveloping: false })).toEqual([
    "quit",
    "editMenu",
    "resetZoom",
    "zoomIn",
    "zoomOut",
    "togglefullscreen",
    "windowMenu",
  ]);
});

test("on macOS the app has its own menu", () => {
  expect(roles({ isMac: true, isDeveloping: false }).slice(0, 2)).toEqual(["appMenu", "close"]);
});

test("developers' tools are for developers", () => {
  expect(roles({ isMac: false, isDeveloping: true })).toContain("toggleDevTools");
});
