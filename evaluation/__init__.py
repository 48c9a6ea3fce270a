"""Labelled invented documents, and the command that measures how right the matcher is on them (docs/evaluation.md)."""
