/**
 * Scrolls to a setting and gives its first control the keyboard as soon as it is there: some pages are read first.
 * Returns what ends the waiting.
 */
export function revealSetting(root: HTMLElement, id: string, done: () => void): () => void {
  function look(): void {
    const setting = root.querySelector<HTMLElement>(`[data-setting="${id}"]`);
    if (!setting) return;
    observer.disconnect();
    setting.scrollIntoView({ block: "center" });
    focusInside(setting);
    mark(setting);
    done();
  }
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true });
  look();
  return () => observer.disconnect();
}

function focusInside(setting: HTMLElement): void {
  const control =
    setting.querySelector<HTMLElement>("input:checked:enabled") ??
    setting.querySelector<HTMLElement>("button:enabled, input:enabled");
  if (control) return control.focus();
  // What only tells something has no control.
  setting.tabIndex = -1;
  setting.focus();
}

/** For a moment, so that the eye finds it as well. */
function mark(setting: HTMLElement): void {
  setting.dataset.found = "";
  setting.addEventListener("animationend", () => delete setting.dataset.found, { once: true });
}
