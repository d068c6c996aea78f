import { copyFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { buildRenderer } from "../../build/build-renderer.ts";
import { isStale } from "../../electron/browser-host/renderer-folder.ts";
import { FIXTURES } from "../support/fixtures.ts";
import { violations } from "./axe.ts";
import { hasChromium, launchBrowser, skipReason } from "./browser.ts";
import { openApp, openPage, type App } from "./open-app.ts";
import { faintLines, outOfOrder } from "./order-checks.ts";
import { cutOff, withLargeText } from "./page-checks.ts";
import { settled } from "./settled.ts";
import { eventually, focusedName, photoGrid, photoNames, searchBox } from "./steps.ts";
import { openSyntheticHost, type SyntheticHost } from "./synthetic-host.ts";
import { SyntheticLibrary } from "./synthetic-library.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const built = fileURLToPath(new URL("../../dist/renderer", import.meta.url));

/** What the real engine says comes when it is ready. */
const LATE = { timeout: 20_000 };

describe.skipIf(!hasChromium)(`photos that need care${skipReason}`, () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    await writeFile(
      path.join(app.photos, "drawing.jpg"),
      "<svg xmlns='http://www.w3.org/2000/svg'/>",
    );
    page = await app.openPage();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test("folders that may be added come below the button that asks for one, which stays under the pointer", async () => {
    const add = page.getByRole("button", { name: "Add folder" });
    const list = page
      .getByRole("button", { name: "Add Pictures", includeHidden: true })
      .locator("xpath=ancestor::ul");
    await list.waitFor();
    const after = await add.boundingBox();
    await list.evaluate((element) => (element.style.display = "none"));
    const before = await add.boundingBox();
    await list.evaluate((element) => (element.style.display = ""));

    expect(after).toEqual(before);
  });

  test("a new library is one click away, and asks for tags and speed while it fills", async () => {
    await page.getByRole("button", { name: "Add Pictures" }).click();
    const tags = page.getByRole("region", { name: "Your tags" });
    await eventually(() => focusedName(page), "Keep them in Semblance");
    await tags.getByRole("button", { name: "Next" }).press("Enter");
    const speed = page.getByRole("region", { name: "Speed" });
    await eventually(() => focusedName(page), "Full");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Space");
    await eventually(() => speed.getByRole("radio", { name: "Balanced" }).isChecked(), true);
    await speed.getByRole("button", { name: "Done" }).press("Enter");
    await speed.waitFor({ state: "hidden" });

    await page.getByRole("button", { name: "Activity: up to date" }).waitFor(LATE);
    await photoGrid(page).getByRole("gridcell").first().waitFor();
    await page.getByRole("button", { name: "Activity: up to date" }).click();
    const popover = page.getByRole("dialog", { name: "Activity" });
    expect(await popover.getByRole("radio", { name: "Balanced" }).isChecked()).toBe(true);
    await popover.getByRole("button", { name: "Show what could not be shown" }).click();
    await eventually(() => photoNames(photoGrid(page)), ["drawing.jpg"]);
  });

  test("what could not be shown says why, and is tried again by the menu and by its reason", async () => {
    const bar = page.getByRole("region", { name: "What can be done" });
    await bar.getByText("1 photo could not be shown.").waitFor();
    await bar.getByText("This kind of file cannot be shown. It keeps its tags. 1 photo.").waitFor();
    await photoGrid(page).getByRole("gridcell").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Why" }).click();
    const details = page.getByRole("complementary", { name: "Details" });
    await details.getByText("It is a file of the format SVG").waitFor();
    await page.keyboard.press("i");
    await details.waitFor({ state: "hidden" });
    await photoGrid(page).getByRole("gridcell").press("Enter");
    await page.locator("[data-viewer]").getByRole("button", { name: "Try again" }).waitFor();
    await page.keyboard.press("Escape");
    await page.locator("[data-viewer]").waitFor({ state: "detached" });

    await copyFile(path.join(FIXTURES, "rclip/bee.jpg"), path.join(app.photos, "drawing.jpg"));
    await bar.getByRole("button", { name: /^Try/ }).click();

    await page
      .getByRole("button", { name: /^Could not be shown/ })
      .waitFor({ ...LATE, state: "hidden" });
  });

  test("a missing photo is removed from the library after a question", async () => {
    await page.getByRole("button", { name: /^All photos/ }).click();
    await photoGrid(page).getByRole("gridcell").first().waitFor();
    await rm(path.join(app.photos, "drawing.jpg"));
    await page.getByRole("button", { name: "Missing, 1 photo" }).click(LATE);
    const bar = page.getByRole("region", { name: "What can be done" });
    await bar.getByText("1 file is not where it was.").waitFor();
    await eventually(() => photoNames(photoGrid(page)), ["drawing.jpg"]);
    await bar.getByRole("button", { name: "Remove all from library…" }).click();
    const asks = page.getByRole("dialog", { name: "Remove 1 missing photo from the library?" });

    await asks.getByRole("button", { name: "Remove" }).click();

    await page.getByRole("region", { name: "Notice" }).getByText("1 photo is removed").waitFor();
    await page.getByRole("button", { name: /^Missing/ }).waitFor({ ...LATE, state: "hidden" });
  });

  test("a file that became another picture keeps its tags until the user has checked", async () => {
    await page.getByRole("button", { name: /^All photos/ }).click();
    const cell = photoGrid(page).getByRole("gridcell", { name: "prairie_falcon.jpg" });
    await cell.click();
    await page.keyboard.press("5");
    await page.getByText("5 stars").first().waitFor();
    await copyFile(
      path.join(FIXTURES, "grocery/Banana_005.jpg"),
      path.join(app.photos, "immich", "prairie_falcon.jpg"),
    );
    await page.getByRole("button", { name: "To check, 1 photo" }).click(LATE);
    const card = page.getByRole("listitem", { name: "prairie_falcon.jpg, 1 of 1" });
    await card.getByText("Before", { exact: true }).waitFor();
    expect(await violations(page, { within: "main" })).toEqual([]);

    await card.getByRole("button", { name: "Keep tags" }).press("Enter");

    await page.getByText("Nothing to check.").waitFor();
    const notice = page.getByRole("region", { name: "Notice" });
    await notice.getByText("1 photo keeps its tags.").waitFor();
    await notice.getByRole("button", { name: "Undo" }).click();
    await card.waitFor(LATE);
    await page.keyboard.press("Escape");
    await photoGrid(page).waitFor();
  });

  test("a folder rests and goes on from the settings, where its state is told", async () => {
    await page.keyboard.press("Control+,");
    await page.getByRole("tab", { name: "Folders" }).click();
    const list = page.getByRole("region", { name: "Folders in the library" });
    await list.getByText("Watched").waitFor();
    await list.getByRole("button", { name: "Actions for Pictures" }).click();
    await page.getByRole("menuitem", { name: "Pause" }).click();
    await list.getByText("Paused", { exact: true }).waitFor(LATE);

    await list.getByRole("button", { name: "Actions for Pictures" }).click();
    await page.getByRole("menuitem", { name: "Resume" }).click();

    await list.getByText("Watched").waitFor(LATE);
    // The thumbnail of what cannot be decoded is asked for before that is known.
    expect(app.problems.filter((problem) => !problem.includes("404"))).toEqual([]);
  });
});

