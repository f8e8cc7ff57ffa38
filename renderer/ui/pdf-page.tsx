import { type PDFDocumentProxy, TextLayer } from 'pdfjs-dist';
import { type JSX, useEffect, useRef } from 'react';

/** CSS px for a point of the page at 100 %. */
const pxPerPoint = 96 / 72;

type PageProps = { readonly pdf: PDFDocumentProxy; readonly page: number; readonly scale: number; readonly label: string };

/** One page: drawn on a canvas, its words laid over it invisibly so that they can be read aloud, selected and found. */
export const PdfPage = ({ pdf, page, scale, label }: PageProps): JSX.Element => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let gone = false;
    let stop: () => void = () => undefined;
    const draw = async (): Promise<void> => {
      const proxy = await pdf.getPage(page);
      const [picture, text, paper] = [canvas.current, layer.current, sheet.current];
      if (gone || !picture || !text || !paper) return;
      const viewport = proxy.getViewport({ scale: scale * pxPerPoint });
      const ratio = Math.min(window.devicePixelRatio || 1, 3);
      picture.width = Math.floor(viewport.width * ratio);
      picture.height = Math.floor(viewport.height * ratio);
      paper.style.width = `${Math.floor(viewport.width)}px`;
      paper.style.height = `${Math.floor(viewport.height)}px`;
      paper.style.setProperty('--total-scale-factor', String(scale * pxPerPoint));
      const rendering = proxy.render({ canvas: picture, viewport, transform: ratio === 1 ? undefined : [ratio, 0, 0, ratio, 0, 0] });
      text.replaceChildren();
      const words = new TextLayer({ textContentSource: proxy.streamTextContent(), container: text, viewport });
      stop = () => {
        rendering.cancel();
        words.cancel();
      };
      await Promise.all([rendering.promise, words.render()]);
    };
    // A page that is drawn anew before it is done gives up its first drawing; that is no failure.
    draw().catch(() => undefined);
    return () => {
      gone = true;
      stop();
    };
  }, [pdf, page, scale]);

  return (
    <section ref={sheet} className="pdf-page" aria-label={label}>
      <canvas ref={canvas} className="pdf-canvas" />
      <div ref={layer} className="pdf-text" />
    </section>
  );
};
