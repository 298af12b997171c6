"""The running process: command line, settings, wiring."""
