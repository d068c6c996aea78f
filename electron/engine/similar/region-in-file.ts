import type { Region } from "../../contract/similar.ts";
import type { Turn } from "../../contract/value-names.ts";

/** A part of a photo that is shown turned, as a part of the picture as it is decoded. */
export function regionInFile(shown: Region, turn: Turn): Region {
  let region = shown;
  for (let back = 0; back < turn; back += 90) {
    const { x, y, width, height } = region;
    // One quarter to the left: what is on the right is at the top then.
    region = { x: y, y: Math.max(0, 1 - x - width), width: height, height: width };
  }
  return region;
}

/** The other way: a part of the picture as it is decoded, as a part of the photo as it is shown. */
export function regionAsShown(inFile: Region, turn: Turn): Region {
  return regionInFile(inFile, toTurn(360 - turn));
}

function toTurn(degrees: number): Turn {
  return (degrees % 360) as Turn;
}
