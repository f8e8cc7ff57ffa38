import { IconChevronDown } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../shared/finding.ts';
import { Icon } from '../ui/icon.tsx';
import { useRemembered } from '../use-remembered.ts';
import { AddFinding } from './findings-add.tsx';
import { FindingRow } from './findings-row.tsx';
import { type FindingLists, standsOpen } from './health-view.ts';
import type { Care } from './use-health.ts';

type Opened = { readonly openId: string | null; readonly onOpen: (id: string | null) => void };
type GroupProps = Opened & {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  readonly findings: readonly Finding[];
  readonly opens: boolean;
  readonly care: Care;
};

/** Findings that ask for the same, with how many they are. A group that holds the one somebody came for stands open. */
const Group = ({ id, title, meaning, findings, opens, care, openId, onOpen }: GroupProps): JSX.Element => {
  const [shown, setShown] = useRemembered(`health-group-${care.client.id}-${id}`, () => opens);
  const holds = findings.some((one) => one.id === openId);
  const isShown = shown || holds;
  return (
    <section className="finding-group" aria-labelledby={`group-${id}`}>
      <h4 className="finding-group-title">
        <button
          type="button"
          id={`group-${id}`}
          className="finding-group-toggle"
          aria-expanded={isShown}
          onClick={() => {
            if (holds) onOpen(null);
            setShown(!isShown);
          }}
        >
          <span>{title}</span>
          <span className="ink-2 num finding-count">{findings.length}</span>
          <Icon icon={IconChevronDown} size={18} tone="ink-3" />
        </button>
      </h4>
      {isShown ? (
        <>
          <p className="ink-2 finding-meaning">{meaning}</p>
          <ul className="items">
            {findings.map((finding) => (
              <FindingRow
                key={finding.id}
                finding={finding}
                care={care}
                isOpened={finding.id === openId}
                onToggle={() => onOpen(finding.id === openId ? null : finding.id)}
              />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
};

type ListProps = Opened & { readonly lists: FindingLists; readonly care: Care };

/** Everything that was found, the most careful first. */
export const Findings = ({ lists, care, openId, onOpen }: ListProps): JSX.Element => {
  const { t } = useTranslation('health');
  const { groups, resolved } = lists;
  const count = groups.reduce((sum, group) => sum + group.findings.length, 0);
  const asked = care.of.screens.length > 0;
  return (
    <section className="health-part" aria-labelledby="findings-title">
      <h3 id="findings-title" tabIndex={-1} className="health-title">
        {t('findings.title')}
        {count > 0 ? <span className="ink-2 num finding-count">{count}</span> : null}
      </h3>
      {count === 0 ? <p className="ink-2">{t(asked ? 'findings.none' : 'findings.notAsked')}</p> : null}
      {groups.map((group) => (
        <Group
          key={group.weight}
          id={group.weight}
          title={t(`weight.${group.weight}`)}
          meaning={t(`meaning.${group.weight}`)}
          findings={group.findings}
          opens={standsOpen(group)}
          care={care}
          openId={openId}
          onOpen={onOpen}
        />
      ))}
      {resolved.length > 0 ? (
        <Group
          id="resolved"
          title={t('findings.resolved')}
          meaning={t('findings.resolvedText')}
          findings={resolved}
          opens={false}
          care={care}
          openId={openId}
          onOpen={onOpen}
        />
      ) : null}
      {care.canWork ? <AddFinding care={care} onAdded={onOpen} /> : null}
    </section>
  );
};
