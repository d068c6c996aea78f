import { readFile, rename, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { violations } from "./axe.ts";
import { hasChromium, launchBrowser, skipReason } from "./browser.ts";
import type { App } from "./open-app.ts";
import { openReadyApp } from "./ready-app.ts";
import { eventually, photoGrid, photoNames, searchBox, waitForIndexing } from "./steps.ts";
import { openSyntheticHost } from "./synthetic-host.ts";
import { SyntheticLibrary } from "./synthetic-library.ts";

const built = fileURLToPath(new URL("../../dist/renderer", import.meta.url));
/** Minified, with what it cannot do without. The whole was 833 KB. */
const MOST_FIRST_KB = 600;
const LATE = { timeout: 20_000 };

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

/** The code of a part of the page stays away from the next load on, until it is let come. */
async function holdBack(page: Page, part: string) {
  const asked = Promise.withResolvers<void>();
  const isLet = Promise.withResolvers<void>();
  await page.route(`**/assets/${part}-*.js`, async (route) => {
    asked.resolve();
    await isLet.promise;
    await route.continue();
  });
  return { asked: asked.promise, come: () => isLet.resolve() };
}

describe.skipIf(!hasChromium)(`what comes late, and what is kept${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openReadyApp();
    page = await app.openPage();
    await waitForIndexing(page);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  /** All photos, with nothing over them and the keyboard on the first. */
  async function showAll(): Promise<void> {
    await page.getByRole("button", { name: "Clear search" }).click();
    await searchBox(page).press("Escape");
    await page.getByRole("listbox", { name: "Suggestions" }).waitFor({ state: "detached" });
    await eventually(async () => (await photoGrid(page).getByRole("gridcell").count()) > 15, true);
    await photoGrid(page).getByRole("gridcell").first().click();
  }

  test("the first photos wait for a part of the page alone", async () => {
    const manifest = JSON.parse(
      await readFile(path.join(built, ".vite", "manifest.json"), "utf8"),
    ) as Record<string, Chunk>;
    const first = new Set<string>();
    const add = (name: string): void => {
      const chunk = manifest[name]!;
      if (first.has(chunk.file)) return;
      first.add(chunk.file);
      chunk.imports?.forEach(add);
    };
    for (const [name, { isEntry }] of Object.entries(manifest)) if (isEntry) add(name);

    const sizes = await Promise.all([...first].map((file) => stat(path.join(built, file))));

    expect(first.size).toBeGreaterThan(0);
    const kb = sizes.reduce((sum, { size }) => sum + size, 0) / 1000;
    expect(kb).toBeLessThan(MOST_FIRST_KB);
  });

  test("the tag box comes for the photo that it was asked for, and what was typed before gave no commands", async () => {
    const other = await app.openPage();
    const part = await holdBack(other, "Overlays");
    await other.reload();
    const first = photoGrid(other).getByRole("gridcell").first();
    await first.click();
    const name = await first.getAttribute("aria-label");
    await other.keyboard.press("t");
    await part.asked;
    await other.keyboard.type("is");
    await photoGrid(other).getByRole("gridcell").nth(1).click();
    part.come();

    const box = other.getByRole("dialog", { name: "Add tag" });
    await box.getByText(`Tag ${name}`).waitFor();
    expect(await other.getByRole("complementary", { name: "Details" }).count()).toBe(0);
    expect(await other.getByRole("grid", { name: "Similar to" }).count()).toBe(0);
    await other.context().close();
  });

  test("filters that come late have the keyboard when they are there", async () => {
    const other = await app.openPage();
    const part = await holdBack(other, "FilterPanel");
    await other.reload();
    await photoGrid(other).getByRole("gridcell").first().click();
    await other.keyboard.press("\\");
    await part.asked;
    // Drawn at least once without them.
    await other.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    part.come();

    const filters = other.getByRole("complementary", { name: "Filters" });
    await filters.waitFor();
    const hasKeyboard = () =>
      filters.evaluate((element) => element.contains(document.activeElement));
    await eventually(hasKeyboard, true);
    await other.keyboard.press("\\");
    await filters.waitFor({ state: "detached" });
    await other.context().close();
  });

  test("a part that cannot be had is a sentence, and is there with the next try", async () => {
    const other = await app.openPage();
    let isRefused = true;
    await other.route("**/assets/PageHost-*.js", (route) =>
      isRefused ? route.abort() : route.continue(),
    );
    await other.reload();
    await photoGrid(other).getByRole("gridcell").first().waitFor();
    await other.keyboard.press("Control+,");
    const again = other.getByRole("button", { name: "Try again" });
    await again.waitFor();
    isRefused = false;
    await again.press("Enter");

    await other.getByRole("region", { name: "Settings" }).waitFor();
    await other.context().close();
    // The browser itself tells of what it did not get.
    const told = (app.problems as string[]).splice(0);
    expect(told.filter((problem) => !/ERR_FAILED|PageHost/.test(problem))).toEqual([]);
  });

  test("words that are typed are offered as a part of names, and letters that match stand out", async () => {
    await searchBox(page).fill("banana");
    const words = page.getByRole("option", { name: "names containing banana, Words" });
    await words.waitFor();
    expect(await words.locator("b").innerText()).toBe("banana");
    await words.click();

    await page.getByRole("button", { name: "Edit name: banana" }).waitFor();
    await showAll();
  });

  test("one selected photo offers its likeness as an order, which shows what is similar to it", async () => {
    await photoGrid(page).getByRole("gridcell", { name: "Banana_005.jpg" }).click();
    await page.getByRole("button", { name: /^Sort:/ }).press("Enter");
    await page.getByRole("menuitem", { name: "Similarity to Banana_005.jpg" }).press("Enter");

    const similar = page.getByRole("grid", { name: "Similar to Banana_005.jpg" });
    await similar.getByRole("gridcell").first().waitFor();
    await page.keyboard.press("Escape");
    await similar.waitFor({ state: "detached" });
  });

  test("a page is where it was left when it is gone back to", async () => {
    await page.setViewportSize({ width: 1024, height: 520 });
    await page.keyboard.press("Control+,");
    const settings = page.getByRole("region", { name: "Settings" });
    await settings.getByRole("tab", { name: "Keys" }).click();
    const keys = settings.locator("[data-scroll-place=keys]");
    await keys.getByText("Undo").first().waitFor();
    await keys.hover();
    await page.mouse.wheel(0, 300);
    const scrolled = () => keys.evaluate((part) => part.scrollTop);
    await eventually(scrolled, 300);

    await page.keyboard.press("Alt+ArrowLeft");
    await settings.waitFor({ state: "detached" });
    await page.keyboard.press("Alt+ArrowRight");
    await settings.waitFor();

    await eventually(scrolled, 300);
    await page.keyboard.press("Escape");
    await settings.waitFor({ state: "detached" });
  });

  test("the toast leaves the strip of photos free", async () => {
    await page.setViewportSize({ width: 1024, height: 700 });
    await photoGrid(page).getByRole("gridcell").first().click();
    await page.keyboard.press("k");
    await page.getByRole("region", { name: "Culling" }).waitFor();
    await page.keyboard.press("4");
    await page.keyboard.press("Control+z");
    const toast = page.getByRole("region", { name: "Notice" });
    await toast.waitFor();

    const strip = await page.getByRole("listbox", { name: "Burst" }).boundingBox();
    await eventually(async () => {
      const box = (await toast.boundingBox())!;
      return box.y + box.height < strip!.y;
    }, true);
    await page.keyboard.press("Escape");
    await photoGrid(page).waitFor();
  });

  test("one missing photo is linked to a file by keyboard, to a different picture only when asked twice, and undo takes it back", async () => {
    await searchBox(page).fill("name:Banana_005");
    await searchBox(page).press("Enter");
    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 1);
    await photoGrid(page).getByRole("gridcell").click();
    await page.keyboard.press("5");
    await showAll();
    const file = path.join(app.photos, "grocery", "Banana_005.jpg");
    await rename(file, path.join(path.dirname(app.photos), "away.jpg"));
    await page.getByRole("button", { name: "Missing, 1 photo" }).click(LATE);
    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 1);
    await photoGrid(page).getByRole("gridcell").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Locate…" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Which file is Banana_005.jpg now?" });
    await dialog.getByRole("button", { name: "Pictures" }).press("Enter");
    await dialog.getByRole("button", { name: "grocery" }).press("Enter");

    await dialog.getByRole("button", { name: "Pomegranate_007.jpg" }).press("Enter");
    expect(await violations(page, { within: "[role=dialog]" })).toEqual([]);
    await dialog.getByRole("button", { name: "It is this file" }).press("Enter");
    await dialog.getByRole("alert").getByText("This is a different picture.").waitFor();
    await dialog.getByRole("button", { name: "Link it anyway" }).press("Enter");

    const notice = page.getByRole("region", { name: "Notice" });
    await notice.getByText("Banana_005.jpg is linked to its file.").waitFor();
    await showAll();
    await searchBox(page).fill("rating:5");
    await searchBox(page).press("Enter");
    await eventually(() => photoNames(photoGrid(page)), ["Pomegranate_007.jpg"]);
    await photoGrid(page).getByRole("gridcell").first().click();
    await page.keyboard.press("Control+z");
    await page.getByRole("button", { name: "Missing, 1 photo" }).waitFor(LATE);
    expect(app.problems).toEqual([]);
  });
});

describe.skipIf(!hasChromium)(`images that are given up${skipReason}`, () => {
  test("they leave nothing behind in the page's memory", async () => {
    await using host = await openSyntheticHost(new SyntheticLibrary(4_000), built);
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.route("**/thumbnail/**", () => new Promise(() => {}));
      await page.goto(host.url);
      const cells = photoGrid(page).getByRole("gridcell");
      await cells.locator("img").first().waitFor({ state: "attached" });
      await page.evaluate(() => {
        const images = [...document.querySelectorAll("[role=grid] img")];
        Object.assign(window, { given: images.map((image) => new WeakRef(image)) });
      });
      const kept = () =>
        page.evaluate(() => {
          const { given } = window as unknown as { given: readonly WeakRef<Element>[] };
          return given.filter((image) => image.deref() !== undefined).length;
        });
      expect(await kept()).toBeGreaterThan(5);
      await cells.first().click();

      await page.keyboard.press("Control+End");
      await photoGrid(page).getByRole("gridcell", { name: "IMG_4000.jpg" }).waitFor();

      const session = await page.context().newCDPSession(page);
      await eventually(async () => {
        await session.send("HeapProfiler.collectGarbage");
        return kept();
      }, 0);
    } finally {
      await browser.close();
    }
  });
});
