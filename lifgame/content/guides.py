"""The names of all experiments and challenges, in the order of the board."""

KINDS = ("experiment", "challenge")
EXPERIMENTS = (
    "rheobase",
    "rhythm",
    "memory",
    "line",
    "rule",
    "slowing",
    "favourite",
    "euler",
    "mystery",
)
CHALLENGES = ("almost", "ten", "count", "tap", "beat", "noise")
# No row like the others: two visitors, each with a half of the screen.
RACE = "race"
