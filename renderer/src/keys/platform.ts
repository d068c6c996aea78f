/** Whether ⌘ takes the place of Ctrl. */
export const isMac = navigator.userAgent.includes("Macintosh");

/** Whether keys that arrive at an element are text. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true;
  return (
    target instanceof HTMLInputElement &&
    !["checkbox", "radio", "range", "button"].includes(target.type)
  );
}
