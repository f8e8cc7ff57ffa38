import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnfilledBlank } from '../../shared/consent-form.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';

/** What the practice fills once, by where it is filled. */
const ofProfile = ['practitioner_name', 'credential', 'licence_no', 'address'];

type PracticeProps = {
  readonly blanks: readonly UnfilledBlank[];
  readonly again: () => unknown;
  /** Goes on without the forms that wait for these words; null where nothing would be left. */
  readonly onLeaveOut: (() => void) | null;
};

/** Words of the practice that the chosen forms wait for. */
export const PracticeBlanks = ({ blanks, again, onLeaveOut }: PracticeProps): JSX.Element | null => {
  const { t } = useTranslation('consent');
  if (blanks.length === 0) return null;
  const details = blanks.filter((blank) => ofProfile.includes(blank.placeholder));
  return (
    <Notice
      tone="wait"
      title={t('prepare.practice')}
      actions={
        <>
          {details.length > 0 ? (
            <ButtonLink to="/settings" variant="default">
              {t('prepare.practiceDetails')}
            </ButtonLink>
          ) : null}
          {blanks.length > details.length ? (
            <ButtonLink to="/settings/$section" params={{ section: 'forms' }} variant="default">
              {t('prepare.practiceWords')}
            </ButtonLink>
          ) : null}
          <Button variant="subtle" onClick={() => void again()}>
            {t('prepare.practiceAgain')}
          </Button>
          {onLeaveOut ? (
            <Button variant="subtle" onClick={onLeaveOut}>
              {t('prepare.leaveOut')}
            </Button>
          ) : null}
        </>
      }
    >
      {t('prepare.practiceText')}
      <ul className="plain-list">
        {blanks.map((blank) => (
          <li key={blank.placeholder}>{blank.label}</li>
        ))}
      </ul>
    </Notice>
  );
};

/** Blanks of the client's record, but for the stop signal, which is agreed on here. */
export const ClientBlanks = ({
  clientId,
  blanks,
}: {
  readonly clientId: string;
  readonly blanks: readonly UnfilledBlank[];
}): JSX.Element => {
  const { t } = useTranslation('consent');
  return (
    <>
      {blanks.map((blank) => (
        <Notice
          key={blank.placeholder}
          tone="wait"
          title={t('prepare.otherBlank', { label: blank.label })}
          actions={
            <ButtonLink to="/clients/$clientId/edit" params={{ clientId }} variant="default">
              {t('prepare.change')}
            </ButtonLink>
          }
        />
      ))}
    </>
  );
};

export const blankField = (placeholder: string): string => `blank-${placeholder}`;

type SittingProps = {
  readonly name: string;
  readonly blanks: readonly UnfilledBlank[];
  readonly typed: Readonly<Record<string, string>>;
  readonly onTyped: (typed: Record<string, string>) => void;
  readonly problemOf: (field: string) => string | undefined;
};

/** Words for this one sitting. */
export const SittingBlanks = ({ name, blanks, typed, onTyped, problemOf }: SittingProps): JSX.Element | null => {
  const { t } = useTranslation('consent');
  if (blanks.length === 0) return null;
  return (
    <section aria-labelledby="computed-title" className="fields">
      <h2 id="computed-title" className="section-title">
        {t('prepare.computed')}
      </h2>
      <p className="ink-2">{t('prepare.computedText', { name })}</p>
      {blanks.map((blank) => (
        <Field
          key={blank.placeholder}
          id={blankField(blank.placeholder)}
          label={blank.label}
          help={t('prepare.example', { example: blank.example })}
          value={typed[blank.placeholder] ?? ''}
          onChange={(value) => onTyped({ ...typed, [blank.placeholder]: value })}
          problem={problemOf(blankField(blank.placeholder))}
          rows={2}
        />
      ))}
    </section>
  );
};
