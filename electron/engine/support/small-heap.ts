import { setFlagsFromString } from "node:v8";

/**
 * Has V8 collect its garbage before it has piled up. By itself it lets the heap grow to about four times of what is in use:
 * the scan of 100,000 files left 280 MB of garbage, and a photo library beside other programs has no use for that.
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--heap-growing-percent=40");
}
