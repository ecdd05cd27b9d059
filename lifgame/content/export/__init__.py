"""The neuron as a script for other simulators: what each can do, and its words."""
