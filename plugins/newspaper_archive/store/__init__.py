"""What was made and is kept: marks, caches, the stage and its exchange, jobs and their workers, progress."""
