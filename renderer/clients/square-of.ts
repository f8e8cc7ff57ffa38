type Size = { readonly width: number; readonly height: number };

/** Points a side: a picture of 64 stays sharp on the finest screens. */
const most = 256;

/** The middle of a picture as a square, and how large it is drawn; a small one is not blown up. */
export const squareOf = ({
  width,
  height,
}: Size): { readonly left: number; readonly top: number; readonly side: number; readonly drawn: number } => {
  const side = Math.min(width, height);
  return { left: Math.floor((width - side) / 2), top: Math.floor((height - side) / 2), side, drawn: Math.min(most, side) };
};

/** Drawn anew: place, camera and whatever else the file says stays where it was. @throws when it is no picture */
export const drawnSmall = async (file: File): Promise<File> => {
  const picture = await createImageBitmap(file);
  const { left, top, side, drawn } = squareOf(picture);
  const canvas = new OffscreenCanvas(drawn, drawn);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('nothing to draw on');
  // A JPEG knows no clear parts; they would turn black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, drawn, drawn);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, left, top, side, side, 0, 0, drawn, drawn);
  picture.close();
  return new File([await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })], 'picture.jpg', { type: 'image/jpeg' });
};
