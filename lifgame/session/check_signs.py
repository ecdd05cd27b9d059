"""Two check signs behind a text of Crockford's signs: two wrong signs are found.

Signs are the 32 elements of a finite field. With s_0 the last sign, s_1 the one before
it and so on, a text is right if the sum of s_i and the sum of s_i a^i are both 0: a
Reed-Solomon code (Reed and Solomon, J. SIAM 8, 1960) of distance 3, up to 31 signs.
So every single wrong sign, every two wrong signs, and every swap of two are found.

Signs: Douglas Crockford, Base 32, https://www.crockford.com/base32.html
"""

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LONGEST = 31
# A version, no number at all, and two check signs.
SHORTEST = 3
_READ_AS = str.maketrans("OIL", "011", "- ")
# x^5 + x^2 + 1 has no divisor, and x (the number 2) runs through the whole field.
_POLYNOMIAL = 0b100101


def with_checks(signs: str) -> str:
    """Some signs with their two check signs behind them.

    Raises:
        ValueError: If they are too many to be guarded.
    """
    if len(signs) > LONGEST - 2:
        raise ValueError(f"{len(signs)} signs are too many for two check signs")
    plain, weighted = _sums(signs + SIGNS[0] * 2)
    # s_0 + s_1 = plain and s_0 + 2 s_1 = weighted, and plus is also minus: so the
    # sum of both is 3 s_1.
    first = _product(plain ^ weighted, _INVERSE_OF_3)
    return signs + SIGNS[first] + SIGNS[plain ^ first]


def checked(text: str) -> str | None:
    """What somebody typed as plain signs, check signs taken off; None if it is wrong.

    Hyphens and spaces are left out; small letters, O, I and L are understood.
    """
    signs = text.upper().translate(_READ_AS)
    is_readable = SHORTEST <= len(signs) <= LONGEST and set(signs) <= set(SIGNS)
    if not is_readable or any(_sums(signs)):
        return None
    return signs[:-2]


def _sums(signs: str) -> tuple[int, int]:
    """The sum of all signs, and that of each times its power of 2."""
    plain = weighted = 0
    for sign in signs:
        value = SIGNS.index(sign)
        plain ^= value
        weighted = _product(weighted, 2) ^ value
    return plain, weighted


def _product(left: int, right: int) -> int:
    """The product of two elements of the field of 32."""
    product = 0
    while right:
        if right & 1:
            product ^= left
        left, right = left << 1, right >> 1
        if left & 0b100000:
            left ^= _POLYNOMIAL
    return product


_INVERSE_OF_3 = next(n for n in range(1, 32) if _product(n, 3) == 1)
