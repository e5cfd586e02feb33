-- Destroys an owner's key for good with the owner's marks, and tells of it.
-- KEYS: keys, owners, marks, places of marks, last place of marks. ARGV: owner, channel of notices.
redis.call('SPUBLISH', ARGV[2], 'erased ' .. ARGV[1])
redis.call('HSET', KEYS[1], ARGV[1], '')
if redis.call('HDEL', KEYS[3], ARGV[1]) == 1 then
  redis.call('ZADD', KEYS[4], redis.call('INCR', KEYS[5]), ARGV[1])
end
return redis.call('ZREM', KEYS[2], ARGV[1])
