import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { aftercareFor } from '../../shared/follow-up.ts';
import { Chip } from './chip.tsx';
import { filled } from './closing-blanks.ts';
import { useConductor } from './conductor-context.ts';

type Props = { readonly chosen: readonly string[]; readonly onChange: (chosen: string[]) => void };

const blanks = ['practice_email', 'crisis_name', 'crisis_number', 'emergency_number'] as const;

/** The words of what is ticked, to read out. */
const Words = ({ chosen }: { readonly chosen: readonly string[] }): JSX.Element => {
  const { t } = useTranslation('closing');
  const { content, numbers } = useConductor();
  const standIn = (blank: string): string => {
    const known = blanks.find((one) => one === blank);
    return known ? t(`close.blank.${known}`) : '';
  };
  return (
    <dl className="closing-words">
      {content.aftercare
        .filter(({ id }) => chosen.includes(id))
        .map(({ id, title, text }) => (
          <div key={id}>
            <dt className="b">{title}</dt>
            <dd>{filled(text, numbers, standIn)}</dd>
          </div>
        ))}
    </dl>
  );
};

/** What goes on their sheet: told from the session, and what a person has to decide. */
export const CloseAftercare = ({ chosen, onChange }: Props): JSX.Element => {
  const { t } = useTranslation('closing');
  const { session, content, numbers } = useConductor();
  const [isRead, read] = useState(false);
  const offered = aftercareFor(content, session.state);
  const turn = (id: string): void => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const toDecide = offered.filter(({ when }) => when !== null);
  return (
    <section className="closing-part" aria-labelledby="close-aftercare">
      <h2 id="close-aftercare" className="section-title">
        {t('close.aftercare')}
      </h2>
      <p className="ink-2">{t('close.aftercareText')}</p>
      <div className="cd-chips">
        {offered
          .filter(({ when }) => when === null)
          .map(({ item: { id, title } }) => (
            <Chip key={id} label={title} isOn={chosen.includes(id)} onPress={() => turn(id)} />
          ))}
      </div>
      <h3 className="b">{t('close.forYou')}</h3>
      <ul className="closing-list">
        {toDecide.map(({ item: { id, title }, when }) => (
          <li key={id} className="closing-offer">
            <span className="ink-2 grow">{t('close.when', { when })}</span>
            <Chip label={title} isOn={chosen.includes(id)} onPress={() => turn(id)} />
          </li>
        ))}
      </ul>
      <p className={numbers ? 'ink-2' : 'wait'}>
        {numbers ? t('close.call', { crisis: numbers.crisis, emergency: numbers.emergency }) : t('close.callUnchecked')}
      </p>
      <div className="row">
        <Button variant="default" aria-expanded={isRead} onClick={() => read(!isRead)}>
          {t(isRead ? 'close.hideWords' : 'close.readOut')}
        </Button>
      </div>
      {isRead ? <Words chosen={chosen} /> : null}
    </section>
  );
};
