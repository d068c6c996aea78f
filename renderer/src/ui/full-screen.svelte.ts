/** Whether the page takes all of the screen. */
export class FullScreen {
  #changes = $state(0);

  constructor() {
    document.addEventListener("fullscreenchange", () => this.#changes++);
  }

  /** What holds at this moment: the page is told of it a little later, and a second key may be faster. */
  get isOn(): boolean {
    this.#changes;
    return document.fullscreenElement !== null;
  }

  /** False where the system or the browser does not allow it. */
  async enter(): Promise<boolean> {
    return document.documentElement.requestFullscreen().then(
      () => true,
      () => false,
    );
  }

  async leave(): Promise<void> {
    // Left already, by the browser's own key.
    if (document.fullscreenElement) await document.exitFullscreen().catch(() => {});
  }
}
