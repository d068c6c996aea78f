import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violationsInBothThemes } from "./axe.ts";
import { hasChromium, skipReason } from "./browser.ts";
import type { App } from "./open-app.ts";
import { openReadyApp } from "./ready-app.ts";
import { eventually, focusedName, photoGrid, photoNames, searchBox } from "./steps.ts";

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

type Box = NonNullable<Awaited<ReturnType<Locator["boundingBox"]>>>;

const LISBON: Place = { latitude: 38.7139, longitude: -9.1334 };
const PORTO: Place = { latitude: 41.1496, longitude: -8.611 };
const TOKYO: Place = { latitude: 35.6586, longitude: 139.7454 };
const PLACES: Readonly<Record<string, Place>> = {
  "alfama.jpg": LISBON,
  "baixa.jpg": { ...LISBON, latitude: 38.7141 },
  "ribeira.jpg": PORTO,
  "tokyo.jpg": TOKYO,
};
/** A glide is over when so many frames show the same. */
const STILL_FRAMES = 10;
/** Fixtures without a place. */
const UNLOCATED = 22;

describe.skipIf(!hasChromium)(`the map${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openReadyApp();
    await writeLocated(join(app.photos, "travel"), ["tokyo.jpg"]);
    page = await app.openPage();
    await photoGrid(page).getByRole("gridcell").first().click();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test("V shows the same photos on the map, all places at once, those that come later too, and says how many have none", async () => {
    await page.keyboard.press("v");
    await eventually(() => coverNames(page), ["1 photo near 35.7, 139.7"]);
    await writeLocated(join(app.photos, "travel"), ["alfama.jpg", "baixa.jpg", "ribeira.jpg"]);

    await eventually(
      () => coverNames(page),
      ["3 photos near 38.7, −9.1", "1 photo near 35.7, 139.7"],
    );
    await page.getByText(`${UNLOCATED} without a place`).waitFor();
    await page.getByRole("application", { name: "Map of 4 photos" }).waitFor();
    expect(await focusedName(page)).toBe("Map of 4 photos");
  });

  test("with the keyboard alone a cluster is entered until it splits, and its photos are shown", async () => {
    await page.keyboard.press("Tab");
    expect(await focusedName(page)).toBe("3 photos near 38.7, −9.1");
    await page.keyboard.press("Enter");
    // In reading order, the north first.
    await eventually(
      () => coverNames(page),
      ["1 photo near 41.1, −8.6", "2 photos near 38.7, −9.1"],
    );

    await covers(page).nth(1).focus();
    await page.keyboard.press("Enter");
    await eventually(() => photoNames(photoGrid(page)), ["baixa.jpg", "alfama.jpg"]);
    await page.getByRole("button", { name: "Edit area near 38.7, −9.1" }).waitFor();
    await eventually(() => focusedRole(page), "gridcell");
  });

  test("plus, minus and arrows move the map, and Home shows all places again", async () => {
    await page.getByRole("button", { name: "Clear search" }).click();
    await toGrid(page);
    await page.keyboard.press("v");
    // Where it was left.
    await eventually(
      () => coverNames(page),
      ["1 photo near 41.1, −8.6", "2 photos near 38.7, −9.1"],
    );
    await page.getByRole("application").focus();
    await page.keyboard.press("Home");
    await eventually(() => covers(page).count(), 2);

    for (let press = 0; press < 3; press++) await page.keyboard.press("+");
    await eventually(() => coverNames(page), []);
    await page.keyboard.press("Home");
    await eventually(
      () => coverNames(page),
      ["3 photos near 38.7, −9.1", "1 photo near 35.7, 139.7"],
    );
    const { x } = await restingBox(covers(page).first());
    await page.keyboard.press("ArrowLeft");
    await eventually(async () => Math.round((await leftOf(covers(page).first())) - x), 120);
    await page.keyboard.press("-");
    await page.keyboard.press("Home");
    await eventually(() => covers(page).count(), 2);
  });

  test("the mouse drags the map without pressing what is under it, and the wheel zooms at the pointer", async () => {
    await page.keyboard.press("Home");
    const tokyo = covers(page).nth(1);
    await eventually(
      () => coverNames(page),
      ["3 photos near 38.7, −9.1", "1 photo near 35.7, 139.7"],
    );
    const box = await restingBox(tokyo);
    const [x, y] = [box.x + 22, box.y + 22];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 60, y + 30, { steps: 4 });
    await page.mouse.up();
    await eventually(async () => Math.round((await leftOf(tokyo)) - box.x), -60);
    expect(await page.getByRole("application").count()).toBe(1);

    await page.mouse.wheel(0, -480);
    await eventually(() => coverNames(page), ["1 photo near 35.7, 139.7"]);
    expect(Math.abs((await leftOf(covers(page).first())) - (box.x - 60))).toBeLessThan(2);
  });

  test("the photos of the window are one button away", async () => {
    await page.getByRole("button", { name: "Show this photo" }).click();
    await eventually(() => photoNames(photoGrid(page)), ["tokyo.jpg"]);
  });

  test("another search moves the map to its places, or says that there are none", async () => {
    await page.keyboard.press("v");
    await page.getByRole("application").waitFor();
    await page.getByRole("button", { name: "Clear search" }).click();
    await searchBox(page).fill("ribeira");
    await searchBox(page).press("Enter");
    await eventually(() => coverNames(page), ["1 photo near 41.1, −8.6"]);

    await searchBox(page).fill("banana");
    await searchBox(page).press("Enter");
    await page.getByText(/^None of these \d+ photos has a place\.$/).waitFor();
    await searchBox(page).fill("");
    await searchBox(page).press("Enter");
    await eventually(() => covers(page).count(), 1);
  });

  test("axe finds nothing in it, light and dark", async () => {
    expect(await violationsInBothThemes(page)).toEqual({ light: [], dark: [] });
  });

  test("V and Esc lead back to the photos, and nothing was reported to the console", async () => {
    await page.getByRole("application").focus();
    await page.keyboard.press("v");
    await eventually(() => page.getByRole("application").count(), 0);
    await page.getByRole("button", { name: "Map", exact: true }).click();
    await page.getByRole("application").waitFor();
    await page.keyboard.press("Escape");
    await eventually(() => focusedName(page), "Map");
    expect(app.problems).toEqual([]);
  });
});

/** From the search box, past what it offers. */
async function toGrid(page: Page): Promise<void> {
  await page.getByRole("listbox", { name: "Suggestions" }).waitFor();
  await searchBox(page).press("Escape");
  await page.getByRole("listbox", { name: "Suggestions" }).waitFor({ state: "hidden" });
  await searchBox(page).press("ArrowDown");
}

async function writeLocated(folder: string, names: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [at, [name, { latitude, longitude }]] of Object.entries(PLACES).entries()) {
    if (!names.includes(name)) continue;
    const background = { r: 60 + at * 40, g: 120, b: 200 - at * 30 };
    const picture = sharp({ create: { width: 640, height: 480, channels: 3, background } });
    await picture
      .withExif({
        IFD2: { DateTimeOriginal: `2024:05:0${at + 1} 12:00:00` },
        IFD3: {
          GPSLatitudeRef: latitude < 0 ? "S" : "N",
          GPSLatitude: degrees(latitude),
          GPSLongitudeRef: longitude < 0 ? "W" : "E",
          GPSLongitude: degrees(longitude),
        },
      })
      .jpeg()
      .toFile(join(folder, name));
  }
}

/** As EXIF has them: degrees, minutes, seconds. */
function degrees(value: number): string {
  return `${Math.round(Math.abs(value) * 10_000)}/10000 0/1 0/1`;
}

function covers(page: Page): Locator {
  return page.getByRole("list", { name: "Places" }).getByRole("button");
}

function coverNames(page: Page): Promise<readonly (string | null)[]> {
  return covers(page).evaluateAll((all) => all.map((cover) => cover.getAttribute("aria-label")));
}

/** Once the map does not glide any more: many frames later it is where it was. A slow machine draws none between two looks. */
async function restingBox(cover: Locator): Promise<Box> {
  await cover.evaluate(
    (element, stillFrames) =>
      new Promise<void>((resolve) => {
        let [frames, last] = [0, ""];
        const look = (): void => {
          const { x, y } = element.getBoundingClientRect();
          frames = last === `${x} ${y}` ? frames + 1 : 0;
          last = `${x} ${y}`;
          if (frames === stillFrames) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
    STILL_FRAMES,
  );
  return (await cover.boundingBox())!;
}

async function leftOf(cover: Locator): Promise<number> {
  return (await cover.boundingBox())?.x ?? NaN;
}

function focusedRole(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute("role"));
}
