import { copyFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { hasChromium, skipReason } from "./browser.ts";
import { heard, listen, messages, pauses } from "./hearing.ts";
import { openApp, type App } from "./open-app.ts";
import { eventually, photoGrid } from "./steps.ts";

/** So low that the photos do not fit, and there is something to scroll through. */
const WINDOW = { width: 900, height: 420 };

describe.skipIf(!hasChromium)(`the main tasks by keyboard and by ear${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    page = await app.openPage({ viewport: WINDOW, reducedMotion: "reduce" });
    await page.getByRole("button", { name: "Add folder" }).waitFor();
    await listen(page);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const said = (text: string | RegExp) =>
    eventually(async () => (await messages(page)).some((one) => matches(one, text)), true);

  test("a folder is added", async () => {
    await tabTo({ role: "button", name: "Add folder" });
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Add folder" });
    await hear({ role: "button", name: "Pictures" });
    expect(await dialog.ariaSnapshot()).toContain('- list "Folders in ');
    await page.keyboard.press("ArrowRight");
    await hear({ role: "button", name: "clothing" });
    await page.keyboard.press("ArrowRight");
    await hear({ role: "list", name: "Folders in clothing" });
    await page.keyboard.press("ArrowLeft");
    await hear({ role: "button", name: "clothing" });
    await tabTo({ role: "button", name: "Add this folder" });
    await page.keyboard.press("Enter");

    await said(/^Pictures added\./);
    await hear({ role: "radio", name: "Keep them in Semblance" });
    for (const step of ["Your tags", "Speed"]) {
      await page.getByRole("region", { name: step }).waitFor();
      await tabTo({ role: "button", name: "Skip" });
      await page.keyboard.press("Enter");
      await page.getByRole("region", { name: step }).waitFor({ state: "hidden" });
      if ((await page.getByRole("region", { name: "Speed" }).count()) === 0) break;
    }
  });

  test("progress is watched: its button says how things stand, and only the end is told", async () => {
    await said("Indexing finished. 22 photos.");
    await tabTo({ role: "button", name: "Activity: up to date" });
    await page.keyboard.press("Enter");
    await page
      .getByRole("dialog", { name: "Activity" })
      .getByText("All 22 photos are indexed.")
      .waitFor();
    await page.keyboard.press("Escape");
    await hear({ role: "button", name: "Activity: up to date" });

    const told = (await messages(page)).filter((text) => text.startsWith("Indexing"));
    expect(told.length).toBeLessThanOrEqual(3);
  });

  test("photos are browsed: each says what it is and where, and a new section is told", async () => {
    await tabTo({ role: "gridcell" });
    await page.keyboard.press("Control+Home");
    const names = await photoGrid(page).getByRole("gridcell").first().getAttribute("aria-label");
    await hear({ role: "gridcell", name: names!, selected: true });
    expect((await heard(page)).description).toMatch(/photo 1 of 22$/);
    const row = page
      .locator("[role='row']")
      .filter({ has: page.locator("[role='gridcell']:focus") });
    const [at, rows] = await Promise.all([
      row.getAttribute("aria-rowindex"),
      photoGrid(page).getAttribute("aria-rowcount"),
    ]);
    expect(Number(at)).toBe(2);
    expect(Number(rows)).toBeGreaterThan(4);

    await page.keyboard.press("Alt+PageDown");
    await said(/^[A-Z]\w+ \d{4}, \d+ photos?$/);
  });

  test("a date is jumped to", async () => {
    await tabTo({ role: "slider", name: "Date" });
    await page.keyboard.press("Home");
    const before = (await heard(page)).value;
    await page.keyboard.press("ArrowDown");
    await eventually(async () => (await heard(page)).value !== before, true);

    expect((await heard(page)).value).toMatch(/\d{4}$/);
  });

  test("photos are searched for: how many are offered and found is told", async () => {
    await page.keyboard.press("/");
    await hear({ role: "searchbox", name: "Search photos" });
    await page.keyboard.type("banana");
    await page.getByRole("option", { name: /^banana, / }).waitFor();
    // Of two counts that come together the later is told.
    await said(/^\d+ suggestions?$|^\d+ photos? for /);
    await hearOnTheWay("ArrowDown", { role: "option", name: /^banana, .*Label, \d photos?$/ });
    await page.keyboard.press("Enter");
    await said(/^\d photos? for label banana\.$/);
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowDown");

    await hear({ role: "gridcell" });
  });

  test("similar photos are found from the menu", async () => {
    const { name } = await heard(page);
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "Find similar", exact: true }).waitFor();
    await hearOnTheWay("ArrowDown", { role: "menuitem", name: "Find similar" });
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: `Similar to ${name}` }).waitFor();

    await said(new RegExp(`^Similar to ${name}: \\d+`));
    await hear({ role: "gridcell" });
    expect((await heard(page)).name).not.toBe(name);
  });

  test("the search is refined: a result becomes the query, and back and forward lead along", async () => {
    const { name: result } = await heard(page);
    await page.keyboard.press("s");
    await said(new RegExp(`^Similar to ${result}: \\d+`));
    await page.getByRole("heading", { name: `Similar to ${result}` }).waitFor();
    await page.keyboard.press("Alt+ArrowLeft");
    await page.getByRole("heading", { name: `Similar to ${result}` }).waitFor({ state: "hidden" });
    await hear({ role: "gridcell" });

    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: /^Similar to/ }).waitFor({ state: "hidden" });
    await hear({ role: "gridcell" });
  });

  test("photos are tagged: a tag says on how many of them it is, and how to take it back", async () => {
    await page.keyboard.press("/");
    await hear({ role: "searchbox" });
    // What is offered closes first, then what is explained; then the search is cleared.
    await eventually(async () => {
      await page.keyboard.press("Escape");
      return page.getByRole("button", { name: "Clear search" }).count();
    }, 0);
    await said("22 photos.");
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowDown");
    await hear({ role: "gridcell" });
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("t");
    await hear({ role: "textbox", name: "Add tag" });
    await page.keyboard.type("Fruit/Yellow");
    await page.keyboard.press("Enter");
    await said("Tagged 1 photo with Fruit/Yellow. Undo with Control Z.");
    await page.keyboard.press("Escape");
    await hear({ role: "gridcell" });

    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("t");
    await hear({ role: "textbox", name: "Add tag" });
    await page.getByRole("option", { name: "Fruit/Yellow, some, 1 of 2" }).waitFor();
    await hearOnTheWay("ArrowDown", {
      role: "option",
      name: "Fruit/Yellow, some, 1 of 2",
      checked: "mixed",
    });
    await page.keyboard.press("Escape");
    await hear({ role: "gridcell" });
    await page.keyboard.press("Control+z");
    await said("Undone: Added the tag Fruit/Yellow to 1 photo.");
    await hear({ role: "gridcell" });
  });

  test("photos are culled and rated", async () => {
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("k");
    const culling = page.getByRole("region", { name: "Culling" });
    await culling.waitFor();
    await hear({ role: "option", name: /, 1 of 22$/, selected: true });

    await page.keyboard.press("Shift+P");
    await said("Picked. 2 of 22.");
    await hear({ role: "option", name: /, 2 of 22$/ });
    await page.keyboard.press("4");
    await said("4 stars.");
    await hear({ role: "option", name: /, 2 of 22, 4 stars$/ });
    await page.keyboard.press("Escape");
    await culling.waitFor({ state: "hidden" });
    await hear({ role: "gridcell" });
  });

  test("where a photo goes to the trash, the next one has the keyboard", async () => {
    const names = await photoGrid(page)
      .getByRole("gridcell")
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("aria-label")));
    const { name } = await heard(page);
    await page.keyboard.press("Delete");
    await page.getByRole("dialog", { name: `Move ${name} to the trash?` }).waitFor();
    await tabTo({ role: "button", name: "Move to trash" });
    await page.keyboard.press("Enter");

    await said("1 photo moved to the trash of your system.");
    await hear({ role: "gridcell", name: names[names.indexOf(name) + 1]! });
  });

  test("duplicates are decided: each group says where it stands, its copies go to the trash, or all stay", async () => {
    for (const name of ["rclip/bee", "grocery/Orange_001"])
      await copyFile(
        path.join(app.photos, `${name}.jpg`),
        path.join(app.photos, `${name} copy.jpg`),
      );
    await page.getByRole("button", { name: "Duplicates, 2 groups" }).waitFor({ timeout: 30_000 });
    await tabTo({ role: "button", name: "Duplicates, 2 groups" });
    await page.keyboard.press("Enter");
    await page.getByRole("group", { name: "Group 1 of 2, exact copies, 2 photos" }).waitFor();
    await tabTo({ role: "tab", name: "Exact copies, 2 groups", selected: true });
    await tabTo({ role: "checkbox", name: "Trash bee.jpg", checked: "false" });
    expect((await heard(page)).description).toBe("oldest file");
    await tabTo({ role: "checkbox", name: "Trash bee copy.jpg", checked: "true" });
    expect((await heard(page)).description).toBe("same bytes");
    await lookAtGroup();
    await tabTo({ role: "button", name: "Keep best, trash 1" });
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Move bee copy.jpg to the trash?" });
    await dialog.getByText(/^One photo is kept, and gets the tags/).waitFor();
    await tabTo({ role: "button", name: "Move to trash" });
    await page.keyboard.press("Enter");

    await said("1 photo moved to trash. 1 group left.");
    await hear({ role: "button", name: "Keep best, trash 1" });
    await tabTo({ role: "button", name: "Keep all" });
    await page.keyboard.press("Enter");
    await said("2 photos kept. 0 groups left. Undo with Control Z.");
    await hear({ role: "heading", name: "Duplicates" });
    await page.keyboard.press("Control+z");
    await page.getByRole("group", { name: "Group 1 of 1, exact copies, 2 photos" }).waitFor();
    await page.keyboard.press("Escape");
    await hear({ role: /^(button|gridcell)$/ });
  });

  test("between two messages there was time to hear the first", async () => {
    expect((await pauses(page)).filter((pauseMs) => pauseMs < 1_400)).toEqual([]);
    expect(app.problems).toEqual([]);
  });

  /** From a photo of a group on its page into the viewer, side by side with the others, and to its menu; each time back to where it was. */
  async function lookAtGroup(): Promise<void> {
    await page.keyboard.press("Enter");
    const viewer = page.getByRole("dialog", { name: "Viewer" });
    await viewer.getByText("2 of 2", { exact: true }).waitFor();
    await page.keyboard.press("ArrowLeft");
    await viewer.getByText("1 of 2", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await hear({ role: "checkbox", name: "Trash bee.jpg", checked: "false" });

    await page.keyboard.press("c");
    const compared = page.getByRole("listbox", { name: "Photos to compare" });
    await compared.waitFor();
    expect(await compared.getByRole("option").count()).toBe(2);
    await page.keyboard.press("Escape");
    await hear({ role: "checkbox", name: "Trash bee.jpg", checked: "false" });

    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: /^Compare/ }).waitFor();
    await page.getByRole("menuitem", { name: "Find similar", exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await hear({ role: "checkbox", name: "Trash bee.jpg", checked: "false" });
    await page.getByRole("button", { name: "Open bee copy.jpg" }).click();
    await viewer.getByText("2 of 2", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await hear({ role: "checkbox", name: "Trash bee copy.jpg", checked: "true" });
  }

  async function hear(expected: Readonly<Record<string, unknown>>): Promise<void> {
    await eventually(async () => await sounds(expected), "");
  }

  /** "" when what has the keyboard is as expected, else what it is. */
  async function sounds(expected: Readonly<Record<string, unknown>>): Promise<string> {
    const now: Readonly<Record<string, unknown>> = { ...(await heard(page)) };
    const isIt = Object.entries(expected).every(([part, value]) => matches(now[part], value));
    return isIt ? "" : JSON.stringify(now);
  }

  async function hearOnTheWay(
    key: string,
    expected: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const others: string[] = [];
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press(key);
      const other = await sounds(expected);
      if (other === "") return;
      others.push(other);
    }
    throw new Error(`${key} comes to ${others.join(", ")} and never to what is expected.`);
  }

  async function tabTo(expected: Readonly<Record<string, unknown>>): Promise<void> {
    for (let press = 0; press < 60; press++) {
      if ((await sounds(expected)) === "") return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab never comes to ${JSON.stringify(expected)}.`);
  }
});

function matches(value: unknown, expected: unknown): boolean {
  return expected instanceof RegExp ? expected.test(String(value)) : value === expected;
}
