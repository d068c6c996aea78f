import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { FIXTURES } from "../support/fixtures.ts";
import { violations } from "./axe.ts";
import { hasChromium, skipReason } from "./browser.ts";
import { openApp, type App } from "./open-app.ts";
import {
  addPictures,
  eventually,
  focusedName,
  photoGrid,
  photoNames,
  searchBox,
  waitForIndexing,
} from "./steps.ts";

const BANANA = "Banana_005.jpg";
const ORANGE = "Orange_001.jpg";

describe.skipIf(!hasChromium)(`similar photos, refined${skipReason}`, () => {
  let app: App;
  let page: Page;
  const results = (name: string) =>
    page.getByRole("grid", { name: `Similar to ${name}`, exact: true });
  const pane = () => page.getByRole("region", { name: /^Similar to/ });
  const well = (name: string) => pane().getByRole("group", { name, exact: true });
  const status = () => page.getByRole("status").last().textContent();
  const bands = (name: string) => results(name).getByRole("rowheader").allTextContents();
  const depth = () => pane().getByRole("slider", { name: "Depth" });

  beforeAll(async () => {
    app = await openApp();
    page = await app.openPage({ viewport: { width: 1600, height: 1400 } });
    await addPictures(page);
    await waitForIndexing(page);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  async function open(name: string): Promise<void> {
    await photoGrid(page).getByRole("gridcell", { name }).click();
    await page.keyboard.press("s");
    await results(name).getByRole("gridcell").first().waitFor();
    await eventually(async () => (await focusedName(page)) !== name, true);
  }

  async function close(): Promise<void> {
    await pane().getByRole("button", { name: "Close similar photos" }).click();
    await pane().waitFor({ state: "hidden" });
  }

  test("results have headings that count them, the end is marked, and more can be asked for", async () => {
    await open(BANANA);

    const [first] = await bands(BANANA);
    expect(first).toMatch(/^(Same shot|Very similar|Related)/);
    await results(BANANA).getByText("The rest are no more alike than chance.").waitFor();
    await eventually(
      status,
      expect.stringMatching(/^Similar to Banana_005.jpg: \d+ same shot/) as unknown as string,
    );
    const shown = (await photoNames(results(BANANA))).length;

    await pane().getByRole("button", { name: "Show the next 100 anyway" }).click();
    await results(BANANA).getByRole("rowheader", { name: "Beyond likeness" }).waitFor();
    await eventually(async () => (await photoNames(results(BANANA))).length, 21);
    expect(shown).toBeLessThan(21);
  });

  test("Mod+Shift+A selects all of a band, and its button does", async () => {
    const heading = results(BANANA).getByRole("rowheader", { name: "Beyond likeness" });
    const select = heading.getByRole("button");
    await select.focus();
    await page.keyboard.press("Enter");
    const chosen = async () =>
      (await results(BANANA).getByRole("gridcell", { selected: true }).count()) > 1;
    await eventually(chosen, true);
    expect(await select.getAttribute("aria-pressed")).toBe("true");

    await page.keyboard.press("Enter");
    await eventually(chosen, false);
    await results(BANANA).getByRole("gridcell").last().click();
    await page.keyboard.press("Control+Shift+a");
    await eventually(chosen, true);
    await eventually(() => select.getAttribute("aria-pressed"), "true");
    await page.keyboard.press("Control+d");
    await eventually(chosen, false);
  });

  test("M and Shift+M add examples, a weight is chosen, and they go again", async () => {
    await photoGrid(page).getByRole("gridcell", { name: ORANGE }).click();
    await page.keyboard.press("m");
    await results(`${BANANA} and 1 more`).waitFor();
    await well("More like this").getByRole("img", { name: ORANGE }).waitFor();

    await page.keyboard.press("Shift+M");
    await results(BANANA).waitFor();
    await well("Less like this").getByRole("img", { name: ORANGE }).waitFor();
    await eventually(
      status,
      expect.stringMatching(/^1 more, 1 less\. \d+ photo/) as unknown as string,
    );
    await pane()
      .getByRole("button", { name: `Weight of ${ORANGE}, 1 time`, exact: true })
      .click();
    await page.getByRole("menuitemradio", { name: "3×" }).click();
    await pane()
      .getByRole("button", { name: `Weight of ${ORANGE}, 3 times` })
      .waitFor();
    await pane()
      .getByRole("button", { name: `Remove ${ORANGE} from the examples` })
      .click();
    await well("Less like this").getByText("Drop photos that are wrong here.").waitFor();
    // Something has to be left to be like.
    expect(
      await pane()
        .getByRole("button", { name: /^Remove/ })
        .count(),
    ).toBe(0);
  });

  test("photos are dragged into the wells", async () => {
    await photoGrid(page).getByRole("gridcell", { name: ORANGE }).dragTo(well("Less like this"));

    await well("Less like this").getByRole("img", { name: ORANGE }).waitFor();
    await well("Less like this")
      .getByRole("button", { name: /^Weight/ })
      .click({ button: "right" });
    await page.getByRole("menuitem", { name: "Swap to more like this" }).click();
    await results(`${BANANA} and 1 more`).waitFor();
    await close();
  });

  test("several selected photos are examples of equal weight", async () => {
    await photoGrid(page).getByRole("gridcell", { name: BANANA }).click();
    await photoGrid(page)
      .getByRole("gridcell", { name: ORANGE })
      .click({ modifiers: ["Control"] });
    await page.keyboard.press("s");

    await well("More like this").getByRole("img").nth(1).waitFor();
    expect(
      await well("More like this")
        .getByRole("button", { name: /^Weight.*1 time$/ })
        .count(),
    ).toBe(2);
    await close();
  });

  test("the depth goes by keys and by its slider, and says what it is", async () => {
    await open(BANANA);
    expect(await depth().getAttribute("aria-valuetext")).toBe("Means the same");

    for (let press = 0; press < 5; press++) await page.keyboard.press(",");
    await eventually(() => depth().getAttribute("aria-valuetext"), "Both");
    await page.keyboard.press(".");
    await eventually(() => depth().getAttribute("aria-valuetext"), "Mostly meaning");
    await depth().press("Home");
    await eventually(() => depth().getAttribute("aria-valuetext"), "Looks like");
    await results(BANANA).getByRole("gridcell").first().waitFor();
  });

  test("a part of the photo is chosen by keys, and the tray shows it", async () => {
    await results(BANANA).getByRole("gridcell").first().focus();
    await page.keyboard.press("r");
    const dialog = page.getByRole("dialog", { name: `Search a part of ${BANANA}` });
    await dialog.getByRole("application").waitFor();
    await eventually(
      () => focusedName(page),
      "The part: 25 % from the left, 25 % from the top, 50 % wide, 50 % high",
    );
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    await eventually(() => dialog.getByRole("spinbutton", { name: "Left" }).inputValue(), "26");
    await dialog.getByRole("spinbutton", { name: "Width" }).fill("30");
    expect(await violations(page, { within: "[role=dialog]" })).toEqual([]);
    await dialog.getByRole("button", { name: "Search this part" }).click();

    await well("More like this")
      .getByRole("img", { name: `${BANANA}, a part of it` })
      .waitFor();
    await results(BANANA).getByRole("gridcell").first().waitFor();
  });

  test("the search box narrows the list, and the library keeps its own search", async () => {
    await depth().press("End");
    await pane().getByRole("button", { name: "Region" }).click();
    await page.getByRole("button", { name: "Search the whole photo" }).click();
    expect(await searchBox(page).getAttribute("placeholder")).toBe("Search within similar photos");
    await searchBox(page).fill("Banana_013");
    await eventually(() => photoNames(results(BANANA)), ["Banana_013.jpg"]);
    await photoGrid(page).getByRole("gridcell", { name: ORANGE }).waitFor();

    await searchBox(page).fill("Orange_nowhere");
    await pane().getByText("Nothing similar among what this search finds.").waitFor();
    await pane().getByRole("button", { name: "Search all photos" }).click();
    await results(BANANA).getByRole("gridcell", { name: "Banana_018.jpg" }).waitFor();
  });

  test("Back and Forward walk the chain, and each question is as it was left", async () => {
    await searchBox(page).fill("Banana_013");
    await eventually(() => photoNames(results(BANANA)), ["Banana_013.jpg"]);
    await results(BANANA).getByRole("gridcell", { name: "Banana_013.jpg" }).click();
    await page.keyboard.press("s");
    await results("Banana_013.jpg").getByRole("gridcell").first().waitFor();
    expect(await searchBox(page).inputValue()).toBe("");
    await pane()
      .getByRole("button", { name: `Back to ${BANANA}` })
      .waitFor();

    await page.keyboard.press("Alt+ArrowLeft");
    await results(BANANA).waitFor();
    await eventually(() => searchBox(page).inputValue(), "Banana_013");
    await eventually(() => focusedName(page), "Banana_013.jpg");
    await page.keyboard.press("Alt+ArrowLeft");
    await pane().waitFor({ state: "hidden" });
    await eventually(() => searchBox(page).inputValue(), "");
    await page.keyboard.press("Alt+ArrowRight");
    await results(BANANA).waitFor();
    await page.keyboard.press("Alt+ArrowRight");
    await results("Banana_013.jpg").waitFor();
    await close();
  });

  test("a picture from outside is an example with a note", async () => {
    await open(BANANA);
    const bytes = await readFile(path.join(FIXTURES, "grocery", ORANGE));
    await pane()
      .getByLabel("More like a picture from a file…")
      .setInputFiles({ name: "outside.jpg", mimeType: "image/jpeg", buffer: bytes });

    await well("More like this").getByRole("img", { name: "outside.jpg" }).waitFor();
    await pane().getByText("From outside, not in your library.").waitFor();
  });

  test("the pane has no violation, and nothing broke a policy or threw", async () => {
    expect(await violations(page, { within: "main" })).toEqual([]);
    expect(app.problems).toEqual([]);
  });
});
