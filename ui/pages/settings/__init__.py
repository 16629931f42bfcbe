"""What is chosen on this machine."""
