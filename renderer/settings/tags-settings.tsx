import { Button } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldForSearch } from '../../shared/clients.ts';
import { limits } from '../../shared/limits.ts';
import type { TagInUse } from '../../shared/tags.ts';
import { shows } from '../../shared/text.ts';
import { isClinical, usePractice } from '../practice.ts';
import { Confirm } from '../ui/confirm.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { tooLong } from '../ui/too-long.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useCall, useSend } from '../use-call.ts';
import './schedule/schedule-settings.css';

type RenameProps = { readonly tag: TagInUse; readonly tags: readonly TagInUse[]; readonly onClose: () => void };

/** Under another tag's words the two become one, which is said before. */
const RenameTag = ({ tag, tags, onClose }: RenameProps): JSX.Element => {
  const { t } = useTranslation('clients');
  const { t: errors } = useTranslation('errors');
  const { t: tUi } = useTranslation('ui');
  const [to, setTo] = useState(tag.words);
  const { send, isSending, error } = useSend('tags.rename');
  const long = tooLong(to, limits.tag);
  const other = tags.find((one) => one.words !== tag.words && foldForSearch(one.words) === foldForSearch(to));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (long || !shows(to)) return;
    const reply = await send({ tag: tag.words, to });
    if (!reply.ok) return;
    said(t('tagging.renamed', { tag: to.trim() }));
    onClose();
  };
  return (
    <Dialog title={t('tagging.renameTitle', { tag: tag.words })} onClose={onClose} size={480}>
      <form className="fields" onSubmit={(event) => void submit(event)} noValidate>
        {error ? <ErrorNotice error={error} /> : null}
        <Field
          id="tag-words"
          label={t('tagging.words')}
          value={to}
          onChange={setTo}
          problem={long ? errors('problem.too-long', long) : undefined}
        />
        <p role="status" className="ink-2">
          {other ? t('tagging.joins', { tag: other.words, count: other.clients }) : ''}
        </p>
        <div className="row wrap form-actions">
          <Button type="submit" disabled={isSending || !shows(to)}>
            {other ? t('tagging.join') : t('tagging.rename')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {tUi('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

const TagLines = ({ tags }: { readonly tags: readonly TagInUse[] }): JSX.Element => {
  const { t } = useTranslation('clients');
  const { t: tUi } = useTranslation('ui');
  const clinical = isClinical(usePractice());
  const { send, isSending, error } = useSend('tags.remove');
  const [renamed, setRenamed] = useState<TagInUse | null>(null);
  const [asked, setAsked] = useState<TagInUse | null>(null);
  const remove = async ({ words }: TagInUse): Promise<void> => {
    setAsked(null);
    if ((await send({ tag: words })).ok) said(t('tagging.removed', { tag: words }));
  };
  return (
    <>
      {error ? <ErrorNotice error={error} /> : null}
      <ul className="card setup-lines" aria-label={t('tagging.title')}>
        {tags.map((tag) => (
          <li key={tag.words} className="setup-line">
            <div className="grow">
              <div className="md b" dir="auto">
                {tag.words}
              </div>
              <div className="ink-2 num">{t('tagging.clients', { count: tag.clients })}</div>
            </div>
            {clinical ? (
              <div className="row wrap setup-actions">
                <Button variant="default" aria-label={t('tagging.renameOf', { tag: tag.words })} onClick={() => setRenamed(tag)}>
                  {t('tagging.rename')}
                </Button>
                <Button variant="subtle" aria-label={t('tagging.removeOf', { tag: tag.words })} onClick={() => setAsked(tag)}>
                  {t('tagging.remove')}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {renamed ? <RenameTag tag={renamed} tags={tags} onClose={() => setRenamed(null)} /> : null}
      <Confirm
        opened={asked !== null}
        title={t('tagging.removeTitle', { tag: asked?.words ?? '' })}
        text={t('tagging.removeText', { count: asked?.clients ?? 0 })}
        yes={t('tagging.removeYes')}
        no={tUi('cancel')}
        busy={isSending}
        onNo={() => setAsked(null)}
        onYes={() => (asked ? void remove(asked) : undefined)}
      />
    </>
  );
};

/** The free words clients are found by: renamed or removed for all at once. */
export const TagsSettings = (): JSX.Element => {
  const { t } = useTranslation('clients');
  const list = useCall('tags.list', {});
  return (
    <section className="setup-page setup-part" aria-labelledby="tags-title">
      <h3 id="tags-title" className="section-title">
        {t('tagging.title')}
      </h3>
      <p className="ink-2 lead">{t('tagging.lead')}</p>
      {list.error ? <ErrorNotice error={list.error} again={list.again} /> : null}
      {list.data && list.data.tags.length > 0 ? <TagLines tags={list.data.tags} /> : null}
      {list.data?.tags.length === 0 ? <p>{t('tagging.none')}</p> : null}
      {list.isPending ? <Waiting /> : null}
    </section>
  );
};
