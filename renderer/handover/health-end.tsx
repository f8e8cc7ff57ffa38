import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { type Around, FlowFrame } from './flow-frame.tsx';
import { counted } from './screen.ts';
import { type Sheet, talkParts } from './sheet.ts';

type EndProps = {
  readonly sheet: Sheet;
  readonly around: Around;
  readonly pages: number;
  readonly practitionerName: string;
  readonly onDone: () => void;
};

/** How much was answered; what it was stays off a screen that others may see. */
export const HealthEnd = ({ sheet, around, pages, practitionerName, onDone }: EndProps): JSX.Element => {
  const { t } = useTranslation('handover');
  useTitle(t('window'));
  const { answered, open } = counted(sheet.form.elements, sheet.answers);
  const talk = talkParts(sheet).length;
  const foot = (
    <Button size="lg" className="flow-go" rightSection={<Icon icon={IconArrowRight} size={24} />} onClick={onDone}>
      {t('intake.done')}
    </Button>
  );
  return (
    <FlowFrame around={around} page={pages} pages={pages} foot={foot}>
      <PageTitle className="question" focusKey={sheet.id}>
        {t('screen.end')}
      </PageTitle>
      <ul className="screen-counts">
        <li>{t('screen.answered', { count: answered })}</li>
        {open > 0 ? <li>{t('screen.left', { count: open })}</li> : null}
        {talk > 0 ? <li>{t('screen.talk', { count: talk })}</li> : null}
      </ul>
      <p className="part-text">{t('screen.endText', { name: practitionerName })}</p>
    </FlowFrame>
  );
};
