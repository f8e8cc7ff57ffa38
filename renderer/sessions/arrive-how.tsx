import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice.tsx';
import { useConductor } from './conductor-context.ts';
import { NumberScale } from './number-scale.tsx';
import { risen } from './touch-noticed.ts';
import { Sensations } from './touch-sensations.tsx';
import { useNoticed } from './touch-use-noticed.ts';

/** How they come: a number or none, pain where it is asked, and words for the body. Kept together as one check-in. */
export const ArriveHow = ({ onDone }: { readonly onDone: () => void }): JSX.Element => {
  const { t } = useTranslation('session');
  const { content, isSending } = useConductor();
  const noticing = useNoticed(false);
  const { noticed, change, flush } = noticing;
  const [isTried, setTried] = useState(false);
  const isMuch = risen(content, null, noticed.distress) === 'much';
  const note = async (): Promise<void> => {
    setTried(true);
    if (noticed.distress !== null && !isSending && (await flush())) onDone();
  };
  return (
    <>
      <NumberScale label={t('arrive.how.distress')} value={noticed.distress} onChange={(distress) => change({ distress })} />
      {isTried && noticed.distress === null ? <p className="wait b">{t('arrive.how.needed')}</p> : null}
      {isMuch ? (
        <Notice tone="wait" live title={t('arrive.how.much', { number: content.resumeRule.distressAtLeast })}>
          {content.resumeRule.text}
        </Notice>
      ) : null}
      <NumberScale label={t('arrive.how.pain')} value={noticed.pain} onChange={(pain) => change({ pain })} />
      <Sensations noticing={noticing} />
      <div className="arrive-deeds">
        <Button size="lg" onClick={() => void note()}>
          {t('arrive.how.note')}
        </Button>
      </div>
    </>
  );
};
