import { mkdir, rename } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { hasChromium, skipReason } from "./browser.ts";
import { openApp, type App } from "./open-app.ts";
import { addPictures, waitForIndexing } from "./steps.ts";

describe.skipIf(!hasChromium)(`folders in the sidebar${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    page = await app.openPage();
    await addPictures(page);
    await waitForIndexing(page);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  /** How many photos the sidebar says there are. */
  function allPhotos(count: number): Promise<void> {
    return page
      .getByRole("button", { name: `All photos, ${count} photos` })
      .waitFor({ timeout: 20_000 });
  }

  async function choose(action: string): Promise<void> {
    await page.getByRole("button", { name: /^Actions for / }).click();
    await page.getByRole("menuitem", { name: action }).click();
  }

  test("a part of a folder is left out and taken in again", async () => {
    await choose("Leave out…");
    const dialog = page.getByRole("dialog", { name: "Leave out parts of Pictures" });
    await dialog.getByRole("textbox", { name: "Patterns" }).fill("Banana*");
    await dialog.getByRole("button", { name: "Leave out" }).click();
    await page.getByText("1 pattern leaves out parts of Pictures.").first().waitFor();
    await allPhotos(19);

    await choose("Leave out…");
    await dialog.getByRole("textbox", { name: "Patterns" }).fill("");
    await dialog.getByRole("button", { name: "Leave out" }).click();
    await allPhotos(22);
  });

  test("a folder that is away says so, keeps its photos, and is located", async () => {
    const archive = path.join(path.dirname(app.photos), "Archive");
    await mkdir(path.join(archive, "2023"), { recursive: true });
    await rename(app.photos, path.join(archive, "2023", "Holiday"));

    const note = page.getByText("Pictures is offline. Photos, tags and thumbnails are kept.");
    await note.waitFor({ timeout: 20_000 });
    await allPhotos(22);
    await page.getByRole("button", { name: "Locate…" }).click();
    const dialog = page.getByRole("dialog", { name: "Where is Pictures now?" });
    await dialog.getByRole("button", { name: "Archive" }).click();
    await dialog.getByRole("list", { name: "Folders in Archive" }).waitFor();
    await dialog.getByRole("button", { name: "It is here" }).click();
    await dialog
      .getByText(/^The photos of .* are not at .*: 0 of \d+ that were looked for/)
      .waitFor();
    await dialog.getByRole("button", { name: "2023" }).click();
    await dialog.getByRole("list", { name: "Folders in 2023" }).waitFor();
    await dialog.getByRole("button", { name: "Holiday" }).click();
    await dialog.getByRole("list", { name: "Folders in Holiday" }).waitFor();
    await dialog.getByRole("button", { name: "It is here" }).click();

    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Holiday, 22 photos" }).waitFor({ timeout: 20_000 });
    await note.waitFor({ state: "hidden" });
    expect(app.problems).toEqual([]);
  });
});
