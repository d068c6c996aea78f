/**
 * Where ↑, ↓ and the ends take the active row of a list under a text field; −1 is the field itself, so
 * that Enter there means what was typed. Undefined for any other key.
 */
export function activeAfter(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case "ArrowDown":
      return active + 1 >= count ? -1 : active + 1;
    case "ArrowUp":
      return active < 0 ? count - 1 : active - 1;
    default:
      return undefined;
  }
}
