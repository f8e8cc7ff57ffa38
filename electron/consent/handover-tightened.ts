import { type ContactLevel, levelFrom } from '../../shared/body-areas.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
import type { Answers } from '../../shared/form-answers.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { fillingsOfHandover, type KeptFilling } from './filling-repository.ts';
import { type FormWorld, formFor, isOffered } from './form-world.ts';
import type { KeptHandover } from './handover-repository.ts';
import { keepTightened } from './keep-marks.ts';

/** Where a client chooses how firm contact may be: in the consent, and in the intake. */
const levelParts = ['contact-level', 'a-contact-level'];

const levelIn = (answers: Answers): ContactLevel | null =>
  levelParts.reduce<ContactLevel | null>((level, id) => {
    const answer = answers[id];
    return level ?? (answer?.kind === 'choice' ? levelFrom(answer.value) : null);
  }, null);

const tightenedIn = async (tx: Tx, practice: Practice, form: ConsentForm, filling: KeptFilling): Promise<boolean> => {
  const { clientId, handoverId: sourceId, answers } = filling;
  const marks = form.elements.map(({ id }) => answers[id]).find((answer) => answer?.kind === 'map');
  const shown = marks ? form.areas.filter((area) => area.offered).map(({ code }) => code) : [];
  const said = { clientId, marks: marks ?? { areas: {} }, shown, ceiling: levelIn(answers), source: 'handover', sourceId } as const;
  return (await keepTightened(tx, practice, said)) !== null;
};

/**
 * A client's no never waits until someone has read their forms: what they closed or made gentler holds from the moment they give the screen
 * back. Forms they did not touch this time say nothing new.
 */
export const tightenFromHandover = async (tx: Tx, practice: Practice, world: FormWorld, handover: KeptHandover): Promise<void> => {
  const fillings = (await fillingsOfHandover(tx, handover.id)).filter(({ savedAt }) => savedAt > handover.begunAt);
  for (const filling of fillings.filter((one) => isOffered(world, one)))
    if (await tightenedIn(tx, practice, formFor(practice, world, filling), filling))
      await recordAudit(tx, practice, { clientId: handover.clientId, recordId: handover.id }, 'consent-map-withdrawn');
};
