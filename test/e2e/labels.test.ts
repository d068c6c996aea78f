import { fileURLToPath } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildRenderer } from "../../build/build-renderer.ts";
import { isStale } from "../../electron/browser-host/renderer-folder.ts";
import { violationsInBothThemes } from "./axe.ts";
import { hasChromium, launchBrowser, skipReason } from "./browser.ts";
import { openPage, type App } from "./open-app.ts";
import { openReadyApp } from "./ready-app.ts";
import {
  eventually,
  focusedName,
  photoGrid,
  photoNames,
  searchBox,
  waitForIndexing,
} from "./steps.ts";
import { openSyntheticHost, type SyntheticHost } from "./synthetic-host.ts";
import { SyntheticLibrary } from "./synthetic-library.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const built = fileURLToPath(new URL("../../dist/renderer", import.meta.url));
/** To the starter model red peppers in a box are pomegranates. */
const peppers = ["Red-Bell-Pepper_001.jpg", "Red-Bell-Pepper_007.jpg"];
/** Tall enough for the grid to hold all 22 photos in the page. */
const TALL = { viewport: { width: 1440, height: 1400 } };

function details(page: Page): Locator {
  return page.getByRole("complementary", { name: "Details" });
}

function notice(page: Page): Locator {
  return page.getByRole("region", { name: "Notice" });
}

async function search(page: Page, query: string): Promise<void> {
  await searchBox(page).fill(query);
  await searchBox(page).press("Enter");
}

/** The names of the photos in the grid, in alphabetical order. */
async function sortedNames(page: Page): Promise<readonly string[]> {
  return (await photoNames(photoGrid(page))).toSorted();
}

