import { type JSX, type ReactNode, useEffect, useRef } from 'react';
import { ErrorNotice } from '../ui/notice.tsx';
import { useConductor } from './conductor-context.ts';
import { useKeepFocus } from './touch-keep-focus.ts';

type FaceProps = {
  readonly title: ReactNode;
  /** While a block is chosen the chart is worked with, and has more room. */
  readonly face?: 'choose';
  /** Another one is another face: its heading takes the focus. */
  readonly focusKey: string;
  readonly chart: ReactNode;
  readonly children: ReactNode;
  /** Stays in view while the rest scrolls. */
  readonly foot: ReactNode;
  /** Beside the heading. */
  readonly beside?: ReactNode;
  readonly before?: ReactNode;
  readonly after?: ReactNode;
};

/** One face of the touch stage: chart, and beside or under it one panel with what is to do now. */
export const Face = ({ title, face, focusKey, chart, children, foot, beside, before, after }: FaceProps): JSX.Element => {
  const { error } = useConductor();
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useKeepFocus(panel, heading);
  useEffect(() => {
    if (focusKey) heading.current?.focus({ preventScroll: true });
  }, [focusKey]);
  return (
    <section className="touch" data-face={face} aria-labelledby="touch-title">
      {chart}
      <div ref={panel} className="touch-panel">
        <div className="touch-scroll">
          <header className="touch-head">
            {beside}
            <div className="grow">
              {before}
              <h1 ref={heading} id="touch-title" tabIndex={-1} className="touch-title">
                {title}
              </h1>
              {after}
            </div>
          </header>
          {error ? <ErrorNotice error={error} /> : null}
          {children}
        </div>
        <div className="touch-foot">{foot}</div>
      </div>
    </section>
  );
};
