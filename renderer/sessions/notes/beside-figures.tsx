import { type JSX, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormArea } from '../../../shared/consent-form.ts';
import type { ChartMarks } from '../../ui/chart-marks.ts';

const Drawn = lazy(async () => ({ default: (await import('./beside-figure.tsx')).BesideFigures }));

type Props = {
  /** What it is a picture of. */
  readonly of: string;
  readonly areas: readonly FormArea[];
  readonly marks: ChartMarks;
  readonly tall: number;
};

/** The small figures with all they show in words. The drawing is long, and comes when the first is shown. */
export const Figures = ({ of, areas, marks, tall }: Props): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const named = (isShown: (code: string) => boolean): string =>
    areas
      .filter(({ code }) => isShown(code))
      .map(({ label }) => label)
      .join('; ');
  const [done, yes, ask] = [
    named((code) => marks[code]?.today === 'done'),
    named((code) => marks[code]?.state === 'yes'),
    named((code) => marks[code]?.state === 'ask'),
  ];
  const words = [
    of,
    done ? t('figure.done', { places: done }) : t('figure.noWork'),
    ...(yes ? [t('figure.yes', { places: yes })] : []),
    ...(ask ? [t('figure.ask', { places: ask })] : []),
  ];
  return (
    <Suspense fallback={<div className="beside-figures" style={{ minHeight: tall }} />}>
      <Drawn label={words.join('. ')} areas={areas} marks={marks} tall={tall} />
    </Suspense>
  );
};
