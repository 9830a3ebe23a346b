"""Sound → Utterance: microphone, files and streams, voice detection, segmentation."""
