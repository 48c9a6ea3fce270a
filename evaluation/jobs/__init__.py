"""Job descriptions with labelled requirements, resumes, and how well each fits (docs/evaluation.md)."""
