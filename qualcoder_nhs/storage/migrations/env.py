"""How Alembic runs here: on the connection it is handed, inside the caller's transaction."""

from alembic import context

from qualcoder_nhs.storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
