import { okOf } from './headless-process.ts';
import type { After, Workflow } from './kill-workflows.ts';
import { handOver, passphrase } from './trial-records.ts';

const isTold = ({ told }: After): boolean => told !== null;

/** An answer and the finding it makes: both or neither. */
const apart = ({ kept: { health } }: After): string | null =>
  (health.answers.varicose === 'yes') === (health.said.varicose?.at(-1) === 'yes')
    ? null
    : 'an answer without its finding, or the other way round';

/** Health answers typed in, and given back with the screen. */
export const healthWorkflows: readonly Workflow[] = [
  {
    name: 'keeping health answers',
    starts: 'open',
    ready: async (vault, { clients }) => {
      const { id: screenId, revision } = await okOf(vault.call('health.start', { clientId: clients[1]!.id }));
      return () => vault.call('health.save', { screenId, revision, answers: { varicose: 'yes' }, seen: ['blood'], from: 'paper' });
    },
    wrong: (after) => apart(after) ?? (isTold(after) && after.kept.health.answers.varicose !== 'yes' ? 'told, and not kept' : null),
  },
  {
    name: 'giving the health screen back',
    starts: 'open',
    ready: async (vault, { clients }) => {
      const clientId = clients[1]!.id;
      const numbers = { emergency: '911', crisis: '988', text: '', note: '' };
      await okOf(vault.call('crisis.set', { version: 0, numbers, checkedOn: '2026-11-20', confirmed: true }));
      await okOf(vault.call('health.start', { clientId }));
      const { form, ...held } = await handOver(vault, clientId, 'health-screen');
      const answers = { blood: { kind: 'screen' as const, answers: { varicose: 'yes' as const } } };
      const page = form.elements.length + 1;
      await okOf(
        vault.call('handover.answer', { ...held, answers, talk: [], seen: ['blood'], signatures: [], substitutesAgreed: false, page }),
      );
      return () => vault.call('handover.end', { handoverId: held.handoverId, passphrase });
    },
    // Where it came back to the hand-over, looking through the practice gave the screen back.
    wrong: (after) => apart(after) ?? (after.kept.health.answers.varicose === 'yes' ? null : 'what the client answered is not taken in'),
  },
];
