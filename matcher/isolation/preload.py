"""Loaded by the fork server, once, before it forks the first child."""

from matcher.isolation import prebuilt

prebuilt.build()
