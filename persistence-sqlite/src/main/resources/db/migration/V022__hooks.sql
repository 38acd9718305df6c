-- The template of a hook, '' for the default one; NULL for the key of a bot, and no part of the hash of
-- a record that has none.
ALTER TABLE trading_keys ADD COLUMN hook_template TEXT;
