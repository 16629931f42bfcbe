"""Reports: figures of a period, what stands behind them, files, and rating slips."""
