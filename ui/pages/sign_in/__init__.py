"""Who sits at the counter: sign in, unlock, switch."""
