"""What a deployment may change; the only reader of the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """`profiles`: folder of role profiles to use instead of the shipped ones. `no_color`: https://no-color.org."""

    profiles: Path | None = None
    no_color: bool = False

    @staticmethod
    def from_environment() -> Settings:
        """MATCHER_PROFILES and NO_COLOR, where they are set and not empty."""
        profiles = os.environ.get("MATCHER_PROFILES")
        return Settings(Path(profiles) if profiles else None, bool(os.environ.get("NO_COLOR")))
