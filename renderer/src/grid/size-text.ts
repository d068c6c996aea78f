import { say } from "../messages/say.ts";
import { TWO_PER_ROW, type RowSize } from "./layout/size-steps.ts";

/** How large photos are drawn, in words. */
export function sizeText(size: RowSize): string {
  return size === TWO_PER_ROW ? say("grid.two-per-row") : say("grid.row-height", { px: size });
}
