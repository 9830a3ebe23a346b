"""`python -m assistant`."""

from assistant.cli import main

if __name__ == "__main__":  # worker processes load this file too
    main()
