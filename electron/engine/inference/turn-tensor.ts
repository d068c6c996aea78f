/** How often a picture is turned by 90° clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/**
 * Turns a model's input in place: planes of `sidePx` × `sidePx`, one behind the other. The model looks at the square
 * in the middle of a picture, and that of the turned picture is the turned square.
 */
export function turnTensor(tensor: Float32Array, sidePx: number, turns: QuarterTurns): void {
  for (let turn = 0; turn < turns; turn++) {
    for (let start = 0; start < tensor.length; start += sidePx * sidePx)
      turnPlane(tensor.subarray(start, start + sidePx * sidePx), sidePx);
  }
}

/** A row becomes a column, the first the last one: by rings of four cells that change places. */
function turnPlane(plane: Float32Array, sidePx: number): void {
  const last = sidePx - 1;
  for (let y = 0; y < sidePx >> 1; y++) {
    for (let x = 0; x < sidePx - (sidePx >> 1); x++) {
      const top = y * sidePx + x;
      const right = x * sidePx + last - y;
      const bottom = (last - y) * sidePx + last - x;
      const left = (last - x) * sidePx + y;
      const moved = plane[left]!;
      plane[left] = plane[bottom]!;
      plane[bottom] = plane[right]!;
      plane[right] = plane[top]!;
      plane[top] = moved;
    }
  }
}
