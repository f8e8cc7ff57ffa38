import { IconCar } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { isDrivingAdvisedAgainst } from '../../shared/follow-up.ts';
import { limits } from '../../shared/limits.ts';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { tooLong } from '../ui/too-long.ts';
import { Chip } from './chip.tsx';
import type { ClosingTyped } from './closing-form.ts';
import { useConductor } from './conductor-context.ts';

type Props = { readonly way: ClosingTyped; readonly onChange: (way: Partial<ClosingTyped>) => void };

const hows = ['walk', 'transit', 'driven', 'taxi', 'drives'] as const;

/** How they get home, and with whom; after D3 or H3 driving is advised against. */
export const CloseWayHome = ({ way, onChange }: Props): JSX.Element => {
  const { t } = useTranslation('closing');
  const { t: errors } = useTranslation('errors');
  const { session, content } = useConductor();
  const isAgainst = isDrivingAdvisedAgainst(content, session.state);
  const problem = (text: string): string | undefined => {
    const long = tooLong(text, limits.line);
    return long ? errors('problem.too-long', long) : undefined;
  };
  return (
    <section className="closing-part" aria-labelledby="close-home">
      <h2 id="close-home" className="section-title">
        {t('close.home')}
      </h2>
      {isAgainst ? (
        <p className="closing-against wait b">
          <Icon icon={IconCar} tone="wait" />
          <span>{t('close.driving')}</span>
        </p>
      ) : null}
      <div className="cd-chips">
        {hows.map((one) => {
          const how = t(`close.hows.${one}`);
          return <Chip key={one} label={how} isOn={way.how === how} onPress={() => onChange({ how: way.how === how ? '' : how })} />;
        })}
        {isAgainst ? <Chip label={t('close.advised')} isOn={way.advised} onPress={() => onChange({ advised: !way.advised })} /> : null}
      </div>
      <div className="closing-two">
        <Field id="close-how" label={t('close.how')} value={way.how} onChange={(how) => onChange({ how })} problem={problem(way.how)} />
        <Field
          id="close-with"
          label={t('close.withWhom')}
          value={way.withWhom}
          onChange={(withWhom) => onChange({ withWhom })}
          problem={problem(way.withWhom)}
        />
      </div>
    </section>
  );
};
