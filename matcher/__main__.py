"""`python -m matcher`."""

from matcher.entrypoints.cli import main

if __name__ == "__main__":
    main()
