import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { violations } from "./axe.ts";
import { hasChromium, skipReason } from "./browser.ts";
import type { App } from "./open-app.ts";
import { openReadyApp } from "./ready-app.ts";
import { eventually, photoGrid, searchBox, waitForIndexing } from "./steps.ts";

describe.skipIf(!hasChromium)(`stars, flags, colours and words by hand${skipReason}`, () => {
  let app: App;
  let page: Page;
  const falcon = () => photoGrid(page).getByRole("gridcell", { name: "prairie_falcon.jpg" });
  const details = () => page.getByRole("complementary", { name: "Details" });
  const notice = () => page.getByRole("region", { name: "Notice" });
  const said = async () => (await falcon().getAttribute("aria-description")) ?? "";

  beforeAll(async () => {
    app = await openReadyApp();
    page = await app.openPage();
    await waitForIndexing(page);
    await falcon().click();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test("digits, P and X mark the focused photo, and its tile says so; the same colour again takes it away", async () => {
    await page.keyboard.press("4");
    await notice().getByText("Rated 1 photo 4 stars.").waitFor();
    await page.keyboard.press("p");
    await notice().getByText("Picked 1 photo.").waitFor();
    await page.keyboard.press("6");
    await notice().getByText("Gave 1 photo the colour red.").waitFor();
    await eventually(async () => (await said()).includes("4 stars, picked, red"), true);

    await page.keyboard.press("6");
    await notice().getByText("Took the colour from 1 photo.").waitFor();
    await page.keyboard.press("x");
    await notice().getByText("Rejected 1 photo.").waitFor();
    await eventually(async () => (await said()).includes("4 stars, rejected, photo"), true);
  });

  test("Undo takes the last mark back", async () => {
    await notice().getByRole("button", { name: "Undo" }).click();

    await eventually(async () => (await said()).includes("4 stars, picked, photo"), true);
    await page.keyboard.press("Control+z");
    await notice().getByText("Took the colour from 1 photo").waitFor();
    await eventually(async () => (await said()).includes("4 stars, picked, red"), true);
  });

  test("Shift and a mark go on to the next photo, in the viewer as in the grid", async () => {
    await photoGrid(page).getByRole("gridcell").first().click();
    await page.keyboard.press("Enter");
    const viewer = page.getByRole("dialog", { name: "Viewer" });
    await viewer.getByText("1 of 22").waitFor();
    await page.keyboard.press("Shift+Digit2");
    await viewer.getByText("2 of 22").waitFor();
    await page.keyboard.press("Shift+U");
    await viewer.getByText("3 of 22").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+Digit5");

    const described = (at: number) =>
      photoGrid(page).getByRole("gridcell").nth(at).getAttribute("aria-description");
    await eventually(async () => (await described(0))?.includes("2 stars"), true);
    await eventually(async () => (await described(2))?.includes("5 stars"), true);
    await eventually(
      () => photoGrid(page).getByRole("gridcell", { selected: true }).getAttribute("data-index"),
      "3",
    );
  });

  test("the details show and change everything by keyboard alone, and Esc brings a text back", async () => {
    await falcon().click();
    await page.keyboard.press("i");
    const rating = details().getByRole("radiogroup", { name: "Rating" });
    await rating.getByRole("radio", { name: "4 stars", checked: true }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space");
    await rating.getByRole("radio", { name: "5 stars", checked: true }).waitFor();
    await details().getByRole("radio", { name: "Red", checked: true }).focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Space");
    await details().getByRole("radio", { name: "No colour", checked: true }).waitFor();

    const title = details().getByRole("textbox", { name: "Title" });
    const before = await title.inputValue();
    await title.fill("Something else");
    await page.keyboard.press("Escape");
    expect(await title.inputValue()).toBe(before);
    await title.fill("Falcon at rest");
    await page.keyboard.press("Enter");
    await notice().getByText("Replaced the title of 1 photo.").waitFor();
    await details().getByRole("button", { name: "Use the file’s title" }).click();
    await eventually(() => title.inputValue(), before);
  });

  test("a caption has lines, is saved when the field is left, and found by its words", async () => {
    const caption = details().getByRole("textbox", { name: "Caption" });
    await caption.fill("Seen from the towpath");
    await caption.press("Shift+Enter");
    await caption.pressSequentially("at dusk");
    await photoGrid(page).getByRole("gridcell").first().click();
    await notice().getByText("Replaced the caption of 1 photo.").waitFor();

    await searchBox(page).fill("towpath dusk rating:5 flag:pick");
    await page.keyboard.press("Enter");
    await eventually(() => photoGrid(page).getByRole("gridcell").count(), 1);
    await falcon().click();
    await eventually(() => caption.inputValue(), "Seen from the towpath\nat dusk");
  });

  test("axe finds nothing in the details", async () => {
    expect(await violations(page, { within: ".detail" })).toEqual([]);
  });

  test("the menu and the selection bar mark everything that is selected", async () => {
    await page.getByRole("button", { name: "All photos, 22 photos" }).click();
    await eventually(async () => (await photoGrid(page).getByRole("gridcell").count()) > 3, true);
    const cells = photoGrid(page).getByRole("gridcell");
    await cells.nth(0).click();
    await cells.nth(2).click({ modifiers: ["Shift"] });
    const bar = page.getByRole("toolbar", { name: "Selection" });
    await bar.getByRole("button", { name: "Pick" }).click();
    await notice()
      .getByText(/^Picked \d photos?\.$/)
      .waitFor();
    await cells.nth(1).click({ button: "right" });
    await page.getByRole("menuitem", { name: "Colour" }).hover();
    await page.getByRole("menuitem", { name: "Purple" }).click();
    await notice().getByText("Gave 3 photos the colour purple.").waitFor();

    for (const at of [0, 1, 2]) {
      await eventually(
        async () =>
          (await cells.nth(at).getAttribute("aria-description"))!.includes("picked, purple"),
        true,
      );
    }
  });

  test("of several photos the details, the menus and the bar show what all of them have, and what some", async () => {
    const bar = page.getByRole("toolbar", { name: "Selection" });
    const flag = details().getByRole("radiogroup", { name: "Flag" });
    await details().getByRole("radio", { name: "Purple", checked: true }).waitFor();
    await flag.getByRole("radio", { name: "Pick", checked: true }).waitFor();
    await bar.getByRole("button", { name: "Pick", pressed: true }).waitFor();

    await photoGrid(page)
      .getByRole("gridcell")
      .nth(3)
      .click({ modifiers: ["Control"] });
    await page.getByRole("heading", { name: "4 photos selected" }).waitFor();
    await eventually(
      () => flag.getByRole("radio", { name: "Pick" }).getAttribute("aria-description"),
      "3 of 4",
    );
    expect(await details().getByRole("radio", { checked: true, name: "Pick" }).count()).toBe(0);
    expect(await details().getByText("Mixed").count()).toBeGreaterThanOrEqual(2);
    await bar.getByRole("button", { name: "Pick", pressed: false }).waitFor();
    await bar.getByRole("button", { name: "Colour" }).click();
    const purple = page.getByRole("menuitem", { name: "Purple" });
    await eventually(() => purple.getAttribute("aria-description"), "3 of 4");
    await page.keyboard.press("Escape");
    expect(await violations(page, { within: ".detail" })).toEqual([]);

    await page.keyboard.press("Control+z");
    await eventually(
      () => flag.getByRole("radio", { name: "Pick" }).getAttribute("aria-description"),
      "3 of 4",
    );
    await flag.getByRole("radio", { name: "Reject" }).click();
    await flag.getByRole("radio", { name: "Reject", checked: true }).waitFor();
    await bar.getByRole("button", { name: "Reject", pressed: true }).waitFor();
  });

  test("what can be done with them stays beside details that float over the photos", async () => {
    await page.setViewportSize({ width: 1024, height: 700 });
    const bar = page.getByRole("toolbar", { name: "Selection" });

    await eventually(async () => {
      const [own, panel] = [await bar.boundingBox(), await details().boundingBox()];
      return own !== null && panel !== null && own.x + own.width <= panel.x;
    }, true);
    expect(app.problems).toEqual([]);
  });
});
