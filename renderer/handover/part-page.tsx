import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { type JSX, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormElement } from '../../shared/consent-form.ts';
import { isStatement, isTheirs } from '../ui/form-pages.ts';
import { Icon } from '../ui/icon.tsx';
import { useTitle } from '../ui/page.tsx';
import { type Around, FlowFrame } from './flow-frame.tsx';
import type { Earlier } from './marked-areas.ts';
import { Part } from './part.tsx';
import { openParts, type Sheet, skippedAsItStood, talkedAbout } from './sheet.ts';
import { TalkButton } from './statement-part.tsx';

type PageProps = {
  readonly sheet: Sheet;
  readonly around: Around;
  readonly elements: readonly FormElement[];
  readonly pages: number;
  readonly earlier: Earlier | null;
  readonly practitionerName: string;
  readonly onChange: (alter: (sheet: Sheet) => Sheet) => void;
  readonly onGoOn: () => void;
};

/** One part, or a small group, of the form. */
export const PartPage = ({ sheet, around, elements, pages, earlier, practitionerName, onChange, onGoOn }: PageProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const [tried, setTried] = useState(0);
  // As the page was when it came on the screen.
  const [begun] = useState(sheet.answers);
  const [first] = elements;
  const question = elements.length === 1 && first && isTheirs(first) && !isStatement(first) ? first : null;
  const open = tried > 0 ? openParts(sheet, elements) : [];
  const theirs = elements.filter(isTheirs);
  const optional = theirs.length > 0 && theirs.every((element) => !element.required);
  useTitle(t('window'));
  useEffect(() => {
    if (tried === 0) return;
    const open = document.querySelector<HTMLElement>('.part-wrong [data-wrong] input');
    (open ?? document.querySelector<HTMLElement>('.part-wrong input, .part-wrong textarea, .part-wrong button'))?.focus();
  }, [tried]);

  const goOn = (): void => {
    if (openParts(sheet, elements).length > 0) setTried(tried + 1);
    else onGoOn();
  };
  const talk = (element: FormElement): void => {
    onChange((now) => talkedAbout(now, element.id, true));
    onGoOn();
  };
  const skip = (): void => {
    if (question?.capture !== 'screen') {
      goOn();
      return;
    }
    onChange((now) => skippedAsItStood(now, question.id, begun));
    onGoOn();
  };
  const foot = (
    <>
      <Button size="lg" className="flow-go" rightSection={<Icon icon={IconArrowRight} size={24} />} onClick={goOn}>
        {t('flow.goOn')}
      </Button>
      <span className="grow" />
      {question && !(optional && question.capture === 'screen') ? <TalkButton onTalk={() => talk(question)} /> : null}
      {optional ? (
        <Button size="lg" variant="subtle" onClick={skip}>
          {t('flow.skip')}
        </Button>
      ) : null}
    </>
  );
  return (
    <FlowFrame
      around={around}
      page={sheet.page + 1}
      pages={pages}
      wide={question?.capture === 'map' || question?.capture === 'screen'}
      foot={foot}
    >
      {elements.map((element, index) => (
        <Part
          key={element.id}
          sheet={sheet}
          element={element}
          heading={index === 0}
          open={open.includes(element)}
          shared={elements.length > 1 && isTheirs(element)}
          earlier={earlier}
          practitionerName={practitionerName}
          onChange={onChange}
        />
      ))}
    </FlowFrame>
  );
};
