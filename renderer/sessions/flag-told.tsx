import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import type { SessionBody } from '../../shared/session-events.ts';
import type { Episode } from '../../shared/session-state.ts';
import { shows } from '../../shared/text.ts';
import { Field } from '../ui/field.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useCall } from '../use-call.ts';
import { Chips } from './chip.tsx';
import { useConductor } from './conductor-context.ts';
import { adviceOf } from './flag-facts.ts';
import { wallOf } from './flag-time.ts';

type Told = SessionBody<'told'>;
const meansOf = ['phone', 'in-person', 'message', 'letter'] as const;
const permissions = ['written', 'spoken', 'emergency'] as const;
const nothing: Told = { who: '', means: 'phone', under: '', words: '' };

const ToldForm = ({ people, onDone }: { readonly people: readonly string[]; readonly onDone: () => void }): JSX.Element => {
  const { t } = useTranslation('flags');
  const { t: errors } = useTranslation('errors');
  const { tell, isSending } = useConductor();
  const [told, set] = useState(nothing);
  const change = (more: Partial<Told>): void => set({ ...told, ...more });
  const longWho = tooLong(told.who, limits.line);
  const longUnder = tooLong(told.under, limits.line);
  const longWords = tooLong(told.words, limits.paragraph);
  const isGood = shows(told.who) && !longWho && !longUnder && !longWords;
  const save = async (): Promise<void> => {
    if (isGood && (await tell('told', told))) onDone();
  };
  const problem = (long: ReturnType<typeof tooLong>): string | undefined => (long ? errors('problem.too-long', long) : undefined);
  return (
    <div className="flag-told-form">
      <Field id="flag-told-who" label={t('told.who')} value={told.who} onChange={(who) => change({ who })} problem={problem(longWho)} />
      <Chips labels={people} on={[told.who]} onPress={(who) => change({ who })} />
      <fieldset aria-label={t('told.how')} className="cd-chips">
        <Chips
          labels={meansOf.map((means) => t(`told.means.${means}`))}
          on={[t(`told.means.${told.means}`)]}
          onPress={(label) => change({ means: meansOf.find((means) => t(`told.means.${means}`) === label) ?? 'phone' })}
        />
      </fieldset>
      <Field
        id="flag-told-under"
        label={t('told.under')}
        value={told.under}
        onChange={(under) => change({ under })}
        problem={problem(longUnder)}
      />
      <Chips labels={permissions.map((one) => t(`told.permission.${one}`))} on={[told.under]} onPress={(under) => change({ under })} />
      <Field
        id="flag-told-words"
        label={t('told.words')}
        rows={2}
        value={told.words}
        onChange={(words) => change({ words })}
        problem={problem(longWords)}
      />
      <div className="flag-actions">
        <Button disabled={!isGood || isSending} onClick={() => void save()}>
          {t('told.save')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('told.cancel')}
        </Button>
      </div>
    </div>
  );
};

/** Whom the content and the record name: to be told with one tap. */
const usePeople = (episode: Episode): readonly string[] => {
  const { session, content } = useConductor();
  const { data } = useCall('safety.card', { clientId: session.clientId });
  const named = adviceOf(content, episode).items.flatMap(({ tell }) => tell.split(/[,/]/u));
  const known = (data?.card.emergencyContacts ?? []).map(({ name }) => name);
  return [...new Set([...named, ...known].map((one) => one.trim()).filter(shows))];
};

/** Who was told, by what means and under which permission (redflags.json, documentation). */
export const FlagTold = ({ episode }: { readonly episode: Episode }): JSX.Element => {
  const { t } = useTranslation('flags');
  const { session } = useConductor();
  const people = usePeople(episode);
  const [isAdding, add] = useState(false);
  const { told } = session.state;
  return (
    <section className="flag-part" aria-labelledby="flag-told">
      <h2 id="flag-told" className="section-title">
        {t('told.title')}
      </h2>
      {told.length === 0 ? <p className="ink-2">{t('told.none')}</p> : null}
      <ul>
        {told.map(({ seq, at, who, means, under }) => (
          <li key={seq} dir="auto">
            <span className="num ink-3">{wallOf(session.startedAt, at)}</span>{' '}
            <b>{t('told.line', { who, means: t(`told.means.${meansOf.find((one) => one === means) ?? 'phone'}`) })}</b>{' '}
            <span className="ink-2">{under}</span>
          </li>
        ))}
      </ul>
      {isAdding ? (
        <ToldForm people={people} onDone={() => add(false)} />
      ) : (
        <Button variant="default" onClick={() => add(true)}>
          {t('told.add')}
        </Button>
      )}
    </section>
  );
};
