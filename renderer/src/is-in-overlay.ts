/** Whether something is in a menu or a popover: these close themselves. */
export function isInOverlay(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest("[role='menu'], [data-popover-content]") !== null
  );
}
