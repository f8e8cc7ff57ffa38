import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { momentDay, sinceWords } from '../dates.ts';
import { draftOf, dropDraft } from '../drafts.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { useDrafts } from '../use-draft.ts';
import type { Care } from './use-health.ts';
import { screenKey, Typed } from './use-screen.ts';

/** The newest round as it was answered. */
export const ScreenReading = ({ care }: { readonly care: Care }): JSX.Element => {
  const { t } = useTranslation('health');
  useDrafts();
  const { client, of, content } = care;
  const screen = of.open ?? of.newest;
  const isLate = draftOf(screenKey(client.id), Typed) !== undefined;
  return (
    <>
      <div>
        <ButtonLink
          to="/clients/$clientId/health"
          params={{ clientId: client.id }}
          variant="subtle"
          leftSection={<Icon icon={IconArrowLeft} size={18} />}
        >
          {t('back')}
        </ButtonLink>
      </div>
      {isLate ? (
        <Notice
          tone="wait"
          title={t('screen.late')}
          actions={
            <Button variant="default" onClick={() => void dropDraft(screenKey(client.id))}>
              {t('screen.lateDrop')}
            </Button>
          }
        >
          {t('screen.lateText')}
        </Notice>
      ) : null}
      {screen ? (
        <p className="ink-2 num">
          {screen.doneAt
            ? t('ways.done', { day: momentDay(screen.doneAt), count: screen.number })
            : t('ways.none', { name: client.chosenName })}
        </p>
      ) : (
        <p className="ink-2">{t('ways.none', { name: client.chosenName })}</p>
      )}
      {screen
        ? content.sections.map((section) => (
            <section key={section.id} aria-labelledby={`read-${section.id}`} className="safe-part">
              <h3 id={`read-${section.id}`} className="safe-title">
                {section.title}
              </h3>
              <ul className="items">
                {section.questions.map(({ id, question }) => {
                  const given = screen.answers[id];
                  return (
                    <li key={id} className="item screen-read">
                      <span className="grow">{question}</span>
                      <span className={given && given.answer !== 'no' ? 'b num' : 'ink-2 num'}>
                        {given ? t(`reply.${given.answer}`) : t('screen.notAnswered')}
                        {given ? <span className="xs ink-2 block">{t(`from.${given.from}`, { time: sinceWords(given.at) })}</span> : null}
                      </span>
                    </li>
                  );
                })}
              </ul>
            </section>
          ))
        : null}
    </>
  );
};
