const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

/**
 * Lets arrow keys walk the radios of an element without choosing one: Space chooses. For groups where a
 * choice is not a matter of a moment.
 */
export function radioKeys(group: HTMLElement): () => void {
  function pressed(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step === undefined || !(event.target instanceof HTMLInputElement)) return;
    const radios = [...group.querySelectorAll<HTMLInputElement>("input[type='radio']:enabled")];
    const at = radios.indexOf(event.target);
    if (at < 0) return;
    event.preventDefault();
    radios[stepAround(at, step, radios.length)]?.focus();
  }
  group.addEventListener("keydown", pressed);
  return () => group.removeEventListener("keydown", pressed);
}

/** The place after a step, going on at the other end. */
export function stepAround(at: number, step: number, count: number): number {
  return (at + step + count) % count;
}
