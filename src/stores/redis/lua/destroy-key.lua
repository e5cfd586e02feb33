-- Destroys an owner's key for good, and tells of it.
-- KEYS: keys, owners. ARGV: owner, channel of notices.
redis.call('SPUBLISH', ARGV[2], 'erased ' .. ARGV[1])
redis.call('HSET', KEYS[1], ARGV[1], '')
return redis.call('ZREM', KEYS[2], ARGV[1])
