import { Checkbox } from '@mantine/core';
import { IconMessageCircle } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormElement } from '../../shared/consent-form.ts';
import type { Filling } from '../../shared/handover.ts';
import { AnswerWords } from '../ui/answer-words.tsx';
import { Icon } from '../ui/icon.tsx';
import { itemsToRead, type ReadItem, writtenBefore } from './returned-forms.ts';

type ItemsProps = {
  readonly filling: Filling;
  readonly reviewed: ReadonlySet<string>;
  readonly onTick: (id: string, read: boolean) => void;
};

const Said = ({ filling, item }: { readonly filling: Filling; readonly item: ReadItem }): JSX.Element => {
  const { t } = useTranslation('consent');
  const { element, talk, open } = item;
  if (talk) {
    return (
      <span className="state wait">
        <Icon icon={IconMessageCircle} />
        {t('returned.talk')}
      </span>
    );
  }
  if (element.capture === 'spoken_or_signature' && open) return <span className="ink-2">{t('returned.bySignature')}</span>;
  if (open)
    return <span className={element.required ? 'wait b' : 'ink-2'}>{t(element.required ? 'returned.open' : 'returned.skipped')}</span>;
  return <AnswerWords form={filling.form} element={element} answer={filling.answers[element.id]} />;
};

/** Part for part: what was asked, what was answered, and that it was read through together. */
export const ReadItems = ({ filling, reviewed, onTick }: ItemsProps): JSX.Element => {
  const { t } = useTranslation('consent');
  return (
    <ol className="read-items">
      {itemsToRead(filling).map((item) => {
        const { element, talk } = item;
        return (
          <li key={element.id} className={talk ? 'read-item read-talk' : 'read-item'}>
            <div className="read-words">
              <h3 className="read-title" id={`read-${element.id}`} dir="auto">
                {element.title}
              </h3>
              {element.text ? (
                <p className="ink-2" dir="auto">
                  {element.text}
                </p>
              ) : null}
              <div className="read-answer" dir="auto">
                <Said filling={filling} item={item} />
              </div>
            </div>
            <Checkbox
              className="read-tick"
              label={t('returned.tick')}
              aria-label={t('returned.tickOf', { title: element.title })}
              checked={reviewed.has(element.id)}
              onChange={(event) => onTick(element.id, event.currentTarget.checked)}
            />
          </li>
        );
      })}
    </ol>
  );
};

/** What the practitioner wrote before the client read the form. */
export const WrittenBefore = ({ filling }: { readonly filling: Filling }): JSX.Element | null => {
  const { t } = useTranslation('consent');
  const parts: readonly FormElement[] = writtenBefore(filling);
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="written-title">
      <h3 id="written-title" className="section-title">
        {t('returned.written')}
      </h3>
      <dl className="chosen">
        {parts.map((element) => (
          <div key={element.id} className="chosen-line">
            <dt>{element.title}</dt>
            <dd>
              <span dir="auto">
                <AnswerWords form={filling.form} element={element} answer={filling.answers[element.id]} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
