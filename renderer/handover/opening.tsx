import { Button } from '@mantine/core';
import { IconArrowRight, IconMessageCircle, IconPlayerPause, IconPlayerSkipForward } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormChange } from '../../shared/handover.ts';
import { healthFormId } from '../../shared/health.ts';
import { intakeFormId } from '../../shared/intake.ts';
import { Icon } from '../ui/icon.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';
import { type Around, FlowFrame } from './flow-frame.tsx';
import type { Sheet } from './sheet.ts';

/** What reads differently from what this client signed last. */
const Changes = ({ changes }: { readonly changes: readonly FormChange[] }): JSX.Element => {
  const { t } = useTranslation('handover');
  return (
    <section className="changes" aria-labelledby="changes">
      <h2 id="changes" className="part-title">
        {t('changes.title')}
      </h2>
      <ul>
        {changes.map((change) => (
          <li key={`${change.title} ${change.before}`} dir="auto">
            <div className="b">{change.title}</div>
            {change.now ? <p className="changes-now">{change.now}</p> : <p className="changes-now">{t('changes.gone')}</p>}
            {change.before ? <p className="ink-2">{t('changes.before', { text: change.before })}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
};

const ways = [
  { way: 'skip', icon: IconPlayerSkipForward },
  { way: 'talk', icon: IconMessageCircle },
  { way: 'pause', icon: IconPlayerPause },
] as const;

/** What the client can do instead of answering. */
const Ways = (): JSX.Element => {
  const { t } = useTranslation('handover');
  return (
    <>
      <p className="part-text opening-story">{t('intake.noStory')}</p>
      <ul className="ways">
        {ways.map(({ way, icon }) => (
          <li key={way}>
            <Icon icon={icon} size={26} tone="sage-ink" />
            <span>
              <b>{t(`flow.${way}`)}</b> {t(`intake.${way}`)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};

type OpeningProps = {
  readonly sheet: Sheet;
  readonly changes: readonly FormChange[];
  readonly around: Around;
  readonly pages: number;
  readonly onBegin: () => void;
  /** Everything was on the screen before: straight to the last page. */
  readonly onToEnd: (() => void) | null;
};

export const Opening = ({ sheet, changes, around, pages, onBegin, onToEnd }: OpeningProps): JSX.Element => {
  const { t } = useTranslation('handover');
  useTitle(t('window'));
  const foot = (
    <>
      <Button size="lg" className="flow-go" rightSection={<Icon icon={IconArrowRight} size={24} />} onClick={onBegin}>
        {t('flow.begin')}
      </Button>
      <span className="grow" />
      {onToEnd ? (
        <Button size="lg" variant="subtle" onClick={onToEnd}>
          {t('flow.toEnd')}
        </Button>
      ) : null}
    </>
  );
  return (
    <FlowFrame around={around} page={1} pages={pages} foot={foot}>
      <section className="part">
        <PageTitle className="question" focusKey={sheet.id}>
          {sheet.form.clientTitle}
        </PageTitle>
        <p className="part-text" dir="auto">
          {sheet.form.intro}
        </p>
        {changes.length > 0 ? <Changes changes={changes} /> : null}
        {sheet.form.id === intakeFormId || sheet.form.id === healthFormId ? <Ways /> : <p className="part-text">{t('flow.anyTime')}</p>}
      </section>
    </FlowFrame>
  );
};
