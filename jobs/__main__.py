"""`python -m jobs` is `sijill`."""

from jobs.cli import main

if __name__ == "__main__":
    main()
