export const UNITS = ["minutes", "hours", "days"] as const;
export const DIRECTIONS = ["later", "earlier"] as const;

const UNIT_SECONDS = { minutes: 60, hours: 3600, days: 86_400 } as const;

/** What the engine is asked for; see photo.shiftTime and photo.setTime. */
export type TimeChange = { readonly bySeconds: number } | { readonly to: string };

/** What is entered about how capture times are to be moved. */
export class TimeForm {
  how = $state<"by" | "to">("by");
  /** Undefined or null while the field is empty. */
  amount = $state<number | null | undefined>(1);
  unit = $state<(typeof UNITS)[number]>("hours");
  direction = $state<(typeof DIRECTIONS)[number]>("later");
  /** As the page's own field has it: `2023-05-14T18:03` or `2023-05-14T18:03:07`. */
  to = $state("");
  readonly change = $derived(this.#read());

  /** Begins with the time of the first photo, `null` where it has none. */
  begin(takenAt: string | null): void {
    this.to = takenAt === null ? "" : takenAt.padEnd(19, "T00:00:00").slice(0, 19);
  }

  /** Undefined while something is missing. */
  #read(): TimeChange | undefined {
    if (this.how === "to") return toChange(this.to);
    const { amount } = this;
    if (!amount || amount < 0) return undefined;
    const seconds = Math.round(amount * UNIT_SECONDS[this.unit]);
    return { bySeconds: this.direction === "earlier" ? -seconds : seconds };
  }
}

function toChange(text: string): TimeChange | undefined {
  if (/T\d\d:\d\d$/.test(text)) return { to: `${text}:00` };
  return /T\d\d:\d\d:\d\d/.test(text) ? { to: text.slice(0, 19) } : undefined;
}
