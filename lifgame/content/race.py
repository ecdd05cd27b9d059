"""The race of two visitors: which keys and pad buttons pump for whom.

Keys are pygame's names; as all hotkeys they are taken by their letter, and by their
place where a keyboard has no Latin letters.
"""

# Who stands at the left, and who at the right.
KEYS = ("a", "l")
LANES = len(KEYS)
# The two sides of one pad: its shoulder buttons, as SDL counts them on a known pad, and
# by the order of the wires on any other. Whoever has a pad alone pumps with its first.
CONTROLLER_SIDES = {9: 0, 10: 1}
PLAIN_SIDES = {4: 0, 5: 1}
OWN_PAD = ("press", "inject")
