import sharp from "sharp";
import { inProject } from "./project.ts";

/** The largest size that any system asks for; electron-builder makes the others from it. */
const ICON_PX = 1024;

export async function renderIcon(to: string): Promise<void> {
  await sharp(inProject("build", "icon.svg")).resize(ICON_PX, ICON_PX).png().toFile(to);
}
