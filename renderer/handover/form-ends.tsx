import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { ChoicesSummary } from './choices-summary.tsx';
import { type Around, FlowFrame } from './flow-frame.tsx';
import type { Sheet } from './sheet.ts';

type EndProps = {
  readonly sheet: Sheet;
  readonly around: Around;
  readonly pages: number;
  readonly onDone: () => void;
};

type IntakeEndProps = EndProps & { readonly practitionerName: string; readonly onPage: (page: number) => void };

/** Nothing is signed: what was answered, and the way back to each of it. Everything may stay open. */
export const IntakeEnd = ({ sheet, around, pages, practitionerName, onPage, onDone }: IntakeEndProps): JSX.Element => {
  const { t } = useTranslation('handover');
  useTitle(t('window'));
  const foot = (
    <Button size="lg" className="flow-go" rightSection={<Icon icon={IconArrowRight} size={24} />} onClick={onDone}>
      {t('intake.done')}
    </Button>
  );
  return (
    <FlowFrame around={around} page={pages} pages={pages} wide foot={foot}>
      <div className="review">
        <PageTitle className="question question-small" focusKey={sheet.id}>
          {t('intake.end')}
        </PageTitle>
        <p className="part-text">{t('intake.endText', { name: practitionerName })}</p>
        <ChoicesSummary sheet={sheet} onPage={onPage} />
      </div>
    </FlowFrame>
  );
};

/** The client said no to the one place the form is about. */
export const LeftOut = ({ sheet, around, pages, onDone }: EndProps): JSX.Element => {
  const { t } = useTranslation('handover');
  useTitle(t('window'));
  const place = sheet.form.areas.find(({ code }) => code === sheet.form.area)?.label ?? '';
  const foot = (
    <Button size="lg" className="flow-go" rightSection={<Icon icon={IconArrowRight} size={24} />} onClick={onDone}>
      {t('flow.goOn')}
    </Button>
  );
  return (
    <FlowFrame around={around} page={pages} pages={pages} foot={foot}>
      <PageTitle className="question" focusKey={sheet.id}>
        {t('leftOut.title', { place })}
      </PageTitle>
      <p className="part-text">{t('leftOut.text')}</p>
    </FlowFrame>
  );
};
