import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { violations } from "./axe.ts";
import { hasChromium, skipReason } from "./browser.ts";
import { openApp, type App } from "./open-app.ts";
import { addPictures, eventually, photoGrid, searchBox } from "./steps.ts";

const LARGE = { width: 4000, height: 3000 };

describe.skipIf(!hasChromium)(`the viewer in the browser${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    // Its top is of another colour, so that a turn is seen.
    const top = {
      create: { width: LARGE.width, height: 600, channels: 3 as const, background: "#cc5522" },
    };
    await sharp({ create: { ...LARGE, channels: 3, background: "#557799" } })
      .composite([{ input: top, left: 0, top: 0 }])
      .jpeg()
      .toFile(join(app.photos, "large.jpg"));
    await writeAnimation(join(app.photos, "moving.gif"));
    page = await app.openPage();
    await page.getByRole("heading", { name: "Where are your photos?" }).waitFor();
    await addPictures(page);
    await page.getByRole("button", { name: "All photos, 24 photos" }).waitFor();
    await page.getByRole("button", { name: "Activity: up to date" }).waitFor({ timeout: 60_000 });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const viewer = () => page.getByRole("dialog", { name: "Viewer" });
  const strip = () => viewer().getByRole("listbox", { name: "Filmstrip" });
  const percent = () => viewer().locator("[data-percent]").getAttribute("data-percent");
  const front = () => viewer().locator("img[data-front='true']").getAttribute("src");

  /** Where the picture is drawn, from its pane's top left corner. */
  const drawn = () =>
    viewer()
      .locator("[data-picture]")
      .evaluate((picture) => {
        const { m41, m42 } = new DOMMatrix(getComputedStyle(picture).transform);
        return { x: m41, y: m42, width: picture.clientWidth };
      });

  /** Of the screen, from the pane's top right corner. */
  async function colourAt({ rightPx, topPx }: { rightPx: number; topPx: number }): Promise<string> {
    const pane = (await viewer().locator("[data-picture]").locator("..").boundingBox())!;
    const clip = { x: pane.x + pane.width - rightPx, y: pane.y + topPx, width: 4, height: 4 };
    const { channels } = await sharp(await page.screenshot({ clip })).stats();
    return channels[0]!.mean > channels[2]!.mean ? "orange" : "blue";
  }

  async function open(query: string): Promise<void> {
    if (query === "") await page.getByRole("button", { name: "All photos, 24 photos" }).click();
    else {
      await searchBox(page).fill(query);
      await searchBox(page).press("Enter");
    }
    const cells = photoGrid(page).getByRole("gridcell");
    await eventually(async () => (await cells.count()) > 1, query === "");
    await cells.first().click();
    await page.keyboard.press("Enter");
    await viewer().waitFor();
    await eventually(async () => (await percent()) !== null, true);
  }

  async function close(): Promise<void> {
    await page.keyboard.press("Escape");
    await viewer().waitFor({ state: "hidden" });
  }

  test("the wheel zooms at the pointer, which keeps the part of the photo that it was over", async () => {
    await open("name:large");
    const before = await drawn();
    const pane = (await viewer().locator("[data-picture]").locator("..").boundingBox())!;
    const at = { x: 500, y: 200 };
    await page.mouse.move(pane.x + at.x, pane.y + at.y);
    await page.mouse.wheel(0, -300);
    await eventually(async () => (await drawn()).width > before.width * 1.5, true);

    const after = await drawn();
    expect((at.x - after.x) / after.width).toBeCloseTo((at.x - before.x) / before.width, 2);
    expect((at.y - after.y) / after.width).toBeCloseTo((at.y - before.y) / before.width, 2);
  });

  test("past the preview's pixels the file itself is shown, and not before", async () => {
    await page.keyboard.press("z");
    await eventually(async () => /\/preview\/\d+$/.test((await front()) ?? ""), true);

    await page.keyboard.press("z");

    await eventually(percent, "100");
    await eventually(async () => /\/original\/\d+$/.test((await front()) ?? ""), true);
    expect((await drawn()).width).toBe(LARGE.width);
    const shown = viewer().getByRole("img");
    expect(await shown.getAttribute("alt")).toBe("large.jpg");
  });

  test("the file of a photo that was turned is drawn as it is turned", async () => {
    for (let press = 0; press < 30; press++) await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Control+BracketRight");
    await eventually(async () => (await drawn()).width, LARGE.height);
    await eventually(async () => /\/original\/\d+$/.test((await front()) ?? ""), true);
    // What was above is at the right now.
    const edge = await viewer().locator("img[data-front='true']").boundingBox();
    expect(edge).toMatchObject({ width: LARGE.height, height: LARGE.width });
    await eventually(() => colourAt({ rightPx: 40, topPx: 150 }), "orange");

    await page.keyboard.press("Control+BracketLeft");
    await eventually(async () => (await drawn()).width, LARGE.width);
    await eventually(() => colourAt({ rightPx: 40, topPx: 150 }), "blue");
    for (let press = 0; press < 30; press++) await page.keyboard.press("Shift+ArrowLeft");
    await eventually(async () => (await drawn()).x, 0);
  });

  test("Shift and arrows and a drag move it, never past its edges", async () => {
    const before = await drawn();
    await page.keyboard.press("Shift+ArrowRight");
    await eventually(async () => (await drawn()).x < before.x, true);
    for (let turn = 0; turn < 30; turn++) await page.keyboard.press("Shift+ArrowLeft");
    await eventually(async () => (await drawn()).x, 0);

    const { y } = await drawn();
    await page.mouse.move(700, 400);
    await page.mouse.down();
    await page.mouse.move(640, 370, { steps: 4 });
    await page.mouse.up();
    expect(await drawn()).toMatchObject({ x: -60, y: y - 30 });
  });

  test("a double click changes between 1:1 and all of it; + and − take round steps", async () => {
    await page.mouse.dblclick(700, 400);
    await eventually(async () => Number(await percent()) < 50, true);
    await page.mouse.dblclick(700, 400);
    await eventually(percent, "100");
    await page.keyboard.press("+");
    await eventually(percent, "150");
    await viewer().getByRole("button", { name: "Zoom out" }).click();
    await eventually(percent, "100");
    await close();
  });

  test("the keyboard is in the filmstrip, which names each photo and its place", async () => {
    await open("");
    const chosen = strip().getByRole("option", { selected: true });
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("role"));
    await eventually(focused, "listbox");
    await page.keyboard.press("Home");
    await eventually(() => chosen.getAttribute("aria-posinset"), "1");
    await page.keyboard.press("ArrowRight");
    await eventually(() => chosen.getAttribute("aria-posinset"), "2");
    expect(await strip().getAttribute("aria-activedescendant")).toBe(
      await chosen.getAttribute("id"),
    );
    expect(await chosen.getAttribute("aria-setsize")).toBe("24");
    await page.keyboard.press("End");
    await eventually(() => chosen.getAttribute("aria-posinset"), "24");
    await strip().getByRole("option").nth(-3).click();
    await eventually(() => chosen.getAttribute("aria-posinset"), "22");
    await viewer().getByText("22 of 24").waitFor();
  });

  test("zoom survives the way to the next photo", async () => {
    await page.keyboard.press("Home");
    await viewer().getByText("1 of 24", { exact: true }).waitFor();
    await eventually(percent, "100");
    // A small photo is at 100 % while it fits.
    await page.keyboard.press("z");
    await eventually(percent, "200");
    await page.keyboard.press("ArrowRight");
    await viewer().getByText("2 of 24").waitFor();
    await eventually(percent, "200");
    await page.keyboard.press("z");
  });

  test("L goes through the surrounds, and the choice is kept", async () => {
    const surround = () => viewer().locator("[data-surround]").getAttribute("data-surround");
    const seen = [await surround()];
    for (let turn = 0; turn < 4; turn++) {
      await page.keyboard.press("l");
      seen.push(await surround());
    }
    expect(seen).toEqual(["canvas", "black", "dark", "middle", "white"]);
    await close();
    await page.keyboard.press("Enter");
    await viewer().waitFor();
    expect(await surround()).toBe("white");
  });

  test("axe finds nothing, whatever is around the photo", async () => {
    expect(await violations(page, { within: "[data-viewer]" })).toEqual([]);
    await page.keyboard.press("l");
  });

  test("controls fade while somebody only looks, and come back with the pointer and the keyboard", async () => {
    const isResting = () => viewer().evaluate((element) => element.matches(".resting"));
    await page.mouse.move(700, 300);
    await eventually(isResting, true);
    await page.mouse.move(720, 320);
    await eventually(isResting, false);
  });

  test("a slideshow goes on by itself, waits with the space bar and ends with Escape", async () => {
    await page.keyboard.press("Home");
    await page.keyboard.press("Control+Enter");
    const bar = viewer().getByRole("toolbar", { name: "Slideshow" });
    await bar.getByText("5 seconds").waitFor();
    for (let turn = 0; turn < 2; turn++) {
      await bar.getByRole("button", { name: "Less time for each photo" }).press("Enter");
    }
    await bar.getByText("2 seconds").waitFor();
    await strip().focus();
    await viewer().getByText("2 of 24").waitFor();

    await page.keyboard.press("Space");
    await bar.getByRole("button", { name: "Go on" }).waitFor();
    await page.keyboard.press("Escape");
    await bar.waitFor({ state: "hidden" });
    expect(await viewer().isVisible()).toBe(true);
    expect(await page.evaluate(() => document.fullscreenElement === null)).toBe(true);
  });

  test("F takes the whole screen and gives it back", async () => {
    const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
    await page.keyboard.press("f");
    await eventually(isFull, true);
    await page.keyboard.press("f");
    await eventually(isFull, false);
    expect(await viewer().isVisible()).toBe(true);
  });

  test("in a low window the filmstrip keeps the keyboard and takes no room", async () => {
    await page.setViewportSize({ width: 1024, height: 520 });
    await eventually(async () => ((await strip().boundingBox())?.height ?? 0) <= 2, true);
    await page.keyboard.press("ArrowRight");
    await viewer().getByText("3 of 24").waitFor();
    await page.setViewportSize({ width: 1440, height: 900 });
    await close();
  });

  test("beside open details the photo is whole, in a small window as well", async () => {
    await open("");
    await page.keyboard.press("i");
    const details = page.getByRole("complementary", { name: "Details" });
    await details.waitFor();

    for (const [width, height] of [
      [1024, 700],
      [720, 450],
    ] as const) {
      await page.setViewportSize({ width, height });
      const picture = viewer().locator("[data-picture]");
      await eventually(async () => {
        const [photo, panel] = [await picture.boundingBox(), await details.boundingBox()];
        return photo !== null && panel !== null && photo.x >= 0 && photo.x + photo.width <= panel.x;
      }, true);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.keyboard.press("i");
    await details.waitFor({ state: "hidden" });
    await close();
  });

  test("an animation plays; where motion is not wanted it waits for a click", async () => {
    await open("name:moving");
    await eventually(async () => /\/original\/\d+$/.test((await front()) ?? ""), true);
    await close();

    await page.emulateMedia({ reducedMotion: "reduce" });
    await open("name:moving");
    const play = viewer().getByRole("button", { name: "Play the animation" });
    await play.waitFor();
    expect(await front()).not.toMatch(/original/);
    await play.click();
    await eventually(async () => /\/original\/\d+$/.test((await front()) ?? ""), true);
    await close();
  });

  test("nothing that a page may not do was tried", () => {
    expect(app.problems).toEqual([]);
  });
});

async function writeAnimation(path: string): Promise<void> {
  const [width, height] = [120, 80];
  const frames = ["#c03030", "#3030c0"].map((background) =>
    sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer(),
  );
  const images = await Promise.all(frames);
  await sharp(images, { join: { animated: true } })
    .gif({ delay: [200, 200] })
    .toFile(path);
}
