/** `US-TX` lies in itself and in `US`; the content says `UK` where ISO says `GB`. */
export const liesIn = (place: string, jurisdiction: string): boolean => {
  const wanted = jurisdiction.replace(/^UK/, 'GB');
  return wanted === 'all' || wanted === place || place.startsWith(`${wanted}-`);
};
