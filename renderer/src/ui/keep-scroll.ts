/** What the user does to scroll, or to do without being scrolled. */
const USERS = ["wheel", "pointerdown", "keydown"] as const;

/**
 * Keeps how far the parts of a page were scrolled, in px, and scrolls them there again when they are drawn anew. Those parts are told by
 * `data-scroll-place`, their name in `places` is that behind `page`. A part that is not long enough yet is followed while it grows, until the
 * user does something.
 */
export function keepScroll(
  places: Map<string, number>,
  page: string,
): (element: HTMLElement) => () => void {
  return (element) => {
    const nameOf = (part: HTMLElement): string => `${page} ${part.dataset.scrollPlace}`;
    const parts = (): HTMLElement[] => [
      ...element.querySelectorAll<HTMLElement>("[data-scroll-place]"),
    ];
    const wanted = new Map(places);
    const growing = new MutationObserver(restore);
    const listening = new AbortController();
    const { signal } = listening;

    function restore(): void {
      for (const part of parts()) {
        const px = wanted.get(nameOf(part));
        if (px === undefined) continue;
        part.scrollTop = px;
        if (Math.abs(part.scrollTop - px) <= 1) wanted.delete(nameOf(part));
      }
    }

    function scrolled({ target }: Event): void {
      if (!(target instanceof HTMLElement) || target.dataset.scrollPlace === undefined) return;
      // On the way to its place it is not where the user left it.
      if (!wanted.has(nameOf(target))) places.set(nameOf(target), target.scrollTop);
    }

    restore();
    growing.observe(element, { childList: true, subtree: true, attributeFilter: ["style"] });
    // Scrolling is told to the part alone, and on the way down to it.
    element.addEventListener("scroll", scrolled, { capture: true, signal });
    for (const name of USERS) {
      element.addEventListener(name, () => wanted.clear(), { capture: true, signal });
    }
    return () => {
      growing.disconnect();
      listening.abort();
    };
  };
}
