import { copyFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { FIXTURES } from "../support/fixtures.ts";
import { violations } from "./axe.ts";
import { hasChromium, skipReason } from "./browser.ts";
import { openApp, type App } from "./open-app.ts";
import { addPictures, eventually, photoGrid, photoNames, searchBox } from "./steps.ts";

describe.skipIf(!hasChromium)(`videos in the browser${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    await copyFile(path.join(FIXTURES, "../videos/clip.webm"), path.join(app.photos, "clip.webm"));
    await copyFile(path.join(FIXTURES, "rclip/bee.jpg"), path.join(app.photos, "broken.mp4"));
    page = await app.openPage();
    await page.getByRole("heading", { name: "Where are your photos?" }).waitFor();
    await addPictures(page);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const tile = (name: string) => photoGrid(page).getByRole("gridcell", { name });

  /** With a key: between two clicks the grid may move, when a video's shape becomes known. */
  async function open(name: string): Promise<void> {
    await tile(name).click();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Viewer" }).getByText(name).waitFor();
  }

  /** "0:01", as the browser's own controls have it, which no script of the page can read. */
  async function lengthOnPlayer(): Promise<string> {
    const session = await page.context().newCDPSession(page);
    await session.send("DOM.enable");
    const { nodes } = await session.send("DOM.getFlattenedDocument", { depth: -1, pierce: true });
    const text = nodes.find(({ nodeValue }) => nodeValue.startsWith("/ "))?.nodeValue;
    return text?.slice("/ ".length) ?? "no length";
  }

  test("a video is in the grid, told apart from photos, and never counts as failed", async () => {
    await page.getByRole("button", { name: "All photos, 24 photos" }).waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Activity: up to date" }).waitFor({ timeout: 60_000 });

    await searchBox(page).fill("is:video");
    await searchBox(page).press("Enter");

    await eventually(
      async () => (await photoNames(photoGrid(page))).map((name) => name.split(",")[0]).sort(),
      ["broken.mp4", "clip.webm"],
    );
    expect(await tile("clip.webm").getAttribute("aria-description")).toContain("Video");
    expect(await page.getByRole("button", { name: "Could not be shown" }).count()).toBe(0);
    expect(await violations(page, { within: "[role=grid]" })).toEqual([]);
  });

  test("the viewer plays it, with the space bar too, and Escape comes back", async () => {
    await open("clip.webm");
    const video = page.getByRole("dialog", { name: "Viewer" }).locator("video");
    await eventually(() => video.evaluate((player: HTMLVideoElement) => player.videoWidth), 160);

    expect(await tile("clip.webm").textContent()).toContain(await lengthOnPlayer());

    await page.keyboard.press("Space");
    await eventually(
      () => video.evaluate((player: HTMLVideoElement) => player.currentTime > 0),
      true,
    );

    expect(await violations(page, { within: "[data-viewer]" })).toEqual([]);

    await page.keyboard.press("Escape");
    await tile("clip.webm").waitFor();
  });

  test("a file that is no film says so instead", async () => {
    await open("broken.mp4");

    await page.getByText("This video cannot be played here.").waitFor();
    await page.keyboard.press("Escape");
  });

  test("nothing that a page may not do was tried", () => {
    expect(app.problems.filter((problem) => !problem.includes("/video/"))).toEqual([]);
  });
});
