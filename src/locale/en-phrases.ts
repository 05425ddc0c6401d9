// Pieces of English sentences that several sentences share.

export const howMany = (count: number, what: string): string =>
  `${count === 0 ? 'no' : count} ${what}${count === 1 ? '' : 's'}`;

export const minutes = (count: number): string => `about ${howMany(count, 'minute')}`;

/** Who the client can turn to, in a sentence, where the practice has said so. */
export const reach = (phone: string | undefined): string =>
  phone === undefined ? 'Please contact the practice.' : `Please call the practice on ${phone}.`;
