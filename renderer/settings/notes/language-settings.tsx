import { Checkbox } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/calls.ts';
import type { LanguageSettings as Choice } from '../../../shared/language.ts';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall, useSend } from '../../use-call.ts';
import './language-settings.css';

type Settings = OutputOf<'language.settings'>;
type Rule = Settings['rules'][number];

type RuleProps = { readonly rule: Rule; readonly isLooked: boolean; readonly onChange: (isLooked: boolean) => void };

/** One kind of phrase: known by what it finds, with the reason and what could stand there. */
const RuleLine = ({ rule, isLooked, onChange }: RuleProps): JSX.Element => {
  const { t } = useTranslation('language');
  return (
    <li>
      <Checkbox
        label={t('settings.like', { words: rule.exampleFlagged })}
        checked={isLooked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div className="language-why">
        <p className="ink-2">{rule.why}</p>
        <p className="ink-2">{t('settings.rather', { words: rule.exampleOk })}</p>
        {rule.severity === 'stop' ? <p className="ink-2">{t('settings.again')}</p> : null}
      </div>
    </li>
  );
};

/** Sends what is chosen at once; it shows once the vault has it. */
const useChoice = (settings: Settings, again: () => Promise<unknown>) => {
  const { send, isSending, error } = useSend('language.set');
  const choose = async ({ mode, off }: Choice): Promise<void> => {
    if (isSending) return;
    await send({ mode, off: [...off] });
    await again();
  };
  const turn = (id: string, isLooked: boolean): Promise<void> =>
    choose({ mode: settings.mode, off: isLooked ? settings.off.filter((one) => one !== id) : [...settings.off, id] });
  return { choose, turn, error };
};

const Choices = ({ settings, again }: { readonly settings: Settings; readonly again: () => Promise<unknown> }): JSX.Element => {
  const { t } = useTranslation('language');
  const { choose, turn, error } = useChoice(settings, again);
  const { mode, off, rules } = settings;
  return (
    <>
      {error ? <ErrorNotice error={error} /> : null}
      <Checkbox
        label={t('settings.on')}
        description={t('settings.onHelp')}
        checked={mode === 'soft'}
        onChange={(event) => void choose({ mode: event.currentTarget.checked ? 'soft' : 'off', off })}
      />
      {mode === 'soft' ? (
        <fieldset className="language-rules">
          <legend className="b">{t('settings.kinds')}</legend>
          <ul>
            {rules.map((rule) => (
              <RuleLine key={rule.id} rule={rule} isLooked={!off.includes(rule.id)} onChange={(isLooked) => void turn(rule.id, isLooked)} />
            ))}
          </ul>
        </fieldset>
      ) : null}
    </>
  );
};

/** What the language helper looks for in one's own texts, each kind with its reason, or nothing at all. */
export const LanguageSettings = (): JSX.Element => {
  const { t } = useTranslation('language');
  const { data, error, again } = useCall('language.settings', {});
  return (
    <section className="notes-part" aria-labelledby="language-settings">
      <h3 id="language-settings" className="section-title">
        {t('settings.title')}
      </h3>
      <p className="ink-2">{t('settings.lead')}</p>
      {error ? <ErrorNotice error={error} again={again} /> : null}
      {data ? <Choices settings={data} again={again} /> : null}
      {data || error ? null : <Waiting />}
    </section>
  );
};
