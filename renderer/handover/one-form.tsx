import { Button } from '@mantine/core';
import { type JSX, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leavesOut } from '../../shared/form-answers.ts';
import type { Filling, Handover } from '../../shared/handover.ts';
import { healthFormId } from '../../shared/health.ts';
import { intakeFormId } from '../../shared/intake.ts';
import { isSignature, pagesOf } from '../ui/form-pages.ts';
import { Notice } from '../ui/notice.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { type Around, FlowFrame } from './flow-frame.tsx';
import { IntakeEnd, LeftOut } from './form-ends.tsx';
import { HealthEnd } from './health-end.tsx';
import type { Earlier } from './marked-areas.ts';
import { Opening } from './opening.tsx';
import { PartPage } from './part-page.tsx';
import { type Sheet, sectionAt, seenWith } from './sheet.ts';
import { SignPage } from './sign-page.tsx';

type OneFormProps = {
  readonly handover: Handover;
  readonly filling: Filling;
  readonly sheet: Sheet;
  readonly around: Around;
  /** Marks the client made before. */
  readonly earlier: Earlier | null;
  readonly flush: () => Promise<boolean>;
  readonly onChange: (alter: (sheet: Sheet) => Sheet, now?: boolean) => void;
  readonly onDone: () => void;
};

/** The form reads differently since it was begun: nothing in it can be kept until it is handed over again. */
const Outdated = ({ sheet, around, onDone }: Pick<OneFormProps, 'sheet' | 'around' | 'onDone'>): JSX.Element => {
  const { t } = useTranslation('handover');
  useTitle(t('window'));
  const foot = (
    <Button size="lg" className="flow-go" onClick={onDone}>
      {t('flow.goOn')}
    </Button>
  );
  return (
    <FlowFrame around={around} page={1} pages={1} foot={foot}>
      <PageTitle className="question">{sheet.form.clientTitle}</PageTitle>
      <Notice tone="wait" title={t('outdated.title')}>
        {t('outdated.text')}
      </Notice>
    </FlowFrame>
  );
};

/**
 * Which page is shown. A page of the health screen stays until the vault has kept it: what was answered there may end the questions,
 * and then no other page comes in between.
 */
const useShownPage = (sheet: Sheet, last: number, flush: () => Promise<boolean>) => {
  const [held, setHeld] = useState<number | null>(null);
  const at = Math.min(held ?? sheet.page, last);
  const leave = (): void => {
    if (sheet.form.id !== healthFormId) return;
    setHeld(at);
    void flush().finally(() => setHeld(null));
  };
  return { at, leave };
};

/** One form from its opening to its signatures, at the page the client is on. */
export const OneForm = ({ handover, filling, sheet, around, earlier, flush, onChange, onDone }: OneFormProps): JSX.Element => {
  const parts = pagesOf(sheet);
  const pages = parts.length + 2;
  const { at, leave } = useShownPage(sheet, parts.length + 1, flush);
  const shown = at === 0 ? [] : (parts[at - 1] ?? sheet.form.elements.filter(isSignature));
  const ids = shown.map(({ id }) => id).join(' ');
  const isHealth = sheet.form.id === healthFormId;
  const toPage = (page: number, through: readonly string[] = []): void => {
    onChange((now) => ({ ...seenWith(now, through), page: Math.min(Math.max(page, 0), parts.length + 1) }));
    leave();
  };

  // A page that comes is kept at once, with what came on it; each begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each page
  useEffect(() => {
    if (filling.outdated) return;
    onChange((now) => seenWith(now, ids && !isHealth ? ids.split(' ') : []), true);
  }, [sheet.id, at, ids]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each page
  useEffect(() => {
    document.querySelector('.flow-body')?.scrollTo(0, 0);
    window.scrollTo(0, 0);
  }, [sheet.id, at]);

  if (filling.outdated) return <Outdated sheet={sheet} around={around} onDone={onDone} />;
  const frame = { ...around, section: sectionAt(parts, at), onBack: at === 0 ? around.onBack : () => toPage(at - 1) };
  if (at === 0) {
    const seen = new Set(sheet.seen);
    const all = parts.flat().every(({ id }) => seen.has(id));
    return (
      <Opening
        sheet={sheet}
        changes={filling.changes}
        around={frame}
        pages={pages}
        onBegin={() => toPage(1)}
        onToEnd={all ? () => toPage(parts.length + 1) : null}
      />
    );
  }
  const elements = parts[at - 1];
  if (!elements && sheet.form.id === intakeFormId)
    return (
      <IntakeEnd sheet={sheet} around={frame} pages={pages} practitionerName={handover.practitionerName} onPage={toPage} onDone={onDone} />
    );
  if (!elements && isHealth)
    return <HealthEnd sheet={sheet} around={frame} pages={pages} practitionerName={handover.practitionerName} onDone={onDone} />;
  if (!elements && leavesOut(sheet.form, sheet.answers)) return <LeftOut sheet={sheet} around={frame} pages={pages} onDone={onDone} />;
  return elements ? (
    <PartPage
      key={`${sheet.id} ${at}`}
      sheet={sheet}
      around={frame}
      elements={elements}
      pages={pages}
      earlier={earlier}
      practitionerName={handover.practitionerName}
      onChange={onChange}
      onGoOn={() => toPage(at + 1, ids.split(' '))}
    />
  ) : (
    <SignPage
      key={sheet.id}
      handoverId={handover.id}
      sheet={sheet}
      around={frame}
      pages={pages}
      chosenName={handover.chosenName}
      practitionerName={handover.practitionerName}
      flush={flush}
      onChange={onChange}
      onPage={toPage}
      onDone={onDone}
    />
  );
};
