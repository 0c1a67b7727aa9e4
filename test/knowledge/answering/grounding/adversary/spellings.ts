/** The ways to write a number down. */
const hanDigits = '零一二三四五六七八九';
const hanPlaces = ['', '十', '百', '千'];

/** 三千二百, 一万零五: for whole numbers below a hundred million. */
export function toHan(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    const gap = rest > 0 && rest < 1_000 ? '零' : '';
    return `${toHan(Math.floor(value / 10_000))}万${rest === 0 ? '' : gap + toHan(rest)}`;
  }
  const digits = [...String(value)].map(Number);
  const text = digits
    .map((digit, index) =>
      digit === 0 ? '零' : `${hanDigits[digit]}${hanPlaces[digits.length - 1 - index]}`,
    )
    .join('')
    .replace(/零+/gu, '零')
    .replace(/(?<=.)零$/u, '');
  return text.replace(/^一十/u, '十');
}

/** 二〇一七: digit by digit, as years are written. */
export function toHanDigits(digits: string): string {
  return [...digits].map((digit) => (digit === '0' ? '〇' : (hanDigits[Number(digit)] ?? digit))).join('');
}

export function toFullWidth(text: string): string {
  return text.replace(/[\d%]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Thirty-four, one hundred and three, nine thousand two hundred and twenty-three: below a million. */
export function toEnglish(value: number): string {
  if (value < 20) return small[value] ?? '';
  if (value < 100) return `${tens[Math.floor(value / 10)]}${value % 10 === 0 ? '' : `-${small[value % 10]}`}`;
  const [size, name] = value < 1_000 ? [100, 'hundred'] : [1_000, 'thousand'];
  const rest = value % size;
  const joint = rest < 100 ? ' and ' : ' ';
  return `${toEnglish(Math.floor(value / size))} ${name}${rest === 0 ? '' : joint + toEnglish(rest)}`;
}

/** A run of digits with 万 or 亿 behind it, as other spellings of the same value; itself is not among them. */
export function respell(digits: string, magnitude: '' | '万' | '亿'): string[] {
  const value = Number(digits);
  const isWhole = !digits.includes('.');
  const spelled = [toFullWidth(digits) + magnitude];
  if (isWhole && value > 0 && value < 100_000_000 && !digits.startsWith('0'))
    spelled.push(toHan(value) + (value < 10_000 ? magnitude : ''));
  if (magnitude !== '' && value >= 10_000) spelled.splice(1);
  if (magnitude === '' && isWhole && value >= 1_000) spelled.push(value.toLocaleString('en-US'));
  if (magnitude === '' && isWhole && value >= 10_000) spelled.push(`${value / 10_000}万`);
  if (magnitude === '万') {
    spelled.push(
      ...exactly(digits, 4),
      ...exactly(digits, 4).map((plain) => Number(plain).toLocaleString('en-US')),
    );
    if (value >= 1_000 && isWhole) spelled.push(`${value / 10_000}亿`);
  }
  if (magnitude === '亿') spelled.push(...exactly(digits, 4).map((plain) => `${plain}万`));
  return spelled;
}

/** Digits times a power of ten, where that is whole. */
function exactly(digits: string, power: number): string[] {
  const [whole = '', fraction = ''] = digits.split('.');
  return fraction.length > power ? [] : [String(Number(whole + fraction.padEnd(power, '0')))];
}
