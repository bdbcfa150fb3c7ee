"""Prints what other people's programs answer to the questions that references.test.ts asks of this package.

python3 -m venv /tmp/references
/tmp/references/bin/pip install scipy==1.17.1 statsmodels==0.15.0 lifelines==0.30.3 mpmath==1.4.1 pydantic
/tmp/references/bin/pip install --no-deps gbstats==0.8.0  # it asks for an older pandas than the others, but runs
/tmp/references/bin/python -W ignore make_references.py > references.json
npx biome format --write references.json
"""

import json
import math
from importlib.metadata import version

import numpy as np
import pandas as pd
from gbstats.frequentist.tests import SequentialConfig, SequentialTwoSidedTTest
from gbstats.models.statistics import ProportionStatistic, SampleMeanStatistic
from lifelines import KaplanMeierFitter
from lifelines.statistics import multivariate_logrank_test
from lifelines.utils import restricted_mean_survival_time
from mpmath import mp, mpf
from scipy import integrate, special, stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.power import NormalIndPower
from statsmodels.stats.proportion import (
    confint_proportions_2indep,
    power_proportions_2indep,
    proportion_confint,
)

mp.dps = 40


def numbers(values):
    return [float(value) for value in values]


def interval(ends):
    return {"low": float(ends[0]), "high": float(ends[1])}


def share(pair):
    return {"count": pair[0], "of": pair[1]}


def distributions():
    betas = [
        (share, a, b, float(stats.beta.ppf(share, a, b)))
        for a, b in [(0.5, 0.5), (1, 1), (1, 1001), (21, 481), (301, 9701), (5001, 95001), (100001, 1000001)]
        for share in (1e-6, 0.025, 0.5, 0.975)
    ]
    return {
        "betaQuantile": [{"share": p, "a": a, "b": b, "expected": x} for p, a, b, x in betas],
        "betaShareBelow": [
            {"x": x, "a": a, "b": b, "expected": float(special.betainc(a, b, x))} for _, a, b, x in betas
        ],
        "normalQuantile": [
            {"share": p, "expected": float(stats.norm.ppf(p))}
            for p in (1e-300, 1e-16, 1e-8, 0.001, 0.025, 0.2, 0.8, 0.975, 0.9999)
        ],
        "chiSquareShareAbove": [
            {"x": x, "df": df, "expected": float(stats.chi2.sf(x, df))}
            for x in (0.001, 0.5, 3.84, 10, 50, 200, 700)
            for df in (1, 2, 5, 30)
        ],
    }


def shares():
    pairs = [(0, 10), (1, 29), (81, 263), (15, 148), (8946, 19880), (3, 5_000_000)]
    differences = [((56, 70), (48, 80)), ((9, 10), (3, 10)), ((5, 56), (0, 29)), ((8946, 19880), (8800, 19912))]
    return {
        "wilson": [
            {"count": count, "of": of, **interval(proportion_confint(count, of, alpha=0.1, method="wilson"))}
            for count, of in pairs
        ],
        "newcombe": [
            {
                "one": share(one),
                "other": share(other),
                **interval(
                    confint_proportions_2indep(
                        *one, *other, method="newcomb", compare="diff", alpha=0.1, correction=False
                    )
                ),
            }
            for one, other in differences
        ],
    }


def power():
    plans = [(0.05, 0.1, 0.8, 0.95, 2), (0.05, 0.1, 0.8, 0.95, 4), (0.02, 0.25, 0.9, 0.99, 2), (0.3, -0.05, 0.8, 0.9, 3)]

    def people(base, lift, wanted, level, arms):
        # statsmodels has this power only for a number of people: halved until it is the one wanted, which counts one side.
        low, high = 1.0, 1e9
        while high - low > 1e-7 * high:
            middle = (low + high) / 2
            found = power_proportions_2indep(
                abs(base * lift), min(base, base * (1 + lift)), middle, ratio=1,
                alpha=(1 - level) / 2 / (arms - 1), alternative="larger", return_results=False,
            )
            low, high = (middle, high) if found < wanted else (low, middle)
        return high

    return {
        "shares": [
            {"base": b, "smallestLift": s, "power": p, "level": l, "arms": a, "expected": people(b, s, p, l, a)}
            for b, s, p, l, a in plans
        ],
        "means": [
            {
                "mean": mean, "deviation": deviation, "smallestLift": lift, "power": 0.8, "level": 0.95, "arms": arms,
                "expected": float(
                    NormalIndPower().solve_power(
                        effect_size=mean * lift / deviation, alpha=0.05 / 2 / (arms - 1), power=0.8, alternative="larger"
                    )
                ),
            }
            for mean, deviation, lift, arms in [(0.4, 3.1, 0.1, 2), (12, 5, 0.05, 2), (12, 5, 0.05, 3)]
        ],
    }  # fmt: skip


