const STOPS = "button:enabled:not([tabindex='-1']), input:checked:enabled, [tabindex='0']";

/**
 * Keeps the keyboard in an element: where the control that has it goes away, because it did what it was for, the
 * nearest one that stays gets it.
 */
export function keepFocus(root: HTMLElement): () => void {
  let focused: Element | undefined;
  let around: readonly Element[] = [];

  function focusCame({ target }: FocusEvent): void {
    focused = target instanceof Element && root.contains(target) ? target : undefined;
    around = focused ? ancestorsUpTo(root, focused) : [];
  }

  /** Who goes on to another control has left: until it has the keyboard nothing has, and what changes then is no loss. */
  function focusLeft({ relatedTarget }: FocusEvent): void {
    if (relatedTarget) focused = undefined;
  }

  /** So has who points at something else. */
  function pointed(): void {
    focused = undefined;
  }

  function changed(): void {
    if (!focused || document.activeElement !== document.body) return;
    // On the way to the next control a field tells its change while nothing has the keyboard, and before it has lost it.
    if (focused.isConnected && !focused.matches(":disabled")) return;
    const place = around.find((element) => element.isConnected && element.querySelector(STOPS));
    place?.querySelector<HTMLElement>(STOPS)?.focus();
  }

  const observer = new MutationObserver(changed);
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  document.addEventListener("focusin", focusCame);
  document.addEventListener("focusout", focusLeft, { capture: true });
  document.addEventListener("pointerdown", pointed);
  return () => {
    observer.disconnect();
    document.removeEventListener("focusin", focusCame);
    document.removeEventListener("focusout", focusLeft, { capture: true });
    document.removeEventListener("pointerdown", pointed);
  };
}

function ancestorsUpTo(root: Element, element: Element): Element[] {
  const parent = element.parentElement;
  return parent && element !== root ? [parent, ...ancestorsUpTo(root, parent)] : [];
}
