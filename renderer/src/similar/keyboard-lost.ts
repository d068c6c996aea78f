/**
 * Whether nothing has the keyboard, or something that cannot be used. The browser takes it away from what is covered or gone only when it
 * draws the next time.
 */
export function isKeyboardLost(): boolean {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) return true;
  return activeElement.closest("[inert]") !== null;
}
