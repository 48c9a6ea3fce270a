"""Speed and memory of the matcher, as ratios to its peers measured in one run (`make bench`)."""
