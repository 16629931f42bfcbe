"""What happened, in order: entries, codec, hash chain, append, projection, rebuild."""
