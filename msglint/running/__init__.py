"""A run over many files: results kept from earlier runs, processes side by side, one order whatever happens."""
