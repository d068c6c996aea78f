import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, Locator, Page } from "playwright-core";
import { buildRenderer } from "../../build/build-renderer.ts";
import { isStale } from "../../electron/browser-host/renderer-folder.ts";
import { fileURLToPath } from "node:url";
import { violationsInBothThemes } from "./axe.ts";
import { hasChromium, launchBrowser, skipReason } from "./browser.ts";
import { openApp, openPage, type App } from "./open-app.ts";
import { addPictures, eventually, focusedName, photoGrid, searchBox } from "./steps.ts";
import { inventHistory } from "./synthetic-history.ts";
import { openSyntheticHost, type SyntheticHost } from "./synthetic-host.ts";
import { SyntheticLibrary } from "./synthetic-library.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const built = fileURLToPath(new URL("../../dist/renderer", import.meta.url));
const BANANA = "Banana_005.jpg";
const BEE = "bee.jpg";

describe.skipIf(!hasChromium)(`the history${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    page = await app.openPage();
    await addPictures(page);
    await photoGrid(page).getByRole("gridcell", { name: BANANA }).waitFor();
    await photoGrid(page).getByRole("gridcell", { name: BEE }).waitFor();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test("an old entry is found and undone with the keyboard alone, and those after it stay", async () => {
    await tag(page, BANANA, "Lisbon");
    await tag(page, BEE, "Porto");

    const opener = page.getByRole("button", { name: "History", exact: true });
    await opener.press("Enter");
    await eventually(() => focusedSentence(page), "Added the tag Porto to 1 photo");
    await page.keyboard.press("ArrowDown");
    await eventually(() => focusedSentence(page), "Added the tag Lisbon to 1 photo");
    await page.keyboard.press("Tab");
    expect(await focusedName(page)).toBe("Show 1 photo: Added the tag Lisbon to 1 photo");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");

    await toast(page).getByText("Undone: Added the tag Lisbon to 1 photo.").waitFor();
    await eventually(() => focusedName(page), "Redo: Added the tag Lisbon to 1 photo");
    await row(page, "Lisbon")
      .getByText(/You · Undone/)
      .waitFor();
    expect(await row(page, "Porto").getByText("Undone").count()).toBe(0);

    await page.keyboard.press("Escape");
    await eventually(() => focusedName(page), "History");
    await eventually(() => tagRow(page, "Lisbon").count(), 0);
    await tagRow(page, "Porto").first().waitFor();
  });

  test("a refused undo says what is in the way, and leads to it", async () => {
    await photoGrid(page).getByRole("gridcell", { name: BEE }).click();
    await untag(page, "Porto");
    await openHistory(page);

    await row(page, "Added the tag Porto").getByRole("button", { name: /^Undo/ }).click();
    await toast(page)
      .getByText("“Removed the tag Porto from 1 photo” came later. Undo that first.")
      .waitFor();
    await toast(page).getByRole("button", { name: "Show it" }).click();

    await eventually(() => focusedSentence(page), "Removed the tag Porto from 1 photo");
  });

  test("the list is filtered by words and by who did it, and says so when nothing is left", async () => {
    const entries = historyGrid(page).locator("[data-entry]");
    const field = page.getByRole("searchbox", { name: "Filter history" });

    await field.fill("removed");
    await eventually(() => entries.count(), 1);
    await field.fill("");
    await page.getByRole("radio", { name: "By itself" }).check();
    await page.getByText("No entry matches.").waitFor();
    await page.getByRole("radio", { name: "Mine" }).check();
    await eventually(() => entries.count(), 3);
    await page.getByRole("radio", { name: "All" }).check();
  });

  test("the photos of an entry are a search", async () => {
    await row(page, "Added the tag Porto")
      .getByRole("button", { name: /^Show 1 photo/ })
      .click();

    await photoGrid(page).waitFor();
    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 1);
    await photoGrid(page).getByRole("gridcell", { name: BEE }).waitFor();
    await searchBox(page).focus();
    await page.keyboard.press("Escape");
  });

  test("what is in the trash cannot be undone from here, and the entry says what to do", async () => {
    await page.getByRole("button", { name: /^All photos/ }).click();
    await photoGrid(page).getByRole("gridcell", { name: BANANA }).click();
    await page.keyboard.press("Delete");
    await page.getByRole("dialog").getByRole("button", { name: "Move to trash" }).click();
    await toast(page).getByText("1 photo moved to the trash of your system.").waitFor();
    await openHistory(page);

    const entry = row(page, "Moved 1 photo to the trash");
    await entry.getByText(/put them back from there/).waitFor();
    expect(await entry.getByRole("button").count()).toBe(0);
    await page.keyboard.press("Control+z");
    await toast(page)
      .getByText(/^“Moved 1 photo to the trash” cannot be undone\./)
      .waitFor();
    await page.keyboard.press("Alt+ArrowLeft");
    await photoGrid(page).getByRole("gridcell", { name: BEE }).waitFor();
  });

  test("Undo and Redo go on where they were after the engine was started anew", async () => {
    await tag(page, BEE, "Garden");
    await app.restart();
    page = await app.openPage();
    await tagRow(page, "Garden").first().waitFor();

    await page.keyboard.press("Control+z");
    await toast(page).getByText("Undone: Added the tag Garden to 1 photo.").waitFor();
    await eventually(() => tagRow(page, "Garden").count(), 0);

    await page.keyboard.press("Control+Shift+z");
    await toast(page).getByText("Redone: Added the tag Garden to 1 photo.").waitFor();
    await tagRow(page, "Garden").first().waitFor();

    await toast(page).getByRole("button", { name: "Undo" }).click();
    await toast(page).getByText("Undone: Added the tag Garden to 1 photo.").waitFor();
    await page.keyboard.press("Control+y");
    await toast(page).getByText("Redone: Added the tag Garden to 1 photo.").waitFor();
  });

  test("axe finds nothing in it, light and dark", async () => {
    await openHistory(page);
    expect(await violationsInBothThemes(page)).toEqual({ light: [], dark: [] });
    await page.keyboard.press("Escape");
  });

  test("nothing was reported to the console", () => {
    expect(app.problems).toEqual([]);
  });
});

describe.skipIf(!hasChromium)(`a history of 10,000 entries${skipReason}`, () => {
  let host: SyntheticHost;
  let library: SyntheticLibrary;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    if (await isStale(root, built)) await buildRenderer();
    library = new SyntheticLibrary(50);
    library.history = inventHistory(10_000);
    host = await openSyntheticHost(library, built);
    browser = await launchBrowser();
    page = await openPage(browser, host.url, { problems });
    await photoGrid(page).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await host[Symbol.asyncDispose]();
  });

  test("only what is near the window is in the document, down to the oldest entry", async () => {
    await openHistory(page);
    const rows = historyGrid(page).getByRole("row");
    const names: (string | undefined)[] = [];
    // Each End goes to the last entry that is read, and reading goes on below it.
    await expect
      .poll(
        async () => {
          await page.keyboard.press("End");
          names.push(await focusedSentence(page));
          return names.at(-1);
        },
        { timeout: 60_000, interval: 20 },
      )
      .toBe("Added the tag Day 1 to 3 photos");

    expect(await rows.count()).toBeLessThan(80);
    await page.keyboard.press("Home");
    await eventually(() => focusedSentence(page), "Added the tag Day 10000 to 3 photos");
  });

  test("what is done meanwhile appears on top, and what is read stays where it is", async () => {
    for (let press = 0; press < 30; press++) await page.keyboard.press("ArrowDown");
    const name = await focusedSentence(page);
    const before = await focusedTop(page);
    const index = await focusedRow(page);
    const [newest] = library.history;

    library.history = [
      { ...newest!, id: 10_001, sentence: "Added the tag New to 1 photo" },
      ...library.history,
    ];
    host.emit({ name: "history.changed", payload: {} });
    await eventually(() => focusedRow(page), index + 1);

    expect(await focusedSentence(page)).toBe(name);
    expect(Math.abs((await focusedTop(page)) - before)).toBeLessThanOrEqual(1);
    expect(problems).toEqual([]);
  });
});

async function tag(page: Page, photo: string, name: string): Promise<void> {
  await photoGrid(page).getByRole("gridcell", { name: photo }).click();
  await page.keyboard.press("t");
  await page.getByRole("dialog", { name: "Add tag" }).waitFor();
  await eventually(() => focusedName(page), "Add tag");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await tagRow(page, name).first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "Add tag" }).waitFor({ state: "hidden" });
}

/** From the focused photo, in the details. */
async function untag(page: Page, name: string): Promise<void> {
  await page.keyboard.press("i");
  await page.getByRole("button", { name: `Remove tag ${name}` }).click();
  await eventually(() => tagRow(page, name).count(), 0);
  await page.getByRole("button", { name: "Close", exact: true }).click();
}

async function openHistory(page: Page): Promise<void> {
  // With the keyboard: a toast may lie over it.
  await page.getByRole("button", { name: "History", exact: true }).press("Enter");
  await historyGrid(page).waitFor();
  await eventually(async () => historyGrid(page).locator("[data-entry]:focus").count(), 1);
}

function historyGrid(page: Page): Locator {
  return page.getByRole("grid", { name: "History" });
}

function row(page: Page, words: string): Locator {
  return historyGrid(page).getByRole("row").filter({ hasText: words });
}

function toast(page: Page): Locator {
  return page.getByRole("region", { name: "Notice" });
}

/** In the sidebar. */
function tagRow(page: Page, name: string): Locator {
  return page.getByRole("treeitem", { name: new RegExp(`^${name}`) });
}

/** Of the entry that has the keyboard. */
function focusedSentence(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.querySelector("p")?.textContent);
}

/** Its place among all rows, from 1. */
function focusedRow(page: Page): Promise<number> {
  return page.evaluate(() =>
    Number(document.activeElement!.closest("[role=row]")!.getAttribute("aria-rowindex")),
  );
}

function focusedTop(page: Page): Promise<number> {
  return page.evaluate(() => document.activeElement!.getBoundingClientRect().top);
}
