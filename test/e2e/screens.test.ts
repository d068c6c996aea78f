import { readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, skipReason } from "./browser.ts";
import { openApp, type App } from "./open-app.ts";
import { compareScreens, writeContactSheet } from "./screens.ts";
import { addPictures, photoGrid, waitForIndexing } from "./steps.ts";

/** Of fixtures that do not say when they were taken, in seconds; each a minute later, so that their order is told. */
const FILE_TIME_S = Date.parse("2025-06-01T12:00:00Z") / 1000;

/** Each begins where the one before ended. */
const views: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  library: async (page) => {
    await photoGrid(page).getByRole("gridcell").first().waitFor();
    // A window begins where the one before was.
    await photoGrid(page).evaluate((grid) => grid.scrollTo(0, 0));
    await page.locator("[role='gridcell'][data-index='0'] img").waitFor();
  },
  filters: async (page) => {
    await photoGrid(page).getByRole("gridcell").first().click();
    await page.keyboard.press("\\");
    await page.getByRole("complementary", { name: "Filters" }).waitFor();
    await page.getByRole("listbox", { name: "Taken", exact: true }).waitFor();
  },
  similar: async (page) => {
    await page.keyboard.press("\\");
    await page.getByRole("complementary", { name: "Filters" }).waitFor({ state: "hidden" });
    await photoGrid(page).getByRole("gridcell", { name: "Banana_005.jpg" }).click();
    await page.keyboard.press("s");
    await page.getByRole("grid", { name: "Similar to" }).getByRole("gridcell").first().waitFor();
  },
  viewer: async (page) => {
    await page.keyboard.press("Escape");
    await photoGrid(page).getByRole("gridcell", { name: "Banana_005.jpg" }).click();
    await page.keyboard.press("Enter");
    const viewer = page.getByRole("dialog", { name: "Viewer" });
    await viewer.locator("img[data-front='true'][src*='/preview/']").waitFor();
    // Away from what shows itself to a pointer.
    await page.mouse.move(0, 0);
  },
  labels: async (page) => {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Viewer" }).waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Labels", exact: true }).click();
    await page.getByRole("button", { name: /^Food, 4 photos/ }).waitFor();
  },
  settings: async (page) => {
    await page.keyboard.press("Control+,");
    await page.getByRole("tab", { name: "Folders" }).click();
    await page.getByRole("tabpanel").getByText("Pictures").first().waitFor();
  },
};

describe.skipIf(!hasChromium)(`how the main views look${skipReason}`, () => {
  let app: App;

  beforeAll(async () => {
    app = await openApp();
    const names = (await readdir(app.photos, { recursive: true })).sort();
    for (const [at, name] of names.entries()) {
      await utimes(join(app.photos, name), FILE_TIME_S + 60 * at, FILE_TIME_S + 60 * at);
    }
    const page = await app.openPage();
    await addPictures(page);
    await waitForIndexing(page);
    await page.close();
  });
  afterAll(async () => {
    await writeContactSheet();
    await app[Symbol.asyncDispose]();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`as they are kept, ${colorScheme}`, async () => {
      const page = await app.openPage({ colorScheme, viewport: { width: 1440, height: 900 } });
      const differing: string[] = [];
      for (const [view, open] of Object.entries(views)) {
        await open(page);
        differing.push(...(await compareScreens(page, `${view}-${colorScheme}`)));
      }

      expect(differing).toEqual([]);
    });
  }
});
