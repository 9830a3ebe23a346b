"""From words with times to captions that can be read."""
