import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, Locator, Page, Request } from "playwright-core";
import { buildRenderer } from "../../build/build-renderer.ts";
import { isStale } from "../../electron/browser-host/renderer-folder.ts";
import { hasChromium, launchBrowser, skipReason } from "./browser.ts";
import { openApp, openPage } from "./open-app.ts";
import { addPictures, eventually, focusedName, photoGrid, shownPictures } from "./steps.ts";
import { openSyntheticHost, type SyntheticHost } from "./synthetic-host.ts";
import { SyntheticLibrary } from "./synthetic-library.ts";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const built = fileURLToPath(new URL("../../dist/renderer", import.meta.url));
const COUNT = 20_000;
const WINDOW = { width: 1024, height: 700 };

interface Seen {
  readonly name: string;
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

describe.skipIf(!hasChromium)(`where one is in the grid${skipReason}`, () => {
  let library: SyntheticLibrary;
  let host: SyntheticHost;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    if (await isStale(root, built)) await buildRenderer();
    library = new SyntheticLibrary(COUNT);
    host = await openSyntheticHost(library, built);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await host[Symbol.asyncDispose]();
  });

  test("thumbnails are asked for in reading order, into rows that are exact", async () => {
    const asked: number[] = [];
    page = await openPage(browser, "about:blank", { problems, options: { viewport: WINDOW } });
    page.on("request", (request) => {
      const number = thumbnailNumber(request);
      if (number !== undefined) asked.push(number);
    });
    await watchShifts(page);
    await page.goto(host.url);
    await photoGrid(page).waitFor();
    await eventually(async () => (await shownPictures(photoGrid(page))) > 20, true);

    expect(asked).toEqual(asked.toSorted((a, b) => a - b));
    expect(asked.slice(0, 5)).toEqual([1, 2, 3, 4, 5]);
    const tiles = await tilesOf(photoGrid(page));
    const rights = tiles
      .filter((tile, at) => tile.top !== tiles[at + 1]?.top && at < tiles.length - 1)
      .map(({ left, width }) => left + width);
    expect(new Set(rights).size).toBe(1);
    for (const [at, tile] of tiles.entries()) {
      const next = tiles[at + 1];
      if (next?.top === tile.top) expect(next.left - tile.left - tile.width).toBe(4);
    }
  });

  test("nothing shifts while one scrolls, while pictures come, and while photos arrive above", async () => {
    await page.evaluate(() => (window.shifts.length = 0));
    await photoGrid(page).hover();
    for (let turn = 0; turn < 8; turn++) await page.mouse.wheel(0, 700);
    await settled(page);
    const before = await topTile(page);

    for (const name of ["one.jpg", "two.jpg", "three.jpg"]) {
      const { id, path } = library.addNewest(name);
      host.emit({ name: "photo.changed", payload: { changes: [{ kind: "seen", id, path }] } });
    }
    await page.getByRole("button", { name: /\d new photos?/ }).waitFor();
    await eventually(
      () => page.getByRole("button", { name: /new photo/ }).textContent(),
      " 3 new photos",
    );

    expect(await topTile(page)).toEqual(before);
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
  });

  test("the header of the section that is seen stays at the top", async () => {
    const grid = (await photoGrid(page).boundingBox())!;
    const sticky = page.locator(".sticky");
    const slider = page.getByRole("slider", { name: "Date" });

    const said = await slider.getAttribute("aria-valuetext");
    expect(await sticky.locator(".title").textContent()).toBe(said);
    expect((await sticky.boundingBox())!.y).toBeCloseTo(grid.y, 0);
  });

  test("what is under the pointer stays there while the size changes, by wheel and by pinch", async () => {
    const tile = photoGrid(page).getByRole("gridcell", {
      name: (await topTile(page)).name,
      exact: true,
    });
    const box = (await tile.boundingBox())!;
    const at = { x: box.x + box.width / 2, y: box.y + box.height * 0.75 };
    await page.mouse.move(at.x, at.y);
    await page.keyboard.down("Control");

    for (const deltaY of [120, 120, -120, 120]) {
      await page.mouse.wheel(0, deltaY);
      await eventually(async () => holds(await tile.boundingBox(), at.y), true);
    }
    await eventually(async () => (await tile.boundingBox())!.height < box.height * 0.8, true);
    // A trackpad tells a pinch as many small turns of a wheel: two sizes here.
    for (let turn = 0; turn < 11; turn++) await page.mouse.wheel(0, -5);
    await page.keyboard.up("Control");

    await eventually(async () => (await tile.boundingBox())!.height > box.height * 0.8, true);
    expect(holds(await tile.boundingBox(), at.y)).toBe(true);
  });

