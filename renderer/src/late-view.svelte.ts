/** A part of the window whose code comes when it is first shown, or in an idle moment before that. */
export class LateView<View> {
  readonly #import: () => Promise<{ readonly default: View }>;
  #view = $state.raw<View>();
  /** Tries that failed: whoever draws the view draws it again, and is told why. */
  #failures = $state(0);
  #failure: { readonly error: unknown } | undefined;
  #loading: Promise<void> | undefined;

  constructor(load: () => Promise<{ readonly default: View }>) {
    this.#import = load;
  }

  /**
   * Undefined while it is on its way, which this begins. Throws what kept it from coming, once: the next time it is tried
   * again.
   */
  get current(): View | undefined {
    if (this.#view) return this.#view;
    // Asked in any case, so that whoever draws the view hears of the next failure.
    const failure = this.#failures > 0 ? this.#failure : undefined;
    this.#failure = undefined;
    if (failure) throw failure.error;
    void this.load();
    return undefined;
  }

  /** Neither here nor known to be out of reach. */
  get isComing(): boolean {
    return !this.#view && this.#failures === 0;
  }

  /** Resolves when it is here, or could not be had. */
  load(): Promise<void> {
    return (this.#loading ??= this.#load());
  }

  async #load(): Promise<void> {
    try {
      this.#view = (await this.#import()).default;
    } catch (error) {
      this.#failure = { error };
      this.#failures++;
      this.#loading = undefined;
    }
  }
}
