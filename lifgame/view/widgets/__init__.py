"""Controls, and the board that holds them."""
