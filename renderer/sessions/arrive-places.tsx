import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { inManner, isIn, type Saying, said, turned } from './arrive-saying.ts';
import { Chip, ChipGroup } from './chip.tsx';
import { useConductor } from './conductor-context.ts';
import { usePlaces } from './use-places.ts';

type Props = { readonly saying: Saying; readonly onSay: (saying: Saying) => void };

/** As it is without what was left out today: a place that is out for today alone can come in again. */
const useHolding = (holds: 'yes' | 'ask') => {
  const { session, allowed } = useConductor();
  const { areas } = usePlaces();
  const outToday = session.state.leftOut.filter((code) => !session.state.takenBack.includes(code));
  const open = allowed?.allowed.areas ?? [];
  return areas.filter(({ code, tier }) => {
    const place = open.find((one) => one.code === code);
    if (!place) return false;
    if (place.holds === holds) return true;
    const isOnlyOut = outToday.includes(code) && place.holds === 'no' && place.reasons.some((reason) => reason.code === 'left-out-today');
    return isOnlyOut && (tier === 'general') === (holds === 'yes');
  });
};

/** Places the map and the forms leave open. One touch leaves one out for today. */
export const OpenPlaces = ({ saying, onSay }: Props): JSX.Element | null => {
  const { t } = useTranslation('session');
  const { session } = useConductor();
  const places = useHolding('yes');
  if (places.length === 0) return <p className="ink-2">{t('arrive.yes.noneOpen')}</p>;
  const codes = places.map(({ code }) => code);
  return (
    <ChipGroup
      label={t('arrive.yes.open')}
      help={<p className="ink-2">{t(saying.only ? 'arrive.yes.onlyHelp' : 'arrive.yes.openHelp')}</p>}
    >
      <span className="arrive-only">
        <Chip label={t('arrive.yes.only')} isOn={saying.only} onPress={() => onSay(inManner(saying, !saying.only, codes, session.state))} />
      </span>
      {places.map(({ code, label }) => (
        <Chip key={code} label={label} isOn={isIn(saying, code)} onPress={() => onSay(turned(saying, code))} />
      ))}
    </ChipGroup>
  );
};

const AskPlace = ({
  saying,
  onSay,
  code,
  label,
  isSensitive,
}: Props & { code: string; label: string; isSensitive: boolean }): JSX.Element => {
  const { t } = useTranslation('session');
  const answer = saying.places[code];
  return (
    <li>
      <fieldset className="arrive-place">
        <legend className="visually-hidden">{label}</legend>
        <span className="grow" aria-hidden="true">
          <b className="b">{label}</b>
          {isSensitive ? <span className="sm ink-2 block">{t('arrive.yes.sensitive')}</span> : null}
        </span>
        <span className="row">
          <Chip label={t('arrive.yes.placeYes')} isOn={answer === 'yes'} onPress={() => onSay(said(saying, code, 'yes'))} />
          <Chip label={t('arrive.yes.placeNo')} isOn={answer === 'no'} onPress={() => onSay(said(saying, code, 'no'))} />
        </span>
      </fieldset>
    </li>
  );
};

/** Places that are asked for by name each time; unanswered, they stay closed until they are asked before a block. */
export const AskPlaces = ({ saying, onSay }: Props): JSX.Element | null => {
  const { t } = useTranslation('session');
  const places = useHolding('ask');
  if (places.length === 0) return null;
  return (
    <section aria-labelledby="arrive-ask">
      <h2 id="arrive-ask" className="cd-group-label">
        {t('arrive.yes.ask1')}
      </h2>
      <p className="ink-2">{t('arrive.yes.ask1Help')}</p>
      <ul className="arrive-places">
        {places.map(({ code, label, tier }) => (
          <AskPlace key={code} saying={saying} onSay={onSay} code={code} label={label} isSensitive={tier === 'written_specific'} />
        ))}
      </ul>
    </section>
  );
};
