import { measureBackground, type Background } from "./background.ts";
import { VECTOR_COLUMNS } from "../vectors/vector-column.ts";
import { usualBackground } from "./usual-background.ts";
import type { VectorSource } from "./vector-source.ts";

/** Where the measured background is kept between runs, as one text. */
export interface BackgroundStore {
  read(): string | undefined;
  write(text: string): void;
}

interface Measured {
  readonly model: string;
  /** Photos in the table when it was measured. */
  readonly rows: number;
  readonly background: Background;
}

/** Below this a library's pairs are too few to speak of a rarest hundredth. */
const FEWEST_ROWS = 50;
const SAMPLE_ROWS = 200;
/** A library that grew by this factor may be about other things. */
const GROWTH = 2;

/** Keeps what chance looks like in this library, with the model that answers, up to date. */
export class Calibration {
  readonly #store: BackgroundStore;
  #known: Measured | undefined;

  constructor(store: BackgroundStore) {
    this.#store = store;
  }

  /** `rows` are in the table now: measured again when they doubled or halved; the usual one while they are few. */
  async backgroundOf(model: string, vectors: VectorSource, rows: number): Promise<Background> {
    if (rows < FEWEST_ROWS) return usualBackground;
    this.#known ??= parse(this.#store.read());
    if (this.#known?.model === model && isOfSize(this.#known, rows)) return this.#known.background;
    const sample = await vectors.sample(SAMPLE_ROWS, VECTOR_COLUMNS);
    if (sample.length < FEWEST_ROWS) return usualBackground;
    this.#known = { model, rows, background: await measureBackground(sample) };
    this.#store.write(JSON.stringify(this.#known));
    return this.#known.background;
  }
}

function isOfSize({ rows }: Measured, now: number): boolean {
  return now <= rows * GROWTH && now >= rows / GROWTH;
}

/** What an older version or a hand wrote otherwise is measured again. */
function parse(text: string | undefined): Measured | undefined {
  if (text === undefined) return undefined;
  try {
    const measured = JSON.parse(text) as Measured;
    return measured.background.depths.length === usualBackground.depths.length
      ? measured
      : undefined;
  } catch {
    return undefined;
  }
}
