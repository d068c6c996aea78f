/** Opens the menu of an element at its middle, as if the right button had been pressed there: for keys. */
export function openContextMenu(element: HTMLElement): void {
  const box = element.getBoundingClientRect();
  const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
  element.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true, ...at }));
}
