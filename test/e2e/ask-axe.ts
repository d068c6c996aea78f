import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/**
 * Asks axe about a page: all rules, and everything that breaks one. Of what passes it names one element for each rule, because naming all of them
 * takes most of its time; and it stays on the page, because another one is for pages with frames.
 */
export function askAxe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
}
