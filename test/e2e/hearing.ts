/** @file What a screen reader is told: of what has the keyboard, out of the browser's accessibility tree, and by live regions. */
import type { CDPSession, Page } from "playwright-core";

/** Parts that nobody said anything about are absent. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  readonly description?: string;
  /** Of a slider its words, not its number. */
  readonly value?: string;
  readonly selected?: unknown;
  readonly checked?: unknown;
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** Of what has the keyboard, or of what it says is active in it. */
export async function heard(page: Page): Promise<Heard> {
  const session = await sessionOf(page);
  const { result } = await session.send("Runtime.evaluate", {
    expression: `(() => {
      const focused = document.activeElement ?? document.body;
      const active = focused.getAttribute("aria-activedescendant");
      return (active && document.getElementById(active)) || focused;
    })()`,
  });
  const { nodes } = await session.send("Accessibility.getPartialAXTree", {
    objectId: result.objectId!,
    fetchRelatives: false,
  });
  const [node] = nodes;
  const property = (name: string): unknown =>
    node?.properties?.find((one) => (one.name as string) === name)?.value.value;
  const words = await session.send("Runtime.callFunctionOn", {
    objectId: result.objectId!,
    functionDeclaration: "function () { return this.getAttribute('aria-valuetext') ?? undefined; }",
  });
  const [description, value] = [node?.description?.value, words.result.value ?? node?.value?.value];
  const [selected, checked] = [property("selected"), property("checked")];
  return {
    role: String(node?.role?.value),
    name: String(node?.name?.value ?? ""),
    ...(description !== undefined && { description: String(description) }),
    ...(value !== undefined && { value: String(value) }),
    ...(selected !== undefined && { selected }),
    ...(checked !== undefined && { checked }),
  };
}

/** Notes from now on what the window's own live region says. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const region = document.querySelector("[data-spoken]")!;
    const told: { text: string; atMs: number }[] = [];
    Object.assign(globalThis, { told });
    new MutationObserver(() => {
      const text = region.textContent.trim();
      if (text !== "") told.push({ text, atMs: performance.now() });
    }).observe(region, { childList: true, subtree: true, characterData: true });
  });
}

export function messages(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    (globalThis as unknown as { told: { text: string }[] }).told.map(({ text }) => text),
  );
}

/** Between each message and the one before, in milliseconds. */
export function pauses(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const { told } = globalThis as unknown as { told: { atMs: number }[] };
    return told.slice(1).map(({ atMs }, at) => atMs - told[at]!.atMs);
  });
}

function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, known);
  return known;
}
