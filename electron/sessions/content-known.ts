import { Refusal } from '../../shared/app-error.ts';
import type { SessionEvent } from '../../shared/session-events.ts';
import type { ClinicalContent } from '../consent/form-content.ts';

/** What an event names of the content. */
const namedIn = ({ kind, body }: SessionEvent): readonly (readonly [keyof Lists, readonly string[]])[] => {
  switch (kind) {
    case 'yes-heard':
      return [['areas', Object.keys(body.areas)]];
    case 'place-asked':
      return [['areas', [body.area]]];
    case 'checked-in':
      return [['sensations', body.sensations]];
    case 'settled':
      return [['techniques', body.technique === null ? [] : [body.technique]]];
    case 'position':
      return [['positions', [body.position]]];
    case 'block-started':
      return [['positions', body.position === null ? [] : [body.position]]];
    case 'seen':
      return [['seen', body.item === null ? [] : [body.item]]];
    case 'grounded':
      return [['steps', [String(body.step)]]];
    case 'aftercare':
      return [['aftercare', body.items]];
    default:
      return [];
  }
};

type Lists = {
  readonly [list in 'areas' | 'sensations' | 'techniques' | 'positions' | 'seen' | 'steps' | 'aftercare']: ReadonlySet<string>;
};

const ids = (items: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(items.map(({ id }) => id));

const listsOf = ({ session, bodyAreas }: ClinicalContent): Lists => ({
  areas: new Set(bodyAreas.items.map(({ code }) => code)),
  sensations: ids(session.sensations),
  techniques: ids(session.techniques),
  positions: ids(session.positions),
  seen: ids(session.seen),
  steps: new Set(session.grounding.map(({ n }) => String(n))),
  aftercare: ids(session.aftercare),
});

/** What is not in the lists of this version is no place, word or step of it. @throws Refusal content-unknown, areas-unknown */
export const refuseUnknown = (content: ClinicalContent, event: SessionEvent): void => {
  const lists = listsOf(content);
  for (const [list, names] of namedIn(event)) {
    const unknown = names.filter((name) => !lists[list].has(name));
    if (unknown.length > 0) throw new Refusal(list === 'areas' ? 'areas-unknown' : 'content-unknown', { areas: unknown });
  }
};
