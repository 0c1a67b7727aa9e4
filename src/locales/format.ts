/** Numbers and dates as a language writes them. `locale` is a BCP 47 tag. */

export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** An amount of money or the like, to three significant digits. */
export function formatPrecisely(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }).format(value);
}

/** The day of an ISO 8601 time as its writer's calendar had it; other text comes back as it is. */
export function formatDay(text: string, locale: string): string {
  const day = new Date(/^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? Number.NaN);
  if (Number.isNaN(day.getTime())) return text;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}
