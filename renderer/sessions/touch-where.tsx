import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { reasonsOf } from '../ui/place-reasons.ts';
import { ChipGroup } from './chip.tsx';
import { useConductor } from './conductor-context.ts';
import { AskAloud } from './touch-aloud.tsx';
import type { TouchFacts } from './touch-facts.ts';
import { isCap } from './touch-marks.ts';
import { type Draft, isOpen, likeLast } from './touch-plan.ts';

type AskProps = { readonly code: string; readonly facts: TouchFacts; readonly onNo: (code: string) => void };

/** One place, asked for aloud just before; the answer is kept as it is given. */
const AskPlace = ({ code, facts, onNo }: AskProps): JSX.Element => {
  const { t } = useTranslation('touch');
  const { tell } = useConductor();
  const place = facts.nameOf(code);
  const answer = async (said: 'yes' | 'no'): Promise<void> => {
    if ((await tell('place-asked', { area: code, answer: said, words: '' })) && said === 'no') onNo(code);
  };
  return <AskAloud label={t('ask.label', { place })} say={t('ask.say', { place })} onAnswer={answer} />;
};

/** Why the place that was touched is as it is, in words; and the client's way to close it for good. */
const Looked = ({ code, facts }: { readonly code: string; readonly facts: TouchFacts }): JSX.Element | null => {
  const { t } = useTranslation('touch');
  const { t: tMaps } = useTranslation('maps');
  const { t: tUi } = useTranslation('ui');
  const { tell } = useConductor();
  const standing = facts.allowed.areas.find((area) => area.code === code);
  const area = facts.areas.find((one) => one.code === code);
  if (!standing || !area) return null;
  const { holds, ceiling } = standing;
  // How firm it may be stands beside the levels.
  const reasons = reasonsOf(tMaps, { holds, reasons: standing.reasons.filter((reason) => !isCap(reason)) }, facts.map);
  return (
    <div className="touch-looked" data-holds={holds} role="status">
      <div>
        <p>
          <b>{area.label}</b> {holds === 'no' ? t('place.out') : t(`place.${holds}`, { level: tUi(`level.${ceiling}`).toLowerCase() })}
        </p>
        {reasons.map((reason) => (
          <p key={reason} className="ink-2">
            {reason}
          </p>
        ))}
        {area.caution ? <p className="ink-2">{t('place.care', { caution: area.caution })}</p> : null}
        {area.gentler ? <p className="ink-2">{t('place.gentler', { gentler: area.gentler })}</p> : null}
      </div>
      {holds === 'no' ? null : (
        <Button variant="subtle" className="touch-back" onClick={() => void tell('places-taken-back', { areas: [code], words: '' })}>
          {t('place.takenBack')}
        </Button>
      )}
    </div>
  );
};

const asksFirst = ({ allowed, asked }: TouchFacts, code: string): boolean =>
  !asked.includes(code) && allowed.areas.some((area) => area.code === code && area.holds === 'ask');

type WhereProps = {
  readonly facts: TouchFacts;
  readonly planned: readonly string[];
  readonly looked: string | null;
  /** Places the vault wants a yes for. */
  readonly unasked: readonly string[];
  readonly onAreas: (areas: readonly string[]) => void;
  readonly onDraft: (draft: Draft) => void;
};

/** The places of the next block, and a beginning where there is none. */
export const Where = ({ facts, planned, looked, unasked, onAreas, onDraft }: WhereProps): JSX.Element => {
  const { t } = useTranslation('touch');
  const again = likeLast(facts);
  const presets = facts.presets
    .map((preset) => ({ ...preset, codes: preset.codes.filter((code) => isOpen(facts.allowed, code)) }))
    .filter(({ codes }) => codes.length > 0);
  const without = (code: string): void => onAreas(planned.filter((one) => one !== code));
  const toAsk = planned.filter((code) => unasked.includes(code) || asksFirst(facts, code));
  return (
    <>
      <ChipGroup label={t('where')} help={planned.length === 0 ? <p className="ink-2">{t('place.none')}</p> : null}>
        {planned.map((code) => (
          <button
            key={code}
            type="button"
            className="cd-chip"
            data-on
            aria-label={t('place.leaveOf', { place: facts.nameOf(code) })}
            onClick={() => without(code)}
          >
            {facts.nameOf(code)}
            <Icon icon={IconX} size={18} />
          </button>
        ))}
        {planned.length === 0 && again ? (
          <Button variant="default" onClick={() => onDraft(again)}>
            {t('place.again')}
          </Button>
        ) : null}
        {planned.length === 0
          ? presets.map(({ id, label, codes }) => (
              <Button key={id} variant="default" onClick={() => onAreas(codes)}>
                {label}
              </Button>
            ))
          : null}
      </ChipGroup>
      {toAsk.map((code) => (
        <AskPlace key={code} code={code} facts={facts} onNo={without} />
      ))}
      {looked !== null ? <Looked code={looked} facts={facts} /> : null}
    </>
  );
};
