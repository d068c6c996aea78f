import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { en as toldEn } from "../../electron/texts/en/en.ts";
import { en } from "../../renderer/src/messages/en.ts";
import { es } from "../../renderer/src/messages/es/es.ts";
import { pt } from "../../renderer/src/messages/pt/pt.ts";
import { hasChromium, skipReason } from "./browser.ts";
import { languageViews, type Texts } from "./language-views.ts";
import { openApp, type App } from "./open-app.ts";
import { copyFixtures, FIXTURES } from "../support/fixtures.ts";
import { addPictures, eventually, searchBox } from "./steps.ts";

/** What each view looked like, to be looked at. */
const SEEN = join(import.meta.dirname, "../../dist/screens/languages");
/** Tags and labels of the fixtures that are texts of the window as well. */
const fixtureWords = ["Landscape", "Machine", "Place"];
const LATE = { timeout: 30_000 };
const SMALL = { width: 1024, height: 700 };

const languages = [
  { locale: "es-ES", lang: "es", texts: es, colorScheme: "light" },
  { locale: "pt-BR", lang: "pt-BR", texts: pt, colorScheme: "dark" },
] as const;

describe.skipIf(!hasChromium)(`the languages of the window${skipReason}`, () => {
  let app: App;

  beforeAll(async () => {
    await mkdir(SEEN, { recursive: true });
    app = await openApp(fill);
    const page = await app.openPage();
    await addPictures(page);
    for (const name of [
      "Could not be shown, 1 photo",
      "Duplicates, 1 group",
      "Activity: up to date",
    ])
      await page.getByRole("button", { name }).waitFor(LATE);
    await page.close();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  for (const { locale, lang, texts, colorScheme } of languages) {
    test(`to somebody whose system speaks ${locale}, nothing is English and nothing is cut off`, async () => {
      const page = await app.openPage({ locale, colorScheme, viewport: SMALL });
      const found: string[] = [];
      for (const [view, open] of Object.entries(languageViews)) {
        await open(page, texts);
        const name = view.replaceAll(" ", "-");
        await page.screenshot({ path: join(SEEN, `${lang}-${name}.jpeg`), quality: 70 });
        for (const problem of [...(await leftInEnglish(page, texts)), ...(await cutOff(page))])
          found.push(`${view}: ${problem}`);
      }

      expect(await page.locator("html").getAttribute("lang")).toBe(lang);
      expect(found).toEqual([]);
      await page.close();
    });
  }

  test("what the engine tells is in the language of the window: the history, its toasts, a wrong search", async () => {
    const page = await app.openPage({ locale: "es-ES" });
    await page.getByRole("grid").getByRole("gridcell", { name: "bee.jpg" }).click();
    await page.keyboard.press("4");
    await page.getByRole("button", { name: es["sidebar.history"], exact: true }).click();
    const newest = page.locator("[data-entry]").first();
    await newest.getByText("1 foto valorada con 4 estrellas").waitFor();
    expect(await newest.locator("[lang]").count()).toBe(0);
    await page.getByRole("searchbox", { name: es["history.filter"] }).fill("VALORADA");
    await page.getByRole("button", { name: "Deshacer: 1 foto valorada con 4 estrellas" }).click();
    await page.getByText("Deshecho: 1 foto valorada con 4 estrellas.").first().waitFor();
    await page.keyboard.press("Escape");

    await page.getByRole("searchbox", { name: es["search.name"] }).fill("rating:9");

    await page.getByRole("search").getByText("“rating:9” necesita un número de 0 a 5.").waitFor();
    await page.close();
  });

  test("another language is there at once, in front of the same search, and comes back with the window", async () => {
    const page = await app.openPage();
    await searchBox(page).fill("banana");
    await page.keyboard.press("Control+,");
    await page.getByRole("radio", { name: "Español" }).click();

    await page.getByRole("heading", { name: es["settings.title"], exact: true }).waitFor();
    await eventually(
      () => page.evaluate(() => document.activeElement?.getAttribute("value")),
      "es",
    );
    await page.keyboard.press("Escape");
    await eventually(
      () => page.getByRole("searchbox", { name: es["search.name"] }).inputValue(),
      "banana",
    );

    await page.reload();
    await page.getByRole("button", { name: es["sidebar.history"], exact: true }).waitFor();
    await page.close();
  });

  test("no page complained", () => {
    expect(app.problems).toEqual([]);
  });
});

/** The fixtures, one of them twice, and one cut off. */
async function fill(pictures: string): Promise<void> {
  await copyFixtures(pictures);
  await copyFile(join(FIXTURES, "grocery/Banana_005.jpg"), join(pictures, "copy.jpg"));
  const whole = await readFile(join(FIXTURES, "rclip/bee.jpg"));
  await writeFile(join(pictures, "cut.jpg"), whole.subarray(0, whole.length / 2));
}

/** Texts of the English catalogs that can be read or heard and are none of the language's own. */
async function leftInEnglish(page: Page, texts: Texts): Promise<string[]> {
  const own = new Set<string>([...Object.values(texts), ...fixtureWords]);
  const english = Object.values({ ...en, ...toldEn }).filter(
    (text) => /\p{L}{2}/u.test(text) && !text.includes("{") && !own.has(text),
  );
  const shown = await page.evaluate(() => {
    const said: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text && node.parentElement?.checkVisibility())
        said.push(node.data.trim());
      if (!(node instanceof Element) || !node.checkVisibility()) continue;
      for (const name of [
        "aria-label",
        "aria-description",
        "aria-valuetext",
        "placeholder",
        "title",
      ])
        said.push(node.getAttribute(name) ?? "");
    }
    return said;
  });
  const counts = shown.filter((text) => /\d (photo|tag|folder|label|star)s?\b/.test(text));
  return [
    ...new Set([...shown.filter((text) => english.some((one) => one === text)), ...counts]),
  ].map((text) => `“${text}” is English`);
}

/** Buttons, headings and the like of the window whose words do not fit; names that are the user's own may end in dots. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const holders =
      "button, [role^='menuitem'], [role='tab'], [role='option'], h1, h2, h3, h4, label, dt, th";
    const found = [...document.querySelectorAll<HTMLElement>(holders)].filter((holder) =>
      holder.checkVisibility(),
    );
    return [...new Set(found.flatMap(cutIn))];

    function cutIn(holder: HTMLElement): string[] {
      const parts = [holder, ...holder.querySelectorAll<HTMLElement>("*")];
      return parts.filter(isCut).map((part) => `“${part.textContent.trim()}” is cut off`);
    }

    function isCut(part: HTMLElement): boolean {
      const text = [...part.childNodes].some(
        (node) => node instanceof Text && node.data.trim() !== "",
      );
      // Names for screen readers alone are drawn in one pixel.
      if (!text || part.clientWidth <= 1) return false;
      return part.scrollWidth > part.clientWidth + 1;
    }
  });
}
