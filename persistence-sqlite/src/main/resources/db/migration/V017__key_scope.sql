-- Whose idempotency key it is, where several callers choose their own; NULL for the namespace that
-- callers without a scope share. idempotency_key then begins with the scope and U+001F, which no key
-- has, so that its UNIQUE holds within each scope.
ALTER TABLE orders ADD COLUMN key_scope TEXT;
