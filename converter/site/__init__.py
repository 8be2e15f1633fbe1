"""The only room that knows MkDocs: the plugin, the engine, the search index, the bundle."""
