-- Who accepted an open incident as it is, why and when; empty again once it has changed.
ALTER TABLE incidents ADD COLUMN acknowledged_by TEXT;
ALTER TABLE incidents ADD COLUMN acknowledged_why TEXT;
ALTER TABLE incidents ADD COLUMN acknowledged_at INTEGER;
