import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { hasChromium, skipReason } from "./browser.ts";
import type { App } from "./open-app.ts";
import { openReadyApp } from "./ready-app.ts";
import { eventually, photoGrid, waitForIndexing } from "./steps.ts";

describe.skipIf(!hasChromium)(`what a photo says of itself${skipReason}`, () => {
  let app: App;
  let page: Page;
  const details = () => page.getByRole("complementary", { name: "Details" });

  beforeAll(async () => {
    app = await openReadyApp();
    page = await app.openPage();
    await waitForIndexing(page);
    await photoGrid(page).getByRole("gridcell", { name: "prairie_falcon.jpg" }).click();
    await page.keyboard.press("i");
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test("the details tell the date with who says it, title, caption, and tags that came with the file", async () => {
    await details().getByText("March 31, 2022, 11:31").waitFor();
    await details().getByText("from the camera").waitFor();
    const words = (label: string) => details().getByLabel(label, { exact: true }).inputValue();
    await eventually(() => words("Title"), "Prairie falcon female with eggs");
    expect(await words("Caption")).toContain("sedimentary slide walls");
    const tags = await details().getByTitle("From the file").allTextContents();
    expect(tags.map((tag) => tag.trim())).toContain("raptors");
  });

  test("a capture time is moved from the menu, and back by the toast", async () => {
    const photo = photoGrid(page).getByRole("gridcell", { name: "prairie_falcon.jpg" });
    await photo.click({ button: "right" });
    await page.getByRole("menuitem", { name: "Move capture time…" }).click();
    const dialog = page.getByRole("dialog", { name: "Move the capture time of 1 photo" });
    await dialog.getByLabel("By").fill("90");
    await dialog.getByLabel("Unit").selectOption("minutes");
    await dialog.getByLabel("Direction").selectOption("earlier");
    await dialog.getByRole("button", { name: "Move", exact: true }).click();

    await details().getByText("March 31, 2022, 10:01").waitFor();
    await details().getByText("set by you").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();

    await details().getByText("March 31, 2022, 11:31").waitFor();
    await details().getByText("from the camera").waitFor();
  });

  test("a photo gets the time that is entered, beginning with the one that it has", async () => {
    const photo = photoGrid(page).getByRole("gridcell", { name: "prairie_falcon.jpg" });
    await photo.click({ button: "right" });
    await page.getByRole("menuitem", { name: "Move capture time…" }).click();
    const dialog = page.getByRole("dialog", { name: "Move the capture time of 1 photo" });
    await dialog.getByLabel("How").selectOption("to");
    await eventually(() => dialog.getByLabel("Taken at").inputValue(), "2022-03-31T11:31:56");
    await dialog.getByLabel("Taken at").fill("2020-02-29T08:00:00");
    await dialog.getByRole("button", { name: "Move", exact: true }).click();

    await details().getByText("February 29, 2020, 08:00").waitFor();
    expect(app.problems).toEqual([]);
  });
});
