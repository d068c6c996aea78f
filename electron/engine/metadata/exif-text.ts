/** EXIF text as people read it: NULs and padding gone, UTF-8 understood; undefined when nothing is left. */
export function toText(value: unknown): string | undefined {
  const raw = Buffer.isBuffer(value) ? value.toString("utf8") : value;
  if (typeof raw !== "string") return undefined;
  const text = (raw.split("\0", 1)[0] ?? "").replace(/[\p{Cc}\s]+/gu, " ").trim();
  return text === "" ? undefined : text;
}

/** What a maker's name has after the name. */
const COMPANY_FORM =
  /[\s,]+(ag|co|camera|company|computer|corp|corporation|electric|imaging|inc|ltd|optical)\b.*$/i;

/** "Make Model", the make once: many models begin with it, or with a word of it, often in other capitals. */
export function joinCamera(
  make: string | undefined,
  model: string | undefined,
): string | undefined {
  if (make === undefined || model === undefined) return model ?? make;
  const maker = make.replace(COMPANY_FORM, "");
  const makerWords = maker.toLowerCase().split(" ");
  return makerWords.includes(model.toLowerCase().split(" ", 1)[0]!) ? model : `${maker} ${model}`;
}

/** What cameras write where a person would write what is in the picture. */
const NO_CAPTION =
  /^(\w+ digital camera|digital ?camera|sony dsc|samsung( camera pictures)?|mot pic|dcim\b.*|default|untitled|exif[ _]jpeg.*|jpeg|image|-+)$/i;

/** A description that a person wrote; undefined for what a camera writes into every photo. */
export function toCaption(value: unknown): string | undefined {
  const text = toText(value);
  return text === undefined || NO_CAPTION.test(text) ? undefined : text;
}
