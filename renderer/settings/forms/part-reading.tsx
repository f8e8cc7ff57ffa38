import type { JSX } from 'react';
import type { Blank, FormText } from '../../../shared/form-texts.ts';
import { WithBlanks } from './with-blanks.tsx';

type Element = FormText['elements'][number];

/** One part as the client reads it; nothing in it can be answered. */
export const PartReading = ({ element, blanks }: { readonly element: Element; readonly blanks: readonly Blank[] }): JSX.Element => (
  <>
    <p className="reading-title" dir="auto">
      {element.title}
    </p>
    <p className="reading-text" dir="auto">
      <WithBlanks text={element.text} blanks={blanks} />
    </p>
    {element.options.length > 0 ? (
      <ul className="reading-options">
        {element.options.map((option) => (
          <li key={option.value} dir="auto">
            {option.label}
          </li>
        ))}
      </ul>
    ) : null}
  </>
);

type ReadingProps = { readonly text: FormText; readonly blanks: readonly Blank[]; readonly isShown?: (id: string) => boolean };

/** A whole form as the client reads it. */
export const FormReading = ({ text, blanks, isShown = () => true }: ReadingProps): JSX.Element => (
  <div className="reading">
    <p className="reading-head" dir="auto">
      {text.clientTitle}
    </p>
    <p className="reading-text" dir="auto">
      <WithBlanks text={text.intro} blanks={blanks} />
    </p>
    {text.elements
      .filter((element) => isShown(element.id))
      .map((element) => (
        <div key={element.id} className="reading-part">
          <PartReading element={element} blanks={blanks} />
        </div>
      ))}
  </div>
);
