"""The machine: a neuron as a bucket that fills, leaks and is sucked empty."""
