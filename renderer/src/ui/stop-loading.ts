/**
 * Gives up a picture that is on its way, of an image that was taken out of the page. Chromium keeps an image for good, with all that
 * was around it, if its source changes while it is in no document: it listens to the window's size from then on, and only leaving
 * a document ends that. So it is back for a moment, where nothing is drawn.
 */
export function stopLoading(image: HTMLImageElement): void {
  document.head.append(image);
  image.removeAttribute("src");
  image.remove();
}
