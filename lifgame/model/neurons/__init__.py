"""The neurons: one module a model, and what every model offers."""
