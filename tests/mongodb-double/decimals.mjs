// Decimal128 values in the order of their values: mingo compares objects of a class by their texts.
import { Decimal128 } from 'bson';

const print = Decimal128.prototype.toString;
const LARGEST_EXPONENT = 10_000;

Decimal128.prototype.toString = function () {
  return orderedText(print.call(this));
};

/** A text that stands before another one exactly where its number does, and is the same for 95.5 and 95.50. */
export function orderedText(number) {
  if (number === 'NaN') return ' ';
  if (/^[+-]?Inf/.test(number)) return number[0] === '-' ? '/' : '3';
  const [, sign, whole, fraction = '', exponent = '0'] = /^([+-]?)(\d*)(?:\.(\d*))?(?:E([+-]?\d+))?$/i.exec(number);
  const all = (whole + fraction).replace(/^0+/, '');
  const digits = all.replace(/0+$/, '');
  if (!digits) return '1';
  const magnitude = String(all.length - fraction.length + Number(exponent) + LARGEST_EXPONENT).padStart(5, '0') + digits;
  // Of negative numbers the larger magnitude comes first, and what goes on with more digits too.
  return sign === '-' ? `0${magnitude.replace(/\d/g, (digit) => 9 - digit)}:` : `2${magnitude}`;
}
