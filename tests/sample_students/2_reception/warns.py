# ---
# jupyter:
#   sample_student:
#     name: Prints Warnings
#     about: Three right answers that warn and print while they run.
#     starts_from: release
#     score: 7
# ---

# %% grade_id="reception_q2_scale"
import warnings


def share_of_scale(score, worst, best):
    warnings.warn(f"about to divide by {best - worst}")
    return (score - worst) / (best - worst)

# %% grade_id="reception_q3_fits"
def positives_that_fit(percent, n):
    print("trying all numbers from 0 to", n)
    shares = np.arange(n + 1) / n * 100
    np.log(shares)  # warns: the first share is 0
    return [k for k, share in enumerate(shares) if round(share) == percent]

# %% grade_id="reception_q7_range"
import sys


def rate_range(amount_cny, amount_usd, step_usd):
    print("lowest rate first", file=sys.stderr)
    return amount_cny / (amount_usd + step_usd / 2), amount_cny / (amount_usd - step_usd / 2)