describe.skipIf(!hasChromium)(`how things stand${skipReason}`, () => {
  let browser: Browser;
  let library: SyntheticLibrary;
  let host: SyntheticHost;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    if (await isStale(root, built)) await buildRenderer();
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    library = new SyntheticLibrary(100);
    host = await openSyntheticHost(library, built);
    page = await openPage(browser, host.url, { problems });
    await photoGrid(page).waitFor();
  });
  afterEach(async () => {
    await page.context().close();
    await host[Symbol.asyncDispose]();
  });

  test("a setting is found by words that are not its name, and gets the keyboard", async () => {
    await page.keyboard.press("Control+,");
    const search = page.getByRole("searchbox", { name: "Search settings" });
    await search.fill("cpu gen");
    await page.getByRole("button", { name: /^How much of the processor/ }).waitFor();
    await search.press("Enter");
    await eventually(() => focusedName(page), "Full");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Space");
    await expect.poll(() => library.indexing.share).toBe("half");

    await search.fill("clear disk");
    await search.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Room on the disk" }).waitFor();
    await search.fill("xyzzy");
    await page.getByText("No setting has these words.").waitFor();
    await search.press("Escape");
    expect(await page.getByRole("tab", { name: "Machine" }).isVisible()).toBe(true);
  });

  test("what is chosen applies at once, and single keys can be switched off", async () => {
    await page.keyboard.press("Control+,");
    await page.getByRole("radio", { name: "Dark", exact: true }).click();
    await eventually(() => page.evaluate(() => document.documentElement.dataset.theme), "dark");
    await page.getByRole("tab", { name: "Keys" }).click();
    await page.getByRole("switch", { name: "Single keys" }).click();
    await page.keyboard.press("Escape");
    await photoGrid(page).getByRole("gridcell", { name: "IMG_0002.jpg" }).click();
    await page.keyboard.press("i");
    await page.keyboard.press("e");
    await page.keyboard.press("ArrowRight");

    await eventually(() => focusedName(page), "IMG_0003.jpg");
    expect(await page.getByRole("complementary", { name: "Details" }).count()).toBe(0);
    expect(await page.getByRole("dialog", { name: "Viewer" }).count()).toBe(0);
  });

  test("another key is pressed for a command, works, is printed everywhere, and all can be reset", async () => {
    await page.keyboard.press("Control+,");
    await page.getByRole("tab", { name: "Keys" }).click();
    const change = page.getByRole("button", { name: "Change the keys of “Find similar”" });
    await change.focus();
    await page.keyboard.press("Enter");
    await eventually(() => focusedName(page), "Press new keys for “Find similar”");
    await page.keyboard.press("Control+b");
    await page.getByText("Ctrl+B is for “Sidebar”, which would lose it.").first().waitFor();
    await page.keyboard.press("t");
    await page.getByText("T is for “Add tag”, which would lose it.").first().waitFor();
    await page.getByRole("button", { name: "Use it here" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("“Find similar” has S, T now.").first().waitFor();
    await page.getByRole("button", { name: "Remove S" }).press("Enter");
    await eventually(() => focusedName(page), "Press new keys for “Find similar”");
    await page.keyboard.press("Escape");
    await eventually(() => focusedName(page), "Change the keys of “Find similar”");
    await page.keyboard.press("Escape");

    await page.reload();
    await photoGrid(page).getByRole("gridcell", { name: "IMG_0002.jpg" }).click();
    await page.keyboard.press("Shift+F10");
    const item = page.getByRole("menuitem", { name: "Find similar", exact: true });
    await expect.poll(() => item.getAttribute("aria-keyshortcuts")).toBe("T");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: "Keys and search" });
    await expect
      .poll(() => sheet.getByText("Find similar", { exact: true }).locator("..").innerText())
      .toMatch(/T$/);
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "hidden" });
    await page.keyboard.press("Control+,");
    await page.getByRole("tab", { name: "Keys" }).click();
    await page.getByRole("button", { name: "Reset all keys" }).click();
    const notice = page.getByRole("region", { name: "Notice" });
    await notice.getByText("All keys are as usual again.").waitFor();

    expect(await change.locator("xpath=ancestor::li").locator("kbd").allInnerTexts()).toEqual([
      "S",
    ]);
  });

  test.each([
    ["the photos", async () => {}],
    ["the filters", () => page.keyboard.press("\\")],
    ["the list of keys", () => page.keyboard.press("?")],
    ["the viewer", () => page.keyboard.press("Enter")],
    ["the settings", () => page.keyboard.press("Control+,")],
  ])("%s: large text is not cut, Tab goes as eyes do, lines are seen", async (_, open) => {
    await photoGrid(page).getByRole("gridcell", { name: "IMG_0002.jpg" }).click();
    await open();
    await settled(page);

    expect({
      "cut off": await withLargeText(page, () => cutOff(page, "[role='grid'], [role='listbox']")),
      "out of order": await outOfOrder(page),
      faint: await faintLines(page),
    }).toEqual({ "cut off": [], "out of order": [], faint: [] });
  });

  test("in a small window with large text the words of the sidebar lie over nothing else", async () => {
    const size = page.viewportSize()!;
    await page.setViewportSize({ width: 1024, height: 700 });
    const own = page.getByRole("button", { name: "New album" });

    const isWithin = await withLargeText(page, () =>
      own.evaluate((button) => {
        const words = document.createRange();
        words.selectNodeContents(button);
        const [inner, outer] = [words.getBoundingClientRect(), button.getBoundingClientRect()];
        return inner.top >= outer.top && inner.bottom <= outer.bottom;
      }),
    );

    expect(isWithin).toBe(true);
    await page.setViewportSize(size);
  });

  test("the slider for the size of thumbnails stays where it is while nothing is found", async () => {
    const slider = page.getByRole("slider", { name: "Thumbnail size" });
    const place = () =>
      slider.evaluate((input: HTMLInputElement) => [input.value, input.max, input.disabled]);
    await photoGrid(page).waitFor();
    await slider.fill("2");
    await eventually(place, ["2", "6", false]);

    await searchBox(page).fill("xyzzy");
    await photoGrid(page).waitFor({ state: "hidden" });

    await eventually(place, ["2", "6", true]);
  });

  test("the activity button tells which file is read, how fast and how long still", async () => {
    host.emit({
      name: "indexing.progress",
      payload: {
        scanning: 0,
        done: 40,
        total: 640,
        failed: 0,
        perSecond: 5,
        path: "/home/ada/Pictures/Lisbon/IMG_7.jpg",
      },
    });
    await page.getByRole("button", { name: /^Activity: indexing, 6 percent/ }).click();
    const popover = page.getByRole("dialog", { name: "Activity" });
    await popover.getByText("Indexing 40 of 640, about 2 minutes left.").waitFor();
    await popover.getByText("Lisbon › IMG_7.jpg").waitFor();
    await popover.getByText("5.0 photos a second").waitFor();
    await popover.getByRole("button", { name: "Show what is missing" }).click();

    await page.getByRole("region", { name: "What can be done" }).waitFor();
  });

  test("a lost engine is one sentence over the photos, a change meanwhile is told to be lost, and everything is read anew when it is back", async () => {
    host.goAway();
    await page.getByRole("alert").getByText("The engine stopped and is starting again.").waitFor();
    expect(await photoGrid(page).getByRole("gridcell").count()).toBeGreaterThan(5);
    library.addNewest("IMG_NEW.jpg");
    await photoGrid(page).getByRole("gridcell").first().press("5");
    const notice = page.getByRole("region", { name: "Notice" });
    await notice.getByText("This change is not saved.").waitFor();
    await notice.getByRole("button", { name: "Try again" }).waitFor();

    host.comeBack();

    await page.getByRole("alert").waitFor({ ...LATE, state: "hidden" });
    await page.getByText("The engine restarted. Saved edits are all here.").first().waitFor();
    await page.getByRole("button", { name: "All photos, 101 photos" }).waitFor();
    await photoGrid(page).getByRole("gridcell", { name: "IMG_NEW.jpg" }).waitFor();
  });

  test("grey rows stand for photos that take a while to be told", async () => {
    const release = host.hold();
    await page.reload();
    await page.getByRole("status", { name: "Reading photos" }).waitFor();

    release();

    await photoGrid(page).getByRole("gridcell").first().waitFor();
    await page.getByRole("status", { name: "Reading photos" }).waitFor({ state: "hidden" });
  });

  test("a page that cannot be drawn says so, and the rest of the window works", async () => {
    library.reviews = null;
    await emitReview();
    await page.getByRole("button", { name: /^To check/ }).click();
    const fault = page.getByRole("alert").filter({ hasText: "Something went wrong here." });
    await fault.waitFor();
    library.reviews = [];
    await fault.getByRole("button", { name: "Try again" }).click();

    await page.getByRole("heading", { name: "To check" }).waitFor();
    await page.keyboard.press("Escape");
    await photoGrid(page).getByRole("gridcell", { name: "IMG_0002.jpg" }).click();
  });

  async function emitReview(): Promise<void> {
    library.toReview = 1;
    host.emit({ name: "photo.changed", payload: { changes: [] } });
    await page.getByRole("button", { name: "To check, 1 photo" }).waitFor();
  }
});
