/** @file The main views of the window, opened one after another by their names in a language. */
import type { Locator, Page } from "playwright-core";
import { languages, languageTags } from "../../electron/contract/language.ts";
import { loadTeller } from "../../electron/texts/load-teller.ts";
import { tell } from "../../electron/texts/tell.ts";
import type { MessageKey } from "../../renderer/src/messages/en.ts";
import { settingsPages } from "../../renderer/src/settings/setting-index.ts";

export type Texts = Readonly<Record<MessageKey, string>>;

/** Opens a view and waits for it; the next one begins where it ended. */
type Open = (page: Page, texts: Texts) => Promise<void>;

export const languageViews: Readonly<Record<string, Open>> = {
  grid: (page, texts) => cells(page, texts).first().waitFor(),
  "size menu": async (page, texts) => {
    await page.getByRole("button", { name: texts["topbar.more"], exact: true }).click();
    await page.getByRole("menuitem", { name: texts["keys.settings"] }).waitFor();
  },
  "export of tags": async (page, texts) => {
    await page.getByRole("menuitem", { name: texts["exchange.export.menu"] }).click();
    await page.getByRole("dialog", { name: texts["exchange.export.title"] }).waitFor();
  },
  "import of tags": async (page, texts) => {
    await closeDialog(page, texts["exchange.export.title"]);
    await page.getByRole("button", { name: texts["topbar.more"], exact: true }).click();
    await page.getByRole("menuitem", { name: texts["exchange.import.menu"] }).click();
    await page.getByRole("dialog", { name: texts["exchange.import.title"] }).waitFor();
  },
  "photo menu": async (page, texts) => {
    await closeDialog(page, texts["exchange.import.title"]);
    await banana(page, texts).click({ button: "right" });
    await page.getByRole("menuitem", { name: texts["menu.find-similar"], exact: true }).waitFor();
  },
  selection: async (page, texts) => {
    await closeMenu(page);
    await banana(page, texts).click();
    await page.keyboard.press("Control+a");
    await page.getByRole("toolbar", { name: texts["selection.bar"] }).waitFor();
  },
  "selection of a large window": async (page) => {
    await page.setViewportSize({ width: 1440, height: 900 });
  },
  tagging: async (page, texts) => {
    await page.setViewportSize({ width: 1024, height: 700 });
    await page.keyboard.press("t");
    await page.getByPlaceholder(texts["tag.placeholder"]).waitFor();
  },
  details: async (page, texts) => {
    await page.keyboard.press("Escape");
    await page.getByPlaceholder(texts["tag.placeholder"]).waitFor({ state: "hidden" });
    await banana(page, texts).click();
    await page.keyboard.press("i");
    await page.getByPlaceholder(texts["tag.placeholder"]).waitFor();
  },
  filters: async (page, texts) => {
    await page.keyboard.press("i");
    await page.getByPlaceholder(texts["tag.placeholder"]).waitFor({ state: "hidden" });
    await page.keyboard.press("\\");
    await page.getByRole("listbox", { name: texts["filters.taken"], exact: true }).waitFor();
  },
  culling: async (page, texts) => {
    await page.keyboard.press("\\");
    const filters = page.getByRole("complementary", { name: texts["filters.title"] });
    await filters.waitFor({ state: "hidden" });
    await banana(page, texts).click();
    await page.keyboard.press("k");
    await page.getByRole("button", { name: texts["cull.close"] }).waitFor();
  },
  viewer: async (page, texts) => {
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: texts["cull.close"] }).waitFor({ state: "hidden" });
    await banana(page, texts).click();
    await page.keyboard.press("Enter");
    const viewer = page.getByRole("dialog", { name: texts["viewer.name"] });
    await viewer.locator("img[data-front='true']").waitFor();
  },
  similar: async (page, texts) => {
    await page.keyboard.press("s");
    await page.getByText(texts["similar.end"]).waitFor();
  },
  why: async (page, texts) => {
    const name = texts["similar.title"].replace("{name}", "");
    await page.getByRole("grid", { name }).getByRole("gridcell").first().click();
    await page.keyboard.press("w");
    await page.getByText(texts["why.seen"]).waitFor();
  },
  search: async (page, texts) => {
    await page.keyboard.press("Escape");
    await page.getByText(texts["why.seen"]).waitFor({ state: "hidden" });
    await page.keyboard.press("Escape");
    await page.getByText(texts["similar.end"]).waitFor({ state: "hidden" });
    await page.getByRole("searchbox", { name: texts["search.name"] }).click();
    await page.getByRole("listbox", { name: texts["search.suggestions"] }).waitFor();
  },
  help: async (page, texts) => {
    await page.keyboard.press("F1");
    await page.getByRole("dialog", { name: texts["help.title"] }).waitFor();
  },
  labels: async (page, texts) => {
    await closeDialog(page, texts["help.title"]);
    await page.getByRole("button", { name: texts["labels.title"], exact: true }).click();
    await page.getByRole("button", { name: /^Food/ }).waitFor();
  },
  tags: async (page, texts) => {
    await page.getByRole("button", { name: texts["sidebar.tags"], exact: true }).click();
    await page.getByRole("heading", { name: texts["tags.title"], exact: true, level: 1 }).waitFor();
  },
  duplicates: async (page, texts) => {
    await page.getByRole("button", { name: texts["sidebar.duplicates"] }).click();
    await page.getByRole("heading", { name: texts["duplicates.title"], exact: true }).waitFor();
    await page.getByRole("button", { name: texts["duplicates.keep-all"] }).first().waitFor();
  },
  "could not be shown": async (page, texts) => {
    await page.getByRole("button", { name: texts["sidebar.failed"] }).click();
    await page.getByRole("region", { name: texts["care.name"] }).waitFor();
    await cells(page, texts).and(page.getByLabel("cut.jpg")).click();
    await page.keyboard.press("i");
    await (await whyCut(page.locator("body"))).first().waitFor();
  },
  "a failed photo in the viewer": async (page, texts) => {
    await page.keyboard.press("Enter");
    const viewer = page.getByRole("dialog", { name: texts["viewer.name"] });
    await (await whyCut(viewer)).first().waitFor();
  },
  history: async (page, texts) => {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: texts["viewer.name"] }).waitFor({ state: "hidden" });
    await page.keyboard.press("i");
    await page.getByRole("button", { name: texts["sidebar.history"], exact: true }).click();
    await page.getByRole("heading", { name: texts["history.title"], exact: true }).waitFor();
  },
  ...Object.fromEntries(
    settingsPages.map((name): [string, Open] => [
      `settings ${name}`,
      async (page, texts) => {
        if (name === "look") await page.keyboard.press("Control+,");
        await page.getByRole("tab", { name: texts[`settings.${name}`], exact: true }).click();
        await page
          .getByRole("tabpanel", { name: texts[`settings.${name}`], exact: true })
          .waitFor();
      },
    ]),
  ),
};

function cells(page: Page, texts: Texts): Locator {
  return page.getByRole("grid", { name: texts["grid.name"], exact: true }).getByRole("gridcell");
}

function banana(page: Page, texts: Texts): Locator {
  return cells(page, texts).and(page.getByLabel("Banana_005.jpg", { exact: true }));
}

/** Why the cut photo could not be shown, in the language of the page: with the decoder's own words, or that it has none, as it sometimes does. */
async function whyCut(within: Locator): Promise<Locator> {
  const lang = await within.page().locator("html").getAttribute("lang");
  const teller = await loadTeller(languages.find((one) => languageTags[one] === lang)!);
  const said = "VipsJpeg: premature end of JPEG image";
  const sentences = [
    tell("reading.cut-off", { format: "JPEG", said }),
    tell("reading.damaged.somehow", { format: "JPEG" }),
  ].map((told) => teller.say(told)!);
  const [cut, damaged] = sentences.map((text) => within.getByText(text, { exact: true }));
  return cut!.or(damaged!);
}

async function closeMenu(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "hidden" });
}

async function closeDialog(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name }).waitFor({ state: "hidden" });
}
