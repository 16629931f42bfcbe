"""The window: draws, listens and asks `counter_app`; decides no rule."""
