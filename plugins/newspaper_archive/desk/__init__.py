"""The desk's commands: `newspaper-archive check seeds` tells what the program was unsure of."""
