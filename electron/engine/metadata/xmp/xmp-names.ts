/** @file The namespaces whose properties are read here, by the prefix that their specifications give them. */

export const DC = "http://purl.org/dc/elements/1.1/";
export const XMP = "http://ns.adobe.com/xap/1.0/";
export const EXIF = "http://ns.adobe.com/exif/1.0/";
export const EXIF_EX = "http://cipa.jp/exif/1.0/";
export const TIFF = "http://ns.adobe.com/tiff/1.0/";
export const AUX = "http://ns.adobe.com/exif/1.0/aux/";
export const PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
export const LIGHTROOM = "http://ns.adobe.com/lightroom/1.0/";
export const XMP_DM = "http://ns.adobe.com/xmp/1.0/DynamicMedia/";
export const DARKTABLE = "http://darktable.sf.net/";
export const DIGIKAM = "http://www.digikam.org/ns/1.0/";
