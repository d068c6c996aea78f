/** Whether the page takes all of the screen. */
export class FullScreen {
  isOn = $state(document.fullscreenElement !== null);

  constructor() {
    document.addEventListener("fullscreenchange", () => {
      this.isOn = document.fullscreenElement !== null;
    });
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
