import { expect } from "vitest";
import type { Locator, Page } from "playwright-core";

/** Nothing that works waits for so long, also where others have most of the processor. */
const DEADLINE_MS = 40_000;

/** Reads again and again until it is as expected. */
export async function eventually<T>(read: () => Promise<T>, expected: T): Promise<void> {
  await expect.poll(read, { timeout: DEADLINE_MS, interval: 100 }).toEqual(expected);
}

/** The library's grid. */
export function photoGrid(page: Page): Locator {
  return page.getByRole("grid", { name: "Photos", exact: true });
}

export function searchBox(page: Page): Locator {
  return page.getByRole("searchbox", { name: "Search photos" });
}

/** The names of the photos that a grid has on the screen, in order. */
export function photoNames(grid: Locator): Promise<readonly string[]> {
  return grid
    .getByRole("gridcell")
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("aria-label") ?? ""));
}

/** Through the dialog, as a user of the browser host does it. */
export async function addPictures(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Add folder" }).click();
  const dialog = page.getByRole("dialog", { name: "Add folder" });
  await dialog.getByRole("button", { name: "Pictures" }).click();
  await dialog.getByRole("list", { name: "Folders in Pictures" }).waitFor();
  await dialog.getByRole("button", { name: "Add this folder" }).click();
  await dialog.waitFor({ state: "hidden" });
  // A new library asks where tags are kept, and how much of the processor it may take.
  await page
    .getByRole("region", { name: "Your tags" })
    .getByRole("button", { name: "Skip" })
    .click();
  await page.getByRole("region", { name: "Your tags" }).waitFor({ state: "hidden" });
}

/** Until every photo of the fixtures has its labels and its embedding. They are found first: before, nothing is to be done. */
export async function waitForIndexing(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: "All photos, 22 photos" })
    .waitFor({ timeout: DEADLINE_MS });
  await page
    .getByRole("button", { name: "Activity: up to date" })
    .waitFor({ timeout: DEADLINE_MS });
}

/** How many thumbnails are there to be seen. They are decoration to a screen reader: the cell has the name. */
export function shownPictures(grid: Locator): Promise<number> {
  return grid
    .locator("img")
    .evaluateAll(
      (images) => images.filter((image) => (image as HTMLImageElement).naturalWidth > 0).length,
    );
}

/** What has the keyboard, by its label or its text. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return (element?.getAttribute("aria-label") ?? element?.textContent ?? "").trim();
  });
}
