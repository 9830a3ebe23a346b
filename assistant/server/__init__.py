"""Recognition for other programs, over HTTP as Hugging Face's Inference API has it.

Nothing here knows how sound is read: `asked` says what a request wants, `turns` how many are at
work at once, and `http` puts the two around a reader that is handed in.
"""
