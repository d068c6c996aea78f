/** Upright 8-bit sRGB pixels on white, three channels interleaved, rows from the top. */
export interface DecodedImage {
  readonly pixels: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** One decode and what the file said about itself. */
export interface DecodedPhoto {
  readonly image: DecodedImage;
  /** Size of the original, orientation applied. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** "JPEG", "PNG", …; by content. */
  readonly format: string;
}
