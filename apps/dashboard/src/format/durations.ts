type Unit = 'day' | 'hour' | 'minute' | 'second';

/**
 * A duration in the largest unit that it fills, rounded down: 5460 seconds → "1 hour", 59 → "59 seconds".
 * @param locale BCP 47; undefined is the browser's own.
 */
export function durationFormat(locale?: string): (seconds: number) => string {
  const long = (unit: Unit) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 });
  const [days, hours, minutes, seconds] = [long('day'), long('hour'), long('minute'), long('second')];
  return (duration) => {
    if (duration >= 86_400) return days.format(Math.floor(duration / 86_400));
    if (duration >= 3_600) return hours.format(Math.floor(duration / 3_600));
    if (duration >= 60) return minutes.format(Math.floor(duration / 60));
    return seconds.format(Math.floor(duration));
  };
}
