/** @file Whether the keyboard goes through a page as eyes do, and whether lines are seen by whoever asks for more contrast. */
import type { Page } from "playwright-core";

/** WCAG 1.4.11. */
const LEAST_RATIO = 3;

/**
 * Stops of Tab that come before the one to which it leads from: above it, or to its left in the same line. Within each part of the window
 * that Tab goes through as a whole; only the dialog at the top counts where one is open.
 */
export function outOfOrder(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const slackPx = 4;
    const dialogs = document.querySelectorAll("[role='dialog'], [role='menu']");
    const root = [...dialogs].findLast((dialog) => dialog.checkVisibility()) ?? document.body;
    const stops = [...root.querySelectorAll<HTMLElement>("*")].filter(
      (element) =>
        element.tabIndex >= 0 && isReached(element) && element.getBoundingClientRect().width > 1,
    );
    const raised = stops
      .filter(({ tabIndex }) => tabIndex > 0)
      .map((stop) => `${nameOf(stop)} is raised`);
    const backwards = stops.slice(1).flatMap((stop, at) => {
      const before = stops[at]!;
      return partOf(stop) === partOf(before) && isBackwards(before, stop)
        ? [`${nameOf(stop)} comes after ${nameOf(before)}`]
        : [];
    });
    return [...raised, ...backwards];

    function isReached(element: HTMLElement): boolean {
      if (element.matches(":disabled") || element.closest("[inert]")) return false;
      if (element instanceof HTMLInputElement && element.type === "radio" && !element.checked)
        return false;
      return element.checkVisibility({ visibilityProperty: true });
    }

    function partOf(element: Element): Element | null {
      return element.closest(
        "nav, aside, header, li, [data-region], [role='toolbar'], [role='tabpanel']",
      );
    }

    function isBackwards(before: Element, after: Element): boolean {
      const [one, two] = [before.getBoundingClientRect(), after.getBoundingClientRect()];
      if (before.contains(after)) return false;
      const isAbove = two.bottom <= one.top + slackPx;
      const isBeside = two.left >= one.right - slackPx;
      const isInLine = two.top < one.bottom - slackPx && two.bottom > one.top + slackPx;
      return (isAbove && !isBeside) || (isInLine && two.right <= one.left + slackPx);
    }

    function nameOf(element: Element): string {
      return `“${element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 40)}”`;
    }
  });
}

/** Lines around and between things that are fainter than 3 : 1 against what they lie on, where more contrast is wanted. */
export async function faintLines(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ contrast: "more" });
  const found = await page.evaluate((least) => {
    const faint = [...document.querySelectorAll<HTMLElement>("body *")].flatMap((element) => {
      if (
        !element.checkVisibility({ visibilityProperty: true }) ||
        element.matches(":disabled, [aria-disabled='true'], [inert] *")
      )
        return [];
      const style = getComputedStyle(element);
      const sides = ["Top", "Right", "Bottom", "Left"] as const;
      const lines = sides
        .filter((side) => Number.parseFloat(style[`border${side}Width`]) > 0)
        .map((side) => numbersOf(style[`border${side}Color`]))
        .filter(([, , , alpha = 1]) => alpha === 1);
      const ground = groundOf(element.parentElement);
      return lines.some((line) => ratio(line, ground) < least)
        ? [element.outerHTML.slice(0, 100)]
        : [];
    });
    return [...new Set(faint)];

    function groundOf(element: Element | null): readonly number[] {
      if (!element) return [255, 255, 255];
      const colour = numbersOf(getComputedStyle(element).backgroundColor);
      return (colour[3] ?? 1) === 1 ? colour : groundOf(element.parentElement);
    }

    function numbersOf(colour: string): readonly number[] {
      return (colour.match(/[\d.]+/g) ?? []).map(Number);
    }

    function ratio(one: readonly number[], other: readonly number[]): number {
      const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [
        number,
        number,
      ];
      return (light + 0.05) / (dark + 0.05);
    }

    /** Relative luminance as WCAG defines it. */
    function luminance(colour: readonly number[]): number {
      const [red, green, blue] = colour.slice(0, 3).map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      }) as [number, number, number];
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }
  }, LEAST_RATIO);
  await page.emulateMedia({ contrast: null });
  return found;
}
