/**
 * A panel that has all the room there is: it takes the keyboard, Esc closes it, and at its end the keyboard goes back.
 * What lies under it is inert for as long.
 */
export function sheet({
  close,
  focusBack,
}: {
  readonly close: () => void;
  readonly focusBack: () => void;
}): (panel: HTMLElement) => () => void {
  return (panel) => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      close();
    };
    panel.addEventListener("keydown", pressed);
    panel.querySelector<HTMLElement>("button")?.focus();
    return () => {
      panel.removeEventListener("keydown", pressed);
      // Once what was under it can have the keyboard again.
      setTimeout(() => {
        if (document.activeElement === document.body) focusBack();
      });
    };
  };
}
