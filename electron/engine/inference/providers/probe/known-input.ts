/**
 * The same smooth, colourful pattern every time, in the range of a model's input: what two providers are
 * compared on. No two photos of the batch are alike, so that swapped rows are noticed.
 */
export function knownInput(photos: number, sizePx: number): Float32Array {
  const plane = sizePx * sizePx;
  return Float32Array.from({ length: photos * 3 * plane }, (_, at) => {
    const [photo, channel, cell] = [
      Math.floor(at / (3 * plane)),
      Math.floor(at / plane) % 3,
      at % plane,
    ];
    const [x, y] = [(cell % sizePx) / sizePx, Math.floor(cell / sizePx) / sizePx];
    const waves =
      Math.sin((5 + photo) * x + channel) + Math.cos((3 + channel) * y * (1 + photo) - x);
    return waves;
  });
}
