import type { JSX } from 'react';

export const Logo = ({ size = 34 }: { readonly size?: number }): JSX.Element => (
  <svg width={size} height={size} viewBox="0 0 32 32" fill="none" stroke="currentColor" aria-hidden="true">
    <circle cx="16" cy="16" r="14" strokeWidth="1.25" opacity=".45" />
    <circle cx="16" cy="16" r="8.5" strokeWidth="1.5" opacity=".75" />
    <circle cx="16" cy="16" r="3.25" fill="currentColor" stroke="none" />
  </svg>
);

const radii = { unlock: [300, 390, 490, 600, 720], resting: [290, 370, 460, 560, 670, 790] } as const;

/** The quiet rings behind unlock and the resting screen. */
export const Rings = ({ of }: { readonly of: 'unlock' | 'resting' }): JSX.Element => (
  <svg
    className="rings"
    width="1600"
    height="1600"
    viewBox="-800 -800 1600 1600"
    fill="none"
    stroke={of === 'unlock' ? 'var(--sp-line)' : 'var(--sp-sage-line)'}
    aria-hidden="true"
  >
    {radii[of].map((radius, index) => (
      <circle key={radius} r={radius} strokeWidth="1" opacity={of === 'unlock' ? 0.95 - index * 0.17 : 0.42 - index * 0.065} />
    ))}
  </svg>
);

/** For an empty place where people will be. */
export const FirstPerson = (): JSX.Element => (
  <svg width="160" height="160" viewBox="-80 -80 160 160" fill="none" className="first-person" aria-hidden="true">
    <circle r="78" stroke="var(--sp-line)" />
    <circle r="56" stroke="var(--sp-line)" />
    <circle r="34" fill="var(--sp-surface)" stroke="var(--sp-line-strong)" strokeDasharray="3 4" />
    <circle cy="-7" r="8" stroke="var(--sp-sage)" strokeWidth="1.75" />
    <path d="M-14 18c1-9 7-13 14-13s13 4 14 13" stroke="var(--sp-sage)" strokeWidth="1.75" strokeLinecap="round" />
  </svg>
);
