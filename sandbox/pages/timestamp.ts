/** A time in a text (`<t:1795944203:R>`) as Discord's client words it for an English reader. `time` is in seconds. */
export function wordTime(time: number, style: string, now: number): string {
  const date = new Date(1000 * time);
  if (style !== 'R')
    return date.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const seconds = time - now / 1000;
  const units = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
    ['second', 1],
  ] as const;
  const [unit, length] = units.find(([, each]) => Math.abs(seconds) >= each) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat('en').format(Math.round(seconds / length), unit);
}
