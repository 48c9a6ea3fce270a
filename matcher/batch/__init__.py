"""Many documents: the walk through folders, the run, and what it leaves behind."""
