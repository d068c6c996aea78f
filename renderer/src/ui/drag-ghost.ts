/** Beside the pointer, so that it hides nothing of where it points. */
const OFF_POINTER_PX = 12;
const MOST_IN_STACK = 3;

export interface Ghost {
  /** The topmost first; those that are there already. */
  readonly pictures: readonly HTMLImageElement[];
  /** "412", or a name. */
  readonly text: string;
}

/** What follows the pointer during a drag: a stack of pictures with a text. Looks are in drag-ghost.css. */
export function showGhost({ dataTransfer }: DragEvent, { pictures, text }: Ghost): void {
  if (!dataTransfer) return;
  const ghost = document.createElement("div");
  ghost.className = pictures.length > 0 ? "drag-ghost stack" : "drag-ghost";
  for (const picture of pictures.slice(0, MOST_IN_STACK).reverse()) {
    const copy = document.createElement("img");
    copy.src = picture.src;
    copy.alt = "";
    ghost.append(copy);
  }
  const label = document.createElement("span");
  label.textContent = text;
  ghost.append(label);
  document.body.append(ghost);
  dataTransfer.setDragImage(ghost, -OFF_POINTER_PX, -OFF_POINTER_PX);
  // The browser has taken its picture once this event is over.
  setTimeout(() => ghost.remove());
}
