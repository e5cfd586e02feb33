-- Refuses what is appended to a stream from now on, unless it is nobody's or somebody else's.
-- KEYS: head, idle, snapshot. ARGV: stream, owner.
local head = redis.call('HGET', KEYS[1], 'head')
if not head or string.match(head, '^%d+ %S* %S+ %S+ (.*)$') ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], 'erased', '1')
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('DEL', KEYS[3])
return 1
