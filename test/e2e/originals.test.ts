import { existsSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { hasChromium, skipReason } from "./browser.ts";
import type { App } from "./open-app.ts";
import { openReadyApp } from "./ready-app.ts";
import { eventually, photoGrid, waitForIndexing } from "./steps.ts";

describe.skipIf(!hasChromium)(`the files themselves${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openReadyApp();
    await mkdir(path.join(path.dirname(app.photos), "Prints"));
    page = await app.openPage();
    await waitForIndexing(page);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test("copies are exported with the keyboard alone, in the size and format that was asked for", async () => {
    await photoGrid(page).getByRole("gridcell", { name: "Banana_005.jpg" }).click();

    await page.keyboard.press("Shift+Control+E");
    const dialog = page.getByRole("dialog", { name: "Export Banana_005.jpg" });
    await dialog.getByLabel("Format").focus();
    await page.keyboard.type("WebP");
    await page.keyboard.press("Tab");
    await page.keyboard.type("1,024");
    await dialog.getByRole("button", { name: "Choose folder…" }).press("Enter");
    await dialog.getByRole("button", { name: "Prints" }).press("Enter");
    await dialog.getByRole("list", { name: "Folders in Prints" }).waitFor();
    await dialog.getByRole("button", { name: "Export here" }).press("Enter");

    await page.getByText("1 copy written to Prints.").first().waitFor();
    await dialog.waitFor({ state: "hidden" });
    const copy = path.join(path.dirname(app.photos), "Prints", "Banana_005.webp");
    expect(await sharp(copy).metadata()).toMatchObject({ format: "webp" });
    expect(await page.evaluate("document.activeElement?.getAttribute('aria-label')")).toBe(
      "Banana_005.jpg",
    );
  });

  test("copies into the library are refused with the reason, and the choice stays open", async () => {
    await photoGrid(page).getByRole("gridcell", { name: "Banana_005.jpg" }).click({
      button: "right",
    });
    await page.getByRole("menuitem", { name: "Export copies…" }).click();
    const dialog = page.getByRole("dialog", { name: "Export Banana_005.jpg" });
    await dialog.getByRole("button", { name: "Choose folder…" }).click();
    await dialog.getByRole("button", { name: "Pictures" }).click();
    await dialog.getByRole("list", { name: "Folders in Pictures" }).waitFor();
    await dialog.getByRole("button", { name: "Export here" }).click();

    await dialog.getByRole("alert").waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  });

  test("Delete asks, says what happens to the tags, and moves the file to the system's trash", async () => {
    const cell = photoGrid(page).getByRole("gridcell", { name: "Banana_005.jpg" });
    await cell.click();
    const file = path.join(app.photos, "grocery", "Banana_005.jpg");

    await page.keyboard.press("Delete");
    const dialog = page.getByRole("dialog", { name: "Move Banana_005.jpg to the trash?" });
    await dialog.getByText(/Tags, ratings and captions stay here/).waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(existsSync(file)).toBe(true);

    await page.keyboard.press("Delete");
    await dialog.getByRole("button", { name: "Move to trash" }).press("Enter");

    await cell.waitFor({ state: "detached" });
    expect(existsSync(file)).toBe(false);
    await eventually(() => page.getByRole("button", { name: "All photos, 21 photos" }).count(), 1);
    const trash = path.join(path.dirname(app.photos), ".local", "share", "Trash", "files");
    if (process.platform === "linux") expect(await readdir(trash)).toHaveLength(1);
  });

  test("nothing was reported to the console", () => {
    expect(app.problems).toEqual([]);
  });
});
