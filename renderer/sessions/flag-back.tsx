import { Button } from '@mantine/core';
import { IconCheck, IconCircle } from '@tabler/icons-react';
import { type JSX, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Episode } from '../../shared/session-state.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page.tsx';
import { useConductor } from './conductor-context.ts';
import { AskOn } from './flag-ask.tsx';
import { DistressCheck } from './flag-distress.tsx';
import { distressSince, isClosedToday, lookedLast, presenceOf, sinceHandsOff } from './flag-facts.ts';
import { TimeLeft } from './flag-left.tsx';

type NeedProps = { readonly title: string; readonly isMet: boolean; readonly said?: ReactNode; readonly children?: ReactNode };

/** One thing that is needed, whether it is there, and what gets it there. */
const NeedRow = ({ title, isMet, said, children }: NeedProps): JSX.Element => {
  const { t } = useTranslation('flags');
  return (
    <li className="flag-need" data-met={isMet || undefined}>
      <Icon icon={isMet ? IconCheck : IconCircle} size={22} tone={isMet ? 'sage-ink' : 'ink-3'} />
      <div className="grow">
        <div className="row wrap">
          <span className="md b">{title}</span>
          <span className="visually-hidden">{t(isMet ? 'back.there' : 'back.open')}</span>
          {said ? <span className="ink-2 num">{said}</span> : null}
        </div>
        {children}
      </div>
    </li>
  );
};

type PartProps = { readonly episode: Episode };

const LookedRows = ({ episode }: PartProps): JSX.Element => {
  const { t } = useTranslation('flags');
  const { session, content, tell, isSending } = useConductor();
  const looked = lookedLast(episode, sinceHandsOff(session.state, episode));
  const { isPresent, isSettled } = presenceOf(session.gate, looked);
  const [present] = content.dissociation;
  const [settled] = content.arousal;
  const nothing = { dissociation: null, arousal: null, item: null, words: '' } as const;
  return (
    <>
      <NeedRow title={t('back.present')} isMet={isPresent} said={present?.signs.join(', ')}>
        {isPresent ? null : (
          <Button
            variant="default"
            disabled={isSending}
            onClick={() => void tell('seen', { ...nothing, dissociation: 'D0', signs: [...(present?.signs ?? [])] })}
          >
            {t('back.presentDo')}
          </Button>
        )}
      </NeedRow>
      <NeedRow title={t('back.settled')} isMet={isSettled} said={settled?.signs.join(', ')}>
        {isSettled ? null : (
          <Button
            variant="default"
            disabled={isSending}
            onClick={() => void tell('seen', { ...nothing, arousal: 'H0', signs: [...(settled?.signs ?? [])] })}
          >
            {t('back.settledDo')}
          </Button>
        )}
      </NeedRow>
    </>
  );
};

const DistressRow = ({ episode }: PartProps): JSX.Element => {
  const { t } = useTranslation('flags');
  const { session, content } = useConductor();
  const [isAsking, ask] = useState(false);
  const said = distressSince(session.state, sinceHandsOff(session.state, episode));
  const { rule } = session.gate;
  const saidWords = (): string => {
    if (!said) return '';
    if (said.distress !== 'declined') return t('back.number', { number: said.distress });
    return said.words ? t('back.declined', { words: said.words }) : t('back.declinedBare');
  };
  return (
    <NeedRow
      title={rule ? t('back.distress', { most: content.resumeRule.distressAtMost }) : t('back.distressAsk')}
      isMet={rule ? rule.settled : said !== null}
      said={saidWords()}
    >
      {said && !isAsking ? (
        <Button variant="subtle" onClick={() => ask(true)}>
          {t('back.askAgain')}
        </Button>
      ) : (
        <DistressCheck onSaved={() => ask(false)} />
      )}
    </NeedRow>
  );
};

type BackProps = { readonly episode: Episode; readonly onGround: () => void; readonly onWays: () => void };

/** What is needed before touch may start again, each with what gets it there; the list is the form. */
export const FlagBack = ({ episode, onGround, onWays }: BackProps): JSX.Element => {
  const { t } = useTranslation('flags');
  const { session, content, tell } = useConductor();
  const isClosed = isClosedToday(session.gate);
  return (
    <section className="flag-column">
      <PageTitle className="flag-question">{t('back.title')}</PageTitle>
      <TimeLeft />
      {isClosed ? (
        <Notice tone="wait" title={t('back.over')}>
          {t('back.overText')}
        </Notice>
      ) : (
        <p className="md ink-2">{t(session.gate.rule ? 'back.needs' : 'back.notes')}</p>
      )}
      <ul className="flag-needs">
        <LookedRows episode={episode} />
        <DistressRow episode={episode} />
        {isClosed ? null : (
          <NeedRow title={t('back.asks')} isMet={false}>
            <AskOn
              note={session.gate.rule ? content.resumeRule.note : undefined}
              before={() => tell('disposed', { choice: 'go-on-gently', words: '' })}
            />
          </NeedRow>
        )}
      </ul>
      <div className="flag-actions">
        <Button size="lg" variant="default" onClick={onGround}>
          {t('back.notYet')}
        </Button>
        <Button size="lg" variant="subtle" onClick={onWays}>
          {t('ground.end')}
        </Button>
      </div>
    </section>
  );
};
