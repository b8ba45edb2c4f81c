"""Fast or foreign arithmetic behind the kernel contract: for the search and for comparison."""