  test("photos grow to two per row and shrink to a contact sheet", async () => {
    const tile = photoGrid(page).getByRole("gridcell", {
      name: (await topTile(page)).name,
      exact: true,
    });
    await tile.click();
    const offset = (await tile.boundingBox())!.y;
    for (let step = 0; step < 7; step++) await page.keyboard.press("=");

    await page.getByText("Two photos per row").waitFor({ state: "attached" });
    await eventually(() => mostPerRow(photoGrid(page)), 2);
    expect((await tile.boundingBox())!.y).toBeCloseTo(offset, 0);

    for (let step = 0; step < 8; step++) await page.keyboard.press("-");
    await eventually(async () => (await mostPerRow(photoGrid(page))) > 7, true);
    expect((await tile.boundingBox())!.y).toBeCloseTo(offset, 0);
    for (let step = 0; step < 3; step++) await page.keyboard.press("=");
    await page.keyboard.press("Escape");
  });

  test("a window that becomes narrow and wide again ends where it began", async () => {
    await photoGrid(page).hover();
    await page.mouse.wheel(0, 1_500);
    await settled(page);
    const before = await topTile(page);

    for (const width of [900, 700, 820, WINDOW.width]) {
      await page.setViewportSize({ width, height: WINDOW.height });
      await eventually(() => page.evaluate(() => document.body.clientWidth), width);
    }

    await eventually(() => topTile(page), before);
  });

  test("the focused photo stays where it is while the grid becomes narrower", async () => {
    const last = (await tilesOf(photoGrid(page))).findLast(
      ({ top, height }) => top + height < WINDOW.height - 80,
    )!;
    const { name } = last;
    const hasStayed = async (): Promise<boolean> => {
      const now = (await tilesOf(photoGrid(page))).find((tile) => tile.name === name);
      return Math.abs((now?.top ?? 0) - last.top) <= 1;
    };
    const before = await topTile(page);
    await photoGrid(page).getByRole("gridcell", { name, exact: true }).click();

    await page.setViewportSize({ width: 900, height: WINDOW.height });

    await eventually(async () => (await topTile(page)).width !== before.width, true);
    await eventually(hasStayed, true);
    await page.setViewportSize(WINDOW);
    await eventually(async () => (await topTile(page)).width, before.width);
    await page.keyboard.press("Escape");
  });

  test("into a photo and back, the grid is where it was", async () => {
    const before = await topTile(page);
    await photoGrid(page).getByRole("gridcell", { name: before.name, exact: true }).dblclick();
    const viewer = page.getByRole("dialog", { name: before.name });
    await viewer.or(page.locator(".viewing")).first().waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".viewing").waitFor({ state: "detached" });

    expect(await topTile(page)).toEqual(before);
  });

  test("each view has its own place, and Back and Forward lead there", async () => {
    const all = await topTile(page);
    await page.getByRole("button", { name: /^Untagged/ }).click();
    await eventually(async () => (await topTile(page)).name !== all.name, true);
    await photoGrid(page).hover();
    for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, 900);
    await settled(page);
    const untagged = await topTile(page);

    await page.getByRole("button", { name: "Back", exact: true }).click();
    await eventually(() => topTile(page), all);
    await page.keyboard.press("Alt+ArrowRight");
    await eventually(() => topTile(page), untagged);

    await page.keyboard.press("Control+,");
    await page.getByRole("heading", { name: "Settings" }).first().waitFor();
    await page.keyboard.press("Alt+ArrowLeft");
    await eventually(() => topTile(page), untagged);
    await page.keyboard.press("Alt+ArrowLeft");
    await eventually(() => topTile(page), all);

    await page.keyboard.press("Control+,");
    const settings = page.getByRole("heading", { name: "Settings" }).first();
    await settings.waitFor();
    await page.getByRole("button", { name: /^Untagged/ }).click();
    await eventually(() => topTile(page), untagged);
    await page.keyboard.press("Alt+ArrowLeft");
    await settings.waitFor();
    await page.keyboard.press("Alt+ArrowLeft");
    await eventually(() => topTile(page), all);
  });

  test("who leaves the search goes on where they had scrolled to", async () => {
    await photoGrid(page).hover();
    for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, 900);
    await settled(page);
    const before = await topTile(page);
    await page.keyboard.press("/");
    await eventually(() => focusedName(page), "Search photos");

    for (let press = 0; press < 2; press++) await page.keyboard.press("Escape");

    await eventually(
      () => page.evaluate(() => document.activeElement?.getAttribute("role")),
      "gridcell",
    );
    expect(await topTile(page)).toEqual(before);
  });

  test("another window begins where this one was", async () => {
    const before = await topTile(page);
    await page.close();
    page = await openPage(browser, host.url, { problems, options: { viewport: WINDOW } });

    await photoGrid(page).waitFor();
    await eventually(() => topTile(page), before);
  });

  test("what was asked for ahead is given up when the direction turns", async () => {
    const gone: number[] = [];
    page.on("requestfailed", (request) => gone.push(thumbnailNumber(request) ?? 0));
    await settled(page);
    const last = (await tilesOf(photoGrid(page))).at(-1)!;
    const held: number[] = [];
    const beyond = Number(/\d+/.exec(last.name)?.[0]);
    await page.route("**/thumbnail/**", async (route) => {
      const number = thumbnailNumber(route.request())!;
      if (number <= beyond) return route.continue();
      held.push(number);
    });
    await photoGrid(page).hover();
    await page.mouse.wheel(0, 200);
    await eventually(async () => held.length > 0, true);

    await page.mouse.wheel(0, -60);

    await eventually(async () => held.every((number) => gone.includes(number)), true);
    await page.unroute("**/thumbnail/**");
  });

  test("nothing in the page broke a policy or threw", () => {
    expect(problems).toEqual([]);
  });
});

