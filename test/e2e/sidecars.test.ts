import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Locator, Page } from "playwright-core";
import { violations } from "./axe.ts";
import { hasChromium, skipReason } from "./browser.ts";
import { openApp, type App } from "./open-app.ts";
import { eventually, photoGrid } from "./steps.ts";

const BEE = "bee.jpg";

describe.skipIf(!hasChromium)(`XMP files beside the photos${skipReason}`, () => {
  let app: App;
  let page: Page;
  const sidecar = () => path.join(app.photos, "rclip", `${BEE}.xmp`);
  const written = () => readFile(sidecar(), "utf8").catch(() => "");

  beforeAll(async () => {
    app = await openApp();
    page = await app.openPage();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test("a new library asks where tags are kept, and writes no files unless told to", async () => {
    await page.getByRole("button", { name: "Add folder" }).click();
    const dialog = page.getByRole("dialog", { name: "Add folder" });
    await dialog.getByRole("button", { name: "Pictures" }).click();
    await dialog.getByRole("button", { name: "Add this folder" }).click();
    await dialog.waitFor({ state: "hidden" });

    const asks = page.getByRole("region", { name: "Your tags" });
    const keep = asks.getByRole("radio", { name: "Keep them in Semblance" });
    await keep.waitFor();
    expect(await keep.isChecked()).toBe(true);
    expect(await violations(page, { within: "[aria-labelledby=first-steps]" })).toEqual([]);
    await asks.getByRole("button", { name: "Next" }).press("Enter");
    await page
      .getByRole("region", { name: "Speed" })
      .getByRole("button", { name: "Done" })
      .press("Enter");

    await photoGrid(page).getByRole("gridcell", { name: BEE }).click();
    await tag(page, "Garden");
    await page.keyboard.press("i");
    await section(page).getByText("Off for this folder. Tags are kept in the library.").waitFor();
    expect(await written()).toBe("");
  });

  test("turned on for a folder, what was entered before is written too", async () => {
    await section(page).getByRole("button", { name: "Sidecars…" }).click();
    const dialog = page.getByRole("dialog", { name: "Sidecars of Pictures" });
    expect(await violations(page, { within: "[role=dialog]" })).toEqual([]);
    await dialog.getByRole("switch", { name: "Write .xmp files beside the photos" }).click();

    await eventually(async () => (await written()).includes("Garden"), true);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await section(page).getByText("In sync.").waitFor();
    await section(page).getByText(sidecar()).waitFor();
  });

  test("what both sides changed is shown with both values, and the user decides", async () => {
    await photoGrid(page).getByRole("gridcell", { name: BEE }).click();
    await page.keyboard.press("3");
    await eventually(async () => /xmp:Rating(="|>)3/.test(await written()), true);
    await section(page).getByText("In sync.").waitFor();
    await setMirror(page, false);
    await page.keyboard.press("4");
    await section(page).getByText("Off for this folder.").waitFor();
    await writeFile(sidecar(), (await written()).replace(/(xmp:Rating(?:="|>))3/, "$12"));
    await setMirror(page, true);

    await section(page).getByText("Rating: 4 here, 2 in the file.").waitFor();
    await page.getByRole("navigation").getByText("1 photo disagrees with the file.").waitFor();
    await section(page).getByRole("button", { name: "Take 2" }).click();

    await section(page).getByText("In sync.").waitFor();
    await eventually(() => section(page).getByRole("button", { name: "Keep 4" }).count(), 0);
    await eventually(() => page.getByRole("radio", { name: "2 stars" }).isChecked(), true);
    expect(await written()).toMatch(/xmp:Rating(="|>)2/);
  });

  test("what could not be written is still told when the window is opened anew, and is tried again by a button", async () => {
    const inItsPlace = sidecar();
    await rm(inItsPlace);
    await mkdir(inItsPlace);
    await photoGrid(page).getByRole("gridcell", { name: BEE }).click();
    await tag(page, "Meadow");
    const told = page
      .getByRole("navigation")
      .getByText("The .xmp file of 1 photo could not be written.");
    await told.waitFor();
    await page.reload();
    await told.waitFor();

    await rm(inItsPlace, { recursive: true });
    await page.getByRole("button", { name: "Try again: The .xmp file of 1 photo" }).press("Enter");

    await told.waitFor({ state: "hidden" });
    await eventually(async () => (await written()).includes("Meadow"), true);
  });

  test("new files are called as the user chooses, with the keyboard alone", async () => {
    const other = "black kitty.jpeg";
    await page.getByRole("button", { name: "Actions for Pictures" }).press("Enter");
    await page.getByRole("menuitem", { name: "Sidecars…" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Sidecars of Pictures" });
    const names = dialog.getByRole("radiogroup", { name: "New files are called" });
    const full = names.getByRole("radio", { name: "IMG.jpg.xmp" });
    await full.waitFor();
    expect(await full.isChecked()).toBe(true);
    await full.press("ArrowRight");
    await page
      .getByRole("region", { name: "Notice" })
      .getByText("New .xmp files are called IMG.xmp from now on.")
      .waitFor();
    expect(await violations(page, { within: "[role=dialog]" })).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });

    await photoGrid(page).getByRole("gridcell", { name: other }).click();
    await page.keyboard.press("5");

    const file = path.join(app.photos, "rclip", "black kitty.xmp");
    await eventually(
      async () => /xmp:Rating(="|>)5/.test(await readFile(file, "utf8").catch(() => "")),
      true,
    );
    expect(await written()).toMatch(/xmp:Rating(="|>)2/);
  });

  test("nothing was reported to the console", () => {
    expect(app.problems).toEqual([]);
  });
});

async function tag(page: Page, name: string): Promise<void> {
  await page.keyboard.press("t");
  const box = page.getByRole("dialog", { name: "Add tag" });
  await box.getByRole("textbox", { name: "Add tag" }).fill(name);
  await page.keyboard.press("Enter");
  await page.getByRole("treeitem", { name: new RegExp(`^${name}`) }).waitFor();
  await page.keyboard.press("Escape");
  await box.waitFor({ state: "hidden" });
}

/** In the menu of the folder; the keyboard is with the photos again. */
async function setMirror(page: Page, isOn: boolean): Promise<void> {
  await page.getByRole("button", { name: "Actions for Pictures" }).press("Enter");
  await page.getByRole("menuitem", { name: "Sidecars…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Sidecars of Pictures" });
  const write = dialog.getByRole("switch", { name: "Write .xmp files beside the photos" });
  await write.press("Space");
  await eventually(() => write.isChecked(), isOn);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await photoGrid(page).getByRole("gridcell", { name: BEE }).click();
}

/** Of the details. */
function section(page: Page): Locator {
  return page.getByRole("complementary", { name: "Details" }).getByRole("group", {
    name: "Sidecar",
  });
}
