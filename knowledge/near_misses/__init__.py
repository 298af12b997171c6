"""Facts with nearly the words of a question that tell of something else."""
