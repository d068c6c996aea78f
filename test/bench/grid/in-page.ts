import type { Page } from "playwright-core";

declare global {
  interface Window {
    benchFirstPhotoMs: number | undefined;
    benchJump: Promise<Jump>;
  }
}

/** Notes when the first thumbnail can be seen, in ms since the page was asked for. */
export async function watchFirstPhoto(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const look = (): void => {
      const image = document.querySelector<HTMLImageElement>("[role=gridcell] img");
      if (image?.complete && image.naturalWidth > 0) window.benchFirstPhotoMs = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

export async function firstPhotoMs(page: Page): Promise<number> {
  await page.waitForFunction(() => window.benchFirstPhotoMs !== undefined, undefined, {
    timeout: 120_000,
  });
  return page.evaluate(() => window.benchFirstPhotoMs!);
}

/** From a press on the date slider, in ms; photos that have none are left out of the last. */
export interface Jump {
  /** Until tiles stand at the new place. */
  readonly placesMs: number;
  /** Until each of them on the screen knows its photo. */
  readonly photosMs: number;
  /** Until each of them on the screen shows its picture. */
  readonly picturesMs: number;
}

/** Presses the date slider at a share of its height and waits for all there is to see. */
export async function jumpTo(page: Page, share: number): Promise<Jump> {
  const slider = (await page.getByRole("slider", { name: "Date" }).boundingBox())!;
  await page.evaluate(() => {
    window.benchJump = new Promise((resolve, reject) => {
      const isSeen = (element: Element): boolean => {
        const { top, bottom } = element.getBoundingClientRect();
        return bottom > 48 && top < innerHeight;
      };
      const seen = (): Element[] =>
        [...document.querySelectorAll("[role=gridcell]")].filter(isSeen);
      const before = seen()[0]?.getAttribute("data-index");
      const began = { ms: 0, placesMs: 0, photosMs: 0 };
      const look = (): void => {
        const tiles = seen();
        const ms = performance.now() - began.ms;
        const isThere = tiles.length > 0 && tiles[0]!.getAttribute("data-index") !== before;
        if (isThere && began.placesMs === 0) began.placesMs = ms;
        const isKnown = isThere && tiles.every((tile) => tile.getAttribute("aria-description"));
        if (isKnown && began.photosMs === 0) began.photosMs = ms;
        const isShown =
          isKnown && tiles.every((tile) => (tile.querySelector("img")?.naturalWidth ?? 0) > 0);
        if (isShown)
          resolve({ placesMs: began.placesMs, photosMs: began.photosMs, picturesMs: ms });
        else if (ms > 20_000) {
          const first = tiles[0]?.getAttribute("data-index");
          const images = tiles.filter((tile) => tile.querySelector("img")).length;
          const got = `from ${before} to ${first}, ${tiles.length} tiles, ${images} of them with an image`;
          reject(new Error(`expected other pictures 20 s after a jump but got ${got}`));
        } else requestAnimationFrame(look);
      };
      const pressed = (event: PointerEvent): void => {
        began.ms = event.timeStamp;
        requestAnimationFrame(look);
      };
      addEventListener("pointerdown", pressed, { capture: true, once: true });
    });
  });
  await page.mouse.click(slider.x + slider.width / 2, slider.y + 16 + share * (slider.height - 32));
  return page.evaluate(() => window.benchJump);
}
