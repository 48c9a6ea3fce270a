"""The web application for a WSGI server: `flask --app wsgi run`."""

from matcher.entrypoints.web import create_app

app = create_app()
