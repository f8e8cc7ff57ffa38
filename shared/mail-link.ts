const scheme = 'mailto:';
const longestAddress = 254;
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const plainAddress = new RegExp(`^(?=.{1,64}@)[A-Za-z0-9_][A-Za-z0-9._+'-]*@(?:${label}\\.)+${label}$`);

/**
 * The link that begins a message to one address, or null where the address has more than letters, digits and `. _ + ' -`. Nothing that
 * means something inside such a link (`? & , ; %`) gets into it, so it can carry neither words nor a second receiver.
 */
export const mailLink = (address: string): string | null =>
  address.length <= longestAddress && plainAddress.test(address) ? scheme + address : null;

/** The address of a link that `mailLink` could have made, to the letter; null for every other. */
export const addressIn = (link: string): string | null => {
  const address = link.slice(scheme.length);
  return mailLink(address) === link ? address : null;
};
