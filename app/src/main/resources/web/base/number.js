// Reads the amounts that people type, in the way in which this page writes them: 1,000 or $230.50.
const FORM = /^(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?$/;

export const EXPECTED = 'a decimal number such as 1,000 or 12.5';

// The plain digits, or null for what is not an amount: an exponent, a sign, a decimal comma.
export function plainNumber(text, unit = '') {
  let written = text.trim();
  if (unit === '$' && written.startsWith('$')) written = written.slice(1).trim();
  if (unit === '%' && written.endsWith('%')) written = written.slice(0, -1).trim();
  if (!written || written === '.' || !FORM.test(written)) return null;
  const digits = written.replaceAll(',', '');
  return digits.startsWith('.') ? `0${digits}` : digits;
}
