"""Training of the starter speech model, from the corpus to the release."""
