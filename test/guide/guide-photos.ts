/**
 * @file The photos that the pictures of the guide show: of ../shared/photos, those whose licences let anybody show them and that show no
 * face, in folders as a person would have them. docs/guide.md ends with who made them.
 */
import { copyFile, mkdir, readdir, utimes } from "node:fs/promises";
import path from "node:path";
import { SHARED } from "../support/fixtures.ts";

interface Part {
  /** A folder of the shared set. */
  readonly from: string;
  /** Below Pictures. */
  readonly to: string;
  readonly names: RegExp;
  /** When its files were written; what does not say when it was taken is dated by that. One a minute. */
  readonly firstAt: string;
}

const parts: readonly Part[] = [
  {
    from: "camera",
    to: "Trips",
    names:
      /^(Canon PowerShot S230|Canon PowerShot S30 \(2\)|FujiFilm FinePix6800Zoom|FujiFilm FinePixS1Pro|FujiFilm MX1700|HP PhotoSmart 735|HTC Desire|Apple iPhone 4|Kodak ProBack|Nikon D5000|Nikon E775|Nikon E950|Nokia 3110c|Olympus C960|Olympus μ|Panasonic|Ricoh DC-3Z|Sanyo|Sony DCR|Sony DSC-HX5V|Sony DigitalMavica|Trust)/,
    firstAt: "2012-08-04T10:00:00Z",
  },
  {
    from: "immich",
    to: "Nature",
    names:
      /^(cyclamen|denali|el_torcal|mongolels|notocactus|orychophragmus|polemonium|prairie|silver_fir|tanners|thompson|wood_anemones)/,
    firstAt: "2024-04-27T08:00:00Z",
  },
  {
    from: "immich",
    to: "House",
    names: /^(book-beside-flowers|handwritten-notes|japanese-shop)/,
    firstAt: "2024-05-11T15:00:00Z",
  },
  { from: "rclip", to: "House", names: /\.(jpe?g|webp)$|^boats/i, firstAt: "2024-05-11T16:00:00Z" },
  {
    from: "png",
    to: "Nature",
    names: /^(cvo9xd_keong_macan_srgb8|tmshre_riaphotographs_srgb8|u76c0g)/,
    firstAt: "2024-04-27T07:00:00Z",
  },
  {
    from: "libavif",
    to: "Trips",
    names: /^(paris_e|seine).*\.jpg$/,
    firstAt: "2023-08-05T17:00:00Z",
  },
  {
    from: "grocery",
    to: "Market",
    names: /^(Banana|Kiwi|Leek|Lemon|Orange|Pomegranate|Red-Bell-Pepper|Regular-Tomato)_/,
    firstAt: "2021-09-18T09:30:00Z",
  },
  { from: "clothing", to: "Wardrobe", names: /^[0-3]/, firstAt: "2020-01-19T12:00:00Z" },
];

export async function fillPictures(pictures: string): Promise<void> {
  for (const { from, to, names, firstAt } of parts) {
    const folder = path.join(SHARED, "photos", from);
    const found = (await readdir(folder)).filter((name) => names.test(name)).sort();
    if (found.length === 0) throw new Error(`expected photos for ${to} in ${folder} but got none`);
    await mkdir(path.join(pictures, to), { recursive: true });
    for (const [at, name] of found.entries()) {
      const copy = path.join(pictures, to, name);
      const writtenAt = new Date(Date.parse(firstAt) + at * 60_000);
      await copyFile(path.join(folder, name), copy);
      await utimes(copy, writtenAt, writtenAt);
    }
  }
}
