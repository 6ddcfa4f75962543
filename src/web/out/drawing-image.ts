import { bundledFonts } from "./bundled-fonts.ts";
import { withFonts } from "./with-fonts.ts";

/** Pixels of the image to one of the drawing: sharp on paper and on fine screens. */
const density = 2;

/** The drawing as an image file that stands alone, to be shown or drawn. */
export async function drawingFile(svg: string): Promise<{ readonly file: Blob; readonly noFonts?: string }> {
  const found = await bundledFonts(svg);
  const file = new Blob([withFonts(svg, found.ok ? found.fonts : [])], { type: "image/svg+xml" });
  return found.ok ? { file } : { file, noFonts: found.why };
}

/** The drawing as a PNG. `noFonts` is why the server gave no fonts, so that the reader's own were used. */
export async function drawingPng(svg: string): Promise<{ readonly png: Blob; readonly noFonts?: string }> {
  const { file, ...fonts } = await drawingFile(svg);
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * density;
    canvas.height = image.naturalHeight * density;
    const paper = canvas.getContext("2d");
    if (!paper) throw new Error("This browser has no canvas to draw on.");
    paper.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!png) throw new Error("This browser would not write the image.");
    return { png, ...fonts };
  } finally {
    URL.revokeObjectURL(address);
  }
}
