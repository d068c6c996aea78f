import type { FullScreen } from "../ui/full-screen.svelte.ts";

/** How long a photo may stay. */
export const SLIDE_SECONDS = [2, 3, 5, 8, 12, 20, 30, 60] as const;
export const DEFAULT_SECONDS = 5;

/** A slideshow of the photos that are looked at. What steps is the viewer. */
export class Slideshow {
  isRunning = $state(false);
  isPaused = $state(false);
  readonly #fullScreen: FullScreen;
  /** Whether the screen was taken for it, and is given back with it. */
  #tookScreen = false;

  constructor(fullScreen: FullScreen) {
    this.#fullScreen = fullScreen;
  }

  async start(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    this.isPaused = false;
    if (this.#fullScreen.isOn) return;
    // Where that is not allowed it fills the window.
    this.#tookScreen = await this.#fullScreen.enter();
    if (this.#isOver()) await this.stop();
  }

  async stop(): Promise<void> {
    this.isRunning = false;
    if (!this.#tookScreen) return;
    this.#tookScreen = false;
    await this.#fullScreen.leave();
  }

  /** It may have been ended while the system thought about the screen. */
  #isOver(): boolean {
    return !this.isRunning;
  }

  /** The screen was given back by the browser's own key. */
  screenLeft(): void {
    if (this.#tookScreen) void this.stop();
  }

  togglePause(): void {
    this.isPaused = !this.isPaused;
  }
}

/** The next longer or shorter time. */
export function secondsAfter(seconds: number, direction: 1 | -1): number {
  const next =
    direction > 0
      ? SLIDE_SECONDS.find((one) => one > seconds)
      : SLIDE_SECONDS.findLast((one) => one < seconds);
  return next ?? seconds;
}
