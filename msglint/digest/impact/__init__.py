"""What a rename or a new price would make stale: judged by the engine itself, as if it were done."""
