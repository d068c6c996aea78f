import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** In place of axe's source, which is one and a half megabytes, to a page that has run it. */
const NOTHING = "undefined";

/**
 * Asks axe about a page: all rules, and everything that breaks one. Of what passes it names one element for each rule, because naming all of them
 * takes most of its time; and it stays on the page, because another one is for pages with frames.
 */
export async function askAxe(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => "axe" in globalThis);
  return new AxeBuilder({ page, ...(isThere && { axeSource: NOTHING }) })
    .options({ resultTypes: ["violations"] })
    .setLegacyMode();
}
