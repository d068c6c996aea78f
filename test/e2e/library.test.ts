import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { hasChromium, skipReason } from "./browser.ts";
import { openApp, type App } from "./open-app.ts";
import {
  addPictures,
  eventually,
  photoGrid,
  photoNames,
  searchBox,
  shownPictures,
  waitForIndexing,
} from "./steps.ts";

/** Tall enough for the grid to hold all 22 photos in the page. */
const TALL = { viewport: { width: 1440, height: 1400 } };

describe.skipIf(!hasChromium)(`a library in the browser${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    page = await app.openPage(TALL);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test("an empty library asks for a folder, and the grid fills when it has one", async () => {
    await page.getByRole("heading", { name: "Where are your photos?" }).waitFor();

    await addPictures(page);

    await photoGrid(page).waitFor();
    await waitForIndexing(page);
    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 22);
    await eventually(() => shownPictures(photoGrid(page)), 22);
  });

  test("the token is no longer in the address, and a reload still works", async () => {
    expect(page.url()).not.toContain("token");

    await page.reload();

    await photoGrid(page).waitFor();
  });

  test("right-click, Find similar shows what is alike, and the list ends where likeness does", async () => {
    await photoGrid(page)
      .getByRole("gridcell", { name: "Banana_005.jpg" })
      .click({ button: "right" });
    await page.getByRole("menuitem", { name: "Find similar", exact: true }).click();

    const results = page.getByRole("grid", { name: "Similar to Banana_005.jpg" });
    await results.waitFor();
    await results.getByRole("gridcell").first().waitFor();
    const names = await photoNames(results);
    expect(names).not.toContain("Banana_005.jpg");
    expect(names[0]).toMatch(/^Banana_/);
    expect(names.length).toBeLessThan(10);

    await page.keyboard.press("Escape");
    await results.waitFor({ state: "hidden" });
  });

  test("a search for a label shows the photos that the model is sure about", async () => {
    await searchBox(page).fill("label:banana");
    await searchBox(page).press("Enter");

    await page.getByRole("button", { name: "Edit label: banana" }).waitFor();
    // The chip is there at once; the grid keeps the whole library until the answer comes.
    await expect.poll(async () => (await photoNames(photoGrid(page))).length).toBeLessThan(22);
    expect((await photoNames(photoGrid(page))).join()).toContain("Banana");
  });

  test("a search that is not valid says which word and what it needs", async () => {
    await searchBox(page).fill("rating:>=9");
    await searchBox(page).press("Enter");

    const sentence = "“rating:>=9” needs a number from 0 to 5.";
    await eventually(() => page.locator("[data-spoken] p").textContent(), sentence);
    await page.locator(".popup").getByText(sentence).waitFor();
    await page.getByRole("button", { name: "Clear search" }).click();
    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 22);
  });

  test("a tag added in the details is found, and Undo takes it back", async () => {
    await photoGrid(page).getByRole("gridcell", { name: "bee.jpg" }).click();
    await page.getByRole("button", { name: "Details", exact: true }).click();
    const details = page.getByRole("complementary", { name: "Details" });
    await details.getByRole("heading", { name: "bee.jpg" }).waitFor();
    await details.getByRole("textbox", { name: "Add tag" }).fill("Garden/Insects");
    await details.getByRole("textbox", { name: "Add tag" }).press("Enter");
    await details.getByRole("button", { name: "Remove tag Garden/Insects" }).waitFor();

    await searchBox(page).fill("tag:garden");
    await searchBox(page).press("Enter");
    await eventually(() => photoNames(photoGrid(page)), ["bee.jpg"]);

    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("No photos match this search.").waitFor();
    await page.getByRole("button", { name: "Show all photos" }).click();
    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 22);
    await page.getByRole("button", { name: "Details", exact: true }).click();
  });

  test("several selected photos get a tag at once", async () => {
    await photoGrid(page).getByRole("gridcell", { name: "Orange_001.jpg" }).click();
    await photoGrid(page)
      .getByRole("gridcell", { name: "Orange_006.jpg" })
      .click({ modifiers: ["ControlOrMeta"] });
    await page.getByText("2 selected", { exact: true }).waitFor();

    await page.getByRole("button", { name: "Add tag" }).click();
    await page.getByRole("textbox", { name: "Add tag" }).fill("fruit bowl");
    await page.getByRole("textbox", { name: "Add tag" }).press("Enter");

    await page
      .getByRole("region", { name: "Notice" })
      .getByText("Tagged 2 photos with fruit bowl.")
      .waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("treeitem", { name: "fruit bowl, 2 photos" }).click();
    await eventually(
      async () => (await photoNames(photoGrid(page))).toSorted(),
      ["Orange_001.jpg", "Orange_006.jpg"],
    );
  });

  test("tags are there after a restart", async () => {
    await app.restart();
    page = await app.openPage(TALL);

    await page.getByRole("treeitem", { name: "fruit bowl, 2 photos" }).click();

    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 2);
  });

  test("rows are the same at every height of the window, whether they leave something to scroll or not", async () => {
    await page.getByRole("button", { name: "All photos, 22 photos" }).click();
    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 22);
    const first = photoGrid(page).getByRole("gridcell").first();
    const widths = new Set<number>();
    for (let height = 900; height <= 1_800; height += 60) {
      await page.setViewportSize({ width: 1440, height });
      await eventually(
        async () => (await photoGrid(page).boundingBox())!.height > height - 100,
        true,
      );
      widths.add(Math.round((await first.boundingBox())!.width));
    }

    expect([...widths]).toHaveLength(1);
  });

  test("nothing in the page broke a policy or threw", () => {
    expect(app.problems).toEqual([]);
  });
});
