"""How fast and how faithfully PDF files of real producers are read."""
