/** Whether a picture has more than one frame. Where that cannot be told it may have, so that it can be played. */
export async function isAnimated(source: string): Promise<boolean> {
  try {
    const { body, headers } = await fetch(source);
    const type = headers.get("Content-Type");
    if (!body || type === null) return true;
    using decoder = closing(new ImageDecoder({ data: body, type }));
    await decoder.completed;
    return (decoder.tracks.selectedTrack?.frameCount ?? 1) > 1;
  } catch {
    return true;
  }
}

function closing(decoder: ImageDecoder): ImageDecoder & Disposable {
  return Object.assign(decoder, { [Symbol.dispose]: () => decoder.close() });
}
