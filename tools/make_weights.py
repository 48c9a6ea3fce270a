"""Computes matcher/taxonomy/weights.npz and line_weights.npz anew: make weights.

To be run after phrases, labels, the background or the labelled adverts (tools/adverts) changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from matcher import reference_data
from matcher.core import phrase_fit
from matcher.core.finder import Finder
from matcher.core.job_description import line_fit
from matcher.core.job_description.headings import Heading, compile_headings
from matcher.core.job_description.line_weights import LineWeights
from matcher.core.paraphrase import PhraseWeights
from matcher.core.trie import Trie
from tools import labelled_adverts

TAXONOMY = Path(__file__).resolve().parent.parent / "matcher" / "taxonomy"


def line_weights(finder: Finder, headings: Trie[Heading], files: Sequence[Path]) -> LineWeights:
    """What the labelled adverts of some files teach of lines."""
    adverts = [advert for file in files for advert in labelled_adverts.to_learn_from(file) if advert.sentences]
    learned = [labelled_adverts.labelled(advert, finder, headings) for advert in adverts]
    return line_fit.fit([advert for advert in learned if advert.parts], labelled_adverts.fingerprint())


def main() -> None:
    """Writes both files."""
    weights = phrase_fit.fit(reference_data.examples())
    _write(reference_data.WEIGHTS, weights, f"{len(weights.skill_ids)} skills, {len(weights.terms)} terms")
    skills, words = reference_data.words_and_skills()
    of_lines = line_weights(Finder(skills, words, weights), compile_headings(), labelled_adverts.files())
    _write(reference_data.LINE_WEIGHTS, of_lines, f"{len(of_lines.parts)} parts, {len(of_lines.rows)} features")


def _write(name: str, weights: PhraseWeights | LineWeights, told: str) -> None:
    (TAXONOMY / name).write_bytes(weights.to_bytes())
    print(f"{name}: {told}, {(TAXONOMY / name).stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