describe.skipIf(!hasChromium)(`labels of real photos${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openReadyApp();
    page = await app.openPage(TALL);
    await waitForIndexing(page);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test("a search fills as photos get their labels", async () => {
    await search(page, "label:pomegranate");
    await eventually(() => sortedNames(page), peppers);
    await page.getByRole("button", { name: "Clear search" }).click();
    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 22);
  });

  test("a label is completed by keyboard, and finds as many photos as it says", async () => {
    await photoGrid(page).getByRole("gridcell").first().focus();
    await page.keyboard.press("/");
    await page.keyboard.type("label:pome");
    const option = page.getByRole("option", { name: /^pomegranate,/ });
    await option.waitFor();
    expect(await option.innerText()).toContain("Label, 2 photos");
    await page.keyboard.press("ArrowDown");
    await eventually(() => option.getAttribute("aria-selected"), "true");
    await page.keyboard.press("Enter");

    await page.getByRole("button", { name: "Edit label: pomegranate" }).waitFor();
    await eventually(() => sortedNames(page), peppers);
  });

  test("a label that is wrong leaves the search, and Undo brings it back", async () => {
    await photoGrid(page).getByRole("gridcell", { name: "Red-Bell-Pepper_001.jpg" }).click();
    await page.keyboard.press("i");
    await details(page).getByRole("heading", { name: "Red-Bell-Pepper_001.jpg" }).waitFor();
    await details(page).getByRole("button", { name: "Wrong: pomegranate" }).press("Enter");

    await notice(page).getByText("Said that Red-Bell-Pepper_001.jpg is no pomegranate.").waitFor();
    await eventually(() => sortedNames(page), ["Red-Bell-Pepper_007.jpg"]);
    // The next photo is in the panel, and the keyboard where it was.
    await details(page).getByRole("heading", { name: "Red-Bell-Pepper_007.jpg" }).waitFor();
    await eventually(() => focusedName(page), "Wrong: pomegranate");

    await notice(page).getByRole("button", { name: "Undo" }).click();
    await eventually(() => sortedNames(page), peppers);
  });

  test("what was said is there after a restart, and can be taken back", async () => {
    await photoGrid(page).getByRole("gridcell", { name: "Red-Bell-Pepper_001.jpg" }).click();
    await details(page).getByRole("heading", { name: "Red-Bell-Pepper_001.jpg" }).waitFor();
    await details(page).getByRole("button", { name: "Wrong: pomegranate" }).click();
    await eventually(() => sortedNames(page), ["Red-Bell-Pepper_007.jpg"]);
    await app.restart();
    page = await app.openPage(TALL);

    await photoGrid(page).getByRole("gridcell", { name: "Red-Bell-Pepper_001.jpg" }).click();
    await page.keyboard.press("i");
    const wrong = details(page).getByRole("button", { name: "Wrong: pomegranate" });
    await eventually(() => wrong.getAttribute("aria-pressed"), "true");
    await details(page).getByText("Wrong", { exact: true }).waitFor();
    await wrong.click();
    await eventually(() => wrong.getAttribute("aria-pressed"), "false");

    await search(page, "label:pomegranate");
    await eventually(() => sortedNames(page), peppers);
  });

  test("a label that is right says how often it was", async () => {
    await photoGrid(page).getByRole("gridcell", { name: "Red-Bell-Pepper_007.jpg" }).click();
    await details(page).getByRole("heading", { name: "Red-Bell-Pepper_007.jpg" }).waitFor();
    await details(page).getByRole("button", { name: "Right: pomegranate" }).click();

    await details(page).getByText("Right", { exact: true }).waitFor();
    await details(page).getByText("right on 1 of 1 you checked").waitFor();
  });

  test("a wider word of a label is a way to its photos", async () => {
    await details(page)
      .getByRole("button", { name: /^(fruit|food)$/ })
      .first()
      .click();

    await page.getByRole("button", { name: /^Edit label: (fruit|food)$/ }).waitFor();
    await expect.poll(() => photoNames(photoGrid(page))).toContain("Banana_018.jpg");
  });

  test("a word that no label has offers those that are written like it", async () => {
    await search(page, "label:pomegranete");
    await page.getByText("No label “pomegranete”.").waitFor();
    await page.getByRole("button", { name: /^pomegranate, \d+ photos?$/ }).click();

    await page.getByRole("button", { name: "Edit label: pomegranate" }).waitFor();
    await eventually(() => sortedNames(page), peppers);
  });

  test("nothing in the page broke a policy or threw", () => {
    expect(app.problems).toEqual([]);
  });
});

describe.skipIf(!hasChromium)(`what the window says about labels${skipReason}`, () => {
  let host: SyntheticHost;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    if (await isStale(root, built)) await buildRenderer();
    host = await openSyntheticHost(new SyntheticLibrary(60), built);
    browser = await launchBrowser();
    page = await openPage(browser, host.url, { problems });
    await photoGrid(page).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await host[Symbol.asyncDispose]();
  });

  /** By the keyboard alone, from where the focus is. */
  async function tabTo(name: string): Promise<void> {
    for (let stops = 0; stops < 10 && (await focusedName(page)) !== name; stops++)
      await page.keyboard.press("Tab");
    expect(await focusedName(page)).toBe(name);
  }

  test("senses of a word stand apart, and a line says what was taken and what else there is", async () => {
    await searchBox(page).focus();
    await page.keyboard.type("label:cra");
    await page.getByRole("option", { name: "crane, machine, Label, 0 photos" }).waitFor();
    await page.getByRole("option", { name: "crane, bird, Label, 0 photos" }).waitFor();
    // What is half typed finds nothing yet, and does not take the photos away.
    await eventually(() => photoGrid(page).count(), 1);
    await expectClean(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByText("large long-necked wading bird").waitFor();
    await expectClean(page);

    await tabTo("crane (machine) instead, 0 photos");
    await page.keyboard.press("Enter");

    await page.getByRole("button", { name: "Edit label: crane (machine)" }).waitFor();
    await eventually(() => focusedName(page), "Search photos");
  });

  test("Esc closes the line first, then clears the search", async () => {
    await page.getByRole("button", { name: "crane (bird) instead, 0 photos" }).waitFor();
    await page.keyboard.press("Escape");
    await page
      .getByRole("button", { name: "crane (bird) instead, 0 photos" })
      .waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Edit label: crane (machine)" }).waitFor();

    await page.keyboard.press("Escape");
    await photoGrid(page).waitFor();
  });

  test("an unknown label is said once, in the place of the photos, with its near misses", async () => {
    await search(page, "label:grane");
    await page.getByRole("button", { name: "grape, 0 photos" }).waitFor();
    expect(await page.getByText("No label “grane”.").count()).toBe(1);
    await expectClean(page);

    await page.getByRole("button", { name: "Show all photos" }).click();
    await photoGrid(page).waitFor();
  });

  test("a minus stays in front of a label that is completed", async () => {
    await searchBox(page).fill("-label:tab");
    await page.getByRole("option", { name: /^tabby cat,/ }).click();
    await page.getByRole("button", { name: "Edit not label: tabby cat" }).waitFor();
    await page.getByRole("button", { name: "Clear search" }).click();
    await photoGrid(page).waitFor();
  });

  test("right and wrong show in words, and a second press takes them back", async () => {
    await photoGrid(page).getByRole("gridcell", { name: "IMG_0001.jpg" }).click();
    await page.keyboard.press("i");
    await details(page).getByText("right on 46 of 50 you checked").waitFor();
    const right = details(page).getByRole("button", { name: "Right: tabby cat" });
    await right.press("Space");
    await details(page).getByText("Right", { exact: true }).waitFor();
    await notice(page).getByText("Said that IMG_0001.jpg shows tabby cat.").waitFor();
    await details(page).getByRole("button", { name: "Wrong: lynx" }).press("Space");
    await details(page).getByText("Wrong", { exact: true }).waitFor();
    await expectClean(page);

    await right.press("Space");
    await details(page).getByText("Right", { exact: true }).waitFor({ state: "hidden" });
    await notice(page).getByText("Took back what was said of tabby cat on IMG_0001.jpg.").waitFor();
  });

  test("the menu of a line rejects a wider word, and takes it back", async () => {
    const right = details(page).getByRole("button", { name: "Right: tabby cat" });
    await right.focus();
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "This is no cat" }).waitFor();
    await eventually(
      async () => (await page.getByRole("menuitem").allTextContents()).map((text) => text.trim()),
      [
        "Show photos",
        "Right",
        "Wrong",
        "This is no cat",
        "This is no animal",
        "Make it a tag",
        "Why?",
      ],
    );
    await expectClean(page, "[role='menu']");
    await page.getByRole("menuitem", { name: "This is no cat" }).press("Enter");

    await notice(page).getByText("Said that IMG_0001.jpg is no cat.").waitFor();
    const wrongCat = details(page).getByRole("button", { name: "Wrong: cat" });
    await eventually(() => wrongCat.getAttribute("aria-pressed"), "true");
    expect(await details(page).getByText("tabby cat").count()).toBe(0);

    await eventually(() => focusedName(page), "Right: cat");
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "Take back" }).press("Enter");
    await details(page).getByText("tabby cat").waitFor();
    await details(page).getByText("Egyptian cat").waitFor();
    await eventually(() => focusedName(page), "Right: tabby cat");
  });

  test("nothing in the page broke a policy or threw", () => {
    expect(problems).toEqual([]);
  });
});

async function expectClean(page: Page, within?: string): Promise<void> {
  const found = await violationsInBothThemes(page, within === undefined ? {} : { within });
  expect(found).toEqual({ light: [], dark: [] });
}
