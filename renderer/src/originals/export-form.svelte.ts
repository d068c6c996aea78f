import type { ExportFormat, ExportOptions } from "../../../electron/contract/originals.ts";

/** What is offered, in pixels of the longer side; 0 keeps the size. */
export const SIZES = [0, 1024, 2048, 3840] as const;
export const QUALITIES = [75, 90, 100] as const;
export const FORMATS = [
  "original",
  "jpeg",
  "webp",
  "png",
] as const satisfies readonly ExportFormat[];

/** What the user chose for the copies. */
export class ExportForm {
  format = $state<ExportFormat>("original");
  longSidePx = $state<number>(0);
  quality = $state<number>(90);
  withoutLocation = $state(false);

  readonly canResize = $derived(this.format !== "original");
  readonly hasQuality = $derived(this.format === "jpeg" || this.format === "webp");

  get options(): ExportOptions {
    const { format, longSidePx, quality, withoutLocation } = this;
    const isReduced = this.canResize && longSidePx > 0;
    return { format, quality, withoutLocation, ...(isReduced && { longSidePx }) };
  }
}
