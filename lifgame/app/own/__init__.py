"""Experiments and challenges of somebody's own: a folder of TOML files, a row each."""
