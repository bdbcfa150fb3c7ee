import { currencyOf } from '../../../../format/amount.ts';
import { moneyFormat } from '../../../../format/money.ts';
import { locale, numbers } from '../../../../format/viewer.ts';
import { growthWords } from '../../../../words/growth-words.ts';

interface Terms {
  readonly trialDays: number;
  readonly price: number;
  readonly currency: string;
  readonly months: number;
}

/** "7 days free, then €8.00 a month", with the currency's own decimal places. */
export function termsOf({ trialDays, price, currency, months }: Terms): string {
  const say = growthWords.offers;
  const trial = trialDays === 0 ? say.noTrial : say.trial(trialDays, numbers.count(trialDays));
  const amount =
    price === 0
      ? say.free
      : say.per(moneyFormat(currencyOf(currency), locale).exact(price), months, numbers.count(months));
  return trialDays === 0 ? `${trial} · ${amount}` : say.andThen(trial, amount);
}