describe.skipIf(!hasChromium)(`a library that is opened again${skipReason}`, () => {
  test("begins where it was left, though the engine was gone meanwhile", async () => {
    await using app = await openApp();
    const size = { width: 700, height: 500 };
    let page = await app.openPage({ viewport: { width: 1440, height: 1400 } });
    await addPictures(page);
    // Until all are read, rows change with the sizes of their photos.
    await eventually(() => shownPictures(photoGrid(page)), 22);
    await page.setViewportSize(size);
    await photoGrid(page).hover();
    await page.mouse.wheel(0, 450);
    await settled(page);
    const before = await topTile(page);

    await app.restart();
    page = await app.openPage({ viewport: size });

    await photoGrid(page).waitFor();
    await eventually(() => topTile(page), before);
    expect(app.problems).toEqual([]);
  });
});

declare global {
  interface Window {
    shifts: number[];
  }
}

/** Also those that follow an input, which browsers do not count. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        window.shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift" });
  });
}

function thumbnailNumber(request: Request): number | undefined {
  const fingerprint = /\/thumbnail\/([0-9a-f]+)/.exec(request.url())?.[1];
  return fingerprint === undefined ? undefined : Number.parseInt(fingerprint, 16);
}

/** The tiles in the page, in their order. */
function tilesOf(grid: Locator): Promise<readonly Seen[]> {
  return grid.getByRole("gridcell").evaluateAll((cells) =>
    cells.map((cell) => {
      const { top, left, width, height } = cell.getBoundingClientRect();
      return { name: cell.getAttribute("aria-label") ?? "", top, left, width, height };
    }),
  );
}

/** The first photo below the sticky header, with its place in the window. */
async function topTile(page: Page): Promise<Seen> {
  const grid = (await photoGrid(page).boundingBox())!;
  const tile = (await tilesOf(photoGrid(page))).find(({ top }) => top >= grid.y + 40);
  return tile ?? { name: "", top: 0, left: 0, width: 0, height: 0 };
}

async function mostPerRow(grid: Locator): Promise<number> {
  const rows = Map.groupBy(await tilesOf(grid), ({ top }) => top);
  return Math.max(...[...rows.values()].map(({ length }) => length));
}

function holds(box: { y: number; height: number } | null, y: number): boolean {
  return box !== null && box.y <= y && box.y + box.height >= y;
}

/** Until two looks see the same photos at the same places, all of them with their names. */
async function settled(page: Page): Promise<void> {
  let before = "";
  await eventually(async () => {
    const now = JSON.stringify(await tilesOf(photoGrid(page)));
    const isSame = now === before && !now.includes('"Photo ');
    before = now;
    return isSame;
  }, true);
}
