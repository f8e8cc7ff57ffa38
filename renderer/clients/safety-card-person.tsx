import {
  IconClock,
  IconDoor,
  IconEarOff,
  IconHandOff,
  IconHourglass,
  IconMessageCircle,
  IconOctagonFilled,
  IconPhone,
  IconPlant2,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SafetyCard } from '../../shared/safety.ts';
import { dayWords, momentDay } from '../dates.ts';
import { Line, Names, Rows } from './safety-card-line.tsx';

type SaidProps = { readonly icon: TablerIcon; readonly label: string; readonly said: readonly string[] };

/** What was answered, and no line where nothing was. */
const Said = ({ icon, label, said }: SaidProps): JSX.Element | null => {
  const words = said.filter((one) => one.trim() !== '');
  if (words.length === 0) return null;
  return (
    <Line icon={icon} label={label}>
      <Names names={words} />
    </Line>
  );
};

/** The newest stop of earlier sessions. */
export const LastStop = ({ card: { lastStop } }: { readonly card: SafetyCard }): JSX.Element | null => {
  const { t } = useTranslation('safety');
  if (!lastStop) return null;
  return (
    <Line icon={IconOctagonFilled} label={t('lastStop')} stop>
      {t('stoppedOn', { day: momentDay(lastStop.at), words: lastStop.words })}
    </Line>
  );
};

/** What helps and what does not, in the client's own words where they wrote them. */
export const OwnWays = ({ card }: { readonly card: SafetyCard }): JSX.Element => {
  const { t } = useTranslation('safety');
  return (
    <>
      <Said icon={IconHandOff} label={t('wouldStop')} said={[card.wouldStop]} />
      <Said icon={IconPlant2} label={t('helps')} said={card.helps} />
      <Said icon={IconEarOff} label={t('leaveOut')} said={card.leaveOut} />
      <Said icon={IconDoor} label={t('room')} said={card.room} />
      <Said icon={IconMessageCircle} label={t('howToSpeak')} said={[card.howToSpeak]} />
    </>
  );
};

type Person = NonNullable<SafetyCard['emergencyContacts']>[number];

const PersonRow = ({ name, role, phone }: Person): JSX.Element => (
  <>
    {[name, role].filter(Boolean).join(', ')} {phone ? <span className="num ink-2 nowrap">{phone}</span> : null}
  </>
);

const EmergencyContacts = ({ people }: { readonly people: SafetyCard['emergencyContacts'] }): JSX.Element => {
  const { t } = useTranslation('safety');
  const rows = (people ?? []).map((person, index) => ({ key: `${index} ${person.name}`, row: <PersonRow {...person} /> }));
  return (
    <Line icon={IconPhone} label={t('emergency')}>
      {rows.length > 0 ? <Rows rows={rows} few={4} /> : t(people ? 'emergencyNobody' : 'emergencyNone')}
    </Line>
  );
};

/** Whom to call, what ends, and whose answer is waited for. */
export const Around = ({ card: { emergencyContacts, endsSoon, clearancesAsked } }: { readonly card: SafetyCard }): JSX.Element => {
  const { t } = useTranslation('safety');
  return (
    <>
      <EmergencyContacts people={emergencyContacts} />
      {endsSoon.length > 0 ? (
        <Line icon={IconClock} label={t('endsSoon')} waits>
          <Rows few={4} rows={endsSoon.map(({ title, day }) => ({ key: title, row: t('ends', { title, day: dayWords(day) }) }))} />
        </Line>
      ) : null}
      {clearancesAsked.length > 0 ? (
        <Line icon={IconHourglass} label={t('clearanceAsked')}>
          <Rows
            few={4}
            rows={clearancesAsked.map(({ of, day, about }, index) => ({
              key: `${index} ${of}`,
              row: (
                <>
                  <span className="block">{t('asked', { of, day: dayWords(day) })}</span>
                  <span className="ink-2 block">
                    <Names names={about} few={4} />
                  </span>
                </>
              ),
            }))}
          />
        </Line>
      ) : null}
    </>
  );
};
