/** Runs jobs one after the other, in the order they were asked for. A failed job does not stop the next. */
export class Serial {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#last.then(job);
    this.#last = result.catch(() => {
      // The caller of the failed job has the rejection; those behind it only wait for their turn.
    });
    return result;
  }

  /** Resolves when everything asked for so far has ended. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
