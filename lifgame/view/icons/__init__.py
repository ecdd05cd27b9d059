"""Drawings: signs, patterns, neuron types."""
