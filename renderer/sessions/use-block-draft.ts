import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { BlockPlan } from '../../shared/session-events.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { dropDraft } from '../drafts.ts';
import { useDraft } from '../use-draft.ts';
import { useConductor } from './conductor-context.ts';
import { type Draft, draftAfter, type PlanFacts } from './touch-plan.ts';

const { technique, level, minutes, position, cover, chosenBy } = BlockPlan.shape;
const Kept = z.strictObject({
  /** What had happened when it was chosen. */
  after: z.string(),
  plan: z.strictObject({
    areas: z.array(z.string()),
    technique: technique.nullable(),
    level: level.nullable(),
    minutes: minutes.nullable(),
    position,
    cover: cover.nullable(),
    chosenBy: chosenBy.nullable(),
  }),
});

const keyOf = (sessionId: string): string => `block-${sessionId}`;

/** After a block, a pause, a stop or a flag what was chosen before is chosen anew: nothing is taken for granted. */
const happenedIn = ({ blocks, pauses, stops, episodes }: SessionState): string =>
  [blocks, pauses, stops, episodes].map(({ length }) => length).join(' ');

type BlockDraft = { readonly draft: Draft; readonly set: (draft: Draft) => void; readonly drop: () => void };

/** The next block as it is chosen, there again after another page, a lock or a crash, until it is begun. */
export const useBlockDraft = (facts: PlanFacts): BlockDraft => {
  const { t } = useTranslation('touch');
  const { session } = useConductor();
  const after = happenedIn(facts.state);
  const fresh = (): z.infer<typeof Kept> => {
    const { areas, ...rest } = draftAfter(facts);
    return { after, plan: { ...rest, areas: [...areas] } };
  };
  const { value, set, drop } = useDraft({ key: keyOf(session.id), title: t('choose.draft'), place: '/session' }, Kept, fresh);
  return {
    draft: value.after === after ? value.plan : draftAfter(facts),
    set: ({ areas, ...rest }) => set({ after, plan: { ...rest, areas: [...areas] } }),
    drop: () => drop(),
  };
};

/** Of a session that is closed there is no next block. */
export const dropBlockDraft = (sessionId: string): void => void dropDraft(keyOf(sessionId));
