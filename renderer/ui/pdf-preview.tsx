import { Button } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type JSX, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import { Notice } from './notice.tsx';
import { openPdf } from './open-pdf.ts';
import { PdfPage } from './pdf-page.tsx';
import { Waiting } from './waiting.tsx';

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

type PreviewProps = { readonly title: string; readonly base64: string; readonly actions?: JSX.Element };

/** Shows a PDF from memory, page by page, with its words for a screen reader. */
export const PdfPreview = ({ title, base64, actions }: PreviewProps): JSX.Element => {
  const { t } = useTranslation('ui');
  const [pdf, setPdf] = useState<PDFDocumentProxy | 'broken' | null>(null);
  const [zoom, setZoom] = useState(2);

  useEffect(() => {
    const loading = openPdf(base64);
    let gone = false;
    loading.promise.then(
      (loaded) => (gone ? undefined : setPdf(loaded)),
      () => (gone ? undefined : setPdf('broken')),
    );
    return () => {
      gone = true;
      setPdf(null);
      void loading.destroy();
    };
  }, [base64]);

  const scale = zooms[zoom] ?? 1;
  return (
    <section className="pdf" aria-label={t('pdf.region')}>
      <div className="pdf-tools">
        {pdf && pdf !== 'broken' ? (
          <>
            <span className="ink-2 num">{t('pdf.pages', { count: pdf.numPages })}</span>
            <Button variant="subtle" leftSection={<Icon icon={IconZoomOut} />} disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
              {t('pdf.zoomOut')}
            </Button>
            <span className="num pdf-zoom" aria-live="polite">
              {t('pdf.zoom', { percent: Math.round(scale * 100) })}
            </span>
            <Button
              variant="subtle"
              leftSection={<Icon icon={IconZoomIn} />}
              disabled={zoom === zooms.length - 1}
              onClick={() => setZoom(zoom + 1)}
            >
              {t('pdf.zoomIn')}
            </Button>
          </>
        ) : null}
        <span className="grow" />
        {actions}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="pdf-pages" tabIndex={0} aria-label={title}>
        {pdf === null ? <Waiting>{t('pdf.reading')}</Waiting> : null}
        {pdf === 'broken' ? (
          <Notice tone="wait" title={t('pdf.broken')} live>
            {t('pdf.brokenHelp')}
          </Notice>
        ) : null}
        {pdf && pdf !== 'broken'
          ? Array.from({ length: pdf.numPages }, (_, index) => index + 1).map((page) => (
              <PdfPage key={page} pdf={pdf} page={page} scale={scale} label={t('pdf.label', { title, page, pages: pdf.numPages })} />
            ))
          : null}
      </section>
    </section>
  );
};
