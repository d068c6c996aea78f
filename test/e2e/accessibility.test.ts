import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { hasChromium, skipReason } from "./browser.ts";
import { openApp, type App } from "./open-app.ts";
import { addPictures, photoGrid, waitForIndexing } from "./steps.ts";

describe.skipIf(!hasChromium)(`what axe finds${skipReason}`, () => {
  let app: App;

  beforeAll(async () => {
    app = await openApp();
    const page = await app.openPage();
    await addPictures(page);
    await waitForIndexing(page);
    await page.close();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  for (const colorScheme of ["light", "dark"] as const) {
    test(`no serious violation in any view, ${colorScheme}`, async () => {
      const page = await app.openPage({ colorScheme });
      await photoGrid(page).waitFor();
      const found: Record<string, readonly string[]> = {};
      for (const [view, open] of Object.entries(views)) {
        await open(page);
        found[view] = await violations(page);
      }
      await page.close();

      expect(found).toEqual(Object.fromEntries(Object.keys(views).map((view) => [view, []])));
    });
  }
});

/** Each begins where the one before ended. */
const views: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  grid: async (page) => {
    await photoGrid(page).getByRole("gridcell").first().click();
  },
  details: async (page) => {
    await page.keyboard.press("i");
    await page
      .getByRole("complementary", { name: "Details" })
      .getByRole("heading", { level: 3 })
      .waitFor();
  },
  similar: async (page) => {
    await page.keyboard.press("i");
    await page.keyboard.press("s");
    await page.getByRole("grid", { name: "Similar to" }).waitFor();
  },
  "a menu": async (page) => {
    await page.keyboard.press("Escape");
    await photoGrid(page).getByRole("gridcell").first().click({ button: "right" });
    await page.getByRole("menu").waitFor();
  },
  "the selection bar": async (page) => {
    await page.keyboard.press("Escape");
    await photoGrid(page)
      .getByRole("gridcell")
      .nth(2)
      .click({ modifiers: ["Shift"] });
    await page.getByRole("toolbar", { name: "Selection" }).waitFor();
  },
  "the tag box": async (page) => {
    await page.keyboard.press("t");
    await page.getByRole("dialog", { name: "Add tag" }).waitFor();
  },
  viewer: async (page) => {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Add tag" }).waitFor({ state: "hidden" });
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Viewer" }).waitFor();
  },
  "the trash dialog": async (page) => {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Viewer" }).waitFor({ state: "hidden" });
    await page.keyboard.press("Delete");
    await page.getByRole("dialog", { name: /to the trash/ }).waitFor();
  },
  "the export dialog": async (page) => {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: /to the trash/ }).waitFor({ state: "hidden" });
    await page.keyboard.press("Shift+Control+E");
    await page.getByRole("dialog", { name: /^Export/ }).waitFor();
  },
  "the folder dialog": async (page) => {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: /^Export/ }).waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Add folder" }).click();
    await page
      .getByRole("dialog", { name: "Add folder" })
      .getByRole("button", { name: "Pictures" })
      .waitFor();
  },
  help: async (page) => {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Add folder" }).waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "How to search" }).click();
    await page.getByRole("dialog", { name: "Keys and search" }).waitFor();
  },
  "the models": async (page) => {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Keys and search" }).waitFor({ state: "hidden" });
    await page.keyboard.press("Control+,");
    await page.getByRole("tab", { name: "Models" }).click();
    await page.getByRole("radiogroup", { name: "Model in use" }).waitFor();
  },
  "the machine": async (page) => {
    await page.getByRole("tab", { name: "Machine" }).click();
    await page.getByRole("radiogroup", { name: "What can run the model" }).waitFor();
  },
};

async function violations(page: Page): Promise<readonly string[]> {
  await settled(page);
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

/** A colour that is half faded in has half its contrast. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(
      document.getAnimations().map((animation) => animation.finished.catch(() => undefined)),
    ),
  );
}
