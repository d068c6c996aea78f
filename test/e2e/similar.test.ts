import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { FIXTURES } from "../support/fixtures.ts";
import { violations } from "./axe.ts";
import { hasChromium, skipReason } from "./browser.ts";
import type { App } from "./open-app.ts";
import { openReadyApp } from "./ready-app.ts";
import {
  eventually,
  focusedName,
  photoGrid,
  photoNames,
  searchBox,
  waitForIndexing,
} from "./steps.ts";

const BANANA = "Banana_005.jpg";
const ORANGE = "Orange_001.jpg";

const opacityOf = (element: Element) => getComputedStyle(element).opacity;

describe.skipIf(!hasChromium)(`similar photos, refined${skipReason}`, () => {
  let app: App;
  let page: Page;
  const results = (name: string) =>
    page.getByRole("grid", { name: `Similar to ${name}`, exact: true });
  const pane = () => page.getByRole("region", { name: /(^S|: s)imilar to / });
  const well = (name: string) => pane().getByRole("group", { name, exact: true });
  const status = () => page.getByRole("status").last().textContent();
  const bands = (name: string) => results(name).getByRole("rowheader").allTextContents();
  const depth = () => pane().getByRole("slider", { name: "Depth" });

  beforeAll(async () => {
    app = await openReadyApp();
    page = await app.openPage({ viewport: { width: 1600, height: 1400 } });
    await waitForIndexing(page);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  async function open(name: string): Promise<void> {
    await photoGrid(page).getByRole("gridcell", { name }).click();
    await eventually(() => focusedName(page), name);
    await page.keyboard.press("s");
    await results(name).getByRole("gridcell").first().waitFor();
    await eventually(async () => (await focusedName(page)) !== name, true);
  }

  async function close(): Promise<void> {
    await pane().getByRole("button", { name: "Close similar photos" }).click();
    await pane().waitFor({ state: "hidden" });
  }

  test("results have headings that count them, the end is marked, and more can be asked for", async () => {
    await open(BANANA);

    const [first] = await bands(BANANA);
    expect(first).toMatch(/^(Same shot|Very similar|Related)/);
    await results(BANANA).getByText("The rest are no more alike than chance.").waitFor();
    await eventually(
      status,
      expect.stringMatching(
        /^Similar to Banana_005.jpg: \d+ (same shot|very similar|related)/,
      ) as unknown as string,
    );
    const shown = (await photoNames(results(BANANA))).length;

    await pane().getByRole("button", { name: "Show the next 100 anyway" }).click();
    await results(BANANA).getByRole("rowheader", { name: "Beyond likeness" }).waitFor();
    await eventually(async () => (await photoNames(results(BANANA))).length, 21);
    expect(shown).toBeLessThan(21);
  });

  test("Mod+Shift+A selects all of a band, and its button does", async () => {
    const heading = results(BANANA).getByRole("rowheader", { name: "Beyond likeness" });
    const select = heading.getByRole("button");
    await select.focus();
    await page.keyboard.press("Enter");
    const chosen = async () =>
      (await results(BANANA).getByRole("gridcell", { selected: true }).count()) > 1;
    await eventually(chosen, true);
    expect(await select.getAttribute("aria-pressed")).toBe("true");

    await page.keyboard.press("Enter");
    await eventually(chosen, false);
    await results(BANANA).getByRole("gridcell").last().click();
    await page.keyboard.press("Control+Shift+a");
    await eventually(chosen, true);
    await eventually(() => select.getAttribute("aria-pressed"), "true");
    await page.keyboard.press("Control+d");
    await eventually(chosen, false);
  });

  test("M and Shift+M add examples, a weight is chosen, and they go again", async () => {
    await photoGrid(page).getByRole("gridcell", { name: ORANGE }).click();
    await page.keyboard.press("m");
    await results(`${BANANA} and 1 more`).waitFor();
    await well("More like this").getByRole("img", { name: ORANGE }).waitFor();

    await page.keyboard.press("Shift+M");
    await results(BANANA).waitFor();
    await well("Less like this").getByRole("img", { name: ORANGE }).waitFor();
    await eventually(
      status,
      expect.stringMatching(/^1 more, 1 less\. \d+ photo/) as unknown as string,
    );
    await pane()
      .getByRole("button", { name: `Weight of ${ORANGE}, 1 time`, exact: true })
      .click();
    await page.getByRole("menuitemradio", { name: "3×" }).click();
    await pane()
      .getByRole("button", { name: `Weight of ${ORANGE}, 3 times` })
      .waitFor();
    await pane()
      .getByRole("button", { name: `Remove ${ORANGE} from the examples` })
      .click();
    await well("Less like this").getByText("Drop photos that are wrong here.").waitFor();
    // Something has to be left to be like.
    expect(
      await pane()
        .getByRole("button", { name: /^Remove/ })
        .count(),
    ).toBe(0);
  });

  test("photos are dragged into the wells", async () => {
    await photoGrid(page).getByRole("gridcell", { name: ORANGE }).dragTo(well("Less like this"));

    await well("Less like this").getByRole("img", { name: ORANGE }).waitFor();
    await well("Less like this")
      .getByRole("button", { name: /^Weight/ })
      .click({ button: "right" });
    await page.getByRole("menuitem", { name: "Swap to more like this" }).click();
    await results(`${BANANA} and 1 more`).waitFor();
    await close();
  });

  test("several selected photos are examples of equal weight", async () => {
    await photoGrid(page).getByRole("gridcell", { name: BANANA }).click();
    await photoGrid(page)
      .getByRole("gridcell", { name: ORANGE })
      .click({ modifiers: ["Control"] });
    await page.keyboard.press("s");

    await well("More like this").getByRole("img").nth(1).waitFor();
    expect(
      await well("More like this")
        .getByRole("button", { name: /^Weight.*1 time$/ })
        .count(),
    ).toBe(2);
    await close();
  });

  test("the depth goes by keys and by its slider, and says what it is", async () => {
    await open(BANANA);
    expect(await depth().getAttribute("aria-valuetext")).toBe("Means the same");

    for (let press = 0; press < 5; press++) await page.keyboard.press(",");
    await eventually(() => depth().getAttribute("aria-valuetext"), "Both");
    await page.keyboard.press(".");
    await eventually(() => depth().getAttribute("aria-valuetext"), "Mostly meaning");
    await depth().press("Home");
    await eventually(() => depth().getAttribute("aria-valuetext"), "Looks like");
    await depth().press(".");
    await eventually(() => depth().inputValue(), "10");
    await depth().press("Home");
    await results(BANANA).getByRole("gridcell").first().waitFor();
  });

  test("a handle of the part is dragged by the pointer", async () => {
    await results(BANANA).getByRole("gridcell").first().focus();
    await page.keyboard.press("r");
    const dialog = page.getByRole("dialog", { name: `Search a part of ${BANANA}` });
    const picture = dialog.locator(".picture img");
    await eventually(
      () => picture.evaluate((element) => (element as HTMLImageElement).complete),
      true,
    );
    const image = (await picture.boundingBox())!;
    const handle = (await dialog.locator("[data-handle=se]").boundingBox())!;
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];

    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + image.width / 5, y + image.height / 10, { steps: 3 });
    await page.mouse.up();
    await eventually(
      () => focusedName(page),
      "The part: 25 % from the left, 25 % from the top, 70 % wide, 60 % high",
    );
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  });

  test("a part of the photo is chosen by keys, from anywhere in the pane, and the tray shows it", async () => {
    await depth().press("r");
    const dialog = page.getByRole("dialog", { name: `Search a part of ${BANANA}` });
    await dialog.getByRole("application").waitFor();
    await eventually(
      () => focusedName(page),
      "The part: 25 % from the left, 25 % from the top, 50 % wide, 50 % high",
    );
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    await eventually(() => dialog.getByRole("spinbutton", { name: "Left" }).inputValue(), "26");
    await dialog.getByRole("spinbutton", { name: "Width" }).fill("30");
    expect(await violations(page, { within: "[role=dialog]" })).toEqual([]);
    await dialog.getByRole("button", { name: "Search this part" }).click();

    await well("More like this")
      .getByRole("img", { name: `${BANANA}, a part of it` })
      .waitFor();
    await results(BANANA).getByRole("gridcell").first().waitFor();
  });

  test("the search box narrows the list, and the library keeps its own search", async () => {
    await depth().press("End");
    await pane().getByRole("button", { name: "Region" }).click();
    await page.getByRole("button", { name: "Search the whole photo" }).click();
    expect(await searchBox(page).getAttribute("placeholder")).toBe("Search within similar photos");
    await searchBox(page).fill("Banana_013");
    await eventually(() => photoNames(results(BANANA)), ["Banana_013.jpg"]);
    await photoGrid(page).getByRole("gridcell", { name: ORANGE }).waitFor();

    await searchBox(page).fill("Orange_nowhere");
    await pane().getByText("Nothing similar among what this search finds.").waitFor();
    await pane().getByRole("button", { name: "Search all photos" }).click();
    await results(BANANA).getByRole("gridcell", { name: "Banana_018.jpg" }).waitFor();
  });

  test("Back and Forward walk the chain, and each question is as it was left", async () => {
    await searchBox(page).fill("Banana_013");
    await eventually(() => photoNames(results(BANANA)), ["Banana_013.jpg"]);
    await results(BANANA).getByRole("gridcell", { name: "Banana_013.jpg" }).click();
    await page.keyboard.press("s");
    await results("Banana_013.jpg").getByRole("gridcell").first().waitFor();
    expect(await searchBox(page).inputValue()).toBe("");
    await pane()
      .getByRole("button", { name: `Back to ${BANANA}` })
      .waitFor();

    await page.keyboard.press("Alt+ArrowLeft");
    await results(BANANA).waitFor();
    await eventually(() => searchBox(page).inputValue(), "Banana_013");
    await eventually(() => focusedName(page), "Banana_013.jpg");
    await page.keyboard.press("Alt+ArrowLeft");
    await pane().waitFor({ state: "hidden" });
    await eventually(() => searchBox(page).inputValue(), "");
    await page.keyboard.press("Alt+ArrowRight");
    await results(BANANA).waitFor();
    await page.keyboard.press("Alt+ArrowRight");
    await results("Banana_013.jpg").waitFor();
    await close();
  });

  test("a picture from outside is an example with a note", async () => {
    await open(BANANA);
    const bytes = await readFile(path.join(FIXTURES, "grocery", ORANGE));
    await pane()
      .getByLabel("More like a picture from a file…")
      .setInputFiles({ name: "outside.jpg", mimeType: "image/jpeg", buffer: bytes });

    await well("More like this").getByRole("img", { name: "outside.jpg" }).waitFor();
    await pane().getByText("A picture from outside.").waitFor();
  });

  test("W shows where two photos are alike, in words and in colour, and Esc goes back to the photo", async () => {
    await results(`${BANANA} and 1 more`).getByRole("gridcell").first().click();
    const name = await focusedName(page);
    await page.keyboard.press("w");
    const dialog = page.getByRole("dialog", { name: `Why is ${name} here?` });
    await dialog.getByText(/^Alike by 0\.\d+, where 1 is the same picture/).waitFor();

    expect(await dialog.getByRole("figure").count()).toBe(2);
    expect(await dialog.getByText(/^(Mostly .*|All over the photo)\.$/).count()).toBe(2);
    await eventually(status, expect.stringContaining(`${name}: `) as unknown as string);
    expect(await violations(page, { within: "[role=dialog]" })).toEqual([]);
    const strength = dialog.getByRole("slider", { name: "Colour" });
    await eventually(() => strength.evaluate((slider) => slider === document.activeElement), true);
    await page.keyboard.press("Home");
    await eventually(() => dialog.locator("canvas").first().evaluate(opacityOf), "0");
    await dialog.getByRole("radio", { name: "outside.jpg" }).check({ force: true });
    await dialog.getByRole("figure", { name: "outside.jpg" }).waitFor();
    await dialog.getByText(/^Alike by/).waitFor();

    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await eventually(() => focusedName(page), name);
  });

  test("a file that hovers finds two places, and dropped on a well it is one more example", async () => {
    await dragFile(page, "dragover", "body");
    const zones = page.locator("[data-drop-zones]");
    await zones.getByText("Find similar", { exact: true }).waitFor();
    // In a browser nobody knows where a file is.
    expect(await zones.getByText("Add its folder").count()).toBe(0);

    await dragFile(page, "dragover", "[role=group][aria-label='Less like this']");
    await dragFile(page, "drop", "[role=group][aria-label='Less like this']");
    await zones.waitFor({ state: "hidden" });
    await well("Less like this").getByRole("img", { name: "dropped.jpg" }).waitFor();
  });

  test("crops and turned copies are left out, and looked for again, by the menu of the pane", async () => {
    const choose = async (item: string, checked: string) => {
      const button = pane().getByRole("button", { name: "More about these similar photos" });
      await button.click();
      const items = page.getByRole("menuitemradio", { checked: true });
      await items.getByText(checked).waitFor();
      await page.getByRole("menuitemradio", { name: item }).click();
      await eventually(() => focusedName(page), "More about these similar photos");
    };
    await choose("Leave them out", "Look for them, too");
    await choose("Look for them, too", "Leave them out");
  });

  test("what was found is kept with all examples, in the sidebar, and shown from there after a restart", async () => {
    await page.keyboard.press("Control+s");
    const dialog = page.getByRole("dialog", { name: "Save these similar photos" });
    await dialog.getByText("Of pictures from outside, copies are kept in the library.").waitFor();
    expect(await violations(page, { within: "[role=dialog]" })).toEqual([]);
    await dialog.getByRole("textbox", { name: "Name" }).fill("Fruit");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });
    const row = () => page.getByRole("button", { name: "Fruit, similar photos" });
    await eventually(() => row().getAttribute("aria-current"), "page");
    const shown = await photoNames(results(`${BANANA} and 1 more`));
    expect(shown).not.toEqual([]);

    await app.restart();
    page = await app.openPage({ viewport: { width: 1600, height: 1400 } });
    await row().click();

    await page.getByRole("region", { name: `Fruit: similar to ${BANANA} and 1 more` }).waitFor();
    // A kept copy is a little smaller than the picture, so that near ties may change places.
    const first = async () => (await photoNames(results(`${BANANA} and 1 more`)))[0] ?? "";
    await eventually(async () => shown.includes(await first()), true);
    const kept = pane().getByRole("img", { name: "dropped.jpg, less like this" });
    await eventually(
      () => kept.evaluate((image) => (image as HTMLImageElement).naturalWidth > 0),
      true,
    );
    // The first one that goes.
    await pane().getByRole("button", { name: "Remove dropped.jpg from the examples" }).click();
    await pane().getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Save the changes in Fruit" }).click();
    await page.getByText("Fruit has other examples.").first().waitFor();
  });

  test("a band is selected, then tagged, rated, added to an album and offered to the trash as anywhere", async () => {
    const grid = results(`${BANANA} and 1 more`);
    await grid.getByRole("gridcell").last().click();
    await page.keyboard.press("Control+Shift+a");
    await eventually(
      async () => (await grid.getByRole("gridcell", { selected: true }).count()) > 1,
      true,
    );
    const count = await grid.getByRole("gridcell", { selected: true }).count();

    await page.keyboard.press("t");
    const box = page.getByRole("dialog", { name: "Add tag" });
    await box.getByRole("textbox").fill("Fruit");
    await box.getByRole("option", { name: "Create Fruit" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByText(`Tagged ${count} photos with Fruit.`).first().waitFor();
    await page.keyboard.press("Escape");
    await box.waitFor({ state: "hidden" });
    await page.keyboard.press("3");
    await page.getByText(`Rated ${count} photos 3 stars.`).first().waitFor();
    await page.keyboard.press("b");
    await page.getByRole("dialog", { name: "Which album?" }).getByRole("textbox").fill("Bowl");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: `Bowl, ${count} photos, target album` }).waitFor();
    await page.keyboard.press("Delete");
    const trash = page.getByRole("dialog", { name: `Move ${count} photos to the trash?` });
    await trash.getByRole("button", { name: "Cancel" }).click();
    await trash.waitFor({ state: "hidden" });
    await page.keyboard.press("Control+d");
    await close();
  });

  test("in a narrow window something always has the keyboard: while it looks, with nothing found, and closed", async () => {
    await page.setViewportSize({ width: 1024, height: 700 });
    await photoGrid(page).getByRole("gridcell", { name: BANANA }).click();
    await eventually(() => focusedName(page), BANANA);
    await page.evaluate(noteLostKeyboard);
    await page.keyboard.press("s");
    await results(BANANA).getByRole("gridcell").first().waitFor();
    await eventually(async () => (await focusedName(page)) !== BANANA, true);

    await searchBox(page).fill("Orange_nowhere");
    await page.keyboard.press("ArrowDown");
    await pane().getByRole("button", { name: "Search all photos" }).click();
    await results(BANANA).getByRole("gridcell").first().waitFor();
    await pane().getByRole("button", { name: "Add examples" }).press("Enter");
    await page.keyboard.press("Escape");
    await pane().getByRole("button", { name: "Close similar photos" }).press("Enter");
    await eventually(() => focusedName(page), BANANA);

    expect(await page.evaluate(() => (window as unknown as { lost: string[] }).lost)).toEqual([]);
  });

  test("a label says where it comes from", async () => {
    await photoGrid(page).getByRole("gridcell", { name: BANANA }).click();
    await page.keyboard.press("i");
    const details = page.getByRole("complementary", { name: "Details" });
    const right = details.getByRole("button", { name: "Right: banana" });
    await right.focus();
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "Why?" }).click();

    const dialog = page.getByRole("dialog", { name: "Why “banana”?" });
    await dialog.getByText("The model looks at the part inside the line.").waitFor();
    expect(await dialog.getByRole("figure").count()).toBe(1);
    expect(await violations(page, { within: "[role=dialog]" })).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  });

  test("the pane has no violation, and nothing broke a policy or threw", async () => {
    expect(await violations(page, { within: "main" })).toEqual([]);
    expect(app.problems).toEqual([]);
  });
});

/** As the browser tells the page: a file over an element, or let go there. */
async function dragFile(page: Page, kind: "dragover" | "drop", selector: string): Promise<void> {
  const bytes = await readFile(path.join(FIXTURES, "rclip", "bee.jpg"));
  await page.locator(selector).evaluate(
    (element, { type, base64 }) => {
      const data = new DataTransfer();
      const numbers = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([numbers], "dropped.jpg", { type: "image/jpeg" }));
      const options = { bubbles: true, cancelable: true, dataTransfer: data };
      element.dispatchEvent(new DragEvent(type, options));
    },
    { type: kind, base64: bytes.toString("base64") },
  );
}

/** Looks once a frame whether nothing has the keyboard for longer than it takes to draw what comes next. */
function noteLostKeyboard(): void {
  const lost: string[] = [];
  Object.assign(window, { lost });
  let since = 0;
  const look = () => {
    since = document.activeElement === document.body ? since + 1 : 0;
    if (since === 30) lost.push(document.title);
    requestAnimationFrame(look);
  };
  look();
}
