const REST_MS = 2_000;

/** Whether somebody looks and does nothing else, so that controls may fade. They never do while one has the keyboard. */
export class Rest {
  isResting = $state(false);
  /** Something was done that is no movement of the pointer. */
  wake: () => void = () => {};

  /** An attachment of what is looked at; its controls are inside of `[data-controls]`. */
  readonly watch = (element: HTMLElement): (() => void) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const rest = (): void => {
      const isUsed = element.querySelector(
        "[data-controls] :focus-visible, [data-controls] [aria-expanded='true'], [data-controls]:hover",
      );
      if (isUsed) this.wake();
      else this.isResting = true;
    };
    this.wake = () => {
      this.isResting = false;
      clearTimeout(timer);
      timer = setTimeout(rest, REST_MS);
    };
    this.wake();
    const events = new AbortController();
    for (const name of ["pointermove", "pointerdown", "wheel", "focusin"]) {
      element.addEventListener(name, () => this.wake(), { signal: events.signal, passive: true });
    }
    return () => {
      events.abort();
      clearTimeout(timer);
    };
  };
}
