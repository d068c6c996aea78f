import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, skipReason } from "./browser.ts";
import { openApp, type App } from "./open-app.ts";
import { addPictures, eventually, photoGrid, waitForIndexing } from "./steps.ts";

describe.skipIf(!hasChromium)(`a lost connection${skipReason}`, () => {
  let app: App;

  beforeAll(async () => {
    app = await openApp();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test("a page without a token says what to open", async () => {
    const page = await app.openPage();
    // The token is kept for the window by then.
    await page.getByRole("searchbox").waitFor();
    const address = new URL("/", page.url()).href;
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(address);

    await page.getByText("Open the address that Semblance printed").waitFor();
    await page.close();
  });

  test("photos stay on the screen with one sentence while the engine is away", async () => {
    const page = await app.openPage({ viewport: { width: 1440, height: 1800 } });
    await addPictures(page);
    await waitForIndexing(page);
    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 22);

    await app.stop();

    await page.getByRole("alert").getByText("The engine stopped and is starting again.").waitFor();
    expect(await photoGrid(page).getByRole("gridcell").count()).toBe(22);
  });
});
