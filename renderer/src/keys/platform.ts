/** Whether ⌘ takes the place of Ctrl. */
export const isMac = navigator.userAgent.includes("Macintosh");

/** Whether keys that arrive at an element are text. In a menu letters choose among its entries. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true;
  if (target.closest("[role='menu']")) return true;
  return (
    target instanceof HTMLInputElement &&
    !["checkbox", "radio", "range", "button"].includes(target.type)
  );
}
