import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, useSpotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { type JSX, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldForSearch } from '../../shared/clients.ts';
import { Id } from '../../shared/ids.ts';
import { isClinical, usePractice } from '../practice.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import { paletteStore } from '../ui/palette-store.ts';
import { type TaskAsked, TaskDialog } from '../ui/task-dialog.tsx';
import { useCall } from '../use-call.ts';
import { type PaletteClient, usePaletteDeeds } from './palette-deeds.ts';

const Line = ({
  left,
  children,
  sub,
}: {
  readonly left: ReactNode;
  readonly children: string;
  readonly sub?: string | undefined;
}): JSX.Element => (
  <span className="palette-line">
    <span className="palette-left">{left}</span>
    <span className="grow">
      <span className={sub === undefined ? '' : 'b'} dir="auto">
        {children}
      </span>
      {sub ? <span className="xs ink-2 block">{sub}</span> : null}
    </span>
    <span className="palette-enter" aria-hidden="true">
      ↵
    </span>
  </span>
);

/** Enter opens the first line unless the arrows chose another; lines that arrive later must not leave the mark on one that is gone. */
const chooseFirst = (): void => {
  const actions = [...document.querySelectorAll('[data-action].palette-action')];
  for (const action of actions) action.removeAttribute('data-selected');
  actions[0]?.setAttribute('data-selected', 'true');
  paletteStore.updateState((state) => ({ ...state, selected: 0 }));
};

/** The line the arrows chose, else the first. */
const chosenLine = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('[data-action].palette-action[data-selected]') ??
  document.querySelector<HTMLElement>('[data-action].palette-action');

/** Whose page is open. Asked of the vault by that page already. */
const useOpenClient = (): PaletteClient | null => {
  const id = useLocation({ select: ({ pathname }) => Id.safeParse(/^\/clients\/([^/]+)/.exec(pathname)?.[1]).data ?? null });
  const clinical = isClinical(usePractice());
  return useCall('clients.get', { id: id ?? '' }, { enabled: id !== null && clinical }).data ?? null;
};

/** Ctrl/Cmd+K: clients as you type, actions, pages. */
export const Palette = (): JSX.Element => {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [typed] = useDebouncedValue(query.trim(), 90);
  const found = useCall('clients.search', { query: typed, limit: 6 }, { enabled: typed.length > 0, keep: true });
  const clients = query.trim().length > 0 ? (found.data?.clients ?? []) : [];

  const [task, setTask] = useState<TaskAsked | null>(null);
  const open = useOpenClient();
  const newTask = (): void => setTask({ task: null, client: null });
  const { actions, pages } = usePaletteDeeds(query.trim() !== '', newTask, clients[0] ?? open);
  const fits = ({ word }: { readonly word: string }): boolean => foldForSearch(word).includes(foldForSearch(query));
  const groups = [
    { label: t('palette.actions'), deeds: actions.filter(fits) },
    { label: t('palette.pages'), deeds: pages.filter(fits) },
  ].filter((group) => group.deeds.length > 0);
  const nothing = clients.length === 0 && groups.length === 0;

  const [entered, setEntered] = useState(false);
  const settled = typed === query.trim() && !found.isFetching;
  useEffect(() => {
    if (!entered || !settled) return;
    setEntered(false);
    chosenLine()?.click();
  }, [entered, settled]);

  const { opened } = useSpotlight(paletteStore);
  const lines = `${query} ${clients.map((client) => client.id).join(' ')}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the lines change
  useEffect(() => {
    const timer = setTimeout(chooseFirst, 0);
    return () => clearTimeout(timer);
  }, [lines, opened]);

  return (
    <>
      <Spotlight.Root
        query={query}
        onQueryChange={setQuery}
        store={paletteStore}
        shortcut={['mod + K']}
        tagsToIgnore={[]}
        size={640}
        centered={false}
        yOffset={72}
        radius="lg"
        scrollable
        maxHeight="min(420px, calc(100vh - 260px))"
        className="palette"
        overlayProps={{ color: 'var(--sp-scrim)', backgroundOpacity: 1, blur: 0 }}
        transitionProps={{ duration: 0 }}
        attributes={{ content: { 'aria-label': t('palette.label') } }}
      >
        <Spotlight.Search
          placeholder={t('palette.placeholder')}
          aria-label={t('palette.placeholder')}
          leftSection={<Icon icon={IconSearch} />}
          onKeyDownCapture={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.stopPropagation();
            setEntered(true);
          }}
        />
        <Spotlight.ActionsList>
          {clients.length > 0 ? (
            <Spotlight.ActionsGroup label={t('palette.clients')}>
              {clients.map((client) => (
                <Spotlight.Action
                  key={client.id}
                  className="palette-action"
                  onClick={() => void navigate({ to: '/clients/$clientId', params: { clientId: client.id } })}
                >
                  <Line
                    left={<Avatar name={client.chosenName} />}
                    sub={[client.pronouns, client.phone || client.email].filter((part) => part).join(' · ')}
                  >
                    {client.chosenName}
                  </Line>
                </Spotlight.Action>
              ))}
            </Spotlight.ActionsGroup>
          ) : null}
          {groups.map((group) => (
            <Spotlight.ActionsGroup key={group.label} label={group.label}>
              {group.deeds.map((deed) => (
                <Spotlight.Action key={`${deed.word} ${deed.sub ?? ''}`} className="palette-action" onClick={deed.run}>
                  <Line left={<Icon icon={deed.icon} tone="ink-2" />} sub={deed.sub}>
                    {deed.word}
                  </Line>
                </Spotlight.Action>
              ))}
            </Spotlight.ActionsGroup>
          ))}
          {nothing ? <Spotlight.Empty>{t('palette.nothing', { query: query.trim() })}</Spotlight.Empty> : null}
        </Spotlight.ActionsList>
        <Spotlight.Footer className="palette-foot xs ink-3">
          <span>
            <kbd>↑</kbd> <kbd>↓</kbd> {t('palette.move')}
          </span>
          <span>
            <kbd>{t('palette.enter')}</kbd> {t('palette.open')}
          </span>
          <span>
            <kbd>{t('palette.esc')}</kbd> {t('palette.close')}
          </span>
          <span className="grow" role="status">
            {typed && found.data ? t('palette.found', { count: found.data.total }) : t('palette.hint')}
          </span>
        </Spotlight.Footer>
      </Spotlight.Root>
      <TaskDialog asked={task} onClose={() => setTask(null)} />
    </>
  );
};
