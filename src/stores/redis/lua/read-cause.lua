-- The row that a cause brought about, as XRANGE gives it.
-- KEYS: rows, head. ARGV: cause.
local id = redis.call('HGET', KEYS[2], 'cause:' .. ARGV[1])
return id and redis.call('XRANGE', KEYS[1], id, id) or {}
