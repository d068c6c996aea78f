import { availableParallelism } from "node:os";
import type { CpuShare, IndexingChoice } from "../../contract/library.ts";

export interface PaceOptions {
  /** Whether the machine runs on its battery, where nobody tells {@link Pace.setPower}; undefined: unknown. */
  readonly lookAtPower?: () => Promise<boolean | undefined>;
  /** Tests pass a clock of their own. */
  readonly now?: () => number;
  readonly setTimer?: (act: () => void, ms: number) => Disposable;
}

/** The page says at most once a second that the user is busy; a little more bridges the gap between two of these. */
const STEP_BACK_MS = 1_200;
/** A plug that is pulled is noticed within this, while there is work; nothing looks while there is none. */
const LOOK_EVERY_MS = 60_000;

const cores = availableParallelism();

/** A photo on its way takes about a core. One always is, so that a small machine gets on, too. */
const AT_ONCE: Readonly<Record<CpuShare, number>> = {
  quarter: Math.max(1, Math.floor(cores / 4)),
  half: Math.max(1, Math.floor(cores / 2)),
  full: Infinity,
};

/**
 * How much of the machine indexing may take. While the user scrolls or looks at a photo nothing new is begun
 * but what is on the screen; on battery one photo at a time is. Nothing here runs while nothing is asked.
 */
export class Pace implements Disposable {
  readonly #options: PaceOptions;
  readonly #now: () => number;
  readonly #setTimer: (act: () => void, ms: number) => Disposable;
  #until = -Infinity;
  #timer: Disposable | undefined;
  #onEase: () => void = () => {};
  #onBattery: boolean | undefined;
  #isTold = false;
  #lookedAt = -Infinity;
  #holds = 0;
  #choice: IndexingChoice = { isPaused: false, share: "full" };

  constructor(options: PaceOptions = {}) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#setTimer = options.setTimer ?? startTimer;
  }

  get kind(): "full" | "gentle" {
    return this.unhurriedAtOnce === Infinity ? "full" : "gentle";
  }

  /** The user wants nothing indexed; what is on the screen is shown. */
  get isPaused(): boolean {
    return this.#choice.isPaused;
  }

  get choice(): IndexingChoice {
    return this.#choice;
  }

  choose(choice: IndexingChoice): void {
    this.#choice = choice;
    this.#onEase();
  }

  /** As far as is known: on mains, on battery, or neither told nor seen. */
  get power(): "mains" | "battery" | "unknown" {
    if (this.#onBattery === undefined) return "unknown";
    return this.#onBattery ? "battery" : "mains";
  }

  /** The user is busy in the app, or something is being measured. */
  get isHeld(): boolean {
    return this.#holds > 0 || this.#now() < this.#until;
  }

  /** How many photos that nobody is waiting for may be on their way. */
  get unhurriedAtOnce(): number {
    if (this.isPaused || this.isHeld) return 0;
    return this.#onBattery === true ? 1 : AT_ONCE[this.#choice.share];
  }

  /** `act` is called whenever more may be begun than before. There is one who listens: the indexer. */
  onEase(act: () => void): void {
    this.#onEase = act;
  }

  /** The user is busy in the app: for about a second from now. */
  stepBack(): void {
    this.#until = this.#now() + STEP_BACK_MS;
    this.#timer ??= this.#setTimer(() => this.#wake(), STEP_BACK_MS);
  }

  /** Nothing new is begun until what is returned is disposed: something is being measured. */
  hold(): Disposable {
    this.#holds++;
    return {
      [Symbol.dispose]: () => {
        this.#holds--;
        this.#onEase();
      },
    };
  }

  /** Somebody who is told by the system says so; from then on nobody else is asked. */
  setPower({ onBattery }: { readonly onBattery: boolean }): void {
    this.#isTold = true;
    this.#onBattery = onBattery;
    this.#onEase();
  }

  /** There is work: the moment to notice that the plug was pulled, or put back. */
  async look(): Promise<void> {
    const { lookAtPower } = this.#options;
    if (this.#isTold || !lookAtPower || this.#now() < this.#lookedAt + LOOK_EVERY_MS) return;
    this.#lookedAt = this.#now();
    this.#see(await lookAtPower());
  }

  /** What was told while it was looked at goes before what was seen. */
  #see(onBattery: boolean | undefined): void {
    if (this.#isTold || onBattery === this.#onBattery) return;
    this.#onBattery = onBattery;
    this.#onEase();
  }

  [Symbol.dispose](): void {
    this.#timer?.[Symbol.dispose]();
    this.#timer = undefined;
    this.#onEase = () => {};
  }

  /** One timer for any number of calls: it is set again for what is left. */
  #wake(): void {
    this.#timer = undefined;
    const leftMs = this.#until - this.#now();
    if (leftMs > 0) this.#timer = this.#setTimer(() => this.#wake(), leftMs);
    else this.#onEase();
  }
}

function startTimer(act: () => void, ms: number): Disposable {
  const timer = setTimeout(act, ms);
  return { [Symbol.dispose]: () => clearTimeout(timer) };
}
