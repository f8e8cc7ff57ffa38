import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenItem } from '../../shared/session-content.ts';
import { itemOf } from '../../shared/session-flags.ts';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { useConductor } from './conductor-context.ts';
import { seenByDecision } from './flag-facts.ts';

type ItemsProps = { readonly chosen: string | null; readonly isOpen: boolean; readonly onChoose: (item: SeenItem | null) => void };

const Found = ({ typed, onChoose }: { readonly typed: string; readonly onChoose: (item: SeenItem) => void }): JSX.Element => {
  const { t } = useTranslation('flags');
  const { content } = useConductor();
  const groups = seenByDecision(content, typed);
  if (groups.length === 0) return <p className="ink-2">{t('grade.nothing')}</p>;
  return (
    <div className="flag-found">
      {groups.map(({ decision, items }) => (
        <section key={decision} aria-labelledby={`flag-${decision}`}>
          <h3 id={`flag-${decision}`}>{t(`decision.${decision}`)}</h3>
          <ul>
            {items.map((item) => (
              <li key={item.id}>
                <button type="button" className="flag-item" onClick={() => onChoose(item)}>
                  {item.what}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};

/** What is seen or heard and is no grade alone: the decision table and the emotional events, gravest first. */
export const FlagItems = ({ chosen, isOpen, onChoose }: ItemsProps): JSX.Element | null => {
  const { t } = useTranslation('flags');
  const { content } = useConductor();
  const [typed, type] = useState('');
  const item = itemOf(content, chosen);
  if (!item && !isOpen) return null;
  return (
    <section className="flag-items">
      {item ? (
        <div className="flag-item-chosen">
          <Icon icon={IconCheck} size={18} tone="sage-ink" />
          <div className="grow">
            <div className="b">{item.what}</div>
            <div className="ink-2">{item.doNow}</div>
          </div>
          <Button variant="subtle" onClick={() => onChoose(null)}>
            {t('grade.clear')}
          </Button>
        </div>
      ) : null}
      {isOpen ? (
        <>
          <Field id="flag-find" label={t('grade.find')} value={typed} onChange={type} />
          <Found typed={typed} onChoose={onChoose} />
        </>
      ) : null}
    </section>
  );
};
