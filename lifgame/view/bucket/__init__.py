"""The leaky bucket and the axon behind it."""
