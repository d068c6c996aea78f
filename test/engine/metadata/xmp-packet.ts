const NAMESPACES = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  dc: "http://purl.org/dc/elements/1.1/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  exif: "http://ns.adobe.com/exif/1.0/",
  tiff: "http://ns.adobe.com/tiff/1.0/",
  photoshop: "http://ns.adobe.com/photoshop/1.0/",
  lr: "http://ns.adobe.com/lightroom/1.0/",
  digiKam: "http://www.digikam.org/ns/1.0/",
  n: "http://example.com/n/",
} as const;

/** An XMP packet around descriptions; `n:` is a namespace that means nothing. */
export function packet(descriptions: string): Buffer {
  const declared = Object.entries(NAMESPACES)
    .map(([prefix, address]) => `xmlns:${prefix}="${address}"`)
    .join(" ");
  return Buffer.from(
    `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">` +
      `<rdf:RDF ${declared}>${descriptions}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`,
  );
}

/** A packet with keywords and whatever attributes are given. */
export function keywordPacket(keywords: readonly string[], attributes = ""): Buffer {
  const items = keywords.map((keyword) => `<rdf:li>${keyword}</rdf:li>`).join("");
  return packet(
    `<rdf:Description rdf:about="" ${attributes}><dc:subject><rdf:Bag>${items}</rdf:Bag></dc:subject></rdf:Description>`,
  );
}
