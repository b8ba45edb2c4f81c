"""What matters of the audit, in plain words: the most important first.

Each finding names the claims, corrections and steps whose verdicts it rests on; no page is made
while one of them has another verdict. Its decimals are those of these claims.
"""

from fixedpoint.claims import Finding

FINDINGS = (
    Finding(
        "The theorems are true, and none of their printed proofs holds.",
        "Theorems 1 to 3 are proved here by other means, which use no false step. The printed "
        "proof of each has steps that do not follow, even with all numbers corrected; sharper "
        "premises, found by the same methods and proved, take their places.",
        proved="T1 T2 T3 T3m T1_repair L12_repair T2.3_repair T3.9_repair T3m_repair",
        refuted="T1_step_c L12.5_step_c T2.3_step T3.9_step T3.14_step_c T3m_step",
    ),
    Finding(
        "The number on which Theorem 1 rests is not what it is said to be.",
        "0.9912524171058772, the maximum on the grid of Lemma 12, is not a value of S, the largest "
        "singular value of the Jacobian of g, which never exceeds 0.9890263: it is 26 to 27 units "
        "of its last digit above the largest singular value of 𝒥, the Jacobian of (μ̃, ξ̃). As a "
        "bound of S it is true.",
        proved="L12_grid L12_digits L12_repair L12.3",
    ),
    Finding(
        "Lemma 12, that g contracts, does not follow: its sum lacks a term.",
        "(101) gives |∂S/∂ν| < 2.35772, not 2.28242: the last product was not added. With the "
        "right sum (109) exceeds 1. Lemma 12 is true all the same, and with the true maximum of S "
        "its method closes.",
        proved="L10.13c L12 L12_repair",
        refuted="L10.13 L12.5_step_c",
    ),
    Finding(
        "Lemma 20, that the grid was evaluated to 10⁻¹³, does not follow.",
        "It allows an error of 405ε in 𝒥₂₂, which alone makes more than 292ε in "
        "S, its bound for all errors together. Its own rules give less than 130ε in 𝒥₂₂, and with "
        "that 292ε follows.",
        proved="L20.22 L20.22_alone L20.22_repair",
        refuted="L20.22_step",
    ),
    Finding(
        "The box of Theorem 1 is not the image of the domain.",
        "The smallest μ̃ lies below -0.03106. With -0.03107 in its place g still maps the domain "
        "into itself, but Banach's theorem no longer puts the fixed point into the printed box; "
        "applying g once more does.",
        proved="L13c T1.4c C14c T1_repair T1",
        refuted="L13 T1.4 T1_step_c",
    ),
    Finding(
        "The formulas for singular values (69) to (71) are wrong.",
        "Of a matrix with a negative determinant (70) gives minus the smaller singular value, and "
        "the first form of (71) lacks the factor ½ of the second. The larger singular value, which "
        "is the one that is used, is right.",
        proved="JAC.7c JAC.8c",
        refuted="JAC.7 JAC.8",
    ),
    Finding(
        "Theorem 2 cites Theorem 16 for what it does not say.",
        "It needs 0 < ∂ξ̃/∂ν < 1 for means in [-1, 1]; Theorem 16 bounds ∂ν̃/∂ν for means in "
        "[-0.1, 0.1]. Steps inside the proof of Theorem 16 do give it, though (117), from which "
        "Theorem 16 itself is read off, does not follow as printed.",
        proved="T2.3 T2.3_repair T16 T16.2 T16.2_repair",
        refuted="T2.3_step T16.2_step",
    ),
    Finding(
        "Theorem 3 uses Lemma 8 where the sign is the other way round.",
        "Lemma 8 is for variances from 0.8 on, where ξ̃ increases in μω. For the small variances "
        "of Theorem 3 it decreases; besides, the exponential in (47) multiplies too much, and the "
        "smallest ξ̃ are given at wrong points and rounded up. The minimum is still at the corner "
        "that is meant, and (49) and (51) hold with a little less.",
        proved="T3.9 T3.9_repair T3.2c T3.8c T3.13c T3.11c T3.14_repair",
        refuted="T3.9_step T3.2 T3.8 T3.13 T3.11",
    ),
    Finding(
        "Lemmas 44 to 46, on which Theorems 2 and 3 lean, do not follow.",
        "That F < 0 is drawn from a limit at infinity and an increase that is shown up to x = 20 "
        "(Lemma 44) and 0.875 (Lemma 45) only. Lemma 45 bounds the error of its approximation from "
        "x = 0.08 on, leaves out a factor √π, and uses it from x = 0.007 on. Lemma 46 bounds its "
        "derivative for y = 0.01, where it is least. All three are true on their whole domains.",
        proved="L44 L44.24_repair L45 L45.5_repair L45.19_repair L45.21_repair L46 L46.22_repair",
        refuted="L44.24_step L45.7 L45.7_step_c L45.21_step L46.22_step",
    ),
    Finding(
        "The main text claims more than the appendix proves.",
        "It states Theorem 3 from a variance of 0.02 on, but the proof begins at 0.05; and it "
        "concludes from Theorems 2 and 3 where all fixed points lie, though these say nothing of "
        "larger means, of variances above 16 or of those below 0.02. Theorem 3 is true from 0.02 "
        "on, and for ω and τ as in these theorems all fixed points lie where it says; what the "
        "certificates for that give is put together in words (T2m.1, T3m.1), for Theorem 3 with "
        "the mean value theorem. Nothing is proved for other ω and τ.",
        proved="T3m T3m_repair T2m.1 T2m.1_repair T3m.1 T3m.1_wide T3m.1_narrow T3m.1_large",
        refuted="T3m_step T2m.1_step T3m.1_step",
    ),
)
