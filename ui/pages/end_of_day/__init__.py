"""The end of the day: closing it step by step, what is not yet at the centre, and the proof."""
