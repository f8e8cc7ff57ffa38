import { Button, TextInput } from '@mantine/core';
import { IconCheck, IconMessageCircle } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormElement } from '../../shared/consent-form.ts';
import type { Answer } from '../../shared/form-answers.ts';
import { Icon } from '../ui/icon.tsx';

type StatementProps = {
  readonly element: FormElement;
  readonly answer: Answer | undefined;
  readonly talk: boolean;
  readonly initials: string;
  readonly onAnswer: (answer: Answer | null) => void;
  readonly onTalk: (on: boolean) => void;
};

/** A sentence to agree to, or to talk about first. */
export const StatementPart = ({ element, answer, talk, initials, onAnswer, onTalk }: StatementProps): JSX.Element => {
  const { t } = useTranslation('handover');
  const agreed = answer?.kind === 'agreed';
  const given = answer?.kind === 'initials' ? answer.initials : '';
  const put = (text: string): void => onAnswer(text.trim() ? { kind: 'initials', initials: text } : null);
  return (
    <div className="statement-answer">
      {element.capture === 'confirm' ? (
        <button
          type="button"
          className="choice"
          aria-pressed={agreed}
          data-on={agreed || undefined}
          onClick={() => onAnswer(agreed ? null : { kind: 'agreed' })}
          aria-describedby={`${element.id}-text`}
        >
          {agreed ? <Icon icon={IconCheck} /> : null}
          {t('flow.agree')}
        </button>
      ) : (
        <>
          <TextInput
            className="initials"
            size="md"
            label={t('flow.initials')}
            aria-label={t('flow.initialsFor', { title: element.title })}
            aria-describedby={`${element.id}-text`}
            value={given}
            dir="auto"
            autoComplete="off"
            onChange={(event) => put(event.currentTarget.value)}
          />
          {initials && !given ? (
            <button type="button" className="choice" onClick={() => put(initials)} aria-describedby={`${element.id}-text`}>
              {t('flow.initialsPut', { initials })}
            </button>
          ) : null}
        </>
      )}
      <button
        type="button"
        className="choice"
        aria-pressed={talk}
        data-on={talk || undefined}
        onClick={() => onTalk(!talk)}
        aria-describedby={`${element.id}-text`}
      >
        {talk ? <Icon icon={IconCheck} /> : null}
        {t('flow.talk')}
      </button>
    </div>
  );
};

type TalkProps = {
  /** The question, where there are several on the page. */
  readonly of?: string;
  readonly onTalk: () => void;
};

/** The way to talk first, for a question. */
export const TalkButton = ({ of, onTalk }: TalkProps): JSX.Element => {
  const { t } = useTranslation('handover');
  return (
    <Button
      size="lg"
      variant="subtle"
      leftSection={<Icon icon={IconMessageCircle} size={24} />}
      aria-label={of === undefined ? undefined : t('flow.talkOf', { title: of })}
      onClick={onTalk}
    >
      {t('flow.talk')}
    </Button>
  );
};
