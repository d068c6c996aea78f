import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { violations } from "./axe.ts";
import { hasChromium, skipReason } from "./browser.ts";
import type { App } from "./open-app.ts";
import { openReadyApp } from "./ready-app.ts";
import { eventually, photoGrid, waitForIndexing } from "./steps.ts";

const NAME = "prairie_falcon.jpg";

describe.skipIf(!hasChromium)(`photos that are turned by hand${skipReason}`, () => {
  let app: App;
  let page: Page;
  const falcon = () => photoGrid(page).getByRole("gridcell", { name: NAME });
  const notice = () => page.getByRole("region", { name: "Notice" });

  beforeAll(async () => {
    app = await openReadyApp();
    page = await app.openPage();
    await waitForIndexing(page);
    await falcon().click();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  /** The tile's own shape, and that of the picture in it once it is there. */
  async function shapes(): Promise<string> {
    const tile = await falcon().boundingBox();
    const picture = await falcon()
      .locator("img")
      .evaluateAll((images) =>
        images.map((one) => {
          const { naturalWidth: width, naturalHeight: height } = one as HTMLImageElement;
          return width === 0 ? "" : shape(width, height);

          function shape(across: number, down: number): string {
            return across > down ? "across" : "upright";
          }
        }),
      );
    return [tile && (tile.width > tile.height ? "across" : "upright"), ...picture].join();
  }

  test("Ctrl and a bracket turn the focused photo and its place in the grid; Undo turns it back", async () => {
    await eventually(shapes, "across,across");

    await page.keyboard.press("Control+BracketRight");
    await notice().getByText("Turned 1 photo to the right.").waitFor();
    await eventually(shapes, "upright,upright");
    await notice().getByRole("button", { name: "Undo" }).click();
    await eventually(shapes, "across,across");

    expect(await falcon().getAttribute("aria-selected")).toBe("true");
  });

  test("in the viewer the preview is turned with it", async () => {
    await falcon().press("Enter");
    const viewer = page.getByRole("dialog", { name: "Viewer" });
    await viewer.getByText(NAME).first().waitFor();
    const isUpright = () =>
      viewer
        .getByAltText(NAME)
        .last()
        .evaluate((image: HTMLImageElement) => image.naturalHeight > image.naturalWidth);
    await eventually(isUpright, false);

    await page.keyboard.press("Control+BracketLeft");

    await notice().getByText("Turned 1 photo to the left.").waitFor();
    await eventually(isUpright, true);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await eventually(shapes, "across,across");
  });

  test("the menu turns all that are selected, and the sheet of keys names the brackets", async () => {
    await page.keyboard.press("Control+a");
    await falcon().click({ button: "right" });
    await page.getByRole("menuitem", { name: "Rotate right" }).waitFor();
    const found = await violations(page, { within: "[role=menu]" });
    await page.getByRole("menuitem", { name: "Rotate left" }).click();

    await notice().getByText("Turned 22 photos to the left.").waitFor();
    await eventually(shapes, "upright,upright");
    await page.keyboard.press("Control+z");
    await eventually(shapes, "across,across");
    await page.keyboard.press("?");
    await page.getByText("Rotate left, right").waitFor();
    await page.keyboard.press("Escape");

    expect(found).toEqual([]);
    expect(app.problems).toEqual([]);
  });
});
