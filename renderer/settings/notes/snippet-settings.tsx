import { Button } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/confirm.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNotice, said } from '../../ui/notice.tsx';
import { useFocusAfterDeed } from '../../ui/use-focus-after-deed.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall, useSend } from '../../use-call.ts';
import { anew, type OpenForm, useOpenForm } from '../schedule/use-open-form.ts';
import { type KeptSnippet, SnippetEdit } from './snippet-edit.tsx';

type RowProps = { readonly snippet: KeptSnippet; readonly form: OpenForm; readonly onRemove: () => void };

const Row = ({ snippet: { id, trigger, text, shared, isOwn }, form, onRemove }: RowProps): JSX.Element => {
  const { t } = useTranslation('templates');
  return (
    <li className="setup-line">
      <div className="grow">
        <div className="b">
          <code>;{trigger}</code>
        </div>
        <div className="snippet-text" dir="auto">
          {text}
        </div>
        <div className="xs ink-2">
          {t(shared ? 'snippet.everybody' : 'snippet.mine')}
          {isOwn ? '' : ` · ${t('snippet.others')}`}
        </div>
      </div>
      {isOwn ? (
        <div className="row wrap setup-actions">
          <Button
            id={form.buttonId(id)}
            variant="default"
            leftSection={<Icon icon={IconPencil} size={18} />}
            aria-label={form.begun(id) ? t('snippet.goOnOf', { trigger }) : t('snippet.changeOf', { trigger })}
            onClick={() => form.show(id)}
          >
            {form.begun(id) ? t('snippet.goOn') : t('snippet.change')}
          </Button>
          <Button
            variant="subtle"
            leftSection={<Icon icon={IconTrash} size={18} />}
            aria-label={t('snippet.removeOf', { trigger })}
            onClick={onRemove}
          >
            {t('snippet.remove')}
          </Button>
        </div>
      ) : null}
    </li>
  );
};

const headingOf = (part: HTMLElement): HTMLElement | null => part.querySelector('h3');

/** Words that come for `;` and a short one: one's own, and those for everybody here. */
export const SnippetSettings = (): JSX.Element => {
  const { t } = useTranslation('templates');
  const list = useCall('snippets.list', {});
  const { send, isSending, error } = useSend('snippets.remove');
  const form = useOpenForm('snippet', 'trigger');
  const [asked, setAsked] = useState<KeptSnippet | null>(null);
  const [isAsking, setAsking] = useState(false);
  const { box, onDeed } = useFocusAfterDeed<HTMLElement>(list.data?.snippets.map(({ id }) => id).join() ?? '', headingOf);
  if (list.error) return <ErrorNotice error={list.error} again={list.again} />;
  if (!list.data) return <Waiting />;
  const { snippets } = list.data;
  const remove = async (): Promise<void> => {
    setAsking(false);
    if (!asked) return;
    const reply = await send({ id: asked.id });
    if (!reply.ok) return;
    said(t('snippet.removed', { trigger: asked.trigger }));
    onDeed();
  };
  return (
    <section ref={box} className="notes-part" aria-labelledby="snippets-title">
      <h3 id="snippets-title" tabIndex={-1} className="section-title">
        {t('snippet.title')}
      </h3>
      <p className="ink-2">{t('snippet.lead')}</p>
      {error ? <ErrorNotice error={error} /> : null}
      {snippets.length === 0 ? <p className="ink-2">{t('snippet.none')}</p> : null}
      {snippets.length > 0 ? (
        <ul className="card setup-lines" aria-label={t('snippet.title')}>
          {snippets.map((snippet) =>
            form.open === snippet.id && snippet.isOwn ? (
              <li key={snippet.id} className="setup-line">
                <SnippetEdit snippet={snippet} onClose={form.close} />
              </li>
            ) : (
              <Row
                key={snippet.id}
                snippet={snippet}
                form={form}
                onRemove={() => {
                  setAsked(snippet);
                  setAsking(true);
                }}
              />
            ),
          )}
        </ul>
      ) : null}
      {form.open === anew ? (
        <div className="card setup-new">
          <SnippetEdit snippet={null} onClose={form.close} />
        </div>
      ) : (
        <Button
          id={form.buttonId(anew)}
          variant="default"
          leftSection={<Icon icon={IconPlus} />}
          className="setup-add"
          onClick={() => form.show(anew)}
        >
          {form.begun(anew) ? t('snippet.goOn') : t('snippet.add')}
        </Button>
      )}
      <Confirm
        opened={isAsking}
        title={t('snippet.removeTitle', { trigger: asked?.trigger ?? '' })}
        text={t('snippet.removeText')}
        yes={t('snippet.removeYes')}
        no={t('snippet.removeNo')}
        busy={isSending}
        onYes={() => void remove()}
        onNo={() => setAsking(false)}
      />
    </section>
  );
};
