import type { Evaluation } from "../contract/similar.ts";

export interface Drawing {
  readonly title: string;
  /** Up to two below the title: what was compared, and how. */
  readonly lines: readonly string[];
  readonly curve: Evaluation["curve"];
}

const WIDTH_PX = 640;
const HEIGHT_PX = 540;
/** Of the plane between the axes. */
const PLANE = { leftPx: 72, topPx: 96, widthPx: 536, heightPx: 376 };
/** As many as fit beside one another in most fonts. */
const LINE_CHARACTERS = 80;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** Follows the viewer's theme; light where that is unknown. No variables: few programs but browsers know them. */
const STYLE = `
  text { font: 13px system-ui, "Segoe UI", sans-serif; fill: #59636e; }
  .title { font-size: 17px; font-weight: 600; fill: #1f2328; }
  .paper { fill: #ffffff; }
  .grid { stroke: #d8dee4; fill: none; }
  .axis { stroke: #1f2328; fill: none; }
  .line { stroke: #0b62c4; stroke-width: 2.5; stroke-linejoin: round; fill: none; }
  .point { fill: #0b62c4; }
  @media (prefers-color-scheme: dark) {
    text { fill: #a3abb5; }
    .title { fill: #e6e8eb; }
    .paper { fill: #16191d; }
    .grid { stroke: #363c44; }
    .axis { stroke: #e6e8eb; }
    .line { stroke: #6cb0ff; }
    .point { fill: #6cb0ff; }
  }`;

/** An SVG file with the recall–precision curve: recall to the right, precision upwards, both from 0 to 1. */
export function drawRecallPrecision({ title, lines, curve }: Drawing): string {
  const points = curve.map(({ recall, precision }) => ({
    ...at(recall, precision),
    says: `recall ${recall.toFixed(1)}: precision ${precision.toFixed(3)}`,
  }));
  const { leftPx, topPx, widthPx, heightPx } = PLANE;
  const [bottom, middleX, middleY] = [topPx + heightPx, leftPx + widthPx / 2, topPx + heightPx / 2];
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${WIDTH_PX}" height="${HEIGHT_PX}" viewBox="0 0 ${WIDTH_PX} ${HEIGHT_PX}">
<title>${escapeXml(title)}</title>
<desc>${escapeXml(points.map(({ says }) => says).join("; "))}</desc>
<style>${STYLE}
</style>
<rect class="paper" width="${WIDTH_PX}" height="${HEIGHT_PX}"/>
<text class="title" x="${leftPx}" y="32">${escapeXml(title)}</text>
${lines.map((line, index) => `<text x="${leftPx}" y="${54 + 20 * index}">${escapeXml(shorten(line))}</text>`).join("\n")}
${TICKS.map(drawTick).join("\n")}
<path class="axis" d="M${leftPx} ${topPx}V${bottom}H${leftPx + widthPx}"/>
<text x="${middleX}" y="${bottom + 46}" text-anchor="middle">Recall</text>
<text transform="translate(24 ${middleY}) rotate(-90)" text-anchor="middle">Interpolated precision</text>
<polyline class="line" points="${points.map(({ x, y }) => `${x},${y}`).join(" ")}"/>
${points.map(({ x, y, says }) => `<circle class="point" cx="${x}" cy="${y}" r="4"><title>${says}</title></circle>`).join("\n")}
</svg>
`;
}

/** So that a long name ends within the drawing. */
function shorten(line: string): string {
  const characters = Array.from(line);
  return characters.length <= LINE_CHARACTERS
    ? line
    : `${characters.slice(0, LINE_CHARACTERS - 1).join("")}…`;
}

/** The same number on both axes, with the lines of the grid that belong to it. */
function drawTick(value: number): string {
  const [{ x }, { y }] = [at(value, 0), at(0, value)];
  const { leftPx, topPx, widthPx, heightPx } = PLANE;
  const label = value.toFixed(1);
  return [
    `<path class="grid" d="M${x} ${topPx}V${topPx + heightPx}M${leftPx} ${y}H${leftPx + widthPx}"/>`,
    `<text x="${x}" y="${topPx + heightPx + 22}" text-anchor="middle">${label}</text>`,
    `<text x="${leftPx - 10}" y="${y + 4}" text-anchor="end">${label}</text>`,
  ].join("\n");
}

function at(recall: number, precision: number): { x: number; y: number } {
  return {
    x: Math.round((PLANE.leftPx + recall * PLANE.widthPx) * 10) / 10,
    y: Math.round((PLANE.topPx + (1 - precision) * PLANE.heightPx) * 10) / 10,
  };
}

function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
