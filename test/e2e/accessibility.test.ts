import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { violations, violationsInBothThemes } from "./axe.ts";
import { hasChromium, skipReason } from "./browser.ts";
import { openApp, type App } from "./open-app.ts";
import { cutOff, lostFocus, movingParts, smallTargets, withWideText } from "./page-checks.ts";
import { settled } from "./settled.ts";
import { fillLibrary, views } from "./views.ts";

const WINDOW = { width: 1440, height: 900 };
/**
 * A window of 1280 by 1024 at 400 %, which is as far as WCAG goes, and one of 1440 by 900 at 200 %. In the first the scroll bar of a dialog
 * takes a twentieth of the width, which the browser of tests does not draw.
 */
const ZOOMED = {
  "at 400 %": { width: 320 - 15, height: 256 },
  "at 200 %": { width: 720, height: 450 },
};
/** Photos, the map and a strip of photos may be larger than the window; chips are walked with arrows. */
const SIDEWAYS =
  "[role='grid'], [role='application'], [aria-label='Search terms'], [aria-label='Filmstrip']";
/** A year is as wide as there is room for all of them; the search box takes the same. */
const CHART = "[aria-label='Taken'] [role='option'], [aria-label^='Months of'] [role='option']";

/** What is found in a view that everybody can use. */
const NOTHING = {
  axe: { light: [], dark: [] },
  "targets that are too small": [],
  "focus that is not seen": [],
  "focus that is not seen in the system's colours": [],
  "what moves though it should not": [],
  "what is cut off by wide text": [],
  "at 400 %": [],
  "at 200 %": [],
};

describe.skipIf(!hasChromium)(`every view for everybody${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    page = await app.openPage({ viewport: WINDOW, reducedMotion: "reduce" });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  afterEach(async ({ task }) => {
    await page.setViewportSize(WINDOW);
    await page.emulateMedia({ forcedColors: null });
    // Whatever is open is in the way of the next view.
    if (task.result?.state === "fail") await page.reload();
  });

  test("everything that breaks a rule is found, beside what keeps it", async () => {
    const faulty = await app.openPage();
    await faulty.goto("about:blank");
    await faulty.setContent(FAULTY);

    const found = (await violations(faulty)).toSorted();

    await faulty.close();
    expect(found).toEqual([
      expect.stringMatching(/^color-contrast: .*>faint<.* \| .*>fainter</),
      expect.stringMatching(/^image-alt: <img src="data:,">$/),
    ]);
  });

  test("the first start", async () => {
    await page.getByRole("button", { name: "Add Pictures" }).waitFor();

    expect(await look(page)).toEqual(NOTHING);
  });

  test("a library with something to see in every view", async () => {
    await fillLibrary(app, page);
  });

  test.for(Object.entries(views))("%s", async ([, { open, close, within }]) => {
    await open(page);
    const found = await look(page, within);
    await page.setViewportSize(WINDOW);
    await close(page);

    expect(found).toEqual(NOTHING);
  });

  test("nothing in the page broke a policy or threw", () => {
    // Files that are gone have no thumbnail.
    expect(app.problems.filter((problem) => !problem.includes("404"))).toEqual([]);
  });
});

const FAULTY = `<html lang="en"><title>Faults</title><main><h1>Faults</h1><p>readable</p>
  <p style="color: #ccc">faint</p><p style="color: #ddd">fainter</p>
  <img alt="one that is named" src="data:,"><img src="data:,"></main></html>`;

/** All checks of what is in the window, axe and focus only of a part of it where one is named. */
async function look(page: Page, within?: string): Promise<Readonly<Record<string, unknown>>> {
  const axe = await violationsInBothThemes(page, within === undefined ? {} : { within });
  const targets = await smallTargets(page, CHART);
  const focus = await lostFocus(page, within);
  const moving = await movingParts(page);
  await page.emulateMedia({ forcedColors: "active" });
  const inSystemColours = await lostFocus(page, within);
  await page.emulateMedia({ forcedColors: null });
  const wide = await withWideText(page, () => cutOff(page, SIDEWAYS));
  const zoomed: Record<string, readonly string[]> = {};
  for (const [zoom, size] of Object.entries(ZOOMED)) {
    await page.setViewportSize(size);
    await settled(page);
    zoomed[zoom] = [
      ...(await cutOff(page, SIDEWAYS)),
      ...(await lostFocus(page, within)),
      ...(await smallTargets(page, CHART)),
    ];
  }
  return {
    axe,
    "targets that are too small": targets,
    "focus that is not seen": focus,
    "focus that is not seen in the system's colours": inSystemColours,
    "what moves though it should not": moving,
    "what is cut off by wide text": wide,
    ...zoomed,
  };
}
