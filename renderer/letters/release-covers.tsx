import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import type { Release } from '../../shared/releases.ts';
import { dayWords, listWords } from '../dates.ts';
import { kindWords, measureWords, purposesWords, signedDay } from './release-words.ts';

type WentOut = OutputOf<'releases.ofClient'>['wentOut'];

const specials = ['mental_health', 'sexual_health', 'genetic'] as const;

const Line = ({ label, children }: { readonly label: string; readonly children: string }): JSX.Element | null =>
  children ? (
    <>
      <dt>{label}</dt>
      <dd dir="auto">{children}</dd>
    </>
  ) : null;

/** What went out under a permission, which nothing calls back. */
export const WentOutList = ({ wentOut }: { readonly wentOut: WentOut }): JSX.Element => {
  const { t } = useTranslation('releases');
  return (
    <ul className="plain-list">
      {wentOut.map(({ disclosureId, on, what, toName }) => (
        <li key={disclosureId} dir="auto">
          {t('wentLine', { day: dayWords(on), what, to: toName })}
        </li>
      ))}
    </ul>
  );
};

/** What one permission says, as far as its answers are kept in ids; the words of a Part 2 permission stand in its PDF. */
export const ReleaseCovers = ({ release }: { readonly release: Release }): JSX.Element => {
  const { t } = useTranslation('releases');
  const { direction, kinds, measures, special, coversWords, authority, formId } = release;
  const isGeneral = formId === 'release-of-information';
  const named = specials.filter((one) => special.includes(one)).map((one) => t(`special.${one}`));
  return (
    <dl className="sharing-covers">
      <Line label={t('fact.direction')}>{t(`direction.${direction}`)}</Line>
      <Line label={t('fact.kinds')}>{kindWords(t, kinds)}</Line>
      <Line label={t('fact.measures')}>{measureWords(t, measures)}</Line>
      <Line label={t('fact.purposes')}>{isGeneral ? purposesWords(t, release) : ''}</Line>
      <Line label={t('fact.special')}>{listWords(named)}</Line>
      <Line label={t('fact.covers')}>{isGeneral ? coversWords || t('fromSigning') : ''}</Line>
      <Line label={t('fact.authority')}>{authority}</Line>
      <Line label={t('fact.signed')}>{signedDay(release) ?? ''}</Line>
    </dl>
  );
};
