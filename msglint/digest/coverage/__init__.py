"""What documents do not say: the caller's question that the script cannot answer."""
