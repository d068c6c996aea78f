import type { Page } from "playwright-core";
import { askAxe } from "./ask-axe.ts";
import { settled } from "./settled.ts";

/** WCAG 2.2 A and AA, and what axe's authors advise besides. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds, of any impact, once nothing moves: each rule with the elements that break it. `within` is one or
 * several parts of the page by selector; `rule` is the only one that is asked for.
 */
export async function violations(
  page: Page,
  { within = [], rule }: { within?: string | readonly string[]; rule?: string } = {},
): Promise<readonly string[]> {
  await settled(page);
  const axe = await askAxe(page);
  for (const part of [within].flat()) axe.include(part);
  if (rule === undefined) axe.withTags(TAGS);
  else axe.withRules(rule);
  const { violations: found } = await axe.analyze();
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`,
  );
}

/** The same in a light window, and in a dark one for colours, which are all that differs. */
export async function violationsInBothThemes(
  page: Page,
  options: { within?: string | readonly string[] } = {},
): Promise<Readonly<Record<"light" | "dark", readonly string[]>>> {
  await page.emulateMedia({ colorScheme: "light" });
  const light = await violations(page, options);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await violations(page, { ...options, rule: "color-contrast" });
  await page.emulateMedia({ colorScheme: null });
  return { light, dark };
}
