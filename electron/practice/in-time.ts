/** What the work gives, or null when it has given nothing by then; it is not waited for any longer. */
export const inTime = async <T>(work: Promise<T>, milliseconds: number): Promise<T | null> => {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), milliseconds);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};
