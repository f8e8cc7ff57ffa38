import type { JSX } from 'react';
import type { IntakeItem } from '../../shared/intake.ts';
import { entryOf } from '../../shared/intake-rules.ts';
import { type AnswerProps, ChoiceAnswer, ManyAnswer, ScaleAnswer } from './answer-choice.tsx';
import { PeopleAnswer } from './answer-people.tsx';
import { TextAnswer } from './answer-text.tsx';
import type { Work } from './work.ts';

/** The field for what the client says; none for what is a form, a map, tried together or said aloud. */
export const ItemAnswer = ({ item, work }: { readonly item: IntakeItem; readonly work: Work }): JSX.Element | null => {
  const { answer } = entryOf(work.entries, item.id);
  const props: AnswerProps = {
    item,
    answer,
    onAnswer: (next, typing) => work.change(item, { answer: next, from: work.onPaper ? 'paper' : 'practitioner' }, typing),
  };
  switch (item.capture) {
    case 'choice':
      return <ChoiceAnswer {...props} />;
    case 'multi':
      return <ManyAnswer {...props} />;
    case 'text':
      return <TextAnswer {...props} />;
    case 'scale':
      return <ScaleAnswer {...props} />;
    case 'contacts':
      return <PeopleAnswer {...props} />;
    case 'map':
    case 'form':
    case 'rehearsal':
    case 'tick':
      return null;
  }
};
