const KEY = "semblance.recent-searches";
const MOST_KEPT = 50;

/** What was searched for on this computer, the latest first. Losing it costs nothing but habits. */
export class RecentSearches {
  list = $state.raw<readonly string[]>(load());

  add(query: string): void {
    if (query === "") return;
    this.#become([query, ...this.list.filter((each) => !isSame(each, query))].slice(0, MOST_KEPT));
  }

  remove(query: string): void {
    this.#become(this.list.filter((each) => !isSame(each, query)));
  }

  clear(): void {
    this.#become([]);
  }

  #become(list: readonly string[]): void {
    this.list = list;
    try {
      localStorage.setItem(KEY, JSON.stringify(list));
    } catch {
      // Storage is full or switched off; searches are then remembered until the window closes.
    }
  }
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function load(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter((each) => typeof each === "string") : [];
  } catch {
    // Unreadable habits are worth no more than none.
    return [];
  }
}
