/** How long and how large a video is, where its file says so. */
export interface VideoSize {
  readonly durationSeconds?: number;
  /** As it is shown, turned where the file says so. */
  readonly widthPx?: number;
  readonly heightPx?: number;
}

/** What there is to know of a video beside what every photo has. */
export interface VideoFacts extends VideoSize {
  /** "MP4 video", "WebM video", …; by content. "Video" where nothing known is in it. */
  readonly format: string;
}
