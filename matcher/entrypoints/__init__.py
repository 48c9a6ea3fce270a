"""Where people and programs come in; nothing here decides anything."""
