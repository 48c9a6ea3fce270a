"""Pure thinking: no files, no network, no clock, no environment."""
