const STOPS = "button:enabled, input:checked:enabled, [tabindex='0']";

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

  /** Who points at something else has left. */
  function pointed(): void {
    focused = undefined;
  }

  function changed(): void {
    if (!focused || document.activeElement !== document.body) return;
    const place = around.find((element) => element.isConnected && element.querySelector(STOPS));
    place?.querySelector<HTMLElement>(STOPS)?.focus();
  }

  const observer = new MutationObserver(changed);
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  document.addEventListener("focusin", focusCame);
  document.addEventListener("pointerdown", pointed);
  return () => {
    observer.disconnect();
    document.removeEventListener("focusin", focusCame);
    document.removeEventListener("pointerdown", pointed);
  };
}

function ancestorsUpTo(root: Element, element: Element): Element[] {
  const parent = element.parentElement;
  return parent && element !== root ? [parent, ...ancestorsUpTo(root, parent)] : [];
}
