import type { MantineColorsTuple } from '@mantine/core';

/** Sage-teal: the primary. What can be done, what is on, what is well. */
export const sage: MantineColorsTuple = [
  '#EFF5F0',
  '#DCEAE2',
  '#BDD8CE',
  '#98C1B7',
  '#74AA9D',
  '#519081',
  '#39786A',
  '#286156',
  '#1D4C43',
  '#133831',
];

/** Clay: the one accent. What waits for the person: unfinished, unanswered, expiring, a field to look at again. */
export const clay: MantineColorsTuple = [
  '#FCF2EA',
  '#F8E2D2',
  '#F0C8AC',
  '#E6AA84',
  '#D98A5E',
  '#C56E40',
  '#A9552B',
  '#8B4421',
  '#6D351B',
  '#4F2714',
];

/** Red: STOP, stop events, emergencies. Nothing else, not even an error. */
export const red: MantineColorsTuple = [
  '#FDF1EF',
  '#FADDD9',
  '#F3B9B2',
  '#EB9188',
  '#DF675B',
  '#CF4237',
  '#B4261D',
  '#961D15',
  '#781711',
  '#57100C',
];

/** Stone: warm neutral, in place of Mantine's cold gray. */
export const stone: MantineColorsTuple = [
  '#FBF8F3',
  '#F3EDE3',
  '#E9E1D5',
  '#DBD1C2',
  '#BFB5A5',
  '#9C9283',
  '#7B7366',
  '#5E584E',
  '#433F38',
  '#2A2824',
];

/** Mantine's dark neutrals, green-black instead of blue-black: 0 is text, 4 a border, 6 a control, 7 the page. */
export const night: MantineColorsTuple = [
  '#ECE7DD',
  '#CDCAC1',
  '#ABAFA8',
  '#838B85',
  '#47504D',
  '#363E3B',
  '#262D2B',
  '#181D1C',
  '#121615',
  '#0C0F0E',
];
