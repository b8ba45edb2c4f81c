"""All that a PROVED rests on; imports nothing else of ours."""
