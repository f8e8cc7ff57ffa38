import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterLine as Line } from '../../shared/letters.ts';
import { dayWords, today } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { type ChosenClient, ClientPicker } from '../ui/client-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { LetterLine } from './letter-line.tsx';
import { LetterUpdates } from './letter-updates.tsx';
import './letters.css';

/** A letter is about somebody: whom comes first. */
const AboutWhom = ({ onClose }: { readonly onClose: () => void }): JSX.Element => {
  const { t } = useTranslation('letters');
  const navigate = useNavigate();
  const [client, setClient] = useState<ChosenClient | null>(null);
  return (
    <Dialog title={t('new.about')} onClose={onClose} size={560}>
      <form
        className="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (client) void navigate({ to: '/letters/new', search: { clientId: client.id } });
        }}
      >
        <ClientPicker id="letter-about" chosen={client} onChoose={setClient} help={t('new.aboutHelp')} />
        <div className="row wrap">
          <Button type="submit" disabled={client === null}>
            {t('new.next')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('notNow')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }): JSX.Element => {
  const id = useId();
  return (
    <section className="card letter-part" aria-labelledby={id}>
      <h2 id={id} className="section-title">
        {title}
      </h2>
      {children}
    </section>
  );
};

type ListProps = { readonly title: string; readonly letters: readonly Line[]; readonly more?: (letter: Line) => ReactNode };

const List = ({ title, letters, more }: ListProps): JSX.Element | null =>
  letters.length === 0 ? null : (
    <Part title={title}>
      <ul>
        {letters.map((letter) => (
          <LetterLine key={letter.id} letter={letter} {...(more && { more: more(letter) })} />
        ))}
      </ul>
    </Part>
  );

/** A day something is to be done by; one that is past is said to be late. */
const By = ({ day, words }: { readonly day: string | null; readonly words: (day: string) => string }): JSX.Element | null =>
  day === null ? null : <span className={day < today() ? 'wait b' : undefined}>{words(dayWords(day))}</span>;

/** The desk of letters: drafts, what waits to leave, what waits for an answer, what is due. */
export const LettersPage = (): JSX.Element => {
  const { t } = useTranslation('letters');
  const { data, error, again } = useCall('letters.due', {}, { fresh: true });
  const [isAsked, ask] = useState(false);
  const [drafted, setDrafted] = useState<{ readonly times: number; readonly refused: readonly string[] }>({ times: 0, refused: [] });
  const updates = data?.updates.filter(({ letterId }) => letterId === null) ?? [];
  const isEmpty = data && data.drafts.length + data.toHandOver.length + data.unanswered.length + updates.length === 0;
  return (
    <>
      <PageHead title={t('title')} focusKey={drafted.times} action={<Button onClick={() => ask(true)}>{t('new.title')}</Button>} />
      <div className="page-body letter-parts">
        {error ? <ErrorNotice error={error} again={again} /> : null}
        {data || error ? null : <Waiting />}
        {data ? (
          <>
            <List title={t('desk.drafts')} letters={data.drafts} />
            <List
              title={t('desk.toHandOver')}
              letters={data.toHandOver}
              more={({ sendBy }) => <By day={sendBy} words={(day) => t('desk.sendBy', { day })} />}
            />
            <List
              title={t('desk.unanswered')}
              letters={data.unanswered}
              more={({ replyBy }) => <By day={replyBy} words={(day) => t('desk.replyBy', { day })} />}
            />
            {updates.length > 0 ? (
              <Part title={t('desk.updates')}>
                <p className="ink-2">{t('due.text')}</p>
                <LetterUpdates
                  updates={updates}
                  onDrafted={(refused, isLast) => setDrafted({ times: drafted.times + (isLast ? 1 : 0), refused })}
                />
              </Part>
            ) : null}
            {data.more > 0 ? <p className="ink-2">{t('desk.more', { count: data.more })}</p> : null}
          </>
        ) : null}
        {isEmpty ? <p className="ink-2 md">{t('desk.empty')}</p> : null}
        <div>
          <div role="status">
            {drafted.refused.map((words) => (
              <p key={words} className="wait b letter-refused">
                {words}
              </p>
            ))}
          </div>
          <ButtonLink to="/handouts" variant="default">
            {t('desk.handouts')}
          </ButtonLink>
        </div>
      </div>
      {isAsked ? <AboutWhom onClose={() => ask(false)} /> : null}
    </>
  );
};
