import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Locator, Page } from "playwright-core";
import { violations } from "./axe.ts";
import { hasChromium, skipReason } from "./browser.ts";
import type { App } from "./open-app.ts";
import { openReadyApp } from "./ready-app.ts";
import { eventually, photoGrid, waitForIndexing } from "./steps.ts";

describe.skipIf(!hasChromium)(`panels that are as wide as the user likes${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openReadyApp();
    page = await app.openPage();
    await waitForIndexing(page);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const edge = (label: string): Locator => page.getByRole("separator", { name: label });
  const sidebar = (): Locator => edge("Width of the sidebar");
  const details = (): Locator => edge("Width of the details");
  const width = (separator: Locator) => separator.getAttribute("aria-valuenow").then(Number);

  async function drag(separator: Locator, byPx: number): Promise<void> {
    const box = (await separator.boundingBox())!;
    await page.mouse.move(box.x + 4, box.y + 300);
    await page.mouse.down();
    await page.mouse.move(box.x + 4 + byPx / 2, box.y + 310);
    await page.mouse.move(box.x + 4 + byPx, box.y + 320);
    await page.mouse.up();
  }

  test("the sidebar is dragged wider, the photos make room, and it is kept", async () => {
    expect(await width(sidebar())).toBe(240);
    const before = (await photoGrid(page).boundingBox())!;

    await drag(sidebar(), 60);

    await eventually(() => width(sidebar()), 300);
    const { x } = (await photoGrid(page).boundingBox())!;
    expect(x - before.x).toBe(60);
    await page.reload();
    await eventually(() => width(sidebar()), 300);
  });

  test("by keyboard it is moved in steps and to its ends, and Enter gives the usual width back", async () => {
    await sidebar().press("ArrowLeft");
    await eventually(() => width(sidebar()), 284);
    await sidebar().press("End");
    await eventually(() => width(sidebar()), 360);
    await sidebar().press("Home");
    await eventually(() => width(sidebar()), 180);
    await sidebar().press("Enter");
    await eventually(() => width(sidebar()), 240);
  });

  test("the details have an edge of their own, also beside the photo that is looked at", async () => {
    await photoGrid(page).getByRole("gridcell").first().click();
    await page.keyboard.press("i");
    await eventually(() => width(details()), 320);

    await drag(details(), -80);
    await eventually(() => width(details()), 400);
    await photoGrid(page).getByRole("gridcell").first().press("Enter");
    const viewer = page.getByRole("dialog", { name: "Viewer" });
    await viewer.waitFor();
    await eventually(async () => (await viewer.boundingBox())!.width, 1440 - 400);
    await page.keyboard.press("Escape");
    await viewer.waitFor({ state: "hidden" });

    await details().dblclick();
    await eventually(() => width(details()), 320);
    expect(await violations(page)).toEqual([]);
  });

  test("in a small window a wide sidebar leaves the photos their room, and a drawer has no edge", async () => {
    await sidebar().press("End");
    await page.setViewportSize({ width: 890, height: 700 });
    await eventually(() => width(sidebar()), 356);
    await page.setViewportSize({ width: 800, height: 700 });
    await eventually(() => sidebar().count(), 0);
  });

  test("nothing went wrong in the page", () => {
    expect(app.problems).toEqual([]);
  });
});
