import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Locator, Page } from "playwright-core";
import { violationsInBothThemes } from "./axe.ts";
import { hasChromium, skipReason } from "./browser.ts";
import { openApp, type App } from "./open-app.ts";
import { addPictures, eventually, photoGrid, photoNames, searchBox } from "./steps.ts";

const SIZE = { width: 1200, height: 800 };
/** Newest first, as the grid shows them. The third one is of another camera. */
const NAMES = ["burst-5.jpg", "burst-4.jpg", "burst-3.jpg", "burst-2.jpg", "burst-1.jpg"];

describe.skipIf(!hasChromium)(`photos are compared and culled${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    for (const at of [1, 2, 3, 4, 5]) await writeShot(app.photos, at);
    page = await app.openPage();
    await page.getByRole("heading", { name: "Where are your photos?" }).waitFor();
    await addPictures(page);
    await page.getByRole("button", { name: "All photos, 27 photos" }).waitFor();
    await page.getByRole("button", { name: "Activity: up to date" }).waitFor({ timeout: 60_000 });
    await search("name:burst");
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const cells = () => photoGrid(page).getByRole("gridcell");
  const compare = () => page.getByRole("dialog", { name: "Compare" });
  const survey = () => page.getByRole("dialog", { name: "Survey" });
  const culling = () => page.getByRole("region", { name: "Culling" });
  const counts = () => culling().locator("[data-counts]").textContent();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));

  async function search(query: string): Promise<void> {
    await searchBox(page).fill(query);
    await searchBox(page).press("Enter");
  }

  async function selectTwo(): Promise<void> {
    await eventually(() => photoNames(photoGrid(page)), NAMES);
    await cells().first().click();
    await cells()
      .nth(1)
      .click({ modifiers: ["Shift"] });
  }

  /** Where each pane draws its picture, and how large. */
  function drawn(): Promise<readonly string[]> {
    return compare()
      .locator("[data-picture]")
      .evaluateAll((pictures) =>
        pictures.map((picture) => {
          const { transform, width } = (picture as HTMLElement).style;
          return `${width} ${transform}`;
        }),
      );
  }

  async function axe(view: Locator): Promise<void> {
    await view.waitFor();
    // What comes after it is worth knowing as well.
    expect
      .soft(await violationsInBothThemes(page, { within: "[data-viewer]" }))
      .toEqual({ light: [], dark: [] });
  }

  test("C shows the selected photos side by side, and while zoom is locked all show the same part", async () => {
    await selectTwo();
    await page.keyboard.press("c");
    await axe(compare());

    await page.keyboard.press("z");
    await eventually(
      async () => (await drawn()).filter((one) => one.startsWith("1200px")).length,
      2,
    );
    const [before] = await drawn();
    await page.keyboard.press("Shift+ArrowRight");
    await eventually(async () => (await drawn())[0] !== before, true);
    const [first, second] = await drawn();
    expect(second).toBe(first);

    await compare().getByRole("switch", { name: "Lock zoom" }).click();
    await compare().getByRole("button", { name: "Zoom out" }).click();
    await eventually(async () => new Set(await drawn()).size, 2);
  });

  test("arrows choose the active photo, which alone gets marks; Esc goes back to it in the grid", async () => {
    const panes = compare().getByRole("option");
    await panes.first().focus();
    await page.keyboard.press("ArrowRight");
    await eventually(focused, "burst-4.jpg, 2 of 2");
    await page.keyboard.press("4");
    await page.keyboard.press("p");
    await eventually(focused, "burst-4.jpg, 2 of 2, picked, 4 stars");
    expect(await panes.first().getAttribute("aria-label")).toBe("burst-5.jpg, 1 of 2");

    await compare().getByRole("button", { name: "Swap" }).click();
    await eventually(
      () => panes.first().getAttribute("aria-label"),
      "burst-4.jpg, 1 of 2, picked, 4 stars",
    );
    await page.keyboard.press("Escape");
    await compare().waitFor({ state: "hidden" });
    await eventually(focused, "burst-4.jpg");
    expect(await cells().and(page.locator("[aria-selected='true']")).count()).toBe(2);
  });

  test("N shows up to twelve photos whole; more than four are too many to compare", async () => {
    await page.keyboard.press("Control+a");
    await page.keyboard.press("c");
    await page.getByText("Select 2 to 4 photos to compare them.").first().waitFor();
    await page.keyboard.press("n");
    await axe(survey());

    await eventually(() => survey().getByRole("option").count(), 5);
    await page.keyboard.press("Escape");
    await survey().waitFor({ state: "hidden" });
  });

  test("K goes through the photos: marks go on to the next, ↑ ↓ stay in the burst, undo brings a photo back", async () => {
    await cells().first().click();
    await page.keyboard.press("k");
    await axe(culling());
    await eventually(counts, "1 of 5 · 1 pick · 0 out");
    const burst = culling().getByRole("listbox", { name: "Burst" }).getByRole("option");
    await eventually(() => burst.count(), 4);

    await page.keyboard.press("Shift+X");
    await eventually(counts, "2 of 5 · 1 pick · 1 out");
    await page
      .getByRole("status")
      .filter({ hasText: "Rejected. 2 of 5." })
      .waitFor({ state: "attached" });
    await page.keyboard.press("ArrowDown");
    await eventually(counts, "4 of 5 · 1 pick · 1 out");
    await page.keyboard.press("ArrowUp");
    await eventually(counts, "2 of 5 · 1 pick · 1 out");

    await page.keyboard.press("Control+z");
    await eventually(counts, "1 of 5 · 1 pick · 0 out");
    expect(await burst.first().getAttribute("aria-label")).toBe("burst-5.jpg, 1 of 5");
  });

  test("after the last photo a summary says what came of it, and ← goes back to that photo", async () => {
    for (const mark of ["Shift+P", "Shift+P", "Shift+P", "Shift+X", "Shift+X"]) {
      await page.keyboard.press(mark);
    }
    const end = culling().getByRole("region", { name: "You have seen all 5 photos." });
    await axe(end);
    expect(await end.locator("[data-picks]").textContent()).toBe("3");
    expect(await end.locator("[data-rejects]").textContent()).toBe("2");

    await page.keyboard.press("ArrowLeft");
    await eventually(counts, "5 of 5 · 3 picks · 2 out");
    await page.keyboard.press("ArrowRight");
    await end.waitFor();
  });

  test("the rejects can be moved to the trash, and the picks be shown", async () => {
    await culling().getByRole("button", { name: "Move rejects to trash" }).click();
    const dialog = page.getByRole("dialog", { name: "Move 2 photos to the trash?" });
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });

    await culling().getByRole("button", { name: "Show picks" }).click();
    await culling().waitFor({ state: "hidden" });
    await eventually(() => photoNames(photoGrid(page)), NAMES.slice(0, 3));
  });

  test("a photo that leaves the query with its mark stays in the culling", async () => {
    await page.getByRole("button", { name: "All photos, 27 photos" }).click();
    await search("name:burst flag:reject");
    await eventually(() => photoNames(photoGrid(page)), NAMES.slice(3));
    await cells().first().click();
    await page.keyboard.press("k");
    await eventually(counts, "1 of 2 · 0 picks · 2 out");
    await page.keyboard.press("Shift+P");
    await eventually(counts, "2 of 2 · 1 pick · 1 out");
    await page.keyboard.press("ArrowLeft");
    await eventually(counts, "1 of 2 · 1 pick · 1 out");
    await page.keyboard.press("Escape");
    await culling().waitFor({ state: "hidden" });
    await eventually(() => photoNames(photoGrid(page)), NAMES.slice(4));
  });

  test("nothing that a page may not do was tried", () => {
    expect(app.problems).toEqual([]);
  });
});

/** The n-th photo of a burst, one a second. */
async function writeShot(folder: string, at: number): Promise<void> {
  const background = { r: 40 * at, g: 120, b: 200 - 30 * at };
  await sharp({ create: { ...SIZE, channels: 3, background } })
    .withExif({
      IFD0: { Model: at === 3 ? "Owl" : "Fox" },
      IFD2: { DateTimeOriginal: `2030:05:14 18:03:0${at}`, ExposureTime: "1/250" },
    })
    .jpeg()
    .toFile(join(folder, `burst-${at}.jpg`));
}