def exact_probability_best(one, other):
    """That the second rate is above the first, with uniform priors: a sum of closed forms."""
    a, b = 1 + one[0], 1 + one[1] - one[0]
    c, d = 1 + other[0], 1 + other[1] - other[0]

    def beta(x, y):
        return mp.gamma(x) * mp.gamma(y) / mp.gamma(x + y)

    return mp.fsum(beta(a + i, b + d) / ((d + i) * beta(1 + i, d) * beta(a, b)) for i in range(c))


def arms():
    tests = [
        [(12, 200), (19, 210)],
        [(0, 30), (3, 40)],
        [(500, 10_000), (560, 10_050)],
        [(40, 50), (48, 50)],
    ]
    many = [
        [(50, 1000), (55, 1000), (61, 990)],
        [(5, 100), (600, 10_000), (6, 90), (58, 1000), (0, 10)],
        [(40 + i, 800 + 7 * i) for i in range(10)],
    ]

    def by_quadrature(counts):
        posteriors = [stats.beta(1 + count, 1 + of - count) for count, of in counts]
        breaks = sorted({float(p.ppf(q)) for p in posteriors for q in (1e-12, 1e-6, 1e-3, 0.2, 0.5, 0.8, 0.999, 1 - 1e-6, 1 - 1e-12)})

        def integral(f):
            return sum(integrate.quad(f, low, high, epsabs=1e-13)[0] for low, high in zip(breaks, breaks[1:]))

        def all_below(x, but):
            return math.prod(p.cdf(x) for j, p in enumerate(posteriors) if j != but)

        return {
            "probabilityBest": [
                integral(lambda x, i=i: posteriors[i].pdf(x) * all_below(x, i)) for i in range(len(counts))
            ],
            "expectedLoss": [
                integral(lambda x, i=i: posteriors[i].cdf(x) * (1 - all_below(x, i))) for i in range(len(counts))
            ],
        }  # fmt: skip

    def loss(one, other):
        """Of choosing the second: E[(first − second)⁺], by the same sum with a beta that is one higher."""
        a, b = 1 + one[0], 1 + one[1] - one[0]
        c, d = 1 + other[0], 1 + other[1] - other[0]
        raised_one = (one[0] + 1, one[1] + 1)
        raised_other = (other[0] + 1, other[1] + 1)
        return mpf(a) / (a + b) * (1 - exact_probability_best(raised_one, other)) - mpf(c) / (c + d) * (
            1 - exact_probability_best(one, raised_other)
        )

    return {
        "two": [
            {
                "arms": [share(arm) for arm in test],
                "secondBest": float(exact_probability_best(*test)),
                "lossOfSecond": float(loss(*test)),
                "intervals": [
                    interval(stats.beta.ppf([0.025, 0.975], 1 + count, 1 + of - count)) for count, of in test
                ],
            }
            for test in tests
        ],
        "many": [{"arms": [share(arm) for arm in test], **by_quadrature(test)} for test in many],
    }


def sequential():
    config = {"alpha": 0.05, "difference_type": "absolute"}

    def answers(control, treatment, tightest_at, statistic):
        test = SequentialTwoSidedTTest(
            statistic(control), statistic(treatment), SequentialConfig(**config, sequential_tuning_parameter=tightest_at)
        )
        return {**interval(test.confidence_interval), "pValue": float(test.p_value)}

    def of_share(arm):
        return ProportionStatistic(n=arm["of"], sum=arm["count"])

    def of_mean(arm):
        # It takes sums; its variance is the sample's, with n − 1.
        squares = arm["variance"] * (arm["people"] - 1) + arm["people"] * arm["mean"] ** 2
        return SampleMeanStatistic(n=arm["people"], sum=arm["people"] * arm["mean"], sum_squares=squares)

    proportions = [((500, 10_000), (560, 10_050), 5_000), ((40, 900), (75, 880), 20_000), ((9_000, 100_000), (3_100, 30_000), 50_000)]
    means = [
        ({"people": 4000, "mean": 0.41, "variance": 9.2}, {"people": 4100, "mean": 0.55, "variance": 12.4}, 10_000),
    ]
    return {
        "shares": [
            {"control": share(c), "treatment": share(t), "tightestAt": n, **answers(share(c), share(t), n, of_share)}
            for c, t, n in proportions
        ],
        "means": [{"control": c, "treatment": t, "tightestAt": n, **answers(c, t, n, of_mean)} for c, t, n in means],
    }  # fmt: skip


def sample_ratio():
    splits = [((5000, 5100), (1, 1)), ((821, 94, 79), (80, 10, 10)), ((70_000, 69_000), (1, 1)), ((10, 10), (1, 3))]

    def bayes_factor(counts, weights):
        shares_ = [mpf(weight) / sum(weights) for weight in weights]
        concentration = mpf(10_000)
        log = mp.loggamma(concentration) - mp.loggamma(concentration + sum(counts))
        for count, share in zip(counts, shares_):
            log += mp.loggamma(concentration * share + count) - mp.loggamma(concentration * share) - count * mp.log(share)
        return mp.exp(log)

    return [
        {
            "counts": counts,
            "weights": weights,
            "check": float(stats.chisquare(counts, np.array(weights) / sum(weights) * sum(counts)).pvalue),
            "sequential": float(min(mpf(1), 1 / bayes_factor(counts, weights))),
        }
        for counts, weights in splits
    ]


