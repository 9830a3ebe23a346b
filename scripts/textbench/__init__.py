"""The parts of scripts/bench-text: sets, matchers of other projects, Home Assistant's house."""
