/**
 * @file What keeps people from using a page, measured in it. Each check says what it finds by role, name and what is
 * wrong; an empty list is good. What runs in the page knows of this file only the tools that it is given.
 */
import type { JSHandle, Page } from "playwright-core";

/** WCAG 2.5.8. */
const LEAST_PX = 24;
/** WCAG 1.4.12. */
const WIDE_TEXT =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }";

interface Tools {
  nameOf(element: Element): string;
  /** Drawn, and not for screen readers alone: those are a pixel large, or cut to nothing. */
  isDrawn(element: Element): boolean;
}

/** What is pressed and is smaller than 24 px either way. `exempt`: what can be done in another way on the same page. */
export async function smallTargets(page: Page, exempt: string): Promise<readonly string[]> {
  return page.evaluate(
    ({ tools, leastPx, others }) => {
      const selector =
        "button, a[href], input, select, textarea, summary, [role='option'], [role='tab'], [role='treeitem'], [role='slider'], [role='gridcell'], [role^='menuitem']";
      return [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((element) => tools.isDrawn(element) && !element.matches(`:disabled, ${others}`))
        .flatMap((element) => {
          const [width, height] = [sizeOf(element, "width"), sizeOf(element, "height")];
          if (Math.min(width, height) > leastPx - 0.5) return [];
          return [`${tools.nameOf(element)} is ${width.toFixed(0)} × ${height.toFixed(0)}`];
        });

      /** With its label, and with what is around it to be pressed and not drawn. */
      function sizeOf(element: HTMLElement, side: "width" | "height"): number {
        const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
        const around = ["::before", "::after"]
          .map((part) => getComputedStyle(element, part))
          .filter(({ content, position }) => content !== "none" && position === "absolute")
          .map((style) => Number.parseFloat(style[side]) || 0);
        const boxes = [element, ...(label ? [label] : [])];
        return Math.max(...boxes.map((box) => box.getBoundingClientRect()[side]), ...around);
      }
    },
    { tools: await toolsIn(page), leastPx: LEAST_PX, others: exempt },
  );
}

/**
 * What can have the keyboard and, when it has it, looks as before, lies outside of the window, or is covered wholly by
 * something else. Only the dialog at the top is looked at where one is open. `within`: the part that is looked at.
 */
export async function lostFocus(page: Page, within = "body"): Promise<readonly string[]> {
  return page.evaluate(
    async ({ tools, part }) => {
      const dialogs = document.querySelectorAll(
        "[role='dialog'], [role='alertdialog'], [role='menu']",
      );
      const root =
        [...dialogs].findLast((dialog) => dialog.checkVisibility()) ??
        document.querySelector(part) ??
        document.body;
      const before = document.activeElement;
      const stops = [
        ...root.querySelectorAll<HTMLElement>(
          "a[href], button, input, select, textarea, summary, [tabindex]",
        ),
      ].filter(
        (element) =>
          element.tabIndex >= 0 &&
          !element.matches(":disabled") &&
          !element.closest("[inert]") &&
          element.checkVisibility({ visibilityProperty: true }),
      );
      const found: string[] = [];
      for (const element of stops) {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        const without = looksOf(element);
        // As if it were reached with a key, whatever was pressed last.
        element.focus({ focusVisible: true });
        if (document.activeElement !== element) continue;
        if (without === looksOf(element)) found.push(`${tools.nameOf(element)} looks as before`);
        // What closes when the focus leaves it needs a moment.
        if (!isSeen(element)) await new Promise((resolve) => setTimeout(resolve, 100));
        if (!isSeen(element)) found.push(`${tools.nameOf(element)} cannot be seen`);
      }
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      return found;

      /** Of the element, of what it is in or beside, of what in it is active, and of a photo that stands for it. */
      function looksOf(element: Element): string {
        const active = element.querySelector("[aria-selected='true']");
        const stage = element.closest("[data-viewer]")?.querySelector(".stage");
        const around = [element, element.parentElement, element.parentElement?.parentElement];
        return [...around, element.nextElementSibling, active, stage]
          .flatMap((one) => (one ? [getComputedStyle(one), getComputedStyle(one, "::after")] : []))
          .map(({ outlineStyle, outlineWidth, outlineColor }) =>
            outlineStyle === "none" ? "" : `${outlineWidth} ${outlineColor}`,
          )
          .join(", ");
      }

      function isSeen(element: Element): boolean {
        if (!tools.isDrawn(element)) return true;
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const xs = [left + 3, (left + right) / 2, right - 3];
        const ys = [top + 3, (top + bottom) / 2, bottom - 3];
        return xs.some((x) =>
          ys.some((y) => {
            const hit = document.elementFromPoint(x, y);
            return hit !== null && (element.contains(hit) || hit.contains(element));
          }),
        );
      }
    },
    { tools: await toolsIn(page), part: within },
  );
}

/**
 * Words and controls that nobody can get to see: beyond an edge of the window, or of a box that cuts them off and does
 * not scroll that way. Boxes that scroll sideways count as well, unless they are named in `sideways`.
 */
export async function cutOff(page: Page, sideways: string): Promise<readonly string[]> {
  return page.evaluate(
    ({ tools, mayScroll }) => {
      const slackPx = 2;
      const controls = "button, input, select, textarea, [role='slider'], [role='option']";
      return [...document.querySelectorAll<HTMLElement>("body *")]
        .filter((element) => isLookedAt(element))
        .flatMap((element) => {
          const problem = problemOf(element, placeOf(element));
          return problem === undefined ? [] : [`${tools.nameOf(element)} ${problem}`];
        });

      function isLookedAt(element: HTMLElement): boolean {
        if (element.closest(`[aria-hidden='true'], ${mayScroll}`)) return false;
        if (!tools.isDrawn(element)) return false;
        return element.matches(controls) || [...element.childNodes].some(isWords);
      }

      function isWords(node: Node): boolean {
        return node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "";
      }

      function placeOf(element: HTMLElement): DOMRect {
        if (element.matches(controls)) return element.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getBoundingClientRect();
      }

      function problemOf(element: Element, { left, top, right, bottom }: DOMRect) {
        let [isFreeX, isFreeY] = [false, false];
        for (
          let box: Element | null = element;
          box !== document.body && box;
          box = box.parentElement
        ) {
          const style = getComputedStyle(box);
          const edges = box.getBoundingClientRect();
          const scrollsX = /auto|scroll/.test(style.overflowX);
          const scrollsY = /auto|scroll/.test(style.overflowY);
          if (scrollsX && box.scrollWidth > box.clientWidth + slackPx) return "scrolls sideways";
          // Words that end in … are shortened on purpose; the name or a title of what they are in has all of them.
          isFreeX ||= style.textOverflow === "ellipsis" && style.overflowX === "hidden";
          isFreeY ||= scrollsY && box.scrollHeight > box.clientHeight;
          const isCutX = left < edges.left - slackPx || right > edges.right + slackPx;
          const isCutY = top < edges.top - slackPx || bottom > edges.bottom + slackPx;
          if (style.overflowX !== "visible" && !scrollsX && !isFreeX && isCutX)
            return "is cut at a side";
          if (style.overflowY !== "visible" && !scrollsY && !isFreeY && isCutY)
            return "is cut in its height";
          if (style.position === "fixed") break;
        }
        if (!isFreeX && (left < -slackPx || right > innerWidth + slackPx))
          return "is beside the window";
        if (!isFreeY && (top < -slackPx || bottom > innerHeight + slackPx))
          return "is above or below the window";
        return undefined;
      }
    },
    { tools: await toolsIn(page), mayScroll: sideways },
  );
}

/** Runs a check while all text has the spacing that some readers need. */
export function withWideText<T>(page: Page, check: () => Promise<T>): Promise<T> {
  return withSheet(page, WIDE_TEXT, check);
}

/** Runs a check while text is twice as large as usual, and nothing else is: WCAG 1.4.4, by the size of text that the browser is set to. */
export function withLargeText<T>(page: Page, check: () => Promise<T>): Promise<T> {
  return withSheet(page, "html { font-size: 200%; }", check);
}

async function withSheet<T>(page: Page, css: string, check: () => Promise<T>): Promise<T> {
  // The page takes no inline styles; a sheet that a script makes is none.
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);
  const found = await check();
  await page.evaluate(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
  });
  return found;
}

/** What takes longer than a millisecond to look otherwise, or moves for ever. */
export function movingParts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) => {
      const style = getComputedStyle(element);
      const times = `${style.transitionDuration}, ${style.animationDuration}`.split(", ");
      const isStill = Math.max(...times.map(Number.parseFloat)) <= 0.001;
      return isStill && style.animationIterationCount !== "infinite"
        ? []
        : [element.outerHTML.slice(0, 120)];
    }),
  );
}

function toolsIn(page: Page): Promise<JSHandle<Tools>> {
  return page.evaluateHandle(() => ({
    nameOf(element: Element): string {
      const name = element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 40);
      return `${element.getAttribute("role") ?? element.localName} “${name}”`;
    },
    isDrawn(element: Element): boolean {
      const { width, height } = element.getBoundingClientRect();
      if (width <= 1 || height <= 1 || element.closest("[inert], .visually-hidden")) return false;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        return false;
      for (let box: Element | null = element; box; box = box.parentElement) {
        if (getComputedStyle(box).clipPath.startsWith("inset(50%")) return false;
      }
      return true;
    },
  }));
}