def standard_error_of_restricted_mean(fitted, horizon):
    """Greenwood's covariances of the curve's pieces, added up two by two: lifelines has the spread of the times only."""
    table = fitted.event_table[(fitted.event_table.observed > 0) & (fitted.event_table.index < horizon)]
    table = table[table.at_risk > table.observed]
    variance = (table.observed / (table.at_risk * (table.at_risk - table.observed))).cumsum().to_numpy()
    length = np.diff([*table.index, horizon])
    area = fitted.survival_function_.loc[table.index].to_numpy()[:, 0] * length
    earlier = np.minimum.outer(np.arange(len(area)), np.arange(len(area)))
    return float(np.sqrt(area @ variance[earlier] @ area))


def survival():
    random = np.random.default_rng(7)
    # Whole days, with ties; no last one of whom it happened, so that the curve stays above 0.
    first = [(int(t), bool(e)) for t, e in zip(random.integers(1, 25, 60), random.random(60) < 0.6)] + [(30, False)]
    second = [(int(t), bool(e)) for t, e in zip(random.integers(3, 30, 45), random.random(45) < 0.5)] + [(30, False)]
    third = [(float(t), True) for t in random.exponential(9, 30)]
    curves = []
    for observations in (first, second, third):
        fitted = KaplanMeierFitter(alpha=0.1).fit([t for t, _ in observations], [e for _, e in observations])
        table = fitted.event_table[fitted.event_table.observed > 0]
        band = fitted.confidence_interval_
        curves.append(
            {
                "observations": [{"time": time, "happened": happened} for time, happened in observations],
                "steps": [
                    {
                        "time": float(time),
                        "atRisk": int(row.at_risk),
                        "events": int(row.observed),
                        "survival": float(fitted.survival_function_.loc[time].iloc[0]),
                        "low": float(band.loc[time].iloc[0]),
                        "high": float(band.loc[time].iloc[1]),
                    }
                    for time, row in table.iterrows()
                    if fitted.survival_function_.loc[time].iloc[0] > 1e-12
                ],
                "restrictedMeans": [
                    {"horizon": horizon, "mean": float(restricted_mean_survival_time(fitted, t=horizon))}
                    for horizon in (5, 12.5, 20)
                ],
                "standardErrorUpTo20": standard_error_of_restricted_mean(fitted, 20),
            }
        )

    def log_rank(groups):
        frame = pd.DataFrame([(t, e, g) for g, group in enumerate(groups) for t, e in group], columns=["t", "e", "g"])
        test = multivariate_logrank_test(frame.t, frame.g, frame.e)
        return {"chiSquare": float(test.test_statistic), "pValue": float(test.p_value)}

    return {
        "curves": curves,
        "logRank": [
            {"curves": which, **log_rank([(first, second, third)[at] for at in which])}
            for which in ([0, 1], [0, 2], [0, 1, 2])
        ],
    }


def multiple():
    asked = [[0.01, 0.02, 0.03, 0.04, 0.05], [0.001, 0.8, 0.03, 0.2, 0.041, 0.5], [0.9, 0.9, 0.0001, 0.04]]
    return [{"pValues": values, "expected": numbers(multipletests(values, method="fdr_bh")[1])} for values in asked]


def bootstrap():
    control = [(0, 4000), (5, 110), (8, 70), (50, 12)]
    treatment = [(0, 3900), (5, 120), (8, 95), (50, 19)]
    samples = [np.repeat([v for v, _ in arm], [n for _, n in arm]).astype(float) for arm in (control, treatment)]

    def bca(statistic):
        return interval(
            stats.bootstrap(
                samples, statistic, method="BCa", n_resamples=20_000, batch=100, vectorized=True,
                confidence_level=0.95, rng=np.random.default_rng(11),
            ).confidence_interval
        )  # fmt: skip

    def table(arm):
        return [{"value": value, "people": people} for value, people in arm]

    return {
        "control": table(control),
        "treatment": table(treatment),
        "difference": bca(lambda c, t, axis: t.mean(axis=axis) - c.mean(axis=axis)),
        "ratio": bca(lambda c, t, axis: t.mean(axis=axis) / c.mean(axis=axis)),
    }


print(
    json.dumps(
        {
            "versions": {
                name: version(name) for name in ("scipy", "statsmodels", "lifelines", "gbstats", "mpmath", "numpy")
            },
            "distributions": distributions(),
            "shares": shares(),
            "power": power(),
            "arms": arms(),
            "sequential": sequential(),
            "sampleRatio": sample_ratio(),
            "survival": survival(),
            "multiple": multiple(),
            "bootstrap": bootstrap(),
        }
    )
)
