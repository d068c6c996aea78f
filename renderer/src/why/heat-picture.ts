import type { HeatMap } from "../../../electron/contract/similar.ts";

/** Pixels a side of what is drawn; the page makes it as large as the photo. */
const SIDE_PX = 256;

/**
 * Heat as a colour, 0 to 1: one hue whose lightness grows evenly in OKLCH, which is even to the eye, and can be told
 * apart without seeing colours. The scale beside the photos is the same (HeatScale.svelte).
 */
export function heatColour(heat: number): string {
  const [lightness, chroma] = [0.22 + 0.58 * heat, 0.05 + 0.15 * heat];
  return `oklch(${lightness.toFixed(3)} ${chroma.toFixed(3)} 350)`;
}

/** Draws a map over a canvas, from cell to cell without an edge: cells are where the model pools, not what it saw. */
export function drawHeat(canvas: HTMLCanvasElement, { rows, columns, heat }: HeatMap): void {
  const cells = document.createElement("canvas");
  cells.width = columns;
  cells.height = rows;
  const small = cells.getContext("2d");
  const large = canvas.getContext("2d");
  if (!small || !large) return;
  heat.forEach((value, at) => {
    small.fillStyle = heatColour(value);
    small.fillRect(at % columns, Math.floor(at / columns), 1, 1);
  });
  canvas.width = SIDE_PX;
  canvas.height = SIDE_PX;
  large.imageSmoothingQuality = "high";
  large.drawImage(cells, 0, 0, SIDE_PX, SIDE_PX);
}
