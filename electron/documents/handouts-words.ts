/** What a sheet for a client's hand says beside the words of the content. Others at home may see it: its title and the name of its file give nothing away. */
export const words = {
  /** In place of the content's own title. */
  titles: { 'what-it-is': 'What this bodywork is' } as Readonly<Record<string, string>>,
  grounding: 'Grounding, step by step',
  groundingFor: 'practitioner',
  seconds: (count: number) => (count % 60 === 0 ? `${count / 60} min` : `${count} s`),
  /** To be filled by hand. */
  blank: '____________________',
} as const;
