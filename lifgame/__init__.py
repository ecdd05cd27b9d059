"""lifgame: meet a leaky integrate-and-fire neuron as a leaky bucket."""
