"""Counter and centre: hello, push, pull, reconcile, close of day; status and proof."""
