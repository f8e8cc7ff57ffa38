import { Button, Radio } from '@mantine/core';
import { type FormEvent, type JSX, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../shared/calls.ts';
import type { Incident } from '../../shared/incidents.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { Field, Wrong } from '../ui/field.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useSend } from '../use-call.ts';

type Way = InputOf<'incidents.resolve'>['way'];
type Typed = { readonly way: Way | ''; readonly who: string; readonly words: string };
const ways = ['followed-up', 'clinician-called', 'clinician-wrote'] as const;

type Props = { readonly incident: Incident; readonly name: string; readonly onDone: () => void; readonly onDeed: () => void };

/** How it was followed up. While a hold stands, a clinician's word alone does, and it clears the hold. */
export const FollowForm = ({ incident, name, onDone, onDeed }: Props): JSX.Element => {
  const { t } = useTranslation('sessions');
  const { t: errors } = useTranslation('errors');
  const id = useId();
  const { send, isSending, error } = useSend('incidents.resolve');
  const [typed, set] = useState<Typed>({ way: '', who: '', words: '' });
  const [wasTried, tried] = useState(false);
  const isHeld = incident.hold !== null && incident.hold.ended === null;
  const needsWho = typed.way === 'clinician-called' || typed.way === 'clinician-wrote';
  const longWho = tooLong(typed.who, limits.line);
  const longWords = tooLong(typed.words, limits.paragraph);
  const isGood = shows(typed.words) && (!needsWho || shows(typed.who)) && !longWho && !longWords;
  const whoProblem = longWho ? errors('problem.too-long', longWho) : wasTried && !shows(typed.who) ? t('incident.neededWho') : undefined;
  const wordsProblem = longWords
    ? errors('problem.too-long', longWords)
    : wasTried && !shows(typed.words)
      ? t('incident.needed')
      : undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    tried(true);
    const { way, who, words } = typed;
    if (!isGood || way === '') return;
    if (!(await send({ incidentId: incident.id, way, who: needsWho ? who : '', words })).ok) return;
    said(t('incident.done'));
    onDeed();
    onDone();
  };
  return (
    <form className="incident-form" aria-label={t('incident.followOf', { name })} onSubmit={(event) => void submit(event)} noValidate>
      <Radio.Group
        label={t('incident.way')}
        value={typed.way}
        onChange={(chosen) => set({ ...typed, way: ways.find((one) => one === chosen) ?? '' })}
        error={wasTried && typed.way === '' ? <Wrong>{t('incident.neededWay')}</Wrong> : undefined}
      >
        <div className="incident-ways">
          {ways
            .filter((way) => !isHeld || way !== 'followed-up')
            .map((way) => (
              <Radio key={way} value={way} label={t(`incident.ways.${way}`)} description={isHeld ? t('incident.wayClears') : undefined} />
            ))}
        </div>
      </Radio.Group>
      {isHeld ? <p className="ink-2">{t('incident.wayHeld')}</p> : null}
      {needsWho ? (
        <Field
          id={`incident-who${id}`}
          label={t('incident.who')}
          value={typed.who}
          onChange={(who) => set({ ...typed, who })}
          problem={whoProblem}
          required
        />
      ) : null}
      <Field
        id={`incident-words${id}`}
        label={t('incident.words')}
        help={t('incident.wordsHelp')}
        rows={3}
        value={typed.words}
        onChange={(words) => set({ ...typed, words })}
        problem={wordsProblem}
        required
      />
      {error ? <ErrorNotice error={error} /> : null}
      <div className="row wrap">
        <Button type="submit" disabled={isSending}>
          {t('incident.yes')}
        </Button>
      </div>
    </form>
  );
};
