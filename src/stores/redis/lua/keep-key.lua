-- Keeps a wrapped key unless the owner has one; gives the one that stands, or false where it was destroyed.
-- KEYS: keys, owners. ARGV: owner, wrapped key. An empty one is the mark of a destroyed one.
local found = redis.call('HGET', KEYS[1], ARGV[1])
if found == '' then return false end
if found then return found end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('ZADD', KEYS[2], 0, ARGV[1])
return ARGV[2]
