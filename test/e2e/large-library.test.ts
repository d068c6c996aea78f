import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { buildRenderer } from "../../build/build-renderer.ts";
import { isStale } from "../../electron/browser-host/renderer-folder.ts";
import { hasChromium, launchBrowser, skipReason } from "./browser.ts";
import { openPage } from "./open-app.ts";
import { eventually, focusedName, photoGrid } from "./steps.ts";
import { openSyntheticHost, type SyntheticHost } from "./synthetic-host.ts";
import { SyntheticLibrary } from "./synthetic-library.ts";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const built = fileURLToPath(new URL("../../dist/renderer", import.meta.url));
/** At the default size some 21 million px tall: more than one spacer may be. */
const COUNT = 400_000;

describe.skipIf(!hasChromium)(`a library of ${COUNT} photos${skipReason}`, () => {
  let library: SyntheticLibrary;
  let host: SyntheticHost;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    if (await isStale(root, built)) await buildRenderer();
    library = new SyntheticLibrary(COUNT, 20);
    host = await openSyntheticHost(library, built);
    browser = await launchBrowser();
    page = await openPage(browser, host.url, { problems });
    await photoGrid(page).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await host[Symbol.asyncDispose]();
  });

  test("the page holds only what is near the window", async () => {
    const cells = photoGrid(page).getByRole("gridcell");
    expect(await cells.count()).toBeLessThan(120);

    await photoGrid(page).hover();
    for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(0, 5_000);

    expect(await cells.count()).toBeLessThan(120);
  });

  test("nothing of the grid lies over the box of tags, wherever it opens", async () => {
    // Nothing scrolls any more once the last photo has the keyboard.
    await photoGrid(page).getByRole("gridcell").first().click();
    await page.keyboard.press("Control+End");
    await eventually(() => focusedName(page), `IMG_${COUNT}.jpg`);
    const box = page.getByRole("textbox", { name: "Add tag" });
    for (const part of [0.3, 0.5, 0.7, 0.9]) {
      const { height } = page.viewportSize()!;
      await page.mouse.click(400, height * part);
      await page.keyboard.press("t");
      await box.waitFor();
      const isOnTop = (field: Element): boolean => {
        const { left, top, width } = field.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + 2) === field;
      };
      await eventually(() => box.evaluate(isOnTop), true);
      await page.keyboard.press("Escape");
      await box.waitFor({ state: "detached" });
    }
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Home");
    await eventually(() => focusedName(page), "IMG_0001.jpg");
  });

  test("while somebody scrolls, indexing is asked to step back", async () => {
    const before = library.stepBacks;

    await photoGrid(page).hover();
    await page.mouse.wheel(0, 5_000);

    await eventually(async () => library.stepBacks > before, true);
  });

  test("End reaches the last photo and Home the first", async () => {
    const cells = photoGrid(page).getByRole("gridcell");
    await cells.first().click();
    await page.keyboard.press("Control+End");
    await eventually(() => focusedName(page), `IMG_${COUNT}.jpg`);
    await page.keyboard.press("ArrowLeft");
    await eventually(() => focusedName(page), `IMG_${COUNT - 1}.jpg`);
    await page.keyboard.press("Control+Home");
    await eventually(() => focusedName(page), "IMG_0001.jpg");
  });

  test("the date slider jumps anywhere and says where", async () => {
    const slider = page.getByRole("slider", { name: "Date" });
    const box = (await slider.boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);

    await eventually(
      async () => /20(13|14|15) ?$/.test((await slider.getAttribute("aria-valuetext")) ?? ""),
      true,
    );
    await eventually(
      async () => (await photoGrid(page).getByRole("gridcell", { name: "IMG_" }).count()) > 10,
      true,
    );
  });

  test("another window begins where the slider jumped to last", async () => {
    const slider = page.getByRole("slider", { name: "Date" });
    const box = (await slider.boundingBox())!;
    const said: (string | null)[] = [];
    for (const share of [0.3, 0.6]) {
      await page.mouse.click(box.x + box.width / 2, box.y + box.height * share);
      await eventually(
        async () => said.includes(await slider.getAttribute("aria-valuetext")),
        false,
      );
      said.push(await slider.getAttribute("aria-valuetext"));
    }
    await eventually(async () => (library.places.get("")?.index ?? 0) > COUNT / 2, true);

    const other = await openPage(browser, host.url, { problems });
    await eventually(
      () => other.getByRole("slider", { name: "Date" }).getAttribute("aria-valuetext"),
      said[1],
    );
    await other.context().close();
  });

  test("a Shift range across photos that were never read is selected whole", async () => {
    const cells = photoGrid(page).getByRole("gridcell");
    await page.keyboard.press("Control+Home");
    await cells.first().click();
    await page.keyboard.press("Control+Shift+End");

    await page.getByText("400,000 selected", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
  });

  test("a photo that arrives above leaves the window and the keyboard where they are", async () => {
    await page.keyboard.press("Control+Home");
    for (let press = 0; press < 8; press++) await page.keyboard.press("PageDown");
    const name = await focusedName(page);
    await eventually(async () => (await focusedName(page)).startsWith("IMG_"), true);
    const cell = photoGrid(page).getByRole("gridcell", { name, exact: true });
    const before = (await cell.boundingBox())!;

    const { id, path } = library.addNewest("new.jpg");
    host.emit({ name: "photo.changed", payload: { changes: [{ kind: "seen", id, path }] } });

    await page.getByRole("button", { name: "1 new photo" }).waitFor();
    expect(await focusedName(page)).toBe(name);
    expect((await cell.boundingBox())!.y).toBeCloseTo(before.y, 0);
    expect(await cell.getAttribute("aria-selected")).toBe("true");
  });

  test("nothing in the page broke a policy or threw", () => {
    expect(problems).toEqual([]);
  });
});
