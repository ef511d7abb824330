"""What several formatters say alike: a finding as a record, where it stands in the file, how its rule is explained."""
