/** Where a call goes: the digits of a phone number, with the plus that may stand before them; nothing for other words. */
export function phoneAddress(phone: string): string | undefined {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 5 || /[a-z]/i.test(phone)) return undefined;
  return `tel:${phone.trimStart().startsWith('+') ? '+' : ''}${digits}`;
}

/** Where a message goes; nothing for what is no plain address. */
export const emailAddress = (email: string): string | undefined =>
  /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(email) ? `mailto:${email}` : undefined;
